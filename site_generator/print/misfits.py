"""RENDER: what does not fit on paper becomes a problem at the author's own line."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.print.jobs import Job
from site_generator.print.typesetting import Misfit
from site_generator.problems import Problem
from site_generator.rules.reporting import error, warning
from site_generator.schema.flyers import Flyer
from site_generator.schema.printed_fields import PICTURES, papers_of, shows
from site_generator.schema.values import LANGUAGES

# What a field of a sheet is called, and which line of the flyer decides about it.
_FIELDS = {
    "title": ("Overskriften", "title"),
    "sentence": ("Sætningen", "sentence"),
    "staff_note": ("Teksten til bagsiden", "staff_note"),
    "offers": ("Listen med tilbud", "offers"),
    "overview": ("Listen med tilbud", "offers"),
    "events": ("Listen med aktiviteter", "events"),
    "hours": ("Åbningstiderne", "show_hours"),
    "phone_number": ("Telefonnummeret", "show_phone"),
    "phone_hours": ("Telefontiderne", "show_phone"),
    "mail": ("Mailadressen", "show_phone"),
    "ways": ("Vejen til huset", "show_transport"),
    "places": ("Adresserne", "id"),
    "name": ("Husets navn", "id"),
    "municipality": ("Kommunens navn", "id"),
    "promises": ("Linjerne om adgang", "id"),
    "refer": ("Vejledningen i at henvise", "id"),
    "notice": ("Sætningen om demonstrationen", "id"),
    "picture": ("Billedet", "picture"),
    "qr": ("Adressen under QR-koden", "code"),
}
# What stands in another file is mended there.
_ELSEWHERE = {
    "name": "Skriv det kortere i «name» i site.yml.",
    "municipality": "Skriv det kortere i «municipality» i site.yml.",
    "promises": "Vis mindre på flyeren: sæt fx show_hours eller show_transport til nej.",
    "picture": "Slet «picture», eller vis mindre på flyeren.",
    "refer": "Skriv «refer» under «professionals» i site.yml kortere.",
    "mail": "Sæt «show_phone: nej», eller brug en kortere mailadresse i site.yml.",
    "phone_number": "Sæt «show_phone: nej», eller brug et kortere nummer i site.yml.",
}
# What the points of a list are called: one, and several.
_POINTS = {
    "offers": ("tilbud", "tilbud"),
    "overview": ("tilbud", "tilbud"),
    "events": ("aktivitet", "aktiviteter"),
}


def misfit_problems(job: Job, misfits: tuple[Misfit, ...]) -> Iterator[Problem]:
    """A problem for everything that does not fit on a sheet.

    What is on changes by itself, so too much of it is only a warning: fewer are shown then.
    A pack is told of only where the flyers themselves fit, and stands at the first of them.
    """
    flyer = job.flyers[0]
    for misfit in dict.fromkeys(misfits):
        name, key = _FIELDS.get(misfit.field, ("Alt i alt", "id"))
        message, remedy = _words(job, flyer, misfit, name)
        if misfit.field == "events" and misfit.fits:
            yield warning(flyer, key, message, "Resten står på siden, som koden åbner.")
        else:
            yield error(flyer, key, message, remedy)


def _words(job: Job, flyer: Flyer, misfit: Misfit, name: str) -> tuple[str, str]:
    where = _where(job)
    if misfit.letters:
        signs = ", ".join(f"«{letter}»" for letter in misfit.letters)
        message = f"{name} har tegn, som ikke kan trykkes: {signs}."
        return message, "Skriv det med andre tegn."
    if misfit.word:
        message = f"{name}: «{misfit.word}» er for langt et ord til pladsen {where}."
        remedy = f"Skriv et kortere ord, eller del det med en bindestreg{_larger(job)}."
        return message, _ELSEWHERE.get(misfit.field, remedy)
    points = _POINTS.get(misfit.field)
    if points and misfit.fits is not None:
        one, many = points
        room = f"kun plads til {misfit.fits} {one if misfit.fits == 1 else many}"
        if not misfit.fits:
            room = f"slet ikke plads til {many}"
        message = f"Der er {room} {where} ({misfit.over} tegn for meget)."
        fewer = "Vælg færre, eller gør" if misfit.fits else "Gør"
        return message, f"{fewer} teksterne kortere{_larger(job)}."
    if misfit.over:
        message = f"{name} er {misfit.over} tegn for lang {where}."
        return message, _ELSEWHERE.get(misfit.field, f"Gør den kortere{_larger(job)}.")
    message = f"{name} fylder mere, end der er plads til {where}."
    return message, _ELSEWHERE.get(misfit.field, _show_less(flyer, job))


def _larger(job: Job) -> str:
    """Larger paper helps only where there is one of which this kind is made."""
    if job.paper in PICTURES:
        return ""
    papers = papers_of(job.flyers[0].kind)
    larger = (
        [paper.value for paper in papers[: papers.index(job.paper)]]
        if (job.paper in papers)
        else []
    )
    return f", eller brug større papir: «paper: [{larger[-1]}]»" if larger else ""


def _show_less(flyer: Flyer, job: Job) -> str:
    """What of it can be left out: of what the author has asked for."""
    shown = [
        key for key in ("show_transport", "show_hours") if getattr(flyer, key) and shows(flyer, key)
    ]
    if shown:
        return f"Sæt «{shown[0]}: nej»{_larger(job)}."
    lists = [key for key in ("events", "offers", "sentence") if getattr(flyer, key)]
    if lists:
        return f"Skriv mindre i «{lists[0]}»{_larger(job)}."
    return f"Skriv en kortere «title»{_larger(job)}."


def _where(job: Job) -> str:
    language = f" på {LANGUAGES[job.language]}" if job.language != "da" else ""
    return f"på {job.paper.label}{language}"
