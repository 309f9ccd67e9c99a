"""What `import-events` and `import-offers` tell, as text and as Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_generator.commands.changes_forms import as_markdown as changes_in_markdown
from site_generator.commands.changes_forms import as_text as changes_in_text
from site_generator.commands.markdown import bullets, on_a_line, problems_in_markdown
from site_generator.making.importing import Import
from site_generator.making.imports.happening import Kind, Remark
from site_generator.making.imports.remembered import What
from site_generator.problems import Problem, as_text, has_errors, in_one_line, in_reading_order

_HEADINGS: dict[Kind, str] = {
    "question": "Det skal du svare på",
    "left_out": "Det er ikke taget med",
    "note": "Godt at vide",
}
_MOST = 60

_NOUNS: dict[What, tuple[tuple[str, str], tuple[str, str]]] = {
    "events": (("ny aktivitet", "nye aktiviteter"), ("ændret aktivitet", "ændrede aktiviteter")),
    "offers": (("nyt tilbud", "nye tilbud"), ("ændret tilbud", "ændrede tilbud")),
}


def report(done: Import, *, dry: bool) -> str:
    """All of it as text, with the changes for families."""
    parts = [_counted(done, dry=dry)]
    for kind, heading in _HEADINGS.items():
        if found := _of_kind(done.remarks, kind):
            parts.append("\n".join([f"{heading}:", *(f"  - {in_one_line(one)}" for one in found)]))
    if has_errors(done.problems):
        parts.append(
            f"{_nothing_written(done)}\n{as_text(in_reading_order(_errors(done)))}".rstrip()
        )
    elif done.account:
        parts.append(changes_in_text((done.account,)).rstrip())
    return "\n\n".join(parts) + "\n"


def report_in_markdown(done: Import) -> str:
    """The same for a pull request. Nothing that stands in a source can do anything there."""
    parts = [_counted(done, dry=False)]
    for kind, heading in _HEADINGS.items():
        if found := _of_kind(done.remarks, kind):
            parts.append("\n".join([f"### {heading}", "", *bullets(found)]))
    if has_errors(done.problems):
        parts += [_nothing_written(done), problems_in_markdown(_errors(done))]
    elif done.account:
        parts.append(
            f"## Det betyder ændringen for familierne\n\n{changes_in_markdown((done.account,))}"
        )
    return "\n\n".join(parts) + "\n"


def _nothing_written(done: Import) -> str:
    return f"{done.what}.yml er ikke ændret, for så ville der være fejl i den:"


def _errors(done: Import) -> list[Problem]:
    return [problem for problem in done.problems if problem.level == "error"]


def _of_kind(remarks: Sequence[Remark], kind: Kind) -> list[str]:
    found = [f"{one.where}: {on_a_line(one.said)}" for one in remarks if one.kind == kind]
    found = list(dict.fromkeys(found))
    more = [f"… og {len(found) - _MOST} til."] if len(found) > _MOST else []
    return found[:_MOST] + more


def _counted(done: Import, *, dry: bool) -> str:
    if has_errors(done.problems):
        return "Der er ikke hentet noget ind."
    said = list(_counts(done))
    if not said:
        return "Der er ikke noget nyt."
    begins = "Det ville blive til" if dry else "Hentet ind"
    return f"{begins}: {' og '.join(said)} i {done.what}.yml."


def _counts(done: Import) -> Iterator[str]:
    for ids, (one, many) in zip((done.come, done.changed), _NOUNS[done.what], strict=True):
        if ids:
            yield f"{len(ids)} {one if len(ids) == 1 else many}"
