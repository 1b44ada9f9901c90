"""Every comparison of rules/core and rules/conditions turned, one at a time: does a scenario or a test notice?

    python -m bench.rules.mutation [--only NAME]

In a forked process one comparison is turned (< for <=, == for !=, …) in the code of the functions that are there already; then
the scenarios are judged, stopping at the first that breaks, and, if none does, the other tests of judging are run. Comparisons
that nothing notices are printed; EQUIVALENT holds those that cannot be noticed, each with its reason.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import functools
import gc
import io
import os
import signal
import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.rules.book import load, misses

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("rules/core", "rules/conditions", "rules/conditions/diplomas")
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
}  # fmt: skip
TESTS = ("outcome", "days", "worktime", "french", "programs", "all_programs", "bars")  # of the judging itself; the fastest first
SKIPPED = "not taken_away and not receipt"  # long, and with scenarios that were judged already
SECONDS = 600
_CHANGES, _HISTORY, _WORKTIME = "rules/core/changes.py: ", "rules/core/history.py: ", "rules/core/worktime.py: "
_ROUGH = "a guess that only spares work, with days to spare"
EQUIVALENT: dict[str, str] = {
    _CHANGES + "len(texts.cases) == 1 -> len(texts.cases) != 1": "the long way round finds the same days",
    _CHANGES + "today < day <= last -> today <= day <= last": "judged again, the day itself gives the verdict that is known",
    _HISTORY + "LONG_AGO < edge < NEVER -> LONG_AGO <= edge < NEVER": "no look-back reaches so far",
    _HISTORY + "LONG_AGO < edge < NEVER -> LONG_AGO < edge <= NEVER": "no look-back reaches so far",
    _HISTORY + "len(runs) > 1 -> len(runs) >= 1": "one run that only gains or only loses days has nothing between two days that agree",
    _HISTORY + "edge > early -> edge >= early": _ROUGH,
    _HISTORY + "days > quiet -> days >= quiet": _ROUGH,
    _HISTORY + "abs(end - need * MONTH) <= WOBBLE -> abs(end - need * MONTH) < WOBBLE": _ROUGH,
    _HISTORY + "run.start < after -> run.start <= after": _ROUGH,
    _HISTORY + "before < run.end -> before <= run.end": _ROUGH,
    _HISTORY + "start < run.end -> start <= run.end": _ROUGH,
    _HISTORY + "run.start < add_months(after, -window.months) -> run.start <= add_months(after, -window.months)": _ROUGH,
    _HISTORY + "today < point < last -> today <= point < last": "between a day and itself nothing turns",
    _HISTORY + "today < point < last -> today < point <= last": "the last day is looked at in any case",
    "rules/conditions/experience.py: start < end -> start <= end": "a stretch that ends where it begins holds no day",
    "rules/core/law.py: value.start <= day < value.end -> value.start <= day <= value.end": "the next value takes its place",
    "rules/core/readings.py: key == keys[0] -> key != keys[0]": "no key, no sharing: judged again for each, and found the same",
    _WORKTIME + "(first := max(run[0], start)) < (last := min(run[1], end)) -> "
    "(first := max(run[0], start)) <= (last := min(run[1], end))": "a run of no day is no time and cuts nothing: it lies at the edge",
    _WORKTIME + "(first := max(begun, start)) < (last := min(ended, end)) -> (first := max(begun, start)) <= (last := min(ended, end))":
    "a run of no day is no time",
    _WORKTIME + "len(times) > 1 -> len(times) >= 1": "odd days are added from two rests on only",
    "rules/conditions/french.py: least < most -> least <= most": "equal ends were told before",
    "rules/core/outcome.py: len(others) <= 1 -> len(others) < 1": "one verdict alone comes to itself",
}


@dataclass(frozen=True)
class Mutant:
    """One comparison turned: where it stands, and the module with it."""

    file: Path
    line: int
    before: str
    after: str
    tree: ast.Module

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}: {self.before} -> {self.after}"


def mutants(file: Path) -> Iterator[Mutant]:
    """Every one of a file."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    compares = [node for node in ast.walk(tree) if isinstance(node, ast.Compare)]
    for number, node in enumerate(compares):
        for index, operator in enumerate(node.ops):
            if type(operator) in TURNED:
                changed = copy.deepcopy(tree)
                twin = [one for one in ast.walk(changed) if isinstance(one, ast.Compare)][number]
                twin.ops[index] = TURNED[type(operator)]()
                yield Mutant(file, node.lineno, ast.unparse(node), ast.unparse(twin), changed)


def swap(mutant: Mutant) -> None:
    """Put the changed code into every function of the module that exists, closures too, and forget what was worked out before."""
    changed = {(code.co_qualname, code.co_firstlineno): code for code in _codes(compile(mutant.tree, str(mutant.file), "exec"))}
    for known in gc.get_objects():
        if isinstance(known, types.FunctionType) and known.__code__.co_filename == str(mutant.file):
            known.__code__ = changed[known.__code__.co_qualname, known.__code__.co_firstlineno]
        elif isinstance(known, functools._lru_cache_wrapper) and (getattr(known, "__module__", "") or "").startswith("rules"):
            known.cache_clear()


def _codes(code: types.CodeType) -> Iterator[types.CodeType]:
    yield code
    for part in code.co_consts:
        if isinstance(part, types.CodeType):
            yield from _codes(part)


def noticed() -> bool:
    """Whether a scenario breaks, or a test does."""
    for scenario in load():
        scenario.__dict__.pop("known", None)  # Facts are read with the changed code too.
    try:
        if any(misses(scenario) for scenario in load()):
            return True
    except Exception:  # noqa: BLE001  whatever goes wrong is noticed
        return True
    files = [str(ROOT / f"tests/rules/test_rules_{name}.py") for name in TESTS]
    with contextlib.redirect_stdout(io.StringIO()):
        return pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-k", SKIPPED, *files]) != 0


def survives(mutant: Mutant) -> bool:
    """Whether nothing notices, found out in a process of its own; one that does not end is noticed."""
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        swap(mutant)
        os._exit(int(noticed()))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main() -> None:
    """Try all of them and tell how many are noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="files whose path holds this")
    asked = parser.parse_args()
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).glob("*.py")) if asked.only in str(file)]
    assert not any(misses(scenario) for scenario in load()), "the scenarios do not hold as it is"
    found = alive = explained = 0
    for mutant in (mutant for file in files for mutant in mutants(file)):
        found += 1
        if survives(mutant):
            alive += 1
            explained += str(mutant) in EQUIVALENT
            print(f"{'equivalent' if str(mutant) in EQUIVALENT else 'survives'}: {mutant} (line {mutant.line})", flush=True)
    print(f"{found} comparisons turned, {found - alive} noticed, {explained} equivalent, {alive - explained} survive")
    sys.exit(alive > explained)


if __name__ == "__main__":
    main()
