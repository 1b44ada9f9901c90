"""Log lines: structured, with ids and codes, never with words of a document or of a person. Context is bound per task or request."""

from __future__ import annotations

import logging
import sys

import structlog

from casefile.settings import Settings

_KEYS = frozenset({
    "event", "level", "timestamp", "logger", "job", "document", "case", "attempt", "owner", "state", "reason", "error", "count", "page",
    "pages", "worker", "request", "status", "method", "endpoint", "seconds", "again", "set_aside", "address", "path", "setting", "line",
})


def _known_keys_only(logger: object, name: str, event: structlog.types.EventDict) -> structlog.types.EventDict:
    """Anything under a key that nobody thought about is left out: it could be personal."""
    return {key: value for key, value in event.items() if key in _KEYS}


def configure(settings: Settings) -> None:
    """Set up this process' log lines, those of libraries included (their warnings and errors)."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars, structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True),
        _known_keys_only]
    output: structlog.types.Processor = (
        structlog.processors.JSONRenderer() if settings.log_json else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty()))
    structlog.configure(
        processors=[*shared, output], wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, settings.log_level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr), cache_logger_on_first_use=True)
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s", stream=sys.stderr)
