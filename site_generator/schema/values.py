"""Texts, links, phone numbers and other single values, and how each is recognised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import PlainValidator, WithJsonSchema

from site_generator.addresses import BASE_REMEDY, fault_of_base_address
from site_generator.problems import did_you_mean
from site_generator.read.placed import Block
from site_generator.schema.as_json import ANY_TEXT, number_like, text_like
from site_generator.schema.patterns import BASE_ADDRESS, LINK, phone, whole, words
from site_generator.schema.record import fault
from site_generator.schema.times import plain_marks, shown

MAX_TEXT = 20_000
MAX_LINE = 300

LANGUAGES = {"da": "Dansk", "en": "English", "uk": "Українська", "ar": "العربية"}


@dataclass(frozen=True)
class LocalText:
    """A text in one or more languages; Danish is always there."""

    by_language: Mapping[str, str]

    def __str__(self) -> str:
        return self.by_language["da"]


class Markdown(LocalText):
    """A text with paragraphs, lists, **bold** words and links."""


def parse_markdown(value: Any) -> Markdown:
    return Markdown(parse_text(value).by_language)


_AS_TEXT = "Skriv den efter kolonet. Begynder den med [ eller {, så sæt den i anførselstegn."


def is_list(value: Any) -> bool:
    return isinstance(value, list)


def parse_text(value: Any) -> LocalText:
    """A text: plain (Danish), or a mapping by language with at least `da`."""
    if isinstance(value, str):
        return LocalText({"da": _limited(value, MAX_TEXT)})
    if not isinstance(value, Block):
        raise fault("Her skal der stå tekst, ikke en liste.", _AS_TEXT)
    for language, text in value.items():
        line = value.line_of(language)
        if language not in LANGUAGES:
            message = f"«{shown(language)}» er ikke et sprog, vi kender."
            remedy = did_you_mean(language, LANGUAGES)
            if len(language) > 3:
                message = "Der er et kolon i teksten, eller den er delt i navne og værdier."
                remedy = "Sæt hele teksten i anførselstegn."
            raise fault(message, remedy, line)
        if not isinstance(text, str):
            raise fault("Her skal der stå tekst.", "Skriv teksten efter kolonet.", line)
        _limited(text, MAX_TEXT, line)
    if not value.wrote("da"):
        # At the other languages, so that the line to add stands as far in as they do.
        raise fault("Teksten mangler på dansk.", "Tilføj en linje med «da: …».", value.line)
    return LocalText({"da": "…"} | dict(value))  # «…» only where the Danish could not be read


def parse_line(value: Any) -> str:
    """A short text on one line."""
    if not isinstance(value, str):
        remedy = "Skriv den efter kolonet på samme linje."
        raise fault("Her skal der stå en kort tekst.", _AS_TEXT if is_list(value) else remedy)
    return _limited(" ".join(value.split()), MAX_LINE)


def _limited(text: str, most: int, line: int | None = None) -> str:
    if len(text) > most:
        message = f"Teksten er på {len(text)} tegn, og der er plads til {most}."
        raise fault(message, f"Gør den {len(text) - most} tegn kortere.", line)
    return text


_SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def slugify(text: str) -> str:
    """A text as it can stand in an address: `Fars Legestue` becomes `fars-legestue`."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")


def parse_slug(value: Any) -> str:
    """A name for an address: small letters a-z, digits and hyphens."""
    if isinstance(value, str) and len(value) <= 60 and _SLUG.match(value):
        return value
    text = value if isinstance(value, str) else ""
    example = slugify(text)[:60].strip("-") or "babycafe"
    raise fault(
        f"«{shown(text)}» kan ikke bruges som id.",
        f"Brug små bogstaver a-z, tal og bindestreg, fx {example}.",
    )


def parse_link(value: Any) -> str:
    """A web address that begins with https://."""
    text = value if isinstance(value, str) else ""
    if text.startswith("http://"):
        remedy = f"Skriv https:// først, og prøv adressen: {shown('https://' + text[7:])}."
        raise fault("Adressen er ikke sikret med https.", remedy)
    if not _is_safe_address(text):
        example = f"https://{text}" if text.startswith("www.") else "https://www.eksempel.dk"
        raise fault(f"«{shown(text)}» er ikke en webadresse.", f"Skriv fx {shown(example)}.")
    return text


