"""What speaks for each unit group: likeness of titles, words of its titles and duties, the learned part, duties and industry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from extractors.occupations.learning.vectors import Vectors
from extractors.occupations.matching.asked import Asked, Stems
from extractors.occupations.matching.index import Floats, Index

SIGNS = ("likeness", "same", "words", "learned", "duties", "duties learned", "industry")
"""What is measured for each group, in this order."""
OF_TITLE = 4
"""How many of them come from the title alone."""
LEAST_LOG = -12.0
_CLOSE, _SHORTEST, _NEAREST, _HALF = 0.74, 4, 3, 3
Words = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """`signs`: a row for each sign, a column for each group. `likeness` of each title of the index, to name those that match; `listed`:
    the groups that list the title word for word as it is printed."""

    asked: Asked
    signs: Floats
    likeness: Floats
    listed: NDArray[np.bool_]
    index: Index

    def like(self, unit: int, most: int) -> list[int]:
        """The group's titles that are most like what was asked, at most so many."""
        rows = self.index.rows_of(unit)
        return [rows.start + int(row) for row in np.argsort(-self.likeness[rows], kind="stable")[:most]]


class Witness:
    """Index and vectors together."""

    def __init__(self, index: Index, vectors: Vectors) -> None:
        self.index, self._vectors = index, vectors
        self._order = np.array([vectors.codes.index(code) for code in index.codes])
        self._known = list(index.numbers)[: index.in_titles]
        self._by_length: dict[int, dict[int, str]] = {}
        self._near = lru_cache(maxsize=1024)(self._look_for_near)

    def of(self, asked: Asked, duties: Stems, industry: Stems) -> Evidence:
        """All that speaks for the groups."""
        index = self.index
        words = self._words(asked.all, asked.weights)
        printed, same = index.likeness(self._words(asked.printed))
        listed = index.best_titles(same & all(stem in index.numbers for stem in asked.printed))
        explained = index.best_titles(index.likeness(self._words(asked.proper))[1])
        if set(asked.all) == set(asked.proper) <= set(asked.printed) & index.numbers.keys():  # nothing but shift or rank was left out
            listed = np.maximum(listed, explained)
        likeness = np.maximum(printed, index.likeness(words)[0])
        signs = (
            index.best_titles(likeness),
            np.maximum(listed, explained),
            _of_most(index.groups(words)),
            self._learned(asked.heavy, asked.light),
            _of_most(index.groups(self._words(duties))),
            self._learned(duties, ends=False) if duties else np.zeros(len(index.codes), np.float32),
            _of_most(index.groups(self._words(industry))),
        )
        return Evidence(asked, np.vstack(signs).astype(np.float32), likeness, listed > 0, index)

    def typical(self, unit: int, stems: Stems) -> list[str]:
        """Which of the stems the group's own titles and duties have, the most telling first."""
        found = {stem: self.index.weight_in(unit, self.index.numbers[stem]) for stem in stems if stem in self.index.numbers}
        return sorted((stem for stem in found if found[stem] > 0), key=lambda stem: -found[stem])

    def _learned(self, stems: Stems, aside: Stems = (), *, ends: bool = True) -> Floats:
        logarithms: Floats = np.maximum(self._vectors.logarithms(stems, aside, ends=ends)[self._order], np.float32(LEAST_LOG))
        return logarithms

    def _words(self, stems: Stems, weights: Sequence[float] = ()) -> Words:
        """The stems' numbers; one that no title has is taken for the two that it is made of, or for those that look like it."""
        numbers, in_titles = self.index.numbers, self.index.in_titles
        found: dict[int, float] = {}
        for stem, weight in zip(stems, weights or [1.0] * len(stems), strict=True):
            number = numbers.get(stem)
            if number is not None:
                found[number] = max(weight, found.get(number, 0.0))
            if number is None or number >= in_titles:
                for near, likeness in self._halves(stem) or self._near(stem):
                    found.setdefault(near, weight * likeness**2)
        for left, right in pairwise(stems):
            joined = numbers.get(left + right)
            if joined is not None and joined < in_titles:
                found.setdefault(joined, 1.0)
        return list(found.items())

    def _halves(self, stem: str) -> list[tuple[int, float]]:
        """The two stems of titles that a word is made of (`chainsaw`)."""
        numbers, in_titles = self.index.numbers, self.index.in_titles
        for at in range(_HALF, len(stem) - _HALF + 1):
            halves = numbers.get(stem[:at], in_titles), numbers.get(stem[at:], in_titles)
            if max(halves) < in_titles:
                return [(half, 1.0) for half in halves]
        return []

    def _look_for_near(self, stem: str) -> list[tuple[int, float]]:
        if len(stem) < _SHORTEST:
            return []
        known = self._as_long(len(stem))
        near = process.extract(stem, known, scorer=Levenshtein.normalized_similarity, score_cutoff=_CLOSE, limit=_NEAREST)
        best = near[0][1] if near else 0.0
        return [(number, likeness) for _, likeness, number in near if likeness > best - 0.05]

    def _as_long(self, letters: int) -> dict[int, str]:
        """The stems of titles, by number, that are not so much longer or shorter that they could not look like one."""
        if letters not in self._by_length:
            least, most = letters * _CLOSE, letters / _CLOSE
            self._by_length[letters] = {number: stem for number, stem in enumerate(self._known) if least <= len(stem) <= most}
        return self._by_length[letters]


def _of_most(scores: Floats) -> NDArray[np.float32]:
    return scores / np.float32(scores.max() or 1.0)
