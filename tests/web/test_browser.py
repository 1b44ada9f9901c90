"""The portal in a real browser: accessible, silent in the console, usable by keyboard alone and without JavaScript."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import waitress
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright
from sqlalchemy import select
from waitress import wasyncore

from casefile.store.tables import Document, Evidence, Review
from tests.web.papers import french_test, occupation_letter
from tests.web.stage import PASSWORD, Portal

CHROMIUM = os.environ.get("ATTESTA_CHROMIUM") or "/usr/bin/chromium"
_ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
              "--disable-component-update", "--disable-sync"]
LETTER = Path(__file__).parents[1] / "fixtures" / "letter.pdf"

pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="no Chromium here")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield browser
        browser.close()


@dataclass(frozen=True, slots=True)
class Served:
    portal: Portal
    address: str
    chromium: Browser

    @contextmanager
    def visit(self, who: str, *, phone: bool = False, language: str = "fr", script: bool = True, scheme: str = "light") -> Iterator[Page]:
        """A page of somebody signed in. Whatever the console complains of fails the test."""
        context = self.chromium.new_context(
            viewport={"width": 360, "height": 740} if phone else {"width": 1280, "height": 800}, has_touch=phone,
            java_script_enabled=script,
            color_scheme="dark" if scheme == "dark" else "light", base_url=self.address)
        context.set_default_timeout(8000)
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto("/connexion")
        if language == "en":
            page.click("button[value=en]")
        page.fill("#email", f"{who}@exemple.test")
        page.fill("#password", PASSWORD)
        page.click("main button.main")
        page.wait_for_url(lambda address: "connexion" not in address)
        yield page
        context.close()
        assert complaints == []


@pytest.fixture
def served(portal: Portal, chromium: Browser) -> Iterator[Served]:
    watched: dict[int, wasyncore.dispatcher] = {}
    server = waitress.create_server(portal.app, map=watched, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield Served(portal, f"http://127.0.0.1:{server.effective_port}", chromium)
    server.task_dispatcher.shutdown()
    opened = dict(watched)
    server.trigger.pull_trigger(watched.clear)  # the loop ends by itself: a socket closed under its select() raises in it
    thread.join(5)
    wasyncore.close_all(opened)


def _violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def _top(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["y"]


@pytest.mark.parametrize(("language", "phone", "scheme"), [("fr", False, "light"), ("en", True, "dark"), ("fr", True, "light"),
                                                           ("en", False, "dark")])
def test_pages_are_accessible(served: Served, language: str, phone: bool, scheme: str) -> None:
    """Axe finds nothing on any page, in both languages, on a phone and on a desk, light and dark; no page is wider than its screen."""
    document = served.portal.read_document(served.portal.people.case)
    served.portal.read_document(served.portal.people.case, "test.pdf", b"%PDF-1.7 test", paper=french_test())
    finder = ("/professions?q=Analystes et consultants en informatique&taches=conseiller les clients", "/professions?q=")
    paths = {"client": [f"/dossier/{served.portal.people.case}", *finder],
             "consultant": ["/bureau", f"/bureau/dossier/{served.portal.people.case}", f"/bureau/document/{document}"]}
    for who, addresses in paths.items():
        with served.visit(who, phone=phone, language=language, scheme=scheme) as page:
            for address in addresses:
                page.goto(address)
                page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
                assert _violations(page) == [], address
                assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address


@pytest.mark.parametrize("language", ["fr", "en"])
def test_doors_are_accessible(served: Served, language: str) -> None:
    """The pages before signing in, and the page after a wrong password, are accessible too."""
    page = served.chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{served.address}/connexion")
    if language == "en":
        page.click("button[value=en]")
    assert _violations(page) == []
    page.fill("#email", "client@exemple.test")
    page.fill("#password", "faux")
    page.click("main button.main")
    page.get_by_role("alert").wait_for()
    assert _violations(page) == []
    page.close()


def test_review_by_keyboard_alone(served: Served) -> None:
    """A reviewer accepts, corrects and rejects without touching the mouse; each word selects the next value and shows the new verdicts."""
    document = served.portal.read_document(served.portal.people.case)
    with served.visit("consultant") as page:
        page.goto(f"/bureau/document/{document}")
        assert "Début de l’emploi" in page.locator(".value.chosen .label").inner_text()

        page.keyboard.press("a")
        page.locator("#verdicts .changed").wait_for()
        assert "À confirmer → Établi" in page.locator("#verdicts .changed").inner_text()
        assert _top(page, "#verdicts .changed") < 800, "seen without scrolling"
        page.locator(".value.chosen .label", has_text="Pays").wait_for()

        page.keyboard.press("c")
        page.keyboard.press("r")  # typed into the field: no shortcut
        page.keyboard.press("Escape")
        page.keyboard.press("r")
        page.locator(".value.chosen .label", has_text="Poste").wait_for()

        page.keyboard.press("j")
        assert "Heures" in page.locator(".value.chosen .label").inner_text()
        page.keyboard.press("c")
        page.keyboard.type("30")
        page.keyboard.press("Enter")
        page.locator(".value.correct").wait_for()
        assert page.locator("#reste").inner_text() == "1 valeur à vérifier"
        assert "Corrigé par Claire Fontaine" in (page.locator("#annonce").text_content() or "")
    with served.portal.database.read() as session:
        said = session.execute(select(Evidence.name, Review.action, Review.value).join(Review).order_by(Review.created_at)).all()
    assert [tuple(one) for one in said] == [
        ("position.start_date", "accept", "2022-07-01"), ("employer.country", "reject", None), ("position.hours_per_week", "correct", 30)]


def test_keys_can_be_switched_off(served: Served) -> None:
    """With the switch off no key does anything, and it stays off on the next page."""
    document = served.portal.read_document(served.portal.people.case)
    with served.visit("consultant") as page:
        page.goto(f"/bureau/document/{document}")
        page.keyboard.press("?")
        page.locator("#touches").uncheck()
        page.reload()
        before = page.locator(".value.chosen").get_attribute("id")
        page.keyboard.press("j")
        page.keyboard.press("a")
        page.wait_for_timeout(200)
        assert page.locator(".value.chosen").get_attribute("id") == before
    with served.portal.database.read() as session:
        assert session.scalars(select(Review)).all() == []


def test_selecting_looks_at_the_box(served: Served) -> None:
    """Selecting a value zooms to its box, 0 shows the whole page again, h hides the boxes, and a click on a box selects its value."""
    document = served.portal.read_document(served.portal.people.case)
    with served.visit("consultant") as page:
        page.goto(f"/bureau/document/{document}")
        sheet = page.locator("#feuille")
        left, top, wide, high = (float(one) for one in (sheet.get_attribute("viewBox") or "").split())
        assert top < 0.4 * 792 < 0.42 * 792 < top + high < 792
        assert left < 0.4 * 612 < left + wide

        page.keyboard.press("0")
        assert sheet.get_attribute("viewBox") == "0 0 612 792"
        page.locator("#cadres a", has=page.locator("rect")).last.wait_for()
        page.locator("#cadres a:not(.chosen) rect").first.click()
        assert page.locator("#cadres a.chosen").get_attribute("data-value") == page.locator(".value.chosen").get_attribute("data-value")
        page.keyboard.press("h")
        assert not page.locator("#cadres").is_visible()


def test_a_problem_keeps_the_reviewer_at_the_field(served: Served) -> None:
    """A correction that cannot be taken is said beside the field, which keeps the focus."""
    document = served.portal.read_document(served.portal.people.case)
    with served.visit("consultant") as page:
        page.goto(f"/bureau/document/{document}")
        page.keyboard.press("c")
        page.keyboard.type("hier")
        page.keyboard.press("Enter")
        page.locator(".value .problem").wait_for()
        assert "Écrivez une date qui existe" in page.locator(".value.chosen .problem").inner_text()
        assert page.evaluate("document.activeElement.name") == "value"


def test_sending_with_a_progress_bar(served: Served) -> None:
    """Sending with JavaScript ends at the receipt, on a page that follows the reading."""
    with served.visit("client", phone=True) as page:
        page.set_input_files("#files", LETTER)
        page.click("#envoi button")
        page.locator("#recus:focus").wait_for()  # the page is seen before its script has run
        assert "Numéro de reçu" in page.locator("#recus").inner_text()
        assert _top(page, "#recus") < 400
        assert page.locator("#suivi[data-live]").count() == 1


def test_sending_without_javascript(served: Served) -> None:
    """Without JavaScript the same form sends the same file, and every value can be reviewed by plain forms."""
    with served.visit("client", phone=True, script=False) as page:
        page.set_input_files("#files", LETTER)
        page.click("#envoi button")
        assert "Numéro de reçu" in page.locator("#recus").inner_text()
    with served.portal.database.read() as session:
        assert session.scalars(select(Document.name)).one() == "letter.pdf"
    document = served.portal.read_document(served.portal.people.case)
    with served.visit("consultant", script=False) as page:
        page.goto(f"/bureau/document/{document}")
        page.locator(".value.chosen button[value=accept]").click()
        page.locator(".value.accept").wait_for()  # one only: a locator that finds several fails
        assert "Pays" in page.locator(".value.chosen .label").inner_text()


def test_news_come_by_themselves(served: Served) -> None:
    """While a document is being read the page follows by asking; what is open stays open, and a line for screen readers says it."""
    portal = served.portal
    with served.visit("client") as page:
        page.set_input_files("#files", LETTER)
        page.click("#envoi button")
        page.locator("#recus").wait_for()
        page.locator("#b-questions summary").click()
        portal.read_document(portal.people.case, content=LETTER.read_bytes())
        page.get_by_text("Lu, un point à corriger").wait_for()
        assert page.locator("#annonce").text_content() == "La lecture est terminée."
        assert page.locator("#b-questions[open]").count() == 1


def test_the_finder_without_javascript(served: Served) -> None:
    """On a phone without JavaScript a client comes from their case to the finder, asks, and sees what a group opens."""
    with served.visit("client", phone=True, script=False) as page:
        page.goto(f"/dossier/{served.portal.people.case}")
        page.get_by_role("link", name="Professions").click()
        page.get_by_label("Titre du poste").fill("ramasseuse de poulets")
        page.get_by_role("button", name="Chercher").click()
        assert page.locator("li.card h3").first.inner_text().startswith("85100")
        page.get_by_text("Ce que ce groupe ouvre").first.click()
        assert page.get_by_text("transformation alimentaire").first.is_visible()


def test_choosing_an_occupation(served: Served) -> None:
    """A click on a unit group settles the code and the older edition's; both show it at once, and another word on either is taken."""
    paper = occupation_letter()
    document = served.portal.read_document(served.portal.people.case, paper=paper)
    with served.visit("consultant") as page:
        page.goto(f"/bureau/document/{document}")
        assert _violations(page) == []
        code = page.locator(".value", has=page.locator(".label", has_text="CNP 2021"))
        older = page.locator(".value", has=page.locator(".label", has_text="CNP 2016"))
        code.locator("button.option").nth(1).click()
        page.locator(".value.correct .label", has_text="CNP 2021").wait_for()
        assert {"correct", "reject"} & set((older.get_attribute("class") or "").split())
        older.locator("button[value=accept]").click()
        page.locator(".value.accept .label", has_text="CNP 2016").wait_for()
