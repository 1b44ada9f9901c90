"""The number of a paper, of its candidate or of its file: never that of a passport, an account or a telephone."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding, Span
from extractors.fields.labels import begins_with_label, labelled
from extractors.kinds.parts.dating import ON_A_COPY
from extractors.paper import Paper

_NUMBER = re.compile(r"(?=[a-z0-9./-]*[0-9])[a-z0-9]{1,20}(?:(?:[-/.]|\s?[/.]\s?|\s?-\s?(?=[0-9]))[a-z0-9]{1,20}){0,5}", re.ASCII)
"""A blank stands around its marks only where the print is wide; a dash with blanks that letters follow begins something else."""
_OF_LETTER = re.compile(
    r"(?:^|[\n\t\f]|(?<=\s)(?=(?:n/?|notre |nos |our |v/)ref))\s?(?:(?P<said>n/?\s?ref\.?|(?:notre|nos) ref(?:erence)?s?\.?"
    r"|our ref(?:erence)?\.?|v/?ref"
    r"|ref(?:erence)?\.?(?: n°| no\.?| number)?|our file(?: / notre dossier)?|notre dossier|(?:certificat"
    r"|attestation) d[e'] ?[a-z]{4,14} (?:n°|no\.?)|(?:official )?(?:attestation|certificat(?:e)?|lettre|letter|dossier|file)\s(?:n°"
    r"|no\.?|number))"
    r"|n°|no\.)\s?:?\s?(?P<number>[a-z0-9&]{1,12}(?:\s?[/.-]\s?[a-z0-9&]{1,12}){1,6}|(?(said)[a-z]{0,6}[0-9]{4,12}|(?!)))(?=[\s,]|$)",
    re.ASCII)
"""The number that a firm gives its letter: parted by marks, beside « Réf. », « N° », « Attestation n° »."""


def letter_reference(paper: Paper) -> Finding | None:
    return referenced(paper, _OF_LETTER)


def labelled_reference(paper: Paper, labels: tuple[str, ...]) -> Finding | None:
    """The first number that stands beside one of the labels, tried in their order."""
    for label in labels:
        for value in labelled(paper, label):
            within = value.span if _begins_number(paper, value.span) else _below(paper, value.label)
            match = _NUMBER.match(paper.plain, *within) if within else None
            if within and match is not None and any(letter.isdigit() for letter in match[0]) and len(match[0]) >= 4:
                span = match.span()
                rest = paper.plain[span[1] : within[1]].strip(" .,;:)-")
                doubts = int(bool(rest)) + 2 * _goes_on_below(paper, span)
                return Finding("reference", paper.words(span).replace(" ", ""), (span,), "label", doubts)
    return None


def _begins_number(paper: Paper, span: Span) -> bool:
    match = _NUMBER.match(paper.plain, *span)
    return match is not None and len(match[0]) >= 4


def _below(paper: Paper, label: Span) -> Span | None:
    """The cell right below a label that heads a column: what stands beside it heads the next one."""
    number = paper.row_at(label[0])
    cell = next((cell for cell in paper.rows[number] if cell.start <= label[0] < cell.end), None)
    if cell is None or number + 1 >= len(paper.rows) or cell.end > label[1]:
        return None
    return next((below.span for below in paper.rows[number + 1]
                 if abs(below.box.x0 - cell.box.x0) < 0.02 and below.box.y0 - cell.box.y1 < 2 * cell.box.height), None)


def _goes_on_below(paper: Paper, span: Span) -> bool:
    """Whether a number at the end of its row may be cut: the row below has nothing but more of such letters in its place."""
    number = paper.row_at(span[0])
    if span[1] < paper.row_span(number)[1] or number + 1 >= len(paper.rows):
        return False
    box, below = paper.quote(span).boxes[0], paper.rows[number + 1]
    last = below[-1]
    alone = len(below) == 1 or not begins_with_label(paper, below[-2])
    overlaps = min(box.x1, last.box.x1) - max(box.x0, last.box.x0) > 0
    return alone and overlaps and _NUMBER.fullmatch(paper.folded(last.span).strip()) is not None


_YEAR = re.compile(r"(?:19|20)[0-9]{2}", re.ASCII)
_TRANSLATOR = re.compile(r"\b(?:traduct(?:eur|rice)s?|translator|translation|traduction)\b", re.ASCII)


_DATED = re.compile(r"\s?-\s?(?:le|du|on|of)$", re.ASCII)
"""« N° 4471 – le 27 mai »: where a date begins."""


def referenced(paper: Paper, pattern: re.Pattern[str], doubts: int = 0) -> Finding | None:
    """The number that a pattern's group `number` finds on the paper."""
    for match in pattern.finditer(paper.plain):
        of_translator = _TRANSLATOR.search(paper.plain, max(0, match.start() - 170), match.start())
        year = _YEAR.fullmatch(match["number"]) is not None  # of a number printed in groups, or of no number at all
        if ON_A_COPY.search(paper.flat, max(0, match.start() - 90), match.start()):
            continue
        if sum(letter.isdigit() for letter in match["number"]) >= 3 and of_translator is None and not year:
            start, end = match.span("number")
            end -= len(match["number"]) - len(_DATED.sub("", match["number"]))
            return Finding("reference", paper.words((start, end)), ((start, end),), "phrase", doubts)
    return None
