"""How much of a file is taken on. Cheap checks made before anything is parsed, and caps that the readers keep to."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file. Pixels are of one picture or rendered page."""

    file_bytes: int = 25 * MEGABYTE
    pages: int = 100
    picture_pixels: int = 80_000_000
    render_pixels: int = 16_000_000
    page_inches: float = 200.0
    words_a_page: int = 20_000
    zip_entries: int = 2_000
    zip_bytes: int = 200 * MEGABYTE
    """Of all parts of an office file together, unpacked."""
    zip_entry_bytes: int = 64 * MEGABYTE
    zip_ratio: int = 250
    """Unpacked over packed; XML of Word seldom passes 30."""
    xml_bytes: int = 8 * MEGABYTE
    office_letters: int = 1_000_000
    """Of an office file, where a paragraph counts for fifty at least. A hundred full pages have half of it."""
    memory_bytes: int = 2_500 * MEGABYTE
    """Address space, reservations included: the OCR engine reserves about twice what it touches."""
    cpu_seconds_base: int = 20
    cpu_seconds_a_page: int = 20
    cpu_seconds_most: int = 240
    open_files: int = 128
    processes: int = 64
    """Threads included."""
    written_bytes: int = 64 * MEGABYTE
    wall_seconds: float = 230.0


LIMITS = Limits()
