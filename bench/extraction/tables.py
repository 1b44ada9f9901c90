"""The figures as tables on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from bench.extraction.score import APART, Figures, KindOutcome, Outcome, figures

_BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.001)
_HEAD = f"{'asked':>7}{'recall':>8}{'prec.':>8}{'F1':>8}{'sure wrong':>14}{'surely':>8}{'placed':>8}"


def by(what: str, outcomes: Sequence[Outcome], kinds: Sequence[KindOutcome], key: Callable[[Outcome], str],
       kind_key: Callable[[KindOutcome], str] | None = None, *, worst_first: bool = False) -> None:
    """A line for each value of a key, and one for all."""
    rows = [(label, figures([one for one in outcomes if key(one) == label], [one for one in kinds if kind_key and kind_key(one) == label]))
            for label in sorted({key(one) for one in outcomes})]
    if worst_first:
        rows.sort(key=lambda row: (not row[1].asked, row[1].f1))
    print(f"\n{what:<34}{_HEAD}{'kind' if kind_key else '':>7}")
    for label, row in [*rows, ("all", figures(outcomes, kinds))]:
        print(_row(label, row, with_kinds=kind_key is not None))


def _row(label: str, row: Figures, *, with_kinds: bool) -> str:
    kinds = f"{row.kinds:7.3f}" if with_kinds else ""
    return (f"{label:<34.34}{row.asked:7}{row.recall:8.3f}{row.precision:8.3f}{row.f1:8.3f}"
            f"{row.sure_wrong:8.4f} ({row.sure_wrongs:3}){row.surely:8.3f}{row.placed:8.3f}{kinds}")


def summary(name: str, outcomes: Sequence[Outcome], kinds: Sequence[KindOutcome]) -> None:
    """What the tables have no room for: values that nobody asked for, documents too many, codes of occupations."""
    uncalled = [one for one in outcomes if one.uncalled]
    extra = sum(one.want is None for one in kinds)
    lost = sum(one.got is None for one in kinds)
    print(f"\n{name}: {len(uncalled)} values that the papers do not bear ({sum(one.sure for one in uncalled)} of them sure), "
          f"{extra} documents too many, {lost} not found")


def codes(outcomes: Iterable[Outcome]) -> None:
    given = [one for one in outcomes if one.name in APART and one.want is not None and one.got is not None]
    if given:
        right = sum(one.verdict == "right" for one in given)
        print(f"codes of occupations (in no total): {right} of {len(given)} as expected")


def reliability(outcomes: Sequence[Outcome]) -> list[tuple[float, float, int, float, float]]:
    """Of the values given with a confidence, how many are right: low end, high end, count, mean confidence, share right."""
    given = [one for one in outcomes if one.verdict != "missed"]
    rows = []
    for low, high in pairwise(_BINS):
        there = [one for one in given if low <= one.confidence < high]
        if there:
            rows.append((low, min(high, 1.0), len(there), sum(one.confidence for one in there) / len(there),
                         sum(one.verdict == "right" for one in there) / len(there)))
    return rows


def print_reliability(rows: Sequence[tuple[float, float, int, float, float]]) -> None:
    print(f"\n{'confidence':<16}{'values':>8}{'mean':>8}{'right':>8}")
    for low, high, count, mean, right in rows:
        print(f"{f'{low:.2f} to {high:.2f}':<16}{count:>8}{mean:>8.3f}{right:>8.3f}  {'#' * round(30 * right)}")


def errors(outcomes: Sequence[Outcome], most: int) -> None:
    """What was given wrong, surest first, then what was missed."""
    wrong = sorted((one for one in outcomes if one.verdict == "wrong"), key=lambda one: -one.confidence)
    missed = [one for one in outcomes if one.verdict == "missed" and one.got is None]
    for one in [*wrong, *missed][:most]:
        sure = f"{one.confidence:.2f}" if one.verdict == "wrong" else "missed"
        print(f"{sure:<7}{one.render}/{one.paper} {one.name}[{one.group}]: want {one.want!r}, got {one.got!r}")


def kind_errors(kinds: Iterable[KindOutcome]) -> None:
    for one in kinds:
        if one.want != one.got:
            print(f"kind   {one.render}/{one.paper}: want {one.want}, got {one.got}")
