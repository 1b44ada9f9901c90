"""What kind of file some bytes are: by a closed table of signatures, never by the name or the declared type."""

from __future__ import annotations

from extractors.errors import TooLarge, Unreadable, UnsupportedType
from extractors.intake.limits import Limits

PDF = "application/pdf"
TIFF = "image/tiff"
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
_EXTENSIONS = {
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
    if b"%PDF-" in content[:_PDF_HEADER_WITHIN]:
        return PDF
    return UNKNOWN


def admit(content: bytes, limits: Limits) -> str:
    """The media type of a file that may be read. Raises `Unreadable` (empty), `TooLarge`, `UnsupportedType`."""
    if not content.strip(b"\x00\t\n\r "):
        raise Unreadable
    if len(content) > limits.file_bytes:
        raise TooLarge
    media = media_type(content)
    if media == UNKNOWN:
        raise UnsupportedType
    return media


def name_disagrees(name: str, media: str) -> bool:
    """Whether the name's ending announces another known type than the content."""
    ending = name.rpartition(".")[2].lower()
    return any(ending in endings for endings in _EXTENSIONS.values()) and ending not in _EXTENSIONS.get(media, {ending})
