"""Letters, forms and slips of garages, farms, clinics, banks and ministries: what papers of four more makers taught."""

from __future__ import annotations

import pytest

from extractors.evidence import PageBox
from extractors.extract import extract
from extractors.fields.hours import find_hours, hours_beside_label
from extractors.fields.money import find_pay
from extractors.fields.when.dates import find_dates
from extractors.pages.page import Page, Row, Segment, Word
from tests.extractors.makers.test_offices import LETTER, LETTER_EN
from tests.extractors.paper import TODAY, read, values


@pytest.mark.parametrize(("text", "value", "others"), [
    ("1°) de septembre 2009", "2009-09", ()),
    ("ainsi : 2°) de septembre 2015", "2015-09", ()),
    ("b) 3o) de mai 2010", "2010-05", ()),
    ("le 22) juin 2019", "2019-06", ("2019-06-22",)),
    ("le vingt-deux (22) juin 2019", "2019-06-22", ()),
])
def test_the_number_of_an_entry_is_no_day(text: str, value: str, others: tuple[str, ...]) -> None:
    """A bracket that nothing opened closes the number of a list; where no « de » says so, the day stays another reading."""
    (found,) = find_dates(text)
    assert (found.value, found.others, bool(found.doubts)) == (value, others, bool(others))


@pytest.mark.parametrize("text", ["can tho, date 04 month 03 year 2025", "ngay 04 thang 03 nam 2025", "jour 4 mois 3 annee 2025"])
def test_a_date_told_in_parts(text: str) -> None:
    """As Vietnam's offices write."""
    (found,) = find_dates(text)
    assert found.value == "2025-03-04"


@pytest.mark.parametrize(("text", "value", "sure"), [
    ("sa semaine compte cinq jours de huit heures, soit quarante heures, a longueur d'annee", 40, True),
    ("trois gardes de 8 heures par semaine, soit 24 heures (temps partiel)", 24, True),
    ("quatre quarts de 10 heures par semaine", 40, False),
    ("trois gardes de 8 heures par semaine, soit 26 heures", 26, False),
    ("37,5 heures par semaine, soit 7,5 heures par jour", 37.5, True),
    ("40 heures par semaine (5 jours de 8 heures)", 40, True),
])
def test_hours_of_several_shifts(text: str, value: float, sure: bool) -> None:
    """One shift's hours are not the week's; their sum is sure where the paper tells it too."""
    found = next(find_hours(text))
    beside = hours_beside_label(text, 0, len(text))
    assert beside is not None
    assert (found.value, found.doubts == 0) == (beside.value, beside.doubts == 0) == (value, sure)


def test_a_number_of_nights_is_no_hours() -> None:
    """« Two twelve-hour waking nights » beside a label; « forty (40) » is a number of hours."""
    text = "two twelve-hour waking nights each week"
    beside = hours_beside_label("forty (40)", 0, 10)

    assert hours_beside_label(text, 0, len(text)) is None
    assert beside is not None
    assert beside.value == 40
    assert [found.value for found in find_hours("six days weekly, or a total of forty-eight (48) hours, and")] == [48]


def test_pay_told_without_what_comes_on_top() -> None:
    """« hors primes et indemnités de dimanche »."""
    (pay, *_) = find_pay("sa derniere remuneration mensuelle brute, hors primes et indemnites de dimanche, etait de 2 014,36 €")
    assert (pay.amount, pay.currency, pay.period) == (2014.36, "EUR", "month")


@pytest.mark.parametrize("text", ["son salaire, hors prime de 300 $ cad par mois, est revise chaque annee",
                                  "her salary before a bonus of cad 500 per month is reviewed each year"])
def test_what_the_pay_is_told_without_is_no_pay(text: str) -> None:
    """The only amount is that of the bonus."""
    assert list(find_pay(text)) == []


