"""Who works on a document. Each function is one idea of the protocol, one statement of SQL where it matters:

claim      take a job up: raises the attempt, sets the lease; at most one worker holds a job
renew      a sign of life while working; False: the job was taken from us, stop
finish     the end of a job, in the same transaction as its results; fenced by the attempt
give_back  this try failed for a passing reason: queued again, later; or set aside after the last try
part       a long document: a job for each of its pages, for all workers; the document's own job waits for them
wake       the pages are done, or set aside: the document's job goes on
overdue    what the sweep finds: leases run out, messages never sent
All moments are the database's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Update, and_, delete, exists, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Session, aliased

from casefile.events import record
from casefile.settings import Settings
from casefile.store.database import now
from casefile.store.tables import Document, Heartbeat, Job, Lock

QUEUED, RUNNING, WAITING, DONE, REFUSED, QUARANTINED = "queued", "running", "waiting", "done", "refused", "quarantined"
LIVE = (QUEUED, RUNNING, WAITING)
TERMINAL = (DONE, REFUSED, QUARANTINED)


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to work on a job, until the lease runs out. `attempt` is the fence of everything written under it; `page` is 0 for
    the document; `last`: there will be no other try."""

    job_id: str
    document_id: str
    attempt: int
    page: int = 0
    last: bool = False


class Fenced(Exception):
    """Somebody else has the job now. Whatever was about to be written is not."""


def claim(session: Session, job_id: str, owner: str, settings: Settings) -> Claim | None:
    """Take a job up, or None: it is done, held by a live worker, waiting for its next try, or gone. `owner` is the message's id:
    a message that comes back after its worker died may go on at once, without waiting for the lease to end."""
    free = or_(Job.state == QUEUED, and_(Job.state == RUNNING, or_(Job.lease_until < now(), Job.lease_owner == owner)))
    due = or_(Job.next_attempt_at.is_(None), Job.next_attempt_at <= now())
    taken = session.execute(
        update(Job).where(Job.id == job_id, free, due, Job.attempt < Job.settled + settings.attempts)
        .values(state=RUNNING, attempt=Job.attempt + 1, lease_owner=owner, lease_until=now() + settings.lease_s, next_attempt_at=None)
        .returning(Job.id, Job.document_id, Job.attempt, Job.page, Job.settled).execution_options(synchronize_session=False)).first()
    return None if taken is None else _claim(taken, settings)


def _claim(job: Any, settings: Settings) -> Claim:
    return Claim(job.id, job.document_id, job.attempt, job.page, last=job.attempt >= job.settled + settings.attempts)


def renew(session: Session, held: Claim, settings: Settings) -> bool:
    return _touch(session, update(Job).where(*_fence(held)).values(lease_until=now() + settings.lease_s))


def finish(session: Session, held: Claim, state: str, reason: str | None = None) -> None:
    """Set a terminal state. Raises `Fenced`; call it in the transaction that writes the results, so that they stand or fall together."""
    ended = update(Job).where(*_fence(held)).values(
        state=state, reason=reason, lease_owner=None, lease_until=None, finished_at=dt.datetime.now(dt.UTC))
    if not _touch(session, ended):
        raise Fenced
    if held.page:
        return
    action = {DONE: "document.read", REFUSED: "document.refused"}.get(state, "document.quarantined")
    record(session, cast("Any", action), case_id=session.scalar(select(Document.case_id).where(Document.id == held.document_id)),
           subject_id=held.document_id, attempt=held.attempt, **({"reason": reason} if reason else {}))


def give_back(session: Session, held: Claim, reason: str, settings: Settings) -> bool:
    """After a failed try: queued for another one, doubling the wait; set aside after the last. True if there will be another."""
    if held.last:
        finish(session, held, QUARANTINED, reason)
        return False
    settled = session.scalar(select(Job.settled).where(Job.id == held.job_id)) or 0
    wait = settings.retry_s * 2 ** (held.attempt - settled - 1)
    again = update(Job).where(*_fence(held)).values(
        state=QUEUED, reason=reason, lease_owner=None, lease_until=None, next_attempt_at=now() + wait, published_at=None,
        queued_at=now() + wait)
    if not _touch(session, again):
        raise Fenced
    return True


def part(session: Session, held: Claim, pages: Sequence[int], of: int) -> list[str]:
    """Make a job for each of these pages of a document that has so many; its own job waits for them. Raises `Fenced`.
    Returns the jobs' ids."""
    waiting = update(Job).where(*_fence(held)).values(
        state=WAITING, settled=Job.attempt, pages_total=of, reason=None, lease_owner=None, lease_until=None)
    if not _touch(session, waiting):
        raise Fenced
    whole = session.get_one(Job, held.job_id)
    there = {job.page: job for job in session.scalars(select(Job).where(_of_same_reading(whole), Job.page.in_(pages)))}
    for page in pages:
        job = there.setdefault(page, Job(document_id=whole.document_id, stage=whole.stage, version=whole.version, page=page))
        job.state, job.settled, job.queued_at, job.published_at = QUEUED, job.attempt or 0, session.scalars(select(now())).one(), None
        session.add(job)
    session.flush()
    return [there[page].id for page in pages]


