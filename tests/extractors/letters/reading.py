"""What the letters' tests share: a letter's positions as plain values."""

from __future__ import annotations

import datetime as dt
from typing import Any

from extractors.evidence import DocumentReading
from extractors.extract import extract
from tests.extractors.paper import pages

TODAY = dt.date(2026, 11, 22)


def letter(*texts: str) -> DocumentReading:
    """The one document that the pages are."""
    (document,) = extract(pages(*texts), TODAY)
    assert document.kind == "employment_letter"
    return document


def positions(document: DocumentReading) -> list[dict[str, Any]]:
    """The positions, the latest first: names of fields without `position.`, codes of occupations left out."""
    groups: dict[int, dict[str, Any]] = {}
    for field in document.fields:
        if field.name.startswith("position.") and ".noc_" not in field.name:
            groups.setdefault(field.group, {})[field.name.removeprefix("position.")] = field.value
    return [groups[number] for number in sorted(groups)]
