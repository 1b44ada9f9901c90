"""Whose paper it is, and when that person was born: alike on every kind of paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.finding import Finding, Span, first
from extractors.fields.labels import labelled
from extractors.fields.names import is_name, looks_damaged, name_at, names_after_titles
from extractors.fields.plain import key
from extractors.kinds.dating import date_finding
from extractors.paper import Paper

_CERTIFIED = re.compile(
    r"(?:atteste(?:nt)?(?: par la presente)?(?: que)?|certif(?:ie|ient|ions|y|ies|ied)(?: par la presente)?(?: that| que)?|confirm(?:e|ons|s)?(?: that| que)|recommend|attestons(?: par la presente)? que|that"
    r"|decernee?s? (?:le present diplome )?a|confere(?: a)?|conferee? a|a conferee? a|delivree? a|accordee? a|remise? a|awarded to|confers?(?:red)?(?: up)?on|admitted|presented to|que|a)"
    r"(?:\s?/\s?[a-z ]{4,40})?\s{0,2}[:,]?\s{1,2}", re.ASCII)
_BORN = re.compile(r"(?:nee?|ne\(e\)|ne\s?/\s?nee|nacid[oa]|born)(?: a [a-z' -]{2,30}(?: \([a-z' -]{2,30}\))?,?)?(?: le| on| en|(?: le)? / born on| el)?\s{1,2}$|d\.?o\.?b\.?\s?:?\s?$|naissance[^.\n]{0,30}$|date of birth[^.\n]{0,12}$", re.ASCII)


def find_person(paper: Paper) -> Finding | None:
    """The person's name, from the surest place that gives one; doubted where two places give two names."""
    found = [finding for finding in _candidates(paper) if finding is not None]
    if not found:
        return None
    best = found[0]
    agreeing = [other for other in found[1:] if _same_person(str(best.value), str(other.value))]
    doubts = best.doubts + 2 * looks_damaged(str(best.value))
    return Finding(best.name, best.value, best.spans, best.pattern, doubts, agreed=bool(agreeing))


def find_birth_date(paper: Paper) -> Finding | None:
    """The date of birth, beside its label or after « né le »."""
    beside = [date_finding(paper, "person.birth_date", date, "label") for value in labelled(paper, "birth") for date in paper.dates_in(value.span)[:1]]
    after = [date_finding(paper, "person.birth_date", date, "phrase") for date in paper.dates if _BORN.search(_before(paper, date.start))]
    found = [*beside, *after]
    if not found:
        return None
    others = {str(other.value) for other in found}
    best = found[0]
    return best.doubted(2) if len(others) > 1 else Finding(best.name, best.value, best.spans, best.pattern, best.doubts, len({other.spans for other in found}) > 1, others=best.others)


def _candidates(paper: Paper) -> Iterator[Finding | None]:
    yield first((_surname_and_given(paper), _full_name(paper, "name"), _full_name(paper, "surname")))
    yield from (_finding(paper, span, "phrase", 0) for span in _certified(paper))
    yield from (_finding(paper, span, "phrase", 0 if number == 0 else 1) for number, span in enumerate(_titled(paper)))


def _full_name(paper: Paper, label: str) -> Finding | None:
    for value in labelled(paper, label):
        name = name_at(paper.text, value.span)
        if name is not None and (value.sure or len(paper.words(name).split()) > 1):
            if label == "surname" and len(paper.words(name).split()) < 2:
                continue
            rest = paper.text[name[1]:value.span[1]].strip(" .,")
            return _finding(paper, name, "label", (not value.sure) + bool(rest) + (len(paper.words(name).split()) < 2))
    return None


def _surname_and_given(paper: Paper) -> Finding | None:
    """Surname and first names under their own labels, put together as a person would say them."""
    surname = next((name for value in labelled(paper, "surname") if (name := name_at(paper.text, value.span))), None)
    given = next((name for value in labelled(paper, "given") if (name := name_at(paper.text, value.span))), None)
    if surname is None or given is None:
        return None
    return Finding("person.name", f"{paper.words(given)} {paper.words(surname)}", (given, surname), "label")


def _certified(paper: Paper) -> Iterator[Span]:
    """Names that follow « certifie que » or « décerné à », on the same line or alone on the next."""
    for match in _CERTIFIED.finditer(paper.flat):
        if match.start() and paper.plain[match.start() - 1].isalnum():
            continue
        start = match.end()
        title = re.compile(r"(?:Mme|Mlle|M\.|Mr\.?|Ms\.?|Mrs\.?|Monsieur|Madame|Mademoiselle|Miss|Mx|la señora|el señor)\s").match(paper.text, start)
        start = title.end() if title else start
        row_end = paper.row_span(paper.row_at(start))[1]
        name = name_at(paper.text, (start, min(len(paper.text), max(row_end, start + 1) if not title else start + 90)))
        short = match[0].strip(" :,\n") in ("a", "que", "that")
        if name is not None and len(paper.words(name).split()) > 1 and (not short or title or is_name(paper.words((start, row_end)))):
            yield name


def _titled(paper: Paper) -> Iterator[Span]:
    """Names after Monsieur, Mme; « M. » in the last rows is a signature's initial."""
    last = paper.rows[-1][-1].end
    for span in names_after_titles(paper.text):
        if span[0] < 0.75 * last or not paper.text[:span[0]].rstrip().endswith("M."):
            yield span


def _finding(paper: Paper, span: Span, pattern: str, doubts: int) -> Finding:
    return Finding("person.name", paper.words(span).rstrip(".,"), (span,), "label" if pattern == "label" else "phrase", doubts)


def _same_person(one: str, other: str) -> bool:
    words, others = set(key(one).split()), set(key(other).split())
    return words <= others or others <= words


def _before(paper: Paper, start: int) -> str:
    return " ".join(paper.plain[max(0, start - 60):start].split()) + " "
