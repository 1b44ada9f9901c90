"""Papers as other makers set them: what a value must be taken for, and what it must not, wherever it stands."""

from __future__ import annotations

import pytest

from extractors.evidence import DocumentReading
from tests.extractors.paper import read, values

FIRM = "MAILLES DU LITTORAL S.A.R.L.\n12, rue du Port, Tanger\nTanger, le 20/11/2023\nATTESTATION DE TRAVAIL\n"
SAID = "Nous attestons que Mlle Nawal EL FASSI a été employée chez nous du 12/06/2017 au 15/11/2023 en qualité de modéliste.\n"


def sureness(document: DocumentReading, name: str) -> float:
    return next(field.confidence for field in document.fields if field.name == name)


@pytest.mark.parametrize("other", [
    "Elle est titulaire de la CIN n° K 455021 délivrée le 08/01/2014.", "Sa carte de séjour expire le 3 mai 2026.",
    "La prévoyance lui est maintenue jusqu'au 30/09/2024.", "Le chantier a été démarré le 4 mars 2016.",
    "Nous l'avions reçue en entretien le 8 juin 2017.", "Elle est en C.D.I. depuis le 12/12/2017.", "Date of confirmation: 12-12-2017",
])
def test_dates_of_cards_projects_and_insurances_leave_the_job_sure(other: str) -> None:
    """The dates of other things explain themselves: those of the job stay sure."""
    document = read(FIRM + SAID + other)

    assert (values(document)["position.start_date"], values(document)["position.end_date"]) == ("2017-06-12", "2023-11-15")
    assert sureness(document, "position.start_date") >= 0.95


def test_a_date_that_nothing_explains_leaves_the_job_in_doubt() -> None:
    """Where the letter has a date that may be the job's as well, a person looks."""
    document = read(FIRM + SAID + "Depuis le 4 mars 2020, dans un autre atelier.")
    assert sureness(document, "position.start_date") < 0.95
    assert sureness(document, "position.end_date") < 0.95


def test_terms_of_someone_who_moved_up_may_be_of_either_position() -> None:
    """One pay told and two positions held: whose pay it is is not sure."""
    document = read("Great Pines Plumbing Ltd.\n550 Lorne Street, Sudbury, ON P3C 4R9\nApril 2nd, 2026\nRE: proof of employment\n"
                    "Ms. Ann Dwyer has been employed with us as a plumber's helper since March 18, 2019. I moved her up to journeyperson.\n"
                    "Her present wage is $41.50 per hour.\n")

    assert sureness(document, "position.salary") < 0.95


@pytest.mark.parametrize("sentence", [
    "This is a computer generated letter and requires no signature.", "Comme convenu lors de notre rencontre, voici cette attestation.",
    "Une indemnité lui a été versée.",
])
def test_words_of_a_sentence_are_no_title(sentence: str) -> None:
    """What is like no occupation is not given as one, or not surely."""
    document = read(FIRM + "Mlle Nawal EL FASSI a été employée chez nous du 12/06/2017 au 15/11/2023.\n" + sentence)

    assert all(field.confidence < 0.95 for field in document.fields if field.name == "position.title")


def test_positions_in_a_list_behind_colons() -> None:
    """« Titre : du … au … », one a line, the title with its dash."""
    document = read("PALAR AUTO COMPONENTS PRIVATE LIMITED\nOragadam, Tamil Nadu\nOctober 3rd, 2023\nTO WHOMSOEVER IT MAY CONCERN\n"
                    "This is to certify that Mr. Senthil Murugesan was employed with us.\nThe designations held by him were as under:\n"
                    "Graduate Engineer Trainee : 07.06.2010 to 16.06.2011\nEngineer - Production : 17.06.2011 to 31.03.2017\n")
    told = {(field.name, field.group): field.value for field in document.fields}

    assert {told["position.title", 0], told["position.title", 1]} == {"Graduate Engineer Trainee", "Engineer - Production"}
    assert {told["position.end_date", 0], told["position.end_date", 1]} == {"2011-06-16", "2017-03-31"}


@pytest.mark.parametrize(("end", "name", "title"), [
    ("(Vasanthi Raghunathan)\nGeneral Manager", "Vasanthi Raghunathan", "General Manager"),
    ("Le Pharmacien responsable du contrôle\nqualité\nDr Hédi Mzoughi", "Hédi Mzoughi", "Pharmacien responsable du contrôle qualité"),
    ("Pour la société,\nChristel Vandenbroucke\nadministratrice déléguée", "Christel Vandenbroucke", "administratrice déléguée"),
])
def test_who_signs_in_other_ways(end: str, name: str, title: str) -> None:
    """A name in brackets, a function over two lines, a stamp's « Pour la société » above the name."""
    said = values(read(FIRM + SAID + "Fait pour valoir ce que de droit.\n\n" + end))

    assert (said.get("signatory.name"), said.get("signatory.title")) == (name, title)


