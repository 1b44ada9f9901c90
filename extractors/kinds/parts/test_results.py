"""The table of results of a French test: one row a skill, with its score, its CEFR level and, in Canada, its NCLC.

Columns are told by the words of the header above them, so that the « ancien score » of a TEF is never taken for the score. A
skill that was not sat gives nothing. The grids that explain the levels have no skill in their rows, or ranges for scores, and
give nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.evidence import Json, PageBox
from extractors.fields.finding import Finding, Span
from extractors.fields.numbers import as_json, decimal
from extractors.fields.scales import agrees
from extractors.paper import Cell, Paper

_SKILLS = {
    "listening": r"comprehension (?:de l'?\s?)?oral(?:e)?\b|listening(?: comprehension)?|oral comprehension",
    "reading": r"comprehension (?:des (?:textes |documents )?ecrits?|ecrite|de l'?\s?ecrit)\b|reading(?: comprehension)?"
    r"|written comprehension",
    "writing": r"(?:expression|(?<!et )production) ecrite(?![a-z])|production et interaction ecrites?|written (?:expression|production)"
    r"|writing(?: expression)?",
    "speaking": r"(?:expression|(?<!et )production) orale(?![a-z])|production et interaction orales?|(?:oral|spoken) (?:expression"
        r"|production)"
    r"|speaking",
}
CODES = {"co": "listening", "ce": "reading", "eo": "speaking", "po": "speaking", "ee": "writing", "pe": "writing"}
_CODE = re.compile(r"(?<![a-z0-9])(?P<code>co|ce|eo|ee|po|pe)(?=\s?[:=]?\s*(?:\(/?[0-9]{2,3}\)\s*)?[:=]?\s?[0-9<])", re.ASCII)
"""The letters of a skill right before its score: « CO : 421 », « EE 11/20 »."""
SKILL = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, pattern in _SKILLS.items()) + r"|(?P<half>(?<![a-z])(?:production|expression"
    r"|comprehension)(?= des?\t|\s*(?:$"
    r"|[\t:]|note\b|[0-9])))",
    re.ASCII,
)
_HALF_SKILL = re.compile(r"\s?(?:production|expression|comprehension)(?=\s*(?:$|:|note\b|[0-9]))", re.ASCII)
SCORE = re.compile(
    r"(?<![0-9a-z.,<>/-])(?<!/ )(?<!niveau )(?<!level )(?<!sur )(?<!out of )(?<!max )(?<!maximum "
    r")(?<![0-9]\sa\s)(?<!\sto\s)"
    r"(?P<score>[0-9]{1,3}(?:[.,][0-9]{1,2})?)(?:\s?(?:points?\s|pts\s)?(?:/|sur|out of)\s?(?P<most>699|499|399|300|360|450|900|990|20|25"
    r"|50|100)(?![0-9]))?(?![0-9a-z])(?![.,]\S)(?!\s?[-/]\s?[0-9])(?!\sa\s[0-9])(?!\sto\s[0-9])"
    r"(?!\s?(?:questions?|items?|taches?|tasks?|sujets?|exercices?|documents?|min(?:utes?)?|h(?:eures?|ours?)?)\b)",
    re.ASCII,
)
"""A score, with its scale where that is printed behind it; never the scale itself, the ends of a range, or how long a test is."""
LEVEL = re.compile(
    r"(?<![a-z0-9])(?P<level>(?P<below>(?:inferieure? (?:a|au)|infra|below|under|en dessous (?:de|du)|sous)[ -](?:le |niveau )?)a1"
    r"|<\s?a1|a1\.1|[abc][12])(?P<plus>[+])?(?P<missed>\s?\(?(?:non\s?(?:atteint|acquis|valide)|not (?:reached|attained|achieved)"
    r"|non(?=\s?$|\s?[\t\n])))?(?![0-9a-z])",
    re.ASCII,
)
NOT_SAT = re.compile(
    r"non[ -](?:inscrit|presente|passe|evalue|concerne|choisi|subi)|(?<![a-z])(?:absent|dispens|abs\.|sans objet|n/a(?![a-z]))"
    r"|not (?:taken|sat|registered"
    r"|applicable|attempted|tested)|did not (?:sit|take)",
    re.ASCII,
)
_RANGE = re.compile(r"[0-9]{1,3}\s?(?:-|a|to)\s?[0-9]{1,3}(?![0-9])", re.ASCII)
_NCLC = re.compile(r"(?<![0-9a-z.,/])(?:(?P<below><\s?4|4\s?-(?![0-9]))|(?P<number>1[0-2]|[1-9]))(?![0-9.,/])", re.ASCII)
BESIDE = {sort: re.compile(
    rf"\b(?:{label})\s?:?\s?(?:niveau\s)?(?P<value>(?P<below><\s?4|4\s?-(?![0-9]))|(?P<number>1[0-2]|[1-9])(?![0-9.,/]))", re.ASCII)
           for sort, label in (("nclc", "nclc|clb"), ("quebec", r"(?:echelle|niveau) quebecoise?|quebec(?=\s?:)"))}
"""A Canadian or a Québec level right behind its name."""
_QUEBEC_SCALE = re.compile(r"\bechelle quebecoise\b", re.ASCII)
_BARE_LEVEL = re.compile(r"\bniveau (?P<value>(?P<below>(?!))?(?P<number>1[0-2]|[1-9]))(?![0-9.,/])", re.ASCII)
"""« niveau 7 », on a paper that names Québec's scale."""
_HEADS = {
    "old": r"ancien(?:ne)?s? (?:score|note|resultat)|equivalence|(?:old|former|previous) score",
    "most": r"(?:score |note |points? )?max(?:imum|imal|imale)?\b|bareme|plafond|seuil|(?:score )?range|intervalle|etendue",
    "nclc": r"nclc|clb",
    "quebec": r"(?:echelle |niveau )?quebec(?:oise?)?(?: \([^()\n\t]{3,30}\))?",
    "level": r"cecrl?|cefr|cadre europeen(?: commun)?|niveau(?! (?:de l'echelle|quebec|nclc|clb|canad))|level(?! (?:of the )?quebec)",
    "score": r"score(?! global| total| max)|note(?! max)|resultat|points(?! max)",
}
"""What heads a column; the « ancien score » of a TEF and the most that can be had are never scores."""
HEAD = re.compile("|".join(f"(?P<{name}>\\b(?:{pattern}))" for name, pattern in _HEADS.items()), re.ASCII)


