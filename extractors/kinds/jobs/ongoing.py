"""Whether a job still goes on at the date of its letter: said outright, said in the present tense, or to be concluded.

What is only to be concluded stays in doubt, and nothing is concluded where one word tells of a departure.
"""

from __future__ import annotations

import re

from extractors.fields.finding import Finding, Span
from extractors.fields.when.periods import PRESENT, sentences
from extractors.paper import Paper

_LY = r"(?:[a-z]{3,12}(?:ment|ly) |toujours |encore |bien |still |now )?"
_STILL = re.compile(
    r"\b(?:"
    r"(?:certifi|attest|confirm)(?:e|ons|ent) employer\b|"
    rf"est {_LY}(?:employee?\b|engagee?\b|a (?:notre|l'|son) ?(?:emploi|service)|salariee?\b|en (?:poste|service|fonctions?|activite)\b"
    rf"|presente? a son poste"
    r"|membre (?:de notre|du) |au service de|titulaire du poste|liee? a )"
    rf"|{_LY}(?:travaille|occupe|exerce|assume|detient|demeure|poursuit|continue)(?: toujours| encore)?\b(?! pas)"
    rf"|(?:fait|font) {_LY}partie|compte parmi"
    r"|the (?:job|role|position|post) (?:he|she|they) (?:has|have|holds?|does|do) (?:today|now)"
    r"|encore aujourd'hui|is (?:his|her|their) (?:job|role|position) (?:today|now)"
    r"|toujours (?:en|a|parmi|active?|chez|son|ses|le|la)\b|actuellement|presentement|a l'heure actuelle|a ce jour|jusqu'a (?:ce jour"
    r"|aujourd'hui|present)"
    rf"|is {_LY}(?:an? |our |the )?(?:[a-z-]+,? ){{0,3}}?(?:employed|employee|working|serving|engaged|member of|in our (?:employ"
    rf"|service)|on our (?:payroll|staff|rolls)|part of our)"
    r"|continues?\b|remains? (?:employed|with|in|an?|our|on (?:active )?duty)|is still (?:there|here)\b|y est (?:toujours|encore)\b"
    r"|holds|occupies|currently|presently|till date|to date"
    r"|still (?:in employment|employed)\? [✓✔☒☑x] ?yes|has not (?:disengaged|resigned|left)"
    r"|(?:up )?(?:to|till"
    r"|until) now|still (?:on the job|with us|in service|in post|at post)|to this day|ever since(?=[.,;])|as of (?:this"
    r"|the) (?:date|day)|ongoing"
    r"|has (?:been (?:working|employed|serving|part of|with (?:us|our)|in our|on our (?:payroll|staff)|an?|our|under)|held|worked|served)"
    r"|works (?:for|with|at|in|as|on|here|full|part|an?|[0-9])|desempena|labora\b"
    r")",
    re.ASCII,
)
_LEFT = re.compile(
    r"\bquitt(?:e|ee|ant|er|ait)\b|\bson depart|(?<!ni )\bdemission(?!naire(?:,)? ni)(?!n)"
    r"|\bfin (?:de (?:son |ce |contrat|mandat|l'emploi)|d'emploi)|\ba pris fin"
    r"|(?<!procedure de )(?<!ni en cours de )\blicenci"
    r"|\bdernier jour|\blibre de tout engagement|\bn'est plus\b(?! en periode d'essai)"
    r"|\banciene?n?e? (?:employe|salarie|collab)|\b(?:pris sa|parti[er]? a la"
    r"|mise? a la|a la) retraite\b|(?<!valide )(?<!valides )(?<!valable )(?<!\bva )\bjusqu'au [0-9]"
    r"|(?<!has not )(?<!never )\bleft\b|\bleaving\b|\bresign(?:ed|ing)|\brelieved\b|\bseparat(?:ed|ion)|(?<!has not )\bdisengaged"
    r"|\bformer(?:ly)?\b(?! (?:l[ea]s?|l'|des|du|de|un|une|aux?|son|sa|ses|nos|notre)\b)"
    r"|\bno longer|\blaid off"
    r"|\bterminat|\bretired"
    r"|(?<!valid )(?<!to run )(?<!wait )\buntil (?!further|now|today|present|date)|\blast (?:working )?day|\bfree from any engagement"
    r"|\bdeparture"
    r"|\bduring (?:his|her"
    r"|their) (?:tenure|stay|employment|time)"
    r"|\b(?:contract|employment) (?:ended|expired)|(?<!permit, )(?<!permit )(?<!visa )\bexpired\b|\bceased\b|\ba cesse\b|\bcessation",
    re.ASCII,
)
_TRIAL_OVER = re.compile(r"\b(?:probation|essai|stage probatoire) a pris fin\b", re.ASCII)
"""What ended there is not the job."""
_PAST = re.compile(
    r"\b(?:a (?:[a-z]{3,12}ment |bien |d'abord )?(?:travaille|(?:oe|œ)uvre|servi|preste|exerce|occupe|assume|assure|collabore"
    r"|fait partie)|a ete (?:employee?|a (?:notre|l')|salariee?)"
    r"|etait|avait|was (?:[a-z]{3,12}ly )?(?:employed|an?|our|in|with|working|part|under)|(?<!has )(?<!have )(?<!ly )(?:worked|served"
    r"|held)\b|had )\b",
    re.ASCII,
)
_WEAK = re.compile(
    r"\bnotre (?:employe|salarie|collaborat)|\bemployee?s? suivant|\bour employee|\b(?:est|is) (?:paid|paye|remunere)|\bpercoit\b"
    r"|\bgagne\b|\bbeneficie\b|\bearns\b|\breceives\b"
    r"|\bsalaire actuel|\bcurrent (?:salary|wage|pay)\b|\bpermanente?\b|\bstatus active\b|\bactive, |\bregular\b|\breguliere?\b"
    r"|\btravaille\b|\bdepuis\b|\bsince\b"
    r"|\bsalaire (?:[a-z]+ ){0,3}est\b",
    re.ASCII,
)
_REMAINS = re.compile(r"(?:remains?|continues?|toujours|encore|still)\b", re.ASCII)
"""« He was employed in 2018 and remains in our service »: what lasts outweighs how it began."""
_SINCE_ONLY = re.compile(r"\b(?:depuis|since)\b", re.ASCII)


