"""What a school's paper or a French test says, for the tests of this folder: all values of group 0, and how sure they are."""

from __future__ import annotations

import datetime as dt

from extractors.evidence import Field
from extractors.extract import extract
from tests.extractors.paper import pages

TODAY = dt.date(2026, 11, 22)


def fields(text: str, kind: str) -> dict[str, Field]:
    """The fields of the one document that a text is."""
    (document,) = extract(pages(text), TODAY)
    assert document.kind == kind
    return {field.name: field for field in document.fields if field.group == 0}


def diploma(*lines: str) -> dict[str, Field]:
    """A diploma of a school in Mali with some lines between its head and its end."""
    head = ("République du Mali", "Université de la Boucle", "DIPLÔME DE LICENCE", "Le Recteur certifie que", "Awa EXEMPLE")
    return fields("\n".join((*head, *lines)), "diploma")


def transcript(*lines: str) -> dict[str, Field]:
    """A transcript with some lines below its head."""
    return fields("\n".join(("Rivermouth University", "OFFICIAL TRANSCRIPT OF RECORDS", "Name: Awa EXEMPLE", *lines)), "transcript")


def tcf(*lines: str, name: str = "TCF Québec") -> dict[str, Field]:
    """A TCF with some rows of results."""
    head = ("France Éducation international", name, "Test de connaissance du français", "Date de la session : 12 mai 2025")
    return fields("\n".join((*head, *lines, "Fait à Sèvres, le 3 juin 2025")), "french_test")


def values(read: dict[str, Field]) -> dict[str, object]:
    """The values alone."""
    return {name: field.value for name, field in read.items()}
