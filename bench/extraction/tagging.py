"""Fits `extractors/tagging/fields.crfsuite`: which words of a paper bear which field. Run by hand, after papers have come.

    python -m bench.extraction.tagging [--corpus DIR]... [--shelf DIR] [--to FILE]

A linear-chain CRF, fitted by CRFsuite with both ridge and lasso (so that most of a million signs weigh nothing). What it would have
said of papers that were left out, a fifth of the layouts at a time, goes to standard error: of each field, how many values it puts on
exactly the right words. Papers that are held back teach nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, cast

import pycrfsuite

from bench.extraction import corpus
from bench.extraction.shelf import Shelf
from extractors.evidence import Kind
from extractors.fields.text.plain import plain
from extractors.paper import Paper, read_paper
from extractors.tagging.signs import Token, bare, signs, tokens
from extractors.tagging.tagger import FIELDS, MODEL, OUTSIDE, loaded

Json = Any
SETTINGS = {"c1": 0.5, "c2": 0.2, "max_iterations": 80, "feature.minfreq": 2}
FOLDS = 5
RENDERS = ("text", "scan")
_LONG_ENOUGH, _SOON = 6, 20
"""Letters from which a value's words are the value wherever they stand, and within how many words of the first the rest is sought."""
_CIVIL = frozenset(("m", "mr", "mme", "mlle", "madame", "monsieur", "mademoiselle", "ms", "mrs", "miss", "dr", "me", "sr", "sra",
                    "engr", "ing"))
"""Words before a name that are no part of it."""
_EDGE = 0.003
"""How far beside a box's edge the middle of a word may lie, in parts of the page."""


class Lesson(NamedTuple):
    """A paper: its layout's name, the signs of its words, and the true tag of each."""

    layout: str
    signs: list[list[str]]
    tags: list[str]


def main() -> None:
    wish = _wish()
    lessons = list(lessons_of(wish.corpus, Shelf(wish.shelf)))
    with TemporaryDirectory() as folder:
        _report(lessons, Path(folder))
    fit(lessons, wish.to)
    print(f"{len(lessons)} papers, {wish.to.stat().st_size / 1e6:.1f} MB", file=sys.stderr)


def lessons_of(folders: Iterable[Path], shelf: Shelf) -> Iterator[Lesson]:
    """One for each paper of a single document that may be looked at, as text and as a scan: readers make other words of it."""
    own = [file for file in corpus.own(RENDERS) if not corpus.is_held_back(file.paper)]
    for file in (*own, *(file for folder in folders for file in corpus.of_folder(folder))):
        if len(file.documents) == 1:
            document = file.documents[0]
            paper = read_paper([page for page in shelf.pages(file.path) if page.number in document["pages"]])
            words = tokens(paper)
            yield Lesson(file.paper, signs(words, cast("Kind", document["kind"])), true_tags(paper, words, document["fields"]))


def true_tags(paper: Paper, words: Sequence[Token], fields: Iterable[dict[str, Json]]) -> list[str]:
    """The tag of each word by the paper's truth."""
    tags = [OUTSIDE] * len(words)
    for field in fields:
        if field["name"] in FIELDS:
            for whole in _runs(paper, words, field, _told(field)):
                run = _without_civility(words, field, whole)
                if run and all(tags[at] == OUTSIDE for at in run):
                    tags[run.start:run.stop] = [f"B {field['name']}", *[f"I {field['name']}"] * (len(run) - 1)]
    return tags


def _told(field: dict[str, Json]) -> list[str]:
    """The folded words of a value: as printed, or of a name the whole of it."""
    text = field["value"] if field["name"] == "person.name" else field.get("text") or field["value"]
    return [bare(word) for word in plain(str(text)).split()]


def _without_civility(words: Sequence[Token], field: dict[str, Json], run: range) -> range:
    while field["name"] in ("person.name", "signatory.name") and run and words[run.start].word in _CIVIL:
        run = range(run.start + 1, run.stop)
    return run


def _runs(paper: Paper, words: Sequence[Token], field: dict[str, Json], told: Sequence[str]) -> Iterator[range]:
    """Where a value's words stand: where the truth says, the rest of them soon after, and all wherever else they stand."""
    boxed = [at for at, word in enumerate(words) if _is_inside(paper, word, field)] if field.get("box") else []
    if boxed:
        end = boxed[0]
        while end < len(words) and end - boxed[0] < len(told) and (end in boxed or words[end].word == told[end - boxed[0]]):
            end += 1
        yield range(boxed[0], end)
        yield from _rest(words, end, Counter(told) - Counter(word.word for word in words[boxed[0]:end]))
    if not boxed or sum(map(len, told)) >= _LONG_ENOUGH:
        for start in range(len(words) - len(told) + 1):
            if told and [word.word for word in words[start:start + len(told)]] == told:
                yield range(start, start + len(told))


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


def fit(lessons: Iterable[Lesson], file: Path) -> None:
    """Fits a model to lessons and writes it."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for lesson in lessons:
        trainer.append(lesson.signs, lesson.tags)
    trainer.set_params(SETTINGS)
    trainer.train(str(file))


def fold(layout: str) -> int:
    return hashlib.sha256(layout.encode()).digest()[1] % FOLDS


def fit_left_out(lessons: Sequence[Lesson], folder: Path) -> list[pycrfsuite.Tagger]:
    """A model for each fold of the layouts that has learned from the others."""
    for number in range(FOLDS):
        fit((lesson for lesson in lessons if fold(lesson.layout) != number), folder / f"{number}.crfsuite")
    return [loaded(folder / f"{number}.crfsuite") for number in range(FOLDS)]


def _report(lessons: Sequence[Lesson], folder: Path) -> None:
    models = fit_left_out(lessons, folder)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for lesson in lessons:
        given, true = _values(models[fold(lesson.layout)].tag(lesson.signs)), _values(lesson.tags)
        for verdict, values in (("right", given & true), ("wrong", given - true), ("missed", true - given)):
            for field, _ in values:
                counts[field][verdict] += 1
    for field in FIELDS:
        right, wrong, missed = (counts[field][verdict] for verdict in ("right", "wrong", "missed"))
        print(f"{field:26} right {right:4}  wrong {wrong:4}  missed {missed:4}  F1 {2 * right / max(1, 2 * right + wrong + missed):.3f}",
              file=sys.stderr)


def _values(tags: Sequence[str]) -> set[tuple[str, range]]:
    """Each field with the words of a value."""
    begun = [at for at, tag in enumerate(tags) if tag.startswith("B ")]
    found = set()
    for start in begun:
        end = start + 1
        while end < len(tags) and tags[end] == f"I {tags[start][2:]}":
            end += 1
        found.add((tags[start][2:], range(start, end)))
    return found


def _wish() -> Any:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="another folder with truth.jsonl")
    parser.add_argument("--shelf", type=Path, default=corpus.CACHE / "shelf", help="a folder for read pages")
    parser.add_argument("--to", type=Path, default=MODEL, help="where the model is written")
    return parser.parse_args()


if __name__ == "__main__":
    main()
