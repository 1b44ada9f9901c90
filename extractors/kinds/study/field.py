"""The field of study: beside its label, in a programme's name, behind « en » in the title, on the line below it."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding, Pattern, Span
from extractors.fields.labels import labelled
from extractors.fields.levels import find_credentials
from extractors.kinds.study.running import running
from extractors.paper import Paper

_GRADES = re.compile(
    r"^(?:tres bien|assez bien|bien|passable|excellent|honorable|distinction|grade|first|second|with|sans"
    r"|session|moyenne|mention)\b",
    re.ASCII,
)


def find_study_field(paper: Paper, title: Span | None) -> Finding | None:
    """The field beside its label, in the programme's name, behind the title, or below it; a wide domain only for want of one."""
    return (
        _labelled_field(paper, "field")
        or _field_of_programme(paper)
        or _field_named(paper)
        or _labelled_field(paper, "wide_field")
        or _field_beside(paper, title)
        or _field_said_again(paper)
    )


def _field_said_again(paper: Paper) -> Finding | None:
    """The field in a sentence that names the credential again: « le diplôme de mastère en Finance »."""
    text = running(paper)
    for credential in find_credentials(text, None):
        match = _AFTER_TITLE.search(text[slice(*credential.span)])
        if match is not None:
            end = re.split(r"\s(?:avec|lui|est|a|le|on|et devient|au titre)\s", match["field"])[0]
            span = (credential.span[0] + match.start("field"), credential.span[0] + match.start("field") + len(end))
            return _found(paper, span, "phrase", 1)
    return None


def _labelled_field(paper: Paper, label: str) -> Finding | None:
    for value in labelled(paper, label):
        start = value.span[0]
        cut = re.search(r"\s-\s|\bmention\b|\bsession\b|\bspecialite\b|,|\s\(", paper.folded(value.span))
        span = (start, start + cut.start()) if cut and cut.start() > 2 else value.span
        listed = cut is not None and cut[0] == ","
        if value.sure and not _GRADES.match(paper.folded(span)) and len(paper.words(span)) > 1:
            return _found(paper, span, "label", 2 * listed)
    return None


_NAMED = re.compile(
    r"(?P<comma>,\s)?(?<![a-z])(?:specialite|option|filiere|branche|discipline|mention|speciality|major)\s(?:en\s)?:?\s?(?P<field>[a-z][^\n\t,;:.()]{3,70})",
    re.ASCII,
)
_BELOW_EN = re.compile(
    r"(?:etudes[ \n]collegiales|baccalaureat|licence|maitrise|master|bachelor|diplome|certificat|diploma|certificate"
    r"|grade)[ \n](?:en|in)\s?\n"
    r"(?P<field>[a-z][^\n\t,;:.()0-9]{3,70})"
    r"|\n(?:in|en) (?P<line>[a-z][^\n\t,;:.()0-9]{3,60})(?=\n)",
    re.ASCII,
)


def _field_named(paper: Paper) -> Finding | None:
    """« …, spécialité : Comptabilité » in a sentence; « le diplôme d'études collégiales en », and the field alone below."""
    text = running(paper)
    fields = (match for match in _NAMED.finditer(text) if not _GRADES.match(match["field"]))
    named = next((match for match in fields if ":" in match[0] or match["comma"]), None)
    match = named or _BELOW_EN.search(paper.plain)
    if match is None:
        return None
    span = _tight(paper, match.span("field" if match["field"] else "line"))
    return Finding("credential.field", paper.words(span), (span,), "phrase", int(not match["field"]))


