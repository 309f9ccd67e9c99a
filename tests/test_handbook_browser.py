"""The handbook as a colleague meets it: on a phone, by keyboard, in the dark, searching."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from accessibility import axe_in_the_light_and_in_the_dark, sideways_scroll, tab_walk
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parent.parent
WORDS = yaml.safe_load((ROOT / "tests/cases/handbook/words.yml").read_text("utf-8"))
PAGES = sorted(
    page.relative_to(ROOT / "content/handbook")
    for page in (ROOT / "content/handbook").rglob("*.md")
)
ADDRESSES = [page.with_suffix("").as_posix().removesuffix("index") for page in PAGES]

PHONE = {"width": 375, "height": 667}
LAPTOP = {"width": 1280, "height": 800}
every_page = pytest.mark.parametrize("path", [*ADDRESSES, "404.html"], ids=lambda p: p or "index")
phone_and_laptop = pytest.mark.parametrize("window", [PHONE, LAPTOP], ids=["phone", "laptop"])


@pytest.fixture(scope="session")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook, built as `make handbook` builds it."""
    folder = tmp_path_factory.mktemp("handbook") / "haandbog"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "handbook.yml"]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([*command, "--site-dir", str(folder)], cwd=ROOT, env=quiet, check=True)
    return folder


@pytest.fixture(scope="session")
def address(handbook: Path, served: Callable[[Path], str]) -> str:
    return f"{served(handbook.parent)}/haandbog"


@every_page
@phone_and_laptop
def test_axe_finds_nothing(page: Page, address: str, path: str, window: dict[str, int]):
    page.set_viewport_size(window)
    page.goto(f"{address}/{path}")
    assert axe_in_the_light_and_in_the_dark(page) == []
    assert sideways_scroll(page) == 0


@pytest.mark.parametrize("path", ["", "filerne", "beskeder", "adr", "404.html"])
@phone_and_laptop
def test_everything_can_be_reached_by_keyboard(
    page: Page, address: str, path: str, window: dict[str, int]
):
    page.set_viewport_size(window)
    page.goto(f"{address}/{path}")
    assert tab_walk(page) == []
