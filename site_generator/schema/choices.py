"""The fixed choices of the author format, each with the Danish words that visitors read."""

from __future__ import annotations

from enum import Enum
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from site_generator.problems import did_you_mean
from site_generator.schema.record import fault
from site_generator.schema.times import shown


class Choice(Enum):
    """A value as authors write it, and `label`: what it is called on the page."""

    label: str

    def __new__(cls, written: str, label: str) -> Choice:
        choice = object.__new__(cls)
        choice._value_ = written
        choice.label = label
        return choice

    @classmethod
    def parse(cls, value: Any) -> Choice:
        written = value if isinstance(value, str) else "en liste"
        by_value = {choice.value: choice for choice in cls}
        if written.lower() in by_value:
            return by_value[written.lower()]
        message = f"«{shown(written)}» kan ikke vælges her."
        raise fault(message, did_you_mean(written, by_value))

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        choices = [{"const": choice.value, "title": choice.label} for choice in cls]
        return {"oneOf": choices}


class SiteStatus(Choice):
    DEMO = "demo", "Demonstration"
    OFFICIAL = "official", "I drift"


class HouseAccess(Choice):
    """How families get in, in the three kinds that the survey of 2019 found."""

    OPEN = "open", "Alle kan komme. Du behøver ikke en henvisning."
    BOTH = "both", "Nogle tilbud er åbne for alle. Til andre skal du henvises først."
    ASSESSED = "assessed", "Kommunen vurderer sammen med dig, hvad du kan få hjælp til."


class Audience(Choice):
    EXPECTING = "expecting", "Gravide og kommende forældre"
    PARENTS = "parents", "Alle forældre"
    MOTHERS = "mothers", "Mødre"
    FATHERS = "fathers", "Fædre"
    PARTNERS = "partners", "Partnere og medforældre"
    YOUNG_PARENTS = "young_parents", "Unge forældre"
    SINGLE_PARENTS = "single_parents", "Dig, der er alene med barn"
    FIRST_TIME_PARENTS = "first_time_parents", "Førstegangsforældre"
    SEPARATED_PARENTS = "separated_parents", "Forældre, der går fra hinanden"
    CHILDREN = "children", "Børn"
    YOUNG_PEOPLE = "young_people", "Unge"


class Topic(Choice):
    """Needs, in the words that a parent would use."""

    ADVICE = "advice", "Nogen at tale med"
    PREGNANCY = "pregnancy", "Graviditet og fødsel"
    BREASTFEEDING = "breastfeeding", "Amning"
    BABY = "baby", "Den første tid med baby"
    SLEEP = "sleep", "Søvn"
    FOOD = "food", "Mad og måltider"
    CRYING = "crying", "Gråd og uro"
    BIRTH_REACTION = "birth_reaction", "Når det er svært efter fødslen"
    ATTACHMENT = "attachment", "Kontakten med dit barn"
    UPBRINGING = "upbringing", "Børn og opdragelse"
    DEVELOPMENT = "development", "Krop, sprog og udvikling"
    FATHERHOOD = "fatherhood", "At være far"
    NETWORK = "network", "Mød andre forældre"
    RELATIONSHIP = "relationship", "Parforhold"
    SEPARATION = "separation", "Skilsmisse og brud"
    MONEY = "money", "Penge og bolig"
    WORK = "work", "Job og uddannelse"
    PRACTICAL_HELP = "practical_help", "Hjælp i hverdagen"
    PREMATURE = "premature", "Født for tidligt"
    SPECIAL_NEEDS = "special_needs", "Børn med særlige behov"
    GRIEF = "grief", "Sorg og sygdom"
    VIOLENCE = "violence", "Vold i familien"
    FAMILY_TREATMENT = "family_treatment", "Når familien har brug for mere"


