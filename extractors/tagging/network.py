"""The network behind the tagger: from the words of a paper to the probability of each tag of each word.

Six layers of a transformer (Vaswani and others 2017) that read many languages before they learned papers: those of
multilingual-e5-small (Wang and others 2024, MIT), fitted by `bench/extraction/network/`. Words are cut into pieces of a unigram
vocabulary (Kudo 2018); the pieces of the languages that papers are written in were kept, their vectors in four bits as they came.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
import sentencepiece
from numpy.typing import NDArray

from extractors.evidence import Kind
from extractors.tagging.tokens import Token

Floats = NDArray[np.float32]

MODEL = Path(__file__).with_name("model")
WINDOW, SHARED = 500, 120
"""Pieces that the network reads at once, and how many of them the next window reads again."""
_EDGE = 60
"""Of the pieces read again the first so many keep what the window before said: they stand near this one's edge."""
_MOST_PIECES = 12
"""Of one word; what is longer is no word."""
_CELL_ENDS, _ROW_ENDS = "|", "/"
"""The words that stand for the end of a cell and of a row."""
_REST_OF_WORD, _MARK, _KIND = 61, 62, 63
"""What stands at a place that begins no word: see `_stands`."""
_SLOWER = ("SkipLayerNormFusion",)
"""What the runtime joins into one step that takes longer than its parts: 7 ms of 43 for 330 pieces."""
_ROW, _COLUMNS = 3, 3
"""Further cells of a row count as its last."""


@dataclass(frozen=True, slots=True)
class Network:
    """What is read from the model's folder. `labels`: the tags, in the order of the network's answers."""

    session: onnxruntime.InferenceSession
    pieces: sentencepiece.SentencePieceProcessor
    bits: NDArray[np.uint8]
    scales: NDArray[np.float16]
    places: Floats
    stands: Floats
    labels: tuple[str, ...]

    def probabilities(self, words: Sequence[Token], kind: Kind) -> Floats:
        """One row a word, one column a label; each row sums to 1."""
        pieces, stands, first = self.cut(words, kind)
        told = np.zeros((len(pieces), len(self.labels)), np.float32)
        for start, end in windows(len(pieces)):
            keep = start + _EDGE if start else 0
            told[keep:end] = self._read(pieces[start:end], stands[start:end])[keep - start :]
        return told[first]

    def cut(self, words: Sequence[Token], kind: Kind) -> tuple[list[int], list[int], list[int]]:
        """The pieces of a paper, how each stands, and where each word begins."""
        pieces = [self.pieces.bos_id(), *self.pieces.encode(kind.replace("_", " "))]
        stands = [0, *[_KIND] * (len(pieces) - 1)]
        first = []
        marks = {"\t": self.pieces.encode(_CELL_ENDS)[-1], "\n": (row := self.pieces.encode(_ROW_ENDS)[-1]), "\f": row}
        cut = self.pieces.encode([_writable(word.printed) for word in words], num_threads=1)
        for number, word in enumerate(words):
            of = cut[number][:_MOST_PIECES] or [self.pieces.unk_id()]
            first.append(len(pieces))
            pieces += of
            stands += [_stands(word, number == 0 or words[number - 1].row != word.row), *[_REST_OF_WORD] * (len(of) - 1)]
            if word.ends in marks:
                pieces.append(marks[word.ends])
                stands.append(_MARK)
        return pieces, stands, first

    def _read(self, pieces: Sequence[int], stands: Sequence[int]) -> Floats:
        inputs = self.vectors(np.array(pieces)) + self.places[: len(pieces)] + self.stands[np.array(stands)]
        (odds,) = self.session.run(None, {"x": inputs[None]})
        odds = np.exp(odds[0] - odds[0].max(axis=1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=1, keepdims=True))

    def vectors(self, pieces: NDArray[np.int64]) -> Floats:
        """The vectors of pieces: blocks of 32 numbers from -8 to 7, two in a byte, each block with its scale."""
        bits = self.bits[pieces]
        numbers = np.concatenate((bits & 15, bits >> 4), axis=2).astype(np.float32) - 8
        return np.asarray((numbers * self.scales[pieces].astype(np.float32)[:, :, None]).reshape(len(pieces), -1))


def _writable(text: str) -> str:
    """The text without halves of letters, which broken fonts give and UTF-8 does not have."""
    return text.encode("utf-8", "replace").decode()


def windows(length: int) -> Iterator[tuple[int, int]]:
    start = 0
    while start + WINDOW < length:
        yield start, start + WINDOW
        start += WINDOW - SHARED
    yield start, length


def _stands(word: Token, begins_row: bool) -> int:
    """How a word stands: in which cell of how many, and whether it begins its row."""
    return 1 + (min(word.cell, _COLUMNS) * (_COLUMNS + 1) + min(word.cells, _COLUMNS)) * _ROW + begins_row


@cache
def shipped() -> Network:
    """The network that lies beside this module, ready to read on one thread: papers are read on several processes."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(MODEL / "network.onnx"), options, providers=["CPUExecutionProvider"],
                                           disabled_optimizers=_SLOWER)
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(MODEL / "pieces.model"))
    with np.load(MODEL / "vectors.npz") as stored:
        return Network(session, pieces, stored["bits"], stored["scales"], stored["places"].astype(np.float32),
                       stored["stands"].astype(np.float32), tuple(map(str, stored["labels"])))
