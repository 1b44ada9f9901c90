"""The process that forks readers: single-threaded, warm, and never looking at a file itself. Run by `python -m extractors.sandbox.warden`.

Requests come on standard input, frames go out on standard output:
`page` (with the picture for the viewer), `reading` (the evidence), and `end` with how the reader ended.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import select
import shutil
import signal
import sys
import tempfile
from typing import Any, BinaryIO

from extractors.errors import ReadingError
from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import count_pages
from extractors.pages.page import Page
from extractors.reading import read_file
from extractors.sandbox import frames
from extractors.sandbox.confine import allow_cpu, confine, die_with_parent
from extractors.sandbox.rehearsal import rehearse

_NEEDED_OCR = 10
_READ = 0
_CRASHED = 11
_GRACE_S = 2.0


def main() -> None:
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes the pipe
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not land between frames
    rehearse()
    warm = "--warm" in sys.argv
    if warm:
        _warm_up()
    while True:
        try:
            request, content = frames.read(requests)
        except frames.BrokenPipe:
            return
        status = _serve(request, content, answers)
        frames.write(answers, {"type": "end", "status": status})
        if status == "read_by_ocr" and not warm:
            _warm_up()
            warm = True


def _warm_up() -> None:
    from extractors.pages.ocr import engines  # takes a second: only where there are pictures to read

    engines.warm_up()


def _serve(request: dict[str, Any], content: bytes, answers: BinaryIO) -> str:
    """Fork a reader for one file and see it through: `read`, `read_by_ocr`, `crashed`, `killed` or `timeout`."""
    folder = tempfile.mkdtemp(prefix="attesta-reader-")
    reader = os.fork()
    if reader == 0:
        os._exit(_reader(request, content, answers, folder))
    try:
        return _await(reader, LIMITS.wall_seconds)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _await(reader: int, seconds: float) -> str:
    descriptor = os.pidfd_open(reader)
    try:
        in_time = bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)
    if not in_time:
        os.kill(reader, signal.SIGKILL)
    _, ended = os.waitpid(reader, 0)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(reader, signal.SIGKILL)  # whatever it had started
    if not in_time:
        return "timeout"
    if os.WIFSIGNALED(ended):
        return "killed"
    return {_READ: "read", _NEEDED_OCR: "read_by_ocr"}.get(os.WEXITSTATUS(ended), "crashed")


def _reader(request: dict[str, Any], content: bytes, answers: BinaryIO, folder: str) -> int:
    """The forked process: confined, one file, an exit status. Text of errors goes nowhere: it may quote the document."""
    try:
        os.chdir(folder)
        tempfile.tempdir = folder
        confine(LIMITS)
        pages = _pages(content)
        allow_cpu(LIMITS, pages)
        reading = read_file(content, str(request["name"]), dt.date.fromisoformat(request["today"]),
                            on_page=(lambda page: _send_page(answers, page, pages)) if request["progress"] else None)
        frames.write(answers, {"type": "reading", "reading": reading.as_json()})
        return _NEEDED_OCR if any(page.source == "ocr" for page in reading.pages) else _READ
    except BaseException as error:  # noqa: BLE001  the last boundary: the process ends here whatever happened
        print(f"reader: {type(error).__name__}", file=sys.stderr, flush=True)
        return _CRASHED


def _pages(content: bytes) -> int:
    """How many pages there are to read; 1 for a file that will be refused."""
    try:
        return count_pages(content, admit(content, LIMITS), LIMITS)
    except ReadingError:
        return 1


def _send_page(answers: BinaryIO, page: Page, pages: int) -> None:
    head = {"type": "page", **page.summary.as_json(), "issues": [issue.code for issue in page.issues], "of": pages}
    frames.write(answers, head, page.image)


if __name__ == "__main__":
    main()
