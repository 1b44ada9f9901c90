"""Diplomas: what was awarded to whom, where, when; the same word is not the same level everywhere."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors.extract import extract
from tests.extractors.paper import pages

TODAY = dt.date(2026, 11, 22)


def read(text: str) -> dict[str, object]:
    (document,) = extract(pages(text), TODAY)
    assert document.kind == "diploma"
    return {field.name: field.value for field in document.fields if field.group == 0}


PAPERS = {
    "québec": (
        """
        Gouvernement du Québec
        Ministère de l'Éducation
        DIPLÔME D'ÉTUDES PROFESSIONNELLES
        La ministre certifie que
        Odile Gagnon-Tremblé
        code permanent : GAGO54129007
        a réussi le programme d'études
        Mécanique automobile (5298)
        d'une durée de 1 800 heures
        Délivré à Québec, le 14 juin 2013
        """,
        {
            "credential.title": "DIPLÔME D'ÉTUDES PROFESSIONNELLES",
            "credential.level": "vocational",
            "credential.field": "Mécanique automobile",
            "institution.country": "CA-QC",
            "person.name": "Odile Gagnon-Tremblé",
            "conferred_on": "2013-06-14",
            "study.hours": 1800,
        },
    ),
    "université": (
        """
        Université des Basses-Terres
        a conféré à
        Samir Haddad-Roy
        le grade de
        bachelier ès arts
        au terme du programme de baccalauréat en traduction
        Donné à Sherbrooke, le dix mai deux mille dix-neuf
        """,
        {
            "credential.title": "bachelier ès arts",
            "credential.level": "bachelor",
            "credential.field": "traduction",
            "institution.name": "Université des Basses-Terres",
            "institution.country": "CA-QC",
            "person.name": "Samir Haddad-Roy",
            "conferred_on": "2019-05-10",
        },
    ),
    "bac français": (
        """
        RÉPUBLIQUE FRANÇAISE
        Ministère de l'Éducation nationale
        Académie de Grenoble
        DIPLÔME DU BACCALAURÉAT GÉNÉRAL
        Vu le procès-verbal de l'examen établi le 5 juillet 2010 par le président du jury,
        le diplôme du baccalauréat est délivré à
        Madame Inès MARCHAND-LELY
        née le 3 mars 1992 à Valence
        Fait à Grenoble, le 2 octobre 2010
        Le recteur de l'académie
        """,
        {
            "credential.level": "secondary",
            "institution.country": "FR",
            "conferred_on": "2010-07-05",
            "issued_on": "2010-10-02",
            "person.name": "Inès MARCHAND-LELY",
            "person.birth_date": "1992-03-03",
        },
    ),
    "english": (
        """
        Lakeshore Technical University
        Nairobi, Kenya
        It is hereby certified that
        Wanjiku Mwangi-Otieno
        has been awarded the degree of
        Bachelor of Science in Nursing
        Second Class Honours (Upper Division)
        given under the seal of the University this 25th Day of October, 2019
        Vice-Chancellor          Registrar
        """,
        {
            "credential.title": "Bachelor of Science in Nursing",
            "credential.level": "bachelor",
            "credential.field": "Nursing",
            "institution.name": "Lakeshore Technical University",
            "institution.country": "KE",
            "person.name": "Wanjiku Mwangi-Otieno",
            "conferred_on": "2019-10-25",
        },
    ),
    "attestation": (
        """
        Université de la Vallée-Claire
        ATTESTATION DE RÉUSSITE AU DIPLÔME
        Le président de l'université atteste que le diplôme suivant :
        Master
        Mention : Chimie des matériaux
        a été décerné à Yannick LE GALL, né le 8 août 1990 à BREST (FRANCE),
        ce qui lui confère 120 crédits européens.
        Fait à Brest, le 03/09/2014
        """,
        {
            "credential.title": "Master",
            "credential.level": "master",
            "credential.field": "Chimie des matériaux",
            "institution.country": "FR",
            "issued_on": "2014-09-03",
            "study.credits": 120,
            "conferred_on": None,
        },
    ),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_papers(paper):
    """Each paper gives what it says, at the level that the credential has at home; an attestation's date is not the award's."""
    text, expected = PAPERS[paper]
    said = read(text)

    assert {name: said.get(name) for name in expected} == expected


def test_inferred_values_have_no_box():
    """What no words bear has no place; what words bear has theirs."""
    (document,) = extract(pages(PAPERS["québec"][0]), TODAY)

    for field in document.fields:
        assert bool(field.boxes) == (field.name not in ("institution.country", "credential.level"))
        assert (field.page is None) == (not field.boxes)


def test_level_without_country():
    """A « baccalauréat » of nowhere has no level."""
    said = read(
        "Institut Sainte-Claire\nDIPLÔME\nBACCALAURÉAT\nest conféré à Ali Koné, né le 3 mars 1990\nLe recteur\nFait le 3 "
        "juillet 2008"
    )

    assert "credential.level" not in said
