"""Where everything stands, and what somebody has asked to be built.

Themes and shared content come with the program: from the folder beside it in its own checkout,
from inside the package where that is installed. What a project has of its own goes before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from site_generator.kept import Kept

DEFAULT_THEME = "familiehus"

PROGRAM = Path(__file__).resolve().parent
# The name is that of pyproject.toml, where the wheel is put together.
_PACKED = PROGRAM / "shipped"
SHIPPED = _PACKED if _PACKED.is_dir() else PROGRAM.parent


@dataclass(frozen=True)
class Project:
    """Where the authors' files are: `root` holds municipalities/, and maybe its own content/ and
    themes/. `shipped` holds those that come with the program; nothing is ever written there."""

    root: Path
    shipped: Path = field(default_factory=lambda: SHIPPED)

    @property
    def content(self) -> tuple[Path, ...]:
        """Folders of shared content: a file in the first goes before its namesake in the next."""
        return self._own_first("content")

    @property
    def municipalities(self) -> Path:
        return self.root / "municipalities"

    @property
    def themes(self) -> tuple[Path, ...]:
        """Folders of themes. A theme is whole: it is taken from the first that has its name."""
        return self._own_first("themes")

    def theme(self, name: str) -> Path:
        """The folder of a theme; where there is none of that name, where it would stand."""
        named = [folder / name for folder in self.themes]
        return next((folder for folder in named if folder.is_dir()), named[0])

    def theme_names(self) -> list[str]:
        found = (one for folder in self.themes if folder.is_dir() for one in folder.iterdir())
        return sorted({one.name for one in found if one.is_dir()})

    def _own_first(self, name: str) -> tuple[Path, ...]:
        own, shipped = self.root / name, self.shipped / name
        same = own.resolve() == shipped.resolve()
        return (own,) if same else (own, shipped)

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
