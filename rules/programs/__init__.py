"""The programs, in the order of the assessment. A new one is a file here, one of parameters, and a line below."""

from __future__ import annotations

from rules.core.finding import Program
from rules.programs import food_processing, orderlies

ALL: dict[str, Program] = {program.id: program for program in (food_processing.PROGRAM, orderlies.PROGRAM)}
NOT_YET_HERE: tuple[str, ...] = ("pilot_ai_it_vfx", "pstq", "peq")
