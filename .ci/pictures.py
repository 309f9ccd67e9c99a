"""Take the pictures of the README and the handbook anew, from the example as it is built now.

`make pictures` runs this. Needs a Chromium (`.ci/chromium`). The day is one on which the house is
open, at an hour when it is, so that the pictures show what a family meets.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from conftest import CHROMIUM_FLAGS, serving  # noqa: E402

from site_generator.build import build  # noqa: E402
from site_generator.making.progress import Silent  # noqa: E402
from site_generator.project import Order, Project  # noqa: E402

PICTURES = ROOT / "content" / "handbook" / "pictures"
NOW = datetime(2026, 11, 23, 10, 15, tzinfo=ZoneInfo("Europe/Copenhagen"))


@dataclass(frozen=True)
class Shot:
    """A page as it is seen in a window of `width` by `height` CSS pixels."""

    name: str
    page: str
    width: int
    height: int


SHOTS = (
    Shot("forside-telefon", "eksempel/", 375, 700),
    Shot("forside-skaerm", "eksempel/", 1200, 760),
    Shot("kalender-telefon", "eksempel/kalender/", 375, 700),
)


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(Order(Project(ROOT), site, ("eksempel",), date(2026, 11, 23)), Silent())
        flags = [*CHROMIUM_FLAGS, "--no-sandbox"] if os.geteuid() == 0 else CHROMIUM_FLAGS
        path = os.environ.get("CHROMIUM")
        chromium = playwright.chromium.launch(executable_path=path, args=flags)
        with serving(site) as address:
            for shot in SHOTS:
                (PICTURES / f"{shot.name}.webp").write_bytes(taken(chromium, address, shot))
        chromium.close()


def taken(browser: Browser, address: str, shot: Shot) -> bytes:
    """The picture as WebP: a fifth of a PNG, and every browser and GitHub show it."""
    window = {"width": shot.width, "height": shot.height}
    with browser.new_context(viewport=window, timezone_id="Europe/Copenhagen") as context:
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        page.goto(f"{address}/{shot.page}")
        picture = Image.open(BytesIO(page.screenshot()))
    file = BytesIO()
    picture.convert("RGB").save(file, "WEBP", quality=75, method=6)
    return file.getvalue()


if __name__ == "__main__":
    main()
