"""Which shared articles a house has: those it has chosen and has what they speak of, and always
those that somebody in danger is led to."""

from __future__ import annotations

from site_generator.records.markdown_pages import MarkdownPage
from site_generator.records.municipality import Municipality
from site_generator.records.shared_content import SharedContent
from site_generator.schema.choices import GONE, ArticleNeed


def articles_for(municipality: Municipality, shared: SharedContent) -> tuple[MarkdownPage, ...]:
    chosen = municipality.site.articles
    needed = {name for danger in shared.dangers for name in danger.shows}
    return tuple(
        page
        for page in shared.articles
        if page.slug in needed
        or ((chosen is None or page.slug in chosen) and holds(municipality, page))
    )


def holds(municipality: Municipality, page: MarkdownPage) -> bool:
    """Whether the house has all that the article needs."""
    has = {
        ArticleNeed.PLACE: any(place.address for place in municipality.location.places),
        ArticleNeed.PHONE: municipality.site.contact.phone is not None,
        ArticleNeed.OFFERS: _offers_some(municipality, page),
    }
    return all(has[need] for need in page.head.needs)


def _offers_some(municipality: Municipality, page: MarkdownPage) -> bool:
    topics = {t for o in municipality.offers if o.status not in GONE for t in o.topics}
    return bool(topics & set(page.head.topics))
