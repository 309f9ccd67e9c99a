"""What flyers cost: `make bench`. The example's flyers as 98 municipalities would have them.

Every house has a name of its own, so nothing is set twice. Beside it stands what the same work
costs when nothing, or one house, has changed, and what one QR code costs in another library.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from statistics import mean, median
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import zxingcpp
from building import PROJECT, opened_house

from site_generator.kept import Kept
from site_generator.print.house_prints import Prints, preview_of, print_jobs
from site_generator.print.jobs import Job, house_jobs
from site_generator.print.qr import qr_svg
from site_generator.print.typesetting import Typesetter

ROOT = Path(__file__).resolve().parent.parent.parent
THEME = ROOT / "themes" / "familiehus"
TODAY = date(2026, 11, 23)
HOUSES, CODES = 98, 500
Result = TypeVar("Result")


def main() -> None:
    jobs = timed("read one house, fill its sheets", example_jobs)
    houses = [[named(job, number) for job in jobs] for number in range(HOUSES)]
    with tempfile.TemporaryDirectory() as folder:
        kept, typesetter = Kept(Path(folder)), Typesetter(THEME / "print")

        def build() -> list[Prints]:
            return [print_jobs(house, typesetter, kept) for house in houses]

        made = timed(f"{HOUSES} houses, all new", build)
        timed("nothing has changed", build)
        houses[0] = [named(job, HOUSES) for job in jobs]
        timed("one house has changed", build)
    each(houses[1:11])
    assert not [problem for prints in made for problem in prints.problems]
    pdfs = [f for prints in made for f in prints.files if f.address.endswith(".pdf")]
    print(f"{len(pdfs):,} PDFs, {sum(len(pdf.content) for pdf in pdfs) / 1e6:,.1f} MB")
    timed(f"{CODES} QR codes with segno", lambda: [qr_svg(link(n)) for n in range(CODES)])
    timed("  the same with zxing", lambda: [with_zxing(link(n)) for n in range(CODES)])


def each(houses: list[list[Job]]) -> None:
    """What one PDF and one preview cost a processor, in houses that nothing is known of."""
    typesetter, pdfs, previews = Typesetter(THEME / "print"), [], []
    for job in (job for house in houses for job in house):
        start = time.process_time()
        typesetter.pdf(job.document)
        pdfs.append(time.process_time() - start)
        if job.has_preview:
            preview_of(job.document, typesetter)
            previews.append(time.process_time() - start - pdfs[-1])
    for what, times in (("a PDF", pdfs), ("a preview", previews)):
        print(f"{what:34}{median(times) * 1000:6.1f} ms, mean {mean(times) * 1000:.1f} ms")


def example_jobs() -> list[Job]:
    house = opened_house(PROJECT, "eksempel", TODAY, "https://familiehuse.dk/")
    return list(house_jobs(house, THEME / "locales", print_shop=False))


def named(job: Job, number: int) -> Job:
    """The same job in a house with another name."""
    sheets = tuple(replace(s, name=f"Solsikken {number}") for s in job.document.sheets)
    return replace(job, document=replace(job.document, sheets=sheets))


def link(number: int) -> str:
    return f"https://familiehuse.dk/eksempel/q/kode-{number}/"


def with_zxing(text: str) -> bytes:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    target = BytesIO()
    target.write(zxingcpp.write_barcode_to_svg(code).encode())
    return target.getvalue()


def timed(what: str, action: Callable[[], Result]) -> Result:
    """Do something and print how long one waits for it."""
    start = time.perf_counter()
    result = action()
    print(f"{what:34}{time.perf_counter() - start:7.2f} s", flush=True)
    return result


if __name__ == "__main__":
    sys.exit(main())
