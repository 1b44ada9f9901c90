"""The room keeps to itself: no clock, no environment, no network, nothing of the project."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "rules"
FILES = sorted(ROOM.rglob("*.py"))
FORBIDDEN = {"os", "time", "random", "socket", "subprocess", "urllib", "http", "secrets", "uuid"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOM)))
def test_imports_stay_within_the_room(file: Path) -> None:
    """Only the standard library, pydantic, yaml and rules itself; and of the library nothing that looks outside."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    roots = {name.split(".")[0] for name in names}

    assert roots <= {"rules", "pydantic", "pydantic_core", "yaml", *sys.stdlib_module_names} - FORBIDDEN


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOM)))
def test_no_clock_and_no_fraction_by_float(file: Path) -> None:
    """No today, and no floating point but where the assessment writes months as numbers."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    floats = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]

    assert not called & {"today", "now", "utcnow"}
    assert all(node.value == 0 for node in floats)


def test_no_file_is_long() -> None:
    """Three hundred lines are enough for any file of the room."""
    assert not [file for file in FILES if len(file.read_text(encoding="utf-8").splitlines()) > 300]
