"""What was awarded, in what, by whom: titles that are whole and end where another language begins, fields on lines of their own,
schools whose names go on below."""

from __future__ import annotations

import pytest

from extractors.fields.levels import find_credentials
from extractors.fields.text.plain import plain
from tests.extractors.school.reading import diploma, fields, transcript, values

LEVELS = [
    ("Associate in Applied Science", "US", "college_technical"),
    ("Associate of Arts", "US", "college_technical"),
    ("Associate's Degree in Nursing", "US", "college_technical"),
    ("Ordinary National Diploma in Accountancy", "NG", "college_technical"),
    ("Diplôme de bachelier de l'enseignement du second degré", "SN", "secondary"),
    ("Diplôme de bachelier de l'enseignement du second degré", None, None),
    ("Technicienne spécialisée en gestion", "MA", "college_technical"),
    ("Diplôme de technicien supérieur", "TN", "college_technical"),
    ("Diplôme d'État", "CD", "secondary"),
    ("Diplôme d'études universitaires appliquées", "DZ", None),
    ("Technologie en gestion portuaire", "CO", "college_technical"),
    ("Technologie en gestion portuaire", "FR", None),
    ("Ingeniera Industrial", "MX", "bachelor"),
    ("Contador Público", "CO", "bachelor"),
    ("Baccalaureae in Artibus", "CA-QC", "bachelor"),
    ("Artium Magistrum", "CA-QC", "master"),
    ("B.Tech.", "IN", "bachelor"),
    ("M.Sc. in Physics", "IN", "master"),
    ("Bachelor's Degree", "IR", "bachelor"),
    ("the title of ARCHITECT AND URBANIST (BACHELOR)", "BR", "bachelor"),
]


@pytest.mark.parametrize(("text", "country", "level"), LEVELS)
def test_levels_by_country(text: str, country: str | None, level: str | None) -> None:
    """A credential has the level of its home; where only the country could tell it and is not known, none."""
    assert next(find_credentials(plain(text), country)).level == level


def test_a_title_ends_where_another_language_begins() -> None:
    """« le grade de Licence en / the Bachelor's degree in : Droit » is a licence, in law."""
    read = values(fields(
        "RÉPUBLIQUE DU CAMEROUN     REPUBLIC OF CAMEROON\nUNIVERSITÉ DE MBAM     THE UNIVERSITY OF MBAM\n"
        "Le Recteur confère à / The Rector confers upon\nMlle EXEMPLE Armelle\n"
        "le grade de Licence en / the Bachelor's degree in : Histoire moderne\nFait à Mbam, le / Done in Mbam on 18 JAN 2017",
        "diploma",
    ))
    assert (read["credential.title"], read["credential.field"], read["credential.level"]) == ("Licence", "Histoire moderne", "bachelor")


def test_a_degree_that_goes_with_the_one_awarded() -> None:
    """An engineer's diploma that « confère le grade de master » is an engineer's diploma."""
    read = values(fields(
        "RÉPUBLIQUE FRANÇAISE\nÉcole nationale supérieure des arts\net techniques de Valmont\nDIPLÔME D'INGÉNIEUR\n"
        "Le diplôme d'ingénieur, spécialité Génie mécanique, est délivré à M. Pierre EXEMPLE\net confère le grade de master.\n"
        "Fait à Valmont, le 12 décembre 2014",
        "diploma",
    ))
    assert (read["credential.title"], read["credential.field"]) == ("DIPLÔME D'INGÉNIEUR", "Génie mécanique")
    assert read["institution.name"] == "École nationale supérieure des arts et techniques de Valmont"


FIELDS = [
    ("Spécialité : Gestion des ports", "Gestion des ports"),
    ("le diplôme, filière « Finance et contrôle », lui a été décerné", "Finance et contrôle"),
    ("- parcours Gestion des ports", "Gestion des ports"),
    ("Majeure : gestion des ports", "gestion des ports"),
    ("dans la spécialité Gestion des ports", "Gestion des ports"),
    ("Spécialité : Finance, Comptabilité et Gestion", "Finance, Comptabilité et Gestion"),
    ("Spécialité : Gestion des ports, avec la mention Bien", "Gestion des ports"),
    ("Parcours « Gestion des ports » avec la mention Bien", "Gestion des ports"),
    ("avec la mention Bien", None),
    ("Mention : Assez bien", None),
    ("avec la mention : Très bien", None),
    ("Option facultative : latin", None),
]