def scores_in(paper: Paper, span: Span) -> Iterator[re.Match[str]]:
    """The scores of a stretch: figures that are no part of a date (« jusqu'au 4 mars 2026 »)."""
    dates = [date.span for date in paper.dates_in(span)]
    return (match for match in SCORE.finditer(paper.plain, *span)
            if not any(start < match.end() and match.start() < end for start, end in dates))


@dataclass(frozen=True, slots=True)
class Result:
    """One printed thing of a skill: its score, level or NCLC, where it stands, and the scale that is printed with a score."""

    skill: str
    sort: str
    value: Json
    span: Span
    most: int | None = None
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class _Column:
    """What a head says of the values below, and where it stands: values may be flush with either side of it, or centred."""

    sort: str
    box: PageBox

    @property
    def middle(self) -> float:
        return (self.box.x0 + self.box.x1) / 2

    def distance(self, box: PageBox) -> float:
        return min(abs(self.box.x0 - box.x0), abs(self.box.x1 - box.x1), abs(self.middle - (box.x0 + box.x1) / 2))


def find_results(paper: Paper) -> list[Result]:
    """All results of the four skills, each sort once a skill; what two rows say differently is doubted."""
    columns: list[_Column] = []
    headed = -9
    results: dict[tuple[str, str], Result] = {}
    for number, row in enumerate(paper.rows):
        heads = _columns(paper, row)
        columns = _merged(columns, heads, new=number - headed > 3)
        headed = number if heads else headed
        for skill, span in _entries(paper, number):
            for result in read_stretch(paper, skill, span, columns):
                known = results.setdefault((skill, result.sort), result)
                if known.value != result.value and known.doubts < 2:
                    results[skill, result.sort] = Result(skill, known.sort, known.value, known.span, known.most, known.doubts + 2)
    return list(results.values()) or _crossed(paper)


_CROSS = re.compile(r"\s?comprehensions?\s*\t\s?productions?\s*$", re.ASCII)
_WAYS = {"oral": ("listening", "speaking"), "ecrit": ("reading", "writing")}


def _crossed(paper: Paper) -> list[Result]:
    """« Compréhension | Production » over « Oral 15,50 16,50 » and « Écrit 18,00 13,00 »."""
    found: list[Result] = []
    heads = next((number for number, row in enumerate(paper.rows) if _CROSS.match(paper.folded((row[0].start, row[-1].end)))), None)
    for row in paper.rows[heads + 1 : heads + 3] if heads is not None else ():
        half = _HALF.match(paper.folded(row[0].span))
        scores = list(scores_in(paper, (row[0].start, row[-1].end)))
        if half is None or len(scores) != 2:
            return []
        found += [one for skill, score in zip(_WAYS[half["half"]], scores, strict=True) for one in _score(skill, score)]
    return found if len(found) == 4 else []


