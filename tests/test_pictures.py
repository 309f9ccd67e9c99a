"""Photographs lose what they tell of their place and camera, stand upright and come in widths."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
from building import PROJECT, build_site, files_below, golden_project, replace_in
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from site_generator.kept import Kept
from site_generator.pictures.encoding import AVIF, Encoder
from site_generator.pictures.photographs import (
    WIDTHS,
    Pictures,
    keep_photographs,
    render_media,
)
from site_generator.read.source import parse_document
from site_generator.records.validate import validate
from site_generator.schema.shared import Picture

# Left half red, right half blue: enough to see which side is up.
RED, BLUE = (200, 30, 30), (30, 30, 200)

# EXIF tags: orientation, maker, the block with the place, and what stands in that block.
ORIENTATION, MAKE, GPS, LATITUDE_REF, LATITUDE = 0x0112, 0x010F, 0x8825, 1, 2
SECRETS = (b"Exif", b"HEMMELIGT", b"http://ns.adobe.com/xap")


def photograph(width: int = 600, height: int = 300, **options: object) -> Image.Image:
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture


def of_many_points(width: int, height: int) -> Image.Image:
    """Hard on every format, as a photograph of grass: AVIF is the smallest."""
    return Image.effect_noise((width, height), 60)


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: which way it was held, its maker, and where it was."""
    block = Image.Exif()
    block[ORIENTATION] = orientation
    block[MAKE] = "HEMMELIGT KAMERA"
    block[GPS] = {LATITUDE_REF: "N", LATITUDE: (56.0, 6.0, 0.0)}
    return block


def rendered(folder: Path, *names: str) -> dict[str, bytes]:
    """The published files of some media, by address."""
    return {
        file.address: file.content
        for file in render_media(folder, frozenset(names), Kept(folder / ".cache"))
    }


def shown(folder: Path, name: str):
    """How a page shows a picture."""
    text = f"file: {name}\nalt: Et hus\ncredit: Fotograf\n"
    picture, _ = validate(Picture, parse_document(text, "site.yml").block)
    assert picture is not None
    return Pictures(folder).image(picture, "../")


@pytest.fixture
def media(tmp_path: Path) -> Path:
    (tmp_path / "media").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", ["hus.jpg", "hus.JPG", "hus.jpeg", "hus.png", "hus.webp"])
def test_place_and_camera_are_gone(media: Path, name: str):
    """A photograph of a child's birthday must not tell where the child lives."""
    options = {"pnginfo": png_text()} if name.endswith(".png") else {"comment": b"HEMMELIGT"}
    photograph().save(media / "media" / name, exif=exif(), xmp=xmp(), **options)
    assert any(secret in (media / "media" / name).read_bytes() for secret in SECRETS)
    for content in rendered(media, f"media/{name}").values():
        assert not any(secret in content for secret in SECRETS)
        with Image.open(BytesIO(content)) as picture:
            assert dict(picture.getexif()) == {}


def png_text() -> PngInfo:
    info = PngInfo()
    info.add_text("Author", "HEMMELIGT")
    return info


def xmp() -> bytes:
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/">HEMMELIGT http://ns.adobe.com/xap</x:xmpmeta>'


def test_no_file_of_a_built_site_tells_the_place(tmp_path: Path):
    """Neither the original nor anything else is published beside the stripped picture."""
    project = golden_project(tmp_path / "project")
    file = project / "municipalities" / "testkommune" / "media" / "huset.jpg"
    photograph(1000, 640).save(file, exif=exif())
    build_site(project, tmp_path / "site")
    published = files_below(tmp_path / "site")
    assert "testkommune/media/huset-480.webp" in published
    # A PDF says in XMP what PDF/UA asks of it: its title, its language, its standard.
    told = [
        (name, secret) for name, data in published.items() for secret in SECRETS if secret in data
    ]
    assert [name for name, _ in told if not name.endswith(".pdf")] == []
    assert {secret for name, secret in told if name.endswith(".pdf")} <= {SECRETS[-1]}


