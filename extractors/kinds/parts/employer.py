"""Who writes: the name at the head of a letter, said again in its sentences, and the address at its head or foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Span
from extractors.fields.labels import begins_with_label, labelled
from extractors.fields.text.plain import key
from extractors.fields.where.places import country_of, find_place
from extractors.paper import Cell, Paper

_LEGAL = re.compile(
    r"(?:\binc\b\.?|\bltee\b\.?|\bitee\b\.?|\bltd\b\.?|\bllc\b|\bcorp\b\.?|\bs\.?a\.?r\.?l\b\.?|\bsas\b"
    r"|\bs\.a\.?s?\.?|\bs\.?e\.?c\b\.?|\bs\.?e\.?n\.?c\b|\bpvt\b|\blimited\b|\bgmbh\b|\bplc\b|\bsuarl\b"
    r"|\beurl\b|\bcorporation\b|\bincorporated\b|\blimitee\b|\bcompany\b|\bco\.|\bs\.? de r\.?l)",
    re.ASCII,
)
_NO_NAME = re.compile(
    r"@|\bwww\.|https?:|\btel\b|\bphone\b|\btelephone\b|\bfax\b|(?:^|\s)(?:rue|boul|boulevard|avenue|chemin|street|road"
    r"|drive)\b|^[0-9]|[0-9]{4}|\battestation\b|\bcertificat(?:e|ion)?\b|\bletter\b|\blettre\b|\bobjet\b|^re\s?:|\bref\b"
    r"|\bconstancia\b|\bconfirmation\b|whom it may|a qui de droit|\bdate\b|^le [0-9]|\bservice certificate\b|\bemployment\b"
    r"|\bcopie conforme\b|\boriginal\b|\breceived\b|\brecu\b|\bmadame\b|\bmonsieur\b|renseignements sur|\breleve\b"
    r"|\bofficial\b|\bpage [0-9]"
    r"|promesse d'embauche|offre d'emploi|bulletin de|payslip|pay slip|\boffer\b|^dear\b|confidenti",
    re.ASCII,
)
_SAID = re.compile(
    r"(?:au sein de (?:la |l')?(?:societe |entreprise |compagnie )?|chez |pour (?:la societe |l'entreprise )"
    r"|a travaille pour |de la societe |la societe |societe |l'entreprise |entreprise denommee |employee? (?:par|de) "
    r"|a l'emploi de |(?:employed|working|worked|works|service) (?:with|by|for|at|in) "
    r"|joined |for and on behalf of |^for |\nfor |services? (?:of|at) |employee of |direction des ressources humaines de "
    r"|human resources (?:department )?of |on behalf of |relieved from )",
    re.ASCII,
)
_ADDRESS = re.compile(
    r"[0-9][a-z]?,? (?:rue|boul|av|chemin|rang|route|place|quai|cours|lot)|\b(?:street|road|avenue|drive"
    r"|lane|highway|tech park|industrial area|extension)\b"
    r"|(?<![a-z0-9])[abceghj-nprstvxy][0-9][a-z] ?[0-9][a-z][0-9]|\bbp [0-9]|\bp\.? ?o\.? box"
    r"|^\s?[0-9]{1,5},? [a-z]|\b[0-9]{5,6}\b|calle|carrera|zone industrielle|quartier|^\s?(?:rue|avenue|av\.|boulevard|bd|cite"
    r"|lotissement|immeuble|route|place|quai)\s",
    re.ASCII,
)
BORN_ROW = re.compile(r"\bnee?\b|\bne\(e\)|\bborn\b|naissance|\bbirth\b|nationalit|demeurant|residing", re.ASCII)
"""A row that tells where the person comes from or lives, which is not where the firm is."""
_SIGNED_AT = re.compile(
    r"(?:fait a |^|\n|\t)(?P<town>[A-ZÀ-Ý][^\n\t,]{2,30}), le (?=[0-9])"
    r"|fait à (?P<town2>[A-ZÀ-Ý][^\n\t,]{2,30}),? le ",
    re.IGNORECASE,
)


def find_employer(paper: Paper) -> Iterator[Finding]:
    """Name, place and country of the employer, as far as the paper tells them."""
    name = _labelled_name(paper) or _name(paper)
    if name is not None and paper.scanned:
        name = replace(name, value=re.sub(r"\bIt(?=ée\b|d\b)", "lt", str(name.value)))
    place = _place(paper)
    country = _country(paper)
    yield from (finding for finding in (name, place, country) if finding is not None)


def find_country_code(paper: Paper) -> str | None:
    country = _country(paper)
    return None if country is None else str(country.value)


def _labelled_name(paper: Paper) -> Finding | None:
    for value in labelled(
        paper,
        r"(?:employeur|employer(?: name)?|nom de l'employeur|nom de l'entreprise|company(?: name)?"
        r"|raison sociale|entreprise|societe)",
    ):
        if value.sure and 3 <= len(paper.words(value.span)) <= 80:
            return Finding("employer.name", paper.words(value.span), (value.span,), "label")
    return None


def _name(paper: Paper) -> Finding | None:
    """The first line of the head that can be a name; sure where a sentence says it again."""
    candidates = [cell for cell in _heads(paper) if _can_be_name(paper, cell)]
    said = list(_said(paper))
    for cell in candidates:
        folded = key(paper.words(cell.span))
        if any(folded.startswith(other) or other.startswith(folded) for other in said if len(other) > 4):
            return Finding("employer.name", paper.words(cell.span), (cell.span,), "layout", agreed=True)
    for cell in candidates[:2]:
        if _LEGAL.search(paper.folded(cell.span)):
            return Finding("employer.name", paper.words(cell.span), (cell.span,), "layout")
    spoken = _spoken(paper)
    if spoken is not None:
        return spoken
    return Finding("employer.name", paper.words(candidates[0].span), (candidates[0].span,), "layout", 1) if candidates else None


def _can_be_name(paper: Paper, cell: Cell) -> bool:
    text = paper.folded(cell.span).strip()
    letters = sum(letter.isalpha() for letter in text)
    return (
        letters >= 4
        and len(text) <= 70
        and len(text.split()) <= 9
        and not _NO_NAME.search(text)
        and letters > 0.7 * len(text.replace(" ", ""))
        and not text.endswith((",", ":"))
        and not begins_with_label(paper, cell)
    )


_ADDRESS_BEHIND = re.compile(r"\s[|·•]\s|,\s(?=(?:[0-9]|plot|suite|unit|floor|p\.? ?o\.?|b\.? ?p\.?|zone|rue|av|boul|lot"
    r"|immeuble|cite)\b|[0-9])", re.ASCII)


def _heads(paper: Paper) -> Iterator[Cell]:
    """The cells of the head; one that goes on to the address (« Nordet inc. | 310, rue Bank ») without it."""
    for row in paper.rows[:7]:
        for cell in row:
            cut = _ADDRESS_BEHIND.search(paper.plain, cell.start, cell.end)
            legal = _LEGAL.search(paper.plain, cell.start, cell.end)
            behind = _APART.match(paper.plain, legal.end(), cell.end) if legal else None
            ends = [found.start() for found in (cut, behind) if found is not None]
            yield replace(cell, end=min(ends)) if ends else cell


_APART = re.compile(r"[.,]?\s?(?=[-|·(,]\s?[a-z0-9])", re.ASCII)
"""What parts a name that ends in its legal form from what follows on the same row."""


def _said(paper: Paper) -> Iterator[str]:
    """What the sentences name after « au sein de », "joined", "For": up to sixty letters, folded."""
    for match in _SAID.finditer(paper.plain):
        yield key(paper.text[match.end() : match.end() + 60])


_SPOKEN = re.compile(
    r"(?P<name>[A-ZÀ-Ý][^\s,;:]*(?:\s(?:[A-ZÀ-Ý&][^\s,;:]*|de|des|du|la|le|les|et|d['’][^\s,;:]+"
    r"|l['’][^\s,;:]+|of|and|the|en|à|inc\.?|ltée|SARL)){0,7})"
)


def _spoken(paper: Paper) -> Finding | None:
    """A name with a legal form that only a sentence gives."""
    for match in _SAID.finditer(paper.plain):
        name = _SPOKEN.match(paper.text, match.end(), min(len(paper.text), match.end() + 80))
        if name is not None and _LEGAL.search(paper.folded(name.span("name"))):
            end = match.end() + max(found.end() for found in _LEGAL.finditer(paper.folded(name.span("name"))))
            return Finding("employer.name", paper.words((name.start(), end)), ((name.start(), end),), "phrase")
    return None


def _margins(paper: Paper) -> list[Span]:
    """The rows where a letter keeps its address: the first eight and the last five of each page."""
    rows: list[Span] = []
    for page in dict.fromkeys(row[0].page for row in paper.rows):
        here = [number for number, row in enumerate(paper.rows) if row[0].page == page]
        rows += [paper.row_span(number) for number in dict.fromkeys([*here[:8], *here[-5:]])]
    return rows


def _place(paper: Paper) -> Finding | None:
    signed = _SIGNED_AT.search(paper.text)
    signed_town = key(signed["town"] or signed["town2"]) if signed else ""
    for span in _margins(paper):
        if not _ADDRESS.search(paper.folded(span)) or BORN_ROW.search(paper.folded(span)):
            continue
        place = find_place(paper.plain, span)
        if place is not None:
            town = key(paper.words(place.span))
            return Finding(
                "employer.place",
                paper.words(place.span),
                (place.span,),
                "layout",
                0 if place.country else 1,
                agreed=bool(signed_town) and town.startswith(signed_town),
            )
    if signed is None:
        return None
    span = signed.span("town" if signed["town"] else "town2")
    return Finding("employer.place", paper.words(span), (span,), "phrase", 1)


def _country(paper: Paper) -> Finding | None:
    """The country that address, telephone and legal numbers tell; none where they disagree."""
    told = country_of(
        "\n".join(
            paper.folded(span)
            for span in _margins(paper)
            if not BORN_ROW.search(paper.folded(span)) and not re.search(r"employee? :|\bclients\b", paper.folded(span))
        ),
        besides=paper.flat,
    )
    return None if told is None else Finding("employer.country", told[0], (), "inferred", int(told[1] == 0), agreed=told[1] > 1)
