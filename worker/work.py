"""What a worker does with a job: claim it, read the document or one page of it in the sandbox, keep what was found, judge the case.

Every way out is one of: finished, refused, parted into pages, given back for another try, or left because the job is no longer ours.
"""

from __future__ import annotations

import traceback
from contextlib import suppress
from pathlib import Path

import structlog
from billiard.exceptions import SoftTimeLimitExceeded

from casefile import assessments, jobs, readings
from casefile.jobs import Claim, Fenced
from casefile.store.files import FileLost
from casefile.store.tables import Case, Document
from extractors.errors import ReaderLost, TooMuchAtOnce
from extractors.sandbox.client import Known, LookedAt, ReadPage, Told
from worker.house import House
from worker.lease import Lease

AT_ONCE = 2
"""Of a document with more pages to be read optically, each page is a job of its own, for all workers."""


def read_document(house: House, job_id: str, owner: str) -> None:
    """Carry one job as far as it goes. Safe to call any number of times, by any number of workers, for the same job."""
    with structlog.contextvars.bound_contextvars(job=job_id):
        with house.database.write() as session:
            held = jobs.claim(session, job_id, owner, house.settings)
        if held is None:
            structlog.get_logger().info("nothing to do")
            return
        try:
            with Lease(house.database, held, house.settings):
                (_read_page if held.page else _read_file)(house, held)
        except Fenced:
            structlog.get_logger().info("somebody else has it now", attempt=held.attempt)
            return
        except TooMuchAtOnce as error:
            _part(house, held, error)
            return
        except FileLost:
            _set_aside(house, held, "file_lost")
        except Exception as error:  # noqa: BLE001  a fault of ours: its text may quote the document, so only its place is told
            _give_back(house, held, error)
        if held.page:
            _wake(house, held.document_id)


_PASSING = {ReaderLost: "reader_lost", MemoryError: "memory", SoftTimeLimitExceeded: "too_slow"}
"""What another try may mend, and what the job says of it."""


def _read_file(house: House, held: Claim) -> None:
    """Read a document, except for the pages that were read before, and keep what it says."""
    content, name = _file(house, held)
    at_once = AT_ONCE if held.attempt == 1 else 1  # after a failure page by page, so that one bad page leaves the others
    reading = house.sandbox.read(content, name, assessments.today(), told=_keeping(house, held), known=_known(house, held), at_once=at_once)
    with house.database.write() as session:
        readings.store(session, held, reading)
    structlog.get_logger().info("read", attempt=held.attempt, pages=len(reading.pages))
    _judge(house, held.document_id)


def _read_page(house: House, held: Claim) -> None:
    """Read one page of a document that is read in parts."""
    content, _name = _file(house, held)
    house.sandbox.read_page(content, held.page, _keeping(house, held))
    with house.database.write() as session:
        jobs.finish(session, held, jobs.DONE)
    structlog.get_logger().info("page read", attempt=held.attempt, page=held.page)


def _file(house: House, held: Claim) -> tuple[bytes, str]:
    with house.database.read() as session:
        document = session.get_one(Document, held.document_id)
        sha256, name = document.sha256, document.name
    return house.store.get(sha256), name


def _keeping(house: House, held: Claim) -> Told:
    """Keeps what is known of each page as soon as it is."""
    def look(page: LookedAt) -> None:
        with house.database.write() as session:
            readings.page_looked_at(session, held, page.number, page.quality, page.issues, page.of)

    def read(page: ReadPage) -> None:
        image = house.store.put(page.image) if page.image else None
        words = house.store.put(page.words) if held.page or page.summary.source != "text" else None  # a text layer is quickly read again
        with house.database.write() as session:
            readings.page_read(session, held, page.summary, page.issues, page.of, image_sha256=image, words_sha256=words)
    return Told(page=read, look=look)


def _known(house: House, held: Claim) -> list[Known]:
    """The pages that other jobs, or earlier tries, have read. Words that are lost are read again."""
    with house.database.read() as session:
        before = readings.read_before(session, held)
    known = []
    for number, sha256 in sorted(before.items()):
        try:
            known.append(Known(number, None if sha256 is None else house.store.get(sha256)))
        except FileLost:
            structlog.get_logger().error("words lost", page=number)
    return known


def _part(house: House, held: Claim, many: TooMuchAtOnce) -> None:
    """Let all workers read the pages of a long document."""
    try:
        with house.database.write() as session:
            parts = jobs.part(session, held, many.pages, many.of)
    except Fenced:
        return
    structlog.get_logger().info("parted", pages=len(parts))
    for job_id in parts:
        house.announcer.announce(job_id, house.database)


def _wake(house: House, document_id: str) -> None:
    """Let the document go on if this was its last page. Should this be cut short, the sweep does the same."""
    with house.database.write() as session:
        woken = jobs.wake(session, document_id)
    for job_id in woken:
        house.announcer.announce(job_id, house.database)


def _set_aside(house: House, held: Claim, reason: str) -> None:
    with suppress(Fenced), house.database.write() as session:
        jobs.finish(session, held, jobs.QUARANTINED, reason)


def _give_back(house: House, held: Claim, error: Exception) -> None:
    log = structlog.get_logger()
    reason = _PASSING.get(type(error), "fault")
    if reason == "fault":
        log.error("fault", attempt=held.attempt, error=type(error).__name__, line=_line(error))
    try:
        with house.database.write() as session:
            again = jobs.give_back(session, held, reason, house.settings)
    except Fenced:
        return
    log.warning("given back" if again else "set aside", attempt=held.attempt, reason=reason)


def _line(error: Exception) -> str:
    innermost = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(innermost.filename).name}:{innermost.lineno}"


def _judge(house: House, document_id: str) -> None:
    """Verdicts follow evidence. Should this be cut short, opening the case does the same."""
    try:
        with house.database.write() as session:
            case = session.get_one(Case, session.get_one(Document, document_id).case_id)
            assessments.judge(session, case, assessments.today())
    except Exception as error:  # noqa: BLE001  the document is read; a fault in judging is told, not paid for by reading again
        structlog.get_logger().error("not judged", document=document_id, error=type(error).__name__, line=_line(error))
