"""The contract's values: how a marked text becomes one, and when two are the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Any

Json = Any

_NUMBERS = re.compile(r"test\.total|\w+\.score|study\.(?:hours|credits|months)|position\.hours_per_week|\w+\.(?:nclc|quebec_level)")
_WORDS = frozenset({
    "person.name", "employer.name", "employer.place", "institution.name", "signatory.name", "signatory.title", "position.title",
    "credential.title", "credential.field",
})
_ALIKE = 0.9
"""Share of words in common from which two texts are one: a civility or a legal form more or less in a long name."""
_SAME_DUTY = 0.8
_ENOUGH_DUTIES = 0.8


def typed(field: str, text: str) -> Json:
    """The value that a text of the truth stands for: `37.5`, `true`, `24.5 CAD hour`, `one|two` for duties, or the text itself."""
    text = straight(text)
    if _NUMBERS.fullmatch(field) and not text.startswith("<"):
        number = float(text)
        return int(number) if number.is_integer() else number
    if field in ("position.full_time", "position.internship"):
        return {"true": True, "false": False}[text]
    if field == "position.salary":
        amount, currency, period = text.split()
        return {"amount": float(amount), "currency": currency, "period": period}
    if field == "position.duties":
        return [duty.strip() for duty in text.split("|")]
    return text


def same(field: str, truth: Json, given: Json) -> bool:
    """Whether a given value says what the truth says."""
    if field in _WORDS:
        return _letters(truth) == _letters(given) or likeness(truth, given) >= _ALIKE
    if field in _OWN_WAYS:
        return _OWN_WAYS[field](truth, given)
    if isinstance(truth, bool) or isinstance(given, bool):
        return truth is given
    if isinstance(truth, int | float):
        return isinstance(given, int | float) and abs(truth - given) < 1e-6
    return str(truth) == str(given)


def words(text: Json) -> list[str]:
    """Lower-case words without accents and signs."""
    plain = unicodedata.normalize("NFKD", straight(str(text))).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


def straight(text: str) -> str:
    """With the apostrophes of a typewriter, as answers have them."""
    return text.replace("’", "'")


def likeness(one: Json, other: Json) -> float:
    """Share of the words of both that are common, in any order."""
    here, there = Counter(words(one)), Counter(words(other))
    total = here.total() + there.total()
    return 2 * (here & there).total() / total if total else 0.0


def _letters(text: Json) -> str:
    return "".join(words(text))


def _same_reference(truth: str, given: Json) -> bool:
    return _signs(truth) == _signs(given)


def _signs(text: Json) -> str:
    return "".join(re.findall(r"\w", str(text))).upper()


def _same_salary(truth: dict[str, Json], given: Json) -> bool:
    return isinstance(given, dict) and _salary(given) == _salary(truth)


def _salary(value: dict[str, Json]) -> tuple[Json, Json, Json]:
    amount = value.get("amount")
    return (round(amount, 2) if isinstance(amount, int | float) else None, value.get("currency"), value.get("period"))


def _same_duties(truth: list[str], given: Json) -> bool:
    told = sum(any(likeness(duty, one) >= _SAME_DUTY for one in given) for duty in truth) if isinstance(given, list) else 0
    return told >= _ENOUGH_DUTIES * len(truth)


_OWN_WAYS: dict[str, Callable[[Json, Json], bool]] = {
    "reference": _same_reference, "position.salary": _same_salary, "position.duties": _same_duties,
}
