"""The tasks: doors without rooms behind them. A task takes one id; what happens stands in `work` and `sweep`."""

from __future__ import annotations

from typing import Any

from worker import sweep as sweeping
from worker import work
from worker.app import app, house
from worker.enqueue import READ_DOCUMENT


@app.task(name=READ_DOCUMENT, bind=True, max_retries=2, default_retry_delay=5)  # type: ignore[untyped-decorator]
def read_document(self: Any, job_id: str) -> None:
    work.read_document(house, job_id, owner=str(self.request.id))


@app.task(name="worker.sweep", soft_time_limit=20, time_limit=30)  # type: ignore[untyped-decorator]
def sweep() -> None:
    sweeping.sweep(house)
