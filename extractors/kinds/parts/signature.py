"""Who signs a letter: a name with a function under it, near the end."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding
from extractors.fields.names import is_name, looks_damaged
from extractors.fields.text.plain import key
from extractors.paper import Cell, Paper

_FUNCTION = re.compile(
    r"\b(?:direct(?:eur|rice|or|ora)|gerante?|gerente|president?e?|vice[- ]president?e?|manager|officer|chef(?:fe)?|head"
    r"|responsable|conseill(?:er|ere)|technicienn?e? en administration|administrat(?:or|eur|rice|ive)|coordonnat(?:eur"
    r"|rice)|coordinator"
    r"|superviseure?|supervisor|proprietaire|owner|founder|fondat(?:eur|rice)|secretaire|secretary|partner|generaliste?"
    r"|generalist|specialiste?|agente?|adjointe?|assistante?|registra(?:r|ire)|comptable|accountant|controleure?|controller"
    r"|contremaitre|foreman"
    r"|associee?|executive|lead|superintend[ae]nte?|intendante?|ressources humaines|human resources|\bhr\b|\bdrh\b|\brh\b"
    r"|\bceo\b|\bcfo\b|\bcoo\b|\bdg\b|jefe|jefa|coordinador[a]?|talento humano|principal|dean|doyen|recteur|rector)",
    re.ASCII,
)
_SENTENCE = re.compile(
    r"[.;:]\s|\.$|\b(?:est|sont|nous|vous|is|are|was|were|please|veuillez|this|cette|la presente|for"
    r"|pour)\b|[0-9]{3}|@",
    re.ASCII,
)
_UNDERSIGNED = re.compile(
    r"je,? soussignee?,? (?P<name>[^,\n]{4,60}(?:\n[^,\n]{1,30})?), (?:agissant en qualite de "
    r"|en (?:ma )?qualite de |agissant a titre de )?(?P<title>[^,\n]{4,70}?)(?= de la | de l'"
    r"| du groupe| de notre| pour |,| certifi| attest)",
    re.ASCII,
)


def find_signatory(paper: Paper) -> list[Finding]:
    """Name and function of the person who signs. The function stands alone under the name; the name is whole and alone on its
    row."""
    undersigned = _UNDERSIGNED.search(paper.plain)
    for cell in reversed([cell for cell in paper.cells if _is_function(paper, cell)]):
        above = _name_above(paper, cell)
        if above is not None or _is_low(paper, cell):
            return _signed(paper, above, cell, undersigned)
    return _undersigned(paper, undersigned)


def _signed(paper: Paper, above: Cell | None, function: Cell, undersigned: re.Match[str] | None) -> list[Finding]:
    found = [Finding("signatory.title", paper.words(function.span), (function.span,), "layout", int(above is None))]
    if above is not None:
        aside = (
            min(abs(above.box.x0 - function.box.x0), abs(above.box.x0 + above.box.x1 - function.box.x0 - function.box.x1) / 2)
            > 0.06
        )
        name = paper.words(above.span)
        again = undersigned is not None and key(paper.words(undersigned.span("name"))) == key(name)
        return [Finding("signatory.name", name, (above.span,), "layout", 2 * looks_damaged(name) + aside, agreed=again), *found]
    return [*[one for one in _undersigned(paper, undersigned) if one.name == "signatory.name"], *found]


def _undersigned(paper: Paper, match: re.Match[str] | None) -> list[Finding]:
    if match is None or not is_name(paper.words(match.span("name"))):
        return []
    return [
        Finding(f"signatory.{part}", paper.words(match.span(part)), (match.span(part),), "phrase") for part in ("name", "title")
    ]


def _is_function(paper: Paper, cell: Cell) -> bool:
    text = paper.folded(cell.span).strip()
    return (
        cell.row >= len(paper.rows) // 3
        and len(text) < 75
        and len(text.split()) <= 10
        and bool(_FUNCTION.search(text))
        and not _SENTENCE.search(text)
    )


def _is_low(paper: Paper, cell: Cell) -> bool:
    """Whether a cell stands among the last rows, where a function without a legible name above it still is the signatory's."""
    return cell.row >= len(paper.rows) - 5 and paper.text[cell.start].isupper()


def _name_above(paper: Paper, cell: Cell) -> Cell | None:
    """The nearest name above a function: not an initial and a scribble, which is the signature itself."""
    for row in reversed(paper.rows[max(0, cell.row - 3) : cell.row]):
        found: list[Cell] = []
        for other in row:
            words = paper.words(other.span)
            if (
                other.page == cell.page
                and is_name(words)
                and not _FUNCTION.search(key(words))
                and len(words.split()[0].rstrip(".")) > 1
            ):
                found.append(other)
        if found:
            return min(found, key=lambda other: abs(other.box.x0 - cell.box.x0))
    return None
