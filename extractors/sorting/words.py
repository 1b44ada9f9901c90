"""What kind of paper the words of a text are like: a second opinion, learnt from papers of many makers.

Multinomial logistic regression over which words and pairs of words a text has (`words.tsv` beside this module, made by
`python -m bench.extraction.kind_words`). It knows nothing of look-alikes, which cues tell apart, but is seldom at a loss.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

from extractors.evidence import Kind

_WORD = re.compile(r"[a-z]{3,}", re.ASCII)
_BIAS = "*"
"""The row of the table that every text has."""


def told_words(text: str) -> frozenset[str]:
    """The words of three letters and more, and the pairs of such words that follow each other, of a plain text."""
    words = _WORD.findall(text)
    return frozenset((*words, *(f"{one} {other}" for one, other in pairwise(words))))


@cache
def _weights() -> tuple[tuple[Kind, ...], Mapping[str, tuple[float, ...]]]:
    """The kinds, and of each word what it speaks for each of them, in log-odds."""
    with Path(__file__).with_name("words.tsv").open(encoding="utf-8", newline="") as lines:
        head, *rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    kinds = tuple(kind for name in head[1:] for kind in get_args(Kind) if kind == name)
    return kinds, {row[0]: tuple(map(float, row[1:])) for row in rows}


def likeness(text: str) -> dict[Kind, float]:
    """The probability of each kind by the words of a plain text."""
    kinds, weights = _weights()
    known = [weights[word] for word in told_words(text) if word in weights]
    return dict(zip(kinds, _shares(_sums(weights[_BIAS], known)), strict=True))


def _sums(bias: tuple[float, ...], rows: Iterable[tuple[float, ...]]) -> list[float]:
    """What the words make together: each counts the less the more there are."""
    columns = list(zip(*rows, strict=True))
    scale = 1 / math.sqrt(len(columns[0])) if columns else 0.0
    return [start + scale * sum(column) for start, column in zip(bias, columns, strict=True)] if columns else list(bias)


def _shares(odds: list[float]) -> list[float]:
    highest = max(odds)
    powers = [math.exp(one - highest) for one in odds]
    return [power / sum(powers) for power in powers]
