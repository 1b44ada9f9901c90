"""The house's own papers, one of each kind at the least: what the product makes of each, beside what it truly says."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from bench.extraction.corpus import TrueFile, of_folder
from bench.extraction.score import APART, KindOutcome, Outcome, figures, judge
from extractors.reading import read_file

PAPERS = of_folder(Path(__file__).parents[1] / "fixtures" / "papers")
TODAY = dt.date(2026, 11, 22)
each_paper = pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.path.stem)


@cache
def judged(path: Path) -> tuple[list[Outcome], list[KindOutcome]]:
    """The values and kinds of a paper, beside the truth; the papers do not tell the codes of their occupations."""
    file = next(file for file in PAPERS if file.path == path)
    told = read_file(file.path.read_bytes(), file.path.name, TODAY).as_json()
    outcomes, kinds = judge(file.render, file.paper, file.documents, told["documents"])
    return [outcome for outcome in outcomes if outcome.name not in APART], kinds


@each_paper
def test_a_paper_is_split_and_known_for_what_it_is(file: TrueFile) -> None:
    """Each document of a file is found, and is of the right kind."""
    assert [one for one in judged(file.path)[1] if one.want != one.got] == []


@each_paper
def test_nothing_is_silently_wrong(file: TrueFile) -> None:
    """A value that is given surely is right."""
    assert [one for one in judged(file.path)[0] if one.verdict == "wrong" and one.sure] == []


@each_paper
def test_every_value_has_its_place(file: TrueFile) -> None:
    """The box of a right value lies on its words."""
    assert [one for one in judged(file.path)[0] if one.placed is False] == []


def test_most_of_what_papers_say_is_read() -> None:
    """Over all papers, nine values of ten are given, and nearly all given ones are right."""
    outcomes = [outcome for file in PAPERS for outcome in judged(file.path)[0]]
    found = figures(outcomes)
    assert found.recall >= 0.9
    assert found.precision >= 0.97


def test_there_is_a_paper_of_every_kind() -> None:
    """The papers cover the contract."""
    assert set().union(*(file.kinds for file in PAPERS)) == {
        "diploma", "transcript", "education_evaluation", "employment_letter", "job_offer", "pay_slip", "record_of_employment",
        "french_test", "work_permit", "other"}
