"""Dates in plain text, at the precision they are printed. Nothing is filled in, and what is in doubt says so.

Two readings of `03/04/2021` stay two readings unless the paper itself, or the country it comes from, decides. A month that has
something unread before it gives no date at all: « le ?? juillet 2016 » is not July 2016.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.fields.when.date_words import MONTH, MONTHS, day_before, year_after
from extractors.fields.when.eastern import eastern_dates
from extractors.fields.when.latin import latin_dates, roman

Order = Literal["dmy", "mdy"]
Form = Literal["iso", "numeric", "named", "month", "year_month", "month_year", "boxes", "year"]


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date at `start`…`end` of the text. `others` are other readings of the same digits; `doubts` counts reasons for
    mistrust."""

    start: int
    end: int
    value: str
    form: Form
    others: tuple[str, ...] = ()
    doubts: int = 0

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_LETTERS_OF_DAY = r"(?:\s?(?:er|ere|st|nd|rd|th|eme|e|o|°)(?![a-z]))?"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_FREE = r"(?:(?<![0-9a-z])|(?<=le)|(?<=on))(?<![0-9][.,/-])(?<![0-9][.,/-] )"
_OF = r"(?:de\s|d'|of\s|del\s|mois\sde\s|mes\sde\s)?"
_GAP = r"[\s.,/-]{0,3}"

_NAMED = re.compile(
    rf"{_FREE}(?P<day>{_DAY}|(?P<spaced>[0-3] [0-9])){_LETTERS_OF_DAY}\)?{_GAP}"
    rf"(?:jour\s|day\s|dias?\s|jours\s)?(?:du\s|of\s|del\s)?{_OF}\s?"
    rf"(?P<month>{MONTH}){_GAP}(?:de\s|del\s|of\s|in\sthe\syear\s|l'an\s|del\sano\s)?(?P<year>{_YEAR}"
    rf"|(?<=[-/.'])[0-9]{{2}}(?![0-9:]))",
    re.ASCII,
)
_MONTH_FIRST = re.compile(
    rf"(?<![a-z])(?P<month>{MONTH})\.?[\s-]{{1,2}}(?P<day>{_DAY}){_LETTERS_OF_DAY}\s?[,.-]?\s{{0,2}}(?:of\s|a\.?\s?d\.?\s)?(?P<year>{_YEAR})",
    re.ASCII,
)
_MONTH_ONLY = re.compile(rf"(?<![a-z])(?P<month>{MONTH})\.?{_GAP}(?:de\s|of\s|del\s)?(?P<year>{_YEAR})", re.ASCII)
_ISO = re.compile(
    rf"(?<![0-9])(?<![0-9][/.,-])(?P<year>(?:19"
    rf"|20)[0-9]{{2}})\s{{0,2}}(?P<mark>[-/.])\s{{0,2}}(?P<month>0?[1-9]|1[0-2])"
    rf"\s{{0,2}}(?P=mark)\s{{0,2}}(?P<day>{_DAY})(?![0-9])(?![/.-][0-9])",
    re.ASCII,
)
_NUMERIC = re.compile(
    r"(?<![0-9])(?:(?<![0-9][/.,-])|(?<=[/.][0-9]{4}-))(?<![a-z]-)(?P<first>[0-3]?[0-9])\s{0,2}(?P<mark>[-/.])\s{0,2}(?P<second>[0-3]?[0-9])"
    r"\s{0,2}(?P=mark)\s{0,2}(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])(?![/.][0-9])(?!-[0-9](?![0-9]?[/.][0-9]{1,2}[/.][0-9]{4}))",
    re.ASCII,
)
_BOXES = re.compile(
    r"(?<![0-9])(?<![0-9] )(?P<first>[0-3][0-9])\s(?P<second>[0-1][0-9])\s(?P<year>(?:19"
    r"|20)[0-9]{2})(?![0-9])(?! [0-9])",
    re.ASCII,
)
_YEAR_MONTH = re.compile(
    r"(?<![0-9])(?<![0-9][/.-])(?P<year>(?:19|20)[0-9]{2})[-/](?P<month>0[1-9]"
    r"|1[0-2])(?![0-9])(?![-/][0-9])",
    re.ASCII,
)
_MONTH_YEAR = re.compile(
    r"(?<![0-9])(?<![0-9/.,-][/.-])(?<![a-z0-9]/)(?P<month>0?[1-9]|1[0-2])\s?/\s?(?P<year>(?:19"
    r"|20)[0-9]{2})(?![0-9])(?![/-])",
    re.ASCII,
)
_IN_PARTS = re.compile(
    rf"(?<![a-z])(?:date|day|jour|ngay)\s:?\s?(?P<day>{_DAY})\s?,?\s?(?:month|mois|thang)\s:?\s?(?P<month>0?[1-9]|1[0-2])\s?,?\s?"
    rf"(?:year|annee|nam)\s:?\s?(?P<year>{_YEAR})",
    re.ASCII,
)
"""« date 04 month 03 year 2025 », as Vietnam's offices write."""
_WORD_MONTH = re.compile(rf"(?<![a-z])(?P<month>{MONTH})", re.ASCII)


