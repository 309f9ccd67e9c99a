"""PAGES: everything that can be found on a site, from the same records as the pages.

One index for each house and language; it is fetched once somebody searches.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from site_generator import addresses
from site_generator.language.marked import Foreign, join, plain
from site_generator.language.spoken import _, pgettext
from site_generator.output import Artifact
from site_generator.records.markdown_pages import MarkdownPage
from site_generator.schema.choices import Audience, Choice, OfferStatus
from site_generator.schema.offers import Offer
from site_generator.schema.podcasts import Episode
from site_generator.schema.values import LocalText
from site_generator.told.activities import activity
from site_generator.told.help_lines import help_line
from site_generator.told.house import House
from site_generator.told.offers import shown_offers
from site_generator.told.once import once
from site_generator.views.offers.guide import has_guide
from site_generator.views.offers.in_short import see_all_offers
from site_generator.wording.in_words import day_and_month, words
from site_generator.wording.markup import to_text
from site_generator.wording.transcripts import without_times

# For whom an offer is that is for nearly everybody.
_ANYONE = {Audience.PARENTS, Audience.EXPECTING, Audience.MOTHERS, Audience.FIRST_TIME_PARENTS}

# What comes after an offer or a page that fits as well.
_ARTICLE, _EVENT, _LIST, _EPISODE, _PAUSED, _HELP_LINE = 0.9, 0.8, 0.7, 0.6, 0.8, 0.6

# An evening about a little of everything is the first answer to nothing.
_MOST_TOPICS, _LITTLE_OF_ALL = 3, 0.5

_WORD = re.compile(r"[^\W_]{3,}")
_TARGET = re.compile(r"\]\([^()]{0,1000}\)")


@dataclass(frozen=True)
class Entry:
    """Something that can be found. `title` and `summary` are shown, `words` and `text` are not.

    `words` are other words for it, `text` is every other word that stands on the page. `about` are
    its topics and audiences, its article or its page, to which `content/search.yml` leads; `topic`
    is what an offer is above all about, `only` for whom alone it is. What has a `rank` below 1
    comes after what fits as well.
    """

    title: str
    href: str
    kind: str
    summary: str
    words: str = ""
    text: str = ""
    topic: str = ""
    about: tuple[str, ...] = ()
    only: str = ""
    rank: float = 1


@once
def search_index(house: House) -> Artifact:
    """All entries as JSON, in the language that is spoken; what lacks it is marked as Danish."""
    root = addresses.way_up(addresses.SEARCH)
    idle = frozenset(word.lower() for word in house.shared.search.skipped.all)
    entries = [_as_data(entry, root, idle) for entry in _entries(house)]
    content = json.dumps(entries, ensure_ascii=False, separators=(",", ":")) + "\n"
    return Artifact(addresses.SEARCH_INDEX, content.encode())


def _as_data(entry: Entry, root: str, idle: frozenset[str]) -> dict[str, str]:
    href = entry.href if ":" in entry.href else root + entry.href
    data = {
        "title": plain(entry.title),
        "href": href,
        "kind": entry.kind,
        "summary": plain(entry.summary),
        "words": entry.words,
        "text": _once(entry.text, f"{entry.title} {entry.summary} {entry.words}", idle),
        "topic": entry.topic,
        "about": " ".join(entry.about),
        "only": entry.only,
        "rank": "" if entry.rank == 1 else str(entry.rank),
        "lang": entry.title.language if isinstance(entry.title, Foreign) else "",
    }
    return {name: value for name, value in data.items() if value}


# Articles are the same at all houses, and standard offers at many.
@lru_cache(maxsize=512)
def _once(text: str, known: str, idle: frozenset[str]) -> str:
    """Each word once, without those that stand elsewhere or say nothing: no sentences here."""
    seen = idle | set(_WORD.findall(known.lower()))
    found = _WORD.findall(_TARGET.sub("]", text).lower())
    return " ".join(word for word in dict.fromkeys(found) if word not in seen)


def _entries(house: House) -> Iterator[Entry]:
    """In the order in which they stand where they fit a search equally well."""
    yield from (_of_offer(house, offer) for offer in shown_offers(house))
    yield from _of_events(house)
    kind = _("Godt at vide")
    for page in house.articles():
        yield _of_markdown(page, addresses.article(page.slug), kind)
    yield from _of_podcast(house)
    for page in house.municipality.pages:
        yield _of_markdown(page, addresses.local_page(page.slug), _("Om huset"))
    yield from _of_house(house)
    for line in house.help_lines():
        told = help_line(line)
        yield Entry(
            title=told.name,
            href=told.href,
            kind=told.call,
            summary=told.summary,
            words=" ".join(line.words.all),
            about=_values(line.topics),
            rank=_HELP_LINE,
        )


def _of_offer(house: House, offer: Offer) -> Entry:
    texts = (offer.description, offer.application_process, offer.schedule, offer.eligibility)
    more = (offer.interpretation, offer.duration, offer.registration, *offer.elements)
    people = [profession.label for profession in offer.professions]
    next_time = _next_time(house, offer)
    coming = _("Tilbud, næste gang {day}", day=day_and_month(next_time)) if next_time else ""
    return Entry(
        title=words(offer.title),
        href=addresses.offer(offer.id),
        kind=coming or pgettext("ét tilbud", "Tilbud"),
        summary=words(offer.summary),
        text=" ".join([*map(_said, (*texts, *more)), *people]),
        topic=offer.topics[0].value,
        about=(*_values(offer.topics), *_values(a for a in offer.audience if a not in _ANYONE)),
        only=_only_for(offer),
        rank=_rank(offer),
    )


def _next_time(house: House, offer: Offer) -> date | None:
    held = (o for o in house.coming if o.event.offer == offer.id and o.status != "cancelled")
    return next((occurrence.date for occurrence in held), None)


def _values(choices: Iterable[Choice]) -> tuple[str, ...]:
    return tuple(choice.value for choice in choices)


def _rank(offer: Offer) -> float:
    if len(offer.topics) > _MOST_TOPICS:
        return _LITTLE_OF_ALL
    return 1 if offer.status is OfferStatus.ACTIVE else _PAUSED


def _only_for(offer: Offer) -> str:
    """Fathers, or the young: whoever does not ask as one of them is not led there first."""
    return "" if _ANYONE & set(offer.audience) else offer.audience[0].value


def _said(text: LocalText | None) -> str:
    return plain(words(text))


def _of_events(house: House) -> Iterator[Entry]:
    """The next time of each activity that is not found by the name of its offer; one that is
    cancelled only where no other is left."""
    found = {words(offer.title) for offer in shown_offers(house)}
    for occurrence in sorted(house.coming, key=lambda o: o.status == "cancelled"):
        told = activity(house, occurrence)
        if told.title in found:
            continue
        found.add(told.title)
        parts = (told.state_text, told.when_and_where, told.note)
        month = addresses.calendar_month(occurrence.date.replace(day=1))
        offer = house.offer_of(occurrence)
        yield Entry(
            title=told.title,
            href=f"{month}#{occurrence.key}",
            kind=_("Det sker {day}", day=day_and_month(occurrence.date)),
            summary=join(" ", [part for part in parts if part]),
            about=_values(offer.topics) if offer else (),
            only=_only_for(offer) if offer else "",
            rank=_EVENT,
        )


def _of_markdown(page: MarkdownPage, address: str, kind: str) -> Entry:
    head = page.head
    return Entry(
        title=words(head.title),
        href=address,
        kind=kind,
        summary=words(head.summary),
        text=_said(page.text),
        about=(page.slug, *_values(head.topics)),
        rank=_ARTICLE,
    )


def _of_podcast(house: House) -> Iterator[Entry]:
    podcast = house.municipality.podcasts
    if podcast is None:
        return
    kind = _("Podcast")
    yield _page(words(podcast.title), addresses.PODCAST, kind, words(podcast.summary))
    yield from (_of_episode(episode, kind) for episode in podcast.episodes)


def _of_episode(episode: Episode, kind: str) -> Entry:
    return Entry(
        title=words(episode.title),
        href=addresses.episode(episode.id),
        kind=kind,
        summary=words(episode.summary),
        text=without_times(_said(episode.transcript)),
        about=_values(episode.topics),
        rank=_EPISODE,
    )


def _of_house(house: House) -> Iterator[Entry]:
    """The pages that every house has."""
    site, kind = house.municipality.site, _("Om huset")
    summary = _("Åbningstider, adresse, bus og parkering.")
    yield _page(_("Find os"), addresses.FIND_US, kind, summary, text=_where(house))
    yield _page(
        _("Om huset"), addresses.ABOUT, kind, to_text(words(site.intro)), text=_said(site.about)
    )
    if shown_offers(house):
        yield _page(see_all_offers(house), addresses.OFFERS, kind, "")
    if has_guide(house):
        yield _page(_("Få hjælp til at finde det rette"), addresses.GUIDE, kind, "")
    if house.articles():
        summary = _("Korte tekster om det, mange forældre tænker på.")
        yield _page(_("Godt at vide"), addresses.KNOWLEDGE, kind, summary)
    if house.municipality.events.events:
        summary = _("Alt, hvad der sker i huset, dag for dag.")
        yield _page(_("Kalender"), addresses.CALENDAR, kind, summary)
    if house.has_flyers:
        summary = _("Til at printe og hænge op.")
        yield _page(_("Flyers og plakater"), addresses.FLYERS, kind, summary)
    summary = _("Overblik over alle tilbud, og hvordan du henviser.")
    yield _page(_("Til fagfolk"), addresses.PROFESSIONALS, kind, summary)
    summary = _("Hvad vi ved om dig, og hvad vi ikke gemmer.")
    yield _page(_("Dine oplysninger"), addresses.PRIVACY, kind, summary)


def _page(title: str, address: str, kind: str, summary: str, text: str = "") -> Entry:
    rank = _LIST if address in (addresses.OFFERS, addresses.GUIDE, addresses.KNOWLEDGE) else 1
    return Entry(title, address, kind, summary, text=text, about=(address.rstrip("/"),), rank=rank)


def _where(house: House) -> str:
    return " ".join(
        f"{place.name} {place.address.street} {place.address.city}" if place.address else place.name
        for place in house.municipality.location.places
    )
