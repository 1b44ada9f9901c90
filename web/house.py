"""What the portal holds open, in one place that views ask for: settings, database, files, queue, the evaluator, and today's date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast
from zoneinfo import ZoneInfo

from flask import Request, Response, abort, current_app, g, redirect
from sqlalchemy.orm import Session

from casefile import people
from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.files import FileStore
from casefile.store.tables import Account, Assessment, Case, Document

QUEBEC = ZoneInfo("America/Toronto")
"""The clock that people here live by (Montréal's own entry is an alias of it)."""

Judge = Callable[[Session, Case, dt.date, str | None], Assessment]


class Announces(Protocol):
    """Tells the queue that a job waits; never raises (`worker.enqueue.Announcer`)."""

    def announce(self, job_id: str, database: Database | None = None) -> bool: ...


@dataclass(frozen=True, slots=True)
class House:
    settings: Settings
    database: Database
    store: FileStore
    announcer: Announces
    judge: Judge


def house() -> House:
    """The house of the application that is answering."""
    return cast("House", current_app.extensions["attesta"])


def today() -> dt.date:
    """The day it is in Québec: a case is judged for the reader's day, not for Greenwich's."""
    return dt.datetime.now(QUEBEC).date()


def me() -> Account:
    """The account that is signed in. Every endpoint but the public ones has one."""
    account = g.get("account")
    if account is None:
        abort(403)
    return cast("Account", account)


def visible_case(session: Session, case_id: str) -> Case:
    """The case, if it is there and the account may see it; otherwise 404, so that nobody learns which cases exist."""
    case = session.get(Case, case_id)
    if case is None or not people.may_see(me(), case):
        abort(404)
    return case


def visible_document(session: Session, document_id: str) -> Document:
    """The document, under the same rule as its case."""
    document = session.get(Document, document_id)
    if document is None or not people.may_see(me(), document.case):
        abort(404)
    return document


def see_other(address: str) -> Response:
    """Answer a form with the page to look at next, so that reloading it sends nothing again."""
    return cast("Response", redirect(address, 303))


def wants_json(request: Request) -> bool:
    """Whether our own script asks, rather than a plain form."""
    return request.headers.get("X-Attesta-Script") == "1"
