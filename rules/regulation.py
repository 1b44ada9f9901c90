"""Which occupations Québec regulates, and who lets people practise them or bear their titles, as far as is known here.

From the laws named and the employment requirements of the NOC 2021; the ministry's own list was not seen, so silence says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rules.parameters import table

Share = Literal["whole", "part"]
"""Of a unit group: all of its occupations, or some."""


@dataclass(frozen=True, slots=True)
class Regulation:
    """Of a unit group or a part of it. `body` and `law`: by language, `fr` and `en`."""

    share: Share
    body: Mapping[str, str]
    law: Mapping[str, str]

    def as_json(self) -> dict[str, object]:
        return {"share": self.share, "body": dict(self.body), "law": dict(self.law)}


def regulations(noc_2021: str) -> tuple[Regulation, ...]:
    """Those of a unit group; none where nothing is known."""
    return _by_group().get(noc_2021, ())


def is_regulated(noc_2021: str) -> bool | None:
    """True where the whole group is regulated; None where a part is, or nothing is known."""
    return True if any(one.share == "whole" for one in regulations(noc_2021)) else None


@cache
def _by_group() -> dict[str, tuple[Regulation, ...]]:
    regulated, groups = table("regulated"), dict[str, tuple[Regulation, ...]]()
    for body in regulated["bodies"]:
        name = {"fr": body["fr"], "en": body.get("en", body["fr"])}  # orders have one name, the French one
        for share in ("whole", "part"):
            one = Regulation(share, name, regulated["laws"][body["law"]])
            groups |= {code: (*groups.get(code, ()), one) for code in body.get(share, ())}
    return groups
