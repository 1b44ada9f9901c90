"""A French test: TCF (France Éducation international), TEF (CCI Paris), DELF and DALF (the French ministry).

The paper names the candidate with birth date and number, the test and its date, then a row a skill. TCF and TEF are
attestations of results; DELF and DALF are diplomas with a sheet of marks behind them, and their session is a month. TCF IRN
and TEF IRN are not taken by Québec and get no name. The level of the whole is that of the diploma, or of a TCF's « score
global ».
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.evidence import Issue
from extractors.fields.finding import Finding, first
from extractors.fields.labels import labelled
from extractors.fields.scales import IRN, nclc_of
from extractors.fields.when.dates import DateFound, earlier, is_day
from extractors.kinds.parts.dating import before, date_finding, find_issued
from extractors.kinds.parts.reference import labelled_reference, referenced
from extractors.kinds.parts.test_results import Result, find_results, result_finding
from extractors.kinds.people.birth import find_birth_date
from extractors.kinds.people.person import find_person
from extractors.kinds.results.beside import results_beside_names
from extractors.kinds.results.columns import results_in_columns
from extractors.kinds.results.prose import results_in_sentences
from extractors.kinds.results.total import find_total
from extractors.paper import Paper

_CANDIDATE = re.compile(r"(?<![0-9-])(?P<number>[0-9]{6}-[0-9]{6})(?![0-9]|-[0-9])", re.ASCII)
"""The form of candidate numbers at France Éducation international, where no label was read."""
_REGISTERED = re.compile(
    r"(?:attestation|certificat|candidate?|resultats?)[^.\n]{0,40}(?:numero|n°|number"
    r"|no\.)\s?:?\s?(?P<number>[a-z0-9]{1,10}(?:[/-][a-z0-9]{1,12}){0,5})",
    re.ASCII,
)
_NOT_TAKEN = re.compile(
    r"(?<![a-z])(?:tcf|tef)\W{0,4}(?:pour (?:l'|la |le )?)?(?:irn|anf|dap)\b|integration[^.:]{0,24}residence[^.:]{0,24}nationalite"
    r"|acces a la nationalite|(?:/|sur|out of) ?(?:499|399)(?![0-9])",
    re.ASCII,
)
_FOR = r"\W{0,4}(?:\(?(?:tcf|tef)\)?\W{0,4})?(?:(?:pour|version|adapte a?u?) (?:le )?)?\W{0,2}"
_NAMES = (  # the surest words first; « pour le Canada » in a footer decides nothing
    ("TEFAQ", rf"(?<![a-z])tef\s?aq\b|tef{_FOR}quebec|evaluation (?:de|du) francais(?: adapte)?{_FOR}quebec"),
    ("TEF_CANADA", rf"(?<![a-z])tef{_FOR}canada|evaluation (?:de|du) francais(?: adapte)?{_FOR}canada"),
    ("TCF_QUEBEC", rf"(?<![a-z])tcf(?:{_FOR}quebec|[ -]?q(?![a-z]))|connaissance du francais{_FOR}quebec"),
    ("TCF_CANADA", rf"(?<![a-z])tcf{_FOR}canada|connaissance du francais{_FOR}canada"),
    ("DALF", r"(?<![a-z])dalf\s?[c][12]"),
    ("DELF", r"(?<![a-z])delf\s?(?:prim|junior|scolaire|pro)?\s?[ab][12]"),
    ("DALF", r"diplome approfondi de langue francaise\s"),  # the decree that both rest on names both
    ("DELF", r"diplome d'etudes en langue francaise\s"),
    ("TEF", r"(?<![a-z])tef\b|test d'evaluation (?:de|du) francais"),
    ("TCF", r"(?<![a-z])tcf\b|test de (?:re)?connaissance du francais"),
)
_NAME = tuple((name, re.compile(pattern, re.ASCII)) for name, pattern in _NAMES)
_ELSEWHERE = re.compile(r"(?<![a-z])(?:nclc|clb|canada|quebec|quebecoise?)(?![a-z])", re.ASCII)
"""What the tests for Canada or Québec say: beside it a bare « TCF » or « TEF » may be half a name."""
_FOR_ALL = re.compile(r"tout public|tous publics|structures? de la langue|lexique|score global|etudes\b", re.ASCII)
"""What only the tests for everyone say or have: without it a bare « TCF » or « TEF » may be any of the family."""
_DIPLOMA_LEVEL = re.compile(
    r"(?<![a-z])(?:delf|dalf|diplome (?:approfondi de|d'etudes en) langue francaise)(?![a-z])[^.0-9]{0,60}?"
    r"(?<![a-z])(?P<level>[abc][12])(?![0-9])",
    re.ASCII,
)
_LEVEL_LINE = re.compile(r"niveau (?P<level>[abc][12]) du cadre", re.ASCII)
EXPECTED = ("person.name", "test.name", "test.date")
TWO_YEARS = 2
NEW_SCALE = "2019-10"
"""The month from which TEF scores go to 699; on later papers those to 300, 360 and 450 are the « ancien score »."""


def find_fields(paper: Paper) -> Iterator[Finding]:
    """All that the paper says."""
    name = _test_name(paper)
    date = _test_date(paper)
    total, whole_level = find_total(paper)
    identity = (
        find_person(paper),
        find_birth_date(paper),
        referenced(paper, _CANDIDATE)
        or labelled_reference(paper, ("candidate_number", "paper_number", "any_number"))
        or referenced(paper, _REGISTERED),
    )
    dates = (find_issued(paper), date)
    results = list(_results(paper, "" if name is None else str(name.value), "" if date is None else str(date.value)))
    if name is not None and name.value in ("TCF", "TEF") and not results:
        name = name.doubted(2)  # the bare name of a paper whose rest was not read may be the half of « TCF Canada »
    if name is not None and name.value in ("TCF", "TEF") and (_ELSEWHERE.search(paper.flat) or not _FOR_ALL.search(paper.flat)):
        name = name.doubted(2)
    total, results = _summed(total, _without_ceilings(results))
    for finding in (name, *identity, *dates, total, first((_diploma_level(paper), whole_level))):
        if finding is not None:
            yield finding
    yield from results


def find_issues(findings: list[Finding], today: dt.date) -> Iterator[Issue]:
    """What the person should know: a result over two years old, a detail or all scores missing."""
    given = {finding.name for finding in findings}
    yield from (Issue("missing_field", field=name) for name in EXPECTED if name not in given)
    if not any(name.endswith(".score") for name in given):
        yield Issue("missing_field", field="listening.score")
    dates = [str(finding.value) for finding in findings if finding.name in ("test.date", "issued_on")]
    horizon = f"{today.year - TWO_YEARS}{today.isoformat()[4:]}"
    if dates and min(dates) < horizon[: len(min(dates))]:
        yield Issue("expired_result")


def _test_name(paper: Paper) -> Finding | None:
    """Which test it is. Told twice, by its short and its long name, it is sure; told as two tests, it is not."""
    if _NOT_TAKEN.search(paper.flat):
        return None
    for position, (name, pattern) in enumerate(_NAME):
        matches = list(pattern.finditer(paper.flat))
        if matches:
            rivals = [
                other
                for other, rival in _NAME[position + 1 :]
                if other.partition("_")[0] != name.partition("_")[0]
                and not (name == "TEFAQ" and other == "TEF")
                and not _only_named(name, matches[0], other, rival)
                and rival.search(paper.flat)
            ]
            start, end = matches[0].span()
            return Finding(
                "test.name",
                name,
                ((start, end - (paper.plain[end - 1].isspace())),),
                "phrase",
                2 * bool(rivals),
                agreed=len(matches) > 1 or any(one == name and way.search(paper.flat) for one, way in _NAME[position + 1 :]),
            )
    return None


def _only_named(name: str, found: re.Match[str], other: str, rival: re.Pattern[str]) -> bool:
    """Whether a diploma that is told with its level, « DELF B2 », has the other one beside it by its long name only."""
    return {name, other} == {"DELF", "DALF"} and found[0][-1].isdigit() and "diplome" in rival.pattern


def _test_date(paper: Paper) -> Finding | None:
    """The day of the test; for DELF and DALF the month of the session, whose letter says no more."""
    found = [
        date_finding(paper, "test.date", date, "label")
        for value in labelled(paper, "test_date")
        for date in paper.dates_in(value.span)[:1]
    ]
    found += [date_finding(paper, "test.date", date, "phrase") for date in paper.dates if _sat_on(paper, date)]
    if not found:
        return _date_left(paper)
    best = next((other for other in found if str(other.value).startswith(f"{found[0].value}-")), found[0])  # a session's number, its day
    if len(str(best.value)) == 7:
        best = replace(best, doubts=0)
    return best.doubted(2) if any(not str(best.value).startswith(str(other.value)) for other in found) else best


_SAT = re.compile(
    r"(?:session(?: (?:du|de|d'|of))?|(?<![a-z])(?:passe|passee|presentee?|subi|sat|took|taken|epreuves?|examen)(?![a-z])[^.;:]{0,75}?"
    r"(?<![a-z])(?:le|du|on|en))\s$",
    re.ASCII,
)
_ANOTHER_DATE = re.compile(r"decret|arrete du|delivr|editee?|etabli|issued|(?<![a-z])(?:nee?|born|valable|valid|until"
    r"|jusqu)(?![a-z])", re.ASCII)


def _sat_on(paper: Paper, date: DateFound) -> bool:
    """Whether a sentence says that the test was sat on a date: « s'est présenté au … le », "took the … on"."""
    said = _SAT.search(before(paper, date.start))
    return said is not None and _ANOTHER_DATE.search(said[0]) is None


