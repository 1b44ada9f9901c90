"""Claim, lease, fence: one document, at most one worker in effect, whatever dies or comes twice."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from casefile import jobs, readings
from casefile.jobs import Claim
from casefile.store.tables import Job, Reading
from extractors.evidence import FileReading, PageSummary
from tests.casefile.conftest import Memory

PAGES = (PageSummary(1, 612, 792, 0, "text"),)
FOUND = FileReading("lettre.pdf", "0" * 64, "application/pdf", PAGES)


def _claim(memory: Memory, job_id: str, owner: str) -> Claim | None:
    with memory.database.write() as session:
        return jobs.claim(session, job_id, owner, memory.settings)


def _job(memory: Memory, job_id: str) -> Job:
    with memory.database.read() as session:
        return session.get_one(Job, job_id)


def test_a_job_has_one_worker(memory: Memory) -> None:
    """While one worker holds a job, another gets nothing."""
    job = memory.receive().job_id

    assert _claim(memory, job, "one") is not None
    assert _claim(memory, job, "two") is None


def test_a_message_that_comes_back_goes_on_at_once(memory: Memory) -> None:
    """The same message, handed out again after its worker died, need not wait for the lease; the first run is fenced off."""
    job = memory.receive().job_id
    first = _claim(memory, job, "message")

    again = _claim(memory, job, "message")

    assert first and again and again.attempt == first.attempt + 1
    with pytest.raises(jobs.Fenced), memory.database.write() as session:
        readings.store(session, first, FOUND)


def test_a_zombie_writes_nothing(tmp_path: Path) -> None:
    """A worker whose lease ran out and whose job was taken by another writes neither pages nor results."""
    memory = Memory(tmp_path, lease_s=0.0)
    job = memory.receive().job_id
    zombie, living = _claim(memory, job, "one"), _claim(memory, job, "two")
    assert zombie and living

    with pytest.raises(jobs.Fenced), memory.database.write() as session:
        readings.page_read(session, zombie, PAGES[0], (), 1)
    with pytest.raises(jobs.Fenced), memory.database.write() as session:
        readings.store(session, zombie, FOUND)
    with memory.database.write() as session:
        assert not jobs.renew(session, zombie, memory.settings)
        readings.store(session, living, FOUND)

    assert _job(memory, job).state == jobs.DONE


def test_a_result_that_cannot_be_kept_whole_is_not_kept(memory: Memory) -> None:
    """Results and the end of the job stand or fall together."""
    job = memory.receive().job_id
    held = _claim(memory, job, "one")
    assert held

    with pytest.raises(RuntimeError), memory.database.write() as session:
        readings.store(session, held, FOUND)
        raise RuntimeError("the power goes")

    assert _job(memory, job).state == jobs.RUNNING
    with memory.database.read() as session:
        assert session.query(Reading).count() == 0


def test_tries_are_counted_on_the_row_and_end(tmp_path: Path) -> None:
    """After the last try a document is set aside for a person, and is never taken up again."""
    memory = Memory(tmp_path, retry_s=0.0, attempts=3)
    job = memory.receive().job_id

    for attempt in range(1, 4):
        held = _claim(memory, job, f"worker {attempt}")
        assert held and held.attempt == attempt
        with memory.database.write() as session:
            assert jobs.give_back(session, held, "reader_lost", memory.settings) is (attempt < 3)

    assert (_job(memory, job).state, _job(memory, job).reason) == (jobs.QUARANTINED, "reader_lost")
    assert _claim(memory, job, "another") is None


def test_a_failed_try_waits_longer_each_time(tmp_path: Path) -> None:
    """Given back, a job is not due before its wait is over, and the sweep leaves it alone until then."""
    memory = Memory(tmp_path, retry_s=60.0)
    job = memory.receive().job_id
    held = _claim(memory, job, "one")
    assert held
    with memory.database.write() as session:
        jobs.give_back(session, held, "too_slow", memory.settings)
        assert jobs.unpublished(session, memory.settings) == []

    assert _claim(memory, job, "two") is None


def test_the_sweep_sends_what_was_never_sent(memory: Memory) -> None:
    """A job whose message was never sent is found once, then again only when it may have been lost."""
    receipt = memory.receive()

    with memory.database.write() as session:
        assert jobs.unpublished(session, memory.settings) == [receipt.job_id]
        assert jobs.unpublished(session, memory.settings) == []


def test_a_lock_ends_by_itself(memory: Memory) -> None:
    """A lock is one owner's until it is given up or its time is over."""
    with memory.database.write() as session:
        assert jobs.lock(session, "sweep", "one", 0.05)
        assert not jobs.lock(session, "sweep", "two", 0.05)
    time.sleep(0.06)
    with memory.database.write() as session:
        assert jobs.lock(session, "sweep", "two", 60)
        jobs.unlock(session, "sweep", "two")
        assert jobs.lock(session, "sweep", "three", 60)


class Workers(RuleBasedStateMachine):
    """Any number of workers, any interleaving of claims, deaths, results and sweeps."""

    @initialize()
    def begin(self) -> None:
        self.memory = Memory(Path(tempfile.mkdtemp()), lease_s=0.0, retry_s=0.0, unpublished_s=0.0, attempts=5)
        self.job = self.memory.receive().job_id
        self.held: list[Claim] = []
        self.results = 0

    @rule(owner=st.sampled_from(["a", "b", "c"]))
    def a_message_arrives(self, owner: str) -> None:
        held = _claim(self.memory, self.job, owner)
        self.held += [held] if held else []

    @precondition(lambda self: self.held)
    @rule(which=st.integers(0, 9))
    def a_worker_delivers(self, which: int) -> None:
        try:
            with self.memory.database.write() as session:
                readings.store(session, self.held[which % len(self.held)], FOUND)
            self.results += 1
        except jobs.Fenced:
            pass

    @precondition(lambda self: self.held)
    @rule(which=st.integers(0, 9))
    def a_worker_gives_up(self, which: int) -> None:
        try:
            with self.memory.database.write() as session:
                jobs.give_back(session, self.held[which % len(self.held)], "reader_lost", self.memory.settings)
        except jobs.Fenced:
            pass

    @rule()
    def the_sweep_comes_by(self) -> None:
        with self.memory.database.write() as session:
            jobs.reclaim(session, self.memory.settings)
            jobs.unpublished(session, self.memory.settings)

    @invariant()
    def evidence_is_there_once_at_most(self) -> None:
        if not hasattr(self, "job"):
            return
        with self.memory.database.read() as session:
            assert session.query(Reading).count() == self.results <= 1
            job = session.get_one(Job, self.job)
            assert job.attempt <= self.memory.settings.attempts
            assert (job.state == jobs.DONE) == (self.results == 1)


TestWorkers = Workers.TestCase
TestWorkers.settings = settings(max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))