def test_no_visitor_reads_who_was_asked(tmp_path: Path):
    """The day of a consent is for those who keep the site."""
    project = golden_project(tmp_path / "project")
    asked = "  shows_children: ja\n  consent: 2025-04-17\n  consent_until: 2031-04-18\n"
    site = project / "municipalities" / "testkommune" / "site.yml"
    replace_in(site, "  credit: Test Kommune\n", f"  credit: Test Kommune\n{asked}")
    build_site(project, tmp_path / "site")
    published = files_below(tmp_path / "site")
    assert any(b"Test Kommune</figcaption>" in content for content in published.values())
    for told in ("2025-04-17", "17. april 2025", "20250417", "2031-04-18", "shows_children"):
        assert [name for name, content in published.items() if told.encode() in content] == []


@pytest.mark.parametrize(
    ("orientation", "size", "left_top"),
    [(1, (480, 240), RED), (3, (480, 240), BLUE), (6, (300, 600), RED), (8, (300, 600), BLUE)],
)
def test_a_turned_photograph_stands_upright(
    media: Path, orientation: int, size: tuple[int, int], left_top: tuple[int, int, int]
):
    """The note on how the camera was held is gone too, so the picture itself is turned."""
    photograph().save(media / "media/hus.jpg", exif=exif(orientation), quality=95)
    smallest = next(iter(rendered(media, "media/hus.jpg").values()))
    with Image.open(BytesIO(smallest)) as picture:
        assert picture.size == size
        corner = picture.convert("RGB").getpixel((5, 5))
    assert all(abs(a - b) < 40 for a, b in zip(corner, left_top, strict=True))


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (300, [300]),
        (480, [480]),
        (481, [480, 481]),
        (1600, [480, 960, 1600]),
        (4000, [480, 960, 1600]),
    ],
)
def test_a_photograph_comes_in_widths_up_to_its_own(media: Path, width: int, widths: list[int]):
    """A small phone fetches a small file, and nothing is blown up."""
    of_many_points(width, 200).save(media / "media/hus.png")
    files = rendered(media, "media/hus.png")
    fallback = [max(wide for wide in widths if wide <= 960)]
    made = [(kind, wide) for kind in ("avif", "webp") for wide in widths] + [("jpg", fallback[0])]
    assert list(files) == [f"media/hus-{wide}.{kind}" for kind, wide in made]
    for (kind, wide), content in zip(made, files.values(), strict=True):
        with Image.open(BytesIO(content)) as picture:
            assert picture.format == kind.upper().replace("JPG", "JPEG")
            assert picture.width == wide
            assert picture.height == max(1, round(200 * wide / width))


@pytest.mark.parametrize("orientation", [1, 6])
def test_the_page_asks_for_files_that_are_published(media: Path, orientation: int):
    """Names and sizes in the page are those of the files, also of a turned photograph."""
    of_many_points(1000, 500).save(media / "media/hus.jpg", exif=exif(orientation))
    files = rendered(media, "media/hus.jpg")
    image = shown(media, "media/hus.jpg")
    assert [source.type for source in image.sources] == ["image/avif", "image/webp"]
    asked = [address for source in image.sources for address in addresses(source.srcset)]
    assert [address.removeprefix("../") for address in (*asked, image.src)] == list(files)
    with Image.open(BytesIO(files[asked[-1].removeprefix("../")])) as largest:
        assert (image.width, image.height) == largest.size
    assert image.small == addresses(image.sources[1].srcset)[0]
    assert (image.alt, image.credit) == ("Et hus", "Fotograf")


def addresses(srcset: str) -> list[str]:
    return [part.split()[0] for part in srcset.split(", ")]


EXAMPLE = PROJECT / "municipalities" / "eksempel"


