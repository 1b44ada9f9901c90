"""What the scenarios cover: every condition met, not met and unknown; every version; both days of every date of the tables."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

import rules
from rules import programs
from rules.parameters import table
from tests.rules.book import load

VERDICTS = ("met", "not_met", "unknown")


def covered(program: str) -> set[tuple[str, str]]:
    """Each condition with each verdict that some scenario expects of it."""
    streams = [stream for one in load() if program in one.expect for stream in one.expect[program].get("streams", {}).values()]
    return {(name, verdict) for stream in streams for name, verdict in stream.get("conditions", {}).items()}


@pytest.mark.parametrize("program", rules.PROGRAMS)
def test_every_condition_is_met_not_met_and_unknown_in_some_scenario(program: str) -> None:
    """Of every program that asks it. (A component in which one can never be met still has it met in another.)"""
    asked = {condition.id for stream in programs.ALL[program].streams for condition in stream.conditions}

    assert sorted({(name, verdict) for name in asked for verdict in VERDICTS} - covered(program)) == []


def dates(program: str) -> set[dt.date]:
    """The days on which a program's text, a value or the calendar becomes another, but for the first of all."""
    data = table(program)
    values = {row["from"] for rows in data["parameters"].values() for before, row in itertools.pairwise(rows)
              if (before["value"], before.get("readings")) != (row["value"], row.get("readings"))}  # fmt: skip
    return values | {row["from"] for row in data["versions"]} | {row["from"] for row in data["intake"]}


@pytest.mark.parametrize("program", rules.PROGRAMS)
def test_every_date_of_a_table_is_tested_on_both_its_days(program: str) -> None:
    """The last day of the old and the first of the new."""
    judged = {str(one.facts["as_of"]) for one in load() if program in one.expect}
    days = {day - dt.timedelta(days=back) for day in dates(program) for back in (0, 1)}

    assert sorted(str(day) for day in days if str(day) not in judged) == []


NEVER_MET = ("ai_quebec_graduate_francophone", "ai_quebec_graduate_francization", "it_vfx_francophone", "it_vfx_francization")


@pytest.mark.parametrize("program", rules.PROGRAMS)
def test_every_stream_is_met_not_met_and_unknown_in_some_scenario(program: str) -> None:
    """But for four streams of the third pilot of which a part of the law is not known: those are never met."""
    found = {(name, stream["verdict"]) for one in load() if program in one.expect
             for name, stream in one.expect[program].get("streams", {}).items() if "verdict" in stream}  # fmt: skip
    wanted = {(stream.id, verdict) for stream in programs.ALL[program].streams for verdict in VERDICTS}

    assert wanted - found == {(stream.id, "met") for stream in programs.ALL[program].streams if stream.id in NEVER_MET}
