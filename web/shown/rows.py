"""The queries of the portal that `casefile` has no other use for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from casefile.store.tables import Case, Document, Evidence, Job, PageRead, Paper, Reading

SURE = 0.95
"""From this confidence on a value counts as read surely (contract of evidence)."""


def documents(session: Session, case: Case) -> Sequence[Document]:
    """A case's documents with their jobs, the newest first."""
    return session.scalars(select(Document).where(Document.case_id == case.id).options(joinedload(Document.job))
                           .order_by(Document.received_at.desc(), Document.id)).all()


def readings(session: Session, case: Case) -> Mapping[str, Reading]:
    """The newest reading of each document that has one, with papers, evidence and reviews."""
    found = session.scalars(
        select(Reading).join(Document, Document.id == Reading.document_id).where(Document.case_id == case.id)
        .order_by(Reading.created_at)
        .options(selectinload(Reading.papers).selectinload(Paper.evidence).selectinload(Evidence.reviews)))
    return {reading.document_id: reading for reading in found}


def pages_of(session: Session, case: Case) -> Mapping[str, Sequence[PageRead]]:
    """What is known so far of the pages of each document."""
    found = session.scalars(select(PageRead).join(Document, Document.id == PageRead.document_id).where(Document.case_id == case.id)
                            .order_by(PageRead.number))
    by_document: dict[str, list[PageRead]] = {}
    for page in found:
        by_document.setdefault(page.document_id, []).append(page)
    return by_document


def doubtful(session: Session, cases: Sequence[Case]) -> Mapping[str, int]:
    """How many values of each document nobody has looked at although the machine was not sure of them."""
    ids = [case.id for case in cases]
    found = session.execute(
        select(Document.id, func.count(Evidence.id)).join(Reading, Reading.document_id == Document.id)
        .join(Paper, Paper.reading_id == Reading.id).join(Evidence, Evidence.paper_id == Paper.id)
        .where(Document.case_id.in_(ids), Evidence.confidence < SURE, ~Evidence.reviews.any()).group_by(Document.id))
    return {document_id: count for document_id, count in found}


def states(session: Session, cases: Sequence[Case]) -> Sequence[tuple[str, str, str]]:
    """(case, document, state of its job) of some cases."""
    found = session.execute(select(Document.case_id, Document.id, Job.state).join(Document.job)
                            .where(Document.case_id.in_([case.id for case in cases])))
    return [(case_id, document_id, state) for case_id, document_id, state in found]


def document_of(session: Session, evidence: Evidence) -> Document:
    """The document that a value was read in."""
    found = session.scalars(select(Document).join(Reading, Reading.document_id == Document.id)
                            .join(Paper, Paper.reading_id == Reading.id).where(Paper.id == evidence.paper_id))
    return found.one()
