"""The real thing, for tests: queue server, worker, keeper, scheduler and portal as processes of their own, with a scaled-down clock.

Faults are methods: kill, pause, lose. Every wait has a deadline and polls; nothing sleeps for luck.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import redis
from sqlalchemy import func, select

from attesta import queue_server
from casefile import jobs, people, receiving
from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.files import FolderStore
from casefile.store.tables import Document, Evidence, Job, PageRead, Reading
from worker.enqueue import Announcer

FIXTURES = Path(__file__).parent / "fixtures"
QUICK = {"lease_s": 3.0, "heartbeat_s": 0.5, "sweep_s": 1.0, "unpublished_s": 2.0, "retry_s": 0.2, "visibility_s": 10}
PASSWORD = "un mot de passe d’essai"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(true: Callable[[], object], *, within_s: float, what: str) -> None:
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        if true():
            return
        time.sleep(0.05)
    raise AssertionError(f"not within {within_s} s: {what}")


@dataclass
class RunningHouse:
    folder: Path
    more: dict[str, object] = field(default_factory=dict)
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.settings = Settings(data_dir=self.folder, redis_port=free_port(), port=free_port(),
                                 **{"worker_processes": 1, **QUICK, **self.more})
        self.database = Database(self.settings.database)
        self.database.migrate()
        self.store = FolderStore(self.folder / "files", self.settings.storage_key)
        with self.database.write() as session:
            client = people.create_account(session, email="cliente@exemple.test", name="Amina Exemple", role="client", password=PASSWORD)
            consultant = people.create_account(session, email="consultante@exemple.test", name="Claire Fontaine", role="consultant",
                                               password=PASSWORD)
            self.client_id, self.case_id = client.id, people.create_case(session, client=client, consultant=consultant).id

    # starting and stopping

    def start(self, *names: str) -> None:
        """Start processes; `queue` and `web` are waited for until they answer."""
        for name in names:
            command = queue_server.command(self.settings) if name == "queue" else (sys.executable, "-m", "attesta", "process", name)
            self.running[name] = subprocess.Popen(command, env=self.environment(), start_new_session=True)
            if name in ("queue", "web"):
                port = self.settings.redis_port if name == "queue" else self.settings.port
                until(lambda port=port: _answers(port), within_s=30, what=f"{name} answers")

    def environment(self) -> dict[str, str]:
        stated = {f"ATTESTA_{name.upper()}": str(getattr(self.settings, name))
                  for name in ("data_dir", "redis_port", "port", "worker_processes", *QUICK, *self.more)}
        if self.settings.redis_url:
            stated["REDIS_URL"] = self.settings.redis_url
        if self.settings.database_url:
            stated["DATABASE_URL"] = self.settings.database_url
        return {**os.environ, **stated, "PYTHONPATH": str(FIXTURES.parents[1])}

    def kill(self, name: str) -> None:
        """SIGKILL to a process and all its children, at once, as a machine that loses power."""
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def kill_reading_child(self) -> None:
        """SIGKILL to the worker's child that is at work, the worker itself lives on."""
        children = Path(f"/proc/{self.running['worker'].pid}/task/{self.running['worker'].pid}/children").read_text().split()
        os.kill(int(children[0]), signal.SIGKILL)

    def pause(self, name: str) -> None:
        os.kill(self.running[name].pid, signal.SIGSTOP)

    def go_on(self, name: str) -> None:
        os.kill(self.running[name].pid, signal.SIGCONT)

    def lose_queue(self) -> None:
        """The queue server dies and its disk is lost with it."""
        self.kill("queue")
        shutil.rmtree(self.folder / "queue")

    def stop(self) -> None:
        for process in self.running.values():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGCONT)
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.running.clear()

    # using it

    def upload(self, name: str, content: bytes | None = None, *, announce: bool = True) -> receiving.Receipt:
        content = (FIXTURES / name).read_bytes() if content is None else content
        receipt = receiving.receive(self.database, self.store, self.case_id, self.client_id, name, content)
        if announce:
            Announcer(self.settings).announce(receipt.job_id, self.database)
        return receipt

    def job(self, receipt: receiving.Receipt) -> Job:
        with self.database.read() as session:
            return session.get_one(Job, receipt.job_id)

    def ended(self, *receipts: receiving.Receipt) -> bool:
        return all(self.job(receipt).state in jobs.TERMINAL for receipt in receipts)

    def pages_at_work(self) -> int:
        with self.database.read() as session:
            return session.scalar(select(func.count()).where(Job.page > 0, Job.state == "running")) or 0

    def attempts_at_pages(self, receipt: receiving.Receipt) -> list[int]:
        with self.database.read() as session:
            return list(session.scalars(select(Job.attempt).where(Job.document_id == receipt.document_id, Job.page > 0)))

    def pages_read(self, receipt: receiving.Receipt) -> int:
        with self.database.read() as session:
            return session.scalar(select(func.count()).where(PageRead.document_id == receipt.document_id)) or 0

    def readings(self, receipt: receiving.Receipt) -> int:
        with self.database.read() as session:
            return session.scalar(select(func.count()).where(Reading.document_id == receipt.document_id)) or 0

    def evidence(self) -> int:
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(Evidence)) or 0

    def documents(self) -> list[Document]:
        with self.database.read() as session:
            return list(session.scalars(select(Document)))

    def messages_waiting(self) -> int:
        """Everything that is in the queue, handed out or not."""
        with redis.Redis.from_url(self.settings.broker) as client:
            return sum(client.llen(f"attesta:{queue}") for queue in ("heavy",)) + int(client.hlen("attesta:unacked"))


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=0.2):
        return True
    return False


def readers_alive(folder: Path) -> int:
    """Reader processes and their wardens that belong to this house."""
    found = 0
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (process / "cmdline").read_bytes()
            environment = (process / "environ").read_bytes()
            found += b"extractors.sandbox.warden" in command and f"ATTESTA_DATA_DIR={folder}".encode() in environment
    return found
