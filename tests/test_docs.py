"""The documentation names what there is, and nothing that is not there."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT: Path = settings.BASE_DIR
DOCS = ROOT / "docs"
PINNED = re.compile(r"^([\w-]+)(?:\[\w+\])?==", re.MULTILINE)


def variables_read() -> set[str]:
    """The names in `env.str("NAME")` and the like of the settings."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse((ROOT / "cms/settings.py").read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "env"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def first_column(name: str) -> list[str]:
    rows = re.findall(r"^\| ([^|]+) \|", (DOCS / name).read_text(), re.MULTILINE)
    return [cell.strip() for cell in rows]


def test_operators_are_told_every_variable_and_no_other() -> None:
    told = {cell.strip("`") for cell in first_column("operators.md") if cell.startswith("`")}
    assert {"SECRET_KEY", "DATABASE_URL", "PORT"} <= variables_read()
    assert told == variables_read()


@pytest.mark.parametrize("requirements", ["requirements.txt", "requirements-dev.txt"])
def test_every_dependency_has_its_reason(requirements: str) -> None:
    text = (ROOT / requirements).read_text()
    pinned = PINNED.findall(text)
    assert pinned
    # Nothing is left unpinned beside them.
    lines = [line for line in text.splitlines() if line and not line.startswith(("#", "-r"))]
    assert len(pinned) == len(lines)
    told = " ".join(first_column("dependencies.md")).lower()
    aliases = {"psycopg": "psycopg 3"}
    assert [name for name in pinned if aliases.get(name, name).lower() not in told] == []


def test_developers_are_told_every_command_of_make() -> None:
    targets = re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE)
    told = {cell.strip("`") for cell in first_column("developers.md")}
    assert [name for name in targets if f"make {name}" not in told] == ["help"]


def test_developers_are_told_every_room() -> None:
    rooms = {
        f"articles/{path.parent.name}/"
        for path in ROOT.glob("articles/*/__init__.py")
        if path.parent.name != "migrations"
    }
    told = {cell.strip("`") for cell in first_column("developers.md")}
    assert rooms <= told
    assert {room for room in told if room.startswith("articles/")} <= rooms


@pytest.mark.parametrize("document", sorted(DOCS.rglob("*.md")), ids=lambda path: path.name)
def test_files_that_are_named_exist(document: Path) -> None:
    named = re.findall(
        r"`((?:cms|articles|tests|bench|docs|locale)/[\w/.-]+)`", document.read_text()
    )
    assert [name for name in named if not (ROOT / name).exists()] == []
