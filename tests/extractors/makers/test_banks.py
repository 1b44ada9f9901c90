"""Papers of banks, works and bakeries, and of the schools that trained for them, as their clerks word them."""

from __future__ import annotations

import pytest

from extractors.extract import extract
from extractors.fields.when.dates import find_dates
from extractors.fields.when.periods import find_periods
from tests.extractors.makers.test_offices import LETTER, LETTER_EN
from tests.extractors.paper import TODAY, pages, read, values


@pytest.mark.parametrize("text", ["octobre 2022 a ce jour machiniste", "2022-10-03 a ce jour", "01/10/2022 a aujourd'hui\tcommis"])
def test_a_period_to_this_day_by_itself(text: str) -> None:
    """Without « du » before it: a cell of a table."""
    ((period,),) = ([*find_periods(text, find_dates(text))],)
    assert period.start is not None
    assert (period.start.value[:7], period.end, period.now is not None) == ("2022-10", None, True)


def test_the_row_of_a_table_that_goes_on_to_this_day() -> None:
    """The position of today is not lost, nor are its tasks given to the one before."""
    document = read("Usinage Abitek inc.\n2205, 3e Avenue Est, Amos (Québec) J9T 2L8\nRELEVÉ DES EMPLOIS OCCUPÉS\n"
                    "Salarié     Abdou Sissoko\n"
                    "Période     Fonction     Horaire     Salaire\n"
                    "2017-11-06 au 2019-06-28     Journalier d'atelier     40 h/sem.     18,75 $/h\n"
                    "2019-07-01 au 2022-09-30     Opérateur de tour     40 h/sem.     24,10 $/h\n"
                    "2022-10-03 à ce jour     Machiniste     42,5 h/sem.     31,60 $/h\n"
                    "Certifié exact par :     Date : 2024-05-14\nLuc Trottier\n")
    told = {field.value: field.group for field in document.fields if field.name == "position.title"}
    now = values(document, told["Machiniste"])
    assert len(told) == 3
    assert (now["position.start_date"], now["position.end_date"], now["position.hours_per_week"]) == ("2022-10-03", "present", 42.5)


def test_a_contract_that_took_effect() -> None:
    """Not on the day it was signed."""
    said = values(read(LETTER.format(said="Mme Awa Sy est liée à notre établissement par un contrat à durée indéterminée signé le "
                                          "27 janvier 2016 et prenant effet au 1er février 2016. Elle est à ce jour en poste à "
                                          "l'agence, où elle assure la fonction de gestionnaire de portefeuille.")))
    assert (said["position.start_date"], said["position.end_date"]) == ("2016-02-01", "present")


def test_the_job_that_someone_has_today() -> None:
    """« …, the job he has today. »: it goes on."""
    document = read(LETTER_EN.format(said=(
        "Mr. Luc Roy first joined us as a Quality Analyst in February 2019 and stayed in that role until August 2021.\n"
        "In September 2021 he was promoted to Senior Test Engineer, the job he has today.")))
    jobs = [values(document, group) for group in (0, 1)]
    assert {(one["position.title"], one["position.end_date"]) for one in jobs} == {
        ("Senior Test Engineer", "present"), ("Quality Analyst", "2021-08")}


def test_lists_of_tasks_that_number_their_position() -> None:
    """« Sommaire des tâches, emploi 2 »: of the second row of the table, which is the latest job."""
    document = read("Résidence Hautes-Rivières\n80, boulevard de l'Aréna, Maniwaki (Québec) J9E 2C4\nATTESTATION D'EMPLOI\n"
                    "Nom de la personne salariée     RUIZ, Ana\n"
                    "Titre d'emploi     Statut     Du     Au     Heures / sem.\n"
                    "Préposée aux bénéficiaires     Temps partiel     2019-06-17     2022-01-08     28,00\n"
                    "Infirmière auxiliaire     Temps complet     2022-01-09     en cours     36,25\n"
                    "Sommaire des tâches, emploi 1\n• Aide les résidents à se laver\n• Assiste les transferts\n"
                    "Sommaire des tâches, emploi 2\n• Administre les médicaments\n• Prodigue les soins de plaies\n")
    told = {field.group: field.value for field in document.fields if field.name == "position.duties"}
    titles = {field.value: field.group for field in document.fields if field.name == "position.title"}
    assert told[titles["Préposée aux bénéficiaires"]] == ["Aide les résidents à se laver", "Assiste les transferts"]
    assert told[titles["Infirmière auxiliaire"]] == ["Administre les médicaments", "Prodigue les soins de plaies"]


