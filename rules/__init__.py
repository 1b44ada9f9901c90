"""Given facts and a day, which conditions of which program hold, and why.

Pure: no clock, no environment, no network, and no file but its own tables.

    facts = rules.load_facts(text)
    answer = rules.evaluate(facts, as_of=datetime.date(2025, 6, 2)).as_json()
"""

from __future__ import annotations

from rules.assessment import PROGRAMS, RULES_VERSION, Assessment, evaluate
from rules.errors import FactsError, MissingDay, RulesError, TableError, UnknownProgram
from rules.facts import Facts
from rules.loading import facts_of, load_facts

__all__ = [
    "PROGRAMS",
    "RULES_VERSION",
    "Assessment",
    "Facts",
    "FactsError",
    "MissingDay",
    "RulesError",
    "TableError",
    "UnknownProgram",
    "evaluate",
    "facts_of",
    "load_facts",
]