def _blanked(said: re.Match[str]) -> str:
    return " " * len(said[0])


_BLANK = re.compile(r"[a-z][a-z', -]{4,50}\s?:\s?[_.…/ ]*(?:_{3,}|[.…]{4,})[_.…/ ]*", re.ASCII)
"""« No – if no, last day worked: ____ / ____ »: what a form asks and nobody filled in."""


def goes_on(paper: Paper, around: Span | None) -> Finding | None:
    """The job's end as `present`: in words near its start (`around`) or, where that stands beside a label, anywhere in the letter.
    None where someone left, or where the start's own sentence is in the past."""
    told = _BLANK.sub(_blanked, _TRIAL_OVER.sub(_blanked, paper.flat))
    if _LEFT.search(told):
        return None
    if around is None:
        return None if _PAST.search(told) else _said(paper, (0, len(paper.flat))) or _concluded(paper)
    here = next((span for span in sentences(paper.flat) if span[0] <= around[0] < span[1]), around)
    past = _PAST.search(told, *here)
    said = _said(paper, (max(0, around[0] - 260), min(len(paper.flat), around[1] + 160)), around[0])
    if past is None:
        return said or _concluded(paper)
    if said is not None and _REMAINS.match(paper.flat, said.spans[0][0]):
        return said
    if said is not None and _SINCE_ONLY.search(paper.flat[max(0, around[0] - 30) : around[0]]):
        return said.doubted()
    return None


def said_to_go_on(paper: Paper, around: Span) -> Finding | None:
    """What says in the present tense, right behind a place, that a job goes on, though another one ended: in doubt."""
    found = _said(paper, (around[1], min(len(paper.flat), around[1] + 120)), around[1])
    return None if found is None else found.doubted(2)


def still_said(paper: Paper, within: Span) -> Finding | None:
    """What says in the present tense, anywhere in a stretch, that a job goes on: in doubt."""
    found = _said(paper, within, within[0])
    return None if found is None else found.doubted()


def _said(paper: Paper, within: Span, near: int = 0) -> Finding | None:
    """What says so in the present tense, nearest to a place."""
    found = [match.span() for match in _STILL.finditer(paper.flat, *within)]
    return Finding("position.end_date", PRESENT, (min(found, key=lambda span: abs(span[0] - near)),), "phrase") if found else None


def _concluded(paper: Paper) -> Finding | None:
    """What is only to be concluded: pay, status or kind in the present tense, and nothing in the past."""
    match = None if _PAST.search(paper.flat) else _WEAK.search(paper.flat)
    return None if match is None else Finding("position.end_date", PRESENT, (match.span(),), "inferred", 1)
