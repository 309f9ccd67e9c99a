"""A build writes the whole site or nothing, and never replaces a folder that it did not make."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import build_site, copied_project, files_below

from site_generator.output import Artifact
from site_generator.write import exchange
from site_generator.write.standing import MARK, NotOurFolderError, new_folder, write_files


def write(target: Path, name: str, text: str) -> None:
    with new_folder(target) as folder:
        (folder / name).write_text(text, "utf-8")


def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path: Path):
    """What was in the old site and is not in the new one is gone."""
    write(tmp_path / "site", "gammel.html", "1")
    write(tmp_path / "site", "ny.html", "2")
    assert files_below(tmp_path / "site") == {MARK: b"", "ny.html": b"2"}


def test_a_failed_build_leaves_the_old_site_as_it_was(tmp_path: Path):
    """The exception comes through, and the site and the folder around it are untouched."""
    write(tmp_path / "site", "index.html", "1")
    with pytest.raises(ZeroDivisionError), new_folder(tmp_path / "site") as folder:
        (folder / "index.html").write_text("2", "utf-8")
        raise ZeroDivisionError
    assert files_below(tmp_path) == {f"site/{MARK}": b"", "site/index.html": b"1"}


def test_a_failed_first_build_leaves_nothing(tmp_path: Path):
    """Half a site is worse than none."""
    with pytest.raises(KeyboardInterrupt), new_folder(tmp_path / "site") as folder:
        (folder / "index.html").write_text("2", "utf-8")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_the_old_site_comes_back_where_the_swap_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Where the system cannot swap two folders there are two renamings, and a disk that refuses
    the second must not leave the visitors without a site."""
    write(tmp_path / "site", "index.html", "1")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "folder":
            raise OSError("no space left")
        return rename(self, target)

    monkeypatch.setattr(exchange, "_swapped", lambda *_: False)
    write(tmp_path / "site", "index.html", "2")
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="no space left"):
        write(tmp_path / "site", "index.html", "3")
    assert files_below(tmp_path) == {f"site/{MARK}": b"", "site/index.html": b"2"}


def test_nothing_is_left_beside_the_site(tmp_path: Path):
    """The temporary folders are in the same place as the site, and gone when it stands."""
    for text in "12":
        write(tmp_path / "site", "index.html", text)
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_a_web_server_may_read_the_folder(tmp_path: Path):
    """Temporary folders are private to their owner; a site is not."""
    write(tmp_path / "site", "index.html", "1")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("name", ["site", "mappe/.."])
def test_a_folder_with_somebody_elses_files_is_refused(tmp_path: Path, name: str):
    """Nobody's photographs are deleted because of a wrong --site."""
    (tmp_path / "mappe").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "ferie.jpg").touch()
    with pytest.raises(NotOurFolderError):
        write(tmp_path / name, "index.html", "1")
    assert files_below(tmp_path) == {"site/ferie.jpg": b""}


def test_a_file_where_the_site_should_be_is_refused(tmp_path: Path):
    """A file is no folder of ours, also where it is empty."""
    (tmp_path / "site").touch()
    with pytest.raises(NotOurFolderError):
        write(tmp_path / "site", "index.html", "1")


def test_an_empty_folder_may_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The folder that one stands in too, which has no name of its own."""
    (tmp_path / "her").mkdir()
    monkeypatch.chdir(tmp_path / "her")
    write(Path(), "index.html", "1")
    assert "her/index.html" in files_below(tmp_path)


def test_a_link_to_a_site_stays_a_link(tmp_path: Path):
    """Servers often point at the current site by a link."""
    write(tmp_path / "site", "index.html", "1")
    (tmp_path / "link").symlink_to("site")
    write(tmp_path / "link", "index.html", "2")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "site" / "index.html").read_text() == "2"


def test_files_are_written_with_the_folders_they_need(tmp_path: Path):
    """An address is a path below the site."""
    write_files([Artifact("media/a/huset-480.webp", b"1"), Artifact("q.txt", b"2")], tmp_path)
    assert files_below(tmp_path) == {"media/a/huset-480.webp": b"1", "q.txt": b"2"}


@pytest.mark.parametrize("address", ["../ude.txt", "a/../../ude.txt", "/tmp/ude.txt"])
def test_no_address_leads_out_of_the_site(tmp_path: Path, address: str):
    """No path leaves its folder, whatever an id says."""
    (tmp_path / "site").mkdir()
    with pytest.raises(ValueError, match="address leaves the site"):
        write_files([Artifact(address, b"1")], tmp_path / "site")
    assert files_below(tmp_path) == {}


# Whole builds


def test_building_one_municipality_keeps_the_others(tmp_path: Path):
    """Only the folder of the one that is named is new."""
    project, site = copied_project(tmp_path / "project", "skive", "vejle"), tmp_path / "site"
    build_site(project, site)
    before = files_below(site)
    (site / "skive" / "findes-ikke-mere.html").touch()
    build_site(project, site, "skive")
    assert files_below(site) == before


def test_everything_may_be_built_after_a_single_municipality(tmp_path: Path):
    """A site that began with one municipality is as much ours as a whole one."""
    project, site = copied_project(tmp_path / "project", "skive", "vejle"), tmp_path / "site"
    build_site(project, site, "skive")
    build_site(project, site)
    assert (site / "vejle" / "index.html").is_file()
    assert (site / "index.html").is_file()


def test_a_single_municipality_does_not_replace_a_foreign_folder(tmp_path: Path):
    """A folder that happens to be called as a municipality is not ours."""
    project, site = copied_project(tmp_path / "project", "skive"), tmp_path / "site"
    (site / "skive").mkdir(parents=True)
    (site / "skive" / "ferie.jpg").touch()
    with pytest.raises(NotOurFolderError):
        build_site(project, site, "skive")
    assert files_below(site) == {"skive/ferie.jpg": b""}
