"""A client sends files and is told the truth about each of them."""

from __future__ import annotations

import io
import re
from typing import Any

from sqlalchemy import func, select

from casefile import jobs, readings
from casefile.store.tables import Document, Event, Job
from extractors.evidence import FileReading, Issue, PageSummary
from tests.web.papers import letter
from tests.web.stage import Browser, Portal
from tests.web.verdicts import judge
from web import create_app

PDF = b"%PDF-1.7 un document"


def _send(portal: Portal, browser: Browser, *files: tuple[bytes, str], **options: Any) -> Any:
    return browser.post(f"/dossier/{portal.people.case}/documents", {"files": [(io.BytesIO(content), name) for content, name in files]},
                        follow_redirects=True, **options)


def test_a_receipt_for_a_file(portal: Portal) -> None:
    """A file that came in has a receipt with number, time and name on the page, a job that waits, and was announced to the queue."""
    page = _send(portal, portal.browser("client"), (PDF, "Diplôme Université.pdf"))

    with portal.database.read() as session:
        document = session.scalars(select(Document)).one()
        assert document.job.state == jobs.QUEUED
        assert portal.queue.announced == [document.job.id]
    assert page.status_code == 200
    assert f"Numéro de reçu\u00a0: {document.receipt}" in page.text
    assert "Diplôme Université.pdf" in page.text
    assert "Reçu, en attente de lecture" in page.text


def test_every_file_stands_for_itself(portal: Portal) -> None:
    """Of several files each has its own answer: an empty one and one that is no document keep none of the others back."""
    page = _send(portal, portal.browser("client"), (PDF, "bon.pdf"), (b"", "vide.pdf"), (b"MZ\x90 programme", "virus.exe"),
                 (PDF + b" 2", "bon aussi.pdf"))

    with portal.database.read() as session:
        assert sorted(session.scalars(select(Document.name))) == ["bon aussi.pdf", "bon.pdf"]
    assert "Ce fichier ne s’ouvre pas" in page.text
    assert "Ce type de fichier n’est pas lu" in page.text
    assert page.text.count("Numéro de reçu") == 2


def test_many_files_at_once(portal: Portal) -> None:
    """Of many files those that were refused are told first, and how many more there are; each receipt stands beside its document."""
    page = _send(portal, portal.browser("client"), *((PDF + bytes([65 + number]), f"{number}.pdf") for number in range(14)),
                 (b"", "é" * 90 + ".pdf"))
    answers = page.text.split('id="recus"')[1].split("</section>")[0]
    assert answers.index("Ce fichier ne s’ouvre pas") < answers.index("Numéro de reçu")
    assert "Et 3 autres fichiers" in answers
    assert page.text.count("Reçu no") == 14


def test_the_same_file_again(portal: Portal) -> None:
    """A file that was received already says so with its first receipt, and is neither kept nor announced twice."""
    browser = portal.browser("client")
    _send(portal, browser, (PDF, "a.pdf"))
    page = _send(portal, browser, (PDF, "copie.pdf"))

    with portal.database.read() as session:
        receipt = session.scalars(select(Document.receipt)).one()
    assert "Déjà reçu le" in page.text
    assert page.text.count(receipt) == 2
    assert len(portal.queue.announced) == 1


def test_nothing_chosen(portal: Portal) -> None:
    """Sending without a file says to choose one."""
    page = portal.browser("client").post(f"/dossier/{portal.people.case}/documents", follow_redirects=True)
    assert "Choisissez au moins un fichier" in page.text


def test_a_dead_queue_keeps_nobody_waiting(portal: Portal) -> None:
    """With no queue to reach, the receipt is given all the same and the job waits for the sweep."""
    app = create_app(portal.settings, None, judge)  # the real announcer, whose address nobody listens on
    browser = Browser(app.test_client())
    browser.sign_in("client@exemple.test")
    page = _send(portal, browser, (PDF, "a.pdf"))

    assert "Numéro de reçu" in page.text
    with portal.database.read() as session:
        assert session.scalars(select(Job.published_at)).one() is None


def test_script_gets_the_next_address(portal: Portal) -> None:
    """To our own script the answer is where to go, so that the receipt is shown once, by the page."""
    browser = portal.browser("client")
    answer = browser.post(f"/dossier/{portal.people.case}/documents", {"files": [(io.BytesIO(PDF), "a.pdf")]},
                          headers={"X-Attesta-Script": "1"})
    assert answer.json == {"next": f"/dossier/{portal.people.case}#recus"}
    assert "Numéro de reçu" in browser.get(f"/dossier/{portal.people.case}").text
    assert "Numéro de reçu" not in browser.get(f"/dossier/{portal.people.case}").text


