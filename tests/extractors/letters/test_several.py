"""Several positions: tables of all shapes, entries in rows, lists in sentences, blocks of labels, promotions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extractors.letters.reading import letter, positions

HEAD = (
    "Cascade Laboratories LLC\nEugene, Oregon, USA\nLetter of employment\n"
    "Linh Pham has been employed by us. She has held these positions:\n"
)
FIRST = {"title": "Lab Technician", "start_date": "2012-06-04", "end_date": "2016-08-31"}
SECOND = {"title": "Senior Lab Technician", "start_date": "2016-09-01", "end_date": "present"}
ROWS = (
    ("Position 1 - Lab Technician (June 4, 2012 - August 31, 2016)\nHours: 40 per week.\n"
     "Position 2 - Senior Lab Technician (September 1, 2016 - present)\nHours: 42 per week."),
    ("1. Lab Technician\nDates: 06/04/2012 to 08/31/2016\nHours per week: 40\n"
     "2. Senior Lab Technician\nDates: 09/01/2016 to present\nHours per week: 42"),
    ("Lab Technician, June 4, 2012 - August 31, 2016 (full time, 40 hours per week)\n• prepared samples\n• calibrated instruments\n"
     "Senior Lab Technician, September 1, 2016 - Present (full time, 42 hours per week)\n• trains technicians"),
    ("Title: Lab Technician\nFrom June 4, 2012 to August 31, 2016\n40 hours per week\n"
     "Title: Senior Lab Technician\nFrom September 1, 2016 to present\n42 hours per week"),
    ("June 4, 2012 to August 31, 2016: Lab Technician, 40 hours per week\nSeptember 1, 2016 to present: Senior Lab Technician, 42 hours "
     "per week"),
    "(1) Lab Technician: 06/04/2012-08/31/2016; 40 hours/week.\n(2) Senior Lab Technician: 09/01/2016-present; 42 hours/week.",
    ("POSITION #1\nJob title: Lab Technician\nStart date: 06/04/2012\nEnd date: 08/31/2016\nHours: 40 hours per week\n"
     "POSITION #2\nJob title: Senior Lab Technician\nStart date: 09/01/2016\nEnd date: Present\nHours: 42 hours per week"),
    ("Lab Technician\nJune 4, 2012 - August 31, 2016\nFull time, 40 hours per week\n"
     "Senior Lab Technician\nSeptember 1, 2016 - present\nFull time, 42 hours per week"),
    ("Position                 Start         End           Weekly hours\nLab Technician           06/04/2012    08/31/2016    40\n"
     "Senior Lab Technician    09/01/2016    Present       42"),
    ("S/N    Post held                Date from     Date to       Hrs/wk\n1.     Lab Technician           06/04/2012    08/31/2016    "
     "40\n"
     "2.     Senior Lab Technician    09/01/2016    to date       42"),
    ("               First                Current\nTitle          Lab Technician       Senior Lab Technician\n"
     "Start          06/04/2012           09/01/2016\nEnd            08/31/2016           Present\nHours a week   40                   "
     "42"),
)


@pytest.mark.parametrize("text", ROWS)
def test_positions_in_rows(text: str) -> None:
    """Two positions in rows, a table, or blocks give each its title, time and hours, the latest first."""
    latest, first = positions(letter(HEAD + text + "\nSincerely,"))
    assert first.items() >= {**FIRST, "hours_per_week": 40}.items()
    assert latest.items() >= {**SECOND, "hours_per_week": 42}.items()


SENTENCES = (
    (("M. Kabongo y a exercé les fonctions de :\n- Caissier, du 5 mai 2010 au 31 décembre 2013 ;\n- Chef de guichet, agence du port, du "
      "1er janvier 2014 au 30 juin 2018."),
     [("Chef de guichet", "2014-01-01", "2018-06-30"), ("Caissier", "2010-05-05", "2013-12-31")]),
    (("Parcours au sein de la banque :\nChargé de clientèle, agence Nord, du 05/03/2012 au 31/08/2015 ;\nDirecteur d'agence, agence "
      "Sud, depuis le 01/09/2015."),
     [("Directeur d'agence", "2015-09-01", "present"), ("Chargé de clientèle", "2012-03-05", "2015-08-31")]),
    (("La société certifie avoir employé Mme Belhaj :\n- en qualité d'assistante du 5 mars 2012 au 31 décembre 2015,\n- en qualité de "
      "responsable du 1er janvier 2016 au 30 avril 2020."),
     [("responsable", "2016-01-01", "2020-04-30"), ("assistante", "2012-03-05", "2015-12-31")]),
    (("M. Koffi a été recruté le 2 mai 2014 en qualité d'agent d'entretien. Il a été promu chauffeur le 1er janvier 2017 et occupe ce "
      "poste à ce jour."),
     [("chauffeur", "2017-01-01", "present"), ("agent d'entretien", "2014-05-02", None)]),
    ("M. Brahimi est employé depuis le 3 février 2014 en qualité d'Ingénieur, puis Chef de service depuis le 1er juin 2019.",
     [("Chef de service", "2019-06-01", "present"), ("Ingénieur", "2014-02-03", None)]),
    (("Mme Dupont a été engagée le 3 mars 2014 en qualité d'ouvrière, puis nommée chef d'équipe à partir du 1er avril 2018. Son contrat "
      "a pris fin le 30 juin 2022."),
     [("chef d'équipe", "2018-04-01", "2022-06-30"), ("ouvrière", "2014-03-03", None)]),
    (("Anil has been with us for years. He started on 14 March 2016 as Junior Engineer. Effective 1 April 2019 he was promoted to "
      "Senior Engineer and remains employed with us."),
     [("Senior Engineer", "2019-04-01", "present"), ("Junior Engineer", "2016-03-14", None)]),
    (("Mr. Otieno joined us on 4th May 2011 as a Waiter and rose through the ranks to the position of Supervisor, which he held from "
      "1st March 2015 until he left on 30th June 2019."),
     [("Supervisor", "2015-03-01", "2019-06-30"), ("Waiter", "2011-05-04", None)]),
    ("Priya served in this hospital as Staff Nurse w.e.f. 12/06/2013 and as Nursing Supervisor w.e.f. 24/07/2017 till 15/03/2020.",
     [("Nursing Supervisor", "2017-07-24", "2020-03-15"), ("Staff Nurse", "2013-06-12", None)]),
    (("You joined us on 4th June, 2015 as Software Engineer and were promoted to Team Lead with effect from 1st April, 2018. You are "
      "relieved on 5th March, 2021."),
     [("Team Lead", "2018-04-01", "2021-03-05"), ("Software Engineer", "2015-06-04", None)]),
    (("He has worked with us. His positions were:\n1. Site Engineer: from 3 May 2012 to 30 June 2015\n2. Project Manager: from 1 July "
      "2015 to 31 May 2022"),
     [("Project Manager", "2015-07-01", "2022-05-31"), ("Site Engineer", "2012-05-03", "2015-06-30")]),
    (("Current position: Production Planner (since January 2021)\nPrevious position: Production Clerk (May 2017 - December 2020)\nShe "
      "is our employee."),
     [("Production Planner", "2021-01", "present"), ("Production Clerk", "2017-05", "2020-12")]),
)


@pytest.mark.parametrize(("text", "jobs"), SENTENCES)
def test_positions_in_sentences(text: str, jobs: list[tuple[Any, ...]]) -> None:
    """Lists and promotions give each position its own title and time; an end that is not said is not given."""
    said = positions(letter("Attestation de travail / Letter of employment\n" + text))
    assert [(job.get("title"), job.get("start_date"), job.get("end_date")) for job in said] == jobs


def test_hours_belong_to_the_title_before_them() -> None:
    """Each sentence's hours and pay are those of the position that it names."""
    latest, first = positions(letter(
        "Café Nord inc.\nGatineau (Québec)\nEmployment verification\n"
        "Ms. Cole was hired on March 3, 2014 as a Line Cook, working 30 hours per week at $12.00 per hour. On June 1, 2017, she was\n"
        "promoted to Kitchen Manager, a position of 45 hours per week. She remains employed with us."
    ))
    assert (first["hours_per_week"], first["salary"]["amount"]) == (30, 12)
    assert latest["hours_per_week"] == 45
    assert "salary" not in latest