class Access(Choice):
    """How one gets into an offer."""

    OPEN = "open", "Du kan bare komme"
    SIGN_UP = "sign_up", "Du tilmelder dig selv"
    REFERRAL = "referral", "Du skal henvises"
    ASSESSED = "assessed", "Kommunen vurderer behovet sammen med dig"
    ASK = "ask", "Spørg huset, hvordan du kommer med"


class Delivery(Choice):
    """How an offer is given (HSDS 3.0: attending type)."""

    HOUSE = "house", "I huset"
    ELSEWHERE = "elsewhere", "Et andet sted"
    HOME_VISIT = "home_visit", "Hjemme hos dig"
    PHONE = "phone", "I telefonen"
    ONLINE = "online", "På nettet"


class Profession(Choice):
    HEALTH_VISITOR = "health_visitor", "sundhedsplejerske"
    MIDWIFE = "midwife", "jordemoder"
    FAMILY_THERAPIST = "family_therapist", "familiebehandler"
    FAMILY_CONSULTANT = "family_consultant", "spædbarns- og familiekonsulent"
    SOCIAL_WORKER = "social_worker", "socialrådgiver"
    CHILD_ADVISER = "child_adviser", "børne- og ungerådgiver"
    PSYCHOLOGIST = "psychologist", "psykolog"
    PEDAGOGUE = "pedagogue", "pædagog"
    OCCUPATIONAL_THERAPIST = "occupational_therapist", "ergoterapeut"
    PHYSIOTHERAPIST = "physiotherapist", "fysioterapeut"
    EDUCATION_ADVISER = "education_adviser", "uddannelsesvejleder"
    GP = "gp", "egen læge"
    DAYCARE = "daycare", "dagtilbud"
    VOLUNTEER = "volunteer", "frivillig"
    COORDINATOR = "coordinator", "koordinator"


class Sector(Choice):
    MUNICIPALITY = "municipality", "Kommunen"
    REGION = "region", "Regionen"
    CIVIL_SOCIETY = "civil_society", "Frivillig forening"


class OfferStatus(Choice):
    """HSDS 3.0: service status."""

    ACTIVE = "active", "I gang"
    TEMPORARILY_CLOSED = "temporarily closed", "Holder pause"
    INACTIVE = "inactive", "Ikke i gang lige nu"
    DEFUNCT = "defunct", "Slut"


# Offers that have no page.
GONE = (OfferStatus.INACTIVE, OfferStatus.DEFUNCT)


class PlaceKind(Choice):
    HOUSE = "house", "Familiehus"
    DAYCARE = "daycare", "Daginstitution"
    LIBRARY = "library", "Bibliotek"
    HEALTH_CENTRE = "health_centre", "Sundhedscenter"
    CHURCH = "church", "Kirke"
    OTHER = "other", "Andet sted"


class Vehicle(Choice):
    BUS = "bus", "Bus"
    TRAIN = "train", "Tog"
    METRO = "metro", "Metro"
    LIGHT_RAIL = "light_rail", "Letbane"
    FERRY = "ferry", "Færge"


class OnClosedDay(Choice):
    """What happens to an activity on a day that is closed, a holiday or a school holiday."""

    SKIP = "skip", "Holder fri"
    KEEP = "keep", "Holdes alligevel"


class Applies(Choice):
    HOUSE = "house", "Huset"
    PHONE = "phone", "Telefonen"
    BOTH = "both", "Huset og telefonen"


class FlyerKind(Choice):
    FLYER = "flyer", "Flyer"
    POSTER = "poster", "Plakat"
    WAITING_ROOM = "waiting_room", "Plakat til venteværelset"
    LEAFLET = "leaflet", "Folder"
    CARD = "card", "Visitkort"
    EVALUATION = "evaluation", "Kort til evaluering"
    MONTH = "month", "Månedens program"
    OVERVIEW = "overview", "Overblik til fagfolk"


class Paper(Choice):
    A3 = "a3", "A3"
    A4 = "a4", "A4"
    A5 = "a5", "A5"
