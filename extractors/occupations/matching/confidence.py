"""From evidence to shares of the groups, and from the shares to the probability that the first is right: two logistic models, whose
weights (`weights.tsv`) are fitted by `python -m bench.occupations.calibrate` on titles that the index does not hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.occupations.matching.evidence import OF_TITLE, SIGNS, Evidence

Values = NDArray[np.float64]
FACTS = ("share", "lead", "likeness", "all agree", "learned", "always")
"""What the probability is told from."""
_WEIGHTS = Path(__file__).parent / "weights.tsv"
_MOST, _LEAST = 0.99, 0.01
FROM_DUTIES, OVERRULED = 0.9, 0.7
"""The most that counts what duties and industry add to a title; and what they say against it."""
LISTED = 0.97
"""The least that counts a title which the index lists word for word in one group alone: of 68 such in letters, all were right."""
TIED = 0.6
"""The most that counts a title which the index lists in several groups: so the names of old codes that were split."""
SHORT = 0.4
"""The most that counts a title without a word of three letters, if nothing explains it."""
_MOST_ODDS = 6.0


def shares(signs: NDArray[np.float32], weights: Values | None = None) -> Values:
    """Each group's share, from all signs, or with fewer rows from the first of them."""
    known = weigh("sign", SIGNS) if weights is None else weights
    scores = known[: len(signs)] @ signs.astype(np.float64)
    powers = np.exp(scores - scores.max())
    parts: Values = powers / powers.sum()
    return parts


def confidences(evidence: Evidence, *, telling: bool = True) -> Values:
    """Each group's probability: the first's as it was fitted, the others share what is left. `telling`: whether the title has a word to
    tell it by. Duties and industry count as much as the title leaves open."""
    of_title = shares(evidence.signs[:OF_TITLE])
    sure = _of_title(evidence, of_title, telling=telling)
    share = of_title
    if evidence.signs[OF_TITLE:].any():
        open_ = np.array([1.0] * OF_TITLE + [min(1.0, 2 * (1 - sure))] * (len(SIGNS) - OF_TITLE), np.float32)
        share = shares(evidence.signs * open_[:, None])
        with_duties = _probability(facts(evidence.signs, share))
        same = int(share.argmax()) == int(of_title.argmax())
        sure = max(sure, min(FROM_DUTIES, with_duties)) if same else min(OVERRULED, with_duties)
    first = int(share.argmax())
    rest: Values = share * min(1.0, (1 - sure) / max(1 - share[first], 1e-9))
    rest[first] = sure
    shared: Values = np.minimum(rest, sure)
    return shared


def _of_title(evidence: Evidence, share: Values, *, telling: bool) -> float:
    """How sure the title alone is."""
    sure, listed = _probability(facts(evidence.signs, share)), evidence.listed
    if listed.sum() == 1 and listed[int(share.argmax())]:
        sure = max(LISTED, sure)
    if listed.sum() > 1:
        sure = min(TIED, sure)
    return sure if telling else min(SHORT, sure)


def facts(signs: NDArray[np.float32], share: Values) -> Values:
    """What the probability is told from, in the order of `FACTS`."""
    first = int(share.argmax())
    second = float(np.partition(share, -2)[-2])
    top = float(np.clip(share[first], 1e-6, 1 - 1e-6))
    agree = all(int(signs[row].argmax()) == first for row in (0, 2, 3))
    return np.array([
        min(_MOST_ODDS, np.log(top / (1 - top))),
        min(_MOST_ODDS, np.log(top / max(second, 1e-6))),
        signs[0, first],
        agree,
        max(-4.0, signs[3, first]),
        1.0,
    ])


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
