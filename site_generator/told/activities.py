"""TOLD: an activity on one day: what it is called, when and where, whether it holds, what to do.

This is the one account of it: lists, month sheets, calendars, JSON-LD, the search, posts and paper
put what stands here into their form, and work nothing out by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from site_generator.language.marked import fill, join
from site_generator.language.spoken import _, isolated, spoken
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.location import Place
from site_generator.schema.values import Price
from site_generator.told import times
from site_generator.told.facts import Action
from site_generator.told.house import House
from site_generator.told.joining import (
    before_one_goes,
    in_a_calendar,
    price_of,
    sign_up_link,
    ways_now,
)
from site_generator.told.offers import ended_in_words
from site_generator.wording.in_words import day_and_month, sentence, without_full_stop, words

# How long before the day a date is told that went with many, where only a few stand.
_NEWS = timedelta(days=7)


@dataclass(frozen=True)
class Activity:
    """What a family is told of one occurrence.

    `state` is planned, cancelled, moved or full; `state_word` says it in a word or two, empty where
    all is as planned, and `state_text` with the reason. `full` is also true of what has moved.
    `day_and_state` comes after the title in a heading, for those who hear headings alone:
    «lørdag 28. november, aflyst». `when` stands beside the date and `when_with_date` alone, as do
    `day` and `hours`; `hours_alone` has no «kl.» either, for a narrow column. `where` is a name,
    also as it stands within a sentence; `address` is the whole of it. `note` is what one must know
    before one goes, `ways` what one can do now, `to_do` the same in words that hold whatever the
    day of the build, and `sign_up_link`, `opens` and `closes` are the parts that machines ask for.
    """

    title: str
    summary: str
    state: str
    state_word: str
    state_text: str
    full: bool
    day: str
    day_and_state: str
    hours: str
    hours_alone: str
    when: str
    when_with_date: str
    where: str
    where_within: str
    address: str
    place: Place | None
    price: Price | None
    note: str
    ways: tuple[Action, ...]
    to_do: tuple[str, ...]
    sign_up_link: str
    opens: date | None
    closes: date | None

    @property
    def cancelled(self) -> bool:
        return self.state == "cancelled"

    @property
    def when_and_where(self) -> str:
        if not self.where:
            return self.when
        return _("{when}, {where}", when=self.when, where=self.where_within)

    @property
    def hours_and_where(self) -> str:
        """For a list in which the day stands above."""
        hours = sentence(self.hours)
        return _("{when}, {where}", when=hours, where=self.where_within) if self.where else hours


def activity(house: House, occurrence: Occurrence) -> Activity:
    """The account of an occurrence in the language that is spoken; worked out once."""
    key = (spoken().code, occurrence)
    told = house.activities_told.get(key)
    if not isinstance(told, Activity):
        told = house.activities_told[key] = _told(house, occurrence)
    return told


def coming(house: House, most: int, offer_id: str | None = None) -> tuple[Occurrence, ...]:
    """What one can come to, of one offer where it is named: the answer to «what is there for me».

    What is full stands behind the rest, and a date that went with many others, as the house is
    closed or the offer has ended, is told where it is near. Calendars keep the order of the dates
    and tell all.
    """
    far = house.today + _NEWS
    of_offer = (o for o in house.coming if offer_id in (None, o.event.offer))
    news = [o for o in of_offer if not (o.cancelled_with_others and o.date > far)]
    return joinable_first(news)[:most]


def joinable_first(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """The same in the order of the days, what is full behind the rest."""
    return tuple(sorted(occurrences, key=lambda o: o.event.full))


def can_be_joined(occurrence: Occurrence) -> bool:
    """Whether somebody who hears of it today can still come."""
    return occurrence.status != "cancelled" and not occurrence.event.full


def _told(house: House, occurrence: Occurrence) -> Activity:
    state, state_text = _state(house, occurrence)
    held = state != "cancelled"
    joinable, sign_up = held and not occurrence.event.full, occurrence.event.sign_up
    return Activity(
        title=house.title_of(occurrence),
        summary=_summary(house, occurrence),
        state=state,
        state_word=_state_word(state),
        state_text=state_text,
        full=occurrence.event.full,
        day=times.day(occurrence),
        day_and_state=with_state(times.day_within(occurrence), _state_word(state)),
        hours=times.hours(occurrence),
        hours_alone=times.hours_alone(occurrence),
        when=times.when(occurrence),
        when_with_date=times.when_with_date(occurrence),
        where=_where(house, occurrence, _("På nettet")),
        where_within=_where(house, occurrence, _("på nettet")),
        address=_address(house, occurrence),
        place=house.place_of(occurrence),
        price=price_of(house, occurrence),
        note=before_one_goes(house, occurrence) if joinable else "",
        ways=ways_now(house, occurrence) if held else (),
        to_do=tuple(in_a_calendar(house, occurrence)) if held else (),
        sign_up_link=sign_up_link(house, occurrence) if held else "",
        opens=sign_up.opens if sign_up and held else None,
        closes=sign_up.closes if sign_up and held else None,
    )


def with_state(day: str, state_word: str) -> str:
    """A day and, where all is not as planned, what is."""
    within = state_word[:1].lower() + state_word[1:]
    return join(_(", "), [part for part in (day, within) if part])


def _state_word(state: str) -> str:
    words_for = {"cancelled": _("Aflyst"), "moved": _("Flyttet"), "full": _("Alt er optaget")}
    return words_for.get(state, "")


def _summary(house: House, occurrence: Occurrence) -> str:
    offer = house.offer_of(occurrence)
    return words(occurrence.event.summary) or (words(offer.summary) if offer else "")


def _where(house: House, occurrence: Occurrence, online: str) -> str:
    place = house.place_of(occurrence)
    if place:
        return place.name
    return words(occurrence.event.venue) or (online if occurrence.event.online else "")


def _address(house: House, occurrence: Occurrence) -> str:
    """Name and address, for example «Solsikken, Solsikkevej 1, 0000 Eksempelby»."""
    place = house.place_of(occurrence)
    if place is None:
        event = occurrence.event
        return words(event.venue) or (event.online or "")
    if place.address is None:
        return place.name
    address = place.address
    street = isolated(f"{address.street}, {address.postal_code} {address.city}")
    return join(_(", "), [place.name, street])


def _state(house: House, occurrence: Occurrence) -> tuple[str, str]:
    if occurrence.status == "cancelled":
        reason = _why_cancelled(house, occurrence)
        return "cancelled", fill("{0} {1}", _("Aflyst."), reason) if reason else _("Aflyst.")
    if occurrence.status == "moved":
        return "moved", join(" ", list(_how_moved(occurrence)))
    return ("full", _("Alt er optaget.")) if occurrence.event.full else ("planned", "")


def _why_cancelled(house: House, occurrence: Occurrence) -> str:
    if occurrence.offer_ended:
        return _why_ended(house, occurrence)
    if not occurrence.house_closed:
        return words(occurrence.reason_text)
    reason = words(occurrence.reason_text) or (_(occurrence.reason) if occurrence.reason else "")
    return _("Lukket: {reason}", reason=reason) if reason else _("Huset har lukket.")


def _why_ended(house: House, occurrence: Occurrence) -> str:
    offer = house.offer_of(occurrence)
    ended = ended_in_words(offer) if offer else ""
    reason = occurrence.reason_text
    return fill("{0} {1}", ended, words(reason)) if reason else ended


def _how_moved(occurrence: Occurrence) -> Iterator[str]:
    if occurrence.date != occurrence.original_date:
        yield _("Flyttet fra {day}.", day=day_and_month(occurrence.original_date))
    else:
        yield _("Flyttet.")
    if occurrence.reason_text:
        yield fill("{0}.", without_full_stop(words(occurrence.reason_text)))
    if occurrence.event.full:
        yield _("Alt er optaget.")
