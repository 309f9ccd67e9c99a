"""PAGES: what stands in place of a preview that could not be made, for those who write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_generator import addresses
from site_generator.output import Page
from site_generator.problems import Problem, in_one_line
from site_generator.views.all_houses import ACCENT

# More are told by the check of the pull request.
_MOST = 50


@dataclass(frozen=True)
class Reason:
    """Why there is no preview, and what to do, as whole sentences."""

    title: str
    lead: str


FAULTS = Reason(
    "Der er fejl, der skal rettes først",
    "Ret dem i din pull request, så kommer forhåndsvisningen, når siden bliver udgivet næste gang.",
)
MEETS_ANOTHER = Reason(
    "Ændringen støder sammen med noget, der er kommet ud i mellemtiden",
    "Åbn din pull request, og vælg «Resolve conflicts». Behold de linjer, der skal gælde, og slet "
    "resten.",
)
TOO_LARGE = Reason(
    "Ændringen fylder for meget til en forhåndsvisning",
    "Der er for mange eller for store filer i municipalities og content. Se efter, om der er "
    "kommet noget forkert med ind.",
)
NOTHING_TO_SEE = Reason(
    "Her er intet nyt at se",
    "Ændringen rører ikke ved det, som familierne læser.",
)
NOT_FINISHED = Reason(
    "Forhåndsvisningen blev ikke færdig",
    "Den tog for lang tid, eller maskinen gav op. Ret noget i din pull request, eller vent til i "
    "morgen, så bliver der prøvet igen. Hjælper det ikke, så spørg en udvikler.",
)


@dataclass(frozen=True)
class NoPreviewView:
    """`faults` are sentences that say where and what; `more` is how many are not shown."""

    title: str
    description: str
    lead: str
    faults: tuple[str, ...]
    more: int
    stylesheet: str
    script: str
    icon: str
    accent: str
    demo_notice: str
    made_on: str


def no_preview_page(
    reason: Reason, problems: Sequence[Problem], version: str, made_on: str
) -> Page:
    """The page at the address of a preview that there is none of."""
    view = NoPreviewView(
        title=reason.title,
        description="Her kommer en forhåndsvisning.",
        lead=reason.lead,
        faults=tuple(in_one_line(str(problem)) for problem in problems[:_MOST]),
        more=max(0, len(problems) - _MOST),
        stylesheet=f"{addresses.STYLESHEET}?{version}",
        script=f"{addresses.SCRIPT}?{version}",
        icon=addresses.ICON,
        accent=ACCENT,
        demo_notice="Ingen har sagt ja til ændringen endnu.",
        made_on=made_on,
    )
    return Page("index.html", "pages/no_preview.html", view, "forhåndsvisning")
