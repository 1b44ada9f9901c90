"""What was awarded, by whom, in what: alike on diplomas, transcripts and evaluations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Span
from extractors.fields.labels import labelled
from extractors.fields.levels import CredentialFound, find_credentials
from extractors.fields.where.places import country_of
from extractors.kinds.study.field import find_study_field
from extractors.kinds.study.running import running
from extractors.paper import Cell, Paper

_INTRODUCED = re.compile(
    r"(?:grade (?:academique )?de|degree of|titre de|titulo (?:academico )?de|grado de|diplome suivant"
    r"|examen(?:s|ination)? (?:du|de|of)|ad gradum|title of|diplome de|programme? ?:?"
    r"|credential ?:?)\s*(?:/[^\n:]{3,40})?[:\s]*$",
    re.ASCII,
)
_SCHOOL = re.compile(
    r"universi(?:te|ty|dad|dade|tatea|tas)\b|\bcolleges?\b|\bcegep\b|institut(?:e|o)?\b|\becole\b"
    r"|\bschool\b|academie (?:regionale )?d|haute ecole|polytechni|\bescuela\b|\bboard of\b|\blycee\b"
    r"|centre de formation|\bfaculte\b|\bacademy\b|office du baccalaureat|\bconservatoire\b"
    r"|\bfachhochschule\b|hochschule",
    re.ASCII,
)
_MINISTRY = re.compile(r"minist(?:ere|ry) (?:de|of|du)\b", re.ASCII)
_NO_SCHOOL = re.compile(
    r"^(?:l[ea] |les |l'|given|the (?!universit|college|institute|school)|nous|sur |under|au |du |de |a |vu |il |has "
    r"|having|by |for |este"
    r"|el |bureau|service|serial|office of|vice|president|director|directeur|doyen|recteur|rector|dean"
    r"|secretaire|registra|montant|ce |cette|this)|\b(?:atteste|certif|conf[eè]r|confer|chancellor"
    r"|registrar|signature)",
    re.ASCII,
)
_HOURS = re.compile(
    r"(?<![0-9.,])(?P<n>[1-9][0-9]{0,1}[ ,]?[0-9]{2,3}|[1-9][0-9]{2})\s?(?:heures|hours|h(?![a-z]))(?! ?par"
    r"| ?/| per| a )",
    re.ASCII,
)
_CREDITS = re.compile(
    r"(?<![0-9.,])(?P<n>[1-9][0-9]{0,2})(?:[.,]0)?\s(?:credits?|ects)\b|(?:credits? (?:reussis|obtenus"
    r"|acquis|earned|completed)|total (?:des |of )?credits?|total credits earned"
    r"|credits du programme)\s?[:\t]\s?(?P<after>[1-9][0-9]{1,2})(?![0-9])",
    re.ASCII,
)
_MONTHS = re.compile(r"(?:duree|duration|period)[^.\n]{0,30}?(?<![0-9])(?P<n>[1-9][0-9]?)\s(?:mois|months)", re.ASCII)
_ONLY_QUEBEC = re.compile(
    r"gouvernement du quebec|attestation d'etudes collegiales|diplome d'etudes collegiales"
    r"|attestation de specialisation professionnelle|\bcode permanent\b",
    re.ASCII,
)
_BIRTH_ROWS = re.compile(r"\bnee?\b|\bborn\b|naissance|birth|nationalit|nacid", re.ASCII)


def find_country(paper: Paper) -> Finding | None:
    """The country of the school: told by a label, or by all the paper's words but those about a birth."""
    for value in labelled(paper, "country"):
        told = country_of(paper.folded(value.span))
        if told is not None:
            return Finding("institution.country", told[0], (value.span,), "label")
    only = _ONLY_QUEBEC.search(paper.plain)
    if only is not None:
        return Finding("institution.country", "CA-QC", (), "inferred", agreed=True)
    rows = [paper.folded(paper.row_span(number)) for number in range(len(paper.rows))]
    told = country_of("\n".join(row for row in rows if not _BIRTH_ROWS.search(row)))
    return None if told is None else Finding("institution.country", told[0], (), "inferred", int(told[1] == 0), agreed=told[1] > 1)


def find_credential(paper: Paper, country: str | None) -> Iterator[Finding]:
    """Title, level and field of the main credential of the paper."""
    best = _main(paper, country)
    if best is None:
        field = find_study_field(paper, None)
        if field is not None:
            yield field
        return
    credential, introduced = best
    title = _with_its_sort(paper, _trimmed(paper, credential.span))
    yield Finding("credential.title", paper.words(title), (title,), "phrase" if introduced else "layout")
    field = find_study_field(paper, title)
    if credential.level is not None:
        yield Finding("credential.level", credential.level, (), "inferred", agreed=not credential.weak)
    if field is not None:
        yield field


