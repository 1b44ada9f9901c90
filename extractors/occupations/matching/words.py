"""A printed title as words that can be compared: without case, accents, gender, number, inclusive spelling and small words."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.fields.text.plain import plain

_ENDING = r"(?:e|ne|le|ere|iere|euse|trice|rice|ice|se|ve|sse|esse)"
_INCLUSIVE = re.compile(
    rf"(?<=[a-z]{{3}})(?:\({_ENDING}?s?\)s?|[·•∙⋅/]{_ENDING}s?(?:[·•∙⋅/.]s)?|[.-]{_ENDING}(?:[.-]s)?s?)(?![a-z'])"
)
_FOR_ALL = re.compile(r"\(?\b(?:[hfm] ?[/-] ?[hfmx]|h/f/x|m/f/d|f/m/d)\b\)?")
_WORD = re.compile(r"c\+\+|c#|\.net|[a-z0-9]+")
SMALL = frozenset((
    "de", "d", "la", "le", "les", "des", "du", "l", "un", "une", "a", "au", "aux", "en", "et", "ou", "pour", "par",
    "sur", "dans", "avec", "chez", "the", "of", "an", "and", "or", "for", "to", "in", "on", "at", "with", "by", "from", "as",
    "s",
))
_ENDINGS = (
    ("trice", "teur"), ("rice", "eur"), ("euse", "eur"), ("iere", "ier"), ("enne", "en"), ("onne", "on"), ("ere", "er"),
    ("ive", "if"), ("elle", "el"), ("ee", "e"), ("eaux", "eau"), ("aux", "al"),
)


def fold(title: str) -> str:
    """The title in plain small letters with inclusive endings taken off: `Préposé(e)s` becomes `prepose`."""
    folded = plain(title.replace("œ", "oe").replace("Œ", "oe"))
    return _INCLUSIVE.sub("", _FOR_ALL.sub(" ", folded))


def words(folded: str) -> list[str]:
    """The words of a folded title."""
    return _WORD.findall(folded)


def stems(folded: str) -> tuple[str, ...]:
    """The stems of a folded title's words in order, each once, so that both genders side by side count as one."""
    return tuple(dict.fromkeys(stem(word) for word in words(folded) if word not in SMALL))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without the endings of number and gender, the same for French and English."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if len(word) > 4:
        word = next((word[: -len(old)] + new for old, new in _ENDINGS if word.endswith(old) and len(word) > len(old) + 1), word)
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word
