"""Evidence, a person's word on it, the facts that both give, and the verdicts that follow."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from casefile import assessments, jobs, readings
from casefile.facts import Statement, facts_of, standing_statements, statements
from casefile.reviews import InvalidReview, review
from casefile.store.tables import Assessment, Case, Event, Evidence, Job, Reading
from extractors.evidence import DocumentReading, Field, FileReading, PageBox, PageSummary
from tests.casefile.conftest import Memory

TODAY = dt.date(2025, 6, 2)
BOX = (PageBox(0.1, 0.1, 0.3, 0.12),)


def _field(name: str, value: Any, confidence: float = 0.97, group: int = 0) -> Field:
    return Field(name, value, str(value), 1, BOX, confidence, group)


TEF = DocumentReading("french_test", 0.99, (1,), "fr", (
    _field("test.name", "TEF_CANADA"), _field("test.date", "2024-09-14"), _field("listening.score", 428), _field("speaking.score", 431)))
LETTER = DocumentReading("employment_letter", 0.99, (1,), "fr", (
    _field("position.title", "préposée aux bénéficiaires"), _field("position.start_date", "2022-04-11"),
    _field("position.end_date", "present"), _field("position.noc_2021", "33102"), _field("position.hours_per_week", 37.5),
    _field("position.salary", {"amount": 1, "currency": "CAD", "period": "hour"}), _field("employer.country", "CA-QC"),
    _field("issued_on", "2025-06-01")))


def _read(memory: Memory, *papers: DocumentReading) -> None:
    receipt = memory.receive(content=b"%PDF-1.7 " + str(len(papers)).encode())
    with memory.database.write() as session:
        held = jobs.claim(session, receipt.job_id, "one", memory.settings)
        assert held
        readings.store(session, held, FileReading("x.pdf", "0" * 64, "application/pdf", (PageSummary(1, 612, 792, 0, "text"),), papers))


def _say(memory: Memory, name: str, action: Any, value: str | None = None, last_seen: int = 0) -> None:
    with memory.database.write() as session:
        evidence = session.query(Evidence).filter_by(name=name).one()
        review(session, evidence, memory.consultant, action, last_seen=last_seen, value=value)


def _facts(memory: Memory) -> dict[str, Any]:
    with memory.database.read() as session:
        return facts_of(standing_statements(session, session.get_one(Case, memory.case.id)), TODAY)


def _condition(memory: Memory, condition: str) -> dict[str, Any]:
    with memory.database.write() as session:
        judged = assessments.judge(session, session.get_one(Case, memory.case.id), TODAY)
        program = next(one for one in judged.verdicts["programs"] if one["id"] == "pilot_orderlies")
        return next(one for one in program["streams"][0]["conditions"] if one["id"] == condition)


def test_what_no_person_has_seen_is_unreviewed(memory: Memory) -> None:
    """The machine's values make facts that only indicate, each with the evidence behind it, and no list is complete."""
    _read(memory, TEF, LETTER)

    facts = _facts(memory)

    assert facts["complete"] == []
    assert facts["french"][0] | {"evidence": ..., } == {
        "test": "TEF_CANADA", "date": "2024-09-14", "listening": {"score": 428}, "speaking": {"score": 431}, "status": "unreviewed",
        "evidence": ...}
    assert len(facts["french"][0]["evidence"]) == 4
    assert facts["work"][0]["place"] == "CA-QC" and facts["work"][0]["stated_on"] == "2025-06-01"


def test_verdicts_follow_a_persons_word(memory: Memory) -> None:
    """A good test result indicates; accepted it settles; its date corrected to three years ago it no longer does."""
    _read(memory, TEF)
    assert (_condition(memory, "french_oral")["verdict"], _condition(memory, "french_oral")["indicated"]) == ("unknown", "met")

    for name in ("test.name", "test.date", "listening.score", "speaking.score"):
        _say(memory, name, "accept")
    assert _condition(memory, "french_oral")["verdict"] == "met"

    _say(memory, "test.date", "correct", "2022-05-14", last_seen=1)
    assert _condition(memory, "french_oral")["verdict"] != "met"