def _is_safe_address(text: str) -> bool:
    if not text.startswith("https://") or len(text) > 1000 or re.search(r"[\s<>\"'`\\{}|^]", text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return bool(parts.hostname and "." in parts.hostname and "@" not in parts.netloc)


_EMAIL = re.compile(r"^[A-Za-z0-9ÆØÅæøå._%+-]+@[A-Za-z0-9ÆØÅæøå-]+(?:\.[A-Za-z0-9ÆØÅæøå-]+)+$")


def parse_email(value: Any) -> str:
    """An e-mail address."""
    text = value if isinstance(value, str) else ""
    if len(text) > 200 or not _EMAIL.match(text):
        raise fault(f"«{shown(text)}» er ikke en mailadresse.", "Skriv fx familiehus@kommune.dk.")
    return text


# As GitHub names people and teams: letters, digits and lone hyphens; a team after its organisation.
_GITHUB_NAME = re.compile(
    r"^@?[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}(?:\/[A-Za-z0-9](?:[A-Za-z0-9_.\-]{0,98}[A-Za-z0-9])?)?$"
)


def parse_github_name(value: Any) -> str:
    """The name of somebody on GitHub, or of a team as `organisation/team`; without its @."""
    text = value if isinstance(value, str) else ""
    if not _GITHUB_NAME.match(text):
        raise fault(
            f"«{shown(text)}» er ikke et navn på GitHub.",
            "Skriv navnet uden @, eller en gruppe som organisation/gruppe, fx "
            "eksempel-kommune/familiehus.",
        )
    return text.removeprefix("@")


@dataclass(frozen=True)
class Phone:
    """A phone number: Danish with 8 digits, a short number (112, 116 111), or with +country."""

    digits: str

    @property
    def href(self) -> str:
        return f"tel:+45{self.digits}" if len(self.digits) == 8 else f"tel:{self.digits}"

    def __str__(self) -> str:
        if self.digits.startswith("+"):
            return self.digits
        step = 2 if len(self.digits) == 8 else 3 if len(self.digits) == 6 else 9
        return " ".join(re.findall(f".{{1,{step}}}", self.digits))


def parse_phone(value: Any) -> Phone:
    """A phone number with or without spaces and +45."""
    text = plain_marks(value) if isinstance(value, str) else ""
    digits = re.sub(r"[ .\-–—()/]", "", text)
    digits = re.sub(r"^(?:\+|00)45(?=\d{8}$)", "", digits)
    if not re.fullmatch(r"\d{8}|\d{3,4}|\d{6}|\+\d{7,14}", digits):
        count = sum(character.isdigit() for character in text)
        message = f"«{shown(text)}» er ikke et telefonnummer: der er {count} cifre."
        raise fault(message, "Skriv 8 cifre, fx 12 34 56 78, eller + og landekode.")
    return Phone(digits)


YES, NO = ("ja", "yes", "true"), ("nej", "no", "false")


def parse_yes_no(value: Any) -> bool:
    """`ja` or `nej` (also yes, no, true, false)."""
    text = value.lower() if isinstance(value, str) else ""
    if text in YES:
        return True
    if text in NO:
        return False
    raise fault(f"«{shown(text)}» er hverken ja eller nej.", "Skriv ja eller nej.")


def parse_count(value: Any) -> int:
    """A whole number from 1 to 10,000."""
    if (
        isinstance(value, str)
        and value.isascii()
        and value.isdigit()
        and 1 <= int(value[:6]) <= 10_000
    ):
        return int(value)
    text = shown(value) if isinstance(value, str) else "en liste"
    raise fault(f"«{text}» er ikke et antal.", "Skriv et helt tal, fx 8.")


_MOST_BYTES = 2_000_000_000


def parse_byte_count(value: Any) -> int:
    """How many bytes a file has, from 1 to two thousand million; `12.345.678` is meant well."""
    text = plain_marks(value) if isinstance(value, str) else ""
    digits = re.sub(r"[ .]", "", text)
    if digits.isascii() and digits.isdigit() and 1 <= int(digits[:12]) <= _MOST_BYTES:
        return int(digits[:12])
    message = f"«{shown(text)}» er ikke en størrelse i bytes."
    raise fault(message, "Skriv et helt tal uden enhed, fx 12345678.")


def parse_degrees(value: Any) -> float:
    """A coordinate in degrees (WGS 84) inside Denmark."""
    text = value.replace(",", ".") if isinstance(value, str) else ""
    if re.fullmatch(r"\d{1,2}\.\d{3,8}", text) and (
        54 <= float(text) <= 58 or 8 <= float(text) <= 16
    ):
        return float(text)
    remedy = "Skriv grader med punktum, fx 55.67610, og mindst tre decimaler."
    raise fault(f"«{shown(text)}» er ikke en koordinat i Danmark.", remedy)


def parse_colour(value: Any) -> str:
    """A colour as #rrggbb."""
    text = value.lower() if isinstance(value, str) else ""
    if not re.fullmatch(r"#[0-9a-f]{6}", text):
        raise fault(
            f"«{shown(text)}» er ikke en farve.",
            "Skriv # og seks tegn (0-9, a-f) i anførselstegn, fx '#1f5c57'.",
        )
    return text


_MEDIA = re.compile(r"^media(?:/[A-Za-z0-9][A-Za-z0-9._-]*)+$")


def parse_media(value: Any) -> str:
    """A file below the municipality's own `media/`."""
    text = value if isinstance(value, str) else ""
    if len(text) > 200 or not _MEDIA.match(text):
        raise fault(
            f"«{shown(text)}» er ikke en fil i mappen media.",
            "Læg filen i media/ uden æ, ø, å og mellemrum i navnet, og skriv fx media/huset.jpg.",
        )
    return text


@dataclass(frozen=True)
class Price:
    """What it costs; `text` is empty where it is free."""

    text: str

    @property
    def free(self) -> bool:
        return not self.text


_FREE = re.compile(
    r"(?:(?:det|alt|tilbuddet|kurset|forløbet) er )?(?:helt )?(?:gratis|frit|free)(?: for alle)?"
    r"|(?:kr\.? ?)?0(?:[.,](?:00|-))?(?: ?(?:kr|kroner|dkk|,-))?"
    r"|(?:ingen|nej|none|uden betaling|ingenting|koster ikke noget|det koster ikke noget)",
    re.IGNORECASE,
)


def parse_price(value: Any) -> Price:
    """`gratis`, or the price in words, such as `50 kr. pr. gang`."""
    text = parse_line(value)
    return Price("" if _FREE.fullmatch(plain_marks(text).rstrip(".! ")) else text)


def parse_base_address(value: Any) -> str:
    """The address of a folder on the web: what stands behind it is put after it."""
    text = parse_link(value)
    if wrong := fault_of_base_address(text):
        raise fault(*wrong)
    return text


def parse_postal_code(value: Any) -> str:
    """Four digits, as Danish postal codes are; those below 1000 begin with a zero."""
    text = plain_marks(value) if isinstance(value, str) else ""
    if re.fullmatch(r"[0-9]{4}", text):
        return text
    message = f"«{shown(text)}» er ikke et postnummer: det har fire cifre."
    if re.fullmatch(r"[0-9]{3}", text):
        raise fault(message, f"Skriv '0{text}' med anførselstegn.")
    if found := re.fullmatch(r"(?:DK-?)? ?([0-9]{4})(?:[.,]0)?(?: (.+))?", text, re.IGNORECASE):
        city = " Byen skal stå i «city:»." if found[2] else ""
        raise fault(message, f"Skriv kun {found[1]}.{city}")
    raise fault(message, "Skriv fire cifre, fx 4760.")


def _text_schema(**kind: str) -> dict[str, Any]:
    text = {**ANY_TEXT, "maxLength": MAX_TEXT, **kind}
    languages = {code: {**text, "title": name} for code, name in LANGUAGES.items()}
    mapping = {"type": "object", "properties": languages, "additionalProperties": False}
    return {"anyOf": [text, {**mapping, "required": ["da"]}]}


_YES_NO = {
    "anyOf": [
        {"enum": ["ja", "nej"]},
        {"type": ["string", "boolean"], "pattern": whole(words(*YES, *NO))},
    ]
}
_COUNT = number_like(
    "0*(?:[1-9][0-9]{0,3}|10000)", "Skriv et helt tal, fx 8.", least=1, most=10_000
)
_BYTES = number_like(
    "[0-9](?:[ .]?[0-9]){0,9}",
    "Skriv et helt tal uden enhed, fx 12345678.",
    "12345678",
    least=1,
    most=_MOST_BYTES,
)
_IN_DENMARK = r"(?:(?:5[4-7]|0?[89]|1[0-5])[.,][0-9]{3,8}|(?:58|16)[.,]0{3,8})"
_DEGREES = {
    **number_like(
        _IN_DENMARK, "Skriv grader med punktum, fx 55.67610.", least=8, most=58, kind="number"
    ),
    "not": {"type": "number", "exclusiveMinimum": 16, "exclusiveMaximum": 54},
}
_POSTAL_CODE = number_like("[0-9]{4}", "Skriv fire cifre, fx 4760.", least=0, most=9999)
_PHONE = number_like(
    phone(),
    "Skriv 8 cifre, fx 12 34 56 78, eller + og landekode.",
    "12 34 56 78",
    least=0,
    most=10**15 - 1,
    kind="number",
)
_SLUG_SCHEMA = text_like(
    _SLUG.pattern.strip("^$"),
    "Brug små bogstaver a-z, tal og bindestreg, fx fars-legestue.",
    type=["string", "integer"],
    minimum=0,
    maxLength=60,
)
_GITHUB = text_like(
    _GITHUB_NAME.pattern.strip("^$"),
    "Skriv navnet på GitHub uden @, eller en gruppe som organisation/gruppe.",
    type=["string", "integer"],
    minimum=0,
)
_LINK = text_like(LINK, "Skriv hele adressen, fx https://www.eksempel.dk.", maxLength=1000)
_BASE = text_like(BASE_ADDRESS, BASE_REMEDY, maxLength=1000)
_MAIL = text_like(_EMAIL.pattern.strip("^$"), "Skriv fx familiehus@kommune.dk.", maxLength=200)
_COLOUR = text_like("#[0-9a-fA-F]{6}", "Skriv # og seks tegn, fx '#1f5c57'.", "#1f5c57")
_FILE = text_like(_MEDIA.pattern.strip("^$"), "Skriv fx media/huset.jpg.", maxLength=200)
_LINE = {**ANY_TEXT, "maxLength": MAX_LINE}

Text = Annotated[LocalText, PlainValidator(parse_text), WithJsonSchema(_text_schema())]
Prose = Annotated[
    Markdown,
    PlainValidator(parse_markdown),
    WithJsonSchema(_text_schema(contentMediaType="text/markdown")),
]
Line = Annotated[str, PlainValidator(parse_line), WithJsonSchema(_LINE)]
Slug = Annotated[str, PlainValidator(parse_slug), WithJsonSchema(_SLUG_SCHEMA)]
GitHubName = Annotated[str, PlainValidator(parse_github_name), WithJsonSchema(_GITHUB)]
Link = Annotated[str, PlainValidator(parse_link), WithJsonSchema(_LINK)]
BaseAddress = Annotated[str, PlainValidator(parse_base_address), WithJsonSchema(_BASE)]
PostalCode = Annotated[str, PlainValidator(parse_postal_code), WithJsonSchema(_POSTAL_CODE)]
Email = Annotated[str, PlainValidator(parse_email), WithJsonSchema(_MAIL)]
PhoneNumber = Annotated[Phone, PlainValidator(parse_phone), WithJsonSchema(_PHONE)]
YesNo = Annotated[bool, PlainValidator(parse_yes_no), WithJsonSchema(_YES_NO)]
Count = Annotated[int, PlainValidator(parse_count), WithJsonSchema(_COUNT)]
ByteCount = Annotated[int, PlainValidator(parse_byte_count), WithJsonSchema(_BYTES)]
Degrees = Annotated[float, PlainValidator(parse_degrees), WithJsonSchema(_DEGREES)]
Colour = Annotated[str, PlainValidator(parse_colour), WithJsonSchema(_COLOUR)]
Media = Annotated[str, PlainValidator(parse_media), WithJsonSchema(_FILE)]
Cost = Annotated[
    Price, PlainValidator(parse_price), WithJsonSchema({**_LINE, "examples": ["gratis"]})
]
