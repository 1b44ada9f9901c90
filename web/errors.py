"""When something goes wrong: a page that says what happened and what to do, in the reader's language. And the sign of health."""

from __future__ import annotations

import traceback
from pathlib import Path
from types import TracebackType

import structlog
from flask import Blueprint, Flask, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from casefile import jobs
from web.house import house, wants_json
from web.language import gettext as _

bp = Blueprint("errors", __name__)
_CODES = (400, 403, 404, 405, 413, 429, 500)


class Portal(Flask):
    """Flask, but an error is logged by its kind and place only: what it says may bear a name or a value."""

    def log_exception(self, exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None]) -> None:
        frames = traceback.extract_tb(exc_info[2])[-6:]
        places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
        structlog.get_logger().error("request failed", error=type(exc_info[1]).__name__, line=places, endpoint=request.endpoint)


@bp.get("/sante")
def health() -> ResponseReturnValue:
    """Whether the database answers, how long the oldest document has waited, when a worker was last seen."""
    with house().database.read() as session:
        found = jobs.health(session)
    return {"ok": True, "oldest_waiting_s": found.oldest_waiting_s, "last_worker_seen_s": found.last_worker_seen_s}


def _words(code: int) -> tuple[str, str]:
    """What happened, and what to do."""
    words = {
        400: (_("Cette demande n’a pas été comprise"), _("Revenez à la page précédente et essayez de nouveau.")),
        403: (_("Cette action ne vous est pas ouverte"),
              _("Si vous pensez que c’est une erreur, écrivez à la personne qui suit le dossier.")),
        404: (_("Page introuvable"), _("Vérifiez l’adresse, ou revenez à l’accueil pour retrouver votre dossier.")),
        405: (_("Page introuvable"), _("Vérifiez l’adresse, ou revenez à l’accueil pour retrouver votre dossier.")),
        413: (_("Envoi trop gros"),
              _("Envoyez moins de fichiers à la fois, ou des fichiers plus petits. Rien de cet envoi n’a été gardé.")),
        429: (_("Trop d’essais"), _("Attendez une minute, puis essayez de nouveau.")),
        500: (_("Une erreur est survenue de notre côté"),
              _("Ce que vous avez déjà envoyé est conservé. Essayez de nouveau dans quelques minutes.")),
    }
    return words[code if code in words else 500]


def _page(code: int, title: str, advice: str) -> ResponseReturnValue:
    if wants_json(request):
        return {"problem": f"{title}. {advice}"}, code
    return render_template("error.html", title=title, advice=advice, code=code), code


def _on_http(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    return _page(code, *_words(code))


def _on_foreign_host(error: SecurityError) -> ResponseReturnValue:
    """Asked under a name that is not ours: no page can be built, since it would carry that name."""
    return "Adresse inconnue. / Unknown address.\n", 400, {"Content-Type": "text/plain; charset=utf-8"}


def _on_csrf(error: CSRFError) -> ResponseReturnValue:
    return _page(400, _("Cette page est restée ouverte trop longtemps"),
                 _("Par sécurité, rien n’a été enregistré. Revenez à la page précédente, rechargez-la et essayez de nouveau."))


def install(app: Flask) -> None:
    app.register_blueprint(bp)
    app.register_error_handler(CSRFError, _on_csrf)
    app.register_error_handler(SecurityError, _on_foreign_host)
    for code in _CODES:
        app.register_error_handler(code, _on_http)
