"""From read pages to evidence: split into documents, each of a kind, each kind's fields found, weighed and placed.

Nothing here knows the time, the network or a file but its own tables: `today` is passed in, and so is the second reader.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extractors.calibration import Clue
from extractors.confirm import Reread, SecondLook, looked_again
from extractors.evidence import Alternative, DocumentReading, Field, Issue, Json, Kind, PageBox
from extractors.fields.finding import Finding
from extractors.fields.text.plain import key
from extractors.kinds import diploma, employment_letter, french_test, job_papers, school_papers
from extractors.kinds.conclusions import concluded
from extractors.kinds.consistency import weigh_together
from extractors.kinds.plausible import weigh_words
from extractors.kinds.sheet.marks import missing_marks
from extractors.pages.page import Page
from extractors.paper import Paper, read_paper
from extractors.sorting.split import Part, split
from extractors.tagging.adding import added, rival
from extractors.tagging.comparing import compared
from extractors.tagging.opinion import Opinion, opinion
from extractors.tagging.positions import bounds_settled, several_seen, titles_mended, without_phantoms
from extractors.tagging.tagger import Tag, Tagged, tag_shipped
from extractors.tagging.terms import terms_seen

__all__ = ["Reread", "extract"]

_FIND = {
    "french_test": french_test.find_fields,
    "employment_letter": employment_letter.find_fields,
    "diploma": diploma.find_fields,
    "job_offer": job_papers.find_offer,
    "pay_slip": job_papers.find_pay_slip,
    "record_of_employment": job_papers.find_record,
    "work_permit": job_papers.find_permit,
    "transcript": school_papers.find_transcript,
    "education_evaluation": school_papers.find_evaluation,
    "other": school_papers.find_other,
}


SURE_KIND = 0.8
"""Under this probability of its kind a document gives nothing surely: on a letter taken for a diploma every value is wrong."""
_FIND_ISSUES = {"employment_letter": employment_letter.find_issues, "diploma": diploma.find_issues}


def extract(pages: Sequence[Page], today: dt.date, reread: Reread | None = None) -> tuple[DocumentReading, ...]:
    """The documents that a file's pages hold, in page order, with all that each says. `today` is the day that results expire
    against; `reread` is asked again for a few deciding values of pages that were read optically."""
    return tuple(document for document, _ in with_clues(pages, today, reread))


def with_clues(
    pages: Sequence[Page], today: dt.date, reread: Reread | None = None, tag: Tag = tag_shipped
) -> list[tuple[DocumentReading, tuple[Clue, ...]]]:
    """The same, each document with the clues that the confidence of its fields comes from, one a field."""
    return [_document(part, today, reread, tag) for part in split(pages)]


def _document(part: Part, today: dt.date, reread: Reread | None, tag: Tag) -> tuple[DocumentReading, tuple[Clue, ...]]:
    paper = read_paper(part.pages)
    kind = part.judged.kind
    tagged = tag(paper, kind)
    patterned = titles_mended(paper, tagged, without_phantoms(paper, tagged, _once_each(_FIND[kind](paper))))
    found = _without_twins(compared(paper, tagged, patterned))
    if kind == "employment_letter":
        found = terms_seen(paper, tagged, bounds_settled(paper, tagged, several_seen(paper, tagged, found)))
    more = _with_no_person_for_a_firm(found, added(paper, kind, tagged, found))
    findings = weigh_together(weigh_words(paper, [*found, *more, *concluded(more, found)]), today)
    if part.judged.confidence < SURE_KIND:
        findings = [finding.doubted() for finding in findings]
    weighed = [_field(paper, finding, _said(paper, tagged, finding, findings)) for finding in findings]
    if reread is not None and paper.scanned:
        scanned = frozenset(page.number for page in part.pages if page.source == "ocr")
        asked = [(field, clue.score) for field, clue in weighed if field.page in scanned]
        for field, look in looked_again(asked, reread):
            number = next(place for place, (other, _) in enumerate(weighed) if other is field)
            weighed[number] = _seen_again(*weighed[number], look)
    issues = tuple(_issues(part, paper, kind, findings, today))
    fields, clues = tuple(field for field, _ in weighed), tuple(clue for _, clue in weighed)
    numbers = tuple(page.number for page in part.pages)
    return DocumentReading(kind, part.judged.confidence, numbers, paper.language, fields, issues), clues


def _seen_again(field: Field, clue: Clue, look: SecondLook) -> tuple[Field, Clue]:
    """A field with a second reading taken into account: another value becomes its first alternative."""
    clue = replace(clue, again=look.again)
    alternatives = field.alternatives
    if look.again == "differed":
        rival = Alternative(look.instead, round(min(0.9 * clue.probability, (1 - clue.probability) / 2), 3))
        alternatives = (rival, *(other for other in alternatives if other.value != rival.value))
    return replace(field, confidence=clue.probability, alternatives=alternatives), clue


def _once_each(findings: Iterable[Finding]) -> list[Finding]:
    """One finding a field and group, the first; what has no words behind it but should is left out."""
    kept: dict[tuple[str, int], Finding] = {}
    for finding in findings:
        if finding.value not in ("", None):
            kept.setdefault((finding.name, finding.group), finding)
    return list(kept.values())


def _without_twins(findings: Iterable[Finding]) -> list[Finding]:
    """Each number of the paper once: the surer of two that are the same."""
    surest: dict[tuple[str, str | int], Finding] = {}
    for one in findings:
        place = one.name, str(one.value) if one.name == "reference" else one.group
        surest[place] = min(surest.get(place, one), one, key=lambda each: each.doubts)
    return list(surest.values())


def _with_no_person_for_a_firm(found: Iterable[Finding], more: Iterable[Finding]) -> list[Finding]:
    """What the tagger adds, but no firm that bears the person's own name."""
    names = {key(str(one.value)) for one in found if one.name == "person.name"}
    return [one for one in more if one.name != "employer.name"
            or not any(set(key(str(one.value)).split()) <= set(name.split()) for name in names)]


