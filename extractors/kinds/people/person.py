"""Whose paper it is: alike on every kind of paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Span, first
from extractors.fields.labels import LABELS, begins_with_label, labelled
from extractors.fields.names import HONORIFIC, is_name, looks_damaged, name_at, name_before
from extractors.fields.text.plain import key
from extractors.kinds.people.introduced import (
    BEHIND_TITLE,
    above_address,
    addressed,
    begun,
    born,
    certified,
    described,
    graduates,
    regarded,
    subjects,
    titled,
    with_given,
)
from extractors.kinds.plausible import cell_below
from extractors.kinds.sheet.mail import correspondents, greeted
from extractors.paper import Cell, Paper


def find_person(paper: Paper) -> Finding | None:
    """The person's name, from the surest place that gives one; surer where a second place gives it again."""
    named = [_over_its_column(paper, _with_first_names(paper, one)) for one in _candidates(paper) if one is not None]
    writers = {name for name, writes in correspondents(paper).items() if writes}
    found = [one for one in named if not _FIRM.search(key(str(one.value))) and key(str(one.value)) not in writers]
    if not found:
        return None
    signed = _signed_names(paper)
    best = next((one for one in found if one.pattern == "label" or key(str(one.value)) not in signed), found[0].doubted(2))
    best = next((other for other in found if _is_fuller(paper, other, best)), best)
    agreeing = [other for other in found if other.spans != best.spans and _same_person(str(best.value), str(other.value))]
    rivals = [other for other in found if other.doubts == 0 and key(str(other.value)) not in signed
              and not _same_person(str(best.value), str(other.value))]
    longer = any(len(key(str(other.value)).split()) > len(key(str(best.value)).split()) for other in agreeing)
    doubts = best.doubts + 2 * looks_damaged(str(best.value)) + (longer or bool(rivals and not agreeing))
    return Finding(best.name, best.value, best.spans, best.pattern, doubts, agreed=bool(agreeing))


_REST = re.compile(r"(?:[A-ZÀ-Ý][\w'’-]+\s?){1,4}(?=,)")


def _over_its_column(paper: Paper, finding: Finding) -> Finding:
    """« … la señora YULI ANDREA CÁRDENAS / MOSQUERA, identificada … » in a text of narrow columns: the rest from below, in doubt."""
    below = cell_below(paper, finding.spans[-1]) or _row_below(paper, finding)
    rest = None if below is None else _REST.match(paper.text, below.start, below.end)
    whole = f"{finding.value} {rest[0].strip()}" if rest is not None else ""
    return finding if rest is None or not is_name(whole) else replace(
        finding, value=whole, spans=(*finding.spans, rest.span()), doubts=finding.doubts + 1)


def _row_below(paper: Paper, finding: Finding) -> Cell | None:
    """The row below a name in capitals that ends its row, if it begins in capitals too."""
    end = finding.spans[-1][1]
    below = paper.rows[min(paper.row_at(end - 1) + 1, len(paper.rows) - 1)]
    first = paper.words(below[0].span).partition(",")[0]
    in_capitals = str(finding.value).isupper() and first.isupper()
    return below[0] if _ends_row(paper, end) and in_capitals and finding.pattern != "label" and below[0].start > end else None


def _ends_row(paper: Paper, end: int) -> bool:
    return not paper.text[end : paper.row_span(paper.row_at(end - 1))[1]].strip()


def _with_first_names(paper: Paper, finding: Finding) -> Finding:
    """« Dear Ms. Vera Luz » of a letter to « Ana Maria Vera Luz »: the name as it stands whole, alone in a cell or in a sentence."""
    said, name = str(finding.value), finding.spans[0]
    for match in re.finditer(rf"(?<=[^\W\d_][ ,]|, ){re.escape(said)}(?!\w)", paper.text) if len(finding.spans) == 1 else ():
        whole = next((cell.span for cell in paper.rows[paper.row_at(match.start())] if cell.start <= match.start() < cell.end), name)
        words = paper.words(whole)
        before = name_before(paper.text, match.end())
        titled = before is not None and BEHIND_TITLE.match(paper.text, *before) is not None
        if before is not None and not titled and before[0] < match.start() and _PARTED.search(paper.text, 0, before[0]):
            return replace(finding, value=paper.words(before), spans=(before,))
        named = is_name(words) or is_name(words.replace(",", "", 1))
        if words.endswith(said) and named and not (BEHIND_TITLE.match(words) or _PROFESSION.match(words)):
            return replace(finding, value=words, spans=(whole,))
    return finding


_PROFESSION = re.compile(r"(?:Professor|Prof\.?|Engineer|Doctor|Nurse|Docteur|Professeure?|Ingénieure?)\s")
_PARTED = re.compile(r"(?:[-–—:]\s|\n|\t)$")
_FIRM = re.compile(
    r"\b(?:societe|company|groupe?|school|ecole|college|institute?|banque|bank|hospital|hopital|clini(?:que|c)|industries|technologies"
    r"|limited|private|enterprises?|entreprise|agency|agence|centre|center|department|departement|faculty|faculte|board|ministere|ministry"
    r"|computer|science|sciences|engineering|officers?|engineers?|administrators?|coordinators?|developers?|accountants?|accounting"
    r"|resources"
    r"|ressources|humaines)\b", re.ASCII)
