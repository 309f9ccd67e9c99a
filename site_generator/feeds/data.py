"""RENDER: today's hours, what is on and the offers, as JSON that other sites may show."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, Literal, cast

from pydantic import BaseModel

from site_generator import addresses
from site_generator.feeds.data_models import (
    About,
    Closing,
    Day,
    Duty,
    Event,
    EventsData,
    OffersData,
    OfferTold,
    Page,
    Pages,
    Status,
    Time,
    TodayData,
    Way,
    schema,
)
from site_generator.language.marked import Foreign, plain
from site_generator.language.spoken import _, spoken
from site_generator.output import Artifact
from site_generator.resolve.occurrence import COPENHAGEN
from site_generator.resolve.recurrence import Occurrence
from site_generator.schema.choices import GONE
from site_generator.schema.offers import Offer
from site_generator.schema.times import Slot
from site_generator.told import closings, openings, today
from site_generator.told.activities import activity, coming
from site_generator.told.house import House
from site_generator.told.offers import offer_in_a_line, pause, shown_offers
from site_generator.wording.in_words import words

# A site that is built each night, and was not for some nights, still has the right day.
_DAYS = 7
_MOST_EVENTS = 60


def house_data(house: House) -> Iterator[Artifact]:
    """The files in the language that is spoken, at their addresses within its folder."""
    about = _about(house)
    days = tuple(_day(house, told) for told in today.days_told(house, _DAYS))
    yield _file("today", TodayData(house=about, days=days))
    events = tuple(_event(house, one) for one in coming(house, _MOST_EVENTS))
    yield _file("events", EventsData(house=about, events=events))
    offers = tuple(_offer(offer) for offer in shown_offers(house))
    yield _file("offers", OffersData(house=about, offers=offers))


def data_schema() -> Artifact:
    """What may stand in them: the same in every language."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2)
    return Artifact(addresses.DATA_SCHEMA, f"{text}\n".encode())


def _file(name: str, told: BaseModel) -> Artifact:
    return Artifact(addresses.data(name), f"{told.model_dump_json()}\n".encode())


def _about(house: House) -> About:
    site, language = house.municipality.site, spoken()
    return About(
        name=site.name,
        municipality=site.municipality,
        notice=plain(house.demo_notice),
        url=house.base_url,
        language=language.code,
        direction=cast(Literal["ltr", "rtl"], language.direction),
        made_on=house.today,
        pages=Pages(
            front=Page(label=site.name, page=_here(addresses.FRONT)),
            hours=Page(label=_("Se åbningstiderne"), page=_here(addresses.FIND_US)),
            calendar=Page(label=_("Se hele kalenderen"), page=_here(addresses.CALENDAR)),
            offers=_offers_page(house),
        ),
    )


def _offers_page(house: House) -> Page:
    """A house without offers has no page of them: there the front page says what it is for."""
    here = addresses.OFFERS if house.municipality.offers else addresses.FRONT
    return Page(label=_("Tilbud"), page=_here(here))


def _here(address: str) -> str:
    return addresses.in_language(address, spoken().code)


def _told(**texts: str) -> dict[str, Any]:
    """Texts without their markup, and which of them are in Danish although another is spoken."""
    danish = tuple(name for name, text in texts.items() if isinstance(text, Foreign))
    return {name: plain(text) for name, text in texts.items()} | {"in_danish": danish}


def _day(house: House, told: today.DayTold) -> Day:
    view, iso = told.today, told.date.isoformat()
    if view is None:
        return Day(date=told.date, heading="", statuses=(), closings=(), duty=None)
    pairs = zip(view.statuses, told.openings, strict=True)
    return Day(
        date=told.date,
        heading=plain(view.date),
        statuses=tuple(_status(status, opening, told.date) for status, opening in pairs),
        closings=tuple(_closing(one) for one in view.closings if one.since <= iso),
        duty=Duty(name=plain(view.duty.name), call=plain(view.duty.call), href=view.duty.href)
        if view.duty
        else None,
    )


def _status(status: today.OpenStatus, opening: openings.Opening, day: dt.date) -> Status:
    hours = opening.day(day).hours
    return Status(
        kind=opening.kind,
        place=opening.place,
        state=cast(Any, status.state),
        times=tuple(_time(day, slot) for slot in hours.slots) if hours.known else (),
        **_told(label=status.label, text=status.text, next=status.next, reason=status.reason),
    )


def _time(day: dt.date, slot: Slot) -> Time:
    after = dt.timedelta(1) if slot.closes <= slot.opens else dt.timedelta()
    return Time(
        opens=dt.datetime.combine(day, slot.opens, COPENHAGEN),
        closes=dt.datetime.combine(day + after, slot.closes, COPENHAGEN),
    )


def _closing(told: closings.Closing) -> Closing:
    until = dt.date.fromisoformat(told.until) if told.until else None
    since = dt.date.fromisoformat(told.since)
    return Closing(since=since, until=until, **_told(title=told.title, text=told.text))


def _event(house: House, occurrence: Occurrence) -> Event:
    told, offer = activity(house, occurrence), house.offer_of(occurrence)
    shown = offer if offer and offer.status not in GONE else None
    return Event(
        key=occurrence.key,
        all_day=occurrence.all_day,
        starts=occurrence.starts_at(),
        ends=occurrence.ends_at(),
        state=cast(Any, told.state),
        offer=shown.id if shown else None,
        page=_here(addresses.offer(shown.id) if shown else addresses.CALENDAR),
        ways=tuple(Way(label=plain(way.label), href=way.href) for way in told.ways),
        **_told(
            title=told.title,
            summary=told.summary,
            state_text=told.state_text,
            when=told.when_with_date,
            where=told.where,
            address=told.address,
            note=told.note,
        ),
    )


def _offer(offer: Offer) -> OfferTold:
    return OfferTold(
        id=offer.id,
        page=_here(addresses.offer(offer.id)),
        **_told(
            title=words(offer.title),
            summary=words(offer.summary),
            pause=pause(offer),
            in_short=offer_in_a_line(offer),
        ),
    )
