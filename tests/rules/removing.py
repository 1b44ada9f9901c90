"""Facts of a scenario taken away one at a time, to see that no verdict turns round (bar 2)."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import rules
from tests.rules.book import Json, Scenario, put

# What says how far the facts reach, or contradicts another fact: without them more is certain, or something else is.
REACH = ("complete", "as_of", "stated_on", "status", "evidence", "value", "full_time")


def removals(scenario: Scenario) -> Iterator[str]:
    """The path of every single fact that may be taken away: leaves and whole lists, not entries of lists that are told to be whole."""
    yield from _paths(scenario.facts, "")


def _paths(value: Any, path: str) -> Iterator[str]:
    for key, item in value.items():
        here = f"{path}.{key}" if path else key
        if item is None or (key in REACH and here != "applicant.status"):
            continue
        if isinstance(item, dict):
            yield from _paths(item, here)
        elif isinstance(item, list) and item and isinstance(item[0], dict):
            yield here
            for index, entry in enumerate(item):
                yield from _paths(entry, f"{here}[{index}]")
        else:
            yield here


def without(scenario: Scenario, path: str) -> rules.Facts:
    """The facts without one of them."""
    facts = copy.deepcopy(scenario.facts)
    put(facts, path, None)
    return rules.facts_of(facts)


def verdicts(facts: rules.Facts, programs: list[str]) -> dict[tuple[str, str], str]:
    """Those of the programs and of their streams."""
    answer: Any = rules.evaluate(facts, None, programs).as_json()
    found: dict[tuple[str, str], str] = {}
    for program in answer["programs"]:
        found[program["id"], ""] = program["verdict"]
        found |= {(program["id"], stream["id"]): stream["verdict"] for stream in program["streams"]}
    return found


def turned(scenario: Scenario, path: str, known: Json) -> list[str]:
    """The verdicts that a fact's absence changes into another certainty."""
    less = verdicts(without(scenario, path), scenario.programs)
    other = {where: word for where, word in less.items() if word not in ("unknown", known[where])}
    return [f"{scenario.id}: without {path} {where}: {known[where]} -> {word}" for where, word in other.items()]
