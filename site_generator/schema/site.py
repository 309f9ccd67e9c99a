"""`site.yml`: who the house is, and what holds for the whole site."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import HouseAccess, Profession, SiteStatus
from site_generator.schema.record import Record
from site_generator.schema.retired import RetiredPage
from site_generator.schema.shared import Contact, Picture, Source
from site_generator.schema.times import Age, AgeText, Day
from site_generator.schema.values import (
    BaseAddress,
    Colour,
    Email,
    GitHubName,
    Line,
    Link,
    Media,
    PhoneNumber,
    Prose,
    Slug,
    Text,
    YesNo,
)


class Brand(Record):
    """Husets farve og logo."""

    colour: Colour = Field(
        "#1f5c57",
        title="Farve",
        description="Husets farve som '#rrggbb', så mørk, at hvid tekst kan læses på den.",
    )
    logo: Picture | None = Field(None, title="Logo", description="Kommunens eller husets logo.")


class Captions(Record):
    """Undertekster: en fil af slagsen .vtt for hvert sprog."""

    da: Media = Field(title="Dansk", description="Fx media/film.da.vtt.")
    en: Media | None = Field(None, title="Engelsk", description="Fx media/film.en.vtt.")
    uk: Media | None = Field(None, title="Ukrainsk", description="Fx media/film.uk.vtt.")
    ar: Media | None = Field(None, title="Arabisk", description="Fx media/film.ar.vtt.")

    def files(self) -> dict[str, str]:
        """The files by the code of their language."""
        given = {"da": self.da, "en": self.en, "uk": self.uk, "ar": self.ar}
        return {code: file for code, file in given.items() if file}


class Film(Record):
    """En film om huset: en fil i media, eller et link. Intet bliver hentet fra andre."""

    title: Text = Field(title="Titel", description="Hvad filmen hedder, eller hvad den handler om.")
    summary: Text | None = Field(None, title="Kort om filmen", description="En eller to sætninger.")
    video: Media | None = Field(
        None, title="Filmfil", description="Filmen selv, fx media/film.mp4. Højst 100 MB."
    )
    captions: Captions | None = Field(
        None, title="Undertekster", description="Det, der bliver sagt, som filer af slagsen .vtt."
    )
    without_speech: YesNo = Field(
        False,
        title="Uden tale",
        description="ja, når ingen siger noget i filmen. Så behøver den ikke undertekster.",
    )
    picture: Picture | None = Field(
        None, title="Billede", description="Vises, før filmen går i gang, eller over linket."
    )
    link: Link | None = Field(None, title="Link", description="Hvor filmen kan ses.")
    where: Text | None = Field(
        None,
        title="Hvor i ord",
        description="Hvor filmen kan ses, når der ikke er et direkte link.",
    )
    transcript: Prose | None = Field(
        None, title="Filmen som tekst", description="Det, der bliver sagt og vist i filmen."
    )


class SocialMedia(Record):
    """En profil på et socialt medie."""

    name: Line = Field(title="Navn", description="Fx Facebook eller Instagram.")
    link: Link | None = Field(None, title="Link", description="Adressen på profilen.")


class SocialEmergency(Record):
    """Kommunens sociale døgnvagt."""

    phone: PhoneNumber = Field(title="Telefon", description="Døgnvagtens nummer.")
    note: Text | None = Field(None, title="Forklaring", description="Hvornår man kan ringe.")


class AccessibilityStatement(Record):
    """Tilgængelighedserklæringen, som loven kræver. Den laves i WAS-Tool."""

    link: Link = Field(title="Link", description="Adressen på was.digst.dk.")
    date: Day = Field(title="Dato", description="Hvornår den sidst er set efter.")


class DataProtection(Record):
    """Hvem man kan spørge om sine oplysninger."""

    phone: PhoneNumber | None = Field(
        None, title="Telefon", description="Databeskyttelsesrådgiver."
    )
    email: Email | None = Field(None, title="Mail", description="Databeskyttelsesrådgiver.")
    link: Link | None = Field(None, title="Link", description="Kommunens side om persondata.")


class Professionals(Record):
    """Til fagfolk: sådan hjælper man en familie videre."""

    intro: Prose = Field(title="Indledning", description="Hvad huset kan for fagfolk, kort sagt.")
    refer: Prose | None = Field(
        None, title="Sådan henviser du", description="Trin for trin, hvordan man henviser."
    )
    phone: PhoneNumber | None = Field(None, title="Telefon", description="Nummer til fagfolk.")
    email: Email | None = Field(None, title="Mail", description="Mail til fagfolk.")


class Staff(Record):
    """En faggruppe i huset. Ingen navne på personer."""

    profession: Profession = Field(title="Fag", description="Faggruppen.")
    note: Text | None = Field(None, title="Rolle", description="Hvad de gør i huset, kort.")


class SiteFile(Record):
    """site.yml: hvem huset er, og hvad der gælder for hele siden."""

    name: Line = Field(title="Husets navn", description="Fx Familiens Hus.")
    municipality: Line = Field(title="Kommune", description="Fx Vordingborg Kommune.")
    status: SiteStatus = Field(
        title="Status",
        description="demo: siden viser, at den er en demonstration, og bliver ikke fundet af "
        "søgemaskiner. official: siden er i drift.",
    )
    demo_note: Text | None = Field(
        None,
        title="Om demonstrationen",
        description="Én sætning øverst på en demonstration: hvor kommer oplysningerne fra?",
    )
    fictional: YesNo = Field(
        False,
        title="Opdigtet",
        description="Ja, hvis kommunen ikke findes. Så står den for sig selv under alle de andre.",
    )
    headline: Text = Field(
        title="Den vigtigste sætning",
        description="Står øverst på forsiden. Højst 120 tegn: hvad er huset, og hvem er det for?",
    )
    intro: Prose = Field(
        title="Indledning", description="To til fire sætninger om, hvad man kan bruge huset til."
    )
    about: Prose | None = Field(
        None, title="Om huset", description="Længere tekst til siden «Om huset». Må have afsnit."
    )
    access: HouseAccess = Field(
        title="Adgang",
        description="open: alle tilbud er åbne, eller man tilmelder sig selv. both: både åbne "
        "tilbud og tilbud, hvor man skal henvises. some: nogle tilbud er åbne, resten skal man "
        "spørge om. assessed: kun efter kommunens vurdering. ask: det vides ikke, og siden lover "
        "intet.",
    )
    minimum_age: AgeText = Field(
        Age(0), title="Barnets alder fra", description="Husets yngste børn."
    )
    maximum_age: AgeText = Field(
        Age(6 * 12),
        title="Barnets alder til",
        description="Husets ældste børn, fx 18 år.",
    )
    contact: Contact = Field(
        default_factory=Contact,
        title="Kontakt",
        description="Nummer, mail og andre veje til huset.",
    )
    languages: tuple[Line, ...] = Field(
        ("da",), title="Sprog", description="Sidens sprog: da, en, uk, ar. Dansk skal være med."
    )
    retired_languages: tuple[Line, ...] = Field(
        (),
        title="Gamle sprog",
        description="Sprog, siden har haft. Adresserne fører til de danske sider.",
    )
    base_url: BaseAddress | None = Field(
        None, title="Sidens adresse", description="Fx https://familiehus.kommune.dk/."
    )
    brand: Brand = Field(default_factory=Brand, title="Udseende", description="Farve og logo.")
    picture: Picture | None = Field(None, title="Billede", description="Billede til forsiden.")
    staff: tuple[Staff, ...] = Field((), title="Hvem er her", description="Faggrupper i huset.")
    films: tuple[Film, ...] = Field((), title="Film", description="Film om huset.")
    social_media: tuple[SocialMedia, ...] = Field(
        (), title="Sociale medier", description="Husets profiler."
    )
    articles: tuple[Slug, ...] | None = Field(
        None,
        title="Fælles artikler",
        description="De artikler fra content/articles, der skal med. Udelad for alle.",
    )
    professionals: Professionals | None = Field(
        None, title="Til fagfolk", description="Sådan hjælper fagfolk en familie videre."
    )
    social_emergency: SocialEmergency | None = Field(
        None, title="Social døgnvagt", description="Kommunens døgnvagt."
    )
    accessibility_statement: AccessibilityStatement | None = Field(
        None, title="Tilgængelighedserklæring", description="Skal være der, når siden er i drift."
    )
    data_protection: DataProtection | None = Field(
        None, title="Databeskyttelse", description="Hvem man kan spørge om sine oplysninger."
    )
    offline: YesNo = Field(
        True,
        title="Uden net",
        description="ja: telefonen gemmer forsiden, Find os og kalenderen, så de kan læses uden "
        "net. nej: intet bliver gemt, og det, der var gemt, bliver slettet.",
    )
    screen_pictures: YesNo = Field(
        False,
        title="Skærmen som billeder",
        description="ja: dagens skærm bliver også lavet som to billeder på dansk, liggende og "
        "stående, til skærme, der kun kan vise billeder. Siden skaerm/ er der altid.",
    )
    embed: YesNo = Field(
        False,
        title="Indlejring",
        description="ja: dagens tider, de næste aktiviteter og hvert tilbud findes også som små "
        "sider og som data, som kommunens egen hjemmeside kan vise. De bliver stående, også hvis "
        "I siden skriver nej: andre sider viser dem.",
    )
    retired_pages: tuple[RetiredPage, ...] = Field(
        (), title="Gamle sider", description="Sider fra mappen pages, der ikke er her mere."
    )
    maintainers: tuple[GitHubName, ...] = Field(
        (),
        title="Hvem passer siden",
        description="Navne på GitHub, eller grupper som organisation/gruppe. De bliver bedt om at "
        "sige ja, når nogen vil rette i mappen. Navnene kan ses af alle, så brug helst en gruppe.",
    )
    theme: Slug = Field("familiehus", title="Tema", description="En mappe i themes.")
    reviewed: Day | None = Field(
        None, title="Set efter", description="Hvornår teksterne sidst er læst igennem."
    )
    sources: tuple[Source, ...] = Field(
        (), title="Kilder", description="Hvor oplysningerne kommer fra."
    )
