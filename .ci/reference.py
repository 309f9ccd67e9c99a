"""Write content/handbook/filerne.md, the reference of every author file, from the schema.

Titles and descriptions stand in `site_generator/schema/`; so do the fixed words and what they
mean. `make reference` runs this, and a test fails where the committed page is out of date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from site_generator.records.municipality import AUTHOR_FILES
from site_generator.schema.choices import Choice
from site_generator.schema.offers import Offer
from site_generator.schema.pages import PageHead
from site_generator.schema.record import Record
from site_generator.wording.in_words import sentence

PAGE = Path(__file__).resolve().parent.parent / "content" / "handbook" / "filerne.md"
FILES: dict[str, type[Record]] = {**AUTHOR_FILES, "pages/*.md": PageHead}

INTRO = """\
<!-- Skrevet af `make reference` ud fra site_generator/schema. Ret der, ikke her. -->
# Filerne

Alt, hvad du kan skrive, og hvad det betyder. Kun `site.yml` skal være der. I hver fil er de
fleste linjer frivillige: det, der ikke er skrevet, bliver ikke vist.

Navnene er på engelsk, fordi de er fælles med andre systemer. Det, du skriver efter kolonet, er
dansk.

**Tekst på flere sprog.** Hvor der står *tekst*, kan du skrive én tekst eller én for hvert sprog
(`da`, `en`, `uk`, `ar`). Mangler et sprog, bliver den danske tekst vist.

```yaml
title:
  da: Første gang hos os
  en: Your first visit
```

