"""`content/help_lines.yml`: numbers to call at once, the same for every house."""

from __future__ import annotations

from pydantic import Field

from site_generator.schema.choices import Topic
from site_generator.schema.dangers import SearchWords
from site_generator.schema.record import Record
from site_generator.schema.times import Day
from site_generator.schema.values import Line, Link, PhoneNumber, Text, YesNo


class HelpLine(Record):
    """Et nummer, man kan ringe til, eller et sted, hvor man kan finde hjælp."""

    name: Line = Field(title="Navn", description="Fx Lev Uden Vold.")
    phone: PhoneNumber | None = Field(
        None, title="Telefon", description="Nummeret. Uden nummer fører linjen til sit link."
    )
    when: Text | None = Field(None, title="Hvornår", description="Fx «Døgnet rundt».")
    summary: Text = Field(title="Kort sagt", description="Hvad man kan få hjælp til.")
    link: Link = Field(title="Link", description="Den offentlige side, hvor nummeret står.")
    checked: Day = Field(title="Set efter", description="Hvornår nummeret er set efter på siden.")
    everywhere: YesNo = Field(False, title="På alle sider", description="ja: står nederst overalt.")
    topics: tuple[Topic, ...] = Field(
        (), title="Emner", description="Sider om disse emner viser det."
    )
    words: SearchWords = Field(
        default_factory=SearchWords,
        title="Søgeord",
        description="Andre ord, som den kan findes på, fx «børnetelefon». Ord, der altid skal vise "
        "hjælp øverst, står i dangers.yml.",
    )


class HelpLinesFile(Record):
    """help_lines.yml: hjælpelinjer."""

    leave_to: Link = Field(
        "https://www.dmi.dk/",
        title="Forlad siden",
        description="Hvor knappen «Forlad siden» fører hen på sider om vold. En side, som enhver "
        "kunne have åben.",
    )
    help_lines: tuple[HelpLine, ...] = Field(
        (), title="Hjælpelinjer", description="Et punkt for hver."
    )
