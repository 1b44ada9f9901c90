"""A letter of an employer on work done: who, where, as what, from when to when, how many hours, for what pay, doing what.

It comes as prose, as a table of labels, as a form, or as a list of positions. What the law makes employers write is little
(nature and duration of the job), so that gaps are told as missing details, not as faults of the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from extractors.evidence import Issue
from extractors.fields.duties import find_duties
from extractors.fields.duties_of_each import lists_behind_heads, of_their_heads
from extractors.fields.finding import Finding, Span, first
from extractors.fields.labels import labelled
from extractors.fields.money import find_pay
from extractors.fields.text.plain import key, plain
from extractors.fields.when.beside import is_accounted_for
from extractors.fields.when.dates import earlier, is_day
from extractors.fields.when.periods import PRESENT, about_else, find_periods, sentences
from extractors.kinds.jobs.ongoing import goes_on
from extractors.kinds.jobs.titles import titles_held
from extractors.kinds.parts.dating import find_issued
from extractors.kinds.parts.employer import find_employer
from extractors.kinds.parts.employer_address import find_country_code
from extractors.kinds.parts.occupation import is_known, occupations_of, vouched
from extractors.kinds.parts.position import find_labelled_dates, find_period, find_title
from extractors.kinds.parts.reference import letter_reference
from extractors.kinds.parts.several_positions import find_positions
from extractors.kinds.parts.work_terms import find_internship, find_salary, find_work_time
from extractors.kinds.people.birth import find_birth_date
from extractors.kinds.people.person import find_person
from extractors.kinds.people.signature import find_signatory
from extractors.paper import Paper

EXPECTED = (
    "person.name",
    "employer.name",
    "position.title",
    "position.start_date",
    "position.end_date",
    "position.hours_per_week",
    "position.duties",
    "issued_on",
)


def find_fields(paper: Paper) -> Iterator[Finding]:
    """All that the letter says."""
    birth, issued = find_birth_date(paper), _issued(paper)
    identity = [finding for finding in (find_person(paper), birth, issued, letter_reference(paper)) if finding is not None]
    yield from identity
    employer = list(find_employer(paper))
    yield from employer
    yield from find_signatory(paper)
    jobs = list(map(vouched, find_jobs(paper)))
    unexplained = _unexplained(paper, [*identity, *jobs])
    yield from (finding.perhaps_anothers(2) if unexplained and finding.name in _BOUNDS and not _of_a_table(finding, jobs) else finding
                for finding in jobs)
    yield from occupations_of([*employer, *jobs])


def _of_a_table(bound: Finding, jobs: list[Finding]) -> bool:
    """Whether a bound stands beside labels or under heads that several positions have: those tell all of them."""
    return bound.pattern == "label" and any(job.group for job in jobs)


def _issued(paper: Paper) -> Finding | None:
    """The letter's own date; in doubt where the letter tells of a later day of the past as well."""
    found = find_issued(paper)
    if found is None or found.pattern == "layout":
        return found
    later = [date for date in paper.dates if is_day(date.value) and earlier(str(found.value), date.value)
             and not about_else(paper.flat, date.span) and not _TO_COME.search(paper.flat, max(0, date.start - 60), date.start)]
    return found.doubted(2) if later else found


_TO_COME = re.compile(r"\b(?:valid[a-z]*|expir[a-z]*|jusqu'au|until|echeance|printed|imprime|verified|verifie|effective"
    r"|a compter du|prevue?|due)\b"
                      r"[^.]{0,40}$", re.ASCII)
"""What a letter says of days after its own."""
_BOUNDS = ("position.start_date", "position.end_date")


def _unexplained(paper: Paper, findings: list[Finding]) -> bool:
    """Whether the letter has dates that nothing accounts for: it may tell of a time that was not understood."""
    used = {span for finding in findings for span in finding.spans}
    known = {str(finding.value) for finding in findings}
    free = [date for date in paper.dates if date.span not in used and date.form not in ("year_month", "month_year", "boxes")]
    return any(not is_accounted_for(paper.flat, date.span) and str(date.value) not in known for date in free)


