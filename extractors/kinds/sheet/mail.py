"""Who writes to whom, where a paper is a printed e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.finding import Span
from extractors.fields.names import name_at
from extractors.fields.text.plain import key
from extractors.paper import Paper

_HEADER = re.compile(r"(?P<who>from|de|expediteur|to|a|destinataire|cc)(?:\s?:\s*|\t|\s(?=[^<\n]{3,60}<[^>\n ]+@))"
                     r"(?P<name>[^<\n@:;(]{3,60})", re.ASCII)
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)[a-z]{0,5}\.?,?"
_SENT = re.compile(rf"(?:^|\n)\s?(?:sent|envoye|date|subject|objet)(?:\s?:|\t|\s(?={_DAY} [0-9]))", re.ASCII)
_WRITERS = ("from", "de", "expediteur")
_READERS = ("to", "a", "destinataire")
_GREETING = re.compile(r"(?:^|\n)\s?(?:hi|hello|dear|hey|cher|chere|bonjour|salut|allo) (?P<first>[a-z][a-z'-]+)[^\n]{0,24}[,:!]\s*\n",
                       re.ASCII)


def correspondents(paper: Paper) -> dict[str, bool]:
    """The names of an e-mail's header rows as keys, and whether each is the one who writes; empty for any other paper."""
    found: dict[str, bool] = {}
    for number in range(len(paper.rows)):
        match = _HEADER.match(paper.plain, *paper.row_span(number))
        if match is not None:
            found[key(match["name"])] = found.get(key(match["name"]), False) or (match["who"] in _WRITERS and not any(found.values()))
    return found if any(found.values()) and _SENT.search(paper.plain) else {}


def greeted(paper: Paper) -> Iterator[Span]:
    """Who an e-mail is sent to, where it greets them by their first name: « À : Awa Sy <…> », « Bonjour Awa, »."""
    firsts = {match["first"] for match in _GREETING.finditer(paper.plain)} if correspondents(paper) else set()
    for number in range(len(paper.rows)):
        header = _HEADER.match(paper.plain, *paper.row_span(number))
        name = name_at(paper.text, header.span("name")) if header and header["who"] in _READERS else None
        if name is not None and paper.folded(name).split()[0] in firsts:
            yield name
