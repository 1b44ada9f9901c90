"""How fast the rules found on Python's path judge: one JSON object. Run by run.py, once as Python and once compiled.

    python -m bench.rules.pace [--cases 20000] [--cores 2] [--first FOLDER]

The cases are the scenarios of tests/rules, each judged by all programs. Processor time is told beside the clock: on a machine
that does other things too only the first compares.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import platform
import statistics
import sys
import time
from pathlib import Path
from typing import Any

if "--first" in sys.argv:  # before the rules are imported
    sys.path.insert(0, sys.argv[sys.argv.index("--first") + 1])

import rules
from tests.rules.book import load


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


def measured(count: int, cores: int) -> dict[str, Any]:
    """Milliseconds a case, cases a second, and what the answers to all cases hash to."""
    known, times, answers = cases(), [], hashlib.sha256()
    for facts in known * 2:
        start = time.process_time()
        answer = rules.evaluate(facts).as_json()
        times.append((time.process_time() - start) * 1000)
        answers.update(json.dumps(answer, ensure_ascii=False).encode())
    times = sorted(times[len(known) :])  # The first round reads tables.
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        spent = pool.map(judged, [count // cores] * cores)
    return {
        "python": f"{platform.python_version()} of {sys.base_prefix}",  # built without profiling it takes a third longer
        "scenarios": len(known),
        "ms_a_case": {"median": round(statistics.median(times), 2), "p95": round(times[int(0.95 * len(times))], 2)},
        "many": {
            "cases": count,
            "cores": cores,
            "cases_a_second_by_the_clock": round(count / max(clock for clock, _ in spent)),
            "cases_a_second_of_processor_time": round(sum(count / cores / worked for _, worked in spent)),
        },
        "answers": answers.hexdigest()[:16],
        "compiled": Path(sys.modules["rules.assessment"].__file__ or "").suffix == ".so",
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--first", help="a folder that goes before all others on Python's path: that of bin/compile-rules")
    asked = parser.parse_args()
    print(json.dumps(measured(asked.cases, asked.cores)))
