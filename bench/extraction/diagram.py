"""The reliability diagram: what a confidence promises across, what it kept upwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

_SIDE = 360
_EDGE = 44


def draw(rows: Sequence[tuple[float, float, int, float, float]], file: Path) -> None:
    """An SVG; the discs' areas are the numbers of values."""
    most = max((count for _, _, count, _, _ in rows), default=1)
    discs = [f'<circle cx="{_across(mean):.1f}" cy="{_up(right):.1f}" r="{3 + 12 * (count / most) ** 0.5:.1f}"><title>'
             f"{low:.2f} to {high:.2f}: {count} values, {100 * right:.1f} % right</title></circle>"
             for low, high, count, mean, right in rows]
    ticks = [f'<text x="{_across(at / 5):.0f}" y="{_SIDE + _EDGE + 16}" text-anchor="middle">{at / 5:.1f}</text>'
             f'<text x="{_EDGE - 8}" y="{_up(at / 5) + 4:.0f}" text-anchor="end">{at / 5:.1f}</text>' for at in range(6)]
    whole = _SIDE + 2 * _EDGE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-family="sans-serif" font-size="11">'
        f'<rect width="{whole}" height="{whole}" fill="#fff"/>'
        f'<rect x="{_EDGE}" y="{_EDGE}" width="{_SIDE}" height="{_SIDE}" fill="none" stroke="#999"/>'
        f'<line x1="{_across(0)}" y1="{_up(0)}" x2="{_across(1)}" y2="{_up(1)}" stroke="#999" stroke-dasharray="4"/>{"".join(ticks)}'
        f'<text x="{whole / 2}" y="{whole - 6}" text-anchor="middle">confidence</text>'
        f'<text x="12" y="{whole / 2}" text-anchor="middle" transform="rotate(-90 12 {whole / 2})">share right</text>'
        f'<g fill="#1d4e79" fill-opacity=".75">{"".join(discs)}</g></svg>\n', "utf-8")


def _across(value: float) -> float:
    return _EDGE + _SIDE * value


def _up(value: float) -> float:
    return _EDGE + _SIDE * (1 - value)