def find_jobs(paper: Paper) -> Iterator[Finding]:
    """The positions: a list or table of several, else the one of the labels and sentences; tasks belong to the latest."""
    country = find_country_code(paper)
    jobs = find_positions(paper, country)
    several = perhaps = False
    rest = list(_single(paper, country))
    if not jobs:
        told = [period.start.value for period in find_periods(paper.flat, paper.dates) if period.surely and period.start]
        starts, titles = set(told), titles_held(paper)
        several = _MOVED.search(paper.flat) is not None or (sum(map(is_known, titles)) > 1 and len(told) < 2 * len(starts))
        perhaps = len(starts) > 1 or len(titles) > 1
        jobs = [_of_which(finding, several, perhaps) if finding.name in _TERMS else finding for finding in rest]
    else:
        jobs += _told_beside(paper, jobs, country)
        said = {finding.name for finding in jobs}
        rest = [one.doubted(2) if one.name == "position.salary" and _tells_several_pays(paper) else one for one in rest]
        owned = (finding.in_group(owner or 0) for finding in rest if finding.name not in (*_BOUNDS, "position.title")
                 if (owner := _owner(paper, jobs, finding)) is not None or finding.name != "position.internship")
        jobs += [one for finding in owned if finding.name not in said and not _may_be_anothers(jobs, finding)
                 for one in _of_all(paper, jobs, finding)]
    yield from jobs
    bounds = [span for job in jobs if job.name in _BOUNDS for span in job.spans]
    if any(job.name == "position.duties" for job in jobs):
        return
    of_each = _tasks_of_each(paper, jobs, list(lists_behind_heads(paper, bounds)))
    duties = None if of_each else find_duties(paper, bounds)
    yield from of_each
    if duties is not None:
        yield _owned(paper, jobs, duties) if any(job.group for job in jobs) else _of_which(duties, several, perhaps)


_LATEST = re.compile(r"\b(?:actuel(?:le)?s?|current|present)\b", re.ASCII)


def _owned(paper: Paper, jobs: list[Finding], duties: Finding) -> Finding:
    """The one list of tasks of several positions: of the latest, surely where its lead says so, or of the one that its lead names."""
    first = paper.row_at(duties.spans[0][0])
    lead = paper.folded(paper.row_span(first - 1)) if first else ""
    named = {job.group for job in jobs if job.name == "position.title" and key(str(job.value)) in key(lead)}
    if len(named) == 1:
        return duties.in_group(named.pop())
    goes_on = any(job.name == "position.end_date" and job.value == PRESENT and job.group == 0 for job in jobs)
    return duties if goes_on and _LATEST.search(lead) else duties.perhaps_anothers()


def _tasks_of_each(paper: Paper, jobs: list[Finding], lists: list[Finding]) -> list[Finding]:
    """A list of tasks for each of several positions, each below its title or a heading that means it; nothing where that is not so."""
    titles = [job for job in jobs if job.name == "position.title"]
    if of_heads := of_their_heads(paper, lists, titles):
        return of_heads
    if len(lists) < 2 or len(lists) != len(titles):
        return []
    owners = [max((title for title in titles if title.spans[0] < one.spans[0]), key=lambda title: title.spans[0], default=titles[0])
              for one in lists]
    if len({owner.group for owner in owners}) < len(lists):
        return []
    return [one.in_group(owner.group).perhaps_anothers() for one, owner in zip(lists, owners, strict=True)]


def _told_beside(paper: Paper, jobs: list[Finding], country: str | None) -> list[Finding]:
    """Hours and pay in the sentence of each position's title and in the one behind it, up to the next title; none of
    a sort that an entry told itself."""
    titles = sorted((job for job in jobs if job.name == "position.title" and job.pattern == "phrase"), key=lambda job: job.spans[0])
    known = {job.name for job in jobs}
    found = [term for start, end, group in _named_again(paper, jobs) for term in _terms(paper, (start, end), country, group)]
    for title, following in zip_longest(titles, titles[1:]):
        start = title.spans[0][1]
        here = [span for span in sentences(paper.flat) if span[1] >= start][:2]
        here = here[:1] + [span for span in here[1:] if not (_FOR_ALL.search(paper.flat, *span) or _BY_TURNS.search(paper.flat, *span))]
        end = here[-1][1] if here else start
        found += _terms(paper, (start, min(end, following.spans[0][0]) if following else end), country, title.group)
    return [one for one in found if one.name not in known]


def _terms(paper: Paper, within: Span, country: str | None, group: int) -> list[Finding]:
    """Hours, full time and pay of a position, told in a stretch."""
    salary = find_salary(paper, country, within)
    return [one.in_group(group) for one in (*find_work_time(paper, within), *([salary] if salary else []))]


