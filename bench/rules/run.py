"""Milliseconds a case and cases a second on two cores: all programs, all streams, with explanation, from facts to the JSON shape.

    python -m bench.rules.run [--cases 20000] [--cores 2]

As Python, and compiled where bin/compile-rules has made var/compiled; both must answer alike to the byte. OpenFisca and Zen are asked
ten conditions of one program (rivals.py).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import rules
from bench.rules.rivals import compared

LOADING = "import time, pydantic, yaml; start = time.process_time(); import rules; print((time.process_time() - start) * 1000)"
COMPILED = Path(__file__).parents[2] / "var" / "compiled"


def main() -> None:
    """Measure and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--cores", type=int, default=2)
    asked = parser.parse_args()
    size = ["--cases", str(asked.cases), "--cores", str(asked.cores)]
    told = {"programs": len(rules.PROGRAMS), "as Python": _paced(size)}
    if COMPILED.exists():
        told["compiled"] = _paced([*size, "--first", str(COMPILED)])
        if told["compiled"]["answers"] != told["as Python"]["answers"]:
            raise SystemExit("the compiled rules answer otherwise: bin/compile-rules makes them anew")
    loading = [float(subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True).stdout) for _ in range(5)]
    print(json.dumps(told | {"loading_ms": round(min(loading)), "ten_conditions_ms": compared()}, indent=2))


def _paced(arguments: list[str]) -> Any:
    """What pace.py measures in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "bench.rules.pace", *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    main()
