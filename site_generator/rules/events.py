"""Activities: each says in one way when it is, and does not contradict itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.resolve.recurrence import MAX_OCCURRENCES, occurrences, rule_dates
from site_generator.resolve.statements import LATEST
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, warning
from site_generator.schema.choices import GONE, OfferStatus
from site_generator.schema.event_times import goes_over_midnight, is_a_night
from site_generator.schema.events import Added, Event, Moved
from site_generator.schema.offers import Offer
from site_generator.wording.in_words import clock_with_minutes, in_a_row, plain_date

_RULES = ("date", "dates", "weekly", "monthly")
_PARTS_OF_RULE = (
    *(*_RULES, "weeks", "every", "from", "until", "meetings", "time", "days"),
    *("skip", "add", "moved"),
)

# Feeds go back 30 days; until then a past activity must stay in the file.
_MAY_BE_PAST = timedelta(days=31)

_A_YEAR = timedelta(days=365)
_MOST_DAYS = 14
_PARITY_DA = ("lige", "ulige")


def is_sound(event: Event) -> bool:
    """Whether it is clear when an activity is, so that its dates can be judged."""
    one_rule = sum(map(event.wrote, _RULES)) == 1
    judged = not (event.has_faults() and any(map(event.faulty, _PARTS_OF_RULE)))
    return one_rule and judged and event.days <= _MOST_DAYS


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
        elif event.every > 1 and _names_weeks(event):
            message = "Her står både «every» og hvilke uger det er, og kun én af dem kan gælde."
            yield error(event, "every", message, "Slet «every:», så gælder ugerne.")
        elif event.every > 1 and not event.wrote("from"):
            message = f"Hver {event.every}. uge regnet fra hvornår? «from» mangler."
            yield error(event, "every", message, "Tilføj «from:» med den første dag.")
        if event.meetings and not event.wrote("from") and event.wrote("weekly", "monthly"):
            message = f"{event.meetings} gange regnet fra hvornår? «from» mangler."
            yield error(event, "meetings", message, "Tilføj «from:» med den første dag.")
        if event.wrote("weeks") and not event.wrote("weekly"):
            message = "«weeks» bruges kun sammen med «weekly»."
            yield error(
                event, "weeks", message, "Slet linjen, eller tilføj «weekly:» med en ugedag."
            )
        elif event.weeks and any(day.weeks for day in event.weekly or ()):
            message = "Ugerne står to steder, i «weekly» og i «weeks»."
            yield error(event, "weeks", message, "Slet dem det ene sted.")
        yield from _beside_dates(event)


def every_other_week_stays_so(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """Every other week is not the same as even weeks where a year has a week 53."""
    for event in filter(is_sound, municipality.events.events):
        if event.every != 2 or not event.weekly or _names_weeks(event) or not event.wrote("from"):
            continue
        first = max(event.from_ or circumstances.today, circumstances.today)
        last = min(event.until or LATEST, first + _A_YEAR)
        dates = rule_dates(event, municipality.opening_hours, first, last)
        flipped = next((day for day in dates if _parity(day) != _parity(dates[0])), None)
        if flipped:
            before, after = (_PARITY_DA[_parity(day)] for day in (dates[0], flipped))
            message = f"Hver anden uge går fra {before} til {after} uger "
            message += f"den {plain_date(flipped)}, for året før har en uge 53."
            remedy = f"Er det i {before} uger, så skriv «weeks: {before}» i stedet for «every: 2». "
            remedy += "Er det hver 14. dag, så lad det stå."
            yield warning(event, "every", message, remedy)


def hours_of_activities_are_in_order(
    municipality: Municipality, _: Circumstances
) -> Iterator[Problem]:
    """An activity ends after it begins; a night goes from an evening to a morning."""
    for event in municipality.events.events:
        timed: list[Event | Added | Moved] = [event, *event.add, *event.moved]
        for record in timed:
            slot = record.time
            if not slot or record.faulty("time") or event.days > 1 or not goes_over_midnight(slot):
                continue
            if not is_a_night(slot):
                hours = f"{clock_with_minutes(slot.opens)}-{clock_with_minutes(slot.closes)}"
                message = f"Tidsrummet «{hours}» slutter, før det begynder."
                remedy = "Byt om på dem, eller ret det ene klokkeslæt."
                yield error(record, "time", message, remedy)


def several_days_are_few(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """What lasts for weeks is a course or a period, and `days` is one after the other."""
    for event in municipality.events.events:
        if event.days > _MOST_DAYS:
            message = f"Aktiviteten varer {event.days} dage i træk."
            remedy = "«days:» er dage i træk. For et forløb skriver du «dates:» eller «meetings:»."
            yield error(event, "days", message, remedy)


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
        held = sum(one.status != "added" and not one.house_closed for one in found)
        if held < event.meetings:
            until = plain_date(event.until)
            planned = _times(event.meetings)
            message = f"Forløbet er på {planned}, men når {_only(held)} til og med {until}."
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
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """The dates of an offer that has ended are told to be cancelled, which must be meant."""
    for event, offer in _of_offers(municipality, GONE):
        if held := _held_this_year(event, municipality, circumstances.today):
            message = (
                f"Tilbuddet er «{offer.status.value}», så alle dage fra "
                f"{plain_date(held[0])} står som aflyst."
            )
            remedy = "Er det meningen, så lad det stå, til den sidste dag er forbi. "
            if last_day(event, municipality) is None:
                remedy = (
                    "Er det meningen, så skriv i «until:» den sidste dag, der skal stå som aflyst. "
                )
            yield warning(event, "offer", message, f"{remedy}Ellers ret «status:» i offers.yml.")


def activities_of_paused_offers_are_meant(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """An offer that pauses has dates only from when it begins again, which nothing else says."""
    for event, _ in _of_offers(municipality, (OfferStatus.TEMPORARILY_CLOSED,)):
        if held := _held_this_year(event, municipality, circumstances.today):
            message = f"Tilbuddet holder pause, men er i kalenderen den {plain_date(held[0])}."
            remedy = (
                "Falder dage ud, så skriv dem under «cancelled:», eller perioden under "
                "«skip:». Er tilbuddet i gang igen til den tid, så lad det stå."
            )
            yield warning(event, "offer", message, remedy)


def _of_offers(
    municipality: Municipality, statuses: Collection[OfferStatus]
) -> Iterator[tuple[Event, Offer]]:
    """The sound activities of offers that are in one of these states."""
    for event in municipality.events.events:
        offer = municipality.offer(event.offer)
        if offer and offer.status in statuses and is_sound(event):
            yield event, offer


def _held_this_year(event: Event, municipality: Municipality, today: date) -> list[date]:
    """The days of the coming year on which its author means it to be held."""
    coming = occurrences(event, municipality.opening_hours, today, today + _A_YEAR)
    return [one.date for one in coming if one.status != "cancelled"]


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
    more = timedelta(event.days - 1)
    if event.date or event.dates:
        return max([*event.dates, *extra, *([event.date] if event.date else [])]) + more
    if event.meetings and event.from_:
        found = occurrences(event, municipality.opening_hours, event.from_, LATEST)
        return found[-1].last_date if found else None
    return max([event.until, *extra]) + more if event.until else None


def _times(count: int) -> str:
    return f"{count} {'gang' if count == 1 else 'gange'}"


def _only(count: int) -> str:
    return f"kun {count}" if count else "ikke en eneste"


def _names_weeks(event: Event) -> bool:
    return event.weeks is not None or any(day.weeks for day in event.weekly or ())


def _parity(day: date) -> int:
    return day.isocalendar().week % 2


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
        dates = f"{listed} {'dato' if listed == 1 else 'datoer'}"
        message = f"Forløbet er på {_times(event.meetings)}, men her står {dates}."
        yield warning(event, "meetings", message, "Ret tallet, eller ret datoerne.")


def _count(event: Event) -> int:
    """About how many dates an activity has; open-ended ones count as none."""
    listed = len(event.dates) + len(event.add)
    if not event.until and not event.meetings:
        return listed
    until = event.until or LATEST
    # Nobody has said since when: what lies long back slows nobody down.
    span = until - (event.from_ or until - 5 * _A_YEAR)
    step = 7 * event.every if event.weekly is not None else 30
    times = len(event.weekly or event.monthly or (0,))
    return listed + min(times * (span.days // step + 1), event.meetings or MAX_OCCURRENCES + 1)
