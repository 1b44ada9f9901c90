"""Results in lines of their own beside the name of their skill, which is set at half their height."""

from __future__ import annotations

from extractors.kinds.parts.test_results import NOT_SAT, SKILL, Result, read_stretch
from extractors.paper import Paper

_REACH = 2.6
"""Lines: so far above and below its name the results of a skill stand, that is set at half their height."""


def results_beside_names(paper: Paper) -> list[Result]:
    """« Score : 438 », « Niveau : B2 », « Échelle québécoise : 7 » in three lines, and the skill at half their height to the left."""
    skills = [(match.lastgroup or "", row[0]) for row in paper.rows
              if (match := SKILL.match(paper.plain, row[0].start, row[0].end))
              and not NOT_SAT.search(paper.plain, row[0].start, row[-1].end)]
    found: dict[tuple[str, str], Result] = {}
    for skill, name in skills:
        apart = [abs(other.box.middle - name.box.middle) / 2 for _, other in skills if other is not name and other.page == name.page]
        reach = min([_REACH * name.box.height, *apart])
        for row in paper.rows[max(0, name.row - 3) : name.row + 4]:
            for cell in row:
                if cell.page == name.page and cell.box.x0 > name.box.x1 and abs(cell.box.middle - name.box.middle) < reach:
                    found |= {(skill, one.sort): one for one in read_stretch(paper, skill, cell.span, []) if (skill, one.sort) not in found}
    return list(found.values())
