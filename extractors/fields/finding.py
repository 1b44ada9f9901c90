"""A value as an extractor finds it, before its certainty is known: what, where in the text, by what sort of pattern, with what
doubts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from extractors.evidence import Json

Span = tuple[int, int]
Pattern = Literal["label", "phrase", "layout", "inferred", "learned"]
"""`label`: beside a label that names it; `phrase`: in a phrase that can mean nothing else; `layout`: by its place on the paper;
`inferred`: concluded from other words; `learned`: by the words around it, as a tagger has learned them from papers."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A value with the stretches of text that bear it. `doubts` counts reasons for mistrust; `agreed` says that a second place of
    the document gives the same value; `others` are other readings of the same words. `whose`: how many of the doubts are about which job
    the value belongs to, so that the rest of the paper may settle them."""

    name: str
    value: Json
    spans: tuple[Span, ...]
    pattern: Pattern
    doubts: int = 0
    agreed: bool = False
    group: int = 0
    others: tuple[Json, ...] = ()
    whose: int = 0

    def doubted(self, more: int = 1) -> Finding:
        return replace(self, doubts=self.doubts + more)

    def perhaps_anothers(self, more: int = 1) -> Finding:
        """The same, in doubt of which job it belongs to."""
        return replace(self, doubts=self.doubts + more, whose=self.whose + more)

    def settled(self) -> Finding:
        """The same, which job it belongs to being clear."""
        return replace(self, doubts=self.doubts - self.whose, whose=0)

    def in_group(self, group: int) -> Finding:
        return replace(self, group=group)


def first(findings: Iterable[Finding | None]) -> Finding | None:
    """The first that is there."""
    return next((finding for finding in findings if finding is not None), None)
