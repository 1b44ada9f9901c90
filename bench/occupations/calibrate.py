"""Fits the weights of signs and facts: `python -m bench.occupations.calibrate`, on the tuning parts of both sets of titles.

What is fitted on is never measured: `make bench-occupations` asks for the held parts."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.occupations.heldback import Asked, hold_back, official
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


def letters(part: str) -> list[Asked]:
    """The titles as letters write them."""
    with LETTERS.open(encoding="utf-8", newline="") as lines:
        rows = [Asked(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return [row for row in rows if row.part == part]


def main() -> None:
    """Fit and write `weights.tsv`."""
    with tempfile.TemporaryDirectory() as name:
        held = [one for one in hold_back(official(), Path(name)) if one.part == "tuning"]
        sets = [(letters("tuning"), Finder(BUILT_IN)), (held, Finder(Path(name)))]
        signs = np.concatenate([_signs(titles, finder) for titles, finder in sets])
        right = np.array([finder.witness.index.codes.index(one.noc_2021) for titles, finder in sets for one in titles])
    of_index = [one in held for titles, _ in sets for one in titles]
    duties = [bool(one.duties) for titles, _ in sets for one in titles]
    counts = np.where(of_index, OF_INDEX, np.where(duties, OF_DUTIES, OF_LETTERS))
    weights = _fit_signs(signs, right, counts)
    told = [(confidence.facts(one, confidence.shares(one, weights)), confidence.shares(one, weights).argmax()) for one in signs]
    clear = (counts == OF_INDEX) | ((counts == OF_LETTERS) & (signs[:, 1].max(1) == 0))  # what the index lists is sure by another rule
    facts = _fit_facts(np.array([known for known, _ in told])[clear], np.array([first for _, first in told] == right)[clear])
    rows = [("sign", name, weight) for name, weight in zip(SIGNS, weights, strict=True)]
    rows += [("fact", name, weight) for name, weight in zip(confidence.FACTS, facts, strict=True)]
    table = "".join(f"{kind}\t{name}\t{weight:.3f}\n" for kind, name, weight in rows)
    Path(confidence.__file__).with_name("weights.tsv").write_text(f"kind\tname\tweight\n{table}", "utf-8")
    print(table)


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
    """Logistic regression by Newton's method. Titles held back count like those of letters: on the latter alone it would be too sure."""
    weights = np.zeros(facts.shape[1])
    for _ in range(60):
        expected = 1 / (1 + np.exp(-facts @ weights))
        slope = facts.T @ (expected - right) + 0.1 * weights
        bend = (facts * (expected * (1 - expected))[:, None]).T @ facts + 0.1 * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
