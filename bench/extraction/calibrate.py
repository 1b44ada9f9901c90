"""Fits `extractors/calibration_table.py`: how much each sign speaks for or against a value. Run by hand, after extraction has changed.

    python -m bench.extraction.calibrate [--renders text,scan,photo] [--corpus DIR]... [--shelf DIR] > table.py

Logistic regression with a ridge, over the values given for the own papers that the tagger did not learn from, and for other folders with
a `truth.jsonl`. Values of one layout of paper err alike, so that all values of a family on one layout count as `MOST` at the most. The
ridge is chosen, and honesty measured, by leaving out a fifth of the layouts at a time: those figures go to standard error.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # nothing leaves the machine
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # before the imports of the project

from bench.extraction import corpus, renders
from bench.extraction.corpus import TrueFile
from bench.extraction.score import judge
from bench.extraction.shelf import Shelf
from extractors.calibration import AGAINST, probability
from extractors.extract import with_clues

Floats = NDArray[np.float64]

TODAY = dt.date(2026, 11, 21)
MOST = 4.0
RIDGES = (0.3, 1.0, 3.0)
FOLDS = 5
SURE = 0.95
_ALWAYS = "any value"
LEAST_WEIGHTS = {"doubt": -2.4,
                 "second reader differed": -2.4, "word under 0.97": -0.4, "word under 0.92": -1.2, "word under 0.85": -2.4,
                 "tagger unsure": -2.4, "tagger doubted": -2.4, "tagger differed": -4.0}
"""What these signs weigh at the least, whatever these papers say: what they warn of is rare, and the worst that can happen. A single doubt
takes a value out of what is given surely. What the tagger's opinion is worth was read off 228 papers that neither it nor the patterns had
learned from: of plain values it agreed with 1 % were wrong, and 11 and 20 % of those that it was unsure of and differed with."""
_FOR = {"said twice": 0.0, "second reader agreed": 0.5, "tagger agreed": 1.5}
"""And these speak for a value, by so much at the least."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A value that was given: on which layout of paper, with which signs, and whether it was right. `capped`: it has other readings."""

    layout: str
    render: str
    name: str
    signs: tuple[str, ...]
    right: bool
    capped: bool


def main() -> None:
    wish = _wish()
    own = (file for file in corpus.own(wish.renders) if corpus.is_left_out(file.paper) or corpus.is_held_back(file.paper))
    files = [*own, *(file for folder in wish.corpus for file in corpus.of_folder(folder))]
    shelf = Shelf(wish.shelf)
    seen = [one for file in files for one in _seen(file, shelf)]
    counted = [one for one in seen if not one.capped]
    ridge = max(RIDGES, key=lambda strength: _likelihood(counted, _left_out(counted, strength)))
    _report(counted, _left_out(counted, ridge), ridge)
    _print(_fitted(counted, ridge), Counter(sign for one in counted for sign in set(one.signs)))


def _seen(file: TrueFile, shelf: Shelf) -> Iterator[Seen]:
    """The values that the product gives for a file, judged."""
    told = []
    signs: dict[tuple[int, int], tuple[tuple[str, ...], bool]] = {}
    pages = shelf.pages(file.path)
    for at, (document, clues) in enumerate(with_clues(pages, TODAY, shelf.reader(file.path, pages))):
        fields = [{**field.as_json(), "clue": (at, place)} for place, field in enumerate(document.fields)]
        told.append({**dict(document.as_json()), "fields": fields})
        signs |= {(at, place): (tuple(clue.signs), bool(clue.finding.others)) for place, clue in enumerate(clues)}
    for outcome in judge(file.render, file.paper, file.documents, told, lenient=not any(one.get("whole") for one in file.documents))[0]:
        if outcome.clue is not None:
            yield Seen(file.paper, file.render, outcome.name, *_unpacked(signs[outcome.clue], outcome.verdict == "right"))


def _unpacked(clue: tuple[tuple[str, ...], bool], right: bool) -> tuple[tuple[str, ...], bool, bool]:
    return clue[0], right, clue[1]


def _fitted(seen: Sequence[Seen], ridge: float) -> dict[str, float]:
    """Weights in log-odds. A sign that can only speak for a value, or only against it, but seems to do the other by chance, has none."""
    names = sorted({sign for one in seen for sign in one.signs})
    given: dict[str, float] = {}
    while True:
        weights = _by_newton(seen, [name for name in names if name not in given], ridge, given)
        more = {name: _bounded(name, weight) for name, weight in weights.items() if _bounded(name, weight) != weight}
        if not more:
            return weights | given
        given |= more


