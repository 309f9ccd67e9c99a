"""The story of a preview: merge → lay out → build with the published program → say that it is one.

Until it is done a page stands there that says so: whatever ends the work, somebody who opens the
address is told in words. Nothing is raised for what a proposal holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from site_generator.build import build
from site_generator.html.rendering import Renderer
from site_generator.html.theme import load_theme, theme_files
from site_generator.making.progress import Progress
from site_generator.problems import Problem, has_errors, in_reading_order
from site_generator.project import DEFAULT_THEME, Order, Project
from site_generator.read.proposals import (
    CannotBeMergedError,
    Proposal,
    TooLargeError,
    laid_out,
)
from site_generator.views.all_houses import ACCENT
from site_generator.views.no_preview import (
    FAULTS,
    MEETS_ANOTHER,
    NOT_FINISHED,
    NOTHING_TO_SEE,
    TOO_LARGE,
    Reason,
    no_preview_page,
)
from site_generator.wording.in_words import plain_date
from site_generator.write.standing import new_folder, write_files

# What all houses share may change all of them. So many are enough to see it on.
MOST_HOUSES = 20


def preview(order: Order, base: str, head: str, progress: Progress) -> Reason | None:
    """Build the houses that differ once `head` is merged into `base`, in place of the folder that
    was there. None where they are there to be seen, else why not, as a page there says too.

    Raises NotOurFolderError, ProcessLostError.
    """
    _say(order, NOT_FINISHED)
    try:
        with laid_out(order.project.root, base, head) as proposal:
            reason, problems = _built(order, proposal, progress)
    except CannotBeMergedError:
        reason, problems = MEETS_ANOTHER, ()
    except TooLargeError:
        reason, problems = TOO_LARGE, ()
    if reason:
        _say(order, reason, problems)
    return reason


def _built(
    order: Order, proposal: Proposal, progress: Progress
) -> tuple[Reason | None, Sequence[Problem]]:
    for name in ("themes", ".cache"):
        (proposal.root / name).symlink_to((order.project.root / name).resolve())
    project = Project(proposal.root)
    slugs = proposal.slugs
    if proposal.shared:
        slugs = tuple(dict.fromkeys((*slugs, *project.slugs())))[:MOST_HOUSES]
    if not slugs:
        return NOTHING_TO_SEE, ()
    proposed = replace(order, project=project, slugs=slugs, preview=True)
    problems = build(proposed, progress)
    if has_errors(problems):
        faults = [problem for problem in problems if problem.level == "error"]
        return FAULTS, in_reading_order(faults)
    return None, ()


def _say(order: Order, reason: Reason, problems: Sequence[Problem] = ()) -> None:
    """Put the page that says why in place of whatever stands there."""
    theme = load_theme(order.project.theme(DEFAULT_THEME))
    page = no_preview_page(reason, problems, theme.version(ACCENT), plain_date(order.today))
    with new_folder(order.site) as folder:
        write_files(Renderer(theme.folder, order.project.kept).pages([page]), folder)
        write_files(theme_files(theme, ACCENT), folder)
