"""Looks at the broker before work begins: a Redis that may throw queued work away is refused, not trusted."""

from __future__ import annotations

import redis
import structlog

from casefile.settings import Settings


class UnsafeBroker(Exception):
    """The broker would lose work without a word. The text says what to set."""


def check(settings: Settings) -> None:
    """Raises `UnsafeBroker` where the eviction policy may drop messages; warns where the log on disk is off, or nothing can be told."""
    log = structlog.get_logger()
    try:
        with redis.Redis.from_url(settings.broker, socket_connect_timeout=5, socket_timeout=5) as client:
            policy = str(client.config_get("maxmemory-policy").get("maxmemory-policy", ""))
            kept = str(client.config_get("appendonly").get("appendonly", ""))
    except redis.RedisError as error:
        log.warning("the broker's settings cannot be read", error=type(error).__name__)
        return
    if policy.startswith("allkeys"):
        raise UnsafeBroker(f"Redis drops queued work when it is full (maxmemory-policy {policy}): set maxmemory-policy noeviction")
    if kept != "yes":
        log.warning("Redis keeps no log on disk: set appendonly yes", setting="appendonly")
