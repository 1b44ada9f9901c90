"""A short paper of each main kind, read once by the warden: patterns are compiled and tables loaded before the first reader is forked,
which then finds them ready. Worth a tenth of a second a file."""

from __future__ import annotations

import datetime as dt

from extractors.evidence import PageBox
from extractors.extract import extract
from extractors.pages.page import Page, Row, Segment, Word

_LETTER = """Résidence des Pins inc.
Le 3 mai 2024
ATTESTATION D’EMPLOI
Nous attestons que Madame Lise Roy est à notre emploi depuis le 11 avril 2022
à titre de préposée aux bénéficiaires, à temps plein, 37,5 heures par semaine, au taux horaire de 24,50 $.
Ses tâches :
- Aider les résidents.
Paul Côté
Directeur général"""
_ENGLISH_LETTER = """EMPLOYMENT LETTER
May 3, 2024
This is to certify that Ms. Ann Lee has been employed with us as a cook since June 1, 2021, 40 hours per week."""
_TEST = """ATTESTATION DE RÉSULTATS
TEF Canada
Nom : Roy
Prénom : Lise
Date du test : 25/09/2023
Compréhension orale 428 / 699 B2
Expression orale 431 / 699 B2"""
_DIPLOMA = """DIPLÔME D’ÉTUDES PROFESSIONNELLES
Gouvernement du Québec
décerné à Lise Roy
Assistance à la personne
Délivré à Québec le 15 juin 2022"""


def rehearse() -> None:
    """Go through extraction once for each paper. What is found is of no interest."""
    for text in (_LETTER, _ENGLISH_LETTER, _TEST, _DIPLOMA):
        extract([_page(text)], dt.date(2024, 1, 1))


def _page(text: str) -> Page:
    lines = text.splitlines()
    return Page(1, 612.0, 792.0, 0, "text", tuple(_row(line, 0.1 + 0.8 * number / len(lines)) for number, line in enumerate(lines)))


def _row(line: str, top: float) -> Row:
    words = line.split()
    step = 0.8 / len(words)
    return Row((Segment(tuple(Word(word, PageBox(0.1 + place * step, top, 0.1 + (place + 0.9) * step, top + 0.015))
                              for place, word in enumerate(words))),))
