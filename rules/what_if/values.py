"""What a fact could be instead, by the type that the schema of the facts gives it: words to try, or a scale to search along.

The values come from the evaluation: the figures, days and codes of the parameters that the conditions rest on, moved back from the
lodging day where they are months or years. What says which job, diploma or person it is stays as it is once it is known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from rules.core.days import Day, add_months
from rules.facts import LEVELS, LISTS, STATUSES, Entry, Facts, MainOccupation, Salary, Skill, Spouse, Stated
from rules.parameters import table
from rules.what_if.reads import Place

SAME_AS_KNOWN = (
    *("birth_date", "title", "field", "noc_2021", "noc_2016", "naics", "regulated"),
    *("place", "country", "leads_to", "test", "proof", "currency", "period"),
)
WORDS: Mapping[str, tuple[str, ...]] = {
    "status": STATUSES,
    "level": LEVELS,
    "regulator_authorisation": ("partial", "full"),
    "internship": ("none", "mandatory"),
    "place": ("CA-QC",),
    "country": ("CA-QC",),
    "currency": ("CAD",),
    "period": ("year", "month", "two_weeks", "week", "day", "hour"),
    "cefr": ("A1", "A2", "B1", "B2", "C1", "C2"),
}
SCALES: Mapping[str, tuple[str, str, str]] = {  # from, to, step: the schema's own limits
    "hours_per_week": ("0", "168", "0.5"),
    "score": ("0", "699", "0.5"),
    "quebec_level": ("1", "12", "1"),
    "amount": ("0", "1000000", "0.01"),
    "stayed_mainly_to_study_share": ("0", "1", "0.01"),
    "years_full_time": ("0", "80", "0.5"),
    "months": ("0", "600", "1"),
    "hours": ("0", "10000", "1"),
    "credits": ("0", "1000", "1"),
}
HIGHEST_MARKS = {Decimal(20), Decimal(25), Decimal(50)}  # of a skill, where a test gives no hundreds
CODES = {"noc_2021": (5, 5), "noc_2016": (4, 4), "naics": (2, 6), "leads_to": (4, 5)}
PAST_YEARS, AHEAD_MONTHS = 60, 24
SKILLS = ("listening", "speaking", "reading", "writing")


@dataclass(frozen=True, slots=True)
class Known:
    """What the evaluation hangs on: the lodging day; numbers, days and codes of its parameters; codes elsewhere in the facts."""

    day: dt.date
    numbers: frozenset[int]
    days: frozenset[dt.date]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Values in order, as whole numbers: those to try, where to begin (None: nothing is there), and how to write one."""

    path: str
    anchors: tuple[int, ...]
    present: int | None
    write: Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Choice:
    """Values without order, the ones to prefer first."""

    path: str
    values: tuple[object, ...]


def proposals(place: Place, known: Known) -> Iterator[Scale | Choice]:
    """What could stand at a place."""
    if place.key == "evidence" or (place.key in SAME_AS_KNOWN and _settled(place.present)):
        return
    if place.key == "status" and isinstance(place.owner, Entry):
        yield Choice(place.path, () if place.present == "confirmed" else ("confirmed",))
    elif isinstance(place.owner, Facts):
        yield from _of_lists(place, known)
    elif isinstance(place.owner, Skill):
        yield from _of_a_skill(place, known)
    else:
        yield from _of_a_fact(place, known)


def _settled(present: Any) -> bool:
    """Whether a fact is known to the day: a partial date can still be made whole."""
    value = present.value if isinstance(present, Stated) else present
    return value is not None and not (isinstance(value, Day) and not value.whole) and value != "CA"


def _of_lists(place: Place, known: Known) -> Iterator[Scale | Choice]:
    if place.key == "complete" and place.present is not None:
        yield Choice(place.path, tuple([*place.present, name] for name in LISTS if name not in place.present))
    if place.key == "french":
        yield _new_result(place, known)
    if place.key == "spouse" and place.present is None:
        yield Choice("spouse.accompanying", (False, True))


def _new_result(place: Place, known: Known) -> Scale:
    """A test sat on the lodging day with one level in all skills."""

    def write(level: int) -> object:
        return {"test": "TCF_QUEBEC", "date": known.day.isoformat(), **{skill: {"quebec_level": level} for skill in SKILLS}}

    return Scale(f"{place.path}[{len(place.present or ())}]", tuple(range(1, 13)), 0, write)


def _of_a_skill(place: Place, known: Known) -> Iterator[Scale | Choice]:
    """The measure that the paper gives, raised; the others of the same skill would only say it twice."""
    given = [key for key in ("score", "cefr", "quebec_level") if getattr(place.owner, key) is not None]
    if place.key == (given[0] if given else "quebec_level"):
        yield from _of_a_fact(place, known)


