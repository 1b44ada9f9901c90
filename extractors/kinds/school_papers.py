"""Papers about studies that are no diploma: a transcript, an evaluation by a ministry or an agency. And papers of no known
kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.finding import Finding
from extractors.fields.labels import labelled
from extractors.fields.levels import find_credentials
from extractors.fields.where.places import country_of
from extractors.kinds.diploma import find_numbers
from extractors.kinds.parts.credential import find_country, find_credential, find_institution, find_volume
from extractors.kinds.parts.dating import date_finding, find_issued
from extractors.kinds.parts.person import find_birth_date, find_person
from extractors.kinds.parts.reference import labelled_reference, referenced
from extractors.paper import Cell, Paper

_AWARDED = re.compile(
    r"(?:obtenue?|decernee?|conferee?|conferred|awarded|graduated|degree (?:conferred|awarded|granted)"
    r"|diplome (?:decerne|obtenu)|grade obtenu|sanction)[a-z ]{0,20}(?: le| on|:)? ?$",
    re.ASCII,
)
_FILE_NUMBER = re.compile(
    r"(?:numero|n°|no\.?) (?:de )?(?:dossier"
    r"|reference)\s?[:\t]?\s?(?P<number>[a-z0-9][a-z0-9 -]{2,18}[0-9])|(?:reference|file) (?:no\.?"
    r"|number)\s?[:\t]?\s?(?P<other>[a-z0-9-]{4,18})",
    re.ASCII,
)
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
    yield from (finding for finding in find_volume(paper) if finding.name == "study.credits")
    for date in paper.dates:
        if _AWARDED.search(" ".join(paper.plain[max(0, date.start - 50) : date.start].split()) + " "):
            yield date_finding(paper, "conferred_on", date, "phrase")
            break


def find_evaluation(paper: Paper) -> Iterator[Finding]:
    """An evaluation: the foreign credential that it speaks of, by its own labels or its table. The level is what it was at
    home."""
    yield from _identity(paper)
    number = labelled_reference(
        paper,
        (
            (
                r"(?:numero|n°|no\.?) (?:de )?(?:dossier|reference)|(?:reference|file"
                r"|wes reference) (?:no\.?|number)"
            ),
        ),
    )
    if number is not None:
        yield number
    found = list(_tabled(paper)) or list(_labelled_credential(paper))
    yield from found
    country = next((str(finding.value) for finding in found if finding.name == "institution.country"), None)
    for title in (finding for finding in found if finding.name == "credential.title"):
        credential = next(find_credentials(str(title.value).lower(), country), None)
        if credential is not None and credential.level is not None:
            yield Finding("credential.level", credential.level, (), "inferred", 1)
    for value in (*labelled(paper, "field"), *labelled(paper, "wide_field")):
        if value.sure:
            yield Finding("credential.field", paper.words(value.span).strip(" ."), (value.span,), "label")
            break


def find_other(paper: Paper) -> Iterator[Finding]:
    """Of a paper that is none of the known kinds: the person and the dates, for the file."""
    yield from _identity(paper)


def _identity(paper: Paper) -> Iterator[Finding]:
    yield from (finding for finding in (find_person(paper), find_birth_date(paper), find_issued(paper)) if finding is not None)


def _programme(paper: Paper, country: str | None) -> list[Finding]:
    """The credential that stands beside the label of the program."""
    for value in labelled(paper, r"(?:programme?(?: d'etudes)?|degree|diplome)"):
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
        return found
    return []


def _labelled_credential(paper: Paper) -> Iterator[Finding]:
    for name, label in (
        ("credential.title", r"credential|diplome|titre"),
        (
            "institution.name",
            (
                r"awarded by|institution"
                r"|etablissement"
                r"|issuing institution"
            ),
        ),
    ):
        value = next((value for value in labelled(paper, label) if value.sure), None)
        if value is not None:
            yield Finding(name, paper.words(value.span), (value.span,), "label")
    country = find_country(paper)
    if country is not None and country.pattern == "label":
        yield country
    for value in labelled(paper, r"year awarded|annee d'obtention|year"):
        year = _YEAR.search(paper.plain, *value.span)
        if year is not None:
            yield Finding("conferred_on", year[0], (year.span(),), "label")
            break


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
        return None
    return None if sort is None else Finding(sort, words, (cell.span,), "label")


def file_number(paper: Paper) -> Finding | None:
    """The number of the file that an evaluation belongs to."""
    return referenced(paper, _FILE_NUMBER)
