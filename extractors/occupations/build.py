"""Makes `titles.tsv` from the NOC tables: `python -m extractors.occupations.build FOLDER`. Run by hand when
they change."""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from extractors.occupations.titles import TABLE, title_key

UNITS_2016 = (
    "9461",
    "9462",
    "9463",
    "9617",
    "9618",
    "6732",
    "8431",
    "3413",
    "3011",
    "3012",
    "3124",
    "3233",
    "4412",
    "0213",
    "2133",
    "2171",
    "2173",
    "2174",
    "2241",
    "2281",
    "5131",
    "5225",
    "5241",
)
"""The pilots' unit groups in NOC 2016; those of NOC 2021 are the ones that the concordance leads to."""


def main(folder: Path) -> None:
    """Write the table: a title a row with its codes in both versions, where a version lists it once."""
    leads = _concordance(folder / "concordance_2016_2021.csv")
    units_2021 = {new for old in UNITS_2016 for new in leads[old]}
    new = _titles(folder / "noc2021_titles.csv")
    old = _titles(folder / "noc2016_titles.csv")
    rows = set()
    for (lang, key), (code, title) in new.items():
        code_2016 = old.get((lang, key), ("", ""))[0]
        if not code_2016:
            parents = [parent for parent, children in leads.items() if code in children]
            code_2016 = parents[0] if len(parents) == 1 else ""
        if code in units_2021 or code_2016 in UNITS_2016:
            rows.add((code, code_2016, lang, title))
    with TABLE.open("w", encoding="utf-8", newline="\n") as out:
        out.write("noc_2021\tnoc_2016\tlang\ttitle\n")
        out.writelines("\t".join(row) + "\n" for row in sorted(rows))


def _concordance(path: Path) -> dict[str, set[str]]:
    leads: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            leads[row["noc2016"]].add(row["noc2021"])
    return leads


def _titles(path: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Code and title by language and key, for keys that one code alone has."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    clashing = set()
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for form in forms(row["title"], row["lang"]):
                key = row["lang"], title_key(form)
                if found.setdefault(key, (row["code"], form))[0] != row["code"]:
                    clashing.add(key)
    return {key: value for key, value in found.items() if key not in clashing}


def forms(title: str, lang: str) -> Iterator[str]:
    """The masculine and feminine forms of a French title (`opérateur/opératrice de machine`); an English title as it is."""
    if "/" not in title or lang != "fr":
        yield title
        return
    before, _, after = title.partition("/")
    left, right = before.split(), after.split()
    pairs = 0
    while pairs < min(len(left), len(right)) and left[pairs][:3].lower() == right[pairs][:3].lower():
        pairs += 1
    tail = " ".join(right[pairs:]) if pairs == len(left) else ""
    if pairs == 0 or "/" in after:
        yield re.sub(r"/\S+", "", title)
        return
    yield f"{before} {tail}".strip()
    yield after


if __name__ == "__main__":
    main(Path(sys.argv[1]))
