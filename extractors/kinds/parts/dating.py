"""When a paper was made out: beside a label, in a closing formula, or at the head of a letter. And how a date becomes a
finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from extractors.fields.finding import Finding, Pattern
from extractors.fields.labels import is_label, labelled
from extractors.fields.when.dates import DateFound
from extractors.kinds.sheet.mail import correspondents
from extractors.paper import Cell, Paper

_CLOSING = re.compile(
    r"(?<![a-z])(?P<verb>(?:fait|donnee?|delivree?|etablie?|emise?|signee?s?|dressee?|expediee?|editee?|produite?"
    r"|imprimee?)(?:,?(?: et \w+)?"
    r"(?: a la demande de [a-z' ]{3,30},)? (?:a|en"
    r"|aux?(?! plus tard)) [a-z .'()-]{2,40},?(?: a la demande d[a-z' ]{3,30},)?(?: sous le sceau d[a-z' ]{4,40},)?)?,? (?:ce|le|en "
    r"date du)"
    r"|(?:issued|given|signed|dated|done|prepared)(?: (?:upon|at|on) (?:the |his |her |their )?request(?: of [a-z. ]{3,50}?)?,?)?"
    r"(?: (?:this|on|at|in|the|by|under|my|our|hand|hands|and|seal|of|university|for|company)){0,8}(?: [a-z]{3,20},?(?: [a-z]{3,20},?){0,2}"
    r" (?:on|this))?,?:?(?: the)?"
    r"|(?:given|issued|done|signed) (?:in|at) (?:the city of )?[a-z .'-]{2,40}(?:, [a-z .'-]{2,30})?,?(?:(?: on)? (?:this|the)| on)"
    r"|apposee? [a-z ,']{5,90}, a [a-z' -]{2,30},? le|dad[oa] en [a-z .'-]{2,30},? (?:el|a los)(?: [a-z]{3,12} \()?"
    r"|[a-z.'-]{3,30}, a los(?: [a-z]{3,12} \()?"
    r"|(?:se )?expid(?:e|ido)[a-z ,.'-]{0,70} (?:el"
    r"|a los)(?: [a-z]{3,12} \()?|datum|pour extrait conforme, delivre le) $",
    re.ASCII,
)
_OF_ANOTHER = re.compile(
    r"\b(?:ticket|roe|record of employment|releve d'emploi|cards?|(?:driving|driver'?s?|professional|prc) licen[cs]e|permit|permis"
    r"|passport|passeport|contrats?|contract"
    r"|cin|c\.i\.n|cni|nic|n\.i\.c|nif"
    r"|n\.i\.f|carte|identite|identity|citizen id|id (?:card|no)"
    r"|visa|order|agreement|avenant|offer|offre|resignation|demission|application|request|demande|consent|consentement|courriel|e-?mail"
    r"|votre lettre"
    r"|convention|assessment|proces-verbal|proces-verbaux|pv"
    r"|your letter|seal"
    r" \(|recepisse|decret|arrete|loi|agrement|circular|circulaire|memo(?:randum)?|gazette|g\.o|rule|notice|preavis|accreditation"
    r"|titulaire de la|insurance|assurance|translated|traduit|on the reverse|au verso)\b"
    r"(?!(?:[^.;]|\.(?! )){0,90}(?:attestation|certificat|lettre est|letter is|document|en foi|valoir|fait a))(?:[^.;]"
    r"|\.(?! )){0,90}$", re.ASCII)
"""A card, ticket or contract that the clause speaks of: what is « délivrée » or "dated" then is not the paper itself."""
BORN = re.compile(
    r"\b(?:nee?|ne\(e\)|ne\s?/\s?nee|nacid[oa]|nascid[oa]|born)(?: (?:a|in|em) [a-z' -]{2,40}(?: \([a-z' -]{2,45}\))?,?)?(?: le"
    r"| on| en| a|(?: le)? / born on| el)?\s{1,2}$|d\.?o\.?b\.?\s?:?\s?$|(?<![a-z])naissance[^.\n0-9]{0,30}$"
    r"|date of birth[^.\n0-9]{0,12}$",
    re.ASCII,
)
"""What stands right before a date of birth, on plain text."""
_WEEKDAY = (r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday),? )?")
_HEAD = re.compile(rf"(?:.*(?: - |[|·] )(?=[a-z .'()-]{{2,30}}, le )|^)(?:(?:[a-z][a-z .'()-]{{1,30}}, ){{0,2}}(?:le|ce|on)(?: / on the"
                   rf"| / le)?(?: :)? "
    rf"|date ?(?:\([a-z/-]{{5,12}}\) ?)?:? ?"
    rf"|dated ?:? ?|(?:[a-z][a-z .'-]{{1,30}}, ){{1,2}})?{_WEEKDAY}$", re.ASCII)


def date_finding(paper: Paper, name: str, date: DateFound, pattern: Pattern, doubts: int = 0) -> Finding:
    """A date as the value of a field, with its other readings."""
    return Finding(name, date.value, (date.span,), pattern, date.doubts + doubts, others=date.others)


ON_A_COPY = re.compile(r"\b(?:photo)?copie (?:certifiee )?conforme|\bphotocopie certifiee|\bcopie certifiee|\bcertified (?:true )?copy"
                       r"|\bconforme a l'original", re.ASCII)
"""What the stamp of who certified a copy says: its day and number are not the paper's."""


