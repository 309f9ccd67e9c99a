"""What `git diff RANGE` touches: for the scripts beside it that check, build and plan only that.

Names come from git as bytes between zeros, and go on as arguments of their own: a municipality
may be called by a blank, a star, a line break or an option.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

# What all houses are made of: where it changes, all of them do.
SHARED = ("content/", "themes/", "site_generator/", "pyproject.toml", "constraints.txt")
# What builds, checks and publishes: whoever merges a change of it must read it.
MACHINERY = (
    *(".github/", ".ci/", "site_generator/", "themes/", "tests/"),
    *("pyproject.toml", "constraints.txt", "Makefile", "handbook.yml"),
    *(".gitattributes", ".gitmodules", ".gitignore", ".pre-commit-config.yaml"),
)
# What families read. All else is the program, its tests, and the papers that the tests know.
CONTENT = ("municipalities/", "content/")
NOT_FOR_FAMILIES = ("content/schema/", "content/handbook/")
CODEOWNERS = ".github/CODEOWNERS"


def changed(between: str) -> list[str]:
    """A renamed file concerns both the folder it leaves and the one it comes to."""
    command = ["git", "diff", "--no-renames", "--name-only", "-z", "--relative"]
    done = subprocess.run([*command, between, "--"], stdout=subprocess.PIPE, check=False)
    if done.returncode:
        sys.exit(done.returncode)  # or a wrong range would look like a change of nothing
    return [os.fsdecode(name) for name in done.stdout.split(b"\0") if name]


def municipalities(files: Iterable[str]) -> list[str]:
    """Also one that is no folder: a link, another repository (submodule), a stray file."""
    parts = [file.split("/") for file in files]
    return sorted({part[1] for part in parts if part[0] == "municipalities"})


def all_are_touched(files: Iterable[str], root: Path) -> bool:
    """Whether all houses are: by what they share, or since people still meet one that is gone."""
    names = list(files)
    gone = [slug for slug in municipalities(names) if not (root / "municipalities" / slug).is_dir()]
    return bool(gone) or any(file.startswith(SHARED) for file in names)


def is_content(file: str) -> bool:
    """Whether a file says something to families, or who looks after it, and nothing more."""
    return file == CODEOWNERS or (
        file.startswith(CONTENT) and not file.startswith(NOT_FOR_FAMILIES)
    )
