"""The same input and the same `--date` give the same bytes, wherever and whenever one builds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from building import PROJECT, ROOT, TODAY, files_below

# Every feature, many places, none: the others are made of the same.
HOUSES = ("eksempel", "aalborg", "vordingborg")


def test_two_builds_of_the_real_site_are_the_same_in_every_byte(tmp_path: Path):
    """Neither the order of sets (hash seed), the local time, the language nor the folder shows."""
    builds = [
        start_build(tmp_path / "one", seed="1", zone="Pacific/Kiritimati", language="C"),
        start_build(tmp_path / "elsewhere" / "two", seed="2", zone="Pacific/Pago_Pago"),
    ]
    for process in builds:
        assert process.wait(timeout=120) == 0
    one, two = files_below(tmp_path / "one"), files_below(tmp_path / "elsewhere" / "two")
    assert len(one) > 400, "three whole houses should have been built"
    assert one.keys() == two.keys()
    assert [address for address in one if one[address] != two[address]] == []


def start_build(
    site: Path, seed: str, zone: str, language: str = "C.UTF-8"
) -> subprocess.Popen[bytes]:
    """The two time zones are 25 hours apart: it is never the same date in both.

    Each builds in a project folder of its own, so that neither takes what the other has rendered.
    """
    root = site.parent / f"project-{seed}"
    root.mkdir(parents=True)
    for name in ("content", "themes", *(f"municipalities/{slug}" for slug in HOUSES)):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).symlink_to((PROJECT / name).resolve())
    command = ["build", "--date", str(TODAY), "--site", site, "--root", root]
    return subprocess.Popen(
        [sys.executable, "-m", "site_generator", *command],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
