"""Python's collector of cycles rests while the rules judge: they leave it nothing to find."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

import rules
from rules.core.collector import resting_collector
from tests.rules.book import load


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.enable()


def test_judging_leaves_no_cycles() -> None:
    """Of every fortieth scenario, once the tables are read: all that was made is gone when it is let go."""
    known = [one.known for one in load()[::40] if len(one.facts) > 1]
    for facts in known:
        rules.evaluate(facts).as_json()
    gc.collect()
    gc.disable()
    for facts in known:
        rules.evaluate(facts).as_json()
    assert gc.collect() == 0


def test_the_collector_runs_again_afterwards() -> None:
    """After an answer as after a fault."""
    with pytest.raises(rules.MissingDay):
        rules.evaluate(rules.facts_of({}))
    with pytest.raises(ZeroDivisionError), resting_collector():
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off() -> None:
    """Also where one judging goes on inside of another."""
    gc.disable()
    with resting_collector(), resting_collector():
        pass
    assert not gc.isenabled()


def test_every_fault_passes_as_it_is() -> None:
    """Also one that ends an iteration."""
    with pytest.raises(StopIteration), resting_collector():
        raise StopIteration
