"""ISSUE FORMS: which house somebody means, and which of its places."""

from __future__ import annotations

from collections.abc import Iterator

from site_generator.making.imports.matching import place_of
from site_generator.making.imports.sheet_columns import plain
from site_generator.making.issue_forms.form import UnclearError
from site_generator.problems import did_you_mean
from site_generator.project import Project
from site_generator.records.municipality import Municipality, read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.wording.in_words import in_a_row
from site_generator.write.author_edits import CannotEditError, value_at
from site_generator.write.author_files import author_text


def house_named(project: Project, said: str) -> Municipality:
    """The house whose folder, municipality or own name was written. Raises UnclearError where it
    is none or one of several, or where its files cannot be read without faults."""
    found = {slug for slug, name in _names(project) if plain(name) == plain(said)}
    if len(found) > 1:
        several = in_a_row(sorted(found))
        raise UnclearError(f"Flere huse hedder «{said}»: {several}. Skriv kommunens navn.")
    if not found:
        choices = [_written(project, slug, "municipality") or slug for slug in project.slugs()]
        remedy = did_you_mean(said, choices)
        raise UnclearError(f"Jeg kender ikke et hus, der hedder «{said}». {remedy}")
    return _sound(project, found.pop())


def _names(project: Project) -> Iterator[tuple[str, str]]:
    """Each house by all its names: the municipality with and without «Kommune» comes first."""
    for slug in project.slugs():
        for name in (_written(project, slug, "municipality"), _written(project, slug, "name")):
            if name:
                yield slug, name
                yield slug, name.removesuffix(" Kommune")
        yield slug, slug


def _written(project: Project, slug: str, key: str) -> str:
    try:
        value = value_at(author_text(project.municipalities / slug / "site.yml"), (key,))
    except (CannotEditError, OSError):
        return ""
    return value if isinstance(value, str) else ""


def _sound(project: Project, slug: str) -> Municipality:
    shared, _ = read_shared_content(*project.content)
    house, problems = read_municipality(project.municipalities / slug, shared)
    if house is None or any(problem.level == "error" for problem in problems):
        raise UnclearError(
            f"Der er allerede fejl i filerne hos «{slug}», så jeg kan ikke rette dem. Bed den, der "
            f"passer siden, om at køre «familiehus check {slug}»."
        )
    return house


def place_named(house: Municipality, said: str) -> str:
    """The id of one of a house's places. Raises UnclearError where it is none of them."""
    place = place_of(said, house.location.places).fields.get("place")
    if isinstance(place, str):
        return place
    names = [one.name for one in house.location.places]
    raise UnclearError(f"«{said}» er ikke et af husets steder. {did_you_mean(said, names)}")
