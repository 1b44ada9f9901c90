"""Words that a tagger gives to a field, as a value of it: read by the same grammars as everywhere, or not at all."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding, Span
from extractors.fields.hours import hours_beside_label
from extractors.fields.money import find_pay
from extractors.fields.names import HONORIFIC, name_at
from extractors.fields.text.plain import plain
from extractors.fields.when.periods import PRESENT
from extractors.kinds.parts.employer_address import find_country_code
from extractors.kinds.parts.work_terms import pay_finding
from extractors.kinds.people.introduced import with_given
from extractors.paper import Cell, Paper, once
from extractors.tagging.tagger import Tagged

_DATES = frozenset(("person.birth_date", "issued_on", "position.start_date", "position.end_date", "conferred_on", "study.start_date",
                    "study.end_date", "test.date"))
_NAMES = frozenset(("person.name", "signatory.name"))
_EDGES = re.compile(r"[\s.,;:()«»\"–—-]*(.*?)[\s,;:(«»\"–—-]*", re.DOTALL)
_CIVILITY = re.compile(rf"{HONORIFIC}[\s(]+")
_LEAST_LETTERS = 3
_GOES_ON = re.compile(r"\b(?:present(?:ly)?|ce jour|aujourd|actuel|current|toujours|encore|still|to ?date|till date|en cours|remains?"
                      r"|continues|en vigueur|en poste|en fonction|en activite|now|today|ever since|la fecha|actualidad|atual)", re.ASCII)
"""What stands in the place of an end where a job goes on."""
_A_DAY = re.compile(r"\s?(?:/|par |per |an? |each )\s?(?:jour|day)|\s?daily|\s?[x×*]\s?[3-7]", re.ASCII)
"""What makes hours those of a day, not of a week."""
_NO_HOURS = re.compile(r"\s?(?:jours?|days?|mois|months?|ans?|years?|semaines|weeks|personnes|people|employes|employees|km|%)\b", re.ASCII)
"""What a number counts that is no hours: « within 45 days »."""
_TIME = re.compile(r",?\s(?:a|en)\stemps\s(?:plein|complet|partiel)|,?\s(?:on an?\s)?(?:full|part)[- ]time\b", re.ASCII)
"""What follows a title and is none of it."""
_NO_TITLE = re.compile(r"(?:suit|follows?|such)$|(?:attestation|certificate?|certification|confirmation|lettre|letter|contra[ct]t?)s?\b",
                       re.ASCII)
"""What stands where a title could: words of a sentence, what a paper is called."""
_OF_A_PERSON = re.compile(r"\b(?:ordre|order|traduct[a-z]+|translator|barreau)\b[^\n]*$", re.ASCII)
"""What numbers a translator or a member of an order, and not the paper."""
_OF_A_CARD = re.compile(r"\b(?:passports?|passeports?|c\.?i\.?n\.?|c\.?n\.?i\.?|cedula|(?:employee|staff|emp|payroll) (?:no|number|id|code)"
                        r"|matricule(?: (?:employe|interne|rh))?|identity card|carte d'identite)(?: (?:of identity|nationale))?"
                        r"\s?(?:no|n°|number|#|:|\.)*[\s:]*$", re.ASCII)
"""What numbers a person, or their card."""
_OF_SENTENCES = ("position.title", "credential.field", "signatory.title")
_JOINED = re.compile(r"(?:d|l)['’]|(?:an?|une?)\s", re.IGNORECASE)
"""What joins a title to its sentence: « un poste d'éducatrice »."""


@once
def seen(paper: Paper, tagged: Tagged, field: str) -> tuple[tuple[float, Finding], ...]:
    """The values that the tagger sees for a field, with the probability of the least likely word of each."""
    found = ((words, value_of(paper, field, (tagged.tokens[words[0]].span[0], tagged.tokens[words[-1]].span[1])))
             for words in tagged.values(field))
    return tuple((min(tagged.bears(at, field) for at in words), one) for words, one in found if one is not None)


def value_of(paper: Paper, field: str, span: Span) -> Finding | None:
    """The value of a field that a stretch of the paper bears, if it reads as one."""
    if _over_columns(paper, span):
        return None
    if field in _DATES:
        return _date(paper, field, span)
    if field == "position.hours_per_week":
        return _hours(paper, span)
    if field == "position.salary":
        return _salary(paper, span)
    return _name(paper, field, span) if field in _NAMES else _words(paper, field, span)


def _over_columns(paper: Paper, span: Span) -> bool:
    """Whether a stretch runs from one column into the next, or over rows that have columns."""
    text = paper.text[slice(*span)]
    rows = (paper.rows[paper.row_at(place)] for place in (span[0], span[1] - 1))
    return "\t" in text or ("\n" in text.strip() and any(len(row) > 1 for row in rows))


