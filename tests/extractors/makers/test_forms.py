"""Letters and forms as clerks of many countries set them: translators, logos, boards of directors, tables with other heads."""

from __future__ import annotations

import pytest

from tests.extractors.paper import read, values

HEAD = "MAILLES DU LITTORAL S.A.R.L.\n12, rue du Port, Tanger\nTanger, le 20/11/2023\nATTESTATION DE TRAVAIL\n"
SAID = "Nous attestons que Mlle Nawal EL FASSI a été employée chez nous du 12/06/2017 au 15/11/2023 en qualité de modéliste.\n"


def test_a_translators_words_are_no_part_of_the_paper() -> None:
    """Who translates signs nothing, and what stands in brackets is the original's, or said of seals."""
    told = values(read(
        "Traduction de l'arabe vers le français – page 1 de 1\n" + HEAD + SAID + "Le gérant [Al moudir]\nKarim Tazi\n"
        "Je soussignée, Iryna Bondar-Lefèvre, traductrice assermentée, certifie la traduction conforme à l'original.\n"
        "Vannes, le 5 avril 2024\n"))

    assert told["employer.name"] == "MAILLES DU LITTORAL S.A.R.L."
    assert (told["signatory.name"], told["signatory.title"]) == ("Karim Tazi", "gérant")
    assert told["issued_on"] == "2023-11-20"


def test_who_employs_a_translator_is_heard() -> None:
    """A letter about a translator's work is no translator's statement, however low on its page it begins."""
    told = values(read("LES MOTS JUSTES INC.\n1200, avenue McGill College\nMontréal (Québec) H3B 4G7\nTéléphone : 514 555-0122\n"
                       "courriel : rh@motsjustes.example\nMontréal, le 3 mars 2025\nAttestation d'emploi\nÀ qui de droit,\n"
                       "Je soussigné, Luc Roy, directeur, atteste que Mme Ana Ruiz travaille chez nous comme traductrice depuis le\n"
                       "5 juin 2019. Elle révise la traduction de textes originaux.\nLuc Roy\nDirecteur\n"))

    assert (told["person.name"], told["position.start_date"]) == ("Ana Ruiz", "2019-06-05")


def test_a_firm_is_named_in_full_where_its_logo_is_short() -> None:
    """The head bears a short name, a sentence the name with its legal form."""
    told = values(read("Mésange\nQuébec, le 1er septembre 2026\nConfirmation d'emploi\n"
                       "Mésange Logiciels inc. confirme que Mme Ana Vilhena travaille chez nous comme développeuse"
                       " depuis le 8 septembre 2020.\n"))

    assert told["employer.name"] == "Mésange Logiciels inc."


def test_who_leads_the_firm_is_not_who_the_letter_is_about() -> None:
    """The directors at the foot have titles before their names, as the employee has not."""
    told = values(read("OKUNBOR ENGINEERING LTD.\nPort Harcourt, Nigeria\n17th April, 2023\nLETTER OF EMPLOYMENT: ENGR. EBIERE DOKUBO\n"
                       "Engr. Dokubo was employed on 3rd August, 2015 as a Site Engineer until she resigned from our services on 28th"
                       " February, 2023.\nTonye West (Mrs.), mnim\nHead, Admin. & Human Resources\n"
                       "Directors: Engr. F. A. Okunbor (Chairman)\n"))

    assert told["person.name"] == "EBIERE DOKUBO"
    assert (told["position.start_date"], told["position.end_date"]) == ("2015-08-03", "2023-02-28")
    assert (told["signatory.name"], told["signatory.title"]) == ("Tonye West", "Head, Admin. & Human Resources")


def test_a_date_in_brackets_in_the_text_is_not_the_letters() -> None:
    """What was signed is a consent; the letter has its date at its head."""
    told = values(read("Lakes District Hospital\n210 Manitou Street, Gravenhurst, Ontario P1P 1H2\nOctober 6, 2026\n"
                       "To Whom It May Concern:\n"
                       "Ms. Ada Fashanu has been employed with us as a nurse since May 30, 2022.\n"
                       "We give out no more without her consent (signed October 2, 2026, on file).\nSincerely,\nPhilippa Achterberg\n"
                       "Benefits Coordinator\nHuman Resources\n"))

    assert told["issued_on"] == "2026-10-06"
    assert told["signatory.title"] == "Benefits Coordinator"


