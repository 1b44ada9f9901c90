"""One unit more or less in every figure of the law, one at a time, and which scenarios notice.

A unit is a month, a day, a dollar, a level; a code or a word of a list is put out of it, a word of a closed list is put in, a yes
becomes a no, and the first day of a value or of an intake period is moved by one. Only scenarios that read the value are judged
again, those first that speak of a condition resting on it; the first that breaks is enough.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import rules
from rules import intake, programs
from rules.core import law
from rules.facts import LEVELS, STATUSES
from rules.parameters import table
from tests.rules.book import Json, Scenario, load, program_misses

DAY = dt.timedelta(days=1)
Step = str | int
NO_DAY_YET = dt.date(2000, 1, 1)  # in the place of "no last day"
WORDS = {"no": "applies", "applies": "open", "open": "no", "pro_rata": "open"}
PROVES = {"yes": "open", "open": "no", "no": "yes"}
LETTERS, TEERS = ("0", "A", "B", "C", "D"), ("0", "1", "2", "3", "4", "5")
CLOSED: tuple[tuple[str, ...], ...] = (LEVELS, STATUSES, LETTERS, TEERS, ("full", "partial", "none"))
CODES_ONLY = ("orderly", "care_abroad", "naics", "occupations", "it_occupations", "it_relevant")


@dataclass(frozen=True)
class Change:
    """Another value at one place of a table. ``key``: the parameter (or ``intake``, or the part of the French table)."""

    book: str
    key: str
    row: int
    steps: tuple[Step, ...]
    value: Any

    @property
    def spot(self) -> str:
        """Where, in words."""
        return f"{self.book}.{self.key}[{self.row}] {'.'.join(str(step) for step in self.steps)}"

    def __str__(self) -> str:
        return f"{self.spot} -> {self.value!r}"


def changes_of(book: str) -> Iterator[Change]:
    """Every change by one unit of a program's parameters and intake."""
    data = table(book)
    for key, rows in data["parameters"].items():
        for index, row in enumerate(rows):
            for part in ("value", "readings"):
                if part in row:
                    yield from (Change(book, key, index, steps, value) for steps, value in leaves(row[part], (part,), key))
            before = rows[index - 1] if index else None
            if before and before["to"] == row["from"] and _told(before) != _told(row):
                yield from (Change(book, key, index, ("from",), row["from"] + DAY * days) for days in (1, -1))
    for index, row in enumerate(data["intake"]):
        yield from (Change(book, "intake", index, ("from",), row["from"] + DAY * days) for days in (1, -1))
        yield from (Change(book, "intake", index, steps, value) for steps, value in leaves(row.get("cap"), ("cap",), "cap"))
        yield Change(book, "intake", index, ("status",), "closed" if row["status"] != "closed" else "open")


def french_changes() -> Iterator[Change]:
    """The same of the table that turns results into levels."""
    data = table("french")
    for name in data["cefr"]:
        yield from (Change("french", "cefr", 0, steps, value) for steps, value in leaves(data["cefr"][name], (name,), "cefr"))
    for key in ("scales", "diplomas"):
        for index, row in enumerate(data[key]):
            for part in ("bands", "least", "levels", "from", "tests", "skills"):
                if part in row:
                    yield from (Change("french", key, index, steps, value) for steps, value in leaves(row[part], (part,), part))
    yield from (Change("french", "schooling", 0, steps, value) for steps, value in leaves(data["schooling"]["years"], ("years",), "years"))


