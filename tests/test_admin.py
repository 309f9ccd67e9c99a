"""Forms at `/admin/`: their configuration, the page in Chromium, and what the forms save put back
into files as their authors wrote them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import PROJECT, ROOT
from click.testing import CliRunner
from jsonschema_rs import Draft7Validator
from past import Past
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from site_generator.commands.cli import main
from site_generator.making.editor.configuration import Backend, configuration, shapes
from site_generator.making.editor.kinds import fields_of, shape_of
from site_generator.making.editor.page import PACKAGES
from site_generator.making.editor.restored import restored
from site_generator.project import Project
from site_generator.records.municipality import AUTHOR_FILES, read_municipality
from site_generator.records.shared_content import read_shared_content
from site_generator.rules import Circumstances, check
from site_generator.schema.opening_hours import OpeningHoursFile
from site_generator.schema.record import Record
from site_generator.write.author_edits import value_at
from site_generator.write.standing import MARK

FILES = sorted((PROJECT / "municipalities").glob("*/*.yml"))
EKSEMPEL = PROJECT / "municipalities/eksempel"
PACKAGES_FOLDER = ROOT / ".cache/editor"
HOURS = "municipalities/eksempel/opening_hours.yml"
OFFERS = "municipalities/eksempel/offers.yml"
ENGLISH = "      en: Sleep and calm\n"


@pytest.fixture(scope="session")
def packages() -> Path:
    """Sveltia CMS as it is served; without npm the tests fail, since they would prove nothing."""
    subprocess.run([ROOT / ".ci/fetch-editor"], cwd=ROOT, check=True)
    return PACKAGES_FOLDER


def of_house(config: dict[str, Any], slug: str) -> dict[str, Any]:
    return next(one for one in config["collections"] if one["name"] == slug)


def test_the_configuration_is_as_sveltia_takes_it(packages: Path) -> None:
    schema = json.loads((packages / "sveltia/schema/sveltia-cms.json").read_text("utf-8"))
    for backend in (Backend(), Backend("a/b", "main", "https://login.eksempel.dk"), Backend("a/b")):
        config = configuration(Project(PROJECT), backend)
        found = Draft7Validator(schema).iter_errors(config)
        assert [f"{fault.instance_path} {fault.message[:99]}" for fault in found] == []


def test_every_change_is_a_pull_request() -> None:
    config = configuration(Project(PROJECT), Backend("a/b", "udgivet", "https://login.eksempel.dk"))
    assert config["publish_mode"] == "editorial_workflow"
    assert config["backend"]["branch"] == "udgivet"
    assert config["backend"]["base_url"] == "https://login.eksempel.dk"
    token = configuration(Project(PROJECT), Backend("a/b"))["backend"]
    assert token["auth_methods"] == ["token"]


def names_of(fields: list[dict[str, Any]]) -> dict[str, Any]:
    """The names of fields, each with those within it."""
    return {one["name"]: names_of(one.get("fields", [])) for one in fields}


def names_in(model: type[Record]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, _, shape in fields_of(model):
        inner = shape.item or shape
        found[name] = names_in(inner.of) if inner.kind == "record" else None
    return found


def covers(fields: dict[str, Any], names: dict[str, Any]) -> Iterator[str]:
    for name, inner in names.items():
        if name not in fields:
            yield name
        elif inner:
            yield from (f"{name}.{one}" for one in covers(fields[name], inner))


def test_every_field_of_every_file_is_in_a_form() -> None:
    files = of_house(configuration(Project(PROJECT), Backend()), "eksempel")["files"]
    assert [Path(file["file"]).name for file in files] == list(AUTHOR_FILES)
    for file in files:
        model = AUTHOR_FILES[Path(file["file"]).name]
        assert list(covers(names_of(file["fields"]), names_in(model))) == []


def test_labels_and_help_are_danish_and_come_from_the_models() -> None:
    files = of_house(configuration(Project(PROJECT), Backend()), "eksempel")["files"]
    house = files[list(AUTHOR_FILES).index("opening_hours.yml")]["fields"][0]
    assert (house["label"], house["hint"]) == (
        "Huset",
        "Et punkt for hvert sted (og hver periode).",
    )
    week = next(field for field in house["fields"] if field["name"] == "week")
    assert [day["label"] for day in week["fields"]][:2] == ["Mandag", "Tirsdag"]
    place = next(field for field in house["fields"] if field["name"] == "place")
    assert (place["widget"], place["file"]) == ("relation", "location")


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_a_file_that_was_saved_without_a_change_is_as_it_was(file: Path) -> None:
    text = file.read_text("utf-8")
    saved = yaml.safe_dump(value_at(text, ()), allow_unicode=True)
    assert restored(text, saved, AUTHOR_FILES[file.name]) == text


WRITTEN = """\
# Vores tider
house:
- place: hus   # den med haven
  week:
    man-ons: 9-12   # hver for sig
    torsdag: [9.00-12.00, 13-15]

  note: Ring på
