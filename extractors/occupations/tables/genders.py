"""The forms of a title that the classification writes in one cell: masculine and feminine beside a slash."""

from __future__ import annotations

import re

_MAN = re.compile(r"(\w+)man/woman")


def genders(title: str, lang: str) -> list[str]:
    """Both forms of a title (`opérateur/opératrice de machine`, `foreman/woman`); one without a clear pair as it is."""
    if lang == "en":
        return [_MAN.sub(r"\1man", title), _MAN.sub(r"\1woman", title)] if _MAN.search(title) else [title]
    if title.count("/") != 1:
        return [title]
    left, right = (side.split() for side in title.split("/"))
    if not left or not right:
        return [title]
    pairs = 0
    while pairs < min(len(left), len(right)) and _alike(left[pairs], right[pairs]):
        pairs += 1
    if pairs == len(left) or len(left) == 1:  # what follows the pair belongs to both
        return [" ".join([*left, *right[max(pairs, 1) :]]), " ".join(right)]
    start = next((at for at, word in enumerate(left) if _alike(word, right[0])), len(left) - 1)
    return [" ".join([*left, *right[len(left) - start :]]), " ".join([*left[:start], *right])]


def _alike(one: str, other: str) -> bool:
    return one[:3].lower() == other[:3].lower()
