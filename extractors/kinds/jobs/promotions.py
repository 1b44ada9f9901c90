"""Who rose in a house: hired as one thing on a day, promoted to another on a later day.

The end of the first position is not said by the promotion, and is given only where the letter states it.
"""

from __future__ import annotations

import re

from extractors.fields.finding import Finding, Span
from extractors.fields.when.dates import DateFound, earlier
from extractors.fields.when.periods import Period, find_periods, sentences
from extractors.fields.where.towns import known_towns
from extractors.kinds.jobs.ongoing import goes_on, said_to_go_on
from extractors.kinds.jobs.titles import title_at, titles_said
from extractors.kinds.parts.dating import date_finding
from extractors.kinds.parts.occupation import is_known
from extractors.paper import Paper

RISEN = re.compile(
    r"(?:\b(?:re)?(?:promue?|nommee?|mutee?|designee?|elevee?)(?:, par (?:note|decision"
    r"|arrete)[^,.]{3,70}(?:\.[^,.]{1,40})?,|, le [0-9][0-9a-z ]{8,22},)? (?:au (?:poste|rang|grade|titre) (?:de |d')"
    r"|aux? fonctions? (?:de |d')"
    r"|a la fonction (?:de |d')"
    r"|comme |a titre (?:de |d')|en qualite (?:de |d'))?(?:l'|la |le )?"
    r"|\b(?:est |etait )?devenue? |\b(?:a )?accede?e? au (?:poste|grade) (?:de |d')|\b(?:puis|ensuite) (?:celui de |celle de |celui d'"
    r"|celle d'|comme |a titre de |au poste de |en qualite de )?"
    r"|\bpromoted (?:(?:him|her|them) )?(?:to|as) |\b(?:was|been|is) (?:re-?)?(?:appointed|named|designated|elevated|upgraded"
    r"|transferred) (?:as |to )?"
    r"|\b(?:thereafter|then|subsequently|later) (?:appointed|named|made) (?:him|her|them) (?:as |to )?"
    r"|\bbecame |\brose (?:[a-z]+ ){0,4}?to |\badvanced to |\bmoved (?:in)?to "
    r"|\b(?:lui avons|on lui a|lui a ete|s'est vue?) (?:confiee?|confier|attribuee?|attribuer) (?:le poste|les? fonctions?) (?:de |d')"
    r"|\bentrusted (?:him |her |them )?with the (?:position|post|role) of "
    r"|(?<=(?:19|20)[0-9]{2} )(?:un |le |au )poste (?:de |d')"
    r"|\bassumed |\btook (?:over|on) (?:as )?|\b(?:and|,) then (?:as )?|\b(?:and|et)(?: later| subsequently| ensuite)? (?:as|comme"
    r"|en qualite de|a titre de) )"
    r"(?:the )?(?:(?:position|post|role|rank|title|office) of )?(?:an? |the |our )?",
    re.ASCII,
)
_NO_RISE = re.compile(r"(?:\ble|\bla|\bsus|\bde|ci-)\s?$|pas (?:ete )?$", re.ASCII)
_DAY_BEHIND = re.compile(
    r"(?:\s\([a-z .'-]{2,30}\))?[\s,(]{0,3}(?:(?:which|a (?:position|post|role)(?: which| that)?|poste|fonction) (?:he|she|they"
    r"|qu'il|qu'elle) (?:has |have "
    r"|a )?(?:held|holds|occupee?) )?(?:(?:le|on|in|en|du|des le|depuis(?: le)?|since|from|effective(?: from)?|as of|with effect from"
    r"|w\.?e\.?f\.?|a (?:compter|partir) d[ue]|au)\s)?(?:the )?\s?$",
    re.ASCII,
)
_DAY_BEFORE = re.compile(
    r"^[\s,]{0,3}(?:,? ?(?:et )?(?:il|elle|he|she|m\.|mr\.?|ms\.?|mrs\.?|mme|monsieur|madame"
    r"|i)\s)?(?:[a-z'-]+ ){0,3}?(?:a (?:ete )?|est |was |has been |had been )?$", re.ASCII
)


_STRONG = re.compile(r"(?:re)?(?:promue?|nommee?|mutee?|designee?|elevee?)\b|promoted|(?:was|been|is) (?:re-?)?(?:appointed|named)",
                     re.ASCII)
"""What is said of a rise only: then a time before it is that of the first position, whatever its sentence says."""
_WEAK = re.compile(r"(?:puis|ensuite|and then|et|and)\b", re.ASCII)


