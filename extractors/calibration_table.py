"""The figures of calibration: (family, pattern, source) to (probability, probability where another place agrees). Made by
`tests/extractors/fit_calibration.py` on the development corpus; see there for how."""

from __future__ import annotations

TABLE: dict[tuple[str, str, str], tuple[float, float]] = {}