def result_finding(result: Result, partner: Result | None) -> Finding:
    """A result as a finding. A score and a level that say the same strengthen each other; that contradict, weaken."""
    name = f"{result.skill}.{ {'level': 'cefr', 'quebec': 'quebec_level'}.get(result.sort, result.sort) }"
    verdict = _verdict(result, partner)
    return Finding(name, result.value, (result.span,), "label", result.doubts + 2 * (verdict is False), agreed=verdict is True)


def _verdict(result: Result, partner: Result | None) -> bool | None:
    if partner is None or {result.sort, partner.sort} != {"score", "level"}:
        return None
    score, level = (result, partner) if result.sort == "score" else (partner, result)
    return agrees(float(score.value), score.most or 0, str(level.value))


def _entries(paper: Paper, number: int) -> Iterator[tuple[str, Span]]:
    """The skills that a row names, each with the stretch of the row that speaks of it."""
    start, end = paper.row_span(number)
    if says_not_sat(paper, number):
        return
    matches = list(SKILL.finditer(paper.plain, start, end)) or _coded(paper, (start, end))
    for place, match in enumerate(matches):
        skill = CODES[match["code"]] if match.re is _CODE else match.lastgroup or ""
        if skill == "half":
            skill = _whole_skill(paper, number, match)
        span = match.end(), matches[place + 1].start() if place + 1 < len(matches) else end
        span = _on_the_row_below(paper, number, span) or _with_the_rest_below(paper, number, span)
        ranges = _RANGE.search(paper.plain, *span) and not any(scores_in(paper, span))
        if skill and not ranges and not NOT_SAT.search(paper.plain, *span):
            yield skill, span


_NONE_OF = re.compile(rf"(?:{NOT_SAT.pattern})[a-z()]*\s?:", re.ASCII)


def says_not_sat(paper: Paper, number: int) -> bool:
    """« Épreuves non présentées : compréhension écrite, expression écrite »: skills that the row names for having no result."""
    return _NONE_OF.search(paper.plain, *paper.row_span(number)) is not None


def _on_the_row_below(paper: Paper, number: int, span: Span) -> Span | None:
    """« Compréhension orale / » above its values, and its name in another language below them; its row may head their columns."""
    said = _SIZE.sub("", paper.plain[slice(*span)])
    is_headed = len(paper.rows[number]) > 1 and HEAD.search(said)
    in_columns = len(paper.rows[number]) > 1 and not is_headed and not _beside_a_margin(paper, number, span)
    if in_columns or re.search(r"[a-z0-9]", HEAD.sub("", said)) or number + 1 >= len(paper.rows):
        return None
    start, end = paper.row_span(number + 1)
    values = _SIZE.sub("", paper.plain[start:end]).lstrip(", \t")
    if not any(scores_in(paper, (start, end))) or SKILL.search(paper.plain, start, end) or not _VALUES.match(values):
        return None
    for more in range(number + 2, min(number + 4, len(paper.rows))):  # « Score : … », « Niveau : … », a row each
        row = paper.row_span(more)
        if row[1] - row[0] > _SHORT_ROW or not HEAD.match(paper.plain, row[0]):
            break
        end = row[1]
    return start, end


_SCORE_BELOW = re.compile(r"\s?(?:score|note|points?)(?: obtenue?s?)?\s?:", re.ASCII)
_LEVEL_BELOW = re.compile(r"\s?(?:niveau (?:du cadre|cecrl?\b|atteint|quebecois)|cefr level|echelle quebecoise|nclc\b|clb\b)", re.ASCII)


def _with_the_rest_below(paper: Paper, number: int, span: Span) -> Span:
    """« Compréhension orale   niveau CECR : B2 » over « score : 263 / 360   niveau québécois : 8 », and its score over its levels."""
    has_score, has_level = any(scores_in(paper, span)), LEVEL.search(paper.plain, *span) is not None
    if has_score == has_level or span[1] != paper.row_span(number)[1]:
        return span
    for below in range(number + 1, min(number + 1 + _ROWS_BELOW[has_score], len(paper.rows))):
        row = paper.row_span(below)
        if SKILL.search(paper.plain, *row) or not (_LEVEL_BELOW if has_score else _SCORE_BELOW).match(paper.plain, *row):
            break
        span = span[0], row[1]
    return span


_ROWS_BELOW = {True: 3, False: 1}
"""So many rows of levels may stand below a score, and one with the score below a level."""


