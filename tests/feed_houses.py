"""A house with activities and opening hours of one's own, for the tests of calendars."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from building import ROOT, TODAY, golden_project
from test_recurrence import record_from

from site_generator.feeds.calendar import CalendarHead
from site_generator.feeds.house_feeds import house_feeds
from site_generator.html.theme import load_theme
from site_generator.making.houses import Workshop, open_house
from site_generator.project import Order, Project
from site_generator.records.municipality import Municipality, read_municipality
from site_generator.schema.events import EventsFile
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.told.house import House

BASE_URL = "https://www.eksempel.dk/"
HEAD = CalendarHead("kalender@testkommune.familiehus", "Kalender", "", "#1f5c57", "")


def a_house(
    events: str = "", hours: str = "", today: date = TODAY, base_url: str = BASE_URL, name: str = ""
) -> House:
    """The golden testkommune with other activities; `events` is a list as in events.yml."""
    shop, municipality = _golden()
    site = municipality.site.model_copy(update={"name": name} if name else {})
    own = replace(
        municipality,
        site=site,
        events=record_from(EventsFile, f"events:\n{events}") if events else EventsFile(),
        opening_hours=record_from(OpeningHoursFile, hours) if hours else None,
    )
    theme = load_theme(ROOT / "themes" / "familiehus")
    return open_house(own, shop.shared, theme, today, base_url)


@cache
def _golden() -> tuple[Workshop, Municipality]:
    with TemporaryDirectory() as folder:
        root = golden_project(Path(folder) / "project")
        shop = Workshop(Order(Project(root), Path(), (), TODAY))
        municipality, _ = read_municipality(root / "municipalities" / "testkommune", shop.shared)
        assert municipality
        return shop, municipality


def feeds_of(house: House) -> dict[str, bytes]:
    """Every calendar of a house by its address."""
    return {artifact.address: artifact.content for artifact in house_feeds(house)}
