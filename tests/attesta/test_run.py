"""One command starts the house, one Ctrl-C stops it, and what was kept is there again the next time."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.running_house import free_port, until

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def _running(folder: Path, port: int, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "ATTESTA_DATA_DIR": str(folder), "ATTESTA_PORT": str(port), "ATTESTA_REDIS_PORT": str(free_port()),
                   "ATTESTA_WORKER_PROCESSES": "1", "ATTESTA_HEARTBEAT_S": "0.5"}
    with log.open("wb") as output:
        house = subprocess.Popen([sys.executable, "-m", "attesta", "run"], cwd=ROOT, env=environment, stdout=output,
                                 stderr=subprocess.STDOUT, start_new_session=True)
    try:
        until(lambda: "Ctrl-C" in log.read_text(), within_s=60, what="the address is printed")
        yield house
    finally:
        if house.poll() is None:
            os.killpg(house.pid, signal.SIGKILL)


def _ctrl_c(house: subprocess.Popen[bytes]) -> None:
    """What a terminal does: the signal goes to every process of the foreground group."""
    os.killpg(house.pid, signal.SIGINT)
    house.wait(timeout=60)


def _of_this_house(folder: Path) -> list[str]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"ATTESTA_DATA_DIR={folder}".encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found


def test_start_stop_and_start_again(tmp_path: Path) -> None:
    """The first start prints the demonstration's passwords, the second does not; Ctrl-C leaves no process behind."""
    folder, port, log = tmp_path / "var", free_port(), tmp_path / "log"

    with _running(folder, port, log) as house:
        first = log.read_text()
        def workers_seen() -> bool:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sante", timeout=5) as answer:
                return json.load(answer)["last_worker_seen_s"] is not None
        until(workers_seen, within_s=40, what="a worker gives a sign of life")
        _ctrl_c(house)
    assert len(re.findall(r"@demo\.example\s+\S{12}", first)) == 2
    assert _of_this_house(folder) == []

    with _running(folder, port, log) as house:
        assert "@demo.example" not in log.read_text()
        _ctrl_c(house)
    assert _of_this_house(folder) == []


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    """When the portal's port is taken, the call ends with 2 and says which setting to change."""
    import socket
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = subprocess.run([sys.executable, "-m", "attesta", "run"], cwd=ROOT, capture_output=True, text=True, timeout=60,
                              env={**os.environ, "ATTESTA_DATA_DIR": str(tmp_path), "ATTESTA_PORT": str(port)})

    assert done.returncode == 2
    assert "ATTESTA_PORT" in done.stderr and "Traceback" not in done.stderr
