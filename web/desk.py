"""The consultant's side: all cases with what waits for a person, and one case with its documents, programs and conditions."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, abort, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from casefile import people
from casefile.events import record
from web.house import house, me, see_other, today, visible_case
from web.language import gettext as _
from web.language import language
from web.shown import cases as case_lines
from web.shown import programs, progress, rows, values

bp = Blueprint("desk", __name__, url_prefix="/bureau")


@bp.before_request
def staff_only() -> None:
    """A client has no desk; that there is one is no secret, but nothing on it is for them."""
    if me().role == "client":
        abort(404)


@bp.get("")
def cases() -> ResponseReturnValue:
    with house().database.read() as opened:
        lines = case_lines.lines(opened, people.cases_of(opened, me()))
    return render_template("desk.html", lines=lines)


@bp.get("/dossier/<case_id>")
def case(case_id: str) -> ResponseReturnValue:
    """A case for its consultant: every verdict with its reason, its law, what was found and what is missing."""
    with house().database.write() as opened:
        file = visible_case(opened, case_id)
        record(opened, "case.opened", actor_id=me().id, case_id=file.id)
        readings, pages, doubts = rows.readings(opened, file), rows.pages_of(opened, file), rows.doubtful(opened, [file])
        documents = [progress.shown(one, readings.get(one.id), pages.get(one.id, ()), language())
                     for one in rows.documents(opened, file)]
        assessment = house().judge(opened, file, today(), me().id)
        whose = {"reference": file.reference, "client": file.client.name, "chosen": file.as_of is not None,
                 "mine": people.may_review(me(), file)}
    return render_template(
        "desk_case.html", case_id=case_id, documents=documents, doubts=doubts, day=assessment.as_of.isoformat(),
        programs=programs.programs(assessment.verdicts, language(), "consultant"), day_words=values.full_date(assessment.as_of, language()),
        rules_version=assessment.rules_version.partition("/")[0], **whose)


@bp.post("/dossier/<case_id>/jour")
def set_day(case_id: str) -> ResponseReturnValue:
    """Choose the day of lodging that the case is judged for; an empty one is today."""
    with house().database.write() as opened:
        file = visible_case(opened, case_id)
        if not people.may_review(me(), file):
            abort(403)
        try:
            file.as_of = dt.date.fromisoformat(typed) if (typed := request.form.get("as_of", "").strip()) else None
        except ValueError:
            flash(_("Cette date n’existe pas. Écrivez-la comme 2026-11-22."), "problem")
        else:
            record(opened, "case.as_of_changed", actor_id=me().id, case_id=file.id)
    return see_other(url_for("desk.case", case_id=case_id, _anchor="programmes"))
