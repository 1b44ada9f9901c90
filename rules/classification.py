"""The National Occupational Classification, 2016 (version 1.3) and 2021 (version 1.0): which codes exist, and what became of the old ones.

By Statistics Canada's concordance (`parameters/noc.toml`). A code of four figures is of 2016, one of five of 2021.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from rules.parameters import table


def is_unit_group(code: str) -> bool:
    """Whether the classification has a unit group of that code."""
    return code in _unit_groups()


def misread(code: str | None) -> bool:
    """Whether a code is given and is none of the classification: it was misread, or is a slip of the pen."""
    return code is not None and not is_unit_group(code)


def in_edition(edition: str, code: str | None, other: str | None) -> str | None:
    """The code of one edition ("2016", "2021"): the one given, else the only one that the ``other`` edition's can be; None if it can be
    several, or none is given."""
    if code is not None or other is None:
        return code
    found = _successors().get(other, ()) if edition == "2021" else _predecessors().get(other, ())
    return found[0] if len(found) == 1 else None


@cache
def _successors() -> Mapping[str, Sequence[str]]:
    found: Mapping[str, Sequence[str]] = table("noc")["successors"]
    return found


@cache
def _predecessors() -> Mapping[str, Sequence[str]]:
    found = defaultdict[str, list[str]](list)
    for old, successors in _successors().items():
        for new in successors:
            found[new].append(old)
    return found


@cache
def _unit_groups() -> frozenset[str]:
    return frozenset(_successors()).union(*_successors().values())
