"""The tables of the law: one TOML file a program, and those that all share. Read once, kept as they are."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def table(name: str) -> dict[str, Any]:
    """The table of that name, as TOML gives it. Raises FileNotFoundError if there is none."""
    return tomllib.loads(resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
