"""The National Occupational Classification, 2016 (version 1.3) and 2021 (version 1.0): which codes exist, and what became of the old ones.

By Statistics Canada's concordance (`parameters/noc.toml`). A code of four figures is of 2016, one of five of 2021.
"""

from __future__ import annotations

from functools import cache

from rules.parameters import table


def is_unit_group(code: str) -> bool:
    """Whether the classification has a unit group of that code."""
    return code in _unit_groups()


def misread(code: str | None) -> bool:
    """Whether a code is given and is none of the classification: it was misread, or is a slip of the pen."""
    return code is not None and not is_unit_group(code)


@cache
def _unit_groups() -> frozenset[str]:
    successors: dict[str, list[str]] = table("noc")["successors"]
    return frozenset(successors).union(*successors.values())