def test_who_signs_as_the_undersigned() -> None:
    """"I, the undersigned, NAME, Principal of …": name and function; « Le chef … soussigné »: the function, and the name at the end."""
    english = values(read("MOUNT FAKO COLLEGE\nBuea, Cameroon\n5th July, 2024\nATTESTATION OF SERVICE\n"
                          "I, the undersigned, Ndifor Emmanuel Tabe, Principal of the above-named institution, do hereby attest that\n"
                          "Mrs Patience Enanga has worked in this College as a Mathematics Teacher since 5th September, 2011.\n"))
    french = values(read("ENTREPRISE DE FORAGE DU HOGGAR\nHassi Messaoud, le 31/07/2022\nCERTIFICAT DE TRAVAIL\n"
                         "Le Chef du Personnel soussigné certifie que Monsieur Lamine BOUDJEMAA a été employé comme accrocheur du\n"
                         "18/01/2009 au 25/07/2022.\nEn foi de quoi, le présent certificat lui est délivré.\n\nKheireddine SAHRAOUI\n"))

    assert (english["signatory.name"], english["signatory.title"]) == ("Ndifor Emmanuel Tabe", "Principal")
    assert (french["signatory.name"], french["signatory.title"]) == ("Kheireddine SAHRAOUI", "Chef du Personnel")


def test_values_and_labels_in_a_chain_of_dashes() -> None:
    """« Nom : SYLLA — Prénom : Fatoumata — Née le … » on one row; a name alone before « — Matricule »."""
    test = values(read("Test de connaissance du français\nTCF tout public\nNom d'usage : SYLLA — Prénom : Fatoumata — Née le 09/05/1984\n"
                       "Compréhension orale   355 / 699   B1\nCompréhension écrite   372 / 699   B1\n"))
    marks = values(read("Université Marie-Victorin\nRELEVÉ DE NOTES\nSHEVCHENKO Viktoriia — Matricule 20255021\n"
                        "Sigle   Cours   Crédits   Note\nSEE 6001   Toxicologie   3   A\n"))

    assert (test["person.name"], test["person.birth_date"]) == ("Fatoumata SYLLA", "1984-05-09")
    assert marks["person.name"] == "SHEVCHENKO Viktoriia"


def test_skills_under_headings_of_two_levels() -> None:
    """« orale | écrite | écrite | orale » under « Compréhensions | Expressions »."""
    said = values(read("Attestation de résultats – TCF Canada\nTest de connaissance du français pour le Canada\n"
                       "                 Compréhensions        Expressions\n"
                       "Épreuves         orale     écrite      écrite     orale\n"
                       "Score obtenu     561 / 699  587 / 699  15 / 20    16 / 20\n"
                       "Niveau NCLC      10        10          9          10\n"))

    assert [said[f"{skill}.score"] for skill in ("listening", "reading", "writing", "speaking")] == [561, 587, 15, 16]
    assert [said[f"{skill}.nclc"] for skill in ("listening", "reading", "writing", "speaking")] == [10, 10, 9, 10]


def test_halves_beside_the_rows_that_they_are_for() -> None:
    """ÉCRIT and ORAL half way between their two rows: each row belongs to the nearest, and none is guessed."""
    said = values(read("DELF B1\nDiplôme d'études en langue française\nRELEVÉ DE RÉSULTATS\n"
                       "          Production        14.00 / 25\nÉCRIT\n          Compréhension     20.50 / 25\n\n\n"
                       "          Production        19.00 / 25\nORAL\n          Compréhension     11.50 / 25\n"
                       "NOTE FINALE     65.00 / 100\n"))

    assert [said.get(f"{skill}.score") for skill in ("writing", "reading", "speaking", "listening")] == [14, 20.5, 19, 11.5]


def test_nclc_beside_each_score() -> None:
    """« 372 points Niveau B1 NCLC 5 », « NCLC 4- »."""
    said = values(read("TCF Canada\nTest de connaissance du français pour le Canada\nCompréhension orale   372 points Niveau B1 NCLC 5\n"
                       "Compréhension écrite   341 points Niveau B1 NCLC 4-\n"))

    assert (said["listening.nclc"], said["reading.nclc"]) == (5, "<4")


