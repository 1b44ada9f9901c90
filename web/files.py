"""Bytes to look at: pictures of pages, drawn by our own reader, and originals, which are only ever handed out as downloads."""

from __future__ import annotations

from urllib.parse import quote

import structlog
from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from casefile import readings
from casefile.events import record
from casefile.store.files import FileLost
from web.house import house, me, visible_document

bp = Blueprint("files", __name__, url_prefix="/document")

_ORIGINALS = frozenset({"application/pdf", "image/jpeg", "image/png", "image/webp", "image/tiff", "image/heic", "image/bmp", "image/gif",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                        "application/vnd.oasis.opendocument.text"})


@bp.get("/<document_id>/page/<int:number>")
def page(document_id: str, number: int) -> ResponseReturnValue:
    """The picture of a page as its reader drew it."""
    with house().database.read() as opened:
        document = visible_document(opened, document_id)
        image = next((one.image_sha256 for one in readings.pages(opened, document.id) if one.number == number), None)
    if image is None:
        abort(404)
    response = Response(_bytes(image), mimetype="image/webp")
    response.headers["Cache-Control"] = "private, max-age=300"  # while it is being reviewed; not for longer on a shared computer
    return response


@bp.get("/<document_id>/original")
def original(document_id: str) -> ResponseReturnValue:
    """The file as it came, to be kept, never shown by the browser: it is a stranger's file."""
    with house().database.write() as opened:
        document = visible_document(opened, document_id)
        content = _bytes(document.sha256)
        record(opened, "document.downloaded", actor_id=me().id, case_id=document.case_id, subject_id=document.id)
        media = document.media_type if document.media_type in _ORIGINALS else "application/octet-stream"
        name = document.name
    response = Response(content, content_type=media)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _bytes(sha256: str) -> bytes:
    try:
        return house().store.get(sha256)
    except FileLost:
        structlog.get_logger().error("file lost")
        abort(404)