def leaves(value: Any, steps: tuple[Step, ...], key: str) -> Iterator[tuple[tuple[Step, ...], Any]]:
    """Every other value one unit away, with its path."""
    if isinstance(value, bool):
        yield steps, NO_DAY_YET if key == "diploma_until" else not value
    elif key == "noc_edition":
        yield steps, {2016: 2021, 2021: 2016}[value]
    elif isinstance(value, int):
        yield from ((steps, value + unit) for unit in (1, -1) if value + unit >= 0)
    elif isinstance(value, dt.date):
        yield from ((steps, value + DAY * days) for days in (1, -1))
    elif isinstance(value, str):
        halves = [str(float(value) + half) for half in (0.5, -0.5)] if key == "least" else []  # a figure written as text
        yield from ((steps, word) for word in halves or [_other_word(value, key)])
    elif isinstance(value, dict):
        first = {word for name in value if name.startswith(("unsettled", "related")) for word in value[name]}  # asked before the others
        for name, item in value.items():
            found = leaves(item, (*steps, name), key)
            yield from (one for one in found if not (isinstance(one[1], list) and name.startswith("noc_") and one[1][-1] in first))
    elif isinstance(value, list):
        yield from (one for index, item in enumerate(value) for one in leaves(item, (*steps, index), key))
        yield from ((steps, [*value, word]) for word in _absent(value, key))


def _other_word(value: str, key: str) -> str:
    if key.endswith("_proves"):
        return PROVES[value]
    if key.endswith("part_time"):
        return "pro_rata" if value == "open" else "open"
    return WORDS.get(value, f"not {value}")


def _absent(value: list[Any], key: str) -> list[str]:
    """The words of a closed vocabulary that a list leaves out."""
    if not value or key in CODES_ONLY or not all(isinstance(item, str) for item in value):
        return []
    return next(([word for word in words if word not in value] for words in CLOSED if set(value) <= set(words)), [])


def _told(row: Json) -> Any:
    return row["value"], row.get("readings")


@contextlib.contextmanager
def changed(change: Change) -> Iterator[None]:
    """The table with the change in it, and as it was again."""
    holder, last, old = _place(change)
    rows = _rows(change)
    ends = [row for row in rows if change.steps == ("from",) and row.get("to") == old and _together(row, rows[change.row])]
    holder[last] = change.value
    for row in ends:
        row["to"] = change.value
    _forget()
    try:
        yield
    finally:
        holder[last] = old
        for row in ends:
            row["to"] = old
        _forget()


def _together(row: Json, other: Json) -> bool:
    """Whether two rows are neighbours of one calendar."""
    if "diploma" in row:
        return bool(row["diploma"] == other["diploma"])
    return "streams" not in row or bool(set(row["streams"]) & set(other["streams"]))


def _rows(change: Change) -> list[Json]:
    data = table(change.book)
    found = data[change.key] if change.key in data else data["parameters"][change.key]
    return found if isinstance(found, list) else []


def _place(change: Change) -> tuple[Any, Step, Any]:
    data = table(change.book)
    if change.book == "french":
        holder: Any = data[change.key] if change.key in ("cefr", "schooling") else data[change.key][change.row]
    else:
        holder = (data["intake"] if change.key == "intake" else data["parameters"][change.key])[change.row]
    for step in change.steps[:-1]:
        holder = holder[step]
    return holder, change.steps[-1], holder[change.steps[-1]]


def _forget() -> None:
    for cached in (law.parameters, law.law_on, law._in_force, intake._calendar):
        cached.cache_clear()


class Reading(dict[str, law.Value]):
    """Values that remember which of them were asked for."""

    asked: set[tuple[str, dt.date]]

    def __getitem__(self, key: str) -> law.Value:
        value = super().__getitem__(key)
        self.asked.add((key, value.start))
        return value


def readers(program: str) -> dict[tuple[str, dt.date], list[Scenario]]:
    """Who reads which value of a program: by parameter and first day."""
    found: dict[tuple[str, dt.date], list[Scenario]] = defaultdict(list)
    in_force = law._in_force
    asked: set[tuple[str, dt.date]] = set()

    def reading(book: str, day: dt.date) -> Reading:
        values = Reading(in_force(book, day))
        values.asked = asked
        return values

    law.law_on.cache_clear()
    law._in_force = reading  # type: ignore[assignment]
    try:
        for scenario in (one for one in load() if program in one.expect):
            asked.clear()
            rules.evaluate(scenario.known, None, [program])
            law.law_on.cache_clear()
            for place in asked:
                found[place].append(scenario)
    finally:
        law._in_force = in_force
        _forget()
    return found


