"""What is asked of the index: a printed title cut into its parts, with abbreviations and workplace words put into the words of the
classification (`lexicon.tsv`), and without what says nothing of the occupation: shift, status, rank."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractors.occupations.matching.index import ASIDE
from extractors.occupations.matching.words import SMALL, fold, stem, words

_BREAK = re.compile(r"\s[-–—|:]+\s?|[-–—|:]+\s|[(),;\[\]•|]|\s/\s|/(?=[a-z]{4})|\s(?:to(?: the)?|aupres d(?:e|u|es))\s")
_EITHER = re.compile(r"\s/\s|/(?=[a-z]{4})")
_LEXICON = Path(__file__).parent / "lexicon.tsv"
_LONGEST = 7
_SAYS_NOTHING = SMALL | {"trainee"}
"""Small words, and one whose stem is that of `train`, so that the lexicon cannot tell them apart."""
Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """`printed`: the stems as printed; `proper`: those of the title proper, explained; `all`: with those of brackets and asides;
    `weights` go with `all`. `parts`: the titles of a compound one (`cook / kitchen helper`)."""

    printed: Stems
    proper: Stems
    all: Stems
    weights: tuple[float, ...]
    parts: tuple[Stems, ...] = ()

    @property
    def heavy(self) -> Stems:
        """The stems that count in full."""
        return tuple(one for one, weight in zip(self.all, self.weights, strict=True) if weight == 1)

    @property
    def light(self) -> Stems:
        """Those that count less."""
        return tuple(one for one, weight in zip(self.all, self.weights, strict=True) if weight < 1)


def asked(title: str, lang: str) -> Asked:
    """The title as the index is asked for it."""
    folded = fold(title)
    segments = [words(part) for part in _BREAK.split(folded)]
    explained = [one for one in (_explained(segment, lang) for segment in segments if segment) if one]
    if not explained:
        explained = [_without_small(words(folded))]
    parts = tuple(dict.fromkeys(explained)) if _EITHER.search(folded) else ()
    proper = explained[0]
    everything = tuple(dict.fromkeys(one for part in explained for one in part))
    heavy = {one for part in parts for one in part} or set(proper)
    return Asked(
        _without_small(words(folded)),
        proper,
        everything,
        tuple(1.0 if one in heavy else ASIDE for one in everything),
        parts if len(parts) > 1 else (),
    )


def alone(part: Stems) -> Asked:
    """A part of a compound title as a title of its own."""
    return Asked(part, part, part, (1.0,) * len(part))


def told_by_lexicon(title: str) -> list[str]:
    """The languages of those words that the lexicon has in one language alone."""
    french, english = _lexicon()["fr"], _lexicon()["en"]
    marks = [(stem(word),) for word in words(fold(title))]
    return ["fr" if mark in french else "en" for mark in marks if (mark in french) != (mark in english)]


def _without_small(tokens: Sequence[str]) -> Stems:
    return tuple(dict.fromkeys(stem(token) for token in tokens if token not in _SAYS_NOTHING))


def _explained(tokens: Sequence[str], lang: str) -> Stems:
    """The stems of a part, each longest phrase that the lexicon knows put into its words. Empty where all of it says nothing."""
    known = _lexicon()[lang]
    plain = [stem(token) for token in tokens]
    found: list[str] = []
    at = 0
    while at < len(plain):
        for size in range(min(_LONGEST, len(plain) - at), 0, -1):
            means = known.get(tuple(plain[at : at + size]))
            if means is not None:
                found += means
                at += size
                break
        else:
            if tokens[at] not in _SAYS_NOTHING:
                found.append(plain[at])
            at += 1
    return tuple(dict.fromkeys(found))


@cache
def _lexicon() -> dict[str, dict[Stems, Stems]]:
    table: dict[str, dict[Stems, Stems]] = {"fr": {}, "en": {}}
    for line in _LEXICON.read_text("utf-8").split("\n")[1:-1]:
        lang, said, means = line.split("\t")
        table[lang][tuple(stem(token) for token in words(said))] = _without_small(words(means))
    return table
