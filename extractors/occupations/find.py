"""Which unit groups of the National Occupational Classification a printed title can mean, best first, each with its reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
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
_PIECE = re.compile(r"\w+|\W+")
ALIKE, NAMED, TELLING = 0.5, 3, 6
"""From this likeness on a title of the index is named as a match; at most so many are, and so many words of the duties."""
WORTH_TELLING = 0.005
LISTING = 0.9
"""From this likeness on a title is the listed one: its old code is the listed one's."""


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
    matched_in: tuple[Lang, ...] = ()
    """The languages of the matched titles."""
    may_be_regulated: bool = False
    """Whether the classification speaks of an order, a licence or a compulsory certificate somewhere in Canada."""


def find(
    title: str, lang: Lang | None = None, duties: Sequence[str] = (), industry: str = "", *, limit: int = 10
) -> tuple[Candidate, ...]:
    """The groups that a title can mean. Duties and industry weigh where the title is vague."""
    return finder(_asked_here.folder).find(title, lang, duties, industry, limit=limit)


@lru_cache(maxsize=2)
def finder(folder: Path = BUILT_IN) -> Finder:
    """The tables of a folder, loaded once (a quarter of a second)."""
    return Finder(folder)


@dataclass(slots=True)
class _Tables:
    folder: Path = BUILT_IN


_asked_here = _Tables()


def use(folder: Path) -> None:
    """Load the tables of a folder, to be asked by `find` from now on in this process and in those that are forked from it."""
    finder(folder)
    _asked_here.folder = folder


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
            return confidences(evidence)
        each = [confidences(self.witness.of(alone(part), duties, industry)) for part in question.parts]
        together: NDArray[np.float64] = np.mean(each, axis=0)
        return together

    def _candidate(self, unit: int, confidence: float, evidence: Evidence, said: Stems, printed: dict[str, str]) -> Candidate:
        reference, code = self._reference, self.witness.index.codes[unit]
        matched = self._matched(unit, evidence)
        old = reference.parents.get(code, ())
        listing = next((row for row in matched if evidence.likeness[row] >= LISTING), None)
        own = old[0] if len(old) == 1 else "" if listing is None else reference.titles.old[listing]
        texts = {reference.titles.texts[row]: reference.titles.langs[row] for row in matched}
        return Candidate(
            code,
            tuple(sorted(old, key=lambda one: one != own)),
            round(confidence, 3),
            reference.split(code),
            reference.units[code].title,
            int(reference.units[code].level),
            tuple(texts),
            tuple(printed[one] for one in self.witness.typical(unit, said)[:TELLING]),
            own,
            tuple("fr" if lang == "fr" else "en" for lang in texts.values()),
            code in reference.regulated,
        )

    def old_codes(self, code: str) -> tuple[str, ...] | None:
        """The codes of 2016 that lead to a unit group; None where there is no such group."""
        return self._reference.parents.get(code, ()) if code in self._reference.units else None

    def title_of(self, code: str) -> dict[str, str] | None:
        """The official titles of a unit group; None where there is no such group."""
        unit = self._reference.units.get(code)
        return None if unit is None else unit.title

    def marked(self, text: str, title: str, lang: Lang) -> tuple[tuple[str, bool], ...]:
        """A text in pieces, each with whether it is a word of the title that was asked."""
        question = asked(title, lang)
        wanted = {*question.all, *question.printed}
        return tuple((piece, any(stem(word) in wanted for word in words(fold(piece)))) for piece in _PIECE.findall(text))

    def _matched(self, unit: int, evidence: Evidence) -> list[int]:
        """The rows of the group's titles that are worth naming."""
        return [row for row in evidence.like(unit, NAMED) if evidence.likeness[row] >= ALIKE]
