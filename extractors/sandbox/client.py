"""The near side of the sandbox: hands bytes in, believes only well-formed answers, and outlives whatever the reader dies of."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from pydantic import TypeAdapter, ValidationError

from extractors.errors import ReaderLost, TooMuchAtOnce
from extractors.evidence import FileReading, Issue, PageSummary
from extractors.intake.limits import LIMITS
from extractors.reading import refused
from extractors.sandbox import frames

_READING = TypeAdapter(FileReading)
ECONOMY = {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
           "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}
"""One thread a reader; and large pages for its pictures, which take a twentieth off a page (measured). Known before a process starts."""
_ENVIRONMENT = {**ECONOMY, "LANG": "C.UTF-8",
                "ORT_DISABLE_TELEMETRY": "1",  # onnxruntime would tell its maker of each session, from the warden, which has a network
                "PYTHONFAULTHANDLER": "1", "PATH": os.defpath + ":/usr/local/bin"}
_KEPT = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "TESSDATA_PREFIX")
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as soon as it is read. `of`: how many there are. `image` is the viewer's WebP; `words` is the page for another reader,
    opaque to everybody else."""

    summary: PageSummary
    issues: tuple[str, ...]
    image: bytes
    words: bytes
    of: int


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A page before it is read optically: the measures of its picture, and the codes of what a person could do better."""

    number: int
    quality: dict[str, float]
    issues: tuple[str, ...]
    of: int


@dataclass(frozen=True, slots=True)
class Known:
    """A page that was read before: its `words` as they came in `ReadPage`, or None for one that nobody could read."""

    number: int
    words: bytes | None


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told of what while a file is read."""

    page: Callable[[ReadPage], None] = lambda page: None
    look: Callable[[LookedAt], None] = lambda look: None


NOBODY = Told()


class Sandbox:
    """Reads files one after the other, each in a confined process. Not for several threads at once: one sandbox each. `tables`: the
    folder of imported tables of occupations, which may come, go and change while files are read."""

    def __init__(self, *, warm: bool = False, tables: Path | None = None) -> None:
        self._options = [*(["--warm"] if warm else []), *(["--tables", str(tables.resolve())] if tables else [])]
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
            [sys.executable, "-m", "extractors.sandbox.warden", *self._options],
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

    def read(self, content: bytes, name: str, today: dt.date, *, told: Told | None = None, known: Sequence[Known] = (),
             at_once: int | None = None) -> FileReading:
        """What a file says. Bad files give a reading with an issue. Raises `TooMuchAtOnce` where more pages than `at_once` are to be
        read optically: read those one by one (`read_page`), then the file again with them `known`. Raises `ReaderLost` where the
        reader died or took too long on a file that looked readable: worth another try, and after some tries a person."""
        if len(content) > LIMITS.file_bytes:
            return refused(content, name, Issue("too_large"))
        request = {"name": name, "today": today.isoformat(), "progress": told is not None, "at_once": at_once, "known": len(known)}
        reading = self._ask([(request, content), *(({"number": page.number}, page.words or b"") for page in known)], told or NOBODY)
        if reading is None:
            raise ReaderLost("no reading")
        return reading

    def read_page(self, content: bytes, number: int, told: Told) -> None:
        """One page of a file that is read in parts. Raises `ReaderLost`."""
        self._ask([({"page": number, "known": 0}, content)], told)

    def _ask(self, request: list[tuple[dict[str, Any], bytes]], told: Told) -> FileReading | None:
        self.start()
        to_warden, from_warden = self._pipes()
        try:
            for head, blob in request:
                frames.write(to_warden, head, blob)
            return self._answers(from_warden, told)
        except (frames.BrokenPipe, OSError, ValueError, KeyError, TypeError) as error:
            self.close()
            raise ReaderLost from error
        except (ReaderLost, TooMuchAtOnce):
            raise
        except BaseException:  # the caller ran out of time or patience: nothing of this file may go on
            self._kill()
            raise

    def _answers(self, pipe: BinaryIO, told: Told) -> FileReading | None:
        reading: FileReading | None = None
        parted: TooMuchAtOnce | None = None
        while True:
            head, blob = frames.read(pipe)
            match head["type"]:
                case "look":
                    told.look(_look(head))
                case "page":
                    told.page(_page(head, blob, frames.read(pipe)[1]))
                case "parts":
                    parted = TooMuchAtOnce(tuple(_number(number) for number in head["pages"]), _number(head["of"]))
                case "reading":
                    reading = _believed(head["reading"])
                case "end":
                    if not head["status"].startswith("read"):
                        raise ReaderLost(head["status"])
                    if parted is not None:
                        raise parted
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


def _page(head: dict[str, Any], image: bytes, words: bytes) -> ReadPage:
    summary = TypeAdapter(PageSummary).validate_python({key: head[key] for key in ("number", "width", "height", "rotation", "source")})
    _number(summary.number)
    return ReadPage(summary, tuple(str(code) for code in head["issues"]), image, words, int(head["of"]))


def _look(head: dict[str, Any]) -> LookedAt:
    quality = {str(name): float(value) for name, value in head["quality"].items()}
    return LookedAt(_number(head["number"]), quality, tuple(str(code) for code in head["issues"]), int(head["of"]))


def _number(number: Any) -> int:
    """A page number, checked."""
    if not isinstance(number, int) or not 1 <= number <= LIMITS.pages:
        raise ValueError("page number out of bounds")
    return number


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
