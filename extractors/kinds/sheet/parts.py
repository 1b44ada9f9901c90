"""The parts of a letter: its head with name and address, its running text, its foot with whatever the head had no room for."""

from __future__ import annotations

import re

from extractors.paper import Cell, Paper, once

_RUNNING = re.compile(
    r"\b(?:certif(?:ie|ions|ient|y|ies)|attest(?:e|ons|ent)|confirm(?:e|ons|s|ing)?|soussigne[es]*|nous|je|vous|we|you|this is|that|que"
    r"|hereby|please|has been|was|worked|works|employe[es]*|a ete|sont|are|is|il|elle|he|she|his|her|depuis|since"
    r"|left|wish|thank|souhait\w*|us|our|notre(?!-)|nos|votre|your|my)\b", re.ASCII)
_TURN = re.compile(
    r"^\s*(?:objet|sujet|re|subject|concerne)\s?:|^\s*(?:a qui de droit|to whom|madame|monsieur|dear|bonjour|messieurs)\b"
    r"|\b(?:attestation|certificat[eo]?|letter|lettre|constancia|certification|confirmation)\b", re.ASCII)
_CONTACT = re.compile(r"@|\bwww\.|https?:|\btel\b|\bphone\b|\btelephone\b|\bfax\b|[a-z][0-9][a-z] ?[0-9][a-z][0-9](?![a-z0-9])", re.ASCII)
_MOST = 14
"""Rows that a head has at most, with lines of its own for street, town, telephone and date."""


@once
def is_prose(paper: Paper, number: int) -> bool:
    """Whether a row is running text: long, and with words that only sentences have."""
    text = paper.folded(paper.row_span(number))
    words = text.split()
    return len(words) > 6 and not _CONTACT.search(text) and _RUNNING.search(text) is not None


def is_turn(paper: Paper, number: int) -> bool:
    """Whether a row is a title, a subject line or an address to the reader: what comes after is no head any more."""
    return _TURN.search(paper.folded(paper.row_span(number))) is not None


@once
def head(paper: Paper) -> tuple[int, ...]:
    """The rows before the letter speaks, on its first page."""
    rows: list[int] = []
    for number, row in enumerate(paper.rows[:_MOST]):
        if row[0].page != paper.rows[0][0].page or is_prose(paper, number):
            break
        rows.append(number)
    return tuple(rows)


@once
def foot(paper: Paper) -> tuple[int, ...]:
    """The last rows of each page that are no running text, below its head."""
    rows: list[int] = []
    for page in dict.fromkeys(row[0].page for row in paper.rows):
        here = [number for number, row in enumerate(paper.rows) if row[0].page == page]
        rows += [number for number in here[-6:] if not is_prose(paper, number)]
    return tuple(number for number in rows if number not in head(paper))


def is_tall(paper: Paper, cell: Cell) -> bool:
    """Whether a cell is written clearly larger than most of the paper."""
    heights = sorted(row[0].box.height for row in paper.rows)
    return cell.box.height > 1.2 * heights[len(heights) // 2]
