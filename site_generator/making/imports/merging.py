"""IMPORTS: a source beside a house: what comes into `events.yml`, and what must be told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from site_generator.making.imports.happening import Happening, Kind, Read, Remark
from site_generator.making.imports.matching import offer_of, place_of
from site_generator.making.imports.our_words import NoWordsError, hours, times_of
from site_generator.making.imports.plain_text import MAX_SUMMARY, MAX_TITLE, one_line
from site_generator.making.imports.remembered import Imported
from site_generator.making.imports.rhythm import Fields, event_of, iso
from site_generator.making.imports.three_way import in_order, merged, stamped
from site_generator.records.municipality import Municipality
from site_generator.resolve.days_off import day_off
from site_generator.resolve.recurrence import rule_dates
from site_generator.schema.values import slugify
from site_generator.wording.in_words import in_a_row, plain_date
from site_generator.write.author_edits import Add, Edit, Set, Value

# Feeds go back as far; what was over before is nobody's to come to.
_MAY_BE_PAST = dt.timedelta(days=31)
_AHEAD = dt.timedelta(days=365)
LONGEST_ID = 40


@dataclass
class Coming:
    """What an import does. `edits` are of `events.yml`; `come` and `changed` are ids."""

    edits: list[Edit] = field(default_factory=list)
    remembered: dict[str, Imported] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    come: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)


class Merging:
    """One source and one house. `events` are the activities as they stand in the file."""

    def __init__(
        self,
        house: Municipality,
        events: Sequence[Mapping[str, Value]],
        last: Mapping[str, Imported],
        today: dt.date,
    ) -> None:
        self.house, self.last, self.today = house, last, today
        self.events = {str(event.get("id", "")): dict(event) for event in events}
        self.moved_on = {one.id: one.leads_to for one in house.events.retired}
        self.coming = Coming(remembered=dict(last))
        self.taken = {*self.events, *self.moved_on, *(one.id for one in last.values())}
        self.past = 0
        self.source = ""

    def merge(self, read: Read) -> Coming:
        keys = {one.key for one in read.happenings}
        known = {self.last[key].source for key in keys if key in self.last}
        self.source = min(known or keys, default="")
        self.coming.remarks += read.remarks
        for happening in read.happenings:
            self._one(happening)
        self.coming.remarks += self._gone(keys, known)
        if self.past:
            noun = "aktivitet er" if self.past == 1 else "aktiviteter er"
            said = f"{self.past} {noun} forbi og er ikke taget med."
            self.coming.remarks.append(Remark("note", "Hele kilden", said))
        return self.coming

    def _one(self, happening: Happening) -> None:
        try:
            times = times_of(happening, self.today, self.house.opening_hours)
        except NoWordsError:
            said = f"«{happening.title}» gentages på en måde, som events.yml ikke har ord for. "
            said += "Skriv selv dagene i «dates»."
            self._tell("left_out", happening, said)
            return
        known = self.last.get(happening.key)
        if known:
            self._again(happening, known, times)
        elif happening.last and happening.last < self.today - _MAY_BE_PAST:
            self.past += 1
        else:
            self._first_time(happening, times)

    def _first_time(self, happening: Happening, times: Fields) -> None:
        fields, questions = self._fields(happening, times)
        twin = self._twin(fields)
        if twin:
            said = f"«{happening.title}» står allerede som «{twin}» og er ikke sat ind igen."
            self._tell("note", happening, said)
            self._remember(happening, twin, fields)
            return
        id_ = self._new_id(happening, times)
        self.taken.add(id_)
        self.coming.come.append(id_)
        self.coming.edits.append(Add(("events",), {"id": id_, **stamped(fields, {}, self.today)}))
        self._remember(happening, id_, fields)
        for question in questions:
            self._tell("question", happening, question)
        self._ask_about_days_off(happening, fields)

    def _again(self, happening: Happening, known: Imported, times: Fields) -> None:
        fields, questions = self._fields(happening, times)
        id_ = self.moved_on.get(known.id) or known.id
        if id_ not in self.events:
            said = f"«{happening.title}» er slettet i events.yml og bliver ikke hentet igen."
            self._tell("note", happening, said)
            return
        now = {name: value for name, value in self.events[id_].items() if name != "id"}
        result = merged(known.fields, now, fields, self.today)
        if result.fields != in_order(now):
            self.coming.changed.append(id_)
            self.coming.edits.append(Set(("events", id_), {"id": id_, **result.fields}))
        if result.conflicts:
            names = in_a_row([f"«{name}»" for name in result.conflicts])
            said = f"{id_}: {names} er ændret både her og i kilden. Det, I har skrevet, står endnu."
            self._tell("question", happening, said)
        if fields != known.fields:
            for question in questions:
                self._tell("question", happening, question)
        self._remember(happening, id_, fields)

    def _gone(self, keys: set[str], sources: set[str]) -> Iterator[Remark]:
        """What was imported once, is to come still, and is in its source no more. Of another
        source, of which nothing is in this one, nothing can be said."""
        for key, known in self.last.items():
            event = self.house_event(known.id)
            if key in keys or known.source not in sources or event is None:
                continue
            if not self._is_to_come(known):
                continue
            said = f"«{known.id}» er ikke i kilden mere. Er den aflyst, så skriv dagene i "
            said += "«cancelled». Skal den blive, så lad den stå."
            yield Remark("question", "Hele kilden", said)

    def house_event(self, id_: str) -> Mapping[str, Value] | None:
        return self.events.get(self.moved_on.get(id_) or id_)

    def _is_to_come(self, known: Imported) -> bool:
        event = event_of({"id": "x", "title": "x", **known.fields})
        if event is None:
            return True
        last = self.today + _AHEAD
        return any(rule_dates(event, None, self.today, last)) or any(
            one.to >= self.today for one in event.moved
        )

    def _fields(self, happening: Happening, times: Fields) -> tuple[Fields, list[str]]:
        """All fields but the id, and what must be asked about them."""
        offer = offer_of(happening.title[:MAX_TITLE], happening.offer, self.house.offers)
        place = place_of(happening.location, self.house.location.places)
        questions = [question for question in (offer.question, place.question) if question]
        fields: Fields = {**offer.fields, **times, **place.fields, **happening.more}
        if len(happening.title) > MAX_TITLE:
            questions.append(f"Navnet er kortet af til {MAX_TITLE} tegn. Skriv et kortere.")
        summary = one_line(happening.text)
        if len(summary) > MAX_SUMMARY:
            questions.append(f"Teksten er over {MAX_SUMMARY} tegn og er ikke taget med. Kort den.")
        elif summary:
            fields["summary"] = summary
        moved, asked = self._moved(happening)
        if moved:
            fields["moved"] = moved
        return in_order(fields), questions + asked

    def _moved(self, happening: Happening) -> tuple[list[Value], list[str]]:
        items: list[Value] = []
        questions = []
        for one in sorted(happening.moved, key=lambda one: one.date):
            item: Fields = {"date": iso(one.date), "to": iso(one.to)}
            if one.slot != happening.slot:
                item["time"] = hours(one.slot)
            place = place_of(one.location, self.house.location.places).fields.get("place")
            if place:
                item["place"] = place
            elif one.location:
                day = plain_date(one.to)
                questions.append(
                    f"Den {day} er den på «{one.location}», som ikke er et af stederne "
                    "i location.yml. Skriv stedet ind, eller sig det i «reason»."
                )
            if len(item) > 2 or one.date != one.to:
                items.append(item)
        return items, questions

    def _twin(self, fields: Fields) -> str | None:
        """An activity that stands here already: the same thing at the same times."""
        remembered = {one.id for one in self.coming.remembered.values()}
        for id_, event in self.events.items():
            if id_ not in remembered and _is_same(event, fields):
                return id_
        return None

    def _new_id(self, happening: Happening, times: Fields) -> str:
        weekday = times.get("weekly")
        words = [happening.title, *([weekday] if isinstance(weekday, str) else [])]
        base = slugify(" ".join(words))[:LONGEST_ID].strip("-") or "aktivitet"
        numbered = (f"{base}-{number}" for number in range(2, 10_000))
        return next(id_ for id_ in (base, *numbered) if id_ not in self.taken)

    def _remember(self, happening: Happening, id_: str, fields: Fields) -> None:
        self.coming.remembered[happening.key] = Imported(id_, fields, self.source)

    def _tell(self, kind: Kind, happening: Happening, said: str) -> None:
        self.coming.remarks.append(Remark(kind, happening.where, said))

    def _ask_about_days_off(self, happening: Happening, fields: Fields) -> None:
        """A calendar's rule passes over no holiday; ours does, and somebody must know."""
        event = event_of({"id": "x", "title": "x", **fields})
        if event is None or not (event.weekly or event.monthly):
            return
        hours_of_house = self.house.opening_hours
        dates = rule_dates(event, hours_of_house, self.today, self.today + _AHEAD)
        off = [day for day in dates if day_off(event, hours_of_house, day)]
        off = [day for day in off if day not in happening.skipped]
        if off:
            days = in_a_row([plain_date(day) for day in off[:4]])
            more = " og flere dage" if len(off) > 4 else ""
            said = f"«{happening.title}» gentages også {days}{more}, hvor det er helligdag "
            said += "eller huset er lukket. Her er der ingen den dag. Holdes den alligevel, så "
            self._tell(
                "question",
                happening,
                f"{said}skriv «on_public_holidays: keep» eller «when_house_is_closed: keep».",
            )


def _is_same(event: Mapping[str, Value], fields: Fields) -> bool:
    """Whether both are of the same offer or name, and have the same rule and hours."""
    one, other = (event_of({**fields_, "id": "x"}) for fields_ in (_timed(event), _timed(fields)))
    if one is None or other is None or _name(event) != _name(fields):
        return False
    return all(
        getattr(one, name) == getattr(other, name)
        for name in ("date", "dates", "weekly", "weeks", "every", "monthly", "time", "days")
    )


def _timed(fields: Mapping[str, Value]) -> Fields:
    names = ("date", "dates", "weekly", "weeks", "every", "monthly", "from", "time", "days")
    return {"title": "x", **{name: fields[name] for name in names if name in fields}}


def _name(fields: Mapping[str, Value]) -> str:
    title = fields.get("title") or fields.get("offer") or ""
    return slugify(str(title.get("da", "")) if isinstance(title, dict) else str(title))
