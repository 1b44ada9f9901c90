"""What is remembered, table by table.

Evidence, reviews, assessments and events are append-only: a later word is another row. The rule is held twice, by the mapper (here)
and by triggers in the database (migrations). Moments are UTC. Leases are seconds of the *database's* clock, so that machines agree.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any, ClassVar

from sqlalchemy import JSON, Connection, DateTime, Float, ForeignKey, Index, String, UniqueConstraint, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, mapped_column, object_session, relationship


def new_id() -> str:
    return uuid.uuid4().hex


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)



def aware(moment: dt.datetime) -> dt.datetime:
    """A stored moment with its zone: SQLite forgets it."""
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


class Base(DeclarativeBase):
    type_annotation_map: ClassVar[dict[Any, Any]] = {dict[str, Any]: JSON, list[Any]: JSON, dt.datetime: DateTime(timezone=True)}


class Account(Base):
    """A person who signs in. `role`: client, consultant or administrator. `epoch` is raised to end all of the person's sessions."""

    __tablename__ = "account"
    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str] = mapped_column(String(255))
    language: Mapped[str] = mapped_column(String(2), default="fr")
    active: Mapped[bool] = mapped_column(default=True)
    epoch: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[dt.datetime] = mapped_column(default=_now)


class Case(Base):
    """One client's file with one consultant. `as_of`: the day of lodging it is judged for; None: today."""

    __tablename__ = "case_file"
    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    reference: Mapped[str] = mapped_column(String(20), unique=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("account.id"), index=True)
    consultant_id: Mapped[str] = mapped_column(ForeignKey("account.id"), index=True)
    as_of: Mapped[dt.date | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=_now)
    client: Mapped[Account] = relationship(foreign_keys=client_id)
    consultant: Mapped[Account] = relationship(foreign_keys=consultant_id)


class Document(Base):
    """A file that was received. `name` is what the client called it: data, never a path. `receipt` is what the client was told."""

    __tablename__ = "document"
    __table_args__ = (UniqueConstraint("case_id", "sha256"),)
    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), index=True)
    receipt: Mapped[str] = mapped_column(String(20), unique=True)
    sha256: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(60))
    size: Mapped[int]
    received_by: Mapped[str] = mapped_column(ForeignKey("account.id"))
    received_at: Mapped[dt.datetime] = mapped_column(default=_now)
    case: Mapped[Case] = relationship()
    job: Mapped[Job] = relationship(primaryjoin="and_(Job.document_id == Document.id, Job.page == 0)")


class Job(Base):
    """That a document, or one page of a long one, is to be read, by whom it is being read, and how that ended.

    `page`: 0 for the document. `state`: queued, running, waiting (for the jobs of its pages); and the terminal ones: done, refused
    (a person can act), quarantined (it broke its readers). `attempt` counts starts and is the fence: whoever holds an older number
    writes nothing. `settled` are the attempts that came to something, and do not count as failures.
    """

    __tablename__ = "job"
    __table_args__ = (UniqueConstraint("document_id", "stage", "version", "page"), Index("job_by_state", "state", "lease_until"))
    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"), index=True)
    stage: Mapped[str] = mapped_column(String(20))
    version: Mapped[str] = mapped_column(String(20))
    page: Mapped[int] = mapped_column(default=0)
    state: Mapped[str] = mapped_column(String(20), default="queued")
    attempt: Mapped[int] = mapped_column(default=0)
    settled: Mapped[int] = mapped_column(default=0)
    lease_owner: Mapped[str | None] = mapped_column(String(64))
    lease_until: Mapped[float | None] = mapped_column(Float(53))
    queued_at: Mapped[float] = mapped_column(Float(53))
    published_at: Mapped[float | None] = mapped_column(Float(53))
    next_attempt_at: Mapped[float | None] = mapped_column(Float(53))
    reason: Mapped[str | None] = mapped_column(String(60))
    pages_total: Mapped[int | None]
    created_at: Mapped[dt.datetime] = mapped_column(default=_now)
    finished_at: Mapped[dt.datetime | None]


