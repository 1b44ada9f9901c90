"""Occupations for whoever shows them: titles to unit groups by the tables in force, and a person's choice among them.

A choice is a review of the code that was read (`position.noc_2021`) like any other. The next time that the same title and the same
employer occur in the case it is offered first; nothing is chosen by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from casefile import reviews
from casefile.settings import Settings
from casefile.store.tables import Account, Case, Document, Evidence, Paper, Reading, Review, aware

if TYPE_CHECKING:
    from extractors.occupations import find

    Candidate = find.Candidate
    Finder = find.Finder

CODE, OLD_CODE = "position.noc_2021", "position.noc_2016"
_TITLE, _DUTIES, _EMPLOYER = "position.title", "position.duties", "employer.name"


def finder(settings: Settings) -> Finder:
    """The tables in force, loaded once (a quarter of a second), and again after `attesta noc import`."""
    from extractors.occupations import find  # numpy: what asks for no occupation need not wait for it
    from extractors.occupations.tables.imported import in_force

    return find.finder(in_force(settings.occupations_dir))


def candidates(finds: Finder, code: Evidence, most: int = 5) -> tuple[Candidate, ...]:
    """The groups that the title of a position can mean, as it stands now, with its duties and what the employer's name tells."""
    from extractors.kinds.parts.occupation import industry_of  # as above

    title, duties, employer = (_standing(code.paper, name, code.group) for name in (_TITLE, _DUTIES, _EMPLOYER))
    tasks = [str(one) for one in duties] if isinstance(duties, list) else []
    return finds.find(str(title or code.text), None, tasks, industry_of(str(employer or "")), limit=most)


def chosen_before(session: Session, case: Case, code: Evidence) -> Review | None:
    """The last word that a person said of the code of another position with the same title and employer."""
    same = _named(code)
    words = [one.reviews[-1] for one in _codes(session, case) if one is not code and one.reviews and same and _named(one) == same]
    return max((word for word in words if word.value), key=lambda word: aware(word.created_at), default=None)


def settle_older(session: Session, code: Evidence, reviewer: Account, old: Sequence[str]) -> None:
    """Have the older edition's code follow a group that was chosen: the one old code of the group, else the one read if it leads there,
    else none. `old`: the codes that lead to the group."""
    for older in code.paper.evidence:
        if (older.name, older.group) == (OLD_CODE, code.group):
            stands = reviews.standing_value(older)
            if stands in old:
                return
            seen = max((one.number for one in older.reviews), default=0)
            reviews.review(session, older, reviewer, "correct" if len(old) == 1 else "reject", last_seen=seen,
                           value=old[0] if len(old) == 1 else None, reason="follows the group that was chosen")


def _codes(session: Session, case: Case) -> Iterator[Evidence]:
    """All codes that were read in a case, in earlier readings too."""
    yield from session.scalars(
        select(Evidence).join(Paper, Paper.id == Evidence.paper_id).join(Reading, Reading.id == Paper.reading_id)
        .join(Document, Document.id == Reading.document_id).where(Document.case_id == case.id, Evidence.name == CODE)
        .options(selectinload(Evidence.reviews), selectinload(Evidence.paper).selectinload(Paper.evidence)))


def _named(code: Evidence) -> tuple[object, ...] | None:
    """What makes two positions the same: the title without gender, number and order, and the employer without its legal form."""
    from extractors.occupations.matching.words import fold, stems  # as above

    title, employer = (str(_standing(code.paper, name, code.group) or "") for name in (_TITLE, _EMPLOYER))
    firm = tuple(word for word in stems(fold(employer)) if not _LEGAL.fullmatch(word))
    return (frozenset(stems(fold(title))), firm) if title and firm else None


_LEGAL = re.compile(r"inc|ltee?|ltd|limite?d?|corp|corporation|incorporated|llc|llp|plc|gmbh|sas|sarl|srl|sprl|senc|sec|[a-z]", re.ASCII)


def _standing(paper: Paper, name: str, group: int) -> object:
    """The value that stands of a field of a position, or of the whole paper."""
    wanted = group if name.startswith("position.") else 0
    return next((value for one in paper.evidence if (one.name, one.group) == (name, wanted)
                 and (value := reviews.standing_value(one)) is not None), None)