def _date_left(paper: Paper) -> Finding | None:
    """The one date that is neither of a birth nor of the paper nor the end of its validity: most likely the test's."""
    issued, born = find_issued(paper), find_birth_date(paper)
    known = {str(finding.value) for finding in (issued, born) if finding is not None}
    left = [
        date
        for date in paper.dates
        if is_day(date.value) and date.value not in known and not _ANOTHER_DATE.search(before(paper, date.start, 30))
    ]
    if issued is None or len({date.value for date in left}) != 1 or not earlier(left[0].value, str(issued.value)):
        return None
    return date_finding(paper, "test.date", left[0], "inferred", 1)


def _diploma_level(paper: Paper) -> Finding | None:
    levels = [*_DIPLOMA_LEVEL.finditer(paper.flat), *_LEVEL_LINE.finditer(paper.flat)]
    if not levels or _DIPLOMA_LEVEL.search(paper.flat) is None:
        return None
    said = {match["level"] for match in levels}
    return Finding(
        "test.cefr", levels[0]["level"].upper(), (levels[0].span("level"),), "label", 3 * (len(said) > 1), agreed=len(levels) > 1
    )


def _results(paper: Paper, test: str, date: str) -> Iterator[Finding]:
    results = [_scaled(result, test, date) for result in _all_results(paper)]
    by_skill = {(result.skill, result.sort): result for result in results}
    for result in results:
        partner = by_skill.get((result.skill, "level" if result.sort == "score" else "score"))
        finding = result_finding(result, partner)
        yield _checked_nclc(finding, result, partner, test, date) if result.sort == "nclc" else finding


