"""How near a reading comes to the truth: words, key fields, letters. Case and accents must match; typography need not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

_SAME = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‑": "-", "ﬁ": "fi", "ﬂ": "fl", "…": "...",
    "\u00a0": " ", "\u202f": " ", "•": " ", "●": " ", "\u00ad": ""})
_AROUND = ".,;:!?()[]|\"'«»*°_-"
"""Signs at the ends of a word that nobody misses."""


@dataclass(frozen=True, slots=True)
class Score:
    """Of one page. Recalls and the error rate are shares; `keys` are found and asked for."""

    word_recall: float
    keys: tuple[int, int]
    letter_errors: float


def score(truth: str, keys: list[str], read: str) -> Score:
    return Score(word_recall(truth, read), (sum(has_key(key, read) for key in keys), len(keys)), letter_error_rate(truth, read))


def plain(text: str) -> str:
    """The text with one kind of quote, dash and space."""
    return " ".join(text.translate(_SAME).split())


def words(text: str) -> Counter[str]:
    """How often each word stands there. `14 / 20` and `14/20` are the same two words."""
    stripped = (word.strip(_AROUND) for word in plain(text).replace("/", " ").split())
    return Counter(word for word in stripped if word)


def word_recall(truth: str, read: str) -> float:
    """The share of the true words that were read, each as often as it stands there."""
    true = words(truth)
    return (true & words(read)).total() / max(1, true.total())


def has_key(key: str, read: str) -> bool:
    """Whether a key field was read, wherever the spaces are."""
    return plain(key).replace(" ", "") in plain(read).replace(" ", "")


def letter_error_rate(truth: str, read: str) -> float:
    """Letters to be changed over letters of the truth, at most 1: depends on the order in which lines were read."""
    true = plain(truth)
    return min(1.0, Levenshtein.distance(true, plain(read)) / max(1, len(true)))
