"""What a worker process holds open: the database, the file store, a reading sandbox, a way to announce work."""

from __future__ import annotations

from functools import cached_property

from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.files import FileStore, FolderStore
from extractors.sandbox import Sandbox
from worker.enqueue import Announcer


class House:
    """Opened piece by piece on first use, so that importing costs nothing and a fork shares nothing."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def database(self) -> Database:
        return Database(self.settings.database)

    @cached_property
    def store(self) -> FileStore:
        return FolderStore(self.settings.data_dir / "files", self.settings.storage_key)

    @cached_property
    def sandbox(self) -> Sandbox:
        return Sandbox(warm=True, tables=self.settings.occupations_dir)

    @cached_property
    def announcer(self) -> Announcer:
        return Announcer(self.settings)

    def after_fork(self) -> None:
        """Connections belong to the parent; readers are started warm, before the first document waits for them."""
        if "database" in self.__dict__:
            self.database.forget_connections()
            del self.__dict__["database"]
        self.sandbox.start()

    def close(self) -> None:
        if "sandbox" in self.__dict__:
            self.sandbox.close()
