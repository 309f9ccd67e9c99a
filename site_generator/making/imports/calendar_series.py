"""IMPORTS: a series of a calendar, and what differs from it, as one activity."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from site_generator.making.imports.calendar_times import (
    Moment,
    NotTakenError,
    VEvent,
    day_of,
    in_denmark,
    rule_moments,
    shape,
    span,
)
from site_generator.making.imports.happening import (
    NO_REASON,
    Elsewhen,
    Extra,
    Happening,
    Off,
    Remark,
    key_of,
)
from site_generator.making.imports.plain_text import Cleaned, cleaned, one_line
from site_generator.schema.times import Slot

# «AFLYST: Babycafé», as people write in a calendar that cannot cancel.
_CALLED_OFF = re.compile(
    r"^\W*(?:er )?(?:aflyst|aflysning|canceled|cancelled|annulleret)\b\W*(?P<rest>.*)$|"
    r"^(?P<name>.+?)\W+\(?(?:er )?aflyst\)?\W*$",
    re.IGNORECASE,
)
_MORE_OFTEN = 24  # times that change with the hour of summer, where people have chosen each


@dataclass(frozen=True)
class Cast:
    """One VEVENT. `line` is where it begins in the file."""

    line: int
    uid: str
    component: VEvent

    @property
    def where(self) -> str:
        return f"Linje {self.line}"

    @property
    def is_one_of_many(self) -> bool:
        return "RECURRENCE-ID" in self.component

    @property
    def title(self) -> str:
        return self.cleaned_title.text or "Uden navn"

    @property
    def cleaned_title(self) -> Cleaned:
        found = cleaned(_text(self.component, "SUMMARY"))
        return replace(found, text=one_line(found.text))

    @property
    def called_off(self) -> str | None:
        """The name it has beside being cancelled; None where it is not."""
        found = _CALLED_OFF.match(self.title)
        if found:
            return (found["rest"] or found["name"] or "").strip()
        if str(self.component.get("STATUS", "")).upper() == "CANCELLED":
            return self.title
        return None

    @property
    def original(self) -> Moment:
        """Which time of its series it is. Raises NotTakenError."""
        try:
            return self.component["RECURRENCE-ID"].dt  # type: ignore[no-any-return]
        except (ValueError, AttributeError):
            raise NotTakenError("Der står ikke, hvilken dag den hører til.") from None


def happening_of(cast: Cast, others: Sequence[Cast]) -> tuple[Happening, list[Remark]]:
    """The activity, and what must be told of it. Raises NotTakenError."""
    begins, ends = span(cast.component)
    slot, days = shape(begins, ends)
    base = Happening(
        key=_key(cast),
        where=cast.where,
        title=cast.called_off or cast.title,
        slot=slot,
        days=days,
        dates=(day_of(begins),),
        listed=True,
        text=_description(cast.component).text,
        location=one_line(cleaned(_text(cast.component, "LOCATION")).text),
    )
    remarks = list(_remarks(cast))
    if "RRULE" not in cast.component and "RDATE" not in cast.component:
        off = (Off(base.dates[0]),) if cast.called_off is not None else ()
        return replace(base, off=off), remarks
    if cast.called_off is not None:
        raise NotTakenError("Hele rækken er aflyst. Står den i events.yml, så skriv «cancelled».")
    series = _Series(base, begins, cast)
    return series.whole(others), remarks + series.remarks


def _key(cast: Cast) -> str:
    original = [str(cast.original)] if cast.is_one_of_many else []
    return key_of([cast.uid, *original])


class _Series:
    def __init__(self, base: Happening, begins: Moment, cast: Cast) -> None:
        self.base, self.begins, self.cast = base, begins, cast
        self.remarks: list[Remark] = []

    def whole(self, others: Sequence[Cast]) -> Happening:
        base = self._by_rule() if "RRULE" in self.cast.component else self.base
        skipped = tuple(d for d in _days(self.cast.component, "EXDATE") if d in base.dates)
        added = [
            Extra(day_of(moment), self._slot(moment))
            for moment in _moments(self.cast.component, "RDATE")
        ]
        base = replace(base, skipped=skipped, extra=(*base.extra, *added))
        return self._with(base, others)

    def _by_rule(self) -> Happening:
        moments, whole = rule_moments(self.cast.component, self.begins)
        zone = self.begins.tzinfo if isinstance(self.begins, dt.datetime) else None
        zoned = [moment.replace(tzinfo=zone) for moment in moments]
        if not zoned:
            raise NotTakenError("Gentagelsen giver ingen dage. Ret den i kalenderen.")
        slots = Counter(self._slot(moment) for moment in zoned)
        slot = slots.most_common(1)[0][0]
        dates = tuple(dict.fromkeys(day_of(moment) for moment in zoned))
        if len(slots) > 1 and (not whole or len(zoned) > _MORE_OFTEN):
            raise NotTakenError(
                "Klokkeslættet skifter mellem sommer og vinter, fordi den står i en anden tidszone "
                "(UTC). Sæt tidszonen til København i kalenderen."
            )
        base = replace(
            self.base,
            slot=slot,
            dates=dates,
            listed="COUNT" in self.cast.component["RRULE"],
            until=self._until(dates, whole),
            moved=tuple(
                Elsewhen(day_of(moment), day_of(moment), self._slot(moment))
                for moment in zoned
                if self._slot(moment) != slot
            ),
        )
        return self._with_its_first(base)

    def _with_its_first(self, base: Happening) -> Happening:
        """A calendar shows the day a series begins, also where its rule passes it over."""
        first = day_of(self.begins)
        if first in base.dates:
            return base
        return replace(base, extra=(Extra(first, self._slot(self.begins)),))

    def _until(self, dates: Sequence[dt.date], whole: bool) -> dt.date | None:
        if whole:
            return dates[-1]
        written = self.cast.component["RRULE"].get("UNTIL")
        return day_of(written[0]) if written and written[0].year <= 2100 else None

    def _slot(self, moment: Moment) -> Slot:
        """The hours of one time, as long as the first is."""
        if not isinstance(moment, dt.datetime) or not isinstance(self.begins, dt.datetime):
            return self.base.slot
        begins, ends = span(self.cast.component)
        assert isinstance(begins, dt.datetime)
        assert isinstance(ends, dt.datetime)
        length = in_denmark(ends) - in_denmark(begins)
        start = in_denmark(moment)
        return Slot(_clock(start), _clock(start + length))

    def _with(self, base: Happening, others: Sequence[Cast]) -> Happening:
        for other in others:
            try:
                base = self._with_one(base, other)
            except NotTakenError as why:
                said = f"«{other.title}», der er ændret for en enkelt dag, er ikke taget med. {why}"
                self.remarks.append(Remark("left_out", other.where, said))
        return base

    def _with_one(self, base: Happening, other: Cast) -> Happening:
        if str(other.component["RECURRENCE-ID"].params.get("RANGE", "")).upper():
            raise NotTakenError("Den gælder alle følgende gange. Del rækken i to i kalenderen.")
        original = day_of(other.original)
        own = original in base.dates or original in {one.date for one in base.extra}
        if other.called_off is not None:
            reason = _reason(other)
            return replace(base, off=(*base.off, Off(original, reason))) if own else base
        begins, ends = span(other.component)
        slot, days = shape(begins, ends)
        if days != base.days:
            raise NotTakenError("Den varer et andet antal dage end de andre.")
        if not own:
            return replace(base, extra=(*base.extra, Extra(day_of(begins), slot)))
        location = one_line(cleaned(_text(other.component, "LOCATION")).text)
        elsewhere = location if location and location != base.location else ""
        self._tell_what_is_not_kept(other)
        skipped = tuple(day for day in base.skipped if day != original)
        base = replace(
            base, skipped=skipped, moved=tuple(m for m in base.moved if m.date != original)
        )
        if (day_of(begins), slot) == (original, base.slot) and not elsewhere:
            return base
        move = Elsewhen(original, day_of(begins), slot, elsewhere)
        return replace(base, moved=(*base.moved, move))

    def _tell_what_is_not_kept(self, other: Cast) -> None:
        if other.title != self.cast.title:
            said = f"Den ene dag hedder «{other.title}». Den står som «{self.base.title}», for en "
            said += "enkelt dag kan ikke have sit eget navn."
            self.remarks.append(Remark("note", other.where, said))


def _reason(cast: Cast) -> str:
    """Why, where it stands behind the word or in the text; else that nobody has said."""
    text = one_line(_description(cast.component).text)
    found = re.match(r"^(?:aflyst|aflysning|grund)\W+(?P<reason>.{3,200})$", text, re.IGNORECASE)
    return found["reason"] if found else NO_REASON


def _remarks(cast: Cast) -> Iterator[Remark]:
    found = _description(cast.component)
    if found.mails:
        said = f"«{cast.title}» har en mailadresse i teksten. Den linje er ikke taget med. Skal "
        said += "familier bruge adressen, så skriv den i «sign_up»."
        yield Remark("note", cast.where, said)
    if found.meeting or any(
        name.startswith(("X-MICROSOFT-SKYPE", "X-GOOGLE-CONF")) for name in cast.component
    ):
        said = f"«{cast.title}» har et link til et møde på nettet. Det er ikke taget med. Er det "
        said += "for alle, så skriv det i «online»."
        yield Remark("question", cast.where, said)
    if found.pictures or cast.cleaned_title.pictures:
        said = f"Billedtegn (emoji) er taget ud af «{cast.title}», for de kan ikke trykkes."
        yield Remark("note", cast.where, said)


def _description(component: VEvent) -> Cleaned:
    text = _text(component, "DESCRIPTION")
    return cleaned(text or _text(component, "X-ALT-DESC"))


def _text(component: VEvent, name: str) -> str:
    value = component.get(name, "")
    return str(value[0] if isinstance(value, list) else value)


def _moments(component: VEvent, name: str) -> Iterator[Moment]:
    value = component.get(name, [])
    for group in value if isinstance(value, list) else [value]:
        for one in getattr(group, "dts", []):
            moment = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            if 2000 <= moment.year <= 2100:
                yield moment


def _days(component: VEvent, name: str) -> tuple[dt.date, ...]:
    return tuple(sorted({day_of(moment) for moment in _moments(component, name)}))


def _clock(moment: dt.datetime) -> dt.time:
    return moment.time().replace(second=0, microsecond=0)