_FIGURES_AGAIN = re.compile(r"(?<=[a-z])\s\([0-9]{1,4}\s?(?:er|st|nd|rd|th)?\s?\)(?=[\s.,;]|$)", re.ASCII)
"""« vingt-trois (23) septembre deux mille dix-neuf (2019) »: the figures behind the words say nothing more."""


_NUMBER_OF = re.compile(
    r"(?P<of>\b(?:(?:lot|phase)\s(?=[0-9]{1,2}\s)"
    r"|(?:level|grade|class|classe|niveau|echelon|category|categorie|step|scale|groupe?|band)\s(?=[0-9]{1,2},)"
    rf"|[a-z]{{4,}}\s(?=[a-hiv]{{1,3}},)))(?P<number>[0-3]?[0-9]|i{{1,3}}|iv|vi{{0,3}}|[a-h])(?=,?\s{MONTH}\.?\s[0-9]{{4}})", re.ASCII)
"""« lot 3 janvier 2009 »: two columns that were read as one; "Technologist I, February 2015", « classe 2, mars 2016 »: a rank."""
_ACROSS = re.compile(rf"(?<![0-9/.-])(?<!\ble )(?<!\bdu )(?<!\bau )(?<!\bthe )(?<!\bon )[0-3]?[0-9]"
                     rf"(?=\t\s?{MONTH}\.?\s[0-9]{{4}})", re.ASCII)
"""« lot 3 », and in the next column « janvier 2009 »: a number that ends a cell is no day of the month in the next one."""


def find_dates(text: str, order: Order | None = None) -> tuple[DateFound, ...]:
    """All dates in plain text, left to right, none inside another. `order` says how this paper orders day and month, if known."""
    for pattern in (_FIGURES_AGAIN, _ACROSS):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    text = _NUMBER_OF.sub(lambda match: match["of"] + " " * len(match["number"]), text)
    order = order or order_shown(text)
    found: list[DateFound] = []
    dates = [*_all(text, order)]
    for date in sorted([*dates, *_eastern(text, dates)], key=lambda each: (-(each.end - each.start), each.start)):
        if all(date.end <= other.start or date.start >= other.end for other in found):
            found.append(date)
    return tuple(sorted((date for date in found if date.value), key=lambda each: each.start))


def order_shown(text: str) -> Order | None:
    """The order that a text shows itself, by a date such as 24/10/2025 that can be read one way only; None if none or both."""
    orders: set[Order] = set()
    for match in _NUMERIC.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if len(match["year"]) == 4 and 1 <= min(first, second) <= 12 < max(first, second) <= 31:
            orders.add("dmy" if first > 12 else "mdy")
    return orders.pop() if len(orders) == 1 else None


def is_day(value: str) -> bool:
    """Whether a value has its day."""
    return len(value) == 10


def is_month(value: str) -> bool:
    """Whether a value is a month of a year."""
    return len(value) == 7


