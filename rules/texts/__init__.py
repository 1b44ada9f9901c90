"""The words: titles, reasons and questions in French (the reference) and English, by id, and how numbers are said in each."""

from __future__ import annotations

import datetime as dt
import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from rules.core.days import Day
from rules.core.worktime import MONTH, Bounds
from rules.errors import TableError

LANGUAGES = ("fr", "en")
_WORDS = {
    "fr": {"month": "mois", "months": "mois", "day": "jour", "days": "jours", "to": "de {0} à {1}"},
    "en": {"month": "month", "months": "months", "day": "day", "days": "days", "to": "from {0} to {1}"},
}

Said = dict[str, str]


@functools.cache
def _sentences(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def say(book: str, key: str, values: Mapping[str, object] | None = None) -> Said:
    """The sentence ``key`` of ``book`` in both languages, its braces filled. Raises TableError if it is missing."""
    found = entry(book, key)
    if set(found) != set(LANGUAGES):
        raise TableError(f"{book}.toml: {key} is not in both languages")
    return {language: found[language].format(**_localised(values or {}, language)) for language in LANGUAGES}


def entry(book: str, key: str) -> dict[str, Any]:
    """What ``book`` holds under ``key``. Raises TableError if it holds nothing."""
    found: Any = _sentences(book)
    for step in key.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    if not isinstance(found, dict):
        raise TableError(f"{book}.toml: nothing under {key}")
    return found


def _localised(values: Mapping[str, object], language: str) -> dict[str, str]:
    return {name: _word(value, language) for name, value in values.items()}


def _word(value: object, language: str) -> str:
    if isinstance(value, dict):
        return str(value[language])
    if isinstance(value, Bounds):
        return _time(value, language)
    if isinstance(value, list | tuple):
        return ", ".join(_word(item, language) for item in value)
    return value.isoformat() if isinstance(value, dt.date) else str(value) if isinstance(value, Day | int | str) else f"{value}"


def _time(bounds: Bounds, language: str) -> str:
    ends = [_months_and_days(end, language) for end in (bounds.least, bounds.most)]
    return ends[0] if ends[0] == ends[1] else _WORDS[language]["to"].format(*ends)


def _months_and_days(time: int, language: str) -> str:
    months, days = divmod(time, MONTH)
    words = _WORDS[language]
    said = [f"{months} {words['months' if months > 1 else 'month']}"] if months or not days else []
    return " ".join(said + ([f"{days} {words['days' if days > 1 else 'day']}"] if days else []))