@pytest.mark.parametrize(("line", "field"), FIELDS)
def test_fields_by_their_words(line: str, field: str | None) -> None:
    """A speciality, a course, a major name the field; a grade's mention never."""
    read = values(diploma(line, "Fait à Bamako, le 9 mars 2018"))

    assert read.get("credential.field") == field


def test_two_labels_with_two_fields_are_doubted() -> None:
    """« Filière » and « Spécialité » that differ: either may be meant, so neither is sure."""
    read = diploma("Filière : Génie civil", "Spécialité : Structures", "Fait à Bamako, le 9 mars 2018")

    assert read["credential.field"].value == "Génie civil"
    assert read["credential.field"].confidence < 0.95


TITLES = [
    ("DIPLÔME DE BACHELIER DE L'ENSEIGNEMENT\nDU SECOND DEGRÉ", "DIPLÔME DE BACHELIER DE L'ENSEIGNEMENT DU SECOND DEGRÉ"),
    ("CERTIFICAT DE FIN D'ÉTUDES SECONDAIRES\nCLASSIQUES", "CERTIFICAT DE FIN D'ÉTUDES SECONDAIRES CLASSIQUES"),
    ("BREVET DE TECHNICIEN\nSUPÉRIEUR", "BREVET DE TECHNICIEN SUPÉRIEUR"),
    ("DIPLÔME DE TECHNICIEN SPÉCIALISÉ", "DIPLÔME DE TECHNICIEN SPÉCIALISÉ"),
    ("LICENCE EN DROIT - OPTION DROIT PRIVÉ", "LICENCE EN DROIT"),
    ("LICENCE / BACHELOR'S DEGREE", "LICENCE"),
]


@pytest.mark.parametrize(("printed", "title"), TITLES)
def test_whole_titles(printed: str, title: str) -> None:
    """A title goes on over the end of its row in the same letters, and ends at a dash or at another language."""
    read = values(fields(
        f"République du Mali\nUniversité de la Boucle\nOFFICE DU BACCALAURÉAT\n{printed}\nLe Recteur certifie que\nAwa EXEMPLE\n"
        "a subi avec succès les épreuves et obtenu le présent diplôme\nFait à Bamako, le 9 mars 2018",
        "diploma",
    ))
    assert read["credential.title"] == title


BELOW = [
    (("Associate in Applied Science", "Marine Mechanics"), "Associate in Applied Science", "Marine Mechanics"),
    (("Bachelor of Engineering (B.Eng.)", "Marine Mechanics"), "Bachelor of Engineering", "Marine Mechanics"),
    (("Bachelor of Science", "in Marine Mechanics"), "Bachelor of Science in Marine Mechanics", "Marine Mechanics"),
    (("Bachelor of Science in Business Administration", "Major in Port Management"), "Bachelor of Science in Business Administration",
     "Port Management"),
    (("Bachelor of Science", "with all the rights thereto pertaining"), "Bachelor of Science", None),
    (("Master of Science (Honours)", "Second Class Honours"), "Master of Science", None),
]


@pytest.mark.parametrize(("lines", "title", "field"), BELOW)
def test_fields_below_the_title(lines: tuple[str, ...], title: str, field: str | None) -> None:
    """The line below a degree is its field, unless the sentence goes on there or a grade stands there."""
    read = values(fields("\n".join((
        "Northern Lakes University", "has conferred upon", "Peter Example", "the degree of", *lines, "Given this 7th day of June, 2019",
    )), "diploma"))
    assert (read["credential.title"], read.get("credential.field")) == (title, field)


def test_a_school_ends_where_the_sentence_begins() -> None:
    """« La Faculté certifie que » below the school is no more of its name."""
    read = fields(
        "Université du Fjord\nLa Faculté des études supérieures certifie que\nAnne EXEMPLE\na obtenu le 14 juin 2017 le grade de\n"
        "Maître ès sciences\nMaîtrise en sociologie\nDonné à Chicoutimi, le 30 août 2017",
        "diploma",
    )
    assert (read["institution.name"].value, read["credential.field"].value) == ("Université du Fjord", "sociologie")


