"""Changes in words and as plain data: what would be set, what stands there now, where it leads; never what a person should do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from rules.assessment import Assessment, JudgedStream, evaluate, shelf_of
from rules.errors import TableError
from rules.facts import Facts
from rules.texts import LANGUAGES, Said, say
from rules.what_if.search import Question, Turn, turns
from rules.what_if.settings import supposing

Json = dict[str, Any]
_NUMBER = re.compile(r"\[(\d+)\]")
MEASURES = ("score", "cefr", "quebec_level", "amount", "currency", "period")


def changes_of(facts: Facts, assessment: Assessment) -> dict[tuple[str, str], list[Json]]:
    """By program and stream, the single changes that would turn it. ``facts`` are those that were assessed."""
    return {
        (program.id, stream.id): _of_a_stream(facts, assessment, program.id, stream)
        for program in assessment.programs
        for stream in program.streams
    }


def _of_a_stream(facts: Facts, assessment: Assessment, program: str, judged: JudgedStream) -> list[Json]:
    whole = shelf_of(assessment.text)[program]
    stream = next(one for one in whole.streams if one.id == judged.id)
    days = tuple(dict.fromkeys(change.on for change in judged.becomes if change.condition != "intake"))
    question = Question(whole, stream, facts, assessment.as_of)
    found = []
    for turn in turns(question, days):
        after = _judged_again(turn, facts, assessment, program, judged.id)
        if after.verdict.settled is turn.verdict:
            found.append(_change(turn, facts, after.intake.status))
    return found


def _judged_again(turn: Turn, facts: Facts, assessment: Assessment, program: str, stream: str) -> JudgedStream:
    """The stream as anybody would judge it on the supposed facts, with the whole program."""
    day = None if turn.kind == "wait" else assessment.as_of
    again = evaluate(supposing(facts, [turn.setting]), day, [program], text=assessment.text).programs[0]
    return next(one for one in again.streams if one.id == stream)


def _change(turn: Turn, facts: Facts, intake: str) -> Json:
    return {
        "set": turn.setting.path,
        "value": _plain(turn.setting.value),
        **({"or": [_plain(value) for value in turn.others]} if turn.others else {}),
        "present": _plain(turn.present),
        "kind": turn.kind,
        "verdict": turn.verdict.word,
        "intake": intake,
        "says": _said(turn, facts, intake),
    }


def _said(turn: Turn, facts: Facts, intake: str) -> Said:
    verdict = say("what_if", "with_intake", {"verdict": say("what_if", f"verdicts.{turn.verdict.word}"), "intake": _intake(intake)})
    value, present = _worded(turn.setting.value), _worded(turn.present)
    for other in turn.others[:4]:
        value = say("what_if", "or", {"value": value, "others": _worded(other)})
    by_itself = turn.kind if turn.kind in ("wait", "obtain") else turn.setting.path
    if by_itself in ("wait", "obtain", "complete"):
        return say("what_if", by_itself, {"value": value, "verdict": verdict})
    return say("what_if", "change", {"ask": _question(turn.setting.path, facts), "value": value, "present": present, "verdict": verdict})


def _intake(status: str) -> Said:
    return say("what_if", f"intakes.{status}")


def _question(path: str, facts: Facts) -> Said:
    """The question that the assessment would ask about a fact; where there is none, its path."""
    number = _NUMBER.search(path)
    about = {"about": f" (#{int(number[1]) + 1})" if number else ""}
    if path.endswith(".status") and path != "applicant.status":
        path = f"review.{path.removesuffix('.status')}"
    for key in _keys(_NUMBER.sub("", path)):
        for book, name in (("asks", f"{key}.ask"), ("what_if", f"asks.{key}")):
            try:
                return say(book, name, about)
            except TableError:
                continue
    return {"fr": f"{path} ?", "en": f"{path}?"}


def _keys(path: str) -> list[str]:
    """Where the question may stand among the asks: offers are asked about like jobs, a measure like what it measures."""
    short = path.replace("job_offers", "work").replace("spouse.french", "french").removeprefix("applicant.")
    whole, _, last = short.rpartition(".")
    return [short, whole] if last in MEASURES else [short]


def _worded(value: object) -> Said:
    """A value in both languages; a new test result by what it says."""
    if value is None or isinstance(value, bool | str):
        key = {None: "absent", True: "true", False: "false"}.get(value, value) if not isinstance(value, str) else value
        try:
            return say("what_if", f"words.{key}")
        except TableError:
            return dict.fromkeys(LANGUAGES, str(key))
    if isinstance(value, Mapping) and "test" in value:
        return say("what_if", "words.new_result", {"date": value["date"], "level": str(value["listening"]["quebec_level"])})
    if isinstance(value, Mapping):
        parts = {key: _worded(item) for key, item in value.items()}
        return {language: ", ".join(f"{key} {said[language]}" for key, said in parts.items()) for language in LANGUAGES}
    if isinstance(value, list):
        return dict.fromkeys(LANGUAGES, ", ".join(str(item) for item in value))
    return dict.fromkeys(LANGUAGES, str(_plain(value)))


def _plain(value: object) -> Any:
    """Plain JSON: numbers as numbers."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else float(value)
    return value.isoformat() if isinstance(value, dt.date) else value


