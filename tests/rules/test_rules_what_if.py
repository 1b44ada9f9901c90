"""What if: supposed values are validated like any other, and every change that is shown has been judged."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.what_if.settings import as_data
from tests.rules.people import APPLICANT, DIPLOMA, ORDERLY_JOB, TEST, Json, orderly
from tests.rules.test_rules_all_programs import CHANGES, DAYS, PERSON, REMOVABLE, changed

RISING = ("not_met", "unknown", "met")


def assessed(facts: rules.Facts, day: dt.date | None = None, programs: list[str] | None = None) -> Any:
    """The assessment as plain data."""
    return rules.evaluate(facts, day, programs).as_json()


def shown(facts: Json, program: str = "pilot_orderlies", stream: str = "work") -> list[Json]:
    """The changes shown for a stream."""
    judged = rules.facts_of(facts)
    return rules.changes_of(judged, rules.evaluate(judged, None, [program]))[program, stream]


def one(changes: list[Json], path: str) -> Json:
    """The change at a place."""
    return next(change for change in changes if change["set"] == path)


def with_value(facts: Json, path: str, value: object) -> str:
    """The verdict of the orderlies' work component with a supposed value."""
    supposed = rules.supposing(rules.facts_of(facts), [rules.Setting(path, value)])
    found: str = assessed(supposed, None, ["pilot_orderlies"])["programs"][0]["streams"][0]["verdict"]
    return found


