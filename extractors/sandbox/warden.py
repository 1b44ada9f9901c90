"""The process that forks readers: single-threaded, warm, and never looking at a file itself. Run by `python -m extractors.sandbox.warden`.

Requests come on standard input, frames go out on standard output: `look` (a page's quality, before it is read), `page` (with the
picture for the viewer) and its `words`, `parts` (pages that are to be read one by one), `reading` (the evidence), and `end` with how
the reader ended.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import os
import select
import shutil
import signal
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from extractors.errors import ReadingError, TooMuchAtOnce
from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.occupations.find import use
from extractors.occupations.tables.imported import in_force
from extractors.pages import Page, Wish, count_pages, unread
from extractors.pages.picture.quality import Quality
from extractors.pages.stored import restored, stored
from extractors.reading import read_file, read_one_page
from extractors.sandbox import frames
from extractors.sandbox.confine import allow_cpu, confine, die_with_parent
from extractors.sandbox.rehearsal import rehearse

_NEEDED_OCR = 10
_READ = 0
_CRASHED = 11
_GRACE_S = 2.0


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: the file, or one page of it (`page` in `head`); `known` are pages that were read before."""

    head: dict[str, Any]
    content: bytes
    known: Sequence[tuple[dict[str, Any], bytes]]


def main() -> None:
    die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then closes the pipe
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not land between frames
    wish = _wish()
    use(in_force(wish.tables))
    rehearse()
    warm = wish.warm
    if warm:
        _warm_up()
    while True:
        try:
            request, content = frames.read(requests)
            known = [frames.read(requests) for _ in range(request["known"])]
        except frames.BrokenPipe:
            return
        use(in_force(wish.tables))  # readers do not see their folder: they find them loaded
        status = _serve(Request(request, content, known), answers)
        frames.write(answers, {"type": "end", "status": status})
        if status == "read_by_ocr" and not warm:
            _warm_up()
            warm = True


def _wish() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--warm", action="store_true")
    parser.add_argument("--tables", type=Path, default=None, help="folder of imported occupations")
    return parser.parse_args()


def _warm_up() -> None:
    # a second, and a quarter of one: not where one text PDF is to be read
    from extractors.pages import office  # noqa: F401  imported for the readers that are forked from here
    from extractors.pages.ocr import engines

    engines.warm_up()


def _serve(request: Request, answers: BinaryIO) -> str:
    """Fork a reader for one file and see it through: `read`, `read_by_ocr`, `crashed`, `killed` or `timeout`."""
    folder = tempfile.mkdtemp(prefix="attesta-reader-")
    reader = os.fork()
    if reader == 0:
        os._exit(_reader(request, answers, folder))
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


def _reader(request: Request, answers: BinaryIO, folder: str) -> int:
    """The forked process: confined, one file, an exit status. Text of errors goes nowhere: it may quote the document."""
    try:
        os.chdir(folder)
        tempfile.tempdir = folder
        confine(LIMITS, Path(folder))
        pages = _pages(request.content)
        allow_cpu(LIMITS, pages)
        return _READ if _answer(request, _Teller(answers, pages)) else _NEEDED_OCR
    except BaseException as error:  # noqa: BLE001  the last boundary: the process ends here whatever happened
        print(f"reader: {type(error).__name__}", file=sys.stderr, flush=True)
        return _CRASHED


def _answer(request: Request, teller: _Teller) -> bool:
    """Read and tell. True if no page had to be read optically."""
    head, wish = request.head, Wish(on_look=teller.look)
    if "page" in head:
        page = read_one_page(request.content, int(head["page"]), wish)
        teller.page(page)
        return page.source != "ocr"
    known = [restored(words) if words else unread(int(which["number"])) for which, words in request.known]
    try:
        reading = read_file(request.content, str(head["name"]), dt.date.fromisoformat(head["today"]), known=known,
                            on_page=teller.page if head["progress"] else None, wish=replace(wish, at_once=head["at_once"]))
    except TooMuchAtOnce as error:
        teller.tell({"type": "parts", "pages": error.pages, "of": error.of})
        return True
    teller.tell({"type": "reading", "reading": reading.as_json()})
    return all(page.source != "ocr" for page in reading.pages)


class _Teller:
    """Says through the pipe what happens, as it happens."""

    def __init__(self, answers: BinaryIO, pages: int) -> None:
        self._answers, self._pages = answers, pages

    def tell(self, head: dict[str, Any], blob: bytes = b"") -> None:
        frames.write(self._answers, head, blob)

    def look(self, number: int, quality: Quality) -> None:
        self.tell({"type": "look", "number": number, "quality": quality.as_json(), "issues": quality.codes, "of": self._pages})

    def page(self, page: Page) -> None:
        issues = [issue.code for issue in page.issues]
        self.tell({"type": "page", **page.summary.as_json(), "issues": issues, "of": self._pages}, page.image)
        self.tell({"type": "words"}, stored(page))


def _pages(content: bytes) -> int:
    """How many pages there are to read; 1 for a file that will be refused."""
    try:
        return count_pages(content, admit(content, LIMITS), LIMITS)
    except ReadingError:
        return 1


if __name__ == "__main__":
    main()
