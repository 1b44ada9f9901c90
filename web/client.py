"""The client's side: what is needed, sending it, the receipt, how the reading goes, what was read, and what that means so far."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage

from casefile import receiving, words
from casefile.receiving import NotReceived, clean_name
from casefile.store.tables import Case, Document
from web.house import house, me, see_other, today, visible_case, wants_json
from web.language import gettext as _
from web.language import language
from web.shown import needs, programs, progress, rows, values

ACCEPTED = "image/jpeg,image/png,image/webp,image/heic,image/heif,image/tiff,application/pdf,.docx,.docm,.odt"
_REMEMBERED = 12  # answers that fit the session's cookie, refusals first; every receipt is beside its document anyway

_TAKEN = ("new", "again")

bp = Blueprint("client", __name__, url_prefix="/dossier")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page that the script replaces when its stamp is another."""

    name: str
    html: Markup

    @property
    def stamp(self) -> str:
        return hashlib.sha256(self.html.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one file that was sent just now."""

    name: str
    taken: bool
    text: str


@bp.get("/<case_id>")
def case(case_id: str) -> ResponseReturnValue:
    """The client's page. Whoever may see the case sees it as the client does."""
    with house().database.write() as opened:
        file = visible_case(opened, case_id)
        documents, verdicts = _stand(opened, file)
        answers = [_answer(opened, told) for told in session.pop("answers", [])]
        reference, consultant = file.reference, file.consultant.name
    limit = house().settings.upload_bytes
    return render_template(
        "client_case.html", case_id=case_id, reference=reference, consultant=consultant, parts=_parts(case_id, documents, verdicts),
        answers=answers, more=session.pop("more", 0), live=any(document.live for document in documents), accepted=ACCEPTED,
        progress=_signature(documents), limit=limit, limit_words=values.number(limit // 2**20, language()))


@bp.get("/<case_id>/suivi")
def follow(case_id: str) -> ResponseReturnValue:
    """How the reading goes, for the script: nothing (204) while all is as it was."""
    with house().database.read() as looking:
        documents = _documents(looking, visible_case(looking, case_id))
    if _signature(documents) == request.args.get("vu"):
        return "", 204
    with house().database.write() as opened:
        documents, verdicts = _stand(opened, visible_case(opened, case_id))
    parts = _parts(case_id, documents, verdicts)
    return {"parts": {part.name: [part.stamp, part.html] for part in parts.values()}, "progress": _signature(documents),
            "say": progress.announcement(documents), "live": any(document.live for document in documents)}


def _stand(opened: Session, file: Case) -> tuple[list[progress.DocumentShown], dict[str, Any]]:
    """Documents and verdicts as they stand; pages are laid out afterwards, so that no transaction waits for that."""
    return _documents(opened, file), house().judge(opened, file, today(), me().id).verdicts


def _documents(opened: Session, file: Case) -> list[progress.DocumentShown]:
    readings, pages = rows.readings(opened, file), rows.pages_of(opened, file)
    return [progress.shown(document, readings.get(document.id), pages.get(document.id, ()), language())
            for document in rows.documents(opened, file)]


def _signature(documents: list[progress.DocumentShown]) -> str:
    """Changes when a page more is read or a state is another."""
    stand = [(document.id, document.status.code, document.pages, document.to_do, document.reviewed) for document in documents]
    return hashlib.sha256(repr(stand).encode()).hexdigest()[:16]


def _parts(case_id: str, documents: list[progress.DocumentShown], verdicts: dict[str, Any]) -> dict[str, Part]:
    shown: dict[str, dict[str, Any]] = {
        "needs": {"needs": needs.needed(verdicts, language())},
        "documents": {"documents": documents},
        "programs": {"programs": programs.programs(verdicts, language(), "client"), "as_of": values.date(verdicts["as_of"], language())},
    }
    return {name: Part(name, Markup(render_template(f"parts/{name}.html", case_id=case_id, **inside)))  # noqa: S704  a template's output
            for name, inside in shown.items()}


# Sending files

@bp.post("/<case_id>/documents")
def send(case_id: str) -> ResponseReturnValue:
    """Take in what was sent, each file for itself: one that cannot be taken keeps none of the others back."""
    with house().database.read() as looking:
        visible_case(looking, case_id)
    sent = [file for file in request.files.getlist("files") if file.filename]
    told = [_receive(case_id, file) for file in sent]
    if not sent:
        flash(_("Choisissez au moins un fichier avant d’envoyer."), "problem")
    session["answers"] = sorted(told, key=lambda one: one[0] in _TAKEN)[:_REMEMBERED]
    session["more"] = max(0, len(told) - _REMEMBERED)
    here = url_for("client.case", case_id=case_id, _anchor="recus" if told else "envoyer")
    return {"next": here} if wants_json(request) else see_other(here)


def _receive(case_id: str, file: FileStorage) -> list[str]:
    """[code, document's id or the file's name]: what the next page will say of it."""
    name = clean_name(file.filename or "")
    try:
        receipt = receiving.receive(house().database, house().store, case_id, me().id, name, file.read())
    except NotReceived as refused:
        return [refused.code, name[:40]]
    if not receipt.again:
        house().announcer.announce(receipt.job_id, house().database)
    return ["again" if receipt.again else "new", receipt.document_id]


def _answer(opened: Session, told: list[str]) -> Answer:
    code, what = told
    if code not in _TAKEN:
        return Answer(what, taken=False, text=words.issue_words(code, language()))
    document = opened.get_one(Document, what)
    given = {"receipt": document.receipt, "moment": values.moment(document.received_at, language())}
    text = (_("Reçu le %(moment)s. Numéro de reçu : %(receipt)s.", **given) if code == "new" else
            _("Déjà reçu le %(moment)s. Numéro de reçu : %(receipt)s. Il ne sera lu qu’une fois.", **given))
    return Answer(document.name, taken=True, text=text)