def _beside_a_margin(paper: Paper, number: int, span: Span) -> bool:
    """Whether a skill ends its row behind words of a narrow margin, and the row below begins under it."""
    *margin, cell = paper.rows[number]
    below = paper.rows[number + 1] if number + 1 < len(paper.rows) else ()
    if not margin or not below or span[1] != cell.end or below[0].box.x0 < cell.box.x0 - _SAME_COLUMN:
        return False
    return all(head.lastgroup == "quebec" for head in HEAD.finditer(paper.plain, margin[0].start, margin[-1].end))  # « TCF Québec »


_VALUES = re.compile(rf"\s?(?:[0-9<]|[abc][12]\b|{HEAD.pattern})", re.ASCII)
"""What a row of values begins with: a figure, a level, « Score : »."""
_SIZE = re.compile(r"[0-9]{1,2} (?:questions?|items?|taches?|tasks?|sujets?|exercices?|documents?)|[0-9]{1,3} ?min(?:utes)?\b", re.ASCII)
"""How long a test is, behind its name: « Compréhension orale — 60 questions »."""


def _merged(columns: list[_Column], found: list[_Column], new: bool) -> list[_Column]:
    """The columns of a header; of one that takes two rows what the first row says of a column holds."""
    if not found or not columns or new:
        return found or columns
    return [next((column for column in columns if abs(column.middle - one.middle) < _SAME_HEAD), one) for one in found]


_SAME_HEAD = 0.06
_SHORT_ROW = 45


def _coded(paper: Paper, span: Span) -> list[re.Match[str]]:
    """The skills that a row names by their capital letters."""
    return [match for match in _CODE.finditer(paper.plain, *span) if paper.text[slice(*match.span("code"))].isupper()]


def _whole_skill(paper: Paper, number: int, match: re.Match[str]) -> str:
    """« Production » or « Compréhension » that goes on below, or stands under or beside the heading ÉCRIT or ORAL nearest to it."""
    box = paper.quote(match.span()).boxes[0]
    below = paper.rows[number + 1] if number + 1 < len(paper.rows) else ()
    left = next((cell.box.x0 for cell in paper.rows[number] if cell.start <= match.start() < cell.end), box.x0)
    aligned = [cell for cell in below if min(abs(cell.box.x0 - box.x0), abs(cell.box.x0 - left)) < 0.02]
    rest = next((found for cell in aligned if paper.text[cell.start].islower() and (found := _REST.match(paper.folded(cell.span)))), None)
    if rest is not None:
        return _skill_of(match[0], rest["half"])
    aside = _beside_both(paper, number, match)
    if aside is not None:
        return _skill_of(match[0], aside) if aside else ""
    heads = [
        (abs(cell.box.x0 - box.x0), found["half"])
        for above in range(number, max(-1, number - 5), -1)
        for cell in paper.rows[above]
        if cell.start < match.start() and (found := _HALF.match(paper.folded(cell.span)))
    ]
    nearest = min((aside for aside, _ in heads), default=0.0)
    return next((_skill_of(match[0], half) for aside, half in heads if aside < nearest + _SAME_COLUMN), "")


def _beside_both(paper: Paper, number: int, match: re.Match[str]) -> str | None:
    """ÉCRIT or ORAL in a column of its own to the left, half way between the two rows that it is for: the nearest one. Empty where two
    are as near; None where there is no such column."""
    box = paper.quote(match.span()).boxes[0]
    beside, first = [], -1
    for place, row in enumerate(paper.rows[max(0, number - 6) : number + 7]):
        left = [cell for cell in row if cell.page == paper.rows[number][0].page and cell.box.x1 <= box.x0]
        label = next((found for cell in reversed(left) if (found := _HALF.fullmatch(paper.folded(cell.span).strip()))), None)
        skill = any(_HALF_SKILL.match(paper.folded(cell.span)) for cell in row)
        if label is not None and skill:
            return None  # it stands on the row that it is for
        if label is not None:
            beside.append((abs(row[0].box.middle - box.middle), label["half"]))
        elif first < 0 and not beside and skill:
            first = place
    if not beside or first < 0:  # a heading stands above the first of its rows
        return None
    (nearest, half), *others = sorted(beside)
    rival = next((distance for distance, other in others if other != half), None)
    if rival is None:
        return half if nearest < 2.5 * box.height else None
    return half if nearest < 0.8 * rival else ""


_SAME_COLUMN = 0.04
_HALF = re.compile(r"\s?(?:epreuves? )?(?P<half>ecrit|oral)e?s?\s?:?(?=\s*$|\s+(?:production|expression|comprehension))", re.ASCII)
_REST = re.compile(r"\s?(?:de )?(?:l'?\s?|des )?(?P<half>ecrit|oral)", re.ASCII)


