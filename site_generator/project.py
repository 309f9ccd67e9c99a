"""Where everything stands, and what somebody has asked to be built."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_generator.kept import Kept

DEFAULT_THEME = "familiehus"


@dataclass(frozen=True)
class Project:
    """Where the authors' files are. `root` is the checkout."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def municipalities(self) -> Path:
        return self.root / "municipalities"

    @property
    def themes(self) -> Path:
        return self.root / "themes"

    @property
    def kept(self) -> Kept:
        """What earlier builds made. The folder may be deleted at any time."""
        return Kept(self.root / ".cache" / "rendered")

    def slugs(self) -> list[str]:
        """The names of all municipalities' folders, in order."""
        entries = self.municipalities.iterdir()
        return sorted(e.name for e in entries if e.is_dir() and not e.name.startswith("."))


@dataclass(frozen=True)
class Order:
    """What to build. `slugs` empty means all; `base_url` empty means not known.

    With `print_shop` the flyers also come with bleed and crop marks. `jobs` is how many processes
    may work at once. `shard` is (i, n) for the i-th of n parts of the houses, counted from 1.
    `preview` is whether nobody has said yes to what is built: it says so, and is no calendar to
    follow. `base_url` is then still that of the published site.
    `repository` is the web address of the authors' files; empty means not known.
    """

    project: Project
    site: Path
    slugs: tuple[str, ...]
    today: date
    base_url: str = ""
    print_shop: bool = False
    jobs: int = 1
    shard: tuple[int, int] = (1, 1)
    preview: bool = False
    repository: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether no house is left out, so that what stands beside them stands for nothing."""
        return not self.slugs and self.shard == (1, 1)