def test_projects_are_no_positions() -> None:
    """A list of projects with their times lists no positions."""
    said = positions(letter(
        "Letter of employment\nMr. Rao has worked with us as a welder since 3 May 2012.\nProjects:\n"
        "• Harbour Bridge, from 4 May 2013 to 6 June 2014\n• Valley Dam, from 1 July 2014 to 8 August 2016"
    ))
    assert [job.get("title") for job in said] == ["welder"]


def test_what_heads_a_page_is_no_title() -> None:
    """On a second page the title of an entry is the row above its time, not the words that head the page."""
    said = positions(letter(
        HEAD + "Lab Technician\nJune 4, 2012 - August 31, 2016\n$18.25 per hour",
        "Cascade Laboratories LLC - Linh Pham - Page 2 of 2\nSenior Lab Technician\nSeptember 1, 2016 - present\nSincerely,",
    ))
    assert [job["title"] for job in said] == ["Senior Lab Technician", "Lab Technician"]


def test_a_title_over_its_row() -> None:
    """In a table without rules a title that stands a line above its dates belongs to them, and a department below it does not."""
    said = positions(letter(
        "Attestation d'emploi\nMme Roy est à l'emploi de l'Université. Elle y a occupé les fonctions suivantes :\n"
        "Titre d'emploi                  Début         Fin           Heures / semaine\n"
        "Auxiliaire d'enseignement\n                                2018-09-04    2020-04-30    9\nDépartement de chimie\n"
        "Professionnelle de recherche\n                                2020-05-11    2023-04-30    35\nLaboratoire de catalyse"
    ))
    assert [job["title"] for job in said] == ["Professionnelle de recherche", "Auxiliaire d'enseignement"]
    assert [job["hours_per_week"] for job in said] == [35, 9]


