"""Makes the tables: `python -m extractors.occupations.tables.build FOLDER`, the folder holding the cleaned official files. Takes two
minutes, most of it learning. `attesta noc import` does the same with files of a newer version."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from extractors.occupations.learning.build import learn
from extractors.occupations.matching.words import fold, stems
from extractors.occupations.tables.genders import genders
from extractors.occupations.tables.reference import BUILT_IN, QUALIFIED
from extractors.occupations.tables.sources import BadTables, Sources, read_sources

FILES = ("noc2021_units", "noc2021_groups", "noc2021_titles", "noc2021_duties", "noc2021_requirements", "noc2016_units", "noc2016_groups",
         "noc2016_titles", "concordance_2016_2021")
LEAST_UNITS, LEAST_TITLES = 400, 20_000
"""Fewer than these, and the files cannot be all of a version."""
Title = tuple[str, str, str]


def build(sources: Sources, folder: Path) -> None:
    """Write all tables into the folder, the learned one last."""
    _check(sources)
    folder.mkdir(parents=True, exist_ok=True)
    titles = list(_with_old_ones(sources))
    _write(folder / "units.tsv", "version\tcode\tlevel\tfr\ten", sorted(
        (unit.version, unit.code, unit.level, unit.title["fr"], unit.title["en"]) for unit in sources.units.values()))
    _write(folder / "groups.tsv", "version\tcode\tfr\ten", sorted(
        (group.version, group.code, group.title["fr"], group.title["en"]) for group in sources.groups.values()))
    _write(folder / "correspondence.tsv", "noc_2016\tnoc_2021", sorted(sources.leads))
    _write(folder / "titles.tsv", "code\tlang\tnoc_2016\tstems\ttitle", _title_rows(titles, sources))
    _write(folder / "duties.tsv", "code\tlang\tstems", _duty_rows(sources.duties))
    _write(folder / "regulated.tsv", "code", sorted((code,) for code in sources.regulated))
    learn(titles, sources.duties, folder / "vectors.tsv")


def _check(sources: Sources) -> None:
    units = {code for version, code in sources.units if version == "2021"}
    known = {code for code, _, _ in sources.titles}
    for lang, name in (("fr", "français"), ("en", "anglais")):
        count = sum(one == lang for _, one, _ in sources.titles)
        if count < LEAST_TITLES:
            raise BadTables(f"Titres en {name} : {count} seulement. Donnez aussi le fichier des éléments dans cette langue.",
                            f"Titles in “{lang}”: {count} only. Give the elements file in that language too.")
    if len(units) < LEAST_UNITS or not units >= known:
        raise BadTables(f"La structure a {len(units)} groupes de base et ne couvre pas tous les titres. Donnez le fichier de la structure.",
                        f"The structure has {len(units)} unit groups and does not cover all titles. Give the structure file.")


def _with_old_ones(sources: Sources) -> Iterator[Title]:
    """The titles, then those that only the older version lists: under the one group that its code led to, and the names of old groups
    that were split under each of theirs, so that neither is taken for the answer."""
    children: dict[str, list[str]] = defaultdict(list)
    for old, new in sorted(sources.leads):
        children[old].append(new)
    seen = set()
    for code, lang, title in sorted(set(sources.titles)):
        seen.add((lang, stems(fold(title))))
        yield code, lang, title
    for code, lang, title in sorted(set(sources.old_titles)):
        if len(children[code]) == 1 and (lang, stems(fold(title))) not in seen:
            seen.add((lang, stems(fold(title))))
            yield children[code][0], lang, title
    for (version, code), unit in sorted(sources.units.items()):
        if version == "2016" and len(children[code]) > 1:
            yield from ((new, lang, title) for new in children[code] for lang, title in unit.title.items()
                        if title and (lang, stems(fold(title))) not in seen)


def _title_rows(titles: Iterable[Title], sources: Sources) -> Iterator[tuple[str, ...]]:
    parents: dict[str, set[str]] = defaultdict(set)
    for old, new in sources.leads:
        parents[new].add(old)
    listed: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    names = ((code, lang, title) for (version, code), unit in sources.units.items() if version == "2016"
             for lang, title in unit.title.items())
    for code, lang, title in chain(sources.old_titles, names):
        for form in genders(title, lang):
            listed[lang, stems(fold(form))].add(code)
    for code, lang, title in sorted(titles):
        own = parents[code] & (listed.get((lang, stems(fold(genders(title, lang)[0])))) or parents[code])
        old = own.pop() if len(own) == 1 else ""
        for form in dict.fromkeys(marked(form) for form in genders(title, lang)):
            yield code, lang, old, form, title


def marked(title: str) -> str:
    """The stems of a title, those of its qualifier (`… - construction`) behind a bar."""
    main, _, qualifier = title.partition(" - ")
    first = stems(fold(main))
    more = [stem for stem in stems(fold(qualifier)) if stem not in first]
    return " ".join([*first, QUALIFIED, *more]) if more else " ".join(first)


def _duty_rows(duties: Iterable[Title]) -> Iterator[tuple[str, ...]]:
    """Which stems are typical of the duties of a group, and how many of its lines have each. The sentences do not stay."""
    bags: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for code, lang, text in duties:
        bags[code, lang].update(stem for stem in stems(fold(text)) if stem.isalpha() and len(stem) > 2)
    for (code, lang), bag in sorted(bags.items()):
        yield code, lang, " ".join(f"{stem}:{count}" for stem, count in sorted(bag.items()))


def _write(path: Path, heading: str, rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(heading + "\n")
        out.writelines("\t".join(row) + "\n" for row in rows)


if __name__ == "__main__":
    build(read_sources(Path(sys.argv[1]) / f"{name}.csv" for name in FILES), BUILT_IN)
