"""`attesta run`: the whole house in one terminal. Prepares what is missing, starts every process under a supervisor that starts again
what dies, says where the portal is, and takes all of it down on one Ctrl-C."""

from __future__ import annotations

import argparse
import configparser
import json
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from attesta import demonstration
from attesta.cli import WrongCall
from attesta.processes import DIE_WITH_PARENT, processes
from casefile.settings import Settings
from casefile.store.database import Database

_READY_WITHIN_S = 90.0


def run(options: argparse.Namespace) -> int:
    settings = Settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    _check_ports(settings)
    database = Database(settings.database)
    database.migrate()
    credentials = demonstration.prepare(database)
    configuration = settings.data_dir / "supervisor.conf"
    with configuration.open("w", encoding="utf-8") as file:
        _supervision(settings).write(file)
    configuration.chmod(0o600)
    house = subprocess.Popen([sys.executable, "-m", "supervisor.supervisord", "--nodaemon", "--configuration", str(configuration)])
    for asked in (signal.SIGINT, signal.SIGTERM):  # a terminal tells the supervisor too; twice does no harm
        signal.signal(asked, lambda *_: house.send_signal(signal.SIGTERM))
    _announce(settings, credentials, _await_portal(settings, house))
    return max(0, house.wait())


def _check_ports(settings: Settings) -> None:
    wanted = {"ATTESTA_PORT": (settings.host, settings.port)}
    if settings.redis_url is None:
        wanted["ATTESTA_REDIS_PORT"] = ("127.0.0.1", settings.redis_port)
    for name, address in wanted.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(address)
            except OSError as error:
                raise WrongCall(f"port {address[1]} is taken ({error.strerror}); stop what uses it, or set {name}") from error


def _supervision(settings: Settings) -> configparser.RawConfigParser:
    """The supervisor's configuration: every process, output to this terminal, started again when it dies."""
    folder = settings.data_dir.resolve()
    configuration = configparser.RawConfigParser()
    configuration["supervisord"] = {"nodaemon": "true", "silent": "true", "logfile": "/dev/null", "logfile_maxbytes": "0",
                                    "pidfile": str(folder / "supervisor.pid"), "childlogdir": str(folder)}
    if settings.redis_url is None:
        configuration["program:queue"] = _program("queue", priority=10, stop_s=10)
    for name, process in processes(settings).items():
        configuration[f"program:{name}"] = _program(name, priority=20, stop_s=process.stop_s)
    return configuration


def _program(name: str, *, priority: int, stop_s: int) -> dict[str, str]:
    command = shlex.join((sys.executable, "-m", "attesta", "process", name)).replace("%", "%%")
    return {"command": command, "directory": str(Path.cwd()), "priority": str(priority),
            "environment": f'{DIE_WITH_PARENT}="yes"',
            "autorestart": "true", "startsecs": "2", "startretries": "10", "stopsignal": "TERM", "stopwaitsecs": str(stop_s),
            "killasgroup": "true", "stdout_logfile": "/dev/fd/1", "stdout_logfile_maxbytes": "0", "redirect_stderr": "true"}


def _address(settings: Settings) -> str:
    host = "127.0.0.1" if settings.host in ("0.0.0.0", "::") else settings.host  # noqa: S104  compared, not bound
    return f"http://{host}:{settings.port}"


def _await_portal(settings: Settings, house: subprocess.Popen[bytes]) -> bool:
    """Whether the portal answers in time, and a worker has given a sign of life or is about to."""
    deadline = time.monotonic() + _READY_WITHIN_S
    while time.monotonic() < deadline and house.poll() is None:
        try:
            with urllib.request.urlopen(f"{_address(settings)}/sante", timeout=2) as answer:  # noqa: S310  our own portal
                return bool(json.load(answer))
        except (urllib.error.URLError, OSError, ValueError):
            time.sleep(0.3)
    return False


def _announce(settings: Settings, credentials: list[demonstration.Credentials], ready: bool) -> None:
    if not ready:
        print("attesta: the portal does not answer yet; see the lines above", file=sys.stderr, flush=True)
    if credentials:
        print("\nDémonstration / Demonstration (affiché une seule fois / shown once):")
        for one in credentials:
            print(f"  {one.who:<12} {one.email:<28} {one.password}")
    print(f"\nAttesta: {_address(settings)}\nCtrl-C arrête tout / stops everything.\n", flush=True)
