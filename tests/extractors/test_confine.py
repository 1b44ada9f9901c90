"""What a confined process can no longer do."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.intake.limits import Limits
from extractors.sandbox.confine import confine

SMALL = Limits(memory_bytes=1_500 * 1024 * 1024, written_bytes=1000, open_files=20)


def _in_a_confined_process(deed: Callable[[], object]) -> str:
    """What happens when a confined child does something: `done`, or the name of the error."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            confine(SMALL)
            deed()
            said = "done"
        except BaseException as error:
            said = type(error).__name__
        os.write(there, said.encode())
        os._exit(0)
    os.close(there)
    said = os.read(here, 100).decode()
    os.close(here)
    os.waitpid(child, 0)
    return said or "killed"


def _write(path: Path) -> None:
    with path.open("wb") as file:
        file.write(bytes(100_000))


def _connect() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=2):
        pass


def test_memory_is_bounded() -> None:
    """A bomb that unpacks to more than its share ends in an error, not in the machine's trouble."""
    assert _in_a_confined_process(lambda: bytearray(2_000_000_000)) == "MemoryError"


def test_writing_is_bounded(tmp_path: Path) -> None:
    """No file can be filled beyond the bound."""
    assert _in_a_confined_process(lambda: _write(tmp_path / "file")) in ("OSError", "killed")
    assert (tmp_path / "file").stat().st_size <= 1000


def test_open_files_are_bounded() -> None:
    """Descriptors run out early."""
    assert _in_a_confined_process(lambda: [os.open("/dev/null", os.O_RDONLY) for _ in range(100)]) == "OSError"


def test_the_network_is_gone() -> None:
    """Not even the loopback is there. Where the kernel does not allow it, the deployment cuts the network (docs/architecture.md)."""
    if _in_a_confined_process(lambda: None if confine(SMALL) else os._exit(1)) == "killed":
        pytest.skip("this kernel gives unprivileged processes no network namespace")
    assert _in_a_confined_process(_connect) != "done"
