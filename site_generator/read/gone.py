"""READ: the houses that are there no more, and where each leads: light, as a build asks first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from site_generator.read.entries import entries
from site_generator.read.layers import file_of
from site_generator.read.published import SLUG


@dataclass(frozen=True)
class GoneHouse:
    """`leads_to` is the folder of another house, `link` a page elsewhere; both may be empty."""

    house: str
    leads_to: str
    link: str


def gone_houses(*content: Path) -> tuple[GoneHouse, ...]:
    """Those of `retired_houses.yml`. Whether it is right is for the check to say."""
    try:
        text = file_of(content, "retired_houses.yml").read_text("utf-8", "replace")
    except OSError:
        return ()
    found = [one.values for one in entries(text, "houses")]
    return tuple(
        GoneHouse(one["house"], one.get("leads_to", ""), one.get("link", ""))
        for one in found
        if SLUG.fullmatch(one.get("house", ""))
    )
