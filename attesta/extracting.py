"""`attesta extract` and `attesta facts`: files read on all cores, answers in the order given, no server needed."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import yaml

from attesta.cli import DONE, SOME_FAILED, WrongCall, complain
from attesta.tables import print_evidence
from casefile.facts import Statement, facts_of, statements
from casefile.settings import Settings
from extractors.errors import ReaderLost
from extractors.evidence import FileReading, Issue
from extractors.messages import message
from extractors.reading import refused
from extractors.sandbox import Sandbox

_EVIDENCE_ENDINGS = {".json", ".jsonl"}


def run(options: argparse.Namespace) -> int:
    as_json = options.json or not sys.stdout.isatty()
    status = DONE
    for reading in read_all(options.files, jobs=options.jobs):
        if as_json:
            print(json.dumps(reading.as_json(), ensure_ascii=False), flush=True)
        else:
            print_evidence(reading)
        if reading.failed:
            complain(f"{reading.file}: {' '.join(message(issue.code)['en'] for issue in reading.issues)}")
            status = SOME_FAILED
    return status


def read_all(names: Sequence[str], *, jobs: int = 0) -> Iterator[FileReading]:
    """Every file's reading, in the order given. A file that is not there, or that kills its reader, gives a reading with an issue."""
    today = dt.date.today()
    own = threading.local()
    with ExitStack() as sandboxes, ThreadPoolExecutor(max_workers=jobs or len(os.sched_getaffinity(0))) as pool:
        def read(name: str) -> FileReading:
            if not hasattr(own, "sandbox"):
                own.sandbox = sandboxes.enter_context(Sandbox(tables=Settings().occupations_dir))
            return _read(own.sandbox, name, today)
        yield from pool.map(read, names)


def _read(sandbox: Sandbox, name: str, today: dt.date) -> FileReading:
    try:
        content = Path(name).read_bytes()
    except OSError as error:
        complain(f"{name}: {error.strerror or 'cannot be read'}; check the name and that you may read it")
        return refused(b"", name, Issue("unreadable"))
    try:
        return sandbox.read(content, name, today)
    except ReaderLost as lost:
        return refused(content, name, lost.issue)


def run_facts(options: argparse.Namespace) -> int:
    evidence = [name for name in options.files if name == "-" or Path(name).suffix in _EVIDENCE_ENDINGS]
    documents = [name for name in options.files if name not in evidence]
    status = DONE
    stated: list[Statement] = []
    for reading in _evidence_lines(evidence):
        stated += statements(reading)
    for read in read_all(documents):
        stated += statements(dict(read.as_json()))
        status = SOME_FAILED if read.failed else status
    facts = facts_of(stated, options.as_of or dt.date.today())
    print(json.dumps(facts, ensure_ascii=False) if options.json else yaml.safe_dump(facts, allow_unicode=True, sort_keys=False), end="")
    return status


def _evidence_lines(names: Sequence[str]) -> Iterator[dict[str, Any]]:
    for name in names:
        try:
            text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8")
            yield from (json.loads(line) for line in text.splitlines() if line.strip())
        except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
            raise WrongCall(f"{name}: no lines of evidence ({error}); give what `attesta extract --json` printed") from error
