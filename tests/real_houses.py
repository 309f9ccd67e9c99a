"""The houses that are published, for the tests marked `content`: of what they say.

A repository without any house has nothing to test here; that is no fault of the program.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import yaml
from building import ROOT

REAL = ROOT / "municipalities"
REAL_SLUGS = tuple(sorted(file.parent.name for file in REAL.glob("*/site.yml")))
REAL_FILES = sorted(REAL.glob("*/*.yml"))

T = TypeVar("T")


def each(real: Iterable[T]) -> list[T | None]:
    """Parameters of a test; where there are none it stands there once, to be skipped (conftest)."""
    return [*real] or [None]


def other_languages(slug: str) -> list[str]:
    """Those that a house writes in beside Danish."""
    site = yaml.safe_load((REAL / slug / "site.yml").read_text("utf-8"))
    return [code for code in site.get("languages", ()) if code != "da"]
