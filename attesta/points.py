"""`attesta points`: the likely points that rank a declaration of interest in the PSTQ. Information, never a verdict."""

from __future__ import annotations

import argparse
from typing import Any

import rules
from attesta.evaluating import Answer, answer_each, facts_from


def run(options: argparse.Namespace) -> int:
    return answer_each(options, _answer, _print)


def _answer(name: str, options: argparse.Namespace) -> Answer:
    judged: Any = rules.evaluate(facts_from(name, options.set), options.as_of, ["pstq"]).as_json()
    supposed = {"supposed": options.set} if options.set else {}
    return {"as_of": judged["as_of"], "rules_version": judged["rules_version"], **judged["programs"][0]["points"], **supposed}


def _print(answer: Answer) -> None:
    print(f"\nAs of {answer['as_of']} (grid of {answer['version']}, {answer['certainty']['en']})")
    for supposed in answer.get("supposed", ()):
        print(f"Supposing {supposed}")
    for part in answer["parts"]:
        print(f"\n{_line(part, 0)}")
        for factor in part["factors"]:
            print(_line(factor, 2))
    print(f"\n{_line({**answer, 'name': {'en': 'All'}}, 0)}\n{answer['note']['en']}")


def _line(one: dict[str, Any], indent: int) -> str:
    low, high = one["range"]
    points = str(low) if low == high else f"{low} to {high}"
    return f"{' ' * indent}{one['name']['en']:<{82 - indent}} {points:>12} of {one['max']}"