def test_positions_under_headings_of_their_own() -> None:
    """A title alone on its row, and below it sentences that tell its time, its terms and its tasks."""
    document = read(LETTER_EN.format(said=(
        "Ana Ruiz has held two jobs with us, which I set out below because the file needs each one separately.\n"
        "1. Client Service Representative — part-time\n"
        "She started at the front desk on September 16, 2019, while completing her college program, and kept\n"
        "that role until June 26, 2021. She put in 22 hours a week at $15.75 per hour. Her days were spent on:\n"
        "• booking appointments and confirming them by phone\n• taking payments and preparing estimates\n"
        "2. Animal Health Technician — full-time, permanent\n"
        "Once she had her diploma in hand we moved her to the treatment room on June 28, 2021. She is still there.\n"
        "She works 37.5 hours a week and is paid $26.10 an hour. She now looks after:\n"
        "• anaesthetic monitoring during surgeries\n• dental cleanings and radiographs")))
    now, before = values(document), values(document, 1)

    assert (now["position.title"], now["position.start_date"]) == ("Animal Health Technician", "2021-06-28")
    assert (now["position.end_date"], now["position.full_time"], now["position.hours_per_week"]) == ("present", True, 37.5)
    assert now["position.duties"] == ["anaesthetic monitoring during surgeries", "dental cleanings and radiographs"]
    assert (before["position.title"], before["position.start_date"], before["position.end_date"]) == (
        "Client Service Representative", "2019-09-16", "2021-06-26")
    assert before["position.full_time"] is False


def test_rows_that_only_stand_alone_are_no_headings() -> None:
    """« Bonjour, » and a firm's name above a sentence with a date."""
    document = read(LETTER.format(said=(
        "Bonjour,\nNous confirmons que Mme Awa Sy travaille à notre atelier de Sherbrooke comme soudeuse depuis le 9 janvier 2023.\n"
        "Atelier mécanique\nElle gagne 27,50 $ l'heure pour 40 heures par semaine depuis la révision du 4 mars 2024.")))
    assert {field.group for field in document.fields} == {0}


def test_pays_by_turns_stay_in_doubt() -> None:
    """« … 165 000 FCFA dans la première fonction et de 248 000 FCFA dans la seconde »: no position has either for sure."""
    document = read("Collège La Renaissance\nB.P. 555 Bafoussam, Cameroun\nCERTIFICAT DE TRAVAIL\n"
                    "Je soussigné, TCHINDA Pierre, Principal, certifie que M. KAMDEM Rodrigue a servi dans notre établissement ainsi :\n"
                    "1°) de septembre 2009 à août 2015, comme professeur de mathématiques, à raison de 22 heures hebdomadaires ;\n"
                    "2°) de septembre 2015 à juillet 2021, comme censeur du second cycle, à temps plein.\n"
                    "Son salaire de base mensuel était de 165 000 FCFA dans la première fonction et de 248 000 FCFA dans la seconde.\n"
                    "Fait à Bafoussam, le 16 août 2021\nLe Principal\nTCHINDA Pierre\n")
    pays = [field.confidence for field in document.fields if field.name == "position.salary"]
    starts = {field.value for field in document.fields if field.name == "position.start_date"}

    assert all(confidence < 0.95 for confidence in pays)
    assert starts == {"2009-09", "2015-09"}


@pytest.mark.parametrize(("said", "full_time"), [
    ("She left us to go back to school full-time. It was a part-time job: 24 hours a week.", False),
    ("She worked full-time, 40 hours a week.", True),
    ("She worked at our school full-time.", True),
])
def test_how_someone_studies_is_not_how_they_worked(said: str, full_time: bool) -> None:
    """« to go back to school full-time »."""
    document = read(LETTER_EN.format(said=f"Ana Ruiz was a barista here from November 15, 2021 until August 26, 2023. {said}"))
    assert values(document)["position.full_time"] is full_time


