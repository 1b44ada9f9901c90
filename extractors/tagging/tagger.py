"""The tagger: of each word of a paper, how likely it bears which field."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractors.evidence import Kind
from extractors.fields.finding import Span
from extractors.paper import Paper
from extractors.tagging.network import shipped
from extractors.tagging.tokens import Token, tokens

FIELDS = (
    "person.name", "person.birth_date", "issued_on", "reference",
    "employer.name", "employer.place", "signatory.name", "signatory.title",
    "position.title", "position.start_date", "position.end_date", "position.hours_per_week", "position.salary", "position.duties",
    "institution.name", "credential.title", "credential.field", "conferred_on", "study.start_date", "study.end_date", "test.date",
)
"""What the tagger knows: fields whose words stand together on the paper."""
OUTSIDE = "-"
"""The tag of a word that bears none of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Tagged:
    """Words, and by field for each the probability that a value begins with it, and that one goes on with it; the likeliest tags."""

    tokens: tuple[Token, ...]
    begins: Mapping[str, Sequence[float]]
    goes_on: Mapping[str, Sequence[float]]
    best: tuple[str, ...]

    def bears(self, at: int, field: str) -> float:
        """The probability that a word is part of a field's value."""
        return self.begins[field][at] + self.goes_on[field][at] if field in self.begins else 0.0

    def within(self, span: Span) -> range:
        """The words that a stretch of the text touches."""
        first = bisect_right(self.tokens, span[0], key=lambda token: token.span[1])
        return range(first, max(first, bisect_left(self.tokens, span[1], key=lambda token: token.span[0])))

    def values(self, field: str) -> Iterator[range]:
        """Where the likeliest tags put values of a field."""
        start = None
        for at, tag in enumerate((*self.best, OUTSIDE)):
            if start is not None and tag != f"I {field}":
                yield range(start, at)
                start = None
            if tag == f"B {field}":
                start = at


Tag = Callable[[Paper, Kind], Tagged]


def tag_shipped(paper: Paper, kind: Kind) -> Tagged:
    """What the shipped network says of a paper of a kind."""
    words, network = tokens(paper), shipped()
    if not words:
        return Tagged((), {}, {}, ())
    told = network.probabilities(words, kind)
    columns = dict(zip(network.labels, told.T.tolist(), strict=True))

    def likely(part: str) -> dict[str, list[float]]:
        return {field: columns[f"{part} {field}"] for field in FIELDS if f"{part} {field}" in columns}
    return Tagged(tuple(words), likely("B"), likely("I"), tuple(likeliest(network.labels, told)))


_NEVER = -1e9


def likeliest(labels: Sequence[str], told: NDArray[np.float32]) -> list[str]:
    """The likeliest tags in a row of which each `I` goes on with a field that one before it began (Viterbi 1967)."""
    free = np.array([not label.startswith("I ") for label in labels])
    begun = np.array([labels.index(f"B {label[2:]}") if label.startswith("I ") else at for at, label in enumerate(labels)])
    every = np.arange(len(labels))
    odds = np.log(told + 1e-9)
    best = np.where(free, odds[0], _NEVER)
    back = []
    for row in odds[1:]:
        way = np.where(free, best.argmax(), np.where(best[begun] > best, begun, every))
        back.append(way)
        best = best[way] + row
    path = [int(best.argmax())]
    for way in reversed(back):
        path.append(int(way[path[-1]]))
    return [labels[one] for one in reversed(path)]
