"""Three values, and why one is unknown."""

from __future__ import annotations

import itertools

import pytest

from rules.core.outcome import LAW_OPEN, NO, UNKNOWN, YES, Cause, Outcome, all_of, any_of, reviewed, stated

ALL = (NO, UNKNOWN, YES)


def test_outcome_has_no_truth_value() -> None:
    """An unknown cannot slip into an ``if``."""
    with pytest.raises(TypeError):
        bool(Outcome.YES)


@pytest.mark.parametrize(("one", "other"), list(itertools.product((0, 1, 2), repeat=2)))
def test_kleene_tables(one: int, other: int) -> None:
    """Kleene: "and" is the least, "or" the greatest of NO < UNKNOWN < YES."""
    assert all_of((ALL[one], ALL[other])).settled is ALL[min(one, other)].settled
    assert any_of((ALL[one], ALL[other])).settled is ALL[max(one, other)].settled


def test_causes_merge_upward_only_while_unknown() -> None:
    """Every cause of an unknown is told, and none of what is decided."""
    assert all_of((UNKNOWN, LAW_OPEN, YES)).causes == Cause.EVIDENCE | Cause.LAW
    assert all_of((UNKNOWN, NO)).causes == Cause.NONE
    assert Cause.names(Cause.LAW | Cause.EVIDENCE) == ("evidence", "law")


def test_only_confirmed_facts_settle() -> None:
    """An unreviewed fact indicates, a disputed one does not even that."""
    unreviewed, disputed = stated(True, "unreviewed"), reviewed(YES, "disputed")

    assert (unreviewed.settled, unreviewed.indicated, unreviewed.causes) == (Outcome.UNKNOWN, Outcome.YES, Cause.REVIEW)
    assert (disputed.settled, disputed.indicated) == (Outcome.UNKNOWN, Outcome.UNKNOWN)


def test_nothing_at_all() -> None:
    """All of nothing holds, any of nothing does not."""
    assert all_of(()) == YES
    assert any_of(()) == NO
