"""Small honest files and the ways in which they are broken: what a fuzzer needs. All chance comes from the test."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from hypothesis import strategies as st
from PIL import Image

from tests.extractors.sandbox.hostile_pdfs import page

FIXTURES = Path(__file__).parents[2] / "fixtures"
_NUMBER = re.compile(rb"-?\d+(\.\d+)?")
_ODD_NUMBERS = [b"0", b"-1", b"1", b"65535", b"0.0001", b"1e308", b"NaN",
                 b"2147483647", b"-2147483648", b"4294967296", b"99999999999999999999"]
_ODD_FIELDS = [b"\x00\x00", b"\xff\xff", b"\x7f\xff", b"\x00\x01", b"\x00\x00\x00\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff",
               b"\xff\xff\xff\x7f", b"\x01\x00\x00\x00"]
_HEAD = 256
"""Bytes of a picture in which its measures stand."""


def line_of_text(text: str = "Attestation 2024", height: int = 90) -> Image.Image:
    """A line of large letters on white."""
    paper = np.full((height, 34 * len(text), 3), 255, np.uint8)
    cv2.putText(paper, text, (20, 2 * height // 3), cv2.FONT_HERSHEY_DUPLEX, 1.5, (20, 20, 20), 2, cv2.LINE_AA)
    return Image.fromarray(paper)


def saved(image: Image.Image, form: str, **how: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **how)
    return file.getvalue()


def honest_files() -> dict[str, bytes]:
    """One small file of each kind."""
    line = line_of_text()
    pictures = {form: saved(line, form) for form in ("JPEG", "PNG", "WEBP", "BMP", "GIF")}
    frames = {"TIFF": saved(line, "TIFF", save_all=True, append_images=[line], compression="tiff_lzw"),
              "fax": saved(line.convert("1"), "TIFF", compression="group4")}
    papers = {name: (FIXTURES / name).read_bytes() for name in ("letter.pdf", "test.pdf", "encrypted.pdf")}
    return {**pictures, **frames, **papers, "HEIC": (FIXTURES / "letter-photo.heic").read_bytes(),
            "plain.pdf": page(), "scan.pdf": saved(line, "PDF", resolution=150)}


Mutation = Callable[[bytes], bytes]
_place = st.floats(0, 1, exclude_max=True)
_size = st.integers(1, 4000)


def _at(content: bytes, place: float) -> int:
    return int(place * len(content))


def _overwrite(place: float, new: bytes) -> Mutation:
    return lambda content: content[:_at(content, place)] + new + content[_at(content, place) + len(new):]


def _delete(place: float, size: int) -> Mutation:
    return lambda content: content[:_at(content, place)] + content[_at(content, place) + size:]


def _repeat(place: float, size: int, times: int) -> Mutation:
    def repeat(content: bytes) -> bytes:
        start = _at(content, place)
        return content[:start] + content[start:start + size] * times + content[start:]
    return repeat


def _swap(one: float, other: float, size: int) -> Mutation:
    def swap(content: bytes) -> bytes:
        first, second = sorted((_at(content, one), _at(content, other)))
        second = max(second, first + size)
        return (content[:first] + content[second:second + size] + content[first + size:second] + content[first:first + size]
                + content[second + size:])
    return swap


def _truncate(place: float) -> Mutation:
    return lambda content: content[:_at(content, place)]


def _renumber(place: float, number: bytes) -> Mutation:
    """Another number in the place of one that is written out, as all are in PDF."""
    def renumber(content: bytes) -> bytes:
        found = list(_NUMBER.finditer(content))
        if not found:
            return content
        chosen = found[int(place * len(found))]
        return content[:chosen.start()] + number + content[chosen.end():]
    return renumber


def _refield(place: int, field: bytes) -> Mutation:
    """Another value in a field of the header."""
    return lambda content: content[:place] + field + content[place + len(field):]


mutations = st.one_of(
    st.builds(_overwrite, _place, st.binary(min_size=1, max_size=8)),
    st.builds(_overwrite, _place, st.integers(0, 255).map(lambda byte: struct.pack("B", byte))),
    st.builds(_delete, _place, _size),
    st.builds(_repeat, _place, _size, st.integers(1, 50)),
    st.builds(_swap, _place, _place, _size),
    st.builds(_truncate, _place),
    st.builds(_renumber, _place, st.sampled_from(_ODD_NUMBERS)),
    st.builds(_renumber, _place, st.sampled_from(_ODD_NUMBERS)),
    st.builds(_refield, st.integers(0, _HEAD), st.sampled_from(_ODD_FIELDS)),
)
