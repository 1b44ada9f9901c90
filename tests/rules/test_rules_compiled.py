"""The judging as machine code (setup.py, bin/compile-rules): the same answers as in Python, to the byte."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import rules
from tests.rules.book import load

ROOT = Path(__file__).parents[2]
def answers() -> str:
    """What the rules on Python's path say of every scenario, by the law and by the starting text, as a hash."""
    said = hashlib.sha256()
    for known in (one.known for one in load() if len(one.facts) > 1):
        for text in ("law", "seed"):
            said.update(json.dumps(rules.evaluate(known, text=text).as_json(), ensure_ascii=False).encode())
    return said.hexdigest()


@pytest.mark.skipif(shutil.which("gcc") is None, reason="there is no C compiler here")
def test_compiled_rules_answer_alike(tmp_path: Path) -> None:
    """Every scenario, judged by all programs with all that is told of it."""
    folder = tmp_path / "compiled"
    made = subprocess.run([ROOT / "bin/compile-rules", folder], capture_output=True, text=True, check=False)
    if "Python.h" in made.stdout + made.stderr:
        pytest.skip("there are no headers of Python here")
    assert made.returncode == 0, made.stderr
    code = f"""import sys
sys.path.insert(0, {str(folder)!r})
import rules.assessment
from tests.rules.test_rules_compiled import answers
print(rules.assessment.__file__)
print(answers())"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert told.returncode == 0, told.stderr
    file, said = told.stdout.split()
    assert Path(file).is_relative_to(folder) and file.endswith(".so")
    assert said == answers()
