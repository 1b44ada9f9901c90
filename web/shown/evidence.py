"""What was read in a document: for its sender in plain words, for the reviewer with where, how surely, and who said what."""

from __future__ import annotations

import json
from dataclasses import dataclass

from casefile import words
from casefile.facts import FLOOR
from casefile.reviews import standing
from casefile.store.tables import Evidence, Paper, Reading
from web.language import Language
from web.language import gettext as _
from web.shown import values
from web.shown.editing import Editor, editor
from web.shown.issues import noted, sentences
from web.shown.rows import SURE

DOUBT = 0.8
"""Below this a reviewer is told that the reading is doubtful, not merely to be checked."""


@dataclass(frozen=True, slots=True)
class ValueRead:
    """A value for the client: no figures, only whether somebody still has to look at it."""

    label: str
    text: str
    language: str | None
    unsure: bool


@dataclass(frozen=True, slots=True)
class PaperRead:
    kind: str
    values: tuple[ValueRead, ...]
    reviewed: bool


def papers_read(reading: Reading, language: Language) -> tuple[PaperRead, ...]:
    """The papers of a file with the values that stand, rejected ones left out."""
    return tuple(PaperRead(words.kind_name(paper.kind, language), tuple(_values_read(paper, language)),
                           bool(paper.evidence) and all(one.reviews for one in paper.evidence)) for paper in reading.papers)


def _values_read(paper: Paper, language: Language) -> list[ValueRead]:
    found = []
    for evidence in paper.evidence:
        word = standing(evidence)
        if word is None or word.action != "reject":
            value = evidence.value if word is None else word.value
            found.append(ValueRead(_label(evidence, paper, language), values.in_words(evidence.name, value, language),
                                   _printed_in(evidence, paper), word is None and evidence.confidence < FLOOR))
    return found


def _printed_in(evidence: Evidence, paper: Paper) -> str | None:
    """The language of a value that is shown as it is printed; None for one that we say in the reader's."""
    return paper.language if evidence.name in _AS_PRINTED else None


_AS_PRINTED = frozenset({
    "person.name", "credential.title", "credential.field", "institution.name", "employer.name", "employer.place", "signatory.name",
    "signatory.title", "position.title", "position.duties"})


def _label(evidence: Evidence, paper: Paper, language: Language) -> str:
    name = words.field_name(evidence.name, language)
    label = name[:1].upper() + name[1:]
    several = evidence.name.startswith("position.") and any(one.group for one in paper.evidence)
    return _("%(label)s (poste %(number)d)", label=label, number=evidence.group + 1) if several else label


@dataclass(frozen=True, slots=True)
class Option:
    """Another reading, one click away."""

    text: str
    typed: str


@dataclass(frozen=True, slots=True)
class ValueReviewed:
    """A value for its reviewer. `state`: open, accept, correct or reject; `number`: the last word that is on this screen."""

    id: str
    label: str
    text: str
    machine: str
    printed_in: str | None
    quote: str
    language: str | None
    page: int | None
    boxes: str
    rectangles: tuple[tuple[float, ...], ...]
    surety: str
    surety_code: str
    state: str
    by: str
    number: int
    options: tuple[Option, ...]
    editor: Editor


@dataclass(frozen=True, slots=True)
class PaperReviewed:
    kind: str
    pages: str
    issues: tuple[str, ...]
    values: tuple[ValueReviewed, ...]


def papers_reviewed(reading: Reading, language: Language) -> tuple[PaperReviewed, ...]:
    """The papers of a file, in each the values that need a look first."""
    return tuple(PaperReviewed(
        words.kind_name(paper.kind, language), ", ".join(str(page) for page in paper.pages),
        tuple(text for texts in sentences(noted(paper.issues), language).values() for text in texts),
        tuple(value_reviewed(one, paper, language) for one in sorted(paper.evidence, key=_urgency))) for paper in reading.papers)


def _urgency(evidence: Evidence, *, still: bool = False) -> tuple[bool, int]:
    """Values in doubt first: unsure, and nobody has spoken of them (or `still` counted so)."""
    doubtful = evidence.confidence < SURE and (still or not evidence.reviews)
    return not doubtful, evidence.position


def value_reviewed(evidence: Evidence, paper: Paper, language: Language) -> ValueReviewed:
    """One value for its reviewer."""
    word = standing(evidence)
    value = word.value if word is not None and word.action == "correct" else evidence.value
    code, surety = _surety(evidence.confidence, language)
    return ValueReviewed(
        id=evidence.id, label=_label(evidence, paper, language), text=values.in_words(evidence.name, value, language),
        machine=values.in_words(evidence.name, evidence.value, language), quote=evidence.text, language=paper.language,
        printed_in=_printed_in(evidence, paper),
        page=evidence.page, boxes=json.dumps(evidence.boxes), rectangles=tuple(tuple(box) for box in evidence.boxes),
        surety=surety, surety_code=code, state="open" if word is None else word.action, by=_by(evidence, language),
        number=0 if word is None else word.number, options=_options(evidence, language), editor=editor(evidence.name, value, language))


def _surety(confidence: float, language: Language) -> tuple[str, str]:
    figure = values.percent(confidence, language)
    if confidence >= SURE:
        return "sure", _("Lu sûrement (%(figure)s)", figure=figure)
    if confidence >= DOUBT:
        return "check", _("À vérifier (%(figure)s)", figure=figure)
    return "doubt", _("Lecture douteuse (%(figure)s)", figure=figure)


def _by(evidence: Evidence, language: Language) -> str:
    word = standing(evidence)
    if word is None:
        return _("Lu par un logiciel")
    who = {"name": word.reviewer.name, "moment": values.moment(word.created_at, language)}
    match word.action:
        case "accept":
            return _("Accepté par %(name)s, le %(moment)s", **who)
        case "correct":
            return _("Corrigé par %(name)s, le %(moment)s", **who)
    return _("Rejeté par %(name)s, le %(moment)s", **who)


def _options(evidence: Evidence, language: Language) -> tuple[Option, ...]:
    return tuple(Option(values.in_words(evidence.name, other["value"], language), values.typed(other["value"]))
                 for other in evidence.alternatives if not isinstance(other["value"], dict))


def next_open(reading: Reading, after: Evidence | None) -> str | None:
    """The next value without a person's word: below the one just decided where that stood before it was, else from the top."""
    everything = [one for paper in reading.papers for one in sorted(paper.evidence, key=lambda one: _urgency(one, still=one is after))]
    place = everything.index(after) if after in everything else -1
    return next((one.id for one in everything[place + 1:] + everything[:place + 1] if not one.reviews), None)
