"""The fixed choices of the author format, each with the Danish words that visitors read."""

from __future__ import annotations

from enum import Enum
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from site_generator.language.spoken import N_, _
from site_generator.problems import did_you_mean
from site_generator.schema.patterns import whole, words
from site_generator.schema.record import fault
from site_generator.schema.times import plain_marks, shown


class Choice(Enum):
    """A value as authors write it, and `label`: what it is called on the page.

    The labels that visitors read are marked with `N_`, so that they are translated.
    """

    danish: str
    # There is one of each, so the quickest hash will do: they are asked for it very often.
    __hash__ = object.__hash__

    def __new__(cls, written: str, danish: str) -> Choice:
        choice = object.__new__(cls)
        choice._value_ = written
        choice.danish = danish
        return choice

    @property
    def label(self) -> str:
        """In the language that is spoken: Danish in messages, feeds and the schema."""
        return _(self.danish)

    @classmethod
    def parse(cls, value: Any) -> Choice:
        written = value if isinstance(value, str) else "en liste"
        by_value = {choice.value: choice for choice in cls}
        plain = plain_marks(written).lower()
        if plain in by_value:
            return by_value[plain]
        message = f"«{shown(written)}» kan ikke vælges her."
        raise fault(message, did_you_mean(written, by_value))

    @classmethod
    def __get_pydantic_core_schema__(cls, _type: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.parse)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        written = [choice.value for choice in cls]
        meanings = [choice.danish for choice in cls]
        in_any_case = {
            "type": "string",
            "pattern": whole(words(*written)),
            "patternErrorMessage": f"Skriv et af ordene: {', '.join(written)}.",
        }
        return {"anyOf": [{"enum": written, "enumDescriptions": meanings}, in_any_case]}


class SiteStatus(Choice):
    DEMO = "demo", "Demonstration"
    OFFICIAL = "official", "I drift"


class HouseAccess(Choice):
    """How families get in: the three kinds that the survey of 2019 found, and what is not known.

    Nothing reassuring is concluded from silence: with ASK no medium promises anything.
    """

    OPEN = "open", N_("Alle kan komme. Du behøver ikke en henvisning.")
    BOTH = "both", N_("Nogle tilbud er åbne for alle. Til andre skal du henvises først.")
    SOME = "some", N_("Nogle tilbud er åbne for alle. Spørg huset, hvordan du kommer med i resten.")
    ASSESSED = "assessed", N_("Kommunen vurderer sammen med dig, hvad du kan få hjælp til.")
    ASK = "ask", N_("Spørg huset, hvordan du kommer i gang.")


class Audience(Choice):
    EXPECTING = "expecting", N_("Gravide og kommende forældre")
    PARENTS = "parents", N_("Alle forældre")
    MOTHERS = "mothers", N_("Mødre")
    FATHERS = "fathers", N_("Fædre")
    PARTNERS = "partners", N_("Partnere og medforældre")
    YOUNG_PARENTS = "young_parents", N_("Unge forældre")
    SINGLE_PARENTS = "single_parents", N_("Dig, der er alene med barn")
    FIRST_TIME_PARENTS = "first_time_parents", N_("Førstegangsforældre")
    SEPARATED_PARENTS = "separated_parents", N_("Forældre, der går fra hinanden")
    CHILDREN = "children", N_("Børn")
    YOUNG_PEOPLE = "young_people", N_("Unge")


class Topic(Choice):
    """Needs, in the words that a parent would use."""

    ADVICE = "advice", N_("Nogen at tale med")
    PREGNANCY = "pregnancy", N_("Graviditet og fødsel")
    BREASTFEEDING = "breastfeeding", N_("Amning")
    BABY = "baby", N_("Den første tid med baby")
    SLEEP = "sleep", N_("Søvn")
    FOOD = "food", N_("Mad og måltider")
    CRYING = "crying", N_("Gråd og uro")
    BIRTH_REACTION = "birth_reaction", N_("Når det er svært efter fødslen")
    ATTACHMENT = "attachment", N_("Kontakten med dit barn")
    UPBRINGING = "upbringing", N_("Børn og opdragelse")
    DEVELOPMENT = "development", N_("Krop, sprog og udvikling")
    FATHERHOOD = "fatherhood", N_("At være far")
    NETWORK = "network", N_("Mød andre forældre")
    RELATIONSHIP = "relationship", N_("Parforhold")
    SEPARATION = "separation", N_("Skilsmisse og brud")
    MONEY = "money", N_("Penge og bolig")
    WORK = "work", N_("Job og uddannelse")
    PRACTICAL_HELP = "practical_help", N_("Hjælp i hverdagen")
    PREMATURE = "premature", N_("Født for tidligt")
    SPECIAL_NEEDS = "special_needs", N_("Børn med særlige behov")
    GRIEF = "grief", N_("Sorg og sygdom")
    VIOLENCE = "violence", N_("Vold i familien")
    FAMILY_TREATMENT = "family_treatment", N_("Når familien har brug for mere")


