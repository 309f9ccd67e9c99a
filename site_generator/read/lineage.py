"""READ: when each file changed last, so that whoever asks again and again never sees it fall.

Families' calendars ask a site that is built from one commit after another, each a descendant of
the one before. So what a file is stamped with must never fall from a commit to its child, and must
rise where the file's content differs, whatever the clocks of the authors say and however branches
were merged. Two rules see to that:

- A commit counts as later than all that it builds on, also where its clock was slow (git itself
  calls that the corrected commit date).
- A commit in which a file is as in some parent hands on that parent's stamp, where this is higher
  than those of all parents that differ; else the file counts as changed by the commit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from site_generator.read.git import Change, Commit, Edge

# Of each file: its content's id, empty where it has been deleted, and when it changed last.
State = dict[str, tuple[str, int]]


def edges_of(commits: Sequence[Commit]) -> list[Edge]:
    """Each commit with each of its parents, or with none."""
    return [(one.id, parent) for one in commits for parent in one.parents or ("",)]


def state_at(tip: str, commits: Sequence[Commit], changed: Mapping[Edge, list[Change]]) -> State:
    """Every file that there ever was at a commit; `commits` come with parents first."""
    corrected = _corrected(commits)
    waiting = Counter(parent for one in commits for parent in one.parents) + Counter([tip])
    states: dict[str, State] = {}

    def take(commit: str) -> State:
        """The state of a commit; no copy where nobody else waits for it."""
        waiting[commit] -= 1
        return dict(states[commit]) if waiting[commit] else states.pop(commit)

    for one in commits:
        when = corrected[one.id]
        if one.parents:
            found = _descended(one, [take(parent) for parent in one.parents], changed, when)
        else:
            found = {name: (blob, when) for name, blob in changed.get((one.id, ""), ())}
        if waiting[one.id]:
            states[one.id] = found
    return states.get(tip, {})


def _descended(
    one: Commit, before: Sequence[State], changed: Mapping[Edge, list[Change]], when: int
) -> State:
    """The state of a commit from those of its parents; the first one's is used up."""
    if len(before) > 1:
        _merge(one, before, changed, when)
    else:
        for name, blob in changed.get((one.id, one.parents[0]), ()):
            before[0][name] = (blob, when)
    return before[0]


def _merge(
    one: Commit, before: Sequence[State], changed: Mapping[Edge, list[Change]], when: int
) -> None:
    """Put into the first parent's state what holds at a commit that joins several."""
    differs = [dict(changed.get((one.id, parent), ())) for parent in one.parents]
    first = before[0]
    touched = set().union(*differs) | {
        name for other in before[1:] for name, kept in other.items() if first.get(name) != kept
    }
    for name in touched:
        stamps = [state[name][1] if name in state else -1 for state in before]
        pairs = list(zip(stamps, differs, strict=True))
        same = max((stamp for stamp, new in pairs if name not in new), default=-1)
        other = max((stamp for stamp, new in pairs if name in new), default=-1)
        blob = _blob(name, before, differs)
        if same > other or blob is None:
            first[name] = (blob or "", max(same, other))
        else:
            first[name] = (blob, when)


def _blob(name: str, before: Sequence[State], differs: Sequence[dict[str, str]]) -> str | None:
    """What a file is at the commit; None where it never was anything there."""
    for state, new in zip(before, differs, strict=True):
        if name in new:
            return new[name]
        if name in state:
            return state[name][0]
    return None


def _corrected(commits: Sequence[Commit]) -> dict[str, int]:
    """When each commit was made, and never before what it builds on."""
    found: dict[str, int] = {}
    for one in commits:
        least = max((found[parent] + 1 for parent in one.parents if parent in found), default=0)
        found[one.id] = max(one.when, least)
    return found


def main_line(tip: str, commits: Sequence[Commit]) -> Iterator[Edge]:
    """What has been published, oldest first: the first parents of the main branch.

    What only ever was on a branch, before that was merged, has never been seen by anybody.
    """
    by_id = {one.id: one for one in commits}
    line = []
    one = by_id.get(tip)
    while one:
        parent = one.parents[0] if one.parents else ""
        line.append((one.id, parent))
        one = by_id.get(parent)
    return reversed(line)
