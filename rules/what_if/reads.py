"""Which facts a condition looks at: it is judged on facts that note what is asked of them.

A single change can turn a stream only if every condition that holds the stream back looks at the fact that changes. That is all the
search needs to know, so that no program, and no condition, lists its own remedies.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import FunctionType, MethodType
from typing import Any, cast

from pydantic import BaseModel

from rules.core.case import Case
from rules.core.finding import Condition, Stream
from rules.core.law import law_on
from rules.core.readings import judge, texts_of
from rules.facts import Facts, Stated


@dataclass(frozen=True, slots=True)
class Place:
    """A key of the facts that was looked at: its path, the mapping that it stands in (or would), its name there."""

    path: str
    owner: BaseModel = field(repr=False, compare=False)
    key: str

    @property
    def present(self) -> Any:
        """What stands there; None: nothing."""
        return getattr(self.owner, self.key)


def looked_at(condition: Condition, stream: Stream, table: str, facts: Facts, day: dt.date) -> dict[str, Place]:
    """The places that judging a condition looks at, by path, the clause that chooses its text included."""
    seen: dict[str, Place] = {}
    watched = cast("Facts", _Watched(facts, "", seen))
    case = Case(watched, day, law_on(table, day))
    judge(condition, texts_of(stream.transition, case))
    return seen


class _Watched:
    """Stands in for a model of the facts, and for its class, and notes each key that is read."""

    def __init__(self, model: BaseModel, path: str, seen: dict[str, Place]) -> None:
        self._model, self._path, self._seen = model, path, seen
        self._kept: dict[str, Any] = {}

    @property  # type: ignore[misc]  # isinstance() has to see the model's own class
    def __class__(self) -> type:
        return type(self._model)

    def __getattr__(self, name: str) -> Any:
        model = type(self._model)
        if name not in model.model_fields:
            found = getattr(model, name)
            return MethodType(found, self) if isinstance(found, FunctionType) else getattr(self._model, name)
        if name not in self._kept:
            path = self._path if issubclass(model, Stated) and name == "value" else f"{self._path}.{name}".lstrip(".")
            self._seen.setdefault(path, Place(path, self._model, name))
            self._kept[name] = _watched(getattr(self._model, name), path, self._seen)
        return self._kept[name]


def _watched(value: Any, path: str, seen: dict[str, Place]) -> Any:
    if isinstance(value, BaseModel):
        return _Watched(value, path, seen)
    if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        return tuple(_Watched(item, f"{path}[{index}]", seen) for index, item in enumerate(value))
    return value


def seen_by_all(places: list[Mapping[str, Place]]) -> list[Place]:
    """The places that are in every one of some mappings, in the order of the first."""
    return [place for path, place in places[0].items() if all(path in other for other in places[1:])] if places else []
