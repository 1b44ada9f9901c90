"""A value in plain words for a reader, and the same value as a person would type it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_currency, format_decimal, format_percent

from casefile.store.tables import aware
from web.house import QUEBEC
from web.language import LOCALES, Language
from web.shown.names import LEVELS, MEASURES, PERIODS, PROVINCES, STATUSES, TESTS

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_ENTRY = re.compile(r"\w+\[(\d+)\]")


def in_words(name: str, value: Any, language: Language) -> str:
    """The value of a field as a reader says it: dates at the precision they have, levels and places by name, money with its period."""
    match value:
        case bool():
            said = yes_or_no(value, language)
        case int() | float():
            said = number(value, language)
        case Mapping() if "amount" in value:
            said = _pay(value, language)
        case Mapping():
            said = ", ".join(f"{measure(key, language)} {in_words(key, one, language)}" for key, one in value.items())
        case Sequence() if not isinstance(value, str):
            said = "; ".join(in_words(name, one, language) for one in value)
        case _:
            said = _text(name, str(value), language)
    return said


def _text(name: str, text: str, language: Language) -> str:
    """A value that is text: a code by its name, a date in words, anything else as printed."""
    english = language == "en"
    last = name.rpartition(".")[2]
    if last == "end_date" and text == "present":
        return "to this day" if english else "à ce jour"
    if last in ("level", "name") and text in (LEVELS | TESTS):
        return LEVELS[text][english] if text in LEVELS else TESTS[text]
    if last == "status":
        return STATUSES.get(text, (text, text))[english]
    if last in ("country", "place"):
        return country(text, language)
    if last == "nclc" and text.startswith("<"):
        return f"{'below' if english else 'moins de'} {text[1:]}"
    dated = last in ("issued_on", "conferred_on", "date", "birth_date", "start_date", "end_date", "obtained")
    return date(text, language) if dated else text


def yes_or_no(value: bool, language: Language) -> str:
    return {"fr": ("non", "oui"), "en": ("no", "yes")}[language][value]


def number(value: float, language: Language) -> str:
    return format_decimal(value, locale=LOCALES[language])


def percent(share: float, language: Language) -> str:
    """A probability; never 100 % unless it is certain."""
    shown = share if share >= 1 else min(share, 0.99)
    return format_percent(shown, locale=LOCALES[language])


def country(code: str, language: Language) -> str:
    if code in PROVINCES:
        return PROVINCES[code][language == "en"]
    return str(LOCALES[language].territories.get(code, code))


def _pay(value: Mapping[str, Any], language: Language) -> str:
    currency = str(value.get("currency") or "CAD")
    amount = format_currency(float(value["amount"]), currency, locale=LOCALES[language])
    period = PERIODS.get(str(value.get("period")), ("", ""))[language == "en"]
    return f"{amount} {period}".strip()


def date(text: str, language: Language) -> str:
    """An ISO date of any precision in words: « 22 novembre 2026 », « novembre 2026 », « 2026 »."""
    found = _DATE.fullmatch(text)
    if found is None:
        return text
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        return text
    try:
        moment = dt.date(year, month, day or 1)
    except ValueError:
        return text
    if day is None:
        return format_date(moment, "MMMM y", locale=LOCALES[language])
    return full_date(moment, language)


def full_date(day: dt.date, language: Language) -> str:
    said = format_date(day, "long", locale=LOCALES[language])
    return said.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else said


def moment(at: dt.datetime, language: Language) -> str:
    """A moment by Québec's clock: « 22 novembre 2026, 14 h 05 »."""
    here = aware(at).astimezone(QUEBEC)
    time = format_datetime(here, "HH 'h' mm" if language == "fr" else "h:mm a", locale=LOCALES[language])
    return f"{full_date(here.date(), language)}, {time}"


def typed(value: Any) -> str:
    """A value as it would be typed into the correction's field."""
    match value:
        case bool():
            return "oui" if value else "non"
        case Mapping() if "amount" in value:
            return " ".join(str(value.get(key, "")) for key in ("amount", "currency", "period"))
        case Sequence() if not isinstance(value, str):
            return "\n".join(str(one) for one in value)
    return "" if value is None else str(value)


def measure(key: str, language: Language) -> str:
    return MEASURES.get(key, (key, key))[language == "en"]


def measured(key: str, value: Any, language: Language) -> str:
    """What was found or is required, by the assessment's key: bounds as « 17,2 à 17,9 », entries as « no 1 »."""
    numbers = isinstance(value, list) and len(value) == 2 and all(isinstance(one, int | float) for one in value)
    if numbers and key == "months":
        low, high = (number(one, language) for one in value)
        return low if low == high else f"{low} {'to' if language == 'en' else 'à'} {high}"
    if isinstance(value, str) and (found := _ENTRY.fullmatch(value)):
        return f"no. {int(found[1]) + 1}" if language == "en" else f"no {int(found[1]) + 1}"
    return in_words(key, value, language)