def _skill_of(sort: str, half: str) -> str:
    oral = half == "oral"
    return ("listening" if oral else "reading") if sort.startswith("comprehension") else ("speaking" if oral else "writing")


def _columns(paper: Paper, row: tuple[Cell, ...]) -> list[_Column]:
    """What the words of a header row head, with where they stand; nothing for a row that is no header."""
    start, end = row[0].start, row[-1].end
    told = any(match["most"] for match in SCORE.finditer(paper.plain, start, end))  # « Score : 274 / 360  Niveau : B2 »
    skill = SKILL.match(paper.plain, start, end)  # « Compréhension orale   Score   Niveau », its values below
    says = re.search(r"[a-z0-9]", HEAD.sub("", paper.plain[skill.end() : end])) if skill else SKILL.search(paper.plain, start, end)
    if says or end - start > 160 or told:
        return []
    found = [column for cell in row for column in _heads(paper, cell)]
    return found if any(column.sort == "score" for column in found) and len(found) > 1 else []


def _heads(paper: Paper, cell: Cell) -> list[_Column]:
    """What a cell heads, all of it where it says one thing."""
    heads = list(HEAD.finditer(paper.plain, cell.start, cell.end))
    alone = len({head.lastgroup for head in heads}) == 1
    own = heads[:1] if alone else heads
    return [_Column(head.lastgroup or "", cell.box if alone else paper.quote(head.span()).boxes[0]) for head in own]


def middle(paper: Paper, span: Span) -> float:
    box = paper.quote(span).boxes[0]
    return (box.x0 + box.x1) / 2


def read_stretch(paper: Paper, skill: str, span: Span, columns: list[_Column]) -> Iterator[Result]:
    """What a stretch tells of a skill, by the columns that stand over it."""
    sorts = {column.sort for column in columns}
    level = LEVEL.search(paper.plain, *span)
    named = {beside.span("value") for pattern in BESIDE.values() for beside in pattern.finditer(paper.plain, *span)}
    scores = [
        match
        for match in scores_in(paper, span)
        if _stands_under(paper, match.span("score"), columns) in (None, "score", "level") and match.span("score") not in named
    ]
    score = next((match for match in scores if not (match["most"] in ("300", "360", "450") and len(scores) > 1)), None)
    in_order = score is not None and (level is None or score.start() < level.start() or not sorts & {"nclc", "quebec"})
    if score is not None and (in_order or _stands_under(paper, score.span("score"), columns) == "score"):
        yield from _score(skill, score)
    if level is not None:
        yield Result(skill, "level", level_value(level), level.span())
    for sort, pattern in BESIDE.items():
        beside = pattern.search(paper.plain, *span) if sort not in sorts else None
        if beside is None and sort == "quebec" and sort not in sorts and _QUEBEC_SCALE.search(paper.flat):
            beside = _BARE_LEVEL.search(paper.plain, *span)
        if beside is not None:
            yield Result(skill, sort, "<4" if beside["below"] else int(beside["number"]), beside.span("value"))
    for sort in ("nclc", "quebec"):
        if sort in sorts and level is not None:
            behind = list(_canadian(paper, skill, sort, (level.end(), span[1]), columns))
            yield from behind or _canadian(paper, skill, sort, (span[0], level.start()), columns, strictly=True)


def _score(skill: str, match: re.Match[str]) -> Iterator[Result]:
    value = decimal(match["score"])
    most = int(match["most"]) if match["most"] else None
    if value is not None and (most is None or value <= most) and value <= 699:
        yield Result(skill, "score", as_json(value), match.span("score"), most)


def _canadian(paper: Paper, skill: str, sort: str, span: Span, columns: list[_Column], *, strictly: bool = False) -> Iterator[Result]:
    for match in _NCLC.finditer(paper.plain, *span):
        under = _stands_under(paper, match.span(), columns)
        if under == sort or (not strictly and (under is None or len(columns) < 4)):
            yield Result(skill, sort, "<4" if match["below"] else int(match["number"]), match.span())
            return


def _stands_under(paper: Paper, span: Span, columns: list[_Column]) -> str | None:
    """The sort of the column whose heading is nearest, or None without a header."""
    if not columns:
        return None
    box = paper.quote(span).boxes[0]
    return min(columns, key=lambda column: column.distance(box)).sort


def level_value(match: re.Match[str]) -> str:
    return "<A1" if match["missed"] or match["below"] else match["level"].upper().replace(" ", "")
