"""RENDER: every PDF and preview of a house, and only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from PIL import Image as Pillow

from site_generator import addresses
from site_generator.kept import Kept
from site_generator.output import Artifact
from site_generator.print.jobs import Job
from site_generator.print.misfits import misfit_problems
from site_generator.print.printed import COLOUR, PACK, PrintedFile
from site_generator.print.sheets import Document, Sheet
from site_generator.print.typesetting import DoesNotFitError, Typesetter
from site_generator.problems import Problem, has_errors
from site_generator.schema.printed_fields import PICTURES

# Twice as many points as the flyers page has room for (flyer_card.css), for fine screens.
_PREVIEW_WIDTH = 360
_INCH = 25.4
_WIDTHS = {"a3": 297, "a4": 210, "a5": 148, "dl": 99, "square": 381, "wide": 423.333}


@dataclass(frozen=True)
class Prints:
    """What was made of a house's flyers: files, what the flyers page says of them, and problems."""

    files: tuple[Artifact, ...]
    printed: tuple[PrintedFile, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Made:
    job: Job
    pdf: bytes
    preview: bytes
    problems: tuple[Problem, ...]


def print_jobs(
    jobs: Iterable[Job],
    typesetter: Typesetter,
    kept: Kept,
    advance: Callable[[], None] = lambda: None,
) -> Prints:
    """Set every job, one after the other: what a house's sheets share is then found only once.
    Houses are what is built side by side."""
    results = []
    for job in jobs:
        results.append(_make(job, typesetter, kept))
        advance()
    return Prints(
        files=tuple(file for made in results for file in _files(made)),
        printed=tuple(_printed(made) for made in results if made.pdf and not made.job.former),
        problems=_told_once(results),
    )


def print_problems(jobs: Iterable[Job], typesetter: Typesetter, kept: Kept) -> tuple[Problem, ...]:
    """What `print_jobs` would find wrong, from as little paper as can tell it.

    What is in black and white fits where it fits in colour, and a pack binds sheets of which most
    have been set by themselves.
    """
    coloured = [replace(job, has_preview=False) for job in jobs if job.variant == COLOUR]
    own = [job for job in coloured if job.name != PACK]
    results = [_make(job, typesetter, kept) for job in own]
    if not any(made.problems for made in results):
        fitting = [sheet for job in own for sheet in job.document.sheets]
        packs = [_without(job, fitting) for job in coloured if job.name == PACK]
        results += [_make(job, typesetter, kept) for job in packs if job.document.sheets]
    return _told_once(results)


def _without(job: Job, fitting: list[Sheet]) -> Job:
    others = tuple(sheet for sheet in job.document.sheets if sheet not in fitting)
    return replace(job, document=replace(job.document, sheets=others))


def prints_at_hand(jobs: Iterable[Job], typesetter: Typesetter, kept: Kept, stood: Path) -> Prints:
    """What need not be set: as it is kept, else as it stands below `stood`, for a first look.

    Finds nothing wrong, and leaves out what was never made.
    """
    results = [_at_hand(job, typesetter, kept, stood) for job in jobs]
    return Prints(
        files=tuple(file for made in results for file in _files(made)),
        printed=tuple(_printed(made) for made in results if made.pdf and not made.job.former),
        problems=(),
    )


def _at_hand(job: Job, typesetter: Typesetter, kept: Kept, stood: Path) -> _Made:
    what = _what(job.document, typesetter)
    pdf, preview = kept.find(f"pdf\n{what}"), kept.find(f"preview\n{what}")
    if pdf is None or (job.has_preview and preview is None):
        pdf = _standing(stood / job.address)
        preview = _standing(stood / addresses.preview(job.address))
    if not pdf or (job.has_preview and not preview):
        return _Made(job, b"", b"", ())
    return _Made(job, pdf, preview if job.has_preview and preview else b"", ())


def _standing(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _what(document: Document, typesetter: Typesetter) -> str:
    return f"{typesetter.version}\n{document.as_json}"


def _make(job: Job, typesetter: Typesetter, kept: Kept) -> _Made:
    try:
        return _set(job, job.document, typesetter, kept)
    except DoesNotFitError as fault:
        problems = tuple(misfit_problems(job, fault.misfits))
    if has_errors(problems):
        return _Made(job, b"", b"", problems)
    fewer = replace(job.document, sheets=tuple(_with_fewer_events(job, typesetter)))
    return replace(_set(job, fewer, typesetter, kept), problems=problems)


def _set(job: Job, document: Document, typesetter: Typesetter, kept: Kept) -> _Made:
    what = _what(document, typesetter)
    of_job = typesetter.picture if job.paper in PICTURES else typesetter.pdf
    pdf = kept.get(f"pdf\n{what}", lambda: of_job(document))
    preview = b""
    if job.has_preview:
        preview = kept.get(f"preview\n{what}", lambda: preview_of(document, typesetter))
    return _Made(job, pdf, preview, ())


def _with_fewer_events(job: Job, typesetter: Typesetter) -> Iterator[Sheet]:
    """The sheets with as many of the next activities as there is room for.

    What is on changes from day to day, so too much of it must not stop a nightly build.
    """
    for sheet in job.document.sheets:
        try:
            typesetter.pdf(replace(job.document, sheets=(sheet,)))
            yield sheet
        except DoesNotFitError as fault:
            room = min(misfit.fits or 0 for misfit in fault.misfits)
            yield _with_room_for_more(job, sheet, room, typesetter)


def _with_room_for_more(job: Job, sheet: Sheet, room: int, typesetter: Typesetter) -> Sheet:
    """A sheet with the first events, and behind them a line that says that there are more; its
    words may need the room of several events."""
    more = [sheet.more] if sheet.more else []
    for count in range(room - 1, 0, -1) if more else ():
        fewer = replace(sheet, events=(*sheet.events[:count], *more))
        try:
            typesetter.pdf(replace(job.document, sheets=(fewer,)))
        except DoesNotFitError:
            continue
        return fewer
    return replace(sheet, events=sheet.events[:room])


def preview_of(document: Document, typesetter: Typesetter) -> bytes:
    """The first page as a small picture (WebP)."""
    width = _WIDTHS[document.sheets[0].paper]
    picture = Pillow.open(BytesIO(typesetter.preview(document, _PREVIEW_WIDTH * _INCH / width)))
    target = BytesIO()
    # Method 0: a quarter more bytes, in half the time.
    picture.convert("RGB").save(target, "WEBP", quality=80, method=0)
    return target.getvalue()


def _files(made: _Made) -> Iterable[Artifact]:
    if made.pdf:
        yield Artifact(made.job.address, made.pdf)
    if made.preview:
        yield Artifact(addresses.preview(made.job.address), made.preview)


def _printed(made: _Made) -> PrintedFile:
    job = made.job
    size = (0, 0)
    if made.preview:
        size = Pillow.open(BytesIO(made.preview)).size
    return PrintedFile(
        address=job.address,
        flyer=job.name,
        paper=job.paper,
        language=job.language,
        variant=job.variant,
        size=len(made.pdf),
        preview_size=size,
    )


def _told_once(results: list[_Made]) -> tuple[Problem, ...]:
    """What is too much in colour is so in black as well; a pack adds nothing to its flyers."""
    own = [problem for made in results if made.job.name != PACK for problem in made.problems]
    packs = [problem for made in results if made.job.name == PACK for problem in made.problems]
    return tuple(dict.fromkeys(own or packs))
