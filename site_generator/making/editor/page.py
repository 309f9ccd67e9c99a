"""EDITOR: what stands at `/admin/`: the page, its configuration, and what others have written.

The packages are fetched from npm by `.ci/fetch-editor`; only files with the digest that is known
here are served.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

from site_generator.output import Artifact

# What is served by its name: where it lies in the folder of the packages, and its SHA-256.
PACKAGES = {
    "sveltia@0.221.1/locales/da.json": (
        "sveltia/locales/da.json",
        "facb895ea3212bcb799923c33e0f994d19f637b930917d69c62345b0f99970e9",
    ),
    "sveltia/package.json": (
        "sveltia/package.json",
        "72252e9ffbab4bf52fa3cb3b880c59ca4089c2447a4d5038b191252cb6ad3c7e",
    ),
    "sveltia-cms.js": (
        "sveltia/dist/sveltia-cms.js",
        "2fc783907e1a4a70783f155cc28435c70b8f79792f2aab75e787984e84aa413a",
    ),
    "js-yaml.js": (
        "js-yaml/dist/js-yaml.min.js",
        "32391560601990bb6e0daabd8106a35a6a539de088532413931a70a4cb4f4769",
    ),
    "material-symbols.woff2": (
        "sveltia/npm/assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2",
        "98db9feefa170bf76e9c19d19af6dd62054165efc89c4b506c361e069719e884",
    ),
    "noto-mono.woff2": (
        "sveltia/npm/assets/noto-mono-latin-400-normal-DiC8lJru.woff2",
        "2787a2983d94072a2c6262b1992a2642519800a889bd90ca1042d04a89852d58",
    ),
    "source-sans.woff2": (
        "sveltia/npm/assets/source-sans-3-latin-wght-normal-BqRLTx4X.woff2",
        "7a19a7027e125257d310c6dbd78ae3a30b5ea1e3794d60b12bb28227a003bfda",
    ),
}
_LICENCES = {
    "js-yaml.LICENSE.txt": "js-yaml/LICENSE",
    "material-symbols.LICENSE.txt": "sveltia/npm/assets/material-symbols-outlined.LICENSE.txt",
    "noto-mono.LICENSE.txt": "sveltia/npm/assets/noto-mono.LICENSE.txt",
    "source-sans.LICENSE.txt": "sveltia/npm/assets/source-sans-3.LICENSE.txt",
}
_OURS = ("editor.js", "files.js", "manual.js", "sveltia-cms.LICENSE.txt")

# Sveltia CMS fetches its letters, its languages and the number of its newest version from
# elsewhere. Ours are the same files, and the newest is the one that is here.
_FONTS = "https://cdn.jsdelivr.net/fontsource/fonts/"
_ELSEWHERE = {
    "https://unpkg.com/@sveltia/cms": "sveltia",
    f"{_FONTS}material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": "material-symbols.woff2",
    f"{_FONTS}noto-mono@5.3.0/latin-400-normal.woff2": "noto-mono.woff2",
    f"{_FONTS}source-sans-3:vf@5.3.0/latin-wght-normal.woff2": "source-sans.woff2",
}


class UnknownPackageError(Exception):
    """A file of a package that is not there, or not the one that is known."""


def admin_page(config: dict[str, Any], shapes: dict[str, Any], packages: Path) -> list[Artifact]:
    """All files below `admin/`. Raises UnknownPackageError before anything is made."""
    return [
        *(Artifact(f"admin/{name}", data) for name, data in _packaged(packages)),
        *(Artifact(f"admin/{name}", _ours(name)) for name in _OURS),
        Artifact("admin/config.yml", _json(config)),
        Artifact("admin/shapes.json", _json(shapes)),
        Artifact("admin/index.html", _ours("index.html").replace(b"@policy", _policy(config))),
    ]


def _json(value: dict[str, Any]) -> bytes:
    """JSON is YAML."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _ours(name: str) -> bytes:
    return resources.files(__package__).joinpath("served", name).read_bytes()


def _packaged(packages: Path) -> Iterator[tuple[str, bytes]]:
    for name, (file, digest) in PACKAGES.items():
        data = _read(packages / file)
        if sha256(data).hexdigest() != digest:
            raise UnknownPackageError(f"{file} er ikke den fil, der er kendt.")
        yield name, _without_elsewhere(data) if name == "sveltia-cms.js" else data
    for name, file in _LICENCES.items():
        yield name, _read(packages / file)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise UnknownPackageError(f"{file} er her ikke.") from None


def _without_elsewhere(script: bytes) -> bytes:
    for address, name in _ELSEWHERE.items():
        script = script.replace(address.encode(), name.encode())
    return script


def _policy(config: dict[str, Any]) -> bytes:
    """Only what Sveltia CMS needs on its own page, and the place where the changes go."""
    backend = config["backend"]
    github = "https://api.github.com https://www.githubstatus.com" if "repo" in backend else ""
    avatars = "https://avatars.githubusercontent.com" if "repo" in backend else ""
    rules = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",  # Svelte writes its styles into the page
        "font-src": "'self'",
        "img-src": f"'self' blob: data: {avatars}",
        "media-src": "'self' blob:",
        "connect-src": f"'self' blob: data: {github} {backend.get('base_url', '')}",
        "frame-src": "blob:",
        "worker-src": "'self' blob:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {' '.join(value.split())}" for name, value in rules.items()).encode()
