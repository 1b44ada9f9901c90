"""The employer's name beside a label."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding
from extractors.fields.labels import labelled
from extractors.fields.names import is_name
from extractors.fields.text.legal import LEGAL_FORM
from extractors.paper import Paper

MOTTO = re.compile(r"\w+(?:\s?[-–—·*]\s?\w+){2}")
ADDRESS_BEHIND = re.compile(r"\s[|·•]\s|,\s(?:sas|sasu|sarl|sa|s\.a\.(?:r\.l\.|s\.)?|eurl|snc|spa) au capital\b|,\s(?=(?:[0-9]|plot"
                             r"|suite|unit|floor|p\.? ?o\.?|b\.? ?p\.?|zone|rue|av|boul|lot"
    r"|immeuble|cite)\b|[0-9])|\s-\s(?=[0-9]|nit\b|rc\b|tel\b|siret\b|siren\b|neq\b|ice\b|rccm\b|ninea\b|bce\b|tva\b)|\]", re.ASCII)
_EMPLOYER = (
    r"(?:employeur|employer(?:'s)?(?: name)?|nom de l'employeur|nom de l'entreprise|company(?: name)?|name of (?:company|employer"
    r"|organi[sz]ation|establishment)|nom legal|legal name|raison sociale|(?:nom ou )?denomination(?: sociale)?|entreprise|societe"
    r"|organisme(?: d'accueil)?"
    r"|organi[sz]ation|nom de l'(?:organisme|etablissement))"
)
_LEGAL_NAME = re.compile(r"(?:nom legal|legal name|raison sociale|denomination(?: sociale)?)\s?:?\s?", re.ASCII)
"""Labels that need no colon before the name."""
_BY_LAW = re.compile(r"nom legal|legal name|raison sociale|denomination sociale", re.ASCII)
"""Those that name nothing else than a firm, before « Employeur » that may head a section."""
_FOR_THE = re.compile(r"(?:for the|pour (?:la |l'))\s?$", re.ASCII)
"""« For the company » stands over who signs."""


_LEAST_NAME, _LONG_NAME = 3, 80


_OF_HEALTH = re.compile(r"(?:ciu?sss|csss|chum?|centre (?:integre|hospitalier|de services)|hopital|residence)\b", re.ASCII)
"""What « Établissement » is the employer of; beside students' names it is their school."""


def labelled_employer(paper: Paper) -> Finding | None:
    """The name beside « Employeur », « Raison sociale », « Établissement » of a house of health."""
    of_health = (one for one in labelled(paper, "etablissement") if _OF_HEALTH.match(paper.folded(one.span).strip()))
    told = sorted(labelled(paper, _EMPLOYER), key=lambda one: _BY_LAW.match(paper.folded(one.label)) is None)
    for value in (*told, *of_health):
        within = _LEGAL_NAME.match(paper.plain, value.span[0], value.span[1] - _LEAST_NAME)
        span = (within.end(), value.span[1]) if within else value.span  # « Employeur » over « Raison sociale Buanderie … »
        words = paper.words(span)
        if MOTTO.fullmatch(words):
            continue  # « … Joint Stock Company » beside the motto of the state
        signs = _FOR_THE.search(paper.plain, max(0, value.label[0] - 9), value.label[0])
        of_law = _LEGAL_NAME.fullmatch(paper.folded(value.label).strip(" :")) is not None
        if of_law and is_name(words) and LEGAL_FORM.search(paper.folded(span)) is None:
            continue  # « Legal name » of the person
        sure = value.sure or of_law
        legal = LEGAL_FORM.search(paper.plain, *span) if len(words) > _LONG_NAME else None
        if legal is not None:  # its address runs on behind it
            span = span[0], legal.end()
            words = paper.words(span)
        if sure and 3 <= len(words) <= _LONG_NAME and ":" not in words and not signs:
            number = ADDRESS_BEHIND.search(paper.plain, span[0] + 1, span[1])
            span = (span[0], number.start()) if number else span
            return Finding("employer.name", paper.words(span), (span,), "label")
    return None