def test_service_at_sea() -> None:
    """A seafarer embarks and disembarks; the vessel is no title."""
    told = positions(letter(
        "Cebu Blue Line Shipping Corporation\nCebu City, Philippines\nCertificate of employment\nRodel Ycasiano was employed by us.\n"
        "Vessel            Capacity            Date embarked    Date disembarked\n"
        "M/V Blue Mactan   Junior Engineer     11 Feb 2013      29 May 2015\n"
        "M/T Blue Star     Third Engineer      14 Jan 2019      31 Mar 2024\n"))
    assert [(one["title"], one["start_date"], one["end_date"]) for one in told] == [
        ("Third Engineer", "2019-01-14", "2024-03-31"), ("Junior Engineer", "2013-02-11", "2015-05-29")]


def test_positions_side_by_side_have_their_own_pay() -> None:
    """One column a position: « En poste », « Semaine normale », « Rémunération de base »."""
    told = positions(letter(
        "Caisse Montarville\nBoucherville (Québec)\nLe 11 février 2026\nConfirmation d'emploi\n"
        "Nous confirmons l'emploi de Mme Noémie Bah.\n"
        "                      Poste précédent                     Poste actuel\n"
        "Titre de fonction     Agente aux membres                  Conseillère en crédit\n"
        "En poste              du 3 septembre 2019 au 15 avril 2022     depuis le 18 avril 2022\n"
        "Semaine normale       35 heures                           37,5 heures\n"
        "Rémunération de base  46 150 $ par année                  78 400 $ par année\n"))
    assert [(one["title"], one["start_date"], one["salary"]["amount"], one["hours_per_week"]) for one in told] == [
        ("Conseillère en crédit", "2022-04-18", 78400, 37.5), ("Agente aux membres", "2019-09-03", 46150, 35)]


def test_how_much_of_a_week_behind_a_title_is_no_part_of_it() -> None:
    """« Commis au courrier (temps partiel) »."""
    told = positions(letter(
        "Assurances Belle-Rivière inc.\nTrois-Rivières (Québec)\nLe 11 juin 2026\nConfirmation d'emploi\n"
        "Voici les emplois de Mme Ana Roy.\n"
        "Titre de l'emploi                     Début         Fin           Heures / semaine\n"
        "Agente au service à la clientèle      2018-06-04    2020-11-01    35\n"
        "Commis au courrier (temps partiel)    2017-09-11    2018-06-03    15\n"))
    assert (told[1]["title"], told[1]["full_time"], told[1]["hours_per_week"]) == ("Commis au courrier", False, 15)


