"""The words: titles, reasons and questions in French (the reference) and English, by id, and how numbers are said in each."""

from __future__ import annotations

import datetime as dt
import functools
import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, NamedTuple

from rules.core.days import Day
from rules.core.worktime import MONTH, Bounds
from rules.errors import TableError

LANGUAGES = ("fr", "en")
SAID_ALIKE, LISTS = (dt.date, int, Day), (list, tuple)
_WORDS = {
    "fr": {"month": "mois", "months": "mois", "day": "jour", "days": "jours", "to": "de {0} à {1}"},
    "en": {"month": "month", "months": "months", "day": "day", "days": "days", "to": "from {0} to {1}"},
}

Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a sentence, by its key among the reasons; it is put into words only where the sentence is."""

    key: str


@functools.cache
def _sentences(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def say(book: str, key: str, values: Mapping[str, object] | None = None) -> Said:
    """The sentence ``key`` of ``book`` in both languages, its braces filled. Raises TableError if it is missing."""
    french, english, names = _both(book, key)
    if not names or values is None:
        return {"fr": french.text, "en": english.text}
    in_french: Said = {}
    in_english: Said = {}
    for name in names:
        value = values[name]
        if isinstance(value, str):
            in_french[name] = in_english[name] = value
        elif isinstance(value, SAID_ALIKE):  # Said alike in both languages.
            in_french[name] = in_english[name] = str(value)
        else:
            in_french[name], in_english[name] = _word(value, "fr"), _word(value, "en")
    return {"fr": _filled(french, in_french), "en": _filled(english, in_english)}


class Sentence(NamedTuple):
    """A sentence and its pieces: what is printed as it stands, by turns with the names of what is filled in."""

    text: str
    pieces: tuple[tuple[str, str], ...]


def _filled(sentence: Sentence, words: Said) -> str:
    pieces: list[str] = []
    for literal, name in sentence.pieces:
        pieces.append(literal)
        if name:
            pieces.append(words[name])
    return "".join(pieces)


def _parsed(text: str) -> Sentence:
    return Sentence(text, tuple((literal, name or "") for literal, name, _, _ in string.Formatter().parse(text)))


@functools.cache
def _both(book: str, key: str) -> tuple[Sentence, Sentence, tuple[str, ...]]:
    found = entry(book, key)
    if not {"fr", "en"} <= set(found):
        raise TableError(f"{book}.toml: {key} is not in both languages")
    french, english = _parsed(found["fr"]), _parsed(found["en"])
    names = [name for sentence in (french, english) for _, name in sentence.pieces if name]
    return french, english, tuple(dict.fromkeys(names))


def entry(book: str, key: str) -> dict[str, Any]:
    """What ``book`` holds under ``key``. Raises TableError if it holds nothing."""
    found: Any = _sentences(book)
    for step in key.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    if not isinstance(found, dict):
        raise TableError(f"{book}.toml: nothing under {key}")
    return found


def _word(value: object, language: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return str(value[language])
    if isinstance(value, Phrase):
        return str(entry("reasons", value.key)[language])
    if isinstance(value, Bounds):
        return _time(value, language)
    if isinstance(value, LISTS):
        return ", ".join(_word(item, language) for item in value)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


@functools.lru_cache(maxsize=8192)
def _time(bounds: Bounds, language: str) -> str:
    ends = [_months_and_days(end, language) for end in (bounds.least, bounds.most)]
    return ends[0] if ends[0] == ends[1] else _WORDS[language]["to"].format(*ends)


def _months_and_days(time: int, language: str) -> str:
    months, days = divmod(time, MONTH)
    words = _WORDS[language]
    said = [f"{months} {words['months' if months > 1 else 'month']}"] if months or not days else []
    return " ".join(said + ([f"{days} {words['days' if days > 1 else 'day']}"] if days else []))
