"""The learned vectors at work: from stems to what each group's share is."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extractors.occupations.learning.features import features

_ASIDE = 0.4


class Vectors:
    """What was learned of words and their pieces (`learning/build.py`)."""

    def __init__(self, folder: Path) -> None:
        text = (folder / "vectors.tsv").read_text("utf-8")
        heading, text = text.split("\n", 1)
        inner, outer = text.split("\n=", 1)
        cells = inner.replace("\n", "\t").split("\t")
        self._numbers = {feature: number for number, feature in enumerate(cells[::2])}
        packed = np.frombuffer(base64.b64decode("".join(cells[1::2])), np.int8)
        self._inner = packed.reshape(len(self._numbers), -1)
        self._scale = float(heading.split("scale ")[1].split(",")[0])
        rows = [line.split("\t") for line in outer.strip().split("\n")]
        self.codes = tuple(code.lstrip("=") for code, _ in rows)
        numbers = np.array(" ".join(row for _, row in rows).split(" "), np.float32).reshape(len(rows), -1)
        self._outer, self._bias = numbers[:, :-1].T.copy(), numbers[:, -1].copy()

    def logarithms(self, stems: Sequence[str], aside: Sequence[str] = (), *, ends: bool = True) -> NDArray[np.float32]:
        """The logarithm of each group's share, in the order of their codes. `aside`: stems that count half; `ends`: whether first and
        last stem mean more."""
        known = [
            self._numbers[one]
            for one in features(stems)
            if one in self._numbers and (ends or (one[0] != "^" and one[-1] != "$"))
        ]
        beside = [self._numbers[one] for one in features(aside) if one in self._numbers and one[0] != "^" and one[-1] != "$"]
        scores = self._bias.copy()
        if known or beside:
            total = self._inner[known].sum(0, np.float32) + _ASIDE * self._inner[beside].sum(0, np.float32)
            scores += total * (self._scale / (len(known) + _ASIDE * len(beside))) @ self._outer
        scores -= scores.max()
        shares: NDArray[np.float32] = scores - np.log(np.exp(scores).sum())
        return shares
