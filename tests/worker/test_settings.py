"""The queue's settings as they run."""

from __future__ import annotations

import json

import pytest

from casefile.settings import Settings
from worker import tasks  # noqa: F401  registers them
from worker.app import app, settings
from worker.enqueue import Announcer
from worker.settings import HARD_LIMIT_S, SOFT_LIMIT_S, celery_settings


@pytest.mark.parametrize("name", sorted(celery_settings(Settings())))
def test_the_application_runs_with_what_is_written(name: str) -> None:
    """What `worker/settings.py` says is what the running application has."""
    assert app.conf[name] == celery_settings(settings)[name]


def test_nothing_that_loses_or_repeats_work_is_set() -> None:
    """`retry_on_timeout` wedges workers after a dropped connection, and rejecting lost tasks is a hot loop."""
    assert "retry_on_timeout" not in json.dumps(app.conf.broker_transport_options)
    assert not app.conf.task_reject_on_worker_lost


def test_visibility_is_the_same_in_three_places_and_long() -> None:
    """The queue's own recovery waits at least four hard limits, the same everywhere."""
    places = {app.conf.visibility_timeout, app.conf.broker_transport_options["visibility_timeout"],
              app.conf.result_backend_transport_options["visibility_timeout"]}

    assert places == {Settings().visibility_s}
    assert min(places) >= 4 * HARD_LIMIT_S > 4 * SOFT_LIMIT_S


def test_every_task_has_limits_and_takes_ids_only() -> None:
    """A task is bounded in time, and its arguments are ids: nothing personal travels."""
    own = {name: task for name, task in app.tasks.items() if name.startswith("worker.")}

    assert set(own) == {"worker.read_document", "worker.sweep"}
    for task in own.values():
        assert task.time_limit or app.conf.task_time_limit
        assert set(task.run.__code__.co_varnames[:task.run.__code__.co_argcount]) <= {"self", "job_id"}


def test_periodic_work_does_not_pile_up() -> None:
    """A sweep that nobody took before the next one is due is dropped."""
    for entry in app.conf.beat_schedule.values():
        assert entry["options"]["expires"] < entry["schedule"]


def test_announcing_without_a_queue_is_quick_and_does_not_fail() -> None:
    """With the queue down, announcing answers within three seconds that it could not; nothing is raised."""
    announcer = Announcer(Settings(redis_url="redis://127.0.0.1:9/0"))

    assert announcer.announce("0" * 32) is False
