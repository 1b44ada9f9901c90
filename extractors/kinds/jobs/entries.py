"""An entry of a list of positions: a title and its time, and what stands behind them on hours and pay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.fields.finding import Finding, Pattern, Span
from extractors.fields.when.periods import PRESENT, Period
from extractors.kinds.jobs.ongoing import goes_on
from extractors.kinds.jobs.titles import UNIT, is_title
from extractors.kinds.parts.occupation import is_known
from extractors.kinds.parts.position import period_findings
from extractors.kinds.parts.work_terms import find_salary, find_work_time
from extractors.paper import Paper

SENTENCE = re.compile(
    r"\b(?:worked|works?|working|employed|employment|was|were|is|are|has|had|been|joined|we|us|our|he|she|mr|mrs|ms"
    r"|travaill[a-z]*|employee? (?:par|chez)|est|etait"
    r"|ont|nous|notre|il|elle|mme|monsieur|madame|dates?|periode?s?|contrat|conges?|leave|depuis|from|since|again|this"
    r"|cette|qui|who|soit|pour)\b",
    re.ASCII,
)
"""Words that a title of a position never has: what has them is part of a sentence."""
_LEAD = re.compile(
    r"[\s•▪■●◦‣►✓✔√*-]*(?:(?:saison|season|annee|year)\s(?:19|20)[0-9]{2}\s?[:-]\s)?(?:\(?[0-9]{1,2}\s?[.)/]|[a-h]\)|(?:position|poste|job|emploi|role|etape|phase"
    r"|step|mandat|contrat)\s?(?:n°|no\.?|#)?\s?(?:[0-9]{1,2}|[ivx]{1,4})\s?[:.)-]|[0-9](?:re|er|ere|e|eme|st|nd|rd|th) (?:etape|periode"
    r"|poste|emploi|phase|position|job|post|stage)\s?[:.)-])?\s*(?:(?:titre du poste|job title|(?:title|titre"
    r"|position|poste|fonction"
    r"|emploi)\s?:|titre\s(?!de\b|du\b|d'))\s?)?(?:(?:d'abord|puis|ensuite|enfin|then"
    r"|first|finally|and|et)\s)?"
    r"(?:(?:comme|as|celui de|celle de|le poste de|the position of)\s|(?:en qualite|a titre) d(?:e\s|'))?(?:an?\s|d')?",
    re.ASCII,
)
_TITLE = re.compile(r"(?P<title>[a-z](?:[^:;•▪■●◦‣►,(\t0-9]|[0-9](?:e|re|er|eme)\b){2,70}?)\s*(?=[,:;(\t\n]|\s-\s|$|\s(?:du|de|from"
r"|depuis|since|between"
                    r"|entre)\s*$)", re.ASCII)
_SINCE = re.compile(r"(?:depuis(?: le)?|since|from|a (?:compter|partir) du)\s*$", re.ASCII)
_ABOUT_WORK = re.compile(
    r"poste|position|fonction|saisons?\b|avoir employe|having employed|en qualite de\s?:|emploi|parcours|carriere|career|roles?\b|history"
    r"|capacit|following|suivant|suit\b"
    r"|succesiv"
    r"|affectation|appointments|postings|designation|services|working|echelons|grades|travaill|details as|conditions suivantes", re.ASCII
)
_ABOUT_ELSE = re.compile(r"proje[ct]|chantier|formation|training|conges?|leaves?\b|etudes|education|absence|certific|references", re.ASCII)


_SAID = re.compile(r"\b(?:certif|attest|confirm|a (?:[a-z]{3,12}ment )?[a-z]+e\b|[a-z]+ed (?:with|at|in|by|as|for|our|us)\b)"
                   r"|\b(?:was|is|has|had|est|etait|a ete|who|qui|nous|we|il|elle|he|she)\b|[.;:]\s", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """A title with its period; `closed` where the period says when it ends."""

    title: Span
    period: Period

    @property
    def closed(self) -> bool:
        return self.period.end is not None or self.period.now is not None

    @property
    def start(self) -> int:
        return min(self.title[0], self.period.span[0])


_BEFORE_PERIOD = re.compile(r"(?:\s?[:;,(-])?(?:\s(?:du|de|depuis(?: le)?|from|since|between|entre(?: le)?))?\s*$", re.ASCII)


def title_in(paper: Paper, start: int, end: int) -> Span | None:
    """The title that begins a stretch, behind a bullet or number; at most a place or a branch may follow it."""
    lead = _LEAD.match(paper.plain, start, end)
    begin = lead.end() if lead else start
    unit = UNIT.search(paper.text, begin, end)  # « Technicien à la Brigade des puits de Kolda, du … »
    comma = paper.plain.find(",", unit.end(), end) if unit else -1
    if unit and comma > 0 and is_title(paper.plain[begin : unit.start()]) and not SENTENCE.search(paper.plain, begin, unit.start()):
        return begin, unit.start()
    most = _WORDS_OF_AN_ITEM if lead and lead[0].strip() else _WORDS
    match = _TITLE.match(paper.plain, begin, end)
    if match is None or not is_title(match["title"]) or SENTENCE.search(match["title"]) or len(match["title"].split()) > most:
        return None
    span, rest = match.span("title"), _BEFORE_PERIOD.sub("", paper.flat[match.end() : end])
    if re.fullmatch(r"\s-\s(?!(?:poste|emploi|statut|contrat|(?:a )?temps|full|part|permanent|regul|occasion))[a-z][a-z &/-]{2,40}", rest):
        # « Engineer – Production : »
        return span[0], match.end() + len(rest)
    rest = re.sub(r"^\s?[,:;(-]\s?", "", _BRACKET.sub("", rest))
    aside = _LONG_ASIDE if _MARK.match(paper.plain, start, end) and is_known(match["title"]) else _ASIDE
    again = _AGAIN.search(paper.plain, *span)
    span = (span[0], again.start()) if again else span
    return span if len(rest) < aside and not _SAID.search(rest) else None


_AGAIN = re.compile(r"\s(?:encore|again|toujours|de nouveau|a nouveau)\s*$", re.ASCII)
_WORDS, _WORDS_OF_AN_ITEM = 7, 10
"""The most words of a title in a sentence, and behind the mark of a list's item."""
_BRACKET = re.compile(r"\s?\([^()]{2,60}\)")
"""What a title says in brackets: « cariste (CACES R489 cat. 1, 3 et 5) »."""
_MARK = re.compile(r"\s?[•▪■●◦‣►✓✔√*–—-]\s", re.ASCII)
_ASIDE, _LONG_ASIDE = 70, 140
"""Letters that may stand between a title and its time; more in a list's item, behind a known one: its class and its pay scale."""