@pytest.mark.parametrize("name", ["media/huset.jpg", "media/legerum.jpg"])
def test_what_is_named_first_is_the_smallest(tmp_path: Path, name: str):
    """A browser takes the first that it knows, so no other may be smaller at the same width."""
    files = {
        file.address: len(file.content)
        for file in render_media(EXAMPLE, frozenset([name]), Kept(tmp_path))
    }
    stem = name.removesuffix(".jpg")
    for width in WIDTHS:
        assert files[f"{stem}-{width}.avif"] < files[f"{stem}-{width}.webp"]
    assert files[f"{stem}-960.webp"] < files[f"{stem}-960.jpg"]


def test_a_picture_that_avif_makes_larger_has_none(media: Path):
    """Flat colours, few points: nobody fetches more than the WebP would be."""
    photograph(300, 20).save(media / "media/flade.png")
    of_many_points(1000, 500).save(media / "media/hus.png")
    names = frozenset(("media/flade.png", "media/hus.png"))
    larger = keep_photographs(media, names, Kept(media / ".cache"))
    assert larger == {"media/flade.png"}
    assert list(rendered(media, "media/flade.png")) == [
        "media/flade-300.webp",
        "media/flade-300.jpg",
    ]


def test_a_page_asks_for_no_avif_that_is_not_there(tmp_path: Path):
    """In a whole build, where the pictures are made before the pages are told of them."""
    project, site = golden_project(tmp_path / "project"), tmp_path / "site"
    photograph(300, 20).save(project / "municipalities/testkommune/media/huset.jpg")
    build_site(project, site)
    pages = "".join(page.read_text("utf-8") for page in site.rglob("*.html"))
    asked = set(re.findall(r"\bhuset-\d+\.\w+", pages))
    assert asked == {"huset-300.webp", "huset-300.jpg"}
    assert {file.name for file in (site / "testkommune/media").glob("huset-*")} == asked


def test_a_picture_is_made_once_for_all_houses_and_builds(tmp_path: Path):
    """What lies in two houses under two names is encoded for the first, and kept."""
    kept, made, points = Kept(tmp_path / ".cache"), {}, of_many_points(500, 300)
    for house, name in (("a", "media/hus.jpg"), ("b", "media/vores-hus.jpg")):
        (tmp_path / house / "media").mkdir(parents=True)
        points.save(tmp_path / house / name)
        files = render_media(tmp_path / house, frozenset([name]), kept)
        made[house] = [file.content for file in files]
        entries = len(list((tmp_path / ".cache").glob("??/*")))
        assert entries == len(made["a"]) == 5
    assert made["a"] == made["b"]


def test_the_same_photograph_gives_the_same_bytes(tmp_path: Path):
    """Also where nothing was kept: another machine gives the same site."""
    files = [
        list(render_media(EXAMPLE, frozenset(["media/huset.jpg"]), Kept(tmp_path / name)))
        for name in "ab"
    ]
    assert files[0] == files[1]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_can_be_seen_through_stays_so(media: Path, mode: str):
    """A cut-out drawing on the warm ground has no black corners."""
    picture = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    picture.paste((255, 255, 255, 255), (50, 0, 100, 100))
    picture = picture.quantize(4) if mode == "P" else picture.convert(mode)
    picture.save(media / "media/hus.png")
    files = rendered(media, "media/hus.png")
    assert list(files) == ["media/hus-100.webp", "media/hus-100.png"]
    assert shown(media, "media/hus.png").src == "../media/hus-100.png"
    for content in (*files.values(), Encoder(media / "media/hus.png").encoded(100, AVIF)):
        with Image.open(BytesIO(content)) as made:
            assert made.convert("RGBA").getpixel((10, 50))[3] == 0
            assert near(made.convert("RGBA").getpixel((90, 50)), (255, 255, 255, 255), 2)


