"""The trail: who did what to what, and when. Ids and codes only; written in the same transaction as what it tells of."""

from __future__ import annotations

from typing import Any, Literal

from sqlalchemy.orm import Session

from casefile.store.tables import Event

Action = Literal[
    "account.created", "account.signed_in", "account.refused", "account.signed_out", "case.created", "case.opened", "case.as_of_changed",
    "document.received", "document.received_again", "document.downloaded", "document.read", "document.refused",
    "document.quarantined", "evidence.accept", "evidence.correct", "evidence.reject", "case.assessed",
]


def record(session: Session, action: Action, *, actor_id: str | None = None, case_id: str | None = None,
           subject_id: str | None = None, **detail: Any) -> None:
    """Add an event. `detail` holds codes, numbers and ids, never words of a document or of a person."""
    session.add(Event(action=action, actor_id=actor_id, case_id=case_id, subject_id=subject_id, detail=detail))
