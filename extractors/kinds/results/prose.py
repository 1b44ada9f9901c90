"""Results told in sentences, the score before its skill: « 430 points sur 699 en compréhension orale (niveau B2) »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.numbers import as_json, decimal
from extractors.kinds.parts.test_results import LEVEL, SKILL, Result, level_value
from extractors.paper import Paper

_SAID = re.compile(
    r"(?<![0-9.,/-])(?P<score>[0-9]{1,3}(?:[.,][0-9]{1,2})?)\s?(?:points?\s|pts\s)?(?:(?:sur|/|out of)\s?(?P<most>699|25|20)\s)?"
    r"(?:points?\s)?(?:en|in|for|a l'epreuve de|pour)\s(?:la\s|l')?$",
    re.ASCII,
)
_BRACKET = re.compile(r"\s?\((?P<inside>[^()\n]{2,40})\)", re.ASCII)


def results_in_sentences(paper: Paper) -> Iterator[Result]:
    """Scores that stand before the name of their skill, with the level in brackets behind it."""
    for match in SKILL.finditer(paper.flat):
        said = _SAID.search(paper.flat, max(0, match.start() - 60), match.start())
        skill = match.lastgroup or ""
        if said is None or skill == "half":
            continue
        value, most = decimal(said["score"]), int(said["most"]) if said["most"] else None
        if value is not None and value <= (most or 699):
            yield Result(skill, "score", as_json(value), said.span("score"), most)
        bracket = _BRACKET.match(paper.flat, match.end())
        level = LEVEL.search(paper.flat, *bracket.span("inside")) if bracket else None
        if level is not None:
            yield Result(skill, "level", level_value(level), level.span())
