"""What a machine does at the worst moment: a sentence with what to do, or simply the right site."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from building import PROJECT, ROOT, TODAY, files_below, replace_in

from site_generator.kept import Kept

UNTOUCHED = "Ingen sider er skrevet. De gamle står, som de stod."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A house without flyers, and a cache that nobody shares."""
    root = tmp_path / "project"
    shutil.copytree(PROJECT / "municipalities" / "skive", root / "municipalities" / "skive")
    (root / "municipalities/skive/flyers.yml").unlink()
    for name in ("content", "themes"):
        (root / name).symlink_to(ROOT / name)
    return root


def run(
    command: str,
    project: Path,
    *options: str | Path,
    before: Callable[[], object] | None = None,
    day: object = TODAY,
) -> tuple[int, str]:
    """The end of a command and what it says, run as a process of its own after `before`."""
    where = ("--site", project.parent / "site") if command == "build" else ()
    program = (sys.executable, "-m", "site_generator", command)
    done = subprocess.run(
        [*program, "--root", project, *where, "--date", str(day), *options],
        cwd=ROOT,
        capture_output=True,
        preexec_fn=before,
        check=False,
    )
    said = (done.stdout + done.stderr).decode()
    assert "Traceback" not in said
    return done.returncode, said


def without_the_rights_of_root() -> None:
    """Whoever may do anything (capabilities 1 to 3) would not be refused anything."""
    if os.geteuid() == 0:
        for right in (1, 2, 3):
            assert ctypes.CDLL(None).prctl(24, right, 0, 0, 0) == 0  # PR_CAPBSET_DROP