def test_a_table_with_heads_of_another_kind() -> None:
    """« Effective » begins a position, « Status » says full time or part time, and heads may have run into one."""
    document = read("Lakes District Hospital\nGravenhurst, Ontario P1P 1H2\nOctober 6, 2026\nRE: Confirmation of Employment – Ada Fashanu\n"
                    "Ms. Fashanu is employed with us. Her assignments:\n"
                    "Position\tUnit\tStatus Effective\tTo\tHours Rate\n"
                    "Practical Nurse\tMedicine\tFull-Time 30-May-2022\tPresent\t37.5/wk $38.42/hr\n"
                    "Support Worker\tCare\tPart-Time 8-Sep-2017\t29-May-2022\t22.5/wk $23.41/hr\n")

    first, second = values(document), values(document, 1)
    assert first["position.title"] == "Practical Nurse"
    assert (first["position.start_date"], first["position.end_date"]) == ("2022-05-30", "present")
    assert (second["position.start_date"], second["position.end_date"]) == ("2017-09-08", "2022-05-29")
    assert (first["position.full_time"], second["position.full_time"]) == (True, False)


@pytest.mark.parametrize(("line", "signs"), [
    ("représentée par son directeur, Monsieur Jean EBONGUE, certifions que :", True),
    ("société d'assemblage, certifions que :", False),
])
def test_who_acts_for_a_firm_that_speaks(line: str, signs: bool) -> None:
    """« la société X, représentée par son directeur, M. Y » names who signs."""
    told = values(read("PLANTATIONS DU SUD S.A.\nDouala\nCERTIFICAT DE TRAVAIL\nNous soussignés, Plantations du Sud, " + line +
                       "\nMadame Awa NGONO a travaillé chez nous du 15 avril 2013 au 30 novembre 2021 en qualité de magasinière.\n"))

    assert told.get("signatory.name") == ("Jean EBONGUE" if signs else None)


def test_nclc_before_the_european_level() -> None:
    """The columns are told by their heads, in whatever order they stand."""
    told = values(read("CCI Paris Île-de-France\nAttestation de résultats\nTest d'évaluation de français – TEF Canada\n"
                       "Candidat : Mehrdad SOLTANI\nSession du 09 septembre 2025\n"
                       + "".join(f"{skill:24}{score:14}{nclc:14}{level:14}{old}\n" for skill, score, nclc, level, old in [
                           ("Épreuves", "Score / 699", "Niveau NCLC", "Niveau CECR", "Ancien score"),
                           ("Compréhension écrite", "510", "9", "C1", "251 / 300"), ("Compréhension orale", "455", "7", "B2", "268 / 360"),
                           ("Expression écrite", "432", "7", "B2", "313 / 450"), ("Expression orale", "470", "7", "B2", "322 / 450")])))

    assert [told[f"{skill}.nclc"] for skill in ("reading", "listening", "writing", "speaking")] == [9, 7, 7, 7]
    assert [told[f"{skill}.score"] for skill in ("reading", "listening", "writing", "speaking")] == [510, 455, 432, 470]


def test_a_statutory_certificate_of_service() -> None:
    """Its labels are sentences, its values stand beside them."""
    told = values(read("KIPSONOI TEA FACTORY CO. LTD.\nP.O. Box 417 – 20200, KERICHO\nCERTIFICATE OF SERVICE\n"
                       "1. Name of employee\tChepkemoi Faith Langat\n2. Date when employment commenced\t2nd September, 2013\n"
                       "3. Nature of employment\tLaboratory Technician, full time\n4. Date when employment ceased\t30th November, 2019\n"
                       "5. Ordinary hours of work\t45 hours per week\nDated at Kericho this 6th day of December, 2019\n"))

    assert (told["person.name"], told["position.title"]) == ("Chepkemoi Faith Langat", "Laboratory Technician")
    assert (told["position.start_date"], told["position.end_date"], told["position.hours_per_week"]) == ("2013-09-02", "2019-11-30", 45)


def test_where_a_card_was_issued_is_not_where_the_firm_is() -> None:
    """« CIN délivrée à Tunis » says nothing of the firm."""
    told = values(read("SOTUMECA S.A.R.L.\nATTESTATION DE TRAVAIL\nNous attestons que M. Wassim Ben Hmida, titulaire de la C.I.N. n° 09 554"
                       " délivrée à Tunis le 03/06/2015, est employé chez nous en qualité de soudeur depuis le 13/02/2017 à ce jour.\n"))

    assert told.get("employer.place") != "Tunis"