def earlier(one: str, other: str) -> bool:
    """Whether one date is surely before another, at the precision that both have."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def _all(text: str, order: Order | None) -> Iterator[DateFound]:
    yield from (_named(match, "named") for match in _NAMED.finditer(text))
    yield from (_named(match, "named") for match in _MONTH_FIRST.finditer(text))
    yield from (_day(match, "iso") for pattern in (_ISO, _IN_PARTS) for match in pattern.finditer(text))
    yield from (_numeric(match, order, "numeric") for match in _NUMERIC.finditer(text))
    yield from (_numeric(match, order, "boxes") for match in _BOXES.finditer(text))
    yield from (date for match in _MONTH_ONLY.finditer(text) for date in _month_only(text, match))
    yield from (_month(match, "year_month") for match in _YEAR_MONTH.finditer(text))
    yield from (_month(match, "month_year") for match in _MONTH_YEAR.finditer(text))
    yield from (date for match in _WORD_MONTH.finditer(text) if (date := _in_words(text, match)))
    yield from (DateFound(*found, "named") for found in latin_dates(text))


def _eastern(text: str, dates: Sequence[DateFound]) -> Iterator[DateFound]:
    """Dates of other calendars, always in doubt; none where the text gives the same day in ours."""
    given = {date.value for date in dates}
    for start, end, readings in eastern_dates(text):
        if readings and given.isdisjoint(readings):
            yield DateFound(start, end, readings[0], "named", readings[1:], doubts=2)


def _iso(year: int, month: int, day: int) -> str:
    """The date, or nothing where the calendar has no such day."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < 60 else 1900)


_LIST_MARK = re.compile(r"\(?[0-9]{1,2}\s?(?:°|o|er|e|st|nd|rd|th)?\s?[.)]\s+(?P<of>de\s|d'|of\s)?", re.ASCII)
"""« 2. De septembre 2021 à … » at the beginning of a row, « 1°) de septembre … » anywhere: the number of an entry, and no day."""
_NEVER_OPENED = re.compile(r"[0-9]{1,2}[^0-9()]{0,4}\)", re.ASCII)


_NO_DAY = re.compile(r"[0-9]{1,2}(?P<end>\s*\n)?\s?(?:de\s|d')(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre"
                     r"|octobre|novembre|decembre)\s", re.ASCII)
"""« …, chaîne 14 / De mai 2009 à … »: French has no « de » between a day and its month."""


def _named(match: re.Match[str], form: Form) -> DateFound:
    year, spaced = match["year"], "spaced" in match.re.groupindex and match["spaced"]
    value = _iso(_year(year), MONTHS[match["month"]], int(match["day"].replace(" ", "")))
    apart = _NO_DAY.match(match[0])
    if apart is not None and len(year) == 4:
        others = () if apart["end"] or not value else (value,)
        return DateFound(match.start("month"), match.end(), f"{year}-{MONTHS[match['month']]:02d}", "month", others, 2 * bool(others))
    marked = _list_mark(match)
    if marked is not None and len(year) == 4:
        others = () if marked["of"] or not value else (value,)
        return DateFound(match.start("month"), match.end(), f"{year}-{MONTHS[match['month']]:02d}", "month", others, 2 * bool(others))
    return DateFound(*match.span(), value, form, doubts=(len(year) == 2) * 2 + bool(spaced))


def _list_mark(match: re.Match[str]) -> re.Match[str] | None:
    """The mark of a list that may stand where a day was read."""
    text, start = match.string, match.start()
    start -= text[start - 1 : start] == "("
    begins = not text[max(text.rfind(edge, 0, start) for edge in "\n\t\f") + 1 : start].strip()
    return _LIST_MARK.match(text, start) if begins or _NEVER_OPENED.match(text, start) else None


def _day(match: re.Match[str], form: Form) -> DateFound:
    return DateFound(*match.span(), _iso(int(match["year"]), int(match["month"]), int(match["day"])), form)


def _month(match: re.Match[str], form: Form) -> DateFound:
    return DateFound(*match.span(), f"{match['year']}-{int(match['month']):02d}", form, doubts=1)


def _numeric(match: re.Match[str], order: Order | None, form: Form) -> DateFound:
    """Both readings of two numbers and a year, the likelier first. A year of two digits can be read in more ways still."""
    first, second, year = int(match["first"]), int(match["second"]), _year(match["year"])
    readings: dict[Order, str] = {"dmy": _iso(year, second, first), "mdy": _iso(year, first, second)}
    ranked = [readings[each] for each in (("mdy", "dmy") if order == "mdy" else ("dmy", "mdy"))]
    possible = list(dict.fromkeys(value for value in ranked if value))
    doubts = (len(match["year"]) == 2) * 2 + (form == "boxes")
    if not possible:
        return DateFound(*match.span(), "", form)
    decided = len(possible) == 1 or (order is not None and len(match["year"]) == 4)
    others = () if decided else tuple(possible[1:])
    return DateFound(*match.span(), possible[0], form, others, doubts + 2 * bool(others))


