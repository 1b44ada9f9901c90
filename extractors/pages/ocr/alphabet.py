"""From a recogniser's probabilities to letters: CTC decoding (Graves and others, 2006) over the signs of languages with Latin letters.

The models know 18 000 signs, nearly all Chinese. Where a line is not Chinese, signs that no French or English paper has are left out
of the choice, and what the models are shy of is given where it is likely enough: spaces, apostrophes and accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, zip_longest
from statistics import median

import numpy as np
from numpy.typing import NDArray

from extractors.pages.ocr.recogniser import Probabilities, Steps

_BLANK = 0
_SHY = 0.15
"""From this probability on a space or an apostrophe between two letters is one."""
_SURE = 0.5
"""And after a point or a comma, which often stands inside a number."""
_HINTED = 0.05
"""And a letter has the accent that was thought of with this probability (measured: from 0.03 to 0.3 better than without, best here)."""
_GIVEN = 0.8
"""What such a sign counts, however shy the recogniser was of it."""
_GUESSED = 0.15
"""What a letter counts that was put for another."""
_WIDE = 2.2
"""A way from letter to letter so many times the usual one leaves room for a letter that was not read."""
_SKIPPED = 0.4
"""What the letters on both sides of it count."""
_SIGNS = "‘’‚“”„–—…•€°№™‹›−≤≥× "
_NEVER = "ſƒ·"
"""Far more often another sign misread than themselves."""
_OLD_STYLE_ONE = "ı"
"""How the models see the old-style figure 1; as a letter it is Turkish."""
_ELIDED = "lLdDnNsSjJmMtTcCuU"
_ACCENTED = "àâäáçéèêëîïíôöóùûüúÿñÀÂÄÁÇÉÈÊËÎÏÍÔÖÓÙÛÜÚŸÑ"
_LIKE_FIGURES = {"I": "1", "i": "1", "l": "1", "|": "1", "o": "0", "O": "0", "S": "5", "s": "5", "z": "2", "Z": "2", "B": "8", "ç": "5",
                 "r": "1"}
"""Letters that a figure is misread as: old-style figures look like small letters."""
_LIKE_OLD_STYLE = frozenset({*_LIKE_FIGURES, _OLD_STYLE_ONE} - {"r"})
_SAME_SHAPE = frozenset("ckopsuvwxz")
"""Small letters that differ from their capitals in size alone."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A sign as read, the probability of it, and where its middle lies, from 0 to 1 along the line."""

    sign: str
    score: float
    place: float


class Alphabet:
    """The signs of a recogniser, in the order of its answers; the first is the blank of CTC."""

    def __init__(self, signs: Sequence[str]) -> None:
        self._signs = np.array(signs, dtype=object)
        self.ours = [index for index, sign in enumerate(signs) if index == _BLANK or is_ours(sign)]
        """Signs that papers with Latin letters have, and the blank: the places of their answers."""
        self._ours = np.array(self.ours)
        ours = [signs[index] for index in self.ours]
        self._space = ours.index(" ")
        self._apostrophes = [index for index, sign in enumerate(ours) if sign in ("'", "’")]
        accented = sorted((index for index, sign in enumerate(ours) if sign in _ACCENTED), key=lambda index: _plain(ours[index]))
        self._accented = {ours.index(plain): np.array(list(some)) for plain, some in groupby(accented, lambda index: _plain(ours[index]))}
        self._is_foreign = np.array([unicodedata.category(sign[:1]) == "Lo" for sign in signs])
        self._is_vowel = np.array([_is_vowel(sign) for sign in signs])
        self._is_point = np.array([sign in ".," for sign in signs])
        self._elides = np.array([sign in _ELIDED for sign in signs])

    def decode(self, line: Steps) -> list[Letter]:
        """The letters of a line, spaces among them."""
        chosen, scores = self._chosen(line)
        given = self._give_what_is_likely(chosen, line.ours)
        letters = [Letter(str(self._signs[sign]), _GIVEN if step in given else float(scores[step]), (step + 0.5) / line.width)
                   for step, sign in ((step, chosen[step]) for step in _starts(chosen))]
        for mend in (_with_old_style_ones, _with_whole_numbers, _with_articles, _with_ligatures, _in_one_case, _with_gaps_told):
            letters = mend(letters)
        return letters

    def _chosen(self, line: Steps) -> tuple[NDArray[np.int64], Probabilities]:
        """The likeliest sign of each step, and how likely it is among all signs; of signs that are not ours only where most that were
        seen are of another script. Blanks count nothing."""
        chosen, scores = self._ours[self._with_accents(line.ours)], np.zeros(len(line.ours), np.float32)
        read = np.flatnonzero(chosen != _BLANK)
        everywhere = np.arange(len(chosen))
        among_all = line.of_all_signs(read if len(read) else everywhere)
        anything = among_all.argmax(axis=1)
        if 2 * self._is_foreign[anything].sum() > np.count_nonzero(anything != _BLANK):
            among_all = line.of_all_signs(everywhere)
            return among_all.argmax(axis=1), among_all.max(axis=1)
        scores[read] = among_all[np.arange(len(read)), chosen[read]]
        return chosen, scores

    def _with_accents(self, ours: Probabilities) -> NDArray[np.int64]:
        """The likeliest of our signs at each step; a letter with the accent that the recogniser thought of."""
        likeliest: NDArray[np.int64] = ours.argmax(axis=1)
        for plain, accented in self._accented.items():
            steps = np.flatnonzero(likeliest == plain)
            thought = ours[np.ix_(steps, accented)]
            hinted = thought.max(axis=1) >= _HINTED
            likeliest[steps[hinted]] = accented[thought.argmax(axis=1)[hinted]]
        return likeliest

    def _give_what_is_likely(self, chosen: NDArray[np.int64], ours: Probabilities) -> set[int]:
        """Put in spaces, and apostrophes after letters that elide, where the recogniser thought of one. Returns the steps."""
        given = set()
        starts = list(_starts(chosen))
        space = self._ours[self._space]
        for before, after in pairwise(starts):
            between = ours[before + 1:after]
            if len(between) == 0 or space in (chosen[before], chosen[after]):
                continue
            likely = [self._space]
            if self._elides[chosen[before]] and self._is_vowel[chosen[after]]:
                likely += self._apostrophes
            step, sign = np.unravel_index(int(between[:, likely].argmax()), (len(between), len(likely)))
            if between[step, likely[int(sign)]] >= (_SURE if self._is_point[chosen[before]] else _SHY):
                chosen[before + 1:after] = _BLANK
                chosen[before + 1 + int(step)] = self._ours[likely[int(sign)]]
                given.add(before + 1 + int(step))
        return given


