"""The consultant's list: one line a case, with what waits for the machine and what waits for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from casefile import jobs
from casefile.store.tables import Case
from web.shown import rows


@dataclass(frozen=True, slots=True)
class CaseLine:
    """Counts of documents, and of values that nobody has looked at although the machine was not sure."""

    id: str
    client: str
    consultant: str
    reference: str
    waiting: int
    read: int
    to_look_at: int
    doubtful: int


def lines(session: Session, cases: Sequence[Case]) -> tuple[CaseLine, ...]:
    """Those with work for a person first."""
    states, doubts = rows.states(session, cases), rows.doubtful(session, cases)
    return tuple(sorted((_line(case, states, doubts) for case in cases), key=lambda line: (-line.to_look_at, line.client)))


def _line(case: Case, states: Sequence[tuple[str, str, str]], doubts: Mapping[str, int]) -> CaseLine:
    own = [(document, state) for case_id, document, state in states if case_id == case.id]
    troubled = {document for document, state in own if document in doubts or state in (jobs.REFUSED, jobs.QUARANTINED)}
    return CaseLine(case.id, case.client.name, case.consultant.name, case.reference,
                    sum(state in jobs.LIVE for _document, state in own), sum(state == jobs.DONE for _document, state in own),
                    len(troubled), sum(doubts.get(document, 0) for document, _state in own))
