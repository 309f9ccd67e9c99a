"""Activities: each says in one way when it is, and does not contradict itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.recurrence import MAX_OCCURRENCES, occurrences
from site_generator.resolve.statements import LATEST
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, warning
from site_generator.schema.choices import OfferStatus
from site_generator.schema.events import Event
from site_generator.wording.in_words import in_a_row, plain_date

_RULES = ("date", "dates", "weekly", "monthly")
_PARTS_OF_RULE = (*_RULES, "every", "from", "until", "meetings", "skip", "add", "moved")

# Feeds go back 30 days; until then a past activity must stay in the file.
_MAY_BE_PAST = timedelta(days=31)


def is_sound(event: Event) -> bool:
    """Whether it is clear when an activity is, so that its dates can be judged."""
    one_rule = sum(event.wrote(rule) for rule in _RULES) == 1
    return one_rule and not any(event.faulty(part) for part in _PARTS_OF_RULE)


def activities_have_a_name(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An activity has a title, or belongs to an offer that has one."""
    for event in municipality.events.events:
        if not event.wrote("offer", "title"):
            message = "Aktiviteten har intet navn."
            remedy = "Tilføj «title:», eller «offer:» med et tilbud fra offers.yml."
            yield error(event, "id", message, remedy)


def activities_have_one_rule(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """An activity has one date, a list of dates, or a day of the week or of the month."""
    for event in municipality.events.events:
        written = [rule for rule in _RULES if event.wrote(rule)]
        if not written:
            message = "Der står ikke, hvilke dage aktiviteten er."
            yield error(
                event, "id", message, "Tilføj «date:», «dates:», «weekly:» eller «monthly:»."
            )
        elif len(written) > 1:
            names = in_a_row([f"«{rule}»" for rule in written])
            message = f"Her står både {names}, og kun én af dem kan gælde."
            yield error(event, written[-1], message, "Behold den rigtige, og slet resten.")


def repetition_is_complete(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What is counted has a beginning to count from."""
    for event in municipality.events.events:
        if event.wrote("every") and not event.wrote("weekly"):
            message = "«every» bruges kun sammen med «weekly»."
            yield error(
                event, "every", message, "Slet linjen, eller tilføj «weekly:» med en ugedag."
            )
        elif event.every > 1 and not event.wrote("from"):
            message = f"Hver {event.every}. uge regnet fra hvornår? «from» mangler."
            yield error(event, "every", message, "Tilføj «from:» med den første dag.")
        if event.meetings and not event.wrote("from") and event.wrote("weekly", "monthly"):
            message = f"{event.meetings} gange regnet fra hvornår? «from» mangler."
            yield error(event, "meetings", message, "Tilføj «from:» med den første dag.")
        yield from _beside_dates(event)


def listed_dates_are_different(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """No date of a course is listed twice."""
    for event in municipality.events.events:
        for index, day in enumerate(event.dates):
            if day in event.dates[:index]:
                line = event.line_of_item("dates", index)
                message = f"Den {plain_date(day)} står to gange."
                yield error(event, "dates", message, "Ret den ene, eller slet den.", line)


def courses_have_room(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """A course has all its meetings before it ends."""
    for event in municipality.events.events:
        if not (event.meetings and event.until and event.from_ and is_sound(event)):
            continue
        found = occurrences(event, municipality.opening_hours, event.from_, LATEST)
        held = sum(occurrence.status != "added" for occurrence in found)
        if held < event.meetings:
            until = plain_date(event.until)
            message = (
                f"Forløbet er på {event.meetings} gange, men når kun {held} til og med {until}."
            )
            remedy = "Skriv en senere dato i «until:», eller ret «meetings:»."
            yield error(event, "meetings", message, remedy)


def activities_are_not_endless(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """No activity has more than 2,000 dates, which is a slip of the pen and slows everyone down."""
    for event in municipality.events.events:
        if is_sound(event) and _count(event) > MAX_OCCURRENCES:
            key = next(k for k in ("until", "meetings", "dates", "add") if event.wrote(k))
            message = "Det bliver til mere end 2.000 gange."
            yield error(event, key, message, "Se efter, om årstal og antal er rigtige.")


def past_activities_are_cleared_away(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """An activity has dates to come, or has ended lately."""
    for event in municipality.events.events:
        last = last_day(event, municipality)
        if last and last < circumstances.today - _MAY_BE_PAST:
            message = f"Aktiviteten er forbi: sidste gang var {plain_date(last)}."
            yield warning(
                event, "id", message, "Ret datoen, hvis den er forkert; ellers slet aktiviteten."
            )


def activities_belong_to_living_offers(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """An offer that has ended has no activities."""
    for event in municipality.events.events:
        offer = municipality.offer(event.offer)
        if offer and offer.status in (OfferStatus.DEFUNCT, OfferStatus.INACTIVE):
            message = f"Tilbuddet er «{offer.status.value}», men her er en aktivitet."
            remedy = "Slet aktiviteten, eller ret «status:» i offers.yml."
            yield warning(event, "offer", message, remedy)


def sign_up_closes_in_time(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """One cannot sign up for what is over."""
    for event in municipality.events.events:
        closes = event.sign_up.closes if event.sign_up else None
        last = last_day(event, municipality)
        if event.sign_up and closes and last and closes > last:
            message = f"Tilmeldingen lukker den {plain_date(closes)}, "
            message += f"men sidste gang er den {plain_date(last)}."
            yield error(
                event.sign_up, "closes", message, "Skriv en dag før aktiviteten i «closes:»."
            )


def last_day(event: Event, municipality: Municipality) -> date | None:
    """The last day of an activity; None where it goes on, or cannot be told."""
    if not is_sound(event):
        return None
    extra = [*(added.date for added in event.add), *(moved.to for moved in event.moved)]
    if event.date or event.dates:
        return max([*event.dates, *extra, *([event.date] if event.date else [])])
    if event.meetings and event.from_:
        found = occurrences(event, municipality.opening_hours, event.from_, LATEST)
        return found[-1].date if found else None
    return max([event.until, *extra]) if event.until else None


def _beside_dates(event: Event) -> Iterator[Problem]:
    """What has nothing to say where the dates are listed, or says something else than they do."""
    if event.wrote("weekly", "monthly") or not event.wrote("date", "dates"):
        return
    for key in ("from", "until"):
        if event.wrote(key):
            message = f"«{key}» bruges kun sammen med «weekly» eller «monthly»."
            yield warning(event, key, message, "Slet linjen; datoerne siger det hele.")
    listed = len(event.dates) or 1
    if event.meetings and event.meetings != listed and is_sound(event):
        message = f"Forløbet er på {event.meetings} gange, men her står {listed} datoer."
        yield warning(event, "meetings", message, "Ret tallet, eller ret datoerne.")


def _count(event: Event) -> int:
    """About how many dates an activity has; open-ended ones count as none."""
    listed = len(event.dates) + len(event.add)
    if not event.until and not event.meetings:
        return listed
    span = (event.until or LATEST) - (event.from_ or date(2000, 1, 1))
    step = 7 * event.every if event.weekly is not None else 30
    return listed + min(span.days // step + 1, event.meetings or MAX_OCCURRENCES + 1)
