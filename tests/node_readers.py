"""Readers that others have written for node: fetched from npm once, in the version pinned."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

# Set where node cannot be had. Nothing else makes these tests pass over what needs it.
WITHOUT_NODE = "FAMILIEHUS_NO_NODE"


def node_with(folder: Path, instead_of: str) -> str:
    """The path of node, with what a folder's package.json names installed. Without node the test
    fails. `instead_of` says what is NOT done where the test is passed over."""
    if os.environ.get(WITHOUT_NODE) == "1":
        pytest.skip(f"{WITHOUT_NODE}=1: {instead_of}")
    node = shutil.which("node")
    if node is None:
        pytest.fail(f"no node: install it (Debian: nodejs npm), or set {WITHOUT_NODE}=1")
    _install(folder)
    return node


def _install(folder: Path) -> None:
    """Fetch the version that package.json names; two test processes may do so at once."""
    package = json.loads((folder / "package.json").read_text("utf-8"))
    ((name, wanted),) = package["dependencies"].items()
    modules = folder / "node_modules"
    if _installed(modules, name) == wanted:
        return
    npm = shutil.which("npm")
    if npm is None:
        pytest.fail(f"no npm, which fetches {name}: install it, or set {WITHOUT_NODE}=1")
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as new:
        shutil.copy(folder / "package.json", new)
        quietly = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        # No lock file: it would name the registry of whoever wrote it.
        subprocess.run([npm, "install", "--no-package-lock", *quietly], cwd=new, check=True)
        if modules.exists() and _installed(modules, name) != wanted:
            modules.rename(Path(new) / "old")
        with suppress(OSError):  # the other process was first
            (Path(new) / "node_modules").rename(modules)


def _installed(modules: Path, name: str) -> str | None:
    package = modules / name / "package.json"
    return json.loads(package.read_text("utf-8"))["version"] if package.exists() else None
