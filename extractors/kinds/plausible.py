"""What a value's own words say against it: names and titles have no verbs, no marks at their end, no colons inside.

Words that ran over from a sentence, a label or the next row are the commonest way to be wrong of values that are given surely; such a
value is kept, in doubt.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.fields.finding import Finding, Span
from extractors.paper import Cell, Paper

_NAMES = ("employer.name", "institution.name", "credential.title", "credential.field", "position.title", "signatory.title")
_MOST_WORDS = {"institution.name": 13, "employer.name": 11}
_MANY_WORDS = 9
_SIGN = re.compile(r"[^\w\s&'’`´.,/()«»\"“”+#°*!|‐‑–—·@-]")
"""Signs of labels, lists and ornaments."""
_ENDS_OPEN = re.compile(r"[,;:(/–—-]$|\s(?:de|des|du|of|and|et|la|le|les|the|for|pour|aux?|upon|to|em|y)$"
    r"|(?<![A-ZÀ-Ý])(?<!\b[A-Za-z])(?<!\b[Ii]nc)(?<!\b[Ll]t[de])(?<!\b[Ll]tée)(?<!\b[Cc]o)(?<!\b[Cc]orp)(?<!\b[Cc]ie)"
    r"(?<!\b[Ll]tda)(?<!\b[Ee]nr)\.$")
"""A mark that ends a part of a sentence, and no name: not the full stop of « inc. », « S.A. »."""
_WHOLE = ("credential.field", "institution.name", "employer.name")
_BEGINS_OPEN = re.compile(r"(?:des?|du|et|del|dos?|das?|y|of|and)\s|d['’]", re.IGNORECASE)
"""What joins a name's second line to its first: « des Systèmes Automatisés »."""
_LONE = re.compile(r"(?<!\S)[b-xzçé](?!\S)")
"""A small letter by itself, raised in print: « 7 e » of another line."""
_SENTENCE = re.compile(
    r"(?<![\w'’.-])(?:a|est|sont|était|has|have|was|is|are|were|obtenu|affectée?|accept|conformément|please|nous|vous|we|i|who|qui|que|that"
    r"|this|his|her|been|(?:titre du )?poste|fonction|suivante?s?|following|according)(?![\w'’.-])", re.IGNORECASE)
"""Words of sentences and labels."""
_SORT = re.compile(r"universit[éey]|coll[èe]ge|[ée]cole|institute?|school|c[ée]gep|facult[éey]|academy", re.IGNORECASE)
"""What an institution is, without its name."""
_ASIDE = re.compile(r"\((?:\S+\s){2}|\([^()]*(?:Department|Dept|Division|Service|Unit)\b")
"""A remark of three words or more, or a department, where a title has at most a grade."""
_NO_SENTENCE = re.compile(r"\b[Pp]oste (?:de|d['’])|(?:directeur|direction|chef|responsable|maître) de poste|fonction publique"
    r"|[A-Z] ?& ?I\b", re.IGNORECASE)


def weigh_words(paper: Paper, findings: list[Finding]) -> list[Finding]:
    """The findings with a doubt for each name or title whose words are those of something else, or not all of it."""
    return [replace(one, doubts=one.doubts + 1) if _is_doubtful(paper, one) else one for one in findings]


def _is_doubtful(paper: Paper, finding: Finding) -> bool:
    if finding.name == "reference":
        return bool(finding.spans) and _BROKEN_OFF.match(paper.plain, finding.spans[-1][1]) is not None
    if finding.name in ("person.name", "signatory.name"):
        in_sentence = finding.pattern != "label" or finding.name == "signatory.name"
        return (_MISREAD.search(str(finding.value)) is not None or _is_half(paper, finding)
                or (in_sentence and _may_go_on_below(paper, finding)))
    return finding.name in _NAMES and _is_the_words_of_another(paper, finding)


def _is_half(paper: Paper, finding: Finding) -> bool:
    """Whether a name is one word, or its row breaks it: « OUÉDRAOGO/SAWADOGO » whose first names stand elsewhere, « Charette- »."""
    return " " not in str(finding.value) or (bool(finding.spans) and paper.text.startswith("-", finding.spans[-1][1]))


def _may_go_on_below(paper: Paper, finding: Finding) -> bool:
    """Whether a name ends its column of a text in two, in a sentence, and the row below goes on with a capital: « Ms. Mariana Guadalupe »,
    « Ríos Zepeda worked for … »."""
    below = cell_below(paper, finding.spans[-1]) if finding.spans else None
    return below is not None and paper.text[below.start].isupper()


def cell_below(paper: Paper, span: Span) -> Cell | None:
    """The cell right below a stretch that ends its column of a text in two, in a sentence."""
    start, end = span
    row = paper.rows[paper.row_at(end - 1)]
    cell = next((one for one in row if one.start < start < end <= one.end), None)
    if cell is None or len(row) < 2 or paper.text[end : cell.end].strip():
        return None
    if len(paper.words((cell.start, start)).split()) < _SENTENCE_WORDS:
        return None
    below = next((one for one in paper.rows[min(row[0].row + 1, len(paper.rows) - 1)] if abs(one.box.x0 - cell.box.x0) < _LEVEL), None)
    return below if below is not None and below.row > cell.row else None


_SENTENCE_WORDS = 3