_TOLD_BY_PHRASES = ("credential.title", "credential.field")
_BY_PHRASES_ALONE = "credential.title"
"""What phrases tell better than the tagger: 19 of 19 titles of which it thought otherwise were right."""


def _said(paper: Paper, tagged: Tagged, finding: Finding, findings: Sequence[Finding]) -> tuple[Opinion, tuple[Json, ...]]:
    """What the tagger says of a finding, and what it would have instead. Against a label, or against what a phrase calls a credential, it
    needs a value of its own: of values that it only did not see 1 of 74 was wrong beside labels, 0 of 27 in such phrases."""
    said = opinion(paper, tagged, finding)
    by_phrase = finding.pattern == "phrase" and finding.name in _TOLD_BY_PHRASES and said != "agreed"
    if by_phrase and finding.name == _BY_PHRASES_ALONE:
        return "none", ()
    instead = rival(paper, tagged, finding, findings) if by_phrase or said in ("doubted", "differed") else ()
    if instead or not (by_phrase or finding.pattern == "label"):
        return said, instead
    return ("none" if by_phrase else "unsure" if said in ("doubted", "differed") else said), ()


def _field(paper: Paper, finding: Finding, said: tuple[Opinion, tuple[Json, ...]]) -> tuple[Field, Clue]:
    """A finding with its words, place and probability. Other readings, and what the tagger would have instead, share what the first
    leaves."""
    quotes = [paper.quote(span) for span in finding.spans]
    page = quotes[0].page if quotes else None
    boxes: tuple[PageBox, ...] = tuple(box for quote in quotes if quote.page == page for box in quote.boxes)
    optical = paper.scanned if not quotes else quotes[0].source == "ocr"
    clue = Clue(finding, optical, min((quote.score for quote in quotes), default=1.0), tagger=said[0])
    sure = clue.probability
    others = (*finding.others, *said[1])
    shares = [round(min(0.9 * sure, (1 - sure) / len(others)), 3) for _ in others]
    alternatives = tuple(Alternative(_typewritten(value), share) for value, share in zip(others, shares, strict=True))
    text = " ".join(quote.text for quote in quotes)
    return Field(finding.name, _typewritten(finding.value), text, page, boxes, sure, finding.group, alternatives), clue


def _typewritten(value: Json) -> Json:
    """Text with straight apostrophes: readers give both sorts for the same print. The words as printed stay in `text`."""
    if isinstance(value, list):
        return [_typewritten(one) for one in value]
    return value.replace("’", "'") if isinstance(value, str) else value


def _issues(part: Part, paper: Paper, kind: Kind, findings: list[Finding], today: dt.date) -> Iterator[Issue]:
    if not part.judged.known:
        yield Issue("unknown_kind")
    if paper.language == "other":
        yield Issue("unsupported_language")
    if kind == "french_test":
        yield from french_test.find_issues(findings, today)
    elif kind in _FIND_ISSUES:
        yield from _FIND_ISSUES[kind](findings)
    if kind == "employment_letter":
        yield from missing_marks(paper, findings)
