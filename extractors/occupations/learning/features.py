"""What the learned part sees of a title: its stems, neighbours, first and last stem, and the pieces of each stem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise


def features(stems: Sequence[str]) -> Iterator[str]:
    """Marked strings: ` w` a stem, `^w` the first, `w$` the last, `v w` neighbours, `.abc` pieces of three to five letters."""
    if not stems:
        return
    yield f"^{stems[0]}"
    yield f"{stems[-1]}$"
    for stem in stems:
        yield f" {stem}"
        yield from pieces(stem)
    for left, right in pairwise(stems):
        yield f"{left} {right}"


def pieces(stem: str) -> Iterator[str]:
    """The pieces of a stem, its borders marked."""
    bordered = f"<{stem}>"
    for size in (3, 4, 5):
        for at in range(len(bordered) - size + 1):
            yield f".{bordered[at : at + size]}"
