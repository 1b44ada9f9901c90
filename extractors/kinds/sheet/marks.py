"""What a letter should show and does not: a letterhead, a signature. Told only where the words leave hardly a doubt, since a logo or a
signature in ink is no word: never of a page that was read optically, never where a picture has room."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.evidence import Issue
from extractors.fields.finding import Finding
from extractors.fields.names import is_name
from extractors.kinds.sheet.parts import foot, head
from extractors.paper import Paper

_CONTACT = re.compile(
    r"@|\bwww\.|https?:|\btel\b|telephone|\bphone\b|\bfax\b|\bbp [0-9]|\bbox [0-9]|[a-z][0-9][a-z] ?[0-9][a-z][0-9]|[0-9]{3}[-. ][0-9]{4}"
    r"|\b[0-9]{5,6}\b|\b(?:rue|avenue|boul|boulevard|street|road|inc|ltee|ltd|sarl|limited|llc)\b|s\.a\.", re.ASCII)
_SIGNED = re.compile(
    r"signature|signe(?:e|s|es)?\b|\bsigned\b|\bsgd\b|/s/|cachet|\bstamp\b|\bseal\b|computer.generated|without (?:a )?signature"
    r"|sans signature|docusign|electroni", re.ASCII)
_ROOM_FOR_LOGO = 0.14
"""Share of the page's height above the first words in which a logo may stand."""


def missing_marks(paper: Paper, findings: list[Finding]) -> Iterator[Issue]:
    """`no_letterhead` and `unsigned`, each with the page that should show it."""
    if paper.scanned or not paper.rows:
        return
    given = {finding.name for finding in findings}
    if not _has_letterhead(paper, findings):
        yield Issue("no_letterhead", page=paper.rows[0][0].page)
    if not given & {"signatory.name", "signatory.title"} and not _may_be_signed(paper):
        yield Issue("unsigned", page=paper.rows[-1][0].page)


def _has_letterhead(paper: Paper, findings: list[Finding]) -> bool:
    """Whether a firm's name or address stands above or below the text, or a picture of them may."""
    first = paper.rows[0][0]
    said = any(_CONTACT.search(paper.folded(paper.row_span(number))) for number in (*head(paper), *foot(paper)))
    named = any(finding.name in ("employer.name", "employer.place") and finding.pattern in ("layout", "label") for finding in findings)
    return said or named or first.box.y0 > _ROOM_FOR_LOGO


def _may_be_signed(paper: Paper) -> bool:
    """Whether a name ends the letter, or a word of it speaks of a signature."""
    low = [cell for row in paper.rows[len(paper.rows) // 2 :] for cell in row]
    return _SIGNED.search(paper.plain) is not None or any(is_name(paper.words(cell.span)) for cell in low)