@pytest.mark.parametrize("mode", ["L", "1", "CMYK", "I;16"])
def test_every_kind_of_photograph_becomes_one_for_the_web(media: Path, mode: str):
    """Grey ones, ones from printers and ones with many bits: white stays white, black black."""
    name = "media/hus.jpg" if mode == "CMYK" else "media/hus.png"
    picture = Image.new("L", (100, 100), 0)
    picture.paste(255, (50, 0, 100, 100))
    if mode == "I;16":
        picture = picture.convert("I").point(lambda value: value * 257).convert("I;16")
    else:
        picture = picture.convert(mode)
    picture.save(media / name)
    for content in rendered(media, name).values():
        with Image.open(BytesIO(content)) as made:
            black, white = (made.convert("L").getpixel((x, 50)) for x in (10, 90))
        assert black < 20
        assert white > 235


def test_a_drawing_is_published_without_what_its_program_noted(media: Path):
    """Only what is drawn."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><!-- HEMMELIGT --><path d="M0 0"/></svg>'
    (media / "media/logo.svg").write_bytes(drawing)
    [published] = rendered(media, "media/logo.svg").values()
    assert b"HEMMELIGT" not in published
    assert b'<path d="M0 0">' in published
    assert shown(media, "media/logo.svg").src == "../media/logo.svg"
    assert shown(media, "media/logo.svg").small == "../media/logo.svg"
    assert shown(media, "media/logo.svg").sources == ()


def wide_gamut() -> bytes:
    """A profile as cameras embed it, with the primaries and the curve of Adobe RGB (1998)."""

    def xyz(*values: float) -> bytes:
        return pack(">4s4x3i", b"XYZ ", *(round(value * 65536) for value in values))

    curve = pack(">4s4xIHxx", b"curv", 1, round(2.19921875 * 256))
    tags = {
        b"wtpt": xyz(0.9642, 1, 0.8249),
        b"rXYZ": xyz(0.60974, 0.31111, 0.01947),
        b"gXYZ": xyz(0.20528, 0.62567, 0.06087),
        b"bXYZ": xyz(0.14919, 0.06322, 0.74457),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, body, start = pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for name, content in tags.items():
        table += name + pack(">II", start + len(body), len(content))
        body += content
    kind = b"mntrRGB XYZ "
    head = pack(">I4xI12s12x4s", start + len(body), 0x02100000, kind, b"acsp")
    return head.ljust(68, b"\0") + xyz(0.9642, 1, 0.8249)[8:] + bytes(48) + table + body


def near(one: tuple[int, ...], other: tuple[int, ...], by: int = 6) -> bool:
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("kind", ["jpg", "png", "cut-out.png", "palette.png"])
def test_colours_stay_what_the_camera_meant(media: Path, kind: str):
    """The profile is not published, so the points are turned into sRGB: the sky stays blue."""
    profile = wide_gamut()
    sky = Image.new("RGB", (500, 20), (120, 180, 230))
    if kind == "cut-out.png":
        sky.putalpha(128)
    if kind == "palette.png":
        sky = sky.quantize(4)
    file = media / f"media/himmel.{kind.rpartition('.')[2]}"
    sky.save(file, icc_profile=profile, **({"quality": 95} if kind == "jpg" else {}))
    for content in rendered(media, f"media/{file.name}").values():
        with Image.open(BytesIO(content)) as made:
            assert "icc_profile" not in made.info
            assert near(made.convert("RGB").getpixel((50, 10)), (81, 181, 233))


def test_a_profile_that_does_not_suit_is_left_aside(media: Path):
    """A grey picture with the profile of a coloured one, or a broken one, is shown as it is."""
    profile = wide_gamut()
    for number, wrong in enumerate((profile, profile[:60], b"x")):
        Image.new("L", (20, 20), 90).save(media / f"media/{number}.png", icc_profile=wrong)
        for content in rendered(media, f"media/{number}.png").values():
            with Image.open(BytesIO(content)) as made:
                assert near(made.convert("RGB").getpixel((5, 5)), (90, 90, 90))


def test_grey_of_sixteen_bits_stays_grey(media: Path):
    Image.new("I;16", (20, 20), 32768).save(media / "media/graa.png")
    for content in rendered(media, "media/graa.png").values():
        with Image.open(BytesIO(content)) as made:
            assert near(made.convert("RGB").getpixel((5, 5)), (128, 128, 128))
