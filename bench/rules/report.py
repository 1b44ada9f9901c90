"""The rules as a consultant reads them: each condition with its versions, figures, sources and the scenarios that hold it.

    python -m bench.rules.report [FILE]        (default: var/rules-report.html)

One page, in French, that needs nothing beside it. A scenario that does not hold stands at the top, with its article.
"""

from __future__ import annotations

import datetime as dt
import functools
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2

import rules
from rules import programs
from rules.core.finding import Condition
from rules.parameters import table
from rules.texts import say
from tests.rules.book import WORDS, Scenario, load, misses

HERE = Path(__file__).parent
DEFAULT = HERE.parents[1] / "var" / "rules-report.html"
CERTAINTY = {"S": "sûr", "L": "probable", "U": "incertain"}
INTAKE = {"open": "ouverte", "closed": "fermée", "suspended": "suspendue", "full": "contingent atteint"}
END = dt.date(2100, 1, 1)
ORDER = ("met", "not_met", "unknown", "not_required", "not_applicable")
Json = dict[str, Any]


@functools.cache
def labels() -> dict[str, dict[str, str]]:
    """What parameters and the words of their values are called."""
    return tomllib.loads((HERE / "labels.toml").read_text(encoding="utf-8"))


def told(value: object) -> str:
    """A value of a table in words."""
    if isinstance(value, bool):
        return labels()["values"][str(value).lower()]
    if isinstance(value, dict):
        return " ; ".join(f"{labels()['values'].get(key, key)} : {told(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(told(item) for item in value) or "aucun"
    return labels()["values"].get(str(value), str(value))


def versions_of(program: str, key: str) -> list[Json]:
    """Every dated value of a parameter."""
    return [
        {
            "from": row["from"],
            "last": _last_day(row),
            "value": told(row["value"]),
            "readings": [told(other) for other in row.get("readings", ())],
            "certainty": CERTAINTY[row["certainty"]],
            "source": table("sources")[row["source"]],
        }
        for row in table(program)["parameters"][key]
    ]


def _last_day(row: Json) -> dt.date | None:
    return row["to"] - dt.timedelta(days=1) if row["to"] < END else None


def parameter(program: str, key: str) -> Json:
    """A parameter with its name and its values."""
    return {"key": key, "label": labels()["parameters"][key], "values": versions_of(program, key)}


def conditions_of(program: str, failing: set[str]) -> Iterator[Json]:
    """Each condition of a program once, with the streams that ask it; what stands in the law twice is told once."""
    grouped: dict[tuple[str, str], tuple[Condition, list[str]]] = {}
    for stream in programs.ALL[program].streams:
        for condition in stream.conditions:
            grouped.setdefault((condition.id, condition.citation.text), (condition, []))[1].append(stream.id)
    for condition, streams in grouped.values():
        asked = [row for row in table(program)["parameters"][condition.asked] if row["value"]] if condition.asked else None
        yield {
            "id": condition.id,
            "title": say("reasons", f"{condition.id}.title"),
            "citation": condition.citation,
            "streams": [table(program)["streams"][stream]["fr"] for stream in streams],
            "asked": asked and [{"from": row["from"], "last": _last_day(row)} for row in asked],
            "parameters": [parameter(program, key) for key in dict.fromkeys(condition.keys)],
            "scenarios": sorted(_exercising(program, condition.id, streams, failing), key=lambda one: ORDER.index(one["verdict"])),
        }


def _exercising(program: str, identifier: str, streams: list[str], failing: set[str]) -> Iterator[Json]:
    for scenario in load():
        expected = scenario.expect.get(program, {}).get("streams", {})
        spoken = [expected[stream].get("conditions", {}) for stream in streams if stream in expected]
        wanted = {conditions[identifier] for conditions in spoken if identifier in conditions}
        for verdict in sorted(wanted):
            word = "non exigé" if verdict == "not_required" else WORDS[verdict]
            yield {"scenario": scenario, "verdict": verdict, "word": word, "holds": scenario.id not in failing}


def program_part(program: str, failing: set[str]) -> Json:
    """All that is told of a program."""
    data, conditions = table(program), list(conditions_of(program, failing))
    names = data["streams"]
    used = {one["key"] for condition in conditions for one in condition["parameters"]}
    return {
        "id": program,
        "name": data["name"],
        "versions": data["versions"],
        "intake": [
            {
                **row,
                "said": INTAKE[row["status"]],
                "sure": CERTAINTY[row["certainty"]],
                "where": [names[one]["fr"] for one in row.get("streams", ())],
            }
            for row in data["intake"]
        ],
        "conditions": conditions,
        "others": [parameter(program, key) for key in data["parameters"] if key not in used],
        "scenarios": sum(program in one.expect for one in load()),
    }


def page() -> str:
    """The whole page."""
    wrong: dict[str, list[str]] = {one.id: found for one in load() if (found := misses(one))}
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined)
    parts = [program_part(program, set(wrong)) for program in rules.PROGRAMS]
    known: tuple[Scenario, ...] = load()
    return environment.get_template("report.html").render(programs=parts, wrong=wrong, scenarios=len(known), edition=rules.RULES_VERSION)


def main() -> None:
    """Write it and say where."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page(), encoding="utf-8")
    print(f"{file} ({file.stat().st_size // 1024} kB)")


if __name__ == "__main__":
    main()
