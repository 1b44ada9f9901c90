"""The index of titles as arrays: for each stem the titles that have it and the groups whose titles or duties do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.occupations.tables.reference import QUALIFIED, Titles, rows

Floats = NDArray[np.float32]
Whole = NDArray[np.int32]
ASIDE = 0.5
"""What a word in brackets or behind a dash counts beside one of the title proper."""
_SATURATION, _LENGTH = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Postings:
    """For each stem a stretch of rows with their values."""

    starts: Whole
    rows: Whole
    values: Floats

    def of(self, stem: int) -> tuple[Whole, Floats]:
        stretch = slice(self.starts[stem], self.starts[stem + 1])
        return self.rows[stretch], self.values[stretch]


class Index:
    """Titles, and groups as bags of the stems of their titles and duties. Groups are numbered in the order of their codes."""

    def __init__(self, titles: Titles, folder: Path) -> None:
        self.codes = tuple(sorted(set(titles.codes)))
        number = {code: place for place, code in enumerate(self.codes)}
        self.unit_of_title = np.array([number[code] for code in titles.codes], np.int32)
        self.first_titles = np.searchsorted(self.unit_of_title, np.arange(len(self.codes))).astype(np.int32)
        self._texts = titles.stems
        self.numbers: dict[str, int] = {QUALIFIED: 0}
        stem, row, aside = self._occurrences(titles.stems)
        self.in_titles = len(self.numbers)
        count = len(titles.codes)
        seen = np.bincount(stem, minlength=len(self.numbers))
        self._rarity = (np.log((1 + count) / (1 + seen)) + 1).astype(np.float32)
        weight = (self._rarity[stem] * np.where(aside, ASIDE, 1)).astype(np.float32)
        self._lengths = np.sqrt(np.bincount(row, weight**2, count)).astype(np.float32)
        self._stems = np.bincount(row, minlength=count)
        self._titles = _postings(stem, row, weight, len(self.numbers))
        self._groups = self._bags(stem, self.unit_of_title[row], rows(folder, "duties.tsv"), number)

    def _occurrences(self, stems: Sequence[str]) -> tuple[Whole, Whole, NDArray[np.bool_]]:
        """Every occurrence of a stem: its number, its title, whether in the qualifier."""
        stem = self._numbered(" ".join(stems).split(" "))
        lengths = np.array([text.count(" ") + 1 for text in stems])
        row = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        bars = np.cumsum(stem == 0)
        before = np.concatenate([[0], bars])[np.cumsum(lengths) - lengths]
        kept = stem != 0
        return stem[kept], row[kept], (bars > before[row])[kept]

    def _numbered(self, words: Sequence[str]) -> Whole:
        """The words' numbers; new words get the next ones."""
        for word in dict.fromkeys(words):
            self.numbers.setdefault(word, len(self.numbers))
        return np.fromiter(map(self.numbers.__getitem__, words), np.int32, len(words))

    def _bags(self, stem: Whole, unit: Whole, duties: Iterable[Sequence[str]], number: dict[str, int]) -> Postings:
        """The groups as bags of stems, weighed as BM25 does."""
        bags = [(number[code], bag) for code, _, bag in duties]
        pairs = " ".join(bag for _, bag in bags).replace(":", " ").split(" ") if bags else []
        lengths = np.array([bag.count(":") for _, bag in bags], np.int32)
        units = np.repeat(np.array([place for place, _ in bags], np.int32), lengths)
        counts = np.fromiter(map(int, pairs[1::2]), np.float32)
        size = len(self.codes)
        cell = np.concatenate([stem, self._numbered(pairs[::2])]) * np.int32(size) + np.concatenate([unit, units])
        cells, where = np.unique(cell, return_inverse=True)
        often = np.bincount(where, np.concatenate([np.ones(len(stem), np.float32), counts]))
        stem_of, unit_of = cells // size, cells % size
        length = np.bincount(unit_of, often, size)
        spread = np.bincount(stem_of, minlength=len(self.numbers))
        rarity = np.log(1 + (size - spread + 0.5) / (spread + 0.5)).astype(np.float32)
        damped = often + _SATURATION * (1 - _LENGTH + _LENGTH * (length / length.mean())[unit_of])
        return _postings(stem_of, unit_of, rarity[stem_of] * often * (1 + _SATURATION) / damped, len(self.numbers))

    def likeness(self, words: Sequence[tuple[int, float]]) -> tuple[Floats, NDArray[np.bool_]]:
        """The titles against stems (by number) with their weights: the cosine, and whether they have just these and no other."""
        count = len(self.unit_of_title)
        total, found = np.zeros(count, np.float32), np.zeros(count, np.int32)
        asked = 0.0
        for stem, weight in words:
            own = weight * float(self._rarity[stem] if stem < len(self._rarity) else self._rarity.max())
            asked += own**2
            if stem < len(self._rarity):
                titles, values = self._titles.of(stem)
                total[titles] += np.float32(own) * values
                found[titles] += 1
        return total / (self._lengths * np.float32(max(asked, 1e-9) ** 0.5)), (found == len(words)) & (self._stems == len(words))

    def best_titles(self, values: Floats | NDArray[np.bool_]) -> Floats:
        """For each group the largest value of its titles."""
        return np.maximum.reduceat(values, self.first_titles).astype(np.float32)

    def rows_of(self, unit: int) -> slice:
        """The titles of a group."""
        last = self.first_titles[unit + 1] if unit + 1 < len(self.codes) else len(self.unit_of_title)
        return slice(int(self.first_titles[unit]), int(last))

    def stems_of(self, row: int) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of a title proper, and all of it with those of its qualifier."""
        proper, _, aside = self._texts[row].partition(QUALIFIED)
        return frozenset(proper.split()), frozenset(proper.split()) | frozenset(aside.split())

    def in_title(self, stem: str, rows: slice) -> bool:
        """Whether one of some titles has the stem."""
        number = self.numbers.get(stem, self.in_titles)
        titles = self._titles.of(number)[0] if number < self.in_titles else ()
        return any(rows.start <= row < rows.stop for row in titles)

    def shares_of(self, marked: Sequence[bool]) -> Floats:
        """For each stem of titles, which share of its titles is marked."""
        postings = self._titles
        of_stem = np.repeat(np.arange(len(postings.starts) - 1), np.diff(postings.starts))
        seen = np.bincount(of_stem, minlength=len(self.numbers))
        found = np.bincount(of_stem, np.array(marked)[postings.rows], len(self.numbers))
        return np.where(seen > 0, found / np.maximum(seen, 1), 0.5).astype(np.float32)

    def weight_in(self, unit: int, stem: int) -> float:
        """What a stem counts for a group."""
        units, values = self._groups.of(stem)
        return float(values[units == unit].sum())

    def groups(self, words: Iterable[tuple[int, float]]) -> Floats:
        """The groups' BM25 for stems with their weights."""
        total = np.zeros(len(self.codes), np.float32)
        for stem, weight in words:
            units, values = self._groups.of(stem)
            total[units] += np.float32(weight) * values
        return total


def _postings(stem: Whole, row: Whole, values: NDArray[np.floating], stems: int) -> Postings:
    order = np.argsort(stem.astype(np.uint16) if stems < 1 << 16 else stem, kind="stable")  # short numbers are sorted faster
    starts = np.searchsorted(stem[order], np.arange(stems + 1))
    return Postings(starts.astype(np.int32), row[order].astype(np.int32), values[order].astype(np.float32))
