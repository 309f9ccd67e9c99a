"""What is read of git: in one pass, kept by commit, and whatever stands in the history."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter

import pytest
from building import ROOT, TODAY
from hypothesis import given, settings
from hypothesis import strategies as st
from past import Past

from site_generator.read import git as asking
from site_generator.read.entries import entries
from site_generator.read.file_dates import NO_DATES, file_dates
from site_generator.read.git import Commit
from site_generator.read.history import read_history
from site_generator.read.lineage import state_at
from site_generator.read.remembered import NOTHING_KNOWN, History, HouseHistory

NOON = datetime(2026, 10, 1, 12)
FILE = "municipalities/hus/events.yml"


@pytest.fixture
def past(tmp_path: Path) -> Past:
    """A house with one activity, committed at noon on 1 October 2026."""
    past = Past(tmp_path / "project")
    past.write("municipalities/hus/site.yml", "name: Huset\n")
    past.write(FILE, "events:\n  - id: cafe\n    weekly: torsdag\n")
    past.commit(NOON)
    return past


def changed(past: Past, name: str = "events.yml", slug: str = "hus") -> datetime:
    """When the history says that a file changed last, without its zone."""
    (file,) = [file for file in past.history().houses[slug].files if file.name == name]
    return datetime(1970, 1, 1) + timedelta(seconds=file.changed)


# When a file changed last


def test_a_file_changed_when_it_was_committed_last(past: Past):
    past.write("municipalities/hus/offers.yml", "offers: []\n")
    past.commit(NOON + timedelta(days=3))
    assert changed(past) == NOON
    assert changed(past, "offers.yml") == NOON + timedelta(days=3)


def test_what_is_deleted_changed_when_it_was_deleted(past: Past):
    """Without opening hours there are no days off: the calendars change."""
    (past.root / FILE).unlink()
    past.commit(NOON + timedelta(days=3))
    assert changed(past) == NOON + timedelta(days=3)


def test_a_slow_clock_does_not_turn_back(past: Past):
    """A commit is later than all that it builds on, whatever the author's machine believes."""
    past.write(FILE, "events: []\n")
    past.commit(NOON - timedelta(days=400))
    assert changed(past) == NOON + timedelta(seconds=1)


def test_a_branch_that_was_begun_earlier_is_newer_when_it_is_merged(past: Past):
    """Between its commit and the merge, the main line published something else."""
    past.git("checkout", "-q", "-b", "branch")
    past.write(FILE, "events: # på grenen\n")
    past.commit(NOON + timedelta(days=1))
    past.git("checkout", "-q", "main")
    past.write(FILE, "events: # på main\n")
    past.commit(NOON + timedelta(days=2))
    past.write(FILE, "events:\n  - id: cafe\n    weekly: torsdag\n")
    past.commit(NOON + timedelta(days=3))
    assert changed(past) == NOON + timedelta(days=3)
    past.git("merge", "-q", "-X", "theirs", "branch", when=NOON + timedelta(days=4))
    assert changed(past) >= NOON + timedelta(days=3, seconds=1)


def test_a_merge_that_changes_nothing_in_a_file_is_no_change(past: Past):
    """The usual pull request, behind main by a commit to another file."""
    past.git("checkout", "-q", "-b", "branch")
    past.write("municipalities/hus/offers.yml", "offers: []\n")
    past.commit(NOON + timedelta(days=1))
    past.git("checkout", "-q", "main")
    past.write(FILE, "events: []\n")
    past.commit(NOON + timedelta(days=2))
    past.git("merge", "-q", "--no-edit", "branch", when=NOON + timedelta(days=5))
    assert changed(past) == NOON + timedelta(days=2)
    assert changed(past, "offers.yml") == NOON + timedelta(days=1)


