"""The smallest types of the facts: days, numbers, codes, choices. Each refuses an impossible value in plain words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import PlainValidator

from rules.core.days import Day, parse_day
from rules.yaml_text import Plain

MAX_TEXT = 2_000
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,6})?", re.ASCII)
_LEVEL = re.compile(r"A1\.1|<A1|[ABC][12]")

Checked = Callable[[object], object]


def read_day(value: object) -> Day:
    """A date at the precision it has."""
    if isinstance(value, Day):
        return value
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return parse_day(value.isoformat())
    if not isinstance(value, str):
        raise ValueError(f"{shown(value)} is no date (YYYY-MM-DD, YYYY-MM or YYYY)")
    return parse_day(value)


def read_whole_day(value: object) -> dt.date:
    """A date known to the day."""
    found = read_day(value)
    if not found.whole:
        raise ValueError(f"{found} must be a whole day (YYYY-MM-DD)")
    return found.first


def read_boolean(value: object) -> bool:
    """true or false, the words or the values; not yes, no, on, 1."""
    if isinstance(value, bool):
        return value
    raise ValueError(f"{shown(value)} is neither true nor false")


def read_day_or_boolean(value: object) -> Day | bool:
    """The date on which something was obtained, or only whether it was."""
    return value if isinstance(value, bool) else read_day(value)


def read_end(value: object) -> Day | Literal["present"]:
    """The last day of a job, or ``present``."""
    return "present" if value == "present" else read_day(value)


def read_text(value: object) -> str:
    """Text of a reasonable length, not empty."""
    if not isinstance(value, str):
        raise ValueError(f"{shown(value)} is not text")
    if not value.strip():
        raise ValueError("is empty; leave it out where it is not known")
    if len(value) > MAX_TEXT:
        raise ValueError(f"has {len(value)} characters, more than the {MAX_TEXT} that are taken")
    return str(value)


def read_number(value: object) -> Decimal:
    """A decimal number; text in quotes is not one."""
    if isinstance(value, Decimal | int | float) and not isinstance(value, bool):
        value = Plain(value)
    if isinstance(value, Plain) and _NUMBER.fullmatch(value):
        return Decimal(value)
    raise ValueError(f"{shown(value)} is no number")


def shown(value: object) -> str:
    """A value as a fault line quotes it."""
    kinds = {dict: "a mapping", list: "a list", bool: str(value).lower()}
    text = kinds.get(type(value), str(value))
    return text if len(text) <= 60 else text[:57] + "…"


def between(least: int, most: int, too_much: str) -> Callable[[object], Decimal]:
    """A reader of numbers from ``least`` to ``most``; ``too_much`` ends the sentence about a greater one."""

    def read(value: object) -> Decimal:
        number = read_number(value)
        if number < least:
            raise ValueError(f"{number} is less than {least}")
        if number > most:
            raise ValueError(f"{number} {too_much}")
        return number

    return read


def whole(least: int, most: int, too_much: str) -> Callable[[object], int]:
    """The same for whole numbers."""
    read_any = between(least, most, too_much)

    def read(value: object) -> int:
        number = read_any(value)
        if number != int(number):
            raise ValueError(f"{number} is no whole number")
        return int(number)

    return read


def digits(what: str, fewest: int, most: int) -> Callable[[object], str]:
    """A reader of codes that keeps leading zeros."""
    length = str(most) if fewest == most else f"{fewest} to {most}"

    def read(value: object) -> str:
        if not isinstance(value, str):
            raise ValueError(f"{shown(value)} is not text: write codes in quotes")
        if not (value.isascii() and value.isdigit() and fewest <= len(value) <= most):
            raise ValueError(f"{shown(value)} is no {what} ({length} digits)")
        return str(value)

    return read


def choice(*allowed: str) -> Callable[[object], str]:
    """A reader of one word out of a list."""

    def read(value: object) -> str:
        if isinstance(value, str) and value in allowed:
            return str(value)
        raise ValueError(f"{shown(value)} is none of {', '.join(allowed)}")

    return read


def matching(form: re.Pattern[str], what: str) -> Callable[[object], str]:
    """A reader of text of a given form."""

    def read(value: object) -> str:
        if isinstance(value, str) and form.fullmatch(value):
            return str(value)
        raise ValueError(f"{shown(value)} is no {what}")

    return read


DayField = Annotated[Day, PlainValidator(read_day)]
WholeDay = Annotated[dt.date, PlainValidator(read_whole_day)]
DayOrBoolean = Annotated[Day | bool, PlainValidator(read_day_or_boolean)]
EndField = Annotated[Day | Literal["present"], PlainValidator(read_end)]
Boolean = Annotated[bool, PlainValidator(read_boolean)]
Text = Annotated[str, PlainValidator(read_text)]
Amount = Annotated[Decimal, PlainValidator(between(0, 999_999_999, "is too much"))]
Hours = Annotated[Decimal, PlainValidator(between(0, 168, "is more than a week has"))]
Share = Annotated[Decimal, PlainValidator(between(0, 1, "is more than 1, the whole"))]
StudyMonths = Annotated[Decimal, PlainValidator(between(0, 600, "is more than fifty years"))]
Years = Annotated[Decimal, PlainValidator(between(0, 80, "is more than a lifetime of schooling"))]
Score = Annotated[Decimal, PlainValidator(between(0, 699, "is more than any of the tests gives (699)"))]
QuebecLevel = Annotated[int, PlainValidator(whole(1, 12, "is above the scale, which ends at 12"))]
Cefr = Annotated[str, PlainValidator(matching(_LEVEL, "level of the CEFR (A1, A2, B1, B2, C1, C2)"))]
Noc2021 = Annotated[str, PlainValidator(digits("code of NOC 2021", 5, 5))]
Noc2016 = Annotated[str, PlainValidator(digits("code of NOC 2016", 4, 4))]
NocEither = Annotated[str, PlainValidator(digits("code of NOC 2021 or 2016", 4, 5))]
Naics = Annotated[str, PlainValidator(digits("NAICS code", 2, 6))]
Place = Annotated[str, PlainValidator(matching(re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?"), "country or province code (CA-QC, CA-ON, FR, …)"))]
Currency = Annotated[str, PlainValidator(matching(re.compile(r"[A-Z]{3}"), "currency code (CAD, EUR, …)"))]


def read_nclc(value: object) -> str:
    """A level of the federal scale as printed: ``6``, or ``<4``. It is kept for display and converted to nothing."""
    if isinstance(value, str) and re.fullmatch(r"<?\d{1,2}\+?", value):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 12:
        return str(value)
    raise ValueError(f"{shown(value)} is no level of the NCLC (0 to 12)")


Nclc = Annotated[str, PlainValidator(read_nclc)]
