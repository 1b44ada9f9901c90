"""Milliseconds a case and cases a second on two cores: all programs, all streams, with explanation, from facts to the JSON shape.

    python -m bench.rules.run [SECONDS]

The cases are the scenarios of tests/rules. Processor time is told beside the clock: on a busy machine only the first compares.
"""

from __future__ import annotations

import json
import multiprocessing
import statistics
import sys
import time
from pathlib import Path

import yaml

import rules

SCENARIOS = Path(__file__).parents[2] / "tests" / "rules" / "scenarios"
CORES = 2


def cases() -> list[rules.Facts]:
    """The facts of every scenario."""
    files = sorted(SCENARIOS.glob("*.yaml"))
    return [rules.facts_of(scenario["facts"]) for file in files for scenario in yaml.safe_load(file.read_text("utf-8"))]


def judged_within(seconds: float) -> int:
    """How many cases one process judges in that time."""
    known, count, end = cases(), 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        rules.evaluate(known[count % len(known)]).as_json()
        count += 1
    return count


def main() -> None:
    """Measure and print one JSON object."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    known = cases()
    for facts in known:  # Tables are read once.
        rules.evaluate(facts).as_json()
    times = []
    for facts in known * 3:
        start = time.process_time()
        rules.evaluate(facts).as_json()
        times.append((time.process_time() - start) * 1000)
    with multiprocessing.get_context("spawn").Pool(CORES) as pool:
        counts = pool.map(judged_within, [seconds] * CORES)
    told = {
        "cases": len(known),
        "programs": len(rules.PROGRAMS),
        "ms_a_case": {"median": round(statistics.median(times), 2), "p95": round(sorted(times)[int(0.95 * len(times))], 2)},
        "cases_a_second": {"cores": CORES, "rate": round(sum(counts) / seconds)},
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
