"""A sign of life while a worker is at work."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Self

import structlog

from casefile import jobs
from casefile.jobs import Claim
from casefile.settings import Settings
from casefile.store.database import Database


class Lease:
    """Renews a claim while the work goes on. It stops by itself once the job is somebody else's; the fence does the rest."""

    def __init__(self, database: Database, held: Claim, settings: Settings) -> None:
        self._database, self._held, self._settings = database, held, settings
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="lease", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._done.set()
        self._thread.join()

    def _beat(self) -> None:
        while not self._done.wait(self._settings.heartbeat_s):
            try:
                with self._database.write() as session:
                    if not jobs.renew(session, self._held, self._settings):
                        return
            except Exception as error:  # noqa: BLE001  a missed beat is no death: the lease outlasts three of them
                structlog.get_logger().warning("no heartbeat", job=self._held.job_id, error=type(error).__name__)
