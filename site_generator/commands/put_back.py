"""`familiehus put-back`: the comments and the order that a form has dropped come back."""

from __future__ import annotations

from pathlib import Path

import click

from site_generator.commands.danish_click import DanishCommand
from site_generator.commands.telling import ends_in_words

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command("put-back", cls=DanishCommand)
@click.argument("before", metavar="FØR", type=_FILE)
@click.argument("after", metavar="EFTER", type=_FILE)
def put_back_command(before: Path, after: Path) -> None:
    """Skriv EFTER, som FØR er skrevet, med det, der er ændret.

    Formularerne på /admin/ skriver en fil helt om. Begge er udgaver af samme fil og hedder det, den
    hedder i husets mappe, fx opening_hours.yml. Kan FØR ikke rettes af et program, bliver EFTER
    stående, som den er.
    """
    from site_generator.making.editor.restored import restored
    from site_generator.records.municipality import AUTHOR_FILES
    from site_generator.write.author_edits import CannotEditError
    from site_generator.write.author_files import author_text, put_author_file

    model = AUTHOR_FILES.get(after.name)
    if model is None:
        raise click.UsageError(f"«{after.name}» er ikke en af husets filer.")
    try:
        with ends_in_words("Filen er ikke ændret."):
            now = author_text(after)
            text = restored(author_text(before), now, model)
            if text != now:
                put_author_file(after, text.encode("utf-8"))
    except CannotEditError as fault:
        raise click.ClickException(f"{fault} Filen er ikke ændret.") from None
