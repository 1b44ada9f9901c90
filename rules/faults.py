"""What pydantic finds wrong, told one line a fault: ``work[1].hours_per_week: 400 is more than a week has``."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from rules.scalars import shown

_SAID = {
    "extra_forbidden": "no such key is known",
    "missing": "is missing",
    "model_type": "{value} is not a mapping",
    "model_attributes_type": "{value} is not a mapping",
    "dict_type": "{value} is not a mapping",
    "mapping_type": "{value} is not a mapping",
    "tuple_type": "{value} is not a list",
    "list_type": "{value} is not a list",
    "too_long": "holds more entries than are taken",
}


def lines(error: ValidationError) -> list[str]:
    """Every fault, in the order of the file's schema, none twice."""
    told = [f"{_path(fault['loc'])}: {_words(fault)}" for fault in error.errors(include_url=False)]
    return list(dict.fromkeys(told))


def without_nulls(value: object) -> object:
    """The same data without the keys that hold null: absent and null mean the same."""
    if isinstance(value, Mapping):
        return {str(key): without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [without_nulls(item) for item in value]
    return value


def _path(steps: tuple[int | str, ...]) -> str:
    path = ""
    for step in steps:
        if step == "value":  # A bare fact is held in a wrapper that its writer never saw.
            continue
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path or "file"


def _words(fault: ErrorDetails) -> str:
    if fault["type"] == "value_error":
        return str(fault.get("ctx", {}).get("error", fault["msg"]))
    said = _SAID.get(fault["type"], fault["msg"])
    return said.format(value=shown(fault["input"]))
