"""PAGES: everything that can be found on a site, from the same records as the pages.

One index for each house and language; it is fetched once somebody searches.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from site_generator import addresses
from site_generator.language.marked import Foreign, join, plain
from site_generator.language.spoken import _, pgettext
from site_generator.output import Artifact
from site_generator.records.markdown_pages import MarkdownPage
from site_generator.schema.choices import Audience, Topic
from site_generator.schema.offers import Offer
from site_generator.schema.podcasts import Episode
from site_generator.schema.values import LocalText
from site_generator.told.activities import activity
from site_generator.told.help_lines import help_line
from site_generator.told.house import House
from site_generator.told.offers import shown_offers
from site_generator.views.search.words import AUDIENCE_WORDS, TOPIC_WORDS
from site_generator.wording.in_words import day_and_month, words

_WORD = re.compile(r"[^\W_]{3,}")
_TARGET = re.compile(r"\]\([^)]*\)")


@dataclass(frozen=True)
class Entry:
    """Something that can be found. `title` and `summary` are shown, `words` and `text` are not.

    `words` is what it is about in other words, `text` every other word that stands on the page.
    """

    title: str
    href: str
    kind: str
    summary: str
    words: str = ""
    text: str = ""


def search_index(house: House) -> Artifact:
    """All entries as JSON, in the language that is spoken; what lacks it is marked as Danish."""
    root = addresses.way_up(addresses.SEARCH)
    entries = [_as_data(entry, root) for entry in _entries(house)]
    content = json.dumps(entries, ensure_ascii=False, separators=(",", ":")) + "\n"
    return Artifact(addresses.SEARCH_INDEX, content.encode())


def _as_data(entry: Entry, root: str) -> dict[str, str]:
    href = entry.href if ":" in entry.href else root + entry.href
    data = {
        "title": plain(entry.title),
        "href": href,
        "kind": entry.kind,
        "summary": plain(entry.summary),
        "words": entry.words,
        "text": _once(entry.text, known=f"{entry.title} {entry.summary} {entry.words}"),
        "lang": entry.title.language if isinstance(entry.title, Foreign) else "",
    }
    return {name: value for name, value in data.items() if value}


def _once(text: str, known: str) -> str:
    """Each word once, without those that stand elsewhere: an index needs no sentences."""
    seen = set(_WORD.findall(known.lower()))
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
        kind = _("Ring {phone}", phone=told.phone)
        yield Entry(told.name, told.href, kind, told.summary, _topic_words(line.topics))


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
        words=f"{_topic_words(offer.topics)} {_audience_words(offer.audience)}",
        text=" ".join([*map(_said, (*texts, *more)), *people]),
    )


def _next_time(house: House, offer: Offer) -> date | None:
    held = (o for o in house.coming if o.event.offer == offer.id and o.status != "cancelled")
    return next((occurrence.date for occurrence in held), None)


def _topic_words(topics: Iterable[Topic]) -> str:
    return " ".join(f"{topic.label} {_(TOPIC_WORDS[topic])}" for topic in topics)


def _audience_words(audience: Iterable[Audience]) -> str:
    return " ".join(_(AUDIENCE_WORDS[one]) for one in audience if one in AUDIENCE_WORDS)


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
            words=_topic_words(offer.topics) if offer else "",
        )


def _of_markdown(page: MarkdownPage, address: str, kind: str) -> Entry:
    head = page.head
    about = _topic_words(head.topics)
    return Entry(words(head.title), address, kind, words(head.summary), about, _said(page.text))


def _of_podcast(house: House) -> Iterator[Entry]:
    podcast = house.municipality.podcasts
    if podcast is None:
        return
    kind = _("Podcast")
    yield Entry(words(podcast.title), addresses.PODCAST, kind, words(podcast.summary))
    yield from (_of_episode(episode, kind) for episode in podcast.episodes)


def _of_episode(episode: Episode, kind: str) -> Entry:
    return Entry(
        title=words(episode.title),
        href=addresses.episode(episode.id),
        kind=kind,
        summary=words(episode.summary),
        words=_topic_words(episode.topics),
        text=_said(episode.transcript),
    )


def _of_house(house: House) -> Iterator[Entry]:
    """The pages that every house has, with the words that lead there."""
    site, kind = house.municipality.site, _("Om huset")
    places = house.municipality.location.places
    where = " ".join(
        f"{place.name} {place.address.street} {place.address.city}" if place.address else place.name
        for place in places
    )
    yield Entry(
        _("Find os"),
        addresses.FIND_US,
        kind,
        _("Åbningstider, adresse, bus og parkering."),
        _("åbent lukket tider telefon ring mail adresse kørestol barnevogn parkering bus tog"),
        where,
    )
    about = words(site.intro)
    yield Entry(_("Om huset"), addresses.ABOUT, kind, about, text=_said(site.about))
    if house.municipality.events.events:
        summary = _("Alt, hvad der sker i huset, dag for dag.")
        yield Entry(
            _("Kalender"), addresses.CALENDAR, kind, summary, _("program aktiviteter datoer")
        )
    if house.has_flyers:
        summary = _("Til at printe og hænge op.")
        yield Entry(_("Flyers og plakater"), addresses.FLYERS, kind, summary, _("folder pdf print"))
    summary = _("Overblik over alle tilbud, og hvordan du henviser.")
    yield Entry(
        _("Til fagfolk"),
        addresses.PROFESSIONALS,
        kind,
        summary,
        _("læge jordemoder sundhedsplejerske pædagog henvise henvisning"),
    )
    summary = _("Hvad vi ved om dig, og hvad vi ikke gemmer.")
    yield Entry(
        _("Dine oplysninger"), addresses.PRIVACY, kind, summary, _("privatliv gdpr cookies data")
    )
