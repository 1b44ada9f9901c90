"""Hours of work a week, in the ways papers say them: 37,5 h, 37 h 30, 37½, forty, 151,67 hours a month (35 a week in France)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.fields.finding import Span
from extractors.fields.numbers import as_json, decimal


@dataclass(frozen=True, slots=True)
class HoursFound:
    """Hours a week at `span`. `doubts` counts reasons for mistrust, such as overtime counted in."""

    span: Span
    value: int | float
    doubts: int = 0


_WORDS = {
    "vingt": 20,
    "vingt-cinq": 25,
    "trente": 30,
    "trente-deux": 32,
    "trente-cinq": 35,
    "trente-six": 36,
    "trente-sept": 37,
    "trente-huit": 38,
    "trente-neuf": 39,
    "quarante": 40,
    "quarante-deux": 42,
    "quarante-quatre": 44,
    "quarante-cinq": 45,
    "quarante-huit": 48,
    "twenty": 20,
    "twenty-five": 25,
    "thirty": 30,
    "thirty-two": 32,
    "thirty-five": 35,
    "thirty-seven": 37,
    "forty": 40,
    "forty-four": 44,
    "forty-five": 45,
    "forty-eight": 48,
}
_NUMBER = (
    r"(?P<number>[1-9][0-9]?(?:[.,][0-9]{1,2})?(?![0-9])(?![.,][0-9])|"
    + "|".join(sorted(_WORDS, key=len, reverse=True))
    + r")(?:\s?\((?P<digits>[0-9]{1,2}(?:[.,][0-9]{1,2})?)\))?"
)
_UNIT = (
    r"\s?(?:h(?:eures?|ours?|rs?\.?|oras?"
    r"|\.)?(?![a-z])(?:\s?(?P<minutes>[0-5][0-9])(?![0-9])(?:\s?min(?:utes)?)?)?(?P<half>\s?½|\s(?:et demie"
    r"|and a half))?)"
)
_A_WEEK = (
    r"(?:\s(?:de travail|of work|of duty|work))?(?:\s?/\s?|\s(?:par|per|a|chaque|each|every|la|the|in a)\s"
    r"|\s)(?:semaines?\b|sem\b\.?|weeks?\b|wk\b|hebdo[a-z]*|weekly\b|semanales\b|por semana\b)"
)
_PER_WEEK = re.compile(rf"(?<![0-9.,])(?<![0-9] ){_NUMBER}(?P<early>\s?½)?{_UNIT}{_A_WEEK}", re.ASCII)
_CUED = re.compile(
    r"(?:semaine (?:normale )?(?:de travail )?(?:est )?(?:de|:)"
    r"|hebdomadaire(?: de travail)?(?: est)?\s?(?:de|:)|work(?:ing)? ?week(?: is)?(?: of|:)"
    r"|hours of work\s?:"
    r"|heures? (?:par semaine|hebdomadaires?)\s?:|weekly hours\s?:"
    r"|jornada (?:laboral )?(?:semanal )?de)\s{1,2}" + _NUMBER + r"(?P<early>\s?½)?(?:" + _UNIT + ")?",
    re.ASCII,
)
_A_MONTH = re.compile(
    r"(?<![0-9.,])(?P<number>1[0-9]{2}(?:[.,][0-9]{1,2})?)\s?(?:h|heures?|hours?)\s?(?:\."
    r"|de travail)?\s?(?:par mois|/\s?mois|mensuelles?|per month|a month|monthly)",
    re.ASCII,
)
_RANGE = re.compile(
    r"(?<![0-9])[0-9]{1,2}(?:[.,][0-9]{1,2})?½?\s{0,2}(?:h|heures?|hours?|hrs?)?\s?(?:-|a|to|et|and|or"
    r"|ou)\s{0,2}$",
    re.ASCII,
)
_UNSURE = re.compile(
    r"overtime|heures supplementaires|variable|moyenne|average|environ|approximately|about|minimum"
    r"|au moins|at least|vari(?:ed|es|e)\b",
    re.ASCII,
)
_MONTHLY = {"151,67": 35, "151.67": 35, "151,7": 35}
"""France's legal month of 35 hours a week; other monthly figures are divided otherwise from country to country and give
nothing."""


def find_hours(text: str) -> Iterator[HoursFound]:
    """Hours a week said in running plain text, the surest sort first."""
    for pattern in (_PER_WEEK, _CUED):
        for match in pattern.finditer(text):
            if not _ranged(text, match):
                yield from _found(text, match)
    for match in _A_MONTH.finditer(text):
        if match["number"] in _MONTHLY:
            yield HoursFound(match.span(), _MONTHLY[match["number"]], 1)


_ALONE = re.compile(
    rf"\s*{_NUMBER}(?P<early>\s?½)?(?:{_UNIT})?(?:\s?(?:/|par|per|a)?\s?(?:semaine|sem|week"
    rf"|wk)\.?)?\s*(?P<rest>.{{0,40}})",
    re.ASCII,
)


def hours_beside_label(text: str, start: int, end: int) -> HoursFound | None:
    """Hours a week in the value of a label that asks for them."""
    match = _ALONE.match(text, start, end)
    if match is None or re.match(r"(?:-|a|to|/)\s?[0-9]|(?:par|per|/)\s?(?:jour|day|mois|month)|mensuel", match["rest"]):
        monthly = _A_MONTH.search(text, start, end)
        return HoursFound(monthly.span(), 35, 1) if monthly and monthly["number"] in _MONTHLY else None
    return next(_found(text, match, match.start("rest")), None)


_FEW = 6
"""Fewer hours a week are more likely those of a day."""


def _found(text: str, match: re.Match[str], end: int | None = None) -> Iterator[HoursFound]:
    value = _value(match)
    if value is not None and 1 <= value <= 84:
        around = text[max(0, match.start() - 40) : match.end() + 40]
        until = match.end() if end is None else len(text[:end].rstrip())
        yield HoursFound((match.start("number"), until), as_json(value), bool(_UNSURE.search(around)) + (value > 60 or value < _FEW) * 2)


def _value(match: re.Match[str]) -> float | None:
    number = (
        decimal(match["digits"] or match["number"])
        if (match["digits"] or match["number"][0].isdigit())
        else _WORDS.get(match["number"])
    )
    if number is None:
        return None
    minutes = match.groupdict().get("minutes")
    half = bool(match.groupdict().get("half") or match["early"])
    return number + (int(minutes) / 60 if minutes else 0) + (0.5 if half else 0)


def _ranged(text: str, match: re.Match[str]) -> bool:
    """Whether the number is one end of a range, which is no value."""
    return _RANGE.search(text, max(0, match.start() - 14), match.start()) is not None
