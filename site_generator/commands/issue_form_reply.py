"""The comment that answers a form. Whatever somebody typed shows in it, and does nothing."""

from __future__ import annotations

from site_generator.commands.changes_forms import as_markdown
from site_generator.commands.markdown import bullets, escaped, problems_in_markdown
from site_generator.making.issue_forms.answering import Answered
from site_generator.problems import Problem, has_errors

_NOT_A_MEMBER = """\
Tak, fordi du skriver. Formularen retter kun for dem, der er med i projektet her på GitHub. Er du
ansat i et af husene, så bed den, der passer siden, om at invitere dig. Har du fundet en fejl på
siden, så brug formularen «Noget er forkert på siden», så er der et menneske, der læser det."""
_AGAIN = """\
**Sådan prøver du igen:** tryk på de tre prikker øverst til højre i det, du har skrevet, og vælg
**Edit**. Ret svarene, men lad overskrifterne stå. Gem, så læser jeg det igen."""


def reply(done: Answered) -> str:
    if not done.member:
        return f"{_NOT_A_MEMBER}\n"
    if done.unclear:
        parts = [
            "Tak, fordi du skriver. Jeg har ikke rettet noget endnu, for der er noget, jeg ikke "
            "forstår:",
            "\n".join(bullets(done.unclear)),
            _AGAIN,
        ]
    elif has_errors(done.problems):
        parts = [
            "Tak, fordi du skriver. Jeg har ikke rettet noget endnu, for så ville der være fejl i "
            "filerne:",
            problems_in_markdown(_errors(done)),
            _AGAIN,
        ]
    else:
        parts = [*_written(done)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _written(done: Answered) -> list[str]:
    files = ", ".join(f"`{name}`" for name in done.files or ())
    parts = [f"Tak. Jeg har skrevet det i {files}. Det kommer ud, når en kollega har sagt ja."]
    if done.account:
        parts += ["### Det betyder ændringen for familierne", as_markdown((done.account,))]
    if done.remarks:
        parts += ["### Det skal du vide", "\n".join(bullets(done.remarks))]
    return parts


def _errors(done: Answered) -> list[Problem]:
    return [problem for problem in done.problems if problem.level == "error"]


def title(done: Answered) -> str:
    """Of a pull request: nothing in it was typed by the asker."""
    return f"{done.name}: {escaped(done.slug)}"
