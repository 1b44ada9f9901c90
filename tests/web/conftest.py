"""A portal with one consultant, two clients and their cases, documents that were read, and verdicts of our own making."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from casefile import facts, jobs, people, readings, receiving
from casefile.settings import Settings
from casefile.store.database import Database
from casefile.store.files import FolderStore
from casefile.store.tables import Assessment, Case
from extractors.evidence import Alternative, DocumentReading, Field, FileReading, Issue, PageBox, PageSummary
from web import create_app

PASSWORD = "un mot de passe"  # noqa: S105
WEBP = bytes.fromhex("524946462400000057454250565038201800000030010 09d012a0100010001401c25a400037000fefd5dc80000".replace(" ", ""))


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

    def read_document(self, case: str, name: str = "lettre.pdf", content: bytes = b"%PDF-1.7 lettre", *, paper: DocumentReading | None = None,
                      ) -> str:
        """A document that came in and was read; returns its id."""
        receipt = receiving.receive(self.database, self.store, case, self.people.client, name, content)
        with self.database.write() as session:
            held = jobs.claim(session, receipt.job_id, "test", self.settings)
        assert held is not None
        page = PageSummary(1, 612.0, 792.0, 0, "text")
        with self.database.write() as session:
            readings.page_read(session, held, page, [], self.store.put(WEBP))
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


def letter() -> DocumentReading:
    """A letter of employment: a sure title, a doubtful start with another reading, hours, a level that nothing on the page bears."""
    return DocumentReading("employment_letter", 0.99, (1,), "fr", (
        Field("position.title", "préposée aux bénéficiaires", "préposée aux bénéficiaires", 1, (PageBox(0.2, 0.3, 0.5, 0.32),), 0.98),
        Field("position.start_date", "2022-07-01", "1er juillet 2022", 1, (PageBox(0.2, 0.4, 0.4, 0.42),), 0.7,
              alternatives=(Alternative("2022-01-07", 0.2),)),
        Field("position.hours_per_week", 37.5, "37,5 h", 1, (PageBox(0.2, 0.5, 0.3, 0.52),), 0.97),
        Field("employer.country", "CA-QC", "", None, (), 0.9),
    ), (Issue("unsigned", 1),))


def french_test() -> DocumentReading:
    return DocumentReading("french_test", 0.99, (1,), "fr", (
        Field("test.name", "TCF_QUEBEC", "TCF pour le Québec", 1, (PageBox(0.1, 0.1, 0.5, 0.13),), 0.99),
        Field("listening.cefr", "B2", "B2", 1, (PageBox(0.1, 0.2, 0.2, 0.22),), 0.6)))


def _said(french: str, english: str) -> dict[str, str]:
    return {"fr": french, "en": english}


def verdicts(as_of: dt.date, *, experience: dict[str, Any]) -> dict[str, Any]:
    """An assessment in the form of the contract."""
    need = {"fact": "french", "ask": _said("Quels résultats de test de français avez-vous?", "Which French test results do you have?"),
            "documents": ["french_test"]}
    question = {"fact": "spouse.accompanying", "ask": _said("Une autre personne vient-elle avec vous?", "Does anybody come with you?"),
                "documents": []}
    conditions = [
        {"id": "work_experience", **experience, "title": _said("Expérience de travail", "Work experience"),
         "reason": _said("Expérience comptée d’après les lettres.", "Experience counted from the letters."),
         "required": {"months": 24, "within_months": 36}, "found": {"months": [17.2, 17.9]},
         "citation": {"text": "RLRQ I-0.2.1, r. 7, a. 3", "url": "https://www.legisquebec.gouv.qc.ca/", "sure": True}, "evidence": [], "needs": []},
        {"id": "french_oral", "verdict": "unknown", "indicated": "unknown", "causes": ["evidence", "law"],
         "title": _said("Français oral", "Spoken French"), "reason": _said("Aucun résultat au dossier.", "No result on file."),
         "required": {"level": 7}, "found": {}, "citation": {"text": "RLRQ I-0.2.1, r. 7, a. 4", "url": "", "sure": False},
         "evidence": [], "needs": [need]},
        {"id": "spouse_french_oral", "verdict": "not_applicable", "title": _said("Français du conjoint", "The spouse’s French"),
         "reason": _said("Sans conjoint.", "No spouse."), "required": {}, "found": {},
         "citation": {"text": "RLRQ", "url": "", "sure": True}, "evidence": [], "needs": []}]
    stream = {"id": "work", "name": _said("Volet travail", "Work stream"), "verdict": "unknown", "indicated": "unknown",
              "conditions": conditions, "needs": [need, question],
              "becomes": [{"on": "2027-01-04", "condition": "work_experience", "verdict": "met"},
                          {"on": "2027-03-01", "condition": "intake", "verdict": "closed"}]}
    return {"as_of": as_of.isoformat(), "rules_version": "test/1", "programs": [
        {"id": "pilot_orderlies", "name": _said("Préposés aux bénéficiaires", "Orderlies"), "verdict": "unknown", "indicated": "unknown",
         "intake": {"status": "open", "from": "2026-01-01", "to": "2027-12-31", "cap": 600}, "streams": [stream]},
        {"id": "peq", "name": _said("Programme de l’expérience québécoise", "Québec experience program"), "verdict": "not_met",
         "intake": {"status": "closed", "from": "2025-11-19", "to": None, "cap": None}, "streams": []}]}


def judge(session: Session, case: Case, today: dt.date, actor_id: str | None = None) -> Assessment:
    """Stands where the rules would: experience follows the date that the job began, as it stands now."""
    day = case.as_of or today
    began = next((one for one in facts.standing_statements(session, case) if one.name == "position.start_date"), None)
    if began is None:
        experience = {"verdict": "unknown", "indicated": "unknown", "causes": ["evidence"]}
    elif began.status == "unreviewed":
        experience = {"verdict": "unknown", "indicated": "met", "causes": ["review"]}
    else:
        experience = {"verdict": "met" if str(began.value) < "2024" else "not_met"}
    found = facts.facts_of(facts.standing_statements(session, case), day)
    return Assessment(id="1" * 32, case_id=case.id, fingerprint="1" * 64, as_of=day, rules_version="test/1", facts=found,
                      verdicts=verdicts(day, experience=experience))


@pytest.fixture(scope="session")
def accounts_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, People]:
    """The tables with everybody in them, made once: passwords are slow on purpose."""
    folder = tmp_path_factory.mktemp("template")
    database = Database(Settings(data_dir=folder).database)
    database.migrate()
    with database.write() as session:
        made = {role: people.create_account(session, email=f"{role}@exemple.test", name=name, role=kind, password=PASSWORD)
                for role, name, kind in (("consultant", "Claire Fontaine", "consultant"), ("client", "Amina Benali", "client"),
                                         ("other", "João Pereira", "client"), ("colleague", "Luc Roy", "consultant"),
                                         ("administrator", "Ada Min", "administrator"))}
        cases = {role: people.create_case(session, client=made[role], consultant=made[by])
                 for role, by in (("client", "consultant"), ("other", "colleague"))}
        everybody = People(made["consultant"].id, made["client"].id, made["other"].id, cases["client"].id, cases["other"].id)
    return folder, everybody


@pytest.fixture
def portal(tmp_path: Path, accounts_template: tuple[Path, People]) -> Iterator[Portal]:
    template, everybody = accounts_template
    source = Database(Settings(data_dir=template).database)
    settings = Settings(data_dir=tmp_path, attempts_per_minute=50, redis_url="redis://127.0.0.1:1/0")
    with source.read() as session:
        session.connection().exec_driver_sql("SELECT 1")
        raw = session.connection().connection.driver_connection
        import sqlite3
        with sqlite3.connect(tmp_path / "attesta.sqlite3") as copy:
            raw.backup(copy)
        copy.close()
    database = Database(settings.database)
    queue = QueueThatRemembers()
    app = create_app(settings, queue, judge)
    app.config["TESTING"] = False
    yield Portal(app, settings, database, FolderStore(tmp_path / "files", settings.storage_key), queue, everybody)