def find_issued(paper: Paper, besides: tuple[int, int] | None = None) -> Finding | None:
    """The date of the document itself, `besides` one that is known to be another. Two dates leave the surer one in doubt."""
    found = [finding for finding in _candidates(paper) if besides not in finding.spans
             and not ON_A_COPY.search(paper.flat, max(0, finding.spans[0][0] - 110), finding.spans[0][0])]
    if not found:
        return None
    best = found[0]
    same = [other for other in found[1:] if other.value == best.value and other.spans != best.spans]
    differing = [other for other in found[1:] if other.pattern == best.pattern and other.value != best.value]
    return Finding(best.name, best.value, best.spans, best.pattern, best.doubts + bool(differing), bool(same), others=best.others)


def closing_dates(paper: Paper) -> Iterator[DateFound]:
    """Dates in a closing formula: « Fait à Lyon, le … », "Given this … day of …"."""
    return (
        date
        for date in paper.dates
        if (_closes(said := before(paper, date.start, 160)) or _opens_its_row(paper, date.start))
        and not BORN.search(said) and not _ANOTHER_PAPER.search(said)
    )


_NUMBERED = re.compile(r"\b(?:n°|no\.|[cn]\.i\.[cn]\.|s\.(?= [0-9]{4})|sous le n°)\s?|(?<=[0-9])\.(?=[0-9])", re.ASCII)
"""Full stops that end no sentence."""


def _closes(said: str) -> bool:
    """Whether these words end in a closing formula that speaks of the paper itself."""
    closing = _CLOSING.search(said)
    if closing is None or said[: closing.start()].endswith("("):
        return False
    return _OF_ANOTHER.search(_NUMBERED.sub(lambda stops: stops[0].replace(".", ""), said[: closing.start()] + " ")) is None


def _opens_its_row(paper: Paper, start: int) -> bool:
    """Whether a closing formula begins the row of a date, with a capital: the rows above, of a form, say nothing of it."""
    row = paper.row_span(paper.row_at(start))[0]
    closing = _CLOSING.match(" ".join(paper.plain[row:start].split()) + " ")
    return closing is not None and paper.text[row].isupper()


_ANOTHER_PAPER = re.compile(
    r"(?:letter|resignation|notice|request|application|e-?mail|order|contract|agreement|offer|courriel|lettre|demande|contrat|avis|decret"
    r"|arrete),? (?:dated|datee?|signee?|emise?|du|of|en date du)(?: the| on| le)?\s{1,2}$",
    re.ASCII,
)
"""« votre lettre datée du … »: the date of a paper that this one answers."""


