"""A shelf of read pages and of what the second reader said of them, so that extraction can be measured again without reading again."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from extractors.evidence import PageBox
from extractors.extract import Reread
from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import Page, read_pages
from extractors.pages.stored import restored, stored
from extractors.reading import second_reader


class Shelf:
    """A folder with a file for each paper. It knows nothing of changes in reading: empty it then."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def pages(self, file: Path) -> list[Page]:
        """The pages of a file, read now if they are not on the shelf."""
        content = file.read_bytes()
        kept = self._folder / f"{_name(content)}.pages"
        if not kept.exists():
            pages = [stored(page) for page in read_pages(content, admit(content, LIMITS))]
            kept.write_text("\n".join(base64.b64encode(page).decode() for page in pages))
        return [restored(base64.b64decode(line)) for line in kept.read_text().split()]

    def reader(self, file: Path, pages: list[Page]) -> Reread:
        """The second reader of a file, which asks for each box only once and for all."""
        content = file.read_bytes()
        kept = self._folder / f"{_name(content)}.again"
        said: dict[str, str | None] = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
        read = second_reader(content, admit(content, LIMITS), pages).read
        return _remembering(read, said, kept)


def _remembering(read: Reread, said: dict[str, str | None], kept: Path) -> Callable[[int, PageBox], str | None]:
    def reread(page: int, box: PageBox) -> str | None:
        asked = json.dumps([page, box.as_json()])
        if asked not in said:
            said[asked] = read(page, box)
            kept.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
        return said[asked]
    return reread


def _name(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:24]
