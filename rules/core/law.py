"""Dated parameters: which value the law had on a day, where it is written and how sure that is.

Every value holds from a day included to a day excluded (half open). A program's table names its versions; a day outside
all of them takes the nearest, so that "what if it were still open" has an answer, and the version used is named. Where the
research could not settle a value, its row lists all ``readings``, and a condition that rests on it is judged under each.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rules.core.finding import Citation
from rules.errors import TableError
from rules.parameters import table

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a parameter, half open in time; ``certainty`` S (sure), L (likely), U (unsure); ``others``: other readings."""

    start: dt.date
    end: dt.date
    value: Any
    source: str
    certainty: str
    others: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Law:
    """A program's parameters on one day: the day asked, moved to the nearest one on which the program had rules."""

    program: str
    day: dt.date
    version: dt.date
    values: Mapping[str, Value]
    doubtful: frozenset[str]
    surely: frozenset[str]

    def value(self, key: str) -> Any:
        """The value in force; its unit stands in its name or table. Raises TableError if the table has none."""
        try:
            return self.values[key].value
        except KeyError:
            raise TableError(f"{self.program}.toml: no value of {key} on {self.day}") from None

    def number(self, key: str) -> int:
        """A value that is a whole number."""
        found = self.value(key)
        if not isinstance(found, int) or isinstance(found, bool):
            raise TableError(f"{self.program}.toml: {key} is no whole number")
        return found

    def words(self, key: str) -> tuple[str, ...]:
        """A value that is a list of codes or words."""
        return tuple(str(item) for item in self.value(key))

    def sure(self, keys: Iterable[str]) -> bool:
        """Whether the research marks the values of all ``keys`` sure."""
        return self.surely.issuperset(keys)

    def readings(self, keys: Iterable[str]) -> tuple[Law, ...]:
        """This law, and beside it one for every other way to read the values of ``keys``; all applicants of a day share them."""
        return _readings(self, self.doubtful.intersection(keys))


@functools.lru_cache(maxsize=4096)
def _readings(law: Law, doubtful: frozenset[str]) -> tuple[Law, ...]:
    laws: tuple[Law, ...] = (law,)
    for key in sorted(doubtful):
        value = law.values[key]
        laws += tuple(replace(one, values={**one.values, key: replace(value, value=other)}) for one in laws for other in value.others)
    return laws


@functools.cache
def parameters(program: str) -> Mapping[str, tuple[Value, ...]]:
    """The values of every parameter of a program in order of time. Raises TableError if two overlap or one lacks its source."""
    return {key: _history(f"{program}: {key}", rows) for key, rows in table(program)["parameters"].items()}


def _history(name: str, rows: list[dict[str, Any]]) -> tuple[Value, ...]:
    try:
        values = tuple(
            Value(row["from"], row["to"], row["value"], row["source"], row["certainty"], tuple(row.get("readings", ()))) for row in rows
        )
    except KeyError as missing:
        raise TableError(f"{name}: a value lacks {missing}") from None
    for before, after in itertools.pairwise(values):
        if before.end > after.start:
            raise TableError(f"{name}: two values hold on {after.start}")
    return values


@functools.lru_cache(maxsize=4096)
def law_on(program: str, day: dt.date) -> Law:
    """The law of a program for applications lodged on ``day``; between two versions that of the nearer."""
    versions = [(row["from"], row["to"]) for row in table(program)["versions"]]
    inside = [min(max(day, start), end - ONE_DAY) for start, end in versions]
    nearest = min(inside, key=lambda other: abs((other - day).days))
    values = _in_force(program, nearest)
    doubtful = frozenset(key for key, value in values.items() if value.others)
    surely = frozenset(key for key, value in values.items() if value.certainty == "S")
    return Law(program, nearest, max(start for start, _ in versions if start <= nearest), values, doubtful, surely)


@functools.lru_cache(maxsize=4096)
def _in_force(program: str, day: dt.date) -> Mapping[str, Value]:
    return {key: value for key, history in parameters(program).items() for value in history if value.start <= day < value.end}


def article(text: str, source: str, *, sure: bool = True) -> Citation:
    """A passage of the law; ``source`` is a key of ``sources.toml``. Raises TableError if there is no such source."""
    if source not in table("sources"):
        raise TableError(f"sources.toml: no source {source}")
    return Citation(text, table("sources")[source]["url"], sure)
