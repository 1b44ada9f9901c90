"""Papers about a job that are no proof of work done: an offer, a pay slip, a record of employment, a work permit. What comes
for free."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.fields.duties import find_duties
from extractors.fields.finding import Finding
from extractors.fields.labels import labelled
from extractors.fields.numbers import as_json, decimal
from extractors.kinds.jobs.titles import is_title
from extractors.kinds.parts.dating import date_finding, find_issued
from extractors.kinds.parts.employer import find_employer
from extractors.kinds.parts.employer_address import find_country_code
from extractors.kinds.parts.occupation import occupations_of, vouched
from extractors.kinds.parts.position import find_labelled_dates, find_period, find_title
from extractors.kinds.parts.reference import referenced
from extractors.kinds.parts.work_terms import find_salary, find_work_time
from extractors.kinds.people.birth import find_birth_date
from extractors.kinds.people.person import find_person
from extractors.kinds.people.signature import find_signatory
from extractors.paper import Paper

_STARTS = re.compile(
    r"(?:entree en fonctions?|date de debut|debut|start(?:ing)? date|commenc[ei]|begin"
    r"|first day)[a-z ]{0,30}(?:prevue?|fixee?|sera|est|is|will be|on|scheduled)?(?: le| for| on"
    r"| au)?\s?:? (?:(?:lundi|mardi|mercredi|jeudi|vendredi|monday|tuesday|wednesday|thursday|friday),? )?$",
    re.ASCII,
)
_PERMIT = re.compile(r"(?<![a-z0-9])(?P<number>[a-z] ?[0-9]{9})(?![0-9])", re.ASCII)
_SERIAL = re.compile(r"(?:serial (?:number|no\.?)|(?:numero|n°"
    r"|no\.?) de serie)\s?[:\t]?\s?(?P<number>[a-z] ?[0-9]{7,9})(?![0-9])", re.ASCII)
_MONTH_OF_PAY = re.compile(r"(?:month of|mois de|periode (?:de paie )?:?|pay period:?)\s{1,2}$", re.ASCII)
_TO_EMPLOYER = re.compile(
    r"(?:employer'?s? name(?: and address)?"
    r"|nom (?:et adresse )?de l'employeur)\s{1,3}(?P<name>[^\t\n0-9]{4,60}?)\s(?=[0-9]|\t|\n|$)",
    re.ASCII,
)
_TO_EMPLOYEE = re.compile(
    r"(?:employee'?s? name(?: and address)?|nom (?:et adresse )?(?:de l'employee?"
    r"|du salarie))\s{1,3}(?P<name>[^\t\n0-9,]{4,60}?),?\s(?=[0-9]|\t|\n|$)",
    re.ASCII,
)


def find_offer(paper: Paper) -> Iterator[Finding]:
    """An offer or a contract: as a letter, but all of it is still to come."""
    employer = list(find_employer(paper))
    yield from (*_identity(paper), *employer)
    yield from find_signatory(paper)
    starts = [
        date for date in paper.dates if _STARTS.search(" ".join(paper.plain[max(0, date.start - 60) : date.start].split()) + " ")
    ]
    labels = [finding for finding in find_labelled_dates(paper) if finding.name == "position.start_date"]
    yield from labels or [date_finding(paper, "position.start_date", date, "phrase") for date in starts[:1]]
    yield from _end_of_offer(paper)
    duties = [one for one in (find_duties(paper),) if one is not None]
    yield from _job(paper, [*employer, *duties])
    yield from duties


_TERM = re.compile(r"\b(?:duree|contrat|terme|duration|contract|term|periode?)\b[^.\n]{0,80}\b(?:jusqu'au|au|until|to"
                   r"|ending)\s(?:the )?$", re.ASCII)


def _end_of_offer(paper: Paper) -> Iterator[Finding]:
    """When an offered contract ends: « Durée : deux ans, jusqu'au 28 février 2029 »."""
    ends = [date for date in paper.dates if _TERM.search(paper.flat[max(0, date.start - 110) : date.start])]
    yield from (date_finding(paper, "position.end_date", date, "phrase") for date in ends[:1] if len({end.value for end in ends}) == 1)


def find_pay_slip(paper: Paper) -> Iterator[Finding]:
    """A pay slip: who was paid by whom for what work; its month where no day of payment is printed."""
    issued = list(_identity(paper))
    yield from issued
    if not any(finding.name == "issued_on" for finding in issued):
        yield from (
            date_finding(paper, "issued_on", date, "phrase")
            for date in paper.dates
            if _MONTH_OF_PAY.search(paper.plain[max(0, date.start - 30) : date.start])
        )
    employer = list(find_employer(paper))
    yield from employer
    yield from (finding for finding in find_labelled_dates(paper, with_period=False) if finding.name == "position.start_date")
    yield from _job(paper, employer, with_pay=False)
    salary = find_salary(paper, find_country_code(paper))
    if salary is not None and salary.pattern == "label" and salary.value["period"] == "hour":
        yield salary
    elif (rate := _regular_rate(paper)) is not None:
        yield rate