def leaves(data: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every single value of plain facts with its path, and every list and mapping on the way."""
    if path:
        yield path, data
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from leaves(value, f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}".lstrip("."))


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.sampled_from(CHANGES), max_size=3),
    st.lists(st.sampled_from(REMOVABLE), max_size=2),
    st.sampled_from(DAYS),
    st.sampled_from(["confirmed", "unreviewed"]),
)
def test_every_change_shown_turns_the_stream(made: list[Any], removed: list[tuple[str, str]], day: str, status: str) -> None:
    """Applied to the facts as a person would apply it, it leads to the verdict it was shown with, a higher one than before."""
    facts: Json = {**PERSON, "as_of": day}
    for where, key, value in made:
        facts = changed(facts, where, key, value)
    for where, key in removed:
        facts = changed(facts, where, key, None)
    given_facts = rules.facts_of(changed(facts, "work", "status", status))
    before = rules.evaluate(given_facts)
    plain: Any = before.as_json()
    verdicts = {(program["id"], stream["id"]): stream["verdict"] for program in plain["programs"] for stream in program["streams"]}

    for (program, stream), changes in rules.changes_of(given_facts, before).items():
        for change in changes:
            after = assessed(rules.supposing(given_facts, [rules.Setting(change["set"], change["value"])]), None, [program])
            found = next(other for other in after["programs"][0]["streams"] if other["id"] == stream)
            assert found["verdict"] == change["verdict"], change
            assert RISING.index(change["verdict"]) > RISING.index(verdicts[program, stream]), change
            assert all(change["set"] not in text and "{" not in text for text in change["says"].values())


@pytest.mark.parametrize("facts", [PERSON, orderly(), orderly(applicant={**APPLICANT, "birth_date": {
    "value": "1990-02-14", "evidence": ["e1"], "status": "unreviewed"}})], ids=["person", "orderly", "unreviewed"])  # fmt: skip
def test_a_value_that_is_there_already_changes_nothing(facts: Json) -> None:
    """Whatever is set to what it is, the assessment is the same to the byte."""
    known = rules.facts_of({"as_of": "2025-03-03", **facts})
    before = assessed(known)
    places = [(path, value) for path, value in leaves(as_data(known)) if not path.endswith("birth_date")]

    assert len(places) > 30
    for path, value in [*places, ("applicant.birth_date", "1990-02-14")]:
        assert assessed(rules.supposing(known, [rules.Setting(path, value)])) == before, path


def test_facts_come_back_as_they_were_written() -> None:
    """Plain data of facts, read again, are the same facts, partial dates and decimals included."""
    facts = rules.facts_of({**PERSON, "as_of": "2025-03-03", "work": [{**ORDERLY_JOB, "start_date": "2021-03", "stated_on": "2024"}]})

    assert rules.facts_of(as_data(facts)) == facts


def test_supposing_leaves_the_facts_alone() -> None:
    """The facts given are never changed: a copy is."""
    facts = rules.facts_of(orderly())

    supposed = rules.supposing(facts, [rules.read_setting("work[0].hours_per_week=20"), rules.read_setting("work[1].title=aide")])

    assert facts == rules.facts_of(orderly())
    assert [job.title for job in supposed.work or ()] == ["préposée aux bénéficiaires", "aide"]
    assert str((supposed.work or ())[0].hours_per_week) == "20"


@pytest.mark.parametrize(("text", "said"), [
    ("work[0].end_date", "CHEMIN=VALEUR"), ("work[x].title=a", "CHEMIN=VALEUR"), ("work[0].title=", "CHEMIN=VALEUR"),
    ("work[2].title=a", "[2]"), ("work.title=a", "work[0].title"), ("applicant[0]=a", "[0]"),
    ("applicant.birth_date.day=3", "day"), ("work[0].titel=a", "work[0].titel"), ("work[0].end_date=demain", "work[0].end_date"),
    ("work[0].start_date=2030-01-01", "work[0].start_date"), ("work[0]={title: [", "work[0]"), ("applicant.birth_date=2031", "birth_date"),
])  # fmt: skip
def test_a_bad_path_or_value_is_refused_in_both_languages(text: str, said: str) -> None:
    """Nothing is guessed: the refusal names the path and says in French and English what is wrong."""
    facts = rules.facts_of(orderly(work=[{**ORDERLY_JOB, "end_date": "2024-09-10"}]))

    with pytest.raises(rules.SettingError) as refused:
        rules.supposing(facts, [rules.read_setting(text)])

    assert set(refused.value.said) == {"fr", "en"} and all(refused.value.said.values())
    assert said in str(refused.value)
    assert text.partition("=")[0] in str(refused.value)


def test_supposed_facts_are_validated_as_a_whole() -> None:
    """Two values that only together are possible are taken together."""
    facts = rules.facts_of(orderly(work=[{**ORDERLY_JOB, "end_date": "2022-01-31"}]))
    later = [rules.read_setting("work[0].start_date=2023-02-01"), rules.read_setting("work[0].end_date=2024-05-31")]

    assert rules.supposing(facts, later).work
    with pytest.raises(rules.SettingError, match="before the start"):
        rules.supposing(facts, later[:1])


def test_null_makes_a_fact_unknown_and_a_bare_fact_can_get_a_status() -> None:
    """As in a file: null is unknown, and what stands beside a fact can be set."""
    facts = rules.facts_of(orderly())

    unknown = rules.supposing(facts, [rules.read_setting("applicant.birth_date=null")])
    doubtful = rules.supposing(facts, [rules.read_setting("applicant.birth_date.status=disputed")])

    assert unknown.applicant.birth_date is None
    assert doubtful.applicant.birth_date and doubtful.applicant.birth_date.status == "disputed"
    assert str(doubtful.applicant.birth_date.value) == "1990-02-14"


@pytest.mark.parametrize(("facts", "path", "value", "eve"), [
    (orderly(work=[{**ORDERLY_JOB, "hours_per_week": 25}]), "work[0].hours_per_week", 30, 29.5),
    (orderly(work=[{**ORDERLY_JOB, "start_date": "2023-01-10"}]), "work[0].start_date", "2022-09-10", "2022-09-11"),
    (orderly(work=[{**ORDERLY_JOB, "end_date": "2024-08-01"}]), "work[0].end_date", "present", "2024-09-09"),
    (orderly(french=[{**TEST, "date": "2022-01-01"}]), "french[0].date", "2022-09-10", "2022-09-09"),
    (orderly(french=[{**TEST, "speaking": {"score": 8}}]), "french[0].speaking.score", 10, 9.5),
    (orderly(french=[{**TEST, "speaking": {"cefr": "B1"}}]), "french[0].speaking.cefr", "B2", "B1"),
    (orderly(french=[{**TEST, "speaking": {"nclc": 7}}]), "french[0].speaking.quebec_level", 7, 6),
    (orderly(french=[{**TEST, "speaking": None}]), "french[0].speaking.quebec_level", 7, 6),
    (orderly(education=[{**DIPLOMA, "months": 8}]), "education[0].months", 12, 11),
    (orderly(education=[{**DIPLOMA, "conferred_on": "2024-10-01"}]), "education[0].conferred_on", "2024-09-10", "2024-09-11"),
    (orderly(education=[{**DIPLOMA, "level": "secondary"}]), "education[0].level", "vocational", "primary"),
    (orderly(applicant={**APPLICANT, "self_sufficiency_undertaking": False}), "applicant.self_sufficiency_undertaking", True, False),
    (orderly(applicant={**APPLICANT, "status": "student"}), "applicant.status", "temporary_worker", "other"),
    (orderly(applicant={**APPLICANT, "values_attestation": "2022-09-09"}), "applicant.values_attestation", True, False),
])  # fmt: skip
def test_the_change_shown_is_the_smallest(facts: Json, path: str, value: object, eve: object) -> None:
    """It turns the component to met; a step less does not."""
    assert one(shown(facts), path)["value"] == value
    assert one(shown(facts), path)["verdict"] == "met"
    assert with_value(facts, path, value) == "met"
    assert with_value(facts, path, eve) != "met"


@pytest.mark.parametrize(("facts", "path", "kind"), [
    (orderly(work=[{**ORDERLY_JOB, "status": "unreviewed"}]), "work[0].status", "confirm"),
    (orderly(work=[{**ORDERLY_JOB, "noc_2021": None}]), "work[0].noc_2021", "complete"),
    (orderly(applicant={**APPLICANT, "birth_date": "2006"}), "applicant.birth_date", "complete"),
    (orderly(applicant={**APPLICANT, "in_quebec": None}), "applicant.in_quebec", "complete"),
    (orderly(work=[{**ORDERLY_JOB, "place": "CA"}]), "work[0].place", "change"),
    (orderly(french=[]), "french[0]", "obtain"),
    (orderly(as_of="2023-05-31", french=[{**TEST, "date": "2023-01-15"}], work=[{**ORDERLY_JOB, "noc_2016": "3413"}]), "as_of", "wait"),
])  # fmt: skip
def test_what_kind_of_change_it_is(facts: Json, path: str, kind: str) -> None:
    """To confirm, to complete, to obtain, to wait or to be otherwise: all but the last are in somebody's hands."""
    assert one(shown(facts), path)["kind"] == kind


def test_waiting_leads_to_the_first_day() -> None:
    """On the day shown the component is met, on its eve it is not; a text that changes on the way is taken as it will be."""
    reached = orderly(as_of="2024-03-01", work=[{**ORDERLY_JOB, "start_date": "2022-04-10"}])
    stayed = orderly(as_of="2023-10-02", applicant={**APPLICANT, "complied_with_stay": False}, work=[{**ORDERLY_JOB, "noc_2016": "3413"}],
                     french=[{**TEST, "date": "2023-01-15"}])  # fmt: skip

    for facts, day, eve in ((reached, "2024-04-10", "2024-04-09"), (stayed, "2023-11-23", "2023-11-22")):
        assert one(shown(facts), "as_of")["value"] == day
        assert [with_value(facts, "as_of", date) for date in (eve, day)] == ["not_met", "met"]


def test_whether_applications_are_taken_is_told_beside() -> None:
    """A change may lead to met on a day on which nobody can file; it says so."""
    change = one(shown(orderly(as_of="2026-03-02", french=[], work=[{**ORDERLY_JOB, "start_date": "2023-09-01"}])), "french[0]")

    assert (change["verdict"], change["intake"]) == ("met", "closed")
    assert "fermé" in change["says"]["fr"] and "closed" in change["says"]["en"]


def test_no_change_is_shown_that_only_raises_doubts() -> None:
    """Hours of 25 that a letter calls full-time would contradict each other; that is no way to turn a stream."""
    changes = shown(orderly(work=[{**ORDERLY_JOB, "hours_per_week": 25}]))

    assert [change["set"] for change in changes] == ["work[0].hours_per_week"]


def test_who_and_which_stays_as_it_is_known() -> None:
    """Another occupation, another place of work or another birth would be another job or person: not proposed."""
    facts = orderly(work=[{**ORDERLY_JOB, "noc_2021": "65310", "noc_2016": None}])
    young = orderly(applicant={**APPLICANT, "birth_date": "2010-01-01"})

    assert shown(facts) == []
    assert shown(young) == []


def test_nothing_is_shown_for_a_stream_that_two_facts_hold_back() -> None:
    """One change cannot turn it, and none is shown."""
    facts = orderly(applicant={**APPLICANT, "self_sufficiency_undertaking": None}, work=[{**ORDERLY_JOB, "paid": None}])

    assert shown(facts) == []


def test_a_part_that_is_missing_is_supposed_whole() -> None:
    """The main occupation that the job on file points at; pay in dollars a year; each said in its own language."""
    facts: Json = {**PERSON, "as_of": "2025-03-03", "applicant": {**PERSON["applicant"], "main_occupation": None}}
    occupation = one(shown(facts, "pstq", "highly_qualified"), "applicant.main_occupation")
    unpaid = changed({**PERSON, "as_of": "2025-03-03"}, "work", "salary", None)
    pay = one(shown(unpaid, "pilot_ai_it_vfx", "ai_foreign_worker_francophone"), "work[0].salary")

    assert (occupation["value"], occupation["verdict"]) == ({"noc_2021": "21231", "regulated": False}, "met")
    assert "regulated non" in occupation["says"]["fr"] and "regulated no " in occupation["says"]["en"]
    assert pay["value"] == {"amount": 100000, "currency": "CAD", "period": "year"}


def test_changes_are_told_in_both_languages_and_as_json_numbers() -> None:
    """The sentence holds the question, what is supposed and what is on file, and promises nothing."""
    change = one(shown(orderly(work=[{**ORDERLY_JOB, "hours_per_week": 25.5}])), "work[0].hours_per_week")

    assert change["present"] == 25.5
    assert "30" in change["says"]["fr"] and "25.5" in change["says"]["en"]
    assert "serait" in change["says"]["fr"] and "would" in change["says"]["en"]
    assert all("{" not in text for text in change["says"].values())
