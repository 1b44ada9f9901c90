"""A consultant's word on a value: recorded, shown, judged again, and never lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import select

from casefile.store.tables import Case, Event, Evidence, Review
from tests.web.stage import Browser, Portal


def _value(portal: Portal, name: str) -> str:
    with portal.database.read() as session:
        return session.scalars(select(Evidence.id).where(Evidence.name == name)).one()


def _reviews(portal: Portal) -> list[tuple[str, Any]]:
    with portal.database.read() as session:
        return [(one.action, one.value) for one in session.scalars(select(Review).order_by(Review.created_at))]


def _say(browser: Browser, evidence: str, action: str | None = None, *, last_seen: int = 0, script: bool = False, **more: str) -> Any:
    data = {"last_seen": str(last_seen), **({"action": action} if action else {}), **more}
    return browser.post(f"/bureau/valeur/{evidence}", data, headers={"X-Attesta-Script": "1"} if script else {})


def test_accept(portal: Portal) -> None:
    """Accepting records the machine's value as confirmed, leaves an event, and leads to the next value that waits."""
    document = portal.read_document(portal.people.case)
    value = _value(portal, "position.start_date")
    answer = _say(portal.browser("consultant"), value, "accept")

    assert answer.status_code == 303
    following = _value(portal, "employer.country")
    assert answer.location == f"/bureau/document/{document}?valeur={following}#v-{following}"
    assert _reviews(portal) == [("accept", "2022-07-01")]
    with portal.database.read() as session:
        event = session.scalars(select(Event).where(Event.action == "evidence.accept")).one()
    assert (event.actor_id, event.subject_id) == (portal.people.consultant, value)


def test_correct(portal: Portal) -> None:
    """A correction is kept beside the machine's value, and the page shows both, and by whom."""
    document = portal.read_document(portal.people.case)
    browser = portal.browser("consultant")
    value = _value(portal, "position.hours_per_week")
    _say(browser, value, "correct", value="35,5")

    assert _reviews(portal) == [("correct", 35.5)]
    page = browser.get(f"/bureau/document/{document}").text
    assert "35,5" in page
    assert "<s>37,5</s>" in page
    assert "Corrigé par Claire Fontaine" in page


def test_other_readings_are_one_click_away(portal: Portal) -> None:
    """The machine's second reading is a button; pressing it corrects the value to it."""
    document = portal.read_document(portal.people.case)
    browser = portal.browser("consultant")
    assert "Plutôt\u00a0: 7 janvier 2022" in browser.get(f"/bureau/document/{document}").text
    _say(browser, _value(portal, "position.start_date"), instead="2022-01-07")
    assert _reviews(portal) == [("correct", "2022-01-07")]


def test_reject(portal: Portal) -> None:
    """A rejected value stays on the reviewer's page, struck out, and is gone from the client's."""
    document = portal.read_document(portal.people.case)
    browser = portal.browser("consultant")
    _say(browser, _value(portal, "position.title"), "reject")

    assert "Rejeté par Claire Fontaine" in browser.get(f"/bureau/document/{document}").text
    assert "préposée aux bénéficiaires" not in portal.browser("client").get(f"/dossier/{portal.people.case}").text


def test_changed_meanwhile(portal: Portal) -> None:
    """A word on a value that somebody else has spoken of meanwhile is not taken; the value is shown as it is now."""
    portal.read_document(portal.people.case)
    value = _value(portal, "position.start_date")
    _say(portal.browser("consultant"), value, "reject")
    answer = _say(portal.browser("consultant"), value, "accept", last_seen=0)

    assert answer.status_code == 422
    assert "a changé entre-temps" in answer.text
    assert "Rejeté par" in answer.text
    assert _reviews(portal) == [("reject", None)]


