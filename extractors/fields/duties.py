"""Lists of tasks: lines under « Principales tâches », with bullets or without, or a sentence of them parted by semicolons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.fields.duties_told import tasks_told
from extractors.fields.finding import Finding, Span
from extractors.fields.labels import begins_with_label, labelled
from extractors.fields.text.language import language
from extractors.paper import Cell, Paper

_HEADING = re.compile(
    r"(?:(?:roles (?:&|and) |principales? |main |key |primary |most recent |ses |his |her |their |vos |your |les |dernieres "
    r"|sommaire des |resume des |liste des |[0-9]\. ?){0,2}(?:taches|duties|responsabilites|responsibilities|fonctions|functions"
    r"|attributions"
    r"|missions)(?: [^\n:.]{0,60})?"
    r"|description (?:des taches|du poste|de l'emploi|of duties|des fonctions)|job (?:duties|profile|description)|duties[^\n:.]{0,50}"
    r"|(?:elle|il) (?:est|etait|a ete) (?:appelee?|chargee?)(?: a| de)?|(?:dans le cadre de ses fonctions"
    r"|a ce titre)[^\n:.]{0,60}"
    r"|ce que [a-z]{3,20} fait[a-z ]{0,20}|what (?:you|he|she) (?:will do|would do|do|does|did)(?: [a-z]+){0,4}|(?:job )?scope of "
    r"(?:the )?work|(?:the )?work (?:assigned|entrusted)[a-z ]{0,50}"
    r"|vous aurez a|(?:son|votre|le) travail consist[a-z]{1,6}(?: [a-z]{4,16}ment)? a"
    r"|activit(?:ies|es)(?: (?:suivantes|of|in) the [a-z]+"
    r"| (?:principales|du poste|exercees))?|(?:your|the|his|her) (?:[a-z]+ )?duties will be to"
    r"|fonctions? et (?:activites|taches)(?: [^\n:.]{0,30})?|profil du poste"
    r"|nature (?:des taches|du travail|of (?:the )?(?:work|duties))(?: [^\n:.]{0,50})?"
    r"|funciones[^\n:.]{0,40}|fonctions exercees[^\n:.]{0,30})\s?:?\s*$",
    re.ASCII,
)
_LEADS_IN = re.compile(
    r"(?:\b(?:a ce (?:titre|poste)|a titre (?:de |d')|en (?:cette|sa) qualite|dans (?:ce|ses|le cadre de)|in (?:this|that|his"
    r"|her) (?:role|position|capacity)"
    r"|as (?:an? |the ))[^.:]{0,110}|\b(?:a|avait|etait|ete) (?:notamment|chargee? (?:de|des)|responsable (?:de|des))|responsible for"
    r"|(?:taches|fonctions|activites|missions|duties) (?:etaient|sont|compren(?:nent|aient)|includ(?:ed?|ing)|were|are)[^.:]{0,40})"
    r"\s?:\s*$",
    re.ASCII,
)
"""A sentence that goes on in a list: « À ce poste, il a notamment : »."""
BULLET = re.compile(r"\s?(?:[•▪■□●○◦·‣►→➢➤✓✔√–—*+-]|[0-9]{1,2}[.)](?![0-9])|\((?:[0-9]{1,2}|[a-h]|[ivx]{1,4})\)|[a-h][.)]"
                     r"|o(?=\s))\s*", re.ASCII)
_STOP = re.compile(
    r"(?:cette|ce|la presente|le present|les renseignements|ces renseignements|pour (?:toute|tout|plus)|n'hesitez|nous "
    r"|veuillez|en foi|fait |au cours|fondee?|il |elle |monsieur|madame|m\. |mme |cordialement|salutations|a ce jour"
    r"|attestation|durant|je |son |sa |ses "
    r"|this|please|sincerely|yours|he |she |his |her |mr|ms|we |in our|during|should|for |established|issued"
    r"|the (?:position|last|above)|if you|thank|respectfully|best regards|regards|certified|temps de|salaire|duree|horaire"
    r"|est[ae] |se expide|atentamente|tel\b|[a-z' -]{3,30} :)",
    re.ASCII,
)


def find_duties(paper: Paper, but: Iterable[Span] = ()) -> Finding | None:
    """The tasks as printed, without bullets and final marks; in doubt where no bullets tell where each begins. A list that holds one of
    the stretches `but` is one of positions, not of tasks."""
    others = list(but)
    for number, row in enumerate(paper.rows):
        span = paper.row_span(number)
        text = paper.folded(span)
        if any(BULLET.match(paper.folded(cell.span)) for cell in row[1:]):
            continue  # the list begins beside its label
        heading = _HEADING.search(text) or _LEADS_IN.search(paper.flat[max(0, span[1] - 160) : span[1]])
        if heading is not None and (heading.start() == 0 or heading[0].rstrip().endswith(":") or len(text) < 60):
            first = number + 1
            if first + 1 < len(paper.rows) and has_bullet(paper, first + 1) and not has_bullet(paper, first) and begins_with_label(
                    paper, paper.rows[first][0]):
                first += 1  # « Fonction : … » between the heading and the list
            heads_table = number + 1 < len(paper.rows) and len(paper.rows[number + 1]) > 1 and not has_bullet(paper, number + 1)
            found = None if heads_table else tasks_below(paper, first)
            if found is not None and not holds(found[1], others):
                beside = any(len(paper.rows[paper.row_at(span[0])]) > 1 for span in found[1])  # another column may have run in
                plain = has_bullet(paper, first) and len(found[0]) > 1 and not beside
                return Finding("position.duties", found[0], found[1], "layout", int(not plain))
    return _labelled(paper) or tasks_told(paper) or _listed(paper, others)


def _is_form(tasks: Sequence[str]) -> bool:
    """Whether the rows below a heading are labels with their values, or pay: « Weekly hours: 37.5 », « Hours. 40 a week »."""
    return 2 * sum(_LABELLED.match(task) is not None or _PAY.search(task) is not None for task in tasks) >= len(tasks)


_PAY = re.compile(r"\b[A-Z]{3}\s?[0-9]|[$€£₦₹₱]|[0-9]\s?(?:F\s?CFA|FCFA|DH|DA|DT|[A-Z]{3})\b")
_LABELLED = re.compile(r"[^:]{3,40}\s?:\s\S|(?:[^\W\d_]+\s){0,2}[^\W\d_]{3,}\.\s\S")


def holds(tasks: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether one of the tasks holds one of some stretches."""
    return any(start <= span[0] < end for span in others for start, end in tasks)


