"""The words that click itself writes, in Danish: headings of the help, and what was typed wrong."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from site_generator.commands.machine_faults import in_danish
from site_generator.problems import did_you_mean, in_one_line

_HEADINGS = {"Options": "Tilvalg", "Commands": "Kommandoer", "Arguments": "Ord"}
_TYPES = {"directory": "MAPPE", "integer": "TAL", "text": "TEKST"}


class _DanishFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Sådan bruges den: ")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        danish = [(name, text.replace("[default: ", "[ellers: ")) for name, text in rows]
        super().write_dl(danish, col_max, col_spacing)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_HEADINGS.get(name, name)):
            yield


class _DanishContext(click.Context):
    formatter_class = _DanishFormatter


class DanishCommand(click.Command):
    """A command whose help is Danish throughout."""

    context_class = _DanishContext

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"options_metavar": "[TILVALG]", **kwargs})
        for parameter in self.params:
            parameter.metavar = parameter.metavar or _TYPES.get(parameter.type.name)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _danish_help(super().get_help_option(ctx))


class DanishGroup(click.Group):
    """A group of commands that also tells what was typed wrong in Danish."""

    context_class = _DanishContext
    command_class = DanishCommand

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        words = {"options_metavar": "[TILVALG]", "subcommand_metavar": "KOMMANDO [ORD]..."}
        super().__init__(*args, **{**words, **kwargs})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _danish_help(super().get_help_option(ctx))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and self.get_command(ctx, args[0]) is None:
            remedy = did_you_mean(args[0], self.list_commands(ctx))
            raise click.UsageError(f"Der er ingen kommando, der hedder «{args[0]}». {remedy}", ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and tell of a mistake in Danish; the exit codes are click's own."""
        _write_any_letter()
        try:
            return super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.Abort:
            click.echo("Afbrudt.", err=True)
            sys.exit(130)
        except (OSError, MemoryError) as fault:
            told = in_danish(fault)
            if told is None:
                raise
            click.echo(f"Fejl: {told[0]} {told[1]}", err=True)
            sys.exit(1)
        except click.ClickException as error:
            if isinstance(error, click.exceptions.NoArgsIsHelpError):
                click.echo(error.format_message(), err=True)
                sys.exit(error.exit_code)
            click.echo(f"Fejl: {in_one_line(_in_danish(error))}", err=True)
            if isinstance(error, click.UsageError) and error.ctx:
                click.echo(f"Se hjælpen: {error.ctx.command_path} --help", err=True)
            sys.exit(error.exit_code)


def _write_any_letter() -> None:
    """A terminal of another encoding shows the number of a letter that it has not."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _danish_help(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = "Vis denne hjælp."
    return option


def _in_danish(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter) and error.param:
        return f"Du mangler at skrive {error.param.make_metavar(error.ctx or _no_context())}."
    if isinstance(error, click.NoSuchOption):
        return f"Tilvalget {error.option_name} findes ikke."
    if isinstance(error, click.BadParameter) and error.param:
        if isinstance(error.param.type, click.Choice):
            choices = ", ".join(error.param.type.choices)
            return f"{error.param.opts[-1]}: Du kan skrive: {choices}."
        return f"{error.param.opts[-1]}: {error.message}"
    return error.format_message()


def _no_context() -> click.Context:
    return click.Context(click.Command("familiehus"))
