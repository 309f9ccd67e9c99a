"""The program as others install it: a wheel, and the folder that it is unpacked to."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from building import ROOT

PROGRAM = "eksempel/familiehus"


def made_wheel(folder: Path) -> Path:
    """A wheel of what lies here, made without asking anybody for anything."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


@dataclass(frozen=True)
class Installed:
    """`python` runs the program that is installed, with `env`; nothing of this checkout."""

    python: str
    env: dict[str, str]

    def run(self, *arguments: str, folder: Path, fails: bool = False) -> str:
        """What a command says. Raises where it fails, unless it is to fail."""
        done = subprocess.run(
            [self.python, "-m", "site_generator", *arguments],
            cwd=folder,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        said = done.stdout + done.stderr
        assert bool(done.returncode) == fails, said
        return said


def unpacked(wheel: Path, folder: Path) -> Installed:
    """The wheel beside what these tests have installed already: quicker than a new environment."""
    with ZipFile(wheel) as packed:
        packed.extractall(folder)
    own = {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONSAFEPATH": "1"}
    return Installed(sys.executable, os.environ | own)


def installed_anew(wheel: Path, folder: Path) -> Installed:
    """The wheel in an environment that holds nothing else but what it asks for."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = str(folder / "bin" / "python")
    wanted = ["--constraint", str(ROOT / "constraints.txt"), str(wheel)]
    subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return Installed(python, env | {"PYTHONSAFEPATH": "1"})
