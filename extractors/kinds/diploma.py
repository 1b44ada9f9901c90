"""A diploma, degree, certificate of a school, or the attestation that one was earned.

One date only is that of the award. Where there are two, the jury's (« procès-verbal en date du ») is the award and « Fait à …,
le … » the printing; an attestation's own date is never the award's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.evidence import Issue
from extractors.fields.finding import Finding, Span
from extractors.fields.when.dates import DateFound
from extractors.kinds.parts.credential import find_country, find_credential, find_institution, find_volume
from extractors.kinds.parts.dating import before, date_finding, find_issued
from extractors.kinds.parts.person import find_birth_date, find_person
from extractors.kinds.parts.reference import referenced
from extractors.kinds.study.period import find_study_period
from extractors.paper import Paper

_AWARD = re.compile(
    r"(?:proces-verba(?:l|ux) (?:de l'examen |des deliberations )?(?:du jury )?(?:etabli )?(?:en date du|du"
    r"|le)|(?:deliberations?|decision)(?: du jury)?(?: en date)? du|satisfait,? (?:a [a-z ]{3,30})?le"
    r"|jury (?:du|le)"
    r"|obtenu[es]*,? le|decernee? le|conferee? le|conferred on|awarded on|graduated on|grade obtenu le"
    r"|diplome decerne le|date (?:d'obtention|of award|conferred|de collation)\s?:?|this|session du"
    r"|colacao de grau em|soutenu[e]? le|soutenance le)(?: the)? $",
    re.ASCII,
)
_ATTESTATION = re.compile(
    r"attestation (?:de reussite|provisoire|de diplome|de fin d'etudes)|provisional certificate"
    r"|certificate of achievement|attestation de succes",
    re.ASCII,
)
_NOT_A_DATE_OF_PAPER = re.compile(
    r"\b(?:nee?|ne\(e\)|born|naissance|nacid[oa]|held in|examination[a-z ]{0,20} (?:of|in)"
    r"|session(?: de| :| d')?|decret du|arrete du|loi du|valid[a-z]* (?:until|jusqu'au)"
    r"|a compter du)[^.\n]{0,16}$",
    re.ASCII,
)
_SERIES = r"(?:[a-z]{1,8}[/-]){0,3}"
"""Letters that a series puts before its number: « BTS/15/0447 »."""
_NUMBERS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        (
            r"(?:serial|sl\.?|sr\.?|diploma|degree|certificate|regist(?:ration|er)|special order|acta(?: de grado)?|folio|registro"
            r"|seria) ?(?:no\.?|n°|nr\.?|number|#)?\s?[:.]?\s?(?P<number>" + _SERIES + r"[a-z]{0,4}[0-9][a-z0-9/.-]{2,20})(?![a-z0-9])"
        ),
        (
            r"(?:diplome|attestation|certificat) (?:n°|no\.?|numero)\s?:?\s?(?P<number>" + _SERIES + r"[a-z]{0,3}[0-9][a-z0-9/.-]{2,24})"
        ),
        (
            r"(?<![a-z] )(?:n°|no\.|numero)\s?(?!d'|de |etud|mat)\s?:?\s?(?P<number>"
            + _SERIES
            + r"[a-z]{0,3}[0-9][a-z0-9/.-]{2,24})"
        ),
        (
            r"(?:n°|no\.?|numero) (?:d'|de )?\s?(?:inscription|immatriculation|d'ordre|ordre"
            r"|serie)\s?:?\s?(?P<number>[a-z]{0,3}[0-9][a-z0-9/.-]{2,24})"
        ),
        r"(?:n°|no\.?|numero)\s?(?:d'|de l')?\s?(?:etudiante?|matricule)\s?:?\s?(?P<number>[0-9][a-z0-9/.-]{3,24})",
        (
            r"(?:enrol?l?ment|roll|reg(?:istration)?|matricule|student) ?(?:no\.?|n°"
            r"|number)?\s?[:.]?\s?(?P<number>[0-9][a-z0-9/.-]{3,24})"
        ),
        r"code permanent\s?[:\t]?\s?(?P<number>[a-z]{4}\s?[0-9]{8})",
    )
)
EXPECTED = ("person.name", "credential.title", "institution.name")


def find_fields(paper: Paper) -> Iterator[Finding]:
    """All that the paper says."""
    country = find_country(paper)
    yield from (finding for finding in (find_person(paper), find_birth_date(paper), find_institution(paper), country) if finding)
    yield from find_numbers(paper)
    yield from find_credential(paper, None if country is None else str(country.value))
    yield from find_volume(paper)
    studied = find_study_period(paper)
    yield from studied
    yield from _dates(paper, [span for finding in studied for span in finding.spans])


def find_issues(findings: list[Finding]) -> Iterator[Issue]:
    given = {finding.name for finding in findings}
    yield from (Issue("missing_field", field=name) for name in EXPECTED if name not in given)
    if not given & {"conferred_on", "issued_on"}:
        yield Issue("missing_field", field="conferred_on")


def find_numbers(paper: Paper) -> Iterator[Finding]:
    """The numbers of the diploma and of the student, each once, the diploma's first."""
    seen: set[str] = set()
    for rank, pattern in enumerate(_NUMBERS):
        number = referenced(paper, pattern, doubts=int(rank > 2))
        if number is not None and str(number.value) not in seen and len(seen) < 2:
            yield number.in_group(len(seen))
            seen.add(str(number.value))


def _dates(paper: Paper, studied: list[Span]) -> Iterator[Finding]:
    dates = [
        date
        for date in paper.dates
        if date.span not in studied
        and not _NOT_A_DATE_OF_PAPER.search(before(paper, date.start, 60).rstrip()) and len(date.value) == 10
    ]
    award = next((date for date in dates if _AWARD.search(before(paper, date.start))), None)
    issued = find_issued(paper, None if award is None else award.span)
    if (
        issued is not None
        and (issued.pattern != "layout" or _attests(paper) or len(dates) == 1)
        and (award is None or award.span != issued.spans[0])
    ):
        yield issued
    if award is not None:
        yield date_finding(paper, "conferred_on", award, "phrase")
    elif not _attests(paper):
        yield from _only_date(paper, dates, issued)


def _attests(paper: Paper) -> bool:
    return _ATTESTATION.search(paper.plain) is not None


def _only_date(paper: Paper, dates: list[DateFound], issued: Finding | None) -> Iterator[Finding]:
    """The one date of a diploma is that of the award; with several, the closing formula's is taken in doubt."""
    if len({date.value for date in dates}) == 1:
        pattern = "phrase" if issued is not None and issued.pattern != "layout" else "layout"
        yield date_finding(paper, "conferred_on", dates[0], "phrase" if pattern == "phrase" else "layout")
    elif issued is not None:
        yield Finding("conferred_on", issued.value, issued.spans, "inferred", issued.doubts + 1, others=issued.others)
