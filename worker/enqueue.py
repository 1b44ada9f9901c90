"""Announces work: the job's id goes to the queue. All that the portal knows of the worker.

A message is a hint: where it cannot be sent, nothing is lost, the sweep sends it later. So this never waits long and never fails.
"""

from __future__ import annotations

import structlog
from celery import Celery

from casefile import jobs
from casefile.settings import Settings
from casefile.store.database import Database
from worker.settings import HEAVY, celery_settings

READ_DOCUMENT = "worker.read_document"
_QUICKLY = {"socket_connect_timeout": 1, "socket_timeout": 2, "max_retries": 0}


class Announcer:
    """Sends messages. One per process."""

    def __init__(self, settings: Settings) -> None:
        self._app = Celery("attesta-announcer", set_as_current=False)
        own = celery_settings(settings)
        own["broker_transport_options"] = {**own["broker_transport_options"], **_QUICKLY}
        self._app.conf.update(own)

    def announce(self, job_id: str, database: Database | None = None) -> bool:
        """Say that a job waits. False if the queue cannot be reached; the sweep will say it again."""
        try:
            self._app.send_task(READ_DOCUMENT, args=[job_id], queue=HEAVY, retry=False)
        except Exception as error:  # noqa: BLE001  whatever the queue's trouble is, the receipt stands
            structlog.get_logger().warning("message not sent", job=job_id, error=type(error).__name__)
            return False
        if database is not None:
            with database.write() as session:
                jobs.mark_published(session, [job_id])
        return True
