"""Lessons told in other words: what the network learns by heart it cannot use on a paper that it has never seen.

Each time a lesson is read, values change places with those of other papers, years move, numbers change their digits, rows that bear
nothing are left out, letters are misread and words cannot be read at all, by chance; the tags stay true (after Wei and Zou 2019,
Dai and Adel 2020).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from random import Random

from bench.extraction.lessons import Lesson, values
from extractors.tagging.tagger import OUTSIDE
from extractors.tagging.tokens import Token

Told = tuple[Token, str]
"""A word and its tag."""
Pools = dict[str, list[tuple[str, ...]]]
"""The printed words of each value of a sort."""

_SWAPPED = {"person.name": "name", "signatory.name": "name", **{name: name for name in (
    "employer.name", "institution.name", "employer.place", "position.title", "signatory.title", "credential.field", "reference",
    "position.duties")}}
"""The fields whose values change places, and with those of which sort."""
_SWAP, _MOVE, _DROP, _MISREAD, _HIDE, _CAPITALS, _FLAT, _WRAP = 0.35, 0.5, 0.5, 0.25, 0.6, 0.05, 0.1, 0.3
"""How often a value changes, and a paper gets other years and numbers, loses rows, is misread, has words hidden, is in capitals, has no
columns, or other ends of its rows."""
_ROWS, _LETTERS, _WORDS, _ENDS = 0.1, 0.02, 0.06, 0.3
"""The share of rows, letters, words and ends that this touches."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONG_NUMBER, _YEARS = 5, range(-12, 3)
_LIKE = {"0": "O", "O": "0", "1": "l", "l": "1", "I": "l", "5": "S", "S": "5", "8": "B", "B": "8", "e": "c", "c": "e", "m": "rn", "é": "e",
         "è": "e", "ê": "e", "à": "a", "ç": "c", "u": "ii", "n": "ri", ".": ",", ",": ".", "'": "", "i": "í", "t": "f", "f": "t"}
_EDGES = re.compile(r"([\W_]*)(.*?)([\W_]*)", re.DOTALL)


def pools(lessons: Iterable[Lesson]) -> Pools:
    """What values may be exchanged for."""
    known: Pools = defaultdict(list)
    for lesson in lessons:
        for field, words in sorted(values(lesson.tags), key=lambda one: one[1].start):
            if field in _SWAPPED:
                known[_SWAPPED[field]].append(tuple(lesson.words[at].printed for at in words))
    return known


def varied(lesson: Lesson, known: Pools, chance: Random) -> Lesson:
    """A lesson in other words, with the tags that are true of them."""
    told = _swapped(lesson, known, chance)
    for often, change in _CHANGES:
        if chance.random() < often:
            told = change(told, chance)
    return Lesson(lesson.layout, lesson.kind, [word for word, _ in told], [tag for _, tag in told])


def _swapped(lesson: Lesson, known: Pools, chance: Random) -> list[Told]:
    """Some values for others of their sort, each wherever it stands."""
    begun = {words.start: (field, words) for field, words in values(lesson.tags)}
    instead: dict[tuple[str, ...], tuple[str, ...] | None] = {}
    told: list[Told] = []
    at = 0
    while at < len(lesson.words):
        field, words = begun.get(at, (OUTSIDE, range(at, at + 1)))
        old = [lesson.words[place] for place in words]
        if field in _SWAPPED:
            same = tuple(word.word for word in old)
            if same not in instead:
                instead[same] = chance.choice(known[_SWAPPED[field]]) if chance.random() < _SWAP else None
            new = instead[same]
            if new is not None:
                old = _put(old, new)
        told += [(word, lesson.tags[at] if place == 0 or field == OUTSIDE else f"I {field}") for place, word in enumerate(old)]
        at = words.stop
    return told


def _put(old: Sequence[Token], new: Sequence[str]) -> list[Token]:
    """Other words in the places of the old ones, in their case, with the marks around them."""
    before, after = _around(old[0].printed)[0], _around(old[-1].printed)[2]
    texts = list(new)
    texts[0] = before + _bare(texts[0], 0)
    texts[-1] = _bare(texts[-1], 1) + after
    if all(word.printed.isupper() for word in old):
        texts = [text.upper() for text in texts]
    last = len(texts) - 1

    def ends(at: int) -> str:
        return old[-1].ends if at == last else old[at].ends if at < len(old) - 1 else " "
    return [replace(old[min(at, len(old) - 1)], printed=text, ends=ends(at)) for at, text in enumerate(texts)]


def _around(text: str) -> tuple[str, str, str]:
    parts = _EDGES.fullmatch(text)
    return (parts[1], parts[2], parts[3]) if parts else ("", text, "")


def _bare(text: str, side: int) -> str:
    before, middle, after = _around(text)
    return (middle + after if side == 0 else before + middle) or text


def _moved(told: list[Told], chance: Random) -> list[Told]:
    """Other years, all by as many; long numbers with other digits."""
    by = chance.choice(_YEARS)

    def other(text: str) -> str:
        text = _YEAR.sub(lambda year: str(int(year[0]) + by), text)
        if sum(letter.isdigit() for letter in text) < _LONG_NUMBER or _YEAR.search(text):
            return text
        return "".join(chance.choice("0123456789") if letter.isdigit() else letter for letter in text)
    return [(replace(word, printed=other(word.printed)), tag) for word, tag in told]


def _dropped(told: list[Told], chance: Random) -> list[Told]:
    """Without some of the rows that bear nothing."""
    bear = {word.row for word, tag in told if tag != OUTSIDE}
    gone = {row for row in {word.row for word, _ in told} - bear if chance.random() < _ROWS}
    return [(word, tag) for word, tag in told if word.row not in gone]


def _misread(told: list[Told], chance: Random) -> list[Told]:
    def read(text: str) -> str:
        return "".join(_LIKE.get(letter, letter) if chance.random() < _LETTERS else letter for letter in text)
    return [(replace(word, printed=read(word.printed)), tag) for word, tag in told]


def _hidden(told: list[Told], chance: Random) -> list[Told]:
    return [(replace(word, printed="") if chance.random() < _WORDS else word, tag) for word, tag in told]


def _in_capitals(told: list[Told], _: Random) -> list[Told]:
    return [(replace(word, printed=word.printed.upper()), tag) for word, tag in told]


def _flat(told: list[Told], _: Random) -> list[Told]:
    """As a reader gives a page whose columns it did not see."""
    return [(replace(word, cell=0, cells=1, ends=" " if word.ends == "\t" else word.ends), tag) for word, tag in told]


def _wrapped(told: list[Told], chance: Random) -> list[Told]:
    """Some rows of one cell joined to the next."""
    joined: list[Told] = []
    row = {word.row: word.row for word, _ in told}
    for (word, tag), (behind, _) in zip(told, [*told[1:], *told[-1:]], strict=True):
        joins = word.ends == "\n" and word.cells == behind.cells == 1 and chance.random() < _ENDS
        if joins:
            row[behind.row] = row[word.row]
        joined.append((replace(word, ends=" ") if joins else word, tag))
    return [(replace(word, row=row[word.row]), tag) for word, tag in joined]


_CHANGES: tuple[tuple[float, Callable[[list[Told], Random], list[Told]]], ...] = (
    (_MOVE, _moved), (_DROP, _dropped), (_FLAT, _flat), (_WRAP, _wrapped), (_CAPITALS, _in_capitals), (_MISREAD, _misread),
    (_HIDE, _hidden))
