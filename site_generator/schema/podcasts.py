"""`podcasts.yml`: a podcast and its episodes, each with a transcript."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import SoundType, Topic
from site_generator.schema.record import Record
from site_generator.schema.retired import Retired
from site_generator.schema.shared import Picture, Source
from site_generator.schema.times import Day, Duration
from site_generator.schema.values import ByteCount, Line, Link, Media, Prose, Slug, Text, YesNo


class SoundElsewhere(Record):
    """En lydfil, der ligger et andet sted. Vi henter den ikke og må have at vide, hvad den er."""

    link: Link = Field(title="Adresse", description="Selve lydfilens adresse.")
    bytes: ByteCount = Field(
        title="Størrelse", description="Filens størrelse i bytes, fx 12345678. Podcastapps spørger."
    )
    type: SoundType = Field(title="Slags", description="mp3, m4a eller ogg.")


class Chapter(Record):
    """Et kapitel i et afsnit."""

    start: Duration = Field(title="Begynder", description="Minutter og sekunder inde, fx 1:30.")
    title: Text = Field(title="Titel", description="Hvad kapitlet handler om.")


def guid_of(written: str | None, episode: str, slug: str) -> str:
    """By what programs know an episode that they have: its author's name for it, or our own."""
    return written or f"{episode}@{slug}.familiehus"


class Episode(Record):
    """Et afsnit."""

    id: Slug = Field(title="Id", description="Kort navn til adressen. Lav det aldrig om.")
    guid: Line | None = Field(
        None,
        title="Guid",
        description="Kun hvis afsnittet før var udgivet et andet sted: det guid, det havde der. "
        "Så henter telefonerne det ikke en gang til.",
    )
    title: Text = Field(title="Titel", description="Hvad afsnittet hedder.")
    summary: Text = Field(title="Kort sagt", description="Hvad man hører om.")
    published: Day = Field(title="Udgivet", description="Datoen.")
    duration: Duration | None = Field(
        None, title="Varighed", description="Fx 23:15. Udelad, når lydfilen ligger i media."
    )
    audio: Media | None = Field(None, title="Lydfil", description="Fx media/soevn.mp3.")
    audio_elsewhere: SoundElsewhere | None = Field(
        None,
        title="Lydfil et andet sted",
        description="I stedet for «audio», når lydfilen ligger på en anden server.",
    )
    link: Link | None = Field(None, title="Link", description="Hvor afsnittet kan høres.")
    transcript: Prose | None = Field(
        None,
        title="Afsnittet som tekst",
        description="Alt, hvad der bliver sagt. Loven kræver det. Skriv fx [0:12] først i et "
        "stykke for at sige, hvornår det begynder.",
    )
    chapters: tuple[Chapter, ...] = Field(
        (), title="Kapitler", description="Steder, man kan springe til."
    )
    offers: tuple[Slug, ...] = Field(
        (), title="Tilbud", description="Tilbud fra offers.yml, hvis sider afsnittet skal stå på."
    )
    topics: tuple[Topic, ...] = Field((), title="Emner", description="Hvad afsnittet handler om.")
    explicit: YesNo = Field(
        False,
        title="Groft sprog",
        description="ja, når der er groft sprog i. Apps skal vide det.",
    )


class PodcastApp(Record):
    """Et sted, hvor man kan følge podcasten."""

    name: Line = Field(title="Navn", description="Fx Apple Podcasts eller Spotify.")
    link: Link = Field(title="Link", description="Podcastens side der.")


class PodcastsFile(Record):
    """podcasts.yml: husets podcast."""

    title: Text = Field(title="Titel", description="Podcastens navn.")
    summary: Text = Field(title="Kort sagt", description="Hvad den handler om, og hvem den er for.")
    author: Line | None = Field(None, title="Udgiver", description="Fx Thisted Kommune.")
    link: Link | None = Field(None, title="Link", description="Hvor den kan høres i dag.")
    feed: Link | None = Field(
        None,
        title="Feed et andet sted",
        description="Podcastens feed, når den bliver udgivet et andet sted. Så sender vores eget "
        "feed apps derhen.",
    )
    guid: Line | None = Field(
        None,
        title="Guid",
        description="Podcastens faste navn hos podcastapps. Skriv det, før siden flytter adresse, "
        "og lav det aldrig om. Det står i feedet som podcast:guid.",
    )
    follow: tuple[PodcastApp, ...] = Field(
        (), title="Følg podcasten", description="Podcastens sider i apps, fx Spotify."
    )
    cover: Picture | None = Field(
        None,
        title="Forside",
        description="Kvadratisk billede, mindst 1400 punkter på hver led. Udelad det, og vi tegner "
        "et med navnet på husets farve.",
    )
    themes: tuple[Text, ...] = Field(
        (),
        title="Emner i ord",
        description="Det, afsnittene handler om, når de ikke står her endnu.",
    )
    episodes: tuple[Episode, ...] = Field((), title="Afsnit", description="Nyeste først.")
    retired: tuple[Retired, ...] = Field(
        (),
        title="Gamle afsnit",
        description="Afsnit, der har været på siden, men er slettet eller har nyt id.",
    )
    reviewed: Day | None = Field(
        None,
        title="Set efter",
        description="Hvornår nogen sidst har set efter, om filen stadig passer.",
    )
    sources: tuple[Source, ...] = Field(
        (), title="Kilder", description="Hvor oplysningerne kommer fra."
    )
