"""The tables of the classification: complete, as they were made, and made of the official files."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import pytest

from extractors.occupations.tables import build as making
from extractors.occupations.tables.imported import in_force, install
from extractors.occupations.tables.reference import BUILT_IN, load_reference, rows
from extractors.occupations.tables.sources import BadTables, read_sources

OFFICIAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "noc"
SUMS = Path(__file__).with_name("tables.sha256")
MADE = ("units.tsv", "groups.tsv", "correspondence.tsv", "titles.tsv", "duties.tsv", "regulated.tsv")


def test_tables_are_as_they_were_made():
    """The checksums hold: nobody edits these tables by hand."""
    sums = dict(reversed(line.split("  ")) for line in SUMS.read_text("utf-8").splitlines())

    assert {name: hashlib.sha256((BUILT_IN / name).read_bytes()).hexdigest() for name in sums} == sums
    assert set(sums) == {*MADE, "vectors.tsv"}


def test_tables_are_complete():
    """516 unit groups and 500 old ones, each with both titles; all have a place in the correspondence; titles in both languages."""
    reference = load_reference()

    assert (len(reference.units), len(reference.units_2016)) == (516, 500)
    assert all(unit.title["fr"] and unit.title["en"] for unit in (*reference.units.values(), *reference.units_2016.values()))
    assert set(reference.parents) == set(reference.units)
    assert set(reference.children) == set(reference.units_2016)
    assert sum(len(new) == 1 for new in reference.children.values()) == 440
    assert all(unit.level == code[1] for code, unit in reference.units.items())
    spoken = Counter(zip(reference.titles.codes, reference.titles.langs, strict=True))
    assert all(spoken[code, lang] for code in reference.units for lang in ("fr", "en"))
    assert min(Counter(reference.titles.langs).values()) > 28_000


def test_every_group_has_its_place():
    """The hierarchy is in the codes: each prefix of a unit group is a group with titles."""
    groups = {(version, code) for version, code, _, _ in rows(BUILT_IN, "groups.tsv")}

    assert {("2021", code[:size]) for code in load_reference().units for size in range(1, 5)} <= groups
    assert {("2016", code[:size]) for code in load_reference().units_2016 for size in (1, 3)} <= groups


def test_groups_whose_requirements_speak_of_regulation():
    """An order, a licence or a compulsory certificate somewhere in Canada; a driver's licence is none of them."""
    regulated = load_reference().regulated

    assert {"31301", "31102", "72200", "21301", "41300"} <= regulated
    assert not regulated & {"63200", "73300", "75110", "33102"}


def test_duties_are_words_without_sentences():
    """Of duties only stems and counts are kept, in alphabetical order."""
    for _, _, bag in rows(BUILT_IN, "duties.tsv"):
        names = [pair.partition(":")[0] for pair in bag.split(" ")]
        assert names == sorted(names)


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official files are not here")
def test_tables_are_those_of_the_official_files(tmp_path, monkeypatch):
    """Made again of the official files they are the same, byte for byte (what is learned is not learned again)."""
    monkeypatch.setattr(making, "learn", lambda *_: None)

    making.build(read_sources(OFFICIAL / f"{name}.csv" for name in making.FILES), tmp_path)

    assert all((tmp_path / name).read_bytes() == (BUILT_IN / name).read_bytes() for name in MADE)


def test_old_codes_follow_the_law():
    """The pilots' codes lead where the concordance says, splits are marked."""
    reference = load_reference()

    assert reference.children["3413"] == ("33102",)
    assert set(reference.children["3124"]) == {"31302", "31303", "32103"}
    assert set(reference.children["2174"]) == {"21230", "21232", "21234"}
    assert set(reference.children["8431"]) == {"84120", "85100", "85101"}
    assert reference.children["6732"] == ("65311",)
    assert [reference.split(code) for code in ("33102", "85100", "21310", "44101")] == [False, True, False, True]


def test_bad_files_are_refused(tmp_path):
    """Both languages say what is wrong and what to give."""
    for name, content in {"a.csv": "x,y\n1,2\n", "b.csv": "", "c.csv": "\xff\xfe", "d.csv": "code,lang,title,kind\n"}.items():
        (tmp_path / name).write_text(content, "latin-1")
        with pytest.raises(BadTables) as refused:
            read_sources([tmp_path / name])
        assert name in refused.value.french and name in refused.value.english
    with pytest.raises(BadTables, match="cannot be read"):
        read_sources([tmp_path / "nowhere.csv"])


def _built(text):
    def build(folder):
        folder.mkdir(parents=True)
        (folder / "units.tsv").write_text(text)
    return build


def test_imported_tables_are_in_force_at_once(tmp_path):
    """The last tables that could be built are in force; those before stay for whoever is loading them, until the next import."""
    own = tmp_path / "noc"
    assert in_force(None) == in_force(own) == BUILT_IN

    first = install(own, _built("first"))
    assert in_force(own) == first
    second = install(own, _built("second"))
    assert in_force(own) == second and (first / "units.tsv").read_text() == "first"
    assert install(own, _built("second")) == second
    third = install(own, _built("third"))
    assert in_force(own) == third and second.is_dir() and not first.exists()


def test_what_cannot_be_built_changes_nothing(tmp_path):
    """An import that fails half way leaves the tables that were in force, and nothing of its own."""
    def fails(folder):
        _built("half")(folder)
        raise BadTables("non", "no")

    before = install(tmp_path, _built("first"))
    with pytest.raises(BadTables):
        install(tmp_path, fails)
    assert in_force(tmp_path) == before
    assert {one.name for one in tmp_path.iterdir() if one.is_dir() and not one.is_symlink()} == {before.name}
