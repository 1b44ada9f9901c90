"""Which language and which formats: French unless the person chose otherwise. Sentences are looked up under `fr`/`en`, dates and
numbers are written as in Canada (`fr_CA`/`en_CA`). The source of the catalogue is French, so that a gap shows French, never nothing.

The English catalogue is read from its .po when the application starts: there is no compiled file to forget.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import flask_babel
from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Blueprint, Flask, g, request, session
from flask.typing import ResponseReturnValue

from casefile.store.tables import Account
from web.house import house, see_other

Language = Literal["fr", "en"]
LOCALES: Mapping[Language, Locale] = {"fr": Locale("fr", "CA"), "en": Locale("en", "CA")}
CATALOGUE = Path(__file__).parent / "translations" / "en" / "LC_MESSAGES" / "messages.po"

bp = Blueprint("language", __name__)


def language() -> Language:
    """The language of this page: the one chosen here, else the account's, else French, whatever the browser says."""
    account = g.get("account")
    chosen = session.get("language") or (account.language if account is not None else "fr")
    return "en" if chosen == "en" else "fr"


def said(words: Mapping[str, str]) -> str:
    """The sentence of the contract in the reader's language."""
    return words[language()]


@bp.post("/langue")
def switch() -> ResponseReturnValue:
    """Choose the language, for this session and for the account."""
    chosen = "en" if request.form.get("language") == "en" else "fr"
    session["language"] = chosen
    if g.get("account") is not None:
        with house().database.write() as rows:
            rows.get_one(Account, g.account.id).language = chosen
    return see_other(own_path(request.form.get("suite", "")))


def own_path(path: str) -> str:
    """A path of this portal; anything that could lead elsewhere becomes the first page."""
    harmless = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and "\\" not in path
    return path if harmless else "/"


def gettext(text: str, /, **words: object) -> str:
    """The sentence in the reader's language, its gaps filled. Flask-Babel's, with a type."""
    return str(flask_babel.gettext(text, **words))


def ngettext(one: str, many: str, num: int, /, **words: object) -> str:
    """The sentence for one or for many; `num` fills its gap, `words` the others."""
    return str(flask_babel.ngettext(one, many, num, **words))


class _French(NullTranslations):
    """The source language: sentences as written, with the spaces of French that never break; nothing and one are singular."""

    def gettext(self, message: str) -> str:
        return _BEFORE_SIGN.sub("\u00a0", message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n < 2 else msgid2)

    ugettext, ungettext = gettext, ngettext


_BEFORE_SIGN = re.compile(r" (?=[:»])|(?<=«) ")


@cache
def _english() -> Translations:
    compiled = io.BytesIO()
    with CATALOGUE.open("rb") as file:
        write_mo(compiled, read_po(file, locale="en"))
    compiled.seek(0)
    return Translations(compiled)


class _Catalogue(flask_babel.Domain):  # type: ignore[misc]  # Flask-Babel carries no types
    def get_translations(self) -> NullTranslations:
        return _english() if language() == "en" else _French()


def install(app: Flask) -> None:
    """Set up sentences and formats for the application."""
    babel = flask_babel.Babel(
        app, default_locale="fr_CA", default_timezone="America/Toronto", locale_selector=lambda: str(LOCALES[language()]))
    catalogue = _Catalogue()
    babel.domain_instance = catalogue
    environment = cast("Any", app.jinja_env)
    environment.install_gettext_callables(
        gettext=lambda text: catalogue.get_translations().ugettext(text),
        ngettext=lambda one, many, count: catalogue.get_translations().ungettext(one, many, count), newstyle=True)
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.globals.update(language=language, said=said)
    app.register_blueprint(bp)

