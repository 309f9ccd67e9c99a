"""The package reads in one direction, knows MkDocs in one place and asks for the time in one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from building import ROOT

PACKAGE = ROOT / "site_generator"

# Every entry of the package, in the order in which a house goes through them. A folder imports
# from itself and from what stands above it. DESIGN, section 3.
STAGES = (
    *("problems", "colours", "kept", "project"),
    *("language", "addresses", "output"),
    *("read", "schema", "wording", "resolve", "records", "rules"),
    *("pictures", "html", "write", "told"),
    *("feeds", "print", "views"),
    *("verify", "making", "build", "commands", "__main__"),
)

# These know nothing of municipalities: whatever they are given, they render, write or read back.
KNOW_NO_MUNICIPALITY = ("html", "write", "verify", "kept")

READ_OR_WRITE_FILES = """
    read.decoding read.author_files read.source read.picture_files read.sound_files
    read.caption_files read.embedded read.history
    read.git
    read.file_dates read.published read.gone read.digests read.keys read.layers read.changelog
    records.markdown_pages records.page_parts records.shared_content records.municipality
    records.house_folder project
    language.spoken html.theme html.components
    pictures.photographs pictures.cropping pictures.encoding
    pictures.share_picture pictures.podcast_cover pictures.sound
    print.typesetting print.drawings print.house_prints print.print_shop
    making.imports.sources
    kept making.processes write.standing write.exchange write.lock write.author_files verify.site
    making.candidate making.importing making.issue_forms.form making.issue_forms.answering
    making.editor.configuration making.editor.page commands.admin
    commands.issue_form commands.issue_events commands.template commands.json_schema
    commands.options commands.scaffold commands.schema commands.serve commands.own_repository
    making.freshness.confirming commands.ask_freshness commands.confirm_freshness
    making.houses making.plan
    making.first_look making.whole_house making.telling making.changes read.versions build
    read.proposals read.owners write.openable commands.preview_story
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


def stage_of(module: str) -> str:
    """The folder or the module of the package that something stands in."""
    return module.split(".")[0]


def test_the_stages_are_all_there_is():
    """Whoever lists the package sees the pipeline, and little beside it."""
    entries = {file.stem for file in PACKAGE.iterdir() if file.name != "__pycache__"}
    assert entries - {"__init__"} == set(STAGES)
    assert len(entries) <= 26


def test_every_stage_says_what_it_is_for():
    """One sentence in each folder's `__init__.py`, and nothing else."""
    for folder in [entry for entry in PACKAGE.iterdir() if (entry / "__init__.py").is_file()]:
        if folder.name != "rules":  # where the checks are listed
            (sentence,) = modules()[folder.name].body
            assert ast.get_docstring(modules()[folder.name]), sentence


def test_every_stage_imports_only_from_itself_and_earlier_ones():
    """Who follows the imports from build.py goes one way through, never back and forth."""
    wrong = [
        f"{module} imports {other}"
        for module in modules()
        if module
        for other in imports(module)
        if STAGES.index(stage_of(other)) > STAGES.index(stage_of(module))
    ]
    assert wrong == []


@pytest.mark.parametrize("medium", ["told", "feeds", "print"])
def test_no_medium_takes_from_the_pages(medium: str):
    """What several media tell is told by `told`; a page is one medium among others."""
    taking = {name for name in modules() if stage_of(name) == medium}
    assert [name for name in taking for other in imports(name) if stage_of(other) == "views"] == []


def test_no_module_imports_itself_by_a_detour():
    """Within a stage too there is an order in which the modules can be read."""
    try:
        TopologicalSorter({name: imports(name) - {name} for name in modules()}).prepare()
    except CycleError as cycle:
        pytest.fail(" imports ".join(reversed(cycle.args[1])))


@pytest.mark.parametrize("stage", KNOW_NO_MUNICIPALITY)
def test_renderers_know_no_municipality(stage: str):
    """They can be replaced, and used for other sites, without knowing what an offer is."""
    members = [name for name in modules() if stage_of(name) == stage]
    reached = {stage_of(other) for name in members for other in reachable(name)}
    assert reached & {"records", "told"} == set()


def reachable(module: str) -> set[str]:
    found, waiting = set(), [module]
    while waiting:
        new = imports(waiting.pop()) - found
        found |= new
        waiting += new
    return found


def test_mkdocs_is_imported_in_two_places():
    """MkDocs 1.6 is the last of its line: whoever replaces it rewrites these two."""
    assert importers_of("mkdocs") == ["html.mkdocs_preview", "html.mkdocs_theme"]


@pytest.mark.parametrize(
    ("library", "module"), [("nh3", "wording.markup"), ("markdown_it", "wording.markdown")]
)
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
    assert asking == ["commands.options: datetime.now"]


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
    assert trusting == {"wording.markup", "language.marked", "html.side_by_side"}
    templates = (ROOT / "themes").rglob("*.html")
    assert [str(file) for file in templates if says_safe(file)] == []


def says_safe(file: Path) -> bool:
    text = file.read_text("utf-8").replace(" ", "")
    return "|safe" in text or "autoescapefalse" in text


# A project, a house or a site of what is published. Rendered pictures and a new folder are not.
READS_HOUSES = re.compile(
    r"""ROOT\s*/\s*f?"municipalities(?!/new)|(?:build_site|opened_house|copied_project)\(ROOT\b"""
    r"""|Order\(Project\(ROOT\b|"--root", str\(ROOT\)"""
)


def test_only_what_is_marked_so_reads_the_published_houses():
    """What an editor corrects fails no test of the program (tests/houses/README.md)."""
    reading = {
        file.name
        for file in (ROOT / "tests").rglob("*.py")
        if READS_HOUSES.search(file.read_text("utf-8"))
    }
    marked = {"test_real_houses.py", "test_true_houses.py"}
    for name in marked:
        text = (ROOT / "tests" / name).read_text("utf-8")
        assert "\npytestmark = pytest.mark.content\n" in text
    assert reading - marked == {"real_houses.py", "real_site.py"}
