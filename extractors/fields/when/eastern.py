"""Dates of the lunar Hijri and the solar Hijri calendar in Latin letters: « 15 Chaabane 1441 », "12 Mordad 1399", "1399/05/12".

They become Gregorian days by arithmetic and never more than a proposal: the lunar month begins where the moon is seen, so that the days
beside are told as well (Reingold and Dershowitz, Calendrical Calculations, chapters 7 and 15).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

_THE = r"[\s'‘`-]{0,3}(?:a|e|u)[lthdrs]{1,2}[\s'‘`-]{0,2}"
_FIRST = rf"(?:{_THE}a[wou]{{1,3}}al|{_THE}(?:oula|ula)|\si|\s1)"
_SECOND = rf"(?:{_THE}(?:th|t|s)a{{1,2}}ni(?:y?ah?)?|{_THE}akh?ir[ah]?|\sii|\s2)"
_LUNAR = (
    r"mo?u?harr?[ae]m", r"safar", rf"rabi[ae'‘`]?{_FIRST}", rf"rabi[ae'‘`]?{_SECOND}", rf"d?jo?umada{_FIRST}", rf"d?jo?umada{_SECOND}",
    r"raja?b|redjeb", r"c?sha['‘`]?a?ban|cha['‘`]?a?bane?", r"ramadh?an", r"s?c?hawwal|chaoual",
    rf"(?:dho?u|zu)l?(?:{_THE}|[\s-]?)q[ai]['‘`]?d[ae]h?", rf"(?:dho?u|zu)l?(?:{_THE}|[\s-]?)hij+[ae]h?",
)
_SOLAR = ("farvardin", "ordibehesht", "khordad", "tir", "a?mordad", "shahrivar", "mehr", "aban", "azar", "dey", "bahman", "esfand")
_YEAR, _MONTH, _DAY = r"1[34][0-9][0-9]", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12][0-9]|3[01])"
_FIGURES = re.compile(
    rf"(?<![0-9/.-])(?:(?P<year>{_YEAR})(?P<mark>[-/.])(?P<month>{_MONTH})(?P=mark)(?P<day>{_DAY})"
    rf"|(?P<day2>{_DAY})(?P<mark2>[-/.])(?P<month2>{_MONTH})(?P=mark2)(?P<year2>{_YEAR}))(?![0-9/.-])"
    r"(?:\s?\(?(?:(?P<solar>a\.?\s?h\.?\s?s\b|s\.?\s?h\b|a\.?\s?p\b|shamsi|solar)|(?P<lunar>a\.?\s?h\b|h\b|hijri|hegir[ei])))?", re.ASCII)


def eastern_dates(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Start, end and readings, the likeliest first, of each date of another calendar in plain text."""
    for names, readings in ((_LUNAR, _lunar), (_SOLAR, _solar)):
        for match in _named(names).finditer(text):
            month = next(number for number, name in enumerate(names, start=1) if re.fullmatch(name, match["month"]))
            yield *match.span(), readings(int(match["year"]), month, int(match["day"]))
    for match in _FIGURES.finditer(text):
        year, month, day = (int(match[name] or match[f"{name}2"]) for name in ("year", "month", "day"))
        lunar, solar = _lunar(year, month, day), _solar(year, month, day)
        yield *match.span(), lunar if match["lunar"] else solar if match["solar"] else (*solar, *lunar)


def lunar_day(year: int, month: int, day: int) -> dt.date:
    """The Gregorian day of the arithmetic lunar calendar, by its astronomical epoch: a day or none beside that of Umm al-Qura."""
    return dt.date.fromordinal(227_013 + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day)


def solar_day(year: int, month: int, day: int) -> dt.date:
    """The Gregorian day of the solar calendar, by the cycle of 33 years, which holds from 1244 to 1472."""
    before = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    return dt.date.fromordinal(226_894 + 365 * (year - 1) + (8 * year + 21) // 33 + before + day)


@cache
def _named(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9a-z])(?P<day>{_DAY})(?:er|st|nd|rd|th)?[\s/-]{{1,3}}(?:de\s|of\s)?(?P<month>{'|'.join(names)})"
                      rf"[\s,/-]{{1,3}}(?P<year>{_YEAR})(?![0-9])", re.ASCII)


def _lunar(year: int, month: int, day: int) -> tuple[str, ...]:
    """The day by arithmetic, and those beside it: the moon may have been seen a day sooner or later."""
    if day > 30:
        return ()
    reckoned = lunar_day(year, month, day)
    return tuple((reckoned + dt.timedelta(by)).isoformat() for by in (0, -1, 1))


def _solar(year: int, month: int, day: int) -> tuple[str, ...]:
    return (solar_day(year, month, day).isoformat(),) if day <= (31 if month <= 6 else 30) else ()
