"""Fits the tagger's network: `python -m bench.extraction.network.fit [--corpus DIR]... [--shelf DIR] [--all] [--epochs N]
[--keep FILE] [--onto FILE]`.

The first layers of the base, with a vector for how each word stands and a layer of tags on top, learn the tags of the bench's papers;
the vectors of pieces stay as they came. Papers that are held back never teach; those left out (`papers/left_out.txt`) only with `--all`:
without it the report tells how it does on papers never seen, and `bench.extraction.calibrate` reads off them what its word is worth.
An epoch of 900 papers takes five minutes on two cores. The weights of its layers are rounded to eight bits at the end; `--keep` keeps
them as they were, and `--onto` goes on learning from there, as when papers were added.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn import functional

from bench.extraction import corpus
from bench.extraction.lessons import UNTOLD, Lesson, lessons_of, values
from bench.extraction.network.base import Base, read
from bench.extraction.network.variety import pools, varied
from bench.extraction.shelf import Shelf
from extractors.tagging.network import MODEL, WINDOW, Network, shipped
from extractors.tagging.network import windows as edges
from extractors.tagging.tagger import FIELDS, OUTSIDE, likeliest

LAYERS, PLACES, STANDS = 6, 512, 64
BATCH, RATE, RATE_OF_NEW, WARM, LAST, AGAIN = 4, 3e-4, 2e-3, 100, 0.02, 0.4
"""Windows at a time; how fast the base learns and what is new; steps until full speed; share of the speed at the end, and of what goes
on learning."""
_DROPPED, _DECAY, _CLIPPED = 0.1, 0.01, 1.0
_NO_TAG = -100
LABELS = (OUTSIDE, *(f"{part} {field}" for part in "BI" for field in sorted(FIELDS)))


def _by_head(x: torch.Tensor, heads: int) -> torch.Tensor:
    return x.unflatten(2, (heads, -1)).transpose(1, 2)


class Attention(torch.autograd.Function):
    """Attention without a mask, as the runtime has it in one piece, which is a third quicker than in its parts."""

    @staticmethod
    def forward(_: Any, query: torch.Tensor, keys: torch.Tensor, given: torch.Tensor, heads: int) -> torch.Tensor:
        seen = functional.scaled_dot_product_attention(*(_by_head(one, heads) for one in (query, keys, given)))
        return seen.transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Any, keys: Any, given: Any, heads: int) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", query, keys, given, num_heads_i=heads).setType(query.type())


class Layer(nn.Module):
    """A layer of BERT (Devlin and others 2019)."""

    def __init__(self, base: Base, number: int) -> None:
        super().__init__()
        self.heads = base.heads
        square = (base.width, base.width)
        sizes = {"q": square, "k": square, "v": square, "ao": square, "fi": (base.inner, base.width), "fo": (base.width, base.inner)}
        self.linear = nn.ModuleDict({name: _linear(base, f"l{number}.{name}", *size) for name, size in sizes.items()})
        self.norms = nn.ModuleDict({name: _norm(base, f"l{number}.{name}") for name in ("aln", "oln")})
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        asked = [self.linear[name](x) for name in "qkv"]
        seen = Attention.apply(*asked, self.heads) if mask is None else self._attended(*asked, mask)
        x = self.norms["aln"](x + self.drop(self.linear["ao"](seen)))
        return self.norms["oln"](x + self.drop(self.linear["fo"](functional.gelu(self.linear["fi"](x)))))

    def _attended(self, query: torch.Tensor, keys: torch.Tensor, given: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        query, keys, given = (_by_head(one, self.heads) for one in (query, keys, given))
        likeness = (query @ keys.transpose(-1, -2) * query.shape[-1] ** -0.5).masked_fill(~mask[:, None, None, :], -1e9)
        return (self.drop(likeness.softmax(-1)) @ given).transpose(1, 2).flatten(2)


class Body(nn.Module):
    """From the vectors of pieces, their places and how they stand, to the odds of each label."""

    def __init__(self, base: Base) -> None:
        super().__init__()
        self.norm = _norm(base, "emb.ln")
        self.layers = nn.ModuleList(Layer(base, number) for number in range(LAYERS))
        self.tags = nn.Linear(base.width, len(LABELS))
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return self.tags(x)


class Tables(nn.Module):
    """What is added to the vectors of pieces: where each stands in its window, and how it stands on the paper."""

    def __init__(self, base: Base) -> None:
        super().__init__()
        places = base.numbers("emb.pos").reshape(-1, base.width)[:PLACES] + base.numbers("emb.type")[: base.width]
        self.places = nn.Parameter(torch.from_numpy(places))
        self.stands = nn.Parameter(torch.randn(STANDS, base.width) * 0.01)

    def forward(self, stands: torch.Tensor) -> torch.Tensor:
        return self.places[: stands.shape[1]] + self.stands[stands]


def _linear(base: Base, name: str, out: int, into: int) -> nn.Linear:
    layer = nn.Linear(into, out)
    layer.weight.data, layer.bias.data = torch.from_numpy(base.matrix(f"{name}.w", out, into)), torch.from_numpy(base.numbers(f"{name}.b"))
    return layer


def _norm(base: Base, name: str) -> nn.LayerNorm:
    layer = nn.LayerNorm(base.width, base.epsilon)
    layer.weight.data, layer.bias.data = (torch.from_numpy(base.numbers(f"{name}.{part}")) for part in "wb")
    return layer


Window = tuple[torch.Tensor, list[int], list[int]]
"""The vectors of pieces, how each stands, and the label of each that begins a word."""


def windows(lessons: Iterable[Lesson], cut: Network) -> Iterator[Window]:
    for lesson in lessons:
        pieces, stands, first = cut.cut(lesson.words, lesson.kind)
        labels = [_NO_TAG] * len(pieces)
        for at, tag in zip(first, lesson.tags, strict=True):
            labels[at] = _NO_TAG if tag == UNTOLD else LABELS.index(tag)
        for start, end in edges(len(pieces)):
            yield torch.from_numpy(cut.vectors(np.array(pieces[start:end]))), stands[start:end], labels[start:end]


def fit(base: Base, lessons: Sequence[Lesson], cut: Network, epochs: int, onto: Path | None = None) -> tuple[Body, Tables]:
    """A network that has learned from lessons, from the base on or from where another had come."""
    body, tables = Body(base), Tables(base)
    if onto is not None:
        for part, known in zip((body, tables), torch.load(onto, weights_only=True), strict=True):
            part.load_state_dict(known)
    full = 1.0 if onto is None else AGAIN
    new = [*body.tags.parameters(), tables.stands]
    old = [one for one in (*body.parameters(), tables.places) if all(one is not other for other in new)]
    rates = [(old, RATE), (new, RATE_OF_NEW)]
    optimizer = torch.optim.AdamW([{"params": of, "lr": rate} for of, rate in rates], weight_decay=_DECAY)
    known, chance = pools(lessons), random.Random(0)
    steps, step = epochs * -(-len(list(windows(lessons, cut))) // BATCH), 0
    for epoch in range(epochs):
        body.train()
        lost = 0.0
        taught = list(windows((varied(lesson, known, chance) for lesson in lessons), cut))
        for batch in _batches(taught):
            speed, step = full * min(1.0, (step + 1) / WARM) * max(LAST, 1 - step / steps), step + 1
            for group, (_, rate) in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * speed
            x, stands, labels, mask = _together(batch)
            with torch.autocast("cpu", torch.bfloat16):
                odds = body(x + tables(stands), mask)
            loss = functional.cross_entropy(odds.float().view(-1, len(LABELS)), labels.view(-1), ignore_index=_NO_TAG)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*body.parameters(), *tables.parameters()], _CLIPPED)
            optimizer.step()
            lost += loss.item()
        print(f"epoch {epoch + 1} of {epochs}: {lost * BATCH / len(taught):.4f}", file=sys.stderr, flush=True)
    return body.eval(), tables.eval()


def _batches(taught: Sequence[Window]) -> list[list[Window]]:
    """Windows of about one length together, in an order of chance."""
    ordered = sorted(taught, key=lambda one: len(one[1]) + random.random() * 40)
    batches = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
    random.shuffle(batches)
    return batches


def _together(batch: Sequence[Window]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
    longest = max(len(stands) for _, stands, _ in batch)
    x = torch.stack([functional.pad(vectors, (0, 0, 0, longest - len(vectors))) for vectors, _, _ in batch])
    stands = torch.tensor([[*one, *[0] * (longest - len(one))] for _, one, _ in batch])
    labels = torch.tensor([[*one, *[_NO_TAG] * (longest - len(one))] for _, _, one in batch])
    mask = torch.tensor([[True] * len(one) + [False] * (longest - len(one)) for _, one, _ in batch])
    return x, stands, labels, mask


def write(body: Body, tables: Tables) -> None:
    """The model's folder: the layers in eight bits; places, stands and labels beside the vectors of pieces."""
    with TemporaryDirectory() as folder:
        whole = str(Path(folder) / "whole.onnx")
        torch.onnx.export(body, (torch.zeros(1, WINDOW, tables.stands.shape[1]),), whole, input_names=["x"], output_names=["odds"],
                          dynamic_axes={"x": {1: "pieces"}, "odds": {1: "pieces"}}, opset_version=17, dynamo=False)
        quantize_dynamic(whole, str(MODEL / "network.onnx"), weight_type=QuantType.QInt8, per_channel=True,
                         op_types_to_quantize=["MatMul", "Gemm"])
    with np.load(MODEL / "vectors.npz") as stored:
        kept = {name: stored[name] for name in ("bits", "scales")}
    added = {name: getattr(tables, name).detach().numpy().astype(np.float16) for name in ("places", "stands")}
    np.savez(MODEL / "vectors.npz", **kept, **added, labels=np.array(LABELS))


