"""From probabilities to letters: what was plainly seen is kept, what was half seen is given or doubted, and nothing is made up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from extractors.pages.ocr.alphabet import Alphabet, Letter, is_ours
from extractors.pages.ocr.recogniser import Steps

SIGNS = ["blank", *"ABCDEHIKLMNQSTVXOabcdefghilmnopqrstuvwxyzéèêçïı0123456789'-/.,", "文", "书", " "]
ALPHABET = Alphabet(SIGNS)


def _steps(seen: list[tuple[str, float]], every: int = 3) -> NDArray[np.float32]:
    """What a recogniser would answer: each sign at its step with its probability, blanks between."""
    steps = np.full((every * len(seen) + 1, len(SIGNS)), 1e-6, np.float32)
    steps[:, 0] = 1.0
    for place, (sign, probability) in enumerate(seen):
        if sign != "blank":
            steps[every * place + 1, [0, SIGNS.index(sign)]] = 1 - probability, probability
    return steps


def _decoded(seen: list[tuple[str, float]]) -> list[Letter]:
    return _read(_steps(seen))


def _read(everything: NDArray[np.float32]) -> list[Letter]:
    ours = everything[:, ALPHABET.ours]
    return ALPHABET.decode(Steps(ours / ours.sum(axis=1, keepdims=True), float(len(everything)), everything.__getitem__))


@pytest.mark.parametrize(("likely", "read"), [(0.1, "ï"), (0.01, "i")])
def test_an_accent_half_seen(likely: float, read: str) -> None:
    """A letter has the accent that was thought of, and is then doubted; where hardly anything was thought of, it has none."""
    steps = _steps([("i", 0.9 - likely)])
    steps[1, SIGNS.index("ï")] = likely

    letter, = _read(steps)

    assert letter.sign == read and (letter.score < 0.5) == (read == "ï")


def _text(seen: str, **shy: float) -> str:
    return "".join(letter.sign for letter in _decoded([(sign, shy.get(sign, 0.99)) for sign in seen]))


plain = st.text([sign for sign in SIGNS[1:] if sign.isalpha() and sign not in "ıI文书"], min_size=1, max_size=30)


@given(plain)
def test_letters_plainly_seen_are_the_letters_read(text: str) -> None:
    """Every letter once, in order, doubles too, each at its place along the line."""
    letters = _decoded([(sign, 0.99) for sign in text])

    assert "".join(letter.sign for letter in letters) == text
    places = [letter.place for letter in letters]
    assert places == sorted(places) and all(0 < place < 1 for place in places)


@pytest.mark.parametrize(("seen", "read"), [
    ([("B", 0.9), (" ", 0.2), ("2", 0.9)], "B 2"),
    ([("B", 0.9), (" ", 0.05), ("2", 0.9)], "B2"),
    ([("l", 0.9), ("'", 0.2), ("a", 0.9), ("n", 0.9)], "l'an"),
    ([("t", 0.9), ("'", 0.2), ("M", 0.9)], "tM"),
    ([("8", 0.9), (",", 0.9), (" ", 0.3), ("6", 0.9)], "8,6"),
    ([("e", 0.9), (",", 0.9), (" ", 0.6), ("l", 0.9)], "e, l"),
])
def test_spaces_and_apostrophes_half_seen(seen: list[tuple[str, float]], read: str) -> None:
    """A space that was thought of is one, but for the inside of numbers; an apostrophe where French elides."""
    assert "".join(letter.sign for letter in _decoded(seen)) == read


@pytest.mark.parametrize(("seen", "read"), [
    ("3I3o1", "31301"), ("3I3or", "31301"), ("r997", "1997"), ("2I,5", "21,5"), ("202ı", "2021"), ("2020-ıı-05", "2020-11-05"),
    ("tırs", "tirs"), ("69,çoo", "69,500"), ("S2", "S2"), ("B2", "B2"), ("2021-S2-04", "2021-S2-04"), ("H2O", "H2O"), ("1er", "1er"),
    ("21er", "21er"), ("10h30", "10h30"), ("Xw9D", "XW9D"), ("7QK2", "7QK2"), ("b9", "b9"),
    ("I'heure", "l'heure"), ("I'm", "I'm"), ("Ile", "Ile"),
])
def test_figures_and_letters_that_look_alike(seen: str, read: str) -> None:
    """A letter within a number is the figure that it looks like; a letter beside a figure is a letter."""
    assert _text(seen) == read


def test_what_was_put_for_another_is_doubted() -> None:
    """Mended signs count little, so that a person looks at the number."""
    letters = _decoded([(sign, 0.99) for sign in "3I3o1"])

    assert [letter.score < 0.5 for letter in letters] == [False, True, False, True, False]


def test_room_for_a_letter_that_was_not_read_is_doubted() -> None:
    """Two letters of one word that lie far apart: something may be missing between them, however sure they are."""
    letters = _decoded([*(("n", 0.99),) * 4, ("blank", 1.0), ("blank", 1.0), ("g", 0.99), *(("n", 0.99),) * 4])

    assert [letter.score < 0.5 for letter in letters] == [False] * 3 + [True, True] + [False] * 4


def test_a_line_of_another_script_is_left_as_it_is() -> None:
    """Chinese is not forced into Latin letters; a stray sign in a line of Latin letters is."""
    assert _text("文书文书") == "文书文书"
    assert "文" not in _text("Lettre文".replace("L", "l"))


@pytest.mark.parametrize("sign", list("éÉçœŒñãłőşğř’€«»№°"))
def test_the_letters_of_names_and_papers_are_ours(sign: str) -> None:
    """Every letter of the languages that papers of this kind are written in."""
    assert is_ours(sign)
