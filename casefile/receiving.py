"""How a file comes in: bytes first, rows second (all in one transaction), message last (by the caller, after the commit).

A crash between any two of these loses nothing: stray bytes are only bytes, and a row without a message is found by the sweep.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from casefile.events import record
from casefile.people import short_code
from casefile.store.database import Database, now
from casefile.store.files import FileStore
from casefile.store.tables import Case, Document, Job
from extractors.errors import ReadingError
from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.reading import VERSION

READ = "read"
_LONGEST_NAME = 120
_UNWANTED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the sender is told. `again`: the same file was in the case already, and this is its receipt."""

    document_id: str
    job_id: str
    number: str
    again: bool


class NotReceived(Exception):
    """A file that is not taken in, and nothing of it is kept. `code` is one of the contract's issue codes (see `words.issue_words`)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def receive(database: Database, store: FileStore, case_id: str, sender_id: str, name: str, content: bytes) -> Receipt:
    """Take a file in. Raises `NotReceived` (empty, too large, not a document) before anything is kept."""
    try:
        media = admit(content, LIMITS)
    except ReadingError as error:
        raise NotReceived(error.code) from error
    sha256 = hashlib.sha256(content).hexdigest()
    known = _known(database, case_id, sha256, sender_id)
    if known is not None:
        return known
    store.put(content)
    with database.write() as session:
        document = session.scalar(_same_file(case_id, sha256))  # a twin may have come in meanwhile
        if document is not None:
            return _receipt(document, again=True)
        document = Document(case_id=case_id, receipt=short_code(8), sha256=sha256, name=clean_name(name), media_type=media,
                            size=len(content), received_by=sender_id)
        document.job = Job(stage=READ, version=VERSION, queued_at=session.scalars(select(now())).one())
        session.add(document)
        session.flush()
        record(session, "document.received", actor_id=sender_id, case_id=case_id, subject_id=document.id)
        return _receipt(document, again=False)


def _known(database: Database, case_id: str, sha256: str, sender_id: str) -> Receipt | None:
    with database.write() as session:
        document = session.scalar(_same_file(case_id, sha256))
        if document is None:
            return None
        record(session, "document.received_again", actor_id=sender_id, case_id=case_id, subject_id=document.id)
        return _receipt(document, again=True)


def _same_file(case_id: str, sha256: str) -> Select[Document]:
    return select(Document).where(Document.case_id == case_id, Document.sha256 == sha256)


def _receipt(document: Document, *, again: bool) -> Receipt:
    return Receipt(document.id, document.job.id, document.receipt, again)


def clean_name(name: str) -> str:
    """A client's name for a file as harmless text: no path, no control or bidirectional characters, one line, not too long."""
    composed = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter for letter in composed if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    plain = " ".join(_UNWANTED.sub("_", kept).split()).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    if dot and len(plain) > _LONGEST_NAME and len(ending) <= 10:
        plain = stem[:_LONGEST_NAME - len(ending) - 1] + dot + ending
    return plain[:_LONGEST_NAME].strip(". ") or "document"


def documents_of(session: Session, case: Case) -> list[Document]:
    return list(session.scalars(select(Document).where(Document.case_id == case.id).order_by(Document.received_at)))
