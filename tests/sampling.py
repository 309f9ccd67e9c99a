"""What `make test` has of what is too much to be run each time; `make test-all` runs the rest."""

from __future__ import annotations

import pytest


def slow_unless(sampled: bool) -> tuple[pytest.MarkDecorator, ...]:
    """The `marks` of a case, which is run each time only where it belongs to the sample."""
    return () if sampled else (pytest.mark.slow,)
