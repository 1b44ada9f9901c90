"""`attesta noc` as other tools use it, and tables of a newer version taken over."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path

import pytest

from attesta import cli
from casefile import occupations
from casefile.settings import Settings
from extractors.evidence import FileReading
from extractors.occupations.tables import build as making
from extractors.occupations.tables.reference import BUILT_IN, rows
from extractors.sandbox import Sandbox
from tests.attesta.test_cli import attesta, lines
from tests.extractors.office.letters import p, word

KEYS = ["noc_2021", "noc_2016", "confidence", "split", "title", "teer", "matched"]


def test_titles_of_the_command_line() -> None:
    """An object a title in the order given, of the contract's shape, best first, nothing on standard error."""
    done = attesta("noc", "préposée aux bénéficiaires", "RN", "--limit", "3", "--json")

    assert (done.returncode, done.stderr) == (0, "")
    first, second = lines(done)
    assert list(first) == ["title", "lang", "candidates"]
    assert (first["title"], first["lang"], second["lang"]) == ("préposée aux bénéficiaires", "fr", "en")
    best = first["candidates"][0]
    assert list(best) == KEYS
    assert (best["noc_2021"], best["noc_2016"], best["split"], best["teer"]) == ("33102", ["3413"], False, 3)
    assert best["confidence"] >= 0.95 and best["matched"] and set(best["title"]) == {"fr", "en"}
    assert second["candidates"][0]["noc_2021"] == "31301"
    for answer in (first, second):
        confidences = [one["confidence"] for one in answer["candidates"]]
        assert len(confidences) <= 3 and confidences == sorted(confidences, reverse=True)


def test_titles_of_a_file() -> None:
    """Lines with language, duties and industry are answered in order; what is absent or null does not matter."""
    asked = [{"title": "Technician", "lang": "en", "duties": "install software, help users with computers", "industry": "IT"},
             {"title": "soudeur", "duties": None}, {"title": "???"}]
    done = attesta("noc", "--titles", "-", "--json", given="\n".join(map(json.dumps, asked)) + "\n\n")

    assert done.returncode == 0
    answers = lines(done)
    assert [answer["title"] for answer in answers] == ["Technician", "soudeur", "???"]
    assert answers[0]["candidates"][0]["noc_2021"] == "22221"
    assert answers[1]["candidates"][0]["noc_2021"] == "72106"
    assert answers[2]["candidates"] == []


@pytest.mark.parametrize(("arguments", "given", "told"), [
    (("noc",), None, "titres"), (("noc", "--titles", "/nowhere.jsonl"), None, "lu"), (("noc", "cook", "--limit", "0"), None, "limite"),
    (("noc", "--titles", "-"), '{"title": 3}\nnonsense\n{"title": "x", "lang": "es"}\n', "line 3"), (("noc", "import"), None, "CSV"),
    (("noc", "import", "/nowhere.csv"), None, "Vérifiez"), (("noc", "import", __file__), None, "Statistique Canada")])
def test_a_wrong_call_is_told_how_to_be_right(arguments: tuple[str, ...], given: str | None, told: str) -> None:
    """Wrong calls and files end with 2 and a reason in both languages, and print no answer."""
    done = attesta(*arguments, given=given)

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr and "Traceback" not in done.stderr


def _official(folder: Path) -> list[Path]:
    """The built-in tables in the form that Statistics Canada publishes them in, with one group renamed and one title more."""
    headings = {
        "en": (["Level", "Hierarchical structure", "Code - NOC 2031 V1.0", "Class title", "Class definition"],
               ["Level", "Code - NOC 2031 V1.0", "Class title", "Element Type Label English", "Element Description English"],
               "All examples", "Main duties"),
        "fr": (["Niveau", "Structure hiérarchique", "Code - CNP 2031 V1.0", "Titres de classes", "Définitions de la classe"],
               ["Niveau", "Code de la CNP v1.0", "Titres de classes", "Nom du type d’élément Français", "Description d’élément Français"],
               "Tous les exemples", "Fonctions principales")}
    files = []
    for lang, (structure, elements, example, duty) in headings.items():
        units = [["5", "", code, (fr if lang == "fr" else en), ""] for version, code, _, fr, en in rows(BUILT_IN, "units.tsv")
                 if version == "2021"]
        units[0][3] = "Sages"
        titles = [["5", code, "", example, title] for code, one, _, _, title in rows(BUILT_IN, "titles.tsv") if one == lang]
        titles.append(["5", "33102", "", example, "licornier/licornière" if lang == "fr" else "unicorn keeper"])
        duties = [["5", "33102", "", duty, "Performs the following duties:"], ["5", "33102", "", duty, "Feed patients"]]
        for name, content in (("structure", [structure, *units]), ("elements", [elements, *titles, *duties])):
            files.append(folder / f"{name}-{lang}.csv")
            with files[-1].open("w", encoding="utf-8-sig", newline="") as out:
                csv.writer(out).writerows(content)
    return files


@pytest.fixture
def official(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Official files, and an empty data folder. What is learned of them (a minute) is taken from the built-in tables."""
    monkeypatch.setenv("ATTESTA_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(making, "learn", lambda _titles, _duties, path: path.write_bytes((BUILT_IN / "vectors.tsv").read_bytes()))
    return [str(file) for file in _official(tmp_path)]


def test_newer_tables_are_taken_over(official: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The official files of a version, in both languages, are in force from then on; a part of them changes nothing, nor do the same
    files again."""
    assert cli.main(["noc", "import", *official[:2]]) == 2
    assert not (tmp_path / "data/noc").exists()
    assert cli.main(["noc", "import", *official]) == 0
    assert cli.main(["noc", "import", *official]) == 0
    capsys.readouterr()
    assert cli.main(["noc", "legislator", "préposé aux bénéficiaires"]) == 0

    legislator, orderly = map(json.loads, capsys.readouterr().out.splitlines())
    assert legislator["candidates"][0]["title"] == {"fr": "Sages", "en": "Sages"}
    assert (orderly["candidates"][0]["noc_2021"], orderly["candidates"][0]["noc_2016"]) == ("33102", ["3413"])
    titles = {one.noc_2021: one.title for one in occupations.finder(Settings()).find("legislator", "en", (), "", limit=3)}
    assert titles["00010"]["en"] == "Sages", "the portal asks the same tables"
    link, tables = sorted((tmp_path / "data/noc").iterdir(), key=lambda one: not one.is_symlink())
    assert link.resolve() == tables and "units.tsv" in {one.name for one in tables.iterdir()}


_LETTER = ("Ménagerie des Pins inc.", "Le 3 mai 2024", "ATTESTATION D’EMPLOI",
           "Nous attestons que Madame Lise Roy est à notre emploi depuis le 11 avril 2022 à titre de licornière, à temps plein.",
           "Paul Côté", "Directeur général")


def test_readers_ask_newer_tables_at_once(official: list[str]) -> None:
    """Readers of a sandbox that runs already give the codes of tables that are imported meanwhile, though they do not see their folder."""
    letter = word("".join(map(p, _LETTER)))
    with Sandbox(tables=Settings().occupations_dir) as sandbox:
        before = sandbox.read(letter, "lettre.docx", dt.date(2026, 11, 22))
        assert cli.main(["noc", "import", *official]) == 0
        after = sandbox.read(letter, "lettre.docx", dt.date(2026, 11, 22))

    assert [_code(reading) for reading in (before, after)] == [None, "33102"]


def _code(reading: FileReading) -> object:
    return next((field.value for paper in reading.documents for field in paper.fields if field.name == "position.noc_2021"), None)
