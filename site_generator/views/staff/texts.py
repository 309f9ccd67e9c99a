"""STAFF: which texts are hard to read, and which are not translated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_generator.language.codes import DANISH
from site_generator.rules.readability import EASY, FEWEST_WORDS, HARD, count_words, lix
from site_generator.rules.walk import local_texts_of, passages_of
from site_generator.told.house import House
from site_generator.views.staff.todo import Todo, TodoList, shortened, todo

_MOST = 10
_BEGINNING = 60
# As one says them in Danish; what each is called by its own speakers stands in LANGUAGES.
_IN = {"en": "engelsk", "uk": "ukrainsk", "ar": "arabisk"}


def hard_texts(house: House) -> TodoList:
    """The longer texts by their LIX, the hardest first. Those that are easy are left out."""
    own = house.municipality.shown_as
    found = [
        (lix(one.text), one.text, f"{one.record.path_of(one.key)}:{one.line}")
        for one in passages_of(house.municipality)
        if one.language == DANISH and count_words(one.text) >= FEWEST_WORDS
    ]
    hardest = sorted(one for one in found if one[0] > EASY and one[2].startswith(own))[::-1]
    items = [
        todo(house, source, f"«{_begins(text)}»", f"Lixtal {number}: {_how(number)}.")
        for number, text, source in hardest
    ]
    shown, more = shortened(items, _MOST)
    return TodoList(
        "lixtal",
        "Tekster, der er svære at læse",
        f"Tekster på mindst {FEWEST_WORDS} ord, de sværeste først. {EASY} er let, {HARD} er som en "
        "avis. Del lange sætninger, og vælg korte ord.",
        shown,
        "Alle de længere tekster er lette at læse.",
        more,
    )


def _how(number: int) -> str:
    return "svær" if number > HARD else "lidt svær"


def _begins(text: str) -> str:
    line = " ".join(text.replace("*", "").replace("#", "").split())
    return line if len(line) <= _BEGINNING else f"{line[:_BEGINNING].rsplit(' ', 1)[0]} …"


def missing_translations(house: House) -> TodoList:
    """For each file, how many of its texts are not in a language that the site has."""
    items = list(_untranslated(house))
    return TodoList(
        "sprog",
        "Tekster, der mangler på et sprog",
        "De vises på dansk, og siden siger, at de er på dansk.",
        tuple(items),
        "Alt er oversat."
        if len(house.languages) > 1
        else "Siden er kun på dansk. Der er intet at oversætte.",
    )


def _untranslated(house: House) -> Iterator[Todo]:
    codes = [one.code for one in house.languages if one.code != DANISH]
    missing: Counter[tuple[str, str]] = Counter()
    all_texts: Counter[str] = Counter()
    first: dict[tuple[str, str], int] = {}
    for path, line, languages in local_texts_of(house.municipality):
        if not path.startswith(house.municipality.shown_as):
            continue  # what is shared is translated once, and not here
        all_texts[path] += 1
        for code in codes:
            if code not in languages:
                missing[path, code] += 1
                first.setdefault((path, code), line)
    for (path, code), count in sorted(missing.items(), key=lambda one: -one[1]):
        note = f"{count} af {all_texts[path]} mangler. Den første står i linje {first[path, code]}."
        name = path.removeprefix(f"{house.municipality.shown_as}/")
        yield todo(house, f"{path}:{first[path, code]}", f"{name} på {_IN.get(code, code)}", note)
