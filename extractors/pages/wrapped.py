"""Periods that a narrow column of a table breaks over two lines: « du 04/04/2016 au » over « 31/12/2017 », read as one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.pages.page import Row, Segment

_YEAR = r"(?:19|20)[0-9]{2}"
_DAY = (rf"(?:[0-9]{{1,2}}[./-][0-9]{{1,2}}[./-]{_YEAR}|{_YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?"
        rf"|(?:[0-9]{{1,2}}(?:er|st|nd|rd|th)? )?[^\W\d_]{{3,9}}\.? {_YEAR}|{_YEAR})")
_NOW = r"(?:ce jour|aujourd['’]hui|présent|present|date|now|current|actuel|hoy)"
_TO = r"(?:au|à|to|till|until|al|hasta|jusqu['’]au|[–—-])"
_BEGUN = re.compile(rf"(?:(?:du|de|from|depuis) )?{_DAY}(?P<open> ?{_TO})?", re.IGNORECASE)
_ENDED = re.compile(rf"(?P<to>{_TO} ?)?(?:le )?(?:{_DAY}|{_NOW})", re.IGNORECASE)
_OPEN = re.compile(r"(?:\b(?:du|de|des|d['’]|la|le|of|the|and|et|en|in|à|aux?)|[/,&–-])$")
_LEVEL, _OVER, _NEAR = 0.006, 0.5, 1.2
"""Of the page's width: how far apart the left edges may stand; of a line's height: how far the lines may overlap, and the gap between."""


def whole_periods(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, each end of a period moved up to its beginning where that stands right above it in its column of a table; with it what goes
    on in other columns, behind a word that ends nothing."""
    told = list(rows)
    for number in range(len(told) - 1):
        row, below = told[number], told[number + 1]
        pairs = [(begun, end) for begun in row.segments if len(row.segments) > 1 for end in below.segments
                 if _right_above(begun, end) and not _has_its_label(below, end)]
        if not any(_are_a_period(begun, end) for begun, end in pairs):
            continue
        goes_on = {id(end): (begun, end) for begun, end in pairs if _are_a_period(begun, end) or _OPEN.search(begun.text)}
        for begun, end in goes_on.values():
            whole = Segment((*begun.words, *end.words))
            told[number] = Row(tuple(whole if one is begun else one for one in told[number].segments))
            told[number + 1] = Row(tuple(one for one in told[number + 1].segments if one is not end))
    return tuple(row for row in told if row.segments)


def _are_a_period(begun: Segment, end: Segment) -> bool:
    """Whether two cells are the two halves of a period, with one word that joins them."""
    first, last = _BEGUN.fullmatch(begun.text), _ENDED.fullmatch(end.text)
    return first is not None and last is not None and bool(first["open"]) != bool(last["to"])


def _has_its_label(row: Row, end: Segment) -> bool:
    """Whether « Durée » stands before « jusqu'au 1er juin »: a row of its own."""
    before = [one for one in row.segments if one.box.x1 <= end.box.x0]
    return any(one.text[:1].isupper() for one in before) and re.match(_TO, end.text, re.IGNORECASE) is not None


def _right_above(begun: Segment, end: Segment) -> bool:
    """Whether a cell stands right above another, their left edges level."""
    height, gap = begun.box.height, end.box.y0 - begun.box.y1
    return abs(begun.box.x0 - end.box.x0) < _LEVEL and -_OVER * height < gap < _NEAR * height
