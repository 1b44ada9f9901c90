"""When a credential was awarded: by the jury, at a ceremony, on the day that a label or a sentence gives. Never when it was printed.

A paper's own date stands for the award only where nothing else does, and an attestation's never. A session or an examination that
the paper tells of makes that doubtful: the award may have been then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.fields.finding import Finding, Pattern
from extractors.fields.labels import labelled
from extractors.fields.when.dates import DateFound, earlier, is_day
from extractors.kinds.parts.dating import before, date_finding
from extractors.paper import Paper

_TO = r"(?: (?:the|le|on|du|en|em|in|at|as of|a [a-z -]{2,20},? le))?\s?:?\s?"
_JURY = re.compile(
    r"(?:proces-verba(?:l|ux)|deliberations?|decision|jury|commission|en sa (?:seance|reunion))(?: [a-z'()/-]+){0,9},? (?:: "
    r"|(?:etablie?s? |tenue?s? |reunie? )?"
    r"(?:en date )?(?:du|le)|dated|of) $",
    re.ASCII,
)
_DAY_OF_AWARD = re.compile(
    r"(?:date (?:d'obtention|d'octroi|de collation|de la collation|de remise|d'attribution|of (?:award|conferral|conferment|graduation"
    r"|completion of degree)|conferred|awarded|degree (?:was )?(?:awarded|conferred|granted))(?: (?:du|de la|de l'|of|the|degree|diplome"
    r"|grade|diploma)){0,3}"
    r"|(?:obtenu|decerne|confere|octroye|attribue|sanctionne)(?:\(?e?s?\)?)?(?: (?:a|par) [a-z' -]{2,40}?)?,?"
    r"|(?:conferred|awarded|granted|graduated|degree (?:conferred|awarded|granted)|graduation(?: date| on)?|conferral date)"
    r"|(?:ceremon(?:y|ie)"
    r"|colacao de grau|colacion de grado|collation d(?:es|e) grades?(?: qui a eu lieu)?|convocation|congregation"
    r"|graduacion)[a-z ]{0,24}?(?:, held on this day)?,?"
    r"|grade obtenu|diplome (?:decerne|obtenu|octroye)|(?:a )?soutenu(?:e)?(?: [a-z]+){0,4}|soutenance|satisfait,?(?: a [a-z ]{3,30})?"
    r"|fecha de grado|proclamee?s?|this)" + _TO + r"$",
    re.ASCII,
)
_SENTENCE = re.compile(
    r"(?:awarded|conferred|granted|obtained|graduated|obtenue?|decernee?|conferee?|octroyee?)(?! (?:par|by))(?:[^.;]|\.(?=[ ]?[a-z]{1,4}\."
    r"|[),])){2,80}?,? (?:le|on|on the|as of) $", re.ASCII
)
"""« Grade obtenu : Bachelier en droit, le … », "was awarded the Degree in Physics on …": with words between, weaker."""
_AWARDED_BEHIND = re.compile(r",?\s(?:been\s|duly\s)?(?:awarded|conferred|admitted\sto|granted|obtained)\s", re.ASCII)
_OTHERWISE = re.compile(
    r"held|examin|examen|session|passed|subi|epreuve|inscri|etudes|jury|proces"
    r"|impress|imprim|edit|delivr|issue|print|emis|etabli|fait a|signed|dated|valid",
    re.ASCII,
)
"""What makes of a date behind « obtenu » that of something else."""
_LABEL = (
    r"(?:date (?:d'obtention|d'octroi|de (?:la )?collation|de remise|d'attribution|de grade|of (?:award|conferral|conferment"
    r"|graduation)|conferred"
    r"|awarded|graduated|degree (?:was )?(?:awarded|conferred|granted))(?: (?:du|de la|of the|of) (?:degree|diplome|grade|diploma))?"
    r"|date of (?:result declaration|(?:the )?declaration of (?:the )?results?)|result (?:declared on|declaration date)"
    r"|date de (?:la )?proclamation(?: des resultats)?"
    r"|(?:degree )?conferral date|graduation date|graduated|fecha de grado|data da colacao de grau|grade obtenu le"
    r"|diplome (?:obtenu|decerne) le)"
)
_SESSION = re.compile(
    r"(?:(?:session|examens?|examinations?|exam|epreuves)(?: (?:principale|normale|ordinaire|officiels?|organisee?s?|unique|held"
    r"|final)){0,3}"
    r"(?: (?:de|du|d'|of|en|in|:))?|(?:month|mois) (?:&|and|et) (?:year|annee)[a-z ]{0,20}:?) ?$",
    re.ASCII,
)
_NOT_AN_AWARD = re.compile(
    r"\b(?:nee?|ne\(e\)|born|naissance|nacid[oa]|birth|decret|arrete|loi|statut|ordonnance|admi[ts][a-z]*|inscri[a-z]*|enrol[a-z]*"
    r"|valid[a-z]*|jusqu'au|until|a compter du|register[a-z]*|enregistre[a-z]*|legali[sz]e[a-z]*|apostille[a-z]*|notari[sz]e[a-z]*"
    r"|completion of)\b[^.;\n]{0,24}$",
    re.ASCII,
)
_ATTESTATION = re.compile(
    r"attestation (?:de reussite|provisoire|de diplome|de fin d'etudes|de succes|definitive)|provisional (?:degree )?certificate"
    r"|certificate of achievement",
    re.ASCII,
)


_THIS_DAY = re.compile(r"\bthis day (?:been )?(?:duly )?(?:admitted|awarded|conferred|granted)", re.ASCII)
_DECLARED = re.compile(r"\bresults? (?:was |were )?declar[a-z]* (?:on|date)?\s?:?\s?$", re.ASCII)


def attests(paper: Paper) -> bool:
    """Whether the paper only says that a credential was earned: then its own date is not the award's."""
    return _ATTESTATION.search(paper.plain) is not None


