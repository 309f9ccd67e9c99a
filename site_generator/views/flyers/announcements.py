"""PAGES: ready texts to copy for Aula, Digital Post and social media, from the same records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from site_generator.language.marked import join
from site_generator.language.spoken import _
from site_generator.told.activities import activity, can_be_joined
from site_generator.told.addresses import house_address
from site_generator.told.closings import all_closed
from site_generator.told.house import House
from site_generator.told.promises import promises
from site_generator.told.week_in_short import WeekInShort, days_in_a_row, weeks_in_short
from site_generator.wording.in_words import words
from site_generator.wording.markup import to_text

# Our own limits, well inside what the channels take: the texts are read on a phone, and a post
# on X holds 280 characters.
_AULA = 700
_DIGITAL_POST = 1000
_SOCIAL_MEDIA = 280
_EVENTS = 3


@dataclass(frozen=True)
class Announcement:
    """A text to copy: paragraphs of lines. `length` says how long it is and how long it may be."""

    channel: str
    heading: str
    paragraphs: tuple[tuple[str, ...], ...]
    length: str


@dataclass(frozen=True)
class _Line:
    """A line of a text; the ones with the highest `rank` go first when there is no room."""

    text: str
    rank: int


def announcements(house: House) -> tuple[Announcement, ...]:
    """One for each channel, each within its length."""
    name = house.municipality.site.name
    question = _("Kender du {name}?", name=name)
    return (
        _announcement(_("Aula"), question, _for_aula(house), _AULA),
        _announcement(_("Digital Post"), question, _for_digital_post(house), _DIGITAL_POST),
        _announcement(_("Sociale medier"), "", _for_social_media(house), _SOCIAL_MEDIA),
    )


def _announcement(channel: str, heading: str, lines: Iterator[_Line], most: int) -> Announcement:
    text = _within(most, list(lines))
    length = _("{count} af {most} tegn", count=len(text), most=most)
    paragraphs = tuple(tuple(part.split("\n")) for part in text.split("\n\n"))
    return Announcement(channel, heading, paragraphs, length)


def _within(most: int, lines: list[_Line]) -> str:
    """The lines, without the least important ones if that is what it takes."""
    lines = [line for line in lines if line.text]
    while len(text := _joined(lines)) > most and len(lines) > 1:
        lines.remove(max(reversed(lines), key=lambda line: line.rank))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _joined(lines: Sequence[_Line]) -> str:
    return "\n\n".join(line.text for line in lines)


def _for_aula(house: House) -> Iterator[_Line]:
    site = house.municipality.site
    yield _Line(words(site.headline), 1)
    yield _Line(to_text(words(site.intro)), 5)
    yield _Line(_promised(house), 2)
    yield _Line(_closed(house), 1)
    yield _Line(_next_events(house), 4)
    yield _Line(_contact(house), 3)
    yield _Line(_read_more(house), 0)


def _for_digital_post(house: House) -> Iterator[_Line]:
    site = house.municipality.site
    yield _Line(_("Kære forælder"), 4)
    yield _Line(words(site.headline), 0)
    yield _Line(to_text(words(site.intro)), 3)
    yield _Line(_promised(house), 1)
    yield _Line(_opening_hours(house), 2)
    yield _Line(_contact(house), 1)
    yield _Line(_read_more(house), 0)
    yield _Line(_("Venlig hilsen\n{name}", name=site.name), 4)


def _for_social_media(house: House) -> Iterator[_Line]:
    yield _Line(words(house.municipality.site.headline), 1)
    yield _Line(_closed(house), 1)
    yield _Line(_promised(house), 3)
    yield _Line(_contact(house), 4)
    yield _Line(_read_more(house), 0)


def _promised(house: House) -> str:
    return " ".join(f"{promise}." for promise in promises(house))


def _opening_hours(house: House) -> str:
    return "\n".join(filter(None, (_week(week) for week in weeks_in_short(house))))


def _week(week: WeekInShort) -> str:
    if week.instead:
        return f"{week.name}: {week.instead}" if week.name else week.instead
    if not week.days:
        return ""
    days = days_in_a_row(week)
    if week.name:
        text = _("{place} har åbent {days}.", place=week.name, days=days)
    else:
        text = _("Vi har åbent {days}.", days=days)
    return join(" ", [text, week.how_long] if week.how_long else [text])


def _closed(house: House) -> str:
    """Where there is no door to come to, the post says so, whatever else it says."""
    if not all_closed(house):
        return ""
    return "\n".join(filter(None, (_week(week) for week in weeks_in_short(house) if week.instead)))


def _next_events(house: House) -> str:
    near = [activity(house, o) for o in house.coming if can_be_joined(o)][:_EVENTS]
    lines = [f"{told.when_with_date}: {told.title}" for told in near]
    return "\n".join([_("Det sker snart:"), *lines]) if lines else ""


def _contact(house: House) -> str:
    contact = house.municipality.site.contact
    phone = _("Ring {phone}", phone=contact.phone) if contact.phone else ""
    where = house_address(house)
    come = _("Kom forbi {address}", address=where) if where and not all_closed(house) else ""
    return "\n".join(filter(None, (phone, come)))


def _read_more(house: House) -> str:
    return _("Læs mere: {address}", address=house.base_url) if house.base_url else ""
