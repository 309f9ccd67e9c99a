"""Every component is a folder whose examples are its tests: rendered, attacked and looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

import pytest
import yaml
from accessibility import axe_violations, sideways_scroll
from components import EXAMPLES, NAMES, THEME, Example, examples_of, folder_of, macro
from html_tree import Element, read_html
from playwright.sync_api import Page

from site_generator.theme import load_theme
from site_generator.views.all_houses import ACCENT

every_component = pytest.mark.parametrize("component", NAMES)
every_example = pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda example: f"{example.component}: {example.name}"
)

HOSTILE = """<script>alert(1)</script>"'&"""

# Names of drawings and of kinds, which templates choose by: never an author's own words.
CHOSEN_BY_US = ("icon", "kind")

CLASS = re.compile(r"\.(-?[a-z][\w-]*)")
IMPORT = re.compile(r'from "components/(\w+)/')


@every_component
def test_a_component_has_its_files(component: str):
    """A folder, a template with a macro of the same name, and examples; nothing unknown."""
    files = {file.name for file in folder_of(component).iterdir()}
    assert {f"{component}.html", "examples.yml"} <= files
    assert files <= {f"{component}.{kind}" for kind in ("html", "css", "js")} | {"examples.yml"}
    assert macro(component).name == component


@every_component
def test_a_template_says_first_what_it_is_for(component: str):
    """Its comment gives the reason, which the tags cannot."""
    template = (folder_of(component) / f"{component}.html").read_text("utf-8")
    assert re.match(r"\{#.{30,}?#\}\n", template, re.DOTALL)


@every_component
def test_components_import_components_only(component: str):
    """Never a page or a layout: those are made of components."""
    template = (folder_of(component) / f"{component}.html").read_text("utf-8")
    imported = re.findall(r"""\{%-?\s*(?:from|import|include|extends)\s+["'](.*?)["']""", template)
    assert [path for path in imported if not path.startswith("components/")] == []
    assert re.search(r"\bview\b", template) is None, "a component gets arguments, not the view"


@every_component
def test_the_examples_show_every_argument(component: str):
    """Whoever reads the examples knows all that the component can do, and nothing it cannot."""
    shown = {name for example in examples_of(component) for name in example.arguments}
    assert shown == set(macro(component).arguments)


@every_component
def test_an_example_entry_has_only_known_keys(component: str):
    """A misspelt `hidden` would show what should not be shown."""
    entries = yaml.safe_load((folder_of(component) / "examples.yml").read_text("utf-8"))
    assert {key for entry in entries for key in entry} <= {
        "name",
        "arguments",
        "hidden",
        "list_item",
    }
    names = [entry["name"] for entry in entries]
    assert len(names) == len(set(names))
    assert any(not entry.get("hidden") for entry in entries), "the gallery would show nothing"


@every_example
def test_an_example_is_whole_html(example: Example):
    """It renders with nothing undefined; its tags nest; it has no empty list, heading or link."""
    tree = read_html(example.html())
    for element in tree.all("ul", "ol", "dl", "li", "h2", "h3", "a", "table", "nav", "section"):
        assert element.text, f"<{element.tag}> is empty"


@every_example
def test_hidden_examples_are_those_that_show_nothing(example: Example):
    """The gallery would have an empty box; the tests want them all the same."""
    if not example.hidden:
        tree = read_html(example.html())
        assert tree.text or any(tree.all("img", "svg"))


@every_example
def test_hostile_text_stays_text(example: Example):
    """Whatever an author writes in any argument, no tag, attribute or script comes of it."""
    hostile = example.html(attacked(example.arguments))
    assert HOSTILE not in hostile
    assert structure(read_html(hostile)) == structure(read_html(example.html()))


