"""What is known of each word of a paper before anything is understood: its letters, its neighbours, its place, what stands beside.

A sign is a short text that is true of a word, such as `w-1=depuis` or `label=fonction`; the tagger has a weight for each that it met.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.evidence import Kind
from extractors.fields.finding import Span
from extractors.fields.hours import find_hours
from extractors.fields.levels import find_credentials
from extractors.fields.money import find_pay
from extractors.fields.where.towns import known_towns
from extractors.occupations.matching.words import stem
from extractors.occupations.tables.reference import BUILT_IN, QUALIFIED, rows
from extractors.paper import Cell, Paper

_BARE = re.compile(r"[a-z]{2,}|[0-9]+", re.ASCII)
_AROUND = ".,;:()«»\"'"
_NEAR, _SHAPED, _FAR = 4, 2, 10
"""How many words to each side count by where they stand, of how many the shape counts, and how far back words count at all."""
_BANDS = 6
"""Into how many parts the height of a paper is cut."""
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word between blanks. `word`: folded, without the marks around it; `grammar`: the sort of value that it is part of, or nothing;
    `titled`: it is a word of the classification's titles; `said`: how often the paper has it; `band`, `place`, `edges`: where it
    stands on the paper, in its row, in its cell; `label`, `before`, `above`: words of its cell's label, of the cell before, of the row
    above."""

    span: Span
    printed: str
    word: str
    shape: str
    grammar: str
    titled: bool
    said: int
    band: int
    row: int
    place: str
    edges: str
    label: tuple[str, ...]
    before: tuple[str, ...]
    above: tuple[str, ...]


def tokens(paper: Paper) -> list[Token]:
    """All words of a paper, in the order of reading."""
    grammar = _grammars(paper)
    often = Counter(map(bare, paper.plain.split()))
    return [_token(paper, cell, match, grammar, often) for cell in paper.cells
            for match in re.finditer(r"\S+", paper.text[slice(*cell.span)])]


def bare(word: str) -> str:
    """A word without the marks around it."""
    return word.strip(_AROUND)


def signs(of: Sequence[Token], kind: Kind) -> list[list[str]]:
    """For each word what is true of it, on a paper of a kind."""
    return [[*_own(token, kind), *_beside(of, at), *_stands(token, kind)] for at, token in enumerate(of)]


def _token(paper: Paper, cell: Cell, match: re.Match[str], grammar: dict[int, str], often: Counter[str]) -> Token:
    start, end = cell.start + match.start(), cell.start + match.end()
    row = paper.rows[cell.row]
    place = row.index(cell)
    printed, word = _writable(match[0]), _writable(bare(paper.plain[start:end]))
    colon = paper.plain.find(":", cell.start, start)
    return Token(
        (start, end), printed, word, _shape(printed), grammar.get(start, ""), stem(word) in _title_stems(), min(often[word], _OFTEN),
        _BANDS * cell.row // len(paper.rows), cell.row, f"{min(place, 3)}/{min(len(row), 3)}",
        f"{start == cell.start:d}{not paper.text[end:cell.end].strip():d}",
        _last_words(paper, (cell.start, colon)) if colon >= 0 else (),
        _last_words(paper, row[place - 1].span) if place else (),
        tuple(_BARE.findall(paper.folded(paper.row_span(cell.row - 1))))[:6] if cell.row else ())


def _writable(text: str) -> str:
    """The text without halves of letters, which broken fonts give and UTF-8 does not have."""
    return text.encode("utf-8", "replace").decode()


def _last_words(paper: Paper, span: Span) -> tuple[str, ...]:
    return tuple(_BARE.findall(paper.folded(span)))[-4:]


def _grammars(paper: Paper) -> dict[int, str]:
    """From each place of the text to the sort of value that stands there; the first named wins."""
    spans = {
        "date": [date.span for date in paper.dates], "pay": [pay.span for pay in find_pay(paper.plain)],
        "hours": [hours.span for hours in find_hours(paper.plain)], "town": list(known_towns(paper.plain)),
        "credential": [credential.span for credential in find_credentials(paper.plain, None)],
    }
    return {place: sort for sort in reversed(spans) for span in spans[sort] for place in range(*span)}


@cache
def _title_stems() -> frozenset[str]:
    """The stems that several titles of the classification have."""
    counts = Counter(word for _, _, _, stems, _ in rows(BUILT_IN, "titles.tsv") for word in {*stems.split()} - {QUALIFIED})
    return frozenset(word for word, count in counts.items() if count >= 3 and len(word) > 2)


def _shape(word: str) -> str:
    """`Aaa` for « Paris », `99/99` for figures of a date: capitals, small letters and figures, no more than two alike in a row."""
    letters = "".join("9" if one.isdigit() else "A" if one.isupper() else "a" if one.isalpha() else one for one in word)
    return re.sub(r"(.)\1{2,}", r"\1\1", letters)[:8]


def _own(token: Token, kind: Kind) -> Iterator[str]:
    word = token.word
    yield from ("any", f"w={word}", f"shape={token.shape}", f"end={word[-3:]}", f"begin={word[:3]}", f"is={token.grammar}",
                f"{kind} is={token.grammar}", f"closes={_mark(token)}", f"said={token.said} {token.shape[:2]}", f"titled={token.titled}")


def _beside(of: Sequence[Token], at: int) -> Iterator[str]:
    for side in (-1, 1):
        for by in range(1, _NEAR + 1):
            if 0 <= at + side * by < len(of):
                yield from _of_neighbour(of[at], of[at + side * by], side * by)
    yield from (f"far={other.word}" for other in of[max(0, at - _FAR):max(0, at - _NEAR)])
    two, one, here, then = (of[other].word if 0 <= other < len(of) else "" for other in range(at - 2, at + 2))
    yield from (f"{one}_w={here}", f"{two}_{one}", f"w_{then}={here}")


def _of_neighbour(token: Token, other: Token, by: int) -> Iterator[str]:
    yield from (f"w{by:+}={other.word}", f"w{'-+'[by > 0]}={other.word}")
    if abs(by) <= _SHAPED:
        yield from (f"shape{by:+}={other.shape}", f"is{by:+}={other.grammar}", f"titled{by:+}={other.titled}")
    if abs(by) == 1:
        yield from (f"row{by:+}={other.row == token.row}", f"closes{by:+}={_mark(other)}")


def _mark(token: Token) -> str:
    """The mark that closes a word, or nothing."""
    return "" if token.printed[-1].isalnum() else token.printed[-1]


def _stands(token: Token, kind: Kind) -> Iterator[str]:
    yield from (kind, f"band={token.band}", f"{kind} band={token.band}", f"edges={token.edges}", f"cell={token.place}")
    for word in token.label:
        yield from (f"label={word}", f"{kind} label={word}")
    yield from (f"before={word}" for word in token.before)
    yield from (f"above={word}" for word in token.above)
    if token.label:
        yield f"labels={' '.join(token.label)}"
    if token.before:
        yield f"befores={' '.join(token.before)}"
