"""VALIDATE: groups of words in `dangers.yml` are named as they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_generator.problems import Problem, did_you_mean
from site_generator.schema.dangers import DangersFile, SearchWords
from site_generator.schema.times import shown

_GROUP = re.compile(r"\$[^\s/+|!-]*")


def unknown_groups(file: DangersFile) -> Iterator[Problem]:
    """A group that is misspelt stands for no word: whoever is in danger would not be heard."""
    known = {f"${group.id}" for group in file.groups}
    if file.faulty("groups"):
        return
    written = (
        file.people,
        *(group.words for group in file.groups),
        *(words for danger in file.dangers for words in (danger.words, danger.acts)),
        *(danger.harmless for danger in file.dangers),
    )
    for words in written:
        yield from _unknown(words, known)


def _unknown(words: SearchWords, known: set[str]) -> Iterator[Problem]:
    for code in SearchWords.model_fields:
        for at, phrase in enumerate(words.by_language(code)):
            for name in _GROUP.findall(phrase):
                if name not in known:
                    yield Problem(
                        path=words.path_of(),
                        line=words.line_of_item(code, at),
                        field=code,
                        message=f"«{shown(name)}» er ikke en gruppe under «groups».",
                        remedy=did_you_mean(name, sorted(known))
                        or f"Skriv ordene selv, eller tilføj «- id: {shown(name[1:])}» under "
                        "«groups:».",
                    )
