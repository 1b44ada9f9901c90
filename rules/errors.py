"""Everything that ``rules`` refuses.

RulesError
├── FactsError        the facts are refused whole; ``faults`` lists each by its path
├── MissingDay        neither the facts nor the caller say for which day
├── UnknownProgram    no such program here; the message lists those there are
├── SettingError      a supposed value cannot be put into the facts; told in French and English, with its path
└── TableError        a table of parameters or texts shipped with the rules is itself wrong (a fault of ours)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class RulesError(Exception):
    """The root of all that rules refuses."""


class FactsError(RulesError):
    """Facts that cannot be taken; ``faults`` holds one line a fault, each beginning with its path."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults: list[str] = list(faults)
        super().__init__("\n".join(self.faults))


class SettingError(RulesError):
    """A supposed value that cannot be taken; ``path`` as given, ``said`` why in both languages, ``faults`` as of FactsError."""

    def __init__(self, path: str, said: Mapping[str, str], faults: Sequence[str] = ()) -> None:
        self.path, self.said, self.faults = path, dict(said), list(faults)
        super().__init__("\n".join([f"{said['fr']} / {said['en']}", *faults]))


class MissingDay(RulesError):
    """No day to judge for: ``as_of`` is absent from the facts and was not given."""


class UnknownProgram(RulesError):
    """A program that these rules do not hold."""


class TableError(RulesError):
    """A parameter or text that a condition asks for is missing or out of order."""