_PROGRAMME = re.compile(
    r"(?:programme(?: d'etudes)?"
    r"|program)(?: suivant)?\s*[:\n]\s*(?P<field>[^\n\t(]{4,80}?)\s*(?:\([^)\n]{2,12}\))?(?=[\n\t]|$)"
    r"|programme de [a-z]+ (?:en|de) (?P<said>[^\n\t,(.]{4,80})"
    r"|programme (?:d'etudes |de formation )?(?:en |de )?(?P<coded>[a-z][^\n\t,(.:]{3,80}?)\s\((?:[a-z0-9]{3}\.[a-z0-9]{2}|[0-9]{4})\)",
    re.ASCII,
)
_AFTER_TITLE = re.compile(r"\s(?:en|in|em)\s(?P<field>.{3,70})$", re.ASCII)
_NAMED_FIELD = re.compile(
    r"\n(?P<whole>(?:specialite|serie|option|filiere"
    r"|branche?)\s(?P<field>[a-z][^\n\t,:-]{2,60}))(?=[\n\t,-])",
    re.ASCII,
)
_NEXT_LINE = re.compile(r"(?:\t[^\n]{0,40})?\s*\n(?P<link>(?:in|en)\s*\n)?(?P<field>[^\n\t,.:0-9]{4,60})(?=\n)", re.ASCII)


def _field_of_programme(paper: Paper) -> Finding | None:
    match = _PROGRAMME.search(running(paper))
    if match is None:
        return None
    span = match.span(match.lastgroup or "field")
    degree = (
        _AFTER_TITLE.search(paper.folded(span))
        if re.match(
            r"(?:baccalaureat|maitrise|doctorat|certificat|bachelor"
            r"|master|diplome|dess|licence)",
            paper.folded(span),
        )
        else None
    )
    if degree is not None:
        span = (span[0] + degree.start("field"), span[0] + degree.end("field"))
    return _found(paper, span, "phrase")


_IN_BRACKETS = re.compile(r"\s?\((?P<field>[A-ZÀ-Ý](?=[^()]*[a-zà-ÿ]{3})[^().0-9\n]{4,60})\)")
"""« BACHELOR OF ENGINEERING (Civil Engineering) »: words, not the letters of a degree."""


def _field_beside(paper: Paper, title: Span | None) -> Finding | None:
    """The field behind the title's « en », or on the line below it."""
    if title is None:
        return None
    named = _NAMED_FIELD.search(paper.plain)
    if named is not None and not _GRADES.match(named["field"]):
        group = "whole" if named["whole"].startswith("serie") else "field"
        return Finding("credential.field", paper.words(named.span(group)), (named.span(group),), "phrase")
    below = _NEXT_LINE.match(paper.plain, title[1])
    bracket = _IN_BRACKETS.match(paper.text, title[1])
    if bracket is not None:
        return Finding("credential.field", bracket["field"], (bracket.span("field"),), "phrase")
    match = _AFTER_TITLE.search(" ".join(paper.folded(title).split("\n")))
    if match is not None and not (below is not None and below["link"]):
        span = (title[0] + match.start("field"), title[1])
        return _found(paper, span, "phrase")
    if below is None or re.match(
        r"(?:est |a |le |la |the |with |cum |decerne|confere|delivre|having|avec|given "
        r"|second class|first class|honou?rs|upper|nous|vu |(?:[a-z]+ ){0,3}(?:diploma|degree|diplome|certificate|certificat)$"
        r"|je |il |elle |certif|attest|mention|session|domaine|serie|pour |au titre|sur )",
        below["field"],
    ):
        return None
    return _found(paper, below.span("field"), "layout",
        0 if below["link"] else 1,
    )


def _found(paper: Paper, span: Span, pattern: Pattern, doubts: int = 0) -> Finding:
    """A field whose words are cut where the sentence goes on to something else."""
    tight = _tight(paper, span)
    return Finding("credential.field", paper.words(tight), (tight,), pattern, doubts)


def _tight(paper: Paper, span: Span) -> Span:
    """A span without blanks at its ends, and without a date that the sentence goes on to."""
    until = min((date.start for date in paper.dates if span[0] < date.start < span[1]), default=span[1])
    text = re.sub(r"\s(?:le|on|the|du|ce)\s*$", "", paper.text[span[0] : until])
    start = span[0] + len(text) - len(text.lstrip())
    return start, max(start + 1, span[0] + len(text.rstrip(" .,;-–—")))
