"""EDITOR: the configuration of Sveltia CMS for all houses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from site_generator.making.editor.form_fields import Forms
from site_generator.making.editor.shapes import shape_for_script
from site_generator.project import Project
from site_generator.records.municipality import AUTHOR_FILES
from site_generator.write.author_edits import CannotEditError, value_at
from site_generator.write.author_files import author_text

# What stands in a house and has no form, and why.
LEFT_OUT = {"pages/*.md": "Brødtekst med egne afsnit er lettere at skrive i GitHubs egen editor."}


@dataclass(frozen=True)
class Backend:
    """Where changes go. `sign_in` is the address of an OAuth service; without one a personal
    token is asked for. An empty repository is for trying out: nothing leaves the browser."""

    repository: str = ""
    branch: str = "main"
    sign_in: str = ""

    def for_sveltia(self) -> dict[str, Any]:
        if not self.repository:
            return {"name": "test-repo"}
        made: dict[str, Any] = {
            "name": "github",
            "repo": self.repository,
            "branch": self.branch,
            "preview_context": "Forhåndsvisning",
            "auth_methods": ["oauth", "token"] if self.sign_in else ["token"],
        }
        return made | ({"base_url": self.sign_in} if self.sign_in else {})


def configuration(project: Project, backend: Backend) -> dict[str, Any]:
    """All houses, each with a form for each of its files; also for those it has not yet."""
    made: dict[str, Any] = {
        "backend": backend.for_sveltia(),
        "app_title": "Ret i familiehusene",
        "media_folder": "content/media",
        "public_folder": "/content/media",
        # A file is renamed as our addresses are written; what others have photographed is no house.
        "media_libraries": {
            "default": {"config": {"slugify_filename": True}},
            "stock_assets": {"providers": []},
        },
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "collections": [_house(project, slug) for slug in project.slugs()],
    }
    if backend.repository:
        made["publish_mode"] = "editorial_workflow"
    return made


def shapes() -> dict[str, Any]:
    """How each file looks in its form, by its name."""
    return {name: shape_for_script(model) for name, model in AUTHOR_FILES.items()}


def _house(project: Project, slug: str) -> dict[str, Any]:
    names = frozenset(name.removesuffix(".yml") for name in AUTHOR_FILES)
    forms = Forms(slug, _languages(project, slug), names)
    return {
        "name": slug,
        "label": _written(project, slug, "municipality") or slug,
        "media_folder": f"/{project.municipalities.name}/{slug}/media",
        "public_folder": "media",
        "files": [
            {
                "name": name.removesuffix(".yml"),
                "label": _label(model.__doc__ or name),
                "file": f"{project.municipalities.name}/{slug}/{name}",
                "format": name.removesuffix(".yml"),
                "fields": forms.fields(model),
            }
            for name, model in AUTHOR_FILES.items()
        ],
    }


def _label(told: str) -> str:
    """`location.yml: hvor huset er.` is «Hvor huset er»."""
    said = told.partition(": ")[2] or told
    return said[:1].upper() + said[1:].rstrip(".\n ")


def _languages(project: Project, slug: str) -> list[str]:
    found = _value(project, slug, "languages")
    more = [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
    return list(dict.fromkeys(["da", *more]))


def _written(project: Project, slug: str, key: str) -> str:
    found = _value(project, slug, key)
    return found if isinstance(found, str) else ""


def _value(project: Project, slug: str, key: str) -> Any:
    try:
        return value_at(author_text(project.municipalities / slug / "site.yml"), (key,))
    except (CannotEditError, OSError):
        return None