def _of_a_fact(place: Place, known: Known) -> Iterator[Scale | Choice]:
    types = set(_leaves(type(place.owner).model_fields[place.key].annotation))
    stated = [one for one in types if isinstance(one, type) and issubclass(one, Stated)]
    present = place.present
    if stated:
        types = set(_leaves(stated[0].model_fields["value"].annotation))
        present = present.value if present else None
    words: list[object] = [True, False] if bool in types else []
    words += sorted(one for one in types if isinstance(one, str))
    words += WORDS.get(place.key, ()) if str in types else ()
    words += _codes(place, known) if present is None else []
    yield Choice(place.path, tuple(word for word in words if word != present))
    if Day in types:
        yield from _dates(place.path, present if isinstance(present, Day) else None, known)
    if place.key in SCALES and (Decimal in types or int in types):
        yield _numbers(place.path, place.key, present, known)
    if present is None:
        yield from _absent(place, types, known)


def _leaves(annotation: Any) -> Iterator[Any]:
    """The plain types, and the words, that an annotation allows."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _leaves(parts[0])
    elif origin in (Union, UnionType):
        for part in parts:
            yield from _leaves(part)
    elif origin is Literal:
        yield from parts
    else:
        yield annotation


def _absent(place: Place, types: set[Any], known: Known) -> Iterator[Scale | Choice]:
    """A part of the facts that is not there at all, in its simplest form."""
    if Skill in types:
        yield _numbers(f"{place.path}.quebec_level", "quebec_level", None, known)
    if Salary in types:
        yield _numbers(place.path, "amount", None, known, lambda amount: {"amount": amount, "currency": "CAD", "period": "year"})
    if MainOccupation in types:
        codes = [code for code in known.codes if len(code) == 5]
        yield Choice(place.path, tuple({"noc_2021": code, "regulated": ruled} for code in codes for ruled in (False, True)))
    if place.key == "french" and isinstance(place.owner, Spouse):
        yield _new_result(place, known)


def _codes(place: Place, known: Known) -> list[object]:
    if place.key not in CODES:
        return []
    fewest, most = CODES[place.key]
    fitting = [code for code in known.codes if fewest <= len(code) <= most]
    return [[code] for code in fitting] if place.key == "leads_to" else list(fitting)


def _dates(path: str, present: Day | None, known: Known) -> Iterator[Scale]:
    """Days to try: inside a partial date its own; else the lodging day and those that the look-backs point at."""
    if present and not present.whole:
        inside = (present.first.toordinal(), present.last.toordinal())
        yield Scale(path, inside, None, _write_day)
        return
    numbers = sorted(number for number in known.numbers if number <= 12 * PAST_YEARS)
    back = {add_months(known.day, -number * unit) for number in numbers for unit in (1, 12) if number * unit <= 12 * PAST_YEARS}
    ends = {add_months(known.day, -12 * PAST_YEARS), add_months(known.day, AHEAD_MONTHS), known.day}
    from_days = {add_months(day, -number) for day in known.days for number in (0, *numbers)}
    anchors = tuple(sorted(day.toordinal() for day in back | ends | from_days))
    yield Scale(path, anchors, present.first.toordinal() if present else None, _write_day)


def _write_day(ordinal: int) -> object:
    return dt.date.fromordinal(ordinal).isoformat()


def _numbers(path: str, key: str, present: Any, known: Known, write: Callable[[Decimal], object] = lambda number: number) -> Scale:
    least, most, step = (Decimal(text) for text in SCALES[key])
    figures = {Decimal(number) for number in known.numbers} | {Decimal(number) / 100 for number in known.numbers} | {least, most}
    if key == "score":
        figures |= {Decimal(band[0]) for row in table("french")["scales"] for band in row["bands"]} | HIGHEST_MARKS
    anchors = tuple(sorted({int(figure / step) for figure in figures if least <= figure <= most}))
    return Scale(path, anchors, None if present is None else int(Decimal(present) / step), lambda place: write(place * step))


def what_is_known(day: dt.date, values: Iterable[Any], facts: Facts) -> Known:
    """The numbers, days and codes in the values of some parameters, and the codes of the jobs on file."""
    flat = list(_flat(values))
    jobs = (*(facts.work or ()), *(facts.job_offers or ()))
    on_file = [code for job in jobs for code in (job.noc_2021, job.noc_2016) if code]
    return Known(
        day,
        frozenset(one for one in flat if isinstance(one, int) and not isinstance(one, bool)),
        frozenset(one for one in flat if isinstance(one, dt.date)),
        tuple(dict.fromkeys([*on_file, *(one for one in flat if isinstance(one, str) and one.isdigit() and len(one) > 1)])),
    )


def _flat(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, Mapping):
            yield from _flat(value.values())
        elif isinstance(value, list | tuple):
            yield from _flat(value)
        else:
            yield value
