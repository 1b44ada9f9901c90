"""The number of a paper, of its candidate or of its file: never that of a passport, an account or a telephone."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding
from extractors.fields.labels import labelled
from extractors.paper import Paper

_NUMBER = re.compile(r"(?=[a-z0-9./-]*[0-9])[a-z0-9]{1,14}(?:\s?[-/.]\s?[a-z0-9]{1,14}){0,5}", re.ASCII)


def labelled_reference(paper: Paper, labels: tuple[str, ...]) -> Finding | None:
    """The first number that stands beside one of the labels, tried in their order."""
    for label in labels:
        for value in labelled(paper, label):
            match = _NUMBER.match(paper.plain, value.span[0], value.span[1])
            if match is not None and any(letter.isdigit() for letter in match[0]) and len(match[0]) >= 4:
                span = match.span()
                rest = paper.plain[span[1] : value.span[1]].strip(" .,;:)")
                return Finding("reference", paper.words(span).replace(" ", ""), (span,), "label", int(bool(rest)))
    return None


def referenced(paper: Paper, pattern: re.Pattern[str], doubts: int = 0) -> Finding | None:
    """The number that a pattern's group `number` finds on the paper."""
    for match in pattern.finditer(paper.plain):
        if sum(letter.isdigit() for letter in match["number"]) >= 3:
            return Finding("reference", paper.words(match.span("number")), (match.span("number"),), "phrase", doubts)
    return None