def test_a_rejected_value_says_nothing(memory: Memory) -> None:
    """What a person rejected is gone from the facts, and stays on file."""
    _read(memory, LETTER)

    _say(memory, "position.hours_per_week", "reject")

    assert "hours_per_week" not in _facts(memory)["work"][0]
    with memory.database.read() as session:
        assert session.query(Evidence).filter_by(name="position.hours_per_week").one().value == 37.5


def test_a_word_said_on_an_old_screen_is_not_taken(memory: Memory) -> None:
    """Who decides without having seen the last decision is told so."""
    _read(memory, LETTER)
    _say(memory, "position.title", "accept")

    with pytest.raises(InvalidReview, match="changed_meanwhile"):
        _say(memory, "position.title", "reject", last_seen=0)


@pytest.mark.parametrize(("name", "typed", "problem"), [
    ("position.start_date", "11 avril", "no_date"), ("position.start_date", "2022-13", "no_date"),
    ("position.start_date", "", "value_missing"),
    ("position.start_date", "present", "no_date"), ("position.hours_per_week", "beaucoup", "no_number"),
    ("position.hours_per_week", "-5", "no_number"), ("position.hours_per_week", "nan", "no_number"),
    ("position.noc_2021", "3413", "no_code"), ("position.noc_2021", "39102", "no_code"),
    ("position.salary", "24,50", "no_salary"), ("position.salary", "beaucoup CAD heure", "no_salary")])
def test_a_correction_is_checked(memory: Memory, name: str, typed: str, problem: str) -> None:
    """A corrected value must be of the field's kind; otherwise nothing is recorded and the reason is named."""
    _read(memory, LETTER)

    with pytest.raises(InvalidReview, match=problem):
        _say(memory, name, "correct", typed)


@pytest.mark.parametrize(("name", "typed", "value"), [
    ("position.start_date", "2022-05", "2022-05"), ("position.end_date", "présent", "present"), ("position.hours_per_week", "37,5", 37.5),
    ("position.hours_per_week", "40", 40), ("position.salary", "24,50 $ heure", {"amount": 24.5, "currency": "CAD", "period": "hour"}),
    ("position.salary", "61 000 CAD an", {"amount": 61000, "currency": "CAD", "period": "year"}),
    ("position.salary", "1200 EUR deux semaines", {"amount": 1200, "currency": "EUR", "period": "two_weeks"})])
def test_a_correction_is_taken_as_typed(memory: Memory, name: str, typed: str, value: Any) -> None:
    """Dates keep their precision, and numbers may have a comma."""
    _read(memory, LETTER)

    _say(memory, name, "correct", typed)

    assert _facts(memory)["work"][0][name.removeprefix("position.")] == value


def test_the_same_question_is_answered_once(memory: Memory) -> None:
    """Judging again without news adds nothing; with news, the old answer stays beside the new one."""
    _read(memory, TEF)
    _condition(memory, "age")
    _condition(memory, "age")
    _say(memory, "test.date", "reject")
    _condition(memory, "age")

    with memory.database.read() as session:
        assert session.query(Assessment).count() == 2
        assert session.query(Event).filter_by(action="case.assessed").count() == 2


def test_a_contradiction_is_left_out_not_judged(memory: Memory) -> None:
    """A job that was misread to end before it began makes its condition unknown, and the others are judged."""
    broken = DocumentReading("employment_letter", 0.9, (1,), "fr", (
        _field("position.title", "préposée"), _field("position.start_date", "2024-05-01"), _field("position.end_date", "2021-05-01")))
    _read(memory, broken, TEF)

    assert _condition(memory, "work_experience")["verdict"] == "unknown"
    assert _condition(memory, "french_oral")["indicated"] == "met"


def _stated(name: str, value: Any, paper: str, confidence: float = 0.9, status: Any = "confirmed") -> Statement:
    return Statement(f"{paper}/{name}", paper, "diploma", name, 0, value, confidence, status)