_NO_LEAD = re.compile(r"\b(?:droit|concern|corresponda"
                      r"|madame|monsieur|sir|suit|suivante?s?|follows|following|ci-dessous|below|conditions|details"
                      r"|by|par|particulars|renseignements|postes?|positions?|pieces|enclos[a-z]*|copies?|notes?|remarques?|objet|que|that"
                      r"|benefits"
                      r"|avantages|documents?)\s?:\s*$", re.ASCII)


_OF_TASKS = re.compile(r"\b(?:chargee?|responsab[a-z]+|taches|attributions|activites|activities|travaux|missions|duties"
                       r"|responsib[a-z]+)\b", re.ASCII)


_LEAD_WORDS = 4


def _listed(paper: Paper, others: Sequence[Span]) -> Finding | None:
    """A list behind some other colon, of which nothing says what it is: in a letter most likely the tasks, in doubt."""
    for number in range(1, len(paper.rows) - 2):
        span = paper.row_span(number)
        text = paper.folded(span).rstrip()
        is_lead = not _NO_LEAD.search(text) or _OF_TASKS.search(text) is not None
        if not text.endswith(":") or len(paper.rows[number]) > 1 or not is_lead:
            continue
        short = not has_bullet(paper, number + 1) and len(text.split()) < _LEAD_WORDS
        if short and len(paper.folded(paper.row_span(number - 1)).split()) < 8:  # no sentence's last words
            continue
        found = tasks_below(paper, number + 1)
        if found is None or holds(found[1], others) or begins_with_label(paper, paper.rows[number + 1][0]):
            continue
        if len(found[0]) > 1 and all(1 < len(task.split()) < 30 and ":" not in task for task in found[0]):
            return Finding("position.duties", found[0], found[1], "layout", int(not has_bullet(paper, number + 1)))
    return None


_LABEL = (r"(?:principales? |main |key |job )?(?:missions|taches|duties|responsabilites|responsibilities|attributions|activit(?:ies|es)"
          r"|actividades|funciones)"
          r"(?: principales| and responsibilities)?")