def _is_the_words_of_another(paper: Paper, finding: Finding) -> bool:
    if finding.name == "credential.title" and _runs_to_the_end(paper, finding):
        return True
    return _is_odd(finding.name, str(finding.value)) or _is_bare(finding) or _may_go_on(paper, finding)


def _runs_to_the_end(paper: Paper, finding: Finding) -> bool:
    """Whether a title ends with the row of its sentence, or with a comma before the next: « … the degree of Bachelor of Forest / … »."""
    if not finding.spans:
        return False
    start, end = finding.spans[-1]
    cell = next((one for one in paper.rows[paper.row_at(end - 1)] if one.start <= start < one.end), None)
    if cell is None:
        return False
    before, behind = paper.words((cell.start, start)).split(), paper.text[end : cell.end].strip()
    return behind == "," or (not behind and len(before) > _WORDS_OF_A_SENTENCE and before[0][0].islower())


_WORDS_OF_A_SENTENCE = 4


_LEVEL, _CLOSE, _SLACK = 0.02, 1.2, 0.01
"""Of the page's width; line heights; of the page's width."""


def _may_go_on(paper: Paper, finding: Finding) -> bool:
    """Whether a value in capitals ends with a full line of its sentence, and the next line begins with a capital too: « Electrical Power /
    Systems »."""
    if not finding.spans or finding.name == "signatory.title":  # a signatory's name stands below it
        return False
    start, end = finding.spans[-1]
    number = paper.row_at(end - 1)
    if _goes_on_in_column(paper, number, (start, end)):
        return True
    here, below = paper.rows[number], paper.rows[min(number + 1, len(paper.rows) - 1)][0]
    cell = here[-1]
    alone = len(here) > 1 or start <= cell.start + 1 or bool(paper.text[end:cell.end].strip())
    level = below.row > number and below.page == cell.page and abs(below.box.x0 - cell.box.x0) < _LEVEL
    if alone or not level or below.box.y0 - cell.box.y1 > _CLOSE * cell.box.height:
        return False
    last, following = paper.text[start:end].split()[-1], paper.text[slice(*below.span)].split()[0]
    capitals = all(word[0].isupper() and not word.isupper() for word in (last, following))
    return capitals and _is_full(paper, number, (below.start, below.start + len(following)))


def _goes_on_in_column(paper: Paper, number: int, value: Span) -> bool:
    """Whether a value ends its cell of a row of several, and the cell right below begins small: « Techniques de génie / mécanique »."""
    row = paper.rows[number]
    home = next((cell for cell in row if cell.start <= value[0] < value[1] <= cell.end), None)
    if len(row) < 2 or home is None or paper.text[value[1]:home.end].strip() or number + 1 >= len(paper.rows):
        return False
    below = (cell for cell in paper.rows[number + 1] if cell.page == home.page and abs(cell.box.x0 - home.box.x0) < _SLACK)
    return any(paper.text[cell.start].islower() and cell.box.y0 - home.box.y1 < _CLOSE * home.box.height for cell in below)


def _is_full(paper: Paper, number: int, following: Span) -> bool:
    """Whether the next line's first word would not have had room behind a row, beside those around it."""
    row = paper.rows[number][-1]
    around = (other[-1].box.x1 for other in paper.rows[max(0, number - 4) : number + 5] if other[-1].page == row.page)
    return row.box.x1 + paper.quote(following).boxes[0].width + _SLACK > max(around)


_NUMBERED = re.compile(r"[0-9]{1,2}[.)]?\s")
"""The number of a table's row that ran into a title."""
_BROKEN_OFF = re.compile(r"[ ]?[0-9]{2,}")
"""Figures right behind a number: it has more groups than were taken."""
_MISREAD = re.compile(r"\b[A-ZÀ-Ý]{2,}l[A-ZÀ-Ý]*\b")
"""A small l among capitals, as readers put it for an I."""
_BARE = re.compile(
    r"(?:(?:advanced |national |graduate |college )?diploma|(?:diplôme (?:de |d['’]))?(?:licence|master|mastère|maîtrise|bachelor)|degree"
    r"|certificate|certificat|diplôme)", re.IGNORECASE)


_SORT_ALONE = re.compile(r"dipl[oô]me|diploma|degree|certificate?|titre|grade", re.IGNORECASE)
"""A heading that says what the paper is, and not of what."""


def _is_bare(finding: Finding) -> bool:
    """Whether a credential has no name of its own, which mostly stands elsewhere: of one found by its place alone « Licence » is none."""
    if finding.name != "credential.title":
        return False
    alone = _SORT_ALONE.fullmatch(str(finding.value))
    return alone is not None or (finding.pattern == "layout" and _BARE.fullmatch(str(finding.value)) is not None)


def _is_odd(name: str, words: str) -> bool:
    return (
        len(words.split()) > _MOST_WORDS.get(name, _MANY_WORDS)
        or _SIGN.search(words) is not None
        or _ENDS_OPEN.search(words) is not None
        or _LONE.search(words) is not None
        or (_SENTENCE.search(words) is not None and _NO_SENTENCE.search(words) is None)
        or (name in _WHOLE and _BEGINS_OPEN.match(words) is not None)
        or (name == "institution.name" and len(words.split()) == 1 and _SORT.fullmatch(words) is not None)
        or (name == "position.title" and (_ASIDE.search(words) or _NUMBERED.match(words)) is not None)
        or (name in ("employer.name", "institution.name") and words[0].islower())
    )