def find_institution(paper: Paper) -> Finding | None:
    """The school: on a recommendation line, beside a label, at the head of the paper; a ministry where there is none."""
    recommended = re.search(r"recommandation (?:du |de la |de l')(?P<school>[^,\n\t]{4,70})", paper.plain)
    if (
        recommended
        and _SCHOOL.search(recommended["school"])
        and not re.match(r"(?:faculte|l'universite|conseil)", recommended["school"])
    ):
        return Finding("institution.name", paper.words(recommended.span("school")), (recommended.span("school"),), "phrase")
    heads = [
        _head(paper, cell, number) for number, row in enumerate(paper.rows) for cell in row if _is_school(paper, cell, _SCHOOL)
    ]
    for sure in (0, 1, 2):
        found = next((head for head in heads if head.doubts == sure), None)
        if found is not None:
            again = sum(str(found.value).lower() == str(other.value).lower() for other in heads) > 1
            return replace(found, agreed=again)
    ministry = next((cell for cell in paper.cells if _is_school(paper, cell, _MINISTRY)), None)
    return None if ministry is None else Finding("institution.name", paper.words(ministry.span), (ministry.span,), "layout", 2)


def find_volume(paper: Paper) -> Iterator[Finding]:
    """How much study: hours, credits, months, where one figure only is given."""
    for name, pattern in (("study.hours", _HOURS), ("study.credits", _CREDITS), ("study.months", _MONTHS)):
        matches = [
            (match, group)
            for match in pattern.finditer(paper.plain)
            for group in ("n", "after")
            if group in pattern.groupindex and match[group]
        ]
        values = {re.sub(r"[ ,]", "", match[group]) for match, group in matches}
        if len(values) == 1:
            match, group = matches[0]
            yield Finding(name, int(values.pop()), (match.span(group),), "phrase")


def _main(paper: Paper, country: str | None) -> tuple[CredentialFound, bool] | None:
    """The credential that the paper awards: one introduced by « le grade de », else one that begins a cell, in the largest
    letters."""
    best: tuple[float, CredentialFound, bool] | None = None
    for credential in find_credentials(running(paper), country):
        before = paper.plain[max(0, credential.span[0] - 50) : credential.span[0]]
        introduced = _INTRODUCED.search(before) is not None
        cell = _cell_at(paper, credential.span[0])
        starts = cell is not None and credential.span[0] - cell.start <= 2
        height = paper.quote(credential.span).boxes[0].height
        rank = (
            2.0 * introduced
            + starts
            + min(height * 20, 0.9)
            - 0.5 * ("est " in paper.plain[credential.span[1] : credential.span[1] + 6])
        )
        if best is None or rank > best[0]:
            best = (rank, credential, introduced or starts)
    return None if best is None else best[1:]


_SORT = re.compile(
    r"\s*\n(?P<sort>professionnel(?:le)?|national(?:e)?|general|technologique|technique|fondamental(?:e)?|appliquee?"
    r"|(?:de )?recherche|superieure?"
    r"|(?:en |in |of |de |d')[a-z][^\n\t,;:.()]{3,60})\s*(?=\n|$)",
    re.ASCII,
)


def _with_its_sort(paper: Paper, title: Span) -> Span:
    """A title that goes on below in the same letters: « DIPLÔME NATIONAL DE MASTÈRE » / « PROFESSIONNEL »."""
    below = _SORT.match(paper.plain, title[1])
    if below is None:
        return title
    whole = paper.text[title[0] : below.end("sort")]
    height, more = (paper.quote(span).boxes[0].height for span in (title, below.span("sort")))
    same = whole.isupper() or (paper.text[below.start("sort")].islower() and not paper.words(title).isupper())
    return (title[0], below.end("sort")) if same and abs(height - more) < 0.15 * height else title


def _trimmed(paper: Paper, span: Span) -> Span:
    """The title without what runs on behind it: a code, a mention, a sentence."""
    stop = re.search(
        r"\s(?:avec|with|a ete|est |lui |le [0-9a-z]|on [0-9a-z]|et (?:lui|devient|jouit)|sous|mention|specialite|speciality"
        r"|au titre|pour|having|from|cum iur"
        r"|cum omn|which|and has|,|\((?!ph))",
        paper.folded(span) + " ",
    )
    end = span[0] + stop.start() if stop and stop.start() > 3 else span[1]
    return span[0], span[0] + len(paper.plain[span[0] : end].rstrip(" -"))


def _is_school(paper: Paper, cell: Cell, pattern: re.Pattern[str]) -> bool:
    text = paper.folded(cell.span).strip()
    return bool(pattern.search(text)) and len(text) < 90 and not _NO_SCHOOL.search(text) and paper.text[cell.start].isupper()


def _head(paper: Paper, cell: Cell, number: int) -> Finding:
    """A school's name in a cell; one low on the page, or with a sentence's full stop, is doubted."""
    end = cell.end
    cut = re.search(r"\s-\s|\s?:\s|, ", paper.folded(cell.span))
    if (
        cut
        and cut.start() > 8
        and not _SCHOOL.search(paper.folded(cell.span), cut.end())
        and "board" not in paper.folded(cell.span)
    ):
        end = cell.start + cut.start()
    low = number > max(8, len(paper.rows) // 2)
    return Finding(
        "institution.name",
        paper.words((cell.start, end)),
        ((cell.start, end),),
        "layout",
        2 * low + paper.text[:end].endswith("."),
    )


def _cell_at(paper: Paper, position: int) -> Cell | None:
    return next((cell for cell in paper.rows[paper.row_at(position)] if cell.start <= position < cell.end), None)


def _tight(paper: Paper, span: Span) -> Span:
    """A span without blanks at its ends."""
    text = paper.text[slice(*span)]
    start = span[0] + len(text) - len(text.lstrip())
    return start, max(start + 1, span[0] + len(text.rstrip(" .,;")))
