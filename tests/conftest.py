"""What several test files share: the --bless option, a browser and a web server."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from building import TODAY
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from real_houses import REAL_SLUGS

from site_generator import project

CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")

# A browser under test asks nobody for anything: no updates, no sync, no first-run pages.
CHROMIUM_FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless",
        action="store_true",
        help="accept what is built now as the golden files, instead of comparing",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A repository without any house has published nothing that could be wrong."""
    if REAL_SLUGS:
        return
    for item in items:
        if item.get_closest_marker("content"):
            item.add_marker(pytest.mark.skip(reason="municipalities/ holds no house"))


@pytest.fixture(scope="session", autouse=True)
def nothing_comes_along(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The projects that tests make have no other content and themes than their own: what the real
    articles say changes nothing in the golden site."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(project, "SHIPPED", tmp_path_factory.mktemp("nothing"))
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Missing, it fails the test: a skipped test protects nobody."""
    path = chromium_path()
    if path is None:
        pytest.fail("no Chromium: run 'make test', which installs one, or set CHROMIUM=/its/path")
    # Chromium's sandbox refuses to start as root, which is who runs tests in containers.
    flags = [*CHROMIUM_FLAGS, "--no-sandbox"] if os.geteuid() == 0 else CHROMIUM_FLAGS
    with sync_playwright() as playwright:
        letters = {"FONTCONFIG_FILE": str(Path(__file__).with_name("fonts.conf"))}
        environment = os.environ | letters
        chromium = playwright.chromium.launch(executable_path=path, args=flags, env=environment)
        yield on_the_day_of_the_build(chromium)
        chromium.close()


def on_the_day_of_the_build(browser: Browser) -> Browser:
    """Its windows open on the day for which the tests build; a week later every page is stale.

    Whoever wants another moment sets the clock of the page.
    """
    new_context = browser.new_context

    def new_context_that_day(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.clock.set_fixed_time(datetime.combine(TODAY, time(10), tzinfo=UTC))
        return context

    browser.new_context = new_context_that_day
    return browser


def chromium_path() -> str | None:
    names = (os.environ.get("CHROMIUM"), *CHROMIUM_NAMES)
    return next((path for name in names if name and (path := shutil.which(name))), None)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page, 1280 px wide, into which axe-core may be put despite the site's CSP."""
    with browser.new_context(bypass_csp=True) as context:
        yield context.new_page()


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """`served(folder)` serves a folder until the tests end; gives its address, without `/`."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))


class QuietHandler(SimpleHTTPRequestHandler):
    """Gives parts of a file too (RFC 9110, 14), as servers of sites do: else no sound can be
    played from its middle."""

    def do_GET(self) -> None:
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        file = Path(self.translate_path(self.path))
        if not wanted or not file.is_file():
            super().do_GET()
            return
        content = file.read_bytes()
        begin, end = int(wanted[1]), int(wanted[2] or len(content) - 1)
        part = content[begin : end + 1]
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Range", f"bytes {begin}-{begin + len(part) - 1}/{len(content)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        self.wfile.write(part)

    def log_message(self, *_: object) -> None:
        """Say nothing for each request."""


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of browsers that left before a picture had come; of all else, say it."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    handler = partial(QuietHandler, directory=str(folder))
    with QuietServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
