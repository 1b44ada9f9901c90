"""A diploma, degree, certificate of a school, or the attestation that one was earned.

One date only is that of the award. Where there are two, the jury's (« procès-verbal en date du ») is the award and « Fait à …,
le … » the printing; an attestation's own date is never the award's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.evidence import Issue
from extractors.fields.finding import Finding, Span
from extractors.fields.when.dates import is_day
from extractors.kinds.parts.credential import find_country, find_credential, find_institution
from extractors.kinds.parts.dating import before, find_issued
from extractors.kinds.parts.reference import referenced
from extractors.kinds.people.birth import find_birth_date
from extractors.kinds.people.person import find_person
from extractors.kinds.study.award import attests, awarded, own_date
from extractors.kinds.study.period import find_study_period
from extractors.kinds.study.volume import find_volume
from extractors.paper import Paper

_NOT_A_DATE_OF_PAPER = re.compile(
    r"\b(?:nee?|ne\(e\)|born|naissance|nacid[oa]|held in|examination[a-z ]{0,20} (?:of|in)"
    r"|session(?: principale| normale)?(?: de| :| d'| of)?$|(?:decret|arrete|loi|ordonnance)(?: n°? ?[a-z0-9/.-]+)? (?:du|of)"
    r"|(?:personeria(?: juridica)?|resolucion|decreto|ley|acuerdo|portaria)(?: (?:n°|no\.?|n\.º|n\.o)? ?[a-z0-9/.-]+)? del?"
    r"|valid[a-z]* (?:until|jusqu'au)"
    r"|a compter du)[^.\n]{0,16}$",
    re.ASCII,
)
_SERIES = r"(?:[a-z]{1,8}[/-]){0,3}"
"""Letters that a series puts before its number: « BTS/15/0447 »."""
_NUMBER = rf"\s?[:.]?\s?(?P<number>{_SERIES}[a-z]{{0,4}}[0-9][a-z0-9/.-]{{1,24}}[a-z0-9])(?![a-z0-9])"
_NO = r"(?:n°|n\.o|n o(?= [a-z]{0,3}[0-9])|no\.?|nr\.?|numero|number|#)"
_PAPERS = (
    r"serial|sl\.?|sr\.?|diploma|degree|certificate|regist(?:ration|er)|registered (?:under|as|in)|special order(?: \([a-z]\))?"
    r"|act[ae](?: de grado)?|registro|registre|seria"
)
_SPACED = r"\s?(?P<number>[a-z]{2,6} (?:[0-9]{4} )?[0-9]{6,10}|[a-z]{1,2}[0-9]{1,2}(?: [0-9]{3}){2})(?![0-9])"
_NUMBERS = tuple(
    re.compile(pattern if "(?P<number>" in pattern else pattern + _NUMBER, re.ASCII)
    for pattern in (
        rf"(?<![a-z])(?:{_PAPERS})(?![a-z]) ?{_NO}?",
        rf"(?:diplome|attestation|certificat)s? {_NO}",
        rf"{_NO}\s?(?:du|de l'|de la|of the)?\s?(?:diplome|attestation|certificat|diploma|certificate)",
        rf"(?:sous|under|portant|bearing)(?: the| le)? {_NO}",
        rf"(?:(?<![a-z] )|(?:serial|diploma|degree|certificate|registration) )(?:n°|no\.|numero){_SPACED}",
        r"(?<![a-z] )(?<!c\.i\.n\. )(?:n°|no\.|numero)\s?(?!d'|de |etud|mat)",
        rf"{_NO} (?:d'|de )?\s?(?:inscription|immatriculation|d'ordre|ordre|serie|registre|enregistrement)",
        rf"{_NO}\s?(?:d'|de l')?\s?(?:etudiante?|matricule)",
        (
            r"(?:p\.?r\.?n\.?(?![a-z])|enrol?l?ment|roll|reg(?:istration)?|matric(?:ule|ulation)?\.?|student|hall ticket|seat)"
            rf" ?(?:{_NO}|id\b)?"
        ),
        r"code permanent\s?[:\t]?(?=\s?[a-z]{4}\s?[0-9]{8})",
    )
)
EXPECTED = ("person.name", "credential.title", "institution.name")


def find_fields(paper: Paper) -> Iterator[Finding]:
    """All that the paper says."""
    country = find_country(paper)
    birth = find_birth_date(paper)
    yield from (finding for finding in (find_person(paper), birth, find_institution(paper), country) if finding)
    yield from find_numbers(paper)
    yield from find_credential(paper, None if country is None else str(country.value))
    yield from find_volume(paper)
    studied = find_study_period(paper)
    yield from studied
    yield from _dates(paper, [span for finding in studied for span in finding.spans], None if birth is None else str(birth.value))


def find_issues(findings: list[Finding]) -> Iterator[Issue]:
    given = {finding.name for finding in findings}
    yield from (Issue("missing_field", field=name) for name in EXPECTED if name not in given)
    if not given & {"conferred_on", "issued_on"}:
        yield Issue("missing_field", field="conferred_on")


def find_numbers(paper: Paper) -> Iterator[Finding]:
    """The numbers of the diploma and of the student, each once, the diploma's first."""
    seen: set[str] = set()
    for rank, pattern in enumerate(_NUMBERS):
        number = referenced(paper, pattern, doubts=int(rank > 3))
        if number is not None and str(number.value) not in seen and len(seen) < 2:
            yield number.in_group(len(seen))
            seen.add(str(number.value))


def _dates(paper: Paper, studied: list[Span], birth: str | None) -> Iterator[Finding]:
    """When the diploma was awarded and made out. A birth that is told twice, as in two languages, is neither."""
    dates = [
        date
        for date in paper.dates
        if date.span not in studied and date.value != birth and not _NOT_A_DATE_OF_PAPER.search(before(paper, date.start, 60).rstrip())
    ]
    award = awarded(paper, dates)
    days = [date for date in dates if is_day(date.value)]
    issued = find_issued(paper, None if award is None else award.spans[0])
    is_told = issued is not None and (issued.pattern != "layout" or attests(paper) or len(days) == 1 or award is not None)
    award = award or own_date(paper, days, issued)
    is_award = issued is not None and award is not None and award.spans == issued.spans
    if issued is not None and is_told and not is_award:  # the one date of a diploma is that of the award
        yield issued
    if award is not None:
        yield award
