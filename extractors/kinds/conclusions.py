"""What follows from values that were added to those a kind's patterns found: full time from hours, codes from a title, a level from a
credential's name. As doubtful as what it follows from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from extractors.fields.finding import Finding
from extractors.fields.levels import find_credentials
from extractors.fields.text.plain import plain
from extractors.kinds.parts.occupation import occupations_of
from extractors.kinds.parts.work_terms import full_time_of


def concluded(added: Sequence[Finding], known: Iterable[Finding]) -> Iterator[Finding]:
    """The conclusions that the paper's other values have not brought yet."""
    given = {finding.name: finding for finding in known}
    for finding in added:
        match finding.name:
            case "position.hours_per_week" if "position.full_time" not in given:
                yield from full_time_of(finding)
            case "position.title":
                yield from occupations_of([finding, *(given[name] for name in ("employer.name", "position.duties") if name in given)])
            case "credential.title" if "credential.level" not in given:
                yield from _level(finding, given.get("institution.country"))


def _level(title: Finding, country: Finding | None) -> Iterator[Finding]:
    found = find_credentials(plain(str(title.value)), None if country is None else str(country.value))
    level = next((one.level for one in found if one.level is not None), None)
    if level is not None:
        yield Finding("credential.level", level, title.spans, "inferred", title.doubts)
