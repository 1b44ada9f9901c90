"""What holds of every page that was read, whatever is on it: where words lie, in which order they come, and that they come again."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pypdfium2 as pdfium
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


def test_dots_part_a_label_from_its_value() -> None:
    """And are no words themselves."""
    line = ("Name", "of", "employee", "..........", "Peter", "Rotich")
    words = [Word(text, PageBox(0.1 + 0.1 * place, 0.5, 0.19 + 0.1 * place, 0.512), 1.0) for place, text in enumerate(line)]
    (row,) = arrange(words, 0.77)
    assert [[word.text for word in segment.words] for segment in row.segments] == [["Name", "of", "employee"], ["Peter", "Rotich"]]


def _assert_order(rows: tuple[Row, ...]) -> None:
    """Rows run down; on one level words run right, and none begins before the one to its left ends."""
    tops = [row.box.middle for row in rows]
    assert all(below >= above - 0.01 for above, below in pairwise(tops))
    for row in rows:
        for before, after in combinations(row.words, 2):
            same_level = abs(before.box.middle - after.box.middle) < 0.5 * min(before.box.height, after.box.height)
            assert not same_level or before.box.x1 <= after.box.x0 + 1e-9


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


def _anywhere(edge: st.SearchStrategy[float], side: st.SearchStrategy[float]) -> st.SearchStrategy[list[Word]]:
    """Words of any size anywhere, over each other too."""
    return st.lists(st.builds(lambda text, x, y, width, height: Word(text, PageBox.clipped(x, y, x + width, y + height)),
                              st.text("ab1é", max_size=6), edge, edge, side, side), max_size=40)


@given(_anywhere(st.floats(-1, 2), st.floats(0, 3)), st.floats(0.01, 100))
def test_nothing_that_was_found_breaks_the_arranging(words: list[Word], aspect: float) -> None:
    """Boxes without area, larger than the page or all in one place: every word comes back once, on the page."""
    rows = arrange(words, aspect)

    assert sorted(id(word) for row in rows for word in row.words) == sorted(map(id, words))
    assert all(0 <= word.box.x0 <= word.box.x1 <= 1 and 0 <= word.box.y0 <= word.box.y1 <= 1 for row in rows for word in row.words)


_EDGES = st.one_of(st.floats(0, 1), st.sampled_from([0.1, 0.15, 0.2, 0.25, 0.3]))
_SIDES = st.one_of(st.floats(0, 0.3), st.sampled_from([0.0, 0.02, 0.05, 0.1]))


@given(_anywhere(_EDGES, _SIDES))
def test_words_of_a_line_never_overlap(words: list[Word]) -> None:
    """Wherever words were found: each is in one row, rows run down, and in a row each word begins where the one before has ended or
    further right, on the page. Said twice it is the same, and read pages that are put together anew stay as they are."""
    read = Page(1, 612, 792, 0, "ocr", arrange(words, 0.77))

    assert sorted(word.text for word in read.words) == sorted(word.text for word in words)
    assert all(above.box.middle <= below.box.middle for above, below in pairwise(read.rows))
    for row in read.rows:
        assert all(before.box.x1 <= after.box.x0 for before, after in pairwise(row.words))
        assert all(0 <= word.box.x0 <= word.box.x1 <= 1 and 0 <= word.box.y0 <= word.box.y1 <= 1 for word in row.words)
    assert read == Page(1, 612, 792, 0, "ocr", arrange(words, 0.77)) == replace(read)


def test_a_stamp_over_a_line_is_a_line_of_its_own() -> None:
    """What lies over other words is not read in between them: the line stays whole."""
    line = [Word(text, PageBox(x0, 0.1, x1, 0.12)) for text, x0, x1 in (("depuis", 0.1, 0.2), ("le", 0.21, 0.24), ("11", 0.25, 0.28),
                                                                        ("avril", 0.29, 0.37), ("2022", 0.38, 0.45))]
    stamp = [Word("DUPLICATA", PageBox(0.18, 0.103, 0.36, 0.121)), Word("2019", PageBox(0.37, 0.103, 0.46, 0.121))]

    rows = arrange([*stamp, *line], 0.77)

    assert [row.text for row in rows] == ["depuis le 11 avril 2022", "DUPLICATA 2019"]


def test_a_word_on_the_rule_between_two_cells_is_in_one_of_them() -> None:
    """A word is read once, in the cell to its left."""
    cells = [[PageBox(0.1, 0.1, 0.4, 0.2), PageBox(0.4, 0.1, 0.9, 0.2)]]
    words = [Word("Titre", PageBox(0.11, 0.11, 0.2, 0.13)), Word("du", PageBox(0.11, 0.15, 0.15, 0.17)),
             Word("poste", PageBox(0.35, 0.15, 0.45, 0.17)), Word("aide", PageBox(0.5, 0.11, 0.6, 0.13))]

    [row] = arrange(words, 0.77, cells)

    assert [segment.text for segment in row.segments] == ["Titre du poste", "aide"]


_ACROSS, _DOWN = (60, 200, 500), (700, 650, 600)
_RULINGS = {
    "strokes": b"".join(b"60 %d m 500 %d l S " % (y, y) for y in _DOWN) + b"".join(b"%d 600 m %d 700 l S " % (x, x) for x in _ACROSS),
    "thin rectangles": b"".join(b"60 %d 440 0.8 re f " % y for y in _DOWN) + b"".join(b"%d 600 0.8 100 re f " % x for x in _ACROSS),
    "cells": b"".join(b"%d %d %d 50 re S " % (x, y, width) for x, width in ((60, 140), (200, 300)) for y in (600, 650)),
    "turned": b"q 0 1 -1 0 0 0 cm " + b"".join(b"%d -500 0.8 440 re f " % y for y in _DOWN)
              + b"".join(b"600 %d 100 0.8 re f " % -x for x in _ACROSS) + b"Q ",
}


@pytest.mark.parametrize("ruling", _RULINGS)
def test_a_cell_is_a_cell_however_it_is_ruled(ruling: str) -> None:
    """By strokes, by rectangles as thin as a stroke, or by a frame around each: a cell of two lines is read as one."""
    words = b"".join(b"BT /F1 10 Tf %d %d Td (%b) Tj ET " % item for item in (
        (70, 680, b"Titre du poste"), (210, 684, b"Preposee aux beneficiaires"), (210, 668, b"a temps plein de jour"),
        (70, 630, b"Salaire"), (210, 630, b"24,50 $ par heure")))

    [read] = read_pages(page(stream(_RULINGS[ruling] + words)), "application/pdf")

    assert [[segment.text for segment in row.segments] for row in read.rows] == [
        ["Titre du poste", "Preposee aux beneficiaires a temps plein de jour"], ["Salaire", "24,50 $ par heure"]]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_reads_from_top_left_to_bottom_right(name: str) -> None:
    """By text layer and by OCR alike: rows down, words right, and no word lies on another."""
    for read in _read(name):
        _assert_order(read.rows)


_ITALIC = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Italic /Encoding /WinAnsiEncoding >>"
_WORDS = ["Bachelor", "of", "Science", "in", "Nursing", "of", "Jeff", "Wolff"]


def _kerned(blank: float) -> bytes:
    """A page in slanted letters with blanks so much narrower than usual (a quarter of the letters' height)."""
    lines = b"".join(b"1 0 0 1 60 %d Tm (%b) Tj " % (700 - 40 * line, " ".join(_WORDS).encode()) for line in range(6))
    return page(stream(b"BT /F1 24 Tf %f Tw %b ET" % (blank, lines)), more={5: _ITALIC})


@pytest.mark.parametrize("blank", [0, -4, -6.2, -6.5])
def test_slanted_and_kerned_words_stand_beside_each_other(blank: float) -> None:
    """Where the letters of a text layer reach over their neighbours, the boundary between two words lies half way: no word is lost,
    and each keeps the place of its letters."""
    [read] = read_pages(_kerned(blank), "application/pdf")

    assert [[word.text for word in row.words] for row in read.rows] == [_WORDS] * 6
    for row, apart in zip(read.rows, next(iter(read_pages(_kerned(0), "application/pdf"))).rows, strict=True):
        assert all(before.box.x1 <= after.box.x0 for before, after in pairwise(row.words))
        assert all(word.box.width > 0.85 * alone.box.width for word, alone in zip(row.words, apart.words, strict=True))


def test_slanted_words_of_a_picture_stand_beside_each_other() -> None:
    """The same page as a picture: what the reader takes for a word's place never reaches over the next word's."""
    picture = pdfium.PdfDocument(_kerned(-3))[0].render(scale=150 / 72).to_pil().convert("L").rotate(1.5, fillcolor=255)
    file = io.BytesIO()
    picture.save(file, "PNG")

    [read] = read_pages(file.getvalue(), "image/png")

    assert read.source == "ocr" and read.text.count("Science") == 6
    _assert_order(read.rows)
    for row in read.rows:
        assert all(before.box.x1 <= after.box.x0 for before, after in pairwise(row.words))


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


def test_a_raised_ending_is_one_with_its_number() -> None:
    """« 1er » with a small « er » above the line; not an ending on the line, nor one that stands apart."""
    def row_of(ending: PageBox) -> list[str]:
        words = [Word("le", PageBox(0.1, 0.5, 0.12, 0.512), 1.0), Word("1", PageBox(0.13, 0.5, 0.14, 0.512), 1.0),
                 Word("er", ending, 1.0), Word("mai", PageBox(0.2, 0.5, 0.24, 0.512), 1.0)]
        return [word.text for row in arrange(words, 0.77) for word in row.words]

    assert row_of(PageBox(0.141, 0.496, 0.15, 0.503)) == ["le", "1er", "mai"]
    assert row_of(PageBox(0.141, 0.5, 0.15, 0.512)) == ["le", "1", "er", "mai"]
    assert sorted(row_of(PageBox(0.18, 0.496, 0.19, 0.503))) == ["1", "er", "le", "mai"]
