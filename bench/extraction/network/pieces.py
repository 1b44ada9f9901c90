"""The vocabulary that is kept of the base's, and its vectors: `python -m bench.extraction.network.pieces`, once.

Kept are the pieces that cut the frequent words of the languages that papers are written in, small, with a capital and in capitals,
figures, and single letters and signs: a sixth of all. Other words are cut into smaller pieces.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import numpy as np
import sentencepiece
from sentencepiece import sentencepiece_model_pb2 as format_of_pieces

from bench.extraction.network.base import SIZE, Base, read
from extractors.tagging.network import MODEL

WORDS = {"fr": 50_000, "en": 50_000, "es": 15_000, "pt": 10_000}
"""How many frequent words of a language count."""
IN_CAPITALS = 15_000
FIGURES = 10_000
_LAST_SIGN = 0x2500
_UNIGRAM, _NORMAL, _UNKNOWN, _CONTROL = 1, 1, 2, 3


def main() -> None:
    base = read()
    kept = _kept(base)
    MODEL.mkdir(exist_ok=True)
    (MODEL / "pieces.model").write_bytes(_as_model(base, kept))
    blocks = base.blocks("emb.word").reshape(-1, base.width // SIZE)[kept]
    np.savez(MODEL / "vectors.npz", bits=blocks["bits"], scales=blocks["scale"])
    print(f"{len(kept)} of {len(base.vocabulary)} pieces")


def _kept(base: Base) -> list[int]:
    whole = sentencepiece.SentencePieceProcessor(model_proto=_as_model(base, list(range(len(base.vocabulary)))))
    used = {piece for word in _words() for piece in whole.encode(unicodedata.normalize("NFKC", word))}
    letters = {number for number, (piece, _) in enumerate(base.vocabulary) if len(piece) == 1 and ord(piece) < _LAST_SIGN}
    return sorted({*base.special, *used, *letters})


def _words() -> Iterator[str]:
    from wordfreq import top_n_list
    for language, count in WORDS.items():
        words = top_n_list(language, count)
        yield from words
        yield from (word[:1].upper() + word[1:] for word in words)
        yield from (word.upper() for word in words[:IN_CAPITALS])
    yield from map(str, range(FIGURES))


def _as_model(base: Base, kept: list[int]) -> bytes:
    """The pieces in the format of SentencePiece; words come one by one and unchanged."""
    model = format_of_pieces.ModelProto()
    model.trainer_spec.model_type, model.trainer_spec.vocab_size = _UNIGRAM, len(kept)
    model.normalizer_spec.name = "identity"
    sorts = dict(zip(base.special, (("<s>", _CONTROL), ("</s>", _CONTROL), ("<pad>", _CONTROL), ("<unk>", _UNKNOWN)), strict=True))
    for number in kept:
        piece = model.pieces.add()
        text, score = base.vocabulary[number]
        piece.piece, piece.type = sorts.get(number, (text or f"<{number}>", _NORMAL))
        piece.score = score
    return bytes(model.SerializeToString())


if __name__ == "__main__":
    main()