def test_lists_of_tasks_that_name_their_position() -> None:
    """« Comme machiniste »: of the table's row whose title has the word."""
    document = read("Usinage du Gouffre inc.\n88, rang Saint-Laurent, Baie-Saint-Paul (Québec) G3Z 1K9\nATTESTATION D'EMPLOI\n"
                    "Salarié     Luis Casas\nFonction     Du     Au     Heures / sem.\n"
                    "Chef d'équipe, atelier CNC     2023-10-02     aujourd'hui     42\n"
                    "Machiniste CNC     2020-06-15     2023-10-01     40\n"
                    "Comme chef d'équipe\n• Répartir les bons de travail\n• Approuver les premières pièces\n"
                    "Comme machiniste\n• Régler des centres d'usinage\n• Lire les plans\n")
    told = {field.group: field.value for field in document.fields if field.name == "position.duties"}
    titles = {field.value: field.group for field in document.fields if field.name == "position.title"}
    assert told[titles["Chef d'équipe, atelier CNC"]] == ["Répartir les bons de travail", "Approuver les premières pièces"]
    assert told[titles["Machiniste CNC"]] == ["Régler des centres d'usinage", "Lire les plans"]


def test_who_was_named_the_best_has_no_second_job() -> None:
    """« He was named best subject teacher of the division in May 2018. »: no position that ends with the letter's pay."""
    document = read(LETTER_EN.format(said=(
        "Mr. Emmanuel Tabe served this institution as a teacher of Physics from 5th September 2012 until 30th July 2021.\n"
        "His last monthly gross pay stood at XAF 168,000. He was named best subject teacher of the division in May 2018.")))
    said = values(document)
    assert {field.group for field in document.fields} == {0}
    assert (said["position.start_date"], said["position.end_date"]) == ("2012-09-05", "2021-07-30")


def test_what_was_promised_is_no_title() -> None:
    """« Voici, comme promis, … »; and the last day at work ends the job, be it « journée »."""
    said = values(read("Objet : lettre\nBonjour Luis,\nVoici, comme promis, le texte que tu peux remettre à ta conseillère.\n"
                       "Les Viandes Clair-Lac ltée confirment que monsieur Luis Batac a occupé un poste d'ouvrier à la découpe.\n"
                       "Il est entré à l'usine en mai 2021 et sa dernière journée de travail a été le 22 décembre 2023.\n"
                       "Sandrine Roy\nPartenaire d'affaires RH\nLes Viandes Clair-Lac ltée\n"))
    assert said["position.end_date"] == "2023-12-22"
    assert said.get("position.title") in (None, "ouvrier à la découpe")


def test_what_ran_from_one_month_to_another_is_no_job() -> None:
    """« The longest project she served … ran from … »: she was on the staff for longer."""
    said = values(read(LETTER_EN.format(said=(
        "Mrs. Ines Roy was on our staff between 13 February 2017 and 28 February 2023 as Software Test Engineer.\n"
        "The longest project she served, a portal for a rail operator, ran from June 2019 to April 2021; another runs until March 2026."))))
    assert (said["position.start_date"], said["position.end_date"]) == ("2017-02-13", "2023-02-28")


