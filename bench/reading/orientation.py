"""How often a page is set upright, from each of the four turns; and how often an upright page is turned by mistake."""

from __future__ import annotations

import contextlib
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from bench.reading.corpus import Corpus, PageTruth, asked
from bench.reading.stall import Stall

CONDITIONS = ("clean150", "guilloche", "fax", "lowcontrast", "phone_mild", "phone_chat")
_LAID = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""By degrees clockwise; Pillow counts the other way."""


@dataclass(frozen=True, slots=True)
class Turn:
    condition: str
    page: str
    reader: str
    laid: int
    undone: int | None
    cpu_s: float

    @property
    def right(self) -> bool:
        return self.undone == self.laid


def measure(corpus: Corpus, pages: list[PageTruth], readers: list[str]) -> None:
    turns = list(_turns(corpus, pages, [name for name in CONDITIONS if name in corpus.conditions], readers))
    print(f"\n{'set upright % (upright turned)':<32}" + "".join(f"{reader:>17}" for reader in readers))
    for condition in [*dict.fromkeys(turn.condition for turn in turns), "all"]:
        of = [turn for turn in turns if condition in (turn.condition, "all")]
        cells = [_cell([turn for turn in of if turn.reader == reader]) for reader in readers]
        print(f"{condition:<32}" + "".join(f"{cell:>17}" for cell in cells))
    for reader in readers:
        own = [turn for turn in turns if turn.reader == reader]
        wrong = [f"{turn.condition}/{turn.page} {turn.laid}->{turn.undone}" for turn in own if not turn.right]
        print(f"{reader}: {statistics.mean(turn.cpu_s for turn in own):.2f} CPU s/page{', reading included' if reader == 'ours' else ''}; "
              f"wrong: {', '.join(wrong[:12]) or 'none'}{' ...' if len(wrong) > 12 else ''}")


def _cell(turns: list[Turn]) -> str:
    upright = [turn for turn in turns if turn.laid == 0]
    mistaken = sum(turn.undone not in (0, None) for turn in upright)
    return f"{100 * statistics.mean(turn.right for turn in turns):.1f} ({mistaken}/{len(upright)})"


def _turns(corpus: Corpus, pages: list[PageTruth], conditions: list[str], readers: list[str]) -> Iterator[Turn]:
    with contextlib.ExitStack() as stack:
        stalls = [stack.enter_context(Stall(name)) for name in readers]
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for condition in conditions:
            print(f"turning {condition} ...", file=sys.stderr, flush=True)
            for page in pages:
                for laid in (0, 90, 180, 270):
                    order = asked(_laid(corpus.picture(condition, page), laid, scratch), scratch)
                    for stall in stalls:
                        timed = stall.read(order)
                        yield Turn(condition, page.name, stall.name, laid, timed.undone, timed.cpu_s)


def _laid(picture: Path, degrees: int, scratch: Path) -> Path:
    """The picture turned clockwise by so many degrees."""
    if not degrees:
        return picture
    turned = scratch / f"laid{picture.suffix}"
    with Image.open(picture) as image:
        kept = {key: image.info[key] for key in ("dpi",) if key in image.info}
        image.transpose(_LAID[degrees]).save(turned, quality=92, **kept)
    return turned