def before(paper: Paper, start: int, length: int = 90) -> str:
    """The plain words before a position, with single blanks and one at the end."""
    return " ".join(paper.plain[max(0, start - length) : start].split()) + " "


def _candidates(paper: Paper) -> Iterator[Finding]:
    yield from (date_finding(paper, "issued_on", date, "label") for date in _sent(paper))
    beside = [(value.sure, date) for value in labelled(paper, "issued") if not _ON_A_CARD.search(_before_in_cell(paper, value.label[0]))
              for date in paper.dates_in(value.span)[:1]]
    yield from (date_finding(paper, "issued_on", date, "label") for sure, date in beside if sure)
    yield from (date_finding(paper, "issued_on", date, "phrase") for date in closing_dates(paper))
    yield from (date_finding(paper, "issued_on", date, "phrase") for date in paper.dates if _ITS_DAY.match(paper.flat, date.end))
    yield from (date_finding(paper, "issued_on", date, "label", 1) for sure, date in beside if not sure)
    yield from (date_finding(paper, "issued_on", date, "label") for date in paper.dates if _PAID_ON.search(before(paper, date.start)))
    yield from (date_finding(paper, "issued_on", date, "label", int(not value.sure)) for value in labelled(paper, _DATE)
                for date in paper.dates_in(value.span)[:1]
                if paper.row_at(date.start) > len(paper.rows) // 2 and not paper.plain[value.span[0] : date.start].strip())
    heads = [(not _is_signed_at(paper, date), date) for date in _at_the_head(paper)]
    yield from (date_finding(paper, "issued_on", date, "layout" if above else "phrase") for above, date in sorted(heads, key=itemgetter(0)))


_ITS_DAY = re.compile(r",? (?:date|jour) de (?:sa|la|son) (?:delivrance|emission|edition)\b", re.ASCII)
"""« à compter du 04/10/2024, date de sa délivrance »."""
_SENT = re.compile(r"(?:date|sent|envoye(?: le)?)(?:\s?:|\s[a-z]{3,9}\.?,? (?=[0-9]))", re.ASCII)


def _sent(paper: Paper) -> Iterator[DateFound]:
    """When a printed e-mail was sent."""
    for number in range(len(paper.rows) // 2 if correspondents(paper) else 0):
        span = paper.row_span(number)
        if _SENT.match(paper.plain, *span):
            yield from paper.dates_in(span)[:1]
            return


_ON_A_CARD = re.compile(r"\b(?:id|i\.d\.?|identity|identite|cin|cni|nif|passport|passeport|permit|permis|card|carte"
    r"|licen[cs]e)\b", re.ASCII)
"""« Citizen ID No.: 074 … Issued on: … »: what was issued is the card."""


def _before_in_cell(paper: Paper, position: int) -> str:
    said = re.split(r"[\t\n\f]", paper.plain[max(0, position - 160) : position])[-1]
    begun = position - len(said)
    if begun and paper.text[begun].islower():  # the row goes on with the one above
        return re.split(r"[\t\f]", paper.flat[max(0, begun - 80) : position])[-1]
    return said


_TOWN = re.compile(r"(?:^|[\n\t\f])\s?(?:a )?[a-z][a-z .'()-]{1,30}, (?:le |ce )?$", re.ASCII)


def _is_signed_at(paper: Paper, date: DateFound) -> bool:
    """« Sfax, le 3 mars 2014 » alone on a row below the text: who signs writes so, and of nothing else."""
    low = paper.row_at(date.start) > 0.45 * len(paper.rows)
    return low and _TOWN.search(paper.plain[max(0, date.start - 40) : date.start]) is not None


_TRANSLATED = re.compile(r"\b(?:traduct(?:rice|eur)|traducteur|translator|sworn translation|traduction fidele)\b", re.ASCII)


_PAID_ON = re.compile(r"(?:date de (?:paiement|paie|versement)|pay(?:ment)? date|date (?:paid|of payment))\s?:?\s{1,2}$", re.ASCII)


def _runs_on(paper: Paper, cell: Cell) -> bool:
    """Whether a cell is the end of the sentence in the row above."""
    if cell.row == 0:
        return False
    if paper.text.startswith("Le ", cell.start):
        return False
    start, end = paper.row_span(cell.row - 1)
    above = paper.plain[start:end].rstrip()
    words = [word for word in above.split() if any(map(str.isalnum, word))]
    spaced = sum(len(word) == 1 for word in words) > 0.3 * len(words)  # letters of a heading
    prose = not spaced and len(words) > 7 and "@" not in above and sum(word.isalpha() for word in words) > 0.7 * len(words)
    return (
        prose
        and (above.endswith((",", "(", "-")) or (above[-1:].isalnum() and not paper.words((start, end)).split()[-1].istitle()))
        and " le " not in paper.plain[cell.start : cell.start + 40]
    )


_DATE = r"date(?: \([a-z/-]{5,12}\)| (?:de|of) (?:la )?signature)?|date signed|signature date"
_DATED = re.compile(r"(?:date|signature|fait|signe|le|lieu)\b", re.ASCII)
_MOST_OF_LABEL = 45


def _in_a_form(paper: Paper, row: tuple[Cell, ...]) -> bool:
    """Whether a row of two cells is one of a form: words and their value, which stands in the same column in the row above or below."""
    label = paper.folded(row[0].span).strip()
    if len(label) > _MOST_OF_LABEL or any(map(str.isdigit, label)) or _DATED.match(label):
        return False
    beside = [other for other in paper.rows[max(0, row[0].row - 1) : row[0].row + 2] if other is not row and len(other) == 2]
    return any(abs(one.box.x0 - other.box.x0) < 0.01 for line in beside for one, other in [(row[1], line[1])]
               if abs(row[0].box.x0 - line[0].box.x0) < 0.01)


def _beside_label(paper: Paper, row: tuple[Cell, ...], cell: Cell) -> bool:
    """Whether the cell to the left, or right above, is a label: then the date is the label's."""
    number = row.index(cell)
    if number > 0:
        return is_label(paper, row[number - 1]) or (number == 1 and len(row) == 2 and _in_a_form(paper, row))
    above = paper.rows[cell.row - 1] if cell.row else ()
    return any(is_label(paper, other) and abs(other.box.x0 - cell.box.x0) < 0.02 for other in above)


def _ends(paper: Paper, date: DateFound, end: int) -> bool:
    """Whether a date ends its cell, but for the same date in another language behind a slash."""
    again = next((other for other in paper.dates_in((date.end, end)) if other.value == date.value), None)
    behind = paper.plain[again.end if again else date.end : end]
    return not behind.strip(" .") or (behind.startswith(". ") and _is_signed_at(paper, date))


def _at_the_head(paper: Paper) -> Iterator[DateFound]:
    """A date that has its segment of a row to itself, but for a place and « le »."""
    for date in paper.dates:
        row = paper.rows[paper.row_at(date.start)]
        cell = next((cell for cell in row if cell.start <= date.start < cell.end), None)
        if (
            cell is None
            or BORN.search(before(paper, date.start))
            or _TRANSLATED.search(paper.flat, max(0, date.start - 250), date.start)
            or (len(row) > 3 and not _is_signed_at(paper, date))
            or _beside_label(paper, row, cell)
            or _runs_on(paper, cell)
            or not _ends(paper, date, cell.end)
            or date.form in ("year_month", "month_year")
        ):
            continue
        if _HEAD.match(" ".join(paper.plain[cell.start : date.start].split()) + (" " if date.start > cell.start else "")):
            yield date
