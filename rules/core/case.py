"""One applicant on one day under one law: all that a condition may look at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from rules.core.law import Law
from rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Case:
    """``day`` is the lodging day; ``law`` the parameters in force. ``memo`` keeps what several conditions ask alike."""

    facts: Facts
    day: dt.date
    law: Law
    memo: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def on(self, day: dt.date) -> Case:
        """The same applicant and law on another day: what becomes of it if nothing else changes."""
        return Case(self.facts, day, self.law)
