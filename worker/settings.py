"""Celery's and the broker's settings, written once. Each stands with its reason; a test compares them with the running application.

They were found by experiment (docs/architecture.md, Reliability). What must *not* be set is as important: `retry_on_timeout` in the
transport options makes workers stop consuming after a dropped connection, and `task_reject_on_worker_lost` is a hot loop.
"""

from __future__ import annotations

from typing import Any

from kombu import Queue

from casefile.settings import Settings

HEAVY, SWEEP = "heavy", "sweep"
HARD_LIMIT_S, SOFT_LIMIT_S = 300, 240
PREFIX = "attesta:"


ALWAYS: dict[str, Any] = {
    # what travels: JSON, and in it ids only
    "task_serializer": "json",
    "result_serializer": "json",
    "accept_content": ["json"],
    "task_ignore_result": True,  # state is in the database
    # when a worker dies, the message lives on; how often is counted on the row
    "task_acks_late": True,
    "task_retry_on_worker_lost": True,
    "task_acks_on_failure": True,
    "task_acks_on_timeout": True,
    "task_time_limit": HARD_LIMIT_S,
    "task_soft_time_limit": SOFT_LIMIT_S,
    # one message at a time: documents are long
    "worker_prefetch_multiplier": 1,
    "worker_max_tasks_per_child": 200,
    "worker_max_memory_per_child": 400_000,
    "worker_cancel_long_running_tasks_on_connection_loss": True,
    "worker_soft_shutdown_timeout": 30.0,
    "worker_hijack_root_logger": False,
    "worker_send_task_events": False,
    # queues are known; a typo is an error
    "task_queues": (Queue(HEAVY), Queue(SWEEP)),
    "task_default_queue": HEAVY,
    "task_create_missing_queues": False,
    "task_routes": {"worker.sweep": {"queue": SWEEP}},
    # the broker may come and go; the sweep publishes again what could not be sent, so nobody waits
    "broker_connection_retry_on_startup": True,
    "broker_connection_max_retries": 100,
    "task_publish_retry": False,
}


def celery_settings(settings: Settings) -> dict[str, Any]:
    """All settings of the Celery application, for the settings of the house."""
    visible = settings.visibility_s
    return {
        **ALWAYS,
        "broker_url": settings.broker,
        # the queue's own recovery is a long backstop: the lease in the database is what finds stragglers
        "visibility_timeout": visible,
        "broker_transport_options": {
            "visibility_timeout": visible, "unacked_restore_interval": 5, "unacked_restore_throttle": 1, "global_keyprefix": PREFIX,
            "socket_keepalive": True, "socket_connect_timeout": 5, "health_check_interval": 10},
        "result_backend_transport_options": {"visibility_timeout": visible, "global_keyprefix": PREFIX},
        # the scheduler
        "beat_schedule": {"sweep": {"task": "worker.sweep", "schedule": settings.sweep_s,
                                    "options": {"expires": max(1.0, 0.9 * settings.sweep_s), "queue": SWEEP}}},
        "beat_schedule_filename": str(settings.data_dir / "beat-schedule"),
    }
