"""Whose paper it is, and when that person was born: alike on every kind of paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Span, first
from extractors.fields.labels import begins_with_label, labelled
from extractors.fields.names import is_name, looks_damaged, name_at, names_after_titles
from extractors.fields.text.plain import key
from extractors.kinds.parts.dating import BORN, date_finding
from extractors.paper import Paper

_CERTIFIED = re.compile(
    r"(?:atteste(?:nt)?(?: par la presente)?(?: que)?|certif(?:ie|ient|ions|y|ies|ied)(?: par la presente)?(?: that| que)?"
    r"|confirm(?:e|ons|s)?(?: that| que)|recommend|attestons(?: par la presente)? que|that"
    r"|decernee?s? (?:le present diplome )?a|confere(?: a)?|conferee? a|a conferee? a|delivree? a|accordee? a|remise? a"
    r"|awarded to|confers?(?:red)?(?: up)?on|upon|admitted|presented to|que|a)"
    r"(?:\s?/\s?[a-z ]{4,40})?\s{0,2}[:,]?\s{1,2}",
    re.ASCII,
)


def find_person(paper: Paper) -> Finding | None:
    """The person's name, from the surest place that gives one; surer where a second place gives it again."""
    found = [finding for finding in _candidates(paper) if finding is not None]
    if not found:
        return None
    signed = _signed_names(paper)
    best = next((one for one in found if one.pattern == "label" or key(str(one.value)) not in signed), found[0].doubted(2))
    agreeing = [other for other in found[1:] if _same_person(str(best.value), str(other.value))]
    doubts = best.doubts + 2 * looks_damaged(str(best.value))
    return Finding(best.name, best.value, best.spans, best.pattern, doubts, agreed=bool(agreeing))


def _signed_names(paper: Paper) -> set[str]:
    """Names alone in the last rows: of who signs, who may have written their own name at the head as well."""
    return {key(paper.words(cell.span)) for row in paper.rows[-4:] for cell in row if is_name(paper.words(cell.span))}


def find_birth_date(paper: Paper) -> Finding | None:
    """The date of birth, beside its label or after « né le »."""
    beside = [
        date_finding(paper, "person.birth_date", date, "label")
        for value in labelled(paper, "birth")
        for date in paper.dates_in(value.span)[:1]
    ]
    after = [
        date_finding(paper, "person.birth_date", date, "phrase")
        for date in paper.dates
        if BORN.search(_before(paper, date.start))
    ]
    found = [*beside, *after]
    if not found:
        return None
    others = {str(other.value) for other in found}
    best = found[0]
    if len(others) > 1:
        return best.doubted(2)
    return replace(best, agreed=len({other.spans for other in found}) > 1)


def _candidates(paper: Paper) -> Iterator[Finding | None]:
    yield first((_surname_and_given(paper), _full_name(paper, "name"), _full_name(paper, "surname")))
    yield from (_finding(paper, span, "phrase", 0) for span in _certified(paper))
    yield from (_finding(paper, span, "phrase", 0) for span in _subjects(paper))
    yield from (_finding(paper, span, "phrase", 0) for span in _born(paper))
    yield from (_finding(paper, span, "phrase", 0 if number == 0 else 1) for number, span in enumerate(_titled(paper)))


def _full_name(paper: Paper, label: str) -> Finding | None:
    for value in labelled(paper, label):
        name = _with_given(paper, _begun(paper, value.span), value.span)
        if name is not None and (value.sure or len(paper.words(name).split()) > 1):
            if label == "surname" and len(paper.words(name).split()) < 2:
                continue
            rest = paper.text[name[1] : value.span[1]].strip(" .,")
            return _finding(paper, name, "label", (not value.sure) + bool(rest) + (len(paper.words(name).split()) < 2))
    return None


def _begun(paper: Paper, span: Span) -> Span | None:
    """The name that begins a label's value; a surname alone before its comma counts."""
    comma = paper.text.find(",", *span)
    return name_at(paper.text, span) or (name_at(paper.text, (span[0], comma)) if comma > 0 else None)


def _with_given(paper: Paper, name: Span | None, within: Span) -> Span | None:
    """« TREMBLAY, Marie-Josée »: the first names behind the surname's comma belong to the name."""
    if name is None or not paper.text.startswith(",", name[1]):
        return name
    given = name_at(paper.text, (name[1] + 1, within[1]))
    return (name[0], given[1]) if given is not None and not paper.text[given[1] : within[1]].strip() else name


def _surname_and_given(paper: Paper) -> Finding | None:
    """Surname and first names under their own labels, put together as a person would say them."""
    surname = next((name for value in labelled(paper, "surname") if (name := name_at(paper.text, value.span))), None)
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