def test_a_deadline_is_not_the_date_of_an_offer() -> None:
    """« daté et signé, au plus tard le … » is when to answer; a promise to hire is an offer."""
    document = read("Menuiserie Arrieta\n21, chemin d'Ilbarritz, 64200 Biarritz\nBiarritz, le 30 janvier 2026\n"
                    "Objet : promesse unilatérale de contrat de travail\nNous nous engageons à vous embaucher en qualité de menuisier\n"
                    "poseur, à compter du 2 mars 2026. Merci de retourner ce courrier, daté et signé, au plus tard le 13 février 2026.\n")

    assert document.kind == "job_offer"
    assert values(document)["issued_on"] == "2026-01-30"


def test_the_duration_of_a_programme_is_not_its_name() -> None:
    """« Durée du programme : 1 800 heures » gives hours, « Programme 5195 Soudage-montage » the field."""
    said = values(read("RELEVÉ DES APPRENTISSAGES\nFormation professionnelle\nPROGRAMME    5195 Soudage-montage\n"
                       "CODE     MODULE     HEURES     UNITÉS     RÉSULTAT\n301012     Métier     30     2     SU\n"
                       "DURÉE DU PROGRAMME : 1 800 HEURES\n"))

    assert (said.get("credential.field"), said.get("study.hours")) == ("Soudage-montage", 1800)


def test_attendance_is_no_work() -> None:
    """A certificate of presence in a course is no letter of employment."""
    assert read("Centre d'éducation des adultes\nATTESTATION DE PRÉSENCE\nLa présente confirme que Mahnoush Tavakoli a fréquenté le cours\n"
                "de francisation, 30 h par semaine, du 8 septembre au 28 novembre 2025.\n").kind == "other"


def test_tasks_beside_their_label() -> None:
    """Tasks in a cell of a table, parted by semicolons, over its rows; a code behind the title is none of it."""
    said = values(read("Soudure Métal inc.\n25e Avenue, Saint-Georges (Québec) G5Y 5N2\nSaint-Georges, le 15 décembre 2025\n"
                       "ATTESTATION D'EMPLOI\nMonsieur Mauricio Rincón est à notre emploi depuis le 4 mai 2020.\n"
                       "Poste                 Soudeur-monteur (CNP 72106)\n"
                       "Principales tâches    souder des pièces d'acier; lire les\n"
                       "                      plans et les devis; inspecter les soudures\n"))

    assert said["position.title"] == "Soudeur-monteur"
    assert said["position.duties"] == ["souder des pièces d'acier", "lire les plans et les devis", "inspecter les soudures"]


def test_the_readers_country_is_not_the_employers() -> None:
    """The address of the person written to tells nothing of the firm."""
    said = values(read("Soudure Métal inc.\n25e Avenue, Saint-Georges (Québec) G5Y 5N2\nSaint-Georges, le 15 décembre 2025\n"
                       "Monsieur Mauricio Rincón\nCarrera 27 no 45-18\nBucaramanga, Colombie\nATTESTATION D'EMPLOI\n"
                       "Nous confirmons que Monsieur Mauricio Rincón travaille chez nous comme soudeur depuis le 4 mai 2020.\n"))

    assert said["employer.country"] == "CA-QC"


def test_a_translators_number_is_not_the_diplomas() -> None:
    """« membre de l'Ordre des traducteurs sous le n° … » numbers the translator."""
    said = values(read("FONDATION UNIVERSITAIRE DU VALLE\nRépublique de Colombie\nconsidérant que\nDANIELA RESTREPO MONTOYA\n"
                       "a satisfait à toutes les exigences, lui confère le titre de\nINGÉNIEURE INDUSTRIELLE\n"
                       "En foi de quoi, le présent diplôme a été signé à Medellín le 23 août 2013.\n"
                       "Je soussignée, Catherine Roy, traductrice agréée, membre de l'Ordre sous le n° 18755, certifie la traduction.\n"))

    assert said.get("reference") is None
    assert said.get("credential.title") == "INGÉNIEURE INDUSTRIELLE"


def test_headings_over_two_rows_and_names_in_two_languages() -> None:
    """The first row of a heading says what a column is; values stand beside a skill, or between its two names."""
    said = values(read("TCF Canada\nTest de connaissance du français pour le Canada\n"
                       "                                   Score obtenu     Niveau CECRL    Niveau NCLC\n"
                       "Épreuves / Tests                   Score            level           level\n"
                       "Compréhension orale /\n                                   503 / 699        C1              8\nListening\n"
                       "Expression écrite / Writing        11 / 20          B2              7\n"))

    assert [said.get(f"listening.{what}") for what in ("score", "cefr", "nclc")] == [503, "C1", 8]
    assert [said.get(f"writing.{what}") for what in ("score", "cefr", "nclc")] == [11, "B2", 7]