def attacked(value: Any, key: str = "") -> Any:
    """The same arguments with hostile words in every place where there are words."""
    if isinstance(value, dict):
        return {name: attacked(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [attacked(inner, key) for inner in value]
    is_words = isinstance(value, str) and value and key not in CHOSEN_BY_US
    return HOSTILE if is_words and not is_name_of_drawing(value) else value


def is_name_of_drawing(value: str) -> bool:
    template = (folder_of("icon") / "icon.html").read_text("utf-8")
    return f'"{value}": "' in template


def structure(tree: Element) -> list[tuple[str, tuple[str, ...]]]:
    """What a page is made of besides its words."""
    return [(element.tag, tuple(element.attributes)) for element in tree.all()]


@every_component
def test_an_unknown_or_missing_argument_is_an_error(component: str):
    """A misspelt name must not come out as an empty place on every page."""
    arguments = next(examples_of(component)).arguments
    with pytest.raises(TypeError):
        macro(component)(**arguments, findes_ikke="x")


@every_component
def test_the_style_of_a_component_is_about_itself(component: str):
    """Its classes begin with its own name, or belong to a component that it is made of."""
    sheet = folder_of(component) / f"{component}.css"
    if not sheet.exists():
        return
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    template = (folder_of(component) / f"{component}.html").read_text("utf-8")
    blocks = own_blocks(component) | {name.replace("_", "-") for name in IMPORT.findall(template)}
    selectors = re.findall(r"([^{}]+)\{", css)
    classes = {name for selector in selectors for name in CLASS.findall(selector)}
    assert {name for name in classes if re.split("__|--", name)[0] not in blocks | SHARED} == set()
    bare = [part.strip() for s in selectors if "@" not in s for part in s.split(",")]
    assert [part for part in bare if "." not in part and "[" not in part] == []


# A class of css/2-base.css that any component may lean on.
SHARED = {"small"}


def own_blocks(component: str) -> set[str]:
    """`event_list` is the block `event-list`, and its entries are the block `event`."""
    block = component.replace("_", "-")
    return {block, block.removesuffix("-list")}


@every_component
def test_classes_in_a_template_have_a_style(component: str):
    """A class that no sheet knows is a misspelt one."""
    known = set(CLASS.findall(load_theme(THEME).css))
    used = {
        name
        for example in examples_of(component)
        for element in read_html(example.html()).all()
        for name in element["class"].split()
    }
    assert {name for name in used if name not in known and not is_hook(name)} == set()


def is_hook(name: str) -> bool:
    """The block's own name and its states may go unstyled."""
    return name.replace("-", "_") in NAMES or "--" in name


# In the browser

SCHEMES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}


def sheets_of_examples() -> Iterator[str]:
    """Pages of examples, the first of every component, then the second, so that no id is twice."""
    shown = [[e for e in examples_of(name) if not e.hidden] for name in NAMES]
    for group in zip_longest(*shown):
        yield "".join(framed(example) for example in group if example)


def framed(example: Example) -> str:
    name = f"{example.component}: {example.name}"
    return f'<section aria-label="{name}"><h2>{name}</h2>{example.html()}</section>'


@pytest.fixture
def gallery(page: Page) -> Callable[[str], Page]:
    """`gallery(html)` shows examples in the theme's style."""

    def show(examples: str) -> Page:
        style = load_theme(THEME).stylesheet(ACCENT).decode()
        page.set_content(
            f"""<!doctype html><html lang="da"><head><title>Komponenter</title>
            <style>{style}</style></head><body><main><h1>Komponenter</h1>
            {examples}</main></body></html>"""
        )
        # Shown by their scripts, which need a whole page around them.
        page.evaluate("document.querySelectorAll('[hidden]').forEach(e => e.hidden = false)")
        return page

    return show


@pytest.mark.browser
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_in_the_examples(gallery: Callable[[str], Page], width: int, scheme: str):
    """WCAG 2.2 AA and best practice, in every way in which a visitor's device shows colours."""
    for examples in sheets_of_examples():
        page = gallery(examples)
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(**SCHEMES[scheme])
        assert axe_violations(page) == []
        assert sideways_scroll(page) == 0


@pytest.mark.browser
def test_every_target_is_large_enough_for_a_thumb(gallery: Callable[[str], Page]):
    """WCAG 2.2, 2.5.8 asks for 24 px; a link that stands alone has more: 40 px."""
    small = []
    for examples in sheets_of_examples():
        page = gallery(examples)
        page.set_viewport_size({"width": 375, "height": 800})
        small += page.evaluate(
            """() => [...document.querySelectorAll("button, input, summary, nav a, .action")]
                .filter((e) => e.getBoundingClientRect().height < 40)
                .map((e) => e.outerHTML.slice(0, 80))"""
        )
    assert small == []