def _date(paper: Paper, field: str, span: Span) -> Finding | None:
    touched = [date for date in paper.dates if date.start < span[1] and span[0] < date.end]
    if field == "position.end_date" and not touched and _GOES_ON.search(paper.plain, *span):
        return Finding(field, PRESENT, (_tight(paper, span),), "learned")
    if len({one.value for one in touched}) != 1 or touched[0].form == "year":  # in words, and again in figures
        return None
    date = touched[0]
    return Finding(field, date.value, (date.span,), "learned", date.doubts, others=date.others)


def _hours(paper: Paper, span: Span) -> Finding | None:
    hours = None if _A_DAY.match(paper.plain, span[1]) or _NO_HOURS.match(paper.plain, span[1]) else hours_beside_label(paper.plain, *span)
    return Finding("position.hours_per_week", hours.value, (hours.span,), "learned", hours.doubts) if hours else None


def _salary(paper: Paper, span: Span) -> Finding | None:
    pay = next((pay for pay in find_pay(paper.flat) if pay.span[0] < span[1] and span[0] < pay.span[1]
                and not any(date.start < pay.span[1] and pay.span[0] < date.end for date in paper.dates)), None)
    return pay_finding(pay, find_country_code(paper), "learned") if pay else None


def _name(paper: Paper, field: str, span: Span) -> Finding | None:
    start, end = _tight(paper, span)
    civility = _CIVILITY.match(paper.text, start, end)
    found = name_at(paper.text, (civility.end() if civility else start, end))
    cell_end = next((cell.end for cell in paper.rows[paper.row_at(end - 1)] if cell.start < end <= cell.end), end)
    found = with_given(paper, found, (start, cell_end)) if field == "person.name" else found
    return found and Finding(field, paper.words(found), (found,), "learned")


def _words(paper: Paper, field: str, span: Span) -> Finding | None:
    tight = _tight(paper, _with_its_first_half(paper, span))
    if field in _OF_SENTENCES and (joined := _JOINED.match(paper.text, *tight)):
        tight = joined.end(), tight[1]
    if field == "position.title" and (time := _TIME.search(paper.plain, *tight)) is not None:
        tight = tight[0], time.start()
    text = paper.text[slice(*tight)]
    is_short = len(re.sub(r"[\W_]", "", text)) < _LEAST_LETTERS
    if is_short or _is_cut(paper, tight) or (field == "position.title" and _NO_TITLE.match(plain(text))):
        return None
    if field == "reference" and (not any(map(str.isdigit, text)) or _OF_A_PERSON.search(paper.plain, max(0, tight[0] - 60), tight[0])
                                 or _OF_A_CARD.search(paper.plain, max(0, tight[0] - 40), tight[0])):
        return None
    return Finding(field, paper.words(tight), (tight,), "learned")


_HALF_ABOVE = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}-\s?\n\s?$")


def _with_its_first_half(paper: Paper, span: Span) -> Span:
    """A stretch that begins with the second half of a word that the row's end parts: « aide- / cuisinière »."""
    above = _HALF_ABOVE.search(paper.text, max(0, span[0] - 30), span[0])
    return (above.start(), span[1]) if above else span


def _is_cut(paper: Paper, span: Span) -> bool:
    """Whether a value ends where its column does, in a sentence that may go on in the next row of the column."""
    row = paper.rows[paper.row_at(span[1] - 1)]
    cell = next((cell for cell in row if cell.start < span[1] <= cell.end), None)
    if cell is None or len(row) < 2:
        return False
    if _goes_on_from_above(paper, cell, span):
        return True
    return not paper.text[span[1]:cell.end].strip() and span[0] > cell.start and ":" not in paper.text[cell.start:span[0]]


_SENTENCE_WORDS, _LEVEL = 4, 0.02
"""Fewer words above are a label; of the page's width."""


def _goes_on_from_above(paper: Paper, cell: Cell, span: Span) -> bool:
    """Whether a value that begins its cell small is the rest of the sentence above it: « … as a fish plant / mechanic. »."""
    if span[0] > cell.start or not paper.text[span[0]].islower() or cell.row == 0:
        return False
    above = (one for one in paper.rows[cell.row - 1] if abs(one.box.x0 - cell.box.x0) < _LEVEL)
    return any(len(words := paper.words(one.span).split()) >= _SENTENCE_WORDS and words[-1][-1] not in ".;:," for one in above)


def _tight(paper: Paper, span: Span) -> Span:
    """The stretch without the marks around it."""
    inside = _EDGES.fullmatch(paper.text, *span)
    return inside.span(1) if inside else span
