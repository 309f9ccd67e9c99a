"""TOLD: two versions of a record, field by field, in the words that editors know the fields by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from site_generator.schema.choices import Choice
from site_generator.schema.record import Record
from site_generator.schema.times import Age, DayHours
from site_generator.schema.values import LocalText, Price
from site_generator.wording.in_words import (
    age_in_words,
    in_a_row,
    plain_date,
    short_hours,
    without_full_stop,
)

# For those who write, or told by their pages.
_NOT_TOLD = frozenset(("id", "based_on", "reviewed", "sources", "updated", "picture", "logo"))
_LONG = 60
# Nobody need be told that a street is part of an address.
_SPEAK_FOR_THEMSELVES = ("contact", "address")


@dataclass(frozen=True)
class FieldChange:
    """A field that is another one now; empty where it is not given. `title` names it in Danish."""

    title: str
    before: str
    after: str


def field_changes(before: Record, after: Record, *but: str) -> Iterator[FieldChange]:
    """What differs between two records of one kind, except in some fields; records in it too."""
    for name, info in type(after).model_fields.items():
        was, now = getattr(before, name, None), getattr(after, name)
        if name in _NOT_TOLD or name in but or was == now:
            continue
        title = (info.title or name)[:1].lower() + (info.title or name)[1:]
        if isinstance(was, Record) and isinstance(now, Record):
            inside = "" if name in _SPEAK_FOR_THEMSELVES else f"{title}, "
            for field in field_changes(was, now):
                yield replace(field, title=f"{inside}{field.title}")
        else:
            old, new = in_words(was), in_words(now)
            if old != new:
                yield FieldChange(title, old, new)


def in_words(value: Any) -> str:
    """A value of a field as one would say it; a text in Danish."""
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, tuple):
        return in_a_row([said for one in value if (said := in_words(one))])
    if isinstance(value, Record):
        parts = [in_words(getattr(value, name)) for name in type(value).model_fields]
        return ", ".join(part for part in parts if part)
    return _single(value)


def _single(value: Any) -> str:
    if isinstance(value, Choice):
        return value.label[:1].lower() + value.label[1:]
    if isinstance(value, Age):
        return age_in_words(value)
    if isinstance(value, Price):
        return without_full_stop(value.text) or "gratis"
    if isinstance(value, DayHours):
        return short_hours(value)
    if hasattr(value, "isoformat"):
        return plain_date(value)
    return " ".join(str(value).split())


def now_and_before(what: str, before: str, after: str) -> str:
    """«pris: nu 20 kr., før gratis.» A long text is only said to be another one."""
    long = max(len(before), len(after)) > _LONG
    if long:
        return f"{what}: {'skrevet om' if before and after else _came(after)}."
    if not after:
        return f"{what}: taget væk, før {_ended(before)}"
    return f"{what}: nu {_unended(after)}, før {_ended(before or 'ikke oplyst')}"


def _came(after: str) -> str:
    return "kommet til" if after else "taget væk"


_SHORT = re.compile(r"\b(?:kr|pr|stk|pers|mdr|min|nr|evt|osv|mv)\.$", re.IGNORECASE)


def _unended(text: str) -> str:
    """Without the full stop of a sentence; that of «kr.» is part of the word."""
    return text if _SHORT.search(text) else text.rstrip(".")


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def language_changes(
    before: Record, after: Record, shown: Sequence[str]
) -> tuple[list[str], list[str], list[str]]:
    """Of the shown languages those that have come to a record's texts, those that are gone, and
    those that still say what the Danish text said before.

    A text that is gone altogether, such as why a day was cancelled, takes no language away.
    """
    was, now = texts_of(before), texts_of(after)
    languages = [code for code in shown if code != "da"]
    old, new = ({key: texts[key] for key in was.keys() & now.keys()} for texts in (was, now))
    come = [code for code in languages if _any(new, code) and not _any(old, code)]
    gone = [code for code in languages if _any(old, code) and not _any(new, code)]
    stale = [
        code for code in languages if any(_is_stale(was.get(k), v, code) for k, v in now.items())
    ]
    return come, gone, stale


def texts_of(record: Record) -> dict[str, LocalText]:
    """The texts of a record by their place in it, those of records inside it too."""
    found: dict[str, LocalText] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        for at, one in enumerate(value if isinstance(value, tuple) else (value,)):
            if isinstance(one, LocalText):
                found[f"{name}.{at}"] = one
            elif isinstance(one, Record):
                found |= {f"{name}.{at}.{key}": text for key, text in texts_of(one).items()}
    return found


def _any(texts: dict[str, LocalText], code: str) -> bool:
    return any(code in text.by_language for text in texts.values())


def _is_stale(was: LocalText | None, now: LocalText, code: str) -> bool:
    if was is None or str(was) == str(now):
        return False
    translated = now.by_language.get(code)
    return translated is not None and translated == was.by_language.get(code)


_NAMES = {"en": "engelsk", "uk": "ukrainsk", "ar": "arabisk"}


def languages_in_words(codes: Sequence[str]) -> str:
    return in_a_row([_NAMES.get(code, code) for code in codes])


class Details(Protocol):
    """What a change of a record says besides what it is about."""

    @property
    def translated(self) -> tuple[str, ...]: ...
    @property
    def untranslated(self) -> tuple[str, ...]: ...
    @property
    def stale(self) -> tuple[str, ...]: ...


def translations_in_words(change: Details) -> Iterator[str]:
    if change.translated:
        yield f"sprog: nu også på {languages_in_words(change.translated)}."
    if change.untranslated:
        yield f"sprog: ikke mere på {languages_in_words(change.untranslated)}."
    if change.stale:
        yield f"tekst: rettet på dansk, men ikke på {languages_in_words(change.stale)}."
