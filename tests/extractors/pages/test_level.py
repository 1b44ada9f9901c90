"""Words of one line stand at one level, however the page leans or bends."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages.ocr.level import levels

WIDTH, HEIGHT = 1600, 2000


def _height(lean: float, bend: float, turn: float, start: float, across: float) -> float:
    """Where a line of text that crosses the middle of the page at `start` is, at `across` of the page's width."""
    return start + WIDTH * ((lean + turn * start / HEIGHT) * (across - 0.5) + bend * (across * across - 0.25) / 2)


@given(st.floats(-0.05, 0.05), st.floats(-0.03, 0.03), st.floats(-0.03, 0.03))
def test_the_two_ends_of_a_line_share_a_level(lean: float, bend: float, turn: float) -> None:
    """On a page that leans, bends and is seen at an angle, a label on the left and its value on the right are at one height."""
    lines = []
    for start in np.linspace(150, 1850, 18):
        for left, right in ((0.08, 0.35), (0.4, 0.62), (0.66, 0.92)):
            ends = [(WIDTH * at, _height(lean, bend, turn, start, at)) for at in (left, right)]
            lines.append(np.array([(x, y - 12) for x, y in ends] + [(x, y + 12) for x, y in reversed(ends)]))

    level = levels(lines, WIDTH, HEIGHT)

    for start in (200.0, 1000.0, 1800.0):
        at = [level(WIDTH * across, _height(lean, bend, turn, start, across)) for across in (0.1, 0.5, 0.9)]
        assert max(at) - min(at) < 12  # half a line


def test_a_page_without_long_lines_is_taken_as_it_is() -> None:
    """Nothing says how a page with a few short words leans."""
    assert levels([np.array([(0, 0), (30, 0), (30, 20), (0, 20)], dtype=float)], WIDTH, HEIGHT)(800.0, 55.0) == 55.0
