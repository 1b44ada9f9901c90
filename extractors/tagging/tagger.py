"""The tagger: of each word of a paper, how likely it bears which field."""

from __future__ import annotations

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
    "position.title", "position.start_date", "position.end_date", "position.hours_per_week", "position.salary",
    "institution.name", "credential.title", "credential.field", "conferred_on", "test.date",
)
"""What the tagger knows: fields whose words stand together on the paper."""
OUTSIDE = "-"
"""The tag of a word that bears none of them."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words with, for each, the probability that a field's value begins with it, and that it goes on with it."""

    tokens: tuple[Token, ...]
    begins: tuple[Mapping[str, float], ...]
    goes_on: tuple[Mapping[str, float], ...]
    best: tuple[str, ...]

    def bears(self, at: int, field: str) -> float:
        """The probability that a word is part of a field's value."""
        return self.begins[at].get(field, 0.0) + self.goes_on[at].get(field, 0.0)

    def within(self, span: Span) -> range:
        """The words that a stretch of the text touches."""
        touched = [at for at, token in enumerate(self.tokens) if token.span[0] < span[1] and span[0] < token.span[1]]
        return range(touched[0], touched[-1] + 1) if touched else range(0)

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
        return Tagged((), (), (), ())
    told = network.probabilities(words, kind)

    def likely(part: str) -> tuple[dict[str, float], ...]:
        known = [(field, network.labels.index(f"{part} {field}")) for field in FIELDS if f"{part} {field}" in network.labels]
        return tuple({field: float(row[column]) for field, column in known} for row in told)
    return Tagged(tuple(words), likely("B"), likely("I"), tuple(likeliest(network.labels, told)))


_NEVER = -1e9


def likeliest(labels: Sequence[str], told: NDArray[np.float32]) -> list[str]:
    """The likeliest tags in a row of which each `I` goes on with a field that one before it began (Viterbi 1967)."""
    after = np.array([[0.0 if not label.startswith("I ") or (before != OUTSIDE and before[2:] == label[2:]) else _NEVER
                       for label in labels] for before in labels])
    odds = np.log(told + 1e-9)
    best = odds[0] + after[labels.index(OUTSIDE)]
    back = []
    for row in odds[1:]:
        ways = best[:, None] + after
        back.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return [labels[one] for one in reversed(path)]