class PageRead(Base):
    """What is known of a page so far: first its quality, then what its reader saw. Progress, and the picture that reviewers look at.

    `source` is None until the page is read; `words_sha256` are the words of an optically read page, for whoever puts the pages
    together; `version` is that of the reader.
    """

    __tablename__ = "page_read"
    __table_args__ = (UniqueConstraint("document_id", "number"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"))
    number: Mapped[int]
    version: Mapped[str] = mapped_column(String(20))
    width: Mapped[float] = mapped_column(default=0.0)
    height: Mapped[float] = mapped_column(default=0.0)
    rotation: Mapped[int] = mapped_column(default=0)
    source: Mapped[str | None] = mapped_column(String(10))
    quality: Mapped[dict[str, Any]] = mapped_column(default=dict)
    issues: Mapped[list[Any]] = mapped_column(default=list)
    image_sha256: Mapped[str | None] = mapped_column(String(64))
    words_sha256: Mapped[str | None] = mapped_column(String(64))


class Reading(Base):
    """What one attempt found in a document, whole: one a job, by the constraint. Append-only."""

    __tablename__ = "reading"
    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    job_id: Mapped[str] = mapped_column(ForeignKey("job.id"), unique=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"), index=True)
    attempt: Mapped[int]
    version: Mapped[str] = mapped_column(String(20))
    issues: Mapped[list[Any]]
    created_at: Mapped[dt.datetime] = mapped_column(default=_now)
    papers: Mapped[list[Paper]] = relationship(back_populates="reading", order_by="Paper.position")


class Paper(Base):
    """One document of a kind, found in a file: a file can hold several. Append-only."""

    __tablename__ = "paper"
    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    reading_id: Mapped[str] = mapped_column(ForeignKey("reading.id"), index=True)
    position: Mapped[int]
    kind: Mapped[str] = mapped_column(String(30))
    kind_confidence: Mapped[float]
    language: Mapped[str | None] = mapped_column(String(8))
    pages: Mapped[list[Any]]
    issues: Mapped[list[Any]]
    reading: Mapped[Reading] = relationship(back_populates="papers")
    evidence: Mapped[list[Evidence]] = relationship(back_populates="paper", order_by="Evidence.position")


class Evidence(Base):
    """One value that a paper states, as the machine read it. Append-only: nobody's word, not even a better reading, changes it."""

    __tablename__ = "evidence"
    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    paper_id: Mapped[str] = mapped_column(ForeignKey("paper.id"), index=True)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(String(60))
    group: Mapped[int] = mapped_column("group_number")
    value: Mapped[Any] = mapped_column(JSON)
    text: Mapped[str]
    page: Mapped[int | None]
    boxes: Mapped[list[Any]]
    confidence: Mapped[float]
    alternatives: Mapped[list[Any]]
    paper: Mapped[Paper] = relationship(back_populates="evidence")
    reviews: Mapped[list[Review]] = relationship(back_populates="evidence", order_by="Review.number")


class Review(Base):
    """A person's word on a value: accept, correct or reject, and what was on the screen when it was given. Append-only; the last counts."""

    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("evidence_id", "number"),)
    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    evidence_id: Mapped[str] = mapped_column(ForeignKey("evidence.id"), index=True)
    number: Mapped[int]
    action: Mapped[str] = mapped_column(String(10))
    value: Mapped[Any] = mapped_column(JSON)
    reason: Mapped[str | None] = mapped_column(String(300))
    seen: Mapped[dict[str, Any]]
    reviewer_id: Mapped[str] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[dt.datetime] = mapped_column(default=_now)
    evidence: Mapped[Evidence] = relationship(back_populates="reviews")
    reviewer: Mapped[Account] = relationship()


class Assessment(Base):
    """What the rules said of some facts on some day; kept so that it can be shown again as it was. Append-only.

    `fingerprint` is the hash of facts and rules' version: the same question is answered once.
    """

    __tablename__ = "assessment"
    __table_args__ = (UniqueConstraint("case_id", "fingerprint"),)
    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    case_id: Mapped[str] = mapped_column(ForeignKey("case_file.id"), index=True)
    fingerprint: Mapped[str] = mapped_column(String(64))
    as_of: Mapped[dt.date]
    rules_version: Mapped[str] = mapped_column(String(80))
    facts: Mapped[dict[str, Any]]
    verdicts: Mapped[dict[str, Any]]
    created_at: Mapped[dt.datetime] = mapped_column(default=_now)


class Event(Base):
    """Who did what to what, when: ids and codes only. Append-only."""

    __tablename__ = "event"
    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(default=_now)
    actor_id: Mapped[str | None] = mapped_column(String(32), index=True)
    action: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[str | None] = mapped_column(String(32), index=True)
    subject_id: Mapped[str | None] = mapped_column(String(32), index=True)
    detail: Mapped[dict[str, Any]]


class Heartbeat(Base):
    """When a worker was last alive and when it last took work: alive without taking any, while work waits, is a wedged worker."""

    __tablename__ = "heartbeat"
    worker: Mapped[str] = mapped_column(String(120), primary_key=True)
    seen_at: Mapped[float] = mapped_column(Float(53))
    consumed_at: Mapped[float | None] = mapped_column(Float(53))


class Lock(Base):
    """A named lock with an end, for what one process at a time may do."""

    __tablename__ = "lock"
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    owner: Mapped[str] = mapped_column(String(64))
    until: Mapped[float] = mapped_column(Float(53))


APPEND_ONLY: tuple[type[Base], ...] = (Reading, Paper, Evidence, Review, Assessment, Event)


class AppendOnly(Exception):
    """An attempt to change what was said."""


def _refuse_deletion(mapper: Mapper[Any], connection: Connection, target: Base) -> None:
    raise AppendOnly(f"rows of {target.__tablename__} are never deleted one by one")


def _refuse_change(mapper: Mapper[Any], connection: Connection, target: Base) -> None:
    session = object_session(target)
    if session is None or session.is_modified(target, include_collections=False):  # a new review in its list changes no column
        raise AppendOnly(f"rows of {target.__tablename__} are never changed: add another")


for _table in APPEND_ONLY:
    event.listen(_table, "before_update", _refuse_change)
    event.listen(_table, "before_delete", _refuse_deletion)
