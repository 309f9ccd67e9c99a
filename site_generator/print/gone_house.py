"""PAGES: the PDFs of a house that is there no more: a sheet that says so, and a code that leads on.

Its pages lead on by themselves; a PDF that somebody has saved to print it again cannot.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from site_generator import addresses, colours
from site_generator.output import Artifact
from site_generator.print.codes import PROOF_ADDRESS, qr_code
from site_generator.print.fixed_words import fixed_words
from site_generator.print.former import published_editions
from site_generator.print.printed import BLACK, COLOUR
from site_generator.print.sheets import Document, Sheet
from site_generator.print.typesetting import Typesetter
from site_generator.read.gone import GoneHouse
from site_generator.read.remembered import HouseHistory
from site_generator.schema.choices import FlyerKind, Paper

_BLACK = "#000000"


def gone_house_prints(
    one: GoneHouse, history: HouseHistory, base_url: str, typesetter: Typesetter
) -> Iterator[Artifact]:
    """The sheet at every address of a PDF that the house has had, within the whole site."""
    editions = product(published_editions(history.flyers), (COLOUR, BLACK))
    had = [addresses.flyer_file(*edition, variant) for edition, variant in editions]
    if had:
        pdf = typesetter.pdf(_document(one, base_url))
        yield from (Artifact(f"{one.house}/{address}", pdf) for address in had)


def _document(one: GoneHouse, base_url: str) -> Document:
    sheet = _sheet(one, f"{base_url.rstrip('/')}/" if base_url else PROOF_ADDRESS)
    return Document(sheet.title, sheet.name, sheet.language, None, (sheet,))


def _sheet(one: GoneHouse, base_url: str) -> Sheet:
    if one.link:
        link, opens = one.link, "Koden åbner en side om, hvor du kan få hjælp nu"
    elif one.leads_to:
        link, opens = f"{base_url}{one.leads_to}/", "Koden åbner det nye hus"
    else:
        link, opens = base_url, "Koden åbner listen over alle familiehuse"
    return Sheet(
        kind=FlyerKind.FLYER.value,
        paper=Paper.A4.value,
        language="da",
        direction="ltr",
        ink="black",
        print_shop=False,
        accent=_BLACK,
        ground=colours.GROUND,
        tint=colours.GROUND,
        line=_BLACK,
        name="Familiehuse",
        municipality="",
        logo=None,
        picture=None,
        title="Huset er her ikke mere",
        sentence="Det er flyttet eller lukket. Scan koden, og se, hvad der gælder nu.",
        promises=(),
        hours=None,
        phone_number="",
        phone_link="",
        phone_hours=None,
        mail="",
        places=(),
        ways=(),
        offers=(),
        events=(),
        more=None,
        overview=(),
        refer=(),
        staff_heading="",
        staff_note="",
        qr=qr_code(link, opens),
        words=fixed_words(),
        made="",
        notice="",
    )
