"""Letters as payroll systems, two languages side by side and everyday offices set them: what papers of three more makers taught."""

from __future__ import annotations

import pytest

from extractors.fields.when.beside import is_accounted_for
from extractors.kinds.people.signature import find_signatory
from extractors.paper import read_paper
from tests.extractors.paper import pages, read, values

LETTER = ("Nordet inc.\n310, rue Bank, Sherbrooke (Québec) J1H 1A1\nLe 4 mai 2025\nAttestation d'emploi\nÀ qui de droit,\n"
          "{said}\nCordialement,\nAna Ruiz\nDirectrice\n")
LETTER_EN = ("Northgate Foods Ltd.\n12 Harbour Road, Halifax, NS B3H 1A1\nMarch 3, 2025\nTo whom it may concern,\n{said}\nSincerely,\n"
             "Mary Ross\nHuman Resources Manager\n")


def test_the_history_that_a_payroll_system_prints() -> None:
    """Codes stand before titles, 9999-12-31 is the end of what goes on, rates have four decimals, cells ran together."""
    document = read("Centre intégré de santé et de services sociaux des Hautes-Rivières\nNo d'attestation     AE-2025-0031877\n"
                    "Employé(e)     OUATTARA, FATOUMATA\nDate de naissance     1991-12-03\nHISTORIQUE DES AFFECTATIONS\n"
                    "Début        Fin          Titre d'emploi                    Statut    H/sem    Taux hor. (CAD)\n"
                    "2020-11-08   2022-03-26   3480 Préposé(e) aux bénéficiaires TPR       21,75    23,0200\n"
                    "2022-03-27   9999-12-31   3455 Infirmier(ère) auxiliaire    TCR       36,25    31,4700\n")
    now, before = values(document), values(document, 1)

    assert (now["position.title"], now["position.end_date"]) == ("Infirmier(ère) auxiliaire", "present")
    assert now["position.hours_per_week"] == 36.25
    assert now["position.salary"] == {"amount": 31.47, "currency": "CAD", "period": "hour"}
    assert (before["position.title"], before["position.end_date"]) == ("Préposé(e) aux bénéficiaires", "2022-03-26")


def test_positions_side_by_side_whose_dates_ran_together() -> None:
    """« Du … au … Depuis le … » in one cell is of two columns."""
    document = read("ATTESTATION D'EMPLOI\nSaint-Hyacinthe, le 11 février 2025\n"
                    "                              Affectation antérieure      Affectation actuelle\n"
                    "Titre d'emploi                Aide de service             Préposée aux bénéficiaires\n"
                    "Période                       Du 2019-06-10 au 2020-09-20 Depuis le 2020-09-21\n"
                    "Heures normales par semaine   21,75                       36,25\n")
    assert (values(document)["position.start_date"], values(document)["position.hours_per_week"]) == ("2020-09-21", 36.25)
    assert (values(document, 1)["position.end_date"], values(document, 1)["position.hours_per_week"]) == ("2020-09-20", 21.75)


@pytest.mark.parametrize("said", [
    "Ana Ruiz has been an employee of our firm since January 17, 2022. She passed her three-month probation on April 17, 2022.",
    "Ana Ruiz joined our firm on January 17, 2022. She benefits from the group insurance (class B, since April 2023).",
])
def test_a_probation_and_an_insurance_begin_no_second_job(said: str) -> None:
    """The only start is that of the job."""
    document = read(LETTER_EN.format(said=said))
    (start,) = (field for field in document.fields if field.name == "position.start_date")
    assert (start.value, start.confidence >= 0.79) == ("2022-01-17", True)


@pytest.mark.parametrize(("before", "accounted"), [
    ("date of confirmation : ", True), ("she was interviewed on ", True), ("contrat c.d.i. depuis le ", True),
    ("affiliated to the fund on ", True), ("she joined us on ", False), ("il travaille ici depuis le ", False),
])
def test_what_else_a_day_may_be_of(before: str, accounted: bool) -> None:
    """Interviews, confirmations, open-ended contracts and funds have their days."""
    assert is_accounted_for(before + "3 may 2019", (len(before), len(before) + 10)) is accounted


