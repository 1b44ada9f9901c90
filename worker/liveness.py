"""Both ends of being alive: a worker says that it is there, and notices when it is there for nothing.

A worker whose connection was dropped can look alive and consume nothing for ever (no log line, no answer to a ping). So the test is
consumption: work has waited long, and this worker does nothing. It then ends, and whoever started it starts it again.
"""

from __future__ import annotations

import os
import threading

import structlog
from celery.worker import state

from casefile import jobs
from casefile.settings import Settings
from casefile.store.database import Database

WEDGED_EXIT = 70

# The watched process forks children. SQLite must not be open across a fork (a child would inherit locks that nobody ever releases):
# the watch opens its connection under this lock, and a fork waits for it.
_no_fork = threading.Lock()
os.register_at_fork(before=_no_fork.acquire, after_in_parent=_no_fork.release, after_in_child=_no_fork.release)


def watch(worker: str, settings: Settings) -> threading.Thread:
    """Start the watch of this worker, in a thread of its main process with a database connection of its own."""
    thread = threading.Thread(target=_watch, args=(worker, settings), name="liveness", daemon=True)
    thread.start()
    return thread


def _watch(worker: str, settings: Settings) -> None:
    pause = threading.Event()
    idle_s = 0.0
    while not pause.wait(settings.heartbeat_s):
        busy = bool(state.active_requests)
        idle_s = 0.0 if busy else idle_s + settings.heartbeat_s
        try:
            waiting_s = _beat(worker, settings, busy)
        except Exception as error:  # noqa: BLE001  without the database nobody can tell; try again
            structlog.get_logger().warning("no sign of life", worker=worker, error=type(error).__name__)
            continue
        if is_wedged(idle_s, waiting_s, settings):
            structlog.get_logger().error("alive but taking no work: ending, to be started again", worker=worker)
            os._exit(WEDGED_EXIT)


def _beat(worker: str, settings: Settings, busy: bool) -> float:
    """Tell that we are there; returns how many seconds the oldest document has waited."""
    with _no_fork:
        database = Database(settings.database)
        try:
            with database.write() as session:
                jobs.beat(session, worker, consumed=busy)
                return jobs.health(session).oldest_waiting_s or 0.0
        finally:
            database.close()


def is_wedged(idle_s: float, waiting_s: float, settings: Settings) -> bool:
    """Work has waited through two announcements while this worker did nothing at all."""
    patience = 2 * (settings.unpublished_s + settings.sweep_s)
    return idle_s > patience and waiting_s > patience
