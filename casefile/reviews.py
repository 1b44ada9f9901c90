"""What a person says of a value: accept, correct or reject. Each word is a row; the last one counts; the machine's value stays."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping
from typing import Any, Literal

from sqlalchemy.orm import Session

from casefile.events import record
from casefile.store.tables import Account, Document, Evidence, Paper, Reading, Review

ReviewAction = Literal["accept", "correct", "reject"]


class InvalidReview(Exception):
    """The word cannot be taken. `problem` is one of: value_missing, no_date, no_number, no_level, no_salary, no_code,
    changed_meanwhile."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


def review(session: Session, evidence: Evidence, reviewer: Account, action: ReviewAction, *, last_seen: int,
           value: str | None = None, reason: str | None = None) -> Review:
    """Record a word on a value. `last_seen` is the number of the last review that was on the reviewer's screen: if there is a newer one
    the word is refused (`changed_meanwhile`). A corrected value is given as typed and checked against the field's type."""
    number = max((one.number for one in evidence.reviews), default=0)
    if last_seen != number:
        raise InvalidReview("changed_meanwhile")
    said = Review(evidence=evidence, number=number + 1, action=action, reason=reason or None, reviewer_id=reviewer.id,
                  value=typed(evidence.name, value) if action == "correct" else evidence.value if action == "accept" else None,
                  seen={"value": evidence.value, "page": evidence.page, "boxes": evidence.boxes, "review": number})
    session.add(said)
    document = _document(session, evidence)
    record(session, _EVENTS[action], actor_id=reviewer.id, case_id=document.case_id, subject_id=evidence.id, field=evidence.name,
           document=document.id)
    return said


_EVENTS: Mapping[ReviewAction, Any] = {
    "accept": "evidence.accept", "correct": "evidence.correct", "reject": "evidence.reject"}


def _document(session: Session, evidence: Evidence) -> Document:
    reading = session.get_one(Reading, session.get_one(Paper, evidence.paper_id).reading_id)
    return session.get_one(Document, reading.document_id)


def standing(evidence: Evidence) -> Review | None:
    """The person's word that counts for a value, if there is one."""
    return evidence.reviews[-1] if evidence.reviews else None


def standing_value(evidence: Evidence) -> Any:
    """The value that counts: a person's, else the machine's; None where a person rejected it."""
    word = standing(evidence)
    return evidence.value if word is None else word.value


# A corrected value, as typed

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LEVEL = re.compile(r"<?[ABC][12](\.[12])?")


def typed(name: str, text: str | None) -> Any:
    """What a person typed, as the field's type: a date at any precision, a number, a level, a boolean, or words. Raises `InvalidReview`."""
    plain = " ".join((text or "").split())
    if not plain:
        raise InvalidReview("value_missing")
    if name in _DATES or name.endswith("_date"):
        return _date(plain, name)
    if name.endswith((".score", ".total", ".hours", ".credits", ".months", "hours_per_week", ".quebec_level")):
        return _number(plain)
    if name.endswith(".cefr"):
        if not _LEVEL.fullmatch(plain.upper()):
            raise InvalidReview("no_level")
        return plain.upper()
    if name in _CODES and not _CODES[name].fullmatch(plain):
        raise InvalidReview("no_code")
    if name == "position.salary":
        return _salary(plain)
    if name in _BOOLEANS:
        return plain.casefold() in ("oui", "yes", "true", "vrai")
    return [line.strip() for line in (text or "").splitlines() if line.strip()] if name == "position.duties" else plain


_DATES = frozenset({"issued_on", "conferred_on", "person.birth_date", "test.date"})
_CODES = {"position.noc_2021": re.compile(r"[0-9][0-5][0-9]{3}"), "position.noc_2016": re.compile(r"[0-9]{4}")}
_BOOLEANS = frozenset({"position.full_time", "position.internship"})


def _date(text: str, name: str) -> str:
    if text.casefold() in ("present", "présent", "actuel") and name == "position.end_date":
        return "present"
    if not _DATE.fullmatch(text):
        raise InvalidReview("no_date")
    try:
        dt.date.fromisoformat((text + "-01-01")[:10])
    except ValueError as error:
        raise InvalidReview("no_date") from error
    return text


_PERIODS = {"hour": ("heure", "hour"), "day": ("jour", "day"), "week": ("semaine", "week"), "two_weeks": ("deux semaines", "two weeks"),
            "month": ("mois", "month"), "year": ("an", "année", "year")}
_SALARY = re.compile(r"(?P<amount>[\d\s.,\u202f]{1,20}?)\s?(?P<currency>[A-Za-z]{3}|\$)\s(?P<period>[a-zé_ ]{2,13})", re.IGNORECASE)


def _salary(text: str) -> dict[str, Any]:
    """An amount, a currency and a period: `24,50 CAD heure`, `61 000 $ an`."""
    said = _SALARY.fullmatch(text)
    period = next((code for code, words in _PERIODS.items() if said and said["period"].casefold() in (code, *words)), None)
    if said is None or period is None:
        raise InvalidReview("no_salary")
    return {"amount": _number(said["amount"]), "currency": "CAD" if said["currency"] == "$" else said["currency"].upper(), "period": period}


def _number(text: str) -> int | float:
    try:
        number = float(text.replace("\u202f", "").replace(" ", "").replace(",", "."))
    except ValueError as error:
        raise InvalidReview("no_number") from error
    if not math.isfinite(number) or number < 0:
        raise InvalidReview("no_number")
    return int(number) if number.is_integer() else number
