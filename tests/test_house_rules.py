"""The house's own measures and rules, held as tests. A remark made twice in review becomes a line here."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("attesta", "casefile", "extractors", "rules", "web", "worker")
_NO_NAMES = re.compile(r"(^|_)(utils?|helpers?|manager|common|misc)(_|$)")


def _python(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py") if "migrations/versions" not in str(file))


def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def _functions(file: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(_tree(file)) if isinstance(node, ast.FunctionDef))


def _calls(file: Path, name: str) -> list[ast.Call]:
    return [node for node in ast.walk(_tree(file)) if isinstance(node, ast.Call) and ast.unparse(node.func) == name]


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


def test_files_are_short() -> None:
    """No file of the product is over 400 lines, no test over 500, templates, scripts and styles included."""
    written = [file for room in ROOMS for ending in ("*.py", "*.html", "*.js", "*.css") for file in (ROOT / room).rglob(ending)]
    long = {_name(file): lines for file in [*written, *_python("tests")]
            if (lines := len(file.read_text("utf-8").splitlines())) > (500 if "tests" in file.parts else 400)}
    assert long == {}


def test_functions_are_short() -> None:
    """No function is over 40 lines, and nine in ten are under 25."""
    lengths = {f"{_name(file)}:{function.name}": (function.end_lineno or 0) - function.lineno + 1
               for file in _python(*ROOMS) for function in _functions(file)}
    assert {name: lines for name, lines in lengths.items() if lines > 40} == {}
    assert sorted(lengths.values())[int(0.9 * len(lengths))] <= 25


def test_folders_are_small() -> None:
    """No folder has more than twelve modules: a thirteenth asks for a room of its own."""
    crowded = Counter(str(file.parent.relative_to(ROOT)) for file in _python(*ROOMS) if file.name != "__init__.py")
    assert {folder: count for folder, count in crowded.items() if count > 12} == {}


def test_modules_say_what_they_are() -> None:
    """Every module has a docstring, and none is called by what says nothing."""
    for file in _python(*ROOMS):
        text = file.read_text("utf-8").strip()
        assert not text or ast.get_docstring(_tree(file)), f"{_name(file)} has no docstring"
        assert not _NO_NAMES.search(file.stem), _name(file)


def test_dates_are_imported_one_way() -> None:
    """`import datetime as dt`, so that `date` and `datetime` are never mixed up."""
    assert [_name(file) for file in _python(*ROOMS, "tests") if re.search(r"^\s*from datetime import", file.read_text("utf-8"), re.M)] == []


@pytest.mark.parametrize("word", ["retry_on_timeout", "task_reject_on_worker_lost", "chord(", "pickle", "shell=True"])
def test_what_must_not_be_used(word: str) -> None:
    """What was measured to lose or repeat work, or runs what it is given, stands nowhere in code."""
    own_words = {"worker/settings.py", "worker/app.py"}  # where the reasons are told
    assert [_name(file) for file in _python(*ROOMS) if word in file.read_text("utf-8") and _name(file) not in own_words] == []
    settings = {ast.unparse(key) for node in ast.walk(_tree(ROOT / "worker/settings.py")) if isinstance(node, ast.Dict)
                for key in node.keys if key is not None}
    assert repr(word) not in settings


def test_reading_and_judging_ask_nothing_of_the_world() -> None:
    """`extractors` and `rules` read no clock, no environment, no chance; only the sandbox knows that there are processes."""
    forbidden = re.compile(r"\b(os\.environ|dt\.date\.today|dt\.datetime\.now|time\.time|random\.|requests|subprocess)\b")
    files = [file for file in _python("extractors", "rules") if "sandbox" not in file.parts and file.name != "build.py"]
    assert [_name(file) for file in files if forbidden.search(_code(file))] == []


def _code(file: Path) -> str:
    """The file without docstrings and comments."""
    tree = _tree(file)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)


def test_pictures_are_opened_with_a_closed_list_of_formats() -> None:
    """Pillow may only try the formats that are admitted."""
    opened = list(chain.from_iterable(_calls(file, "Image.open") for file in _python(*ROOMS)))
    assert opened
    assert all(any(keyword.arg == "formats" for keyword in call.keywords) for call in opened)


def test_processes_are_started_in_few_places() -> None:
    """Only the sandbox and the door start processes."""
    starters = {_name(file) for file in _python(*ROOMS) if re.search(r"\b(subprocess\.|os\.exec|os\.fork)", _code(file))}
    assert starters <= {"extractors/sandbox/client.py", "extractors/sandbox/warden.py", "attesta/running.py", "attesta/processes.py"}


def test_a_quieted_checker_gets_a_reason() -> None:
    """`type: ignore` and `noqa` name the rule, and `noqa` says why."""
    for file in _python(*ROOMS):
        for line in file.read_text("utf-8").splitlines():
            assert not re.search(r"type: ignore(?!\[)", line), f"{_name(file)}: {line.strip()}"
            assert not re.search(r"noqa(?!: [A-Z]+\d+\s+\S)", line), f"{_name(file)}: {line.strip()}"


def test_tests_state_the_law_they_hold() -> None:
    """Every test has a docstring: one sentence that says what must be so."""
    silent = [f"{_name(file)}:{function.name}" for file in _python("tests") for function in _functions(file)
              if function.name.startswith("test_") and not ast.get_docstring(function)]
    assert silent == []


def test_every_dependency_is_justified() -> None:
    """Each direct dependency has its line in docs/dependencies.md, and no line is left of one that went."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *chain.from_iterable(project["dependency-groups"].values())]
    names = {re.match(r"[A-Za-z0-9-]+", line)[0] for line in asked}  # type: ignore[index]
    told = set(re.findall(r"^\| `([a-z0-9-]+)`", (ROOT / "docs/dependencies.md").read_text("utf-8"), re.M))
    assert told == names
