"""A read page as bytes and back, so that pages can be read by several processes and put together by another.

What comes back is checked like anything from outside: the bytes were made by a process that had a hostile file before it.
"""

from __future__ import annotations

import gzip
import io
import json
from dataclasses import asdict

from pydantic import TypeAdapter, ValidationError

from extractors.pages.page import Page

_MOST_BYTES = 32 * 1024 * 1024
_PAGE = TypeAdapter(Page)


class NotAPage(Exception):
    """The bytes are no page."""


def stored(page: Page) -> bytes:
    """Everything of a page but its picture. The same page gives the same bytes."""
    return gzip.compress(json.dumps({**asdict(page), "image": ""}, ensure_ascii=False).encode(), mtime=0)


def restored(content: bytes) -> Page:
    """The page again. Raises `NotAPage`."""
    try:
        with gzip.open(io.BytesIO(content)) as file:
            return _PAGE.validate_json(file.read(_MOST_BYTES))
    except (OSError, EOFError, ValidationError) as error:
        raise NotAPage from error
