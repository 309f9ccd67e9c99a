"""A year of everyday edits by authors who never heard of stamps, and those who subscribe.

Every edit is a real commit; after each, the feeds are built as they would be published. A strict
program keeps what it has unless an entry says that it is newer, by the one or the other of the two
values that say so (ICSx5 by LAST-MODIFIED, RFC 5546 by SEQUENCE). A lenient one takes what it gets.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

import pytest
import yaml
from building import replace_in
from past import SLUG, Past, feeds_at, golden_past

CASE = yaml.safe_load(
    (Path(__file__).parent / "cases" / "subscribers" / "a_year.yml").read_text("utf-8")
)
FEED, CHANGES = "kalender/alle.ics", "kalender/aendringer.ics"
STAMPS = re.compile(r"(DTSTAMP|LAST-MODIFIED|SEQUENCE)[:;]")


@dataclass
class Subscriber:
    """Keeps entries by their UID; what the feed holds no more it forgets.

    `newer` tells from an entry it has and the same one anew whether to take it.
    """

    newer: Callable[[str, str], bool]
    known: dict[str, str] = field(default_factory=dict)

    def reads(self, feed: bytes) -> None:
        now = entries(feed)
        self.known = {
            uid: entry
            if uid not in self.known or self.newer(self.known[uid], entry)
            else self.known[uid]
            for uid, entry in now.items()
        }


def entries(feed: bytes) -> dict[str, str]:
    """Each entry as text, by its UID without the house."""
    text = feed.decode().replace("\r\n ", "")
    found = re.findall(r"BEGIN:VEVENT.*?END:VEVENT", text, re.DOTALL)
    return {re.search(r"UID:(.*?)@", entry)[1]: entry for entry in found}


def value(entry: str, name: str) -> str:
    return re.search(rf"^{name}:(.*?)\r?$", entry, re.MULTILINE)[1]


def what_it_says(entry: str) -> list[str]:
    return [line for line in entry.splitlines() if not STAMPS.match(line)]


def coming(known: dict[str, str], today: date) -> dict[str, list[str]]:
    """What entries say, of those that are not over."""
    return {
        uid: what_it_says(entry)
        for uid, entry in known.items()
        if re.search(r"DTSTART[^:]*:(\d{8})", entry)[1] >= f"{today:%Y%m%d}"
    }


SUBSCRIBERS = {
    "by LAST-MODIFIED": lambda old, new: value(new, "LAST-MODIFIED") > value(old, "LAST-MODIFIED"),
    "by SEQUENCE": lambda old, new: int(value(new, "SEQUENCE")) > int(value(old, "SEQUENCE")),
    "whatever comes": lambda old, new: True,
}


@pytest.fixture
def past(tmp_path: Path) -> Past:
    past = golden_past(tmp_path / "project")
    (past.root / "municipalities" / SLUG / "events.yml").write_text(CASE["planned"], "utf-8")
    past.commit(date(2026, 11, 1))
    return past


def test_subscribers_are_right_after_every_edit_of_a_year(past: Past):
    """Also on days with several edits, when a program asks after each of them."""
    folder = past.root / "municipalities" / SLUG
    kept = {(name, feed): Subscriber(newer) for name, newer in SUBSCRIBERS.items()
            for feed in (FEED, CHANGES)}  # fmt: skip
    before = feeds_at(past, date(2026, 11, 19))
    for (_, feed), subscriber in kept.items():
        subscriber.reads(before[feed])
    for number, edit in enumerate(CASE["edits"]):
        feed, day = edit.get("feed", FEED), edit["day"]
        replace_in(folder / edit["file"], edit["old"], edit["new"])
        past.commit(datetime.combine(day, time(8, number)))
        now = feeds_at(past, day)
        assert saying(now[feed]) != saying(before[feed]), f"«{edit['what']}» changes nothing"
        entry = entries(now[feed]).get(edit["uid"], "")
        assert edit["sees"] in entry if edit["sees"] else not entry, edit["what"]
        for (name, asked), subscriber in kept.items():
            subscriber.reads(now[asked])
            right = coming(entries(now[asked]), day)
            assert coming(subscriber.known, day) == right, f"{name}: {edit['what']}"
        before = now


def saying(feed: bytes) -> dict[str, list[str]]:
    return {uid: what_it_says(entry) for uid, entry in entries(feed).items()}


def test_what_is_not_committed_yet_is_newer(past: Past):
    """Whoever looks at a preview on a phone sees the edit; the same day gives the same bytes."""
    file = past.root / "municipalities" / SLUG / "events.yml"
    old = entries(feeds_at(past, date(2026, 11, 19))[FEED])["fest-20270612"]
    replace_in(file, "venue: Haven", "venue: Salen")
    new = feeds_at(past, date(2026, 11, 19))[FEED]
    assert new == feeds_at(past, date(2026, 11, 19))[FEED]
    new = entries(new)["fest-20270612"]
    past.commit(datetime(2026, 11, 19, 7))
    last = entries(feeds_at(past, date(2026, 11, 19))[FEED])["fest-20270612"]
    for name in ("LAST-MODIFIED", "SEQUENCE"):
        assert value(old, name) < value(new, name) < value(last, name)


def test_a_night_changes_no_stamp(past: Past):
    """Nothing was edited, so nothing is new: phones stay silent."""
    one = entries(feeds_at(past, date(2026, 11, 19))[FEED])
    other = entries(feeds_at(past, date(2026, 12, 19))[FEED])
    both = one.keys() & other.keys()
    assert len(both) > 40
    for uid in both:
        assert value(one[uid], "SEQUENCE") == value(other[uid], "SEQUENCE")


def test_other_files_say_nothing_of_an_entry(past: Past):
    """A new page, a flyer's words, another house: no family's phone has to hear of it."""
    before = feeds_at(past, date(2026, 11, 19))[FEED]
    past.write(f"municipalities/{SLUG}/pages/ny.md", "---\ntitle: Ny\nsummary: Ny\n---\nHej.\n")
    past.write("municipalities/nabo/events.yml", "events: []\n")
    past.write("content/catalogue/andet.yml", "id: andet\n")
    past.commit(date(2026, 11, 18))
    assert feeds_at(past, date(2026, 11, 19))[FEED] == before


def test_stamps_rise_above_those_of_before_there_was_a_history(past: Past):
    """Who subscribed when the stamps were days since 2020, times ten, gets what is new."""
    for entry in entries(feeds_at(past, date(2026, 11, 19))[FEED]).values():
        assert int(value(entry, "SEQUENCE")) > (date(2026, 11, 19) - date(2020, 1, 1)).days * 10 + 9
