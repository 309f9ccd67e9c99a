"""The components of the theme, as the tests of each of them want them."""

from __future__ import annotations

from building import ROOT

from site_generator.html.components import Component, Example, load_components

THEME = ROOT / "themes" / "familiehus"
COMPONENTS = load_components(THEME)
NAMES = tuple(component.name for component in COMPONENTS)
EXAMPLES: tuple[tuple[Component, Example], ...] = tuple(
    (component, example) for component in COMPONENTS for example in component.examples
)
