"""One applicant on one day under one law: all that a condition may look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rules.core.law import Law
from rules.facts import Facts

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """``day`` is the lodging day; ``law`` the parameters in force. What several conditions ask alike is worked out once."""

    facts: Facts
    day: dt.date
    law: Law
    _of_the_day: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    _lasting: dict[Hashable, Any] = field(default_factory=dict, repr=False)
    _of_the_facts: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    def on(self, day: dt.date) -> Case:
        """The same applicant and law on another day: what becomes of it if nothing else changes."""
        return Case(self.facts, day, self.law, {}, self._lasting, self._of_the_facts)

    def under(self, law: Law) -> Case:
        """The same applicant and day under another text."""
        lasting: dict[Hashable, object] = self.once_for_all(("under", law), dict)
        return self.once(("under", law), lambda: Case(self.facts, self.day, law, {}, lasting, self._of_the_facts))

    def readings(self, keys: tuple[str, ...]) -> tuple[Case, ...]:
        """This case, and beside it one for every other way to read the values of the parameters ``keys``."""
        if not self.law.doubtful.intersection(keys):
            return (self,)
        return (self, *(self.under(law) for law in self.law.readings(keys)[1:]))

    def once(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """What ``work_out`` gives, worked out once for this day."""
        if key not in self._of_the_day:
            self._of_the_day[key] = work_out()
        found: T = self._of_the_day[key]
        return found

    def once_for_every_law(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """The same for what neither a day nor a law changes."""
        if key not in self._of_the_facts:
            self._of_the_facts[key] = work_out()
        found: T = self._of_the_facts[key]
        return found

    def once_for_all(self, key: Hashable, work_out: Callable[[], T]) -> T:
        """The same for what no day changes."""
        if key not in self._lasting:
            self._lasting[key] = work_out()
        found: T = self._lasting[key]
        return found