def test_a_history_whose_rows_have_second_lines() -> None:
    """« temps complet » below its code ends no table; « en cours » is no date."""
    document = read("Centre intégré de santé et de services sociaux des Hautes-Rivières\nAttestation d'emploi et d'expérience\n"
                    "Du           Au           Titre d'emploi                    Service           Statut           H/sem.   Taux\n"
                    "2023-04-02   en cours     3455 Infirmière auxiliaire        Médecine          TCR              37,50    31,07 $/h\n"
                    "                                                                              temps complet\n"
                    "2021-06-13   2023-04-01   3480 Préposée aux bénéficiaires   Hygiène           TPO              23,25    25,28 $/h\n"
                    "                                                                              temps partiel\n")
    now, before = values(document), values(document, 1)
    assert (now["position.title"], now["position.end_date"], now["position.full_time"]) == ("Infirmière auxiliaire", "present", True)
    assert (before["position.title"], before["position.full_time"], before["position.hours_per_week"]) == (
        "Préposée aux bénéficiaires", False, 23.25)


def test_jobs_listed_with_what_their_titles_say_in_brackets() -> None:
    """« – cariste (CACES R489 cat. 1, 3 et 5), du … au … »."""
    document = read(LETTER.format(said=(
        "Je certifie avoir employé Monsieur Koffi Agbodjan du 3 septembre 2018 au 30 juin 2024, dans les emplois suivants :\n"
        "– préparateur de commandes, du 3 septembre 2018 au 31 mars 2021 ;\n"
        "– cariste (CACES R489 cat. 1, 3 et 5), du 1er avril 2021 au 30 juin 2024.")))
    assert [(values(document, group)["position.title"], values(document, group)["position.start_date"]) for group in (0, 1)] == [
        ("cariste", "2021-04-01"), ("préparateur de commandes", "2018-09-03")]


def test_items_that_begin_with_their_time() -> None:
    """« — du … au … comme employée de rayon, niveau II, à temps partiel (24 heures hebdomadaires) »: its hours are its own."""
    document = read(LETTER.format(said=(
        "Nous certifions avoir employé Madame Aïcha Diabaté :\n"
        "— du 03/11/2015 au 30/04/2018 comme employée de rayon, niveau II, à temps partiel (24 heures hebdomadaires) ;\n"
        "— du 01/05/2018 au 31/08/2022 comme adjointe au chef de rayon fruits et légumes, à temps complet.")))
    assert (values(document, 1)["position.title"], values(document, 1)["position.hours_per_week"]) == ("employée de rayon", 24)
    assert values(document)["position.start_date"] == "2018-05-01"


def test_seasons_are_positions() -> None:
    """« Saison 2022 — ouvrier serricole, du 7 mars au 25 novembre 2022 »: three, though two have one title."""
    document = read(LETTER.format(said=(
        "Voici ce que tu as fait chez nous :\n"
        "Saison 2022 — ouvrier serricole, du 7 mars au 25 novembre 2022, 50 h/sem., 14,25 $/h.\n"
        "Saison 2023 — ouvrier serricole encore, du 27 février au 1er décembre 2023, 50 h/sem., 15,50 $/h.\n"
        "Saison 2024 — chef d'équipe à la récolte, du 26 février au 6 décembre 2024, 48 h/sem., 18,75 $/h.")))
    assert [values(document, group)["position.start_date"] for group in (0, 1, 2)] == ["2024-02-26", "2023-02-27", "2022-03-07"]
    assert values(document, 1)["position.title"] == "ouvrier serricole"


