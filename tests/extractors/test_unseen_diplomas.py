"""Diplomas worded and laid out otherwise: own names, wrapped titles, fields in sentences, days in words, time of the studies."""

from __future__ import annotations

import datetime as dt

from extractors.extract import extract
from tests.extractors.paper import pages

TODAY = dt.date(2026, 11, 22)


def read(text: str) -> dict[str, object]:
    (document,) = extract(pages(text), TODAY)
    assert document.kind == "diploma"
    return {field.name: field.value for field in document.fields if field.group == 0}


def test_a_diploma_that_only_its_name_describes() -> None:
    """A private institute's « diplôme d'aide-soignante » is a diploma, its title its name, its level not guessed."""
    said = read(
        "RÉPUBLIQUE DU CAMEROUN\nInstitut de formation sanitaire de la Sanaga\nDIPLÔME D'AIDE-SOIGNANTE\n"
        "Le Directeur certifie que\nEXEMPLE Amina\nnée le 19/07/1987 à Douala\n"
        "a suivi avec succès la formation d'une durée de 12 mois.\nDélivré à Douala, le 6 juillet 2012"
    )
    assert (said["credential.title"], said["conferred_on"], said["study.months"]) == ("DIPLÔME D'AIDE-SOIGNANTE", "2012-07-06", 12)
    assert (said["person.name"], said["institution.name"]) == ("EXEMPLE Amina", "Institut de formation sanitaire de la Sanaga")
    assert "credential.level" not in said


def test_a_title_goes_on_below_in_the_same_letters() -> None:
    """« DIPLÔME NATIONAL DE MASTÈRE » / « PROFESSIONNEL » is one title; the field is in the sentence, over the row's end."""
    said = read(
        "République Tunisienne\nUniversité du Cap Vert\nDIPLÔME NATIONAL DE MASTÈRE\nPROFESSIONNEL\n"
        "Le Président, vu le procès-verbal du jury en date du 28 juin 2017, décerne à\nWalid BEN SLIMANE\n"
        "né le 5 mai 1990 à Bizerte, le diplôme national de mastère professionnel en Finance\nislamique, avec la mention Assez bien.\n"
        "Tunis, le 15 septembre 2017"
    )
    assert said["credential.title"] == "DIPLÔME NATIONAL DE MASTÈRE PROFESSIONNEL"
    assert said["credential.field"] == "Finance islamique"


def test_the_mention_is_a_nearer_field_than_the_domain() -> None:
    """« Domaine » is wide: the field is what « Mention » says."""
    said = read(
        "UNIVERSITÉ DES TROIS VALLÉES\nRépublique française\nLICENCE\nDomaine : Sciences, technologies, santé\nMention : Informatique\n"
        "Le diplôme national de licence est délivré à Mme Clémence AUBERTIN, née le 11 novembre 1997.\nFait à Annecy, le 4 novembre 2019"
    )
    assert said["credential.field"] == "Informatique"


def test_fields_in_sentences_and_brackets() -> None:
    """« …, option Mécanique automobile », « (Civil Engineering) » behind the degree, and the line that begins with « in »."""
    option = read(
        "CERTIFICAT D'APTITUDE PROFESSIONNELLE\nLe Directeur certifie que KOFFI Aristide, né le 7 février 1994, a subi avec succès\n"
        "les épreuves du Certificat d'Aptitude Professionnelle, option Mécanique automobile, session 2013.\n"
        "Fait à Abidjan, le 21 octobre 2013"
    )
    assert option["credential.field"] == "Mécanique automobile"
    brackets = read(
        "Federal University of Agbara\nIt is hereby certified that\nTobi ADEYEMI\n"
        "was on the 9th day of November, 2016 admitted to the degree of\n"
        "BACHELOR OF ENGINEERING (Civil Engineering)\nRegistrar"
    )
    assert brackets["credential.field"] == "Civil Engineering"


def test_a_day_in_ordinal_words_over_a_rows_end() -> None:
    """« ce dix-septième jour du mois d'octobre de l'an deux mille / quatorze » is a day."""
    said = read(
        "UNIVERSITÉ SAINT-CHARLES\nMontréal, Québec, Canada\nLe Conseil de l'Université décerne à Noémie Castonguay le diplôme de\n"
        "MAÎTRISE EN TRAVAIL SOCIAL\nDonné à Montréal, ce dix-septième jour du mois d'octobre de l'an deux mille\nquatorze."
    )
    assert (said["conferred_on"], said["credential.level"]) == ("2014-10-17", "master")


def test_the_time_of_the_studies_is_not_the_award() -> None:
    """From when to when someone studied is told, and never taken for the award."""
    said = read(
        "École nationale d'infirmières\nPort-au-Prince, Haïti\nDIPLÔME D'INFIRMIÈRE\nNous déclarons que Mademoiselle Rose PIERRE-LOUIS\n"
        "a suivi les cours de nursing de septembre 2009 à juin 2013 et subi avec succès les examens.\n"
        "Donné aux Gonaïves, le 20 juillet 2013"
    )
    assert (said["study.start_date"], said["study.end_date"], said["conferred_on"]) == ("2009-09", "2013-06", "2013-07-20")


def test_a_name_before_born_on() -> None:
    """Whoever stands before « née le », on its row or above, is the holder, even where a mention parts « conféré » from « à »."""
    said = read(
        "RÉPUBLIQUE FRANÇAISE\nDIPLÔME DU BACCALAURÉAT GÉNÉRAL\nle diplôme du baccalauréat est conféré, avec la mention Bien, à\n"
        "LE GOFF Maëlys, née le 23 avril 1993 à BREST\nFait à Rennes, le 30 septembre 2011"
    )
    assert said["person.name"] == "LE GOFF Maëlys"


def test_numbers_with_the_letters_of_their_series() -> None:
    """« N° BTS/15/04471 » is the diploma's number, letters and strokes included."""
    said = read(
        "RÉPUBLIQUE DU CAMEROUN\nBREVET DE TECHNICIEN SUPÉRIEUR\nle Ministre confère à TCHOUMI Ghislain\n"
        "le Brevet de Technicien Supérieur\nFait à Yaoundé, le 19 janvier 2016\nN° BTS/15/04471"
    )
    assert said["reference"] == "BTS/15/04471"
