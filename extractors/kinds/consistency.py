"""What a paper's dates say of each other: a birth before all else, a test before its attestation, a start before its end, none
to come.

Two dates that cannot both be right are both doubted; nothing is thrown away, since one of them is often right.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from extractors.fields.finding import Finding
from extractors.fields.when.dates import earlier

_NEVER_TO_COME = frozenset(("person.birth_date", "issued_on", "test.date", "conferred_on"))
_YOUNGEST = 12
"""Years between a birth and any other date of a paper."""


def weigh_together(findings: list[Finding], today: dt.date) -> list[Finding]:
    """The findings with a doubt more for each date that another date, or the day, speaks against."""
    return [replace(finding, doubts=finding.doubts + _against(finding, findings, today)) for finding in findings]


def _against(finding: Finding, findings: list[Finding], today: dt.date) -> int:
    value = str(finding.value)
    if not (finding.name.endswith("_date") or finding.name in ("issued_on", "conferred_on", "test.date")) or value == "present":
        return 0
    issued = next((str(other.value) for other in findings if other.name == "issued_on"), value)
    against = 2 * (finding.name == "position.end_date" and earlier(issued, value))  # that of a contract: the job may well go on
    against += 3 * (finding.name in _NEVER_TO_COME and earlier(today.isoformat(), value))
    for other in findings:
        if other is not finding and str(other.value) != "present":
            against += 3 * _conflict(finding, other)
    return min(against, 5)


def _conflict(one: Finding, other: Finding) -> bool:
    pair = {one.name: str(one.value), other.name: str(other.value)}
    birth = pair.pop("person.birth_date", None)
    if birth is not None:
        later = next(iter(pair.values()), None)
        name = next(iter(pair), "")
        return later is not None and _is_date(name) and later[:4].isdigit() and int(later[:4]) - int(birth[:4]) < _YOUNGEST
    if {"test.date", "issued_on"} == set(pair):
        return earlier(pair["issued_on"], pair["test.date"])
    if {"conferred_on", "issued_on"} == set(pair):
        return earlier(pair["issued_on"], pair["conferred_on"])
    if {"position.start_date", "position.end_date"} == set(pair) and one.group == other.group:
        return earlier(pair["position.end_date"], pair["position.start_date"])
    return False


def _is_date(name: str) -> bool:
    return name.endswith("_date") or name in ("issued_on", "conferred_on", "test.date")
