"""A drawing can do nothing but be looked at, also when it is opened by its own address."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Request, Route

from site_generator.read.drawings import clean_drawing
from site_generator.read.picture_files import fault_of_picture

CASES = Path(__file__).parent / "cases" / "drawings"
REFUSED = yaml.safe_load((CASES / "refused.yml").read_text("utf-8"))
KEPT = yaml.safe_load((CASES / "kept.yml").read_text("utf-8"))
ELSEWHERE = "https://andetsteds.example/x"
HERE = "https://hus.example"
AROUND = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'width="240" height="80">{}</svg>'
)


def whole(drawing: str) -> str:
    drawing = drawing.replace("%", ELSEWHERE)
    return (
        drawing if "<svg" in drawing[:5] or drawing[:2] in ("<!", "<?") else AROUND.format(drawing)
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", REFUSED)
def test_what_could_act_is_refused(tmp_path: Path, name: str, encoding: str):
    """In whatever letters it is written, and with its line."""
    file = tmp_path / "tegning.svg"
    file.write_bytes(whole(REFUSED[name]).encode(encoding))
    fault = fault_of_picture(file)
    assert fault is not None
    assert fault.message.startswith("Tegningen har ")
    assert "eller som PNG" in fault.remedy


def test_a_fault_stands_on_its_line(tmp_path: Path):
    file = tmp_path / "tegning.svg"
    file.write_text(AROUND.format("\n<g>\n<script/></g>"), "utf-8")
    fault = fault_of_picture(file)
    assert fault is not None
    assert fault.line == 3


@pytest.mark.parametrize("name", KEPT)
def test_what_is_published_says_nothing_of_its_author(name: str):
    published = clean_drawing(KEPT[name].encode())
    for secret in (b"HEMMELIGT", b"inkscape.org", b"sodipodi:", b"<!", b"<?", b"metadata"):
        assert secret not in published
    assert clean_drawing(published) == published


@pytest.mark.browser
@pytest.mark.parametrize("name", KEPT)
def test_what_is_published_looks_as_it_was_drawn(browser: Browser, name: str):
    before, asked = opened(browser, KEPT[name].encode())
    after, asked_after = opened(browser, clean_drawing(KEPT[name].encode()))
    assert before == after
    assert asked == asked_after == []


@pytest.mark.browser
def test_some_of_what_is_refused_would_have_acted(browser: Browser):
    """The table has teeth: opened as they came, these ask another server for something."""
    names = ["script", "page in a frame", "leads on", "sheet imports", "style with sets"]
    for name in names:
        _, asked = opened(browser, whole(REFUSED[name]).encode())
        assert any(address.startswith(ELSEWHERE) for address in asked), name


def opened(browser: Browser, drawing: bytes) -> tuple[bytes, list[str]]:
    """How a drawing looks by its own address, and what else the browser asked for."""
    asked: list[str] = []

    def answer(route: Route, request: Request) -> None:
        if request.url == f"{HERE}/tegning.svg":
            route.fulfill(body=drawing, content_type="image/svg+xml")
        else:
            asked.append(request.url)
            route.fulfill(body="")

    with browser.new_context(viewport={"width": 300, "height": 100}) as context:
        context.route("**/*", answer)
        page = context.new_page()
        page.goto(f"{HERE}/tegning.svg")
        page.wait_for_timeout(100)
        return page.screenshot(), [url for url in asked if not url.endswith("favicon.ico")]