def _all_results(paper: Paper) -> list[Result]:
    """Results in rows, in columns, in sentences: each skill's once, in doubt where two places differ."""
    known: dict[tuple[str, str], Result] = {}
    told = (*find_results(paper), *results_in_columns(paper), *results_in_sentences(paper)) or results_beside_names(paper)
    for result in told:
        first_read = known.setdefault((result.skill, result.sort), result)
        if first_read.value != result.value:
            known[result.skill, result.sort] = replace(first_read, doubts=max(first_read.doubts, 2))
    return list(known.values())


def _without_ceilings(results: list[Finding]) -> list[Finding]:
    """Scores of which two are the very top of a scale that is cut off: most likely the scale that was read, not the result."""
    tops = [finding for finding in results if finding.name.endswith(".score") and finding.value in IRN]
    return [finding.doubted(3) if len(tops) > 1 and finding in tops else finding for finding in results]


def _summed(total: Finding | None, results: list[Finding]) -> tuple[Finding | None, list[Finding]]:
    """The marks of DELF and DALF beside their total: the four that make it up are borne out, and bear it out."""
    scores = [finding for finding in results if finding.name.endswith(".score")]
    if total is None or len(scores) != 4 or any(float(score.value) > 25 for score in scores):
        return total, results
    fits = abs(sum(float(score.value) for score in scores) - float(total.value)) < 0.01
    return _borne_out(total, fits), [_borne_out(finding, fits) if finding in scores else finding for finding in results]


def _borne_out(finding: Finding, fits: bool) -> Finding:
    return replace(finding, agreed=fits, doubts=finding.doubts + (not fits))


def _scaled(result: Result, test: str, date: str) -> Result:
    """A score with the scale that its test has, where none is printed beside it; one beyond either scale is doubted."""
    if result.sort != "score":
        return result
    of_test = _most(result.skill, test, date)
    most = result.most or of_test
    beyond = any(scale is not None and float(result.value) > scale for scale in (most, of_test))
    old = test.startswith("TEF") and date >= NEW_SCALE and most in (300, 360, 450)
    return replace(result, most=most, doubts=result.doubts + 2 * beyond + 3 * old)


def _most(skill: str, test: str, date: str) -> int | None:
    if test.startswith("TCF"):
        return 699 if skill in ("listening", "reading") else 20
    if test in ("DELF", "DALF"):
        return 25
    return 699 if test.startswith("TEF") and date >= NEW_SCALE else None


def _checked_nclc(finding: Finding, result: Result, score: Result | None, test: str, date: str) -> Finding:
    """An NCLC beside the one that its score means: the same strengthens it, another weakens it."""
    meant = None if score is None else nclc_of(test, result.skill, float(score.value), date)
    if meant is None:
        return finding
    said = 3 if result.value == "<4" else min(int(result.value), 10)
    return replace(finding, agreed=said == meant, doubts=finding.doubts + 2 * (said != meant))
