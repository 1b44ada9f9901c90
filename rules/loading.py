"""From a file's text, or from plain data, to facts; or a refusal that lists every fault."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from pydantic import ValidationError

from rules import faults, yaml_text
from rules.errors import FactsError
from rules.facts import Facts
from rules.scalars import read_day


def load_facts(text: str | bytes) -> Facts:
    """Read facts written in YAML or JSON. Raises FactsError listing every fault by its path."""
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise FactsError(["file: is not text in UTF-8"]) from None
    return facts_of(yaml_text.read(text))


def facts_of(data: object) -> Facts:
    """Facts from plain mappings, lists, text, numbers and dates. Raises FactsError like :func:`load_facts`."""
    data = faults.without_nulls({} if data is None else data)
    if not isinstance(data, Mapping):
        raise FactsError(["file: is not a mapping of facts"])
    try:
        return Facts.model_validate(data, context={"as_of": _day_judged(data)})
    except ValidationError as error:
        raise FactsError(faults.lines(error)) from None


def _day_judged(data: Mapping[str, object]) -> dt.date | None:
    try:
        return read_day(data.get("as_of")).first
    except ValueError:
        return None