def test_a_day_in_words_and_again_in_figures_is_one() -> None:
    """« du deux janvier deux mille dix-huit (02/01/2018) au … », of someone « née » another name."""
    said = values(read(LETTER.format(said=(
        "Mme COULIBALY née TOURÉ Fanta a fait partie de notre personnel du deux janvier deux mille dix-huit (02/01/2018) au trente\n"
        "septembre deux mille vingt et un (30/09/2021) en qualité de déclarante en douane, catégorie M2."))))
    assert (said["position.start_date"], said["position.end_date"]) == ("2018-01-02", "2021-09-30")


def test_a_letter_to_the_ministry_is_no_permit() -> None:
    """« Immigration, Refugees and Citizenship Canada » is who it is addressed to."""
    document = read("TROQUELADOS DEL BAJÍO\nEl Marqués, Querétaro; December 15th, 2022\nImmigration, Refugees and Citizenship Canada\n"
                    "Dear Officers,\nI write at the request of our former colleague, Eng. Rodrigo Lastra.\n"
                    "Our records show two stints with us:\n"
                    "Junior Die Designer, March 20, 2012 to July 31, 2015, at MXN 3,150 a week.\nRespectfully,\nXimena Abascal\n"
                    "Labour Relations Manager\n")
    assert document.kind == "employment_letter"


def test_a_name_that_its_narrow_column_broke() -> None:
    """Whole as the other language tells it: « YULI ANDREA CÁRDENAS / MOSQUERA, identificada »."""
    said = values(read("Flores La Sabanera S.A.S.\nCERTIFICACIÓN LABORAL\nQue la señora YULI ANDREA CÁRDENAS\n"
                       "MOSQUERA, identificada con cédula 1.070.000.218, laboró en esta empresa desde el 3 de agosto de 2015.\n"
                       "That Mrs. YULI ANDREA CÁRDENAS MOSQUERA, holder of citizenship card 1.070.000.218, worked for this company\n"
                       "from 3 August 2015 to 28 February 2023.\n"))
    assert said["person.name"] == "YULI ANDREA CÁRDENAS MOSQUERA"


def test_of_two_who_sign_in_rows_the_first_signs() -> None:
    """« Director   S. P. Kovalchuk » over « Chief accountant   O. V. Melnyk »."""
    letter = ("REFERENCE NOTE FROM PLACE OF WORK\nGiven to Bondaruk Mykhailo Stepanovych.\nAccepted for work on 18.05.2015.\n"
              "Dismissed on 31.08.2022 at his own wish.\nIssued for presentation wherever required.\n\n"
              "Director             S. P. Kovalchuk\nChief accountant     O. V. Melnyk\n")
    assert [finding.value for finding in find_signatory(read_paper(pages(letter)))] == ["S. P. Kovalchuk", "Director"]


def test_a_list_by_capital_letters_with_levels_in_its_titles() -> None:
    """« A) Enseignant titulaire de la 5e primaire, » over its time; hours behind a time are no title."""
    document = read(LETTER.format(said=(
        "Monsieur KASONGO NGOIE Trésor a presté au sein de notre école ainsi qu'il suit :\n"
        "A) Enseignant titulaire de la 5e primaire,\nde septembre 2009 à juillet 2014 ;\n"
        "B) Professeur de mathématiques et de physique aux humanités scientifiques,\n"
        "de septembre 2014 à juillet 2019, horaire de vingt-six heures par semaine ;\n"
        "C) Directeur des études,\nde septembre 2019 au 2 juillet 2023, à plein temps.")))
    assert [(values(document, group)["position.title"], values(document, group)["position.start_date"]) for group in (0, 1, 2)] == [
        ("Directeur des études", "2019-09"), ("Professeur de mathématiques et de physique aux humanités scientifiques", "2014-09"),
        ("Enseignant titulaire de la 5e primaire", "2009-09")]
    assert values(document, 1)["position.hours_per_week"] == 26


