"""What a confined process can no longer do."""

from __future__ import annotations

import datetime as dt
import os
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.intake.limits import Limits
from extractors.sandbox import Sandbox
from extractors.sandbox import confine as confining
from extractors.sandbox.confine import allow_cpu, confine

SMALL = Limits(memory_bytes=1_500 * 1024 * 1024, written_bytes=1000, open_files=20, cpu_seconds_base=1, cpu_seconds_a_page=1,
               cpu_seconds_most=2)


def _in_a_confined_process(deed: Callable[[], object], folder: Path, limits: Limits = SMALL) -> str:
    """What happens when a confined child does something: `done`, the name of the error, or `killed`."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            confine(limits, folder)
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


def _missing(folder: Path) -> bytes:
    """What this kernel does not let readers give up."""
    here, there = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(there, " ".join(confine(SMALL, folder)).encode())
        os._exit(0)
    os.close(there)
    said = os.read(here, 100)
    os.close(here)
    os.waitpid(child, 0)
    return said


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The reader's folder."""
    folder = tmp_path / "reader"
    folder.mkdir()
    return folder


@pytest.fixture
def kept(own: Path) -> Path:
    """A key beside it, on a kernel that can hide it."""
    if b"files" in _missing(own):
        pytest.skip("this kernel has no Landlock")
    key = own.parent / "storage.key"
    key.write_bytes(b"secret")
    return key


def _write(path: Path) -> None:
    with path.open("wb") as file:
        file.write(bytes(100_000))


def _connect() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=2):
        pass


def _spin() -> None:
    while True:
        pass


def test_memory_is_bounded(own: Path) -> None:
    """A bomb that unpacks to more than its share ends in an error, not in the machine's trouble."""
    assert _in_a_confined_process(lambda: bytearray(2_000_000_000), own) == "MemoryError"


def test_writing_is_bounded(own: Path) -> None:
    """No file can be filled beyond the bound."""
    assert _in_a_confined_process(lambda: _write(own / "file"), own) in ("OSError", "killed")
    assert (own / "file").stat().st_size <= 1000


def test_open_files_are_bounded(own: Path) -> None:
    """Descriptors run out early."""
    assert _in_a_confined_process(lambda: [os.open("/dev/null", os.O_RDONLY) for _ in range(100)], own) == "OSError"


def test_time_is_bounded(own: Path) -> None:
    """A process that spins is ended within its CPU seconds, and can give itself no more than was set for good."""
    began = time.monotonic()

    assert _in_a_confined_process(lambda: (allow_cpu(SMALL, 1_000_000), _spin()), own) == "killed"

    assert time.monotonic() - began < 20


def test_the_network_is_gone(own: Path) -> None:
    """Not even the loopback is there. Where the kernel does not allow it, the deployment cuts the network (docs/architecture.md)."""
    if b"network" in _missing(own):
        pytest.skip("this kernel gives unprivileged processes no network namespace")
    assert _in_a_confined_process(_connect, own) == "OSError"


@pytest.mark.parametrize("deed", [
    lambda key: key.read_bytes(),
    lambda key: list(key.parent.iterdir()),
    lambda key: key.unlink(),
    lambda key: key.rename(key.with_name("reader") / "key"),
    lambda key: os.truncate(key, 0),
    lambda key: key.with_name("new").touch(),
    lambda key: (key.with_name("reader") / "link").hardlink_to(key),
], ids=["read", "list", "delete", "move in", "empty", "write beside", "link in"])
def test_what_lies_outside_is_out_of_reach(own: Path, kept: Path, deed: Callable[[Path], object]) -> None:
    """Keys, database, files of other clients: a reader can neither read nor change nor even list what is not its own."""
    assert _in_a_confined_process(lambda: deed(kept), own) in ("PermissionError", "OSError")
    assert kept.read_bytes() == b"secret"


@pytest.mark.parametrize("path", ["/etc/shadow", "/etc/passwd", "/home", "/root", "/tmp", "/proc/self/environ", "/",
                                  str(Path(__file__).parents[2] / "pyproject.toml"), str(Path(__file__).parents[2])])
def test_of_the_machine_only_what_reading_needs(own: Path, kept: Path, path: str) -> None:
    """Nothing of the machine's users and processes, and of the project its package only: `var/` may lie in its root."""
    def look() -> object:
        return list(Path(path).iterdir()) if Path(path).is_dir() else Path(path).read_bytes()

    assert _in_a_confined_process(look, own) == "PermissionError"


def test_no_program_is_run_but_tesseract(own: Path, kept: Path) -> None:
    """Neither a shell nor what was written into the own folder can be started."""
    script = own / "script"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    roomy = Limits()

    assert _in_a_confined_process(lambda: subprocess.run(["/bin/sh", "-c", "true"], check=True), own, roomy) == "PermissionError"
    assert _in_a_confined_process(lambda: subprocess.run([script], check=True), own, roomy) == "PermissionError"


def test_the_own_folder_is_there(own: Path, kept: Path) -> None:
    """Temporary files are written, renamed and deleted as anywhere."""
    def work() -> None:
        (own / "a").write_text("a")
        (own / "a").rename(own / "b")
        (own / "b").unlink()
        (own / "deep").mkdir()

    assert _in_a_confined_process(work, own) == "done"


def test_the_second_reader_works_confined(own: Path) -> None:
    """Tesseract is a program with files of its own: it is found, and knows its languages."""
    from extractors.pages.ocr import second
    second.languages.cache_clear()

    def ask() -> None:
        assert second.languages()

    if not second.languages():
        pytest.skip("Tesseract is not installed")
    second.languages.cache_clear()
    assert _in_a_confined_process(ask, own, Limits()) == "done"


def test_a_kernel_without_landlock_is_told(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the kernel cannot hide files, reading goes on, and who confines is told."""
    def refuse() -> None:
        raise confining.LandlockError
    monkeypatch.setattr(confining, "Ruleset", refuse)

    assert b"files" in _missing(own)


def test_the_warden_is_alone_and_silent() -> None:
    """A warm warden is one thread, as what forks must be, and holds no socket: no library of it has anything to tell elsewhere."""
    with Sandbox(warm=True) as sandbox:
        sandbox.start()
        process = Path("/proc", str(sandbox._warden.pid))
        sandbox.read(b"", "x", dt.date(2026, 1, 1))

        assert len(list((process / "task").iterdir())) == 1
        assert not [link for link in map(os.readlink, (process / "fd").iterdir()) if link.startswith("socket:")]
