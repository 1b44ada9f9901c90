"""An empty memory for each test: on SQLite, and on PostgreSQL too where `TEST_DATABASE_URL` names one."""

from __future__ import annotations

from pathlib import Path

import pytest

from casefile import people, receiving
from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.files import FolderStore
from casefile.store.tables import Account, Case

LETTER = Path(__file__).parents[1] / "fixtures" / "letter.pdf"


class Memory:
    def __init__(self, folder: Path, **more: float) -> None:
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


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path)


__all__ = ["Account", "Case", "Memory"]
