"""PAGES: what a parent comes with. The many topics of the offers, gathered into few needs."""

from __future__ import annotations

from dataclasses import dataclass

from site_generator.language.spoken import N_
from site_generator.schema.choices import Audience, Topic


@dataclass(frozen=True)
class Need:
    """A need in a parent's words, yet to be translated. `anchor` is the end of its address on the
    page of offers.

    The guide asks further than the list: `also` are topics that help too, `ages` whose child it is,
    in months from and to, and `people` for whom whatever is made is an answer."""

    anchor: str
    title: str
    topics: tuple[Topic, ...]
    also: tuple[Topic, ...] = ()
    ages: tuple[int, int] | None = None
    people: tuple[Audience, ...] = ()


_BABY = (0, 12)
_OLDER = (12, 84)

NEEDS = (
    Need("tal", N_("Jeg vil tale med nogen"), (Topic.ADVICE, Topic.GRIEF)),
    Need("gravid", N_("Jeg venter barn"), (Topic.PREGNANCY,)),
    Need(
        "baby",
        N_("Jeg har en baby"),
        (
            Topic.BREASTFEEDING,
            Topic.BABY,
            Topic.SLEEP,
            Topic.FOOD,
            Topic.CRYING,
            Topic.PREMATURE,
            Topic.DEVELOPMENT,
        ),
        ages=_BABY,
    ),
    Need("moed-andre", N_("Jeg vil møde andre forældre"), (Topic.NETWORK,)),
    Need("far", N_("Jeg er far"), (Topic.FATHERHOOD,), people=(Audience.FATHERS,)),
    Need(
        "mit-barn",
        N_("Mit barn og mig"),
        (Topic.ATTACHMENT, Topic.UPBRINGING, Topic.SPECIAL_NEEDS),
        also=(Topic.SLEEP, Topic.CRYING, Topic.FOOD, Topic.DEVELOPMENT),
        ages=_OLDER,
    ),
    Need("svaert", N_("Det er svært efter fødslen"), (Topic.BIRTH_REACTION,)),
    Need(
        "par",
        N_("Parforhold og skilsmisse"),
        (Topic.RELATIONSHIP, Topic.SEPARATION),
        people=(Audience.SEPARATED_PARENTS,),
    ),
    Need("hverdag", N_("Penge, job og hverdag"), (Topic.MONEY, Topic.WORK, Topic.PRACTICAL_HELP)),
    Need("vold", N_("Vold i familien"), (Topic.VIOLENCE,)),
    Need("mere", N_("Når familien har brug for mere"), (Topic.FAMILY_TREATMENT,)),
)
