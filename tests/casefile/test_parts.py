"""A long document is read by all workers, page by page: it waits for its pages, goes on once, and one bad page leaves the others."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from casefile import jobs, readings
from casefile.jobs import Claim
from casefile.store.tables import Document, Job, Reading
from extractors.evidence import FileReading, PageSummary
from tests.casefile.conftest import Memory

PAGES = (1, 2, 3)
FOUND = FileReading("liasse.pdf", "0" * 64, "application/pdf", tuple(PageSummary(number, 612, 792, 0, "ocr") for number in PAGES))


def _claim(memory: Memory, job_id: str, owner: str = "one") -> Claim:
    with memory.database.write() as session:
        held = jobs.claim(session, job_id, owner, memory.settings)
    assert held
    return held


def _job(memory: Memory, job_id: str) -> Job:
    with memory.database.read() as session:
        return session.get_one(Job, job_id)


def _parted(memory: Memory) -> tuple[str, list[str]]:
    """A document whose pages have been made jobs of their own."""
    whole = memory.receive().job_id
    held = _claim(memory, whole)
    with memory.database.write() as session:
        return whole, jobs.part(session, held, PAGES, len(PAGES))


def _page_read(memory: Memory, job_id: str) -> list[str]:
    held = _claim(memory, job_id)
    with memory.database.write() as session:
        page = PageSummary(held.page, 612, 792, 0, "ocr")
        readings.page_read(session, held, page, (), len(PAGES), words_sha256="a" * 64)
        jobs.finish(session, held, jobs.DONE)
    with memory.database.write() as session:
        return list(jobs.wake(session, held.document_id))


def test_a_document_waits_for_its_pages_and_goes_on_once(memory: Memory) -> None:
    """Nobody can take the document up while pages are read; the last page wakes it, and only the last."""
    whole, parts = _parted(memory)
    with memory.database.write() as session:
        assert jobs.claim(session, whole, "one", memory.settings) is None

    assert [_page_read(memory, part) for part in parts] == [[], [], [whole]]

    assert _job(memory, whole).state == jobs.QUEUED
    with memory.database.write() as session:
        assert jobs.wake(session) == []


def test_waiting_for_pages_uses_up_no_tries(memory: Memory) -> None:
    """Parting a document is no failure: afterwards it has as many tries as ever."""
    whole, parts = _parted(memory)
    for part in parts:
        _page_read(memory, part)

    for _ in range(memory.settings.attempts - 1):
        held = _claim(memory, whole)
        assert not held.last
        with memory.database.write() as session:
            assert jobs.give_back(session, held, "reader_lost", memory.settings.model_copy(update={"retry_s": 0.0}))
    assert _claim(memory, whole).last


def test_a_page_that_nobody_can_read_leaves_the_others(tmp_path: Path) -> None:
    """After its last try a page is set aside; the document goes on with the others, and knows which one is missing."""
    memory = Memory(tmp_path, retry_s=0.0)
    whole, parts = _parted(memory)
    _page_read(memory, parts[0])
    _page_read(memory, parts[2])
    for _ in range(memory.settings.attempts):
        held = _claim(memory, parts[1])
        with memory.database.write() as session:
            jobs.give_back(session, held, "reader_lost", memory.settings)

    with memory.database.write() as session:
        assert jobs.wake(session) == [whole]
    held = _claim(memory, whole)
    with memory.database.read() as session:
        assert readings.read_before(session, held) == {1: "a" * 64, 2: None, 3: "a" * 64}


def test_the_portal_sees_one_job_a_document(memory: Memory) -> None:
    """The jobs of pages are the machine's business: a document's job is the one that waits for them."""
    whole, _parts = _parted(memory)

    with memory.database.read() as session:
        assert [document.job.id for document in session.query(Document)] == [whole]


def test_a_page_kept_by_a_worker_that_lost_its_job_is_not_kept(tmp_path: Path) -> None:
    """The fence holds for pages as for documents."""
    memory = Memory(tmp_path, lease_s=0.0)
    _whole, parts = _parted(memory)
    zombie, _living = _claim(memory, parts[0], "one"), _claim(memory, parts[0], "two")

    with pytest.raises(jobs.Fenced), memory.database.write() as session:
        readings.page_read(session, zombie, PageSummary(1, 612, 792, 0, "ocr"), (), 3)
    with pytest.raises(jobs.Fenced), memory.database.write() as session:
        jobs.finish(session, zombie, jobs.DONE)


class LongDocument(RuleBasedStateMachine):
    """Any interleaving of workers on the pages of one document, of deaths and of sweeps."""

    @initialize()
    def begin(self) -> None:
        self.memory = Memory(Path(tempfile.mkdtemp()), lease_s=0.0, retry_s=0.0, unpublished_s=0.0, attempts=3)
        self.whole, self.parts = _parted(self.memory)
        self.held: list[Claim] = []

    @rule(which=st.integers(0, 3), owner=st.sampled_from(["a", "b"]))
    def a_message_arrives(self, which: int, owner: str) -> None:
        with self.memory.database.write() as session:
            held = jobs.claim(session, [self.whole, *self.parts][which], owner, self.memory.settings)
        self.held += [held] if held else []

    @precondition(lambda self: self.held)
    @rule(which=st.integers(0, 9))
    def a_worker_delivers(self, which: int) -> None:
        held = self.held[which % len(self.held)]
        try:
            with self.memory.database.write() as session:
                if held.page:
                    jobs.finish(session, held, jobs.DONE)
                else:
                    readings.store(session, held, FOUND)
        except jobs.Fenced:
            return
        with self.memory.database.write() as session:
            jobs.wake(session, held.document_id)

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
            jobs.wake(session)
            jobs.unpublished(session, self.memory.settings)

    @invariant()
    def the_document_goes_on_only_after_its_pages(self) -> None:
        if not hasattr(self, "whole"):
            return
        parts, whole = [_job(self.memory, part) for part in self.parts], _job(self.memory, self.whole)
        assert whole.state == jobs.WAITING or all(part.state in jobs.TERMINAL for part in parts)
        with self.memory.database.read() as session:
            assert session.query(Reading).count() == (whole.state == jobs.DONE)

    def teardown(self) -> None:
        """Whatever happened, sweeps and willing workers bring it to an end."""
        if not hasattr(self, "whole"):
            return
        for _ in range(40):
            self.the_sweep_comes_by()
            for job_id in (*self.parts, self.whole):
                with self.memory.database.write() as session:
                    held = jobs.claim(session, job_id, "last", self.memory.settings)
                if held:
                    self.held = [held]
                    self.a_worker_delivers(0)
        assert _job(self.memory, self.whole).state in jobs.TERMINAL


TestLongDocument = LongDocument.TestCase
TestLongDocument.settings = settings(max_examples=10, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))
