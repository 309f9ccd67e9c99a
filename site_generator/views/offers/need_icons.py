"""PAGES: the small drawing beside each need, so that the eye finds it before the words are read."""

from __future__ import annotations

# By the anchors of the needs.
NEED_ICONS = {
    "tal": "chat",
    "gravid": "bump",
    "baby": "bottle",
    "moed-andre": "cups",
    "far": "pram",
    "mit-barn": "family",
    "svaert": "moon",
    "par": "hearts",
    "hverdag": "coins",
    "vold": "shield",
    "mere": "umbrella",
}
UNSURE_ICON = "signpost"


def need_icon(anchor: str) -> str:
    return NEED_ICONS.get(anchor, "hands")
