"""The story of the gallery: read the theme's components → a page in each language → write."""

from __future__ import annotations

from pathlib import Path

from site_generator import addresses
from site_generator.html.components import load_components
from site_generator.html.rendering import Renderer
from site_generator.html.theme import load_theme, theme_files
from site_generator.kept import Kept
from site_generator.language.spoken import speaking
from site_generator.output import Artifact, Page
from site_generator.schema.values import LANGUAGES
from site_generator.views.all_houses import ACCENT
from site_generator.views.gallery import gallery_page
from site_generator.write.standing import new_folder, write_files

# What a search listens for is content; here it only must not be missed.
_NO_WORDS = Artifact(addresses.SEARCH_WORDS[0], b'["","",[],[],""]\n')


def build_gallery(theme_folder: Path, target: Path, kept: Kept) -> None:
    """Write every component of a theme with its examples into `target`: the Danish page at the
    top, each other language in a folder that has all it needs, as a house's would.

    Raises NotOurFolderError where `target` holds files and was not made by this program.
    """
    theme = load_theme(theme_folder)
    components = load_components(theme_folder)
    version = theme.version(ACCENT)

    def page(code: str) -> Page:
        with speaking(theme.language(code)):
            return gallery_page(components, version)

    with new_folder(target) as folder:
        pages = Renderer(theme.folder, kept).pages([page(code) for code in LANGUAGES])
        write_files(pages, folder)
        for code in LANGUAGES:
            files = (*theme_files(theme, ACCENT), _NO_WORDS)
            write_files(files, folder / addresses.in_language("", code))