def test_a_table_of_positions_as_indian_works_print_it() -> None:
    """« w.e.f. », « Up to », « till date », rupees in the head and the period in each cell."""
    document = read("GURDIT AGRO IMPLEMENTS PVT. LTD.\nFocal Point Phase VI, Ludhiana - 141010, Punjab, India\nDated: 09-12-2024\n"
                    "TO WHOMSOEVER IT MAY CONCERN\n"
                    "Certified that Mr. Harman Singh Dhaliwal has been on our rolls in the grades shown hereunder, working\n"
                    "six days of eight hours (48 hrs. a week) in each of them:\n"
                    "Sr.   Designation             Shop        w.e.f.        Up to         Basic pay (Rs.)\n"
                    "1     Apprentice Machinist    Lathe       18-07-2011    17-07-2013    5,200 p.m.\n"
                    "2     CNC Operator            Machining   18-07-2013    31-03-2018    14,750 p.m.\n"
                    "3     Production Supervisor   Assembly    01-04-2018    till date     4,62,000 p.a.\n")
    latest, second, first = (values(document, group) for group in range(3))

    titles = [one["position.title"] for one in (latest, second, first)]
    assert titles == ["Production Supervisor", "CNC Operator", "Apprentice Machinist"]
    assert (latest["position.end_date"], second["position.end_date"]) == ("present", "2018-03-31")
    assert (first["position.salary"], latest["position.salary"]) == (
        {"amount": 5200, "currency": "INR", "period": "month"}, {"amount": 462000, "currency": "INR", "period": "year"})


def test_a_form_that_asks_for_two_weeks() -> None:
    """Hours and pay « par période de paie (2 sem.) »."""
    said = values(read("ATTESTATION D'EMPLOI\nFormulaire à remplir par l'employeur\nA. Employeur\n"
                       "Raison sociale     Rôtisserie Gaspard inc.\n"
                       "B. Employé\nNom de famille et prénoms     SOW Tojo\nC. Emploi occupé\nTitre du poste     Cuisinier de ligne\n"
                       "Date de début     2021-05-03\nHeures normales par période de paie (2 sem.)     75 h\n"
                       "Salaire brut par période de paie (2 sem.)     1 650,00 $\nTrois-Rivières (Québec) G8Z 3X3\n"))
    assert said["position.hours_per_week"] == 37.5
    assert said["position.salary"] == {"amount": 1650, "currency": "CAD", "period": "two_weeks"}


def test_a_pay_slip_of_two_columns() -> None:
    """The firm's town beside the day of the deposit, and since when someone is there."""
    said = values(read("Buanderie Blanc-Neige inc.     BULLETIN DE PAIE\n1050, boul. Industriel     Dépôt direct n° 005518\n"
                       "Granby (Québec) J2J 1A4     Date du dépôt : 2024-11-21\n"
                       "Employé(e) : SOW, AWA     Période du 2024-11-03 au 2024-11-16\n"
                       "Fonction : Préposée au pliage     Embauche : 2023-09-18\nGAINS     Heures     Taux     Courant\n"
                       "Salaire régulier     78,00     19,35     1 509,30\nNET DÉPOSÉ : 1 321,82 $\n"))
    assert (said["employer.place"], said["issued_on"], said["position.start_date"]) == ("Granby (Québec)", "2024-11-21", "2023-09-18")


def test_a_mail_without_colons() -> None:
    """« From … <…> », « Sent Tue … »; who is greeted by the first name is who the mail is about."""
    said = values(read("RE: Proof of employment for your PR file\nFrom Carole Dufresne <c.dufresne@orduvieuxfort.example>\n"
                       "Sent Tue 1/28/2025 4:52 PM\nTo     Thabo Ndlovu <t.ndlovu@courriel.example>\nHi Thabo,\n"
                       "You have been on the payroll of Mines Or du Vieux-Fort inc. since 9 November 2020 and you are still with us.\n"
                       "Your job title in the system is Metallurgical Technician.\nGood luck,\nCarole Dufresne\nHR Business Partner\n"
                       "Mines Or du Vieux-Fort inc.\nFrom: Thabo Ndlovu\nSent: Mon 1/27/2025 9:10 AM\n"))
    assert (said["person.name"], said["issued_on"]) == ("Thabo Ndlovu", "2025-01-28")


