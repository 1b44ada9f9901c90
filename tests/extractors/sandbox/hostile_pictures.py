"""Pictures that mean harm: bombs, headers that lie, loops. `CASES`: name → bytes."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image

FIXTURES = Path(__file__).parents[2] / "fixtures"
_PHOTO = (FIXTURES / "diploma-photo.jpg").read_bytes()


def zeros(megabytes: int) -> bytes:
    """So many megabytes of zeros, as zlib packs them, made without packing them."""
    block = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = block.compress(bytes(1_000_000)) + block.flush(zlib.Z_FULL_FLUSH)
    checksum = (1_000_000 * megabytes % 65521) << 16 | 1
    return b"\x78\xda" + packed * megabytes + zlib.compressobj(9, zlib.DEFLATED, -15).flush() + struct.pack("!I", checksum)


def png(width: int, height: int, data: bytes, *, colour: int = 2, bits: int = 8, more: bytes = b"") -> bytes:
    header = struct.pack("!IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + more + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack("!I", len(body)) + kind + body + struct.pack("!I", zlib.crc32(kind + body))


def _bmp(width: int, height: int) -> bytes:
    return b"BM" + struct.pack("<IHHI", 100, 0, 0, 54) + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0) + bytes(46)


def tiff(*folders: Sequence[tuple[int, int, int, int]], after: int = 0, data: bytes = b"") -> bytes:
    """Folders of entries (tag, type, count, value), each pointing at the next, the last at `after`; then data."""
    body, place = b"", 8
    for number, entries in enumerate(folders):
        size = 2 + 12 * len(entries) + 4
        following = after if number == len(folders) - 1 else place + size
        body += struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + struct.pack("<I", following)
        place += size
    return b"II*\x00" + struct.pack("<I", 8) + body + data


def frame(width: int, height: int, offset: int = 8, length: int = 64, compression: int = 1) -> list[tuple[int, int, int, int]]:
    """The entries of a grey TIFF frame."""
    return [(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, compression), (262, 3, 1, 1), (273, 4, 1, offset),
            (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, length)]


def _gif(width: int, height: int) -> bytes:
    return (b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6)
            + b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x44\x01\x00;")


def _jpeg(width: int, height: int) -> bytes:
    """The photo, with another size in its header."""
    place = next(i for i in range(len(_PHOTO)) if _PHOTO[i:i + 2] in (b"\xff\xc0", b"\xff\xc2"))
    return _PHOTO[:place + 5] + struct.pack("!HH", height, width) + _PHOTO[place + 9:]


def _heic(inside: bytes) -> bytes:
    return struct.pack("!I", 24) + b"ftypheic" + bytes(4) + b"mif1heic" + inside


def _saved(form: str, size: tuple[int, int] = (40, 40), **how: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "white").save(file, form, **how)
    return file.getvalue()


def _exif(orientation: bytes) -> bytes:
    """A JPEG whose EXIF says how it lies in an unheard-of way."""
    return _saved("JPEG", (400, 400), exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12" + orientation + b"\x00\x00\x00\x00")


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a PNG of 50 000 x 50 000": (lambda: png(50_000, 50_000, zeros(1)), "too_large"),
    "a PNG two billion wide": (lambda: png(2_147_483_647, 2_147_483_647, zeros(1)), "too_large"),
    "a PNG without width": (lambda: png(0, 100, zeros(1)), "unreadable"),
    "a JPEG of 65 500 x 65 500": (lambda: _jpeg(65_500, 65_500), "too_large"),
    "a BMP of 50 000 x 50 000": (lambda: _bmp(50_000, 50_000), "too_large"),
    "a BMP of negative width": (lambda: _bmp(-50_000, 100), "too_large"),
    "a TIFF of 50 000 x 50 000": (lambda: tiff(frame(50_000, 50_000)), "unreadable"),
    "a GIF of 65 535 x 65 535": (lambda: _gif(65_535, 65_535), "too_large"),
    "a TIFF of ten thousand frames": (lambda: tiff(*[frame(8, 8)] * 10_000), "too_many_pages"),
    "a TIFF whose frames go in circles": (lambda: tiff(frame(8, 8), frame(8, 8), after=8), "unreadable"),
    "a TIFF without measures": (lambda: tiff(frame(8, 8)[2:]), "unreadable"),
    "a TIFF that starts nowhere": (lambda: b"II*\x00" + struct.pack("<I", 0xFFFFFFF0), "unreadable"),
    "a TIFF of a billion values": (lambda: tiff([*frame(40, 40)[:5], (273, 4, 1_000_000_000, 8)]), "unreadable"),
    "HEIC in name only": (lambda: _heic(b""), "unreadable"),
    "HEIC with a box that is longer than the file": (lambda: _heic(b"\xff\xff\xff\xffmeta" + bytes(100)), "unreadable"),
    "HEIC with boxes in boxes": (lambda: _heic(b"".join(struct.pack("!I", 8 * (2000 - i)) + b"meta" for i in range(2000))), "unreadable"),
    "half a WebP": (lambda: _saved("WEBP", (300, 300))[:40], "unreadable"),
    "a dot": (lambda: _saved("PNG", (1, 1)), "unreadable"),
    "a hair": (lambda: _saved("PNG", (1, 20_000)), "unreadable"),
}
"""With the code that each must end in."""

CASES: dict[str, Callable[[], bytes]] = {
    "a PNG that unpacks to a gigabyte": lambda: png(300, 300, zeros(1000)),
    "a PNG with a gigabyte of text": lambda: png(300, 300, zeros(1), more=_chunk(b"zTXt", b"Comment\x00\x00" + zeros(1000))),
    "a PNG with a gigabyte of profile": lambda: png(300, 300, zeros(1), more=_chunk(b"iCCP", b"x\x00\x00" + zeros(1000))),
    "a PNG with all the pixels that are allowed": lambda: png(4_000, 20_000, zeros(1), colour=0, bits=1),
    "a TIFF that unpacks to more than it says": lambda: tiff(frame(300, 300, 122, 1_000_000, 8), data=zeros(1000)),
    "a JPEG that lies oddly": lambda: _exif(b"\x00\x03\x00\x00\x00\x01\x00\x63\x00\x00"),
    "a JPEG that lies in words": lambda: _exif(b"\x00\x02\xff\xff\xff\xff\xff\xff\xff\xff"),
    "a JPEG cut short": lambda: _PHOTO[:len(_PHOTO) // 2],
}
"""Each must end in a reading, of which the limits are all that is asked."""
