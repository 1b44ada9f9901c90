"""A printed title against the titles of the classification: the same words, or all but the same. Below that, nothing is said."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from extractors.fields.text.plain import key

TABLE = Path(__file__).parent / "titles.tsv"
STRICT = 94.0
"""Of 100: from this likeness on, a title that is not the same word for word is taken for it (an inflection, a slip of the
reader)."""


@dataclass(frozen=True, slots=True)
class Occupation:
    """A unit group that a title can mean. `noc_2016` is empty where the older code is not certain."""

    noc_2021: str
    noc_2016: str
    likeness: float


def title_key(title: str) -> str:
    """A title's words without accents, order of qualifiers kept, plurals and the endings of genders taken off."""
    words = re.sub(r"\((?:h/f|f/h|m/f|e)\)", "", title.lower())
    return " ".join(_stem(word) for word in key(words).split() if word not in _SMALL)


def find_occupations(title: str) -> tuple[Occupation, ...]:
    """The unit groups that a title means, best first; empty where no title of theirs is all but the same."""
    wanted = title_key(title)
    table = _table()
    if wanted in table:
        return tuple(Occupation(*codes, 100.0) for codes in table[wanted])
    if len(wanted) < 8:
        return ()
    near = process.extract(wanted, list(table), scorer=fuzz.ratio, score_cutoff=STRICT, limit=3)
    best: dict[tuple[str, str], float] = {}
    for found, likeness, _ in near:
        if len(found.split()) == len(wanted.split()):
            for codes in table[found]:
                best.setdefault(codes, likeness)
    return tuple(Occupation(*codes, likeness) for codes, likeness in best.items())


_SMALL = frozenset(["de", "d", "la", "le", "les", "des", "du", "l", "a", "an", "the", "of"])
_ENDINGS = (("euse", "eur"), ("rice", "eur"), ("iere", "ier"), ("enne", "en"), ("ere", "er"), ("ive", "if"), ("elle", "el"))


def _stem(word: str) -> str:
    if word.endswith(("s", "x")) and len(word) > 3 and not word.endswith("ss"):
        word = word[:-1]
    for feminine, masculine in _ENDINGS:
        if word.endswith(feminine) and len(word) > len(feminine) + 1:
            return word[: -len(feminine)] + masculine
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


@cache
def _table() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            codes = row["noc_2021"], row["noc_2016"]
            if codes not in table[title_key(row["title"])]:
                table[title_key(row["title"])].append(codes)
    return dict(table)
