"""Which unit groups of the National Occupational Classification a printed title can mean, best first, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from extractors.occupations.learning.vectors import Vectors
from extractors.occupations.matching.asked import Asked, Stems, alone, asked, told_by_lexicon
from extractors.occupations.matching.confidence import confidences
from extractors.occupations.matching.evidence import Evidence, Witness
from extractors.occupations.matching.index import Index
from extractors.occupations.matching.words import fold, stem, stems, words
from extractors.occupations.tables.reference import BUILT_IN, load_reference

Lang = Literal["fr", "en"]
ALIKE, NAMED, TELLING = 0.5, 3, 6
"""From this likeness on a title of the index is named as a match; at most so many are, and so many words of the duties."""
WORTH_TELLING = 0.005
LISTING = 0.9
"""From this likeness on a title is the listed one: its old code is the listed one's."""
TELLS = 3
"""Letters that a word has that can tell an occupation."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit group. `noc_2016`: the old codes that lead to it, the one that lists the matched title first; `split`: one of them went
    to several groups, so that a person must choose. `matched`: titles of the index; `telling`: words of the duties that are typical
    of the group."""

    noc_2021: str
    noc_2016: tuple[str, ...]
    confidence: float
    split: bool
    title: dict[str, str]
    teer: int
    matched: tuple[str, ...]
    telling: tuple[str, ...] = ()
    listed_2016: str = ""
    """The old code that is certain for this title: its only one, or the one that lists it."""


def find(
    title: str, lang: Lang | None = None, duties: Sequence[str] = (), industry: str = "", *, limit: int = 10, folder: Path = BUILT_IN
) -> tuple[Candidate, ...]:
    """The groups that a title can mean. Duties and industry weigh where the title is vague. `folder`: where the tables are."""
    return finder(folder).find(title, lang, duties, industry, limit=limit)


@cache
def finder(folder: Path = BUILT_IN) -> Finder:
    """The tables of a folder, loaded once (a quarter of a second)."""
    return Finder(folder)


class Finder:
    """The classification, ready to be asked."""

    def __init__(self, folder: Path) -> None:
        self._reference = load_reference(folder)
        self.witness = Witness(Index(self._reference.titles, folder), Vectors(folder))
        self._in_french = self.witness.index.shares_of([lang == "fr" for lang in self._reference.titles.langs])

    def find(self, title: str, lang: Lang | None, duties: Sequence[str], industry: str, *, limit: int) -> tuple[Candidate, ...]:
        """As the function of this name."""
        said, sector = stems(fold(" ".join(duties))), stems(fold(industry))
        question = asked(title, lang or self.language(title))
        if not question.all:
            return ()
        evidence = self.witness.of(question, said, sector)
        sure = self._confidences(question, evidence, said, sector)
        best = [int(unit) for unit in np.argsort(-sure, kind="stable")[:limit] if sure[unit] >= WORTH_TELLING]
        printed = {stem(word): word for word in words(fold(" ".join(duties)))}
        return tuple(self._candidate(unit, float(sure[unit]), evidence, said, printed) for unit in best)

    def language(self, title: str) -> Lang:
        """The language that the words of a title are rather of."""
        numbers = self.witness.index.numbers
        known = [float(self._in_french[numbers[word]]) for word in stems(fold(title)) if word in numbers]
        known += [float(lang == "fr") for lang in told_by_lexicon(title)]
        return "fr" if sum(known) >= len(known) / 2 else "en"

    def _confidences(self, question: Asked, evidence: Evidence, duties: Stems, industry: Stems) -> NDArray[np.float64]:
        """Each group's probability. A compound title's is shared by its parts: it is never surer than they are together."""
        if not question.parts:
            return _confidences(evidence, question.all)
        each = [_confidences(self.witness.of(alone(part), duties, industry), part) for part in question.parts]
        together: NDArray[np.float64] = np.mean(each, axis=0)
        return together

    def _candidate(self, unit: int, confidence: float, evidence: Evidence, said: Stems, printed: dict[str, str]) -> Candidate:
        reference, code = self._reference, self.witness.index.codes[unit]
        matched = self._matched(unit, evidence)
        old = reference.parents.get(code, ())
        listing = next((row for row in matched if evidence.likeness[row] >= LISTING), None)
        own = old[0] if len(old) == 1 else "" if listing is None else reference.titles.old[listing]
        texts = tuple(dict.fromkeys(reference.titles.texts[row] for row in matched))
        return Candidate(
            code,
            tuple(sorted(old, key=lambda one: one != own)),
            round(confidence, 3),
            reference.split(code),
            reference.units[code].title,
            int(reference.units[code].level),
            texts,
            tuple(printed[one] for one in self.witness.typical(unit, said)[:TELLING]),
            own,
        )

    def _matched(self, unit: int, evidence: Evidence) -> list[int]:
        """The rows of the group's titles that are most like what was asked."""
        index = self.witness.index
        first = int(index.first_titles[unit])
        last = int(index.first_titles[unit + 1]) if unit + 1 < len(index.codes) else len(index.unit_of_title)
        own = evidence.likeness[first:last]
        return [first + int(row) for row in np.argsort(-own, kind="stable")[:NAMED] if own[row] >= ALIKE]



def _confidences(evidence: Evidence, stems: Stems) -> NDArray[np.float64]:
    return confidences(evidence, telling=max(map(len, stems)) >= TELLS)