def test_who_translates_signs_a_copy() -> None:
    """The director signs the letter, whoever swears to its translation."""
    said = values(read("Limited Liability Company\nPODILLIA AGRO TRADE LLC\n29 Proskurivska St., Khmelnytskyi, Ukraine\n"
                       "Reference on employment\nGiven to MELNYK Oksana, who worked at the enterprise as Chief Accountant\n"
                       "from 01.06.2010 to 18.02.2022.\nDirector     B. P. Hrytsenko\n"
                       "I, Iryna Kovalenko, certified translator, confirm that the above is a true rendering of the original.\n"))
    assert said["signatory.name"] == "B. P. Hrytsenko"


@pytest.mark.parametrize("said", ["Nous attestons que BARRY, Fatoumata Binta (matricule 0118274) est à notre emploi depuis le 3 mai 2021.",
                                  "Nous attestons que M. BARRY, Fatoumata Binta, née le 3 mai 1990, est à notre emploi depuis 2021."])
def test_a_surname_in_capitals_before_the_first_names(said: str) -> None:
    """The comma parts no two persons."""
    assert values(read(LETTER.format(said=said)))["person.name"] == "BARRY, Fatoumata Binta"


def _cell(text: str, left: float, top: float, height: float) -> Segment:
    """Words with boxes as high as their letters."""
    words, x = [], left
    for word in text.split():
        words.append(Word(word, PageBox.clipped(x, top, x + 0.007 * len(word), top + height), 1.0))
        x += 0.007 * (len(word) + 1)
    return Segment(tuple(words))


def test_captions_of_a_form_that_was_photographed() -> None:
    """Two small captions beside each other stand over their values: what is beside a caption is no value of it."""
    fields = [(("Family name, given name", "Date of birth (yyyy-mm-dd)"), ("CASTILLO, Rogelio", "1985-07-19")),
              (("Job title", "Reports to"), ("Line cook", "Chef Benoit Roy")),
              (("First day worked", "Last day worked (if applicable)"), ("2020-03-02", "2023-10-29"))]
    rows, top = [Row((_cell("EMPLOYMENT VERIFICATION FORM (to be completed by the employer)", 0.3, 0.03, 0.02),))], 0.10
    for captions, given in fields:
        rows.append(Row(tuple(_cell(text, left, top, 0.012) for text, left in zip(captions, (0.07, 0.5), strict=True))))
        rows.append(Row(tuple(_cell(text, left, top + 0.014, 0.016) for text, left in zip(given, (0.07, 0.5), strict=True))))
        top += 0.044
    (document,) = extract([Page(1, 612.0, 792.0, 0, "text", tuple(rows))], TODAY)
    said = values(document)

    assert (said["position.title"], said["position.start_date"], said["position.end_date"]) == ("Line cook", "2020-03-02", "2023-10-29")
    assert said["person.name"] == "CASTILLO, Rogelio"


@pytest.mark.parametrize("civility", ["Mlle", "MIle", "M1le"])
def test_mademoiselle_as_an_optical_reader_has_it(civility: str) -> None:
    """A capital I or a figure for the first l is no part of the name."""
    document = read(LETTER.format(said=f"Nous attestons que {civility} Lilia HADDOUCHE est à notre emploi depuis le 3 mai 2021."))
    assert values(document)["person.name"] == "Lilia HADDOUCHE"


def test_tasks_parted_by_semicolons_below_each_position() -> None:
    """A title, its time, and one sentence of tasks."""
    document = read("HÔTEL AKWABA LAGUNE\nBoulevard lagunaire, Abidjan – Côte d'Ivoire\nAbidjan, le 9 octobre 2020\n"
                    "CERTIFICAT DE TRAVAIL\n"
                    "La Direction certifie que Mme KONAN Affoué a exercé successivement les emplois suivants :\n"
                    "Femme de chambre\nmars 2009 à août 2012\nRemise en blanc des chambres ; comptage du linge.\n"
                    "Gouvernante générale\nseptembre 2012 à septembre 2020\n"
                    "Direction du service d'étages ; achats de produits d'entretien ;\nsuivi budgétaire mensuel.\n"
                    "Le contrat a pris fin par suite de la réduction d'effectif.\nAKA Jean\nDirecteur d'exploitation\n")
    assert values(document)["position.duties"] == [
        "Direction du service d'étages", "achats de produits d'entretien", "suivi budgétaire mensuel"]
    assert values(document, 1)["position.duties"] == ["Remise en blanc des chambres", "comptage du linge"]


