"""Given facts and a day, which conditions of which program hold, and why.

Pure: no clock, no environment, no network, and no file but its own tables.

    facts = rules.load_facts(text)
    answer = rules.evaluate(facts, as_of=datetime.date(2025, 6, 2)).as_json()
    supposed = rules.supposing(facts, [rules.read_setting("work[0].end_date=2026-03-01")])
"""

from __future__ import annotations

from rules.assessment import PROGRAMS, RULES_VERSION, Assessment, evaluate
from rules.errors import FactsError, MissingDay, RulesError, SettingError, TableError, UnknownProgram
from rules.facts import Facts
from rules.loading import facts_of, load_facts
from rules.what_if.settings import Setting, read_setting, supposing
from rules.what_if.telling import changes_of

__all__ = [
    "PROGRAMS",
    "RULES_VERSION",
    "Assessment",
    "Facts",
    "FactsError",
    "MissingDay",
    "RulesError",
    "Setting",
    "SettingError",
    "TableError",
    "UnknownProgram",
    "changes_of",
    "evaluate",
    "facts_of",
    "load_facts",
    "read_setting",
    "supposing",
]
