"""The occupation codes of a position's title."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.fields.finding import Finding
from extractors.occupations.titles import find_occupations


def occupation_findings(title: Finding) -> Iterator[Finding]:
    """Codes in both versions; the box is the title's. Several codes for one title leave all of them in doubt."""
    occupations = find_occupations(str(title.value))
    if not occupations:
        return
    best = occupations[0]
    doubts = title.doubts + (best.likeness < 100) + 2 * (len(occupations) > 1)
    for name, codes in (
        ("position.noc_2021", [one.noc_2021 for one in occupations]),
        ("position.noc_2016", [one.noc_2016 for one in occupations]),
    ):
        if codes[0]:
            others = tuple(dict.fromkeys(code for code in codes[1:] if code and code != codes[0]))
            yield Finding(name, codes[0], title.spans, "inferred", doubts, group=title.group, others=others)
