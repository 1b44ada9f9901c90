"""The fixtures of the portal's tests."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from casefile import people
from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.files import FolderStore
from tests.web.stage import PASSWORD, People, Portal, QueueThatRemembers
from tests.web.verdicts import judge
from web import create_app

_EVERYBODY: tuple[tuple[str, str, people.Role], ...] = (
    ("consultant", "Claire Fontaine", "consultant"), ("client", "Amina Benali", "client"), ("other", "João Pereira", "client"),
    ("colleague", "Luc Roy", "consultant"), ("administrator", "Ada Min", "administrator"))


@pytest.fixture(scope="session")
def accounts_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, People]:
    """The tables with everybody in them, made once: passwords are slow on purpose."""
    folder = tmp_path_factory.mktemp("template")
    database = Database(Settings(data_dir=folder).database)
    database.migrate()
    with database.write() as session:
        made = {role: people.create_account(session, email=f"{role}@exemple.test", name=name, role=kind, password=PASSWORD)
                for role, name, kind in _EVERYBODY}
        cases = {role: people.create_case(session, client=made[role], consultant=made[by])
                 for role, by in (("client", "consultant"), ("other", "colleague"))}
        everybody = People(made["consultant"].id, made["client"].id, made["other"].id, cases["client"].id, cases["other"].id)
    return folder, everybody


@pytest.fixture
def portal(tmp_path: Path, accounts_template: tuple[Path, People]) -> Portal:
    template, everybody = accounts_template
    settings = Settings(data_dir=tmp_path, attempts_per_minute=50, redis_url="redis://127.0.0.1:1/0")
    with closing(sqlite3.connect(template / "attesta.sqlite3")) as source, closing(sqlite3.connect(tmp_path / "attesta.sqlite3")) as copy:
        source.backup(copy)
    database = Database(settings.database)
    queue = QueueThatRemembers()
    app = create_app(settings, queue, judge)
    return Portal(app, settings, database, FolderStore(tmp_path / "files", settings.storage_key), queue, everybody)
