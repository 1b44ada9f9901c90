"""The words of a paper as the tagger looks at them: each where it stands, in its row and its cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.fields.finding import Span
from extractors.paper import Cell, Paper

_AROUND = ".,;:()«»\"'"


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as printed, and folded without the marks around it; its row, and the number of its cell among so many of the row.
    `ends`: what parts it from the next word, a blank, a tab between cells, or a row's end."""

    span: Span
    printed: str
    word: str
    row: int
    cell: int
    cells: int
    ends: str


def tokens(paper: Paper) -> list[Token]:
    """All words of a paper, in the order of reading."""
    return [_token(paper, cell, match) for cell in paper.cells for match in re.finditer(r"\S+", paper.text[slice(*cell.span)])]


def bare(word: str) -> str:
    """A word without the marks around it."""
    return word.strip(_AROUND)


def _token(paper: Paper, cell: Cell, match: re.Match[str]) -> Token:
    start, end = cell.start + match.start(), cell.start + match.end()
    row = paper.rows[cell.row]
    return Token((start, end), match[0], bare(paper.plain[start:end]), cell.row, row.index(cell), len(row), paper.text[end : end + 1])
