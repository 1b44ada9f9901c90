"""An assessment as plain data, with its sentences in French and English (contract/assessment.md)."""

from __future__ import annotations

import functools
from typing import Any

from rules.assessment import Assessment, JudgedCondition, JudgedProgram, JudgedStream
from rules.core.changes import Change
from rules.core.finding import Finding, Need
from rules.core.outcome import Verdict
from rules.intake import Intake, differs_by_stream
from rules.parameters import table
from rules.texts import Said, entry, say

Json = dict[str, Any]


class Book:
    """What was put into words already: programs and streams share findings and questions."""

    def __init__(self) -> None:
        self.conditions: dict[int, Json] = {}
        self.findings: dict[tuple[str, int], Json] = {}
        self.needs: dict[Need, Json] = {}


def assessment(judged: Assessment) -> Json:
    """The whole."""
    said = Book()
    return {
        "as_of": judged.as_of.isoformat(),
        "rules_version": judged.rules_version,
        "programs": [_program(program, said) for program in judged.programs],
    }


def _program(judged: JudgedProgram, said: Book) -> Json:
    names = table(judged.law.program)
    return {
        "id": judged.id,
        "name": names["name"],
        "version": judged.law.version.isoformat(),
        "intake": _intake(judged.intake),
        **_words(judged.verdict),
        "streams": [_stream(stream, judged.law.program, names["streams"][stream.id], said) for stream in judged.streams],
        **({"points": judged.ranking} if judged.ranking else {}),
    }


def _stream(judged: JudgedStream, program: str, name: Json, said: Book) -> Json:
    return {
        "id": judged.id,
        "name": name,
        **({"intake": _intake(judged.intake)} if differs_by_stream(program) else {}),
        **_words(judged.verdict),
        "conditions": [_condition(one, said) for one in judged.conditions],
        "needs": [_need(need, said) for need in judged.needs],
        "becomes": [_change(change) for change in judged.becomes],
    }


def _condition(judged: JudgedCondition, said: Book) -> Json:
    found = said.conditions.get(id(judged))
    if found is None:
        finding, cite = judged.finding, judged.condition.citation
        key = judged.condition.id, id(finding)
        known = said.findings.get(key)
        if known is None:
            found = said.findings[key] = _finding(key[0], finding, said)
        else:
            found = known.copy()
        found["citation"] = {"text": cite.text, "url": cite.url, "sure": judged.sure}
        said.conditions[id(judged)] = found
    return found


def _finding(identifier: str, finding: Finding, said: Book) -> Json:
    """All that is told of a finding but the citation, which is each program's own."""
    word, verdict = finding.word, finding.verdict
    result: Json = {
        "id": identifier,
        "verdict": word,
        **({"indicated": verdict.indicated.word} if verdict else {}),
        "title": dict(_title(identifier)),
        "reason": _reason(identifier, finding),
        "required": finding.required or {},
        "found": finding.found or {},
        "citation": {},
        "evidence": list(dict.fromkeys(finding.evidence)) if finding.evidence else [],
        "needs": [_need(need, said) for need in dict.fromkeys(finding.needs)] if word == "unknown" else [],
    }
    if word == "unknown" and verdict:
        result["causes"] = list(verdict.causes.names())
    if finding.borderline and verdict:
        result["borderline"] = True
    return result


@functools.cache
def _title(identifier: str) -> Said:
    return say("reasons", f"{identifier}.title")


def _reason(identifier: str, finding: Finding) -> Said:
    if finding.strictest is not None:
        return say("reasons", "readings", {"strictest": _reason(identifier, finding.strictest)})
    return say("reasons", f"{identifier}.{finding.reason or finding.word}", finding.values)


def _words(verdict: Verdict) -> Json:
    return {"verdict": verdict.settled.word, "indicated": verdict.indicated.word}


def _need(need: Need, said: Book) -> Json:
    if need not in said.needs:
        about = f" ({need.about})" if need.about else ""
        ask = say("asks", f"{need.ask}.ask", {"about": about})
        said.needs[need] = {"fact": need.fact, "ask": ask, "documents": documents(need.ask)}
    return said.needs[need]


def documents(ask: str) -> list[str]:
    """The kinds of document (contract/evidence.md) that can answer a question of ``asks.toml``; none: only the person can."""
    found = entry("asks", ask).get("documents", [])
    return [str(kind) for kind in found]


def _change(change: Change) -> Json:
    return {"on": change.on.isoformat(), "condition": change.condition, "verdict": change.verdict}


def _intake(intake: Intake) -> Json:
    result: Json = {
        "status": intake.status,
        "from": intake.start and intake.start.isoformat(),
        "to": intake.last and intake.last.isoformat(),
        "cap": intake.cap,
        "sure": intake.sure,
    }
    return result | ({"note": intake.note} if intake.note else {})
