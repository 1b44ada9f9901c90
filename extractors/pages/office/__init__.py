"""Office letters (Word, OpenDocument) as pages: their content in order of reading, set as a PDF that is read like any other.

Nothing of the look is kept but what helps reading: alignment, bold, rough sizes, tables, tabs.
"""

from __future__ import annotations

from functools import lru_cache

from extractors.errors import ReadingError, Unreadable
from extractors.intake.limits import Limits
from extractors.intake.media import DOCX
from extractors.pages.office import docx, odt
from extractors.pages.office.package import Package
from extractors.pages.office.typeset import set_pages


@lru_cache(maxsize=1)  # the pages of one file are asked for one by one
def as_pdf(content: bytes, media: str, limits: Limits) -> bytes:
    """An office file as the bytes of a PDF, always the same for the same file. Raises `ReadingError`."""
    try:
        package = Package(content, limits)
        return set_pages(docx.blocks(package) if media == DOCX else odt.blocks(package), limits)
    except ReadingError:
        raise
    except Exception as error:
        raise Unreadable from error
