"""Every reader on every page in every condition, in turns page by page, so that a busy machine slows all of them alike."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.reading import metrics
from bench.reading.corpus import Corpus, PageTruth, asked
from bench.reading.stall import Stall, Timed


@dataclass(frozen=True, slots=True)
class Result:
    """One page in one condition, by one reader."""

    condition: str
    page: str
    reader: str
    word_recall: float
    keys_found: int
    keys: int
    letter_errors: float
    cpu_s: float
    wall_s: float
    peak_mb: float
    failed: str


def compare(corpus: Corpus, pages: list[PageTruth], conditions: list[str], readers: list[str],
            dump: Path | None = None) -> Iterator[Result]:
    with contextlib.ExitStack() as stack:
        stalls = [stack.enter_context(Stall(name)) for name in readers]
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for stall in stalls:  # nothing is measured cold
            stall.read(asked(corpus.picture(conditions[0], pages[0]), scratch))
        for condition in conditions:
            print(f"reading {condition} ...", file=sys.stderr, flush=True)
            for page in pages:
                order = asked(corpus.picture(condition, page), scratch)
                for stall in stalls:
                    timed = stall.read(order)
                    yield _result(condition, page, stall.name, timed)
                    if dump:
                        _dump(dump / condition, page, stall.name, timed.text)


def _result(condition: str, page: PageTruth, reader: str, timed: Timed) -> Result:
    if timed.failed:
        print(f"{reader} failed on {page.name} in {condition}: {timed.failed}", file=sys.stderr)
    score = metrics.score(page.text, page.keys, timed.text)
    return Result(condition, page.name, reader, score.word_recall, *score.keys, score.letter_errors,
                  timed.cpu_s, timed.wall_s, timed.peak_mb, timed.failed)


def _dump(folder: Path, page: PageTruth, reader: str, text: str) -> None:
    """What was read, with what was missed and what was read instead above it."""
    folder.mkdir(parents=True, exist_ok=True)
    true, read = metrics.words(page.text), metrics.words(text)
    keys = [key for key in page.keys if not metrics.has_key(key, text)]
    head = {"missed": (true - read).elements(), "instead": (read - true).elements(), "keys missed": keys}
    text = "".join(f"{what}: {' | '.join(which)}\n" for what, which in head.items()) + f"\n{text}"
    (folder / f"{page.name}.{reader}.txt").write_text(text, "utf-8")