def test_contracts_under_their_own_labels() -> None:
    """The labels come twice; a contract that is under way goes on."""
    told = positions(letter(
        "Institut Ampère\nDirection des ressources humaines\nATTESTATION D'EMPLOI\nGrenoble, le 9 octobre 2025\n"
        "L'Institut certifie que Mme Kim Hoang a été recrutée aux conditions suivantes :\nPremier contrat\n"
        "Fonction      Doctorante contractuelle\nPériode       du 01/10/2017 au 30/09/2020\nSecond contrat\n"
        "Fonction      Ingénieure de recherche\nPériode       depuis le 04/01/2021, contrat en cours\n"))
    assert [(one["title"], one["start_date"], one["end_date"]) for one in told] == [
        ("Ingénieure de recherche", "2021-01-04", "present"), ("Doctorante contractuelle", "2017-10-01", "2020-09-30")]


def test_the_designation_on_joining_and_the_last_one() -> None:
    """A service certificate of India tells both, each with its time."""
    told = positions(letter(
        "Saptarishi Infotech Private Limited\nHyderabad, India\nService certificate\nDate: 04-Apr-2025\n"
        "Ms. Lakshmi Prasanna was employed with us. The particulars are:\n"
        "Designation on Joining    Associate Software Engineer (15-Jul-2019 to 30-Jun-2022)\n"
        "Last Designation          Senior Test Analyst (w.e.f. 01-Jul-2022)\n"))
    assert [(one["title"], one["start_date"]) for one in told] == [
        ("Senior Test Analyst", "2022-07-01"), ("Associate Software Engineer", "2019-07-15")]


def test_who_was_named_on_a_day() -> None:
    """« elle a été nommée, le 5 août 2024, éducatrice qualifiée »."""
    told = positions(letter(
        "CPE La Ribambelle\nGatineau (Québec)\nLettre d'emploi\nMadame Nour Belhadj a d'abord été embauchée comme éducatrice remplaçante,\n"
        "poste qu'elle a occupé du 28 août 2023 au 2 août 2024. Elle a été nommée, le 5 août 2024, éducatrice qualifiée.\n"
        "Elle y travaille toujours aujourd'hui.\n"))
    assert [(one["title"], one["start_date"]) for one in told] == [
        ("éducatrice qualifiée", "2024-08-05"), ("éducatrice remplaçante", "2023-08-28")]


def test_positions_under_numbered_labels() -> None:
    """« 1er poste », « Poste actuel », each with its time behind a comma."""
    told = positions(letter(
        "Hôtel Les Terrasses\nAgadir\nATTESTATION DE TRAVAIL\nNous attestons que Mme Ouafae Tazi fait partie de notre personnel.\n"
        "1er poste        Réceptionniste, du 15/06/2016 au 31/12/2019\nPoste actuel     Chef de réception, depuis le 01/01/2020\n"))
    assert [(one["title"], one["start_date"]) for one in told] == [("Chef de réception", "2020-01-01"), ("Réceptionniste", "2016-06-15")]


def test_the_house_in_which_an_entry_was_held_is_no_part_of_its_title() -> None:
    """« Technicien hydraulicien à la Brigade des puits et forages de Kolda »."""
    told = positions(letter(
        "Ministère de l'Hydraulique\nDakar\nÉTAT DES SERVICES\nM. Mamadou Sagna a occupé les emplois suivants :\n"
        "1. Technicien hydraulicien à la Brigade des puits et forages de Kolda, du 02 janvier 2009 au 30 juin 2013 ;\n"
        "2. Chef de brigade, Brigade des puits de Sédhiou, du 1er juillet 2013 au 31 décembre 2018.\n"))
    assert [one["title"] for one in told] == ["Chef de brigade", "Technicien hydraulicien"]


