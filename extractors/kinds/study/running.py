"""A paper's plain text with the wrapped rows of its sentences joined, letter for letter, so that places stay right."""

from __future__ import annotations

from extractors.paper import Paper

_LONG = 45
"""A row of so many letters may be wrapped; a shorter one only where it ends in a small word that asks for more."""
_ASKS_FOR_MORE = ("de", "d'", "du", "des", "en", "et", "la", "le", "les", "l'", "a", "au", "in", "of", "and", "the", "to")


def running(paper: Paper) -> str:
    """The text in which a row that begins small goes on from the row above."""
    letters = list(paper.plain)
    for above, row in zip(paper.rows, paper.rows[1:], strict=False):
        end, start = above[-1].end, row[0].start
        if len(above) == 1 and paper.text[start].islower() and _goes_on(paper.plain[above[0].start : end]):
            letters[end:start] = " " * (start - end)
    return "".join(letters)


def _goes_on(row: str) -> bool:
    last = row.rsplit(maxsplit=1)[-1] if row.split() else ""
    return not row.rstrip().endswith((".", ";", ":")) and (len(row) >= _LONG or last in _ASKS_FOR_MORE)
