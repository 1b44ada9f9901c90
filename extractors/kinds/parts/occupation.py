"""The occupation codes of a position's title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.fields.finding import Finding
from extractors.fields.text.plain import plain
from extractors.occupations.find import Candidate, find
from extractors.occupations.matching.words import fold, stems

STEPS = (0.95, 0.8, 0.5)
"""Each of these probabilities that a code does not reach is a doubt: what is under the last is there for a person to choose from."""
TOLD = 0.05
"""From this probability on a group is told at all."""

_INDUSTRY = re.compile(
    r"\b(?:hopital|hospital|chsld|cisss|ciusss|clini(?:que|c)|(?:centre|center) (?:medical|hospitalier|de sante)"
    r"|(?:medical|health) (?:centre|center)|nursing home|soins a domicile|elder care|pharmac(?:ie|y)|dent(?:aire|al)|veterin(?:aire|ary)"
    r"|cpe|garderie|day ?care|ecole|school|cegep|college|universite|university|restaurants?|bistro|brasserie|cafe|traiteur|catering"
    r"|cuisines?|hotel|motel|auberge|boulangerie|bakery|boucherie|butcher|poissonnerie|fromagerie|laiterie|abattoir|aliments|foods?"
    r"|fermes?|farms?|serres?|greenhouses?|elevage|foresterie|forestry|garage|auto(?:mobiles?)?|carrosserie|transports?|camionnage"
    r"|trucking|logisti(?:que|cs)|entrepot|warehouse|constructions?|toitures?|roofing|plomberie|plumbing|electri(?:que|c)|soudure|welding"
    r"|usinage|machining|meubles?|furniture|textiles?|imprimerie|printing|mines?|mining|logiciels?|software|informatique|banque|bank"
    r"|caisse|assurances?|insurance|comptables?|accounting|notaires?|avocats?|law|securite|security|nettoyage|cleaning|proprete|coiffure"
    r"|salon|studio|productions|pictures|boutique|magasin|store|epicerie|grocery|supermarche|supermarket)\b", re.ASCII)


def industry_of(employer: str) -> str:
    """The words of an employer's name that tell its line of business. Names of people and places in it tell nothing."""
    return " ".join(_INDUSTRY.findall(plain(employer)))


def occupations_of(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The codes of all positions among some findings, each with its own duties and what the employer's name tells."""
    known = tuple(findings)
    industry = next((industry_of(str(one.value)) for one in known if one.name == "employer.name"), "")
    for title in known:
        if title.name == "position.title":
            duties = next((one.value for one in known if one.name == "position.duties" and one.group == title.group), ())
            yield from occupation_findings(title, [str(one) for one in duties] if isinstance(duties, list) else (), industry)


_LIKELY = 0.8


def vouched(finding: Finding) -> Finding:
    """A position's title as it is; in doubt where it is like no title of the classification: it may be another word of the sentence."""
    if finding.name != "position.title":
        return finding
    best = next(iter(find(str(finding.value), limit=1)), None)
    return finding if best is not None and (best.matched or best.confidence >= _LIKELY) else finding.doubted()


def is_listed(title: str) -> bool:
    """Whether words are a title of the classification, word for word but for gender and number."""
    said = stems(fold(title))
    return any(stems(fold(one)) == said for group in find(title, limit=2) for one in group.matched)


def occupation_findings(title: Finding, duties: Sequence[str] = (), industry: str = "") -> Iterator[Finding]:
    """Codes in both versions; the box is the title's. What is not sure is told with what else it can be."""
    candidates = find(str(title.value), None, duties, industry, limit=4)
    if not candidates or candidates[0].confidence < TOLD:
        return
    best = candidates[0]
    doubts = sum(best.confidence < step for step in STEPS)
    others = [one for one in candidates[1:] if doubts and one.confidence >= TOLD]
    yield _finding("position.noc_2021", best.noc_2021, title, doubts, [one.noc_2021 for one in others])
    old = _old(best)
    unsure = not best.listed_2016
    if old:
        more = [*(best.noc_2016[1:] if unsure else ()), *(code for one in others for code in _old(one))]
        yield _finding("position.noc_2016", old[0], title, doubts + 2 * unsure, more)


def _old(candidate: Candidate) -> tuple[str, ...]:
    """The old code that is certain for the title, else all that led to its group."""
    return (candidate.listed_2016,) if candidate.listed_2016 else candidate.noc_2016


def _finding(name: str, code: str, title: Finding, doubts: int, others: Sequence[str]) -> Finding:
    told = tuple(dict.fromkeys(one for one in others if one != code))
    return Finding(name, code, title.spans, "inferred", title.doubts + doubts, group=title.group, others=told)


_LIKELY = 0.35


def is_known(words: str) -> bool:
    """Whether words are like a title of the classification."""
    best = next(iter(find(words, limit=1)), None)
    return best is not None and (bool(best.matched) or best.confidence >= _LIKELY)
