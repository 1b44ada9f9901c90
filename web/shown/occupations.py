"""Unit groups in words: what matched, what a person must decide, which programs and streams the occupation opens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from casefile import occupations
from casefile.store.tables import Case, Evidence
from rules.openings import Opening, openings
from rules.regulation import is_regulated, regulations
from web.language import Language
from web.language import gettext as _
from web.shown import values
from web.shown.programs import Audience, intake
from web.shown.progress import Status

if TYPE_CHECKING:
    from casefile.occupations import Candidate, Finder

SURE, LIKELY, POSSIBLE = 0.95, 0.8, 0.5
Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked, as typed, and the day that the programs are judged for."""

    title: str
    language: Language
    duties: str
    sector: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Matched:
    """A title of the index, in pieces with whether the asked title has them."""

    language: str
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class StreamOpened:
    name: str
    says: Status
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgramOpened:
    name: str
    intake: str
    streams: tuple[StreamOpened, ...]


@dataclass(frozen=True, slots=True)
class Regulated:
    """`by`: bodies, each with its law."""

    says: str
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupShown:
    """`other`: the title in the other language."""

    code: str
    title: str
    other: str
    other_language: Language
    teer: int
    likeness: Status
    matched: tuple[Matched, ...]
    telling: tuple[str, ...]
    old: tuple[str, ...]
    split: bool
    regulated: tuple[Regulated, ...]
    may_be_regulated: bool
    programs: tuple[ProgramOpened, ...]


def group(found: Candidate, finds: Finder, question: Question, language: Language, audience: Audience) -> GroupShown:
    """A group for its reader."""
    other: Language = "fr" if language == "en" else "en"
    marked = (Matched(lang, finds.marked(text, question.title, question.language))
              for text, lang in zip(found.matched, found.matched_in, strict=True))
    return GroupShown(found.noc_2021, found.title[language], found.title[other], other, found.teer,
                      likeness(found.confidence, language, audience), tuple(marked), found.telling, found.noc_2016,
                      must_choose(found), tuple(regulated(found.noc_2021, language)), found.may_be_regulated,
                      programs(opened(found, question), language))


def likeness(confidence: float, language: Language, audience: Audience) -> Status:
    """How well a title fits; figures are for those who decide."""
    code, words, icon = next(
        told for least, *told in (
            (SURE, "sure", _("Correspond très bien"), "check"), (LIKELY, "check", _("Correspond bien, à vérifier"), "eye"),
            (POSSIBLE, "doubt", _("Correspond peut-être"), "question"), (0.0, "unknown", _("Correspond peu"), "question"))
        if confidence >= least)
    figure = f" ({values.percent(confidence, language)})" if audience == "consultant" else ""
    return Status(code, words + figure, icon)


def must_choose(found: Candidate) -> bool:
    """Whether an old code was divided, and the title does not tell by itself which part it is."""
    return found.split and found.confidence < SURE


def regulated(code: str, language: Language) -> Iterator[Regulated]:
    """Who regulates the group, and who some occupations of it."""
    for share, own in groupby(sorted(regulations(code), key=lambda one: one.share != "whole"), key=lambda one: one.share):
        says = (_("Profession réglementée au Québec :") if share == "whole" else
                _("Certains métiers ou titres de ce groupe sont réglementés au Québec :"))
        yield Regulated(says, tuple(f"{one.body[language]} ({one.law[language]})" for one in own))


def opened(found: Candidate, question: Question) -> tuple[Opening, ...]:
    """What the group opens. The asked title stands for itself, and beside it the listed one where it is that, slips aside."""
    certain = found.listed_2016 and found.matched
    title = f"{question.title} / {found.matched[0]}" if certain else question.title
    return openings(question.day, title, found.noc_2021, found.listed_2016 or None)


