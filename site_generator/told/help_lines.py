"""TOLD: whom one can ring."""

from __future__ import annotations

from site_generator.language.spoken import _, in_danish, isolated
from site_generator.schema.help_lines import HelpLine
from site_generator.told.facts import HelpLineView
from site_generator.told.house import House
from site_generator.told.once import once
from site_generator.wording.in_words import without_full_stop, words


def help_line(line: HelpLine) -> HelpLineView:
    """A line without a number leads to its page."""
    phone = line.phone
    return HelpLineView(
        name=in_danish(line.name, untranslated=False),
        call=_("Ring {phone}", phone=isolated(phone)) if phone else _("Se siden"),
        icon="phone" if phone else "arrow",
        phone=isolated(phone) if phone else "",
        href=phone.href if phone else line.link,
        when=without_full_stop(words(line.when)),
        summary=words(line.summary),
        link=line.link,
    )


@once
def urgent_lines(house: House) -> tuple[HelpLineView, ...]:
    """Whom anybody can ring when it is urgent: they stand on every page."""
    duty = duty_line(house)
    lines = tuple(help_line(line) for line in house.help_lines() if line.everywhere)
    return (*lines, duty) if duty else lines


@once
def duty_line(house: House) -> HelpLineView | None:
    """The municipality's own social emergency service, where it has one: a number to tap."""
    duty = house.municipality.site.social_emergency
    if duty is None:
        return None
    phone = isolated(duty.phone)
    return HelpLineView(
        name=_("Social døgnvagt"),
        call=_("Ring {phone}", phone=phone),
        icon="phone",
        phone=phone,
        href=duty.phone.href,
        when="",
        summary=words(duty.note),
        link="",
    )
