"""The three pilots by the words of the starting text alone, beside the law: what it says is asked, what it does not say is not."""

from __future__ import annotations

import datetime as dt
import functools
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rules
from rules.core.law import law_on, parameters
from rules.parameters import table
from tests.rules.people import APPLICANT, DIPLOMA, FOOD_JOB, ORDERLY_JOB, TEST, Json, food_worker, orderly
from tests.rules.test_rules_all_programs import CHANGES, DAYS, PERSON, REMOVABLE, changed

PILOTS = ("pilot_food_processing", "pilot_orderlies", "pilot_ai_it_vfx")
PAGE = Path(__file__).parents[2] / "docs" / "seed-and-law.md"
TEXT = Path(__file__).parents[2] / ".." / "shared" / "seeds" / "pilot-programs.txt"
FIGURE = re.compile(r"`([a-z_]+)\.([a-z_0-9.]+)(?:@(\d{4}-\d\d-\d\d))? = ([^`]+)`")


def judged(facts: Json) -> dict[str, Json]:
    """The assessment by the starting text, by program."""
    answer: Any = rules.evaluate(rules.facts_of(facts), text="seed").as_json()
    return {program["id"]: program for program in answer["programs"]}


def verdicts(facts: Json, program: str = "pilot_orderlies") -> dict[str, str]:
    """The verdict of each condition of its first stream, and of the stream (under "")."""
    stream = judged(facts)[program]["streams"][0]
    return {"": stream["verdict"], **{one["id"]: one["verdict"] for one in stream["conditions"]}}


def test_the_shape_is_that_of_any_assessment() -> None:
    """The same programs, streams and keys as under the law, and the version says which text it is; PSTQ and PEQ are left out."""
    facts = rules.facts_of(orderly())
    law: Any = rules.evaluate(facts, None, PILOTS).as_json()
    seed: Any = rules.evaluate(facts, text="seed").as_json()

    assert seed["rules_version"] == f"{rules.RULES_VERSION}/seed/2021-03-24+2021-03-31+2021-04-22"
    assert [program["id"] for program in seed["programs"]] == list(PILOTS)
    for ours, theirs in zip(seed["programs"], law["programs"], strict=True):
        assert ours.keys() == theirs.keys()
        assert [stream["id"] for stream in ours["streams"]] == [stream["id"] for stream in theirs["streams"]]
        assert ours["streams"][0]["conditions"][0].keys() >= theirs["streams"][0]["conditions"][0].keys() - {"causes", "borderline"}


@pytest.mark.parametrize("program", ["pstq", "peq"])
def test_programs_that_the_text_does_not_know_are_refused(program: str) -> None:
    """Asked for by name, they are refused, and the message lists those there are."""
    with pytest.raises(rules.UnknownProgram, match="pilot_food_processing, pilot_orderlies, pilot_ai_it_vfx"):
        rules.evaluate(rules.facts_of(orderly()), None, [program], text="seed")


