"""TOLD: who an offer is for and whom one meets there, as one would say it."""

from __future__ import annotations

from collections.abc import Iterable

from site_generator.language.spoken import N_, _
from site_generator.schema.choices import Audience, Profession

_EVERYONE = {Audience.PARENTS, Audience.EXPECTING}
# Whoever is in one of these is a parent, so «alle forældre» has said it.
_SOME_PARENTS = {
    Audience.MOTHERS,
    Audience.FATHERS,
    Audience.YOUNG_PARENTS,
    Audience.SINGLE_PARENTS,
    Audience.FIRST_TIME_PARENTS,
    Audience.SEPARATED_PARENTS,
}

_SOMEONE = {
    Profession.HEALTH_VISITOR: N_("en sundhedsplejerske"),
    Profession.MIDWIFE: N_("en jordemoder"),
    Profession.FAMILY_THERAPIST: N_("en familiebehandler"),
    Profession.FAMILY_CONSULTANT: N_("en spædbarns- og familiekonsulent"),
    Profession.SOCIAL_WORKER: N_("en socialrådgiver"),
    Profession.CHILD_ADVISER: N_("en børne- og ungerådgiver"),
    Profession.PSYCHOLOGIST: N_("en psykolog"),
    Profession.PEDAGOGUE: N_("en pædagog"),
    Profession.OCCUPATIONAL_THERAPIST: N_("en ergoterapeut"),
    Profession.PHYSIOTHERAPIST: N_("en fysioterapeut"),
    Profession.EDUCATION_ADVISER: N_("en uddannelsesvejleder"),
    Profession.GP: N_("en læge"),
    Profession.DAYCARE: N_("en fra et dagtilbud"),
    Profession.VOLUNTEER: N_("en frivillig"),
    Profession.COORDINATOR: N_("en koordinator"),
}


def groups_in_words(audience: Iterable[Audience]) -> list[str]:
    """The groups, without those that «alle forældre» holds already."""
    named = list(audience)
    if Audience.PARENTS not in named:
        return [group.label for group in named]
    rest = [g.label for g in named if g not in _SOME_PARENTS | _EVERYONE]
    everyone = set(named) >= _EVERYONE
    return [_("Alle, der har eller venter barn") if everyone else Audience.PARENTS.label, *rest]


def people(professions: Iterable[Profession]) -> list[str]:
    """Whom one meets: «en sundhedsplejerske», «en frivillig»."""
    return [_(_SOMEONE[profession]) for profession in professions]