def _labelled(paper: Paper) -> Finding | None:
    """Tasks beside their label in a table, parted by semicolons, over as many rows as they take."""
    for value in labelled(paper, _LABEL):
        rows = [[value.span]]
        left, margin = (paper.quote(span).boxes[0].x0 for span in (value.span, value.label))
        wraps = len(paper.rows[paper.row_at(value.label[0])]) == 1
        for row in paper.rows[paper.row_at(value.span[1] - 1) + 1 :]:
            back = wraps and abs(row[0].box.x0 - margin) < 0.01 and paper.text[row[0].start].islower()
            if len(row) > 1 or (abs(row[0].box.x0 - left) > 0.01 and not back):
                break
            rows.append([row[0].span])
        if value.sure and not value.below and len(parts := _many(paper, value.span)) > 1:
            texts = _texts(paper, [[part] for part in parts])
            return None if texts is None else Finding("position.duties", texts[0], texts[1], "label")
        if value.sure and not value.below and (bulleted := _bulleted(paper, value.span)) is not None:
            return bulleted
        if value.sure and not value.below and ";" in paper.text[slice(*value.span)]:
            texts = _texts(paper, _by_semicolons(paper, rows))
            return None if texts is None else Finding("position.duties", texts[0], texts[1], "label", 1)
    return None


def _many(paper: Paper, cell: Span) -> list[Span]:
    """The items of a whole list in one cell: « • Désosser les épaules • Affiler ses couteaux »."""
    return _between_bullets(paper, cell) if BULLET.match(paper.plain, *cell) else []


def tasks_in_cell(paper: Paper, cell: Span) -> tuple[list[str], tuple[Span, ...]] | None:
    """The tasks of a table's cell, parted by bullets: « Suivi du carburant • Inventaire mensuel • Location des véhicules »."""
    parts = _between_bullets(paper, cell)
    return _texts(paper, [[part] for part in parts]) if len(parts) > 1 else None


def _between_bullets(paper: Paper, cell: Span) -> list[Span]:
    """The stretches of a cell before, between and behind its bullets, or its numbers in turn, that have words."""
    marks = [match.span() for match in _MARK.finditer(paper.plain, *cell)] or _in_turn(paper, cell)
    edges = [cell[0], *(edge for mark in marks for edge in mark), cell[1]]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if re.search(r"\w", paper.text[start:end])]


def _in_turn(paper: Paper, cell: Span) -> list[Span]:
    """« 1. Lire les plans 2. Régler les tours »: the numbers that part a cell, where they count from one."""
    found = list(_NUMBER.finditer(paper.plain, *cell))
    counts = len(found) > 1 and [int(match["n"]) for match in found] == list(range(1, len(found) + 1))
    return [match.span() for match in found] if counts else []


_NUMBER = re.compile(r"(?<!\S)(?P<n>[1-9]|1[0-9])[.)]\s(?=[a-z])", re.ASCII)
_MARK = re.compile(r"(?:(?<=\s)|(?<![^\n\t\f]))•\s", re.ASCII)


def _bulleted(paper: Paper, cell: Span) -> Finding | None:
    """A list whose first bullet stands beside its label; its other rows may have something to their left, as the label again."""
    below = paper.row_at(cell[1] - 1) + 1
    bullet = BULLET.match(paper.plain, *cell)
    if bullet is None or below >= len(paper.rows):
        return None
    first = (bullet.end(), cell[1])
    if not has_bullet(paper, below):
        texts = _in_column(paper, below, first, paper.quote(cell).boxes[0].x0)
        return None if texts is None else Finding("position.duties", texts[0], texts[1], "label")
    one, more = _texts(paper, [[first]]), tasks_below(paper, below)
    return None if one is None or more is None else Finding("position.duties", [*one[0], *more[0]], (*one[1], *more[1]), "label")


def _in_column(paper: Paper, below: int, first: Span, left: float) -> tuple[list[str], tuple[Span, ...]] | None:
    """The items of a list in the last cells of rows, from its first one: each begins with a bullet, and may go on in rows without one."""
    items = [[first]]
    for row in paper.rows[below:]:
        cell = row[-1]
        bullet = BULLET.match(paper.plain, *cell.span)
        indent = cell.box.x0 - left
        if bullet is not None and abs(indent) < _ALIGNED:
            items.append([(bullet.end(), cell.end)])
        elif bullet is None and len(row) == 1 and 0 <= indent < 2 * _ALIGNED:
            items[-1].append(cell.span)
        else:
            break
    return _texts(paper, items) if len(items) > 1 else None


