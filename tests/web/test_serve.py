"""The portal as a process, and with the real rules behind it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from tests.web.stage import Browser, Portal
from web import create_app


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_and_ends_cleanly(portal: Portal, ending: signal.Signals) -> None:
    """`python -m web.serve` answers on its port and ends with 0 when it is told to stop."""
    port = _free_port()
    process = subprocess.Popen([sys.executable, "-m", "web.serve"], env={
        **os.environ, "ATTESTA_PORT": str(port), "ATTESTA_DATA_DIR": str(portal.settings.data_dir)})
    try:
        assert _answer(port) == 200
        process.send_signal(ending)
        assert process.wait(timeout=10) == 0
    finally:
        process.kill()
        process.wait()


def _answer(port: int) -> int:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sante", timeout=2) as answer:
                return int(answer.status)
        except urllib.error.URLError:
            time.sleep(0.1)
    return 0


@pytest.mark.parametrize("language", ["fr", "en"])
def test_with_the_real_rules(portal: Portal, language: str) -> None:
    """With the evaluator itself behind the pages every program has its place on the client's and on the consultant's page."""
    app = create_app(portal.settings, portal.queue)
    document = portal.read_document(portal.people.case)
    for who, path in (("client", f"/dossier/{portal.people.case}"), ("consultant", f"/bureau/dossier/{portal.people.case}"),
                      ("consultant", f"/bureau/document/{document}")):
        browser = Browser(app.test_client())
        browser.sign_in(f"{who}@exemple.test")
        browser.post("/langue", {"language": language})
        page = browser.get(path)
        assert page.status_code == 200
        assert {"fr": "préposés aux bénéficiaires", "en": "orderlies"}[language] in page.text
