"""The tagger: of each word of a paper, how likely it bears which field.

A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001), as CRFsuite fits it; `fields.crfsuite` beside this module is
made by `python -m bench.extraction.tagging`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pycrfsuite

from extractors.evidence import Kind
from extractors.fields.finding import Span
from extractors.paper import Paper
from extractors.tagging.signs import Token, signs, tokens

MODEL = Path(__file__).with_name("fields.crfsuite")
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
    """What the shipped model says of a paper of a kind."""
    return tag_with(_shipped(), paper, kind)


def tag_with(model: pycrfsuite.Tagger, paper: Paper, kind: Kind) -> Tagged:
    """What a model says of a paper of a kind."""
    words = tokens(paper)
    best = model.tag(signs(words, kind))
    labels = frozenset(model.labels())

    def likely(part: str) -> tuple[dict[str, float], ...]:
        known = [(field, f"{part} {field}") for field in FIELDS if f"{part} {field}" in labels]
        return tuple({field: model.marginal(label, at) for field, label in known} for at in range(len(words)))
    return Tagged(tuple(words), likely("B"), likely("I"), tuple(best))


@cache
def _shipped() -> pycrfsuite.Tagger:
    return loaded(MODEL)


def loaded(file: Path) -> pycrfsuite.Tagger:
    """A model as it lies in a file."""
    model = pycrfsuite.Tagger()
    model.open(str(file))
    return model
