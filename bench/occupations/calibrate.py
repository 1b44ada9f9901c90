"""Fits the weights of signs and facts: `python -m bench.occupations.calibrate`. Ten minutes.

Signs on the tuning parts of both sets of titles, facts on titles of all unit groups held back in other turns. What is fitted on is never
measured: `make bench-occupations` asks for the held parts."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.occupations.heldback import TURNS, Asked, hold_back, official
from extractors.occupations.find import Finder
from extractors.occupations.matching import confidence
from extractors.occupations.matching.asked import asked
from extractors.occupations.matching.evidence import SIGNS
from extractors.occupations.matching.words import fold, stems
from extractors.occupations.tables.reference import BUILT_IN

LETTERS = Path(__file__).parent / "titles.tsv"
START = np.array([3.5, 5.0, 1.8, 0.5, 3.0, 0.4, 1.5])
"""Where the fit begins, and what little evidence leaves the weights near."""
OF_LETTERS, OF_INDEX, OF_DUTIES = 2.5, 0.25, 10.0
"""What a title counts: as written in a letter, held back from the index, with duties."""
SURE, WRONG = 0.95, 0.0125
"""What counts as sure, and which share of that may be wrong, with 19 chances in 20, on turns left out."""
Told = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Facts, a row a title; whether its first group is right; whether the title is as the index prints it."""


def letters(part: str) -> list[Asked]:
    """The titles as letters write them."""
    with LETTERS.open(encoding="utf-8", newline="") as lines:
        rows = [Asked(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return [row for row in rows if row.part == part]


def main() -> None:
    """Fit and write `weights.tsv`."""
    with tempfile.TemporaryDirectory() as name:
        sources, folder = official(), Path(name)
        held = hold_back(sources, folder / "0")
        weights = _signs_weighed([one for one in held if one.part == "tuning"], Finder(folder / "0"))
        measured = {_named(one) for one in held if one.part == "held"}
        told = [_told([one for one in hold_back(sources, folder / str(turn), turn) if _named(one) not in measured],
                      Finder(folder / str(turn)), weights) for turn in TURNS]
    facts = _fit_facts(*_together(told))
    facts[-1] -= _caution(told)
    rows = [("sign", name, weight) for name, weight in zip(SIGNS, weights, strict=True)]
    rows += [("fact", name, weight) for name, weight in zip(confidence.FACTS, facts, strict=True)]
    table = "".join(f"{kind}\t{name}\t{weight:.3f}\n" for kind, name, weight in rows)
    Path(confidence.__file__).with_name("weights.tsv").write_text(f"kind\tname\tweight\n{table}", "utf-8")
    print(table)


def _named(one: Asked) -> tuple[str, ...]:
    """The title without gender and qualifier: small groups hold the same one back in several turns."""
    return one.lang, one.noc_2021, *stems(fold(one.title.partition(" - ")[0]))


def _signs_weighed(held: Sequence[Asked], finder: Finder) -> np.ndarray:
    """The weights of signs, from titles held back and those of letters."""
    sets = [(letters("tuning"), Finder(BUILT_IN)), (held, finder)]
    signs = np.concatenate([_signs(titles, one) for titles, one in sets])
    right = np.array([one.witness.index.codes.index(title.noc_2021) for titles, one in sets for title in titles])
    counts = [OF_DUTIES if one.duties else OF_LETTERS for one in letters("tuning")] + [OF_INDEX] * len(held)
    return _fit_signs(signs, right, np.array(counts))


def _told(titles: Sequence[Asked], finder: Finder, weights: np.ndarray) -> Told:
    """What the probability is told from, of the titles whose sureness no other rule decides: what the index lists, what is compound."""
    facts, right, printed = [], [], []
    for one in titles:
        question = asked(one.title, one.lang)
        evidence = finder.witness.of(question, (), ())
        if question.parts or evidence.listed.any():
            continue
        share = confidence.shares(evidence.signs, weights)
        facts.append(confidence.facts(evidence, share))
        right.append(finder.witness.index.codes[int(share.argmax())] == one.noc_2021)
        printed.append(one.part == "held")
    return np.array(facts), np.array(right), np.array(printed)


def _together(told: Sequence[Told]) -> tuple[np.ndarray, np.ndarray]:
    return np.concatenate([facts for facts, _, _ in told]), np.concatenate([right for _, right, _ in told])


def _caution(told: Sequence[Told]) -> float:
    """What is taken off the odds, so that of titles of turns left out, as the index prints them, hardly more than `WRONG` are wrong at
    `SURE`. Without it as many would be wrong as the probabilities say: 2.5 % of what counts 0.95 and more."""
    odds, right = [], []
    for place, (facts, correct, printed) in enumerate(told):
        weights = _fit_facts(*_together([one for other, one in enumerate(told) if other != place]))
        odds.append((facts @ weights)[printed])
        right.append(correct[printed])
    every, truth = np.concatenate(odds), np.concatenate(right)
    for caution in np.arange(0, 2, 0.05):
        sure = every - caution >= np.log(SURE / (1 - SURE))
        wrong, given = int((~truth[sure]).sum()), int(sure.sum())
        if _at_most(wrong, given) <= WRONG:
            print(f"caution {caution:.2f}: {given} of {len(every)} sure, {wrong} wrong")
            return float(caution)
    raise ValueError("no caution is enough")


def _at_most(wrong: int, given: int) -> float:
    """Wilson's upper bound of a share, with 19 chances in 20."""
    share, spread = wrong / given, 1.645**2 / given
    return (share + spread / 2 + (spread * (share * (1 - share) + spread / 4)) ** 0.5) / (1 + spread)


def _signs(titles: Sequence[Asked], finder: Finder) -> np.ndarray:
    return np.array([finder.witness.of(asked(one.title, one.lang), stems(fold(one.duties)), stems(fold(one.industry))).signs
                     for one in titles])


def _fit_signs(signs: np.ndarray, right: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """The weights under which the right groups have the largest shares: gradient descent with Adam's steps."""
    weights, mean, square = START.copy(), np.zeros(len(START)), np.zeros(len(START))
    found = signs[np.arange(len(right)), :, right]
    for turn in range(1, 301):
        scores = np.einsum("nfu,f->nu", signs, weights)
        powers = np.exp(scores - scores.max(1, keepdims=True))
        expected = np.einsum("nfu,nu->nf", signs, powers / powers.sum(1, keepdims=True))
        slope = ((expected - found) * counts[:, None]).sum(0) + weights - START
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = np.maximum(0, weights - 0.04 * mean / (1 - 0.9**turn) / np.sqrt(square / (1 - 0.999**turn) + 1e-12))
    return weights


def _fit_facts(facts: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method."""
    weights = np.zeros(facts.shape[1])
    for _ in range(60):
        expected = 1 / (1 + np.exp(-facts @ weights))
        slope = facts.T @ (expected - right) + 0.1 * weights
        bend = (facts * (expected * (1 - expected))[:, None]).T @ facts + 0.1 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
