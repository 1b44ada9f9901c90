"""Learns what words and pieces of words say about unit groups: a vector for each, the mean of a title's read by one linear layer.

The same small network as fastText's, in numpy, with words left out at random so that shorter titles are understood too. Nothing but
the classification's titles and duties is learned from; the same input gives the same vectors on the same machine.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.occupations.learning.features import features
from extractors.occupations.matching.words import fold, stems

WIDTH, ROUNDS, BATCH = 48, 7, 256
SEEN, LEFT_OUT, SPEED = 4, 0.3, 0.6
Floats = NDArray[np.float32]


def learn(titles: Iterable[tuple[str, str, str]], duties: Iterable[tuple[str, str, str]], path: Path) -> None:
    """Learn from titles and duties (code, language, text) and write the vectors: features first, then the groups."""
    samples = list(_samples(titles, duties))
    counts = Counter(feature for _, seen in samples for feature in seen)
    vocabulary = {feature: number for number, feature in enumerate(sorted(one for one, count in counts.items() if count >= SEEN))}
    codes = sorted({code for code, _ in samples})
    number = {code: place for place, code in enumerate(codes)}
    rows = [np.array([vocabulary[one] for one in seen if one in vocabulary], np.int32) for _, seen in samples]
    kept = [place for place, row in enumerate(rows) if len(row)]
    network = Network(len(vocabulary), len(codes))
    network.train([rows[place] for place in kept], np.array([number[samples[place][0]] for place in kept]))
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"feature or =code\tscale {network.scale():.9g}, 8-bit numbers in base 64\n")
        out.writelines(f"{name}\t{row}\n" for name, row in zip(vocabulary, network.written(network.inner), strict=True))
        outer = np.vstack([network.outer, network.bias[None, :]]).T
        out.writelines(f"={code}\t{' '.join(f'{value:.4g}' for value in row)}\n" for code, row in zip(codes, outer, strict=True))


def _samples(titles: Iterable[tuple[str, str, str]], duties: Iterable[tuple[str, str, str]]) -> Iterable[tuple[str, list[str]]]:
    """Titles whole and without their qualifiers; duties without first and last word, which say nothing there. Each once."""
    seen: set[tuple[str, ...]] = set()
    for code, _, title in titles:
        for text in (title, title.partition(" - ")[0]):
            words = stems(fold(text))
            if words and (code, *words) not in seen:
                seen.add((code, *words))
                yield code, list(features(words))
    for code, _, text in duties:
        yield code, [one for one in features(stems(fold(text))) if one[0] != "^" and one[-1] != "$"]


class Network:
    """Vectors of features (`inner`), the layer that reads their mean (`outer`, `bias`)."""

    def __init__(self, features: int, codes: int) -> None:
        self._chance = np.random.default_rng(7)
        self.inner: Floats = (self._chance.uniform(-1, 1, (features, WIDTH)) / WIDTH**0.5).astype(np.float32)
        self.outer: Floats = np.zeros((WIDTH, codes), np.float32)
        self.bias: Floats = np.zeros(codes, np.float32)
        self._inner_steps: Floats = np.full(features, 1e-3, np.float32)
        self._outer_steps: Floats = np.full((WIDTH, codes), 1e-3, np.float32)

    def scale(self) -> float:
        """What an 8-bit one stands for. Rare outliers are cut."""
        return float(np.quantile(np.abs(self.inner), 0.9995)) / 127

    def written(self, vectors: Floats) -> list[str]:
        """Each vector as 8-bit numbers in base 64."""
        small = np.clip(np.rint(vectors / self.scale()), -127, 127).astype(np.int8)
        return [base64.b64encode(row.tobytes()).decode("ascii") for row in small]

    def train(self, rows: Sequence[NDArray[np.int32]], codes: NDArray[np.int64]) -> None:
        """Go through all rows a few times in random order, each time with smaller steps."""
        for turn in range(ROUNDS):
            order = self._chance.permutation(len(rows))
            for start in range(0, len(order), BATCH):
                chosen = order[start : start + BATCH]
                self._step([rows[place] for place in chosen], codes[chosen], SPEED * (1 - turn / ROUNDS))

    def _step(self, rows: Sequence[NDArray[np.int32]], codes: NDArray[np.int64], speed: float) -> None:
        lengths = np.array([len(row) for row in rows])
        flat, owner = np.concatenate(rows), np.repeat(np.arange(len(rows)), lengths)
        kept = (self._chance.random(len(flat)) >= LEFT_OUT) | (lengths[owner] < 4)
        kept[np.r_[0, np.cumsum(lengths)[:-1]]] = True  # one of each row at least
        flat, owner = flat[kept], owner[kept]
        share = (1 / np.bincount(owner, minlength=len(rows)))[:, None].astype(np.float32)
        mean = np.add.reduceat(self.inner[flat], np.searchsorted(owner, np.arange(len(rows)))) * share
        wrong = _softmax(mean @ self.outer + self.bias)
        wrong[np.arange(len(rows)), codes] -= 1
        back = (wrong @ self.outer.T) * share
        slope = mean.T @ wrong / 16
        self._outer_steps += slope**2
        self.outer -= speed / 2 * slope / np.sqrt(self._outer_steps)
        self.bias -= speed / 50 * wrong.sum(0) / 16
        order = np.argsort(flat, kind="stable")
        first = np.flatnonzero(np.r_[True, flat[order][1:] != flat[order][:-1]])
        slopes, touched = np.add.reduceat(back[owner[order]], first), flat[order][first]
        self._inner_steps[touched] += (slopes**2).mean(1)
        self.inner[touched] -= speed * slopes / np.sqrt(self._inner_steps[touched])[:, None]


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    parts: Floats = powers / powers.sum(1, keepdims=True)
    return parts
