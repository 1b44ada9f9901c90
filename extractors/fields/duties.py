"""Lists of tasks: lines under « Principales tâches », with bullets or without, or a sentence of them parted by semicolons."""

from __future__ import annotations

import re

from extractors.fields.finding import Span
from extractors.paper import Paper

_HEADING = re.compile(
    r"(?:(?:principales? |main |key |primary |most recent |ses |his |her |their |vos |your |les |dernieres |[0-9]\. ?){0,2}(?:taches|duties|responsabilites|responsibilities|fonctions|functions|attributions|missions)(?: [^\n:.]{0,60})?"
    r"|description (?:des taches|du poste|of duties|des fonctions)|job (?:duties|profile|description)|duties[^\n:.]{0,50}|(?:elle|il) (?:est|etait|a ete) (?:appelee?|chargee?)(?: a| de)?|(?:dans le cadre de ses fonctions|a ce titre)[^\n:.]{0,60}"
    r"|profil du poste|nature des taches|funciones[^\n:.]{0,40}|fonctions exercees[^\n:.]{0,30})\s?:?\s*$", re.ASCII)
_INLINE = re.compile(r"(?:taches|responsabilites|fonctions|duties|responsibilities)(?: principales)? (?:consist(?:ai(?:en)?t|ent|e|ed|s?) (?:a|en|of|in)|comprenaient|comprennent|etaient|sont|included?|were|are|include)(?: (?:les suivantes|the following|notamment))?\s?:?\s(?P<list>[^.]{12,600})\.", re.ASCII)
_BULLET = re.compile(r"\s?(?:[•▪■□●○◦·‣►✓✔√–—*-]|[0-9]{1,2}[.)]|[a-h][.)]|o(?=\s))\s*", re.ASCII)
_STOP = re.compile(
    r"(?:cette|ce|la presente|le present|les renseignements|ces renseignements|pour (?:toute|tout|plus)|n'hesitez|nous |veuillez|en foi|fait |au cours|fondee?|il |elle |monsieur|madame|m\. |mme |cordialement|salutations|a ce jour|attestation|durant|je |son |sa |ses "
    r"|this|please|sincerely|yours|he |she |his |her |mr|ms|we |in our|during|should|for |established|issued|the (?:position|last|above)|if you|thank|respectfully|best regards|regards|certified|temps de|salaire|duree|horaire|est[ae] |se expide|atentamente|tel\b|[a-z' -]{3,30} :)", re.ASCII)


def find_duties(paper: Paper) -> tuple[list[str], tuple[Span, ...]] | None:
    """The tasks as printed, without bullets and final marks, and where they stand."""
    for number in range(len(paper.rows)):
        span = paper.row_span(number)
        text = paper.folded(span)
        heading = _HEADING.search(text)
        if heading is not None and (heading.start() == 0 or heading[0].rstrip().endswith(":") or len(text) < 60):
            found = _listed(paper, number + 1)
            if found is not None:
                return found
    return _said(paper)


def _listed(paper: Paper, first: int) -> tuple[list[str], tuple[Span, ...]] | None:
    items: list[list[Span]] = []
    bulleted = first < len(paper.rows) and _BULLET.match(paper.folded(paper.row_span(first))) is not None
    for number in range(first, min(first + 24, len(paper.rows))):
        span = paper.row_span(number)
        text = paper.folded(span)
        bullet = _BULLET.match(text)
        if bullet is None and (_STOP.match(text) or _is_far(paper, number)):
            break
        if bullet is None and bulleted and not _goes_on(paper, number, items):
            if paper.text[span[0]].isupper() and not _is_item(paper, number, first):
                break
            bullet = re.match("", text)
        if bulleted and bullet is None and items:
            items[-1].append(span)
        else:
            items.append([(span[0] + (bullet.end() if bullet else 0), span[1])])
    return _texts(paper, items)


def _goes_on(paper: Paper, number: int, items: list[list[Span]]) -> bool:
    """Whether a row without a bullet is the rest of the item above: that ended in the middle, close to the right edge."""
    if not items:
        return False
    above = paper.text[slice(*items[-1][-1])].rstrip()
    if paper.text[paper.rows[number][0].start].isupper() and paper.plain[paper.rows[number][0].start:].count(" ", 0, 60) > 0 and above[-1:].isalpha() and _is_item(paper, number, number - 1):
        return False
    return not above.endswith((".", ";")) and paper.rows[number - 1][-1].box.x1 > 0.72


def _is_item(paper: Paper, number: int, first: int) -> bool:
    """A bullet that was not read: the row begins where the texts of the list begin."""
    return abs(paper.rows[number][0].box.x0 - paper.rows[first][0].box.x0) < 0.045 and len(paper.words(paper.row_span(number)).split()) > 2


def _is_far(paper: Paper, number: int) -> bool:
    """Whether a gap of more than two lines parts a row from the one above."""
    above, row = paper.rows[number - 1][0], paper.rows[number][0]
    return above.page != row.page or row.box.y0 - above.box.y1 > 2.2 * max(above.box.height, row.box.height)


def _texts(paper: Paper, items: list[list[Span]]) -> tuple[list[str], tuple[Span, ...]] | None:
    texts = [" ".join(paper.words(span) for span in item).strip(" .;,") for item in items]
    kept = [(text, item) for text, item in zip(texts, items, strict=True) if sum(letter.isalpha() for letter in text) >= 6]
    if not kept:
        return None
    return [text for text, _ in kept], tuple(span for _, item in kept for span in item if paper.text[slice(*span)].strip())


def _said(paper: Paper) -> tuple[list[str], tuple[Span, ...]] | None:
    match = _INLINE.search(paper.plain)
    if match is None:
        return None
    start, end = match.span("list")
    parts = [part.strip(" .;,") for part in re.split(r";|\n\n", " ".join(paper.text[start:end].split()))]
    if len(parts) == 1:
        parts = [part.strip() for part in re.split(r", (?:et |and )?", parts[0])]
    return [part for part in parts if len(part) > 5], ((start, end),)