# Sidst
phone_note: {da: Ring, en: Call}
temporarily_closed:
  from: 3. januar 2027
  reason: Flytning
"""
SAVED: dict[str, Any] = {
    "phone_note": {"da": "Ring", "en": "Call"},
    "temporarily_closed": [{"reason": "Flytning", "from": "3. januar 2027"}],
    "house": [
        {
            "note": "Ring på",
            "place": "hus",
            "week": {
                **dict.fromkeys(("monday", "tuesday", "wednesday"), "9-12"),
                "thursday": "9.00-12.00, 13-15",
            },
        }
    ],
}


def put_back(saved: dict[str, Any]) -> str:
    return restored(WRITTEN, yaml.safe_dump(saved, allow_unicode=True), OpeningHoursFile)


def changed(*path: Any, to: Any) -> dict[str, Any]:
    saved: Any = json.loads(json.dumps(SAVED))
    target = saved
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = to
    result: dict[str, Any] = saved
    return result


def test_what_means_the_same_is_left_as_it_was_written() -> None:
    assert put_back(SAVED) == WRITTEN


def test_a_text_that_a_form_has_cut_its_blank_end_from_is_left_as_it_was_written() -> None:
    was = "phone_note:\n  da: |\n    Ring\n\n    tit\n  en: Call\n"
    saved = {"phone_note": {"da": "Ring\n\ntit", "en": "Call us"}}
    now = restored(was, yaml.safe_dump(saved, allow_unicode=True), OpeningHoursFile)
    assert now == was.replace("Call", "Call us")


@pytest.mark.parametrize(
    ("saved", "was", "now"),
    [
        (
            changed("house", 0, "week", "thursday", to="10-17"),
            "torsdag: [9.00-12.00, 13-15]",
            "thursday: 10-17",
        ),
        (changed("house", 0, "note", to="Bank på"), "Ring på", "Bank på"),
        (changed("phone_note", "en", to="Ring us"), "en: Call", "en: Ring us"),
        (
            changed("temporarily_closed", 0, "reason", to="Maling"),
            "reason: Flytning",
            "reason: Maling",
        ),
    ],
)
def test_only_what_was_changed_is_written(saved: dict[str, Any], was: str, now: str) -> None:
    found = put_back(saved)
    assert "# hver for sig" in found
    assert "# den med haven" in found
    assert "# Sidst" in found
    assert value_at(found, ()) == value_at(WRITTEN.replace(was, now), ())


def test_one_of_several_days_is_taken_out_of_them() -> None:
    found: Any = value_at(put_back(changed("house", 0, "week", "tuesday", to="lukket")), ())
    week = {"monday": "9-12", "tuesday": "lukket", "wednesday": "9-12"}
    assert found["house"][0]["week"] == {**week, "torsdag": ["9.00-12.00", "13-15"]}


def test_a_type_that_may_be_missing_has_the_shape_of_what_is_there() -> None:
    assert shape_of(int | None).kind == "line"
    assert shape_of(tuple[str, ...]).kind == "list"


# The page itself.


@pytest.fixture(scope="session")
def admin(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("admin")
    (site / MARK).touch()
    arguments = ["--site", str(site), "--root", str(PROJECT), "--packages", str(packages)]
    done = CliRunner().invoke(main, ["admin", *arguments])
    assert done.exit_code == 0, done.output
    return site


def test_what_is_served_has_its_licence_and_asks_nobody_to_find_it(admin: Path) -> None:
    page = (admin / "admin/index.html").read_text("utf-8")
    assert 'content="noindex' in page
    assert "default-src 'none'" in page
    script = (admin / "admin/sveltia-cms.js").read_text("utf-8")
    assert "jsdelivr" not in script
    assert "unpkg.com/@sveltia/cms" not in script
    licensed = {file.name.partition(".")[0] for file in admin.glob("admin/*.LICENSE.txt")}
    served = {Path(name).name.partition(".")[0] for name in PACKAGES if "/" not in name}
    assert licensed == served


def test_a_package_that_is_another_is_not_served(packages: Path, tmp_path: Path) -> None:
    shutil.copytree(packages, tmp_path / "packages")
    with (tmp_path / "packages/js-yaml/dist/js-yaml.min.js").open("a") as script:
        script.write("alert(1)")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / MARK).touch()
    arguments = ["--site", str(tmp_path / "site"), "--root", str(PROJECT)]
    done = CliRunner().invoke(main, ["admin", *arguments, "--packages", str(tmp_path / "packages")])
    assert done.exit_code == 1
    assert "js-yaml.min.js er ikke den fil, der er kendt." in done.output
    assert not (tmp_path / "site/admin").exists()


@pytest.mark.parametrize(
    "option",
    [
        ["--repository", "a/b"],
        ["--repository", "https://github.com/a/b/c"],
        ["--repository", "https://github.com/a/'\"><b"],
        ["--sign-in", "javascript:x"],
    ],
)
def test_what_is_no_address_is_refused(option: list[str], tmp_path: Path) -> None:
    (tmp_path / MARK).touch()
    done = CliRunner().invoke(
        main, ["admin", "--site", str(tmp_path), "--root", str(PROJECT), *option]
    )
    assert done.exit_code == 2
    assert "er ikke e" in done.output


# The folder of the browser's own that Sveltia's backend for trying out keeps its files in.
PUT = """async (files) => {
  const top = await navigator.storage.getDirectory();
  const root = await top.getDirectoryHandle("sveltia-cms-test", {create: true});
  for (const [name, text] of Object.entries(files)) {
    const parts = name.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1))
      folder = await folder.getDirectoryHandle(part, {create: true});
    const file = await folder.getFileHandle(parts.at(-1), {create: true});
    const writable = await file.createWritable();
    await writable.write(text);
    await writable.close();
  }
}"""
# Nothing where the file is being put in its place just now: what was asked for is gone then.
GET = """async (name) => {
  const parts = name.split("/");
  const top = await navigator.storage.getDirectory();
  let folder = await top.getDirectoryHandle("sveltia-cms-test");
  try {
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
    return await (await (await folder.getFileHandle(parts.at(-1))).getFile()).text();
  } catch (fault) {
    if (["NotFoundError", "NotReadableError"].includes(fault.name)) return "";
    throw fault;
  }
}"""


GET_BYTES = (
    GET.replace(".getFile()).text()", ".getFile()).bytes()")
    .replace("return await (await", "return [...await (await")
    .replace(".bytes();", ".bytes()];")
)


@pytest.fixture
def written() -> dict[str, str]:
    """The files that the forms are opened with, by their names: one offer is not translated yet."""
    files = {
        f"municipalities/eksempel/{file.name}": file.read_text("utf-8")
        for file in EKSEMPEL.glob("*.yml")
    }
    return files | {OFFERS: files[OFFERS].replace(ENGLISH, "", 1)}


@pytest.fixture
def editor(
    admin: Path, browser: Browser, served: Callable[[Path], str], written: dict[str, str]
) -> Iterator[Page]:
    """The forms with the files of eksempel, signed in to the backend for trying out. Whatever is
    an error, or asks anybody else, fails the test."""
    address = served(admin)
    context = browser.new_context(locale="da-DK", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(60_000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    own = (address, "blob:", "data:")
    page.on("request", lambda r: None if r.url.startswith(own) else wrong.append(r.url))
    page.goto(f"{address}/admin/manual.js")
    page.evaluate(PUT, written)
    page.goto(f"{address}/admin/")
    page.get_by_role("button", name="Arbejd med testrepository").click()
    page.get_by_text("Eksempel Kommune").first.wait_for()
    yield page
    context.close()
    assert wrong == []


# As editor.js reads and writes a file, and nothing changed in between.
THROUGH_A_FORM = """async ([files, shapes]) => {
  const { saved, shown } = await import("./files.js");
  const { FAILSAFE_SCHEMA, dump, load } = window.jsyaml;
  return files.map(([name, text]) => {
    const shape = shapes[name];
    const value = shown(load(text, { schema: FAILSAFE_SCHEMA }) ?? {}, shape);
    return dump(saved(value, shape) ?? {}, { lineWidth: -1, noRefs: true });
  });
}"""


def test_every_file_goes_through_its_form_and_back(editor: Page) -> None:
    files = [(file.name, file.read_text("utf-8")) for file in FILES]
    saved = editor.evaluate(THROUGH_A_FORM, [files, shapes()])
    for file, (name, was), now in zip(FILES, files, saved, strict=True):
        assert restored(was, now, AUTHOR_FILES[name]) == was, file


def when_saved(editor: Page, file: str, words: str) -> str:
    """The text of a file as soon as it has the words."""
    for _ in range(300):
        text = str(editor.evaluate(GET, file))
        if words in text:
            return text
        editor.wait_for_timeout(100)
    raise AssertionError(editor.locator("body").inner_text())


def faults_with(folder: Path, **files: str | bytes) -> list[str]:
    """What is wrong with eksempel where the texts of some of its files are these; `media` is a
    picture."""
    house = folder / "municipalities/eksempel"
    shutil.copytree(EKSEMPEL, house, dirs_exist_ok=True)
    for name, data in files.items():
        file = house / (UPLOADED if isinstance(data, bytes) else f"{name}.yml")
        file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    shared, _ = read_shared_content(ROOT / "content")
    municipality, problems = read_municipality(house, shared)
    assert municipality
    found = [*problems, *check(municipality, Circumstances(shared, date(2026, 11, 30)))]
    return [str(problem) for problem in found if problem.level == "error"]


def test_a_thursday_is_changed_in_a_form(editor: Page, tmp_path: Path) -> None:
    assert editor.evaluate("document.documentElement.lang") == "da"
    editor.evaluate("location.hash = '#/collections/eksempel/entries/opening_hours'")
    editor.get_by_role("button", name="Fold alle ud").first.click()
    thursday = editor.get_by_label("Torsdag").locator("input, textarea").first
    expect(thursday).to_have_value("9.00-12.00, 13.00-18.00", timeout=60_000)
    thursday.fill("10.15-17.45")
    editor.get_by_role("button", name="Gem", exact=True).click()
    saved = when_saved(editor, HOURS, "10.15-17.45")
    was = (PROJECT / HOURS).read_text("utf-8")
    assert "yaml-language-server" not in saved
    now = restored(was, saved, OpeningHoursFile)
    assert now == was.replace("[9.00-12.00, 13.00-18.00]", "10.15-17.45", 1)
    faults = [faults_with(tmp_path, opening_hours=text) for text in (now, saved)]
    assert faults == [[], []]


def scrolled_to(editor: Page, path: str, by: str = "data-typed-key-path") -> Locator:
    """The last field of a name. Those far down are made when one comes near."""
    field = editor.locator(f'[{by}="{path}"]').last
    editor.mouse.move(600, 600)
    for _ in range(100):
        if field.count():
            break
        editor.mouse.wheel(0, 300)
        editor.wait_for_timeout(100)
    return field


def test_an_activity_is_added_in_a_form(editor: Page) -> None:
    editor.evaluate("location.hash = '#/collections/eksempel/entries/events'")
    within = editor.locator('[data-key-path="events"]')
    # The list is there before what stands in it; what is added then is lost.
    within.get_by_role("button", name="Fold ud").first.wait_for()
    within.get_by_role("button", name="Tilføj").first.click()
    expect(editor.locator('[data-typed-key-path="events.*.id"]').last).to_be_attached(
        timeout=60_000
    )
    for name, words in (("id", "babysang"), ("date", "14. januar 2027"), ("time", "10-11.30")):
        scrolled_to(editor, f"events.*.{name}").locator("input, textarea").fill(words)
    editor.get_by_role("button", name="Gem", exact=True).click()
    file = "municipalities/eksempel/events.yml"
    saved, was = when_saved(editor, file, "babysang"), (PROJECT / file).read_text("utf-8")
    now = restored(was, saved, AUTHOR_FILES["events.yml"])
    assert [line for line in now.split("\n") if line not in was.split("\n")] == [
        "  - id: babysang",
        "    date: 14. januar 2027",
        "    time: 10-11.30",
    ]


def opened(editor: Page, file: str, items: str, number: int) -> None:
    """One item of a list in the form of a file."""
    editor.evaluate(f"location.hash = '#/collections/eksempel/entries/{file}'")
    folded = editor.locator(f'[data-key-path="{items}"]').get_by_role("button", name="Fold ud")
    folded.nth(number).click()


def test_an_offer_is_translated_in_a_form(
    editor: Page, written: dict[str, str], tmp_path: Path
) -> None:
    was = written[OFFERS]
    offers: Any = value_at(was, ("offers",))
    number = [offer["id"] for offer in offers].index("soevn-og-ro")
    opened(editor, "offers", "offers", number)
    field = scrolled_to(editor, f"offers.{number}.title.en", by="data-key-path").locator("input")
    expect(field).to_have_value("")
    field.fill("Sleep and rest")
    editor.get_by_role("button", name="Gem", exact=True).click()
    saved = when_saved(editor, OFFERS, "Sleep and rest")
    assert "# Man skal henvises" in was
    assert "#" not in saved
    now = restored(was, saved, AUTHOR_FILES["offers.yml"])
    new = [line for line in now.split("\n") if line not in was.split("\n")]
    assert new == ["      en: Sleep and rest"]
    assert now.replace(f"{new[0]}\n", "") == was
    assert [faults_with(tmp_path, offers=text) for text in (now, saved)] == [[], []]


LOCATION = "municipalities/eksempel/location.yml"
UPLOADED = "media/huset-pa-mollevej-i-maj.jpg"


def test_a_picture_is_uploaded_in_a_form(
    editor: Page, written: dict[str, str], tmp_path: Path
) -> None:
    picture = tmp_path / "Huset på Møllevej i maj.JPG"
    Image.effect_noise((1200, 800), 60).convert("RGB").save(picture, "JPEG")
    opened(editor, "location", "places", 0)
    field = scrolled_to(editor, "places.0.picture.file", by="data-key-path")
    field.get_by_role("button", name="Replace File").click()
    chooser = editor.get_by_role("dialog")
    chooser.locator("input[type=file]").set_input_files(picture)
    for elsewhere in ("Unsplash", "Indtast URL"):
        expect(chooser.get_by_text(elsewhere)).to_have_count(0)
    chooser.get_by_role("button", name="Indsæt").click()
    # Whoever saves before it is there saves nothing.
    expect(chooser).to_have_count(0)
    expect(field).to_contain_text("maj")
    editor.get_by_role("button", name="Gem", exact=True).click()
    saved, was = when_saved(editor, LOCATION, "maj"), written[LOCATION]
    now = restored(was, saved, AUTHOR_FILES["location.yml"])
    assert now == was.replace("media/legerum.jpg", UPLOADED, 1)
    found = bytes(editor.evaluate(GET_BYTES, f"municipalities/eksempel/{UPLOADED}"))
    assert found == picture.read_bytes()
    assert faults_with(tmp_path, location=now, media=found) == []


def test_the_step_in_the_pull_request_puts_the_comments_back(tmp_path: Path) -> None:
    """The script of the workflow, with a repository to push to."""
    project, origin = tmp_path / "project", tmp_path / "origin"
    shutil.copytree(EKSEMPEL, project / "municipalities/eksempel")
    command = project / ".venv/bin/familiehus"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m site_generator "$@"\n', "utf-8")
    command.chmod(0o755)
    (project / ".gitignore").write_text(".venv/\n", "utf-8")
    past = Past(project)
    past.commit()
    subprocess.run(["git", "init", "-q", "--bare", origin], check=True)
    past.git("remote", "add", "origin", origin)
    was = (project / HOURS).read_text("utf-8")
    past.git("switch", "-q", "-c", "cms/eksempel/opening_hours")
    saved: Any = value_at(was, ())
    saved["house"][0]["week"]["thursday"] = "10-17"
    (project / HOURS).write_text(yaml.safe_dump(saved, allow_unicode=True), "utf-8")
    past.commit()
    past.git("push", "-q", "origin", "cms/eksempel/opening_hours")
    past.git("switch", "-q", "main")
    script = [ROOT / ".ci/put-back-comments", "cms/eksempel/opening_hours"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for _ in range(2):  # what is put back is not put back again
        subprocess.run(script, cwd=project, check=True, env=environment)
        past.git("fetch", "-q", "origin", "cms/eksempel/opening_hours")
        now = past.git("show", f"FETCH_HEAD:{HOURS}")
        assert now.strip() == was.replace("[9.00-12.00, 13.00-18.00]", "10-17", 1).strip()
        assert past.git("rev-list", "--count", "main..FETCH_HEAD").strip() == "2"
