"""Letters worded and laid out otherwise: who signs and how, positions in sentences, addresses beside names, doubtful towns."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors.evidence import DocumentReading
from extractors.extract import extract
from tests.extractors.paper import pages

TODAY = dt.date(2026, 11, 22)
HEAD = "Transports Laval inc.\n12, rue des Pins, Granby (Québec) J2G 1A1\nGranby, le 9 octobre 2024\nATTESTATION DE TRAVAIL\n"
SAID = "Nous attestons que Monsieur Alain Koffi travaille au sein de notre entreprise comme soudeur depuis le 3 mars 2019.\n"


def read(text: str) -> DocumentReading:
    (document,) = extract(pages(text), TODAY)
    assert document.kind == "employment_letter"
    return document


def values(document: DocumentReading, group: int = 0) -> dict[str, object]:
    return {field.name: field.value for field in document.fields if field.group == group}


def sureness(document: DocumentReading, name: str) -> float:
    return next(field.confidence for field in document.fields if field.name == name)


SIGNED = (
    ("Cordialement,\nStéphanie Gaudreault, CRHA\nPartenaire d'affaires RH", "Stéphanie Gaudreault", "Partenaire d'affaires RH"),
    ("Le Responsable RH\nNadia BERRADA", "Nadia BERRADA", "Responsable RH"),
    ("Le Gérant,\nKOUADIO Yves", "KOUADIO Yves", "Gérant"),
    ("Gaston Fleury, propriétaire", "Gaston Fleury", "propriétaire"),
    ("La gérante, Eugénie Vasseur", "Eugénie Vasseur", "gérante"),
    ("Le gérant : Fethi Bouzid", "Fethi Bouzid", "gérant"),
    ("Complété par : Heather Kowalchuk, administratrice de la paie", "Heather Kowalchuk", "administratrice de la paie"),
    ("Yours faithfully,\nJignesh Thakkar\nSr. Manager (HR & Admin)", "Jignesh Thakkar", "Sr. Manager (HR & Admin)"),
    ("Dr Pierre Essomba\nDirecteur médical", "Pierre Essomba", "Directeur médical"),
)


@pytest.mark.parametrize(("end", "name", "title"), SIGNED)
def test_who_signs(end: str, name: str, title: str) -> None:
    """Name and function stand over or under each other or on one row, without article, title or letters of an order."""
    said = values(read(HEAD + SAID + "\nFait pour servir et valoir ce que de droit.\n\n" + end))
    assert (said.get("signatory.name"), said.get("signatory.title")) == (name, title)


def test_the_undersigned_signs() -> None:
    """« Je soussignée Mme X, directrice de …, atteste » names the signatory, up to the name of the firm."""
    said = values(read(HEAD + (
        "Je soussignée Mme Sonia Trabelsi, directrice de l'hébergement de la société Transports Laval, atteste que\n"
        "Mlle Rim Gharbi a travaillé comme réceptionniste du 3 mars 2019 au 5 juin 2021.\n\nSonia Trabelsi"
    )))
    assert (said["signatory.name"], said["signatory.title"]) == ("Sonia Trabelsi", "directrice de l'hébergement")
    assert said["person.name"] == "Rim Gharbi"


def test_who_signs_is_not_the_employee() -> None:
    """A title and a name alone near the end are the signature, not whom the letter is about."""
    document = read(
        "Northgate Dental Group | 310 Bank Street, Ottawa, Ontario K2P 1X9\nJune 4, 2025\nLetter of Employment\n"
        "Ngozi Adeleke was hired on January 14, 2019 as a Dental Receptionist.\n\nRegards,\n\nDr. Malcolm Ferris\nOwner"
    )
    said = values(document)
    assert (said["person.name"], said["signatory.name"], said["employer.name"]) == (
        "Ngozi Adeleke", "Malcolm Ferris", "Northgate Dental Group")


def test_a_promotion_gives_two_positions() -> None:
    """Hired on a day as one thing and promoted to another on a later day: the later is the current position."""
    document = read(HEAD + (
        "Ngozi Adeleke was hired on January 14, 2019 as a Dental Receptionist and was promoted to Office Coordinator\n"
        "on March 1, 2021, a position she continues to hold. Her current hourly wage is $27.40."
    ))
    latest, first = values(document), values(document, 1)
    assert (latest["position.title"], latest["position.start_date"], latest["position.end_date"]) == (
        "Office Coordinator", "2021-03-01", "present")
    assert (first["position.title"], first["position.start_date"]) == ("Dental Receptionist", "2019-01-14")


def test_a_position_a_sentence() -> None:
    """Part time until a day, full time in another job since: each sentence keeps its title, hours and pay."""
    document = read(HEAD + (
        "Je confirme que Jhonatan Restrepo Gil travaille dans notre commerce. Il a été commis d'épicerie à temps partiel,\n"
        "20 heures par semaine, du 4 septembre 2021 au 30 avril 2023. Depuis le 1er mai 2023, il est boucher à temps plein,\n"
        "39 heures par semaine, au taux de 23,10 $ de l'heure."
    ))
    latest, first = values(document), values(document, 1)
    assert (latest["position.title"], latest["position.hours_per_week"], latest["position.full_time"]) == ("boucher", 39, True)
    assert latest["position.salary"] == {"amount": 23.1, "currency": "CAD", "period": "hour"}
    assert (first["position.title"], first["position.end_date"], first["position.full_time"]) == (
        "commis d'épicerie", "2023-04-30", False)


def test_positions_by_turns_in_one_sentence() -> None:
    """« du … au … en qualité de P1 puis du … au … en qualité de P2 » are two positions."""
    document = read(HEAD + (
        "Nous certifions avoir employé M. DIALLO Thierno du 02/05/2017 au 31/08/2018 en qualité de plongeur puis du\n"
        "01/09/2018 au 15/03/2021 en qualité de commis de cuisine."
    ))
    assert (values(document)["position.title"], values(document, 1)["position.title"]) == ("commis de cuisine", "plongeur")


def test_rows_of_a_narrow_table_are_cut_at_their_dates() -> None:
    """A row whose cells ran together still gives title, start and end."""
    document = read(HEAD + (
        "Positions held:\n"
        "Position            From              To\n"
        "Enrolled Nurse 4 January 2016 30 June 2019\n"
        "Ward Sister         1 July 2019       30 April 2024\n"
    ))
    assert (values(document, 1)["position.title"], values(document, 1)["position.end_date"]) == ("Enrolled Nurse", "2019-06-30")


def test_hours_are_not_what_pay_is_for() -> None:
    """« 450 000 FCFA pour un horaire de 40 heures » is a month's pay where a month is said before."""
    said = values(read(
        "TERANGA DIGITAL SA\nRue 12, Médina, Dakar, Sénégal\nAttestation de travail\n"
        "Nous certifions que Monsieur Cheikh Mbaye est employé depuis le 2 novembre 2020 en tant que développeur web.\n"
        "Il perçoit un salaire mensuel brut de 450 000 FCFA pour un horaire de 40 heures par semaine."
    ))
    assert said["position.salary"] == {"amount": 450000, "currency": "XOF", "period": "month"}