def test_a_certificate_translated_from_spanish() -> None:
    """« Date of withdrawal », and « A quien corresponda: » that no list of tasks follows."""
    said = values(read("FLORES DEL TEQUENDAMA S.A.S.\nVereda La Punta, Tenjo (Cundinamarca), Colombia\nCERTIFIES:\nA quien corresponda:\n"
                       "That LEIDY CIFUENTES ROJAS rendered her services to this company as follows:\nDate of entry: February 22, 2016\n"
                       "Date of withdrawal: November 18, 2022\nPosition held: Agricultural Production Supervisor\n"
                       "Working day: full time, Monday to Saturday, 48 hours weekly\n"))
    assert (said["position.start_date"], said["position.end_date"]) == ("2016-02-22", "2022-11-18")
    assert "position.duties" not in said


def test_terms_of_all_positions() -> None:
    """« All positions are regular, forty-eight (48) hours per week »; a schedule of twelve associates is no hours."""
    document = read("Bughaw Department Stores, Inc.\nCebu City 6000, Philippines\nCERTIFICATE OF EMPLOYMENT\n"
                    "This certifies that RONNEL MAGBANUA is presently connected with the company and has held the positions\n"
                    "below. All positions are regular, forty-eight (48) hours per week, six days a week.\n"
                    "Position                From               To                   Basic pay\n"
                    "Sales Associate         July 8, 2013       January 15, 2016     ₱353.00 per day\n"
                    "Section Supervisor      January 16, 2016   present              ₱19,800.00 per month\n"
                    "As supervisor he keeps the weekly schedule of twelve associates.\n")
    assert [values(document, group)["position.hours_per_week"] for group in (0, 1)] == [48, 48]


def test_a_form_with_labels_in_capitals() -> None:
    """« DÉNOMINATION … », « ADRESSE DE L'INSTALLATION … », without colons."""
    said = values(read("ATTESTATION D'EMPLOI\nÀ remplir par l'employeur – remettre l'original à l'employé(e)\nA – Employeur\n"
                       "DÉNOMINATION Centre de la petite enfance Les Berges     ANNÉE DE CONSTITUTION 1998\n"
                       "ADRESSE DE L'INSTALLATION 417, rue du Quai, Rimouski (Québec) G5L 3B7     TÉLÉPHONE 418 555-0144\n"
                       "B – Personne salariée\n"
                       "NOM DE FAMILLE ET PRÉNOM Ouédraogo, Yasmine     DATE DE NAISSANCE (AAAA-MM-JJ) 1991-05-23\n"))
    assert (said["employer.name"], said["employer.place"]) == ("Centre de la petite enfance Les Berges", "Rimouski (Québec)")


def test_a_day_in_two_languages_is_no_period() -> None:
    """« 21 August 2024 / 21 août 2024 » over a letter."""
    said = values(read("WOURI BREWERIES PLC\nP.O. Box 5550, Douala, Cameroon\n21 August 2024 / 21 août 2024\nEMPLOYMENT ATTESTATION\n"
                       "The undersigned hereby attests that Mrs. Claudette FOMUNYAM is a permanent employee of this company since\n"
                       "November 2016, in the capacity of Laboratory Technician.\n"))
    assert (said["position.start_date"], said["position.end_date"], said["issued_on"]) == ("2016-11", "present", "2024-08-21")


@pytest.mark.parametrize(("foot", "title"), [
    ("Steeve Maltais-Gauthier\nDirecteur adjoint des ressources\nhumaines\n", "Directeur adjoint des ressources humaines"),
    ("Réjean Gagnière\ndirecteur des opérations | Transport Gagnière inc.\n", "directeur des opérations"),
])
def test_where_a_function_ends(foot: str, title: str) -> None:
    """It goes on in small letters below, and not behind a bar."""
    said = values(read("Nordet inc.\n310, rue Bank, Sherbrooke (Québec) J1H 1A1\nLe 4 mai 2025\nAttestation d'emploi\n"
                       f"Nous attestons que Mme Awa Sy est à notre emploi depuis le 3 mai 2021.\n{foot}"))
    assert said["signatory.title"] == title


