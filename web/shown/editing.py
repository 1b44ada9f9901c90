"""How a value is corrected: a list to choose from where the values are known, else a line to type in, with a hint of its form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from web.language import LOCALES, Language
from web.language import gettext as _
from web.shown import values
from web.shown.names import LEVELS, PROVINCES, TESTS

_CEFR = ("A1", "A2", "B1", "B2", "C1", "C2")
_NO_COUNTRIES = ("ZZ", "EU", "UN", "EZ", "XA", "XB", "CA")  # of Canada's provinces one is chosen
_DATES = ("issued_on", "conferred_on", "person.birth_date", "test.date")


@dataclass(frozen=True, slots=True)
class Editor:
    """`how`: line, lines, or choice."""

    how: str
    typed: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def editor(name: str, value: Any, language: Language) -> Editor:
    """What the correction of a field looks like."""
    typed = values.typed(value)
    choices = _choices(name, language)
    if choices:
        known = any(code == typed for code, _label in choices)
        return Editor("choice", typed, choices=choices if known else ((typed, typed), *choices))
    if name == "position.duties":
        return Editor("lines", typed, _("Une tâche par ligne"))
    return Editor("line", typed, _hint(name))


def _hint(name: str) -> str:
    if name in _DATES or name.endswith("_date"):
        form = _("Année-mois-jour, par exemple 2024-03-15; ou 2024-03, ou 2024")
        return form + _("; ou « présent »") if name == "position.end_date" else form
    if name.endswith((".score", ".total", ".hours", ".credits", ".months", "hours_per_week", ".quebec_level")):
        return _("Un nombre, par exemple 37,5")
    if name == "position.salary":
        return _("Montant, devise et période, par exemple 24,50 CAD heure ou 61 000 CAD an")
    return ""


@cache
def _choices(name: str, language: Language) -> tuple[tuple[str, str], ...]:
    english = language == "en"
    if name == "credential.level":
        return tuple((code, both[english]) for code, both in LEVELS.items())
    if name == "test.name":
        return tuple(TESTS.items())
    if name.endswith(".cefr"):
        return tuple((level, level) for level in _CEFR)
    if name in ("position.full_time", "position.internship"):
        return tuple((values.typed(truth), values.yes_or_no(truth, language)) for truth in (True, False))
    if name.endswith(".country"):
        countries = [(code, str(label)) for code, label in LOCALES[language].territories.items()
                     if code.isalpha() and len(code) == 2 and code not in _NO_COUNTRIES]
        return (*((code, both[english]) for code, both in PROVINCES.items()), *sorted(countries, key=lambda one: one[1]))
    return ()