def report(network: Network, lessons: Sequence[Lesson]) -> None:
    """Of each field how many values are put on exactly the right words."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for lesson in lessons:
        told = likeliest(network.labels, network.probabilities(lesson.words, lesson.kind))
        true = values(lesson.tags)
        given = {(field, words) for field, words in values(told) if lesson.tags[words.start] != UNTOLD}
        for verdict, found in (("right", given & true), ("wrong", given - true), ("missed", true - given)):
            for field, _ in found:
                counts[field][verdict] += 1
                counts["all"][verdict] += 1
    for field in (*FIELDS, "all"):
        right, wrong, missed = (counts[field][verdict] for verdict in ("right", "wrong", "missed"))
        print(f"{field:26} right {right:4}  wrong {wrong:4}  missed {missed:4}  F1 {2 * right / max(1, 2 * right + wrong + missed):.3f}")


def main() -> None:
    wish = _wish()
    torch.manual_seed(0)
    random.seed(0)
    lessons = list(lessons_of(wish.corpus, Shelf(wish.shelf)))
    teach = [one for one in lessons if wish.all or not corpus.is_left_out(one.layout)]
    body, tables = fit(read(), teach, shipped(), wish.epochs, wish.onto)
    if wish.keep:
        torch.save((body.state_dict(), tables.state_dict()), wish.keep)
    write(body, tables)
    shipped.cache_clear()
    report(shipped(), [one for one in lessons if corpus.is_left_out(one.layout)])


def _wish() -> Any:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="another folder with truth.jsonl")
    parser.add_argument("--shelf", type=Path, default=corpus.CACHE / "shelf", help="a folder for read pages")
    parser.add_argument("--all", action="store_true", help="the papers left out teach too; nothing tells then how it does on others")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--keep", type=Path, help="a file for the weights before they are rounded")
    parser.add_argument("--onto", type=Path, help="weights that were kept, to go on from")
    return parser.parse_args()


if __name__ == "__main__":
    main()