_AS = (r"\b(?:as|comme|en tant qu(?:e |')|a titre d(?:e |')|en qualite d(?:e |')|au poste d(?:e |')|in (?:her|his|the) (?:role|position"
       r"|capacity) (?:of|as))\s?(?:an? |the )?")


def _named_again(paper: Paper, jobs: list[Finding]) -> Iterator[tuple[int, int, int]]:
    """The stretches of sentences behind « As Staff Nurse I she … », of the titles of a table or of labels, with each one's group."""
    titles = [(re.compile(_AS + re.escape(plain(str(job.value))) + r"(?![a-z])", re.ASCII), job.group)
              for job in jobs if job.name == "position.title" and job.pattern == "label"]
    for start, end in sentences(paper.flat) if titles else ():
        said = sorted((match.end(), group) for title, group in titles for match in title.finditer(paper.flat, start, end))
        for (begun, group), following in zip_longest(said, said[1:]):
            yield begun, following[0] if following else end, group


def _of_which(term: Finding, several: bool, perhaps: bool) -> Finding:
    """A term of a letter that tells of several positions, or perhaps does."""
    return term.doubted(2) if several else term.perhaps_anothers(2) if perhaps else term


_MOVED = re.compile(r"\bmoved (?:him|her|them|up) |\bpromoted (?:him|her|them)?\b|\bpromue?\b|\bavons confie le poste"
                    r"|\bpassee? de |\btitularisee? |\bsince become\b|\best devenue?\b|\bbecame\b", re.ASCII)
"""Words of a second position, which may have brought other terms."""
_TERMS = ("position.salary", "position.hours_per_week", "position.full_time")
_FOR_ALL = re.compile(r"\btou(?:te)?s les (?:emplois|postes|fonctions)|\bles deux (?:emplois|postes)|\b(?:all"
                      r"|each)(?: of)?(?: the(?:se)?)?(?: two| three| four| five)? "
                      r"(?:positions|roles|posts|jobs|appointments|postings|assignments|designations)"
                      r"|\b(?:tous|chacun de) ces (?:postes|emplois)"
                      r"|pour chacune? de ces|\bhas always (?:been|worked)|a toujours (?:ete|travaille)|in the following (?:capacities"
                      r"|positions|designations|roles|posts)|dans les (?:fonctions"
                      r"|postes|emplois) suivants|\bboth were\b"
                      r"|\bthe (?:two|three|four) (?:positions|roles|posts|jobs|appointments|assignments)\b"
                      r"|dans les (?:deux|trois) cas|in (?:both|all) cases|in each of (?:them|these)|\ball of the above\b"
                      r"|dans chacune? (?:d'eux|d'elles)|\bboth (?:of )?(?:the "
                      r"|these )?(?:above |said "
                      r")?(?:positions"
                      r"|roles|posts|jobs)|throughout|inchangee?s? depuis"
                      r"|l'ensemble de la periode"
                      r"|pour (?:les|chacune? des) (?:deux|trois|quatre) (?:postes|fonctions|emplois|grades)"
                      r"|\b(?:both|les deux) (?:grades|capacities|ranks|titles|designations|periods|periodes)\b"
                      r"|\bces (?:\w+ )?(?:emplois|postes|fonctions) ont ete"
                      r"|les (?:emplois|fonctions|postes) (?:ci-apres|suivante?s|ci-dessous)"
                      r"|as follows|comme suit|conditions ci-", re.ASCII)


_BY_TURNS = re.compile(r"\b(?:premiere?|first)\b[^.]{3,90}\b(?:seconde?|deuxieme|second)\b|\brespecti(?:vement|vely)\b", re.ASCII)
"""« … était de A dans la première fonction et de B dans la seconde »: whose each is must be told by a person."""
_OF_THE_LAST = re.compile(r"\b(?:(?:au|du|pour (?:le|ce)) (?:dernier|present)|a ce dernier) (?:poste|emploi)|\bsalaire actuel"
                          r"|\b(?:titre d'emploi|poste|emploi|fonctions?) actuel(?:les|le)?"
                          r"|\blast drawn|\b(?:final|current"
                          r"|present) (?:[a-z]+ )?(?:salary|pay|wage)|\blast (?:position|post|role)|\bdernier (?:salaire"
                          r"|traitement)",
                          re.ASCII)
"""« Au dernier poste, le salaire est de … »: pay of the latest position, whatever else its sentence speaks of."""


