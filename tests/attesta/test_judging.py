"""`attesta evaluate` with supposed values, with changes and by the starting text, and `attesta points`: shapes and refusals."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from attesta.cli import main
from tests.rules.people import ORDERLY_JOB, Json, orderly

Attesta = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("facts") / "facts.yaml"
    file.write_text(yaml.safe_dump(orderly(work=[{**ORDERLY_JOB, "hours_per_week": 25}])), encoding="utf-8")
    return file


@pytest.fixture
def attesta(capsys: pytest.CaptureFixture[str]) -> Attesta:
    """The command line in this process, which is quicker than a new one each time: exit code, standard output, standard error."""
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def answer_of(done: tuple[int, str, str]) -> Json:
    assert (done[0], done[2]) == (0, "")
    found: Json = json.loads(done[1])
    return found


def test_supposed_values_are_judged_and_labelled(attesta: Attesta, facts: Path) -> None:
    """Two values, one of them for a job that is added; the answer says what was supposed, and the file is as it was."""
    before = facts.read_bytes()
    plain = answer_of(attesta("evaluate", "--json", facts))
    answer = answer_of(attesta("evaluate", "--set", "work[0].hours_per_week=37.5", "--set", "work[1].title=aide", facts))

    assert "supposed" not in plain and "changes" not in plain["programs"][0]["streams"][0]
    assert answer["supposed"] == ["work[0].hours_per_week=37.5", "work[1].title=aide"]
    assert [program["verdict"] for program in (plain["programs"][1], answer["programs"][1])] == ["not_met", "met"]
    assert facts.read_bytes() == before


@pytest.mark.parametrize(("value", "told"), [
    ("work[7].title=x", "work[7].title"), ("work[0].end_date=bientôt", "work[0].end_date: bientôt is no date"),
    ("applicant.shoe_size=43", "applicant.shoe_size: no such key"), ("salaire", "CHEMIN=VALEUR"), ("as_of=2024", "as_of"),
])  # fmt: skip
@pytest.mark.parametrize("command", ["evaluate", "points"])
def test_a_value_that_cannot_be_supposed_is_a_wrong_call(attesta: Attesta, facts: Path, command: str, value: str, told: str) -> None:
    """Exit 2, nothing on standard output, and French and English words that name the path."""
    done = attesta(command, "--set", value, facts)

    assert done[:2] == (2, "")
    assert all(line.startswith(f"attesta: {facts}: --set ") for line in done[2].splitlines())
    assert told in done[2] and " / " in done[2]


def test_changes_stand_beside_each_stream(attesta: Attesta, facts: Path) -> None:
    """Each can be given to --set as it stands, and then leads to the verdict that it was shown with."""
    answer = answer_of(attesta("evaluate", "--changes", "--program", "pilot_orderlies", facts))
    stream = answer["programs"][0]["streams"][0]

    assert [change["set"] for change in stream["changes"]] == ["work[0].hours_per_week"]
    [change] = stream["changes"]
    after = answer_of(attesta("evaluate", "--set", f"{change['set']}={json.dumps(change['value'])}", facts))
    assert after["programs"][1]["streams"][0]["verdict"] == change["verdict"] == "met"


def test_the_starting_text_is_told_by_the_version(attesta: Attesta, facts: Path) -> None:
    """The pilots alone, by their own text; a program that it does not know is refused."""
    answer = answer_of(attesta("evaluate", "--seed-rules", facts))
    refused = attesta("evaluate", "--seed-rules", "--program", "pstq", facts)

    assert "/seed/" in answer["rules_version"]
    assert [program["id"] for program in answer["programs"]] == ["pilot_food_processing", "pilot_orderlies", "pilot_ai_it_vfx"]
    assert [program["verdict"] for program in answer["programs"]][1] == "met"
    assert refused[:2] == (2, "")
    assert "pstq" in refused[2] and "pilot_orderlies" in refused[2]


def test_points_are_those_of_the_assessment(attesta: Attesta, facts: Path) -> None:
    """The same ranges on their own and beside the PSTQ's verdict; another day, another age."""
    told = answer_of(attesta("points", "--json", facts))
    later = answer_of(attesta("points", "--as-of", "2026-02-14", facts))
    answer = answer_of(attesta("evaluate", "--program", "pstq", facts))

    assert told["as_of"] == "2024-09-10" and not told["in_force"] and later["in_force"]
    assert answer["programs"][0]["points"].items() <= told.items()
    ages = [answer["parts"][0]["factors"][1]["range"] for answer in (told, later)]
    assert ages == [[72, 80], [63, 70]]


def test_on_a_terminal_there_are_tables(attesta: Attesta, facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was supposed, what would turn a stream, and the points, for people to read."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    judged = attesta("evaluate", "--set", "applicant.in_quebec=true", "--changes", facts)
    ranked = attesta("points", "--set", "applicant.birth_date=1990", facts)

    assert "Supposing applicant.in_quebec=true" in judged[1] and "Supposing applicant.birth_date=1990" in ranked[1]
    assert "~ work[0].hours_per_week: How many hours" in judged[1]
    assert "Labour market needs" in ranked[1] and "likely" in ranked[1] and "of 1300" in ranked[1]
