"""Where an employer is: the town of its address at head or foot, and the country that address, telephone and numbers tell."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding, Span
from extractors.fields.labels import labelled
from extractors.fields.names import is_name
from extractors.fields.text.legal import LEGAL_FORM
from extractors.fields.text.plain import key
from extractors.fields.where.places import country_of
from extractors.fields.where.towns import PlaceFound, find_place
from extractors.kinds.sheet.parts import foot, head, is_prose
from extractors.paper import Cell, Paper, once

_ADDRESS = re.compile(
    r"[0-9][a-z]?,? (?:rue|boul|av|chemin|rang|route|place|quai|cours|lot)|\b(?:street|road|avenue|drive|crescent|parkway"
    r"|lane|highway|expressway|park|industrial area|extension|tower|building|floor|plaza|estate|suite|unit|nagar|villa|immeuble)\b"
    r"|(?<![a-z0-9])[abceghj-nprstvxy][0-9][a-z] ?[0-9][a-z][0-9]|\bbp [0-9]|\bp\.? ?o\.? box|\bbox [0-9]|\bcase postale|\bc\.p\. "
    r"|^\s?[0-9]{1,5},? [a-z]|\b[0-9]{5,6}\b|calle|carrera|zone industrielle|quartier|^\s?(?:rue|avenue|av\.|boulevard|bd|cite"
    r"|lotissement|immeuble|route|place|quai)\s|@|\btel\b|\btelephone\b|\bphone\b|\bph\. |\+[0-9]{2}|[0-9]{3}[-. ][0-9]{4}\b",
    re.ASCII,
)
BORN_ROW = re.compile(r"\bnee?\b|\bne\(e\)|\bborn\b|naissance|\bbirth\b|nationalit|demeurant|residing|domicilie", re.ASCII)
"""A row that tells where the person comes from or lives, which is not where the firm is."""
_OTHERS = re.compile(r"\bclients?\b|\bmatricule\b|\blang(?:ue|uage)\b|employee? :|\bfrancisation\b|ministere de l'immigration|\bdossier "
                     r"d'immigration\b|\ba l'attention\b", re.ASCII)
"""A row that speaks of another firm, or of the person."""
_SIGNED_AT = re.compile(
    r"(?:^|[\n\t\f]|[.-]\s)(?:fait a |done at |a )?(?P<town>[a-z][^\n\t,0-9:]{2,30}), ?(?:(?:le|ce|on) (?=[0-9])|(?=date [0-9]{2} month))"
    r"|(?:fait|delivree?) a"
    r" (?P<town2>[a-z][^\n\t,0-9:]{2,30}),? le ", re.ASCII)
_CARD = re.compile(r"\b(?:c\.?i\.?n|cni|carte|identite|passeport|passport|permis|licence)\b", re.ASCII)
"""What is issued somewhere too, and says nothing of the firm."""


def find_country_code(paper: Paper) -> str | None:
    country = find_employer_country(paper)
    return None if country is None else str(country.value)


def find_address(paper: Paper) -> Finding | None:
    """The town of the address at head or foot, the one with its province or country first; else that where it is signed, in doubt."""
    places = _SIGNED_AT.finditer(paper.plain)
    signed = next((match for match in places if not _CARD.search(paper.flat, max(0, match.start() - 60), match.start())), None)
    signed_span = next((signed.span(group) for group in ("town", "town2") if signed[group]), None) if signed else None
    town = key(paper.words(signed_span)) if signed_span else ""
    rows = [number for number in (*head(paper), *foot(paper)) if number not in to_the_reader(paper)]
    found = [(_strength(paper, number, place), -order, place) for order, number in enumerate(rows)
             if (place := _place_in(paper, number)) is not None]
    best = max(found, key=lambda one: one[:2], default=None)
    if best is not None:
        words, agreed = paper.words(best[2].span), bool(town) and key(paper.words(best[2].span)).startswith(town)
        doubts = int(best[0] < 2 and not agreed) + (not agreed and (best[2].country is None or bool(town))) + ("." in words[:4])
        return Finding("employer.place", words, (best[2].span,), "layout", doubts, agreed=agreed)
    if (told := _labelled(paper) or _seat(paper)) is not None:
        return told
    if signed_span is None or BORN_ROW.search(town):
        return None
    return Finding("employer.place", paper.words(signed_span), (signed_span,), "phrase", 1)


_LABEL = (r"(?:adresse|address)(?: (?:de l'(?:installation|etablissement|employeur|entreprise|organisme)|du lieu de travail|of (?:the )?"
          r"(?:employer|company|workplace)))")


def _labelled(paper: Paper) -> Finding | None:
    """The town beside « Adresse de l'installation », further down in a form."""
    places = (find_place(paper.plain, value.span) for value in labelled(paper, _LABEL))
    place = next((one for one in places if one is not None), None)
    return None if place is None else Finding("employer.place", paper.words(place.span), (place.span,), "label", int(not place.sure))