def _starts(chosen: NDArray[np.int64]) -> Iterator[int]:
    """The steps at which a sign begins: not blank, and another than the step before."""
    yield from (int(step) for step in np.flatnonzero((chosen != _BLANK) & (np.diff(chosen, prepend=_BLANK) != 0)))


def _with_old_style_ones(letters: list[Letter]) -> list[Letter]:
    """The figure 1 where it was seen in its old-style form, among figures or alone; beside a letter it is an i."""
    def is_letter(place: int) -> bool:
        return 0 <= place < len(letters) and letters[place].sign.isalpha() and letters[place].sign not in _LIKE_OLD_STYLE
    return [replace(letter, sign="i" if is_letter(place - 1) or is_letter(place + 1) else "1") if letter.sign == _OLD_STYLE_ONE else letter
            for place, letter in enumerate(letters)]


def _with_whole_numbers(letters: list[Letter]) -> list[Letter]:
    """Figures for letters that look like them, in what is otherwise a number; with little certainty, so that they are looked at."""
    whole: list[Letter] = []
    for part in _parts(letters):
        figures = sum(letter.sign.isdigit() for letter in part)
        others = {letter.sign for letter in part if letter.sign.isalpha()}
        mended = figures >= 2 and others and others <= _LIKE_FIGURES.keys()
        whole += [_guessed(letter, _LIKE_FIGURES[letter.sign]) if mended and letter.sign in others else letter for letter in part]
    return whole


def _with_articles(letters: list[Letter]) -> list[Letter]:
    """The French article l' where it was seen as a capital I: no word of either language begins so before a small vowel."""
    def is_article(place: int) -> bool:
        around = "".join(letter.sign for letter in letters[max(0, place - 1):place + 4])
        return letters[place].sign == "I" and bool(re.fullmatch(r"\W?I['’]\w\w", around)) and _is_vowel(around[-2]) and around[-2].islower()
    return [replace(letter, sign="l") if is_article(place) else letter for place, letter in enumerate(letters)]


def _with_ligatures(letters: list[Letter]) -> list[Letter]:
    """The ligature œ once, where its first half was seen as a letter of its own: no word has an o before it."""
    return [letter for letter, after in zip_longest(letters, letters[1:]) if not (after and after.sign == "œ" and letter.sign == "o")]


def _in_one_case(letters: list[Letter]) -> list[Letter]:
    """Capitals for small letters of the same shape, in numbers that are made of figures and capitals."""
    cased: list[Letter] = []
    for part in _parts(letters):
        signs = [letter.sign for letter in part if letter.sign.isalpha()]
        small = {sign for sign in signs if sign.islower()}
        mended = any(letter.sign.isdigit() for letter in part) and sum(map(str.isupper, signs)) >= 2 and small <= _SAME_SHAPE
        cased += [_guessed(letter, letter.sign.upper()) if mended and letter.sign in small else letter for letter in part]
    return cased


def _parts(letters: list[Letter]) -> Iterator[list[Letter]]:
    """Words, and the parts of numbers that have hyphens or strokes."""
    for _, run in groupby(letters, key=lambda letter: letter.sign in " -/"):
        yield list(run)


def _guessed(letter: Letter, sign: str) -> Letter:
    return replace(letter, sign=sign, score=_GUESSED)


def _with_gaps_told(letters: list[Letter]) -> list[Letter]:
    """Less certainty for letters of one word that lie so far apart that one between them may have been left out."""
    ways = [after.place - before.place for before, after in pairwise(letters)]
    far = _WIDE * median(ways) if ways else 0.0
    beside = {place for place, way in enumerate(ways) if way > far and " " not in (letters[place].sign, letters[place + 1].sign)}
    return [replace(letter, score=min(letter.score, _SKIPPED)) if place in beside or place - 1 in beside else letter
            for place, letter in enumerate(letters)]


def _plain(sign: str) -> str:
    """A letter without its accent."""
    return unicodedata.normalize("NFD", sign)[:1]


def _is_vowel(sign: str) -> bool:
    """Whether a word that begins so takes an apostrophe before it, in French."""
    return _plain(sign).lower() in {*"aeiouyhœæ"}


def is_ours(sign: str) -> bool:
    """Whether a sign can stand in a paper written with Latin letters."""
    if len(sign) != 1 or sign in _NEVER or unicodedata.category(sign) in ("Cc", "Co", "Cn"):
        return False
    return ord(sign) < 0x250 or 0x1E00 <= ord(sign) < 0x1F00 or sign in _SIGNS
