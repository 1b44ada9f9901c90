"""A portal on a stage: one consultant, two clients and their cases, and browsers that send back the token of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from casefile import jobs, readings, receiving
from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.files import FolderStore
from extractors.evidence import DocumentReading, FileReading, PageSummary
from tests.web.papers import PAGE_IMAGE, letter

PASSWORD = "un mot de passe"


class QueueThatRemembers:
    """Stands where the queue's announcer would."""

    def __init__(self) -> None:
        self.announced: list[str] = []

    def announce(self, job_id: str, database: Database | None = None) -> bool:
        self.announced.append(job_id)
        return True


@dataclass(frozen=True, slots=True)
class People:
    """Ids and addresses of who there is."""

    consultant: str
    client: str
    other: str
    case: str
    other_case: str


@dataclass(frozen=True, slots=True)
class Portal:
    app: Flask
    settings: Settings
    database: Database
    store: FolderStore
    queue: QueueThatRemembers
    people: People

    def browser(self, who: str | None = None) -> Browser:
        browser = Browser(self.app.test_client())
        if who is not None:
            assert browser.sign_in(f"{who}@exemple.test").status_code == 303
        return browser

    def read_document(self, case: str, name: str = "lettre.pdf", content: bytes = b"%PDF-1.7 lettre", *,
                      paper: DocumentReading | None = None) -> str:
        """A document that came in and was read; returns its id."""
        receipt = receiving.receive(self.database, self.store, case, self.people.client, name, content)
        with self.database.write() as session:
            held = jobs.claim(session, receipt.job_id, "test", self.settings)
        assert held is not None
        page = PageSummary(1, 612.0, 792.0, 0, "text")
        with self.database.write() as session:
            readings.page_read(session, held, page, [], 1, image_sha256=self.store.put(PAGE_IMAGE))
        with self.database.write() as session:
            readings.store(session, held, FileReading(name, "0" * 64, "application/pdf", (page,), (paper or letter(),)))
        return receipt.document_id


class Browser:
    """Flask's test client with the habits of a browser: it sends back the token of the page it looks at."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, path: str, **options: Any) -> Any:
        return self.client.get(path, **options)

    def token(self, path: str = "/connexion") -> str:
        page = self.client.get(path, follow_redirects=True)
        found = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
        assert found, "a page with a form bears a token"
        return found[1]

    def post(self, path: str, data: dict[str, Any] | None = None, **options: Any) -> Any:
        return self.client.post(path, data={"csrf_token": self.token(), **(data or {})}, **options)

    def sign_in(self, email: str, password: str = PASSWORD, **data: str) -> Any:
        return self.post("/connexion", {"email": email, "password": password, **data})
