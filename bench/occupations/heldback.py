"""Index titles held back: tables made without some titles of every unit group, and those titles, to be asked for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from extractors.occupations.matching.words import fold, stems
from extractors.occupations.tables.build import FILES, build
from extractors.occupations.tables.genders import genders
from extractors.occupations.tables.sources import Sources, read_sources

EVERY, LEAST = 25, 8
TURNS = (5, 10, 15, 20)
"""Where other titles are held back than those that are measured (turn 0)."""
OFFICIAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "noc"
"""Where the official files are looked for; without them nothing can be held back."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A title with its group. `part`: `tuning` or `held`."""

    part: str
    lang: str
    noc_2021: str
    title: str
    duties: str = ""
    industry: str = ""


def official() -> Sources:
    """The official files' content."""
    return read_sources(OFFICIAL / f"{name}.csv" for name in FILES)


def hold_back(sources: Sources, folder: Path, turn: int = 0) -> list[Asked]:
    """Make tables in the folder without one title in 25 of each group and language, in none of its wordings; give these titles, in turn
    the masculine and the feminine form. Half of those that are tuned on come without their qualifiers. Each turn begins elsewhere."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, lang, title in sorted(set(sources.titles)):
        groups[code, lang].append(title)
    held = [(code, lang, title) for (code, lang), titles in sorted(groups.items()) if len(titles) >= LEAST
            for title in titles[(int(code) + turn) % EVERY % len(titles) :: EVERY]]
    keys = {(lang, frozenset(stems(fold(title)))) for _, lang, title in held}

    def stays(row: tuple[str, str, str]) -> bool:
        return (row[1], frozenset(stems(fold(row[2])))) not in keys

    rest = Sources(sources.units, sources.groups, [*filter(stays, sources.titles)], sources.duties,
                   [*filter(stays, sources.old_titles)], sources.leads)
    build(rest, folder)
    return [Asked("held" if number % 4 < 2 else "tuning", lang, code, _printed(title, lang, number))
            for number, (code, lang, title) in enumerate(held)]


def _printed(title: str, lang: str, number: int) -> str:
    forms = genders(title, lang)
    chosen = forms[number % len(forms)]
    return chosen.partition(" - ")[0] if number % 4 == 2 else chosen
