"""One position, as sentences and labels of many countries tell it: title, start, end. What only looks like it gives nothing."""

from __future__ import annotations

import pytest

from extractors.kinds.jobs.ongoing import goes_on
from extractors.paper import read_paper
from tests.extractors.letters.reading import letter, positions
from tests.extractors.paper import pages

SINGLE = (
    ("Mme Sarr a presté dans notre maison du 3 mai 2019 au 7 juin 2021 comme vendeuse.", "vendeuse", "2019-05-03", "2021-06-07"),
    ("Mme Sarr occupe un emploi de commis-comptable au sein de notre entreprise depuis le 14 avril 2021.",
     "commis-comptable", "2021-04-14", "present"),
    ("Engagée le 7 septembre 2021, Mme Sarr détient le titre d'infirmière auxiliaire, poste régulier.",
     "infirmière auxiliaire", "2021-09-07", "present"),
    ("M. Sow a œuvré à titre de professeur de physique au niveau secondaire du 2 mai 2014 au 3 juin 2019.",
     "professeur de physique au niveau secondaire", "2014-05-02", "2019-06-03"),
    ("M. Sow, recruté le 4 mai 2016, est présent à son poste de contrôleur qualité à notre usine à ce jour.",
     "contrôleur qualité", "2016-05-04", "present"),
    ("Mme Sarr a exercé la charge de SUPERVISEURE DE PRODUCTION, du 1er mars 2011 au 16 août 2019.",
     "SUPERVISEURE DE PRODUCTION", "2011-03-01", "2019-08-16"),
    ("Mme Petit, aide-soignante de classe normale, est employée dans l'établissement depuis le 1er mars 2015.",
     "aide-soignante de classe normale", "2015-03-01", "present"),
    ("M. Roy a travaillé sur notre ferme comme ouvrier agricole pour la saison, du 24 avril au 10 novembre 2023.",
     "ouvrier agricole", "2023-04-24", "2023-11-10"),
    ("M. Roy a pris service le 3 mai 2012 en qualité de greffier et est en activité à ce jour.", "greffier", "2012-05-03", "present"),
    ("M. Roy a été occupé en nos services du 4 mai 2015 au 31 décembre 2020.\nFonction : magasinier",
     "magasinier", "2015-05-04", "2020-12-31"),
    ("M. Roy travaille pour notre entreprise depuis le 6 janvier 2020. Titre : Analyste en assurance qualité. Statut : permanent.",
     "Analyste en assurance qualité", "2020-01-06", "present"),
    ("M. Roy a été chef de projet du 3 mai 2012 au 5 juin 2014 dans notre entreprise.", "chef de projet", "2012-05-03", "2014-06-05"),
    ("Arjun has been part of our kitchen since May 2022 and has worked as sous-chef ever since.", "sous-chef", "2022-05", "present"),
    ("Ms. Reyes was employed with us from March 5, 2015 up to June 30, 2020. Her last position was Guest Relations Officer.",
     "Guest Relations Officer", "2015-03-05", "2020-06-30"),
    ("Mr. Rao has been employed at our firm since October 1, 2012 and continues to work with us as Civil Engineer.",
     "Civil Engineer", "2012-10-01", "present"),
    ("Mr. Rao worked for this company from 12/05/2013 to 30/11/2019, in the function of Warehouse Supervisor.",
     "Warehouse Supervisor", "2013-05-12", "2019-11-30"),
    ("Mr. Rao is employed as a full-time, permanent baker since 5 May 2016.", "baker", "2016-05-05", "present"),
    ("Ms. Lim is a bona fide employee of our mall.\nPosition : Team Leader\nDate Hired : October 28, 2019",
     "Team Leader", "2019-10-28", "present"),
    ("Mr. Rao was employed with Zen Infotech Pvt. Ltd., Pune from 4th June 2012 to 30th September 2019 as Team Lead.",
     "Team Lead", "2012-06-04", "2019-09-30"),
    ("Mr. Gill is employed with us in the capacity of Inventory Clerk. Start date: 01/23/2023. His employment is ongoing.",
     "Inventory Clerk", "2023-01-23", "present"),
    ("Ms. Lim is an employee of our hospital.\nPosition Title    Staff Nurse\nInclusive Dates    June 16, 2014 - May 31, 2021",
     "Staff Nurse", "2014-06-16", "2021-05-31"),
    ("Mr. Rao began his employment with our firm on May 4, 2009 as a Dispatcher. His last day, July 2, 2021, was a holiday.",
     "Dispatcher", "2009-05-04", "2021-07-02"),
)


