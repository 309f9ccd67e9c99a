"""RENDER: what other sites are told of a house, as JSON: a contract, told by its own JSON Schema.

A field may be added; none is renamed, taken away or given another meaning. Who must do that makes
`data/v2/` beside it. Descriptions are in Danish: those who read them work at the municipality.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from pydantic.json_schema import models_json_schema

_LANG = "De felter i dette punkt, hvis tekst er på dansk, fordi den ikke er oversat."
_PAGE = "Sidens adresse, regnet fra husets mappe."


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Way(_Told):
    """Noget, man kan gøre nu."""

    label: str = Field(description="Teksten på linket.")
    href: str = Field(description="Hvor linket fører hen: https, mailto eller tel.")


class Page(_Told):
    """En af husets sider."""

    label: str = Field(description="Teksten på linket.")
    page: str = Field(description=_PAGE)


class Pages(_Told):
    """De sider, hvor resten står."""

    front: Page
    hours: Page
    calendar: Page
    offers: Page


class About(_Told):
    """Hvilket hus, og hvornår det er skrevet."""

    name: str = Field(description="Husets navn.")
    municipality: str = Field(description="Kommunens navn.")
    notice: str = Field(description="Siger, at siden er en demonstration. Tom, når den er i drift.")
    url: str = Field(description="Husets egen adresse. Tom, når den ikke er kendt.")
    language: str = Field(description="Teksternes sprog: da, en, uk eller ar.")
    direction: Literal["ltr", "rtl"] = Field(description="Den vej, sproget bliver læst.")
    made_on: dt.date = Field(description="Dagen, oplysningerne er skrevet.")
    pages: Pages


class Time(_Told):
    """Et tidsrum, hvor der er åbent. Det kan slutte dagen efter."""

    opens: AwareDatetime
    closes: AwareDatetime


class Status(_Told):
    """En dør eller en telefon på en dag."""

    kind: Literal["house", "phone"]
    place: str | None = Field(description="Stedets id, når huset har flere steder.")
    label: str = Field(description="Fx «Huset» eller stedets navn.")
    state: Literal["open", "appointment", "closed", "unknown"] = Field(
        description="open: åbent på dagen. appointment: kun efter aftale. closed: lukket. "
        "unknown: tiderne kendes ikke. Vis det ikke som lukket."
    )
    text: str = Field(description="Det, siden siger den dag: «Åbent i dag kl. 10–15».")
    next: str = Field(description="Hvornår der åbner igen, eller hvem man kan spørge.")
    reason: str = Field(description="Hvorfor dagen er anderledes. Kan være tom.")
    times: tuple[Time, ...]
    in_danish: tuple[str, ...] = Field(description=_LANG)


class Closing(_Told):
    """Huset, eller et af stederne, er lukket i en tid."""

    title: str
    text: str
    since: dt.date
    until: dt.date | None
    in_danish: tuple[str, ...] = Field(description=_LANG)


class Duty(_Told):
    """Den sociale døgnvagt. Vis den, når alt er lukket."""

    name: str
    call: str
    href: str


class Day(_Told):
    """En dag, som siden ville fortælle den på dagen selv."""

    date: dt.date
    heading: str = Field(description="Datoen i ord.")
    statuses: tuple[Status, ...]
    closings: tuple[Closing, ...] = Field(description="De lukninger, der gælder på dagen.")
    duty: Duty | None


class TodayData(_Told):
    """today.json: i dag og de næste seks dage. Find dagen ved dens dato."""

    version: Literal[1] = 1
    house: About
    days: tuple[Day, ...] = Field(description="Syv dage i træk. Er dagen her ikke, så henvis.")


class Event(_Told):
    """Én gang, en aktivitet bliver holdt."""

    key: str = Field(description="Er den samme, også når dagen bliver flyttet.")
    title: str
    summary: str
    all_day: bool
    starts: AwareDatetime
    ends: AwareDatetime = Field(description="Vis den ikke efter dette tidspunkt.")
    state: Literal["planned", "moved", "cancelled", "full"]
    state_text: str = Field(description="Aflyst, flyttet eller optaget, og hvorfor. Kan være tom.")
    when: str = Field(description="Dag og tid i ord.")
    where: str = Field(description="Kan være tom.")
    address: str = Field(description="Kan være tom.")
    note: str = Field(description="Det, man skal vide, før man går. Kan være tom.")
    offer: str | None = Field(description="Id på tilbuddet i offers.json.")
    page: str = Field(description=_PAGE)
    ways: tuple[Way, ...]
    in_danish: tuple[str, ...] = Field(description=_LANG)


class EventsData(_Told):
    """events.json: det, der sker snart, i den rækkefølge, forsiden har."""

    version: Literal[1] = 1
    house: About
    events: tuple[Event, ...]


class OfferTold(_Told):
    """Et tilbud i kort form."""

    id: str
    title: str
    summary: str
    pause: str = Field(description="Siger, at tilbuddet holder pause. Tom ellers.")
    in_short: str = Field(description="For hvem, alder og hvordan man kommer ind.")
    page: str = Field(description=_PAGE)
    in_danish: tuple[str, ...] = Field(description=_LANG)


class OffersData(_Told):
    """offers.json: alle tilbud, der er nu."""

    version: Literal[1] = 1
    house: About
    offers: tuple[OfferTold, ...]


FILES: dict[str, type[TodayData] | type[EventsData] | type[OffersData]] = {
    "today": TodayData,
    "events": EventsData,
    "offers": OffersData,
}
AnyData = Annotated[TodayData | EventsData | OffersData, Field()]


def schema() -> dict[str, object]:
    """JSON Schema of all files: `#/$defs/TodayData` is that of today.json, and so on."""
    named = [(model, "serialization") for model in FILES.values()]
    _, told = models_json_schema(named)  # type: ignore[arg-type]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **told}