@pytest.mark.parametrize("said", [
    ("Mme Ana Ruiz travaille dans notre restaurant depuis le 12 mars 2018, où elle exerce le métier de cuisinière.\nSes activités :\n"
     "• Cuire et dresser les plats de la carte\n• Former les aides de cuisine"),
    "Ana Ruiz has worked at our plant since March 12, 2018 as a butcher. She has never left us since, apart from a leave.",
])
def test_who_trains_others_or_never_left_is_still_there(said: str) -> None:
    """« Former les aides » is French, "never left" is no departure."""
    assert values(read((LETTER if "Mme" in said else LETTER_EN).format(said=said)))["position.end_date"] == "present"


@pytest.mark.parametrize("said", [
    "Employed since August 26, 2019 as a boning hall operative.\nStill in employment?     ✓ Yes     No – if no, last day worked: ____",
    "Ana Ruiz has been an employee since August 26, 2019. Her employment is ongoing. This can wait until your June 2 appointment.",
    "Ana Ruiz is employed here as a cook since August 26, 2019 under a General Employment Permit, expired 25 August 2021.",
])
def test_what_a_form_asks_and_what_else_ends_is_no_departure(said: str) -> None:
    """A blank that nobody filled in, an appointment, a permit."""
    assert values(read(LETTER_EN.format(said=said)))["position.end_date"] == "present"


def test_a_weekday_before_the_day() -> None:
    """« commencé le lundi 6 février 2023, il s'est achevé le vendredi 28 juillet 2023 »."""
    said = values(read(LETTER.format(said=(
        "Mademoiselle Aya KOFFI a suivi chez nous un stage en tant qu'assistante comptable. Ce stage, commencé le lundi 6 février 2023,\n"
        "s'est achevé le vendredi 28 juillet 2023."))))
    assert (said["position.start_date"], said["position.end_date"]) == ("2023-02-06", "2023-07-28")


def test_a_leaving_date_that_says_she_is_still_there() -> None:
    """« Fecha de retiro / Leaving date   Continúa vinculada / still employed »."""
    said = values(read("Confecciones El Telar S.A.S.\nEmployment certificate\nNombre / Name     Yurany Andrea Zapata\n"
                       "Cargo / Position     Sewing machine operator\nFecha de ingreso / Starting date     January 15, 2019\n"
                       "Fecha de retiro / Leaving date     Continúa vinculada / still employed\nSigned at Itagüí on February 20, 2024.\n"))
    assert said["position.end_date"] == "present"


def test_a_firms_name_below_a_word_that_may_be_its_first() -> None:
    """« Structures » over « Boréal-Lemire inc. », alike: the longer name is told as another reading, and nothing is sure."""
    document = read("Structures\nBoréal-Lemire inc.\n2290, rue Power\nDrummondville (Québec) J2C 6Z5\nrh@boreal-lemire.example\n"
                    "Le 13 février 2025\nObjet : Confirmation d'emploi de M. Kossi Agbeko\n"
                    "Nous confirmons que la personne nommée en rubrique travaille dans nos ateliers depuis le 11 juillet 2022.\n")
    (name,) = (field for field in document.fields if field.name == "employer.name")
    assert (name.confidence < 0.95, [other.value for other in name.alternatives]) == (True, ["Structures Boréal-Lemire inc."])


def test_one_job_told_in_two_languages_is_one() -> None:
    """The same time with two titles: a second language, no second position."""
    document = read("Inversiones Qantu S.A.C.\nCusco, May 3, 2024\nCERTIFICATE OF EMPLOYMENT\n"
                    "El señor Jhon Quispe Ccahuana ha laborado como cocinero desde el 6 de febrero de 2017 hasta el 15 de abril de 2024.\n"
                    "Mr. Jhon Quispe Ccahuana worked in our company as a sous-chef from February 6, 2017 to April 15, 2024.\n")
    assert {field.group for field in document.fields} == {0}
    assert (values(document)["position.start_date"], values(document)["position.end_date"]) == ("2017-02-06", "2024-04-15")


