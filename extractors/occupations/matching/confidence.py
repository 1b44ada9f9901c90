"""From evidence to shares of the groups, and from the shares to the probability that the first is right: two logistic models, whose
weights (`weights.tsv`) are fitted by `python -m bench.occupations.calibrate` on titles that the index does not hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.occupations.matching.evidence import OF_TITLE, SIGNS, Evidence

Values = NDArray[np.float64]
FACTS = ("share", "lead", "likeness", "all agree", "learned", "learned of second", "same title", "covered", "all covered", "aside", "words",
         "strange word", "nearest titles", "titles", "always")
"""What the probability is told from: shares of the first and the second; whether the group's nearest title is the asked one but for its
qualifier, which share of the words it has, whether it has all that count; whether words stand aside, and how many there are; whether one
of them is in no title of the group, how many of the nearest titles are the group's, and (as a logarithm) how many titles it has."""
_WEIGHTS = Path(__file__).parent / "weights.tsv"
_MOST, _LEAST = 0.99, 0.01
FROM_DUTIES, OVERRULED = 0.9, 0.7
"""The most that counts what duties and industry add to a title; and what they say against it."""
LISTED = 0.97
"""The least that counts a title which the index lists word for word in one group alone: of 68 such in letters, all were right."""
EXPLAINED = 0.9
"""The same for one that it lists once abbreviations and workplace words are put into its own: of 30 such in letters, all were right."""
TIED = 0.6
"""The most that counts a title which the index lists in several groups: so the names of old codes that were split."""
SHORT = 0.4
"""The most that counts a title without a word of three letters, if nothing explains it."""
TELLS = 3
"""Letters that a word has that can tell an occupation."""
_MOST_ODDS, _MOST_WORDS, _NEAREST = 6.0, 6, 10
_SAME = SIGNS.index("same")
_LESS = 0.99
"""The most that counts the second, beside the first: the order is that of the shares."""


def shares(signs: NDArray[np.float32], weights: Values | None = None) -> Values:
    """Each group's share, from all signs, or with fewer rows from the first of them."""
    known = weigh("sign", SIGNS) if weights is None else weights
    scores = known[: len(signs)] @ signs.astype(np.float64)
    powers = np.exp(scores - scores.max())
    parts: Values = powers / powers.sum()
    return parts


def confidences(evidence: Evidence) -> Values:
    """Each group's probability: the first's as it was fitted, the others share what is left. Duties and industry count as much as the
    title leaves open."""
    of_title = shares(evidence.signs[:OF_TITLE])
    sure = _of_title(evidence, of_title)
    share = of_title
    if evidence.signs[OF_TITLE:].any():
        open_ = np.array([1.0] * OF_TITLE + [min(1.0, 2 * (1 - sure))] * (len(SIGNS) - OF_TITLE), np.float32)
        share = shares(evidence.signs * open_[:, None])
        with_duties = _probability(facts(evidence, share))
        same = int(share.argmax()) == int(of_title.argmax())
        sure = max(sure, min(FROM_DUTIES, with_duties)) if same else min(OVERRULED, with_duties)
    first = int(share.argmax())
    second = float(np.partition(share, -2)[-2])
    rest: Values = share * min(1.0, (1 - sure) / max(1 - share[first], 1e-9), _LESS * sure / max(second, 1e-9))
    rest[first] = sure
    return rest


def _of_title(evidence: Evidence, share: Values) -> float:
    """How sure the title alone is."""
    sure, listed, first = _probability(facts(evidence, share)), evidence.listed, int(share.argmax())
    if listed.sum() == 1 and listed[first]:
        sure = max(LISTED, sure)
    explained = evidence.signs[_SAME] > 0
    if not listed.any() and not evidence.asked.light and explained.sum() == 1 and explained[first]:
        sure = max(EXPLAINED, sure)
    if listed.sum() > 1:
        sure = min(TIED, sure)
    return sure if max(map(len, evidence.asked.all)) >= TELLS else min(SHORT, sure)


def facts(evidence: Evidence, share: Values) -> Values:
    """What the probability is told from, in the order of `FACTS`."""
    signs, first = evidence.signs, int(share.argmax())
    second = float(np.partition(share, -2)[-2])
    top = float(np.clip(share[first], 1e-6, 1 - 1e-6))
    agree = all(int(signs[row].argmax()) == first for row in (0, 2, 3))
    return np.array([
        min(_MOST_ODDS, np.log(top / (1 - top))),
        min(_MOST_ODDS, np.log(top / max(second, 1e-6))),
        signs[0, first],
        agree,
        max(-4.0, signs[3, first]),
        np.partition(signs[3], -2)[-2],
        *_fit(evidence, first),
        1.0,
    ])


def _fit(evidence: Evidence, unit: int) -> tuple[float, ...]:
    """How well the group's nearest title fits the words that were asked."""
    asked, index = evidence.asked, evidence.index
    proper, whole = index.stems_of(evidence.like(unit, 1)[0])
    all_covered = whole.issuperset(asked.heavy)
    same = all_covered and proper <= {*asked.all, *asked.printed}
    telling = {*asked.all, *(one for one in asked.printed if one in index.numbers)}  # not what the lexicon put into other words
    covered = len(telling & whole) / len(telling)
    rows = index.rows_of(unit)
    strange = not all(index.in_title(one, rows) for one in asked.heavy)
    nearest = np.argpartition(-evidence.likeness, _NEAREST)[:_NEAREST]
    own = float((index.unit_of_title[nearest] == unit).mean())
    return (same, covered, all_covered, bool(asked.light), min(_MOST_WORDS, len(asked.heavy)), strange, own,
            float(np.log(rows.stop - rows.start)))


def _probability(known: Values) -> float:
    odds = float(weigh("fact", FACTS) @ known)
    return min(_MOST, max(_LEAST, 1 / (1 + float(np.exp(-odds)))))


def weigh(kind: str, names: tuple[str, ...]) -> Values:
    """The fitted weights of a kind, in the order of the names."""
    return np.array([_table()[kind, name] for name in names])


@cache
def _table() -> dict[tuple[str, str], float]:
    rows = (line.split("\t") for line in _WEIGHTS.read_text("utf-8").split("\n")[1:-1])
    return {(kind, name): float(weight) for kind, name, weight in rows}
