"""Which streams an occupation opens on a day: what the programs' own conditions say, and nothing beside them."""

from __future__ import annotations

import datetime as dt

from rules.openings import openings

OPEN = dt.date(2025, 6, 2)


def _verdicts(title: str, code: str, old: str | None = None, day: dt.date = OPEN) -> dict[tuple[str, str], tuple[str, bool | None]]:
    return {(one.program, one.stream): (one.verdict, one.regulated) for one in openings(day, title, code, old)}


def test_every_stream_is_told() -> None:
    """All streams of all programs are there; those that ask for no occupation say so."""
    told = _verdicts("cook", "63200")
    assert len(told) == 15
    assert {stream for (_program, stream), (verdict, _ruled) in told.items() if verdict == "not_applicable"} == {
        "ai_foreign_worker_francophone", "ai_foreign_worker_francization", "ai_quebec_graduate_francophone",
        "ai_quebec_graduate_francization", "exceptional_talent", "graduates"}


def test_the_pilots_take_their_own_occupations() -> None:
    """Orderlies, food workers and those of computing each open their pilot, and none of the others."""
    pilots = {"pilot_orderlies": ("orderly", "33102", "3413"), "pilot_food_processing": ("industrial butcher", "94141", "9462"),
              "pilot_ai_it_vfx": ("network technician", "22220", "2281")}
    for pilot, (title, code, old) in pilots.items():
        met = {program for (program, _stream), (verdict, _ruled) in _verdicts(title, code, old).items() if verdict == "met"}
        assert met & set(pilots) == {pilot}


def test_of_farm_workers_only_chicken_catchers() -> None:
    """Where the text names one title of a code, the title decides."""
    place = "pilot_food_processing", "workers"
    assert _verdicts("chicken catcher", "85100", "8431")[place] == ("met", None)
    assert _verdicts("farm worker", "85100", "8431")[place] == ("not_met", None)


def test_what_hangs_on_regulation_says_so() -> None:
    """The program of qualified workers takes a code in one stream if it is regulated, in another if it is not, by its TEER."""
    told = {stream: found for (program, stream), found in _verdicts("welder", "72106").items() if program == "pstq"}
    assert told == {"highly_qualified": ("met", False), "intermediate_manual": ("not_met", None), "regulated_professions": ("met", True),
                    "exceptional_talent": ("not_applicable", None)}


def test_the_day_tells_whether_applications_are_taken() -> None:
    """The same occupation is admitted on both days; the calendar of the day stands beside."""
    for day, status in ((OPEN, "open"), (dt.date(2026, 11, 22), "closed")):
        pilot = next(one for one in openings(day, "orderly", "33102", "3413") if one.stream == "work")
        assert (pilot.verdict, pilot.intake.status, pilot.sector) == ("met", status, False)


def test_it_is_plain_data_too() -> None:
    """As data it has names in both languages, and dates as text."""
    food = next(one for one in openings(OPEN, "industrial butcher", "94141", "9462") if one.program == "pilot_food_processing").as_json()
    assert food["sector"] is True
    assert food["intake"] == {"status": "open", "from": "2025-01-13", "to": "2025-12-31"}
    assert isinstance(food["name"], dict) and set(food["name"]) == {"fr", "en"}
