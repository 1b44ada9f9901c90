"""A reader in a process of its own, warm, so that CPU time and peak memory are its own. One page at a time is asked for.

The process is this module run with the reader's name: orders come as lines of JSON on its standard input, answers go out the same way.
It imports the readers and nothing of the rest.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.reading import rivals
from extractors.sandbox.client import ECONOMY

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Timed:
    """What was read, and what it cost, children included. `failed` names the error that came instead.
    `peak_mb`: the largest resident size so far, of the reader or of the largest process that it started."""

    text: str
    undone: int | None
    cpu_s: float
    wall_s: float
    peak_mb: float
    failed: str = ""


class Stall:
    """Where one reader works."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._process = subprocess.Popen([sys.executable, "-m", "bench.reading.stall", name], cwd=_ROOT, env=os.environ | ECONOMY,
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.communicate()

    def read(self, asked: rivals.Asked) -> Timed:
        orders, answers = self._process.stdin, self._process.stdout
        if orders is None or answers is None:
            raise RuntimeError("no pipes")
        orders.write(json.dumps(asdict(asked)) + "\n")
        orders.flush()
        answer = answers.readline()
        if not answer:
            raise RuntimeError(f"the reader {self.name} is gone")
        return Timed(**json.loads(answer))


def cpu_s() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _work(name: str) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints must not land between answers
    reader = rivals.READERS[name]()
    for order in sys.stdin:
        answers.write(json.dumps(asdict(_timed(reader, rivals.Asked(**json.loads(order))))) + "\n")
        answers.flush()


def _timed(reader: rivals.Reader, asked: rivals.Asked) -> Timed:
    cpu, began = cpu_s(), time.perf_counter()
    try:
        read, failed = reader.read(asked), ""
    except Exception as error:  # noqa: BLE001  a reader that fails on a page has read nothing of it, and the others go on
        read, failed = rivals.Read(""), f"{type(error).__name__}: {error}"[:200]
    return Timed(read.text, read.undone, cpu_s() - cpu, time.perf_counter() - began, _peak_mb(), failed)


def _peak_mb() -> float:
    own = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())  # ru_maxrss would hold what this was started from
    return max(int(own[1]) if own else 0, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


if __name__ == "__main__":
    _work(sys.argv[1])