def test_entries_with_dashes() -> None:
    """« Chef d'équipe – atelier de soudage – depuis le 30 mai 2022 », « – Caissière, agence de Bouaké, du … au … »."""
    dashed = positions(letter(
        "Structures Royer inc.\nDrummondville (Québec)\nLettre d'emploi\nMonsieur Luc Quiceno a occupé deux postes :\n"
        "1. Soudeur-monteur – du 4 février 2019 au 29 mai 2022\n2. Chef d'équipe – atelier de soudage – depuis le 30 mai 2022\n"))
    assert [one["title"] for one in dashed] == ["Chef d'équipe – atelier de soudage", "Soudeur-monteur"]

    listed = positions(letter(
        "Banque Lagunaire\nAbidjan\nCERTIFICAT D'EMPLOI\nMademoiselle Prisca Kouassi est employée dans notre établissement.\n"
        "Elle y a exercé en qualité de :\n– Caissière, agence de Bouaké, du 1er mars 2018 au 30 septembre 2021 ;\n"
        "– Chargée de clientèle, agence d'Abidjan, depuis le 1er octobre 2021.\n"))
    assert [(one["title"], one["start_date"]) for one in listed] == [("Chargée de clientèle", "2021-10-01"), ("Caissière", "2018-03-01")]


def test_pay_of_a_column_belongs_to_its_row() -> None:
    """« Last drawn CTC » heads a column: the older position's pay is not the latest one's."""
    told = positions(letter(
        "Kaveri Autocomp Pvt. Ltd.\nCoimbatore, India\nDate: 16-Feb-2026\nThis is to certify that Mr. Karthik Velu was employed with us.\n"
        "Designation                Period                        Weekly hours   Last drawn CTC\n"
        "Graduate Engineer          01-Jul-2017 to 31-Mar-2021    48             Rs. 4,20,000/- p.a.\n"
        "Assistant Manager          01-Apr-2021 to 13-Feb-2026    48             Rs. 9,60,000/- p.a.\n"))
    assert [(one["title"], one["salary"]["amount"]) for one in told] == [("Assistant Manager", 960000), ("Graduate Engineer", 420000)]


def test_heads_of_a_table_in_two_lines() -> None:
    """« Taux » above the row of heads and « horaire » below it, and cells that stand so near that they were read as one."""
    told = positions(letter(
        "Centre de services scolaire des Forges\n5, rue Roy, Trois-Rivières (Québec) G9A 5E7\nLe 6 mai 2024\nATTESTATION D'EXPÉRIENCE\n"
        "Mme Nadia Roy a occupé les affectations que voici.\n\n"
        "                                                                             Taux\n"
        "Classe d'emploi              École       Du           Au          Heures/sem.\n"
        "                                                                             horaire\n"
        "Préposée aux élèves          Des Pins    2020-08-26   2022-06-30  26 h 00    23,52 $\n"
        "Technicienne en éducation    Chavigny    2022-08-24   en cours    35 h 00    29,31 $\n"))
    assert [(one["title"], one["hours_per_week"], one["full_time"], one["salary"]) for one in told] == [
        ("Technicienne en éducation", 35, True, {"amount": 29.31, "currency": "CAD", "period": "hour"}),
        ("Préposée aux élèves", 26, False, {"amount": 23.52, "currency": "CAD", "period": "hour"})]


def test_blocks_of_labels_with_a_number_in_brackets() -> None:
    """« Post held (1) », « From / to », « Category, basic salary »."""
    told = positions(letter(
        "FAKO TEA ESTATES PLC\nP.O. Box 155, Buea, Cameroon\nCERTIFICATE OF SERVICE\nThe bearer, Divine Enow, held the posts below.\n"
        "Post held (1)                 Assistant Field Supervisor\nFrom / to                     10/01/2013 – 31/12/2017\n"
        "Category, basic salary        Cat. VI/B, 128,500 FCFA per month\nWeekly hours                  48\n"
        "Post held (2)                 Quality Control Officer\nFrom / to                     01/01/2018 – 31/03/2022\n"
        "Category, basic salary        Cat. IX/C, 246,000 FCFA per month\nWeekly hours                  40\nDone at Buea, May 6th, 2022\n"))
    assert [(one["title"], one["start_date"], one["end_date"], one["hours_per_week"], one["salary"]["amount"]) for one in told] == [
        ("Quality Control Officer", "2018-01-01", "2022-03-31", 40, 246000),
        ("Assistant Field Supervisor", "2013-01-10", "2017-12-31", 48, 128500)]


