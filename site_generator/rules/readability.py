"""VALIDATE: LIX, the Danish measure of how hard a text is to read.

Words in a sentence, plus the share of words longer than six letters in per cent (C. H. Björnsson,
1968). Below 25 is for children, 35 is easy, 45 is a newspaper, above 55 is a law.
"""

from __future__ import annotations

import re

# What our own texts may have at most, and where a house's own becomes hard to read.
EASY, HARD = 35, 45
# In a few words the number says more about one name than about the text.
FEWEST_WORDS = 60

# Bounded, and never past another bracket: thousands of open ones are looked through once.
_LINK = re.compile(r"\[([^\[\]]{0,500})\]\([^()]{0,1000}\)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d+(?:[.,]\d+)*")
# A line that ends without a full stop ends a sentence too: headings, list items.
_END = re.compile(r"[.!?:](?=\s|$)|\n\s*\n|\n(?=\s*(?:[-#*]|\d+\.))")
_LONG = 6


def lix(text: str) -> int:
    """The LIX of a Danish text in Markdown, rounded; 0 where it has no words."""
    plain = _LINK.sub(r"\1", text)
    sentences = [words for part in _END.split(plain) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0
    long = sum(len(word.replace("-", "")) > _LONG for word in words)
    return round(len(words) / len(sentences) + 100 * long / len(words))


def count_words(text: str) -> int:
    return len(_WORD.findall(_LINK.sub(r"\1", text)))
