"""The evidence on its page: each value beside the place it was read at, and a person's word on it in one click or one key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from flask import Blueprint, abort, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from casefile import occupations, people, readings, reviews
from casefile.events import record
from casefile.reviews import InvalidReview, ReviewAction
from casefile.store.tables import Assessment, Document, Evidence, PageRead, Reading
from web.house import house, me, see_other, today, visible_document, wants_json
from web.language import gettext as _
from web.language import language, ngettext
from web.shown import evidence as seen
from web.shown import occupations as groups
from web.shown import programs, rows
from web.shown.evidence import PaperReviewed, ValueReviewed

_REMEMBERED = 6  # changes that fit the session's cookie

bp = Blueprint("review", __name__, url_prefix="/bureau")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a word was not taken, beside the value that it was about. `typed`: the correction that was tried, if it was one."""

    value: str
    text: str
    typed: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the document: its picture and its size in units of the picture's drawing."""

    number: int
    width: float
    height: float
    image: str | None


@bp.before_request
def staff_only() -> None:
    if me().role == "client":
        abort(404)


@bp.get("/document/<document_id>")
def document(document_id: str) -> ResponseReturnValue:
    """The review page. `valeur` is selected; without one, the first that waits for a person."""
    with house().database.write() as opened:
        file = visible_document(opened, document_id)
        record(opened, "case.opened", actor_id=me().id, case_id=file.case_id, subject_id=file.id)
        verdicts = house().judge(opened, file.case, today(), me().id)
        return _page(opened, file, verdicts, chosen=request.args.get("valeur"), page=request.args.get("page", type=int))


def _page(opened: Session, file: Document, verdicts: Assessment, *, chosen: str | None = None, page: int | None = None,
          problem: Problem | None = None) -> str:
    reading = readings.latest(opened, file.id)
    papers = seen.papers_reviewed(reading, language()) if reading is not None else ()
    everything = {value.id: value for paper in papers for value in paper.values}
    if chosen not in everything:
        chosen = (seen.next_open(reading, None) if reading is not None else None) or next(iter(everything), None)
    sheets = [_sheet(file, one) for one in readings.pages(opened, file.id) if one.source is not None]
    selected = everything.get(chosen or "")
    number = page or (selected.page if selected is not None else None) or 1
    return render_template(
        "review.html", document_id=file.id, name=file.name, case_id=file.case_id, client=file.case.client.name, papers=papers,
        chosen=chosen, sheets=sheets, sheet=next((one for one in sheets if one.number == number), sheets[0] if sheets else None),
        on_page=[value for value in everything.values() if value.page == number], problem=problem, remaining=_remaining(papers),
        mine=people.may_review(me(), file.case), choices=_choices(opened, file, reading), state=file.job.state,
        changes=session.pop("changed", ()),
        programs=programs.programs(verdicts.verdicts, language(), "consultant"))


def _choices(opened: Session, file: Document, reading: Reading | None) -> dict[str, tuple[groups.Choice, ...]]:
    """For each code of an occupation the groups to choose from."""
    codes = [one for paper in reading.papers for one in paper.evidence if one.name == occupations.CODE] if reading is not None else []
    return {code.id: _choice(opened, file, code) for code in codes}


def _choice(opened: Session, file: Document, code: Evidence) -> tuple[groups.Choice, ...]:
    return groups.choices(opened, file.case, code, occupations.finder(house().settings), language())


def _sheet(file: Document, page: PageRead) -> Sheet:
    image = url_for("files.page", document_id=file.id, number=page.number) if page.image_sha256 else None
    return Sheet(page.number, page.width, page.height, image)


def _remaining(papers: Sequence[PaperReviewed]) -> str:
    left = sum(value.state == "open" for paper in papers for value in paper.values)
    return ngettext("%(num)d valeur à vérifier", "%(num)d valeurs à vérifier", left) if left else _("Tout est vérifié dans ce document.")


@bp.post("/valeur/<evidence_id>")
def word(evidence_id: str) -> ResponseReturnValue:
    """Take a person's word on a value and judge the case again, both in one transaction."""
    with house().database.write() as opened:
        evidence = opened.get(Evidence, evidence_id)
        if evidence is None:
            abort(404)
        file = visible_document(opened, rows.document_of(opened, evidence).id)
        if not people.may_review(me(), file.case):
            abort(403)
        before = house().judge(opened, file.case, today(), me().id)
        problem = _take(opened, evidence)
        if problem is not None:
            tried = request.form.get("value") if request.form.get("action") == "correct" else None
            return _refused(opened, file, evidence, before, Problem(evidence.id, _problem(problem), tried))
        after = house().judge(opened, file.case, today(), me().id)
        return _taken(opened, file, evidence, before, after)