def test_the_date_of_another_letter_is_not_the_papers() -> None:
    """« your resignation dated … » is no date of issue."""
    said = values(read(
        "Meridian Textiles Ltd., Plot 18, GIDC Estate, Surat 394230, Gujarat, India\n15/06/2021\nSub: Relieving letter\n"
        "Dear Ms. Pooja Desai,\nThis has reference to your resignation dated 14/05/2021. You are relieved from your duties as\n"
        "Quality Control Inspector at the close of working hours of 14th June 2021. You joined the company on 1st April 2016."
    ))
    assert (said["issued_on"], said["position.end_date"]) == ("2021-06-15", "2021-06-14")
    assert said["employer.name"] == "Meridian Textiles Ltd."


def test_what_someone_is_since_a_day() -> None:
    """« Mme X est technicienne … à notre clinique depuis » gives name and title; a leave is no period of the job."""
    said = values(read(
        "Clinique des Deux-Rives\n455, boul. Laurier, Québec (Québec) G1V 2L8\nQuébec, le 5 juin 2024\nObjet : Lettre d'emploi\n"
        "Sofía Herrera Luna est technicienne en santé animale à notre clinique depuis le 13 janvier 2020. Elle a été en congé\n"
        "de maternité du 4 avril 2022 au 3 avril 2023. Elle travaille 36 heures par semaine."
    ))
    assert (said["person.name"], said["position.title"]) == ("Sofía Herrera Luna", "technicienne en santé animale")
    assert (said["position.start_date"], said["position.end_date"]) == ("2020-01-13", "present")


def test_a_title_ends_at_its_firm() -> None:
    """"a Baker at Golden Maple Bakery" is a baker."""
    said = values(read(
        "Golden Maple Bakery Ltd.\n88 Kingsway, Vancouver, BC V5T 3J2\nEmployment Letter\n"
        "This letter confirms that Thanh Huong Le has been employed as a Baker at Golden Maple Bakery Ltd. since May 3, 2021."
    ))
    assert said["position.title"] == "Baker"


def test_the_name_of_a_town_alone_tells_no_country_surely() -> None:
    """A town's name is borne by other towns: with nothing else to tell the country, it is not sure."""
    document = read("COMPTOIR DU PORT SA\nRue 12, Dakar\nAttestation de travail\n" + SAID)
    assert values(document)["employer.country"] == "SN"
    assert sureness(document, "employer.country") < 0.95


def test_where_someone_was_born_is_not_where_the_firm_is() -> None:
    """A town in a row about the birth is no place of the employer."""
    said = values(read(
        "EURL TRANSIMED LOGISTIQUE\nCité 1200 logements, Bab Ezzouar, Alger\nCERTIFICAT DE TRAVAIL\n"
        "Nous certifions que M. MEZIANE Sofiane, né le 27 avril 1990 à Tizi Ouzou,\n"
        "a exercé les fonctions de chauffeur poids lourd du 15 janvier 2015 au 31 août 2021.\nFait à Alger, le 5 septembre 2021"
    ))
    assert "Tizi" not in str(said.get("employer.place"))


def test_a_number_of_hours_is_not_a_numbered_label() -> None:
    """« 48 heures par semaine » is a value, not field 48 of a form."""
    said = values(read(HEAD + SAID + "Régime de travail    48 heures par semaine\nDernier salaire net    1 150,00 $ / mois\n"))
    assert said["position.hours_per_week"] == 48


KINDS = (
    "RE: Verification of Employment\nAna Lim has been employed with us since 05/08/2020.",
    "CERTIFICATION\nThis certifies that Mr. Jerome Bautista has been connected with this company as Operator since March 2015.",
    "OBJET : Expérience de travail de Madame Joy Ramos\nÀ qui de droit,\nJ'ai embauché Madame Joy Ramos le 6 juin 2022 comme aide.",
    "À qui de droit,\nMadame Awa Barry a commencé à travailler à notre garderie le 22 août 2023. Elle fait 35 heures chaque semaine.",
)


@pytest.mark.parametrize("text", KINDS)
def test_letters_without_the_usual_title(text: str) -> None:
    """A letter on work done is one whatever it calls itself."""
    assert read(text).kind == "employment_letter"
