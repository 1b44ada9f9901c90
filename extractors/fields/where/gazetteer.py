"""Countries, provinces and states, and towns by their plain names in French, English and their own tongue. General knowledge, kept
small: a town is listed only where its name stands for one country and is no common word or name of a person."""

from __future__ import annotations

import csv
from pathlib import Path


def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {}
    with Path(__file__).with_name("gazetteer.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            tables.setdefault(row["sort"], {}).update(dict.fromkeys(row["names"].split(";"), row["code"]))
    return tables


_TABLES = _tables()
COUNTRIES, PROVINCES, CITIES = _TABLES["country"], _TABLES["province"], _TABLES["town"]
REGIONS = _TABLES["region"]
"""States, cantons and provinces of other countries; many are names of other things as well, but not behind a town's comma."""
PROVINCE_MARKS = _TABLES["mark"]
"""How Canadian provinces are written behind a town: « (N.-B.) », ", Ont."."""
POSTAL_PROVINCES = _TABLES["postal"]
"""First letter of a Canadian postal code to province (X is shared by two territories)."""
DIALLING = _TABLES["dialling"]
"""Country codes of telephone numbers written with a plus."""
AREAS = _TABLES["area"]
"""Area codes of Canadian telephones."""
