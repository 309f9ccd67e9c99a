"""Every component is a folder whose examples are its tests: rendered, attacked and read.

They are looked at in the gallery: `test_gallery.py`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from components import COMPONENTS, EXAMPLES, NAMES, THEME
from html_tree import Element, read_html

from site_generator.html.components import Component, Example, load_components
from site_generator.html.theme import load_theme

every_component = pytest.mark.parametrize("component", COMPONENTS, ids=NAMES)
every_example = pytest.mark.parametrize(
    ("component", "example"), EXAMPLES, ids=lambda given: given.name
)

HOSTILE = """<script>alert(1)</script>"'&"""

# Names of drawings and of kinds, which templates choose by: never an author's own words.
CHOSEN_BY_US = ("icon", "kind")

CLASS = re.compile(r"\.(-?[a-z][\w-]*)")
IMPORT = re.compile(r'from "components/(\w+)/')


def template_of(component: Component) -> str:
    return (component.folder / f"{component.name}.html").read_text("utf-8")


@every_component
def test_a_component_has_its_files(component: Component):
    """A folder, a template with a macro of the same name, and examples; nothing unknown."""
    name = component.name
    files = {file.name for file in component.folder.iterdir()}
    assert {f"{name}.html", "examples.yml"} <= files
    assert files <= {f"{name}.{kind}" for kind in ("html", "css", "js")} | {"examples.yml"}
    assert component.macro.name == name


@every_component
def test_a_template_says_first_what_it_is_for(component: Component):
    """Its comment gives the reason, which the tags cannot."""
    assert len(component.reason) >= 30


@every_component
def test_components_import_components_only(component: Component):
    """Never a page or a layout: those are made of components."""
    template = template_of(component)
    imported = re.findall(r"""\{%-?\s*(?:from|import|include|extends)\s+["'](.*?)["']""", template)
    assert [path for path in imported if not path.startswith("components/")] == []
    assert re.search(r"\bview\b", template) is None, "a component gets arguments, not the view"


@every_component
def test_the_examples_show_every_argument(component: Component):
    """Whoever reads the examples knows all that the component can do, and nothing it cannot."""
    shown = {name for example in component.examples for name in example.arguments}
    assert shown == set(component.macro.arguments)


@every_component
def test_examples_have_names_of_their_own(component: Component):
    """And one of them at least has something to show."""
    names = [example.name for example in component.examples]
    assert len(names) == len(set(names))
    assert any(not example.hidden for example in component.examples), "the gallery shows nothing"


def test_a_misspelt_key_of_an_example_is_an_error(tmp_path: Path):
    """A misspelt `hidden` would show what should not be shown."""
    folder = tmp_path / "components" / "tom"
    folder.mkdir(parents=True)
    (folder / "tom.html").write_text(
        "{# Says nothing, to nobody. #}\n{% macro tom() %}{% endmacro %}"
    )
    (folder / "examples.yml").write_text("- {name: tom, arguments: {}, hiden: true}")
    with pytest.raises(TypeError, match="hiden"):
        load_components(tmp_path)


@every_example
def test_an_example_is_whole_html(component: Component, example: Example):
    """It renders with nothing undefined; its tags nest; it has no empty list, heading or link."""
    tree = read_html(component.html(example))
    for element in tree.all("ul", "ol", "dl", "li", "h2", "h3", "a", "table", "nav", "section"):
        assert element.text, f"<{element.tag}> is empty"


@every_example
def test_hidden_examples_are_those_that_show_nothing(component: Component, example: Example):
    """The gallery would have an empty box; the tests want them all the same."""
    if not example.hidden:
        tree = read_html(component.html(example))
        assert tree.text or any(tree.all("img", "svg"))


@every_example
def test_hostile_text_stays_text(component: Component, example: Example):
    """Whatever an author writes in any argument, no tag, attribute or script comes of it."""
    hostile = component.html(example, attacked(example.arguments))
    assert HOSTILE not in hostile
    assert structure(read_html(hostile)) == structure(read_html(component.html(example)))


def attacked(value: Any, key: str = "") -> Any:
    """The same arguments with hostile words in every place where there are words."""
    if isinstance(value, dict):
        return {name: attacked(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [attacked(inner, key) for inner in value]
    is_words = isinstance(value, str) and value and key not in CHOSEN_BY_US
    return HOSTILE if is_words and not is_name_of_drawing(value) else value


def is_name_of_drawing(value: str) -> bool:
    drawn = (one for one in COMPONENTS if one.name in ("icon", "drawing"))
    return any(f'"{value}": "' in template_of(one) for one in drawn)


def structure(tree: Element) -> list[tuple[str, tuple[str, ...]]]:
    """What a page is made of besides its words."""
    return [(element.tag, tuple(element.attributes)) for element in tree.all()]


@every_component
def test_an_unknown_or_missing_argument_is_an_error(component: Component):
    """A misspelt name must not come out as an empty place on every page."""
    arguments = component.examples[0].arguments
    with pytest.raises(TypeError):
        component.macro(**arguments, findes_ikke="x")


@every_component
def test_the_style_of_a_component_is_about_itself(component: Component):
    """Its classes begin with its own name, or belong to a component that it is made of."""
    sheet = component.folder / f"{component.name}.css"
    if not sheet.exists():
        return
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    template = template_of(component)
    blocks = own_blocks(component.name) | {
        name.replace("_", "-") for name in IMPORT.findall(template)
    }
    selectors = re.findall(r"([^{}]+)\{", css)
    classes = {name for selector in selectors for name in CLASS.findall(selector)}
    assert {name for name in classes if re.split("__|--", name)[0] not in blocks | SHARED} == set()
    bare = [part.strip() for s in selectors if "@" not in s for part in s.split(",")]
    assert [part for part in bare if "." not in part and "[" not in part] == []


# A class of css/2-base.css that any component may lean on.
SHARED = {"small"}


def own_blocks(component: Component) -> set[str]:
    """`event_list` is the block `event-list`, and its entries are the block `event`."""
    block = component.replace("_", "-")
    return {block, block.removesuffix("-list")}


@every_component
def test_classes_in_a_template_have_a_style(component: Component):
    """A class that no sheet knows is a misspelt one."""
    theme = load_theme(THEME)
    known = set(CLASS.findall(theme.css + theme.screen_css))
    used = {
        name
        for example in component.examples
        for element in read_html(component.html(example)).all()
        for name in element["class"].split()
    }
    assert {name for name in used if name not in known and not is_hook(name)} == set()


def is_hook(name: str) -> bool:
    """The block's own name and its states may go unstyled."""
    return name.replace("-", "_") in NAMES or "--" in name
