"""A period that a narrow column of a table breaks is read as one cell; nothing else moves, and no word is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.evidence import PageBox
from extractors.pages.page import Row, Segment, Word
from extractors.pages.wrapped import whole_periods

LEFT = {0: 0.08, 1: 0.30, 2: 0.60}
HEIGHT, STEP = 0.012, 0.016


def _row(number: int, *cells: str) -> Row:
    """A row of cells, one a column; empty ones are left out."""
    top = 0.2 + STEP * number
    return Row(tuple(Segment((Word(text, PageBox.clipped(LEFT[column], top, LEFT[column] + 0.008 * len(text), top + HEIGHT)),))
                     for column, text in enumerate(cells) if text))


def _read(*rows: tuple[str, ...]) -> list[str]:
    whole = whole_periods([_row(number, *cells) for number, cells in enumerate(rows)])
    return [" | ".join(segment.text for segment in row.segments) for row in whole]


@pytest.mark.parametrize(("begun", "ended"), [
    ("du 04/04/2016 au", "31/12/2017"), ("février 2012 –", "juin 2015"), ("janvier 2020 –", "ce jour"), ("2019-06-17 à", "2022-01-08"),
    ("March 2013 to", "June 2016"), ("1er mars 2020", "au 31 août 2022"), ("from May 2018", "to present"), ("2012", "- 2015"),
])
def test_a_period_over_two_lines_is_one_cell(begun: str, ended: str) -> None:
    """Whichever line has the word that joins its two days."""
    assert _read((begun, "Agent de quai", "26 h"), (ended, "", "")) == [f"{begun} {ended} | Agent de quai | 26 h"]


def test_the_rest_of_the_row_goes_with_it_where_it_is_open() -> None:
    """« Responsable adjointe du / secteur caisses »; a cell that ends on a word of its own may be another's."""
    assert _read(("du 01/03/2020 au", "Responsable adjointe du", "CDI"), ("31/08/2022", "secteur caisses", "agent de maîtrise")) == [
        "du 01/03/2020 au 31/08/2022 | Responsable adjointe du secteur caisses | CDI", "agent de maîtrise"]


@pytest.mark.parametrize(("above", "below"), [
    (("", "2 juin 2025", ""), ("Durée", "Jusqu'au 1er juin 2028", "")),  # a label of its own
    (("Du", "2017-06-12", "2019-01-27"), ("Au", "2019-01-26", "à ce jour")),
    (("2 juin 2025", "", ""), ("au 1er juin 2028", "", "")),  # no table
    (("Fait le 2 juin 2025", "Québec", ""), ("3 juin 2025", "Laval", "")),
    (("2 juin 2025", "Québec", ""), ("3 juin 2025", "Laval", "")),  # two days, nothing that joins them
    (("depuis le 2 juin 2025 au", "Laval", ""), ("service des achats", "", "")),
])
def test_other_rows_stay_apart(above: tuple[str, ...], below: tuple[str, ...]) -> None:
    """Only the two halves of a period in a table belong together."""
    assert len(_read(above, below)) == 2


@given(st.lists(st.tuples(*[st.sampled_from(["", "du 04/04/2016 au", "31/12/2017", "mai 2018 –", "ce jour", "Agent de", "quai"])] * 3),
                max_size=7))
def test_no_word_is_lost_or_doubled(rows: list[tuple[str, ...]]) -> None:
    """Whatever stands above whatever."""
    told = " ".join(_read(*(row for row in rows if any(row)))).replace(" | ", " ").split()
    assert sorted(told) == sorted(" ".join(cell for row in rows for cell in row).split())