def programs(streams: Sequence[Opening], language: Language) -> tuple[ProgramOpened, ...]:
    """The programs with those streams that the occupation opens or may open."""
    may = [one for one in streams if one.verdict in ("met", "unknown")]
    return tuple(_program([*own], language) for _id, own in groupby(may, key=lambda one: one.program))


def _program(own: Sequence[Opening], language: Language) -> ProgramOpened:
    taken: Any = own[0].as_json()["intake"]
    streams = tuple(StreamOpened(one.name[language], _says(one), tuple(_notes(one))) for one in own)
    return ProgramOpened(own[0].program_name[language], intake(taken, language), streams)


def _says(one: Opening) -> Status:
    if one.verdict == "unknown":
        return Status("unknown", _("On ne peut pas encore le dire"), "question")
    if one.regulated is not None:
        words = _("Si la profession est réglementée") if one.regulated else _("Si la profession n’est pas réglementée")
        return Status("check", words, "half")
    return Status("met", _("Profession admise"), "check")


def _notes(one: Opening) -> list[str]:
    notes = []
    if one.by_law:
        notes.append(_("La règle n’est pas connue ou se lit de deux façons."))
    elif one.verdict == "unknown":
        notes.append(_("Cela dépend du titre exact ou de l’ancien code CNP 2016."))
    if one.sector:
        notes.append(_("Le secteur de l’employeur compte aussi."))
    if not one.sure:
        notes.append(_("Source à confirmer."))
    return notes


@dataclass(frozen=True, slots=True)
class Choice:
    """A group that a reviewer can choose. `before`: who chose it for the same title and employer."""

    code: str
    title: str
    likeness: Status | None
    matched: tuple[Matched, ...]
    split: bool
    before: str = ""


def choices(session: Session, case: Case, code: Evidence, finds: Finder, language: Language) -> tuple[Choice, ...]:
    """The groups for a position's title, that which was chosen before for the same title and employer first."""
    found = occupations.candidates(finds, code)
    shown = [_choice(one, language) for one in found]
    word = occupations.chosen_before(session, case, code)
    title = None if word is None else finds.title_of(str(word.value))
    if word is None or title is None:
        return tuple(shown)
    before = _("Choisi par %(name)s, le %(moment)s, pour le même titre et le même employeur",
               name=word.reviewer.name, moment=values.moment(word.created_at, language))
    same = next((one for one in shown if one.code == word.value), None)
    first = Choice(str(word.value), title[language], None, (), split=False) if same is None else same
    return (replace(first, before=before), *(one for one in shown if one is not same))


def _choice(found: Candidate, language: Language) -> Choice:
    matched = (Matched(lang, ((text, False),)) for text, lang in zip(found.matched[:2], found.matched_in, strict=False))
    return Choice(found.noc_2021, found.title[language], likeness(found.confidence, language, "consultant"), tuple(matched),
                  must_choose(found))


def as_json(found: Candidate, question: Question) -> dict[str, Any]:
    """The shape of the contract of occupations, with `telling`, `regulated` (in Québec; None: in part, or not known),
    `regulated_by`, `may_be_regulated` and `opens` beside."""
    return {"noc_2021": found.noc_2021, "noc_2016": list(found.noc_2016), "confidence": found.confidence, "split": found.split,
            "title": found.title, "teer": found.teer, "matched": list(found.matched), "telling": list(found.telling),
            "regulated": is_regulated(found.noc_2021), "regulated_by": [one.as_json() for one in regulations(found.noc_2021)],
            "may_be_regulated": found.may_be_regulated,
            "opens": [one.as_json() for one in opened(found, question)]}


def without_occupation(streams: Sequence[Opening], language: Language) -> tuple[str, ...]:
    """The streams that ask for no occupation, a line for each program."""
    beside = groupby((one for one in streams if one.verdict == "not_applicable"), key=lambda one: one.program_name[language])
    return tuple(f"{program} – {'; '.join(one.name[language] for one in own)}" for program, own in beside)
