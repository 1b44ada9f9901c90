"""The second look at what was read optically: the values that decide are read again by another engine.

A date or a score that both engines read the same is surer; one that they read differently is doubted and the other reading
told. Each look costs a fifth of a second, so only a handful of values a document get one, those that decide first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from extractors.evidence import Alternative, Field, Json, PageBox
from extractors.fields.numbers import as_json
from extractors.fields.text.plain import plain
from extractors.fields.text.slips import mended
from extractors.fields.when.dates import find_dates

Reread = Callable[[int, PageBox], str | None]
"""Page number and box to what a second engine reads there; None where it cannot be asked."""

MOST_LOOKS = 8
_DECIDING = (
    r"test\.date",
    r"position\.(?:start|end)_date",
    r"conferred_on",
    (
        r"(?:listening|speaking|reading"
        r"|writing)\.score"
    ),
    r"issued_on",
    r"person\.birth_date",
    r"test\.total",
)
_LEVEL = re.compile(r"(?<![a-z0-9])[abc][12](?![0-9a-z])")


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What a value is worth after a second look: how much of its doubt is left, or how much of its confidence."""

    agreed_doubt_left: float = 0.35
    differing_left: float = 0.8


def confirm(fields: list[Field], scanned: frozenset[int], reread: Reread, worth: Confirmed = Confirmed()) -> list[Field]:
    """The fields with a second reading taken into account; `scanned` are the pages that came by optical reading."""
    looks = MOST_LOOKS
    answer = dict(enumerate(fields))
    for number, one in sorted(answer.items(), key=lambda item: _rank(item[1])):
        if looks == 0 or _rank(one) >= len(_DECIDING) or one.page not in scanned or len(one.boxes) != 1:
            continue
        looks -= 1
        again = reread(one.page, one.boxes[0])
        if again:
            answer[number] = _weighed(one, again, worth)
    return [answer[number] for number in range(len(fields))]


def _rank(one: Field) -> int:
    return next((rank for rank, pattern in enumerate(_DECIDING) if re.fullmatch(pattern, one.name)), len(_DECIDING))


def _weighed(one: Field, again: str, worth: Confirmed) -> Field:
    others = _readings(one, again)
    if not others:
        return one
    if one.value in others:
        return replace(one, confidence=min(0.995, 1 - (1 - one.confidence) * worth.agreed_doubt_left))
    left = one.confidence * worth.differing_left
    rival = Alternative(others[0], round(min(left, 0.9 - left), 3))
    return replace(
        one, confidence=left, alternatives=(rival, *(other for other in one.alternatives if other.value != rival.value))
    )


def _readings(one: Field, again: str) -> list[Json]:
    """The values that the second engine's words give for a field, in the same grammar; none where they make no sense."""
    text = mended(plain(again))
    if one.name.endswith("date") or one.name in ("issued_on", "conferred_on"):
        return [
            reading
            for date in find_dates(text, "dmy")
            for reading in (date.value, *date.others)
            if len(date.value) >= len(str(one.value))
        ]
    if one.name.endswith(".cefr"):
        return [match[0].upper() for match in _LEVEL.finditer(text)]
    return [
        as_json(float(number.replace(",", ".")))
        for number in re.findall(r"(?<![0-9.,])[0-9]{1,3}(?:[.,][0-9]{1,2})?(?![0-9])", text)
    ]
