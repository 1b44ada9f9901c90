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
    the document gives the same value; `others` are other readings of the same words."""

    name: str
    value: Json
    spans: tuple[Span, ...]
    pattern: Pattern
    doubts: int = 0
    agreed: bool = False
    group: int = 0
    others: tuple[Json, ...] = ()

    def doubted(self, more: int = 1) -> Finding:
        return replace(self, doubts=self.doubts + more)

    def in_group(self, group: int) -> Finding:
        return replace(self, group=group)


def first(findings: Iterable[Finding | None]) -> Finding | None:
    """The first that is there."""
    return next((finding for finding in findings if finding is not None), None)
