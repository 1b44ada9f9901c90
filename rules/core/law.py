"""Dated parameters: which value the law had on a day, where it is written and how sure that is.

Every value holds from a day included to a day excluded (half open). A program's table names its versions; a day outside
all of them takes the nearest, so that "what if it were still open" has an answer, and the version used is named.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rules.core.finding import Citation
from rules.errors import TableError
from rules.parameters import table

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a parameter, half open in time; ``certainty`` S (sure), L (likely), U (unsure)."""

    start: dt.date
    end: dt.date
    value: Any
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Law:
    """A program's parameters on one day: the day asked, moved to the nearest one on which the program had rules."""

    program: str
    day: dt.date
    version: dt.date

    def value(self, key: str) -> Any:
        """The value in force; its unit stands in its name or table. Raises TableError if the table has none."""
        return self._at(key).value

    def number(self, key: str) -> int:
        """A value that is a whole number."""
        found = self.value(key)
        if not isinstance(found, int) or isinstance(found, bool):
            raise TableError(f"{self.program}.toml: {key} is no whole number")
        return found

    def words(self, key: str) -> tuple[str, ...]:
        """A value that is a list of codes or words."""
        return tuple(str(item) for item in self.value(key))

    def sure(self, key: str) -> bool:
        """Whether the research marks the value sure."""
        return self._at(key).certainty == "S"

    def _at(self, key: str) -> Value:
        for value in parameters(self.program).get(key, ()):
            if value.start <= self.day < value.end:
                return value
        raise TableError(f"{self.program}.toml: no value of {key} on {self.day}")


@functools.cache
def parameters(program: str) -> Mapping[str, tuple[Value, ...]]:
    """The values of every parameter of a program in order of time. Raises TableError if two overlap or one lacks its source."""
    return {key: _history(f"{program}: {key}", rows) for key, rows in table(program)["parameters"].items()}


def _history(name: str, rows: list[dict[str, Any]]) -> tuple[Value, ...]:
    try:
        values = tuple(Value(row["from"], row["to"], row["value"], row["source"], row["certainty"]) for row in rows)
    except KeyError as missing:
        raise TableError(f"{name}: a value lacks {missing}") from None
    for before, after in itertools.pairwise(values):
        if before.end > after.start:
            raise TableError(f"{name}: two values hold on {after.start}")
    return values


def law_on(program: str, day: dt.date) -> Law:
    """The law of a program for applications lodged on ``day``."""
    versions = [(row["from"], row["to"]) for row in table(program)["versions"]]
    nearest = min(max(day, versions[0][0]), versions[-1][1] - ONE_DAY)
    return Law(program, nearest, max(start for start, _ in versions if start <= nearest))


def article(text: str, source: str, *, sure: bool = True) -> Citation:
    """A passage of the law; ``source`` is a key of ``sources.toml``. Raises TableError if there is no such source."""
    if source not in table("sources"):
        raise TableError(f"sources.toml: no source {source}")
    return Citation(text, table("sources")[source]["url"], sure)
