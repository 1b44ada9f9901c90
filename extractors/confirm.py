"""The second look at what was read optically: the values that decide are read again by another engine.

A date or a score that both engines read the same is surer; one that they read differently is doubted and the other reading
told. Each look costs a fifth of a second, so only a handful of values a document get one, those that decide first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from rapidfuzz import fuzz

from extractors.calibration import Again
from extractors.evidence import Field, Json, PageBox
from extractors.fields.numbers import as_json
from extractors.fields.text.plain import key, plain
from extractors.fields.text.slips import mended
from extractors.fields.when.dates import find_dates

Reread = Callable[[int, PageBox], str | None]
"""Page number and box to what a second engine reads there; None where it cannot be asked."""

_MOST_LOOKS = 8
_CLEAR = 0.995
"""Words whose worst was read with so much are clear: of a hundred that the second reader reads differently one is wrong (measured)."""
_ALIKE = 70
"""Of 100: text less like the first reading than this was read elsewhere, or not at all."""
_SKILL = r"(?:listening|speaking|reading|writing)"
_DECIDING = (r"test\.date", r"position\.(?:start|end)_date", r"conferred_on", rf"{_SKILL}\.score", r"issued_on", r"person\.birth_date",
             r"test\.total", rf"(?:test|{_SKILL})\.cefr", r"person\.name", r"position\.title", r"credential\.title", r"employer\.name",
             r"reference")
_TEXTS = ("person.name", "position.title", "credential.title", "employer.name")
_WORDS = (*_TEXTS, "reference")
_LEVEL = re.compile(r"(?<![a-z0-9])[abc][12](?![0-9a-z])")


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What the second reader made of a value: whether it agreed, and what it read instead."""

    again: Again
    instead: Json = None


def looked_again(fields: Sequence[tuple[Field, float]], reread: Reread) -> Iterator[tuple[Field, SecondLook]]:
    """A second look at the fields that decide most, of fields with the score of their worst word. Dates, scores and levels are always
    worth it, words only where the first reading leaves a doubt."""
    asked = [(rank, one) for one, score in fields if (rank := _rank(one)) < len(_DECIDING) and len(one.boxes) == 1
             and not (one.name in _WORDS and score >= _CLEAR)]
    return ((one, _second_look(one, reread)) for _, one in sorted(asked, key=itemgetter(0))[:_MOST_LOOKS])


def _rank(one: Field) -> int:
    return next((rank for rank, pattern in enumerate(_DECIDING) if re.fullmatch(pattern, one.name)), len(_DECIDING))


def _second_look(one: Field, reread: Reread) -> SecondLook:
    again = reread(one.page, one.boxes[0]) if one.page is not None else None
    if again and one.name in _TEXTS:
        return _text_again(str(one.value), again)
    others = _readings(one, again) if again else []
    if not others:
        return SecondLook("silent")
    return SecondLook("agreed") if one.value in others else SecondLook("differed", others[0])


def _text_again(value: str, again: str) -> SecondLook:
    """Words said again: accents and punctuation, which both readers miss at times, are no difference."""
    said, seen = key(value), key(again)
    if said == seen:
        return SecondLook("agreed")
    return SecondLook("differed", again) if fuzz.ratio(said, seen) >= _ALIKE else SecondLook("silent")


def _readings(one: Field, again: str) -> list[Json]:
    """The values that the second engine's words give for a field, in the same grammar; none where they make no sense."""
    text = mended(plain(again))
    if one.name.endswith("date") or one.name in ("issued_on", "conferred_on"):
        return [reading for date in find_dates(text, "dmy") for reading in (date.value, *date.others)
                if len(date.value) >= len(str(one.value))]
    if one.name.endswith(".cefr"):
        return [match[0].upper() for match in _LEVEL.finditer(text)]
    if one.name == "reference":
        return [again.strip()] if re.fullmatch(r"\S*\d\S*(?: \S+){0,3}", again.strip()) else []
    return [as_json(float(number.replace(",", "."))) for number in re.findall(r"(?<![0-9.,])[0-9]{1,3}(?:[.,][0-9]{1,2})?(?![0-9])", text)]
