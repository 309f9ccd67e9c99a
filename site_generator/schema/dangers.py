"""`content/dangers.yml`: what those who may be in danger search for, and what helps them."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import Topic
from site_generator.schema.record import Record
from site_generator.schema.values import Line, Slug, Text, YesNo


class SearchWords(Record):
    """Ord, som nogen søger med, på hvert sprog."""

    da: tuple[Line, ...] = Field((), title="Dansk", description="Ord på dansk.")
    en: tuple[Line, ...] = Field((), title="Engelsk", description="Ord på engelsk.")
    uk: tuple[Line, ...] = Field(
        (), title="Ukrainsk", description="Ord på ukrainsk og russisk, som de bliver skrevet."
    )
    ar: tuple[Line, ...] = Field(
        (), title="Arabisk", description="Ord på arabisk. De gælder også inde i længere ord."
    )

    def by_language(self, code: str) -> tuple[str, ...]:
        """The words of one language, as in `lang="…"`."""
        return {"da": self.da, "en": self.en, "uk": self.uk, "ar": self.ar}.get(code, ())

    @property
    def all(self) -> tuple[str, ...]:
        """The words of all languages: people write in their own, whatever the page is in."""
        return tuple(dict.fromkeys((*self.da, *self.en, *self.uk, *self.ar)))


class WordGroup(Record):
    """Ord, der betyder det samme for søgningen. «$child» står for dem alle."""

    id: Slug = Field(title="Id", description="Et kort navn, fx child. Skrives med $ foran.")
    words: SearchWords = Field(title="Ord", description="Ordene i gruppen.")


class Danger(Record):
    """Noget farligt, som nogen søger om, og den hjælp, der så står øverst."""

    id: Slug = Field(title="Id", description="Et kort navn uden æ, ø og å, fx violence.")
    title: Text = Field(title="Overskrift", description="Står over hjælpen. Kort og rolig.")
    topics: tuple[Topic, ...] = Field(
        (), title="Emner", description="Tilbud, der først og fremmest handler om dem, står under."
    )
    shows: tuple[Line, ...] = Field(
        title="Hjælp",
        description="Artikler (filens navn uden .md) og hjælpelinjer (deres navn i "
        "help_lines.yml), i den rækkefølge, de skal stå.",
    )
    way_out: YesNo = Field(
        False, title="Forlad siden", description="ja: søgesiden får knappen «Forlad siden»."
    )
    words: SearchWords = Field(
        default_factory=SearchWords,
        title="Ord",
        description="Ord, der alene er nok. To ord: begge skal stå der, i den rækkefølge. "
        "«bo!»: kun hele ordet. «~vold»: også inde i et ord. «$child»: et af gruppens ord.",
    )
    acts: SearchWords = Field(
        default_factory=SearchWords,
        title="Handlinger",
        description="Ord, der gælder sammen med en person fra «people», eller når de står alene.",
    )
    harmless: SearchWords = Field(
        default_factory=SearchWords,
        title="Uden fare",
        description="Udtryk, der bliver taget ud først, fx «slår græs».",
    )


class DangersFile(Record):
    """dangers.yml: hvilke ord der viser hvilken hjælp."""

    people: SearchWords = Field(
        default_factory=SearchWords,
        title="Personer",
        description="Ord for en selv og for nære mennesker. De gør en handling alvorlig.",
    )
    groups: tuple[WordGroup, ...] = Field(
        (), title="Grupper", description="Ord, der går igen i mange udtryk."
    )
    dangers: tuple[Danger, ...] = Field((), title="Farer", description="Et punkt for hver.")