@pytest.mark.parametrize(("name", "typed", "words"), [
    ("position.start_date", "2024-02-31", "Écrivez une date qui existe"),
    ("position.start_date", "", "Écrivez la bonne valeur"),
    ("position.hours_per_week", "beaucoup", "Écrivez un nombre"),
])
def test_what_cannot_be_taken_is_said_beside_the_field(portal: Portal, name: str, typed: str, words: str) -> None:
    """A correction that makes no sense is refused in plain words beside the field, with what was typed still in it."""
    portal.read_document(portal.people.case)
    answer = _say(portal.browser("consultant"), _value(portal, name), "correct", value=typed)

    assert answer.status_code == 422
    assert words in answer.text.split(f'id="v-{_value(portal, name)}"')[1].split("</li>")[0]
    assert f'value="{typed}"' in answer.text
    assert _reviews(portal) == []


def test_script_gets_the_new_verdicts(portal: Portal) -> None:
    """The script's answer bears the value as it stands, what the word changed in the verdicts, and which value is next."""
    portal.read_document(portal.people.case)
    answer = _say(portal.browser("consultant"), _value(portal, "position.start_date"), "accept", script=True).json

    assert "Accepté par Claire Fontaine" in answer["value"]
    assert answer["next"] == _value(portal, "employer.country")
    assert answer["changed"] is True
    assert "Expérience de travail\u00a0: À confirmer → Établi" in answer["programs"]
    assert answer["remaining"] == "3 valeurs à vérifier"


def test_plain_forms_tell_the_new_verdicts(portal: Portal) -> None:
    """Without script the page after a word says what it changed, once."""
    document = portal.read_document(portal.people.case)
    browser = portal.browser("consultant")
    _say(browser, _value(portal, "position.start_date"), "accept")
    assert "Expérience de travail\u00a0: À confirmer → Établi" in browser.get(f"/bureau/document/{document}").text
    assert "À confirmer → Établi" not in browser.get(f"/bureau/document/{document}").text


def test_doubtful_values_come_first(portal: Portal) -> None:
    """In each paper the values that the machine was unsure of and nobody has looked at stand first, and the first is selected."""
    document = portal.read_document(portal.people.case)
    page = portal.browser("consultant").get(f"/bureau/document/{document}").text
    order = re.findall(r'<li id="v-(\w+)"', page)
    names = ("position.start_date", "employer.country", "position.title", "position.hours_per_week")
    assert order == [_value(portal, name) for name in names]
    assert f'<li id="v-{order[0]}" class="value open doubt chosen"' in page


def test_evidence_on_its_page(portal: Portal) -> None:
    """Boxes are drawn where the value stands, in the page's own units, quoted words carry their language, and a value without a
    place says so."""
    document = portal.read_document(portal.people.case)
    page = portal.browser("consultant").get(f"/bureau/document/{document}?valeur={_value(portal, 'position.start_date')}").text
    rectangle = re.search(r'class="chosen">\s*<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', page)
    assert rectangle
    assert [round(float(edge), 1) for edge in rectangle.groups()] == [122.4, 316.8, 122.4, 15.8]
    assert '<q lang="fr">1er juillet 2022</q>' in page
    assert "aucun endroit précis à montrer" in page
    assert "Lecture douteuse (70\u00a0%)" in page


@pytest.mark.parametrize(("who", "status"), [("client", 404), ("other", 404), ("colleague", 404), ("administrator", 403)])
def test_only_the_cases_consultant_speaks(portal: Portal, who: str, status: int) -> None:
    """Nobody but the consultant of the case can review, and nothing is recorded of the try."""
    portal.read_document(portal.people.case)
    assert _say(portal.browser(who), _value(portal, "position.start_date"), "accept").status_code == status
    assert _reviews(portal) == []


