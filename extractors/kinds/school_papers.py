"""Papers about studies that are no diploma: a transcript, an evaluation by a ministry or an agency. And papers of no known
kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Span
from extractors.fields.labels import labelled
from extractors.fields.levels import find_credentials
from extractors.fields.text.plain import plain
from extractors.fields.where.places import country_of
from extractors.kinds.diploma import find_numbers
from extractors.kinds.parts.credential import find_country, find_credential, find_institution
from extractors.kinds.parts.dating import date_finding, find_issued
from extractors.kinds.parts.reference import labelled_reference
from extractors.kinds.people.birth import find_birth_date
from extractors.kinds.people.person import find_person
from extractors.kinds.study.award import awarded
from extractors.kinds.study.evaluated import evaluated
from extractors.kinds.study.field import find_study_field
from extractors.kinds.study.period import find_study_period, labelled_study_period
from extractors.kinds.study.volume import find_volume
from extractors.paper import Cell, Paper

_YEAR = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)
_COLUMNS = (
    ("credential.title", r"titre|diplome|credential|title|document"),
    (
        "institution.name",
        (
            r"etablissement"
            r"|institution"
            r"|awarded by|issuing"
        ),
    ),
    ("institution.country", r"pays|country"),
    ("conferred_on", r"annee|year"),
)


def find_transcript(paper: Paper) -> Iterator[Finding]:
    """A transcript: whose, of which program, at which school; the day of the award where it says one."""
    country = find_country(paper)
    yield from _identity(paper)
    yield from (finding for finding in (find_institution(paper), country) if finding is not None)
    yield from find_numbers(paper)
    programme = _programme(paper, None if country is None else str(country.value))
    yield from programme or find_credential(paper, None if country is None else str(country.value))
    yield from (finding for finding in find_volume(paper) if finding.name in ("study.credits", "study.hours"))
    yield from (labelled_study_period(paper) or find_study_period(paper))
    award = awarded(paper, paper.dates)
    if award is not None:
        yield award


def find_evaluation(paper: Paper) -> Iterator[Finding]:
    """An evaluation: the foreign credential that it speaks of, by its own labels or its table. The level is what it was at
    home."""
    awarded_on = next((date for date in paper.dates if _DELIVERED.search(paper.plain, max(0, date.start - 40), date.start)), None)
    yield from _identity(paper, None if awarded_on is None else awarded_on.span)
    yield from find_study_period(paper)
    number = labelled_reference(
        paper,
        (
            (
                r"(?:numero|n°|no\.?) (?:de )?(?:dossier|reference)(?: individuelle?)?|(?:reference|file"
                r"|wes reference) (?:no\.?|number)"
            ),
        ),
    )
    if number is not None:
        yield number
    found: dict[str, Finding] = {}
    country = next((finding for finding in _labelled_credential(paper) if finding.name == "institution.country"), None)
    said = evaluated(paper, None if country is None else str(country.value))
    for finding in (*_tabled(paper), *_labelled_credential(paper), *_labelled_field(paper), *said):
        found.setdefault(finding.name, finding)
    if awarded_on is not None:
        told = date_finding(paper, "conferred_on", awarded_on, "phrase")
        year = found.get("conferred_on")
        if year is None or str(told.value).startswith(str(year.value)):
            found["conferred_on"] = told
        else:  # the year of the award stands beside its label: the sheet may have been made out later
            found["conferred_on"] = replace(year, doubts=year.doubts + 1, others=(told.value,))
    yield from found.values()
    if "credential.title" in found and "credential.level" not in found:
        yield from _level_of(found["credential.title"], country or found.get("institution.country"))


def _level_of(title: Finding, country: Finding | None) -> Iterator[Finding]:
    credential = next(find_credentials(plain(str(title.value)), None if country is None else str(country.value)), None)
    if credential is not None and credential.level is not None:
        yield Finding("credential.level", credential.level, (), "inferred", 1)


def _labelled_field(paper: Paper) -> Iterator[Finding]:
    for label, doubts in (("field", 0), ("wide_field", 1)):
        for value in labelled(paper, label):
            if value.sure:
                yield Finding("credential.field", paper.words(value.span).strip(" ."), (value.span,), "label", doubts)


def find_other(paper: Paper) -> Iterator[Finding]:
    """Of a paper that is none of the known kinds: the person and the dates, for the file."""
    yield from _identity(paper)


_DELIVERED = re.compile(r"(?:diplome|titre|grade|credential|degree) (?:(?:delivre|obtenu|decerne|confere|octroye)e?s? le"
                        r"|(?:awarded|conferred|issued|granted) (?:on )?)\s*$", re.ASCII)
"""When the credential that is compared was awarded: not the date of the paper that compares it."""


def _identity(paper: Paper, besides: Span | None = None) -> Iterator[Finding]:
    yield from (finding for finding in (find_person(paper), find_birth_date(paper), find_issued(paper, besides)) if finding is not None)


def _programme(paper: Paper, country: str | None) -> list[Finding]:
    """The credential that stands beside the label of the program."""
    for value in labelled(paper, r"(?:programme?(?: d'etudes)?|degree|diplome|award(?=\s?:|\s*$))"):
        credential = next(find_credentials(paper.folded(value.span), country), None)
        if credential is None:
            continue
        start = value.span[0] + credential.span[0]
        span = (start, value.span[0] + credential.span[1])
        found = [Finding("credential.title", paper.words(span), (span,), "label")]
        if credential.level is not None:
            found.append(Finding("credential.level", credential.level, (), "inferred", agreed=not credential.weak))
        field = re.search(r"\s(?:en|in|em)\s(?P<field>.{3,70})$", paper.folded(span))
        if field is not None:
            inside = (span[0] + field.start("field"), span[1])
            found.append(Finding("credential.field", paper.words(inside), (inside,), "label"))
        elif (other := find_study_field(paper, span)) is not None:
            found.append(other)
        return found
    return []


def _labelled_credential(paper: Paper) -> Iterator[Finding]:
    for name, label in (
        ("credential.title", r"credential|diplome|titre(?: du (?:diplome|document))?"),
        (
            "institution.name",
            (
                r"awarded by|institution"
                r"|etablissement(?: et pays)?"
                r"|issuing institution"
            ),
        ),
    ):
        values = [value for value in labelled(paper, label) if value.sure]
        several = len({paper.words(value.span).lower() for value in values}) > 1
        spans = [_name_alone(paper, value.span) if name == "institution.name" else value.span for value in values[:1]]
        yield from (Finding(name, paper.words(span), (span,), "label", 2 * several) for span in spans)
    country = find_country(paper)
    if country is not None and country.pattern == "label":
        yield country
    for value in labelled(paper, r"year (?:of )?(?:award(?:ed)?|completion|graduation|conferral)|annee (?:d'obtention|de delivrance"
        r"|du diplome|de fin)|(?:delivre|obtenu|decerne)e? en(?=\s?:|\s*$)|year"):
        year = _YEAR.search(paper.plain, *value.span)
        if year is not None:
            yield Finding("conferred_on", year[0], (year.span(),), "label")
            break


def _name_alone(paper: Paper, span: Span) -> Span:
    """« Instituto Sierra, Arequipa (PÉROU) »: a school's name without its place."""
    place = re.search(r",\s[^,(]{3,40}\s?\([^)]{3,40}\)\s*$|\s\([^(),]{3,30},\s[^(),]{3,30}\)\s*$", paper.text[slice(*span)])
    return (span[0], span[0] + place.start()) if place else span


def _tabled(paper: Paper) -> Iterator[Finding]:
    """The first row below a header « Titre | Établissement | Pays | Année »."""
    for number, row in enumerate(paper.rows[:-1]):
        sorts = [next((name for name, pattern in _COLUMNS if re.match(pattern, paper.folded(cell.span))), None) for cell in row]
        if len({sort for sort in sorts if sort}) >= 3 and len(paper.rows[number + 1]) == len(row):
            yield from (
                finding
                for sort, cell in zip(sorts, paper.rows[number + 1], strict=True)
                if (finding := _cell(paper, sort, cell)) is not None
            )
            return


def _cell(paper: Paper, sort: str | None, cell: Cell) -> Finding | None:
    words = paper.words(cell.span)
    if sort == "institution.country":
        told = country_of(paper.folded(cell.span))
        return None if told is None else Finding(sort, told[0], (cell.span,), "label")
    if sort == "conferred_on":
        year = _YEAR.fullmatch(words)
        return None if year is None else Finding(sort, year[0], (cell.span,), "label", 1)
    return None if sort is None else Finding(sort, words, (cell.span,), "label")