@pytest.mark.parametrize(("text", "title", "start", "end"), SINGLE)
def test_one_position(text: str, title: str, start: str, end: str) -> None:
    """Each wording gives the title, the start and the end that it says."""
    (said,) = positions(letter("Attestation d'emploi / Letter of employment\n" + text))
    assert (said.get("title"), said.get("start_date"), said.get("end_date")) == (title, start, end)


NO_TITLE = (
    "Je soussigné, Paul Roy, en qualité de directeur des opérations, certifie que M. Sow travaille chez nous depuis le 3 mai 2019.",
    "I, Ann Moss, in my capacity as payroll manager of the firm, hereby certify that Mr. Sow works for us since 3 May 2019.",
    "M. Sow, titulaire d'un permis de conduire, est employé chez nous depuis le 3 mai 2019.",
    "Mr. Sow has worked for us since 3 May 2019. His last monthly salary was USD 2,800.",
    "M. Sow travaille chez nous depuis le 3 mai 2019 comme suit :",
    "Mr. Sow is an employee of our firm since 3 May 2019 as a valued member of the team.",
)


@pytest.mark.parametrize("text", NO_TITLE)
def test_no_title(text: str) -> None:
    """Who signs, what was only tried, what someone holds or earns is no title of the position."""
    assert [said["title"] for said in positions(letter("Attestation d'emploi\n" + text)) if "title" in said] == []


def test_what_was_only_tried_is_no_sure_title() -> None:
    """A person looks whether it is one."""
    document = letter("Attestation d'emploi\nMr. Sow has worked for us since 3 May 2019. He was first taken on as a dishwasher during a "
                      "one-week trial.")
    assert all(field.confidence < 0.95 for field in document.fields if field.name == "position.title")


def test_two_columns_are_two_texts() -> None:
    """A title is not read from one column of a bilingual letter into the other."""
    said = positions(letter(
        "Attestation d'emploi                              Proof of employment\n"
        "Mme Lise Roy est à notre service depuis           Ms. Lise Roy has been in our employ since\n"
        "le 2 août 2022 comme mécanicienne                 August 2, 2022 as a fish plant\n"
        "d'usine de poisson.                               mechanic."
    ))
    assert all("title" not in job for job in said)


GONE = (
    "Mme Sarr a été embauchée le 3 mai 2019 comme vendeuse. Elle a quitté son emploi de son plein gré.",
    "Mme Sarr est entrée en service le 3 mai 2019 comme vendeuse. Au moment de son départ, elle était appréciée.",
    "Mr. Rao was hired on May 3, 2019 as a cook. He resigned for personal reasons.",
    "Mr. Rao joined us on May 3, 2019 as a cook. He is no longer with us and works in another city.",
    "Our former employee Mr. Rao was hired on May 3, 2019 as a cook.",
    "Mme Sarr a travaillé chez nous comme vendeuse dès le 3 mai 2019. Elle est ponctuelle.",
)


@pytest.mark.parametrize("text", GONE)
def test_who_left_is_not_present(text: str) -> None:
    """Where someone left, or the past is told, no end is concluded."""
    assert all("end_date" not in said for said in positions(letter("Attestation d'emploi\n" + text)))


def test_what_is_concluded_is_doubted() -> None:
    """That a labelled start goes on, only because pay and status stand in the present, is concluded and doubted."""
    now = goes_on(read_paper(pages("Notre employé : Ali Sow\nDate d'embauche : 3 mai 2019\nStatut : permanent\nPoste : soudeur")), None)
    assert now is not None
    assert (now.value, now.pattern) == ("present", "inferred")
    assert now.doubts


def test_dates_of_something_else_are_no_bounds() -> None:
    """A birth, a card, a project, a certificate of the house and a contract's signature bound no position."""
    (said,) = positions(letter(
        "Attestation d'emploi\nNous confirmons que M. Roy, né le 3 mai 1985, travaille chez nous comme soudeur depuis le 4 juin 2018.\n"
        "Il a été affecté au chantier du Pont Neuf du 4 mai 2020 au 6 juin 2021. Notre maison, fondée en 1975, est certifiée ISO 9001\n"
        "depuis le 12 mai 2012. Le contrat a été signé le 20 mai 2018."
    ))
    assert (said["start_date"], said["end_date"]) == ("2018-06-04", "present")


def test_the_last_of_two_designations() -> None:
    """Of a designation at joining and one at leaving the later is the title, and the two are never joined."""
    (said,) = positions(letter(
        "Relieving letter\nThis is to certify that Mr. Rao was employed with us from 4th June 2012 to 30th September 2019.\n"
        "You joined as Trainee Engineer and your designation at the time of leaving was Senior Test Engineer."
    ))
    assert said["title"] == "Senior Test Engineer"


