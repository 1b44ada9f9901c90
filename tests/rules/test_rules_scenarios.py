"""People, days and the verdicts that the law gives them: our own scenarios, and the shared ones where they are at hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import rules

Json = dict[str, Any]
OWN = Path(__file__).parent / "scenarios"
SHARED = Path(__file__).parents[2] / ".." / "shared" / "scenarios"


def load(folder: Path) -> list[Any]:
    """Every scenario of a folder with an expectation about a program that is here, named by its file."""
    found = []
    for file in sorted(folder.glob("*.yaml")):
        for scenario in yaml.safe_load(file.read_text(encoding="utf-8")):
            if set(scenario["expect"]) & set(rules.PROGRAMS):
                found.append(pytest.param(scenario, id=f"{file.stem}: {scenario['name']}"))
    return found


def misses(scenario: Json) -> list[str]:
    """What the assessment does not say as expected; empty if all holds."""
    answer: Any = rules.evaluate(rules.facts_of(scenario["facts"])).as_json()
    programs = {program["id"]: program for program in answer["programs"]}
    found: list[str] = []
    for identifier, wanted in scenario["expect"].items():
        if identifier in programs:
            found += program_misses(programs[identifier], wanted)
    return found


def program_misses(program: Json, wanted: Json) -> list[str]:
    """The same for one program."""
    found = [] if wanted.get("verdict") in (None, program["verdict"]) else [f"verdict {program['verdict']}"]
    status, intake = program["intake"]["status"], wanted.get("intake", program["intake"]["status"])
    found += [] if status in (intake if isinstance(intake, list) else [intake]) else [f"intake {status}"]
    streams = {stream["id"]: stream for stream in program["streams"]}
    for identifier, expected in wanted.get("streams", {}).items():
        found += [f"{identifier}: {miss}" for miss in stream_misses(streams[identifier], expected)]
    return found


def stream_misses(stream: Json, wanted: Json) -> list[str]:
    """The same for one stream."""
    found = [f"{key} {stream[key]}" for key in ("verdict", "indicated") if key in wanted and stream[key] != wanted[key]]
    if "intake" in wanted and "intake" in stream and stream["intake"]["status"] != wanted["intake"]:
        found.append(f"intake {stream['intake']['status']}")
    given = {one["id"]: one for one in stream["conditions"]}
    for identifier, verdict in wanted.get("conditions", {}).items():
        word = given[identifier]["verdict"] if identifier in given else None
        allowed = (None, "met", "not_applicable") if verdict == "not_required" else (verdict,)
        found += [] if word in allowed else [f"{identifier} {word}"]
    for identifier, causes in wanted.get("causes", {}).items():
        found += [f"{identifier} lacks cause {cause}" for cause in causes if cause not in given[identifier]["causes"]]
    asked = [need["fact"].replace("[0]", "").replace("[1]", "") for need in stream["needs"]]
    found += [f"asks {asked}, not {fact}" for fact in wanted.get("needs_includes", []) if not any(one.startswith(fact) for one in asked)]
    changes = [(change["on"], change["condition"], change["verdict"]) for change in stream["becomes"]]
    for change in wanted.get("becomes", []):
        on = str(change.get("on", change.get(True)))  # YAML 1.1 reads the bare key `on` as true.
        found += [] if (on, change["condition"], change["verdict"]) in changes else [f"{change} not among {changes}"]
    return found


@pytest.mark.parametrize("scenario", load(OWN))
def test_own_scenario(scenario: Json) -> None:
    """The verdicts that the law gives to this person on this day."""
    assert misses(scenario) == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared scenarios are not at hand")
def test_shared_scenarios() -> None:
    """All that the shared scenarios expect of the programs that are here."""
    wrong = {param.id: misses(param.values[0]) for param in load(SHARED)}

    assert {name: found for name, found in wrong.items() if found} == {}


def test_names_are_unique_and_many() -> None:
    """At least three hundred scenarios of our own, each with its own name in its file."""
    names = [param.id for param in load(OWN)]

    assert len(names) >= 300
    assert len(names) == len(set(names))
