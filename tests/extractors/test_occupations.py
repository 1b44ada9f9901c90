"""Occupations: the pilots' titles in both languages and genders; nothing is forced into them."""

from __future__ import annotations

import pytest

from extractors.occupations.titles import find_occupations, title_key

SAME = [
    ("préposée aux bénéficiaires", "33102", "3413"),
    ("Préposé aux bénéficiaires", "33102", "3413"),
    ("Orderly", "33102", "3413"),
    ("nurse aide", "33102", "3413"),
    ("infirmière auxiliaire", "32101", "3233"),
    ("boucher industriel", "94141", "9462"),
    ("Ramasseuse de poulets", "85100", "8431"),
    ("fish plant worker", "94142", "9463"),
    ("Ingénieure électricienne", "21310", "2133"),
    ("graphic designers", "52120", "5241"),
]


@pytest.mark.parametrize(("title", "new", "old"), SAME)
def test_titles(title, new, old):
    """Case, accents, gender and number do not matter."""
    best = find_occupations(title)[0]

    assert (best.noc_2021, best.noc_2016) == (new, old)


@pytest.mark.parametrize(
    "title",
    [
        "soudeur",
        "comptable",
        "truck driver",
        "secondary school teacher",
        "directrice générale",
        "x",
        "agent",
        "préposé",
        "infirmière en chef de la station spatiale",
        "commis de bureau",
    ],
)
def test_other_titles(title):
    """A title outside the pilots, or too little of one, gives nothing."""
    assert find_occupations(title) == ()


def test_slips_of_the_reader():
    """One letter misread in a long title is forgiven, and the likeness says so."""
    best = find_occupations("préposée aux bénéficiaircs")[0]

    assert best.noc_2021 == "33102"
    assert best.likeness < 100


def test_keys():
    """Both genders of a title have one key; codes are strings."""
    assert title_key("Infirmière auxiliaire") == title_key("infirmiers auxiliaires")
    assert all(isinstance(one.noc_2021, str) for one in find_occupations("orderly"))
