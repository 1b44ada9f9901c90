"""Credentials by name, and the level each is where it was awarded, as Québec names levels (research/documents-facts.md, part C).

The same word is not the same level everywhere: a *baccalauréat* is a university degree in Québec and the end of secondary
school in France, the Maghreb and most of French-speaking Africa. Where the country decides and is not known, there is no level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.fields.finding import Span

_SECONDARY_BAC = frozenset(
    [
        "FR",
        "MA",
        "DZ",
        "TN",
        "SN",
        "CI",
        "CM",
        "BJ",
        "TG",
        "BF",
        "ML",
        "NE",
        "GA",
        "CG",
        "CD",
        "TD",
        "CF",
        "MG",
        "GN",
        "HT",
        "LB",
        "MR",
        "DJ",
        "BI",
        "RW",
    ]
)
_WORD = r"[^\t\n,;:.()]"
_REST = rf"(?:\s(?:en|in|es|de|d'|des|du|of|em)\s?{_WORD}{{3,70}})?"


@dataclass(frozen=True, slots=True)
class CredentialFound:
    """A credential's name in a text. `weak` where its words are also used for other things."""

    span: Span
    level: str | None
    weak: bool = False


_TABLE: tuple[
    tuple[str, str], ...
] = (  # pattern, level ("?" and more: told by `_by_country`); the first that matches at a place wins
    (r"diplome d'etudes superieures specialisees" + _REST, "graduate_diploma"),
    (r"diplome d'etudes approfondies" + _REST, "master"),
    (r"diplome d'etudes superieures" + _REST, "bachelor"),
    (r"diplome d'etudes secondaires", "secondary"),
    (r"diplome d'etudes professionnelles", "vocational"),
    (r"attestation de specialisation professionnelle", "vocational_specialised"),
    (r"attestation d'etudes professionnelles", "?none"),
    (r"attestation d'etudes collegiales", "college_attestation"),
    (r"diplome d'etudes collegiales", "?dec"),
    (
        r"diplome universitaire de technologie|brevet de technicien superieur|diplome de technicien superieur"
        r"|technicien specialise" + _REST,
        "college_technical",
    ),
    (r"bachelor universitaire de technologie", "bachelor"),
    (
        (
            r"certificat d'aptitude professionnelle|brevet d'etudes professionnelles|baccalaureat professionnel"
            r"|certificat de qualification professionnelle"
        ),
        "vocational",
    ),
    (r"certificat d'etudes primaires(?: elementaires)?", "primary"),
    (
        (
            r"certificat de fin d'etudes secondaires|certificat d'enseignement secondaire superieur"
            r"|diplome de fin d'etudes secondaires"
        ),
        "secondary",
    ),
    (r"diplome d'etat d'infirmiere?" + _REST, "bachelor"),
    (r"diplome d'etudes universitaires (?:generales|scientifiques et techniques)" + _REST, "?none"),
    (
        r"(?:diplome (?:national )?de |diplome (?:d'|du |de ))?licence(?: (?:professionnelle|nationale|fondamentale|appliquee"
        r"|es [a-z]+))?" + _REST,
        "bachelor",
    ),
    (
        r"(?:diplome (?:du |de |de la )?)?baccalaureat(?: (?:general|technologique|libanais"
        r"|de l'enseignement secondaire(?: technique| general)?"
        r"|de technicien))?" + _REST,
        "?bac",
    ),
    (r"bacheliere? (?:es|en)\s" + _WORD + r"{3,60}", "bachelor"),
    (r"(?:diplome (?:national )?(?:de |d'))?(?:ingenieure? d'etat|ingenieur)" + _REST, "?engineer"),
    (
        r"(?:diplome (?:national )?de )?(?:master(?:e)?|magistere?|maitrise)(?! (?:des|d'oeuvre"
        r"|d'ouvrage))(?: (?:professionnel|recherche|de recherche))?" + _REST,
        "master",
    ),
    (r"ma[i]tre es\s" + _WORD + r"{3,60}|maitre en\s" + _WORD + r"{3,60}", "master"),
    (
        r"philosophi.{1,2} doctor(?: \(ph\.? ?d\.?\))?|doctor of philosophy(?: in "
        + _WORD
        + r"{3,60})?|(?:diplome de )?doctorat"
        + _REST
        + r"|doctor of [a-z]+(?: in "
        + _WORD
        + r"{3,60})?",
        "doctorate",
    ),
    (r"bachelor(?:'s degree)?(?: of| in|'s)\s" + _WORD + r"{3,80}", "bachelor"),
    (r"master(?:'s degree)?(?: of| in)\s" + _WORD + r"{3,80}", "master"),
    (r"post-?\s?graduate diploma(?: in " + _WORD + r"{3,60})?", "graduate_diploma"),
    (
        r"higher national diploma"
        + _REST
        + r"|national diploma"
        + _REST
        + r"|(?:polytechnic )?diploma in "
        + _WORD
        + r"{3,60}|associate (?:of|in|degree)"
        + _REST
        + r"|advanced diploma"
        + _REST,
        "college_technical",
    ),
    (
        r"high school diploma|(?:senior |higher |upper )?secondary (?:school )?(?:education )?(?:certificate|diploma)"
        r"|general certificate of education" + _REST,
        "secondary",
    ),
    (
        r"tecnolog[oa] (?:superior )?en\s" + _WORD + r"{3,60}|tecnico superior(?: universitario)? en\s" + _WORD + r"{3,60}",
        "college_technical",
    ),
    (r"especialista en\s" + _WORD + r"{3,60}|especializacion en\s" + _WORD + r"{3,60}", "graduate_diploma"),
    (
        r"licenciad[oa] e[nm]\s"
        + _WORD
        + r"{3,60}|licenciatura e[nm]\s"
        + _WORD
        + r"{3,60}|bacharel(?:a)? em\s"
        + _WORD
        + r"{3,60}|ingenier[oa] [a-z]"
        + _WORD
        + r"{3,50}|bacharelado em\s"
        + _WORD
        + r"{3,60}",
        "bachelor",
    ),
    (
        r"ma(?:gister|estria|estr[oa]|ster) en\s"
        + _WORD
        + r"{3,60}|mestrado em\s"
        + _WORD
        + r"{3,60}|mestre em\s"
        + _WORD
        + r"{3,60}",
        "master",
    ),
    (r"doctor[a]? en\s" + _WORD + r"{3,60}|doutor[a]? em\s" + _WORD + r"{3,60}", "doctorate"),
    (r"bachiller(?:ato)?(?: (?:academico|tecnico|en)\s" + _WORD + r"{3,60})?", "?bachiller"),
    (r"baccalaure(?:i|us|um|atum|am) (?:in|artium|scientiae?)\s?[a-z]{0,20}", "bachelor"),
    (r"magist(?:ri|er|rum) (?:in|artium|scientiae?)\s?[a-z]{0,20}", "master"),
    (
        r"certificat en\s"
        + _WORD
        + r"{3,60}|certificat de premier cycle"
        + _REST
        + r"|undergraduate certificate in\s"
        + _WORD
        + r"{3,60}",
        "?certificate",
    ),
)
_CREDENTIALS = tuple(
    (re.compile(rf"(?<![a-z]){pattern}(?![a-z])" if pattern[-1].isalpha() else rf"(?<![a-z])(?:{pattern})", re.ASCII), level)
    for pattern, level in _TABLE
)
_PRE_UNIVERSITY = re.compile(
    r"sciences de la nature|sciences humaines|arts, lettres|arts visuels|sciences, lettres et arts"
    r"|sciences informatiques et math|histoire et civilisation|preuniversitaire|pre-university"
    r"|(?<![0-9])(?:200|300|500|501|506|510|700)\.[a-z0-9]{2}\b",
    re.ASCII,
)
_TECHNICAL = re.compile(
    r"techni(?:que|cal|cien|ques)|technologie|soins infirmiers|gestion"
    r"|(?<![0-9])[1-5][0-9]{2}\.[a-z][a-z0-9]\b",
    re.ASCII,
)


