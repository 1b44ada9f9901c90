"""What a worker does with a document, in one process: real files, real reading, real tables."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from attesta import queue_server
from casefile import people, readings, receiving
from casefile.settings import Settings
from casefile.store.tables import Assessment, Job, PageRead, Reading
from tests.running_house import FIXTURES, free_port, until
from worker import broker, sweep, work
from worker.house import House
from worker.liveness import is_wedged


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = House(Settings(data_dir=tmp_path, redis_url="redis://127.0.0.1:9/0", heartbeat_s=0.05))  # no queue: nothing here needs one
    house.database.migrate()
    yield house
    house.close()


def _receive(house: House, content: bytes, name: str = "papier.pdf") -> receiving.Receipt:
    with house.database.write() as session:
        client = people.account_by_email(session, "a@exemple.test") or people.create_account(
            session, email="a@exemple.test", name="Amina", role="client", password="x")
        cases = people.cases_of(session, client)
        case = cases[0] if cases else people.create_case(session, client=client, consultant=client)
    return receiving.receive(house.database, house.store, case.id, client.id, name, content)


def _job(house: House, receipt: receiving.Receipt) -> Job:
    with house.database.read() as session:
        return session.get_one(Job, receipt.job_id)


def test_a_document_is_read_kept_and_judged(house: House) -> None:
    """After one run there are pages with pictures, one reading with papers and evidence, and a verdict."""
    receipt = _receive(house, (FIXTURES / "letter.pdf").read_bytes())

    work.read_document(house, receipt.job_id, "one")

    assert _job(house, receipt).state == "done"
    with house.database.read() as session:
        [page] = session.query(PageRead)
        assert house.store.get(page.image_sha256)[8:12] == b"WEBP"
        reading = readings.latest(session, receipt.document_id)
        assert reading and [paper.kind for paper in reading.papers] == ["employment_letter"]
        assert any(one.name == "position.start_date" and one.value == "2022-04-11" for one in reading.papers[0].evidence)
        assert session.query(Assessment).count() == 1


def test_doing_it_again_changes_nothing(house: House) -> None:
    """A message that comes twice finds nothing to do."""
    receipt = _receive(house, (FIXTURES / "letter.pdf").read_bytes())

    for owner in ("one", "one", "two"):
        work.read_document(house, receipt.job_id, owner)

    with house.database.read() as session:
        assert session.query(Reading).count() == 1
    assert _job(house, receipt).attempt == 1


def test_a_file_that_says_nothing_is_refused_with_its_reason(house: House) -> None:
    """A protected PDF ends refused, once, with the code that tells the person what to do."""
    receipt = _receive(house, (FIXTURES / "encrypted.pdf").read_bytes())

    work.read_document(house, receipt.job_id, "one")

    assert (_job(house, receipt).state, _job(house, receipt).reason, _job(house, receipt).attempt) == ("refused", "encrypted", 1)


def _message(house: House, job_id: str) -> None:
    work.read_document(house, job_id, "one")


def _page_jobs(house: House) -> list[str]:
    with house.database.read() as session:
        return [job.id for job in session.query(Job).where(Job.page > 0).order_by(Job.page)]


def test_a_long_scan_is_read_by_all_workers_page_by_page(house: House) -> None:
    """Each page is a job of its own, with its picture and quality told as soon as it is read; the last one wakes the document, which
    is then put together without reading a page again."""
    receipt = _receive(house, (FIXTURES / "bundle-scan.pdf").read_bytes())

    _message(house, receipt.job_id)
    assert (_job(house, receipt).state, _job(house, receipt).pages_total) == ("waiting", 6)
    for job_id in _page_jobs(house):
        _message(house, job_id)
    assert _job(house, receipt).state == "queued"
    with house.database.read() as session:
        assert all(page.source == "ocr" and page.image_sha256 and page.quality for page in session.query(PageRead))
    _message(house, receipt.job_id)

    whole = House(house.settings)
    alone = whole.sandbox.read((FIXTURES / "bundle-scan.pdf").read_bytes(), "papier.pdf", work.assessments.today())
    whole.close()
    with house.database.read() as session:
        reading = readings.latest(session, receipt.document_id)
        assert reading and [paper.kind for paper in reading.papers] == [document.kind for document in alone.documents]
        assert ([[(one.name, one.value, one.confidence) for one in paper.evidence] for paper in reading.papers]
                == [[(one.name, one.value, one.confidence) for one in document.fields] for document in alone.documents])
    assert _job(house, receipt).state == "done"


def test_a_page_that_cannot_be_read_leaves_the_others(house: House) -> None:
    """A page that broke every reader counts as a page, is told as unread, and the rest of the file is evidence all the same."""
    receipt = _receive(house, (FIXTURES / "bundle-scan.pdf").read_bytes())
    _message(house, receipt.job_id)
    bad, *good = _page_jobs(house)
    with house.database.write() as session:
        held = work.jobs.claim(session, bad, "one", house.settings)
        assert held
        work.jobs.finish(session, held, work.jobs.QUARANTINED, "reader_lost")

    for job_id in (*good, receipt.job_id):
        _message(house, job_id)

    with house.database.read() as session:
        assert [page.source for page in readings.pages(session, receipt.document_id)] == ["none", *["ocr"] * 5]
        reading = readings.latest(session, receipt.document_id)
        assert reading and [issue["code"] for issue in reading.issues if issue.get("page") == 1] == ["unreadable"]
        assert reading.papers


def test_words_that_were_lost_are_read_again(house: House) -> None:
    """Should a page's words be gone when the pages are put together, that page is read again."""
    receipt = _receive(house, (FIXTURES / "bundle-scan.pdf").read_bytes())
    _message(house, receipt.job_id)
    for job_id in _page_jobs(house):
        _message(house, job_id)
    with house.database.read() as session:
        words = session.query(PageRead).where(PageRead.number == 2).one().words_sha256
    (house.settings.data_dir / "files" / words[:2] / words).unlink()

    _message(house, receipt.job_id)

    assert _job(house, receipt).state == "done"
    with house.database.read() as session:
        assert len(readings.pages(session, receipt.document_id)) == 6


