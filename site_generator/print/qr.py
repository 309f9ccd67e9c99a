"""RENDER: a QR code as a drawing. Level M, quiet zone of four modules (ISO/IEC 18004)."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

QUIET_ZONE = 4


@lru_cache(maxsize=4096)
def qr_svg(link: str) -> str:
    """The QR code of a web address as SVG, black on white. Never a Micro QR code, which the
    cameras of most phones cannot read."""
    import segno  # with all of `urllib`; a check mostly knows already what fits on paper

    target = BytesIO()
    code = segno.make(link, error="m", micro=False)
    code.save(target, kind="svg", border=QUIET_ZONE, scale=10, xmldecl=False, light="#fff")
    return target.getvalue().decode()