def _take(opened: Session, evidence: Evidence) -> str | None:
    """Record the word of the form; the problem with it, if there is one."""
    instead = request.form.get("instead")
    chosen = "accept" if instead == evidence.value else "correct"  # choosing what was read is accepting it
    action = chosen if instead is not None else request.form.get("action", "")
    if action not in ("accept", "correct", "reject"):
        abort(400)
    typed = instead if instead is not None else request.form.get("value")
    try:
        with opened.begin_nested():
            word = reviews.review(opened, evidence, me(), cast("ReviewAction", action), value=typed,
                                  last_seen=request.form.get("last_seen", -1, type=int))
            if evidence.name == occupations.CODE and word.value is not None:
                _follow(opened, evidence, str(word.value))
    except InvalidReview as invalid:
        return invalid.problem
    except IntegrityError:  # another reviewer's word came between our look and our own
        return "changed_meanwhile"
    return None


def _follow(opened: Session, code: Evidence, chosen: str) -> None:
    """Let the older edition's code follow the group that was chosen. Raises `InvalidReview` where there is no such group."""
    old = occupations.finder(house().settings).old_codes(chosen)
    if old is None:
        raise InvalidReview("no_code")
    occupations.settle_older(opened, code, me(), old)


def _problem(code: str) -> str:
    words: Mapping[str, str] = {
        "value_missing": _("Écrivez la bonne valeur, ou rejetez celle-ci."),
        "no_date": _("Écrivez une date qui existe, comme 2024-03-15, 2024-03 ou 2024."),
        "no_number": _("Écrivez un nombre, comme 37,5."),
        "no_salary": _("Écrivez le montant, la devise et la période, comme 24,50 CAD heure."),
        "no_code": _("Écrivez un code qui existe : cinq chiffres pour la CNP 2021, quatre pour la CNP 2016."),
        "no_level": _("Écrivez un niveau de A1 à C2."),
        "changed_meanwhile": _(
            "Cette valeur a changé entre-temps. La voici telle qu’elle est maintenant; dites de nouveau ce que vous en pensez."),
    }
    return words[code]


def _refused(opened: Session, file: Document, evidence: Evidence, verdicts: Assessment, problem: Problem) -> ResponseReturnValue:
    if not wants_json(request):
        return _page(opened, file, verdicts, chosen=evidence.id, problem=problem), 422
    return {"taken": False, "value": _value_html(opened, file, evidence, problem), "say": problem.text}


def _taken(opened: Session, file: Document, evidence: Evidence, before: Assessment, after: Assessment) -> ResponseReturnValue:
    reading = readings.latest(opened, file.id)
    papers = seen.papers_reviewed(reading, language()) if reading is not None else ()
    following = seen.next_open(reading, evidence) if reading is not None else None
    changed = programs.changes(before.verdicts, after.verdicts, language())
    if not wants_json(request):
        session["changed"] = list(changed[:_REMEMBERED])
        return see_other(url_for("review.document", document_id=file.id, valeur=following or evidence.id,
                                 _anchor=f"v-{following or evidence.id}"))
    value = _shown(evidence)
    also = {one.id: _value_html(opened, file, one, None) for one in evidence.paper.evidence
            if evidence.name == occupations.CODE and (one.name, one.group) == (occupations.OLD_CODE, evidence.group)}
    return {"taken": True, "value": _value_html(opened, file, evidence, None), "also": also, "next": following,
            "remaining": _remaining(papers), "changed": bool(changed), "say": " ".join((value.by, *changed)),
            "programs": render_template("parts/verdicts.html", changes=changed,
                                        programs=programs.programs(after.verdicts, language(), "consultant"))}


def _shown(evidence: Evidence) -> ValueReviewed:
    return seen.value_reviewed(evidence, evidence.paper, language())


def _value_html(opened: Session, file: Document, evidence: Evidence, problem: Problem | None) -> str:
    choices = {evidence.id: _choice(opened, file, evidence)} if evidence.name == occupations.CODE else {}
    return render_template("parts/value.html", value=_shown(evidence), problem=problem, chosen=evidence.id, mine=True, choices=choices)