class Access(Choice):
    """How one gets into an offer."""

    OPEN = "open", N_("Du kan bare komme")
    SIGN_UP = "sign_up", N_("Du tilmelder dig selv")
    REFERRAL = "referral", N_("Du skal henvises")
    ASSESSED = "assessed", N_("Vi finder sammen ud af, om det er det rigtige for jer")
    ASK = "ask", N_("Spørg huset, hvordan du kommer med")


class Delivery(Choice):
    """How an offer is given (HSDS 3.0: attending type)."""

    HOUSE = "house", N_("I huset")
    ELSEWHERE = "elsewhere", N_("Et andet sted")
    HOME_VISIT = "home_visit", N_("Hjemme hos dig")
    PHONE = "phone", N_("I telefonen")
    ONLINE = "online", N_("På nettet")


class Profession(Choice):
    HEALTH_VISITOR = "health_visitor", N_("sundhedsplejerske")
    MIDWIFE = "midwife", N_("jordemoder")
    FAMILY_THERAPIST = "family_therapist", N_("familiebehandler")
    FAMILY_CONSULTANT = "family_consultant", N_("spædbarns- og familiekonsulent")
    SOCIAL_WORKER = "social_worker", N_("socialrådgiver")
    CHILD_ADVISER = "child_adviser", N_("børne- og ungerådgiver")
    PSYCHOLOGIST = "psychologist", N_("psykolog")
    PEDAGOGUE = "pedagogue", N_("pædagog")
    OCCUPATIONAL_THERAPIST = "occupational_therapist", N_("ergoterapeut")
    PHYSIOTHERAPIST = "physiotherapist", N_("fysioterapeut")
    EDUCATION_ADVISER = "education_adviser", N_("uddannelsesvejleder")
    GP = "gp", N_("egen læge")
    DAYCARE = "daycare", N_("dagtilbud")
    VOLUNTEER = "volunteer", N_("frivillig")
    COORDINATOR = "coordinator", N_("koordinator")


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
    BUS = "bus", N_("Bus")
    TRAIN = "train", N_("Tog")
    METRO = "metro", N_("Metro")
    LIGHT_RAIL = "light_rail", N_("Letbane")
    FERRY = "ferry", N_("Færge")


class ArticleNeed(Choice):
    """What a shared article speaks of, so that it stands only where there is such a thing."""

    PLACE = "place", "Et sted med en adresse"
    PHONE = "phone", "Et telefonnummer"
    OFFERS = "offers", "Et tilbud om et af artiklens emner"


class OnClosedDay(Choice):
    """What happens to an activity on a day that is closed, a holiday or a school holiday."""

    SKIP = "skip", "Holder fri"
    KEEP = "keep", "Holdes alligevel"


class Applies(Choice):
    HOUSE = "house", "Huset"
    PHONE = "phone", "Telefonen"
    BOTH = "both", "Huset og telefonen"


class FlyerKind(Choice):
    FLYER = "flyer", N_("Flyer")
    POSTER = "poster", N_("Plakat")
    WAITING_ROOM = "waiting_room", N_("Plakat til venteværelset")
    LEAFLET = "leaflet", N_("Folder")
    CARD = "card", N_("Visitkort")
    EVALUATION = "evaluation", N_("Kort til evaluering")
    MONTH = "month", N_("Månedens program")
    OVERVIEW = "overview", N_("Overblik til fagfolk")
    TWO_FLYERS = "two_flyers", N_("To flyers til at klippe")
    STRIPS = "strips", N_("Opslag med strimler")
    RACK_CARD = "rack_card", N_("Smal folder")
    LARGE_PRINT = "large_print", N_("Med stor skrift")
    LETTER = "letter", N_("Brev til nye familier")
    TALLY = "tally", N_("Skema til besøg")
    POST = "post", N_("Billede til skærme og opslag")


class Paper(Choice):
    A3 = "a3", "A3"
    A4 = "a4", "A4"
    A5 = "a5", "A5"
    # 99 × 210 mm: an A4 sheet is three of them, and an envelope of the same name holds it.
    DL = "dl", "M65"
    SQUARE = "square", N_("Kvadrat")
    WIDE = "wide", N_("Bred")


class SoundType(Choice):
    MP3 = "mp3", "MP3"
    M4A = "m4a", "M4A (AAC)"
    OGG = "ogg", "Ogg"

    @classmethod
    def of_file(cls, name: str) -> SoundType:
        """After the ending of its name."""
        ending = name.rpartition(".")[2].lower()
        return next((kind for kind in cls if kind.value == ending), cls.MP3)

    @property
    def media_type(self) -> str:
        """As podcast programs know it: Apple wants `audio/x-m4a`."""
        return {"mp3": "audio/mpeg", "m4a": "audio/x-m4a"}.get(self.value, "audio/ogg")