@pytest.mark.parametrize(("facts", "program", "condition", "verdict"), [
    (orderly(), "pilot_orderlies", "", "met"),
    (orderly(applicant={**APPLICANT, "birth_date": "2006-09-10"}), "pilot_orderlies", "age", "met"),
    (orderly(applicant={**APPLICANT, "birth_date": "2006-09-11"}), "pilot_orderlies", "age", "not_met"),
    (orderly(applicant={**APPLICANT, "complied_with_stay": False}), "pilot_orderlies", "stay", "not_met"),
    (orderly(applicant={**APPLICANT, "intends_to_settle_and_work": None}), "pilot_orderlies", "intent", "unknown"),
    (orderly(applicant={**APPLICANT, "self_sufficiency_undertaking": False}), "pilot_orderlies", "self_sufficiency", "not_met"),
    (orderly(education=[{**DIPLOMA, "level": "secondary", "months": None, "leads_to": []}]), "pilot_orderlies", "education", "met"),
    (orderly(education=[{**DIPLOMA, "level": "primary"}]), "pilot_orderlies", "education", "not_met"),
    (orderly(education=[{**DIPLOMA, "months": 8}]), "pilot_orderlies", "education", "not_met"),
    (orderly(french=[{**TEST, "date": "2012-01-15"}]), "pilot_orderlies", "french_oral", "met"),
    (orderly(french=[{**TEST, "date": "2024-09-11"}]), "pilot_orderlies", "french_oral", "not_met"),
    (orderly(french=[{**TEST, "speaking": {"score": 9}}]), "pilot_orderlies", "french_oral", "not_met"),
    (orderly(french=[{"proof": "french_baccalaureat"}]), "pilot_orderlies", "french_oral", "unknown"),
    (orderly(work=[{**ORDERLY_JOB, "end_date": "2023-05-31"}]), "pilot_orderlies", "", "met"),
    (orderly(work=[{**ORDERLY_JOB, "hours_per_week": 10, "paid": False}]), "pilot_orderlies", "work_experience", "met"),
    (orderly(work=[{**ORDERLY_JOB, "start_date": "2022-09-11"}]), "pilot_orderlies", "work_experience", "unknown"),
    (orderly(work=[{**ORDERLY_JOB, "start_date": "2022-09-10"}]), "pilot_orderlies", "work_experience", "met"),
    (orderly(work=[{**ORDERLY_JOB, "start_date": "2023-09-10"}]), "pilot_orderlies", "work_experience", "unknown"),
    (orderly(work=[{**ORDERLY_JOB, "start_date": "2023-09-11"}]), "pilot_orderlies", "work_experience", "not_met"),
    (orderly(work=[{**ORDERLY_JOB, "noc_2021": "31301", "place": "FR"}]), "pilot_orderlies", "work_experience", "met"),
    (orderly(work=[{**ORDERLY_JOB, "noc_2021": "31301"}]), "pilot_orderlies", "work_experience", "not_met"),
    (orderly(work=[{**ORDERLY_JOB, "noc_2021": "31301", "place": "FR"}]), "pilot_orderlies", "occupation", "not_met"),
    (orderly(work=[]), "pilot_orderlies", "occupation", "not_met"),
    (orderly(work=None), "pilot_orderlies", "occupation", "unknown"),
    (orderly(work=[{**ORDERLY_JOB, "noc_2021": None}]), "pilot_orderlies", "occupation", "unknown"),
    (orderly(work=[{**ORDERLY_JOB, "status": "unreviewed"}]), "pilot_orderlies", "occupation", "unknown"),
    (food_worker(), "pilot_food_processing", "", "met"),
    (food_worker(work=[{**FOOD_JOB, "naics": "4451", "end_date": "2024-01-31"}]), "pilot_food_processing", "", "met"),
    (food_worker(work=[{**FOOD_JOB, "noc_2021": "63200"}]), "pilot_food_processing", "occupation", "unknown"),
    (food_worker(work=[{**FOOD_JOB, "noc_2021": "85100", "title": "ramasseur de poulets"}]), "pilot_food_processing", "occupation", "met"),
    (food_worker(work=[{**FOOD_JOB, "noc_2021": "85100", "title": "vacher"}]), "pilot_food_processing", "occupation", "not_met"),
    (food_worker(work=[{**FOOD_JOB, "noc_2016": "0213", "noc_2021": None}]), "pilot_ai_it_vfx", "occupation", "met"),
    (food_worker(), "pilot_ai_it_vfx", "occupation", "not_met"),
])  # fmt: skip
def test_by_the_words_alone(facts: Json, program: str, condition: str, verdict: str) -> None:
    """Each statement from both sides; what the text does not say is not asked."""
    assert verdicts(facts, program)[condition] == verdict


def test_the_components_of_the_law_are_alike() -> None:
    """The text knows no components: all of a program have the same verdicts."""
    for program in judged({**PERSON, "as_of": "2025-03-03"}).values():
        assert len({str(stream["conditions"]) for stream in program["streams"]}) == 1


@pytest.mark.parametrize(("day", "status"), [
    ("2021-03-30", "not_yet"), ("2021-03-31", "open"), ("2023-03-01", "open"), ("2025-12-31", "open"), ("2026-01-01", "closed"),
])  # fmt: skip
def test_the_calendar_of_the_text(day: str, status: str) -> None:
    """From the launch until 1 January 2026, without a break."""
    intake = judged(orderly(as_of=day))["pilot_orderlies"]["intake"]

    assert (intake["status"], intake["cap"]) == (status, None if status in ("not_yet", "closed") else 550)


