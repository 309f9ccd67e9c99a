"""IMPORTS: what the columns of a sheet of offers hold, and what our own sheet says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from site_generator.making.editor.kinds import Shape, fields_of
from site_generator.schema.offers import Offer
from site_generator.schema.record import Record

Path = tuple[str, ...]

# What stands elsewhere in an offer than under the column's own name, or nowhere.
_PATHS: Mapping[str, Path] = {
    "standard": (),
    "is_new": (),
    "link": ("sign_up", "link"),
    "phone": ("sign_up", "phone"),
    "email": ("sign_up", "email"),
    "provider": ("provider", "name"),
    "sector": ("provider", "sector"),
}


@dataclass(frozen=True)
class Column:
    """One column. `headings` are what it may be called, in small letters: the first is the one in
    our own sheet, where it is `width` letters wide; `help` and `example` stand there too."""

    name: str
    headings: tuple[str, ...]
    width: int
    help: str
    example: str = ""

    @property
    def path(self) -> Path:
        """Where its value stands in an offer; empty where it only tells which offer is meant."""
        return _PATHS.get(self.name, (self.name,))


_SEVERAL = "Er der flere, så sæt semikolon imellem."
COLUMNS = (
    Column(
        "title",
        ("navn", "tilbud", "tilbuddets navn", "titel", "name"),
        28,
        "Tilbuddets navn, som familier skal se det. Hedder det som et, I har, bliver det rettet.",
        "Søvn og ro",
    ),
    Column(
        "standard",
        ("bygger på", "standardtilbud", "fælles tilbud", "based on"),
        26,
        "Vælg et fælles tilbud, hvis jeres bygger på det. Så skriver I kun det, der er særligt.",
    ),
    Column(
        "summary",
        ("kort sagt", "kort beskrivelse", "resumé"),
        44,
        "Én eller to sætninger: hvad får familien ud af at komme?",
        "Få gode råd, når natten er lang.",
    ),
    Column(
        "description",
        ("beskrivelse", "tekst", "om"),
        44,
        "Hvad der sker, når man kommer. Må have flere afsnit.",
    ),
    Column(
        "topics",
        ("emner", "emne"),
        26,
        f"Det, tilbuddet hjælper med, det vigtigste først. {_SEVERAL}",
        "Søvn; Den første tid med baby",
    ),
    Column(
        "audience",
        ("hvem er det for", "for hvem", "målgruppe"),
        24,
        f"Tom: alle forældre. {_SEVERAL}",
    ),
    Column(
        "minimum_age",
        ("barnets alder fra", "alder fra", "fra alder"),
        14,
        "Fx 4 måneder. Tom, hvis alderen ikke betyder noget.",
    ),
    Column("maximum_age", ("barnets alder til", "alder til", "til alder"), 14, "Fx 6 år."),
    Column("eligibility", ("betingelser",), 24, "Fx «Du er under 25 år»."),
    Column(
        "access",
        ("adgang", "hvordan kommer man med"),
        28,
        "Ved I ikke, hvordan man kommer med, så vælg «Spørg huset, hvordan du kommer med».",
        "Du kan bare komme",
    ),
    Column(
        "application_process",
        ("sådan kommer du med", "sådan kommer man med"),
        34,
        "Med ord, trin for trin.",
    ),
    Column(
        "referred_by",
        ("hvem kan henvise", "henvises af"),
        22,
        f"De faggrupper, der kan henvise. {_SEVERAL}",
    ),
    Column(
        "link",
        ("tilmelding på nettet", "tilmeldingslink", "link til tilmelding"),
        28,
        "Link til tilmelding, med https:// først.",
    ),
    Column(
        "phone",
        ("tilmelding på telefon", "tilmelding telefon", "telefon"),
        18,
        "Nummer til tilmelding.",
    ),
    Column(
        "email",
        ("tilmelding på mail", "tilmelding mail", "mail", "e mail"),
        26,
        "Fælles mailadresse til tilmelding. Ikke en kollegas egen.",
    ),
    Column(
        "anonymous",
        ("anonymt", "anonym"),
        10,
        "Ja, hvis man kan være anonym, ellers nej. Tom, hvis I ikke ved det.",
    ),
    Column(
        "registration",
        ("det skriver vi ned",),
        28,
        "Hvilke oplysninger der bliver gemt, og hvorfor.",
    ),
    Column("cost", ("pris", "koster", "price"), 14, "gratis, eller prisen i ord.", "gratis"),
    Column(
        "schedule",
        ("hvornår i ord", "hvornår"),
        24,
        "Fx «En gang om ugen». Datoer hører til i arket med aktiviteter.",
    ),
    Column("duration", ("varighed",), 20, "Fx «Otte gange af 1-1½ time»."),
    Column("delivery", ("hvordan", "form"), 18, f"Hvor og hvordan det foregår. {_SEVERAL}"),
    Column("places", ("steder", "sted", "hus"), 22, f"Vælg huset, hvis I har flere. {_SEVERAL}"),
    Column("venue", ("andet sted",), 20, "Fx «Kirkecenteret». Tom, når det er et af jeres steder."),
    Column(
        "professions", ("hvem møder du", "faggrupper"), 22, f"De faggrupper, man møder. {_SEVERAL}"
    ),
    Column(
        "provider",
        ("hvem står for det", "udbyder", "forening"),
        24,
        "Fx Home-Start. Tom, når det er kommunen.",
    ),
    Column(
        "sector",
        ("slags udbyder", "sektor"),
        20,
        "Er det kommunen, regionen eller en forening, der står for det?",
    ),
    Column("seats", ("pladser", "antal pladser"), 10, "Hvor mange der er plads til."),
    Column("wait_time", ("ventetid",), 16, "Fx «Ingen ventetid»."),
    Column("interpretation", ("tolk",), 18, "Om man kan få tolk."),
    Column("legal_basis", ("lov", "lovgrundlag", "paragraf"), 18, "Fx «Barnets lov § 29»."),
    Column("status", (), 16, "Tom: det er i gang. Holder det pause, så skriv også hvorfor."),
    Column(
        "status_reason",
        ("grund til pause",),
        26,
        "Hvorfor, og hvornår det begynder igen.",
    ),
    Column("reviewed", ("set efter",), 14, "Dagen, teksten sidst er læst igennem."),
    Column(
        "is_new",
        ("nyt tilbud",),
        12,
        "Ja, hvis navnet ligner et tilbud, I har, men er et andet. Ellers tom.",
    ),
)
# Which column a heading means. The names of `offers.yml` itself are understood too.
NAMES: Mapping[str, str] = {
    word: one.name
    for one in COLUMNS
    for word in (*one.headings, one.name.replace("_", " "), "_".join(one.path).replace("_", " "))
    if word
}


def heading(name: str) -> str:
    """What a column is called in our own sheet."""
    found = next(one for one in COLUMNS if one.name == name)
    return (found.headings or (name,))[0].capitalize()


def heading_at(path: Path) -> str:
    """What the column is called whose value stands at a path of an offer."""
    return heading(next(one.name for one in COLUMNS if one.path == path))


@cache
def shape_at(path: Path) -> Shape:
    """What stands at a path of an offer."""
    return _shape(Offer, path)


def _shape(model: type[Record], path: Path) -> Shape:
    found = next(shape for name, _, shape in fields_of(model) if name == path[0])
    return _shape(found.of, path[1:]) if len(path) > 1 else found
