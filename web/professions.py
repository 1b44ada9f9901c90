"""The finder: a job title as a letter has it, and the unit groups of the National Occupational Classification that it can mean.

For whoever is signed in. What is typed is asked of tables in this process, and neither kept nor logged.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from casefile import occupations
from web.guard import limiter
from web.house import house, me, today
from web.language import gettext as _
from web.language import language
from web.shown import occupations as seen
from web.shown import values
from web.shown.occupations import GroupShown, Question
from web.shown.programs import Audience

if TYPE_CHECKING:
    from casefile.occupations import Candidate, Finder

LONGEST, MOST_DUTIES, MOST = 200, 2000, 8
EACH_MINUTE = "120 per minute"

bp = Blueprint("professions", __name__)


class BadQuestion(Exception):
    """What was asked cannot be answered; the text says what to do."""


def _whose() -> str:
    return me().id


@bp.get("/professions")
@limiter.limit(EACH_MINUTE, key_func=_whose)
def finder() -> ResponseReturnValue:
    """The page, with or without a question."""
    problem, question = "", None
    shown: tuple[GroupShown, ...] = ()
    beside: tuple[str, ...] = ()
    try:
        question, found, finds = _found()
        audience: Audience = "client" if me().role == "client" else "consultant"
        shown = tuple(seen.group(one, finds, question, language(), audience) for one in found)
        beside = seen.without_occupation(seen.opened(found[0], question), language()) if found else ()
    except BadQuestion as bad:
        problem = str(bad) if "q" in request.args else ""
    day = question.day if question else today()
    return render_template(
        "professions.html", groups=shown, beside=beside, problem=problem, answered=question is not None, longest=LONGEST,
        day=day.isoformat(), day_words=values.full_date(day, language()), typed=request.args)


@bp.get("/api/noc")
@limiter.limit(EACH_MINUTE, key_func=_whose)
def answers() -> ResponseReturnValue:
    """The same for programs: the contract of occupations, with what each group opens."""
    try:
        question, found, _finds = _found()
    except BadQuestion as bad:
        return {"problem": str(bad)}, 422
    return {"title": question.title, "lang": question.language, "as_of": question.day.isoformat(),
            "candidates": [seen.as_json(one, question) for one in found]}


def _found() -> tuple[Question, tuple[Candidate, ...], Finder]:
    """The question of the address, and its candidates. Raises `BadQuestion`."""
    asked = request.args
    title, duties, sector = (" ".join(asked.get(name, "").split()) for name in ("q", "taches", "secteur"))
    if not title:
        raise BadQuestion(_("Écrivez le titre d’un poste, par exemple « préposée aux bénéficiaires »."))
    if len(title) > LONGEST or len(sector) > LONGEST or len(duties) > MOST_DUTIES:
        raise BadQuestion(_("C’est trop long. Écrivez le titre du poste seulement, en %(most)d signes au plus.", most=LONGEST))
    finds = occupations.finder(house().settings)
    lang = asked.get("lang", "")
    question = Question(title, "fr" if lang == "fr" else "en" if lang == "en" else finds.language(title), duties, sector, _day())
    return question, finds.find(title, question.language, [duties] if duties else [], sector, limit=MOST), finds


def _day() -> dt.date:
    typed = request.args.get("jour", "").strip()
    try:
        return dt.date.fromisoformat(typed) if typed else today()
    except ValueError:
        raise BadQuestion(_("Cette date n’existe pas. Écrivez-la comme 2026-11-22.")) from None