# A commit: what it builds on (counted back from itself), what two files become (nothing: as in
# its first parent), and what its clock says.
commits = st.lists(
    st.tuples(
        st.sets(st.integers(1, 4), min_size=1, max_size=3),
        st.tuples(*[st.sampled_from([None, "", "1", "2"])] * 2),
        st.integers(0, 50),
    ),
    max_size=12,
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(later=commits)
def test_a_stamp_never_falls_and_rises_where_the_content_differs(
    later: list[tuple[set[int], tuple[str | None, str | None], int]],
):
    """Along every line of descent, however it was branched and merged, by whichever clock."""
    found, contents = [Commit("0", 25, ())], {"0": ("1", "1")}
    for number, (back, new, clock) in enumerate(later, 1):
        parents = tuple(dict.fromkeys(str(max(0, number - steps)) for steps in sorted(back)))
        first = contents[parents[0]]
        contents[str(number)] = tuple(
            old if b is None else b for b, old in zip(new, first, strict=True)
        )
        found.append(Commit(str(number), clock, parents))
    changed = {
        (one.id, parent): differences(contents[one.id], contents.get(parent, ("", "")))
        for one in found
        for parent in one.parents or ("",)
    }
    states = {one.id: state_at(one.id, found, changed) for one in found}
    for one in found:
        for number in (0, 1):
            blob, when = states[one.id].get(f"file-{number}", ("", -1))
            assert blob == contents[one.id][number]
            for parent in one.parents:
                before, earlier = states[parent].get(f"file-{number}", ("", -1))
                assert when > earlier if blob != before else when >= earlier


def differences(now: tuple[str, ...], before: tuple[str, ...]) -> list[tuple[str, str]]:
    pairs = enumerate(zip(now, before, strict=True))
    return [(f"file-{number}", new) for number, (new, old) in pairs if new != old]


# What has not been committed


def test_what_was_not_committed_is_newer_than_all_that_was(past: Past):
    """Also than another file of the house, since an entry takes the newest of its files."""
    past.write("municipalities/hus/offers.yml", "offers: []\n")
    past.commit(NOON + timedelta(days=3))
    known = past.history().of("hus")
    past.write(FILE, "events: []\n")
    past.write("municipalities/hus/transport.yml", "getting_there: []\n")
    dates = file_dates(past.root, "hus", known, date(2026, 10, 3))
    assert dates.newest(["offers.yml"]).replace(tzinfo=None) == NOON + timedelta(days=3)
    for name in ("events.yml", "transport.yml"):
        newest = dates.newest([name])
        assert newest.replace(tzinfo=None) == NOON + timedelta(days=3, seconds=1)
    later = file_dates(past.root, "hus", known, date(2026, 12, 24))
    assert later.newest_day(["events.yml", "offers.yml"]) == date(2026, 12, 24)


def test_line_endings_of_another_machine_are_no_change(past: Past):
    file = past.root / FILE
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    dates = file_dates(past.root, "hus", past.history().of("hus"), TODAY)
    assert dates.newest_day(["events.yml"]) == NOON.date()


def test_without_a_history_no_date_is_known(tmp_path: Path):
    """A folder from a zip, a repository without commits, one that knows nothing of the folder."""
    assert read_history(tmp_path, None).houses == {}
    Past(tmp_path / "empty").write(FILE, "events: []\n")
    assert read_history(tmp_path / "empty", None).commit == ""
    around = Past(tmp_path / "around")
    around.write("andet.txt", "x")
    around.commit(NOON)
    inner = tmp_path / "around" / "project"
    (inner / "municipalities" / "hus").mkdir(parents=True)
    (inner / FILE).write_text("events: []\n")
    known = read_history(inner, None).of("hus")
    assert known == HouseHistory(known=True)
    assert file_dates(inner, "hus", known, TODAY) == NO_DATES


# Whatever stands in the history


@pytest.mark.parametrize(
    "name",
    ["tønder", "hus 'a'", 'hus "a"', "hus\\n", "hus\nlinje", "*", ":(glob)", "-x", "ÆØÅ", "\udce6"],
)
def test_any_name_may_stand_in_the_history(past: Past, name: str):
    """Once it has been committed it stands there for ever, and nobody else has to suffer for it."""
    other = past.root / "municipalities" / name
    other.mkdir()
    (other / "flyers.yml").write_text("flyers:\n  - id: a\n    code: b\n")
    (other / "offers.yml").write_text("offers:\n  - id: a\n")
    past.commit(NOON + timedelta(days=1))
    past.git("rm", "-q", "-r", "--", f":(literal)municipalities/{name}")
    past.write(FILE, "events: []\n")
    past.commit(NOON + timedelta(days=2))
    history = past.history()
    assert list(history.houses) == ["hus"]
    assert changed(past) == NOON + timedelta(days=2)


def test_links_and_modules_in_place_of_files_are_no_files(past: Past):
    folder = past.root / "municipalities" / "hus"
    (folder / "flyers.yml").symlink_to("site.yml")
    commit = past.git("rev-parse", "HEAD")
    entry = f"160000,{commit},municipalities/hus/offers.yml"
    past.git("update-index", "--add", "--cacheinfo", entry)
    past.git("add", "municipalities/hus/flyers.yml")
    past.git("commit", "-qm", "x")
    known = past.history().houses["hus"]
    assert (known.codes, known.offers) == ((), ())


def test_the_project_may_be_a_folder_of_a_larger_repository(tmp_path: Path):
    past = Past(tmp_path / "all", tmp_path / "all" / "web" / "familiehuse")
    past.write(FILE, "events:\n  - {id: cafe, weekly: torsdag}\n")
    past.write("../../municipalities/andet/site.yml", "name: Et andet\n")
    past.commit(NOON)
    assert list(past.history().houses) == ["hus"]
    assert changed(past) == NOON


def test_a_shallow_clone_knows_that_it_is_one(past: Past, tmp_path: Path):
    past.write(FILE, "events: []\n")
    past.commit(NOON + timedelta(days=1))
    clone = tmp_path / "clone"
    source = past.root.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth=1", source, clone], check=True)
    shallow = read_history(clone, None)
    assert shallow.shallow and not past.history().shallow
    whole = {file.name: file.changed for file in past.history().houses["hus"].files}
    for file in shallow.houses["hus"].files:  # never older than it is
        assert file.changed >= whole[file.name]


def test_a_hook_may_ask_for_another_folder(past: Past, monkeypatch: pytest.MonkeyPatch):
    """Hooks get the address of their own repository, which is not the one that is asked for."""
    monkeypatch.setenv("GIT_DIR", str(ROOT / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(ROOT / "nothing"))
    assert list(past_without_own_commits(past).houses) == ["hus"]


def past_without_own_commits(past: Past):
    return read_history(past.root, None)


def test_settings_of_the_user_change_nothing(past: Past):
    before = past.history()
    for name, value in (
        ("core.quotePath", "true"),
        ("log.showSignature", "true"),
        ("diff.renames", "copies"),
        ("diff.relative", "true"),
        ("diff.noprefix", "true"),
        ("color.ui", "always"),
    ):
        past.git("config", name, value)
    assert past.history() == before


# What was published


def test_only_the_main_line_publishes(past: Past):
    """An id that only ever stood on a branch has been seen by nobody."""
    past.git("checkout", "-q", "-b", "branch")
    past.write("municipalities/hus/offers.yml", "offers:\n  - id: kladde\n")
    past.commit(NOON + timedelta(days=1))
    past.write("municipalities/hus/offers.yml", "offers:\n  - id: faerdig\n")
    past.commit(NOON + timedelta(days=2))
    assert past.history().houses["hus"].offers == ()
    past.git("checkout", "-q", "main")
    past.git("merge", "-q", "--no-ff", "branch", when=NOON + timedelta(days=3))
    assert past.history().houses["hus"].offers == ("faerdig",)


def test_the_server_knows_what_is_published(past: Past, tmp_path: Path):
    """What is here on main, but has not been sent there, is not on the web."""
    clone = Past(tmp_path / "clone")
    clone.git("remote", "add", "origin", past.root)
    clone.git("fetch", "-q", "origin")
    clone.git("reset", "-q", "--hard", "origin/main")
    clone.write(FILE, "events:\n  - id: ny\n    date: 2026-12-01\n")
    clone.commit(NOON + timedelta(days=1))
    known = clone.history().houses["hus"]
    assert [activity.id for activity in known.activities] == ["cafe"]
    assert changed(clone) == NOON + timedelta(days=1)


def test_contents_come_in_the_order_in_which_they_are_asked_for(past: Past):
    """Also what is asked for twice, as two houses began with the same file, and what is not there;
    and an empty file is a text like any other."""
    ids = {}
    for text in ("offers:\n  - id: a\n", "offers:\n  - id: æ\r\n\n", ""):
        file = past.write("x.yml", text)
        file.write_bytes(text.encode())
        ids[past.git("hash-object", "-w", "x.yml")] = text
    first, second, empty = ids
    asked = [second, "0" * 40, first, empty, first]
    texts = [ids[second], "", ids[first], "", ids[first]]
    assert list(asking.contents(past.root, asked)) == texts
    assert list(asking.contents(past.root / "nowhere", asked)) == [""] * 5


def test_a_copied_house_has_published_the_same(past: Past):
    text = "offers:\n  - id: a\nretired:\n  - id: b\n"
    for house in ("hus", "nabo"):
        past.write(f"municipalities/{house}/offers.yml", text)
    past.commit(NOON + timedelta(days=1))
    houses = past.history().houses
    assert houses["hus"].offers == houses["nabo"].offers == ("a", "b")


LISTS = {
    "in a column": "offers:\n  - id: a\n    status: defunct\n  - id: b\n",
    "further out": "offers:\n- status: defunct\n  id: a\n\n- id: b # her\n",
    "in braces": "offers:\n  - {id: a, audience: [x, y], status: defunct}\n  - {id: 'b'}\n",
    "braces over lines": "offers:\n  - {id: a, status: defunct,\n     x: {id: c}}\n  - {id: b}\n",
    "on one line": 'offers: [{id: a, status: defunct}, {"id": "b"}]\n',
    "below the dash": "offers:\n  -\n    id: a\n    status: defunct\n  -\n    id: b\n",
    "from a bad friend": "offers:\r\n  - id: a\r\n    status: defunct\r\n  - id: b\r\n",
    "a note after the dash": "offers:\n  - # her\n    id: a\n    status: defunct\n  - id: b\n",
    "a word like a name": "x: y\n# offers:\n z: 'offers: [{id: c}]'\noffers:\n  -\n    id: a\n"
    "    status: defunct\n  - id: b\nmere_offers:\n  - id: d\n",
    "with others in it": "offers:\n  - id: a\n    status: defunct\n    x:\n      - id: c\n"
    "  # - id: d\n  - id: b\n    y:\n      id: e\nandre:\n  - id: f\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_the_points_of_a_list_are_found_without_understanding_it(text: str):
    """However it is written: ids of points of this list, and of nothing in them or beside them."""
    found = list(entries(text, "offers"))
    assert [entry.values.get("id") for entry in found] == ["a", "b"]
    assert [entry.values.get("status") for entry in found] == ["defunct", None]


# What it costs


def test_a_house_depends_on_nothing_but_its_own(past: Past):
    """What is committed to another house, or to the program, changes it in no byte."""
    before = past.history().houses["hus"]
    past.write("municipalities/nabo/site.yml", "name: Nabo\n")
    past.write("site_generator/x.py", "")
    past.commit(NOON + timedelta(days=1))
    after = past.history().houses["hus"]
    assert (after, after.digest, repr(after)) == (before, before.digest, repr(before))
    assert pickle.loads(pickle.dumps(after)) == before


def test_by_which_name_programs_know_an_episode(past: Past, tmp_path: Path):
    """The last that was published; what cannot be fetched is in no feed."""
    episodes = (
        "episodes:\n"
        "  - id: et\n    audio: media/et.mp3\n"
        "  - id: to\n    guid: gammelt-2  # fra før\n    audio_elsewhere:\n      link: x\n"
        "  - {id: tre, link: x, guid: gammelt-3}\n"
    )
    for number, text in enumerate((episodes, episodes.replace("gammelt-2", "nyt-2"))):
        past.write("municipalities/hus/podcasts.yml", text)
        past.commit(NOON + timedelta(days=1 + number))
    known = read_history(past.root, tmp_path / "kept")
    assert known == read_history(past.root, tmp_path / "kept")
    told = [(one.episode, one.guid) for one in known.houses["hus"].guids]
    assert told == [("et", ""), ("to", "nyt-2")]


def test_it_is_kept_by_commit_and_read_again_where_it_is_damaged(past: Past, tmp_path: Path):
    kept = tmp_path / "kept"
    first = read_history(past.root, kept)
    (file,) = kept.iterdir()
    assert read_history(past.root, kept) == first
    whole = file.read_bytes()
    for damage in (b"", whole[:-9], whole.replace(b'"hus"', b'"huz"'), b"\xff" + whole):
        file.write_bytes(damage)
        assert read_history(past.root, kept) == first
    past.write(FILE, "events: []\n")
    past.commit(NOON + timedelta(days=1))
    assert read_history(past.root, kept) == past.history() != first
    assert read_history(past.root, file) == past.history()  # no folder, so nowhere to keep it


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The processes of git that are started."""
    found: list[str] = []
    start = subprocess.Popen

    def counted(command, **options):
        found.append(command[3])
        return start(command, **options)

    monkeypatch.setattr(asking.subprocess, "Popen", counted)
    yield found


def test_a_handful_of_processes_reads_everything(past: Past, tmp_path: Path, asked: list[str]):
    for house in range(30):
        past.write(f"municipalities/hus-{house}/flyers.yml", f"flyers:\n  - code: k{house}\n")
    past.commit(NOON + timedelta(days=1))
    asked.clear()
    read_history(past.root, tmp_path / "kept")
    assert asked == ["rev-parse", "rev-list", "diff-tree", "cat-file"]
    asked.clear()
    read_history(past.root, tmp_path / "kept")
    assert asked == ["rev-parse"]


def test_a_deep_history_is_read_in_seconds(past: Path):
    """Three thousand commits with a merge in every tenth; made by git itself, in one go."""
    stream = "".join(deep(3000))
    command = ["git", "-C", past.root, "fast-import", "--quiet", "--force"]
    subprocess.run(command, input=stream.encode(), check=True)
    start = perf_counter()
    known = past.history().houses["hus"]
    assert perf_counter() - start < 10  # a second on an idle machine
    assert len(known.offers) == 100


def deep(commits: int) -> Iterator[str]:
    for number in range(1, commits + 1):
        text = f"offers:\n  - id: tilbud-{number % 100}\n# {number}\n"
        yield f"commit refs/heads/main\nmark :{number}\n"
        yield f"committer x <x@example.org> {1600000000 + number} +0000\ndata 1\nx\n"
        yield f"from :{number - 1}\n" if number > 1 else ""
        yield f"merge :{number - 7}\n" if number % 10 == 9 else ""
        yield f"M 100644 inline municipalities/hus/offers.yml\ndata {len(text)}\n{text}\n"


def test_a_build_in_which_nothing_changed_imports_nothing_heavy():
    """What reads the history is asked before it is known whether anything else is needed."""
    heavy = ("pydantic", "yaml", "mkdocs", "babel", "icalendar", "jinja2", "PIL", "click")
    script = (
        "import sys; from site_generator.read import history, file_dates\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=True, capture_output=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.strip() == b"[]"


def test_a_house_that_nobody_knows_has_an_empty_past(past: Past):
    assert past.history().of("findes-ikke") == HouseHistory(known=True)
    assert History().of("findes-ikke") == HouseHistory() == NOTHING_KNOWN