def _certified(paper: Paper) -> Iterator[Span]:
    """Names that follow « certifie que » or « décerné à », on the same line or alone on the next."""
    for match in _CERTIFIED.finditer(paper.flat):
        if match.start() and paper.plain[match.start() - 1].isalnum():
            continue
        start = match.end()
        title = re.compile(
            r"(?:Mme|Mlle|M\.|Mr\.?|Ms\.?|Mrs\.?|Monsieur|Madame|Mademoiselle|Miss|Mx|la señora|el señor)\s"
        ).match(paper.text, start)
        start = title.end() if title else start
        row_end = paper.row_span(paper.row_at(start))[1]
        name = name_at(paper.text, (start, min(len(paper.text), max(row_end, start + 1) if not title else start + 90)))
        short = match[0].strip(" :,\n") in ("a", "que", "that")
        if paper.language == "en" and paper.text[match.start()] == "a" and match[0].split()[0] == "a":
            continue  # the English article, not « à »
        if (
            name is not None
            and len(paper.words(name).split()) > 1
            and (not short or title or is_name(paper.words((start, row_end))))
        ):
            yield name


_BORN_WORD = re.compile(r"(?<![a-z])(?:nee?|ne\(e\)|born|nacid[oa])(?![a-z])", re.ASCII)


def _born(paper: Paper) -> Iterator[Span]:
    """Names that stand before « né le »: on its row, up to a comma, or at the end of the row above."""
    for match in _BORN_WORD.finditer(paper.plain):
        row = paper.row_at(match.start())
        start = paper.row_span(row)[0]
        if match.start() - start < 3 and row > 0:
            cell = paper.rows[row - 1][-1]
            start, end = cell.start, cell.end
        else:
            end = match.start()
        colon = max(paper.text.rfind(mark, start, end) for mark in (":", "\t"))
        start = colon + 1 if colon >= 0 else start
        text = paper.text[start:end].rstrip(" ,(")
        if is_name(text.strip()):
            start += len(text) - len(text.lstrip())
            yield start, start + len(text.strip())


_EMPLOYED = re.compile(
    r"\s(?:is|was|has|had|est|a|travaille|occupe|exerce|holds|works|worked|joined|served|labora"
    r"|laboro)\s(?:(?:been|ete|currently|presently|actuellement|presentement|now|toujours) ){0,2}"
    r"(?:employ|working|work|hired|promoted|promue?|travaill|occup|exerc|held|served|servi|engag|embauch|recrut|chez|pour|with|us|our"
    r"|the|notre|a (?:notre|l') ?emploi|inscri|as\b|au\b|le\b|les\b|en\b)",
    re.ASCII,
)


_BEFORE_A_SUBJECT = (". ", ": ", ", ", "\f", " that ", " que ")


_IS_SOMETHING = re.compile(
    r"\s(?:est|is|etait|was|a ete|has been)\s(?:an? |un |une |notre |our )?[a-z][^.,;:]{3,60}?\s"
    r"(?:depuis|since|from|du|a notre|au sein|chez|dans notre|at|with|in our)\s",
    re.ASCII,
)


def _subjects(paper: Paper) -> Iterator[Span]:
    """Names that begin a sentence about work: "Alain Koffi is employed …", « Awa Sy est infirmière chez nous depuis … »."""
    for match in (*_EMPLOYED.finditer(paper.flat), *_IS_SOMETHING.finditer(paper.flat)):
        marks = ((paper.flat.rfind(mark, max(0, match.start() - 60), match.start()), len(mark)) for mark in _BEFORE_A_SUBJECT)
        start = max(at + length if at >= 0 else 0 for at, length in marks)
        row = paper.row_span(paper.row_at(match.start()))[0]
        start = max(start, row) if row < match.start() else start
        while start < match.start() and not paper.text[start].isalpha():
            start += 1
        name = name_at(paper.text, (start, match.start()))
        if name is not None and name[1] == match.start() and len(paper.words(name).split()) > 1:
            yield name


def _titled(paper: Paper) -> Iterator[Span]:
    """Names after Monsieur, Mme; one alone on its row near the end is the signature's."""
    last = paper.rows[-1][-1].end
    for span in names_after_titles(paper.text):
        start, end = paper.row_span(paper.row_at(span[0]))
        alone = span[0] - start < _TITLE_LETTERS and not paper.text[span[1] : end].strip(" .,")
        initial = span[0] > 0.75 * last and paper.text[: span[0]].rstrip().endswith("M.")
        if not initial and not (alone and span[0] > 0.6 * last):
            yield span


_TITLE_LETTERS = 14


def _finding(paper: Paper, span: Span, pattern: str, doubts: int) -> Finding:
    return Finding("person.name", paper.words(span).rstrip(".,"), (span,), "label" if pattern == "label" else "phrase", doubts)


def _same_person(one: str, other: str) -> bool:
    words, others = set(key(one).split()), set(key(other).split())
    return words <= others or others <= words


def _before(paper: Paper, start: int) -> str:
    return " ".join(paper.plain[max(0, start - 60) : start].split()) + " "
