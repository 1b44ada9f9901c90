"""What a worker does with a document: claim it, read it in the sandbox, keep what was found, judge the case.

Every way out is one of: finished, refused, given back for another try, or left because the job is no longer ours.
"""

from __future__ import annotations

import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import Self

import structlog
from billiard.exceptions import SoftTimeLimitExceeded

from casefile import assessments, jobs, readings
from casefile.jobs import Claim, Fenced
from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.files import FileLost
from casefile.store.tables import Case, Document
from extractors.errors import ReaderLost
from extractors.evidence import FileReading
from extractors.sandbox.client import ReadPage
from worker.house import House


def read_document(house: House, job_id: str, owner: str) -> None:
    """Carry one job as far as it goes. Safe to call any number of times, by any number of workers, for the same job."""
    with structlog.contextvars.bound_contextvars(job=job_id):
        log = structlog.get_logger()
        with house.database.write() as session:
            held = jobs.claim(session, job_id, owner, house.settings)
        if held is None:
            log.info("nothing to do")
            return
        try:
            with Lease(house.database, held, house.settings):
                reading = _read(house, held)
                with house.database.write() as session:
                    readings.store(session, held, reading)
            log.info("read", attempt=held.attempt, pages=len(reading.pages))
        except Fenced:
            log.info("somebody else has it now", attempt=held.attempt)
            return
        except (ReaderLost, SoftTimeLimitExceeded, MemoryError) as error:
            _give_back(house, held, {"ReaderLost": "reader_lost", "MemoryError": "memory"}.get(type(error).__name__, "too_slow"))
            return
        except FileLost:
            with house.database.write() as session:
                jobs.finish(session, held, jobs.QUARANTINED, "file_lost")
            return
        except Exception as error:  # noqa: BLE001  a fault of ours: its text may quote the document, so only its place is told
            log.error("fault", attempt=held.attempt, error=type(error).__name__, line=_line(error))
            _give_back(house, held, "fault")
            return
        _judge(house, held.document_id)


def _line(error: Exception) -> str:
    innermost = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(innermost.filename).name}:{innermost.lineno}"


def _read(house: House, held: Claim) -> FileReading:
    with house.database.read() as session:
        document = session.get_one(Document, held.document_id)
        sha256, name = document.sha256, document.name

    def on_page(page: ReadPage) -> None:
        image = house.store.put(page.image) if page.image else None
        with house.database.write() as session:
            readings.page_read(session, held, page.summary, page.issues, image, page.of)
    return house.sandbox.read(house.store.get(sha256), name, assessments.today(), on_page=on_page)


def _give_back(house: House, held: Claim, reason: str) -> None:
    try:
        with house.database.write() as session:
            again = jobs.give_back(session, held, reason, house.settings)
    except Fenced:
        return
    structlog.get_logger().warning("given back" if again else "set aside", attempt=held.attempt, reason=reason)


def _judge(house: House, document_id: str) -> None:
    """Verdicts follow evidence. Should this be cut short, opening the case does the same."""
    try:
        with house.database.write() as session:
            case = session.get_one(Case, session.get_one(Document, document_id).case_id)
            assessments.judge(session, case, assessments.today())
    except Exception as error:  # noqa: BLE001  the document is read; a fault in judging is told, not paid for by reading again
        structlog.get_logger().error("not judged", document=document_id, error=type(error).__name__, line=_line(error))


class Lease:
    """Renews a claim while the work goes on. It stops by itself once the job is somebody else's; the fence does the rest."""

    def __init__(self, database: Database, held: Claim, settings: Settings) -> None:
        self._database, self._held, self._settings = database, held, settings
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="lease", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._done.set()
        self._thread.join()

    def _beat(self) -> None:
        while not self._done.wait(self._settings.heartbeat_s):
            try:
                with self._database.write() as session:
                    if not jobs.renew(session, self._held, self._settings):
                        return
            except Exception as error:  # noqa: BLE001  a missed beat is no death: the lease outlasts three of them
                structlog.get_logger().warning("no heartbeat", job=self._held.job_id, error=type(error).__name__)
