"""How commands tell of problems, and of what ended them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from site_generator.commands.markdown import problems_in_markdown
from site_generator.making.processes import ProcessLostError
from site_generator.problems import FORMATS, Problem, closing_line, in_reading_order

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
    except KeyboardInterrupt:
        click.echo(f"\nAfbrudt. {left_alone}".rstrip(), err=True)
        raise SystemExit(130) from None
    except ProcessLostError:
        raise click.ClickException(
            "En del af arbejdet blev stoppet af maskinen, mest fordi der manglede hukommelse. "
            f"{left_alone} Prøv igen med --jobs 1."
        ) from None
