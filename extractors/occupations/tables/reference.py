"""The classification's facts as the tables give them: unit groups of both versions, what an old code became, the index of titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.occupations.tables.sources import UnitGroup

BUILT_IN = Path(__file__).parent
QUALIFIED = "|"
"""Stands among a title's stems before those of its qualifier."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The index of titles, a column each; rows are sorted by code. `old`: the title's own code of 2016 where it is certain."""

    codes: Sequence[str]
    langs: Sequence[str]
    old: Sequence[str]
    stems: Sequence[str]
    texts: Sequence[str]


@dataclass(frozen=True, slots=True)
class Reference:
    """`parents` are the old codes that led to a group, `children` the groups that an old code went to.
    `regulated`: groups whose requirements speak of an order, a licence or a compulsory certificate somewhere in Canada."""

    units: dict[str, UnitGroup]
    units_2016: dict[str, UnitGroup]
    parents: dict[str, tuple[str, ...]]
    children: dict[str, tuple[str, ...]]
    titles: Titles
    regulated: frozenset[str]

    def split(self, code: str) -> bool:
        """Whether one of the old codes that led to the group went to others too."""
        return any(len(self.children[old]) > 1 for old in self.parents.get(code, ()))


def rows(folder: Path, name: str) -> Iterator[list[str]]:
    """The rows of a table without its heading."""
    return (line.split("\t") for line in _lines(folder, name))


def load_reference(folder: Path = BUILT_IN) -> Reference:
    """The tables of a folder."""
    units: dict[str, dict[str, UnitGroup]] = {"2021": {}, "2016": {}}
    for version, code, level, french, english in rows(folder, "units.tsv"):
        units[version][code] = UnitGroup(version, code, level, {"fr": french, "en": english})
    parents, children = defaultdict(list), defaultdict(list)
    for old, new in rows(folder, "correspondence.tsv"):
        parents[new].append(old)
        children[old].append(new)
    cells = "\t".join(_lines(folder, "titles.tsv")).split("\t")
    return Reference(
        units["2021"],
        units["2016"],
        {code: tuple(old) for code, old in parents.items()},
        {code: tuple(new) for code, new in children.items()},
        Titles(*(cells[column::5] for column in range(5))),
        frozenset(code for (code,) in rows(folder, "regulated.tsv")),
    )


def _lines(folder: Path, name: str) -> list[str]:
    return (folder / name).read_text("utf-8").split("\n")[1:-1]
