"""Beside pyproject.toml: with ATTESTA_COMPILE_RULES=1 the judging of `rules` becomes machine code (mypyc; a C compiler is needed)."""

import os
from pathlib import Path

from setuptools import setup

JUDGING = (
    *("assessment.py", "intake.py", "rendering.py"),
    *("conditions/*.py", "conditions/diplomas/*.py", "core/*.py", "points/*.py", "programs/*.py", "texts/*.py"),
)

if os.environ.get("ATTESTA_COMPILE_RULES"):
    from mypyc.build import mypycify

    modules = sorted(str(file) for pattern in JUDGING for file in Path("rules").glob(pattern))
    setup(ext_modules=mypycify(modules, opt_level="3"))
else:
    setup()
