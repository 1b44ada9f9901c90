"""The finder of occupations: a title in, unit groups out, with what they open; for people who are signed in."""

from __future__ import annotations

import html
import re

import structlog

from tests.web.stage import Portal

PATHS = ("/professions", "/api/noc")


def _text(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_only_for_people_who_are_signed_in(portal: Portal) -> None:
    """Nobody else gets an answer; clients and consultants do."""
    stranger, client, consultant = portal.browser(), portal.browser("client"), portal.browser("consultant")
    for path in PATHS:
        refused = stranger.get(path, query_string={"q": "cuisinier"})
        assert (refused.status_code, refused.location.partition("?")[0]) == (302, "/connexion")
        assert [one.get(path, query_string={"q": "cuisinier"}).status_code for one in (client, consultant)] == [200, 200]


def test_answers_have_the_contracts_shape(portal: Portal) -> None:
    """The answer is that of `attesta noc`, with the day, the words of the duties, what is not known of regulation, and what is opened."""
    answer = portal.browser("client").get("/api/noc", query_string={"q": "préposée aux bénéficiaires", "jour": "2025-06-02"}).json

    assert list(answer) == ["as_of", "candidates", "lang", "title"]
    assert (answer["title"], answer["lang"], answer["as_of"]) == ("préposée aux bénéficiaires", "fr", "2025-06-02")
    best = answer["candidates"][0]
    assert (best["noc_2021"], best["noc_2016"], best["split"], best["teer"], best["regulated"]) == ("33102", ["3413"], False, 3, None)
    assert best["may_be_regulated"] is False
    assert best["confidence"] >= 0.95 and set(best["title"]) == {"fr", "en"}
    assert any("préposé" in one for one in best["matched"])
    opens = {(one["program"], one["stream"]): one for one in best["opens"]}
    assert opens["pilot_orderlies", "work"]["verdict"] == "met"
    assert opens["pilot_orderlies", "work"]["intake"] == {"status": "open", "from": "2025-01-13", "to": "2025-12-31"}
    assert (opens["pstq", "intermediate_manual"]["verdict"], opens["pstq", "intermediate_manual"]["regulated"]) == ("met", False)
    assert opens["pilot_food_processing", "workers"]["verdict"] == "not_met"


def test_the_language_can_be_told(portal: Portal) -> None:
    """`lang` says which language a title is in; without it its words do."""
    browser = portal.browser("client")
    assert browser.get("/api/noc", query_string={"q": "agent", "lang": "en"}).json["lang"] == "en"
    assert browser.get("/api/noc", query_string={"q": "agent de bord"}).json["lang"] == "fr"


def test_the_page_shows_why_and_what(portal: Portal) -> None:
    """The page has code, both official titles, TEER, the former code, the titles that match with their words marked, and what it opens."""
    page = portal.browser("client").get("/professions", query_string={"q": "ramasseuse de poulets", "jour": "2025-06-02"}).text
    text = _text(page)

    assert "<code>85100</code>" in page
    assert "Manoeuvres aux soins du bétail" in text and '<span lang="en">Livestock labourers</span>' in page
    assert "FEER 5" in text and "8431" in text
    assert "<mark>ramasseuse</mark>" in page and "<mark>poulets</mark>" in page
    assert "transformation alimentaire Dépôt\u00a0: ouvert" in text.replace(" :", "\u00a0:")
    assert "Le secteur de l’employeur compte aussi." in text
    assert "%" not in text, "clients are told in words how well it fits"
    assert "Qualifications Québec" in text


def test_consultants_see_how_sure_it_is(portal: Portal) -> None:
    """Who decides sees the probability."""
    text = _text(portal.browser("consultant").get("/professions", query_string={"q": "infirmière auxiliaire"}).text)
    assert re.search(r"Correspond très bien \(9\d\s?%\)", text)


def test_a_title_counts_as_it_is_printed(portal: Portal) -> None:
    """Of 85100 the food pilot takes chicken catchers alone: another farm worker is not told that it opens, one with a slip is."""
    browser = portal.browser("client")

    def food(title: str) -> str:
        for one in browser.get("/api/noc", query_string={"q": title, "jour": "2025-06-02"}).json["candidates"]:
            if one["noc_2021"] == "85100":
                return next(stream["verdict"] for stream in one["opens"] if stream["program"] == "pilot_food_processing")
        return "not found"

    assert food("ramasseur de poulets") == "met"
    assert food("ouvrier de ferme laitière") == "not_met"


def test_a_split_asks_for_a_person(portal: Portal) -> None:
    """The name of an old code that went to several groups says that a person must choose."""
    page = portal.browser("client").get("/professions", query_string={"q": "Analystes et consultants en informatique"}).text
    assert "une personne doit choisir" in page


_BAD: list[tuple[dict[str, str], str]] = [
    ({"q": ""}, "Écrivez le titre"), ({"q": "  "}, "Écrivez le titre"), ({"q": "a" * 201}, "trop long"),
    ({"q": "cuisinier", "taches": "a" * 2001}, "trop long"), ({"q": "cuisinier", "jour": "hier"}, "Cette date n’existe pas"),
    ({"q": "cuisinier", "jour": "2026-02-30"}, "Cette date n’existe pas")]


def test_what_cannot_be_answered_says_what_to_do(portal: Portal) -> None:
    """Nothing, too much, or a day that does not exist: plain words, on the page and in the answer for programs."""
    browser = portal.browser("client")
    for query, told in _BAD:
        page, answer = (browser.get(path, query_string=query) for path in PATHS)
        assert (page.status_code, answer.status_code) == (200, 422), query
        assert told in html.unescape(page.text) and told in answer.json["problem"]


def test_first_visit_and_no_match(portal: Portal) -> None:
    """The page without a question is a form and no complaint; a title that nothing resembles is told what to try."""
    browser = portal.browser("client")
    first, nothing = browser.get("/professions"), browser.get("/professions?q=%3F%3F%3F")
    assert (first.status_code, nothing.status_code) == (200, 200)
    assert 'role="alert"' not in first.text
    assert "Aucun groupe ne ressemble à ce titre" in nothing.text and "Vérifiez l’orthographe" in html.unescape(nothing.text)


def test_any_text_is_harmless(portal: Portal) -> None:
    """Whatever is typed comes back as text at most."""
    browser = portal.browser("client")
    for title in ("<script>alert(1)</script>", "\"'><b>", "{{ 7 * 7 }}", "\x00", "😀 cook", "a b " * 40):
        answer = browser.get("/professions", query_string={"q": title, "taches": title, "secteur": title})
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text and "<b>" not in answer.text
        assert 'value="49"' not in answer.text and ">49<" not in answer.text


def test_what_is_typed_is_not_logged(portal: Portal) -> None:
    """A request's line names the endpoint, not the question."""
    browser = portal.browser("client")
    with structlog.testing.capture_logs() as lines:
        browser.get("/professions?q=soudeuse")
    assert "soudeuse" not in str(lines)


def test_too_many_questions_are_told_to_wait(portal: Portal) -> None:
    """An account has its allowance a minute; another account keeps its own."""
    browser = portal.browser("client")
    answers = [browser.get("/api/noc?q=").status_code for _ in range(125)]
    assert answers[0] == 422 and answers[-1] == 429
    assert portal.browser("consultant").get("/api/noc?q=").status_code == 422


def test_every_page_leads_there(portal: Portal) -> None:
    """The finder is in the navigation of whoever is signed in, and of nobody else."""
    assert 'href="/professions"' in portal.browser("client").get(f"/dossier/{portal.people.case}").text
    assert 'href="/professions"' in portal.browser("consultant").get("/bureau").text
    assert "/professions" not in portal.browser().get("/connexion").text


def test_an_occupation_that_is_regulated_says_so(portal: Portal) -> None:
    """Who regulates a group or a part of it, and by which law; where only the classification speaks of a licence, that; else nothing."""
    browser = portal.browser("client")
    nurse, welder, educator, cook = (_text(browser.get("/professions", query_string={"q": title, "lang": "fr"}).text)
                                  for title in ("infirmière autorisée", "soudeuse", "éducatrice de la petite enfance", "cuisinière"))
    order = "Ordre des infirmières et infirmiers du Québec (Code des professions, RLRQ, c. C-26)"
    maybe = "cette profession peut être réglementée"

    assert f"Profession réglementée au Québec : {order}" in nurse and maybe not in nurse
    assert "Certains métiers ou titres de ce groupe sont réglementés au Québec : Commission de la construction du Québec" in welder
    assert maybe in educator and "réglementée au Québec" not in educator
    assert maybe not in cook and "au Québec :" not in cook
    assert all("la liste n’est pas complète" in page for page in (nurse, welder, educator, cook))


def test_the_answer_for_programs_says_what_is_regulated(portal: Portal) -> None:
    """Whether the whole group is, and by whom."""
    best = portal.browser("client").get("/api/noc", query_string={"q": "registered nurse", "lang": "en"}).json["candidates"][0]

    assert (best["noc_2021"], best["regulated"]) == ("31301", True)
    assert best["regulated_by"] == [{"share": "whole", "body": {"fr": "Ordre des infirmières et infirmiers du Québec",
                                                                "en": "Ordre des infirmières et infirmiers du Québec"},
                                     "law": {"fr": "Code des professions, RLRQ, c. C-26", "en": "Professional Code, CQLR, c. C-26"}}]