@pytest.mark.parametrize("value", ["— (active contract)", "None, contract in force / contrato vigente", "En poste"])
def test_an_end_that_is_none(value: str) -> None:
    """What a form has where the job goes on."""
    said = values(read("Araucária Seguros S.A.\nCuritiba, Brazil\nEmployment Declaration\nEmployee     Priscila Andrade\n"
                       f"Admission date     13 May 2019\nTermination date     {value}\nCurrent role     Data Analyst\n"))
    assert said["position.end_date"] == "present"


def test_who_was_named_to_a_position() -> None:
    """« Nommé censeur des études en septembre 2019 » begins a second position; the tasks are not surely the first one's."""
    document = read("COLLÈGE LES FLAMBOYANTS\n14, rue Capois, Les Cayes (Haïti)\n"
                    "La Direction certifie que M. Jean ESTIMABLE travaille pour cet\n"
                    "établissement. Il y a d'abord été professeur de mathématiques, d'octobre 2015 à juin 2019.\n"
                    "Nommé censeur des études en septembre 2019, il exerce encore cette charge aujourd'hui.\n"
                    "Les tâches qui lui incombent à ce poste :\n• dresser l'horaire des classes\n• recevoir les parents le samedi matin\n"
                    "Les Cayes, le 26 février 2024\nMarie DORCÉLUS\nDirectrice générale\n")
    starts = {field.group: field.value for field in document.fields if field.name == "position.start_date"}
    duties = [field for field in document.fields if field.name == "position.duties"]

    assert starts == {0: "2019-09", 1: "2015-10"}
    assert [field.group for field in duties] == [0]
    assert duties[0].confidence < 0.95


def test_a_task_signs_nothing() -> None:
    """« • leading a team of six » has a word of functions, and no name above it."""
    said = values(read("Porto Ágil Ltda.\nItajaí – SC, Brazil\nDECLARATION OF EMPLOYMENT\n"
                       "We declare that Mr. Thiago Schneider worked for us as Shipping Coordinator from October 2017 to December 2022.\n"
                       "His tasks:\n• issuing packing lists\n• leading a team of six dispatchers\nItajaí, January 17th, 2023.\n"
                       "Rosane Bittencourt\nPersonnel Department Analyst\n"))
    assert said["signatory.title"] == "Personnel Department Analyst"


def test_a_label_that_says_in_what_capacity() -> None:
    """« Capacity : Ward Nurse », as Cameroon's missions write."""
    said = values(read("ST. BARNABAS MISSION CLINIC\nP.O. Box 155, Limbe, Cameroon\nCERTIFICATE OF SERVICE\n"
                       "This certifies that Mrs. TABOT Relindis was in the service of this institution as follows:\n"
                       "Capacity     : Ward Nurse\nDate of first appointment : 21st January, 2013\n"
                       "Date of cessation     : 30th July, 2021\n"))
    assert said["position.title"] == "Ward Nurse"


def test_numbered_tasks_in_one_cell() -> None:
    """« 1. Lire les plans 2. Régler les tours » of a form; the next section's letter is no bullet of theirs."""
    said = values(read("Usinage Précitek inc.\n2260, rue Sigouin, Drummondville (Québec) J2C 5R2\nATTESTATION D'EMPLOI\n"
                       "Titre du poste     Machiniste CNC\nEntrée en fonction     2022-01-10\n"
                       "Tâches     1. Lire les plans 2. Régler deux tours 3. Mesurer les pièces\nC. Déclaration de l'employeur\n"
                       "Nom du représentant     Guylaine Fortier\n"))
    assert said["position.duties"] == ["Lire les plans", "Régler deux tours", "Mesurer les pièces"]