def speaking_first(scenarios: Iterable[Scenario], program: str, key: str) -> list[Scenario]:
    """Those first that expect something of a condition that rests on ``key``."""
    resting = {one.id for stream in programs.ALL[program].streams for one in stream.conditions if key in one.keys}

    def silence(scenario: Scenario) -> tuple[bool, int]:
        streams = scenario.expect[program].get("streams", {}).values()
        spoken = {name for stream in streams for part in ("conditions", "found") for name in stream.get(part, {})}
        return not spoken & resting, len(spoken)

    return sorted(scenarios, key=silence)


def breaks(change: Change, scenarios: Iterable[Scenario], program: str | None = None) -> Scenario | None:
    """The first scenario that does not hold any more; None if all do. Those that name the old value, or its day, are tried first."""
    old = _place(change)[2]
    named = {str(old), str(old - DAY) if isinstance(old, dt.date) else str(old), change.value[-1] if isinstance(old, list) else str(old)}
    likely = sorted(scenarios, key=lambda one: not any(name in one.text or name == str(one.facts["as_of"]) for name in named))
    with changed(change):
        return next((one for one in likely if not holds(one, program or one.programs[0])), None)


def flipped(change: Change, program: str) -> list[tuple[Scenario, list[str]]]:
    """Every scenario that a change breaks, with what it then misses: what to look at before a figure is changed."""
    scenarios = [one for one in load() if program in one.expect]
    with changed(change):
        return [(one, told) for one in scenarios if (told := program_misses(one, program))]


def holds(scenario: Scenario, program: str) -> bool:
    """Whether all that a scenario expects of a program is so; a table that makes no sense any more counts as noticed."""
    try:
        return not program_misses(scenario, program)
    except (rules.TableError, KeyError, IndexError, RuntimeError):  # A generator turns the end of a search into the last.
        return False


def survivors(book: str, explained: Iterable[str] = ()) -> list[Change]:
    """The changes of a program's table that no scenario notices, but for those ``explained`` (patterns of :class:`Change` in words)."""
    by_value, rows = readers(book), table(book)["parameters"]
    ordered: dict[tuple[str, dt.date], list[Scenario]] = {}
    silent = []
    for change in _to_try(changes_of(book), explained):
        if change.key == "intake":
            scenarios = _of_intake(book, table(book)["intake"][change.row])
        else:
            starts = {rows[change.key][change.row]["from"]}
            starts |= {rows[change.key][change.row - 1]["from"]} if change.steps == ("from",) else set()
            scenarios = []
            for place in ((change.key, start) for start in starts):
                if place not in ordered:
                    ordered[place] = speaking_first(by_value[place], book, change.key)
                scenarios += ordered[place]
        if breaks(change, scenarios, book) is None:
            silent.append(change)
    return silent


def _to_try(changes: Iterable[Change], explained: Iterable[str]) -> list[Change]:
    known = [re.compile(pattern) for pattern in explained]
    return [change for change in changes if not any(pattern.match(str(change)) for pattern in known)]


def _of_intake(book: str, row: Json) -> list[Scenario]:
    first, last = row["from"] - DAY, row.get("to", dt.date.max)
    told = [one for one in load() if "intake" in str(one.expect.get(book))]
    return [one for one in told if first <= dt.date.fromisoformat(str(one.facts["as_of"])) <= last]


def french_survivors(explained: Iterable[str] = ()) -> list[Change]:
    """The changes of the table of French that no scenario notices."""
    proofs = [one for one in load() if one.file in ("french", "proofs")]
    return [change for change in _to_try(french_changes(), explained) if breaks(change, proofs) is None]
