"""A sheet for black and white carries no colour: a copier makes dots of it, or nothing."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops
from test_cases import HOUSE
from test_paper import EVERYTHING, FLYER, laid_out_house, printed_of, typesetter

from site_generator.print.grey import in_grey
from site_generator.print.sheets import Drawing
from site_generator.schema.choices import FlyerKind

__all__ = ["typesetter"]


def red_dot() -> str:
    made = BytesIO()
    Image.new("RGB", (8, 8), "red").save(made, "PNG")
    return "data:image/png;base64," + base64.b64encode(made.getvalue()).decode()


LOGO = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
<style>.a {{ fill: #c00; stroke: rgb(0, 100, 200) }} .b{{fill:hsl(120,100%,30%)}}</style>
<linearGradient id="red"><stop offset="0" stop-color="tomato"/>
<stop offset="1" style="stop-color:rgb(10%,20%,90%)"/></linearGradient>
<rect width="60" height="50" fill="url(#red)"/><circle class="a" cx="90" cy="30" r="20"/>
<rect class="b" x="120" y="10" width="30" height="30"/>
<path d="M0 60h200v20h-200z" fill="Navy" stroke='#F0A' stroke-width="3"/>
<image x="160" y="10" width="30" height="30" href="{red_dot()}"/>
<text x="5" y="95" fill="#a50f">Solsikken</text></svg>"""


def colours_of(pdf: bytes) -> int:
    """How far red, green and blue lie apart at the most colourful point of all pages, 0 to 255."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.render(scale=1.5).to_pil().convert("RGB") for page in document]
    finally:
        document.close()
    return max(map(_apart, pages))


def _apart(page: Image.Image) -> int:
    red, green, blue = page.split()
    differences = (ImageChops.difference(*two) for two in ((red, green), (green, blue)))
    return max(int(difference.getextrema()[1]) for difference in differences)


@pytest.mark.parametrize("kind", [FlyerKind.FLYER, FlyerKind.POSTER, FlyerKind.LEAFLET])
def test_a_black_sheet_has_no_point_of_colour(kind: FlyerKind, tmp_path: Path, typesetter):
    """With a logo and a photograph that have every way of being coloured."""
    media = tmp_path / "municipalities" / "testkommune" / "media"
    media.mkdir(parents=True)
    Image.new("RGB", (1200, 800), (200, 40, 10)).save(media / "hus.png")
    (media / "logo.svg").write_text(LOGO, "utf-8")
    brand = "brand:\n  colour: '#7a1f5c'\n  logo: {file: media/logo.svg, alt: Solsikken}\n"
    flyers = FLYER.format(kind=kind.value, paper="a4")
    files = EVERYTHING | {"flyers.yml": flyers, "site.yml": HOUSE["site.yml"] + brand}
    house, _ = laid_out_house(tmp_path, files)
    prints = printed_of(house, typesetter, tmp_path / "kept")
    sheets = {one.address: one.content for one in prints.files if one.address.endswith(".pdf")}
    black = {name: pdf for name, pdf in sheets.items() if "sort" in name}
    assert black
    assert {name: colours_of(pdf) for name, pdf in black.items()} == dict.fromkeys(black, 0)
    assert all(colours_of(pdf) > 40 for name, pdf in sheets.items() if name not in black)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('fill="#ff0000"', 'fill="#4c4c4c"'),
        ('fill="red"', 'fill="#4c4c4c"'),
        ("fill:#f00", "fill:#4c4c4c"),
        ("fill:rgb(255, 0, 0)", "fill:#4c4c4c"),
        ("stop-color: rgba(255,0,0,0.5)", "stop-color: rgba(76,76,76,0.5)"),
        ('fill="url(#red)"', 'fill="url(#red)"'),
        ('fill="none"', 'fill="none"'),
        ('id="red"', 'id="red"'),
        ('fill="currentColor"', 'fill="currentColor"'),
    ],
)
def test_a_colour_becomes_the_grey_that_is_as_light(before: str, after: str):
    assert in_grey(Drawing(f"<path {before}/>", "")).svg == f"<path {after}/>"
