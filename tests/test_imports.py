"""The package reads in one direction, knows MkDocs in one place and asks for the time in one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from building import ROOT

PACKAGE = ROOT / "site_generator"

# A module may import from its own row and from the rows above it. DESIGN, section 3.
ROWS = (
    (
        "what every stage may use",
        "problems marked language addresses colours readability markup progress picture_files",
    ),
    ("READ: text to plain values with lines", "decoding yaml_* placed source"),
    ("VALIDATE: plain values to records", "schema schema.* validate"),
    ("RESOLVE: what holds on a date", "wording holidays_dk statements hours repetition recurrence"),
    (
        "READ: a folder of files to a municipality",
        "markdown_pages shared_content municipality published",
    ),
    ("VALIDATE: rules across records", "rules rules.*"),
    ("READ and VALIDATE: a whole project", "project scaffold json_schema reference"),
    (
        "RENDER: what knows only pages and files",
        "views.elements kept pictures share_picture theme templates components side_by_side"
        " feeds.reading",
    ),
    ("RENDER and WRITE: pages to files, files to a site", "mkdocs_adapter write verify"),
    ("PAGES: what each page shows", "views views.*"),
    ("RENDER: feeds and print, from the same records", "feeds feeds.* print print.*"),
    ("PAGES: every page and file of a house, each address once", "pages"),
    ("the stories of a build and of the gallery", "build gallery"),
    ("the commands", "danish_click cli __main__"),
)

# These know nothing of municipalities: whatever they are given, they render, write or read back.
KNOW_NO_MUNICIPALITY = ("mkdocs_adapter", "write", "verify", "theme")

READ_OR_WRITE_FILES = """
    decoding source markdown_pages shared_content municipality project language
    pictures picture_files share_picture theme components mkdocs_adapter write verify
    scaffold cli build
    kept published print.typesetting print.drawings print.house_prints
"""

DISK = """
    open read_text read_bytes write_text write_bytes mkdir touch unlink rmdir rmtree rename
    iterdir glob rglob stat is_file is_dir is_symlink symlink_to mkdtemp TemporaryDirectory
"""

CLOCK = re.compile(r"\b(datetime\.(now|utcnow|today)|date\.today|time\.(time|localtime|gmtime))$")


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by its name within it; the package itself is ``."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        found[name] = ast.parse(file.read_text("utf-8"))
    return found


@cache
def imports(module: str) -> frozenset[str]:
    """The modules of the package that one of them imports."""
    return frozenset(_imports(modules()[module])) - {""}


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        package, _, name = node.module.partition(".")
        if package == "site_generator":
            inner = {f"{name}.{alias.name}".lstrip(".") for alias in node.names}
            submodules = inner & modules().keys()
            yield from submodules or {name}


def row_of(module: str) -> int:
    """The first row that names a module."""
    for number, (_, names) in enumerate(ROWS):
        if any(fnmatchcase(module, pattern) for pattern in names.split()):
            return number
    pytest.fail(f"{module} stands in no row of ROWS: where in the pipeline does it belong?")


def test_every_module_imports_only_from_its_own_stage_and_earlier_ones():
    """Who follows the imports from build.py goes one way through, never back and forth."""
    wrong = [
        f"{module} ({ROWS[row_of(module)][0]}) imports {other} ({ROWS[row_of(other)][0]})"
        for module in modules()
        if module
        for other in imports(module)
        if row_of(other) > row_of(module)
    ]
    assert wrong == []


def test_no_module_imports_itself_by_a_detour():
    """Within a row too there is an order in which the modules can be read."""
    try:
        TopologicalSorter({name: imports(name) - {name} for name in modules()}).prepare()
    except CycleError as cycle:
        pytest.fail(" imports ".join(reversed(cycle.args[1])))


@pytest.mark.parametrize("module", KNOW_NO_MUNICIPALITY)
def test_renderers_know_no_municipality(module: str):
    """They can be replaced, and used for other sites, without knowing what an offer is."""
    assert reachable(module) & {"municipality", "shared_content", "views.house"} == set()


def reachable(module: str) -> set[str]:
    found, waiting = set(), [module]
    while waiting:
        new = imports(waiting.pop()) - found
        found |= new
        waiting += new
    return found


def test_mkdocs_is_imported_in_one_place():
    """MkDocs 1.6 is the last of its line: whoever replaces it rewrites one module."""
    assert importers_of("mkdocs") == ["mkdocs_adapter"]


@pytest.mark.parametrize(("library", "module"), [("nh3", "markup"), ("markdown", "markup")])
def test_a_library_with_one_job_is_imported_in_one_place(library: str, module: str):
    """Cleaning HTML above all: there is one way from an author's text to markup."""
    assert importers_of(library) == [module]


def importers_of(library: str) -> list[str]:
    return [
        name
        for name, tree in modules().items()
        if any(root == library for node in ast.walk(tree) for root in roots(node))
    ]


def roots(node: ast.AST) -> list[str]:
    """The outermost packages that an import statement names."""
    if isinstance(node, ast.Import):
        return [alias.name.split(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return [node.module.split(".")[0]]
    return []


def test_only_the_commands_ask_what_time_it_is():
    """Below them the day is an argument, so that the same input gives the same site."""
    asking = [f"{name}: {call}" for name, call in calls() if CLOCK.search(call)]
    assert asking == ["cli: datetime.now"]


def test_only_some_modules_touch_the_disk():
    """Pages, rules and resolvers can be tried on values that never lay in a file."""
    touching = {name for name, call in calls() if call.split(".")[-1] in DISK.split()}
    assert touching <= set(READ_OR_WRITE_FILES.split())


def calls() -> Iterator[tuple[str, str]]:
    """Every call in the package: the module, and the called name with its dots."""
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield name, ast.unparse(node.func)


def test_markup_is_trusted_in_one_place():
    """`Markup(…)` turns escaping off; only cleaned HTML and tags around escaped words may get it,
    and in the gallery what templates rendered. Templates never say `safe`."""
    trusting = {name for name, call in calls() if call == "Markup"}
    assert trusting == {"markup", "marked", "side_by_side"}
    templates = (ROOT / "themes").rglob("*.html")
    assert [str(file) for file in templates if says_safe(file)] == []


def says_safe(file: Path) -> bool:
    text = file.read_text("utf-8").replace(" ", "")
    return "|safe" in text or "autoescapefalse" in text