STILL = (
    "Mme Sarr occupe depuis le 3 mai 2019 un poste de cuisinière. Elle a un permis de travail valide jusqu'au 30 avril 2027.",
    "Mme Sarr est salariée chez nous depuis le 3 mai 2019 comme cuisinière et n'est pas en cours de procédure de licenciement.",
    "Ms. Sarr is employed here as a cook since May 3, 2019; her probation ended on August 3, 2019.",
)


@pytest.mark.parametrize("text", STILL)
def test_other_ends_do_not_end_a_job(text: str) -> None:
    """Of a permit, of a procedure that there is not, of a probation."""
    (job,) = positions(letter("Attestation d'emploi / Employment letter\n" + text))
    assert (job["start_date"], job["end_date"]) == ("2019-05-03", "present")


def test_the_certificate_of_article_84() -> None:
    """Québec's form asks for the nature of the job, and when its functions began and ended."""
    (job,) = positions(letter(
        "CERTIFICAT DE TRAVAIL\n(article 84 de la Loi sur les normes du travail)\n"
        "Nom de l'employeur                   Transport Gélinas ltée\nNom du salarié                       Oleksandr Pavlenko\n"
        "Nature de l'emploi                   Chauffeur de camion lourd\n"
        "Début de l'exercice des fonctions    16 mai 2022\nFin de l'exercice des fonctions      27 février 2026\n"
        "En foi de quoi j'ai signé à Rouyn-Noranda, le 6 mars 2026.\n"))
    assert (job["title"], job["start_date"], job["end_date"]) == ("Chauffeur de camion lourd", "2022-05-16", "2026-02-27")


def test_labels_and_values_by_turns() -> None:
    """Two labels with their values in a row are no heads of a table."""
    (job,) = positions(letter(
        "Mines de Kasonta SA\nATTESTATION DE SERVICES\nNous certifions que M. Kabongo Trésor a travaillé chez nous.\n"
        "Fonction            Géologue de mine      Département        Géologie\n"
        "Date d'engagement   19/03/2012            Fin des services   28/02/2021\nFait à Kolwezi, le 12 mars 2021\n"))
    assert (job["title"], job["start_date"]) == ("Géologue de mine", "2012-03-19")


def test_a_share_of_a_week_is_no_number_of_hours() -> None:
    """« à temps partiel (60 %) »."""
    (job,) = positions(letter("Certificat de travail\nMme Ana Sarr travaille chez nous depuis le 3 mai 2019"
                              " comme aide à temps partiel (60 %)."))
    assert "hours_per_week" not in job
    assert job["full_time"] is False


def test_months_of_one_year() -> None:
    """« de mai à octobre 2021 »: the year is told once."""
    (job,) = positions(letter("Attestation d'emploi\nMme Ana Sarr a travaillé chez nous comme cuisinière de mai à octobre 2021."))
    assert (job["start_date"], job["end_date"]) == ("2021-05", "2021-10")


def test_a_title_in_quotation_marks() -> None:
    """The marks are none of it, and end it."""
    (job,) = positions(letter("Experience letter\nMr. Nikhil Rao worked with us from 16 October 2018 to 31 July 2024. His designation at"
                              " the time of leaving was “Senior CNC Programmer” in the machine shop."))
    assert job["title"] == "Senior CNC Programmer"


def test_a_titles_number_is_no_part_of_it() -> None:
    """« Préposé aux bénéficiaires (3480) », as health establishments print it."""
    (job,) = positions(letter("Attestation d'emploi\nNom, prénom         NKOULOU, Arsène\n"
                              "Titre d'emploi      Préposé aux bénéficiaires (3480)\n"
                              "Date d'embauche     2022-03-21\nL'employé est toujours en fonction.\n"))
    assert job["title"] == "Préposé aux bénéficiaires"


def test_what_someone_is_paid_is_the_pay_not_what_comes_on_top() -> None:
    """« he is paid for 44 hours in a normal week, at $36.50 an hour. On top of that … $45 a day »."""
    (job,) = positions(letter("Employment letter\nRedwillow Drywall Ltd.\nPonoka, AB T4J 1R8\n"
                              "Rey Cruz has worked with us as a taper since May 24, 2022. He is paid for 44 hours in a normal week, at\n"
                              "$36.50 an hour. On top of that he gets 6% vacation pay and $45 a day when we are away.\n"))
    assert (job["hours_per_week"], job["salary"]["amount"], job["salary"]["period"]) == (44, 36.5, "hour")
