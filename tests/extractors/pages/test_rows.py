"""What holds of every page that was read, whatever is on it: where words lie, in which order they come, and that they come again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.evidence import PageBox
from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import Page, read_pages
from extractors.pages.page import Row, Word
from extractors.pages.rows import arrange
from tests.extractors.sandbox.hostile_pdfs import page, stream

FIXTURES = Path(__file__).parents[2] / "fixtures"
PAPERS = ("letter.pdf", "test.pdf", "diploma.pdf", "test-scan.pdf", "diploma-photo.jpg")


def _read(name: str) -> list[Page]:
    content = (FIXTURES / name).read_bytes()
    return list(read_pages(content, admit(content, LIMITS)))


def _overlap(one: PageBox, other: PageBox) -> float:
    """Share of the smaller box that lies on the other."""
    width = min(one.x1, other.x1) - max(one.x0, other.x0)
    height = min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(0.0, width) * max(0.0, height) / max(1e-9, min(one.width * one.height, other.width * other.height))


def _assert_order(rows: tuple[Row, ...]) -> None:
    """Rows run down; on one level words run right."""
    tops = [row.box.middle for row in rows]
    assert all(below >= above - 0.01 for above, below in pairwise(tops))
    for row in rows:
        for before, after in pairwise(row.words):
            same_level = abs(before.box.middle - after.box.middle) < 0.5 * min(before.box.height, after.box.height)
            assert not same_level or before.box.x0 <= after.box.x0


@st.composite
def pages_of_lines(draw: st.DrawFn) -> list[Word]:
    """Words that stand on lines without touching, the lines a little apart, in any order."""
    words = []
    height = draw(st.floats(0.008, 0.02))
    for number in range(draw(st.integers(1, 12))):
        left, top = draw(st.floats(0, 0.2)), 0.05 + number * 1.6 * height + draw(st.floats(0, 0.2)) * height
        while left < 0.9:
            width = draw(st.floats(0.01, 0.2))
            words.append(Word(f"{number}", PageBox.clipped(left, top, left + width, top + height)))
            left += width + draw(st.floats(0.003, 0.3))
    return draw(st.permutations(words))


@given(pages_of_lines())
def test_lines_come_back_as_rows(words: list[Word]) -> None:
    """Words of one line make one row and no others, whatever order they come in; rows run down, words run right and do not overlap."""
    rows = arrange(words, 0.77)

    assert [{word.text for word in row.words} for row in rows] == [{str(number)} for number in range(len(rows))]
    for row in rows:
        assert all(before.box.x1 <= after.box.x0 for before, after in pairwise(row.words))


@given(st.lists(st.builds(lambda text, x, y, width, height: Word(text, PageBox.clipped(x, y, x + width, y + height)),
                          st.text("ab1é", max_size=6), st.floats(-1, 2), st.floats(-1, 2), st.floats(0, 3), st.floats(0, 3)), max_size=40),
       st.floats(0.01, 100))
def test_nothing_that_was_found_breaks_the_arranging(words: list[Word], aspect: float) -> None:
    """Boxes without area, larger than the page or all in one place: every word comes back once, on the page."""
    rows = arrange(words, aspect)

    assert sorted(id(word) for row in rows for word in row.words) == sorted(map(id, words))
    assert all(0 <= word.box.x0 <= word.box.x1 <= 1 and 0 <= word.box.y0 <= word.box.y1 <= 1 for row in rows for word in row.words)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_reads_from_top_left_to_bottom_right(name: str) -> None:
    """By text layer and by OCR alike: rows down, words right, and no word lies on another."""
    for read in _read(name):
        _assert_order(read.rows)
        for row in read.rows:
            assert all(_overlap(before.box, after.box) < 0.3 for before, after in pairwise(row.words))


@pytest.mark.parametrize("name", ["letter.pdf", "test-scan.pdf", "diploma-photo.jpg"])
def test_the_same_file_gives_the_same_words(name: str) -> None:
    """To the last digit of the last box."""
    assert _read(name) == _read(name)


def _lines(shift: float) -> bytes:
    return b"".join(f"BT /F1 12 Tf {60 + shift} {700 - 20 * line} Td (Ligne {line} de la lettre du patron) Tj ET ".encode()
                    for line in range(9))


@pytest.mark.parametrize("again", [lambda: _lines(0.4), lambda: _lines(0), lambda: b"q 0.3 0 0 0.3 0 0 cm Q " + _lines(1.0)])
def test_what_is_drawn_twice_is_there_once(again: Callable[[], bytes]) -> None:
    """Bold that is made by drawing a page's text a second time, a hair to the right, is no second text."""
    [read] = read_pages(page(stream(_lines(0) + again())), "application/pdf")

    assert [row.text for row in read.rows] == [f"Ligne {line} de la lettre du patron" for line in range(9)]


def test_what_is_said_twice_is_there_twice() -> None:
    """The same word beside or below itself is two words."""
    content = b"BT /F1 12 Tf 60 700 Td (non non non tout a fait comme avant) Tj 0 -14 Td (non non non tout a fait comme avant) Tj ET"

    [read] = read_pages(page(stream(content)), "application/pdf")

    assert [row.text for row in read.rows] == ["non non non tout a fait comme avant"] * 2