def test_of_two_readings_the_persons_stands_then_the_surer() -> None:
    """A confirmed value goes before any machine's, and of two machine readings the surer one stands."""
    level = facts_of([_stated("credential.level", "bachelor", "a", 0.99, "unreviewed"), _stated("credential.level", "secondary", "a", 0.6)],
                     TODAY)
    surer = facts_of([_stated("credential.level", "bachelor", "a", 0.6, "unreviewed"),
                      _stated("credential.level", "master", "a", 0.8, "unreviewed")], TODAY)

    assert (level["education"][0]["level"], surer["education"][0]["level"]) == ("secondary", "master")


def test_a_birth_date_must_agree() -> None:
    """Two papers with two dates of birth give none: a person must look."""
    one = _stated("person.birth_date", "1990-01-02", "a")

    assert facts_of([one, _stated("person.birth_date", "1990-01-02", "b")], TODAY)["applicant"] == {"birth_date": "1990-01-02"}
    assert "applicant" not in facts_of([one, _stated("person.birth_date", "1990-02-01", "b")], TODAY)


def test_what_is_hardly_legible_says_nothing() -> None:
    """An unreviewed value under the floor of confidence is no fact, not even an indication."""
    assert "education" not in facts_of([_stated("credential.level", "master", "a", 0.3, "unreviewed")], TODAY)


def test_an_internship_is_no_job() -> None:
    """A position that the paper calls an internship is not counted as work."""
    def of(name: str, value: Any) -> Statement:
        return Statement(name, "a", "employment_letter", name, 0, value, 0.9, "unreviewed")
    job = [of("position.title", "aide"), of("position.start_date", "2020-01-01")]

    assert "work" in facts_of(job, TODAY)
    assert "work" not in facts_of([*job, of("position.internship", True)], TODAY)


def test_printed_evidence_gives_the_same_facts_as_stored_evidence(memory: Memory) -> None:
    """`attesta facts` on the lines of `attesta extract` says what the portal would say of the same papers, ids aside."""
    _read(memory, TEF, LETTER)
    printed = FileReading("x.pdf", "0" * 64, "application/pdf", (PageSummary(1, 612, 792, 0, "text"),), (TEF, LETTER)).as_json()

    def without_ids(facts: dict[str, Any]) -> dict[str, Any]:
        return {key: [{k: v for k, v in entry.items() if k != "evidence"} for entry in value] if isinstance(value, list) else value
                for key, value in facts.items()}

    assert without_ids(facts_of(statements(printed), TODAY)) == without_ids(_facts(memory))


def test_a_document_counts_by_its_newest_reading(memory: Memory) -> None:
    """Read again by a newer version, a document's earlier values stay on file and no longer make facts."""
    _read(memory, TEF)
    with memory.database.write() as session:
        old = session.query(Reading).one()
        job = Job(document_id=old.document_id, stage="read", version="next", queued_at=0.0)
        session.add(job)
        session.flush()
        held = jobs.claim(session, job.id, "two", memory.settings)
        assert held
        readings.store(session, held, FileReading("x.pdf", "0" * 64, "application/pdf", (PageSummary(1, 612, 792, 0, "text"),), (LETTER,)))

    assert {"work", "french"} & set(_facts(memory)) == {"work"}


def _accepted(kind: str, values: dict[str, Any]) -> list[Statement]:
    return [Statement(name, "a", kind, name, 0, value, 1.0, "confirmed") for name, value in values.items()]


def test_the_day_of_issue_never_stands_in_for_the_day_of_the_test() -> None:
    """A result whose sitting is not known has no date, though the attestation's own is: an old result must not look young."""
    stated = _accepted("french_test", {"test.name": "TEF_CANADA", "issued_on": "2025-01-10", "listening.score": 428})

    [result] = facts_of(stated, TODAY)["french"]

    assert "date" not in result


def test_a_letter_without_a_date_does_not_prove_that_a_job_goes_on() -> None:
    """"To this day" in an undated letter is no end; in a dated one it is proved up to that date."""
    job = {"position.title": "aide", "position.start_date": "2022-04-11", "position.end_date": "present"}

    [undated] = facts_of(_accepted("employment_letter", job), TODAY)["work"]
    [dated] = facts_of(_accepted("employment_letter", {**job, "issued_on": "2025-05-01"}), TODAY)["work"]

    assert "end_date" not in undated
    assert (dated["end_date"], dated["stated_on"]) == ("present", "2025-05-01")