def _bounded(name: str, weight: float) -> float:
    """The weight, within what the sign can mean."""
    if name in LEAST_WEIGHTS:
        return min(weight, LEAST_WEIGHTS[name])
    if name.startswith(AGAINST):
        return min(weight, 0.0)
    return max(weight, _FOR.get(name, weight))


def _by_newton(seen: Sequence[Seen], names: Sequence[str], ridge: float, given: dict[str, float]) -> dict[str, float]:
    rows, right, weight = _matrix(seen, names), np.array([one.right for one in seen], float), _weights(seen)
    known = _matrix(seen, list(given)) @ np.array(list(given.values())) if given else np.zeros(len(seen))
    penalty = np.array([0.01 if name == _ALWAYS else ridge for name in names])
    found = np.zeros(len(names))
    for _ in range(40):
        likely = _likely(rows @ found + known)
        slope = rows.T @ (weight * (right - likely)) - penalty * found
        bend = (rows * (weight * likely * (1 - likely))[:, None]).T @ rows + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip(names, map(float, found), strict=True))


def _matrix(seen: Sequence[Seen], names: Sequence[str]) -> Floats:
    place = {name: column for column, name in enumerate(names)}
    rows = np.zeros((len(seen), len(names)))
    for row, one in zip(rows, seen, strict=True):
        for sign in one.signs:
            if sign in place:
                row[place[sign]] += 1
    return rows


def _weights(seen: Sequence[Seen]) -> Floats:
    """What each value counts: those of one family on one layout `MOST` together at the most."""
    groups = Counter((one.layout, one.signs[1]) for one in seen)
    return np.array([min(1.0, MOST / groups[one.layout, one.signs[1]]) for one in seen])


def fold(layout: str) -> int:
    return hashlib.sha256(layout.encode()).digest()[1] % FOLDS


def _likely(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def _left_out(seen: Sequence[Seen], ridge: float) -> Floats:
    """The probability of each value by weights fitted without its layout."""
    of_fold = np.array([fold(one.layout) for one in seen])
    likely = np.zeros(len(seen))
    for number in range(FOLDS):
        weights = _fitted([one for one, of in zip(seen, of_fold, strict=True) if of != number], ridge)
        for place in np.flatnonzero(of_fold == number):
            likely[place] = probability(seen[place].signs, weights)
    return likely


def _likelihood(seen: Sequence[Seen], likely: Floats) -> float:
    right = np.array([one.right for one in seen])
    return float((_weights(seen) * np.log(np.clip(np.where(right, likely, 1 - likely), 1e-6, 1))).sum())


def _report(seen: Sequence[Seen], likely: Floats, ridge: float) -> None:
    print(f"\n{len(seen)} values of {len({one.layout for one in seen})} layouts; ridge {ridge}; by layouts left out:", file=sys.stderr)
    by_render: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(seen):
        by_render[one.render].append(place)
    right = np.array([one.right for one in seen])
    for render, places in by_render.items():
        sure = np.array(places)[likely[places] >= SURE]
        print(f"{render:8} {len(places)} right {right[places].mean():.3f}; given surely {len(sure) / len(places):.3f}, of those wrong "
              f"{1 - right[sure].mean():.4f} ({int((~right[sure]).sum())})", file=sys.stderr)
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.98), (0.98, 1.01)):
        within = (likely >= low) & (likely < high)
        if within.any():
            print(f"  {low:.2f}-{min(high, 1):.2f}  {int(within.sum()):5}  said {likely[within].mean():.3f}  "
                  f"was {right[within].mean():.3f}", file=sys.stderr)


_HEAD = '''"""What each sign of a value weighs, in log-odds; behind it, on how many values it was seen.

Made by `python -m bench.extraction.calibrate`; see there for how.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {'''


def _print(weights: dict[str, float], counts: Counter[str]) -> None:
    print(_HEAD)
    for name, weight in weights.items():
        print(f'    "{name}": {weight:.2f},  # {counts[name]}')
    print("}")


def _wish() -> Any:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--renders", type=lambda text: text.split(","), default=list(renders.RENDERS))
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="another folder with truth.jsonl")
    parser.add_argument("--shelf", type=Path, default=corpus.CACHE / "shelf", help="a folder for read pages; empty it when reading changes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
