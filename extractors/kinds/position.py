"""The job as a letter's sentences tell it: title, from when to when, hours, full time, pay, internship."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.fields.finding import Finding, Pattern, Span
from extractors.fields.hours import find_hours, hours_beside_label
from extractors.fields.labels import Labelled, labelled
from extractors.fields.money import PayFound, find_pay, in_country, pay_beside_label
from extractors.fields.periods import PRESENT, Period, find_periods
from extractors.kinds.dating import date_finding
from extractors.paper import Paper

_TITLE_CUE = re.compile(
    r"(?:\b(?:en|a|au) (?:qualite|titre) (?:de |d')|\bau poste (?:de |d')|\b(?:le|un|ce|du|son) poste (?:de |d')|\ben tant que |\b(?:les|la|des|ses) fonctions? (?:de |d')|\bcomme |\bl'emploi (?:de |d')|\boccupe l'emploi (?:de |d')"
    r"|\bas (?:an? |the |our |its )?|\bin the (?:position|capacity|role) of (?:an? )?|\b(?:position|post|role|capacity|rank) of (?:an? )?|\bdesignated as (?:an? )?|\bdesignation\s?:\s?|\bcurrent job title\s?:\s?|\bhired as (?:an? )?|\bpromoted to (?:the position of )?|\bpromue? (?:au poste de )?"
    r"|\bel cargo de |\bcomo )", re.ASCII)
_NOT_A_TITLE = re.compile(r"(?:agissant|acting|ma|sa|our|certified|known|such|same|well|soon|far|long|much|requested|follows|confirmation|salary|regarded|act|serve[sd]? as proof|considered|described) ?(?:en|in|as|au|a|the)?\s?$", re.ASCII)
_TITLE_END = re.compile(
    r"\s(?:du|de|d'|depuis|a partir|a compter|from|since|between|entre|until|till|for the|during|durant|pendant|effective|w\.?e\.?f)\s(?=[0-9]|le |the |janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug|period|la periode|premier|[a-z]{3,9} [0-9]{4})"
    r"|[,;:(\f]|\.(?=\s|$)|\s(?:depuis|since|until|till|dans le|dans notre|dans un|au sein|chez|a raison|a temps|pour un|pour une|et ce|et a|et est|with|within|effective|where|working|holding|on a|at the|at our|in our|in this|in the|and (?:was|is|has|he|she|continues)"
    r"|under|un contrat|sous|selon|moyennant|au taux|au salaire|con|with effect|from|w\.?e\.?f\.?|which|who|qui|jusqu|to date|till date|on|up to|upto|for)\b|\n\n|\t", re.ASCII)
_FULL = re.compile(r"temps[ -]plein|temps[ -]complet|plein temps|full[ -]?time|tiempo completo|jornada completa|tempo integral", re.ASCII)
_PART = re.compile(r"temps partiel|part[ -]?time|mi-temps|medio tiempo|tiempo parcial", re.ASCII)
_TICKED = re.compile(r"[☒☑✓✔√■●☐□○◯]\s?", re.ASCII)
_INTERN = re.compile(r"\bstages?\b|\bstagiaire\b|internship|\bintern\b|\bpracticum\b|\bpasantia\b", re.ASCII)
_NO_INTERN = re.compile(r"(?:encadr|supervis|form|accueil|train|mentor|manag)[a-z]{0,8}\s(?:les |des |the |our |l'|d'|of )?(?:stages?|stagiaires?|interns?|internship)|stagiaires\b|fin de stage|maitre de stage", re.ASCII)
_SENT = re.compile(r"stage|intern", re.ASCII)


@dataclass(frozen=True, slots=True)
class Job:
    """The findings of one position, in its group."""

    findings: tuple[Finding, ...]


def find_title(paper: Paper) -> Finding | None:
    """The title beside its label, else the first that a sentence gives."""
    for value in labelled(paper, "title"):
        if value.sure and _is_title(paper.folded(value.span)):
            return Finding("position.title", paper.words(value.span), (value.span,), "label")
    return next(titles_said(paper), None) or _weakly_labelled(paper)


def titles_said(paper: Paper) -> Iterator[Finding]:
    """Titles after « en qualité de », "as a", left to right."""
    for cue in _TITLE_CUE.finditer(paper.flat):
        before = paper.flat[max(0, cue.start() - 22):cue.start() + 3]
        if _NOT_A_TITLE.search(paper.flat[max(0, cue.start() - 22):cue.start()]) or "agissant" in before:
            continue
        span = title_at(paper, cue.end())
        if span is not None:
            yield Finding("position.title", paper.words(span), (span,), "phrase", int(len(paper.words(span).split()) > 6))


def title_at(paper: Paper, start: int) -> Span | None:
    """The title that begins at a position: up to a date, a comma, or words that start another thought."""
    limit = min(len(paper.plain), start + 100)
    stop = _TITLE_END.search(paper.flat, start, limit)
    end = stop.start() if stop else limit
    text = paper.plain[start:end].rstrip(" -\n")
    if stop is None or not _is_title(text):
        return None
    return start, start + len(text)


def find_labelled_dates(paper: Paper) -> Iterator[Finding]:
    """Start and end beside their labels; an end that says « en poste » is `present`."""
    for label, name in (("start", "position.start_date"), ("end", "position.end_date")):
        for value in labelled(paper, label):
            dates = paper.dates_in(value.span)
            if dates:
                yield date_finding(paper, name, dates[0], "label", int(not value.sure and value.below))
                break
            if label == "end" and _ongoing(paper, value):
                yield Finding(name, PRESENT, (value.span,), "label")
                break


def _ongoing(paper: Paper, value: Labelled) -> bool:
    return re.match(r"\s?(?:en (?:poste|emploi|cours|fonction)|toujours|actuel|present|current|ongoing|still|a ce jour|aujourd'hui|to date|s\.?o\.?\b|n/?a\b|active)", paper.folded(value.span)) is not None


def find_period(paper: Paper) -> list[Finding]:
    """From when to when, as sentences tell it: the first period of employment; a start and an end in two sentences are put together."""
    periods = [period for period in find_periods(paper.flat, paper.dates) if period.surely]
    start = next((period for period in periods if period.start is not None), None)
    if start is None:
        return [finding for period in periods[:1] for finding in period_findings(paper, period)]
    if start.end is None and start.now is None:
        ended = next((period for period in periods if period.start is None and period.end is not None), None)
        if ended is not None:
            return period_findings(paper, Period(start.span, start.start, ended.end))
    return period_findings(paper, start)


def period_findings(paper: Paper, period: Period, pattern: Pattern = "phrase") -> list[Finding]:
    found = []
    if period.start is not None:
        found.append(date_finding(paper, "position.start_date", period.start, pattern))
    if period.end is not None:
        found.append(date_finding(paper, "position.end_date", period.end, pattern))
    elif period.now is not None:
        found.append(Finding("position.end_date", PRESENT, (period.now,), pattern))
    elif (now := _goes_on(paper, period)) is not None:
        found.append(Finding("position.end_date", PRESENT, now, "phrase" if now else "inferred"))
    return found


_STILL = re.compile(r"\b(?:est (?:presentement |actuellement |toujours )?(?:employee?|a (?:notre|l')|salariee?|en poste)|travaille|occupe|exerce|fait partie|toujours|actuellement|a ce jour|jusqu'a ce jour|is (?:currently |presently |now )?(?:employed|working|a full|an employee|in our)|continues"
                    r"|holds|currently|presently|till date|to date|to this day|has been (?:working|employed)|has held|works|est titulaire|desempena|labora)\b", re.ASCII)


def _goes_on(paper: Paper, period: Period) -> tuple[Span, ...] | None:
    """Where the paper says in the present tense that the job goes on: around « depuis »; None where it does not."""
    if period.start is None:
        return None
    before = paper.flat[max(0, period.span[0] - 260):period.span[1] + 160]
    still = list(_STILL.finditer(before))
    if not still:
        return None
    offset = max(0, period.span[0] - 260)
    nearest = min(still, key=lambda match: abs(match.start() + offset - period.span[0]))
    return ((nearest.start() + offset, nearest.end() + offset),)


def find_work_time(paper: Paper) -> Iterator[Finding]:
    """Hours a week and whether that is full time: said outright, or at least thirty hours."""
    hours = _hours(paper)
    if hours is not None:
        yield hours
    said = _full_time_said(paper)
    if said is not None:
        yield said
    elif hours is not None and not _PART.search(paper.plain):
        yield from full_time_of(hours)


def full_time_of(hours: Finding) -> Iterator[Finding]:
    if float(hours.value) >= 30:
        yield Finding("position.full_time", True, hours.spans, "inferred", hours.doubts, group=hours.group)


def _hours(paper: Paper) -> Finding | None:
    for value in labelled(paper, "hours"):
        hours = hours_beside_label(paper.plain, *value.span)
        if hours is not None:
            return Finding("position.hours_per_week", hours.value, (hours.span,), "label", hours.doubts)
    said = list(find_hours(paper.flat))
    if not said:
        return None
    values = {hours.value for hours in said}
    return Finding("position.hours_per_week", said[0].value, (said[0].span,), "phrase", said[0].doubts + 2 * (len(values) > 1), agreed=False)


def _full_time_said(paper: Paper) -> Finding | None:
    full, part = _FULL.search(paper.plain), _PART.search(paper.plain)
    if full is not None and part is not None:
        return _ticked(paper, full, part)
    match = full or part
    return None if match is None else Finding("position.full_time", match is full, (match.span(),), "phrase")


def _ticked(paper: Paper, full: re.Match[str], part: re.Match[str]) -> Finding | None:
    """Which of the two boxes is ticked; nothing where it cannot be told."""
    marks = {choice: paper.text[max(0, match.start() - 3):match.start()].strip() for choice, match in ((True, full), (False, part))}
    ticked = [choice for choice, mark in marks.items() if mark[-1:] in ("☒", "☑", "■", "●", "x", "X", "✓", "✔", "√")]
    if len(ticked) != 1:
        return None
    return Finding("position.full_time", ticked[0], ((full if ticked[0] else part).span(),), "label")


def find_salary(paper: Paper, country: str | None) -> Finding | None:
    """The pay, where amount, currency and period are all known."""
    for value in labelled(paper, "salary"):
        pay = pay_beside_label(paper.plain, value.span, value.label)
        finding = None if pay is None else pay_finding(pay, country, "label")
        if finding is not None:
            return finding
    found = [finding for pay in find_pay(paper.flat) if (finding := pay_finding(pay, country, "phrase"))]
    if not found:
        return None
    return found[0].doubted() if any(other.value != found[0].value and other.doubts == 0 for other in found) else found[0]


def pay_finding(pay: PayFound, country: str | None, pattern: Pattern) -> Finding | None:
    currency = in_country(pay.currency, country)
    if currency is None:
        return None
    guessed = pay.currency != currency
    value = {"amount": pay.amount, "currency": currency, "period": pay.period}
    return Finding("position.salary", value, (pay.span,), pattern, pay.doubts, agreed=not guessed)


def find_internship(paper: Paper) -> Finding | None:
    text = _NO_INTERN.sub(lambda match: " " * len(match[0]), paper.plain)
    match = _INTERN.search(text)
    if match is None:
        return None
    return Finding("position.internship", True, (match.span(),), "phrase", int(not re.search(r"attestation de stage|internship certificate|certificat de stage|stagiaire|completed an? [a-z ]{0,20}internship|effectue (?:un|son) stage", text)))


def _weakly_labelled(paper: Paper) -> Finding | None:
    for value in labelled(paper, "title"):
        if _is_title(paper.folded(value.span)) and len(paper.words(value.label).split()) > 1:
            return replace(Finding("position.title", paper.words(value.span), (value.span,), "label"), doubts=1)
    return None


def _is_title(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 10 and 3 <= len(text.strip()) <= 80 and sum(letter.isdigit() for letter in text) <= 1 and not re.match(
        r"(?:a |the |le |la |les |un |une |is |est |etait|was |part |confirmation|proof|notre |our |this |his |her |their |employment |work |follows|well|soon|date|to |permanent$|mentionn|indiqu|noted|above|stated|requis|such|he |she |it |proof|that|per |of |in |at )", text) and "@" not in text