def test_hours_told_before_the_designations_are_of_all() -> None:
    """« … full-time basis (40 hours per week) in the following designations: »."""
    document = read(LETTER_EN.format(said=(
        "Karthik Iyer worked with us on a regular, full-time basis (40 hours per week) in the following designations:\n"
        "Designation            From          To\nAssociate Consultant   11-Jul-2016   30-Jun-2018\n"
        "Lead Consultant        01-Jul-2018   30-Aug-2024")))
    assert [values(document, group)["position.hours_per_week"] for group in (0, 1)] == [40, 40]


def test_the_end_at_the_closing_of_a_house() -> None:
    """« jusqu'à la fermeture de notre salle pour rénovations, le … »."""
    said = values(read(LETTER.format(said=(
        "Kévin Mbuyi a été aide-cuisinier chez nous du 14 janvier 2023 jusqu'à la fermeture de notre salle pour rénovations,\n"
        "le 22 décembre 2024."))))
    assert (said["position.start_date"], said["position.end_date"]) == ("2023-01-14", "2024-12-22")


def test_a_five_day_week_of_shifts() -> None:
    """"five-day week, eight hours per shift"; a civil servant on probation is no intern."""
    said = values(read(LETTER_EN.format(said=(
        "Ana Ruiz was accepted for work on 18.05.2015 as a crane operator.\nWork schedule: five-day week, eight hours per shift."))))
    assert (said["position.hours_per_week"], said["position.start_date"]) == (40, "2015-05-18")
    french = values(read(LETTER.format(said=(
        "Mme Awa Sy a été employée comme agente des écoles du 1er septembre 2017 au 31 août 2023. Nommée fonctionnaire stagiaire à la\n"
        "première de ces dates, elle a été titularisée."))))
    assert "position.internship" not in french


def test_a_grade_of_pay_is_no_part_of_a_title() -> None:
    """« Midwife II (Salary Grade 11, Step 3) »; "as appears in the records" is none."""
    said = values(read(LETTER_EN.format(said=(
        "The person named below is a bona fide employee of this unit, as appears in the records on file in this office:\n"
        "Name          Marivic Calpito\nPosition      Midwife II (Salary Grade 11, Step 3)\n"
        "Inclusive dates   February 3, 2014 to present"))))
    assert said["position.title"] == "Midwife II"


def test_the_foot_of_a_form_in_english() -> None:
    """« Name in block letters … Function … » on one row; the surname stands first at its label above."""
    form = ("EMPLOYMENT CONFIRMATION FORM\nLast name, given name(s) DELOS REYES, Maria Corazon\nJob title     School bus driver\n"
            "Name in block letters KEVIN O'SHAUGHNESSY     Function Terminal manager\nSignature     Date 2025/01/15\n")
    assert [finding.value for finding in find_signatory(read_paper(pages(form)))] == ["KEVIN O'SHAUGHNESSY", "Terminal manager"]
    assert values(read(form))["person.name"] == "DELOS REYES, Maria Corazon"


def test_a_firms_name_over_two_rows_of_a_side_column_is_never_sure() -> None:
    """« Norvane » over « Advisory Inc. », where sentences say « Norvane »."""
    document = read("Norvane\nAdvisory Inc.\nNorvane Conseil inc.\n1010 De La Gauchetière W.\nMontréal, QC H3B 2N2\nNovember 12, 2025\n"
                    "Norvane has employed Ms. Anjali Roy on a full-time basis since September 7, 2021 as a business analyst.\n"
                    "She works at client sites but remains on Norvane's payroll throughout.\nYours truly,\nBeatrice Oyelaran\n")
    (name,) = (field for field in document.fields if field.name == "employer.name")
    assert (name.value, name.confidence < 0.95) == ("Norvane Advisory Inc.", True)
