"""How papers end: who signs, when they were made out, and the number they bear."""

from __future__ import annotations

import pytest

from extractors.kinds.parts.dating import find_issued
from extractors.kinds.parts.reference import labelled_reference, letter_reference
from extractors.kinds.people.signature import find_signatory
from extractors.paper import Paper, read_paper
from tests.extractors.paper import pages

HEAD = "Sté Dune Verte\nZone industrielle, Gabès – Tunisie\nCERTIFICAT\nNous certifions que Mme Awa Sy travaille ici comme soudeuse.\n\n\n"


def paper(text: str) -> Paper:
    return read_paper(pages(text))


SIGNED = (
    ("Certified by:\nROMEO A. TAN\nHR Supervisor", "ROMEO A. TAN", "HR Supervisor"),
    ("Yours faithfully,\nMrs. T. A. Oyelaran\nHead, Personnel", "T. A. Oyelaran", "Head, Personnel"),
    ("Cordialement,\nLucie Hébert, B. Sc. inf.\nChef d'unité", "Lucie Hébert", "Chef d'unité"),
    ("(SGD.) MARIO P. CRUZ\nPlant Manager", "MARIO P. CRUZ", "Plant Manager"),
    ("Dune Verte\nDirecteur général", None, "Directeur général"),
    ("Regards,\nKim Aldous", "Kim Aldous", None),
    ("CAPT. LEANDRO P. BUENA\nCrewing Manager", "LEANDRO P. BUENA", "Crewing Manager"),
    ("R. Thenmozhi, B.E., M.B.A.\nManager – Manufacturing", "R. Thenmozhi", "Manager – Manufacturing"),
    ("Christine Abernathy-Roux, CRHA\nDirector, People Operations", "Christine Abernathy-Roux", "Director, People Operations"),
    ("Complété par : Ghislaine Lussier, tenue de livres", "Ghislaine Lussier", "tenue de livres"),
)


@pytest.mark.parametrize(("end", "name", "title"), SIGNED)
def test_who_signs(end: str, name: str | None, title: str | None) -> None:
    """Initials, letters behind a name and marks of a copy are understood; a stamp with the firm's name signs nothing."""
    said = {finding.name: finding.value for finding in find_signatory(paper(HEAD + end))}
    assert (said.get("signatory.name"), said.get("signatory.title")) == (name, title)


def test_a_name_without_a_function_is_doubted() -> None:
    """Who stands under the greeting alone is likely, not sure."""
    (name,) = find_signatory(paper(HEAD + "Regards,\nKim Aldous"))
    assert name.doubts >= 2


ISSUED = (
    ("Menzel, le 06.01.2023\nMme Awa Sy, CIN 0555 délivrée à Tunis le 14/02/2011, travaille ici.", "2023-01-06"),
    ("Granby, le 3 novembre 2025\nLe contrat de travail a été signé le 20 juin 2022.", "2025-11-03"),
    ("May 8, 2024\nHe holds a Red Seal (ticket dated 2018-02-19).", "2024-05-08"),
    ("18 février 2025 / February 18, 2025\nNous confirmons.", "2025-02-18"),
    ("This certification is being issued upon her request this 23rd day of April 2024 for visa purposes only.", "2024-04-23"),
    ("La présente certification est délivrée à Cali le vingt-trois (23) septembre deux mille dix-neuf (2019).", "2019-09-23"),
    ("N° candidat 380014-005502 — Sèvres, le 12/02/2024", "2024-02-12"),
    ("Période du 2025-08-17 au 2025-08-30 Date de paiement : 2025-09-04", "2025-09-04"),
    ("Given under my hand and seal this 5th day of May, 2021", "2021-05-05"),
    ("Attestation délivrée à l'intéressée le 4 juin 2023.", "2023-06-04"),
)


@pytest.mark.parametrize(("text", "value"), ISSUED)
def test_when_it_was_made_out(text: str, value: str) -> None:
    """The paper's own date, never that of a card, a ticket or a contract."""
    found = find_issued(paper(HEAD + text))
    assert found is not None and found.value == value


