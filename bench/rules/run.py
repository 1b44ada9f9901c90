"""Milliseconds a case and cases a second on two cores: all programs, all streams, with explanation, from facts to the JSON shape.

    python -m bench.rules.run [--cases 20000] [--cores 2]

The cases are the scenarios of tests/rules, each judged by all programs. Processor time is told beside the clock: on a machine
that does other things too only the first compares. OpenFisca and Zen are asked ten conditions of one program (rivals.py).
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import statistics
import subprocess
import sys
import time

import rules
from bench.rules.rivals import compared
from tests.rules.book import load

LOADING = "import time, pydantic, yaml; start = time.process_time(); import rules; print((time.process_time() - start) * 1000)"


def cases() -> list[rules.Facts]:
    """The facts of every scenario that tells of a person."""
    return [one.known for one in load() if len(one.facts) > 1]


def judged(count: int) -> tuple[float, float]:
    """Judge so many cases in one process: seconds by the clock, and of processor time."""
    known = cases()
    for facts in known[::10]:
        rules.evaluate(facts).as_json()
    start, worked = time.perf_counter(), time.process_time()
    for index in range(count):
        rules.evaluate(known[index % len(known)]).as_json()
    return time.perf_counter() - start, time.process_time() - worked


def main() -> None:
    """Measure and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--cores", type=int, default=2)
    asked = parser.parse_args()
    known = cases()
    times = []
    for facts in known * 2:
        start = time.process_time()
        rules.evaluate(facts).as_json()
        times.append((time.process_time() - start) * 1000)
    times = sorted(times[len(known) :])  # The first round reads tables.
    with multiprocessing.get_context("spawn").Pool(asked.cores) as pool:
        spent = pool.map(judged, [asked.cases // asked.cores] * asked.cores)
    loading = [float(subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True).stdout) for _ in range(5)]
    told = {
        "cases": len(known),
        "programs": len(rules.PROGRAMS),
        "ms_a_case": {"median": round(statistics.median(times), 2), "p95": round(times[int(0.95 * len(times))], 2)},
        "many": {
            "cases": asked.cases,
            "cores": asked.cores,
            "cases_a_second_by_the_clock": round(asked.cases / max(clock for clock, _ in spent)),
            "cases_a_second_of_processor_time": round(sum(asked.cases / asked.cores / worked for _, worked in spent)),
        },
        "loading_ms": round(min(loading)),
        "ten_conditions_ms": compared(),
    }
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