_SEATED = re.compile(r"\b(?:sise?|dont le siege (?:social )?est(?: situe)?|whose (?:registered|head) office is)\b(?P<where>[^.;]{5,90})",
                     re.ASCII)


def _seat(paper: Paper) -> Finding | None:
    """« l'établissement …, sis 27, rue …, Rabat, déclare »: the town that a sentence gives, in doubt."""
    seated = _SEATED.search(paper.plain)
    place = find_place(paper.plain, seated.span("where")) if seated else None
    return None if place is None else Finding("employer.place", paper.words(place.span), (place.span,), "phrase", 1)


_READER = re.compile(
    r"\s*(?:monsieur|madame|m\.|mme|mr\.?|mrs\.?|ms\.?|to|to:|attn|attention|a l'attention|a :|the visa officer|ambassade|consulat"
    r"|embassy|ministere de l'immigration|the immigration|immigration|government of|gouvernement du)(?:\s|$)", re.ASCII)


_ADDRESSED = re.compile(r"(?:^|\n)(?:dear|cher|chere|bonjour|madame|monsieur|mme|m\.)[^\n,:]{0,40}[ ,:]", re.ASCII)


def _is_reader(paper: Paper, cell: Cell) -> bool:
    """Whether a cell names who is written to: with a title, or as the words « Dear … » below do."""
    if _READER.match(paper.plain, cell.start, cell.end):
        return True
    last = paper.folded(cell.span).split()[-1:]
    return is_name(paper.words(cell.span)) and any(last[0] in dear[0] for dear in _ADDRESSED.finditer(paper.plain, cell.end))


_UPPER = 16
"""So many rows from the top may bear who is written to, below the references too."""


@once
def to_the_reader(paper: Paper, with_name: bool = False) -> frozenset[int]:
    """The rows of the head where the reader's address stands: from a name with its title (its own row `with_name`) down its column."""
    rows: set[int] = set()
    upper = (number for number in range(min(_UPPER, len(paper.rows))) if not is_prose(paper, number))
    for cell in (cell for number in upper for cell in paper.rows[number] if _is_reader(paper, cell)):
        last = cell
        rows |= {cell.row} if with_name and len(paper.rows[cell.row]) == 1 else set()
        for number in range(cell.row + 1, min(cell.row + 6, len(paper.rows))):
            below = [one for one in paper.rows[number] if abs(one.box.x0 - cell.box.x0) < 0.02]
            if not below or below[0].box.y0 - last.box.y1 > 1.2 * cell.box.height:
                break
            last = below[0]
            rows.add(number)
    return frozenset(rows)


def _place_in(paper: Paper, number: int) -> PlaceFound | None:
    row = paper.rows[number]
    undated = [cell.span for cell in row if not paper.dates_in(cell.span)]
    if 0 < len(undated) < len(row):  # « Magog (Québec) J1X 5R9   Date de paiement : … »: the cells of two columns
        return next((place for span in undated if (place := _place_at(paper, number, span)) is not None), None)
    return _place_at(paper, number, paper.row_span(number))


def _place_at(paper: Paper, number: int, span: Span) -> PlaceFound | None:
    text = paper.folded(span)
    if BORN_ROW.search(text) or _OTHERS.search(text) or (paper.dates_in(span) and len(text) < 60) or is_prose(paper, number):
        return None
    place = find_place(paper.plain, span)
    named = LEGAL_FORM.search(text) is not None and _ADDRESS.search(text) is None  # « Nordet (Nigeria) Ltd » is a name
    if place is None or named or (not place.sure and place.country is None):
        return None
    alone = len(text.strip()) - (place.span[1] - place.span[0]) < 12
    return place if _ADDRESS.search(text) or alone or number < 5 else None


def _strength(paper: Paper, number: int, place: PlaceFound) -> int:
    address = _ADDRESS.search(paper.folded(paper.row_span(number))) is not None
    return 2 * place.sure + place.sure * (number < 5) + address + (place.country is not None)


@once
def find_employer_country(paper: Paper) -> Finding | None:
    """The country that address, telephone and legal numbers tell; none where they disagree. Where head and foot are silent, what
    the sentences say of the firm is taken."""
    reader = to_the_reader(paper, with_name=True)
    told = country_of(_text(paper, [row for row in (*head(paper), *foot(paper)) if row not in reader]), besides=paper.flat)
    if told is None:
        told = country_of(_text(paper, range(len(paper.rows))), besides=paper.flat)
        told = (told[0], min(told[1], 1)) if told else None
    return None if told is None else Finding("employer.country", told[0], (), "inferred", 2 * (told[1] == 0), agreed=told[1] > 1)


def _text(paper: Paper, rows: list[int] | range) -> str:
    spans = (paper.row_span(number) for number in rows)
    return "\n".join(text for span in spans if not BORN_ROW.search(text := paper.folded(span)) and not _OTHERS.search(text))