def _of_same_reading(whole: Job) -> ColumnElement[bool]:
    return and_(Job.document_id == whole.document_id, Job.stage == whole.stage, Job.version == whole.version)


def wake(session: Session, document_id: str | None = None) -> Sequence[str]:
    """Documents (or this one) whose pages have all ended go on: queued. One statement, so that of two workers who end the last two
    pages at once exactly one wakes the document. Returns the ids of the jobs that go on."""
    parts = aliased(Job)
    at_work = exists().where(parts.document_id == Job.document_id, parts.version == Job.version, parts.page > 0, parts.state.in_(LIVE))
    asked = [Job.document_id == document_id] if document_id is not None else []
    return session.scalars(
        update(Job).where(Job.state == WAITING, Job.page == 0, ~at_work, *asked)
        .values(state=QUEUED, queued_at=now(), published_at=None, next_attempt_at=None)
        .returning(Job.id).execution_options(synchronize_session=False)).all()


def _fence(held: Claim) -> tuple[ColumnElement[bool], ...]:
    return Job.id == held.job_id, Job.attempt == held.attempt, Job.state == RUNNING


def _touch(session: Session, statement: Update) -> bool:
    result = session.execute(statement.execution_options(synchronize_session=False))
    return bool(cast("CursorResult[Any]", result).rowcount)


# What the sweep does

def reclaim(session: Session, settings: Settings) -> tuple[int, int]:
    """Jobs whose worker gave no sign of life: queued again, or set aside after the last try. How many of each."""
    lost = session.scalars(select(Job).where(Job.state == RUNNING, Job.lease_until < now())).all()
    again = 0
    for job in lost:
        again += give_back(session, _claim(job, settings), "worker_lost", settings)
    return again, len(lost) - again


def unpublished(session: Session, settings: Settings) -> Sequence[str]:
    """Queued jobs that are due and whose message was never sent, or was sent so long ago that it may be lost. Marks them as sent."""
    due = or_(Job.next_attempt_at.is_(None), Job.next_attempt_at <= now())
    silent = or_(Job.published_at.is_(None), Job.published_at < now() - settings.unpublished_s)
    ids = session.scalars(select(Job.id).where(Job.state == QUEUED, due, silent).order_by(Job.created_at)).all()
    mark_published(session, ids)
    return ids


def mark_published(session: Session, job_ids: Sequence[str]) -> None:
    session.execute(update(Job).where(Job.id.in_(job_ids)).values(published_at=now()).execution_options(synchronize_session=False))


def lock(session: Session, name: str, owner: str, seconds: float) -> bool:
    """Take a named lock for some time. False: somebody else has it."""
    insert = sqlite_insert if session.get_bind().dialect.name == "sqlite" else postgresql_insert
    until: Any = now() + seconds
    taken = session.execute(
        insert(Lock).values(name=name, owner=owner, until=until)
        .on_conflict_do_update(index_elements=[Lock.name], set_={"owner": owner, "until": until}, where=Lock.until < now())
        .returning(Lock.name)).first()
    return taken is not None


def unlock(session: Session, name: str, owner: str) -> None:
    session.execute(delete(Lock).where(Lock.name == name, Lock.owner == owner))


# Liveness

def beat(session: Session, worker: str, *, consumed: bool) -> None:
    """A worker's sign of life; `consumed` when it has just taken work."""
    row = session.get(Heartbeat, worker)
    moment = session.scalars(select(now())).one()
    if row is None:
        session.add(Heartbeat(worker=worker, seen_at=moment, consumed_at=moment if consumed else None))
    else:
        row.seen_at = moment
        row.consumed_at = moment if consumed else row.consumed_at


def seen_within(session: Session, host: str, seconds: float) -> bool:
    """Whether a worker of that host gave a sign of life in the last so many seconds."""
    seen = session.scalar(select(func.max(Heartbeat.seen_at)).where(Heartbeat.worker.endswith(f"@{host}", autoescape=True),
                                                                    Heartbeat.seen_at > now() - seconds))
    return seen is not None


@dataclass(frozen=True, slots=True)
class Health:
    """Seconds; None where there is nothing to measure."""

    oldest_waiting_s: float | None
    last_worker_seen_s: float | None


def health(session: Session) -> Health:
    """How long the oldest waiting document has waited, and how long ago any worker gave a sign of life."""
    moment = session.scalar(select(now())) or 0.0
    oldest = session.scalar(select(func.min(Job.queued_at)).where(Job.state == QUEUED, Job.queued_at <= moment))
    seen = session.scalar(select(func.max(Heartbeat.seen_at)))
    return Health(None if oldest is None else moment - oldest, None if seen is None else moment - seen)
