"""Hours of work a week, in the ways papers say them: 37,5 h, 37 h 30, 37½, forty, 151,67 hours a month (35 a week in France)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from extractors.fields.finding import Span
from extractors.fields.numbers import as_json, decimal


@dataclass(frozen=True, slots=True)
class HoursFound:
    """Hours a week at `span`. `doubts` counts reasons for mistrust, such as overtime counted in."""

    span: Span
    value: int | float
    doubts: int = 0


def _any(words: Iterable[str]) -> str:
    """A pattern of words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
         "fifty": 50, "sixty": 60}
_UNITS = {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "one": 1, "two": 2,
          "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9}
_TEENS = {"dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "dix-sept": 17, "dix-huit": 18,
          "dix-neuf": 19, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
          "seventeen": 17, "eighteen": 18, "nineteen": 19}
_LINKS = ("-", " ", " et ", "-et-", "- ")
_WORDS = {
    **_UNITS, **_TEENS, **_TENS,
    **{f"{ten}{link}{unit}": _TENS[ten] + _UNITS[unit] for ten in _TENS for unit in _UNITS for link in _LINKS},
}
_NUMBER = (
    r"(?P<number>[1-9][0-9]?(?:[.,][0-9]{1,2})?(?![0-9:])(?![.,][0-9])(?!\s?%)|(?<![a-z-])"
    rf"(?:(?:{_any(_TENS)})(?:(?:{_any(_LINKS)})(?:{_any(_UNITS)}))?|{_any(_TEENS)}|{_any(_UNITS)})"
    r"(?![a-z-]))(?:(?:\s(?:et demie?|and (?:a |one[- ])?half))?\s?\((?P<digits>[0-9]{1,2}(?:[.,][0-9]{1,2})?)(?:\s?h(?:eures?|ours?"
    r"|rs?)?\.?)?\)|\s?\([a-z][a-z -]{2,24}\))?"
)
_UNIT = (
    r"[\s-]?(?:working )?(?:h(?:eures?|ours?|rs?\.?|oras?"
    r"|\.)?(?![a-z])(?:\s?(?P<minutes>[0-5][0-9])(?![0-9])(?:\s?min(?:utes)?)?)?(?P<half>\s?½|\s(?:et demie"
    r"|and a half))?(?:\s?\([0-9 .,½/h]{2,7}(?:heures|hours)?\))?)"
)
_HALF = r"\s?(?:½|1/2)|\s(?:et demie?|and (?:a |one[- ])?half)"
_A_WEEK = (
    r"(?:\s(?:remunerees?|payees?|paid|de (?:travail|cours|service|presence|classe|enseignement)|of (?:(?:full|part)[- ]time )?(?:work"
    r"|duty|teaching|service)|work"
    r"|ouvrables|ouvrees"
    r"|effectives))?(?:\s?/\s?|\s(?:par|per|a|chaque|each|every|la|the|in (?:a|the)(?: normal| usual)?|dans la|de la|during the)\s"
    r"|[\s-])(?:(?:work|working )?weeks?\b|semaines?\b|sem\b\.?|wks?\b|hebdo[a-z]*|weekly\b|semanales\b|por semana\b)"
)
_PER_WEEK = re.compile(rf"(?<![0-9.,])(?<![0-9] ){_NUMBER}(?P<early>{_HALF})?{_UNIT}\)?{_A_WEEK}", re.ASCII)
_WEEKLY_HOURS = re.compile(rf"(?<![0-9.,])(?<![0-9] ){_NUMBER}(?P<early>{_HALF})?\s(?:weekly|hebdomadaires)\s(?:working )?(?:hours|hrs"
    rf"|heures)\b", re.ASCII)
_CUED = re.compile(
    r"(?:poste(?: [a-z]{5,12}){0,2} de(?=\s[0-9]{2}(?:[.,][0-9]{1,2})? ?h)|semaine (?:normale |reguliere "
    r"|type )?(?:de travail )?(?:(?:est )?(?:de|:)|compte|comporte)"
    r"|weekly (?:work ?load|working (?:time|hours|day)|schedule|work schedule|hours|journey|shift)s? (?:is |was |are |were )?of"
    r"|(?:duree|horaire|temps)[a-z' ]{0,20} hebdomadaire[a-z' ]{0,50} (?:est|etait|fixee?) (?:de|a)"
    r"|(?:charge|duree|horaire|temps|volume|regime)(?: de travail)? hebdomadaire(?: de travail)? (?:est |etait )?de|(?:temps plein"
    r"|plein temps"
    r"|temps complet|full[ -]?time|mi-temps|demi-temps|temps partiel|part[ -]?time)\s?\(|\b(?:standard|normal|regular"
    r"|work(?:ing)?) week (?:is |was )?of"
    r"|\b(?:standard|normal|regular|usual) week (?:is|was)|\b(?:days|jours) (?:a|per|par) (?:week|semaine),?\s?\("
    r"|\b(?:(?:standard|normal|regular) )?work(?:ing)? ?week(?: (?:at|in|of"
    r"|for) [a-z' ]{3,30}?)? (?:is|was)"
    r"|hebdomadaire(?: de travail)?(?: est)?\s?(?:de|:)|par semaine,? (?:pour|a raison de)|[0-9]{1,2} semaines a"
    r"|\bsemaine (?:comptait|compte|etait|est)(?: de)?"
    r"|work(?:ing)? ?week(?: is)?(?: of|:)"
    r"|hours of work\s?:"
    r"|heures? (?:par semaine|hebdomadaires?)\s?:|weekly hours\s?:"
    r"|\b(?:weekly|(?:a|per) week|par semaine),? (?:or|for|soit|pour) (?:a |un )?total (?:of|de)"
    r"|jornada (?:laboral )?(?:semanal )?de)\s{0,2}" + _NUMBER + r"(?!\s(?:jours|days|quarts|shifts)\b)"
    + rf"(?P<early>{_HALF})?(?:{_UNIT}"
    r"|(?!\s(?!(?:par|per|each|chaque|week|semaines?|hebdo[a-z]*|and|avec|with|from|pour)\b)[a-z]{3}))",
    re.ASCII,
)
_A_MONTH = re.compile(
    r"(?<![0-9.,])(?P<number>1[0-9]{2}(?:[.,h][0-9]{1,2})?)\s?(?:h|heures?|hours?)?\s?(?:\."
    r"|de travail)?\s?(?:par mois|/\s?mois|mensuelles?|per month|a month|monthly)"
    r"|\b(?:mensuel(?:le)?|monthly)(?: (?:de travail|du travail|working))?(?: (?:time|hours))?(?: de| of"
    r"|\s?:)\s{1,2}(?P<behind>1[0-9]{2}(?:[.,h][0-9]{1,2})?)(?![0-9.,])",
    re.ASCII,
)
_RANGE = re.compile(
    r"(?<![0-9])[0-9]{1,2}(?:[.,][0-9]{1,2})?½?\s{0,2}(?:h|heures?|hours?|hrs?)?\s?(?:-|a|to|et|and|or"
    r"|ou)\s{0,2}$",
    re.ASCII,
)
_DAYS_FIRST = re.compile(
    r"(?:(?P<days>[3-7])|\b(?P<said>three|four|five|six|seven|trois|quatre|cinq|six|sept))(?:\s\([3-7]\))?(?:\s(?:jours|days)\s(?:/|par|per"
    r"|a|each|sur|in a|la)\s?"
    r"(?:semaine|week|sept|7)|-day (?:work(?:ing)? )?week)[\s,;x×]{1,3}(?:a raison de |and |et |for |at "
    r"|de )?(?:[a-z]{3,6}\s?\()?(?P<number>[4-9]|1[0-2]"
    r"|\b(?:six|seven|eight|nine|ten|sept|huit|neuf|dix))\)?\s?(?:h"
    r"|heures?|hours?|hrs?)\.?\s?"
    r"(?:(?:/|par|per|a|each)\s?(?:jour|day|shift)|daily|quotidiennes)",
    re.ASCII,
)
_UNSURE = re.compile(
    r"overtime|heures supplementaires|variable|moyenne|average|environ|approximately|about|minimum"
    r"|au moins|at least|vari(?:ed|es|e)\b",
    re.ASCII,
)
_TWO_WEEKS = re.compile(
    r"(?<![0-9.,])(?P<number>[4-9][0-9](?:[.,][0-9]{1,2})?)\s?(?:h|heures?|hours?|hrs?)\.?\s(?:(?:aux|sur) (?:deux|2) semaines|(?:over"
    r"|across) (?:two|2) weeks|par (?:deux"
    r"|2) semaines"
    r"|par (?:periode de )?(?:quinzaine|deux semaines|14 jours)|a la quinzaine|(?:a|per) fortnight|fortnightly|bi-?weekly|(?:every"
    r"|per) (?:two|2) weeks)",
    re.ASCII,
)
_OVER_DAYS = re.compile(
    rf"(?<![0-9.,])(?<![0-9] ){_NUMBER}(?P<early>{_HALF})?{_UNIT},? (?:(?:spread|distributed|divided|worked|split|reparties?|etalees?"
    r"|ventilees?|travaillees?) )?(?:(?:over|across|on|sur|in|en) (?:[5-7]|five|six|seven|cinq|quatre|sept)(?: working| ouvrables"
    r"| ouvres)? "
    r"(?:days|jours)|(?:from |du )?(?:monday|lundi|sunday|dimanche) (?:to|through|au|a) (?:friday|vendredi|saturday|samedi|thursday"
    r"|jeudi))", re.ASCII)
"""The hours of a week by its days: « 48 hours spread over six days », « quarante heures réparties sur quatre jours, du lundi au jeudi »."""
_A_WEEKS = 15
"""Fewer hours than these are a day's."""
_MONTHLY = {"151,67": 35, "151.67": 35, "151,7": 35, "151h67": 35}
"""France's legal month of 35 hours a week; other monthly figures are divided otherwise from country to country and give
nothing."""
_DAILY = re.compile(
    r"(?<![0-9:.,-])(?:(?P<word>[a-z]{3,6})\s?\()?(?P<number>[4-9](?:[.,](?:5|25|75))?|1[0-2]|\b(?:six|seven|eight|nine|ten|sept|huit"
    r"|neuf|dix))\)?\s"
    r"?(?:h|heures?|hours?|hrs?)\.?\s?(?P<minutes>[0-5][0-9]\s)?(?:of (?:work|duty)\s|de travail\s)?(?:/|par|per|a|each)\s?(?:jour|day)s?"
    r"[\s,;x×]{1,3}(?:(?:and |et |for |pendant |a raison de |with |on |sur )?(?:(?P<days>[3-7])|(?P<said>three|four|five|six|seven|trois"
    r"|quatre|cinq|six|sept))(?:\s\([3-7]\))?\s(?:jours|days)\s?(?:/|par|per|a|each|sur|in a|la)\s?(?:semaine|week|sept|7)"
    r"|(?:(?:from|du)\s)?(?P<from>monday|lundi)\s?(?:to|through|thru|au|-)\s?(?P<to>friday|vendredi|saturday|samedi))",
    re.ASCII,
)
_TIMES = re.compile(r"(?<![0-9:.,-])(?P<number>[4-9](?:[.,](?:5|25|75))?|1[0-2])\s?(?:h|heures?|hours?"
                    r"|hrs?)\.?\s?[x×*]\s?(?P<days>[3-7])\s?"
                    r"(?:jours|days)", re.ASCII)
"""« 8 hours × 6 days a week »."""
_LAST_DAYS = {"friday": 5, "vendredi": 5, "saturday": 6, "samedi": 6}
"""How many days a week from Monday on has."""


_SEVERAL = r"[2-7]|deux|trois|quatre|cinq|six|sept|two|three|four|five|seven"
_SHIFTS = re.compile(
    rf"(?<![0-9.,])\b(?P<times>{_SEVERAL}) (?:gardes|quarts|shifts|jours|journees|days|nuits|nights|vacations)(?: de (?:garde|travail))? "
    rf"(?:de|of) {_NUMBER}(?P<early>{_HALF})?{_UNIT}(?:{_A_WEEK})?", re.ASCII)
"""« trois gardes de 8 heures par semaine », "five days of eight hours"."""
_IN_ALL = re.compile(rf"[^.;\n]{{0,24}}\b(?:soit|donc|that is|for a total of|pour un total de)\s{_NUMBER}(?P<early>{_HALF})?{_UNIT}"
                     r"(?!\s?(?:par|per|a|/)\s?(?:jour|day|mois|month|quinzaine))", re.ASCII)
"""« …, soit quarante heures »: what they come to."""


def _by_shifts(text: str, start: int, end: int) -> Iterator[HoursFound]:
    """So many shifts of so many hours; surely where the sum is told too and agrees."""
    for match in _SHIFTS.finditer(text, start, end):
        hours = (_value(match) or 0.0) * float(_WORDS.get(match["times"]) or match["times"])
        whole = _IN_ALL.match(text, match.end(), end)
        told = _value(whole) if whole else None
        if told is not None and whole is not None:
            yield HoursFound((whole.start("number"), whole.end()), as_json(told), 2 * (told != hours))
        else:
            yield HoursFound(match.span(), as_json(hours), 2)


def _is_of_shifts(text: str, match: re.Match[str]) -> bool:
    """Whether hours are those of one shift of several."""
    return any(one.start() < match.end() and match.start() < one.end() for one in _SHIFTS.finditer(text, max(0, match.start() - 40)))


def find_hours(text: str) -> Iterator[HoursFound]:
    """Hours a week said in running plain text, the surest sort first."""
    for pattern in (_PER_WEEK, _WEEKLY_HOURS, _CUED):
        for match in pattern.finditer(text):
            if not _ranged(text, match) and not _is_of_shifts(text, match):
                yield from _found(text, match)
    yield from _by_shifts(text, 0, len(text))
    for match in _OVER_DAYS.finditer(text):
        if not _ranged(text, match) and (_value(match) or 0) >= _A_WEEKS:
            yield from _found(text, match)
    for match in _A_MONTH.finditer(text):
        if (number := match["number"] or match["behind"]) in _MONTHLY:
            yield HoursFound(match.span(), _MONTHLY[number], 2)
    yield from _by_days(text, 0, len(text))
    yield from _by_two_weeks(text, 0, len(text))


def _by_two_weeks(text: str, start: int, end: int) -> Iterator[HoursFound]:
    """Half of the hours of two weeks."""
    for match in _TWO_WEEKS.finditer(text, start, end):
        yield HoursFound(match.span(), as_json((decimal(match["number"]) or 0.0) / 2), 2)


def _by_days(text: str, start: int, end: int) -> Iterator[HoursFound]:
    """Hours a day on so many days a week."""
    for match in (found for pattern in (_DAILY, _DAYS_FIRST, _TIMES) for found in pattern.finditer(text, start, end)):
        said = match.groupdict()
        told = int(match["days"]) if match["days"] else _WORDS[said["said"]] if said["said"] else _LAST_DAYS[said["to"]]
        hours = decimal(match["number"]) or float(_WORDS.get(match["number"], 0))
        minutes = int(match.groupdict().get("minutes") or 0)
        yield HoursFound(match.span(), as_json((hours + minutes / 60) * told), 2)


_ALONE = re.compile(
    rf"\s*{_NUMBER}(?P<early>{_HALF})?(?:{_UNIT})?(?:\s?(?:/|par|per|a)?\s?(?:semaine|sem|week"
    rf"|wk)\.?)?\s*(?P<rest>.{{0,40}})",
    re.ASCII,
)


_MONEY = re.compile(r"[$€£]|\b(?:cad|usd|eur|euros?|dollars?|mad|dh|fcfa|xof|xaf|inr|php)\b", re.ASCII)
"""What stands in a column of hours by the reader's mistake: pay by the hour."""


_OF_ANOTHER_TIME = re.compile(
    r"(?:-|a|to|/)\s?[0-9]|(?:par|per|/|an?|each|every|chaque)\s?(?:jour|day|mois|month)|mensuel|daily|quotidien"
    r"|\)?\s?(?:of (?:work|duty)|de travail)\s(?:par|per|an?|/)\s?(?:jour|day)")
"""What stands behind hours of a day or a month, or behind the first of two."""


def _counts_others(text: str, match: re.Match[str]) -> bool:
    """« Two twelve-hour nights »: a number of something else than hours."""
    return match["number"].isalpha() and match["rest"][:1].isalpha() and text[match.end("number") : match.start("rest")].isspace()


def hours_beside_label(text: str, start: int, end: int) -> HoursFound | None:
    """Hours a week in the value of a label that asks for them."""
    match = _ALONE.match(text, start, end)
    if _MONEY.search(text, start, end):
        return None
    said = next((one for one in _PER_WEEK.finditer(text, start, end) if not (_ranged(text, one) or _is_of_shifts(text, one))), None)
    if said is None and (shifts := next(_by_shifts(text, start, end), None)) is not None:
        return shifts
    if said is not None and match is not None and said.start() > match.start("number"):  # « 4 jours x 10 h, donc 40 h/semaine »
        return next(_found(text, said), None)
    if (sum_of_more := next(chain(_by_days(text, start, end), _by_two_weeks(text, start, end)), None)) is not None:
        return sum_of_more
    if match is None or _counts_others(text, match) or _OF_ANOTHER_TIME.match(match["rest"]):
        monthly = _A_MONTH.search(text, start, end)
        number = (monthly["number"] or monthly["behind"]) if monthly else ""
        return HoursFound(monthly.span(), _MONTHLY[number], 2) if monthly and number in _MONTHLY else None
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
