"""Children on pictures: somebody has asked their parents, who have said yes in writing.

A picture of a child that can be recognised is personal data; it needs a consent that can be shown
(GDPR, articles 6 and 7). What is drawn as SVG shows nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from site_generator.problems import Problem
from site_generator.records.municipality import Municipality
from site_generator.rules.circumstances import Circumstances
from site_generator.rules.reporting import error, warning
from site_generator.rules.shown_pictures import has_run_out, photographs_of
from site_generator.schema.choices import SiteStatus
from site_generator.schema.shared import Picture
from site_generator.wording.in_words import plain_date

# So long before a consent runs out one is told: parents are to be asked, or a picture taken.
_AHEAD = timedelta(days=60)

# Not «barnevogn», «børnehave» or «Familiens Hus»: a pram, a place and a name.
_CHILDREN = re.compile(
    r"""(?<![\w-])(?:
        (?:små|spæd|skole|tvillinge)?(?:barn(?:et)?|børn(?:ene)?)s? | bab(?:y(?:en)?|yer(?:ne)?)s?
        | tumling(?:en|er|erne)?s? | nyfødte?s? | dreng(?:en|e|ene)?s? | pige(?:n|r|rne)?s?
        | søn(?:nen|ner|nerne)?s? | datter(?:en)?s? | døtre(?:ne)?s? | søskende(?:par)?s?
        | tvilling(?:en|er|erne)?s? | ammer | ammes | ammende | familie(?:n|r|rne)?
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
# What says of itself that it is drawn; nobody can be recognised on it.
_DRAWN = re.compile(
    r"(?:en |et )?(?:\w+ )?(?:tegning|illustration|maleri|akvarel|collage)(?:en|er)?\b",
    re.IGNORECASE,
)
_REMOVE = "så brug et andet billede, og slet filen i media"


def children_are_asked_about(municipality: Municipality, _: Circumstances) -> Iterator[Problem]:
    """Where a picture's words tell of children, it says whether it shows any."""
    for picture in photographs_of(municipality):
        if picture.alt and not picture.wrote("shows_children", "consent"):
            alt = str(picture.alt)
            found = None if _DRAWN.match(alt) else _CHILDREN.search(alt)
            if found:
                yield _asked(picture, found[0])


def _asked(picture: Picture, word: str) -> Problem:
    message = f"Teksten nævner «{word}», men ikke, om rigtige børn kan ses på billedet."
    remedy = (
        "Kan de det, så tilføj «consent:» med dagen, da forældrene sagde ja på skrift. "
        "Ellers tilføj «shows_children: nej»."
    )
    return warning(picture, "alt", message, remedy)


def children_are_shown_with_consent(
    municipality: Municipality, circumstances: Circumstances
) -> Iterator[Problem]:
    """A picture of children has a consent, of a day that has been; it is told when it runs out."""
    official = municipality.site.status is SiteStatus.OFFICIAL
    for picture in photographs_of(municipality):
        if picture.consent is None and not picture.wrote("consent"):
            yield from _missing(picture, official)
        elif picture.consent:
            yield from _given(picture, picture.consent, circumstances.today)
        if (last := picture.consent_until) and not _swapped(picture):
            yield from _running_out(picture, last, circumstances.today)


def _missing(picture: Picture, official: bool) -> Iterator[Problem]:
    tell = error if official else warning
    if picture.shows_children:
        message = "Billedet viser børn, men der står ikke, hvornår forældrene sagde ja."
        remedy = f"Tilføj «consent:» med dagen for deres skriftlige ja. Er der intet, {_REMOVE}."
        yield tell(picture, "shows_children", message, remedy)
    elif picture.consent_until:
        message = "Der står, hvor længe samtykket gælder, men ikke, hvornår det er givet."
        remedy = "Tilføj «consent:» med dagen, da de sagde ja på skrift, eller slet linjen."
        yield tell(picture, "consent_until", message, remedy)


def _given(picture: Picture, day: date, today: date) -> Iterator[Problem]:
    if day > today:
        message = "Dagen for samtykket ligger i fremtiden."
        yield error(picture, "consent", message, "Skriv den dag, det er givet.")
    if _swapped(picture):
        message = "Samtykket udløber, før det er givet."
        remedy = "Ret en af de to dage: «consent:» er den første, «consent_until:» den sidste."
        yield error(picture, "consent_until", message, remedy)


def _swapped(picture: Picture) -> bool:
    """Whether a consent runs out before it is given."""
    first, last = picture.consent, picture.consent_until
    return bool(first and last and last < first)


def _running_out(picture: Picture, last: date, today: date) -> Iterator[Problem]:
    """Never an error: the night in which a consent runs out would stop the whole house."""
    again = f"Spørg igen, og ret begge datoer. Er svaret nej, {_REMOVE}."
    if has_run_out(picture, today):
        message = f"Samtykket udløb den {plain_date(last)}, så billedet bliver ikke vist mere."
        yield warning(picture, "consent_until", message, again)
    elif last <= today + _AHEAD:
        message = f"Samtykket til billedet udløber den {plain_date(last)}."
        yield warning(picture, "consent_until", message, again)
