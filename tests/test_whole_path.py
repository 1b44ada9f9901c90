"""From an uploaded paper to a verdict: a client and a consultant in a real browser, on the whole running house."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.running_house import FIXTURES, PASSWORD, RunningHouse

pytestmark = pytest.mark.slow
CHROMIUM = os.environ.get("ATTESTA_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RunningHouse]:
    house = RunningHouse(tmp_path)
    try:
        house.start("queue", "worker", "keeper", "beat", "web")
        yield house
    finally:
        house.stop()


@pytest.fixture
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def _signed_in(browser: Browser, house: RunningHouse, email: str, width: int, height: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": height}, locale="fr-CA").new_page()
    page.goto(f"http://127.0.0.1:{house.settings.port}/")
    page.get_by_label("Adresse courriel").fill(email)
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    return page


def _value(page: Page, label: str) -> str:
    """The id of the first value that bears this label."""
    return str(page.locator(".value", has=page.locator(".label", has_text=label)).first.get_attribute("data-value"))


def _changed(page: Page) -> str:
    """What the page says that the last answer changed in the verdicts."""
    return str(page.locator("#verdicts .changed").text_content())


def test_from_an_uploaded_paper_to_a_verdict(house: RunningHouse, browser: Browser) -> None:
    """The client sends a text PDF, a scan and a photo from a phone and sees them read; the consultant sees boxes over the words, settles
    a French result, corrects its date, and sees the verdict change each time."""
    client = _signed_in(browser, house, "cliente@exemple.test", 390, 844)
    expect(client.get_by_role("heading", name="Votre dossier")).to_be_visible()
    client.locator("#files").set_input_files([FIXTURES / name for name in ("letter.pdf", "test-scan.pdf", "diploma-photo.jpg")])
    client.get_by_role("button", name="Envoyer").click()
    for name in ("letter.pdf", "test-scan.pdf", "diploma-photo.jpg"):
        expect(client.locator("#recus")).to_contain_text(name)
    expect(client.get_by_text("Terminé", exact=True)).to_have_count(3, timeout=60_000)
    expect(client.locator("#documents")).to_contain_text("Résultat de test de français")

    consultant = _signed_in(browser, house, "consultante@exemple.test", 1280, 900)
    consultant.get_by_role("link", name="Amina Exemple").click()
    consultant.get_by_label("Jour du dépôt").fill("2025-06-10")
    consultant.get_by_role("button", name="Juger pour ce jour").click()
    consultant.get_by_role("link", name="test-scan.pdf").first.click()

    date = _value(consultant, "date du test")
    consultant.locator(f"#v-{date} .pick").click()
    box = consultant.locator(f"#cadres a[data-value='{date}'] rect").first
    expect(box).to_be_visible()
    assert "25/09/2023" in consultant.locator(f"#v-{date}").inner_text()

    while (still_open := consultant.locator(".value.open")).count():
        identity = still_open.first.get_attribute("data-value")
        consultant.locator(f"#v-{identity}").get_by_role("button", name="Accepter").click()
        expect(consultant.locator(f"#v-{identity}.open")).to_have_count(0)
    settled = _changed(consultant)
    assert "français" in settled.casefold()

    consultant.locator(f"#v-{date} details.correct summary").click()
    consultant.locator(f"#e-{date}").fill("2021-09-25")
    consultant.locator(f"#e-{date}").press("Enter")
    expect(consultant.locator(f"#v-{date}")).to_contain_text("2021")
    expect(consultant.locator("#verdicts .changed")).to_contain_text("français", ignore_case=True)
    assert _changed(consultant) != settled
