"""Whatever dies, every document ends, and ends once. Real worker, real queue, real kills."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile import jobs
from tests.portal_client import PortalClient
from tests.running_house import FIXTURES, RunningHouse, until

pytestmark = pytest.mark.slow
BUNDLE_PAGES = 6


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RunningHouse]:
    house = RunningHouse(tmp_path)
    try:
        yield house
    finally:
        house.stop()


def _ended_once(house: RunningHouse, *receipts: object) -> None:
    for receipt in receipts:
        assert house.job(receipt).state == jobs.DONE
        assert house.readings(receipt) == 1
    until(lambda: house.messages_waiting() == 0, within_s=30, what="the queue is empty")


def test_worker_killed_in_the_middle_of_a_document(house: RunningHouse) -> None:
    """A worker that loses power after some pages loses nothing: the next one reads the document, and its evidence is there once."""
    house.start("queue", "worker", "keeper", "beat")
    receipt = house.upload("bundle-scan.pdf")
    until(lambda: 1 <= house.pages_read(receipt) < BUNDLE_PAGES, within_s=40, what="the document is half read")

    house.kill("worker")
    house.start("worker")

    until(lambda: house.ended(receipt), within_s=60, what="the document ends")
    _ended_once(house, receipt)
    assert house.pages_read(receipt) == BUNDLE_PAGES


def test_all_workers_read_a_long_scan(tmp_path: Path) -> None:
    """The pages of one document are read at the same time, each once, and the document ends once."""
    house = RunningHouse(tmp_path, {"worker_processes": 2})
    try:
        house.start("queue", "worker", "keeper", "beat")
        receipt = house.upload("bundle-scan.pdf")

        until(lambda: house.pages_at_work() == 2, within_s=60, what="two pages are read at the same time")
        until(lambda: house.ended(receipt), within_s=60, what="the document ends")

        _ended_once(house, receipt)
        assert house.pages_read(receipt) == BUNDLE_PAGES
        assert house.attempts_at_pages(receipt) == [1] * BUNDLE_PAGES
    finally:
        house.stop()


def test_child_of_the_worker_killed_in_the_middle_of_a_document(house: RunningHouse) -> None:
    """A reading process killed alone (out of memory) is replaced by its worker, and the document ends without waiting for the lease."""
    house.start("queue", "worker", "keeper", "beat")
    receipt = house.upload("bundle-scan.pdf")
    until(lambda: house.pages_read(receipt) >= 1, within_s=40, what="the first page is read")

    house.kill_reading_child()

    until(lambda: house.ended(receipt), within_s=60, what="the document ends")
    _ended_once(house, receipt)


def test_queue_lost_with_everything_in_it(house: RunningHouse) -> None:
    """A queue that dies with its disk loses no document: the sweep announces again what the database knows to be waiting."""
    house.start("queue")
    receipts = [house.upload(name) for name in ("letter.pdf", "test.pdf", "test-scan.pdf")]
    assert house.messages_waiting() == len(receipts)

    house.lose_queue()
    house.start("queue", "worker", "keeper", "beat")

    until(lambda: house.ended(*receipts), within_s=60, what="all documents end")
    _ended_once(house, *receipts)


def test_queue_lost_under_a_working_house(house: RunningHouse) -> None:
    """A queue that dies while documents are read comes back empty, and the workers go on by themselves."""
    house.start("queue", "worker", "keeper", "beat")
    first = house.upload("bundle-scan.pdf")
    until(lambda: house.pages_read(first) >= 1, within_s=40, what="the first page is read")
    second = house.upload("letter.pdf")

    house.lose_queue()
    house.start("queue")

    until(lambda: house.ended(first, second), within_s=90, what="both documents end")
    _ended_once(house, first, second)


def test_portal_dies_between_storing_and_queueing(house: RunningHouse) -> None:
    """A portal that dies after the row is committed and before the message is sent has taken the document in: the sweep sends it."""
    house.start("queue", "web")
    portal = PortalClient(house.settings.port)
    portal.sign_in("cliente@exemple.test")
    house.pause("queue")  # the message cannot be sent now, and the portal waits with the row committed
    upload = threading.Thread(target=_upload_into_the_void, args=(portal, FIXTURES / "letter.pdf"))
    upload.start()
    until(lambda: len(house.documents()) == 1, within_s=20, what="the row is committed")

    house.kill("web")
    upload.join()
    house.lose_queue()  # and whatever was half sent is gone too
    house.start("queue", "worker", "keeper", "beat", "web")

    def done() -> bool:
        with house.database.read() as session:
            return {job.state for job in session.query(jobs.Job)} == {jobs.DONE}
    until(done, within_s=60, what="the document is read")
    assert len(house.documents()) == 1


def _upload_into_the_void(portal: PortalClient, file: Path) -> None:
    with contextlib.suppress(OSError):
        portal.upload(file)


def test_a_file_that_always_kills_its_reader_is_set_aside(house: RunningHouse) -> None:
    """A document that breaks every reader is tried three times, then set aside for a person; the others go on."""
    house.start("queue", "worker", "keeper", "beat")
    poison, honest = house.upload("test-scan.pdf"), house.upload("letter.pdf")

    for attempt in range(1, house.settings.attempts + 1):
        until(lambda attempt=attempt: house.job(poison).attempt == attempt and house.job(poison).state == jobs.RUNNING,
              within_s=60, what=f"attempt {attempt}")
        house.kill("worker")
        house.start("worker")

    until(lambda: house.ended(poison, honest), within_s=60, what="both documents end")
    assert (house.job(poison).state, house.job(poison).attempt) == (jobs.QUARANTINED, house.settings.attempts)
    assert house.readings(poison) == 0
    assert house.job(honest).state == jobs.DONE