def test_fewer_than_thirty_hours_are_part_time() -> None:
    """As thirty are full time: said by the hours alone."""
    told = positions(letter(
        "Nordet inc.\nMatane (Québec)\nLe 6 février 2024\nMme Nadia Roy travaille chez nous comme commis depuis le 3 mars 2020,\n"
        "à raison de 21 heures par semaine.\n"))
    assert (told[0]["hours_per_week"], told[0]["full_time"]) == (21, False)


def test_stages_with_roman_numbers_are_no_part_of_the_title() -> None:
    """« Étape II — superviseure de zone »."""
    told = positions(letter(
        "ONG Dundu\nZiguinchor, Sénégal\nLe 25 avril 2024\nATTESTATION DE TRAVAIL\n"
        "Parcours de notre agente Awa Diatta : ses fonctions chez nous.\n"
        "Étape I — animatrice communautaire\nDe mars 2014 à décembre 2015\n\n"
        "Étape II — superviseure de zone\nDe janvier 2016 à juin 2019\n"))
    assert [one["title"] for one in told] == ["superviseure de zone", "animatrice communautaire"]


def test_a_civil_servant_in_training_is_no_intern() -> None:
    """« Stagiaire, puis titulaire »: a grade of the civil service."""
    told = positions(letter(
        "Centre hospitalier de Montcoulon\n45209 Montcoulon, France\nLe 17 mai 2022\n"
        "Mme Awa Diatta, infirmière, stagiaire puis titulaire,\n"
        "a exercé chez nous du 29 août 2016 au 31 décembre 2021.\n"))
    assert "internship" not in told[0]


def test_pay_of_the_last_post_is_not_that_of_all() -> None:
    """« À plein temps (40 heures) » was said of all of them; « au dernier poste, le salaire … » of one."""
    told = positions(letter(
        "EPE Constructions\nAnnaba, Algérie\nATTESTATION DE TRAVAIL\nM. Hichem Bouz a occupé à plein temps les postes suivants :\n"
        "1. Chef de projet\ndu 01/01/2017 au 30/06/2021\n\n2. Chef de département\ndu 01/07/2021 à ce jour\n\n"
        "Au dernier poste, le salaire de base est fixé comme suit : 78 350,00 DA par mois.\nAnnaba, le 09 juin 2024\n"))
    assert [one.get("salary", {}).get("amount") for one in told] == [78350, None]


def test_pay_behind_a_scale_and_beside_a_time() -> None:
    """« Rs. 11620-20240; Rs. 14,620 p.m. »: the scale is a range, the pay behind it is told; and pay that ran into the time's cell."""
    told = positions(letter(
        "Roads Division, Coimbatore 641 006, Tamil Nadu, India\nDated: 28-09-2020\n"
        "SERVICE CERTIFICATE\nCertified that Mr. Bijumon Varghese held:\n"
        ""
        "Designation             From          To            Scale / Basic Pay\n"
        "Overseer Grade II       09-06-2008    31-10-2013    Rs. 11620-20240; Rs. 14,620 p.m.\n"
        "Assistant Engineer      01-11-2013    31-08-2020    Rs. 39500-83000; Rs. 49,800 p.m.\n"))
    assert [(one["title"], one["salary"]["amount"]) for one in told] == [("Assistant Engineer", 49800), ("Overseer Grade II", 14620)]


def test_a_head_over_two_columns() -> None:
    """« Inclusive dates » above « From » and « To » of the row below; a sentence under the table is no row of it."""
    told = positions(letter(
        "CITY GOVERNMENT OF SAN ROQUE\nSan Roque City, Iloilo, Philippines\nCERTIFICATION\nMs. Jocelyn Magbanua has rendered service as:\n"
        "                           Inclusive dates\n"
        "Position                                              Status       Monthly salary\n"
        "                           From          To\n"
        "Administrative Aide III    06/15/2011    12/31/2014   Casual       ₱ 9,981.00\n"
        "Registration Officer I     01/05/2015    to date      Permanent    ₱ 29,165.00\n"
        "Between 6 June 2022 and 4 June 2023 the employee was on leave, which counts as service with us.\n"))
    assert [(one["title"], one["start_date"], one["end_date"], one["salary"]["amount"]) for one in told] == [
        ("Registration Officer I", "2015-01-05", "present", 29165), ("Administrative Aide III", "2011-06-15", "2014-12-31", 9981)]