def tasks_below(paper: Paper, first: int, until: int | None = None) -> tuple[list[str], tuple[Span, ...]] | None:
    """The list that begins at a row, until its bullets end or the letter goes on; `until` some row at the most."""
    if (side := _side_by_side(paper, first, until)) is not None:
        return side
    items: list[list[Span]] = []
    opening = BULLET.match(paper.folded(paper.row_span(first))) if first < len(paper.rows) else None
    bulleted, sort = opening is not None, None if opening is None else _sort(opening)
    for number in range(first, min(first + 24, len(paper.rows) if until is None else until)):
        span = _first_column(paper, number)
        text = paper.folded(span)
        bullet = BULLET.match(text)
        if bullet is not None and sort is not None and _sort(bullet) != sort:
            break  # « 5. … », « B. Previous position »: another list begins
        if bullet is None and _is_back_at_the_margin(paper, number, first):
            break
        if bullet is None and (_STOP.match(text) or _is_far(paper, number, 1.2 if bulleted else 2.2) or paper.dates_in(span)):
            break
        if bullet is None and bulleted and not _goes_on(paper, number, items):
            if paper.text[span[0]].isupper() and not _is_item(paper, number, first):
                break
            bullet = re.match("", text)
        if bulleted and bullet is None and items:
            items[-1].append(span)
        else:
            items.append([(span[0] + (bullet.end() if bullet else 0), span[1])])
    found = _texts(paper, items if bulleted else _by_semicolons(paper, items))
    return None if found is None or _is_form(found[0]) else found


_LEAST_BESIDE = 2


def _side_by_side(paper: Paper, first: int, until: int | None) -> tuple[list[str], tuple[Span, ...]] | None:
    """A list in two columns, of which the right one shows bullets too only if both are in one language: the left one first. None for
    any other list, as one that is told again beside itself in another language."""
    rows: list[tuple[Cell, ...]] = []
    for row in paper.rows[first : first + 24 if until is None else until]:
        goes_on = BULLET.match(paper.folded(row[0].span)) or not paper.text[row[0].start].isupper()
        if len(row) > 2 or not goes_on or (rows and abs(row[0].box.x0 - rows[0][0].box.x0) > 2 * _ALIGNED):
            break
        rows.append(row)
    last = max((number for number, row in enumerate(rows) if len(row) == 2), default=-1)
    right = [row[1] for row in rows[: last + 1] if len(row) == 2]
    while last + 1 < len(rows) and BULLET.match(paper.folded(rows[last + 1][0].span)):
        last += 1
    rows = rows[: last + 1]
    if len(right) < _LEAST_BESIDE or not rows or not BULLET.match(paper.folded(rows[0][0].span)):
        return None
    bulleted = any(BULLET.match(paper.folded(cell.span)) for cell in right)
    if bulleted and not _in_one_language(paper, [row[0] for row in rows], right):
        return None
    if any(abs(cell.box.x0 - right[0].box.x0) > _ALIGNED for cell in right):
        return None
    items: list[list[Span]] = []
    for cell in (row[0] for row in rows):
        bullet = BULLET.match(paper.plain, *cell.span)
        begun = [(bullet.end() if bullet else cell.start, cell.end)]
        items = [*items, begun] if bullet or not items else [*items[:-1], [*items[-1], cell.span]]
    for number, cell in enumerate(right):
        bullet = BULLET.match(paper.plain, *cell.span)
        first_words = (bullet.end() if bullet else cell.start, cell.end)
        open_ended = not paper.text[cell.start].isupper() and not paper.text[: right[number - 1].end].endswith((".", ";"))
        more = bullet is None and (bulleted or open_ended) if number else False
        items = [*items[:-1], [*items[-1], cell.span]] if more else [*items, [first_words]]
    return _texts(paper, items)


def _in_one_language(paper: Paper, left: Iterable[Cell], right: Iterable[Cell]) -> bool:
    spoken, beside = (language("\n".join(paper.folded(cell.span) for cell in column)) for column in (left, right))
    return spoken is not None and spoken == beside


def _first_column(paper: Paper, number: int) -> Span:
    """A row, or the first of its cells where another list goes on beside this one, as in two languages."""
    row = paper.rows[number]
    return row[0].span if any(BULLET.match(paper.folded(cell.span)) for cell in row[1:]) else paper.row_span(number)


def _sort(bullet: re.Match[str]) -> str:
    """Whether a bullet is a number, a letter or a sign."""
    mark = bullet[0].strip()
    mark = mark.lstrip("(")
    return "number" if mark[0].isdigit() else "letter" if mark.endswith((".", ")")) else "sign"


