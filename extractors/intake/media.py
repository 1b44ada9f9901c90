"""What kind of file some bytes are: by a closed table of signatures, never by the name or the declared type."""

from __future__ import annotations

import re

from extractors.errors import Encrypted, TooLarge, Unreadable, UnsupportedType
from extractors.intake.limits import Limits

PDF = "application/pdf"
TIFF = "image/tiff"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
OFFICE = frozenset({DOCX, ODT})
UNKNOWN = "application/octet-stream"

_PDF_HEADER_WITHIN = 1024  # ISO 32000-1, annex H.3.4.1: readers accept leading bytes
_HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"heif"}
_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (8, b"WEBP", "image/webp"),
    (0, b"II*\x00", TIFF),
    (0, b"MM\x00*", TIFF),
    (0, b"BM", "image/bmp"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
)
_ZIP = b"PK\x03\x04"
_ZIP_END = b"PK\x05\x06"
_ODT_FIRST = re.compile(rb"PK\x03\x04.{22}\x08\x00(..)mimetype", re.S)
_WORD_PART = re.compile(rb"word/document\d*\.xml")
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
"""Word files before 2007 begin so, and also newer ones with a password, which are wrapped in that older form."""
_WITH_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_EXTENSIONS = {
    DOCX: {"docx", "docm"}, ODT: {"odt"},
    PDF: {"pdf"}, "image/jpeg": {"jpg", "jpeg", "jpe"}, "image/png": {"png"}, "image/webp": {"webp"},
    TIFF: {"tif", "tiff"}, "image/bmp": {"bmp"}, "image/gif": {"gif"}, "image/heic": {"heic", "heif"},
}


def media_type(content: bytes) -> str:
    """The media type of the content, `UNKNOWN` where no signature fits."""
    for offset, signature, media in _SIGNATURES:
        if content.startswith(signature, offset):
            return media
    if content[4:8] == b"ftyp" and content[8:12] in _HEIF_BRANDS:
        return "image/heic"
    if content.startswith(_ZIP):
        return _office_type(content)
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN]:
        return PDF
    return UNKNOWN


def _office_type(content: bytes) -> str:
    """The type of a zip: by its first part (OpenDocument) or by the names in its directory (Word); in a torn file by any names."""
    first = _ODT_FIRST.match(content)
    if first is not None and content[first.end() + int.from_bytes(first[1], "little"):].startswith(ODT.encode() + b"PK"):
        return ODT
    end = content.rfind(_ZIP_END)
    begin = int.from_bytes(content[end + 16:end + 20], "little") if end >= 0 else 0
    names = content[begin:end] if 0 < begin < end else content
    return DOCX if b"[Content_Types].xml" in names and _WORD_PART.search(names) else UNKNOWN


def admit(content: bytes, limits: Limits) -> str:
    """The media type of a file that may be read. Raises `Unreadable` (empty), `TooLarge`, `Encrypted`, `UnsupportedType`."""
    if not content.strip(b"\x00\t\n\r "):
        raise Unreadable
    if len(content) > limits.file_bytes:
        raise TooLarge
    if content.startswith(_COMPOUND) and _WITH_PASSWORD in content:
        raise Encrypted
    media = media_type(content)
    if media == UNKNOWN:
        raise UnsupportedType
    return media


def name_disagrees(name: str, media: str) -> bool:
    """Whether the name's ending announces another known type than the content."""
    ending = name.rpartition(".")[2].lower()
    return any(ending in endings for endings in _EXTENSIONS.values()) and ending not in _EXTENSIONS.get(media, {ending})
