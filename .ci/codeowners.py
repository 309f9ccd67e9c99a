"""Write the houses' part of .github/CODEOWNERS: who is asked before a house's folder changes.

It is made from `maintainers` in each house's site.yml. What stands above the mark is written by
hand and left alone. `make owners` runs this; `check` tells where the file is out of date.
"""

from __future__ import annotations

from pathlib import Path

from site_generator.project import Project
from site_generator.read.owners import FILE, line_of_owners
from site_generator.records.municipality import read_municipality
from site_generator.records.shared_content import read_shared_content

ROOT = Path(__file__).resolve().parent.parent
MARK = "# Herfra skrevet af `make owners` ud fra «maintainers» i hvert hus' site.yml."


def with_houses(root: Path, written: str) -> str:
    """The whole file, from what is written in it now."""
    by_hand = written.partition(MARK)[0].rstrip("\n")
    return "\n".join(filter(None, (by_hand, MARK, *lines(Project(root))))) + "\n"


def lines(project: Project) -> list[str]:
    """A line for each house that says who looks after it; none for the others."""
    shared, _ = read_shared_content(*project.content)
    read = (read_municipality(project.municipalities / slug, shared)[0] for slug in project.slugs())
    return [
        line_of_owners(one.slug, one.site.maintainers)
        for one in read
        if one and one.site.maintainers
    ]


if __name__ == "__main__":
    file = ROOT / FILE
    file.write_text(with_houses(ROOT, file.read_text("utf-8") if file.exists() else ""), "utf-8")