"""Words that names of firms, schools, subjects and functions have, and no person's."""


def _signed_names(paper: Paper) -> set[str]:
    """Names alone in the last rows: of who signs, who may have written their own name at the head as well."""
    low = {key(paper.words(cell.span)) for row in paper.rows[-4:] for cell in row if is_name(paper.words(cell.span))}
    undersigned = (name_at(paper.text, (match.end(), match.end() + 60)) for match in _UNDERSIGNED.finditer(paper.text))
    return low | {key(paper.words(name)) for name in undersigned if name is not None}


_UNDERSIGNED = re.compile(rf"soussignée?s?,?\s(?:{HONORIFIC}\s+)?|\bI,?\sthe undersigned,?\s(?:{HONORIFIC}\s+)?")


_HOLDER = (
    r"(?:personne (?:salariee|employee|concernee)|etudiant|candidat|employe|salarie|stagiaire|titulaire|eleve|beneficiaire|apprenant"
    r"|travailleur|agent|interesse)"
    r"(?:e|\(e\)|·e)?"
)
_BEARER = (r"(?:holder|graduate|employee|recipient|bearer|worker|student|candidate|applicant|trainee|learner|test taker|official"
    r"|incumbent|individual"
           r"|person|government servant)")
_NAME = (
    rf"(?:nom(?:\(s\)|s)? (?:et|&|/) (?:post-?noms?,? (?:et )?)?prenom(?:\(s\)|s)?(?: (?:de l'|de la |du ){_HOLDER})?"
    rf"|prenom(?:\(s\)|s)? (?:et|&|/) nom(?:\(s\)|s)?|noms?,? (?:et )?post-?noms?(?:,? et prenoms?)?|nom (?:complet )?(?:de l'|de la "
    rf"|du ){_HOLDER}"
    rf"|{_HOLDER}(?=\s?[:=/]|\s*$)|name on (?:the )?(?:documents?|certificate|record)|(?:full )?names? (?:of )?(?:the )?{_BEARER}"
    rf"|{_BEARER}(?:'?s)?(?: full)? names?"
    rf"|identite(?=\s?:|\s*$)"
    rf"|names?(?: in full)?|full names?|(?:last|family) names?,? (?:and |/ )?(?:given|first) names?(?:\(s\))?|{LABELS['name']})")
_SURNAME = rf"(?:nom\(s\)|nom (?:de naissance|patronymique|d'usage)|family names?|{LABELS['surname']})"


def _candidates(paper: Paper) -> Iterator[Finding | None]:
    yield first((_surname_and_given(paper), _full_name(paper, _NAME), _full_name(paper, _SURNAME)))
    yield from (_finding(paper, span, "phrase", 0) for span in certified(paper))
    yield from (_finding(paper, span, "phrase", 0 if again else 2) for span, again in regarded(paper))
    yield from (_finding(paper, span, "phrase", 0) for span in (*subjects(paper), *described(paper), *born(paper), *graduates(paper)))
    yield from (_finding(paper, span, "phrase", 0 if number == 0 else 1) for number, span in enumerate(titled(paper)))
    yield from (_finding(paper, span, "phrase", 1) for span in (*addressed(paper), *greeted(paper), *above_address(paper)))


_FOLLOWING = re.compile(
    r"\s[-(]?\s?(?:code permanent|matricule|date de naissance|date of birth|nee? le|nee? a|ne\(e\)|born|prenom|sexe?|nationalite"
    r"|nationality"
    r"|(?:hall ticket|roll|seat|register|reg|registration|enrol?l?ment|admission|student|index|matric|matriculation|exam|candidate"
    r"|employee|emp|staff|payroll|passport|prn|permanent|id|identification|serial|sl|certificate)\.? ?(?:no|n°|number|id|code|#)\b"
    r"|n°|no\.|cin\b|cni\b|c\.c\.|emploi\b|poste\b|fonction\b|position\b|designation\b|code\b|client id)", re.ASCII)
"""Labels that may stand behind a name on its row."""


def _full_name(paper: Paper, label: str) -> Finding | None:
    for value in labelled(paper, label):
        row = paper.row_span(paper.row_at(value.label[0]))[0]
        if _OF_ANOTHER.search(paper.plain, max(row, value.label[0] - 24), value.label[0]):
            continue
        span = _up_to_label(paper, value.span)
        name = with_given(paper, begun(paper, span), span)
        if name is not None and (value.sure or len(paper.words(name).split()) > 1):
            if label == _SURNAME and len(paper.words(name).split()) < 2:
                continue
            rest = paper.text[name[1] : span[1]].strip(" .,—–-")
            return _finding(paper, name, "label", (not value.sure) + bool(rest) + (len(paper.words(name).split()) < 2))
    return None


