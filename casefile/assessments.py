"""Verdicts: a case's facts judged by the rules, kept under the hash of question and rules, so that each is answered once.

Judging takes milliseconds, so it is done wherever facts may have changed: after a document is read, after a review, when a case is
opened. The same question finds the answer that is there.
"""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import json
import re
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

import rules
from casefile.events import record
from casefile.facts import Facts, facts_of, standing_statements
from casefile.store.tables import Assessment, Case

_QUEBEC = ZoneInfo("America/Toronto")  # Québec's time but for its easternmost shore


def today() -> dt.date:
    """The day it is in Québec, where applications are lodged."""
    return dt.datetime.now(_QUEBEC).date()


def judge(session: Session, case: Case, today: dt.date, actor_id: str | None = None) -> Assessment:
    """The case's verdicts as of its day (`today` where none is set), from the evidence as it stands now."""
    facts = facts_of(standing_statements(session, case), case.as_of or today)
    fingerprint = _fingerprint(facts)
    known = _known(session, case, fingerprint)
    if known is not None:
        return known
    verdicts = assessed(facts)
    made = Assessment(case_id=case.id, fingerprint=fingerprint, as_of=dt.date.fromisoformat(facts["as_of"]),
                      rules_version=verdicts["rules_version"], facts=facts, verdicts=verdicts)
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:  # a twin was quicker, with the same answer
        return _known(session, case, fingerprint) or made
    record(session, "case.assessed", actor_id=actor_id, case_id=case.id, subject_id=made.id)
    return made


def assessed(facts: Facts) -> dict[str, Any]:
    """The assessment of some facts. An entry that contradicts itself (a misread end before its start) is left out rather than judged:
    what rests on it is unknown, never wrong. The reviewer sees the contradiction on the document itself."""
    sound = copy.deepcopy(facts)
    while True:
        try:
            return rules.evaluate(rules.facts_of(sound)).as_json()
        except rules.FactsError as error:
            if not _leave_out(sound, error.faults):
                raise


_FAULTY = re.compile(r"(\w+)(?:\[(\d+)\])?")


def _leave_out(facts: Facts, faults: Sequence[str]) -> bool:
    """Take the entries that faults point at out of the facts; False where there was nothing to take."""
    places = {(found[1], int(found[2] or -1)) for fault in faults if (found := _FAULTY.match(fault)) and found[1] in facts}
    for key, index in sorted(places, reverse=True):
        if index >= 0:
            del facts[key][index]
        else:
            del facts[key]
    return bool(places)


def _known(session: Session, case: Case, fingerprint: str) -> Assessment | None:
    return session.scalar(select(Assessment).where(Assessment.case_id == case.id, Assessment.fingerprint == fingerprint))


def _fingerprint(facts: Facts) -> str:
    question = json.dumps([rules.RULES_VERSION, facts], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(question.encode()).hexdigest()
