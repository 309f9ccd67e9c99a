"""PAGES: what tells offers apart for whoever looks for one: stage, who one is, topic, way in.

The ends of the addresses (`slug`) are a contract, as in `addresses.py`; each stands once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from site_generator.language.spoken import N_
from site_generator.schema.choices import Access, Audience, Topic
from site_generator.schema.offers import Offer
from site_generator.told.offers import SHORT_ACCESS


@dataclass(frozen=True)
class Value:
    """One choice. `label` stands on a small button, `title` above the offers; yet to be translated.

    `fits`: whether an offer is for whoever chooses this. `made_for`: whether it is so above all;
    an offer for all parents fits a father, but only one made for fathers makes him look for more.
    `words` are those in an author's file that may bring it about; any offer may, where none stand.
    """

    slug: str
    label: str
    title: str
    fits: Callable[[Offer], bool]
    made_for: Callable[[Offer], bool]
    words: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Facet:
    """A question with its choices. `name` is its key in the address: `?for=far&om=soevn`."""

    name: str
    label: str
    question: str
    values: tuple[Value, ...]

    def values_of(self, offers: Iterable[Offer]) -> tuple[Value, ...]:
        """The choices for which there is something among the offers."""
        offers = tuple(offers)
        return tuple(v for v in self.values if any(v.made_for(offer) for offer in offers))


# Schools begin in the year in which a child turns six; some begin a year later.
_SCHOOL_AGE = 84
_FIRST_YEAR = 12
_OF_THE_FIRST_YEAR = (Topic.BREASTFEEDING, Topic.BABY)
_ABOUT_BABIES_TOO = {Topic.NETWORK, Topic.DEVELOPMENT, Topic.PREMATURE}
_WHILE_EXPECTING = {Audience.EXPECTING, Audience.PARTNERS}


def _is_for_expecting(offer: Offer) -> bool:
    return Audience.EXPECTING in offer.audience


def _ends_at_birth(offer: Offer) -> bool:
    """Such as a birth class, even where its authors also name «first-time parents»."""
    about_birth = offer.topics[0] is Topic.PREGNANCY and Audience.PARENTS not in offer.audience
    return _is_for_expecting(offer) and (about_birth or set(offer.audience) <= _WHILE_EXPECTING)


def is_for_age(offer: Offer, first: int, last: int) -> bool:
    """Whether a child from `first` to under `last` months of age is among those it is for."""
    youngest = offer.minimum_age.months if offer.minimum_age else 0
    return not _ends_at_birth(offer) and youngest < last and _oldest(offer) > first


def _oldest(offer: Offer) -> int:
    """In months. Where no age is given, the topics may still tell it: a group that meets about
    babies is for babies, whichever of the two is named first."""
    if offer.maximum_age:
        return offer.maximum_age.months
    main = offer.topics[0]
    baby = main in _ABOUT_BABIES_TOO and Topic.BABY in offer.topics
    young = (main in _OF_THE_FIRST_YEAR or baby) and Topic.UPBRINGING not in offer.topics
    return _FIRST_YEAR if young else _SCHOOL_AGE


def _stage(slug: str, label: str, title: str, fits: Callable[[Offer], bool]) -> Value:
    return Value(slug, label, title, fits, fits)


def _age(slug: str, label: str, title: str, first: int, last: int) -> Value:
    return _stage(slug, label, title, partial(is_for_age, first=first, last=last))


STAGES = Facet(
    "alder",
    N_("Alder"),
    N_("Hvor er I henne?"),
    (
        _stage("gravid", N_("Jeg venter barn"), N_("Mens du venter barn"), _is_for_expecting),
        _age("0-1-aar", N_("Under 1 år"), N_("Til dig med et barn under 1 år"), 0, 12),
        _age("1-3-aar", N_("1–3 år"), N_("Til dig med et barn på 1–3 år"), 12, 36),
        _age("3-6-aar", N_("3–6 år"), N_("Til dig med et barn på 3–6 år"), 36, _SCHOOL_AGE),
    ),
)


# Whoever they name, father or mother, alone or together, may be meant.
_ANYONE = {
    Audience.PARENTS,
    Audience.EXPECTING,
    Audience.FIRST_TIME_PARENTS,
    Audience.SEPARATED_PARENTS,
}


def _names(offer: Offer, audience: set[Audience]) -> bool:
    return not audience.isdisjoint(offer.audience)


def _person(slug: str, label: str, title: str, *own: Audience, also: set[Audience]) -> Value:
    made_for = partial(_names, audience=set(own))
    fits = partial(_names, audience=set(own) | also)
    return Value(slug, label, title, fits, made_for, frozenset(one.value for one in own))


PEOPLE = Facet(
    "for",
    N_("Hvem"),
    N_("Hvem er du?"),
    (
        _person("mor", N_("Mor"), N_("Til dig, der er mor"), Audience.MOTHERS, also=_ANYONE),
        _person(
            "far",
            N_("Far"),
            N_("Til dig, der er far"),
            Audience.FATHERS,
            also=_ANYONE | {Audience.PARTNERS},
        ),
        _person(
            "partner",
            N_("Partner eller medforælder"),
            N_("Til dig, der er partner eller medforælder"),
            Audience.PARTNERS,
            also=_ANYONE,
        ),
        _person(
            "alene",
            N_("Alene med barn"),
            N_("Til dig, der er alene med barn"),
            Audience.SINGLE_PARENTS,
            also=_ANYONE,
        ),
        _person(
            "ung",
            N_("Ung"),
            N_("Til dig, der er ung"),
            Audience.YOUNG_PARENTS,
            Audience.YOUNG_PEOPLE,
            also=_ANYONE,
        ),
    ),
)


def _is_about(offer: Offer, topic: Topic) -> bool:
    """An evening about a little of everything is no answer to violence."""
    if topic is Topic.VIOLENCE:
        return offer.topics[0] is topic
    return topic in offer.topics


TOPIC_SLUGS = {
    Topic.ADVICE: "nogen-at-tale-med",
    Topic.PREGNANCY: "graviditet",
    Topic.BREASTFEEDING: "amning",
    Topic.BABY: "baby",
    Topic.SLEEP: "soevn",
    Topic.FOOD: "mad",
    Topic.CRYING: "graad",
    Topic.BIRTH_REACTION: "efter-foedslen",
    Topic.ATTACHMENT: "kontakt",
    Topic.UPBRINGING: "opdragelse",
    Topic.DEVELOPMENT: "udvikling",
    Topic.FATHERHOOD: "at-vaere-far",
    Topic.NETWORK: "moed-andre",
    Topic.RELATIONSHIP: "parforhold",
    Topic.SEPARATION: "brud",
    Topic.MONEY: "penge",
    Topic.WORK: "job",
    Topic.PRACTICAL_HELP: "hverdag",
    Topic.PREMATURE: "for-tidligt",
    Topic.SPECIAL_NEEDS: "saerlige-behov",
    Topic.GRIEF: "sorg",
    Topic.VIOLENCE: "vold",
    Topic.FAMILY_TREATMENT: "mere-hjaelp",
}


def topic_value(topic: Topic) -> Value:
    fits = partial(_is_about, topic=topic)
    words = frozenset((topic.value,))
    return Value(TOPIC_SLUGS[topic], topic.danish, topic.danish, fits, fits, words)


TOPICS = Facet(
    "om", N_("Emne"), N_("Hvad handler det om?"), tuple(topic_value(topic) for topic in Topic)
)


def _is_entered_by(offer: Offer, access: Access) -> bool:
    return offer.access is access


def _access(slug: str, access: Access) -> Value:
    fits = partial(_is_entered_by, access=access)
    words = frozenset((access.value,))
    return Value(slug, SHORT_ACCESS[access], SHORT_ACCESS[access], fits, fits, words)


WAYS_IN = Facet(
    "adgang",
    N_("Adgang"),
    N_("Hvordan kommer jeg med?"),
    (
        _access("bare-kom", Access.OPEN),
        _access("tilmelding", Access.SIGN_UP),
        _access("henvisning", Access.REFERRAL),
        _access("samtale", Access.ASSESSED),
        _access("spoerg", Access.ASK),
    ),
)

FACETS = (STAGES, PEOPLE, TOPICS, WAYS_IN)


def fitting(offer: Offer) -> str:
    """The slugs of everything that an offer fits, in a row: what the finder's script reads."""
    return " ".join(v.slug for facet in FACETS for v in facet.values if v.fits(offer))
