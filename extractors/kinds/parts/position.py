"""The job as a letter tells it, in labels or sentences: its title, from when to when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Pattern, Span
from extractors.fields.labels import Labelled, labelled
from extractors.fields.text.plain import key
from extractors.fields.when.periods import PRESENT, Period, find_periods, sentences
from extractors.kinds.parts.dating import date_finding
from extractors.paper import Paper

_TITLE_CUE = re.compile(
    r"(?:\b(?:en|a|au) (?:qualite|titre) (?:de |d')|\bau poste (?:de |d')|\b(?:le|un|ce|du|son) poste (?:de |d')"
    r"|\ben tant qu(?:e |')|\b(?:les|la|des|ses) fonctions? (?:de |d')|\bcomme |\bl'emploi (?:de |d')|\boccupe l'emploi (?:de "
    r"|d')"
    r"|\bas (?:an? |the |our |its )?|\bin the (?:position|capacity|role) of (?:an? )?|\b(?:position|post|role|capacity|title"
    r"|rank) of (?:an? )?|\bdesignated as (?:an? )?|\bdesignation\s?:\s?|\bcurrent job title\s?:\s?|\bhired as (?:an? )?"
    r"|\bpromoted to (?:the position of )?|\bpromue? (?:au poste de )?"
    r"|\bel cargo de |\bcomo )",
    re.ASCII,
)
_NOT_A_TITLE = re.compile(
    r"(?:agissant|acting|ma|sa|our|certified|known|such|same|well|soon|far|long|much|requested"
    r"|follows|confirmation|salary|regarded|act|serve[sd]? as proof|considered|described) ?(?:en|in"
    r"|as|au|a|the)?\s?$",
    re.ASCII,
)
_TITLE_END = re.compile(
    r"\s(?:du|de|d'|depuis|a partir|a compter|from|since|between|entre|until|till|for the|during|durant|pendant|effective"
    r"|w\.?e\.?f)\s(?=[0-9]|le |the |janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug"
    r"|period|la periode|premier|[a-z]{3,9} [0-9]{4})"
    r"|[,;:(\f]|\.(?=\s|$)|\s(?:le|on|in|en)\s(?=[0-9]|(?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar"
    r"|apr|may|jun|jul|aug)[a-z]* [0-9])|\s(?:depuis|since|until|till|dans le|dans notre|dans un|au sein|chez|a raison"
    r"|a temps|pour un|pour une|et ce|et (?:a|est|percoit|touche|gagne|beneficie|exerce|travaille)|with|within|effective"
    r"|where|working|holding|on a|at|a notre|in our"
    r"|in this|in the|and (?:was|is|has|he|she|continues|earns|earned|receives|works|worked)"
    r"|under|un contrat|sous|selon|moyennant|au taux|au salaire|con|with effect|from|w\.?e\.?f\.?|which|who|qui|puis|then|jusqu"
    r"|to date|till date|on|up to|upto|for)\b|\n\n|\t",
    re.ASCII,
)


def find_title(paper: Paper) -> Finding | None:
    """The title beside its label, else the first that a sentence gives."""
    for value in labelled(paper, "title"):
        if value.sure and _is_title(paper.folded(value.span)):
            return Finding("position.title", paper.words(value.span), (value.span,), "label")
    said = list(titles_said(paper))
    if not said:
        return _weakly_labelled(paper) or _title_with_period(paper)
    several = len({key(str(title.value)) for title in said}) > 1
    return said[0].doubted() if several else said[0]


def titles_said(paper: Paper, within: Span | None = None) -> Iterator[Finding]:
    """Titles after « en qualité de », "as a", left to right."""
    for cue in _TITLE_CUE.finditer(paper.flat, *(within or (0, len(paper.flat)))):
        before = paper.flat[max(0, cue.start() - 22) : cue.start() + 3]
        if _NOT_A_TITLE.search(paper.flat[max(0, cue.start() - 22) : cue.start()]) or "agissant" in before:
            continue
        span = title_at(paper, cue.end())
        if span is not None:
            yield Finding("position.title", paper.words(span), (span,), "phrase", int(len(paper.words(span).split()) > 6))


_IS_A = re.compile(
    r"(?:^|\s)(?:a (?:d'abord |ensuite )?ete|est(?: devenue?)?|etait|was|is|became|devient)\s(?:an?\s|un\s|une\s|notre\s|our\s)?"
    r"(?![a-z]{3,14}ed\s|nee?\s|situee?|inscrit|domicilie|titulaire|absent|satisfait|autorise|disponible|laid|employ|travaill|engag|embauch|recrut|promu|hired|promoted|working|paid|paye|remuner|toujours|actuel|present|current|now|en\s|au\s|a\s"
    r"|dans\s|sous\s|in\s|on\s|at\s|with\s|the\s|le\s|la\s|de\s|responsab|charge)",
    re.ASCII,
)

def title_in_sentence(paper: Paper, span: Span) -> Finding | None:
    """The title that one sentence gives: after its usual words, or as what someone is: « Mme X est technicienne depuis … »."""
    said = next(titles_said(paper, span), None)
    if said is not None:
        return said
    for match in _IS_A.finditer(paper.flat, *span):
        title = title_at(paper, match.end())
        if title is not None and title[1] <= span[1]:
            return Finding("position.title", paper.words(title), (title,), "phrase", 1)
    return None


def title_at(paper: Paper, start: int) -> Span | None:
    """The title that begins at a position: up to a date, a comma, or words that start another thought."""
    limit = min(len(paper.plain), start + 100)
    stop = _TITLE_END.search(paper.flat, start, limit)
    end = stop.start() if stop else limit
    text = re.sub(r"\s(?:and|et|or|ou|y)$", "", paper.flat[start:end].rstrip(" -"))
    if stop is None or not _is_title(text):
        return None
    return start, start + len(text)


def find_labelled_dates(paper: Paper) -> Iterator[Finding]:
    """Start and end beside their labels; an end that says « en poste » is `present`."""
    for label, name in (("start", "position.start_date"), ("end", "position.end_date")):
        for value in labelled(paper, label):
            dates = paper.dates_in(value.span)
            alone = bool(dates) and not paper.plain[dates[0].end : value.span[1]].strip(" .;")
            if dates and (value.sure or alone):
                yield date_finding(paper, name, dates[0], "label", int(not value.sure and value.below))
                break
            if label == "end" and _ongoing(paper, value):
                yield Finding(name, PRESENT, (value.span,), "label")
                break


def _ongoing(paper: Paper, value: Labelled) -> bool:
    return (
        re.match(
            r"\s?(?:en (?:poste|emploi|cours|fonction)|toujours|actuel|present|current|ongoing|still|a ce jour"
            r"|aujourd'hui|to date|s\.?o\.?\b|n/?a\b|active)",
            paper.folded(value.span),
        )
        is not None
    )


def find_period(paper: Paper) -> list[Finding]:
    """From when to when, as sentences tell it: the first period of employment; a start and an end in two sentences are put
    together."""
    periods = [period for period in find_periods(paper.flat, paper.dates) if period.surely]
    start = next((period for period in periods if period.start is not None), None)
    starts = {period.start.value for period in periods if period.start is not None and period.start.form != "year"}
    if start is not None and len(starts) > 1:  # several periods, and no list of positions was understood
        return [finding.doubted(2) for finding in period_findings(paper, start)]
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


_STILL = re.compile(
    r"\b(?:est (?:presentement |actuellement |toujours )?(?:employee?|a (?:notre|l')|salariee?|en poste)"
    r"|travaille|occupe|exerce|fait partie|toujours|actuellement|a ce jour|jusqu'a ce jour|is (?:currently "
    r"|presently |now )?(?:employed|working|a full|an employee|in our)|continues"
    r"|holds|currently|presently|till date|to date|to this day|has been (?:working|employed)|has held|works"
    r"|est titulaire|desempena|labora|ongoing|a l'heure actuelle|en activite)\b",
    re.ASCII,
)


_LEAVING = re.compile(
    r"\bquitt(?:e|ant|er) (?:ce jour|l'entreprise|la societe|notre)|\bnous quitte\b"
    r"|\bquitte ses fonctions|\bfree from any engagement|libre de tout engagement|\bleft (?:us"
    r"|the company|our)\b|\bno longer\b|n'est plus\b",
    re.ASCII,
)


def _goes_on(paper: Paper, period: Period) -> tuple[Span, ...] | None:
    """Where the paper says in the present tense that the job goes on: around « depuis »; None where it does not."""
    if period.start is None or _LEAVING.search(paper.flat):
        return None
    before = paper.flat[max(0, period.span[0] - 260) : period.span[1] + 160]
    still = list(_STILL.finditer(before))
    if not still:
        return None
    offset = max(0, period.span[0] - 260)
    nearest = min(still, key=lambda match: abs(match.start() + offset - period.span[0]))
    return ((nearest.start() + offset, nearest.end() + offset),)


def _title_with_period(paper: Paper) -> Finding | None:
    """What someone is said to be in the sentence that tells since when."""
    periods = [period for period in find_periods(paper.flat, paper.dates) if period.start is not None]
    for span in sentences(paper.flat):
        if any(span[0] <= period.span[0] < span[1] for period in periods):
            title = title_in_sentence(paper, span)
            if title is not None:
                return title
    return None


def _weakly_labelled(paper: Paper) -> Finding | None:
    for value in labelled(paper, "title"):
        if _is_title(paper.folded(value.span)) and len(paper.words(value.label).split()) > 1:
            return replace(Finding("position.title", paper.words(value.span), (value.span,), "label"), doubts=1)
    return None


def _is_title(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= 10
        and 3 <= len(text.strip()) <= 80
        and sum(letter.isdigit() for letter in text) <= 1
        and not re.match(
            r"(?:a |the |le |la |les |un |une |is |est |etait|was |part |confirmation|proof|verification|evidence|reference "
            r"|notre |our |this |his |her |their "
            r"|employment |work |follows|well|soon|date|to |permanent$|mentionn|indiqu|noted|above|stated|requis|such|he |she "
            r"|it |proof|that|per |of |in |at )",
            text,
        )
        and "@" not in text
    )
