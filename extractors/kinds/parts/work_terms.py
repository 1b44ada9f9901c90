"""The terms of a job: hours a week, full time, pay, and whether it was an internship."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Pattern, Span
from extractors.fields.hours import find_hours, hours_beside_label
from extractors.fields.labels import labelled
from extractors.fields.money import PayFound, find_pay, in_country, pay_beside_label
from extractors.fields.numbers import as_json
from extractors.paper import Paper

_FULL = re.compile(
    r"(?<!equivalent )temps[ -]plein(?! de reference)|temps[ -]complet|plein temps|full[ -]?\s?time|tiempo completo|jornada completa"
    r"|tempo integral",
    re.ASCII,
)
_PART = re.compile(r"temps partiel|part[ -]?time|mi-temps|medio tiempo|tiempo parcial", re.ASCII)
_STUDIES = re.compile(r"\b(?:(?:back|go|going|goes|went|return(?:s|ed|ing)?) to (?:school|college|university)"
                      r"|attend(?:s|ed|ing)? [a-z ]{3,20}|stud(?:y|ies|ying|ent)|etud(?:es|ier|iante?))\b[^.;]{0,12}$", re.ASCII)
"""« she left to go back to school full-time »: not the work; « a teacher of our school, full-time » is."""
_INTERN = re.compile(r"\bstages?\b|\bstagiaire\b|internship|\bintern\b|\bpracticum\b|\bpasantia\b", re.ASCII)
_INTERN_EN = re.compile(r"\binternship\b|\bintern\b|\bpracticum\b|\bstagiaire\b", re.ASCII)
"""« stage » is French: in English « cutting stage » is a part of the work."""
_NO_INTERN = re.compile(
    r"(?:encadr|supervis|form|accueil|train|mentor|manag)[a-z]{0,8}\s(?:les |des |the |our |l'|d'"
    r"|of )?(?:stages?|stagiaires?|interns?|internship)|\b(?:partie?|quitt[a-z]{1,4}|left|leaving|depart)\b[^.]{0,50} (?:pour|for) "
    r"(?:un |an )?(?:stage|internship)|\bstage de (?:formation|perfectionnement|recyclage)|stagiaires\b"
    r"|(?:stagiaire de la fonction publique|fonctionnaire stagiaire)"
    r"|\bstagiaire,? puis titulaire|fin de stage"
    r"|maitre de stage",
    re.ASCII,
)


def find_work_time(paper: Paper, within: Span | None = None) -> Iterator[Finding]:
    """Hours a week and whether that is full time: said outright, or by thirty hours; `within` a stretch of the paper."""
    hours = _hours(paper, within)
    said = full_time_said(paper, within)
    if hours is not None:
        yield hours.doubted(2) if said is not None and said.value is True and float(hours.value) < 28 else hours
    if said is not None:
        yield said
    elif hours is not None and not _PART.search(paper.plain, *(within or (0, len(paper.plain)))):
        yield from full_time_of(hours)


FULL_TIME = 30
"""Hours a week from which on one works full time."""


def full_time_of(hours: Finding) -> Iterator[Finding]:
    yield Finding("position.full_time", float(hours.value) >= FULL_TIME, hours.spans, "inferred", hours.doubts, group=hours.group)


_TWO_WEEKS = re.compile(r"\b(?:2|deux|two) (?:sem|week)|bi-?weekly|quinzaine", re.ASCII)
_MOST_HOURS = 60
"""More of them a week are more likely those of two."""


def _hours(paper: Paper, within: Span | None) -> Finding | None:
    for value in labelled(paper, "hours", within):
        hours = hours_beside_label(paper.plain, *value.span)
        if hours is None:
            continue
        if _TWO_WEEKS.search(paper.folded(value.label)):
            return Finding("position.hours_per_week", as_json(hours.value / 2), (hours.span,), "label", hours.doubts)
        return Finding("position.hours_per_week", hours.value, (hours.span,), "label", hours.doubts + 2 * (hours.value > _MOST_HOURS))
    said = list(find_hours(_only(paper, within)))
    if not said:
        return None
    values = {hours.value for hours in said}
    return Finding(
        "position.hours_per_week", said[0].value, (said[0].span,), "phrase", said[0].doubts + 2 * (len(values) > 1), agreed=False
    )


def _only(paper: Paper, within: Span | None) -> str:
    """The text as one line, with dates struck out so that no figure of theirs is taken for another, and blank but for a stretch."""
    text = list(paper.plain.replace("\n", " "))
    for date in paper.dates:
        text[date.start : date.end] = ["x"] * (date.end - date.start)
    start, end = within or (0, len(text))
    return " " * start + "".join(text[start:end])


def full_time_said(paper: Paper, within: Span | None) -> Finding | None:
    """Whether a stretch of the paper says full time or part time outright."""
    bounds = within or (0, len(paper.plain))
    full, part = (next((one for one in words.finditer(paper.flat, *bounds)
                        if not _STUDIES.search(paper.flat, max(0, one.start() - 60), one.start())), None) for words in (_FULL, _PART))
    if full is not None and part is not None:
        return _ticked(paper, full, part)
    match = full or part
    return None if match is None else Finding("position.full_time", match is full, (match.span(),), "phrase")


def _ticked(paper: Paper, full: re.Match[str], part: re.Match[str]) -> Finding | None:
    """Which of the two boxes is ticked; nothing where it cannot be told."""
    marks = {
        choice: paper.text[max(0, match.start() - 3) : match.start()].strip() for choice, match in ((True, full), (False, part))
    }
    ticked = [choice for choice, mark in marks.items() if mark[-1:] in ("☒", "☑", "■", "●", "x", "X", "✓", "✔", "√")]
    if len(ticked) != 1:
        return None
    return Finding("position.full_time", ticked[0], ((full if ticked[0] else part).span(),), "label")


def find_salary(paper: Paper, country: str | None, within: Span | None = None) -> Finding | None:
    """The pay, where amount, currency and period are all known; `within` a stretch of the paper."""
    text = _only(paper, within)
    if (base := _base_of_breakdown(paper, text, country, within)) is not None:
        return base
    for value in labelled(paper, "salary", within):
        pay = pay_beside_label(text, value.span, value.label)
        finding = None if pay is None else pay_finding(pay, country, "label")
        if finding is not None:
            return finding
    found = [finding for pay in find_pay(text) if (finding := pay_finding(pay, country, "phrase"))]
    if not found:
        return None
    return found[0].doubted() if any(other.value != found[0].value for other in found) else found[0]


_BASE = re.compile(r"(?:salaire (?:mensuel )?de base|traitement de base|basic(?: (?:salary|pay|wage))?|base (?:salary"
                   r"|pay))\s?:?\s", re.ASCII)
_BREAKDOWN = re.compile(r"\b(?P<period>mensuel(?:le)?|monthly|annuel(?:le)?|annual|per month|par mois|per "
                        r"annum)\b[^\n.]{0,80}:\s*$", re.ASCII)
_FEW_ROWS = 3


def _base_of_breakdown(paper: Paper, text: str, country: str | None, within: Span | None) -> Finding | None:
    """« Sa rémunération mensuelle se décompose ainsi : », and below « Salaire de base   8 200,00 DH »: the base, not the whole."""
    for number in range(1, len(paper.rows)):
        start, end = paper.row_span(number)
        if (within and not within[0] <= start < within[1]) or not _BASE.match(text, start, end):
            continue
        leads = (_BREAKDOWN.search(paper.folded(paper.row_span(above))) for above in range(number - 1, max(-1, number - 1 - _FEW_ROWS), -1))
        lead = next((found for found in leads if found), None)
        if lead is not None:
            said = f"{lead['period']} "
            pay = pay_beside_label(said + text[start:end], (len(said), len(said) + end - start), (0, len(said)))
            finding = None if pay is None else pay_finding(pay, country, "label")
            if pay is not None and finding is not None:
                return replace(finding, spans=((pay.span[0] - len(said) + start, pay.span[1] - len(said) + start),))
    return None


def pay_finding(pay: PayFound, country: str | None, pattern: Pattern) -> Finding | None:
    currency = in_country(pay.currency, country)
    if currency is None:
        return None
    guessed = pay.currency != currency
    value = {"amount": pay.amount, "currency": currency, "period": pay.period}
    return Finding("position.salary", value, (pay.span,), pattern, pay.doubts, agreed=not guessed)


def _intern(paper: Paper) -> re.Pattern[str]:
    return _INTERN_EN if paper.language == "en" else _INTERN


def internship_in(paper: Paper, within: Span) -> Iterator[Finding]:
    """That a position was an internship, where its own sentence says so."""
    match = _intern(paper).search(_NO_INTERN.sub(lambda match: " " * len(match[0]), paper.flat), *within)
    if match is not None:
        yield Finding("position.internship", True, (match.span(),), "phrase")


def find_internship(paper: Paper) -> Finding | None:
    text = _NO_INTERN.sub(lambda match: " " * len(match[0]), paper.flat)
    match = _intern(paper).search(text)
    if match is None:
        return None
    return Finding(
        "position.internship",
        True,
        (match.span(),),
        "phrase",
        int(
            not re.search(
                r"attestation de stage"
                r"|internship certificate"
                r"|certificat de stage"
                r"|stagiaire"
                r"|completed an? [a-z ]{0,20}internship"
                r"|effectue (?:un|son) stage",
                text,
            )
        ),
    )
