"""The foreign credential that an evaluation speaks of, where it says it in a sentence: « Licence en sciences économiques, délivrée par
l'Université de … en 2013 ». What the credential is compared to is not it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.finding import Finding, Span
from extractors.fields.levels import CredentialFound, find_credentials
from extractors.kinds.study.running import running
from extractors.paper import Paper

_COMPARED = re.compile(
    r"compar[a-z]*|equival[a-z]*|correspon[a-z]*|repere scolaire|canadian|canadien|niveau|level|in canada|au quebec|au canada", re.ASCII
)
_FROM = re.compile(
    r"[^.;\n]{0,60}?(?:(?:delivre|obtenu|decerne|octroye|confere|acquis|complete|termine)(?:\(?e?s?\)?) (?:par|a|aupres de|au|de)"
    r"|(?:awarded|issued|granted|conferred|earned|completed|obtained) (?:by|at|from)|from|de)"
    r"\s(?:l'|la |le |les |the )?(?P<school>[^\n\t,;.(]{4,80}?)(?=\s(?:en|in|le|on)\s(?:[a-z]+ )?(?:19|20)[0-9]{2}|[,;.(\n\t]|$)",
    re.ASCII,
)
_SCHOOL = re.compile(r"universi|colleg|institu|ecole|school|faculte|academ|polytechni|cegep|lycee|centre|ministere|ministry"
    r"|office", re.ASCII)
_YEAR = re.compile(r"[^.;\n]{0,160}?(?:\ben |\bin |, ?|\(|: ?)(?:[a-z]{3,9} )?(?P<year>(?:19|20)[0-9]{2})(?![0-9-])", re.ASCII)
_FIELD = re.compile(r"\s(?:en|in|em)\s(?P<field>.{3,70})$", re.ASCII)


def evaluated(paper: Paper, country: str | None) -> Iterator[Finding]:
    """Title, level, field, school and year of the first credential that a sentence says a school to have awarded."""
    text = running(paper)
    for credential in sorted(find_credentials(text, country), key=lambda each: each.span):
        begins = max(text.rfind(mark, 0, credential.span[0]) for mark in (".", "\n", ";"))
        school = _FROM.match(text, credential.span[1])
        if school is None or _COMPARED.search(text, begins + 1, credential.span[0]) or not _SCHOOL.search(school["school"]):
            continue
        yield from _credential(paper, credential)
        yield _phrase(paper, "institution.name", school.span("school"))
        year = _YEAR.match(text, school.end("school"))
        if year is not None:
            yield Finding("conferred_on", year["year"], (year.span("year"),), "phrase")
        return


def _credential(paper: Paper, credential: CredentialFound) -> Iterator[Finding]:
    yield _phrase(paper, "credential.title", credential.span)
    if credential.level is not None:
        yield Finding("credential.level", credential.level, (), "inferred", agreed=not credential.weak)
    field = _FIELD.search(" ".join(paper.folded(credential.span).split("\n")))
    if field is not None:
        yield _phrase(paper, "credential.field", (credential.span[0] + field.start("field"), credential.span[1]))


def _phrase(paper: Paper, name: str, span: Span) -> Finding:
    """The words of a span without blanks at its ends."""
    text = paper.text[slice(*span)]
    tight = span[0] + len(text) - len(text.lstrip()), span[0] + len(text.rstrip())
    return Finding(name, paper.words(tight), (tight,), "phrase")
