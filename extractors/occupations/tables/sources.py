"""The official files of the classification, as Statistics Canada publishes them or cut into simple tables; told by their headings."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from extractors.fields.text.plain import plain

Row = dict[str, str]


class BadTables(Exception):
    """The files are not what is needed. `french` and `english` say what to do."""

    def __init__(self, french: str, english: str) -> None:
        super().__init__(f"{french}\n{english}")
        self.french, self.english = french, english


@dataclass(frozen=True, slots=True)
class Group:
    """A class of any level but unit groups."""

    version: str
    code: str
    title: dict[str, str]


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """A unit group. `level` is its TEER, or in 2016 its skill level."""

    version: str
    code: str
    level: str
    title: dict[str, str]


@dataclass(slots=True)
class Sources:
    """What the files say. Titles and duties: code, language, text."""

    units: dict[tuple[str, str], UnitGroup] = field(default_factory=dict)
    groups: dict[tuple[str, str], Group] = field(default_factory=dict)
    titles: list[tuple[str, str, str]] = field(default_factory=list)
    duties: list[tuple[str, str, str]] = field(default_factory=list)
    old_titles: list[tuple[str, str, str]] = field(default_factory=list)
    leads: set[tuple[str, str]] = field(default_factory=set)
    regulated: set[str] = field(default_factory=set)
    """Groups of 2021 whose requirements speak of an order, a licence or a compulsory certificate."""


def read_sources(files: Iterable[Path]) -> Sources:
    """All that the files say together; a file of another kind is an error, one of a known kind that is not needed is not."""
    sources = Sources()
    for file in files:
        rows = _rows(file)
        known = _kind(rows[0])
        if known is None:
            raise BadTables(
                f"{file.name} : colonnes inconnues. Donnez les fichiers CSV de Statistique Canada (structure, éléments, concordance).",
                f"{file.name}: unknown columns. Give Statistics Canada's CSV files (structure, elements, concordance).",
            )
        try:
            known(sources, rows, file)
        except (KeyError, IndexError, StopIteration) as error:
            raise BadTables(
                f"{file.name} : une ligne est incomplète ({error}). Téléchargez le fichier à nouveau.",
                f"{file.name}: a row is incomplete ({error}). Download the file again.",
            ) from error
    return sources


def _kind(row: Row) -> Callable[[Sources, list[Row], Path], None] | None:
    """How a file with this row is taken."""
    if "Niveau" in row:
        return _elements if any(plain(name).startswith("nom du type") for name in row) else _structure
    return next((take for heading, take in _KINDS if heading <= row.keys()), None)


def _rows(file: Path) -> list[Row]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = [{(name or "").strip(): _plain(value) for name, value in row.items()} for row in csv.DictReader(lines, strict=True)]
    except OSError as error:
        raise BadTables(f"{file} : ne peut pas être lu. Vérifiez le nom.", f"{file}: cannot be read. Check the name.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadTables(
            f"{file.name} : n'est pas un fichier CSV en UTF-8. Exportez-le en « CSV UTF-8 ».",
            f"{file.name}: is no CSV file in UTF-8. Export it as “CSV UTF-8”.",
        ) from error
    if not rows:
        raise BadTables(f"{file.name} : le fichier est vide.", f"{file.name}: the file is empty.")
    return rows


def _plain(value: str | list[str] | None) -> str:
    text = " ".join(value) if isinstance(value, list) else value or ""
    return " ".join(text.replace("’", "'").replace("\t", " ").split())


def _units_2021(sources: Sources, rows: list[Row], _: Path) -> None:
    for row in rows:
        title = {"fr": row["title_fr"], "en": row["title_en"]}
        sources.units["2021", row["code"]] = UnitGroup("2021", row["code"], row["teer"], title)


def _units_2016(sources: Sources, rows: list[Row], _: Path) -> None:
    for row in rows:
        title = {"fr": row["title_fr"], "en": row["title_en"]}
        sources.units["2016", row["code"]] = UnitGroup("2016", row["code"], row["skill_level"], title)


def _groups(sources: Sources, rows: list[Row], file: Path) -> None:
    version = "2016" if "2016" in file.name else "2021"
    for row in rows:
        sources.groups[version, row["code"]] = Group(version, row["code"], {"fr": row.get("title_fr", ""), "en": row["title_en"]})


def _titles(sources: Sources, rows: list[Row], _: Path) -> None:
    for row in rows:
        (sources.old_titles if len(row["code"]) == 4 else sources.titles).append((row["code"], row["lang"], row["title"]))


def _duties(sources: Sources, rows: list[Row], _: Path) -> None:
    """Duties are what is done; the tables of requirements and notes have the same columns but for `kind`."""
    sources.duties += [(row["code"], row["lang"], row["text"]) for row in rows if row["kind"] == "duty"]


def _concordance(sources: Sources, rows: list[Row], _: Path) -> None:
    sources.leads |= {(row["noc2016"], row["noc2021"]) for row in rows}


_REGULATED = re.compile(
    r"regulatory (?:body|authority)|\bregulated in|(?:registration|registered|membership) (?:with|in) (?:a|an|the) [^.]{0,60}"
    r"(?:association|college|order|council|body)|licens(?:ing|ure|ed) (?:by|with|is required|as)|licence to practi[cs]e"
    r"|certification[^.]{0,60} is compulsory"
    r"|organisme de reglementation|ordre professionnel|permis d'exercice|certificat[^.]{0,60} obligatoire", re.ASCII)


def _notes(sources: Sources, rows: list[Row], file: Path) -> None:
    """Of requirements is taken whether they speak of regulation; of notes and exclusions nothing."""
    if "requirements" in file.name:
        sources.regulated |= {row["code"] for row in rows if len(row["code"]) == 5 and _REGULATED.search(plain(row["text"]))}


def _column(row: Row, *starts: str) -> str:
    """The heading that begins like this, whatever version and punctuation follow."""
    return next(name for name in row if plain(name).startswith(starts))


def _structure(sources: Sources, rows: list[Row], _: Path) -> None:
    """Statistics Canada's own file of the structure, in one language: unit groups are the classes with five figures."""
    code_at, title_at = _column(rows[0], "code"), _column(rows[0], "class title", "titre")
    lang = "en" if "Level" in rows[0] else "fr"
    for row in rows:
        code, title = row[code_at], row[title_at]
        before = sources.units.get(("2021", code)) or sources.groups.get(("2021", code))
        titles = {"fr": "", "en": "", **(before.title if before else {}), lang: title}
        if len(code) == 5:
            sources.units["2021", code] = UnitGroup("2021", code, code[1], titles)
            sources.titles.append((code, lang, title))
        else:
            sources.groups["2021", code] = Group("2021", code, titles)


