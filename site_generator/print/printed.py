"""MEDIA: what is known of a PDF that was made."""

from __future__ import annotations

from dataclasses import dataclass

from site_generator.schema.choices import Paper

COLOUR, BLACK, PRINT_SHOP = "", "sort", "trykkeri"


# The name of the print pack: no flyer's file is called so, since each ends in its paper.
PACK = "pakke"


@dataclass(frozen=True)
class PrintedFile:
    """A PDF that was made. `size` in bytes; `preview_size` in pixels, nothing without preview."""

    address: str
    flyer: str
    paper: Paper
    language: str
    variant: str
    size: int
    preview_size: tuple[int, int]
