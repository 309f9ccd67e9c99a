"""What a rule may know besides the municipality itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from site_generator.read.published import PublishedCode
from site_generator.records.shared_content import SharedContent


@dataclass(frozen=True)
class Circumstances:
    """`today` is an argument and not the clock's, so that the same files give the same answer."""

    shared: SharedContent
    today: date
    # The municipality's QR codes that have been on the main branch: they may be in print.
    published: tuple[PublishedCode, ...] = ()
