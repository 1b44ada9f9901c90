"""The job as a letter tells it, in labels or sentences: its title, from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Pattern, Span
from extractors.fields.labels import Labelled, begins_with_label, labelled
from extractors.fields.text.plain import key
from extractors.fields.when.periods import PRESENT, Period, find_periods, sentences, stretch
from extractors.kinds.jobs.ongoing import goes_on
from extractors.kinds.jobs.titles import is_title, latest_first, title_at, title_in_sentence, titles_apposed, titles_said
from extractors.kinds.parts.dating import date_finding
from extractors.kinds.parts.occupation import is_listed, vouched
from extractors.kinds.sheet.parts import is_prose
from extractors.paper import Paper


def find_title(paper: Paper) -> Finding | None:
    """The title beside its label, else the first that a sentence gives."""
    for value in labelled(paper, "title"):
        span = _without_group(paper, _without_code(paper, value.span))
        if value.sure and is_title(paper.folded(span)) and not _LISTED.match(paper.folded(span)) and not _heads_a_table(paper, value):
            return Finding("position.title", paper.words(span), (span,), "label")
    said = latest_first(paper, list(titles_said(paper)))
    if not said:
        ways = (_weakly_labelled, lambda paper: next(titles_apposed(paper), None), _title_with_period, _title_of_subject, _known_title)
        return next((title for way in ways if (title := way(paper)) is not None), None)
    several = len({key(str(title.value)) for title in said}) > 1
    return said[0].doubted() if several else said[0]


_LISTED = re.compile(r"\s?(?:[a-h]|[0-9]{1,2})[.)]\s", re.ASCII)
"""The first of the tasks below « Fonctions : »."""
_TIME = re.compile(r",?\s(?:full[- ]time|part[- ]time|(?:a )?temps (?:plein|complet|partiel))\s*$", re.ASCII)


def _without_code(paper: Paper, span: Span) -> Span:
    """« Soudeur (CNP 72106), temps plein »: the title alone."""
    time = _TIME.search(paper.folded(span))
    span = (span[0], span[0] + time.start()) if time else span
    code = re.search(r"\s?[(,-]\s?(?:(?:cnp|noc)(?: 2021| 2016)?\s?:?\s?[0-9]{4,5}(?:,? (?:teer|feer) [0-5])?|(?:as per|selon"
        r"|per) [^)]{4,60}|(?<=\()(?:code |n° )?[0-9]{3,5})\)?\s*$",
                     paper.folded(span))
    return (span[0], span[0] + code.start()) if code else span


_GROUP = re.compile(
    r"\s[-–—]\s(?=[^-–—(]*[0-9])|,\s(?=(?:[Cc]ategory|[Cc]at[ée]gorie|[ÉEée]chelon|[Gg]rade|[Cc]lasse?)\s)"
    r"|\s\((?=(?:[Ss]alary )?[Gg]rade [A-Z]?[0-9]|(?:cat[ée]gorie|cat\.|classe|groupe|[ée]chelon|niveau|coef))")


def _without_group(paper: Paper, span: Span) -> Span:
    """« Éducatrice – groupe des 18-24 mois », « Supervisor, category VIII »: a title without what it says of its class."""
    group = _GROUP.search(paper.text, *span)
    return (span[0], group.start()) if group else span


def _heads_a_table(paper: Paper, value: Labelled) -> bool:
    """Whether label and value are two heads of a table that was not understood."""
    number = paper.row_at(value.label[0])
    behind = next((cell for cell in paper.rows[number] if cell.start >= value.span[1]), None)
    if behind is not None and begins_with_label(paper, behind):
        return False  # labels and values by turns
    if any(len(row) == 4 and begins_with_label(paper, row[0]) and begins_with_label(paper, row[2])
           for row in paper.rows[max(0, number - 2) : number + 3]) and len(paper.rows[number]) == 4:
        return False
    return number == paper.row_at(value.span[0]) and all(len(row) > 2 for row in paper.rows[number : number + 2])


def find_labelled_dates(paper: Paper, within: Span | None = None, with_period: bool = True) -> Iterator[Finding]:
    """Start and end beside their labels; an end that says « en poste » is `present`. `with_period`: a period may be the job's."""
    for value in labelled(paper, "period", within) if with_period else ():
        periods = list(find_periods(stretch(paper.flat, value.span), paper.dates_in(value.span), of_work=False))
        if not value.sure or len(periods) != 1 or periods[0].start is None:
            continue
        goes_on = _GOES_ON.search(paper.folded(value.span)) is not None
        if periods[0].end or periods[0].now or goes_on:
            found = period_findings(paper, periods[0], "label")
            yield from found
            if goes_on and len(found) == 1:
                yield Finding("position.end_date", PRESENT, (value.span,), "label")
            return
    for label, name in (("start", "position.start_date"), ("end", "position.end_date")):
        for value in labelled(paper, label, within):
            dates = paper.dates_in(value.span)
            if _RESIGNED.search(paper.folded(value.label)) and _RELIEVED.search(paper.flat):
                continue
            around = paper.plain[value.span[0] : dates[0].start] + paper.plain[dates[0].end : value.span[1]] if dates else ""
            alone = bool(dates) and not around.strip(" .;:")
            if dates and (value.sure or alone):
                yield date_finding(paper, name, dates[0], "label", int(not value.sure and value.below))
                break
            if label == "end" and _ongoing(paper, value):
                yield Finding(name, PRESENT, (value.span,), "label")
                break


