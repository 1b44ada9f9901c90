"""Who gets in where."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casefile.store.tables import Account, Event
from tests.web.stage import PASSWORD, Browser, Portal
from tests.web.verdicts import judge
from web import create_app
from web.accounts import IDLE_S, PUBLIC


def _addresses(portal: Portal) -> list[tuple[str, str, str]]:
    """(endpoint, method, path) of everything that the portal answers to."""
    values = {"case_id": portal.people.case, "document_id": "d" * 32, "evidence_id": "e" * 32, "number": 1, "filename": "attesta.css"}
    adapter = portal.app.url_map.bind("localhost")
    return [(rule.endpoint, method, adapter.build(rule.endpoint, {name: values[name] for name in rule.arguments}, method=method))
            for rule in portal.app.url_map.iter_rules() for method in sorted((rule.methods or set()) & {"GET", "POST"})]


def test_everything_is_closed_but_the_public_list(portal: Portal) -> None:
    """Whoever is not signed in is sent to the door by every endpoint that is not on the short public list."""
    closed = [(method, path) for endpoint, method, path in _addresses(portal) if endpoint not in PUBLIC]

    assert len(closed) >= 10
    for method, path in closed:
        answer = portal.app.test_client().open(path, method=method)
        assert answer.status_code == 302, (method, path)
        assert answer.location.startswith("/connexion"), (method, path)


def test_public_list_is_short(portal: Portal) -> None:
    """Signing in, static files, health and the language are all that is public."""
    assert {endpoint for endpoint, _method, _path in _addresses(portal)} >= PUBLIC
    assert {"static", "accounts.sign_in", "accounts.sign_in_form", "errors.health", "language.switch"} == PUBLIC


@pytest.mark.parametrize("who", ["client", "consultant", "administrator"])
def test_other_peoples_cases_do_not_exist(portal: Portal, who: str) -> None:
    """A case that is not one's own answers 404, as one that is not there, for every address with a case in it (but for administrators)."""
    document = portal.read_document(portal.people.other_case)
    browser = portal.browser(who)
    paths = [f"/dossier/{portal.people.other_case}", f"/dossier/{portal.people.other_case}/suivi",
             f"/bureau/dossier/{portal.people.other_case}", f"/bureau/document/{document}", f"/document/{document}/page/1",
             f"/document/{document}/original"]

    answers = [browser.get(path).status_code for path in paths]

    assert answers == [200 if who == "administrator" else 404] * len(paths)
    if who != "administrator":
        assert browser.post(f"/dossier/{portal.people.other_case}/documents").status_code == 404
        assert browser.post(f"/bureau/dossier/{portal.people.other_case}/jour", {"as_of": "2026-01-01"}).status_code == 404


def test_clients_have_no_desk(portal: Portal) -> None:
    """Nothing of the consultant's side is there for a client, not even for the client's own case."""
    document = portal.read_document(portal.people.case)
    browser = portal.browser("client")
    for path in ("/bureau", f"/bureau/dossier/{portal.people.case}", f"/bureau/document/{document}"):
        assert browser.get(path).status_code == 404


def test_signing_in_starts_a_fresh_session(portal: Portal) -> None:
    """Nothing of the session before signing in lives on, the language apart."""
    browser = portal.browser()
    browser.token()
    with browser.client.session_transaction() as before:
        before["planted"] = "x"
        token_before = before["csrf_token"]

    browser.sign_in("client@exemple.test")

    with browser.client.session_transaction() as after:
        assert after["account"] == portal.people.client
        assert "planted" not in after
        assert after.get("csrf_token") != token_before


def test_signing_out_ends_all_sessions(portal: Portal) -> None:
    """After signing out a second session of the same account, or a copied cookie, is worth nothing."""
    here, elsewhere = portal.browser("client"), portal.browser("client")

    assert here.post("/deconnexion").status_code == 303

    assert here.get("/").location.startswith("/connexion")
    assert elsewhere.get("/").location.startswith("/connexion")


def test_idle_sessions_end(portal: Portal) -> None:
    """A session that nobody used for the idle time is over."""
    browser = portal.browser("client")
    with browser.client.session_transaction() as session:
        session["seen"] -= IDLE_S + 1

    assert browser.get("/").location.startswith("/connexion")


def test_wrong_passwords_are_refused_alike(portal: Portal) -> None:
    """A wrong password and an unknown address get the same answer, and both leave an event without the address."""
    browser = portal.browser()
    wrong = browser.sign_in("client@exemple.test", "faux")
    unknown = browser.sign_in("personne@exemple.test", "faux")

    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert "ne correspond pas" in wrong.text
    assert wrong.text.count("\n") == unknown.text.count("\n")
    with portal.database.read() as session:
        refused = session.scalars(select(Event).where(Event.action == "account.refused")).all()
    assert [event.subject_id for event in refused] == [portal.people.client, None]
    assert all(event.detail == {} for event in refused)


def test_signing_in_and_out_leave_events(portal: Portal) -> None:
    """Who came and went is on the trail."""
    portal.browser("consultant").post("/deconnexion")
    with portal.database.read() as session:
        actions = session.scalars(select(Event.action).where(Event.actor_id == portal.people.consultant)).all()
    assert actions == ["account.signed_in", "account.signed_out"]


def test_tries_are_limited(portal: Portal) -> None:
    """More tries at one account than the settings allow a minute, from whatever addresses, get a page that says to wait."""
    settings = portal.settings.model_copy(update={"attempts_per_minute": 2})
    browser = Browser(create_app(settings, portal.queue, judge).test_client())
    data = {"email": "client@exemple.test", "password": "faux", "csrf_token": browser.token()}
    answers = [browser.client.post("/connexion", data=data, environ_base={"REMOTE_ADDR": f"10.0.0.{number}"}) for number in range(3)]

    assert [answer.status_code for answer in answers] == [422, 422, 429]
    assert "Attendez une minute" in answers[-1].text


def test_forms_need_their_token(portal: Portal) -> None:
    """A form without the token of its page changes nothing, and the answer says what to do."""
    browser = portal.browser("client")
    answer = browser.client.post("/langue", data={"language": "en"})

    assert answer.status_code == 400
    assert "rechargez-la" in answer.text
    with portal.database.read() as session:
        assert session.get_one(Account, portal.people.client).language == "fr"


@pytest.mark.parametrize("suite", ["https://ailleurs.test/", "//ailleurs.test", "/\\ailleurs.test", "javascript:alert(1)", "/a\nb"])
def test_nobody_is_led_elsewhere(portal: Portal, suite: str) -> None:
    """Where to go after signing in, or after choosing a language, stays in the portal."""
    browser = portal.browser()
    assert browser.sign_in("client@exemple.test", suite=suite).location == "/"
    assert browser.post("/langue", {"language": "en", "suite": suite}).location == "/"


def test_the_page_asked_for_comes_after_the_door(portal: Portal) -> None:
    """Somebody sent to the door comes out at the page that was asked for."""
    browser = portal.browser()
    door = browser.get(f"/dossier/{portal.people.case}")
    assert f"/dossier/{portal.people.case}" in browser.get(door.location).text
    assert browser.sign_in("client@exemple.test", suite=f"/dossier/{portal.people.case}").location == f"/dossier/{portal.people.case}"


def test_inactive_accounts_stay_out(portal: Portal) -> None:
    """An account that is switched off ends at once, in the middle of a session too."""
    browser = portal.browser("client")
    with portal.database.write() as session:
        session.get_one(Account, portal.people.client).active = False

    assert browser.get("/").location.startswith("/connexion")
    assert portal.browser().sign_in("client@exemple.test", PASSWORD).status_code == 422
