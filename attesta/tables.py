"""Readable tables for a terminal. Machines get JSON."""

from __future__ import annotations

from typing import Any

from extractors.evidence import SURE, FileReading
from extractors.messages import message

_MARKS = {"met": "✓", "not_met": "✕", "unknown": "?", "not_applicable": "–"}


def print_evidence(reading: FileReading) -> None:
    print(f"\n{reading.file}")
    for document in reading.documents:
        print(f"  {document.kind} ({document.kind_confidence:.2f}), pages {', '.join(map(str, document.pages))}")
        for field in document.fields:
            mark = " " if field.confidence >= SURE else "?"
            place = "" if field.page is None else f"p. {field.page}"
            print(f"  {mark} {field.name:<26} {field.value!s:<44.44} {field.confidence:5.2f}  {place}")
    for issue in (*reading.issues, *(issue for document in reading.documents for issue in document.issues)):
        print(f"  ! {issue.code}: {message(issue.code, issue.field)['en']}")


def print_assessment(assessment: dict[str, Any]) -> None:
    print(f"\nAs of {assessment['as_of']} (rules {assessment['rules_version']})")
    for supposed in assessment.get("supposed", ()):
        print(f"Supposing {supposed}")
    for program in assessment["programs"]:
        print(f"\n{_MARKS[program['verdict']]} {program['name']['en']}: {program['verdict']}; intake: {program['intake']['status']}")
        for stream in program["streams"]:
            print(f"  {_MARKS[stream['verdict']]} {stream['name']['en']}")
            for condition in stream["conditions"]:
                print(f"    {_MARKS[condition['verdict']]} {condition['title']['en']}: {condition['reason']['en']}")
            for change in stream.get("changes", ()):
                print(f"    ~ {change['set']}: {change['says']['en']}")