_RESIGNED = re.compile(r"\bresignation\b", re.ASCII)
_RELIEVED = re.compile(r"\brelieved\b|\blast (?:working )?day\b|\bclose of (?:business|working)\b", re.ASCII)
"""Who gave notice on a day was relieved on a later one: « Date of resignation » ends no job where that is told."""
_GOES_ON = re.compile(r"\b(?:contrat en cours|en cours|ongoing|toujours en (?:poste|fonctions?)|still employed)\b", re.ASCII)


def _ongoing(paper: Paper, value: Labelled) -> bool:
    return (
        re.match(
            r"\s?(?:[☒☑■x]\s?)?(?:-\s)?\(?(?:none\b|encore\b|continua\b|vigente\b|activ[oa]\b"
            r"|en (?:poste|emploi|cours|fonction|activite|service)|toujours"
            r"|actuel|present|current|ongoing"
            r"|still|sans objet"
            r"|ne s'applique "
            r"pas|aucune?\b|(?:a )?ce jour"
            r"|aujourd'hui|to date|s\.?o\.?\b|n/?a\b|active)",
            paper.folded(value.span),
        )
        is not None
    )


def find_period(paper: Paper) -> list[Finding]:
    """From when to when, as sentences tell it: the first period of employment; a start and an end in two sentences are put
    together."""
    told = [period for period in find_periods(paper.flat, paper.dates) if not _of_the_letterhead(paper, period)]
    periods = [period for period in told if period.surely]
    if not periods and len({period.start for period in told if period.start}) == 1:  # nothing says that it is one of work
        return [finding.doubted(2) for period in told[:1] for finding in period_findings(paper, period)]
    begun = [period for period in periods if period.start is not None]
    start = next((period for period in begun if period.start and period.start.form != "year"), next(iter(begun), None))
    starts = {period.start.value for period in periods if period.start is not None and period.start.form != "year"}
    if start is not None and len(starts) > 1:  # several periods, and no list of positions was understood
        return [finding.doubted(4) for finding in period_findings(paper, start)]
    if start is None:
        return [finding for period in periods[:1] for finding in period_findings(paper, period)]
    if start.end is None and start.now is None:
        ended = next((period for period in periods if period.start is None and period.end is not None), None)
        if ended is not None:
            return period_findings(paper, Period(start.span, start.start, ended.end))
    return period_findings(paper, start)


def _of_the_letterhead(paper: Paper, period: Period) -> bool:
    """« au service du quartier depuis 1999 »: a year alone, in a row that is no sentence."""
    return (period.start is not None and period.start.form == "year" and period.end is None
            and not is_prose(paper, paper.row_at(period.start.start)))


def period_findings(paper: Paper, period: Period, pattern: Pattern = "phrase") -> list[Finding]:
    found = []
    if period.start is not None:
        found.append(date_finding(paper, "position.start_date", period.start, pattern))
    if period.end is not None:
        found.append(date_finding(paper, "position.end_date", period.end, pattern))
    elif period.now is not None:
        found.append(Finding("position.end_date", PRESENT, (period.now,), pattern))
    elif period.start is not None and (now := goes_on(paper, period.span)) is not None:
        found.append(now)
    return found


def _title_with_period(paper: Paper) -> Finding | None:
    """What someone is said to be in the sentence that tells since when."""
    periods = [period for period in find_periods(paper.flat, paper.dates) if period.start is not None]
    for span in sentences(paper.flat):
        if any(span[0] <= period.span[0] < span[1] for period in periods):
            title = title_in_sentence(paper, span)
            if title is not None:
                return title
    return None


_SUBJECT = re.compile(
    r"(?:^|[.;\n] ?)(?:(?:he|she|il|elle|mr|ms|mrs|mme|m|monsieur|madame)\b\.? ?(?:[a-z'-]{2,20} ){0,3}?|[a-z'-]{3,14} )"
    r"(?=(?:is|was|est|etait) )", re.ASCII)


def _title_of_subject(paper: Paper) -> Finding | None:
    """What a sentence that begins with the person says that he or she is, where that is a known title."""
    for subject in _SUBJECT.finditer(paper.flat):
        end = next((span[1] for span in sentences(paper.flat) if span[0] <= subject.end() < span[1]), subject.end())
        title = title_in_sentence(paper, (subject.end() - 1, end))
        if title is not None and vouched(title).doubts == title.doubts:
            return title.doubted()
    return None


_BEFORE_A_NOUN = re.compile(r"\b(?:an?|the|our|as|une?|notre|comme|poste|position|emploi|job)\s", re.ASCII)
_OF_OTHERS = re.compile(r"\b(?:by|under|with|to|par|avec|sous|aupres de|soussignee?)\s$", re.ASCII)


def _known_title(paper: Paper) -> Finding | None:
    """Any words of the sentences that are a title of the classification, for want of better ones: very much in doubt."""
    for number in range(1, len(paper.rows) * 3 // 4):
        row = paper.row_span(number)
        for before in _BEFORE_A_NOUN.finditer(paper.flat, *row) if is_prose(paper, number) else ():
            span = None if _OF_OTHERS.search(paper.flat, max(0, before.start() - 12), before.start()) else title_at(paper, before.end())
            title = span and Finding("position.title", paper.words(span), (span,), "phrase", 2)
            if title and is_listed(str(title.value)):
                return title
    return None


def _weakly_labelled(paper: Paper) -> Finding | None:
    for value in labelled(paper, "title"):
        if is_title(paper.folded(value.span)) and len(paper.words(value.label).split()) > 1:
            return replace(Finding("position.title", paper.words(value.span), (value.span,), "label"), doubts=1)
    return None