def _of_all(paper: Paper, jobs: list[Finding], term: Finding) -> Iterator[Finding]:
    """A term of the letter for the position that it belongs to, and for each where its sentence speaks of all of them."""
    here = next((span for span in sentences(paper.flat) if span[0] <= term.spans[0][0] < span[1]), term.spans[0])
    yield term.doubted(2) if term.name in _TERMS and _BY_TURNS.search(paper.flat, *here) else term
    if _FOR_ALL.search(paper.flat, *here) and not (term.name == "position.salary" and _OF_THE_LAST.search(paper.flat, *here)):
        yield from (term.in_group(group).doubted(2) for group in sorted({job.group for job in jobs} - {term.group}))


def _tells_several_pays(paper: Paper) -> bool:
    """Whether the letter tells different amounts for the same time: each position has its own."""
    pays = {(pay.amount, pay.period) for pay in find_pay(paper.flat)}
    return len({period for _, period in pays}) < len(pays)


def _may_be_anothers(jobs: list[Finding], term: Finding) -> bool:
    """Whether hours or pay are told in several ways, of several positions: whose they are is then for a person to say."""
    return term.name in _TERMS and term.doubts > 0 and len({job.group for job in jobs}) > 1


def _owner(paper: Paper, jobs: list[Finding], term: Finding) -> int | None:
    """Whose terms a sentence tells: those of the title before them in it; None where it names none."""
    place = term.spans[0][0]
    row = paper.row_at(place)
    beside = {job.group for job in jobs if job.name in ("position.title", *_BOUNDS)
              and any(paper.row_at(span[0]) == row for span in job.spans)}
    if len(beside) == 1:
        return beside.pop()
    here = next((span for span in sentences(paper.flat) if span[0] <= place < span[1]), term.spans[0])
    titles = [job for job in jobs if job.name == "position.title" and job.pattern != "label" and here[0] <= job.spans[0][0] < place]
    return max(titles, key=lambda job: job.spans[0][0]).group if titles else None


def _single(paper: Paper, country: str | None) -> Iterator[Finding]:
    bounds = list(_bounds(paper))
    yield from bounds
    yield from (
        finding for finding in (find_title(paper), find_salary(paper, country), _internship(paper, bounds)) if finding is not None
    )
    yield from find_work_time(paper)


def _internship(paper: Paper, bounds: list[Finding]) -> Finding | None:
    """Whether the job was an internship; in doubt where the sentence that says so has another time than the job's."""
    found = find_internship(paper)
    if found is None:
        return None
    here = next((span for span in sentences(paper.flat) if span[0] <= found.spans[0][0] < span[1]), found.spans[0])
    dates, known = paper.dates_in(here), {span for one in bounds for span in one.spans}
    return found.doubted(3) if dates and known and not known & {date.span for date in dates} else found


def _bounds(paper: Paper) -> Iterator[Finding]:
    """Start and end: beside their labels, else as sentences tell them; what has only a labelled start may go on."""
    beside = {finding.name: finding for finding in find_labelled_dates(paper)}
    said = {finding.name: finding for finding in find_period(paper)}
    start, end = (beside.get(name) or said.get(name) for name in _BOUNDS)
    if "position.start_date" in beside and "position.end_date" not in beside:
        told = said.get("position.start_date")
        same = told is not None and start is not None and told.value == start.value
        end = (end if same or told is None else None) or goes_on(paper, None)
    for date in (start, end):
        other = None if date is None else said.get(date.name)
        if date is not None:
            yield replace(
                date, agreed=other is not None and other is not date and other.value == date.value and other.spans != date.spans
            )


def find_issues(findings: list[Finding]) -> Iterator[Issue]:
    """Details that immigration asks for and the letter lacks; an end before its start."""
    given = {finding.name for finding in findings}
    yield from (Issue("missing_field", field=name) for name in EXPECTED if name not in given)
    for group in {finding.group for finding in findings}:
        dates = {
            finding.name: str(finding.value)
            for finding in findings
            if finding.group == group and finding.name in ("position.start_date", "position.end_date")
        }
        start, end = dates.get("position.start_date"), dates.get("position.end_date")
        if start and end and end != "present" and earlier(end, start):
            yield Issue("date_conflict", field="position.end_date")


def first_label(paper: Paper, label: str) -> Finding | None:
    """The words beside a label, for papers of boxes and labels."""
    return first(
        Finding(label, paper.words(value.span), (value.span,), "label") for value in labelled(paper, label) if value.sure
    )