**Lister.** Hvor der står *liste*, får hvert punkt sin egen linje med en streg foran. Korte
lister kan stå på én linje: `topics: [sleep, baby]`.
"""

NOTES: dict[type[Record], str] = {
    Offer: " Med «based_on» skal kun id med: resten kommer fra kataloget.",
}

# What to write, by the function that reads it.
WORDS = {
    "parse_text": "tekst",
    "parse_markdown": "tekst med **fed**, lister og links",
    "parse_base_address": "webadresse på en mappe",
    "parse_postal_code": "fire cifre",
    "parse_line": "kort tekst på én linje",
    "parse_slug": "id: små bogstaver a-z, tal og bindestreg",
    "parse_github_name": "navn på GitHub, fx `eksempel-kommune/familiehus`",
    "parse_link": "adresse, der begynder med `https://`",
    "parse_email": "mailadresse",
    "parse_phone": "telefonnummer, fx `12 34 56 78`",
    "parse_yes_no": "`ja` eller `nej`",
    "parse_count": "helt tal, fx `8`",
    "parse_byte_count": "antal bytes, fx `12345678`",
    "parse_degrees": "grader, fx `55.67610`",
    "parse_colour": "farve, fx `'#1f5c57'`",
    "parse_media": "fil i mappen media, fx `media/huset.jpg`",
    "parse_focus": "`øverst til venstre`, eller procent fra venstre og fra oven: `[30, 40]`",
    "parse_price": "`gratis`, eller prisen i ord",
    "parse_date": "dato, fx `2026-12-24`",
    "parse_first_day": "dato, fx `2026-12-24`, eller uge, fx `uge 28 2027`",
    "parse_last_day": "dato, fx `2026-12-24`, eller uge, fx `uge 30 2027`",
    "parse_weeks_of_year": "uger, fx `uge 28-30 2027`",
    "parse_slot": "tidsrum, fx `10.30-15.00`",
    "parse_day_hours": "`10.30-15.00`, flere i en liste, `lukket`, `efter aftale`, `12-16 og efter "
    "aftale`, `hele døgnet` eller `ukendt`",
    "parse_age": "alder, fx `4 måneder`",
    "parse_duration": "varighed, fx `23:15`",
    "parse_event_hours": "tidsrum, fx `10.30-12.00`, eller `hele dagen`",
    "parse_weekly": "ugedage, fx `torsdag` eller `[tirsdag, torsdag]`",
    "parse_weeks": "uger: `lige`, `ulige` eller numre, fx `10-15, 20`",
    "parse_monthly": "dage i måneden, fx `første tirsdag` eller `den 15.`",
}


def reference() -> str:
    """The whole page as Markdown."""
    used_in = Counter(record for model in FILES.values() for record in set(records_below(model)))
    shared = [record for record, files in used_in.items() if files > 1]
    shared.sort(key=lambda record: record.__name__)
    parts = [INTRO]
    for name, model in FILES.items():
        parts.append(f"\n## {name}\n\n{said_of(model)}\n\n{table(model)}")
        own = dict.fromkeys(r for r in records_below(model) if r not in shared)
        parts += [record_section(record) for record in own]
    parts.append("\n## Det, der går igen\n")
    parts += [record_section(record) for record in shared]
    parts.append("\n## Faste ord\n\nHer kan du kun skrive et af ordene til venstre.\n")
    parts += [choice_section(choice) for choice in choices()]
    return "".join(parts)


def record_section(record: type[Record]) -> str:
    heading, _, more = said_of(record).partition(". ")
    more = f"{more}\n\n" if more else ""
    return f"\n### {heading.rstrip('.')} {{#{anchor(record)}}}\n\n{more}{table(record)}"


def choice_section(choice: type[Choice]) -> str:
    rows = "".join(f"| `{word.value}` | {word.label} |\n" for word in choice)
    files = groupby(keys_of(choice).items(), key=lambda pair: pair[1])
    keys = "; ".join(
        f"{', '.join(f'`{key}`' for key, _ in pairs)} i {name}" for name, pairs in files
    )
    return f"\n### {keys} {{#{anchor(choice)}}}\n\n| Skriv | Det betyder |\n| --- | --- |\n{rows}"


def table(record: type[Record]) -> str:
    rows = "".join(row(info.alias or name, info) for name, info in record.model_fields.items())
    return f"| Navn | Hvad er det? | Skriv |\n| --- | --- | --- |\n{rows}"


def row(key: str, info: FieldInfo) -> str:
    required = " **Skal med.**" if info.is_required() else ""
    meaning = f"**{info.title}.** {info.description}{required}".replace("|", "\\|")
    written = kind(info.annotation, info.metadata)
    return f"| `{key}` | {meaning} | {written} |\n"


def kind(annotation: Any, metadata: Any = ()) -> str:
    """What an author writes for a field of this type."""
    for validator in metadata:
        if isinstance(validator, PlainValidator):
            return WORDS[validator.func.__name__]
    if isinstance(annotation, type) and issubclass(annotation, Choice | Record):
        what = "et af ordene" if issubclass(annotation, Choice) else "flere linjer, rykket ind"
        return f"[{what}](#{anchor(annotation)})"
    inner = [part for part in get_args(annotation) if part not in (type(None), Ellipsis)]
    if get_origin(annotation) is tuple:
        return f"liste: {kind(inner[0])}"
    if hasattr(annotation, "__metadata__"):
        return kind(inner[0], annotation.__metadata__)
    return kind(inner[0])


def records_below(model: type[Record]) -> Iterator[type[Record]]:
    """The records inside a record, in the order in which they can be written."""
    for inner in types_in(model):
        if issubclass(inner, Record):
            yield inner
            yield from records_below(inner)


def types_in(model: type[Record]) -> Iterator[type]:
    """The records and fixed words that the fields of a record are made of."""
    for info in model.model_fields.values():
        waiting = [info.annotation]
        while waiting:
            annotation = waiting.pop()
            if isinstance(annotation, type) and issubclass(annotation, Choice | Record):
                yield annotation
            waiting += get_args(annotation)


def choices() -> dict[type[Choice], None]:
    """All fixed words, in the order in which they can be written."""
    found = (inner for record, _ in every_record() for inner in types_in(record))
    return dict.fromkeys(choice for choice in found if issubclass(choice, Choice))


def keys_of(choice: type[Choice]) -> dict[str, str]:
    """The names of the fields that take a fixed word, each with the first file it stands in."""
    found: dict[str, str] = {}
    for record, file in every_record():
        for name, info in record.model_fields.items():
            if choice in parts_of(info.annotation):
                found.setdefault(info.alias or name, file)
    return found


def every_record() -> Iterator[tuple[type[Record], str]]:
    for file, model in FILES.items():
        yield from ((record, file) for record in (model, *records_below(model)))


def parts_of(annotation: Any) -> list[Any]:
    return [annotation, *(part for inner in get_args(annotation) for part in parts_of(inner))]


def said_of(record: type[Record]) -> str:
    """What a record says of itself in Danish, without the name of its file."""
    said = (record.__doc__ or "").strip().splitlines()[0]
    return sentence(re.sub(r"^\w+\.yml: ", "", said)) + NOTES.get(record, "")


def anchor(model: type) -> str:
    return model.__name__.lower()


if __name__ == "__main__":
    PAGE.write_text(reference(), "utf-8")
