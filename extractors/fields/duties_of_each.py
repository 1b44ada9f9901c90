"""Lists of tasks that say themselves which of several positions they are of: by its number, or by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.fields.duties import has_bullet, holds, tasks_below
from extractors.fields.finding import Finding, Span
from extractors.fields.text.plain import key
from extractors.paper import Paper

_OF_POSITION = re.compile(r"\b(?:taches|duties|responsabilites|responsibilities|fonctions|tasks)\b[^\n.:]{0,24}?\b(?:emploi|poste|position"
                          r"|job|post)\s(?:n°|no\.?|#)?\s?(?P<number>[1-6])\)?\s?:?\s*$", re.ASCII)
"""« Sommaire des tâches, emploi 2 »: a heading for the list of one position."""
_AS = re.compile(r"\s?(?:comme|en tant qu(?:e |')|a titre d(?:e |')|en qualite d(?:e |')|as(?: an?)?)\s?"
                 r"(?P<title>[a-z][^\n.:;,]{2,48}?)\s?:?\s*$", re.ASCII)
"""« Comme machiniste »: one that names it."""


def lists_behind_heads(paper: Paper, but: Iterable[Span] = ()) -> Iterator[Finding]:
    """Every list with bullets behind a colon, or below a heading for one position, but those that hold one of some stretches."""
    others = list(but)
    for number in range(len(paper.rows) - 1):
        head = paper.folded(paper.row_span(number)).rstrip()
        is_head = head.endswith(":") or _OF_POSITION.search(head) or (len(paper.rows[number]) == 1 and _AS.fullmatch(head))
        if is_head and has_bullet(paper, number + 1):
            found = tasks_below(paper, number + 1)
            if found is not None and not holds(found[1], others):
                yield Finding("position.duties", found[0], found[1], "layout")


def of_their_heads(paper: Paper, lists: Sequence[Finding], titles: Sequence[Finding]) -> list[Finding]:
    """The lists, each with the position that its heading numbers or names; nothing unless each has one of its own."""
    order = sorted(titles, key=lambda title: title.spans[0])
    owners = [_owner(paper, one, order) for one in lists]
    groups = {owner.group for owner in owners if owner is not None}
    if len(lists) < 2 or None in owners or len(groups) < len(lists) or len(lists) != len(titles):
        return []
    return [one.in_group(owner.group) for one, owner in zip(lists, owners, strict=True) if owner is not None]


def _owner(paper: Paper, tasks: Finding, titles: Sequence[Finding]) -> Finding | None:
    """The title that the heading right above a list means, of those in the order of print."""
    head = paper.folded(paper.row_span(max(0, paper.row_at(tasks.spans[0][0]) - 1)))
    numbered, named = _OF_POSITION.search(head), _AS.fullmatch(head.rstrip())
    if numbered is not None:
        return titles[int(numbered["number"]) - 1] if int(numbered["number"]) <= len(titles) else None
    words = set(key(named["title"]).split()) if named else set()
    meant = [title for title in titles if words and words <= set(key(str(title.value)).split())]
    return meant[0] if len(meant) == 1 else None
