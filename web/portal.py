"""The application, put together from its parts."""

from __future__ import annotations

from flask import Flask, g, request
from flask_wtf.csrf import generate_csrf

from casefile import assessments
from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.files import FolderStore
from web import accounts, client, desk, errors, files, guard, language, professions, review
from web.house import Announces, House, Judge, wants_json
from worker.enqueue import Announcer


def create_app(settings: Settings, announcer: Announces | None = None, judge: Judge = assessments.judge) -> Flask:
    """The portal. The tables must be there already (`Database.migrate`)."""
    app = errors.Portal("web")
    app.config.update(guard.configuration(settings))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.extensions["attesta"] = House(
        settings, Database(settings.database), FolderStore(settings.data_dir / "files", settings.storage_key),
        announcer or Announcer(settings), judge)
    guard.log_requests(app)
    language.install(app)
    accounts.install(app)
    guard.install(app, settings)
    for area in (client, desk, review, files, professions):
        app.register_blueprint(area.bp)
    errors.install(app)
    app.context_processor(_everywhere)
    return app


def _everywhere() -> dict[str, object]:
    """What every page needs. `here`: where to come back to after choosing a language."""
    here = request.full_path.rstrip("?") if request.method == "GET" and not wants_json(request) else "/"
    return {"csrf_token": generate_csrf, "account": g.get("account"), "here": here}
