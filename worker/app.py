"""The Celery application: `celery --app worker.app worker`. Everything a process needs is opened after it was forked."""

from __future__ import annotations

import warnings
from typing import Any

from celery import Celery
from celery.platforms import SecurityWarning
from celery.signals import setup_logging, worker_init, worker_process_init, worker_process_shutdown, worker_ready

from casefile import logs
from casefile.settings import Settings
from worker import broker
from worker.house import House
from worker.liveness import watch
from worker.settings import celery_settings

# Celery warns of running as root because of pickle, which is not accepted here (worker/settings.py).
warnings.filterwarnings("ignore", category=SecurityWarning)

settings = Settings()
app = Celery("attesta", include=["worker.tasks"])
app.conf.update(celery_settings(settings))
house = House(settings)


@setup_logging.connect
def _own_log_lines(**_: Any) -> None:
    logs.configure(settings)


@worker_init.connect
def _safe_broker(**_: Any) -> None:
    try:
        broker.check(settings)
    except broker.UnsafeBroker as error:
        raise SystemExit(f"attesta: {error}") from error


@worker_process_init.connect
def _forked(**_: Any) -> None:
    house.after_fork()


@worker_process_shutdown.connect
def _ending(**_: Any) -> None:
    house.close()


@worker_ready.connect
def _watched(sender: Any, **_: Any) -> None:
    watch(sender.hostname, settings)
