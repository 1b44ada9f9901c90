"""Nothing personal in the queue, in log lines or in addresses: a marked document goes through the whole house."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from attesta import queue_server
from tests.running_house import RunningHouse, until

pytestmark = pytest.mark.slow
MARKED = (b"Amina", b"Exemple", b"EXEMPLE", "Érables".encode(), b"lettre-secrete", b"1987", b"exemple.test")


def test_a_marked_document_leaves_no_mark(tmp_path: Path) -> None:
    """Names, dates and file names of a document are found in no log line of any process, and in nothing that the queue ever kept."""
    house = RunningHouse(tmp_path / "var")
    log = tmp_path / "log"
    try:
        with log.open("wb") as output:
            for name in ("queue", "worker", "keeper", "beat"):
                command = queue_server.command(house.settings) if name == "queue" else (sys.executable, "-m", "attesta", "process", name)
                house.running[name] = subprocess.Popen(command, env=house.environment() | {"ATTESTA_LOG_LEVEL": "DEBUG"}, stdout=output,
                                                       stderr=subprocess.STDOUT, start_new_session=True)
            until((house.folder / "queue").exists, within_s=10, what="the queue stands")
            receipts = [house.upload("test-scan.pdf"), house.upload("encrypted.pdf")]
            receipts.append(house.upload("lettre-secrete.pdf", (Path(__file__).parents[1] / "fixtures/letter.pdf").read_bytes()))
            until(lambda: house.ended(*receipts), within_s=60, what="the documents end")
    finally:
        house.stop()

    kept = b"".join(file.read_bytes() for file in (house.folder / "queue").rglob("*") if file.is_file())
    assert b"worker.read_document" in kept
    assert receipts[0].job_id.encode() in kept
    for mark in MARKED:
        assert mark not in log.read_bytes()
        assert mark not in kept
