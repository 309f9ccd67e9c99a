"""`content/search.yml`: words that help the search to find what people mean."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import Audience, Topic
from site_generator.schema.dangers import SearchWords
from site_generator.schema.record import Record
from site_generator.schema.values import Line, YesNo

# The pages that every house may have, as they are called in its addresses.
PAGES = (
    *("find-os", "om", "kalender", "tilbud", "hvad-fylder", "viden"),
    *("podcast", "flyers", "fagfolk", "privatliv"),
)

# What words may lead to besides articles.
KNOWN = (*PAGES, *(topic.value for topic in Topic), *(one.value for one in Audience))


class Lead(Record):
    """Ord, og hvad de leder til."""

    to: tuple[Line, ...] = Field(
        title="Leder til",
        description="Et emne (sleep), en målgruppe (fathers), en artikel (filens navn uden .md) "
        "eller en side (find-os). Det bedste først: har huset ikke det første, kommer det næste.",
    )
    words: SearchWords = Field(
        title="Ord", description="Skrives som i dangers.yml: «ikke råd», «far!», «barn/baby»."
    )
    weak: YesNo = Field(
        False,
        title="Siger lidt",
        description="ja: gælder kun, når intet andet ord leder et sted hen, fx «hjælp».",
    )


class SearchFile(Record):
    """search.yml: ord til søgningen."""

    skipped: SearchWords = Field(
        default_factory=SearchWords,
        title="Sprunget over",
        description="Ord, der ikke siger noget om, hvad man leder efter, fx «jeg» og «hvordan».",
    )
    leads: tuple[Lead, ...] = Field(
        (), title="Ord, der leder et sted hen", description="Et punkt for hver."
    )