def test_lost_bytes_are_set_aside_not_tried_again(house: House) -> None:
    """When the stored file is gone, no number of tries brings it back: a person is told."""
    receipt = _receive(house, (FIXTURES / "letter.pdf").read_bytes())
    for file in (house.settings.data_dir / "files").rglob("*"):
        if file.is_file():
            file.unlink()

    work.read_document(house, receipt.job_id, "one")

    assert (_job(house, receipt).state, _job(house, receipt).reason) == ("quarantined", "file_lost")


def test_the_lease_is_renewed_while_reading(house: House) -> None:
    """Reading that takes longer than a heartbeat keeps its lease fresh."""
    receipt = _receive(house, (FIXTURES / "letter.pdf").read_bytes())
    with house.database.write() as session:
        held = work.jobs.claim(session, receipt.job_id, "one", house.settings)
    assert held
    before = _job(house, receipt).lease_until

    with work.Lease(house.database, held, house.settings):
        until(lambda: _job(house, receipt).lease_until > before, within_s=5, what="the lease is renewed")


def test_the_sweep_is_safe_to_repeat(house: House) -> None:
    """Two sweeps one after the other, with the queue down, raise nothing and leave the job waiting."""
    receipt = _receive(house, (FIXTURES / "letter.pdf").read_bytes())

    sweep.sweep(house)
    sweep.sweep(house)

    assert _job(house, receipt).state == "queued"


@pytest.mark.parametrize(("idle", "waiting", "wedged"), [(1000, 1000, True), (1000, 10, False), (10, 1000, False), (0, 0, False)])
def test_a_worker_is_wedged_only_when_idle_while_work_waits(idle: float, waiting: float, wedged: bool) -> None:
    """Being idle is no fault, being busy while others wait is none either; both together, for long, is."""
    assert is_wedged(idle, waiting, Settings()) is wedged


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[Settings]:
    settings = Settings(data_dir=tmp_path, redis_port=free_port())
    server = subprocess.Popen(queue_server.command(settings))

    def answers() -> bool:
        try:
            return bool(redis.Redis.from_url(settings.broker).ping())
        except redis.RedisError:
            return False
    until(answers, within_s=10, what="the queue answers")
    yield settings
    server.kill()
    server.wait()


def test_the_embedded_queue_is_safe(queue: Settings) -> None:
    """It keeps a log, evicts nothing, and answers nobody without its password."""
    broker.check(queue)

    with pytest.raises(redis.AuthenticationError):
        redis.Redis(port=queue.redis_port).ping()
    assert os.stat(queue.data_dir / "queue" / "valkey.conf").st_mode & 0o077 == 0  # noqa: PTH116  reads better here


def test_a_queue_that_may_drop_work_is_refused(queue: Settings) -> None:
    """With an evicting policy the worker does not start, and says what to set."""
    redis.Redis.from_url(queue.broker).config_set("maxmemory-policy", "allkeys-lru")

    with pytest.raises(broker.UnsafeBroker, match="noeviction"):
        broker.check(queue)


def test_clean_up_leaves_the_living_alone(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders of readers long gone are removed, those of readers at work are not."""
    monkeypatch.setattr(sweep.tempfile, "gettempdir", lambda: str(tmp_path))
    old, new = tmp_path / "attesta-reader-old", tmp_path / "attesta-reader-new"
    old.mkdir()
    new.mkdir()
    os.utime(old, (time.time() - 3600,) * 2)

    sweep.sweep(house)

    assert not old.exists() and new.exists()