@pytest.mark.parametrize(("sentence", "doubted"), [
    ("En 2021, du 3 mai 2021 au 27 août 2021, elle avait fait un stage dans notre équipe.", True),
    ("Elle travaille chez nous comme stagiaire depuis le 17 janvier 2022.", False),
])
def test_an_internship_of_another_time_is_not_the_jobs(sentence: str, doubted: bool) -> None:
    """An internship before the job leaves in doubt whether the job was one."""
    document = read("CONFIRMATION D'EMPLOI\nNom : Diane Quispe Rojas\nEmployeur : Solutions Lumicôte inc.\nPoste : Analyste\n"
                    "En poste depuis : 17 janvier 2022\n" + sentence + "\n")

    sure = [field.confidence >= 0.95 for field in document.fields if field.name == "position.internship"]
    assert sure != [True] if doubted else sure


def test_a_story_in_the_first_person() -> None:
    """Who came, stayed until a day, was promoted, and holds that job now: two positions, each with its own time."""
    document = read("The Copper Heron Tavern\n211 Brock Street, Kingston, ON K7L 1S2\nNovember 25, 2024\n"
                    "Please accept this as proof of employment for Rodrigo Almazan. Rod first came to us on June 14, 2022 as a\n"
                    "part-time prep cook, working about 24 hours a week. He stayed in that role until April 30, 2023.\n"
                    "On May 1, 2023 I promoted him to sous chef, and that is the job he holds now.\n"
                    "Yours truly,\nFiona MacAlister\nOwner and General Manager\n")

    latest, first = values(document), values(document, 1)
    assert latest["person.name"] == "Rodrigo Almazan"
    assert (latest["position.title"], latest["position.start_date"], latest["position.end_date"]) == ("sous chef", "2023-05-01", "present")
    assert (first["position.title"], first["position.start_date"], first["position.end_date"]) == ("prep cook", "2022-06-14", "2023-04-30")


def test_the_end_of_another_job_is_not_the_first_positions() -> None:
    """A time that ended before the first position began says nothing of it."""
    document = read("The Copper Heron Tavern\n211 Brock Street, Kingston, ON K7L 1S2\nNovember 25, 2024\n"
                    "Please accept this as proof of employment for Rodrigo Almazan. He worked elsewhere until April 30, 2021.\n"
                    "Rod first came to us on June 14, 2022 as a prep cook, working 24 hours a week.\n"
                    "On May 1, 2023 I promoted him to sous chef.\nYours truly,\nFiona MacAlister\nOwner\n")

    assert "position.end_date" not in values(document, 1)


def test_two_positions_before_leave_the_letters_terms_told_once() -> None:
    """Hours of the present position are given once, however many positions came before."""
    document = read("CONFIRMATION D'EMPLOI\nNom : Diane Quispe Rojas\nEmployeur : Solutions Lumicôte inc.\nPoste : Analyste\n"
                    "En poste depuis : 17 janvier 2022\nHoraire : 37,5 h par semaine\n"
                    "Du 3 mai 2020 au 27 août 2020, Diane a travaillé chez nous comme testeuse.\n"
                    "Du 3 mai 2021 au 27 août 2021, Diane a travaillé chez nous comme rédactrice.\n")

    assert [field.value for field in document.fields if (field.name, field.group) == ("position.hours_per_week", 0)] == [37.5]


def test_a_position_before_is_told_in_a_sentence_of_its_own() -> None:
    """A letter of labels, and a note on a summer before: each keeps its own pay and hours."""
    document = read("CONFIRMATION D'EMPLOI\nNom : Diane Quispe Rojas\nEmployeur : Solutions Lumicôte inc.\nPoste : Analyste\n"
                    "En poste depuis : 17 janvier 2022\nHoraire : 37,5 h par semaine\nSalaire : 71 250 $ par année\n"
                    "À noter : du 3 mai 2021 au 27 août 2021, Diane a fait un stage chez nous comme testeuse (35 h par semaine).\n")

    latest, first = values(document), values(document, 1)
    assert (latest["position.title"], latest["position.hours_per_week"]) == ("Analyste", 37.5)
    assert (first["position.title"], first["position.start_date"], first["position.hours_per_week"]) == ("testeuse", "2021-05-03", 35)
    assert first["position.internship"] is True and "position.internship" not in latest and "position.salary" not in first
