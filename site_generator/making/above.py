"""The story of what is no house: the page of all, and what is left of those that are gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from site_generator.feeds.gone_house import gone_house_feeds
from site_generator.html.rendering import Renderer
from site_generator.html.theme import load_theme, theme_files
from site_generator.output import Artifact
from site_generator.print.gone_house import gone_house_prints
from site_generator.print.typesetting import Typesetter
from site_generator.project import DEFAULT_THEME, Order
from site_generator.read.gone import GoneHouse
from site_generator.read.published import what_is_there
from site_generator.read.remembered import History
from site_generator.schema.values import LANGUAGES
from site_generator.told.facts import Link
from site_generator.views.all_houses import ACCENT, all_houses_page, lost_page
from site_generator.views.gone_houses import gone_house_pages
from site_generator.wording.in_words import plain_date
from site_generator.write.memory import HouseCard
from site_generator.write.standing import MARK, write_files


def make_above(order: Order, cards: Sequence[HouseCard], folder: Path) -> None:
    """Write both pages, and what they load, below a folder."""
    theme = load_theme(order.project.theme(DEFAULT_THEME))
    version, made_on = theme.version(ACCENT), plain_date(order.today)
    base_path = f"{urlsplit(order.base_url).path.rstrip('/')}/"
    languages = [theme.language(code) for code in LANGUAGES]
    lost = lost_page(base_path, version, made_on, languages)
    preview = Link("Se den rigtige side", order.base_url) if order.preview else None
    pages = (all_houses_page(cards, version, made_on, preview), lost)
    write_files(Renderer(theme.folder, order.project.kept).pages(pages), folder)
    write_files(theme_files(theme, ACCENT), folder)
    write_files([Artifact(MARK, b"")], folder)


def make_gone(order: Order, gone: Iterable[GoneHouse], history: History, folder: Path) -> None:
    """Write what stands in place of houses that are there no more: whatever they had leads on."""
    theme = load_theme(order.project.theme(DEFAULT_THEME))
    version, made_on = theme.version(ACCENT), plain_date(order.today)
    renderer = Renderer(theme.folder, order.project.kept)
    typesetter = Typesetter(theme.folder / "print")
    for one in gone:
        past = history.of(one.house)
        there = what_is_there(order.project.municipalities / (one.leads_to or one.house))
        pages = gone_house_pages(one, history, there, version, made_on)
        write_files(renderer.pages(pages), folder)
        write_files(gone_house_feeds(one, past, order.base_url), folder)
        write_files(gone_house_prints(one, past, order.base_url, typesetter), folder)
        write_files([Artifact(f"{one.house}/{MARK}", b"")], folder)