_REGULAR = re.compile(r"(?:salaire (?:regulier|de base)|heures regulieres|regulier|regular(?: pay| hours| wages| earnings)?|base(?: "
                      r"pay)?)\s*$", re.ASCII)
_OF_RATE = re.compile(r"(?:taux(?: horaire)?|(?:hourly |pay )?rate)\s*$", re.ASCII)
_OF_HOURS = re.compile(r"(?:heures|hours|hrs|h\.)\s*$", re.ASCII)
_CENTS = re.compile(r"(?<=[.,][0-9]{2})[0-9]{1,2}$", re.ASCII)
"""« 22,7500 »: parts of a cent."""
_HOURLY = range(5, 300)
"""Dollars an hour that a slip may tell."""


def _regular_rate(paper: Paper) -> Finding | None:
    """« Salaire régulier   80,00   23,75   1 900,00 » under « Heures   Taux   Courant »: pay by the hour, in Canada's dollars."""
    country = find_country_code(paper) or ""
    for number, row in enumerate(paper.rows[:-1] if country.startswith("CA") else ()):
        rate = next((cell for cell in row if _OF_RATE.match(paper.folded(cell.span).strip())), None)
        if rate is None or not any(_OF_HOURS.match(paper.folded(cell.span).strip()) for cell in row):
            continue
        for below in paper.rows[number + 1 : number + 4]:
            if len(below) > 2 and _REGULAR.match(paper.folded(below[0].span).strip()):
                under = min(below[1:], key=lambda cell: abs(cell.box.x0 + cell.box.x1 - rate.box.x0 - rate.box.x1))
                paid = decimal(_CENTS.sub("", paper.folded(under.span).strip(" $")))
                if paid is not None and int(paid) in _HOURLY:
                    value = {"amount": as_json(paid), "currency": "CAD", "period": "hour"}
                    return Finding("position.salary", value, (under.span,), "label")
    return None


def find_record(paper: Paper) -> Iterator[Finding]:
    """A record of employment: numbered boxes with the first and the last day, and the occupation."""
    for name, pattern in (("employer.name", _TO_EMPLOYER), ("person.name", _TO_EMPLOYEE)):
        match = pattern.search(paper.plain)
        if match is not None:
            yield Finding(name, paper.words(match.span("name")), (match.span("name"),), "label", 1)
    number = referenced(paper, _SERIAL)
    if number is not None:
        yield number
    yield from _identity(paper)
    yield from (finding for finding in find_employer(paper) if finding.name != "employer.name")
    yield from find_labelled_dates(paper)
    yield from _job(paper, with_pay=False)


def find_permit(paper: Paper) -> Iterator[Finding]:
    """A work permit: the person, the number of the permit, the day it was issued, and the employer it is tied to."""
    yield from _identity(paper)
    number = referenced(paper, _PERMIT)
    if number is not None:
        yield number
    for name, label in (
        ("employer.name", r"employer(?: ?/ ?employeur)?|employeur"),
        (
            "employer.place",
            (
                r"employment location(?: ?/ ?[a-z' ]{3,30})?"
                r"|lieu d'emploi"
            ),
        ),
        ("position.title", r"occupation(?: ?/ ?profession)?"),
    ):
        value = next((value for value in labelled(paper, label) if value.sure), None)
        if value is not None:
            yield Finding(name, paper.words(value.span), (value.span,), "label", 1)


def _identity(paper: Paper) -> Iterator[Finding]:
    yield from (finding for finding in (find_person(paper), find_birth_date(paper), find_issued(paper)) if finding is not None)


_SUBJECT = re.compile(
    r"(?:offre d'emploi|promesse d'embauche|offer of employment|(?:job|employment) offer)\s?[-:]\s?(?P<title>[a-z][^\n\t,;:0-9]{3,60})$",
    re.ASCII | re.MULTILINE,
)


def _title_of_subject(paper: Paper) -> Finding | None:
    """What an offer's subject line names in small letters: « Offre d'emploi – mécanicien »; a name would have capitals."""
    match = _SUBJECT.search(paper.plain)
    if match is None or paper.words(match.span("title")).istitle() or not is_title(match["title"]):
        return None
    return Finding("position.title", paper.words(match.span("title")), (match.span("title"),), "layout", 1)


def _job(paper: Paper, known: Sequence[Finding] = (), with_pay: bool = True) -> Iterator[Finding]:
    """The position; `known`: what tells of its occupation besides its title, employer and duties."""
    title = find_title(paper) or _title_of_subject(paper)
    if title is not None:
        yield vouched(title)
        yield from occupations_of([title, *known])
    if with_pay:
        salary = find_salary(paper, find_country_code(paper))
        if salary is not None:
            yield salary
        yield from find_work_time(paper)
        yield from (finding for finding in find_period(paper) if finding.name == "position.start_date")
