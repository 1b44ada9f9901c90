"""The near side of the sandbox: hands bytes in, believes only well-formed answers, and outlives whatever the reader dies of."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from pydantic import TypeAdapter, ValidationError

from extractors.errors import ReaderLost
from extractors.evidence import FileReading, Issue, PageSummary
from extractors.intake.limits import LIMITS
from extractors.reading import refused
from extractors.sandbox import frames

_READING = TypeAdapter(FileReading)
_ENVIRONMENT = {"LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
                "PYTHONFAULTHANDLER": "1", "PATH": os.defpath + ":/usr/local/bin"}
_KEPT = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "TESSDATA_PREFIX")
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as soon as it is read. `of`: how many there are. `image` is the viewer's WebP."""

    summary: PageSummary
    issues: tuple[str, ...]
    image: bytes
    of: int


OnPage = Callable[[ReadPage], None]


class Sandbox:
    """Reads files one after the other, each in a confined process. Not for several threads at once: one sandbox each."""

    def __init__(self, *, warm: bool = False) -> None:
        self._warm = warm
        self._warden: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def start(self) -> None:
        """Have the warden running. Called by `read` where needed; worth calling early where the first file should not wait."""
        if self._warden is not None and self._warden.poll() is None:
            return
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self._warden = subprocess.Popen(
            [sys.executable, "-m", "extractors.sandbox.warden", *(["--warm"] if self._warm else [])],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=_ROOT, env=_ENVIRONMENT | kept)

    def close(self) -> None:
        """End the warden and whatever it has running."""
        if self._warden is None:
            return
        with contextlib.suppress(OSError):
            self._pipes()[0].close()
        try:
            self._warden.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            self._warden.send_signal(signal.SIGKILL)
            self._warden.wait()
        self._pipes()[1].close()
        self._warden = None

    def read(self, content: bytes, name: str, today: dt.date, *, on_page: OnPage | None = None) -> FileReading:
        """What a file says. Bad files give a reading with an issue. Raises `ReaderLost` where the reader died or took too long
        on a file that looked readable: worth another try, and after some tries a person."""
        if len(content) > LIMITS.file_bytes:
            return refused(content, name, Issue("too_large"))
        self.start()
        to_warden, from_warden = self._pipes()
        try:
            frames.write(to_warden, {"name": name, "today": today.isoformat(), "progress": on_page is not None}, content)
            return self._answers(from_warden, on_page)
        except (frames.BrokenPipe, OSError, ValueError, KeyError, TypeError) as error:
            self.close()
            raise ReaderLost from error
        except BaseException:  # the caller ran out of time or patience: nothing of this file may go on
            self._kill()
            raise

    def _answers(self, pipe: BinaryIO, on_page: OnPage | None) -> FileReading:
        reading: FileReading | None = None
        while True:
            head, blob = frames.read(pipe)
            match head["type"]:
                case "page" if on_page is not None:
                    on_page(_page(head, blob))
                case "reading":
                    reading = _believed(head["reading"])
                case "end":
                    if reading is None or not head["status"].startswith("read"):
                        raise ReaderLost(head["status"])
                    return reading

    def _pipes(self) -> tuple[BinaryIO, BinaryIO]:
        if self._warden is None or self._warden.stdin is None or self._warden.stdout is None:
            raise RuntimeError("the warden is not running")
        return self._warden.stdin, self._warden.stdout  # type: ignore[return-value]  # typeshed says IO[bytes]

    def _kill(self) -> None:
        if self._warden is not None:
            self._warden.kill()
            self._warden.wait()
            self._warden = None


def _page(head: dict[str, Any], image: bytes) -> ReadPage:
    summary = TypeAdapter(PageSummary).validate_python({key: head[key] for key in ("number", "width", "height", "rotation", "source")})
    if not 1 <= summary.number <= LIMITS.pages:
        raise ValueError("page number out of bounds")
    return ReadPage(summary, tuple(str(code) for code in head["issues"]), image, int(head["of"]))


def _believed(reading: dict[str, Any]) -> FileReading:
    """The reading, checked against the types and the caps. Raises `ValueError`."""
    try:
        believed = _READING.validate_python(_typed(reading))
    except ValidationError as error:
        raise ValueError("no reading") from error
    if len(believed.pages) > LIMITS.pages:
        raise ValueError("too many pages")
    return replace(believed)


def _typed(value: Any, key: str = "") -> Any:
    """JSON as the dataclasses want it: boxes as mappings, messages left out."""
    if key == "boxes":
        return [dict(zip(("x0", "y0", "x1", "y1"), box, strict=True)) for box in value]
    if isinstance(value, dict):
        inner = {name: item if name == "value" else _typed(item, name) for name, item in value.items() if name != "message"}
        if "boxes" in value:
            inner.setdefault("page", None)
        return inner | ({"language": None} if "kind_confidence" in value and "language" not in value else {})
    return [_typed(item) for item in value] if isinstance(value, list) else value