def test_day_of_judging(portal: Portal) -> None:
    """The consultant sets the day that a case is judged for; a day that does not exist changes nothing; an empty one is today."""
    browser = portal.browser("consultant")
    here, day = f"/bureau/dossier/{portal.people.case}", f"/bureau/dossier/{portal.people.case}/jour"
    browser.post(day, {"as_of": "2025-06-01"})
    assert "Jugé pour un dépôt le 1er juin 2025." in browser.get(here).text

    browser.post(day, {"as_of": "2025-02-30"})
    page = browser.get(here).text
    assert "Cette date n’existe pas" in page
    assert "1er juin 2025" in page

    browser.post(day, {"as_of": ""})
    assert "Jugé pour un dépôt aujourd’hui" in browser.get(here).text
    with portal.database.read() as session:
        assert session.get_one(Case, portal.people.case).as_of is None


def test_the_desk_counts_what_waits(portal: Portal) -> None:
    """The list says how many documents were read, how many need a look, and how many values are in doubt, for own cases only."""
    portal.read_document(portal.people.case)
    portal.read_document(portal.people.other_case)
    browser = portal.browser("consultant")
    row = browser.get("/bureau").text.split("<tbody>")[1]
    assert "Amina Benali" in row
    assert "João" not in row
    assert [int(one) for one in re.findall(r">\s*(\d+)\s*<", row)] == [0, 1, 1, 2]

    _say(browser, _value_in(portal, portal.people.case, "employer.country"), "accept")
    assert [int(one) for one in re.findall(r">\s*(\d+)\s*<", browser.get("/bureau").text.split("<tbody>")[1])] == [0, 1, 1, 1]


def _value_in(portal: Portal, case: str, name: str) -> str:
    from casefile.store.tables import Document, Paper, Reading
    with portal.database.read() as session:
        return session.scalars(select(Evidence.id).join(Paper, Paper.id == Evidence.paper_id).join(Reading, Reading.id == Paper.reading_id)
                               .join(Document, Document.id == Reading.document_id)
                               .where(Evidence.name == name, Document.case_id == case)).one()


def test_a_case_shows_why(portal: Portal) -> None:
    """A case's page has for each condition the verdict, the reason, the law with its link, what is required and found, and causes."""
    portal.read_document(portal.people.case)
    page = portal.browser("consultant").get(f"/bureau/dossier/{portal.people.case}").text
    for words in ("À confirmer", "Indéterminé", "Expérience comptée d’après les lettres.", "RLRQ I-0.2.1, r. 7, a. 3",
                  'href="https://www.legisquebec.gouv.qc.ca/"', "17,2 à 17,9", "aucun document ne le montre", "source à confirmer",
                  "À partir du 4 janvier 2027, Expérience de travail\u00a0: Établi", "2 valeurs douteuses"):
        assert words in page, words


def test_looking_is_on_the_trail(portal: Portal) -> None:
    """A consultant's opening of a case or of a document's evidence leaves an event."""
    document = portal.read_document(portal.people.case)
    browser = portal.browser("consultant")
    browser.get(f"/bureau/dossier/{portal.people.case}")
    browser.get(f"/bureau/document/{document}")
    with portal.database.read() as session:
        opened = session.scalars(select(Event).where(Event.action == "case.opened").order_by(Event.id)).all()
    assert [(event.case_id, event.subject_id) for event in opened] == [(portal.people.case, None), (portal.people.case, document)]


def test_page_images_and_originals(portal: Portal) -> None:
    """Page images are small private pictures; an original is a download of a type of our own choosing, under its own name, on the trail."""
    document = portal.read_document(portal.people.case, name="diplôme « été ».pdf")
    browser = portal.browser("client")
    image = browser.get(f"/document/{document}/page/1")
    assert image.mimetype == "image/webp"
    assert image.headers["Cache-Control"] == "private, max-age=300"
    assert browser.get(f"/document/{document}/page/2").status_code == 404

    original = browser.get(f"/document/{document}/original")
    assert original.mimetype == "application/pdf"
    assert original.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''dipl%C3%B4me")
    assert original.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in original.headers["Content-Security-Policy"]
    with portal.database.read() as session:
        event = session.scalars(select(Event).where(Event.action == "document.downloaded")).one()
    assert event.actor_id == portal.people.client
