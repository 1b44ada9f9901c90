"""Who writes to whom, where a paper is a printed e-mail."""

from __future__ import annotations

import re

from extractors.fields.text.plain import key
from extractors.paper import Paper

_HEADER = re.compile(r"(?P<who>from|de|expediteur|to|a|destinataire|cc)(?:\s?:\s*|\t)(?P<name>[^<\n@:;(]{3,60})", re.ASCII)
_SENT = re.compile(r"(?:^|\n)\s?(?:sent|envoye|date|subject|objet)(?:\s?:|\t)", re.ASCII)
_WRITERS = ("from", "de", "expediteur")


def correspondents(paper: Paper) -> dict[str, bool]:
    """The names of an e-mail's header rows as keys, and whether each is the one who writes; empty for any other paper."""
    found: dict[str, bool] = {}
    for number in range(len(paper.rows)):
        match = _HEADER.match(paper.plain, *paper.row_span(number))
        if match is not None:
            found[key(match["name"])] = found.get(key(match["name"]), False) or (match["who"] in _WRITERS and not any(found.values()))
    return found if any(found.values()) and _SENT.search(paper.plain) else {}
