"""The whole country: a project with any number of municipalities, the same each time.

`eksempel` stands as it is; every other is made from one of the fourteen that come from reports,
with the name of another town, and hours, activities, a picture or English that its model lacks.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[3]
# Those of the tests: what editors change would change the figures of `make bench-country`.
HOUSES = ROOT / "tests" / "houses"
EXAMPLE = "eksempel"

# Every municipality but Aarhus, so that they are 98 together with the example.
TOWNS = tuple(Path(__file__).with_name("towns.txt").read_text("utf-8").split())
MODELS = (
    *("aalborg", "esbjerg", "hedensted", "holstebro", "hvidovre", "langeland", "lolland"),
    *("odder", "roskilde", "skive", "thisted", "varde", "vejle", "vordingborg"),
)
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")

HOURS = """\
house:
  - week:
      monday: {first}.00-15.00
      tuesday: {first}.30-15.00
      wednesday: 10.30-15.00
      thursday: [{first}.00-12.00, 13.00-17.30]
      friday: 9.00-12.30
    note: Vi holder lukket, når hele huset er på kursus.
"""
EVENT = """\
  - id: {offer}-{number}
    offer: {offer}
{repeated}
    from: 2026-09-01
    until: 2027-06-18
    time: {begins}.30-{ends}.00
    place: {place}
    when_house_is_closed: keep
"""
NOT_IN_HOLIDAYS = "    in_school_holidays: skip\n"
ENGLISH = "\nlanguages: [da, en]\n"
PICTURE = """
picture:
  file: media/hus.jpg
  alt: Tegning af et hvidt hus med rødt tag og en blå dør.
"""


@dataclass(frozen=True)
class Municipality:
    """One that is made. `number` decides its model and what it has beside what the model has."""

    number: int

    @property
    def town(self) -> str:
        return TOWNS[self.number % len(TOWNS)]

    @property
    def model(self) -> str:
        return MODELS[self.number % len(MODELS)]

    @property
    def name(self) -> str:
        """What tells its house from all others, also where a town comes once more."""
        return f"{self.town} {'abcdefgh'[self._lap]}" if self._lap else self.town

    @property
    def slug(self) -> str:
        plain = self.town.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
        return f"{plain}-{self._lap + 1}" if self._lap else plain

    @property
    def _lap(self) -> int:
        return self.number // len(TOWNS)


def municipalities(count: int) -> list[Municipality]:
    """Those that stand beside the example in a collection of `count`."""
    return [Municipality(number) for number in range(count - 1)]


def make_collection(count: int, target: Path) -> list[str]:
    """A project in the new folder `target`; gives the slugs, the example's first."""
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, target / name)
    shutil.copytree(HOUSES / EXAMPLE, target / "municipalities" / EXAMPLE)
    made = municipalities(count)
    for municipality in made:
        _make(municipality, target / "municipalities" / municipality.slug)
    return [EXAMPLE, *(municipality.slug for municipality in made)]


def _make(municipality: Municipality, folder: Path) -> None:
    shutil.copytree(HOUSES / municipality.model, folder)
    _move_to_town(folder, municipality.town)
    _finish_site(folder, municipality)
    hours = folder / "opening_hours.yml"
    if not hours.exists():
        hours.write_text(HOURS.format(first=8 + municipality.number % 3), "utf-8")
    if municipality.number % 2 == 0:
        _add_events(folder, municipality.number)


def _move_to_town(folder: Path, town: str) -> None:
    old = _data(folder / "site.yml")["municipality"]
    for file in (*folder.glob("*.yml"), *folder.glob("pages/*.md")):
        text = file.read_text("utf-8")
        file.write_text(text.replace(old, f"{town} Kommune"), "utf-8")


def _finish_site(folder: Path, municipality: Municipality) -> None:
    """The house's name; English in two of fourteen, a picture in one of seven."""
    file = folder / "site.yml"
    text = re.sub(
        "^name: (.*)$",
        lambda found: f"name: {_shortened(found[1])} {municipality.name}",
        file.read_text("utf-8"),
        count=1,
        flags=re.MULTILINE,
    )
    if municipality.number % 14 in (5, 9):
        text = text.rstrip() + ENGLISH
    if municipality.number % 7 == 3:
        _draw(folder / "media", municipality.name)
        text = text.rstrip() + PICTURE
    file.write_text(text, "utf-8")


def _shortened(name: str) -> str:
    """A name that leaves room for the town's on a poster."""
    return name.strip("'")[:24].strip()


def _draw(media: Path, name: str) -> None:
    """A picture that no other house has, so that none is made for two."""
    media.mkdir(exist_ok=True)
    picture = Image.open(HOUSES / EXAMPLE / "media" / "huset.jpg")
    ImageDraw.Draw(picture).text((30, 30), name)
    picture.save(media / "hus.jpg", quality=88)


def _add_events(folder: Path, number: int) -> None:
    """Two or four activities that come again and again, where there is an offer to have them."""
    offers = [offer["id"] for offer in _data(folder / "offers.yml")["offers"] if _is_open(offer)]
    places = _data(folder / "location.yml").get("places", [])
    if offers and places:
        some = offers[: 4 if number % 4 == 0 else 2]
        events = _events(some, number, places[0]["id"])
        (folder / "events.yml").write_text("".join(("events:\n", *events)), "utf-8")


def _is_open(offer: dict[str, Any]) -> bool:
    return offer.get("access") in ("open", "sign_up")


def _events(offers: Sequence[str], number: int, place: str) -> Iterator[str]:
    for index, offer in enumerate(offers):
        day = WEEKDAYS[(number + index) % len(WEEKDAYS)]
        weekly = f"    weekly: {day}\n    every: {1 + index % 2}"
        yield EVENT.format(
            offer=offer,
            number=index,
            repeated=f"    monthly: første {day}" if index % 3 == 2 else weekly,
            begins=9 + index,
            ends=11 + index,
            place=place,
        )
        if index == 0:
            yield NOT_IN_HOLIDAYS


def _data(file: Path) -> Any:
    """A file as plain text values; nothing where there is none."""
    return yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader) if file.exists() else {}
