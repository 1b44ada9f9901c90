"""How readings are scored in `make bench-reading`."""

from __future__ import annotations

import pytest

from bench.reading import metrics


def test_a_faithful_reading_has_full_marks() -> None:
    """The truth itself scores 1 for words, all keys and no wrong letters."""
    truth = "Née le 12 mars 1990 à Thiès.\nScore : 14 / 20"
    assert metrics.score(truth, ["12 mars 1990", "14"], truth) == metrics.Score(1.0, (2, 2), 0.0)


@pytest.mark.parametrize(("read", "recall"), [("été a été", 1.0), ("été a ete", 2 / 3), ("été a", 2 / 3), ("Été a été", 2 / 3), ("", 0.0)])
def test_each_word_counts_as_often_as_it_stands_there(read: str, recall: float) -> None:
    """A word read once counts once; accents and case must match."""
    assert metrics.word_recall("été a été", read) == pytest.approx(recall)


def test_typography_is_no_fault() -> None:
    """Kinds of quotes, dashes and spaces, and signs around a word, cost nothing."""
    assert metrics.word_recall("« l’école » – 1\u202f250,50\u00a0$", "l'école - 1 250,50 $.") == 1.0
    assert metrics.letter_error_rate("l’école – fin", "l'école - ﬁn") == 0.0


def test_a_slash_parts_words_whatever_the_spaces() -> None:
    """`14 / 20` and `14/20` are the same two words."""
    assert metrics.words("14 / 20") == metrics.words("14/20")


def test_keys_are_found_wherever_the_spaces_are() -> None:
    """A key may be broken over lines or read without its spaces, but not with another letter."""
    assert metrics.has_key("1 854,53 €", "Net : 1854,53\n€")
    assert not metrics.has_key("Đặng", "Dang")


def test_letter_errors_are_a_share_of_the_truth() -> None:
    """One wrong letter in four is a quarter, and no reading is worse than 1."""
    assert metrics.letter_error_rate("abcd", "abxd") == 0.25
    assert metrics.letter_error_rate("ab", "something else") == 1.0
