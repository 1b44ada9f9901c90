"""The book of scenarios: reading them, judging them, and telling in French, with the article, what does not hold.

A scenario is one person on one day, and what the law gives (docs/rules.md). Beside the keys of the shared scenarios ours know:
``each: {path in the facts: [value, …]}``, one scenario for every value; ``found: {condition: {key: value}}``, ``sure: {condition:
true}`` and ``cap``, for what is told without deciding anything.
"""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import rules

Json = dict[str, Any]
FOLDER = Path(__file__).parent / "scenarios"
SHARED = Path(__file__).parents[2] / ".." / "shared" / "scenarios"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WORDS = {"met": "rempli", "not_met": "non rempli", "unknown": "indéterminé", "not_applicable": "sans objet", None: "absent"}


@dataclass(frozen=True)
class Scenario:
    """One person on one day. ``about``: the sum, the article."""

    file: str
    name: str
    about: str
    facts: Json
    expect: Json

    @property
    def id(self) -> str:
        """Its name among all."""
        return f"{self.file}: {self.name}"

    @functools.cached_property
    def known(self) -> rules.Facts:
        """Its facts, read."""
        return rules.facts_of(self.facts)

    @functools.cached_property
    def text(self) -> str:
        """Its facts as text, to be searched."""
        return str(self.facts)

    @property
    def programs(self) -> list[str]:
        """The programs that it expects something of."""
        return [program for program in rules.PROGRAMS if program in self.expect]


@functools.cache
def load(folder: Path = FOLDER) -> tuple[Scenario, ...]:
    """Every scenario of a folder, in order."""
    files = sorted(folder.glob("*.yaml"))
    return tuple(one for file in files for given in yaml.load(file.read_text(encoding="utf-8"), LOADER) for one in _each(file.stem, given))


def _each(file: str, given: Json) -> Iterator[Scenario]:
    about, variants = given.get("about", ""), given.get("each")
    if not variants:
        yield Scenario(file, given["name"], about, given["facts"], given["expect"])
        return
    for path, values in variants.items():
        for value in values:
            facts = copy.deepcopy(given["facts"])
            put(facts, path, value)
            yield Scenario(file, f"{given['name']} ({_last(path)} {_short(value)})", about, facts, given["expect"])


def _last(path: str) -> str:
    return path.rsplit(".", maxsplit=1)[-1]


def _short(value: Any) -> str:
    return ", ".join(f"{key} {_short(item)}" for key, item in value.items()) if isinstance(value, dict) else str(value)


def put(facts: Json, path: str, value: Any) -> None:
    """Set one fact by its path: ``work[0].noc_2021``."""
    *steps, last = [int(step) if step.isdigit() else step for step in re.findall(r"[A-Za-z_0-9]+", path)]
    holder: Any = facts
    for step in steps:
        holder = holder[step]
    holder[last] = value


def answer(scenario: Scenario) -> Json:
    """The programs that the scenario speaks of, as the assessment has them."""
    judged: Any = rules.evaluate(scenario.known, None, scenario.programs).as_json()
    return {program["id"]: program for program in judged["programs"]}


def misses(scenario: Scenario) -> list[str]:
    """What the assessment does not say as expected, one French sentence each; empty if all holds."""
    programs = answer(scenario)
    told = [miss for identifier in scenario.programs for miss in _of_program(programs[identifier], scenario.expect[identifier])]
    return [f"{scenario.id}, au {scenario.facts['as_of']} : {miss}" for miss in told]


def program_misses(scenario: Scenario, program: str) -> list[str]:
    """The same of one program alone."""
    judged: Any = rules.evaluate(scenario.known, None, [program]).as_json()
    return list(_of_program(judged["programs"][0], scenario.expect[program]))


def _of_program(program: Json, wanted: Json) -> Iterator[str]:
    name = program["name"]["fr"]
    yield from _verdicts(name, program, wanted)
    streams = {stream["id"]: stream for stream in program["streams"]}
    for identifier, expected in wanted.get("streams", {}).items():
        stream = streams[identifier]
        yield from _of_stream(f"{name}, {stream['name']['fr']}", {"intake": program["intake"], **stream}, expected)


def _verdicts(name: str, judged: Json, wanted: Json) -> Iterator[str]:
    for key, said in (("verdict", "verdict"), ("indicated", "verdict selon les faits non révisés")):
        if key in wanted and judged[key] != wanted[key]:
            yield f"{name} : {said} attendu « {WORDS[wanted[key]]} », obtenu « {WORDS[judged[key]]} »."
    intake, allowed = judged["intake"], wanted.get("intake")
    if allowed is not None and intake["status"] not in (allowed if isinstance(allowed, list) else [allowed]):
        yield f"{name} : réception des demandes attendue « {allowed} », obtenue « {intake['status']} » (depuis le {intake['from']})."
    if "cap" in wanted and intake["cap"] != wanted["cap"]:
        yield f"{name} : plafond attendu {wanted['cap']}, obtenu {intake['cap']}."


def _of_stream(name: str, stream: Json, wanted: Json) -> Iterator[str]:
    yield from _verdicts(name, stream, wanted)
    given = {one["id"]: one for one in stream["conditions"]}
    for identifier, verdict in wanted.get("conditions", {}).items():
        yield from _of_condition(name, identifier, given.get(identifier), verdict)
    for identifier, causes in wanted.get("causes", {}).items():
        lacking = [cause for cause in causes if cause not in given[identifier].get("causes", ())]
        if lacking:
            yield f"{name}, {_article(given[identifier])} : cause attendue {lacking}, obtenue {given[identifier].get('causes')}."
    for identifier, found in wanted.get("found", {}).items():
        if {key: given[identifier]["found"].get(key) for key in found} != found:
            yield f"{name}, {_article(given[identifier])} : constat attendu {found}, obtenu {given[identifier]['found']}."
    for identifier, sure in wanted.get("sure", {}).items():
        if given[identifier]["citation"]["sure"] is not sure:
            yield f"{name}, {_article(given[identifier])} : texte attendu {'sûr' if sure else 'incertain'}."
    yield from _to_come(name, stream, wanted)


def _to_come(name: str, stream: Json, wanted: Json) -> Iterator[str]:
    asked = [re.sub(r"\[\d+\]", "", need["fact"]) for need in stream["needs"]]
    for fact in wanted.get("needs_includes", []):
        if not any(one.startswith(fact) for one in asked):
            yield f"{name} : la question « {fact} » manque parmi {asked}."
    changes = [(change["on"], change["condition"], change["verdict"]) for change in stream["becomes"]]
    for change in wanted.get("becomes", []):
        on = str(change.get("on", change.get(True)))  # YAML 1.1 reads the bare key `on` as true.
        if (on, change["condition"], change["verdict"]) not in changes:
            yield f"{name} : au {on}, « {change['condition']} » devrait devenir « {change['verdict']} » ; annoncé : {changes}."


def _of_condition(name: str, identifier: str, found: Json | None, wanted: str) -> Iterator[str]:
    word = found["verdict"] if found else None
    if word in ((None, "met", "not_applicable") if wanted == "not_required" else (wanted,)):
        return
    expected = "non exigé" if wanted == "not_required" else WORDS[wanted]
    if found is None:
        yield f"{name}, condition {identifier} : attendu « {expected} », mais ce texte ne la demande pas."
    else:
        yield f"{name}, {_article(found)} : attendu « {expected} », obtenu « {WORDS[word]} ». Motif : {found['reason']['fr']}"


def _article(condition: Json) -> str:
    return f"condition « {condition['title']['fr']} » ({condition['citation']['text']})"
