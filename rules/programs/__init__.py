"""The programs, in the order of the assessment. A new one is a file here, one of parameters, and a line below."""

from __future__ import annotations

from rules.core.finding import Program
from rules.programs import ai_it_vfx, food_processing, orderlies, peq, pstq

ALL: dict[str, Program] = {module.PROGRAM.id: module.PROGRAM for module in (food_processing, orderlies, ai_it_vfx, pstq, peq)}
