"""RENDER: what a print shop asks of a PDF besides its marks: where the colour ends."""

from __future__ import annotations

from io import BytesIO

# How far the colour reaches beyond the paper (page.typ): 3 mm in points.
BLEED = 3 / 25.4 * 72


def with_bleed_box(pdf: bytes) -> bytes:
    """The same with a BleedBox around each TrimBox (ISO 32000-1, 14.11.2), which Typst leaves out.

    The colours stay RGB, as they are on the screen: which CMYK is right depends on paper and press.
    """
    import pikepdf

    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            left, bottom, right, top = (float(edge) for edge in page.trimbox)
            page.bleedbox = pikepdf.Array(
                [
                    round(left - BLEED, 3),
                    round(bottom - BLEED, 3),
                    round(right + BLEED, 3),
                    round(top + BLEED, 3),
                ]
            )
        opened.save(target, deterministic_id=True)
    return target.getvalue()
