"""The issue that asks a house whether things still hold, and the answer to its ticks."""

from __future__ import annotations

from site_generator.addresses import STAFF
from site_generator.commands.markdown import bullets, escaped
from site_generator.making.freshness.asking import Asked
from site_generator.making.freshness.boxes import box, note_of_house
from site_generator.making.freshness.confirming import Confirmed
from site_generator.rules.reviewed_things import Thing
from site_generator.views.around.written_in import on_the_web
from site_generator.wording.in_words import plain_date

TITLE = "Er det stadig rigtigt?"
# What fits in an issue of 65,536 letters, whatever the things are called. Nobody reads more.
_MOST = 50
_MOST_TOLD = 5

_HOW = """\
Det her har ingen set efter i et år. Familierne stoler på, at det passer.

1. Klik på en linje, og læs det igennem.
2. **Passer det**, så sæt flueben. Det bliver til et forslag, som en kollega siger ja til.
3. **Passer det ikke**, så ret det i filen, og skriv datoen efter «reviewed:».
"""
_LAST = """\
Teksten her bliver skrevet på ny den første i hver måned. Er der ikke mere tilbage, lukker sagen af
sig selv. Alt om huset og dets tekster står på siden for medarbejdere, {staff}."""
_UNKNOWN = (
    "Jeg kender ikke alt det, der er sat flueben ved. Det findes måske ikke i huset mere, eller "
    "linjen er lavet om. Lad linjerne stå, som de er, og sæt kun flueben. Det her kender jeg ikke:"
)
_NO_HOUSE = (
    "Tak, fordi du svarer. Jeg kan ikke se, hvilket hus det handler om, for den første linje i "
    "sagen er lavet om. Jeg har ikke rettet noget. Luk bare sagen; næste måned kommer der en ny."
)


def title_of(asked: Asked) -> str:
    """For example «Er det stadig rigtigt? Familiens Hus, Vejle Kommune»."""
    site = asked.house.site
    return " ".join(f"{TITLE} {site.name}, {site.municipality}".split())[:200]


def body_of(asked: Asked, repository: str) -> str:
    """The whole text of an issue, each thing with its box. Ticks that stand already stay."""
    shown = asked.things[:_MOST]
    lines = (_line(thing, repository, ticked=thing.key in asked.ticked) for thing in shown)
    more = len(asked.things) - len(shown)
    parts = [
        f"{note_of_house(asked.house.slug)}\n{_HOW}",
        "\n".join(lines),
        *([f"… og {more} til. De kommer, når disse er set efter."] if more else []),
        _LAST.format(staff=_staff_page(asked)),
    ]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _line(thing: Thing, repository: str, *, ticked: bool) -> str:
    title = escaped(thing.title[:100])
    href = on_the_web(repository, thing.source)
    named = f"[{title}]({href})" if href else title
    seen = f"sidst set efter {plain_date(thing.reviewed)}" if thing.reviewed else "ingen dato"
    return box(thing.key, f"{named}: stadig rigtigt ({seen})", ticked=ticked)


def _staff_page(asked: Asked) -> str:
    base = asked.house.site.base_url
    return f"<{base}{STAFF}>" if base else f"`{asked.house.slug}/{STAFF}`"


def reply_to(done: Confirmed) -> str:
    """A comment; empty where there is nothing to say."""
    if not done.slug:
        return f"{_NO_HOUSE}\n"
    parts = []
    if done.things:
        parts += ["Tak. Det her får datoen i dag:", "\n".join(bullets(done.things))]
    if done.unknown:
        told = list(bullets(done.unknown[:_MOST_TOLD]))
        more = len(done.unknown) - len(told)
        parts += [_UNKNOWN, "\n".join([*told, *([f"- og {more} til"] if more else [])])]
    if done.faults:
        parts += ["Det her kunne jeg ikke skrive:", "\n".join(bullets(done.faults))]
    return "\n\n".join(parts) + "\n" if parts else ""
