"""A built site is read back: what is wrong with it is found, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import build_site, copied_project, golden_project, replace_in

from site_generator.verify.site import verify

FRONT = "testkommune/index.html"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The golden site, to be spoilt."""
    build_site(golden_project(tmp_path / "project"), tmp_path / "site")
    return tmp_path / "site"


def found(site: Path) -> list[str]:
    return [problem.message for problem in verify(site)]


def spoil(site: Path, html: str, page: str = FRONT) -> list[str]:
    """What is found after some HTML was put at the end of a page's content."""
    replace_in(site / page, "</main>", f"{html}</main>")
    return found(site)


def test_a_good_site_is_without_fault(built: Path):
    """What the program builds holds everything that it promises."""
    assert found(built) == []


@pytest.mark.parametrize(
    "base_url", ["https://eksempel.dk/", "https://eksempel.dk/familiehuse/", "https://eksempel.dk"]
)
def test_a_site_below_a_path_is_without_fault(tmp_path: Path, base_url: str):
    """The pages for lost visitors link from the top of the server, as GitHub Pages has it."""
    build_site(golden_project(tmp_path / "project"), tmp_path / "site", base_url=base_url)
    assert found(tmp_path / "site") == []


def test_a_house_with_its_own_domain_is_without_fault(tmp_path: Path):
    """Its folder is the top of a server, though here it lies beside others."""
    project = golden_project(tmp_path / "project")
    site_file = project / "municipalities" / "testkommune" / "site.yml"
    site_file.write_text(site_file.read_text("utf-8") + "base_url: https://hus.eksempel.dk/\n")
    build_site(project, tmp_path / "site")
    assert 'href="/tilbud/"' in (tmp_path / "site/testkommune/404.html").read_text("utf-8")
    assert found(tmp_path / "site") == []


@pytest.mark.parametrize(
    "target", ["findes-ikke/", "../findes-ikke.html", "/testkommune/tilbud/x/", "media/"]
)
def test_a_dead_link_is_found(built: Path, target: str):
    """Also one into a folder without a page."""
    message = f"Linket «{target}» fører ingen steder hen."
    assert spoil(built, f'<a href="{target}">x</a>') == [message]


def test_a_link_out_of_the_site_into_the_disk_is_found(built: Path):
    """On the author's machine there is a file; on the server there is none."""
    (built.parent / "hemmeligt.html").touch()
    message = "Linket «../../hemmeligt.html» fører ingen steder hen."
    assert spoil(built, '<a href="../../hemmeligt.html">x</a>') == [message]


def test_a_dead_link_is_found_on_the_page_for_the_lost(built: Path):
    """The links from the top of the server are followed, not only believed."""
    message = "Linket «/testkommune/x/» fører ingen steder hen."
    assert spoil(built, '<a href="/testkommune/x/">x</a>', "testkommune/404.html") == [message]


def test_a_missing_anchor_is_found(built: Path):
    """The page is there, the place on it is not."""
    message = "Linket «tilbud/#x» peger på et sted, som ikke er der."
    assert spoil(built, '<a href="tilbud/#x">x</a>') == [message]


@pytest.mark.parametrize(
    "html",
    ['<img src="x.webp" alt="">', '<img srcset="x.webp 480w" alt="">', '<audio src="x.webp">'],
)
def test_a_missing_picture_or_sound_is_found(built: Path, html: str):
    """Whichever of its widths a browser would ask for."""
    assert spoil(built, html) == ["Linket «x.webp» fører ingen steder hen."]


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://andre.dk/x"></script>',
        '<link rel="stylesheet" href="https://andre.dk/x">',
        '<img src="https://andre.dk/x" alt="">',
        '<img srcset="https://andre.dk/x 2x" alt="">',
        '<iframe src="https://andre.dk/x"></iframe>',
    ],
)
def test_what_comes_from_others_is_found(built: Path, html: str):
    """No third party learns that a family has opened the page."""
    assert spoil(built, html) == ["Siden henter noget fra https://andre.dk/x."]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<h1>", "<h2>", "Siden har 0 hovedoverskrifter."),
        ("</main>", "<h1>To</h1></main>", "Siden har 2 hovedoverskrifter."),
        ('<html lang="da">', "<html>", "Siden siger ikke, hvilket sprog den er på."),
        ("<title>", "<x>", "Siden har ingen titel."),
        ("</main>", '<img src="media/huset-480.webp"></main>', "Et billede har ingen tekst."),
        ("</main>", '<p id="indhold"></p></main>', "Id'et «indhold» står 2 gange."),
    ],
)
def test_a_page_without_its_bones_is_found(built: Path, old: str, new: str, message: str):
    """What every page must have, whatever it says."""
    replace_in(built / FRONT, old, new)
    assert found(built) == [message]


def test_a_problem_names_page_and_line(built: Path):
    """The one who mends it need not look for it."""
    page = built / FRONT
    page.write_text(page.read_text("utf-8") + '<a href="x/">x</a>\n', "utf-8")
    [problem] = verify(built)
    assert (problem.path, problem.line) == (FRONT, page.read_text("utf-8").count("\n"))


def test_a_folder_without_pages_is_no_good_site(tmp_path: Path):
    """Nothing wrong was found because nothing was there: that is not good news."""
    assert found(tmp_path) == ["Her er ingen sider."]


def test_all_pages_of_a_real_house_are_read(tmp_path: Path):
    """A fault deep in the site is found as one on its front page."""
    build_site(copied_project(tmp_path / "project", "vejle"), tmp_path / "site")
    page = max((tmp_path / "site").rglob("*.html"), key=lambda file: len(file.parts))
    replace_in(page, "</main>", '<a href="x/">x</a></main>')
    assert [problem.path for problem in verify(tmp_path / "site")] == [
        page.relative_to(tmp_path / "site").as_posix()
    ]


FEED = """<rss><channel xmlns:atom="http://www.w3.org/2005/Atom">
<atom:link href="https://eksempel.dk/hus/podcast/feed.xml" rel="self"/>
<item><enclosure url="https://eksempel.dk/hus/media/a.mp3" length="5" type="audio/mpeg"/></item>
<item><enclosure url="https://lyd.eksempel.dk/b.mp3" length="7" type="audio/mpeg"/></item>
</channel></rss>"""


@pytest.mark.parametrize(
    ("feed", "sound", "message"),
    [
        (FEED, "media/a.mp3 of the wrong size", "media/a.mp3 er på 29 bytes, og feedet siger 5."),
        (FEED, None, "Feedet nævner media/a.mp3, som ikke er der."),
        ("<rss>", None, "Podcastens feed kan ikke læses: no element found: line 1, column 5."),
        (FEED, "12345", None),
    ],
)
def test_a_podcast_that_promises_other_sound_than_there_is_is_found(
    built: Path, feed: str, sound: str | None, message: str | None
):
    """What lies elsewhere is not ours to look at."""
    house = built / "testkommune"
    (house / "podcast").mkdir(exist_ok=True)
    (house / "podcast" / "feed.xml").write_text(feed)
    if sound:
        (house / "media").mkdir(exist_ok=True)
        (house / "media" / "a.mp3").write_text(sound)
    assert found(built) == ([message] if message else [])