def _month_only(text: str, match: re.Match[str]) -> Iterator[DateFound]:
    """A month without a day, unless something before it may be a day that was not read."""
    before = text[max(0, match.start() - 12) : match.start()]
    value = f"{match['year']}-{MONTHS[match['month']]:02d}"
    yield DateFound(*match.span(), "" if _day_unread(before) else value, "month")


_SMALL_WORDS = frozenset(
    [
        "en",
        "in",
        "de",
        "du",
        "et",
        "to",
        "au",
        "of",
        "and",
        "by",
        "a",
        "y",
        "e",
        "on",
        "al",
        "hasta",
        "des",
        "fin",
        "mid",
        "mid-",
        "mi-",
        "till",
        "from",
        "puis",
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)


def _day_unread(before: str) -> bool:
    """Whether the letters before a month may be a day that was misread: a digit, « le », a scrap of one to three letters."""
    last = re.split(r"\s", before.rstrip(" "))[-1]
    token = "" if last.endswith(":") else last.strip("(,;")  # « Job Group F: March 2012 »
    if re.search(rf"(?:{MONTH}|(?<![0-9])[0-9]{{1,2}})\.?\s?[-/.]\s?$", before) or before.endswith(("day of ", "le ", "|", "!")):
        return True
    if any(letter.isdigit() for letter in token):
        return True
    scrap = 0 < len(token) < 3 if token.isalpha() else 0 < len(token) < 4 and not set(token) <= set("-•·*▪►✓")
    return scrap and token not in _SMALL_WORDS and not before.endswith("d'")


_OF_BEFORE = re.compile(
    r"(?:\s?(?:day|jour|jours|dia|dias))?(?:\s?(?:of|du|del))?(?:\s?(?:mois|mes|month))?(?:\s?(?:de|of"
    r"|d'))?\s*$",
    re.ASCII,
)
_TO_YEAR = re.compile(r"[\s,]{0,3}(?:(?:in|of|de|del)\s)?(?:the\syear\s|l'an(?:nee)?\s"
    r"|ano\s)?(?:of\sour\slord\s)?(?:anno\s)?(?:domini\s|a\.?\s?d\.?\s)?", re.ASCII)


def _in_words(text: str, match: re.Match[str]) -> DateFound | None:
    """« vingt-neuf juillet deux mille vingt-quatre », "Thirteenth day of November 2009", "25th day of May, two thousand and
    ten"."""
    end_of_day = _OF_BEFORE.search(text, max(0, match.start() - 24), match.start())
    start_of_year = _TO_YEAR.match(text, match.end())
    if end_of_day is None or start_of_year is None or _NO_DAY.search(text, max(0, match.start() - 8), match.end() + 1):
        return None
    day = day_before(text, end_of_day.start()) or _digits_before(text, end_of_day.start())
    year = year_after(text, start_of_year.end()) or _digits_after(text, start_of_year.end())
    if day is None or year is None:
        return None
    value = _iso(year[1], MONTHS[match["month"]], day[1])
    return DateFound(day[0], year[0], value, "named")


def _digits_before(text: str, end: int) -> tuple[int, int] | None:
    found = re.search(rf"(?<![0-9a-z]){_DAY}{_LETTERS_OF_DAY}$", text[max(0, end - 8) : end], re.ASCII)
    number = re.match(r"[0-9]+", found[0], re.ASCII) if found else None
    return (max(0, end - 8) + found.start(), int(number[0])) if found and number else None


def _digits_after(text: str, start: int) -> tuple[int, int] | None:
    found = re.compile(_YEAR + r"|m{1,2}[cdxlvi]{1,12}(?![a-z])", re.ASCII).match(text, start)
    year = None if found is None else int(found[0]) if found[0].isdigit() else roman(found[0])
    return (found.end(), year) if found and year else None


def shifted(date: DateFound, by: int) -> DateFound:
    """The same date seen from a text that begins `by` letters earlier."""
    return replace(date, start=date.start + by, end=date.end + by)
