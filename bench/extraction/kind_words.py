"""Fits `extractors/sorting/words.tsv`: what each word speaks for each kind of paper. Run by hand, after papers have come.

    python -m bench.extraction.kind_words [--corpus DIR]... [--shelf DIR] > words.tsv

Multinomial logistic regression with a ridge over the text papers, each kind weighed so that rare ones are heard. Words of fewer than
`LEAST` papers are left out (nearly all names of people, firms and towns are), and of the others the `MOST` that say most are kept. How
often it is right on papers that were left out, a fifth at a time, goes to standard error. Papers that are held back teach nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.extraction import corpus
from bench.extraction.shelf import Shelf
from extractors.fields.text.plain import plain
from extractors.sorting.words import told_words

Floats = NDArray[np.float64]
LEAST, MOST = 4, 1800
ROUNDS, STEP, RIDGE = 500, 20.0, 1e-5
FOLDS = 5


class Text(NamedTuple):
    """A paper: its layout's name, its kind, its words."""

    name: str
    kind: str
    words: frozenset[str]


class Fit(NamedTuple):
    """The words, the kinds, and the weight of each word (rows; the last is every text's own) for each kind (columns)."""

    words: list[str]
    kinds: list[str]
    weights: Floats


def main() -> None:
    wish = _wish()
    files = [*corpus.own(("text",)), *(file for folder in wish.corpus for file in corpus.of_folder(folder) if file.render == "text")]
    texts = [_text(file, Shelf(wish.shelf)) for file in files if len(file.documents) == 1 and not corpus.is_held_back(file.paper)]
    right = 0
    for number in range(FOLDS):
        left = [text for text in texts if _fold(text) == number]
        fit = _fitted([text for text in texts if _fold(text) != number])
        right += sum(fit.kinds[int(odds.argmax())] == text.kind for text, odds in zip(left, _odds(fit, left), strict=True))
    print(f"{len(texts)} papers; of those left out {right / len(texts):.3f} of the right kind", file=sys.stderr)
    _print(_fitted(texts))


def _text(file: corpus.TrueFile, shelf: Shelf) -> Text:
    pages = shelf.pages(file.path)
    return Text(file.paper, file.documents[0]["kind"], told_words(plain("\n".join(page.text for page in pages))))


def _fold(text: Text) -> int:
    return hashlib.sha256(text.name.encode()).digest()[1] % FOLDS


def _fitted(texts: Sequence[Text]) -> Fit:
    """Fitted twice: on all words, and on those that say most."""
    counts = Counter(word for text in texts for word in text.words)
    whole = _by_descent(texts, sorted(word for word, count in counts.items() if count >= LEAST))
    said = np.abs(whole.weights[:-1]).max(axis=1) * np.sqrt([counts[word] for word in whole.words])
    return _by_descent(texts, sorted(whole.words[place] for place in np.argsort(-said)[:MOST]))


def _by_descent(texts: Sequence[Text], words: list[str]) -> Fit:
    kinds = sorted({text.kind for text in texts})
    rows, truth = _rows(texts, words), np.eye(len(kinds))[[kinds.index(text.kind) for text in texts]]
    heard = (truth @ (1 / np.sqrt(truth.sum(axis=0))))[:, None]
    heard /= heard.mean()
    fit = Fit(words, kinds, np.zeros((len(words) + 1, len(kinds))))
    for _ in range(ROUNDS):
        odds = rows @ fit.weights
        shares = np.exp(odds - odds.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        slope = rows.T @ ((shares - truth) * heard) / len(texts)
        fit.weights[:] -= STEP * (slope + RIDGE * fit.weights)
    return fit


def _rows(texts: Sequence[Text], words: list[str]) -> Floats:
    """A row a text: of the words that it has each one's share of its length; and one."""
    place = {word: column for column, word in enumerate(words)}
    rows = np.zeros((len(texts), len(words) + 1))
    for row, text in zip(rows, texts, strict=True):
        here = [place[word] for word in text.words if word in place]
        row[here] = 1 / np.sqrt(max(1, len(here)))
    rows[:, -1] = 0.1
    return rows


def _odds(fit: Fit, texts: Sequence[Text]) -> Floats:
    return _rows(texts, fit.words) @ fit.weights


def _print(fit: Fit) -> None:
    print("\t".join(("word", *fit.kinds)))
    print("\t".join(("*", *(f"{0.1 * weight:.2f}" for weight in fit.weights[-1]))))
    for word, weights in zip(fit.words, fit.weights, strict=False):
        print("\t".join((word, *(f"{weight:.2f}" for weight in weights))))


def _wish() -> Any:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="another folder with truth.jsonl")
    parser.add_argument("--shelf", type=Path, default=corpus.CACHE / "shelf", help="a folder for read pages")
    return parser.parse_args()


if __name__ == "__main__":
    main()
