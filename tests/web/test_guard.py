"""What travels beside the pages: headers, cookies, limits, health, and the pages of trouble."""

from __future__ import annotations

from pathlib import Path

import pytest
import structlog

from casefile.settings import Settings
from casefile.store.database import Database
from tests.web.stage import Portal, QueueThatRemembers
from tests.web.verdicts import judge
from web import create_app


def test_headers_of_every_page(portal: Portal) -> None:
    """Every answer says what may be loaded (only our own files), that types are not guessed, and that pages are not kept."""
    browser = portal.browser("client")
    for path in ("/connexion", f"/dossier/{portal.people.case}", "/rien", "/sante"):
        headers = browser.get(path, follow_redirects=True).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'")
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "private, no-store"
        assert "Strict-Transport-Security" not in headers


def test_cookies_over_https(tmp_path: Path) -> None:
    """Behind HTTPS the cookie is for HTTPS only and bound to this host, and browsers are told to stay with HTTPS."""
    settings = Settings(data_dir=tmp_path, https=True, proxies=1, trusted_hosts="portail.test")
    Database(settings.database).migrate()
    client = create_app(settings, QueueThatRemembers(), judge).test_client()

    answer = client.get("/connexion", base_url="https://portail.test")

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-attesta=")
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
    assert "max-age=" in answer.headers["Strict-Transport-Security"]
    assert client.get("/connexion", base_url="https://ailleurs.test").status_code == 400


def test_health(portal: Portal) -> None:
    """Health is public, short, and in the form that `attesta run` waits for."""
    assert portal.browser().get("/sante").json == {"ok": True, "oldest_waiting_s": None, "last_worker_seen_s": None}
    portal.read_document(portal.people.case)
    assert set(portal.browser().get("/sante").json) == {"ok", "oldest_waiting_s", "last_worker_seen_s"}


@pytest.mark.parametrize(("language", "words"), [("fr", "Page introuvable"), ("en", "Page not found")])
def test_pages_of_trouble_speak_both_languages(portal: Portal, language: str, words: str) -> None:
    """An error is a page in the reader's language with a way back."""
    browser = portal.browser("client")
    browser.post("/langue", {"language": language})
    answer = browser.get("/rien")
    assert answer.status_code == 404
    assert words in answer.text
    assert f'<html lang="{language}">' in answer.text


def test_our_own_fault_says_nothing_of_itself(portal: Portal) -> None:
    """A crash shows a plain page without its cause, and its log line holds kinds and places, never what the error says."""
    @portal.app.get("/panne")
    def crash() -> str:
        raise ValueError("Amina Benali, née en 1990")
    browser = portal.browser("client")

    with structlog.testing.capture_logs() as lines:
        answer = browser.get("/panne")

    assert answer.status_code == 500
    assert "de notre côté" in answer.text
    assert "Amina Benali, née" not in answer.text + str(lines)
    assert any(line.get("error") == "ValueError" and "test_guard.py:" in line["line"] for line in lines)


def test_request_lines_hold_no_personal_data(portal: Portal) -> None:
    """A request's line has endpoint, method, status and seconds; no address, no path, no name."""
    browser = portal.browser("client")
    with structlog.testing.capture_logs() as lines:
        browser.get(f"/dossier/{portal.people.case}?nom=Benali")
    line = next(line for line in lines if line["event"] == "request")
    assert line["endpoint"] == "client.case"
    assert set(line) == {"event", "log_level", "endpoint", "method", "status", "seconds"}


def test_too_large_requests_are_told_so(tmp_path: Path, portal: Portal) -> None:
    """A request over the limit gets 413 and words about what to do."""
    settings = portal.settings.model_copy(update={"upload_bytes": 20_000})
    browser = type(portal.browser())(create_app(settings, QueueThatRemembers(), judge).test_client())
    browser.sign_in("client@exemple.test")
    answer = browser.client.post(f"/dossier/{portal.people.case}/documents", data={"x": "y" * 30_000})
    assert answer.status_code == 413
    assert "Envoyez moins de fichiers" in answer.text


def test_no_asset_comes_from_elsewhere() -> None:
    """Templates and styles load nothing from another host and carry no inline script or style."""
    web = Path(__file__).parents[2] / "web"
    for file in [*web.rglob("*.html"), *web.rglob("*.css")]:
        text = file.read_text("utf-8")
        assert "http://" not in text, file
        assert "https://" not in text, file
        assert 'style="' not in text, file
        assert "<style" not in text, file
        assert " onclick" not in text, file


def test_styles_and_scripts_are_small() -> None:
    """The whole look and behaviour weigh less than one photograph: styles under 14 KB, scripts under 14 KB."""
    static = Path(__file__).parents[2] / "web" / "static"
    for ending, limit in (("*.css", 14_000), ("*.js", 14_000)):
        assert sum(file.stat().st_size for file in static.glob(ending)) < limit
