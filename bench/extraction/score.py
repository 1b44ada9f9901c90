"""What an answer is worth beside the truth of its file.

Each value is one outcome: `right`, `missed`, or `wrong`. A given value is wrong if the truth has another one, and, in a paper whose
truth is told whole, also if the truth has none; elsewhere what the truth does not ask for costs nothing. Optional values cost nothing
when left out. Codes of occupations are counted apart: their truth is a matter of opinion.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any, Literal

from bench.extraction.values import same

Json = Any
Told = dict[str, Json]
Verdict = Literal["right", "missed", "wrong"]

SURE = 0.95
APART = frozenset({"position.noc_2021", "position.noc_2016"})
_POSITION = "position."
_LYING = 0.5
"""Share of a given box that must lie on the true words, where it has only some of them."""
_MOST_PAIRED = 6
"""Positions of a letter that are tried in every order."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One value. `uncalled`: the truth has no value of this name. `placed`: whether the box is on the right words; None where no one
    place is right. `want` and `got` are the values; `clue` is what the answer says of how it was found."""

    render: str
    paper: str
    kind: str
    name: str
    group: int
    verdict: Verdict
    optional: bool = False
    uncalled: bool = False
    confidence: float = 0.0
    placed: bool | None = None
    want: Json = None
    got: Json = None
    clue: Json = None

    @property
    def sure(self) -> bool:
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class KindOutcome:
    """One document and what it was taken for; `got` is None where none was found on its pages, `want` where there is none."""

    render: str
    paper: str
    want: str | None
    got: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """`sure_wrong`: share of wrong ones among values given surely. `surely`: share of the truth read right and surely."""

    asked: int
    recall: float
    precision: float
    f1: float
    sure_wrong: float
    sure_wrongs: int
    surely: float
    placed: float
    kinds: float


def judge(render: str, paper: str, truth: Sequence[Told], told: Sequence[Told], *,
          lenient: bool = False) -> tuple[list[Outcome], list[KindOutcome]]:
    """All outcomes of a file. `lenient`: also of a paper whose truth is told whole, what is not asked costs nothing."""
    outcomes: list[Outcome] = []
    kinds: list[KindOutcome] = []
    pairs, left = _paired_documents(truth, told)
    for document, given in pairs:
        kinds.append(KindOutcome(render, paper, document["kind"], given["kind"] if given else None))
        whole = bool(document.get("whole")) and not lenient
        outcomes += _document(render, paper, document, list(given["fields"]) if given else [], whole=whole)
    kinds += [KindOutcome(render, paper, None, given["kind"]) for given in left]
    return outcomes, kinds


def figures(outcomes: Iterable[Outcome], kinds: Iterable[KindOutcome] = ()) -> Figures:
    of = list(outcomes)
    asked = [one for one in of if not one.optional and one.verdict != "wrong"]
    right = [one for one in asked if one.verdict == "right"]
    wrong = [one for one in of if one.verdict == "wrong"]
    sure = [one for one in right if one.sure]
    sure_wrong = [one for one in wrong if one.sure]
    places = [one.placed for one in of if one.placed is not None]
    wanted = [one for one in kinds if one.want is not None]
    recall, precision = _share(len(right), len(asked)), _share(len(right), len(right) + len(wrong))
    return Figures(
        len(asked), recall, precision, _share(2 * precision * recall, precision + recall),
        _share(len(sure_wrong), len(sure) + len(sure_wrong)), len(sure_wrong), _share(len(sure), len(asked)),
        _share(sum(places), len(places)), _share(sum(one.want == one.got for one in wanted), len(wanted)),
    )


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _document(render: str, paper: str, truth: Told, given: list[Told], *, whole: bool) -> Iterator[Outcome]:
    asked = {field["name"] for field in truth["fields"]}
    groups = _paired_groups(truth["fields"], given)
    left = list(given)
    for field in truth["fields"]:
        hit = next((one for one in left if _place(one, groups) == _place(field) and _is_right(field, one)), None)
        about = (render, paper, truth["kind"], *_place(field))
        if hit is not None:
            left.remove(hit)
            yield Outcome(*about, "right", optional=bool(field.get("optional")), confidence=hit.get("confidence", 0.0),
                          placed=_placed(hit, field), want=field["value"], got=hit["value"], clue=hit.get("clue"))
        elif not field.get("optional"):
            there = [one["value"] for one in left if _place(one, groups) == _place(field)]
            yield Outcome(*about, "missed", want=field["value"], got=there[0] if there else None)
    for one in left:
        if whole or one["name"] in asked:
            want = [field["value"] for field in truth["fields"] if _place(field) == _place(one, groups)]
            yield Outcome(render, paper, truth["kind"], *_place(one, groups), "wrong", uncalled=one["name"] not in asked,
                          confidence=one.get("confidence", 0.0), want=want[0] if want else None, got=one["value"],
                          clue=one.get("clue"))


def _place(field: Told, groups: dict[int, int] | None = None) -> tuple[str, int]:
    """The name, and of positions the group (`groups`: from those given to those of the truth)."""
    if not field["name"].startswith(_POSITION):
        return field["name"], 0
    group: int = field.get("group", 0)
    return field["name"], (groups or {}).get(group, group)


def _is_right(truth: Told, given: Told) -> bool:
    return any(same(truth["name"], value, given["value"]) for value in (truth["value"], *truth.get("accept", ())))


def _placed(given: Told, truth: Told) -> bool | None:
    """None where no one place is right: the words stand in several, or another value was accepted."""
    there = truth.get("box") and same(truth["name"], truth["value"], given["value"])
    return _on_the_words(given, truth) if there else None


def _on_the_words(given: Told, truth: Told) -> bool:
    """Whether the given boxes hold most of the words' first line, or lie on it, and are not simply much of the page."""
    if given.get("page") != truth.get("page"):
        return False
    left, top, right, bottom = truth["box"]
    area = (right - left) * (bottom - top)
    held = sum(max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, bottom) - max(y0, top)) for x0, y0, x1, y1 in given["boxes"])
    covered = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in given["boxes"])
    return bool((held >= area / 2 and covered <= max(0.25, 6 * area)) or held >= _LYING * covered > 0)


