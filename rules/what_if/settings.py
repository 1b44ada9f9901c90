"""Facts with some values in place of others: ``work[0].end_date=2026-03-01``. The facts that were given are never changed."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from rules import yaml_text
from rules.core.days import Day
from rules.errors import FactsError, SettingError
from rules.facts import Facts, Stated
from rules.loading import facts_of
from rules.texts import say

Steps = list[str | int]
BESIDE = ("value", "evidence", "status")
_PATH = re.compile(r"[a-z_0-9]+(\[\d{1,4}\])?(\.[a-z_0-9]+(\[\d{1,4}\])?)*", re.ASCII)
_STEP = re.compile(r"[a-z_0-9]+|\[\d+\]", re.ASCII)


@dataclass(frozen=True, slots=True)
class Setting:
    """One supposed value: where it stands in the facts, and plain data (text, number, boolean, list, mapping; None: unknown)."""

    path: str
    value: object


def read_setting(text: str) -> Setting:
    """Read ``PATH=VALUE``; the value is YAML. Raises SettingError."""
    path, sign, value = text.partition("=")
    path = path.strip()
    if not sign or not value.strip() or not _PATH.fullmatch(path):
        raise _refused(path or text, "form", text=text)
    try:
        return Setting(path, yaml_text.read(value))
    except FactsError as error:
        raise _refused(path, "value", error.faults) from None


def supposing(facts: Facts, settings: Iterable[Setting]) -> Facts:
    """The facts with those values in them, validated as a whole as if they had been written so. Raises SettingError.

    The number of a list's entry may be one past the last: that appends. Beside a single fact its ``evidence`` and ``status`` stay.
    """
    wanted = tuple(settings)
    data = as_data(facts)
    for setting in wanted:
        _put(data, steps_of(setting.path), setting)
    try:
        return facts_of(data)
    except FactsError as error:
        raise _refused(", ".join(setting.path for setting in wanted), "value", error.faults) from None


def as_data(value: Any) -> Any:
    """Facts as the plain data that they were read from: absent stays absent, a date keeps its precision."""
    if isinstance(value, Stated) and value.model_fields_set == {"value"}:
        return as_data(value.value)
    if isinstance(value, BaseModel):
        return {name: as_data(getattr(value, name)) for name in type(value).model_fields if name in value.model_fields_set}
    if isinstance(value, Day | dt.date):
        return str(value)
    if isinstance(value, tuple | list):
        return [as_data(item) for item in value]
    return dict(value) if isinstance(value, Mapping) else value


def steps_of(path: str) -> Steps:
    """``work[0].end_date`` as ``["work", 0, "end_date"]``."""
    return [int(step[1:-1]) if step.startswith("[") else step for step in _STEP.findall(path)]


def _put(holder: Any, steps: Steps, setting: Setting) -> None:
    """Walk to the place, making what is absent on the way, and put the value there."""
    for step, following in itertools.pairwise(steps):
        _check(holder, step, setting)
        child = _at(holder, step)
        if child is None:
            child = [] if isinstance(following, int) else {}
        elif not isinstance(child, dict | list) and following in BESIDE:
            child = {"value": child}
        _keep(holder, step, child)
        holder = child
    _check(holder, steps[-1], setting)
    there, value = _at(holder, steps[-1]), setting.value
    wrapped = isinstance(there, dict) and "value" in there and value is not None and not isinstance(value, dict)
    _keep(holder, steps[-1], there | {"value": value} if wrapped else value)


def _check(holder: Any, step: str | int, setting: Setting) -> None:
    if isinstance(step, str) and isinstance(holder, list):
        raise _refused(setting.path, "list", step=step)
    if isinstance(step, int) and not isinstance(holder, list):
        raise _refused(setting.path, "no_list", step=f"[{step}]")
    if not isinstance(holder, dict | list):
        raise _refused(setting.path, "no_mapping", step=step)
    if isinstance(step, int) and step > len(holder):
        raise _refused(setting.path, "past", step=f"[{step}]", count=len(holder))


def _at(holder: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return holder[step] if step < len(holder) else None
    return holder.get(step)


def _keep(holder: Any, step: str | int, value: Any) -> None:
    if isinstance(step, int) and step == len(holder):
        holder.append(value)
    else:
        holder[step] = value


def _refused(path: str, why: str, faults: Iterable[str] = (), **values: object) -> SettingError:
    return SettingError(path, say("what_if", f"refused.{why}", {"path": path, **values}), tuple(faults))