def _by_semicolons(paper: Paper, rows: list[list[Span]]) -> list[list[Span]]:
    """Rows of a list without bullets. Where semicolons stand inside of rows, they part the tasks, and not the ends of rows."""
    if not any(";" in paper.text[slice(*span)].rstrip(" ;") for row in rows for span in row):
        return rows
    tasks: list[list[Span]] = [[]]
    for span in (span for row in rows for span in row):
        cuts = [span[0], *(span[0] + place + 1 for place, sign in enumerate(paper.text[slice(*span)]) if sign == ";"), span[1]]
        for number, part in enumerate(pairwise(cuts)):
            tasks += [[]] if number else []
            tasks[-1] += [part] if paper.text[slice(*part)].strip() else []
    return [task for task in tasks if task]


_INDENT = 0.012


def _is_back_at_the_margin(paper: Paper, number: int, first: int) -> bool:
    """Whether a row begins where the row above the list does, and the list itself further in."""
    left, margin = paper.rows[first][0].box.x0, paper.rows[first - 1][0].box.x0
    return number > first and left - margin > _INDENT and paper.rows[number][0].box.x0 - margin < _INDENT / 2


def has_bullet(paper: Paper, number: int) -> bool:
    return BULLET.match(paper.folded(paper.row_span(number))) is not None


def _goes_on(paper: Paper, number: int, items: list[list[Span]]) -> bool:
    """Whether a row without a bullet is the rest of the item above: it begins small, and that one did not end."""
    if not items or paper.text[paper.rows[number][0].start].isupper() or _had_room(paper, number):
        return False
    return not paper.text[slice(*items[-1][-1])].rstrip().endswith((".", ";"))


def _had_room(paper: Paper, number: int) -> bool:
    """Whether a row's first word would have had room behind the row above: then that one did not wrap."""
    row, above = paper.rows[number], paper.rows[number - 1]
    open_ended = _ENDS_OPEN.search(paper.folded(above[-1].span)) is not None
    if len(row) > 1 or len(above) > 1 or row[0].page != above[0].page or open_ended:
        return False
    first = paper.text[row[0].start : row[0].end].split()[0]
    word = paper.quote((row[0].start, row[0].start + len(first))).boxes[0].width
    edge = max(other[-1].box.x1 for other in paper.rows[max(0, number - 9) : number + 9] if other[0].page == row[0].page)
    return above[0].box.x1 + word + _ROOM < edge


_ENDS_OPEN = re.compile(r"(?:[,(/-]|\b(?:a|au|aux|de|du|des|d'|et|ou|en|la|le|les|l'|par|pour|sur"
                        r"|of|and|or|the|to|in|for|with|on|at|by))\s*$",
                        re.ASCII)
_ROOM = 0.05
"""Of the page's width: more than a blank, so that ragged lines and hyphens do not count."""


def _is_item(paper: Paper, number: int, first: int) -> bool:
    """A bullet that was not read: the row begins where the texts of the list begin."""
    bullet = BULLET.match(paper.plain, *paper.row_span(first))
    text = (bullet.end() if bullet else paper.rows[first][0].start, paper.row_span(first)[1])
    if not paper.words(text).strip():
        return False  # a bullet and nothing behind it
    texts = paper.quote(text).boxes[0].x0
    return (
        abs(paper.rows[number][0].box.x0 - texts) < _ALIGNED
        and len(paper.words(paper.row_span(number)).split()) > 2
    )


_ALIGNED = 0.015
"""Of the page's width."""


def _is_far(paper: Paper, number: int, most: float) -> bool:
    """Whether a gap of more than so many heights parts a row from the one above, beyond what parts that one from its own."""
    above, row = paper.rows[number - 1][0], paper.rows[number][0]
    before = paper.rows[number - 2][0] if number > 1 else above
    usual = max(0.0, above.box.y0 - before.box.y1) if before.page == above.page else 0.0
    return above.page != row.page or row.box.y0 - above.box.y1 > max(most * max(above.box.height, row.box.height), 1.6 * usual)


def _texts(paper: Paper, items: list[list[Span]]) -> tuple[list[str], tuple[Span, ...]] | None:
    texts = [" ".join(paper.words(span) for span in item).strip(" .;,") for item in items]
    kept = [(text, item) for text, item in zip(texts, items, strict=True) if sum(letter.isalpha() for letter in text) >= 6]
    if not any(len(text.split()) > 1 for text, _ in kept):  # one word alone is a heading
        return None
    return [text for text, _ in kept], tuple(span for _, item in kept for span in item if paper.text[slice(*span)].strip())
