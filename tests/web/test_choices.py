"""A consultant's choice of an occupation's code: a review like any other, and offered first the next time."""

from __future__ import annotations

import html
import re
from typing import Any

from sqlalchemy import select

from casefile.facts import facts_of, standing_statements
from casefile.store.tables import Case, Document, Evidence, Paper, Reading, Review
from tests.web.papers import occupation_letter
from tests.web.stage import Browser, Portal
from web.house import today


def _value(portal: Portal, document: str, name: str = "position.noc_2021") -> str:
    with portal.database.read() as session:
        found = select(Evidence.id).join(Paper).join(Reading).where(Reading.document_id == document, Evidence.name == name)
        return session.scalars(found).one()


def _choose(browser: Browser, value: str, code: str, *, script: bool = False) -> Any:
    return browser.post(f"/bureau/valeur/{value}", {"last_seen": "0", "instead": code}, headers={"X-Attesta-Script": "1"} if script else {})


def _offered(browser: Browser, document: str, value: str) -> list[str]:
    """The choices of a value on its page, in order, as text."""
    page = browser.get(f"/bureau/document/{document}?valeur={value}").text
    own = page.partition(f'id="v-{value}"')[2].partition("</li>")[0]
    return [" ".join(html.unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in own.split('<div class="choice">')[1:]]


def _words(portal: Portal) -> list[tuple[str, str, Any]]:
    with portal.database.read() as session:
        found = select(Evidence.name, Review.action, Review.value).join(Review).order_by(Review.created_at, Evidence.position)
        return [tuple(one) for one in session.execute(found)]  # type: ignore[misc]  # three columns


def test_candidates_are_offered_with_their_reasons(portal: Portal) -> None:
    """On the code of a position the consultant sees unit groups with title, likeness and matching titles; a split is told."""
    document = portal.read_document(portal.people.case, paper=occupation_letter("Analystes et consultants en informatique"))
    offered = _offered(portal.browser("consultant"), document, _value(portal, document))

    assert len(offered) >= 3
    assert all(re.match(r"Choisir \d{5} : .+ \(\d+\s?%\)", one.replace("\u00a0", " ")) for one in offered)
    assert all("ancien code réparti" in one for one in offered[:2])
    assert "Analystes et consultants/consultantes en informatique" in offered[0]


def test_the_employers_name_tells_its_trade(portal: Portal) -> None:
    """A vague title's candidates follow what the employer's name says of its trade, as when the letter was read."""
    browser = portal.browser("consultant")
    for employer, first in {"Garage Tremblay inc.": "7", "Hôpital Sainte-Anne": "3"}.items():
        paper = occupation_letter(employer=employer)
        document = portal.read_document(portal.people.case, f"{first}.pdf", f"%PDF-1.7 {first}".encode(), paper=paper)
        offered = _offered(browser, document, _value(portal, document))
        assert any(re.search(rf"Choisir {first}\d{{4}}", one) for one in offered), (employer, offered)


def test_a_choice_is_a_review_and_the_older_code_follows(portal: Portal) -> None:
    """The choice is a correction in the consultant's name; the older edition's code becomes the one that leads to the group, and the facts
    carry both as confirmed."""
    document = portal.read_document(portal.people.case, paper=occupation_letter())
    assert _choose(portal.browser("consultant"), _value(portal, document), "33102").status_code == 303

    assert _words(portal) == [("position.noc_2021", "correct", "33102"), ("position.noc_2016", "correct", "3413")]
    with portal.database.read() as session:
        facts = facts_of(standing_statements(session, session.get_one(Case, portal.people.case)), today())
    assert (facts["work"][0]["noc_2021"], facts["work"][0]["noc_2016"]) == ("33102", "3413")


def test_an_older_code_that_is_not_certain_is_taken_away(portal: Portal) -> None:
    """Where several old codes lead to the group, the one that was read stays if it is among them, and none is put in its place."""
    browser = portal.browser("consultant")
    one = portal.read_document(portal.people.case, paper=occupation_letter())
    _choose(browser, _value(portal, one), "11100")
    other = portal.read_document(portal.people.case, "b.pdf", b"%PDF-1.7 b", paper=occupation_letter(old="1114"))
    _choose(browser, _value(portal, other), "11100")

    assert _words(portal) == [("position.noc_2021", "correct", "11100"), ("position.noc_2016", "reject", None),
                              ("position.noc_2021", "correct", "11100")]


def test_the_script_is_told_of_the_older_code_too(portal: Portal) -> None:
    """The answer to the script bears the older code's new state, so that its next word is not refused."""
    document = portal.read_document(portal.people.case, paper=occupation_letter())
    older = _value(portal, document, "position.noc_2016")
    answer = _choose(portal.browser("consultant"), _value(portal, document), "33102", script=True).json

    assert answer["taken"] and set(answer["also"]) == {older}
    assert 'name="last_seen" value="1"' in answer["also"][older]


def test_a_choice_is_offered_first_the_next_time(portal: Portal) -> None:
    """Another document with the same title and employer, gender, case and legal form aside, offers the choice first and says whose it was;
    another employer, title or case does not, and nothing is chosen by itself."""
    browser = portal.browser("consultant")
    first = portal.read_document(portal.people.case, paper=occupation_letter())
    _choose(browser, _value(portal, first), "33102")
    others = {"b": occupation_letter("Technicien", "GARAGE TREMBLAY"), "c": occupation_letter(employer="Garage Roy inc."),
              "d": occupation_letter("soudeuse")}
    offered = {}
    for name, paper in others.items():
        document = portal.read_document(portal.people.case, f"{name}.pdf", f"%PDF-1.7 {name}".encode(), paper=paper)
        offered[name] = _offered(browser, document, _value(portal, document))
    foreign = portal.read_document(portal.people.other_case, "e.pdf", b"%PDF-1.7 e", paper=occupation_letter())

    assert offered["b"][0].startswith("Choisir 33102")
    assert "Choisi par Claire Fontaine" in offered["b"][0]
    assert not any("Choisi par" in one for name in "cd" for one in offered[name])
    assert not any("Choisi par" in one for one in _offered(portal.browser("colleague"), foreign, _value(portal, foreign)))
    assert len(_words(portal)) == 2


def test_the_machines_own_code_is_accepted(portal: Portal) -> None:
    """Choosing what was read is an acceptance, not a correction."""
    document = portal.read_document(portal.people.case, paper=occupation_letter("préposée aux bénéficiaires", code="33102", old="3413"))
    _choose(portal.browser("consultant"), _value(portal, document), "33102")

    assert _words(portal) == [("position.noc_2021", "accept", "33102")]


def test_a_code_that_does_not_exist_is_refused(portal: Portal) -> None:
    """Neither what is no code nor a code of no group is taken, and nothing is recorded."""
    document = portal.read_document(portal.people.case, paper=occupation_letter())
    value = _value(portal, document)
    browser = portal.browser("consultant")
    for wrong in ("12", "99999", "33999", "préposée"):
        answer = _choose(browser, value, wrong)
        assert answer.status_code == 422
        assert "Écrivez un code qui existe" in html.unescape(answer.text)
    with portal.database.read() as session:
        assert session.scalars(select(Review)).all() == [] and session.scalars(select(Document)).one()
