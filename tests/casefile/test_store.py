"""Where things are kept: bytes encrypted and whole, rows that cannot be changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from casefile.events import record
from casefile.store.files import FileLost, FolderStore
from casefile.store.tables import AppendOnly, Base, Event
from tests.casefile.conftest import Memory

KEY = bytes(range(32))


def _only_file(folder: Path) -> Path:
    return next(file for file in folder.rglob("*") if file.is_file())


def test_bytes_come_back_as_they_were(tmp_path: Path) -> None:
    """What was put is got by its hash; putting it again changes nothing."""
    store = FolderStore(tmp_path, KEY)

    sha256 = store.put(b"une lettre")

    assert store.get(sha256) == b"une lettre"
    assert store.put(b"une lettre") == sha256
    assert store.has(sha256)


def test_bytes_at_rest_say_nothing(tmp_path: Path) -> None:
    """On disk there is neither the text nor anything readable by other users, and another key opens nothing."""
    sha256 = FolderStore(tmp_path, KEY).put(b"une lettre")

    assert b"lettre" not in _only_file(tmp_path).read_bytes()
    assert _only_file(tmp_path).stat().st_mode & 0o077 == 0
    with pytest.raises(FileLost):
        FolderStore(tmp_path, bytes(32)).get(sha256)


def test_changed_bytes_are_not_handed_out(tmp_path: Path) -> None:
    """A file that was changed on disk, or put in another's place, is lost, not believed."""
    store = FolderStore(tmp_path, KEY)
    first, second = store.put(b"premier"), store.put(b"second")
    (tmp_path / second[:2] / second).write_bytes((tmp_path / first[:2] / first).read_bytes())

    with pytest.raises(FileLost):
        store.get(second)


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a" * 63, "Z" * 64])
def test_only_hashes_are_names(tmp_path: Path, name: str) -> None:
    """Nothing but a SHA-256 ever becomes a path."""
    with pytest.raises(ValueError, match="SHA-256"):
        FolderStore(tmp_path, KEY).has(name)


def test_what_was_said_is_never_changed(memory: Memory) -> None:
    """The mapper refuses to change or delete an event, and the database itself refuses to change one."""
    with memory.database.write() as session:
        record(session, "case.opened", case_id=memory.case.id)
    with pytest.raises(AppendOnly), memory.database.write() as session:
        session.query(Event).first().action = "other"
    with pytest.raises(AppendOnly), memory.database.write() as session:
        session.delete(session.query(Event).first())
    with pytest.raises(DBAPIError, match="append-only"), memory.database.write() as session:
        session.execute(text("UPDATE event SET action = 'other'"))


def test_migrating_twice_is_migrating_once(memory: Memory) -> None:
    """Bringing an up-to-date database up to date does nothing."""
    memory.database.migrate()
    with memory.database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM alembic_version")) == 1


def test_migrations_and_tables_agree(memory: Memory) -> None:
    """A database brought up by migrations is the one that the mapper describes."""
    with memory.database.read() as session:
        assert compare_metadata(MigrationContext.configure(session.connection()), Base.metadata) == []
