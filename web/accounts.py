"""Coming in and going out: who is at the other end of a request, and what nobody may do without signing in (everything but a few pages).

Not Flask-Security: the accounts' tables live in `casefile`, which knows no Flask, and what is needed here is small.

The session holds the account's id and its epoch, signed. Raising the epoch ends every session of the account; signing out does so, since
a copy of a signed cookie would otherwise live on. A session that nobody used for a while ends too.
"""

from __future__ import annotations

import hashlib
import time

from flask import Blueprint, Flask, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from casefile import people
from casefile.events import record
from casefile.store.tables import Account
from web.guard import limiter
from web.house import house, me, see_other, wants_json
from web.language import language, own_path

IDLE_S = 60 * 60
LONGEST_S = 12 * 60 * 60
_TOUCH_S = 60
PUBLIC = frozenset({"static", "accounts.sign_in_form", "accounts.sign_in", "errors.health", "language.switch"})

bp = Blueprint("accounts", __name__)


def admit() -> ResponseReturnValue | None:
    """Before every request: find out who asks, and send whoever is not signed in to the door."""
    g.account = _signed_in(time.time())
    if g.account is not None or request.endpoint is None or request.endpoint in PUBLIC:
        return None
    if wants_json(request):
        return {"next": url_for("accounts.sign_in_form")}, 401
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("accounts.sign_in_form", suite=None if wanted == "/" else wanted))


def _signed_in(moment: float) -> Account | None:
    account_id = session.get("account")
    if account_id is None:
        return None
    if moment - session.get("seen", 0) > IDLE_S or moment - session.get("since", 0) > LONGEST_S:
        _forget()
        return None
    with house().database.read() as rows:
        account = rows.get(Account, account_id)
    if account is None or not account.active or account.epoch != session.get("epoch"):
        _forget()
        return None
    if moment - session["seen"] > _TOUCH_S:
        session["seen"] = int(moment)
    return account


def _forget() -> None:
    """End the session but for the language that was chosen."""
    chosen = session.get("language")
    session.clear()
    if chosen:
        session["language"] = chosen


@bp.get("/connexion")
def sign_in_form() -> ResponseReturnValue:
    if g.account is not None:
        return redirect(own_path(request.args.get("suite", "")))
    return render_template("sign_in.html", suite=own_path(request.args.get("suite", "")), email="", refused=False)


def _each_minute() -> str:
    return f"{house().settings.attempts_per_minute} per minute"


def _the_account_tried() -> str:
    """Many addresses trying one account share that account's allowance."""
    return hashlib.sha256(request.form.get("email", "").strip().casefold().encode()).hexdigest()


@bp.post("/connexion")
@limiter.limit(_each_minute)
@limiter.limit(_each_minute, key_func=_the_account_tried)
def sign_in() -> ResponseReturnValue:
    """Let a person in, into a session that has nothing of the one before."""
    email, suite = request.form.get("email", ""), own_path(request.form.get("suite", ""))
    with house().database.read() as rows:
        account = people.account_by_email(rows, email)
    good = people.verify(account, request.form.get("password", ""))
    with house().database.write() as rows:
        record(rows, "account.signed_in" if good else "account.refused", actor_id=account.id if account and good else None,
               subject_id=account.id if account else None)
        if account is not None and good and session.get("language"):
            rows.get_one(Account, account.id).language = language()
    if account is None or not good:
        return render_template("sign_in.html", suite=suite, email=email, refused=True), 422
    _forget()
    session.update(account=account.id, epoch=account.epoch, since=int(time.time()), seen=int(time.time()))
    return see_other(suite)


@bp.post("/deconnexion")
def sign_out() -> ResponseReturnValue:
    """End all sessions of the account, here and on other devices."""
    with house().database.write() as rows:
        rows.get_one(Account, me().id).epoch += 1
        record(rows, "account.signed_out", actor_id=me().id, subject_id=me().id)
    _forget()
    return see_other(url_for("accounts.sign_in_form"))


@bp.get("/")
def home() -> ResponseReturnValue:
    """Where each person's work is: the client's own case, the consultant's list."""
    if me().role != "client":
        return redirect(url_for("desk.cases"))
    with house().database.read() as rows:
        own = [(case.id, case.reference) for case in people.cases_of(rows, me())]
    if len(own) == 1:
        return redirect(url_for("client.case", case_id=own[0][0]))
    return render_template("choose.html", cases=own)


def install(app: Flask) -> None:
    """Deny by default: nothing is answered before `admit` has looked."""
    app.before_request(admit)
    app.register_blueprint(bp)
