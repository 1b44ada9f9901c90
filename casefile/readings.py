"""What was read: progress page by page, and in the end everything at once, fenced, so that it is there once or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from casefile import jobs
from casefile.jobs import Claim, Fenced
from casefile.store.tables import Evidence, Job, PageRead, Paper, Reading
from extractors.evidence import DocumentReading, FileReading, PageSummary
from extractors.reading import VERSION


def page_looked_at(session: Session, held: Claim, number: int, quality: Mapping[str, float], issues: Sequence[str], of: int) -> None:
    """How good a page is, before it is read. Raises `Fenced` where the job is no longer ours."""
    _page(session, held, number, of, quality=dict(quality), issues=list(issues))


def page_read(session: Session, held: Claim, page: PageSummary, issues: Sequence[str], of: int, *, image_sha256: str | None = None,
              words_sha256: str | None = None) -> None:
    """A page, of so many, is done. Raises `Fenced` where the job is no longer ours."""
    _page(session, held, page.number, of, width=page.width, height=page.height, rotation=page.rotation, source=page.source,
          issues=list(issues), image_sha256=image_sha256, words_sha256=words_sha256)


def _page(session: Session, held: Claim, number: int, of: int, **known: Any) -> None:
    mine = session.scalar(select(Job).where(Job.id == held.job_id, Job.state == jobs.RUNNING).with_for_update())
    if mine is None or mine.attempt != held.attempt:
        raise Fenced
    if held.page == 0:
        mine.pages_total = of
    page = session.scalar(_page_of(held.document_id).where(PageRead.number == number))
    if page is None:
        page = PageRead(document_id=held.document_id, number=number)
        session.add(page)
    for name, value in {**known, "version": mine.version}.items():
        setattr(page, name, value)


def read_before(session: Session, held: Claim) -> dict[int, str | None]:
    """The pages that need not be read again, with the SHA-256 of their words; None for pages that nobody could read."""
    version = select(Job.version).where(Job.id == held.job_id).scalar_subquery()
    words = session.execute(select(PageRead.number, PageRead.words_sha256).where(
        PageRead.document_id == held.document_id, PageRead.version == version, PageRead.words_sha256.is_not(None)))
    lost = session.scalars(select(Job.page).where(
        Job.document_id == held.document_id, Job.version == version, Job.page > 0, Job.state == jobs.QUARANTINED))
    return {**dict.fromkeys(lost), **{number: sha256 for number, sha256 in words}}


def store(session: Session, held: Claim, reading: FileReading) -> None:
    """Keep a whole reading and end its job: done, or refused where the file itself gives nothing. Raises `Fenced`."""
    refused = reading.failed
    reason = next((issue.code for issue in reading.issues), None) if refused else None
    jobs.finish(session, held, jobs.REFUSED if refused else jobs.DONE, reason)
    session.add(Reading(job_id=held.job_id, document_id=held.document_id, attempt=held.attempt, version=VERSION,
                        issues=[issue.as_json() for issue in reading.issues],
                        papers=[_paper(position, found) for position, found in enumerate(reading.documents)]))
    seen = {page.number for page in pages(session, held.document_id) if page.source is not None}
    session.add_all(PageRead(document_id=held.document_id, number=page.number, version=VERSION, width=page.width, height=page.height,
                             source=page.source, issues=[issue.code for issue in reading.issues if issue.page == page.number])
                    for page in reading.pages if page.number not in seen)


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


def pages(session: Session, document_id: str) -> Sequence[PageRead]:
    """The pages of a document that are known so far, in order."""
    return session.scalars(_page_of(document_id).order_by(PageRead.number)).all()


def _page_of(document_id: str) -> Select[PageRead]:
    return select(PageRead).where(PageRead.document_id == document_id)