def _paired_documents(truth: Sequence[Told], told: Sequence[Told]) -> tuple[list[tuple[Told, Told | None]], list[Told]]:
    """Each true document with the one told of that shares most pages with it, each of those once; and what is left of them."""
    left, pairs = list(told), []
    for document in truth:
        pages = set(document["pages"])
        best = max(left, key=lambda one: len(pages & set(one["pages"])), default=None)
        if best is not None and not pages & set(best["pages"]):
            best = None
        if best is not None:
            left.remove(best)
        pairs.append((document, best))
    return pairs, left


def _paired_groups(truth: Sequence[Told], given: Sequence[Told]) -> dict[int, int]:
    """From the groups given to those of the truth, so that most values agree: letters count positions up or down."""
    ours, theirs = _groups(truth), _groups(given)
    if len(ours) < 2 and len(theirs) < 2:
        return {}
    agree = {(there, here): sum(_is_right(field, one) for field in truth if _in_group(field, here)
                                for one in given if _in_group(one, there) and one["name"] == field["name"])
             for there in theirs for here in ours}
    slots: list[int | None] = [*ours[:_MOST_PAIRED], *([None] * max(0, len(theirs) - len(ours)))]
    orders = permutations(slots, min(len(theirs), len(slots)))
    best = max(orders, key=lambda order: sum(agree[there, here] for there, here in zip(theirs, order, strict=False) if here is not None))
    pairs = {there: here for there, here in zip(theirs, best, strict=False) if here is not None and agree[there, here]}
    unknown = max([*ours, *theirs]) + 1
    return {there: pairs.get(there, there if there not in pairs.values() else unknown + there) for there in theirs}


def _groups(fields: Sequence[Told]) -> list[int]:
    return sorted({field.get("group", 0) for field in fields if field["name"].startswith(_POSITION)})


def _in_group(field: Told, group: int) -> bool:
    return bool(field["name"].startswith(_POSITION)) and field.get("group", 0) == group
