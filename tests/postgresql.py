"""A PostgreSQL of the tests' own, from Debian's package: started once, a fresh database for whoever asks."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.running_house import free_port

PROGRAMS = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server, without a database name."""
    assert PROGRAMS
    folder = Path(tempfile.mkdtemp(prefix="attesta-postgresql-", dir="/tmp"))
    as_itself: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        shutil.chown(folder, "postgres")
        as_itself = ["runuser", "--user", "postgres", "--"]
    port = free_port()
    control = [*as_itself, PROGRAMS / "pg_ctl", f"--pgdata={folder}/data", "--wait", "--silent"]
    subprocess.run([*as_itself, PROGRAMS / "initdb", f"--pgdata={folder}/data", "--username=attesta", "--auth=trust", "--no-sync",
                    "--locale=C.UTF-8", "--encoding=UTF8"], check=True, capture_output=True, cwd="/tmp")
    try:
        options = f"--options=-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories= -c fsync=off"
        subprocess.run([*control, f"--log={folder}/log", options, "start"], check=True, cwd="/tmp", stdout=subprocess.DEVNULL)
        yield f"postgresql+psycopg://attesta@127.0.0.1:{port}"
    finally:
        subprocess.run([*control, "--mode=immediate", "stop"], cwd="/tmp", capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def new_database(address: str) -> str:
    """The address of an empty database on a server."""
    from sqlalchemy import create_engine, text
    name = f"t{uuid.uuid4().hex}"
    engine = create_engine(f"{address}/postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{address}/{name}"
