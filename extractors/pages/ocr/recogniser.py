"""A recogniser of lines: from the picture of a line to what each of its steps may be.

The PP-OCR models end in a layer that weighs 7 000 or 19 000 signs at every step, a fifth to a quarter of what a line costs (measured).
Here that layer weighs the signs of our papers at every step, and all signs only at the steps that are asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from extractors.pages.picture import Picture

_LINE_HEIGHT = 48
_LEAST_LINE_WIDTH = 160
"""Pixels of a line as the models want it."""

Probabilities = NDArray[np.float32]
"""Steps x signs."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What is seen along a line. `ours`: probabilities of our signs among themselves; `width`: of the line, in steps;
    `of_all_signs`: the probabilities of all signs, at some of the steps."""

    ours: Probabilities
    width: float
    of_all_signs: Callable[[NDArray[np.int64]], Probabilities]


class Recogniser:
    """PP-OCRv6 tiny or small: what a line says."""

    def __init__(self, model: Path, ours: Sequence[int]) -> None:
        """`ours`: the signs of our papers, by their places among the model's answers."""
        whole = onnx.load(model)
        last = _Layer.last_of(whole)
        self._input = whole.graph.input[0].name
        seen = onnx.utils.Extractor(whole).extract_model([self._input], [last.features])
        last.of(ours).end(seen)
        self._seer = session(seen.SerializeToString())
        self._weigher = session(last.alone().SerializeToString())

    def steps(self, line: Picture) -> Steps:
        """What is seen along a level line."""
        height, width = line.shape[:2]
        sized = max(4, round(_LINE_HEIGHT * width / height))
        picture = np.zeros((1, 3, _LINE_HEIGHT, max(sized, _LEAST_LINE_WIDTH)), np.float32)
        picture[..., :sized] = tensor(np.asarray(cv2.resize(line, (sized, _LINE_HEIGHT)), dtype=np.uint8))
        features, ours = self._seer.run(None, {self._input: picture})
        return Steps(ours[0], len(ours[0]) * sized / picture.shape[3], lambda at: self._weigh(features[0, at]))

    def _weigh(self, features: Probabilities) -> Probabilities:
        return np.asarray(self._weigher.run(None, {"features": features})[0])


@dataclass(frozen=True, slots=True)
class _Layer:
    """The layer that weighs signs by what is seen at a step: softmax(features x weights + bias)."""

    features: str
    weights: Probabilities
    bias: NDArray[np.float32]

    @classmethod
    def last_of(cls, model: onnx.ModelProto) -> _Layer:
        nodes = model.graph.node
        product = [node for node in nodes if node.op_type == "MatMul"][-1]
        bias = next(node.input[1] for node in nodes if node.op_type == "Add" and node.input[0] == product.output[0])
        values = {each.name: each for each in model.graph.initializer}
        features, weights = product.input
        return cls(features, numpy_helper.to_array(values[weights]), numpy_helper.to_array(values[bias]))

    def of(self, signs: Sequence[int]) -> _Layer:
        return _Layer(self.features, np.ascontiguousarray(self.weights[:, signs]), self.bias[list(signs)])

    def end(self, model: onnx.ModelProto) -> None:
        """Make this the last layer of a model; its `features` stay an answer too."""
        model.graph.node.extend([helper.make_node("MatMul", [self.features, "weights"], ["product"]),
                                 helper.make_node("Add", ["product", "bias"], ["sum"]),
                                 helper.make_node("Softmax", ["sum"], ["probabilities"], axis=-1)])
        model.graph.initializer.extend([numpy_helper.from_array(self.weights, "weights"), numpy_helper.from_array(self.bias, "bias")])
        model.graph.output.append(helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, None))

    def alone(self) -> onnx.ModelProto:
        """A model of this layer only: from the features of some steps to the probabilities of its signs."""
        features = helper.make_tensor_value_info("features", TensorProto.FLOAT, ["steps", self.weights.shape[0]])
        model = helper.make_model(helper.make_graph([], "weigher", [features], []), ir_version=8,
                                  opset_imports=[helper.make_opsetid("", 17)])
        _Layer("features", self.weights, self.bias).end(model)
        return model


def session(model: bytes | str) -> onnxruntime.InferenceSession:
    """A model on one thread: processes are what runs in parallel."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def tensor(picture: Picture) -> NDArray[np.float32]:
    """What the models take: 1 x 3 x height x width, from -1 to 1."""
    return np.asarray(cv2.dnn.blobFromImage(picture, 1 / 127.5, mean=(127.5, 127.5, 127.5)), dtype=np.float32)