def promotion(paper: Paper) -> list[list[Finding]]:
    """The first position and the one that someone rose to; nothing where no day is told for the rise."""
    for cue in RISEN.finditer(paper.flat):
        title = None if _NO_RISE.search(paper.flat, max(0, cue.start() - 6), cue.start()) else title_at(paper, cue.end())
        if title is not None and _is_no_title(paper, cue.start(), title):
            continue
        day = None if title is None else _day_of(paper, cue.span(), title)
        if title is None or day is None:
            continue
        first = _first(paper, cue.start(), day)
        if first:
            return [first, _second(paper, title, day)]
    return []


def _is_no_title(paper: Paper, cue: int, title: Span) -> bool:
    """« puis échange avec les parents », "moved to Montreal"."""
    weak = _WEAK.match(paper.flat, cue) is not None and not is_known(paper.words(title))
    return weak or any(town == title for town in known_towns(paper.flat))


def _day_of(paper: Paper, cue: Span, title: Span) -> DateFound | None:
    """The day of the rise: inside of its words, right behind the new title, else right before the word of it."""
    inside = next((date for date in paper.dates if cue[0] <= date.start < date.end <= cue[1]), None)
    if inside is not None:
        return inside
    behind = next((date for date in paper.dates if 0 <= date.start - title[1] < 60), None)
    if behind is not None and _DAY_BEHIND.fullmatch(paper.flat, title[1], behind.start):
        return behind
    before = next((date for date in reversed(paper.dates) if 0 <= cue[0] - date.end < 40), None)
    return before if before is not None and _DAY_BEFORE.match(paper.flat[before.end : cue[0]]) else None


def _first(paper: Paper, until: int, day: DateFound) -> list[Finding]:
    """The position before: its title and start, and its end where one is told that lies before the rise."""
    periods = [period for period in _periods(paper) if period.start and period.start != day and earlier(period.start.value, day.value)]
    if not periods and _STRONG.match(paper.flat, until):
        periods = [period for period in find_periods(paper.flat, paper.dates) if period.start and period.end
                   and earlier(period.start.value, day.value) and not earlier(day.value, period.end.value)]
    title = _title_beside(paper, periods[0].span if periods else (0, 0), until)
    found = [title] if title is not None else []
    for period in periods[:1]:
        if period.start is not None:
            found.append(date_finding(paper, "position.start_date", period.start, "phrase"))
        if period.end is not None and not earlier(day.value, period.end.value) and period.end != day:
            found.append(date_finding(paper, "position.end_date", period.end, "phrase"))
    if periods and not any(finding.name == "position.end_date" for finding in found):
        found += _ended_before(paper, periods[0], day)
    return found if periods else []


def _ended_before(paper: Paper, first: Period, day: DateFound) -> list[Finding]:
    """« jusqu'au … » in a sentence of its own, after the first position began and no later than the rise; in doubt where there are two."""
    ends = [one.end for one in _periods(paper) if one.start is None and one.end is not None and first.start is not None
            and earlier(first.start.value, one.end.value) and not earlier(day.value, one.end.value)]
    several = len({end.value for end in ends}) > 1
    return [date_finding(paper, "position.end_date", end, "phrase", 2 * several) for end in ends[-1:]]


def _title_beside(paper: Paper, period: Span, until: int) -> Finding | None:
    """The title of the sentence that tells the time, else the first of the letter."""
    here = next((span for span in sentences(paper.flat) if span[0] <= period[0] < span[1]), (0, until))
    beside = next(titles_said(paper, (here[0], min(here[1], until))), None)
    return beside or next(titles_said(paper, (0, until)), None)


def _second(paper: Paper, title: Span, day: DateFound) -> list[Finding]:
    """The position that someone rose to, with the end of the whole time."""
    found = [Finding("position.title", paper.words(title), (title,), "phrase"), date_finding(paper, "position.start_date", day, "phrase")]
    ends = [period.end for period in _periods(paper) if period.end is not None and earlier(day.value, period.end.value)]
    if ends:
        found.append(date_finding(paper, "position.end_date", ends[-1], "phrase", int(len({end.value for end in ends}) > 1)))
    elif (now := goes_on(paper, day.span) or said_to_go_on(paper, day.span)) is not None:
        found.append(now)
    return found


def _periods(paper: Paper) -> list[Period]:
    return [period for period in find_periods(paper.flat, paper.dates) if period.surely]