def awarded(paper: Paper, dates: Sequence[DateFound]) -> Finding | None:
    """The day (or month) of the award, where words say it: the surest words first, in doubt where two places differ."""
    if _THIS_DAY.search(paper.flat):  # then the results were declared before
        dates = [date for date in dates if not _DECLARED.search(before(paper, date.start))]
    ways = (_labelled, _told, _in_sentence, _by_jury)
    for weakness, found in ((int(way is _in_sentence), way(paper, dates)) for way in ways):
        if found:
            best = found[0]
            differ = any(not other.value.startswith(best.value) and not best.value.startswith(other.value) for other in found)
            month = not is_day(best.value)
            return date_finding(paper, "conferred_on", best, "phrase", weakness + 2 * differ - min(best.doubts, int(month)))
    return None


def _told(paper: Paper, dates: Sequence[DateFound]) -> list[DateFound]:
    return [date for date in dates if _says(_DAY_OF_AWARD, before(paper, date.start)) or _is_awarded_behind(paper, date)]


def _is_awarded_behind(paper: Paper, date: DateFound) -> bool:
    """« … was on 21 May 2020 awarded … », and no « Conferred » that heads the next row."""
    behind = _AWARDED_BEHIND.match(paper.flat, date.end)
    return behind is not None and not any(word[0].isupper() for word in paper.text[date.end : behind.end()].split())


def _in_sentence(paper: Paper, dates: Sequence[DateFound]) -> list[DateFound]:
    matches = ((date, _SENTENCE.search(before(paper, date.start))) for date in dates)
    return [date for date, match in matches if match and not _OTHERWISE.search(match[0]) and not _NOT_AN_AWARD.search(match[0])]


def _by_jury(paper: Paper, dates: Sequence[DateFound]) -> list[DateFound]:
    return [date for date in dates if _says(_JURY, before(paper, date.start))]


def _labelled(paper: Paper, dates: Sequence[DateFound]) -> list[DateFound]:
    """The dates beside or below a label of the award."""
    spans = [value.span for value in labelled(paper, _LABEL)]
    return [date for start, end in spans for date in dates if start <= date.start and date.end <= end][:1]


def in_session(paper: Paper) -> DateFound | None:
    """The session or examination that the paper tells of, by its month."""
    return next((date for date in paper.dates if _SESSION.search(before(paper, date.start))), None)


_OF_YEAR = re.compile(r"au titre de l'annee (?:universitaire|academique|scolaire)", re.ASCII)
"""A French diploma's year is that of its studies: the day on which it was made out may be long after the award."""


_CONFERS = re.compile(r"\b(?:a confere|confere a|decerne a|a decerne|has conferred|confers (?:up)?on|has awarded|is awarded)\b", re.ASCII)


def _told_before(paper: Paper, dates: Sequence[DateFound], issued: str) -> DateFound | None:
    """« … a conféré à … le grade de …, le 27 octobre. En foi de quoi …, le 10 novembre »: the one date between."""
    found = {date.value: date for date in dates if earlier(date.value, issued) and _CONFERS.search(paper.flat, 0, date.start)
             and not _NOT_AN_AWARD.search(before(paper, date.start))}
    return next(iter(found.values())) if len(found) == 1 else None


def own_date(paper: Paper, dates: Sequence[DateFound], issued: Finding | None) -> Finding | None:
    """The one date of a diploma is that of the award; with several, the closing formula's is taken in doubt. An attestation's is not;
    its session may be."""
    session = in_session(paper)
    if attests(paper):
        return None if session is None else date_finding(paper, "conferred_on", session, "inferred", 1)
    sat = int(session is not None) + 2 * (_OF_YEAR.search(paper.flat) is not None)
    if len({date.value for date in dates}) == 1:
        pattern: Pattern = "phrase" if issued is not None and issued.pattern != "layout" else "layout"
        return date_finding(paper, "conferred_on", dates[0], pattern, sat)
    if issued is not None:
        conferred = _told_before(paper, dates, str(issued.value))
        if conferred is not None:
            return date_finding(paper, "conferred_on", conferred, "inferred", 1 + sat)
        return Finding("conferred_on", issued.value, issued.spans, "inferred", issued.doubts + 1 + sat, others=issued.others)
    return None


_OF_A_LAW = re.compile(r"\b(?:loi|charte|charter|act)\b[^.;0-9]{0,40}$", re.ASCII)


def _says(pattern: re.Pattern[str], said: str) -> bool:
    """Whether the words before a date speak of an award, and of nothing else after that."""
    match = pattern.search(said)
    return match is not None and not _OF_A_LAW.search(said, 0, match.start()) and _NOT_AN_AWARD.search(said, match.start()) is None
