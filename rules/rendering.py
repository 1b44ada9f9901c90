"""An assessment as plain data, with its sentences in French and English (contract/assessment.md)."""

from __future__ import annotations

from typing import Any

from rules.assessment import Assessment, JudgedCondition, JudgedProgram, JudgedStream
from rules.core.changes import Change
from rules.core.finding import Finding, Need
from rules.core.outcome import Verdict
from rules.intake import Intake, differs_by_stream
from rules.parameters import table
from rules.texts import Said, entry, say

Json = dict[str, Any]


def assessment(judged: Assessment) -> Json:
    """The whole."""
    return {
        "as_of": judged.as_of.isoformat(),
        "rules_version": judged.rules_version,
        "programs": [_program(program) for program in judged.programs],
    }


def _program(judged: JudgedProgram) -> Json:
    names = table(judged.id)
    shared: dict[int, Json] = {}  # What streams share is put into words once.
    return {
        "id": judged.id,
        "name": names["name"],
        "version": judged.law.version.isoformat(),
        "intake": _intake(judged.intake),
        **_words(judged.verdict),
        "streams": [_stream(stream, judged.id, names["streams"][stream.id], shared) for stream in judged.streams],
    }


def _stream(judged: JudgedStream, program: str, name: Json, shared: dict[int, Json]) -> Json:
    for one in judged.conditions:
        if id(one) not in shared:
            shared[id(one)] = _condition(one)
    return {
        "id": judged.id,
        "name": name,
        **({"intake": _intake(judged.intake)} if differs_by_stream(program) else {}),
        **_words(judged.verdict),
        "conditions": [shared[id(one)] for one in judged.conditions],
        "needs": [_need(need) for need in judged.needs],
        "becomes": [_change(change) for change in judged.becomes],
    }


def _condition(judged: JudgedCondition) -> Json:
    condition, finding = judged.condition, judged.finding
    word = finding.word
    result: Json = {
        "id": condition.id,
        "verdict": word,
        **(_words(finding.verdict) if finding.verdict else {}),
        "title": say("reasons", f"{condition.id}.title"),
        "reason": _reason(condition.id, finding),
        "required": finding.required or {},
        "found": finding.found or {},
        "citation": {"text": condition.citation.text, "url": condition.citation.url, "sure": judged.sure},
        "evidence": list(dict.fromkeys(finding.evidence)),
        "needs": [_need(need) for need in dict.fromkeys(finding.needs)] if word == "unknown" else [],
    }
    if word == "unknown" and finding.verdict:
        result["causes"] = finding.verdict.causes.names()
    if finding.borderline and finding.verdict:
        result["borderline"] = True
    return result


def _reason(identifier: str, finding: Finding) -> Said:
    if finding.strictest is not None:
        return say("reasons", "readings", {"strictest": _reason(identifier, finding.strictest)})
    return say("reasons", f"{identifier}.{finding.reason or finding.word}", finding.values)


def _words(verdict: Verdict) -> Json:
    return {"verdict": verdict.settled.word, "indicated": verdict.indicated.word}


def _need(need: Need) -> Json:
    about = f" ({need.about})" if need.about else ""
    return {"fact": need.fact, "ask": say("asks", f"{need.ask}.ask", {"about": about}), "documents": documents(need.ask)}


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