UNDATED = (
    "Titulaire de la carte d'identité n° 31.555.021 délivrée le 14/02/2011 à Tunis.",
    "Son permis de travail a été délivré le 3 mars 2020.",
    "In reply to your letter dated March 3, 2020 we confirm.",
    "Je soussignée, traductrice agréée, certifie la traduction fidèle.\nMontréal, le 3 février 2024.",
)


@pytest.mark.parametrize("text", UNDATED)
def test_dates_of_other_papers(text: str) -> None:
    """What another paper, or its translator, bears as date is not when this one was made out."""
    assert find_issued(paper(HEAD + text)) is None


NUMBERS = (
    ("Attestation n° 2025/CPS/RH/0884", "2025/CPS/RH/0884"), ("Réf. : DRH/221/24", "DRH/221/24"),
    ("Our Ref: KAAI/PERS/0755", "KAAI/PERS/0755"),
    ("Ref: 20240123", "20240123"), ("N° 0055/CBB/DRH/09-21", "0055/CBB/DRH/09-21"),
)


@pytest.mark.parametrize(("row", "number"), NUMBERS)
def test_number_of_a_letter(row: str, number: str) -> None:
    """The firm's own number, beside « Réf. », « N° » or the letter's name."""
    found = letter_reference(paper(HEAD + row))
    assert found is not None and found.value == number


LABELLED = (
    ("N° de candidat : 380014-005502 — Sèvres", "380014-005502"), ("Identifiant : 216003-007550", "216003-007550"),
    ("Certificate number    Test centre\nTEFCAN250000011    Collège du Lac, Brampton", "TEFCAN250000011"),
)


@pytest.mark.parametrize(("text", "number"), LABELLED)
def test_number_beside_its_label(text: str, number: str) -> None:
    """A number ends where a dash begins something else, and stands below its label where that heads a column."""
    found = labelled_reference(paper(text), ("candidate_number", "paper_number"))
    assert found is not None and found.value == number


COPIED = ("{head}Rabat, le 25/05/2026\nATTESTATION DE TRAVAIL\n"
          "Nous attestons que Mlle Soukaina Bennouna travaille chez nous depuis le 02/05/2019.\n"
          "Le Directeur\nAbdelhak Lahrichi\nCOPIE CERTIFIÉE CONFORME À L'ORIGINAL\nN° 4471 – le 27 MAI 2026\n")


def test_the_stamp_of_a_certified_copy_is_not_the_papers() -> None:
    """Neither its day nor its number."""
    copied = paper(COPIED.format(head="Maille Zalagh S.A.R.L.\n"))
    issued = find_issued(copied)
    assert issued is not None and issued.value == "2026-05-25"
    assert letter_reference(copied) is None


SAID_WHO = (
    ("I, Ngwafor Emmanuel Che, proprietor of this shop, certify that Miss Tendo served here.", "Ngwafor Emmanuel Che", "proprietor"),
    ("My name is Leticia Robles Esparza and I am the general accountant of this company.", "Leticia Robles Esparza", "general accountant"),
    ("Je, Marie-Ange Kouamé, directrice de création de l'agence Kôrô, atteste avoir employé Mme Sy.", "Marie-Ange Kouamé",
     "directrice de création"),
    ("Je soussigné, Kouadio Raphaël, Chef du Département Ressources Humaines de la SMOB, atteste que", "Kouadio Raphaël",
     "Chef du Département Ressources Humaines"),
)


@pytest.mark.parametrize(("sentence", "name", "title"), SAID_WHO)
def test_who_says_it_in_a_sentence_signs(sentence: str, name: str, title: str) -> None:
    """With or without « soussigné »; a department belongs to the function, the firm does not."""
    said = {finding.name: finding.value for finding in find_signatory(paper(HEAD + sentence))}
    assert (said["signatory.name"], said["signatory.title"]) == (name, title)


def test_the_last_word_of_a_long_footer_is_no_function() -> None:
    """« Verified by: …, Crew Documentation / Officer »."""
    foot = "SEC Reg. No. 055514, TIN 000-555-123-000, not valid without seal, verified by Ms. Analyn Gumban, Crew Documentation\nOfficer"
    assert not find_signatory(paper(HEAD + foot))