def test_when_someone_studied_beside_its_labels() -> None:
    """« Admission: … », « Completion: … » on a transcript."""
    said = values(read("UNIVERSITY CENTER OF ALTO TIETÊ\nACADEMIC TRANSCRIPT\nStudent: RAFAEL SALES\n"
                       "Program: Bachelor's Degree in Civil Engineering\nAdmission: February 2010\nCompletion: December 2014\n"
                       "Course     Hours     Grade\nCalculus I     180     7.5\n"))

    assert (said["study.start_date"], said["study.end_date"]) == ("2010-02", "2014-12")


def test_a_month_may_be_part_of_a_name() -> None:
    """« Nguyen Thi Mai Anh » is one name; a date behind a name is none of it."""
    said = values(read("DELF B2\nDiplôme d'études en langue française\nest délivré à\n"
                       "Madame Nguyen Thi Mai Anh\nnée le 22/05/1996 à Hanoï\n"
                       "Compréhension de l'oral     18,00 / 25\nCompréhension des écrits     20,50 / 25\n"))

    assert said["person.name"] == "Nguyen Thi Mai Anh"


def test_a_country_in_the_firms_name_is_not_its_place() -> None:
    """« Nordet Shipping (Nigeria) Ltd », 12 Wharf Road, Lagos: the place is Lagos; « (Mrs.) » is no part of who signs."""
    said = values(read("NORDET SHIPPING AGENCIES (NIGERIA) LTD\n12 Wharf Road, Apapa, Lagos\n3rd April, 2023\n"
                       "LETTER OF EMPLOYMENT CONFIRMATION\n"
                       "This is to confirm that Mr. Paul Obi has been employed with this company as Accounts Officer since 2nd May 2017.\n"
                       "Yours faithfully,\nBolanle Adeyemi (Mrs.)\nHead, Human Resources\n"))

    assert (said["employer.place"], said["signatory.name"]) == ("Lagos", "Bolanle Adeyemi")


def test_the_name_of_a_degree_is_not_its_field() -> None:
    """« Programme: Bachelor of Business Studies (BBS) » names the degree; a college program's code is no part of its name."""
    degree = values(read("TRIBHUVAN HILLS UNIVERSITY\nKathmandu, Nepal\nACADEMIC TRANSCRIPT\nName of Student: Sushil Thapa\n"
                         "Programme: Bachelor of Business Studies (BBS)\nSubject     Full Marks     Marks Obtained\n"
                         "English     100     62\n"))
    college = values(read("CÉGEP DE LA RIVE\nRELEVÉ DE NOTES\nNom : BÉLANGER TRAN, Émilie\n"
                          "Programme : 410.B0 Techniques de comptabilité et de gestion\nCours     Titre     Note     Unités\n"
                          "410-101     Comptabilité 1     84     2,66\n"))

    assert degree.get("credential.field") != "Bachelor of Business Studies"
    assert college["credential.field"] == "Techniques de comptabilité et de gestion"


def test_the_date_below_a_department_is_the_letters() -> None:
    """« Le 12 novembre 2025 » alone on its row begins nothing, however long the row above."""
    said = values(read("CIUSSS DE L'ESTUAIRE\nDirection des ressources humaines, des communications et des affaires juridiques\n"
                       "Le 12 novembre 2025\nATTESTATION D'EMPLOI\nNom : Kouassi, Ahou Grâce\nTitre d'emploi : Préposée aux bénéficiaires\n"
                       "Date d'embauche : 2023-01-16\n"))

    assert (said["issued_on"], said["position.start_date"]) == ("2025-11-12", "2023-01-16")


def test_a_surname_of_two_words_before_the_next_label() -> None:
    """« Nom : AIT OUARAB Prénom : Lyes » has its next label at « Prénom »."""
    told = values(read("Université Cheikh El Haddad – Akbou\nFaculté de Technologie\nRELEVÉ DE NOTES\nAnnée universitaire : 2015/2016\n"
                       "Nom : AIT OUARAB Prénom : Lyes Né le : 19/05/1994 à Akbou\nDiplôme préparé : Licence\n"
                       "Semestre  Matière  Crédits  Note\n"
                       "S5  Électronique  5  13,00\nMoyenne annuelle : 12,74\nAkbou, le 03/07/2016\nLe Chef de Département\n"))

    assert told["person.name"] == "Lyes AIT OUARAB"
    assert told["person.birth_date"] == "1994-05-19"
