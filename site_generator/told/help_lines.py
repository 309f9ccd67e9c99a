"""TOLD: whom one can ring."""

from __future__ import annotations

from site_generator.language.spoken import in_danish, isolated
from site_generator.schema.help_lines import HelpLine
from site_generator.told.facts import HelpLineView
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.wording.in_words import without_full_stop, words


def help_line(line: HelpLine) -> HelpLineView:
    return HelpLineView(
        name=in_danish(line.name, untranslated=False),
        phone=isolated(line.phone),
        href=line.phone.href,
        when=without_full_stop(words(line.when)),
        summary=words(line.summary),
        link=line.link,
    )


@once
def urgent_lines(house: House) -> tuple[HelpLineView, ...]:
    """Whom anybody can ring when it is urgent: they stand on every page."""
    return tuple(help_line(line) for line in house.help_lines() if line.everywhere)
