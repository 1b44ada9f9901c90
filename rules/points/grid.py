"""The grid on one day: tables of points by years, months or levels, and ranges of points."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from rules.core.case import Case
from rules.core.law import Law
from rules.core.worktime import MONTH, Bounds

Rows = list[list[int]]
ALONE, WITH_SPOUSE = "alone", "with_spouse"


class Range(NamedTuple):
    """Points: the least supported, the most not excluded."""

    low: int
    high: int


NONE = Range(0, 0)


def hull(ranges: Iterable[Range]) -> Range:
    """What holds them all."""
    lows, highs = zip(*ranges, strict=True)
    return Range(min(lows), max(highs))


def total(ranges: Iterable[Range]) -> Range:
    """All of them together."""
    lows, highs = zip(*ranges, strict=True)
    return Range(sum(lows), sum(highs))


def best(ranges: Iterable[Range]) -> Range:
    """Of several the one that gives most, whichever that is; of none, nothing."""
    lows, highs = zip(NONE, *ranges, strict=True)
    return Range(max(lows), max(highs))


@dataclass(frozen=True, slots=True)
class Grid:
    """A person on a day, the grid of that day, and the column: without or with a spouse who comes along."""

    case: Case
    law: Law
    column: str

    def value(self, key: str) -> Any:
        """A value of the grid, of the column where it has two."""
        return _of_column(self.law, self.column, key)

    def along(self, key: str, least: int, most: int) -> Range:
        """The points of everything from ``least`` to ``most``, both included."""
        return along(self.value(key), least, most)

    def for_time(self, key: str, time: Bounds) -> Range:
        """The points of some time of work."""
        return in_months(self.value(key), time)

    def most(self, key: str) -> int:
        """The most that a table gives."""
        return most_of(self.law, self.column, key)


@functools.lru_cache(maxsize=1024)
def _of_column(law: Law, column: str, key: str) -> Any:
    found = law.value(key)
    return found[column] if isinstance(found, Mapping) and column in found else found


@functools.lru_cache(maxsize=1024)
def most_of(law: Law, column: str, key: str) -> int:
    """The most that a table gives in a column."""
    return max(_figures(_of_column(law, column, key)))


def along(rows: Rows, least: int, most: int) -> Range:
    """The least and the most points of a table between two places of it, both included; they may rise or fall."""
    low = high = 0
    for place, points in rows:
        if place > most:
            break
        low, high = (points, points) if place <= least else (min(low, points), max(high, points))
    return Range(low, high)


def in_months(rows: Rows, time: Bounds) -> Range:
    """The points of a table of months for some time of work."""
    return along(rows, time.least // MONTH, (time.most + time.undecided) // MONTH)


def _figures(value: Any) -> list[int]:
    if isinstance(value, int):
        return [value]
    parts = value.values() if isinstance(value, Mapping) else [row[1] if isinstance(row, list) else row for row in value]
    return list(itertools.chain.from_iterable(_figures(part) for part in parts))
