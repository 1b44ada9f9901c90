"""Dates of Latin diplomas: « die vicesimo octavo mensis Maii Anno Domini MMXIV », « die XII mensis Iunii A.D. 2019 »; and years in Roman
figures behind months of any tongue."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

_MONTHS = (
    r"[ij]anuarii", r"februarii", r"martii", r"aprilis", r"maii", r"[ij]unii", r"[ij]ulii", r"augusti", r"septembris", r"octobris",
    r"novembris", r"decembris",
)
_UNITS = ("", "prim", "secund", "terti", "quart", "quint", "sext", "septim", "octav", "non")
_TENS = {"decim": 10, "vicesim": 20, "vigesim": 20, "tricesim": 30, "trigesim": 30}
_WHOLE = {"undecim": 11, "duodecim": 12, "duodevicesim": 18, "undevicesim": 19}
_FIGURES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.ASCII)
_DAY = r"die\s(?P<{}>[a-z]{{1,14}}(?:\set)?(?:\s(?!mensis)[a-z]{{4,12}})?|[0-9]{{1,2}}\.?)"
_DATE = re.compile(
    rf"(?<![a-z])(?:{_DAY.format('before')}\s)?(?:mensis\s)?(?P<month>{'|'.join(_MONTHS)})(?:,?\s{_DAY.format('behind')}(?=,|\sann|\sa\.?\s?d))?"
    r",?\s(?:anno\s)?(?:(?:domini|salutis|a\.?\s?d\.?)\s)?(?P<year>m{1,2}[cdxlvi]{0,12}|(?:19|20)[0-9]{2})(?![0-9a-z])",
    re.ASCII,
)


def latin_dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and ISO value of each whole Latin date in plain text."""
    for match in _DATE.finditer(text):
        month = next(number for number, name in enumerate(_MONTHS, start=1) if re.fullmatch(name, match["month"]))
        day = _day(match["before"] or match["behind"] or "")
        year = int(match["year"]) if match["year"].isdigit() else roman(match["year"])
        if day and year and 1900 <= year < 2100:
            try:
                yield *match.span(), dt.date(year, month, day).isoformat()
            except ValueError:
                continue


def roman(figures: str) -> int | None:
    """The number that Roman figures stand for; None where they are not written as Rome wrote them."""
    if not figures or _ROMAN.fullmatch(figures) is None:
        return None
    values = [_FIGURES[figure] for figure in figures]
    return sum(-value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True))


def _day(words: str) -> int | None:
    words = words.rstrip(".")
    return int(words) if words.isdigit() else roman(words) or _ordinal(words)


_ENDING = re.compile(r"(?:um|o|a|us|ae|am|(?<!t)i)$", re.ASCII)


def _ordinal(words: str) -> int | None:
    """« vicesimo octavo », « octavo decimo », « tertia »."""
    number = 0
    for stem in (_ENDING.sub("", word) for word in words.split() if word != "et"):
        value = _WHOLE.get(stem) or _TENS.get(stem) or (_UNITS.index(stem) if stem in _UNITS[1:] else 0)
        if not value:
            return None
        number += value
    return number if 0 < number <= 31 else None