def _elements(sources: Sources, rows: list[Row], _: Path) -> None:
    """Statistics Canada's own file of the elements, in one language: examples of titles, duties and more."""
    code_at = _column(rows[0], "code")
    kind_at = _column(rows[0], "element type", "nom du type")
    text_at = _column(rows[0], "element desc", "description")
    lang = "en" if "Level" in rows[0] else "fr"
    for row in rows:
        kind = plain(row[kind_at])
        if kind.startswith(("illustrative ex", "all ex", "exemple", "tous les ex")):
            sources.titles.append((row[code_at], lang, row[text_at]))
        elif kind.startswith(("employment req", "conditions d'acces")):
            sources.regulated |= {row[code_at]} if _REGULATED.search(plain(row[text_at])) else set()
        elif kind.startswith(("main dut", "fonctions princ")) and not row[text_at].endswith(":"):
            sources.duties.append((row[code_at], lang, row[text_at]))


def completed(sources: Sources, folder: Path) -> Sources:
    """With what the files do not give taken from the tables of a folder: the older version, and what its codes became."""
    def rows(name: str) -> list[list[str]]:
        return [line.split("\t") for line in (folder / name).read_text("utf-8").split("\n")[1:-1]]

    codes = {code for version, code in sources.units if version == "2021"}
    if not any(version == "2016" for version, _ in sources.units):
        sources.units |= {("2016", code): UnitGroup("2016", code, level, {"fr": fr, "en": en})
                          for version, code, level, fr, en in rows("units.tsv") if version == "2016"}
    if not sources.leads:
        sources.leads |= {(old, new) for old, new in rows("correspondence.tsv") if new in codes}
    return sources


_KINDS: tuple[tuple[set[str], Callable[[Sources, list[Row], Path], None]], ...] = (
    ({"code", "teer", "title_en", "title_fr"}, _units_2021),
    ({"code", "skill_level", "title_en", "title_fr"}, _units_2016),
    ({"code", "level", "parent", "title_en"}, _groups),
    ({"code", "lang", "title", "kind"}, _titles),
    ({"code", "lang", "seq", "kind", "text"}, _duties),
    ({"noc2016", "noc2021"}, _concordance),
    ({"code", "lang", "seq", "text"}, _notes),
    ({"Level", "Class title", "Element Type Label English"}, _elements),
    ({"Level", "Hierarchical structure", "Class title"}, _structure),
)