def test_who_neither_resigned_nor_is_dismissed_is_still_there() -> None:
    """« il n'est ni démissionnaire, ni en cours de licenciement »."""
    said = values(read(LETTER.format(said=(
        "M. Tiago Roy est salarié de l'établissement depuis le 22 juin 2020 comme chef de partie.\n"
        "À la date de la présente, il n'est ni démissionnaire, ni en cours de licenciement, et n'est plus en période d'essai."))))
    assert (said["position.start_date"], said["position.end_date"]) == ("2020-06-22", "present")


def test_the_county_of_an_irish_town() -> None:
    """« Co. Mayo » tells the country."""
    said = values(read("The Copper Hearth\nShop Street · Westport, Co. Mayo\n3rd September 2020\nTo whom it may concern,\n"
                       "Ms. Ana Ruiz worked with us as a pastry baker from May 2018 until March 2020.\nConcepta Gavin\nProprietor\n"))
    assert said["employer.country"] == "IE"


def test_a_legal_name_under_its_section() -> None:
    """« 1 Employeur » over « Raison sociale Buanderie … »: the label is no part of the name."""
    said = values(read("Attestation d'expérience de travail     Formulaire AET-3\n1 Employeur\n"
                       "Raison sociale Buanderie Blanc-Sapin ltée     Secteur d'activité Blanchissage\n"
                       "Adresse 960, boul. Talbot     Municipalité Saguenay     Code postal G7H 4B5\n"
                       "2 Personne employée\nNom et prénom RUIZ, Ana\n3 Emploi\nTitre de l'emploi Préposée à la buanderie\n"
                       "Du (aaaa-mm-jj) 2020-03-16     Au (aaaa-mm-jj) 2021-12-17\n"))
    assert said["employer.name"] == "Buanderie Blanc-Sapin ltée"


def test_when_studies_ended_is_not_the_award() -> None:
    """« Études terminées le … » on a Québec diploma that has one more date, and its number in groups."""
    said = values(read("Ministère de l'Éducation\nQuébec\nDiplôme d'études professionnelles\nLe ministre de l'Éducation décerne à\n"
                       "Ana Ruiz\nné le 1996-01-23\nce diplôme attestant la réussite du programme\nSoudage-montage\n"
                       "Études terminées le 2022-06-17\nFait à Québec, le 2022-08-24     N° P0 884 217\n"))
    assert (said["study.end_date"], said["conferred_on"], said["reference"]) == ("2022-06-17", "2022-08-24", "P0 884 217")
    assert "issued_on" not in said


def test_a_region_in_a_schools_name_tells_its_country_in_doubt() -> None:
    """« Université du Bas-Richelieu », where nothing else names a country."""
    document = read("UNIVERSITÉ DU BAS-RICHELIEU\nfont savoir que\nAna Ruiz\nayant satisfait aux exigences du règlement, a obtenu le\n"
                    "DIPLÔME D'ÉTUDES SUPÉRIEURES SPÉCIALISÉES\nen gestion\nGrade conféré à la collation du 12 juin 2021\n")
    (country,) = (field for field in document.fields if field.name == "institution.country")
    assert country.value == "CA-QC"
    assert country.confidence < 0.95


@pytest.mark.parametrize("label", ["Date of Confirmation", "Current Designation Code", "Present Address"])
def test_the_label_below_a_start_is_no_end(label: str) -> None:
    """« Date of Joining : 17-Dec-2018 » over a label that begins with « Date »: who was relieved is not there to this day."""
    said = values(read("Vistara Infosystems\nDate: 05-Aug-2022\nRELIEVING LETTER\nDear Karthik Raman,\n"
                       "We inform you that you stand relieved from the services of Vistara Infosystems Private Limited,\n"
                       "Bengaluru, at the close of working hours on 05-Aug-2022.\n"
                       f"Date of Joining : 17-Dec-2018\n{label} : 17-Jun-2019\nLast Designation : Test Engineer\n"
                       "For Vistara Infosystems Private Limited\nDeepa Rao\nManager, Human Resources\n"))
    assert said["position.start_date"] == "2018-12-17"
    assert said.get("position.end_date") == "2022-08-05"


