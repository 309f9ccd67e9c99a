"""The boxes of an issue that asks whether things still hold: how they are written and read back.

What is read may have been written by anybody. A box counts only by the key in its note, and the
key means something only where the house has a thing of that name.
"""

from __future__ import annotations

import re

# Where a box says which thing it is about, nobody sees it: `<!-- offers.yml/babycafe -->`.
_BOX = re.compile(r"[-*] \[(?P<tick>[ xX])\] [^\r\n]{0,3000}<!-- (?P<key>[\w./-]{1,200}) -->")
_HOUSE = re.compile(r"<!-- stadig-rigtigt: (?P<slug>[a-z0-9][a-z0-9-]{0,99}) -->")
# An issue holds 65,536 letters.
_LONGEST = 70_000


def note_of_house(slug: str) -> str:
    return f"<!-- stadig-rigtigt: {slug} -->"


def box(key: str, said: str, *, ticked: bool = False) -> str:
    """A line of a list of things to tick. `said` is Markdown without line breaks."""
    return f"- [{'x' if ticked else ' '}] {said} <!-- {key} -->"


def house_in(body: str) -> str:
    """The slug of the house an issue is about; empty where its first line does not say."""
    found = _HOUSE.match(body)
    return found["slug"] if found else ""


def ticked_in(body: str) -> frozenset[str]:
    """The keys of the boxes with a tick. One key without and with a tick is ticked."""
    lines = body[:_LONGEST].splitlines()
    found = filter(None, map(_BOX.fullmatch, map(str.rstrip, lines)))
    return frozenset(one["key"] for one in found if one["tick"] != " ")
