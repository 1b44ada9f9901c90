"""A file's pages into documents: where a page begins a paper of its own, and where it goes on with the one before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.fields.text.plain import plain
from extractors.pages.page import Page
from extractors.sorting.cues import ENOUGH, Judged, by_cues
from extractors.sorting.kind import judge

_CONTINUES = re.compile(
    r"\b(?:page|p\.) ?(?:[2-9]|1[0-9]) ?(?:de|of|sur|/) ?[0-9]{1,2}\b|\bpage ?[2-9]\s*$|\bpage ?[2-9]\s*\n|\((?:suite|continued"
    r"|cont'd)\)", re.ASCII
)
_FIRST_PAGE = re.compile(r"\b(?:page|p\.) ?1 ?(?:de|of|sur|/) ?[0-9]{1,2}\b", re.ASCII)
_BEGINS = re.compile(
    r"^\s*(?:.{0,80}\n){0,8}.{0,60}(?:attestation|certificat|diplome|lettre|letter|releve|transcript"
    r"|bulletin|payslip|pay slip|objet|re:|to whom|a qui de droit|record of employment|permis|permit"
    r"|university|universite)",
    re.ASCII,
)
_SHORT = 240
"""A last page of so few letters is the end of the table before it."""
_NUMBERS = re.compile(r"(?<![0-9])[0-9]{6}-[0-9]{6}(?![0-9])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """The pages of one document, and what kind they are together."""

    pages: tuple[Page, ...]
    judged: Judged


def split(pages: Sequence[Page]) -> list[Part]:
    """The documents of a file in page order. Blank pages belong to none."""
    parts: list[list[Page]] = []
    texts: list[str] = []
    for page in pages:
        text = plain(page.text)
        if not text.strip():
            continue
        if parts and _goes_on(texts[-1], text, parts[-1][-1], page):
            parts[-1].append(page)
            texts[-1] += "\n\f" + text
        else:
            parts.append([page])
            texts.append(text)
    return [Part(tuple(part), judge(text)) for part, text in zip(parts, texts, strict=True)]


_FRENCH_DIPLOMA = re.compile(r"(?<![a-z])(?:delf|dalf|diplome (?:approfondi de|d'etudes en) langue francaise)(?![a-z])[^.0-9]{0,60}?"
                             r"(?<![a-z])(?P<level>[abc][12])(?![0-9])", re.ASCII)
_BORN = re.compile(r"(?:nee?(?:\(e\))? le|naissance)\s?:?\s{0,2}(?P<date>[0-9]{1,2}[ /.-][0-9a-z]{2,9}[ /.-][0-9]{4})", re.ASCII)


def _is_marks_of(before: str, text: str) -> bool:
    """Whether a page is the sheet of marks behind the DELF or DALF before it: same level, and no other birth date."""
    diploma, marks = _FRENCH_DIPLOMA.search(before.replace("\n", " ")), _FRENCH_DIPLOMA.search(text.replace("\n", " "))
    awards = re.search(r"titulaire|le present diplome|diplome est delivre", before)
    if diploma is None or awards is None or not re.search(r"releve des? (?:resultats|notes)|note finale", text):
        return False
    births = [set(_BORN.findall(page)) for page in (before, text)]
    return (marks is None or marks["level"] == diploma["level"]) and (not all(births) or bool(births[0] & births[1]))


def _goes_on(before: str, text: str, last: Page, page: Page) -> bool:
    """Whether a page belongs to the paper before it: it says so, it is the marks of that diploma, or it begins nothing itself."""
    if _CONTINUES.search(text[-200:]) or _CONTINUES.search(text[:200]):
        return True
    if _FIRST_PAGE.search(text):
        return False
    here, there = by_cues(text), by_cues(before)
    next_page = page.number == last.number + 1
    if next_page and (_is_marks_of(before, text) or (there.known and there.kind == "transcript" and len(text) < _SHORT)):
        return True
    if "french_test" in (here.kind, there.kind) and set(_NUMBERS.findall(before)) & set(_NUMBERS.findall(text)):
        return True
    if not here.known:
        return there.known and not _BEGINS.match(text) and max(here.weights.values()) < ENOUGH
    return here.kind == there.kind and here.weights[here.kind] < 8 and not _BEGINS.match(text) and next_page
