"""How much study a paper tells: hours, credits, months. A denominator (« 2,31/4 », « Note/20 ») is never a number of credits, and
where totals and parts are told, the total counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.finding import Finding, Span
from extractors.fields.numbers import as_json, decimal
from extractors.paper import Cell, Paper

_HOURS = re.compile(
    r"(?<![0-9.,/])(?<!/ )(?P<n>[1-9][0-9]{0,1}[ ,]?[0-9]{3}|[1-9][0-9]{2}) ?(?:heures|hours|hrs|h(?![a-z]))(?! ?par| ?/| per| a )"
    r"|(?:nombre d'heures|total (?:des |of )?(?:heures|hours)|volume horaire"
    r"|duree totale|duree du programme|total hours)[a-z ]{0,24}\s?[:=]\s?"
    r"(?P<after>[1-9][0-9]{0,1}[ ,]?[0-9]{3}|[1-9][0-9]{2}) ?(?:heures|hours|h\b)?(?![0-9])",
    re.ASCII,
)
_N = r"(?P<n>[1-9][0-9]{0,2})(?:[.,](?P<cents>33|66|67|50?|0{1,2})| (?P<thirds>[12]) ?/ ?3|\s?(?P<sign>[⅓⅔]))?"
"""A figure; colleges count in thirds: « 45 1/3 unités »."""
_UNIT = r"(?:credits?|creditos|ects|units|unites)"
_SAID = re.compile(rf"(?<![0-9.,/])(?<!/ )(?<!-){_N}\)?[ \n]?(?:\({_UNIT}\)"
                   rf"|(?:ects |semester |university )?{_UNIT})\b(?! ?[:=/] ?[0-9])", re.ASCII)
"""« 180 crédits européens », "120 credits"."""
_THIRDS = {"1": 0.33, "2": 0.67, "⅓": 0.33, "⅔": 0.67}
_TOTAL = re.compile(
    rf"(?:total|totaux|cumul|somme|nombre|number)(?: number)?(?: (?:general|cumule|cumulative))?(?: (?:de|des|of"
    rf"|d'))?\s?(?:the )?{_UNIT}[a-z ()']{{0,30}}"
    rf"\s?[:=]?\s{{0,2}}{_N}(?![0-9]|[.,/][0-9])"
    rf"|{_UNIT} (?:[a-z]+ )?(?:reussie?s|obtenue?s|acquise?s|accumulee?s|capitalisee?s|validee?s|earned|completed|obtained"
    rf"|du programme)[a-z ]{{0,30}}(?:\([a-z0-9 ]{{2,12}}\)[a-z ]{{0,12}})?"
    rf"\s?[:=]?\s{{0,2}}(?P<earned>[1-9][0-9]{{1,2}}(?:[.,][0-9]{{1,2}})?)(?!\s?+/\s?+(?!(?P=earned)(?![0-9])))(?![0-9]|[.,][0-9])",
    re.ASCII,
)
"""« Total des crédits : 96 », « Total crédits ECTS : 120 », "Credits earned: 120"."""
_EARNED = re.compile(rf"credit(?:s| hours| units)? earned,? [^:.0-9]{{4,120}}:\s{_N}(?![0-9]|[.,/][0-9])", re.ASCII)
"""« Total credits earned, including units not listed on this extract: 240 »."""
_LABELLED = re.compile(rf"(?<![a-z/])(?:{_UNIT})(?: (?:ects|europeens))?\s?[:=]\s?{_N}(?![0-9]|[.,/][0-9]|\s?/)", re.ASCII)
"""« Crédits : 180 »."""
_CREDITS_IN_WORDS = {
    "quinze": 15, "trente": 30, "quarante-cinq": 45, "soixante": 60, "quatre-vingt-dix": 90, "cent vingt": 120, "cent quatre-vingts": 180,
    "fifteen": 15, "thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90, "one hundred twenty": 120, "one hundred and twenty": 120,
}
_WORDED = re.compile(rf"(?<![a-z-] )(?<![a-z-])(?P<n>{'|'.join(_CREDITS_IN_WORDS)}) (?:university )?(?:credits|unites)(?![a-z])", re.ASCII)
"""« (trente crédits) »: what programmes in Québec and Europe count."""
_MONTHS = re.compile(
    r"(?:duree|duration|period|formation de|programme de|course of|training of)[^.\n]{0,40}?"
    r"(?<![0-9/])(?<![0-9]-)\(?(?P<n>[1-9][0-9]?)\)?\s(?:mois|months|meses)(?![a-z])"
    r"|\bformation\b[^.\n]{0,60}(?:19|20)[0-9]{2}\s\((?P<after>[1-9][0-9]?) mois\)",
    re.ASCII,
)
_YEARS = re.compile(
    r"(?:duree|duration)(?: (?:de la formation|des etudes|du programme|of (?:the )?(?:program(?:me)?|course|studies)))?\s?:\s?"
    r"(?P<n>[1-9]|un|une|deux|trois|quatre|one|two|three|four)(?: \([1-9]\))? (?:annees?|ans?|years?)(?![a-z])", re.ASCII)
_OF_WORD = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "one": 1, "two": 2, "three": 3, "four": 4}
_A_YEAR = 12
_LEAST_CREDITS = 10
"""Fewer are those of one course."""
_COLUMNS = {
    "study.credits": re.compile(rf"{_UNIT}(?: ects| earned| obtenus| acquis)?|cr\.?", re.ASCII),
    "study.hours": re.compile(r"(?:nombre d'|total (?:d'|des |of )?)?(?:heures|hours|hrs)|volume horaire", re.ASCII),
}
_TOTAL_ROW = re.compile(r"(?:grand |overall )?total(?:s|aux)?(?: general)?|totaux|ensemble", re.ASCII)
_ALIGNED = 0.05


def find_volume(paper: Paper) -> Iterator[Finding]:
    """Hours, credits and months, each where one figure only is given, or one total."""
    yield from _of_years(paper)
    of_credits = (_TOTAL, _EARNED, _LABELLED, _SAID)
    for name, patterns in (("study.hours", (_HOURS,)), ("study.credits", of_credits), ("study.months", (_MONTHS,))):
        told = [_told(paper, pattern, name) for pattern in patterns]
        if name in _COLUMNS:
            told.insert(1, _totals_of_columns(paper, _COLUMNS[name]))
        first = next((spans for spans in told if spans), {})
        if len(first) == 1:
            (value, span), = first.items()
            others = {other for spans in told for other in spans if other > value}
            yield Finding(name, as_json(value), (span,), "phrase", 2 * bool(others))
        elif name == "study.credits" and not first:
            yield from _in_words(paper)


def _in_words(paper: Paper) -> Iterator[Finding]:
    """Credits told in words, where one number of them is."""
    found = {_CREDITS_IN_WORDS[match["n"]]: match.span("n") for match in _WORDED.finditer(paper.plain)}
    yield from (Finding("study.credits", value, (span,), "phrase") for value, span in found.items() if len(found) == 1)


def _of_years(paper: Paper) -> Iterator[Finding]:
    """« Durée : 2 années »: in months, where no months are told."""
    said = {match["n"]: match for match in _YEARS.finditer(paper.plain)}
    if len(said) == 1 and not _MONTHS.search(paper.plain):
        (figure, match), = said.items()
        years = _OF_WORD.get(figure) or int(figure)
        yield Finding("study.months", years * _A_YEAR, (match.span("n"),), "phrase")


def _told(paper: Paper, pattern: re.Pattern[str], name: str) -> dict[float, Span]:
    """Each figure that a pattern finds, with its first place."""
    found: dict[float, Span] = {}
    for match in pattern.finditer(paper.plain):
        group = next(group for group in ("n", "after", "earned") if match.groupdict().get(group))
        figure = match[group] if group == "earned" else re.sub(r"[ ,]", "", match[group])
        value = (decimal(figure) or 0) + _part(match)
        if name != "study.credits" or value >= _LEAST_CREDITS:
            found.setdefault(value, match.span(group))
    return found


def _part(match: re.Match[str]) -> float:
    """What a figure has behind its whole number."""
    said = match.groupdict()
    thirds = said.get("thirds") or said.get("sign")
    return _THIRDS[thirds] if thirds else float(f"0.{said.get('cents') or 0}")


def _totals_of_columns(paper: Paper, column: re.Pattern[str]) -> dict[float, Span]:
    """The figure of a row « Total » below a column's heading, as « Crédits »."""
    found: dict[float, Span] = {}
    heading: Cell | None = None
    for row in paper.rows:
        heading = next((cell for cell in row if column.fullmatch(paper.folded(cell.span).strip())), heading)
        if heading is None or len(row) < 2 or heading.page != row[0].page or not _TOTAL_ROW.match(paper.folded(row[0].span).strip()):
            continue
        place = _middle(heading)
        nearest = min(row[1:], key=lambda cell: abs(_middle(cell) - place))
        value = decimal(paper.folded(nearest.span))
        if value is not None and value >= _LEAST_CREDITS and abs(_middle(nearest) - place) < _ALIGNED:
            found.setdefault(value, nearest.span)
    return found


def _middle(cell: Cell) -> float:
    return (cell.box.x0 + cell.box.x1) / 2
