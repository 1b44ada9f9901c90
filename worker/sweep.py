"""What heals: jobs whose worker vanished, messages that never came or were lost, folders left by dead readers. Idempotent."""

from __future__ import annotations

import shutil
import tempfile
import time
import uuid
from pathlib import Path

import structlog

from casefile import jobs
from worker.house import House

_LOCK_S = 25.0
_READERS_FOLDER = "attesta-reader-*"
_OLD_S = 900.0


def sweep(house: House) -> None:
    """One round. One at a time, by a lock that ends by itself."""
    owner = uuid.uuid4().hex
    with house.database.write() as session:
        if not jobs.lock(session, "sweep", owner, _LOCK_S):
            return
    with house.database.write() as session:
        again, set_aside = jobs.reclaim(session, house.settings)
        jobs.wake(session)
        waiting = jobs.unpublished(session, house.settings)
    for job_id in waiting:
        house.announcer.announce(job_id)
    _remove_old_folders()
    with house.database.write() as session:
        jobs.unlock(session, "sweep", owner)
    if again or set_aside or waiting:
        structlog.get_logger().info("swept", again=again, set_aside=set_aside, count=len(waiting))


def _remove_old_folders() -> None:
    """Working folders of readers long gone. A reader lives for minutes at most."""
    for folder in Path(tempfile.gettempdir()).glob(_READERS_FOLDER):
        try:
            old = time.time() - folder.stat().st_mtime > _OLD_S
        except FileNotFoundError:
            continue
        if old:
            shutil.rmtree(folder, ignore_errors=True)