_NAMED_ONLY = re.compile(
    r"(?<![a-z])(?:(?:diplome|certificat|brevet|titre)(?: professionnel| national| d'etat)?\s(?:de\s|d'|du\s|en\s)"
    r"(?!etudes?(?![a-z])|la\s|l'|son\s|sa\s|ce|fin\s|travail|scolarite|naissance|conformite|inscription|frequentation)"
    r"|(?:professional |advanced |national )?(?:diploma|certificate) (?:of|in)\s)" + _WORD + r"{3,60}",
    re.ASCII,
)
"""Diplomas that only their own name describes: « diplôme d'aide-soignante »."""


def find_credentials(text: str, country: str | None) -> Iterator[CredentialFound]:
    """The credentials that a plain text names, each place once; `country` is where the paper comes from, if known."""
    taken: list[Span] = []
    for pattern, level in _CREDENTIALS:
        for match in pattern.finditer(text):
            if all(match.end() <= start or match.start() >= end for start, end in taken):
                taken.append(match.span())
                yield CredentialFound(match.span(), _level(level, text, country), level.startswith("?"))
    if not taken:
        yield from (CredentialFound(match.span(), None, weak=True) for match in _NAMED_ONLY.finditer(text))


def _level(level: str, text: str, country: str | None) -> str | None:
    return _by_country(level[1:], text, (country or "")) if level.startswith("?") else level


def _by_country(sort: str, text: str, country: str) -> str | None:
    if sort == "bac":
        return "bachelor" if country == "CA-QC" else "secondary" if country in _SECONDARY_BAC else None
    if sort == "dec":
        return (
            "college_preuniversity" if _PRE_UNIVERSITY.search(text) else "college_technical" if _TECHNICAL.search(text) else None
        )
    if sort == "engineer":
        return "master" if country == "FR" else "bachelor"
    if sort == "bachiller":
        return "bachelor" if country == "PE" else "secondary" if country in ("CO", "MX", "EC", "VE", "CL") else None
    if sort == "certificate":
        return "university_certificate" if re.search(r"universit", text) else None
    return None