def files_up_to(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("size", [0, 3000, 20_000])
def test_a_file_that_becomes_too_large_leaves_the_old_site(project: Path, size: int):
    """As a full disk does, at whichever file; and the next build is as if nothing had been."""
    assert run("build", project)[0] == 0
    before = files_below(project.parent)
    replace_in(project / "municipalities/skive/site.yml", "headline: ", "headline: Nyt. ")
    code, said = run("build", project, before=files_up_to(size))
    assert code == 1
    assert said.startswith("Fejl: ")
    assert UNTOUCHED in said
    assert said.strip().endswith((", og prøv igen.", "du må skrive i."))
    after = files_below(project.parent)
    kept = {name: after[name] for name in after if name.startswith("site/")}
    assert kept == {name: before[name] for name in before if name.startswith("site/")}
    assert {entry.name for entry in project.parent.iterdir()} == {"project", "site"}
    assert run("build", project)[0] == 0
    whole = files_below(project.parent / "site")
    shutil.rmtree(project / ".cache")
    shutil.rmtree(project.parent / "site")
    assert run("build", project)[0] == 0
    assert files_below(project.parent / "site") == whole


@pytest.mark.parametrize("place", ["site", ".", "project/municipalities/skive"])
def test_a_folder_that_one_may_not_use_is_named(project: Path, tmp_path: Path, place: str):
    run("build", project)
    replace_in(project / "municipalities/skive/site.yml", "headline: ", "headline: Nyt. ")
    folder = tmp_path / place
    folder.chmod(0o000 if "skive" in place else 0o555)
    code, said = run("build", project, before=without_the_rights_of_root)
    folder.chmod(0o755)
    assert code == 1
    assert said.startswith(f"Fejl: Du har ikke lov til at læse eller skrive: «{tmp_path}")
    assert "Få lov til mappen, eller vælg en anden." in said
    assert run("build", project)[0] == 0


def test_a_file_that_one_may_not_read_is_a_problem_of_its_own(project: Path):
    (project / "municipalities/skive/site.yml").chmod(0)
    code, said = run("check", project, before=without_the_rights_of_root)
    assert code == 1
    assert said.startswith("municipalities/skive/site.yml:1  Filen kan ikke åbnes. Se efter, om")


def test_a_cache_that_one_may_not_write_changes_nothing(project: Path):
    (project / ".cache").mkdir(mode=0o555)
    assert run("build", project, before=without_the_rights_of_root)[0] == 0
    assert (project.parent / "site/skive/index.html").is_file()


@pytest.mark.parametrize("kind", ["a file", "a link to nowhere", "a link to itself", "a pipe"])
def test_the_cache_may_be_anything(project: Path, kind: str):
    cache = project / ".cache"
    if kind == "a file":
        cache.write_text("Jeg er en fil.")
    elif kind == "a pipe":
        os.mkfifo(cache)
    else:
        cache.symlink_to(cache if "itself" in kind else project / "nowhere")
    assert run("build", project)[0] == 0
    assert (project.parent / "site/skive/index.html").is_file()


def test_a_file_where_the_folder_of_the_site_should_be_is_told(project: Path, tmp_path: Path):
    (tmp_path / "fil").write_text("Jeg er en fil.")
    code, said = run("build", project, "--site", tmp_path / "fil" / "site")
    assert code == 1
    assert said.startswith("Fejl: En fil er, hvor der skal være en mappe, eller omvendt: «")
    assert (tmp_path / "fil").read_text() == "Jeg er en fil."


OTHER_SHAPES: list[object] = [[], None, {"skive": 1}, {"skive": ["a"] * 9}]


@pytest.mark.parametrize("shape", OTHER_SHAPES, ids=str)
def test_what_another_version_kept_is_no_fault(project: Path, shape: object):
    """Whole and with its digest, but of another shape."""
    run("build", project)
    whole = files_below(project.parent / "site")
    kept = Kept(project / ".cache" / "rendered")
    for what in (f"site {project.parent / 'site'}", f"digests {project}"):
        assert kept.find(what)
        kept.keep(what, json.dumps(shape).encode())
    for file in (project / ".cache" / "history").glob("*"):
        text = json.dumps(shape)
        file.write_text(f"{sha256(text.encode()).hexdigest()}\n{text}")
    assert run("build", project)[0] == 0
    assert files_below(project.parent / "site") == whole


def test_a_folder_in_place_of_an_entry_is_damage_and_goes(tmp_path: Path):
    kept = Kept(tmp_path)
    kept.keep("x", b"1")
    (entry,) = tmp_path.glob("*/*")
    entry.unlink()
    (entry / "inside").mkdir(parents=True)
    assert kept.find("x") is None
    kept.keep("x", b"2")
    assert kept.find("x") == b"2"


def test_a_clock_that_goes_back_gives_what_was_right_then(project: Path):
    """Built today, then for a day before it, then today again."""
    sites = []
    for day in (TODAY, TODAY - timedelta(days=40), TODAY):
        assert run("build", project, day=day)[0] == 0
        sites.append(files_below(project.parent / "site"))
    assert sites[0] == sites[2] != sites[1]
    shutil.rmtree(project / ".cache")
    shutil.rmtree(project.parent / "site")
    assert run("build", project, day=TODAY - timedelta(days=40))[0] == 0
    assert files_below(project.parent / "site") == sites[1]


@pytest.mark.parametrize("moment", [0, 0.1, 0.3, 0.6])
def test_ctrl_c_while_the_program_loads_is_answered_in_danish(project: Path, moment: float):
    """Not only while it works; what it had begun is told, or nothing had been."""
    command = [sys.executable, "-X", "importtime", "-m", "site_generator", "build"]
    where = ["--root", project, "--site", project.parent / "site", "--date", str(TODAY)]
    with subprocess.Popen([*command, *where], cwd=ROOT, stderr=subprocess.PIPE) as process:
        assert process.stderr
        for line in process.stderr:  # the first module of a command: click has the word now
            if b"site_generator.commands.build" in line or b"site_generator.build" in line:
                break
        time.sleep(moment)
        process.send_signal(signal.SIGINT)
        said = process.stderr.read().decode()
    assert process.returncode in (0, 130, -signal.SIGINT)
    assert "Traceback" not in said
    assert "Afbrudt." in said or "Siderne ligger i" in said
