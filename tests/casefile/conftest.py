"""An empty memory for each test: on SQLite, and again on PostgreSQL where Debian's package is installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casefile import people, receiving
from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.files import FolderStore
from tests import postgresql

LETTER = Path(__file__).parents[1] / "fixtures" / "letter.pdf"


class Memory:
    def __init__(self, folder: Path, **more: object) -> None:
        self.settings = Settings(data_dir=folder, **more)
        self.database = Database(self.settings.database)
        self.database.migrate()
        self.store = FolderStore(folder / "files", self.settings.storage_key)
        with self.database.write() as session:
            self.client = people.create_account(session, email="Amina@Exemple.test", name="Amina Exemple", role="client", password="secret")
            self.consultant = people.create_account(session, email="claire@exemple.test", name="Claire", role="consultant",
                                                    password="secret")
            self.case = people.create_case(session, client=self.client, consultant=self.consultant)

    def receive(self, name: str = "lettre.pdf", content: bytes | None = None) -> receiving.Receipt:
        return receiving.receive(self.database, self.store, self.case.id, self.client.id, name, content or LETTER.read_bytes())


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    if postgresql.PROGRAMS is None:
        pytest.skip("PostgreSQL is not installed")
    with postgresql.server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def memory(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Memory]:
    more = {} if request.param == "sqlite" else {
        "database_url": postgresql.new_database(request.getfixturevalue("postgresql_server"))}
    memory = Memory(tmp_path, **more)
    yield memory
    memory.database.close()

