"""Credentials by name, and the level each is where it was awarded, as Québec names levels (research/documents-facts.md, part C).

The same word is not the same level everywhere: a *baccalauréat* is a university degree in Québec and the end of secondary
school in France, the Maghreb and most of French-speaking Africa. Where the country decides and is not known, there is no level.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.fields.finding import Span

_SECONDARY_BAC = frozenset((
    "FR", "MA", "DZ", "TN", "SN", "CI", "CM", "BJ", "TG", "BF", "ML", "NE", "GA", "CG", "CD", "TD", "CF", "MG", "GN", "HT", "LB", "MR",
    "DJ", "BI", "RW",
))
_TITLE_IS_BACHELOR = frozenset(("CO", "MX", "PE", "VE", "EC", "AR", "CL", "BR", "BO", "CR"))
"""Where a professional title (*título profesional*) is the first university degree."""
_WORD = r"(?:[^\t\n,;:.()/«»-]|[/-](?=\S))"
"""A letter of a name: a slash between blanks begins the same in another language, a dash something else."""
_BLANKS = {
    "{rest}": rf"(?:\s(?!(?:en|in)\s(?:foi|vertu|vue|date|witness|testimony)\b)(?:en|in|es|de|d'|des|du|of|em)\s?{_WORD}{{3,70}})?",
    "{name}": rf"\s{_WORD}{{3,80}}",
    "{word}": _WORD,
}


@dataclass(frozen=True, slots=True)
class CredentialFound:
    """A credential's name in a text. `weak` where its words are also used for other things; `short` for letters such as B.Sc., which
    people also have behind their names."""

    span: Span
    level: str | None
    weak: bool = False
    short: bool = False


def _read_table() -> Iterator[tuple[re.Pattern[str], str]]:
    """The table beside this module: a level and the pattern of its names; the first that matches at a place wins. A level with `?`
    is told by the country, one with `~` is that of short names."""
    with Path(__file__).with_name("credentials.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            pattern = row["pattern"].replace(" ", "[ \n]")  # names go on over the ends of rows
            for blank, words in _BLANKS.items():
                pattern = pattern.replace(blank, words)
            yield re.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])", re.ASCII), row["level"]


_CREDENTIALS = tuple(_read_table())
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
_GRANTED = re.compile(
    r"(?<![a-z])(?:title|degree|titre|grade|titulo|grado|grau)(?: academico| profesional| professionnel)? (?:of|de)\s*:?\s*"
    r"(?P<name>[a-z][^\t\n,;:.(]{3,60}(?:\([a-z]{4,14}\))?)",
    re.ASCII,
)
"""What a paper says that it grants, by whatever name: "grants the title of ARCHITECT (BACHELOR)"."""
_LEVEL_IN_BRACKETS = (
    ("bachelor", re.compile(r"\((?:bachelor|bacharel|bacharelado|licenciatura|licence)")),
    ("master", re.compile(r"\((?:master|mestrado|maestria)")),
    ("college_technical", re.compile(r"\((?:technologist|technologue|tecnologo)")),
)


def find_credentials(text: str, country: str | None) -> Iterator[CredentialFound]:
    """The credentials that a plain text names, each place once; `country` is where the paper comes from, if known."""
    taken: list[Span] = []
    for pattern, level in _CREDENTIALS:
        for match in pattern.finditer(text):
            free = all(match.end() <= start or match.start() >= end for start, end in taken)
            if free and not _EQUAL.search(text, max(0, match.start() - 60), match.start()):
                taken.append(match.span())
                span = match.start(), _until_awarded(match)
                yield CredentialFound(span, _level(level, text, country), level.startswith("?"), level.startswith("~"))
    if not taken:
        yield from (_granted(match) for match in _GRANTED.finditer(text))
        yield from (CredentialFound(match.span(), None, weak=True) for match in _NAMED_ONLY.finditer(text))


_EQUAL = re.compile(
    r"(?:equiva(?:ut|lente?) (?:a un |au |a la )(?:(?:grade|diplome|niveau) (?:de |du |d')?)?"
    r"|equivalent to (?:an? |the )?(?:degree of )?)$",
    re.ASCII)
"""What a credential is worth elsewhere is no credential of the paper."""
_AWARDED = re.compile(
    r"\s(?:(?:lui )?(?:est|a ete|was|is|has been)\s)?(?:(?:delivre|obtenu|decerne|octroye|confere|acquis)(?:\(?e?s?\)?)|awarded"
    r"|issued|granted|conferred|earned|completed|obtained)\s", re.ASCII
)


def _until_awarded(match: re.Match[str]) -> int:
    """Where a credential's name ends: before the words that say by whom it was awarded."""
    awarded = _AWARDED.search(match.string, match.start(), match.end())
    return match.end() if awarded is None else awarded.start()


def _granted(match: re.Match[str]) -> CredentialFound:
    level = next((level for level, pattern in _LEVEL_IN_BRACKETS if pattern.search(match["name"])), None)
    return CredentialFound(match.span("name"), level, weak=True)


def _level(level: str, text: str, country: str | None) -> str | None:
    return _by_country(level[1:], text, country or "") if level.startswith("?") else level.lstrip("~")


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
    return _ELSEWHERE_TOLD.get(sort, {}).get(country)


_ELSEWHERE_TOLD = {
    "profession": dict.fromkeys(_TITLE_IS_BACHELOR, "bachelor"),
    "technology": dict.fromkeys(("CO", "EC", "PE", "VE", "BR", "CL"), "college_technical"),
    "state": {"CD": "secondary"},
}