def test_reasons_name_no_look_back_and_speak_both_languages() -> None:
    """A hundred years stand for "no limit" and are never told."""
    later, half = [{**TEST, "date": "2024-09-11"}], [{**TEST, "speaking": None}]
    doubtful = orderly(french=half, work=[{**ORDERLY_JOB, "start_date": "2024-01"}])
    for facts in (orderly(), orderly(work=[]), orderly(work=None, french=None), orderly(french=later), doubtful, {"as_of": "2024-09-10"}):
        for program in judged(facts).values():
            for one in program["streams"][0]["conditions"]:
                assert set(one["reason"]) == {"fr", "en"}
                assert not any(figure in text for text in one["reason"].values() for figure in ("1200", "1924", "1925", "{"))
                assert "within_months" not in one["required"] or one["id"] not in ("work_experience", "french_oral")
                if one["verdict"] == "unknown":
                    assert one["needs"] or "law" in one["causes"], (program["id"], one["id"])


@pytest.mark.skipif(not TEXT.is_file(), reason="the starting text is not at hand")
def test_citations_quote_the_line_they_name() -> None:
    """Every condition cites a line of the text, word for word."""
    written = TEXT.read_text(encoding="utf-8").splitlines()

    for program in judged(orderly()).values():
        for one in program["streams"][0]["conditions"]:
            number = int(one["citation"]["url"].removeprefix("seeds/pilot-programs.txt#L"))
            quoted = re.search(r"« (.+) »", one["citation"]["text"])
            assert quoted and quoted[1] in written[number - 1]
            assert f"ligne {number} " in one["citation"]["text"]


@pytest.mark.skipif(not TEXT.is_file(), reason="the starting text is not at hand")
def test_every_code_of_the_text_is_in_its_list() -> None:
    """The codes of each paragraph, and no others."""
    written = TEXT.read_text(encoding="utf-8").splitlines()

    for name, key, lines in (("food_processing", "profiles", (32, 38)), ("orderlies", "profiles", (43, 43)),
                             ("orderlies", "care_abroad", (48, 52)), ("ai_it_vfx", "profiles", (57, 66))):  # fmt: skip
        codes = re.findall(r"NOC (\d{4})", "\n".join(written[lines[0] - 1 : lines[1]]))
        assert law_on(f"seed_{name}", dt.date(2022, 1, 1)).value(key)["noc_2016"] == codes


def test_the_page_says_what_the_tables_say() -> None:
    """Every figure named in docs/seed-and-law.md is the one in force, in all versions or on the day it names; every source exists."""
    page = PAGE.read_text(encoding="utf-8")
    figures = FIGURE.findall(page)

    assert len(figures) > 40
    for name, path, day, written in figures:
        key, *steps = path.split(".")
        wanted = tomllib.loads(f"value = {written}")["value"]
        rows = [law_on(name, dt.date.fromisoformat(day)).value(key)] if day else [value.value for value in parameters(name)[key]]
        for value in rows:
            assert functools.reduce(lambda found, step: found[step], steps, value) == wanted, (name, path, day)
    statements = [row.strip("| ").split(" | ") for row in page.splitlines() if re.match(r"\| (\d|none)", row)]
    assert len(statements) > 15
    assert all(source in table("sources") for *_, sources in statements for source in sources.split(", "))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(CHANGES), max_size=3), st.lists(st.sampled_from(REMOVABLE), min_size=1, max_size=3), st.sampled_from(DAYS))
def test_knowing_less_never_turns_a_stream_round(made: list[Any], removed: list[tuple[str, str]], day: str) -> None:
    """By the starting text too, facts that are taken away leave a stream as it was or make it unknown."""
    known: Json = {**PERSON, "as_of": day}
    for where, key, value in made:
        known = changed(known, where, key, value)
    fewer = known
    for where, key in removed:
        fewer = changed(fewer, where, key, None)

    more, less = judged(known), judged(fewer)
    for identifier in PILOTS:
        before, after = more[identifier]["streams"][0]["verdict"], less[identifier]["streams"][0]["verdict"]
        assert after in ("unknown", before), identifier


def test_changes_can_be_asked_of_the_text_too() -> None:
    """The smallest change by the text's own threshold: eighteen months become twenty-four."""
    facts = rules.facts_of(orderly(work=[{**ORDERLY_JOB, "start_date": "2023-03-10"}]))
    changes = rules.changes_of(facts, rules.evaluate(facts, text="seed"))["pilot_orderlies", "work"]

    assert {"work[0].start_date": "2022-09-10", "as_of": "2025-03-10"}.items() <= {one["set"]: one["value"] for one in changes}.items()
