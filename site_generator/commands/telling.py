"""How commands tell of problems, and of what ended them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

import click

from site_generator.build import EndedWhilePlacingError
from site_generator.commands.machine_faults import in_danish
from site_generator.commands.markdown import problems_in_markdown
from site_generator.making.processes import ProcessLostError
from site_generator.problems import FORMATS, Problem, closing_line, in_reading_order

# What was put in place before it ended stays; each folder took its place in one step.
_SOME_ARE_NEW = "Hver kommunes sider er hele, men nogle kan være nye og andre gamle. Byg igen."

FORMS = FORMATS | {"markdown": problems_in_markdown}


def tell(problems: Sequence[Problem], form: str = "text") -> None:
    """What programs read goes to standard output, the rest to standard error."""
    ordered = in_reading_order(problems)
    click.echo(FORMS[form](ordered), nl=False)
    click.echo(closing_line(ordered), err=True)


@contextmanager
def ends_in_words(left_alone: str) -> Iterator[None]:
    """Say in Danish what stopped the work; `left_alone` tells what stands as it stood."""
    try:
        yield
    except EndedWhilePlacingError as ended:
        cause = ended.__cause__
        if isinstance(cause, KeyboardInterrupt):
            _interrupted(_SOME_ARE_NEW)
        assert isinstance(cause, OSError)
        _refused(cause, _SOME_ARE_NEW)
    except KeyboardInterrupt:
        _interrupted(left_alone)
    except (OSError, MemoryError) as fault:
        _refused(fault, left_alone)
    except ProcessLostError:
        raise click.ClickException(
            "En del af arbejdet blev stoppet af maskinen, mest fordi der manglede hukommelse. "
            f"{left_alone} Prøv igen med --jobs 1."
        ) from None


def _interrupted(left_alone: str) -> NoReturn:
    click.echo(f"\nAfbrudt. {left_alone}".rstrip(), err=True)
    raise SystemExit(130) from None


def _refused(fault: OSError | MemoryError, left_alone: str) -> NoReturn:
    told = in_danish(fault)
    if told is None:
        raise fault
    raise click.ClickException(" ".join(part for part in (told[0], left_alone, told[1]) if part))
