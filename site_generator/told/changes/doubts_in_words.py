"""TOLD: what may be a mistake, as questions. Each begins with «Er det meningen?»"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_generator.told.changes.doubts import Doubt
from site_generator.wording.in_words import day_and_month, hours_in_words, in_a_row

ASKED = "Er det meningen?"

_FEW = 4
_QUESTIONS = {
    "all_closed": "{0}: lukket {1} dage i tre måneder fra {day}.",
    "hours_shifted": "{0}: alle tider er flyttet til dagen ved siden af.",
    "at_night": "{0}: der er åbent {slot}, midt om natten.",
    "on_holiday": "{0}: der er åbent {day}, {1}.",
    "series_shifted": "«{0}» er flyttet én dag, alle {count} gange.",
    "all_cancelled": "«{0}» er aflyst alle {count} gange.",
    "no_date": "«{0}» står her stadig, men har ingen dage det næste år. Er årstallet rigtigt?",
    "activity_at_night": "«{0}» er {slot}, midt om natten.",
    "activity_late": "«{0}» er {slot}, sent om aftenen.",
    "no_activities": "Alle {count} gange er væk fra kalenderen. Der er intet tilbage.",
    "no_offers": "Alle {count} tilbud er væk fra siden.",
    "all_paused": "Alle {count} tilbud holder pause.",
    "vanished": "{0} er taget væk fra {1}, og der står ikke noget i stedet.",
    "demo_again": "Siden bliver til en demonstration igen, og søgemaskiner finder den ikke mere.",
    "language_gone": "Siden findes ikke mere på {0}.",
    "long_ago": "«{0}»: {1} er gået for længst. Er årstallet rigtigt?",
    "point_left": "{0} har fået en ny adresse, men punktet på kortet er det gamle.",
    "far_away": "Punktet på kortet for {0} er flyttet {count} km, men adressen er den samme.",
}


def doubts_in_words(doubts: Iterable[Doubt]) -> Iterator[str]:
    for said in dict.fromkeys(map(_question, doubts)):
        yield f"{ASKED} {said}"


def _question(doubt: Doubt) -> str:
    if doubt.kind == "left_behind":
        return _left_behind(doubt)
    if doubt.kind == "other_address":
        was, now = doubt.words
        new = f"er nu {now}, før {was}" if now else f"{was} er taget væk"
        return f"Sidens adresse {new}. QR-koder på papir bruger den gamle."
    return _QUESTIONS[doubt.kind].format(
        *doubt.words,
        count=doubt.count,
        day=day_and_month(doubt.day) if doubt.day else "",
        slot=hours_in_words(doubt.slot) if doubt.slot else "",
    )


def _left_behind(doubt: Doubt) -> str:
    old, new, where, *still = doubt.words
    more = len(still) - _FEW
    named = [*still[:_FEW], f"{more} steder til"] if more > 0 else still
    return f"{old} er rettet til {new} i {where}, men står stadig i {in_a_row(named)}."
