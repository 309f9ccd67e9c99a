"""`podcasts.yml`: a podcast and its episodes, each with a transcript."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import Topic
from site_generator.schema.record import Record
from site_generator.schema.retired import Retired
from site_generator.schema.shared import Picture, Source
from site_generator.schema.times import Day, Duration
from site_generator.schema.values import Line, Link, Media, Prose, Slug, Text


class Episode(Record):
    """Et afsnit."""

    id: Slug = Field(title="Id", description="Kort navn til adressen. Lav det aldrig om.")
    title: Text = Field(title="Titel", description="Hvad afsnittet hedder.")
    summary: Text = Field(title="Kort sagt", description="Hvad man hører om.")
    published: Day = Field(title="Udgivet", description="Datoen.")
    duration: Duration | None = Field(None, title="Varighed", description="Fx 23:15.")
    audio: Media | None = Field(None, title="Lydfil", description="Fx media/soevn.mp3.")
    link: Link | None = Field(None, title="Link", description="Hvor afsnittet kan høres.")
    transcript: Prose | None = Field(
        None,
        title="Afsnittet som tekst",
        description="Alt, hvad der bliver sagt. Loven kræver det.",
    )
    topics: tuple[Topic, ...] = Field((), title="Emner", description="Hvad afsnittet handler om.")


class PodcastsFile(Record):
    """podcasts.yml: husets podcast."""

    title: Text = Field(title="Titel", description="Podcastens navn.")
    summary: Text = Field(title="Kort sagt", description="Hvad den handler om, og hvem den er for.")
    author: Line | None = Field(None, title="Udgiver", description="Fx Thisted Kommune.")
    link: Link | None = Field(None, title="Link", description="Hvor den kan høres i dag.")
    cover: Picture | None = Field(None, title="Forside", description="Kvadratisk billede.")
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
