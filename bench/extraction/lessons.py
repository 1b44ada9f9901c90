"""What the tagger is taught: each word of the bench's papers with the field that it truly bears.

Papers that are held back teach nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, cast

from bench.extraction import corpus
from bench.extraction.shelf import Shelf
from extractors.evidence import Kind
from extractors.fields.text.plain import plain
from extractors.paper import Paper, read_paper
from extractors.tagging.tagger import FIELDS, OUTSIDE
from extractors.tagging.tokens import Token, bare, tokens

Json = Any
RENDERS = ("text",)
_LONG_ENOUGH, _SOON = 6, 20
"""Letters from which a value's words are the value wherever they stand, and within how many words of the first the rest is sought."""
_CIVIL = frozenset(("m", "mr", "mme", "mlle", "madame", "monsieur", "mademoiselle", "ms", "mrs", "miss", "dr", "me", "sr", "sra",
                    "engr", "ing"))
"""Words before a name that are no part of it."""
_HOURS = frozenset(("h", "hr", "hrs", "heure", "heures", "hour", "hours", "hs", "hora", "horas"))
UNTOLD = "?"
"""The tag of words that say the day of a field elsewhere than where the truth has it: they may say it of something else."""
DATES = frozenset(name for name in FIELDS if name.endswith("_date") or name.endswith("_on") or name == "test.date")
_EDGE = 0.003
"""How far beside a box's edge the middle of a word may lie, in parts of the page."""


class Lesson(NamedTuple):
    """A paper: its layout's name, its kind, its words, and the true tag of each."""

    layout: str
    kind: Kind
    words: list[Token]
    tags: list[str]


def lessons_of(folders: Iterable[Path], shelf: Shelf) -> Iterator[Lesson]:
    """One for each paper of a single document that may be looked at."""
    own = [file for file in corpus.own(RENDERS) if not corpus.is_held_back(file.paper)]
    for file in (*own, *(file for folder in folders for file in corpus.of_folder(folder))):
        if len(file.documents) == 1:
            document = file.documents[0]
            paper = read_paper([page for page in shelf.pages(file.path) if page.number in document["pages"]])
            words = tokens(paper)
            yield Lesson(file.paper, cast("Kind", document["kind"]), words, true_tags(paper, words, document["fields"]))


def true_tags(paper: Paper, words: Sequence[Token], fields: Iterable[dict[str, Json]]) -> list[str]:
    """The tag of each word by the paper's truth: first where the truth says that a value stands, then wherever else its words do."""
    tags = [OUTSIDE] * len(words)
    known = [part for field in fields if field["name"] in FIELDS for part in _parts(field)]
    for field in known:
        for run in _boxed(paper, words, field, _told(field)):
            _tag(tags, _core(words, field["name"], run), field["name"])
    for run in _told_again(paper, words, known):
        _tag(tags, run, UNTOLD)
    for field in known:
        for run in _elsewhere(words, field, _told(field)):
            _tag(tags, _core(words, field["name"], run), field["name"])
    return tags


def _tag(tags: list[str], run: range, field: str) -> None:
    if run and all(tags[at] == OUTSIDE for at in run):
        tags[run.start:run.stop] = [UNTOLD] * len(run) if field == UNTOLD else [f"B {field}", *[f"I {field}"] * (len(run) - 1)]


def _parts(field: dict[str, Json]) -> Iterator[dict[str, Json]]:
    """A field in each place where it is marked, or of a list each item, wherever it stands."""
    if isinstance(field["value"], list):
        yield from ({"name": field["name"], "value": item} for item in field["value"])
    else:
        yield from ({**field, **place} for place in field.get("marked", ()) or ({},))


def _told(field: dict[str, Json]) -> list[str]:
    """The folded words of a value: as printed, or of a name the whole of it."""
    text = field["value"] if field["name"] == "person.name" else field.get("text") or field["value"]
    return [bare(word) for word in plain(str(text)).split()]


def _core(words: Sequence[Token], field: str, run: range) -> range:
    """The words that every maker would mark: a name without civility, the figures of pay, hours with their unit."""
    if field in ("person.name", "signatory.name"):
        return range(next((at for at in run if words[at].word not in _CIVIL), run.stop), run.stop)
    figures = [at for at in run if any(letter.isdigit() for letter in words[at].printed)]
    if field not in ("position.salary", "position.hours_per_week") or not figures:
        return run
    end = figures[0] + 1
    while end < len(words) and (end in figures or (field == "position.hours_per_week" and words[end].word in _HOURS)):
        end += 1
    return range(figures[0], end)


def _boxed(paper: Paper, words: Sequence[Token], field: dict[str, Json], told: Sequence[str]) -> Iterator[range]:
    """Where a value's words stand by the truth, and the rest of them soon after."""
    boxed = [at for at, word in enumerate(words) if _is_inside(paper, word, field)] if field.get("box") else []
    if boxed:
        end = boxed[0]
        while end < len(words) and end - boxed[0] < len(told) and (end in boxed or words[end].word == told[end - boxed[0]]):
            end += 1
        yield range(boxed[0], end)
        yield from _rest(words, end, Counter(told) - Counter(word.word for word in words[boxed[0]:end]))


def _elsewhere(words: Sequence[Token], field: dict[str, Json], told: Sequence[str]) -> Iterator[range]:
    """All places where the words of a value stand, but of short ones that the truth has a place for."""
    if not field.get("box") or sum(map(len, told)) >= _LONG_ENOUGH:
        for start in range(len(words) - len(told) + 1):
            if told and [word.word for word in words[start:start + len(told)]] == told:
                yield range(start, start + len(told))


def _told_again(paper: Paper, words: Sequence[Token], fields: Sequence[dict[str, Json]]) -> Iterator[range]:
    """Where the paper has the day of a field, wherever that is."""
    days = {str(field["value"]) for field in fields if field["name"] in DATES}
    for date in paper.dates:
        if date.value in days:
            touched = [at for at, word in enumerate(words) if word.span[0] < date.end and date.start < word.span[1]]
            yield range(touched[0], touched[-1] + 1)


def _rest(words: Sequence[Token], begin: int, left: Counter[str]) -> Iterator[range]:
    """The words of a value that stand apart from its first ones, as a first name under a surname does."""
    size = left.total()
    for start in range(begin, min(begin + _SOON, len(words) - size + 1)) if size else ():
        if Counter(word.word for word in words[start:start + size]) == left:
            yield range(start, start + size)
            return


def _is_inside(paper: Paper, word: Token, field: dict[str, Json]) -> bool:
    quote = paper.quote(word.span)
    left, top, right, bottom = field["box"]
    box = quote.boxes[0]
    return (quote.page == field["page"] and left - _EDGE <= (box.x0 + box.x1) / 2 <= right + _EDGE
            and top - _EDGE <= box.middle <= bottom + _EDGE)


def values(tags: Sequence[str]) -> set[tuple[str, range]]:
    """Each field with the words of a value."""
    begun = [at for at, tag in enumerate(tags) if tag.startswith("B ")]
    found = set()
    for start in begun:
        end = start + 1
        while end < len(tags) and tags[end] == f"I {tags[start][2:]}":
            end += 1
        found.add((tags[start][2:], range(start, end)))
    return found
