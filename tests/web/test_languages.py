"""French is the source, English is complete, and no page mixes them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from casefile.store.tables import Account
from tests.web.papers import french_test
from tests.web.stage import Browser, Portal
from web.shown import values
from web.translations import update

_FRENCH = frozenset(("le", "la", "les", "des", "une", "est", "vous", "votre", "dans", "pour", "avec", "sur", "pas", "ce", "cette", "aux",
                     "du", "au", "par"))
_ENGLISH = frozenset(("the", "of", "is", "your", "with", "this", "for", "not", "are", "was", "to", "by", "at", "it", "be"))


def test_the_catalogue_is_complete() -> None:
    """Every sentence of code and templates is translated, none is fuzzy, and no sentence is left that nothing shows."""
    wanted = {message.id for message in update.extracted() if message.id}
    catalogue = [message for message in update.translated() if message.id]

    assert {message.id for message in catalogue} == wanted
    for message in catalogue:
        assert not message.fuzzy, message.id
        assert all(message.string if isinstance(message.string, tuple) else (message.string,)), message.id


def test_translations_keep_the_gaps() -> None:
    """A translation has the same gaps to fill as its source."""
    gaps = re.compile(r"%\(\w+\)[ds]")
    for message in update.translated():
        ids, strings = ((one if isinstance(one, tuple | list) else (one,)) for one in (message.id, message.string))
        assert {frozenset(gaps.findall(str(one))) for one in ids} == {frozenset(gaps.findall(str(one))) for one in strings}, message.id


class _Text(HTMLParser):
    """The words of a page, without what documents say and what bears another language."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        foreign = tag in ("script", "q", "code") or (tag != "html" and any(name == "lang" for name, _value in attrs))
        if foreign or (self._foreign and tag == self._foreign[-1]):
            self._foreign.append(tag)
        self.words += [value or "" for name, value in attrs if name in ("aria-label", "title") and not self._foreign]

    def handle_endtag(self, tag: str) -> None:
        if self._foreign and self._foreign[-1] == tag:
            self._foreign.pop()

    def handle_data(self, data: str) -> None:
        if not self._foreign:
            self.words.append(data)


def _words(page: str) -> set[str]:
    parser = _Text()
    parser.feed(page)
    return set(re.findall(r"[a-zà-ÿœ]+", " ".join(parser.words).lower()))


def _paths(portal: Portal) -> dict[str, list[str]]:
    document = portal.read_document(portal.people.case)
    portal.read_document(portal.people.case, "test.pdf", b"%PDF-1.7 test", paper=french_test())
    return {"client": [f"/dossier/{portal.people.case}", "/rien", "/professions", "/professions?q=Analystes et consultants en informatique",
                       "/professions?q=fish plant worker&taches=clean fish", "/professions?q="],
            "consultant": ["/bureau", f"/bureau/dossier/{portal.people.case}", f"/bureau/document/{document}"]}


@pytest.mark.parametrize(("language", "foreign"), [("fr", _ENGLISH), ("en", _FRENCH)])
def test_no_page_mixes_languages(portal: Portal, language: str, foreign: frozenset[str]) -> None:
    """A page in one language has none of the other's small words, and says in its root which language it is in."""
    door = Browser(portal.app.test_client())
    door.post("/langue", {"language": language})
    assert _words(door.get("/connexion").text) & foreign == set()
    for who, paths in _paths(portal).items():
        browser = portal.browser(who)
        browser.post("/langue", {"language": language})
        for path in paths:
            page = browser.get(path).text
            assert f'<html lang="{language}">' in page
            assert _words(page) & foreign == set(), path


def test_french_unless_chosen(portal: Portal) -> None:
    """Whatever the browser says, the portal speaks French until somebody chooses; the choice stays with the account."""
    browser = portal.browser()
    assert '<html lang="fr">' in browser.get("/connexion", headers={"Accept-Language": "en-CA,en"}).text

    signed_in = portal.browser("client")
    signed_in.post("/langue", {"language": "en"})
    with portal.database.read() as session:
        assert session.get_one(Account, portal.people.client).language == "en"
    assert '<html lang="en">' in portal.browser("client").get(f"/dossier/{portal.people.case}").text


def test_a_choice_before_the_door_goes_along(portal: Portal) -> None:
    """Whoever chooses English and then signs in goes on in English."""
    browser = portal.browser()
    browser.post("/langue", {"language": "en"})
    browser.sign_in("client@exemple.test")
    assert '<html lang="en">' in browser.get(f"/dossier/{portal.people.case}").text


def test_french_signs_never_stand_alone(portal: Portal) -> None:
    """Before a colon and inside guillemets of our own sentences stands a space that does not break."""
    portal.read_document(portal.people.case)
    page = portal.browser("client").get(f"/dossier/{portal.people.case}").text
    assert "Ce qui a été lu\u00a0: Lettre d’emploi" in page
    assert "Dépôt\u00a0: ouvert" in page


@pytest.mark.parametrize(("name", "value", "french", "english"), [
    ("conferred_on", "2026-11-22", "22 novembre 2026", "November 22, 2026"),
    ("conferred_on", "2024-03-01", "1er mars 2024", "March 1, 2024"),
    ("conferred_on", "2024-03", "mars 2024", "March 2024"),
    ("conferred_on", "2024", "2024", "2024"),
    ("position.end_date", "present", "à ce jour", "to this day"),
    ("position.full_time", True, "oui", "yes"),
    ("position.internship", False, "non", "no"),
    ("position.hours_per_week", 37.5, "37,5", "37.5"),
    ("study.hours", 1800, "1\u00a0800", "1,800"),
    ("position.salary", {"amount": 24.5, "currency": "CAD", "period": "hour"}, "24,50\u00a0$ l’heure", "$24.50 an hour"),
    ("position.salary", {"amount": 61000, "currency": "EUR", "period": "year"}, "61\u00a0000,00\u00a0€ par année", "€61,000.00 a year"),
    ("credential.level", "vocational", "Professionnel (DEP)", "Vocational (DEP)"),
    ("institution.country", "CA-QC", "Québec", "Québec"),
    ("institution.country", "MA", "Maroc", "Morocco"),
    ("test.name", "TCF_QUEBEC", "TCF Québec", "TCF Québec"),
    ("listening.nclc", "<4", "moins de 4", "below 4"),
    ("listening.cefr", "B2", "B2", "B2"),
    ("position.title", "present", "present", "present"),
    ("reference", "2019", "2019", "2019"),
    ("position.noc_2021", "33102", "33102", "33102"),
    ("position.duties", ["Aider", "Nourrir"], "Aider; Nourrir", "Aider; Nourrir"),
])
def test_values_in_words(name: str, value: object, french: str, english: str) -> None:
    """A value is said as each language says it, at the precision that it has."""
    assert values.in_words(name, value, "fr").replace("\u202f", "\u00a0") == french
    assert values.in_words(name, value, "en") == english


def test_probabilities_are_never_rounded_to_certainty() -> None:
    """0.999 is shown as 99 %, since it is not certain."""
    assert values.percent(0.999, "fr").replace("\u202f", "\u00a0") == "99\u00a0%"
    assert values.percent(0.7, "en") == "70%"