def as_jobs(paper: Paper, entries: list[Entry], country: str | None, pattern: Pattern = "phrase") -> list[list[Finding]]:
    """The positions that entries tell, without one whose time is that of all the others together."""
    entries = _without_whole([entry for entry in entries if entry.closed or _open_since(paper, entry.period)])
    jobs = []
    for number, entry in enumerate(entries):
        until = entries[number + 1].start if number + 1 < len(entries) else _last_end(paper, entry)
        title = Finding("position.title", paper.words(entry.title), (entry.title,), pattern)
        jobs.append([title, *_time(paper, entry), *_terms(paper, (entry.start, until), country)])
    return jobs if len(jobs) > 1 else []


def _open_since(paper: Paper, period: Period) -> bool:
    return _SINCE.search(paper.flat, max(0, period.span[0] - 24), period.span[0]) is not None


def _without_whole(entries: list[Entry]) -> list[Entry]:
    def bounds(entry: Entry) -> tuple[str, str]:
        start, end = entry.period.start, entry.period.end
        return start.value if start else "", end.value if end else PRESENT
    whole = (min((bounds(entry)[0] for entry in entries), default=""), max((bounds(entry)[1] for entry in entries), default=""))
    return [entry for entry in entries if len(entries) < 3 or bounds(entry) != whole]


def _last_end(paper: Paper, entry: Entry) -> int:
    """Where the last entry ends: with its row, or a few short rows further down."""
    number = paper.row_at(max(entry.title[1], entry.period.span[1]) - 1)
    end = paper.row_span(number)[1]
    for below in range(number + 1, min(number + 5, len(paper.rows))):
        span = paper.row_span(below)
        open_ended = paper.folded(paper.row_span(below - 1)).rstrip()[-1:] not in (".", ";", ":")
        if (span[1] - span[0] > 70 and not open_ended) or SENTENCE.search(paper.folded(span)):
            break
        end = span[1]
    return end


def _time(paper: Paper, entry: Entry) -> list[Finding]:
    """The bounds of an entry; one that says only since when goes on, unless someone left."""
    found = period_findings(paper, entry.period)
    if entry.closed or len(found) > 1 or _LEFT.search(paper.flat):
        return found
    return [*found, goes_on(paper, None) or Finding("position.end_date", PRESENT, (entry.period.span,), "inferred", 1)]


_LEFT = re.compile(r"\bquitt|\bleft\b|resign|demission|relieved", re.ASCII)


def _terms(paper: Paper, within: Span, country: str | None) -> Iterator[Finding]:
    """Hours and pay that stand in an entry."""
    yield from find_work_time(paper, within)
    salary = find_salary(paper, country, within)
    if salary is not None:
        yield salary


def heads_positions(paper: Paper, first: int) -> bool:
    """Whether the words before a list announce positions, and no projects or courses."""
    before = paper.flat[max(0, first - 240) : first]
    last = re.split(r"(?<=[a-z]{3})\.\s", before.rstrip(" ."))[-1]  # the sentence that announces the list
    return _ABOUT_WORK.search(before) is not None and _ABOUT_ELSE.search(last[-160:]) is None
