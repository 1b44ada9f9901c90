"""The three pilots by the words of the starting text of 2021 alone, for comparison with the law (docs/seed-and-law.md).

What that text does not say is not asked here: no look-back, no hours, no current job, no industry, no pay, no age of a test result.
"""

from __future__ import annotations

from rules.core.finding import Program
from rules.seed.pilots import PROGRAMS

ALL: dict[str, Program] = {program.id: program for program in PROGRAMS}