def test_pay_that_an_optical_reader_parted_at_its_mark() -> None:
    """« 16, 25 $ » is not 25 dollars."""
    letter = LETTER.format(said="Mme Awa Sy est aide-cuisinière chez nous depuis le 3 mai 2021. Salaire : 16, 25 $ de l'heure.")
    (document,) = extract(pages(letter, source="ocr"), TODAY)
    assert values(document)["position.salary"] == {"amount": 16.25, "currency": "CAD", "period": "hour"}


def test_a_title_that_ends_with_its_row_as_an_optical_reader_has_it() -> None:
    """« d’'études »: a mark too many, and the sentence goes on below. It stopped the whole paper from being read."""
    said = values(read("UNIVERSITÉ MONTCALM\nconfère à\nLudivine Charpentier\nle\n"
                       "Diplôme d’'études supérieures spécialisées en administration scolaire\n"
                       "avec tous les droits, honneurs et privilèges\nFait à Gatineau, le 24 août 2023\n"))
    assert (said["credential.field"], said["conferred_on"]) == ("administration scolaire", "2023-08-24")


def test_a_school_that_goes_on_in_spanish() -> None:
    """« Universidad Autónoma / del Papaloapan Bajo »."""
    said = values(read("Universidad Autónoma\ndel Papaloapan Bajo\nEstados Unidos Mexicanos\notorga a la ciudadana\n"
                       "Itzel Carrasco Betanzos\n"
                       "el título de\nLicenciada en Enfermería\nDado en la ciudad de Tuxtepec, Oaxaca, el 4 de noviembre de 2016\n"))
    assert said["institution.name"] == "Universidad Autónoma del Papaloapan Bajo"


def test_a_formula_of_witness_is_no_field() -> None:
    """« Enfermera / en testimonio de ello … »."""
    said = values(read("República de Colombia\nCorporación Universitaria del Río Cauca\nen atención a que\nPaola Caicedo Mosquera\n"
                       "cumplió los requisitos exigidos por los reglamentos, le confiere el título de\nEnfermera\n"
                       "en testimonio de ello otorga el presente\nDIPLOMA\nen Cali, el 7 de diciembre de 2017\n"))
    assert "credential.field" not in said


def test_a_first_name_behind_its_label_in_the_surnames_cell() -> None:
    """« Nom », and in the next cell « MEKONNEN Prénom : Selamawit »."""
    said = values(read("TCF Canada\nATTESTATION DE RÉSULTATS\nNom     MEKONNEN Prénom : Selamawit\n"
                       "Date de naissance     21/10/1993\nNuméro de candidat     251033-0044182\nDate de passation     11/06/2024\n"
                       "Compréhension de l'oral     531 / 699     C1     9\nFait à Sèvres, le 04/07/2024\n"))
    assert said["person.name"] == "Selamawit MEKONNEN"


def test_the_levels_of_a_skill_in_rows_below_its_score() -> None:
    """Until the next skill begins; one that was not sat has none."""
    said = values(read("TCF pour le Québec\nAttestation n° 24-TQ-331555\nIl est attesté que Monsieur Brice KAMGA, né le 3 novembre 1991,\n"
                       "a passé les épreuves ci-dessous à Yaoundé le 14 mars 2024.\n"
                       "Compréhension orale     score 532 (100 à 699)\nNiveau du Cadre européen     C1\nÉchelle québécoise     niveau 9\n"
                       "Compréhension écrite     score 471 (100 à 699)\nNiveau du Cadre européen     B2\nÉchelle québécoise     niveau 8\n"
                       "L'épreuve d'expression écrite n'a pas été présentée par le candidat.\n"))
    assert [said[f"{skill}.{sort}"] for skill in ("listening", "reading") for sort in ("score", "cefr", "quebec_level")] == [
        532, "C1", 9, 471, "B2", 8]
    assert not any(name.startswith(("speaking", "writing")) for name in said)
