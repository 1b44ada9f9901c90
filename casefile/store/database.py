"""Connections: SQLite in WAL mode by default, PostgreSQL where asked for. Transactions are short, and say whether they write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Engine, Float, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.functions import FunctionElement

_BUSY_S = 30


class now(FunctionElement[float]):
    """Seconds since 1970 by the database's own clock."""

    type = Float()
    inherit_cache = True


@compiles(now, "sqlite")
def _sqlite_now(element: Any, compiler: Any, **options: Any) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"


@compiles(now, "postgresql")
def _postgresql_now(element: Any, compiler: Any, **options: Any) -> str:
    return "extract(epoch from clock_timestamp())::double precision"


class Database:
    """The engine and the two kinds of transaction."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self._engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
        if url.get_backend_name() == "sqlite":
            Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
            _as_we_want_sqlite(self._engine)
        self._writing = self._engine.execution_options(attesta_writes=True)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that sees one state and writes nothing."""
        with Session(self._engine) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A transaction that may write: committed at the end, rolled back on any error."""
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        """Close all connections."""
        self._engine.dispose()

    def forget_connections(self) -> None:
        """For a forked process: connections belong to the parent."""
        self._engine.dispose(close=False)

    def migrate(self) -> None:
        """Bring the tables to the newest form. Safe to call by several processes, one after the other."""
        with as_file(files("casefile.store") / "migrations") as scripts:
            config = Config()
            config.set_main_option("script_location", str(scripts))
            config.attributes["engine"] = self._writing
            command.upgrade(config, "head")


def _as_we_want_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def configure(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        for pragma in ("journal_mode = WAL", "synchronous = FULL", f"busy_timeout = {_BUSY_S * 1000}", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its turn at the beginning: a reader that turns writer could find its snapshot outdated.
        writes = connection.get_execution_options().get("attesta_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
