"""The head of a Markdown page: the lines between `---` at the top of the file."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import ArticleNeed, Topic
from site_generator.schema.record import Record
from site_generator.schema.shared import Source
from site_generator.schema.times import Day
from site_generator.schema.values import Count, Line, Slug, Text, YesNo


class PageHead(Record):
    """Hovedet på en side i Markdown."""

    title: Text = Field(title="Titel", description="Sidens overskrift.")
    summary: Text = Field(title="Kort sagt", description="Den vigtigste sætning på siden.")
    order: Count = Field(100, title="Rækkefølge", description="Lave tal kommer først.")
    front_page: YesNo = Field(
        False, title="På forsiden", description="ja: der er et link til siden på forsiden."
    )
    topics: tuple[Topic, ...] = Field((), title="Emner", description="Hvad siden handler om.")
    needs: tuple[ArticleNeed, ...] = Field(
        (),
        title="Kræver",
        description="Kun til de fælles artikler: place, phone eller offers. Artiklen vises kun hos "
        "huse, der har det, den taler om.",
    )
    formerly: tuple[Slug, ...] = Field(
        (),
        title="Hed før",
        description="Kun til de fælles artikler: gamle filnavne uden .md. Deres adresser fører "
        "hertil.",
    )
    reviewed: Day | None = Field(
        None, title="Set efter", description="Hvornår siden sidst er læst igennem."
    )
    sources: tuple[Source, ...] = Field(
        (), title="Kilder", description="Hvor oplysningerne kommer fra."
    )


class TranslationHead(Record):
    """Hovedet på en oversættelse af en side, fx vold-i-familien.en.md.

    Resten af hovedet står kun i den danske fil.
    """

    title: Line = Field(title="Titel", description="Sidens overskrift på sproget.")
    summary: Line = Field(title="Kort sagt", description="Den vigtigste sætning på sproget.")