def test_no_school_is_made_of_a_sector() -> None:
    """« Enseignement supérieur et universitaire » is no university."""
    read = values(fields(
        "RÉPUBLIQUE DÉMOCRATIQUE DU CONGO\nENSEIGNEMENT SUPÉRIEUR ET UNIVERSITAIRE\nUniversité de Kalemba\nDIPLÔME DE LICENCE\n"
        "Le Recteur certifie que Monsieur EXEMPLE Jean a obtenu le grade de Licencié en Droit\nFait à Lubumbashi, le 10 octobre 2012",
        "diploma",
    ))
    assert read["institution.name"] == "Université de Kalemba"


def test_letters_behind_a_signature_are_no_credential() -> None:
    """"Ph.D." or "M.Sc." behind the registrar's name says nothing of the holder; "Course: B.Tech." does."""
    assert "credential.title" not in values(transcript("Total credits: 60", "John Smith, M.Sc., Registrar"))
    assert values(transcript("Course: B.Tech.   Branch: Mining"))["credential.title"] == "B.Tech."


EVALUATED = [
    "Licence en chimie, délivrée par l'Université de Mbam en 2013.",
    "Licence en chimie, obtenue à l'Université de Mbam, Cameroun, en 2013.",
    "Licence en chimie décernée par l'Université de Mbam (2013)",
]


@pytest.mark.parametrize("sentence", EVALUATED)
def test_evaluations_in_sentences(sentence: str) -> None:
    """The credential that a school awarded is the one evaluated; what it is compared to is not."""
    read = values(fields(
        "Gouvernement du Québec\nÉVALUATION COMPARATIVE DES ÉTUDES EFFECTUÉES HORS DU QUÉBEC\nDate : 17 mai 2023\nNom : EXEMPLE, Blaise\n"
        f"Pays : Cameroun\nDocuments scolaires présentés\n{sentence}\nRepère scolaire au Québec\n"
        "Ces études se comparent à un baccalauréat en chimie délivré par une université.",
        "education_evaluation",
    ))
    assert (read["credential.field"], read["institution.name"], read["conferred_on"]) == ("chimie", "Université de Mbam", "2013")
    assert (str(read["credential.title"]).split()[0], read["credential.level"]) == ("Licence", "bachelor")


def test_two_credentials_of_an_evaluation_are_doubted() -> None:
    """Of two credentials beside their labels neither is given surely: which one counts is for a person to say."""
    read = fields(
        "EDUCATIONAL CREDENTIAL ASSESSMENT REPORT\nDate issued: February 24, 2022\nCountry: India\nCredential: Bachelor of Arts\n"
        "Awarded by: Satpura University\nCredential: Master of Arts\nAwarded by: Narmada University\n"
        "Canadian equivalency: Master's degree",
        "education_evaluation",
    )
    assert read["credential.title"].confidence < 0.9 and read["institution.name"].confidence < 0.9


def test_a_field_with_commas_of_its_own() -> None:
    """« filière Finance, audit et contrôle de gestion, mention Assez bien »."""
    read = diploma("Université Ibn Toumert", "Diplôme de Master", "Le Président de l'Université",
                   "délivre le diplôme de Master, filière Finance, audit et contrôle de gestion, mention Assez bien, à",
                   "Zineb EL KHATTABI", "Fait à Safi, le 28 octobre 2021")
    assert read["credential.field"].value == "Finance, audit et contrôle de gestion"


def test_a_programmes_number_is_no_part_of_its_field() -> None:
    """« Mécanique automobile 5298 — 1 800 heures »."""
    read = diploma("Gouvernement du Québec", "DIPLÔME D'ÉTUDES PROFESSIONNELLES", "Le ministre atteste que", "Mamadou DIALLO",
                   "a réussi le programme d'études", "Mécanique automobile 5298 — 1 800 heures", "décerné à Québec, le 22 novembre 2017")
    assert read["credential.field"].value == "Mécanique automobile"