def test_names_are_shown_never_obeyed(portal: Portal) -> None:
    """A file's name is text on the page, whatever it holds, and no path."""
    page = _send(portal, portal.browser("client"), (PDF, "../../<img src=x onerror=alert(1)>.pdf"))
    assert "<img src=x" not in page.text
    with portal.database.read() as session:
        assert ".." not in session.scalars(select(Document.name)).one()


def test_states_are_the_jobs_own(portal: Portal) -> None:
    """Each state of the job has its own honest words, and the page is followed only while work goes on."""
    browser = portal.browser("client")
    page = _send(portal, browser, (PDF, "a.pdf"))
    assert "data-live" in page.text
    assert '<noscript><meta http-equiv="refresh"' in page.text
    with portal.database.write() as session:
        job_id = session.scalars(select(Job.id)).one()
        held = jobs.claim(session, job_id, "test", portal.settings)
        assert held is not None
    with portal.database.write() as session:
        readings.page_read(session, held, PageSummary(1, 612, 792, 0, "ocr"), ["blurry"], 4)

    running = browser.get(f"/dossier/{portal.people.case}").text
    assert "Lecture en cours\u00a0: 1 page lue sur 4" in running
    assert "La page est floue" in running

    with portal.database.write() as session:
        readings.store(session, held, FileReading("a.pdf", "0" * 64, "application/pdf", issues=(Issue("encrypted"),)))
    refused = browser.get(f"/dossier/{portal.people.case}").text
    assert "À corriger" in refused
    assert "protégé par un mot de passe" in refused
    assert "data-live" not in refused


def test_set_aside_is_nobodys_fault(portal: Portal) -> None:
    """A document that broke its readers is said to wait for a person, with no word of error to the client."""
    browser = portal.browser("client")
    _send(portal, browser, (PDF, "a.pdf"))
    with portal.database.write() as session:
        held = jobs.claim(session, session.scalars(select(Job.id)).one(), "test", portal.settings)
        assert held is not None
        jobs.finish(session, held, jobs.QUARANTINED, "reader_lost")
    page = browser.get(f"/dossier/{portal.people.case}").text
    assert "Mis de côté\u00a0: une personne va le regarder" in page
    assert "reader_lost" not in page


def test_following_says_nothing_new_cheaply(portal: Portal) -> None:
    """The script gets an empty answer while nothing changed, and the changed parts with a sentence when something did."""
    browser = portal.browser("client")
    page = _send(portal, browser, (PDF, "a.pdf")).text
    seen = page.split('data-progress="')[1].split('"')[0]
    address = f"/dossier/{portal.people.case}/suivi?vu={seen}"
    assert browser.get(address).status_code == 204

    with portal.database.write() as session:
        held = jobs.claim(session, session.scalars(select(Job.id)).one(), "test", portal.settings)
        assert held is not None
    with portal.database.write() as session:
        page_one = PageSummary(1, 612, 792, 0, "text")
        readings.store(session, held, FileReading("a.pdf", "0" * 64, "application/pdf", (page_one,), (letter(),)))
    news = browser.get(address).json
    assert news["live"] is False
    assert news["say"] == "La lecture est terminée."
    assert set(news["parts"]) == {"needs", "documents", "programs"}
    assert "Lettre d’emploi" in news["parts"]["documents"][1]


def test_clients_see_values_without_figures(portal: Portal) -> None:
    """What was read is shown in plain words without confidence, and as a machine's reading until a person has looked."""
    portal.read_document(portal.people.case)
    page = portal.browser("client").get(f"/dossier/{portal.people.case}").text
    assert "1er juillet 2022" in page
    assert "Québec" in page
    assert "Relevé par un logiciel, pas encore vérifié par une personne" in page
    assert not re.search(r"\d\s*%", page)
    assert "confiance" not in page


def test_clients_get_outcomes_in_plain_words(portal: Portal) -> None:
    """Outcomes promise nothing and accuse nobody, say what is missing, and keep filing apart from conditions."""
    portal.read_document(portal.people.case)
    page = portal.browser("client").get(f"/dossier/{portal.people.case}").text
    assert "Semble rempli, à vérifier par la personne qui vous conseille" in page
    assert "On ne peut pas encore le dire" in page
    assert "Quels résultats de test de français avez-vous?" in page
    assert "Pas rempli selon les documents confirmés" in page
    assert "Dépôt\u00a0: fermé depuis le 19 novembre 2025" in page
    assert "Ce n’est pas une décision du Ministère" in page
    assert "Français du conjoint" not in page


def test_receiving_is_on_the_trail(portal: Portal) -> None:
    """Every file that came in leaves an event with its sender."""
    _send(portal, portal.browser("client"), (PDF, "a.pdf"), (PDF, "b.pdf"))
    with portal.database.read() as session:
        counted = session.execute(select(Event.action, func.count()).where(Event.actor_id == portal.people.client,
                                                                           Event.action.startswith("document."))
                                  .group_by(Event.action)).all()
    assert {action: count for action, count in counted} == {"document.received": 1, "document.received_again": 1}
