"""The ruled cells of a picture are those that people see, whatever the scanner did to the rules."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.pages.geometry import slant
from extractors.pages.ocr.rules import ruled_cells

WIDTH, HEIGHT = 1240, 1754
COLUMNS, ROWS = (124, 620, 868, 1116), (300, 370, 440, 560)
Picture = NDArray[np.uint8]


def _page() -> Picture:
    return np.full((HEIGHT, WIDTH, 3), 245, np.uint8)


def _table(picture: Picture, thickness: int = 2) -> Picture:
    for x in COLUMNS:
        cv2.line(picture, (x, ROWS[0]), (x, ROWS[-1]), (40, 40, 40), thickness)
    for y in ROWS:
        cv2.line(picture, (COLUMNS[0], y), (COLUMNS[-1], y), (40, 40, 40), thickness)
    return picture


def _written(picture: Picture) -> Picture:
    for number, y in enumerate(range(120, HEIGHT - 60, 44)):
        cv2.putText(picture, f"{number}. ILLIMITED HILL, TILLED FIELD: 12 345,67 $", (140, y), cv2.FONT_HERSHEY_SIMPLEX, 1.0,
                    (20, 20, 20), 2)
    return picture


def _flat(_: float, y: float) -> float:
    return y


@pytest.mark.parametrize("thickness", [1, 2, 4])
@pytest.mark.parametrize("angle", [0.0, 0.2])
def test_a_table_has_its_cells(thickness: int, angle: float) -> None:
    """Three rows of three cells, where the rules stand, with a little slant left as well."""
    turned = cv2.warpAffine(_table(_page(), thickness), slant(angle, WIDTH, HEIGHT)[:2], (WIDTH, HEIGHT), borderValue=(245, 245, 245))
    cells = ruled_cells(np.asarray(turned, np.uint8), _flat)

    assert [len(row) for row in cells] == [3, 3, 3]
    assert [round(cell.x0 * WIDTH) for cell in cells[0]] == pytest.approx(COLUMNS[:-1], abs=6)
    assert [round(row[0].y0 * HEIGHT) for row in cells] == pytest.approx(ROWS[:-1], abs=6)


def test_rules_that_a_scanner_broke() -> None:
    """Gaps of two pixels do not end a rule."""
    picture = _table(_page())
    picture[::25] = 245
    picture[:, ::25] = 245
    assert [len(row) for row in ruled_cells(picture, _flat)] == [3, 3, 3]


def test_words_make_no_rules() -> None:
    """Lines of large letters, one below the other, with and without a table among them."""
    assert ruled_cells(_written(_page()), _flat) == ()
    assert [len(row) for row in ruled_cells(_written(_table(_page())), _flat)] == [3, 3, 3]


def test_a_printed_ground_is_no_table() -> None:
    """Hundreds of lines, as under a diploma."""
    picture = _page()
    for place in range(0, WIDTH, 5):
        cv2.line(picture, (place, 0), (place, HEIGHT), (90, 90, 90), 1)
    assert ruled_cells(picture, _flat) == ()