_OF_ANOTHER = re.compile(
    r"\b(?:father|mother|guardian|spouse|company|firm|school|college|course|program(?:me)?|test|bank|supervisor|manager|cent(?:er|re)"
    r"|institution|employer|pere|mere|parent|conjoint|university|exam(?:ination)?|subject|branch|referee|witness)(?:'s|s)?'?\s?$", re.ASCII)
"""What makes a label « … name » that of someone or something else."""


def _up_to_label(paper: Paper, span: Span) -> Span:
    """A label's value up to the next label of its row; a surname's comma joins it to what follows."""
    start = span[0] + len(paper.text[slice(*span)]) - len(paper.text[slice(*span)].lstrip())
    whole = next((cell.end for cell in paper.rows[paper.row_at(start)] if cell.start <= start < cell.end), span[1])
    following = _FOLLOWING.search(paper.plain, start, whole)
    return start, following.start() if following and following.start() > start else span[1]


def _surname_and_given(paper: Paper) -> Finding | None:
    """Surname and first names under their own labels, put together as a person would say them."""
    surname = next((name for value in labelled(paper, _SURNAME) if (name := name_at(paper.text, _up_to_label(paper, value.span)))), None)
    given = next((name for value in labelled(paper, "given") if (name := name_at(paper.text, value.span))), None)
    if surname is None or given is None:
        return None
    parts = [given, *_wrapped(paper, given), surname, *_wrapped(paper, surname)]
    return Finding("person.name", " ".join(paper.words(part) for part in parts), tuple(parts), "label", 2 * (len(parts) > 2))


def _wrapped(paper: Paper, name: Span) -> list[Span]:
    """The rest of a name that its narrow column broke: a name alone in the cell right below, which no label begins."""
    number = paper.row_at(name[0])
    cell = next((cell for cell in paper.rows[number] if cell.start <= name[0] < cell.end), None)
    if cell is None or len(paper.rows[number]) < 2 or number + 1 >= len(paper.rows) or paper.text[name[1] : cell.end].strip():
        return []
    for left, below in zip((None, *paper.rows[number + 1]), paper.rows[number + 1], strict=False):
        if left is not None and begins_with_label(paper, left):
            continue
        column = abs(below.box.x0 - cell.box.x0) < 0.02 or abs(below.box.x0 - paper.quote(name).boxes[0].x0) < 0.02
        whole = name_at(paper.text, below.span)
        near = below.box.y0 - cell.box.y1 < cell.box.height
        if column and near and whole is not None and whole[1] >= below.end and not begins_with_label(paper, below):
            return [whole]
    return []


def _finding(paper: Paper, span: Span, pattern: str, doubts: int) -> Finding:
    title = BEHIND_TITLE.match(paper.text, *span) or _PROFESSION.match(paper.text, *span)
    span = _in_its_column(paper, span)
    span = (title.end(), span[1]) if title and len(paper.words((title.end(), span[1])).split()) > 1 else span
    words = paper.words(span).rstrip(",")
    name = words if len(words.rpartition(" ")[2]) < 4 else words.rstrip(".")  # « R. », "Jr." keep their full stop
    return Finding("person.name", name, (span,), "label" if pattern == "label" else "phrase", doubts)


def _in_its_column(paper: Paper, span: Span) -> Span:
    """A name up to the end of its row where that has columns: what stands in the next row is another's."""
    end = paper.text.find("\n", *span)
    first, last = paper.rows[paper.row_at(span[0])], paper.rows[paper.row_at(span[1] - 1)]
    if end < 0 or max(len(first), len(last)) == 1:
        return span
    below = cell_below(paper, (span[0], end))
    goes_on = below is not None and _REST.match(paper.text, below.start, below.end) is not None
    return (span[0], end) if goes_on or len(paper.words((span[0], end)).split()) > 1 else span


def _is_fuller(paper: Paper, other: Finding, best: Finding) -> bool:
    """Whether another place gives the first names before the same surnames, or more between: « Mme Quispe Huaranga », « Milagros Quispe
    Huaranga »; « Jaspreet Sandhu », « Jaspreet Kaur Sandhu »; or more behind a name that its row's end cut."""
    words, more = key(str(best.value)).split(), key(str(other.value)).split()
    within = len(words) > 1 and len(more) > len(words) and more[0] == words[0] and more[-1] == words[-1] and set(words) <= set(more)
    end = best.spans[-1][1]
    elsewhere = other.spans[0][0] != best.spans[0][0]
    cut = elsewhere and _ends_row(paper, end) and len(more) > len(words) and more[: len(words)] == words
    return best.pattern != "label" and not other.doubts and (within or cut or " ".join(more).endswith(" " + " ".join(words)))


def _same_person(one: str, other: str) -> bool:
    words, others = set(key(one).split()), set(key(other).split())
    return words <= others or others <= words
