"""ISSUE FORMS: an issue as GitHub tells of it, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from site_generator.making.candidate import candidate
from site_generator.making.issue_forms.form import (
    Answers,
    Form,
    UnclearError,
    answers_in,
    form_of,
    read_forms,
)
from site_generator.making.issue_forms.houses import house_named
from site_generator.making.issue_forms.new_event import new_event
from site_generator.making.issue_forms.one_date import cancelled_or_moved
from site_generator.making.issue_forms.opening import new_hours
from site_generator.making.issue_forms.phones import new_number
from site_generator.making.issue_forms.wish import Wish
from site_generator.problems import Problem, has_errors
from site_generator.project import Project
from site_generator.records.municipality import AUTHOR_FILES, Municipality
from site_generator.told.changes.account import Account
from site_generator.write.author_edits import CannotEditError, edited
from site_generator.write.author_files import author_text

# Whom GitHub tells to be one of ours. A contributor is anybody whose change was taken once.
MEMBERS = ("OWNER", "MEMBER", "COLLABORATOR")

Texts = Mapping[str, str]
_Reading = Callable[[Answers, Municipality, Texts, date], Wish]
READINGS: Mapping[str, _Reading] = {
    "ret-aabningstider": lambda answers, house, texts, today: new_hours(
        answers, house, texts["opening_hours.yml"], today
    ),
    "nyt-arrangement": lambda answers, house, texts, today: new_event(
        answers, house, texts["events.yml"], today
    ),
    "aflys-eller-flyt": lambda answers, house, _, today: cancelled_or_moved(answers, house, today),
    "ny-telefon": lambda answers, _, texts, __: new_number(answers, texts),
}


@dataclass(frozen=True)
class Answered:
    """What a form comes to. `files` of the house `slug` are new by their names; none where
    something is `unclear`, where `problems` has an error, or where the asker is no `member`."""

    member: bool = True
    name: str = ""
    slug: str = ""
    files: Mapping[str, bytes] | None = None
    remarks: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    account: Account | None = None


def answered(project: Project, event: Mapping[str, Any], today: date) -> Answered:
    """What becomes of an issue (GitHub's event `issues`). Writes nothing."""
    issue = event["issue"]
    if issue["author_association"] not in MEMBERS:
        return Answered(member=False)
    try:
        forms = read_forms(project.root / ".github/ISSUE_TEMPLATE", tuple(READINGS))
        form = form_of(str(issue["body"] or ""), forms)
        return _laid_beside(project, form, answers_in(str(issue["body"]), form), today)
    except UnclearError as why:
        return Answered(unclear=why.said)


def _laid_beside(project: Project, form: Form, answers: Answers, today: date) -> Answered:
    house = house_named(project, answers["house"])
    texts = _texts(project, house.slug)
    wish = READINGS[form.kind](answers, house, texts, today)
    files = _files(wish, texts)
    if not files:
        raise UnclearError("Det står allerede sådan. Der er ikke noget at rette.")
    found = candidate(project, house.slug, today, files)
    return Answered(
        name=form.name,
        slug=house.slug,
        files=None if has_errors(found.problems) else files,
        remarks=wish.remarks,
        problems=found.problems,
        account=found.account,
    )


def _texts(project: Project, slug: str) -> dict[str, str]:
    folder = project.municipalities / slug
    for name in AUTHOR_FILES:
        if (folder / name).is_symlink():
            raise UnclearError(f"{name} er en genvej, og dem retter jeg ikke i.")
    try:
        return {name: author_text(folder / name) for name in AUTHOR_FILES}
    except CannotEditError as why:
        raise UnclearError(f"Filen kan ikke rettes af et program: {why}") from None


def _files(wish: Wish, texts: Texts) -> dict[str, bytes]:
    """Those that differ from what lies there."""
    made = {}
    for name, edits in wish.edits.items():
        before = texts[name] or _beginning(name)
        try:
            after = edited(before, edits)
        except CannotEditError as why:
            raise UnclearError(f"{name} kan ikke rettes af et program. {why}") from None
        if after != before:
            made[name] = after.encode("utf-8")
    return made


def _beginning(name: str) -> str:
    schema = name.removesuffix(".yml")
    return f"# yaml-language-server: $schema=../../content/schema/{schema}.schema.json\n\n"
