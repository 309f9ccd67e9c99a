"""TOLD: the small things that an account is made of. Every text is as the visitor reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    label: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Fact:
    """One line of a fact list: an icon, what it is about, and the fact in words."""

    icon: str
    label: str
    text: str
    link: Link | None = None


@dataclass(frozen=True)
class Note:
    """A short thing to know, with a drawing beside it, crossed out where it is about what is
    not there."""

    icon: str
    text: str
    crossed: bool = False


@dataclass(frozen=True)
class Action:
    """Something to do now: a button. `kind` is one of call, write, form, secure, book, go, map."""

    kind: str
    label: str
    href: str


@dataclass(frozen=True)
class HelpLineView:
    """Somewhere to get help. `call` says what the link does: rings a number, or opens a page."""

    name: str
    call: str
    icon: str
    phone: str
    href: str
    when: str
    summary: str
    link: str


@dataclass(frozen=True)
class SourceView:
    """Where the facts of a page stand."""

    document: str
    publisher: str
    year: str
    section: str
