"""The processes of the house and how each is started: one table for `attesta run`, for containers and for tests alike."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from attesta import queue_server
from casefile import jobs
from casefile.settings import Settings
from casefile.store.database import Database
from extractors.intake.limits import LIMITS
from extractors.sandbox.confine import confine, die_with_parent

_ENVIRONMENT = {
    "OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",  # processes run in parallel, not threads
    "PYTHONFAULTHANDLER": "1",  # a crash in native code leaves a trace
    "REMAP_SIGTERM": "SIGQUIT",  # Celery: on TERM finish what is nearly done, hand the rest back
}

DIE_WITH_PARENT = "ATTESTA_DIE_WITH_PARENT"
"""Set by a supervisor that should leave nothing behind, even when it is killed itself."""


@dataclass(frozen=True, slots=True)
class Process:
    """`command`: what is run; `needs_queue`: whether it is of use only with the queue."""

    about: str
    command: tuple[str, ...]
    stop_s: int = 10
    environment: Mapping[str, str] = field(default_factory=lambda: _ENVIRONMENT)


def processes(settings: Settings) -> dict[str, Process]:
    """Every long-running process by name."""
    python = sys.executable
    celery = (python, "-m", "celery", "--quiet", "--app", "worker.app")
    worker = (*celery, "worker", "--without-gossip", "--without-mingle", "--loglevel", "WARNING")
    at_once = str(settings.worker_processes or len(os.sched_getaffinity(0)))
    return {
        "worker": Process("reads documents", (*worker, "--queues", "heavy", "--concurrency", at_once, "--hostname", "worker@%h"), 40),
        "keeper": Process("heals what was lost", (*worker, "--queues", "sweep", "--pool", "solo", "--hostname", "keeper@%h"), 40),
        "beat": Process("wakes the keeper", (*celery, "beat", "--loglevel", "WARNING", "--pidfile", "")),
        "web": Process("the portal", (python, "-m", "web.serve")),
    }


def become(options: argparse.Namespace) -> int:
    """`attesta process NAME`: turn into one of the processes."""
    settings = Settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if options.name == "migrate":
        Database(settings.database).migrate()
        return 0
    if options.name == "healthy":
        return int(not _worker_alive(settings))
    if os.environ.get(DIE_WITH_PARENT):
        die_with_parent(signal.SIGTERM)
    if options.name == "queue":
        command = queue_server.command(settings)
        return os.execv(command[0], command)  # noqa: S606  our own command
    process = processes(settings)[options.name]
    if options.name == "worker":
        _tell_of_gaps()
    return os.execvpe(process.command[0], process.command, {**os.environ, **process.environment})  # noqa: S606  our own command


_GAPS = {"network": "reach the network, which must be cut from outside", "files": "see every file that this user may read"}


def _tell_of_gaps() -> None:
    """One line where this kernel cannot confine the readers of uploads wholly. Tried in a child: confinement is for good."""
    child = os.fork()
    if child == 0:
        try:
            if missing := confine(LIMITS, Path(tempfile.gettempdir())):
                told = " and ".join(_GAPS[each] for each in missing)
                sys.stderr.write(f"attesta: on this kernel readers of uploads can {told} (docs/architecture.md, Confinement)\n")
                sys.stderr.flush()
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def _worker_alive(settings: Settings) -> bool:
    """Whether some worker on this machine gave a sign of life within three heartbeats."""
    with Database(settings.database).read() as session:
        return jobs.seen_within(session, socket.gethostname(), 3 * settings.heartbeat_s + 5)
