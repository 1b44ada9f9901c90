"""The same ten conditions in OpenFisca and in GoRules Zen: how long one check takes there (packages of `bin/setup bench`).

A work stream of the orderlies pilot with its figures, on facts made ready for each engine: months are given, not counted, and
neither engine knows an unknown, carries a citation or says what comes of it. `ours` judges that stream alone, with all of that.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from typing import Any

import rules
from rules.rendering import assessment
from tests.rules.people import orderly

FACTS: dict[str, Any] = {
    "age": 34, "intent": True, "undertaking": True, "values": True, "in_quebec": True, "occupation": "33102", "hours": 37, "months": 26,
    "months_in_quebec": 26, "listening": 8, "speaking": 7,
}  # fmt: skip
CONDITIONS = {
    "age_ok": "age >= 18", "intent_ok": "intent", "undertaking_ok": "undertaking", "values_ok": "values", "stay_ok": "in_quebec",
    "occupation_ok": "occupation == '33102'", "full_time_ok": "hours >= 30", "experience_ok": "months >= 24",
    "quebec_ok": "months_in_quebec >= 12", "french_ok": "listening >= 7 and speaking >= 7",
}  # fmt: skip


def median(check: Callable[[], object], times: int = 400) -> float:
    """Milliseconds of processor time a check, the median of some after a few to warm up."""
    for _ in range(20):
        check()
    found = []
    for _ in range(times):
        start = time.process_time()
        check()
        found.append((time.process_time() - start) * 1000)
    return round(statistics.median(found), 3)


def zen() -> Callable[[], object]:
    """A decision of one expression node."""
    import zen as engine  # Only the bench's own environment has it.

    expressions = [{"id": key, "key": key, "value": rule} for key, rule in CONDITIONS.items()]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "rules", "type": "expressionNode", "name": "rules", "content": {"expressions": expressions}},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [{"id": f"{one} {two}", "sourceId": one, "targetId": two, "type": "edge"} for one, two in (("in", "rules"), ("rules", "out"))]
    decision = engine.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
    assert all(decision.evaluate(FACTS)["result"][key] is True for key in CONDITIONS)
    return lambda: decision.evaluate(FACTS, {"trace": True})


def openfisca() -> Callable[[], object]:
    """Ten variables of a person, each with a formula, and one that wants them all."""
    from openfisca_core import entities, periods, simulations, taxbenefitsystems, variables  # Only the bench's own environment has it.

    person = entities.Entity("person", "persons", "", "")
    system = taxbenefitsystems.TaxBenefitSystem([person])

    def variable(name: str, kind: type, formula: Any = None) -> None:
        parts = {"value_type": kind, "entity": person, "definition_period": periods.DateUnit.MONTH, "label": name}
        system.add_variable(type(name, (variables.Variable,), parts | ({"formula": formula} if formula else {})))

    for name, value in FACTS.items():
        variable(name, int if isinstance(value, str) else type(value))

    def formula(rule: str) -> Any:
        words = [name for name in FACTS if name in rule.replace("'", " ").split()]
        code = compile(rule.replace("'33102'", "33102").replace(" and ", ") & (").join("()"), rule, "eval")
        return lambda people, period: eval(code, {name: people(name, period) for name in words})  # Our own ten lines.

    for name, rule in CONDITIONS.items():
        variable(name, bool, formula(rule))
    given = {name: {"2024-09": int(value) if isinstance(value, str) else value} for name, value in FACTS.items()}
    builder = simulations.SimulationBuilder

    def check() -> bool:
        simulation = builder().build_from_dict(system, {"persons": {"one": given}})
        simulation.trace = True
        return all(bool(simulation.calculate(name, "2024-09")[0]) for name in CONDITIONS)

    assert check()
    return check


def ours() -> Callable[[], object]:
    """The same program judged here, with bounds, reasons, needs and the days to come."""
    facts = rules.facts_of(orderly())
    return lambda: assessment(rules.evaluate(facts, None, ["pilot_orderlies"]))


def compared() -> dict[str, float | str]:
    """Milliseconds a check, by engine; of an engine that is not there, that it is not."""
    found: dict[str, float | str] = {}
    for name, make in {"attesta (both streams of the orderlies pilot)": ours, "zen": zen, "openfisca": openfisca}.items():
        try:
            found[name] = median(make())
        except ImportError:
            found[name] = "not installed: bin/setup bench"
    return found
