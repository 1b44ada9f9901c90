"""Issues in sentences: each matter once, with all the details and the page that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from casefile import words
from web.language import Language
from web.language import gettext as _


@dataclass(frozen=True, slots=True)
class Noted:
    """An issue of a file, a paper or a page. `field`: the detail that it speaks of."""

    code: str
    page: int | None = None
    field: str | None = None


def noted(stored: Iterable[dict[str, object]]) -> list[Noted]:
    """Issues as a reading keeps them."""
    found = []
    for issue in stored:
        page, field = issue.get("page"), issue.get("field")
        found.append(Noted(str(issue["code"]), page if isinstance(page, int) else None, str(field) if field else None))
    return found


def sentences(issues: Iterable[Noted], language: Language) -> dict[str, list[str]]:
    """The sentences by code. What is said of a page is not said once more of the whole."""
    details: dict[tuple[str, int | None], list[str]] = {}
    for issue in issues:
        names = details.setdefault((issue.code, issue.page), [])
        if issue.field and issue.field not in names:
            names.append(issue.field)
    said: dict[str, list[str]] = {}
    for (code, page), fields in details.items():
        if page is not None or fields or not any(other == code and where is not None for other, where in details):
            said.setdefault(code, []).append(_sentence(code, page, fields, language))
    return said


def _sentence(code: str, page: int | None, fields: list[str], language: Language) -> str:
    text = words.issue_words(code, language, fields[0] if len(fields) == 1 else None)
    if len(fields) > 1:
        text += " " + _("(Renseignements : %(names)s.)", names=", ".join(words.field_name(field, language) for field in fields))
    return text if page is None else _("Page %(page)d : %(text)s", page=page, text=text)
