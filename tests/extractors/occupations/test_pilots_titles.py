"""The occupations that the pilots name: each is found by its own words, in the singular and with slips of the pen too."""

from __future__ import annotations

import pytest

from extractors.occupations.find import find

NAMED = (
    ("9462", "Industrial butcher and meat cutter, poultry preparer and related worker"),
    ("9617", "Labourer in food and beverage processing"),
    ("9618", "Labourer in fish and seafood"), ("6732", "Specialized cleaner"),
    ("9461", "Process control and machine operator, food and beverage processing"), ("8431", "chicken catcher"),
    ("9463", "Fish and seafood plant worker"), ("3413", "Nurse aides, orderlies and patient service associates"),
    ("3011", "Nursing coordinators and supervisors"), ("3012", "Registered nurses and registered psychiatric nurses"),
    ("3124", "Allied primary health practitioners"), ("3233", "Licensed practical nurses"),
    ("4412", "Home support workers, housekeepers and related occupations"), ("0213", "Computer and information systems managers"),
    ("2133", "Electrical and electronics engineers"), ("2171", "Information systems analysts and consultants"),
    ("2173", "Software engineers and designers"), ("2174", "Computer programmers and interactive media developers"),
    ("2241", "Electrical and electronics engineering technologists and technicians"), ("2281", "Computer network technicians"),
    ("5131", "Producers, directors, choreographers and related occupations"), ("5225", "Audio and video recording technicians"),
    ("5241", "Graphic designers and illustrators"),
)
OTHERWISE = (
    ("3413", "nurse aide"), ("3413", "orderly"), ("3413", "nurse aid"), ("3233", "licenced practical nurse"),
    ("2281", "computer network technicien"), ("5241", "grafic designer"),
    ("0213", "computer and information system manager"), ("2173", "software engeneer"), ("9462", "meat cuter"),
)


@pytest.mark.parametrize(("code", "title"), NAMED, ids=[code for code, _ in NAMED])
def test_a_named_occupation_is_found(code: str, title: str) -> None:
    """The first group is one that the pilot's code of 2016 led to."""
    assert code in find(title, "en")[0].noc_2016


@pytest.mark.parametrize(("code", "title"), OTHERWISE, ids=[title.replace(" ", "-") for _, title in OTHERWISE])
def test_singulars_and_slips_are_found(code: str, title: str) -> None:
    """One of the first three groups is one that the code led to."""
    assert any(code in one.noc_2016 for one in find(title, "en")[:3])


def test_a_developer_for_short_writes_software() -> None:
    """« dev » is said of those who write software, not of those who develop film."""
    assert find("sr. dev.", "en")[0].noc_2021 in ("21231", "21232", "21234")
    assert find("dev senior", "fr")[0].noc_2021 in ("21231", "21232", "21234")
