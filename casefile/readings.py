"""What was read: progress page by page, and in the end everything at once, fenced, so that it is there once or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from casefile import jobs
from casefile.jobs import Claim, Fenced
from casefile.store.tables import Evidence, Job, PageRead, Paper, Reading
from extractors.evidence import DocumentReading, FileReading, PageSummary
from extractors.reading import VERSION


def page_read(session: Session, held: Claim, page: PageSummary, issues: Sequence[str], image_sha256: str | None, of: int) -> None:
    """A page, of so many, is done. Raises `Fenced` where the job is no longer ours."""
    mine = session.scalar(select(Job).where(Job.id == held.job_id, Job.state == jobs.RUNNING).with_for_update())
    if mine is None or mine.attempt != held.attempt:
        raise Fenced
    mine.pages_total = of
    session.add(PageRead(job_id=held.job_id, attempt=held.attempt, number=page.number, width=page.width, height=page.height,
                         rotation=page.rotation, source=page.source, issues=list(issues), image_sha256=image_sha256))


def store(session: Session, held: Claim, reading: FileReading) -> None:
    """Keep a whole reading and end its job: done, or refused where the file itself gives nothing. Raises `Fenced`."""
    refused = reading.failed
    reason = next((issue.code for issue in reading.issues), None) if refused else None
    jobs.finish(session, held, jobs.REFUSED if refused else jobs.DONE, reason)
    session.add(Reading(job_id=held.job_id, document_id=held.document_id, attempt=held.attempt, version=VERSION,
                        issues=[issue.as_json() for issue in reading.issues],
                        papers=[_paper(position, found) for position, found in enumerate(reading.documents)]))


def _paper(position: int, found: DocumentReading) -> Paper:
    return Paper(position=position, kind=found.kind, kind_confidence=found.kind_confidence, language=found.language,
                 pages=list(found.pages), issues=[issue.as_json() for issue in found.issues],
                 evidence=[Evidence(position=place, name=field.name, group=field.group, value=field.value, text=field.text,
                                    page=field.page, boxes=[box.as_json() for box in field.boxes], confidence=field.confidence,
                                    alternatives=[other.as_json() for other in field.alternatives])
                           for place, field in enumerate(found.fields)])


def latest(session: Session, document_id: str) -> Reading | None:
    """The newest reading of a document, with its papers, evidence and reviews."""
    return session.scalar(
        select(Reading).where(Reading.document_id == document_id).order_by(Reading.created_at.desc())
        .options(selectinload(Reading.papers).selectinload(Paper.evidence).selectinload(Evidence.reviews)))


def pages(session: Session, job: Job) -> Sequence[PageRead]:
    """The pages that the job's current attempt has read so far, in order."""
    return session.scalars(select(PageRead).where(PageRead.job_id == job.id, PageRead.attempt == job.attempt)
                           .order_by(PageRead.number)).all()
