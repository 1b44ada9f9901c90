"""What the matching of titles is measured against: the published kinds of lexical search, each over the same index of titles."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from extractors.fields.text.plain import key

Ranker = Callable[[str], list[str]]
"""From a title to codes, best first."""
Index = Sequence[tuple[str, str]]
"""Code and title, genders apart."""


def rankers(index: Index, duties: Index) -> dict[str, Ranker]:
    """Every baseline by name, for the titles of one language and the duties of its unit groups."""
    codes = np.array(sorted({code for code, _ in index}))
    tfidf, bm25, centroid = _tfidf(index, codes), _bm25(index, duties, codes), _centroid(index, codes)

    def ranked(score: Callable[[str], np.ndarray]) -> Ranker:
        return lambda title: [str(code) for code in codes[np.argsort(-score(title), kind="stable")[:10]]]

    def together(title: str) -> np.ndarray:
        return tfidf(title) + 0.5 * _of_most(bm25(title)) + 0.5 * centroid(title)

    return {
        "exact": _exact(index),
        "rapidfuzz token_set_ratio": _token_set(index),
        "TF-IDF char 3-5, best title": ranked(tfidf),
        "BM25, titles + duties": ranked(bm25),
        "TF-IDF + 0.5 BM25 + 0.5 centroid": ranked(together),
    }


def _exact(index: Index) -> Ranker:
    table: dict[str, dict[str, None]] = defaultdict(dict)
    for code, title in index:
        table[key(title)][code] = None
    return lambda title: list(table.get(key(title), ()))


def _token_set(index: Index) -> Ranker:
    titles = [key(title) for _, title in index]

    def rank(title: str) -> list[str]:
        near = process.extract(key(title), titles, scorer=fuzz.token_set_ratio, limit=200)
        near.sort(key=lambda one: (-one[1], len(one[0])))
        return list(dict.fromkeys(index[number][0] for _, _, number in near))[:10]

    return rank


def _grams(title: str) -> Counter[str]:
    return Counter(
        padded[at : at + size]
        for word in key(title).split()
        for padded in [f" {word} "]
        for size in (3, 4, 5)
        for at in range(max(1, len(padded) - size + 1))
    )


class _Postings:
    """For each gram the rows that have it and their weights, rows of length one."""

    def __init__(self, rows: Iterable[dict[str, float]], inverse: dict[str, float]) -> None:
        lists: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        self.rows = 0
        for row in rows:
            weights = {gram: value * inverse.get(gram, 0.0) for gram, value in row.items()}
            length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
            for gram, weight in weights.items():
                lists[gram][0].append(self.rows)
                lists[gram][1].append(weight / length)
            self.rows += 1
        self.lists = {gram: (np.array(rows), np.array(weights)) for gram, (rows, weights) in lists.items()}
        self.inverse = inverse

    def cosines(self, query: dict[str, float]) -> np.ndarray:
        weights = {gram: value * self.inverse[gram] for gram, value in query.items() if gram in self.lists}
        length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        scores = np.zeros(self.rows)
        for gram, weight in weights.items():
            rows, values = self.lists[gram]
            scores[rows] += weight / length * values
        return scores


def _inverse(rows: Sequence[Iterable[str]]) -> dict[str, float]:
    seen = Counter(gram for row in rows for gram in row)
    return {gram: math.log((1 + len(rows)) / (1 + count)) + 1 for gram, count in seen.items()}


def _logged(counts: Counter[str]) -> dict[str, float]:
    return {gram: 1 + math.log(count) for gram, count in counts.items()}


def _tfidf(index: Index, codes: np.ndarray) -> Callable[[str], np.ndarray]:
    rows = [_logged(_grams(title)) for _, title in index]
    postings = _Postings(rows, _inverse(rows))
    unit = np.searchsorted(codes, [code for code, _ in index])

    def score(title: str) -> np.ndarray:
        best = np.zeros(len(codes))
        np.maximum.at(best, unit, postings.cosines(_logged(_grams(title))))
        return best

    return score


def _centroid(index: Index, codes: np.ndarray) -> Callable[[str], np.ndarray]:
    rows = [_logged(_grams(title)) for _, title in index]
    inverse = _inverse(rows)
    sums: dict[str, Counter[str]] = {code: Counter() for code in codes}
    for (code, _), row in zip(index, rows, strict=True):
        length = math.sqrt(sum((value * inverse[gram]) ** 2 for gram, value in row.items())) or 1.0
        for gram, value in row.items():
            sums[code][gram] += value / length  # type: ignore[assignment]  # a counter of weights
    postings = _Postings((sums[code] for code in codes), inverse)
    return lambda title: postings.cosines(_logged(_grams(title)))


def _bm25(index: Index, duties: Index, codes: np.ndarray) -> Callable[[str], np.ndarray]:
    texts: dict[str, Counter[str]] = {code: Counter() for code in codes}
    for code, text in (*index, *duties):
        texts[code].update(key(text).split())
    lengths = np.array([sum(texts[code].values()) for code in codes])
    seen = Counter(word for text in texts.values() for word in text)
    lists: dict[str, np.ndarray] = {}
    for word, count in seen.items():
        counts = np.array([texts[code][word] for code in codes])
        rarity = math.log(1 + (len(codes) - count + 0.5) / (count + 0.5))
        lists[word] = rarity * counts * 2.2 / (counts + 1.2 * (0.25 + 0.75 * lengths / lengths.mean()))

    def score(title: str) -> np.ndarray:
        return np.sum([np.zeros(len(codes)), *(lists[word] for word in key(title).split() if word in lists)], axis=0)

    return score


def _of_most(scores: np.ndarray) -> np.ndarray:
    return scores / (scores.max() or 1.0)
