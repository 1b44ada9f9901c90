"""Letters that tell in sentences of several positions, as makers of papers wrote them."""

from __future__ import annotations

import pytest

from tests.extractors.paper import read, values

FRENCH = ("Nordet inc.\n310, rue Bank, Sherbrooke (Québec) J1H 1A1\nLe 4 mai 2025\nAttestation d'emploi\nÀ qui de droit,\n"
          "{said}\nCordialement,\nAna Ruiz\nDirectrice\n")
ENGLISH = ("Northwharf Inc.\n90 Albert Street, Ottawa, Ontario K1P 5E7\nMay 4, 2025\nTo whom it may concern:\n{said}\nSincerely,\n"
           "Ana Ruiz\nManager\n")


@pytest.mark.parametrize(("frame", "said", "first", "second"), [
    (FRENCH,
     ("M. Luc Roy fait partie de notre équipe depuis bientôt cinq ans. Il a été embauché comme commis de cuisine au Bistro du Quai\n"
     "le 14 mai 2021, fonction qu'il a exercée jusqu'au 30 octobre 2022. Le 31 octobre 2022, nous lui avons confié le poste de\n"
     "sous-chef de cuisine, qu'il occupe toujours à l'heure actuelle."),
     ("commis de cuisine", "2021-05-14", "2022-10-30"), ("sous-chef de cuisine", "2022-10-31", "present")),
    (FRENCH,
     ("Mme Awa Sy est à l'emploi de notre établissement depuis le 14 octobre 2019. Elle a d'abord été engagée comme aide de service,\n"
     "qu'elle a occupé jusqu'au 5 septembre 2020. Après sa formation, elle a obtenu le 6 septembre 2020 un poste de préposée aux\n"
     "bénéficiaires, poste qu'elle détient toujours à ce jour."),
     ("aide de service", "2019-10-14", "2020-09-05"), ("préposée aux bénéficiaires", "2020-09-06", "present")),
    (FRENCH,
     ("Edwin Xol est arrivé du Guatemala le 6 avril 2019 et a commencé chez nous le 8 avril 2019 comme ouvrier agricole. Cette première\n"
     "période s'est terminée le 31 mars 2022. Il est donc gérant de troupeau laitier depuis le 1er avril 2022 et il l'est encore\n"
     "aujourd'hui."),
     ("ouvrier agricole", "2019-04-08", "2022-03-31"), ("gérant de troupeau laitier", "2022-04-01", "present")),
    (FRENCH,
     ("Nous certifions que Mme Ana Ferraz a travaillé chez nous du 1er avril 2016 au 31 octobre 2024. Engagée comme femme de chambre à un\n"
     "taux de 60 %, elle a été nommée gouvernante d'étage avec effet au 1er juin 2019."),
     ("femme de chambre", "2016-04-01", None), ("gouvernante d'étage", "2019-06-01", "2024-10-31")),
    (ENGLISH,
     ("Ms. Ada Cole was hired by our hotel as a Front Desk Agent on May 16, 2022. She stayed in that role until September 10, 2023. She\n"
     "then accepted the role of Night Audit Supervisor effective September 11, 2023, which she continues to hold."),
     ("Front Desk Agent", "2022-05-16", "2023-09-10"), ("Night Audit Supervisor", "2023-09-11", "present")),
    (ENGLISH,
     ("When Luz Ospina joined us on March 7, 2022 she worked at the front as our Dental Receptionist. She was licensed with the college\n"
     "on June 14, 2024. We moved her to the back as a Certified Dental Assistant on July 2, 2024. That is her job today."),
     ("Dental Receptionist", "2022-03-07", None), ("Certified Dental Assistant", "2024-07-02", "present")),
])
def test_each_position_has_its_own_part_of_the_story(
    frame: str, said: str, first: tuple[str, str, str | None], second: tuple[str, str, str]
) -> None:
    """Title, start and end of both, the latest first."""
    document = read(frame.format(said=said))
    found = [tuple(values(document, group).get(f"position.{name}") for name in ("title", "start_date", "end_date")) for group in (0, 1)]

    assert found == [second, first]


def test_pay_and_hours_belong_to_the_part_that_tells_them() -> None:
    """Each position's terms stand between its title and the next one's."""
    document = read(FRENCH.format(said=(
        "Luc Roy a commencé chez nous le 8 avril 2019 comme ouvrier agricole. Il faisait alors 45 heures par semaine à 14,25 $ de\n"
        "l'heure. Il est gérant de troupeau laitier depuis le 1er avril 2022. Sa paye est de 1 080 $ par semaine pour 50 heures.")))

    now, before = values(document), values(document, 1)
    assert (now["position.salary"], now["position.hours_per_week"]) == ({"amount": 1080, "currency": "CAD", "period": "week"}, 50)
    assert (before["position.salary"], before["position.hours_per_week"]) == ({"amount": 14.25, "currency": "CAD", "period": "hour"}, 45)


def test_a_story_is_never_given_surely() -> None:
    """Whose date is whose was concluded, not read."""
    document = read(ENGLISH.format(said=(
        "Ms. Ada Cole joined us on March 7, 2022 as our Dental Receptionist. We moved her to the back as a Certified Dental Assistant on\n"
        "July 2, 2024.")))

    dates = [field for field in document.fields if field.name in ("position.start_date", "position.end_date")]
    assert {field.group for field in dates} == {0, 1}
    assert all(field.confidence < 0.95 for field in dates)


def test_a_ward_for_births_is_no_leave() -> None:
    """« bloc Maternité » is where she works: the second position counts, and the terms told of it are its own."""
    document = read(FRENCH.format(said=(
        "Mme Awa Sy fait carrière chez nous ainsi qu'il suit :\n1/ Infirmière soignante\nDu 1er octobre 2012 au 31 décembre 2017.\n"
        "2/ Infirmière major, bloc Maternité\nDepuis le 2 janvier 2018 jusqu'à ce jour.\nÀ ce poste, la durée de travail est de 40\n"
        "heures par semaine.")))

    assert (values(document)["position.start_date"], values(document)["position.hours_per_week"]) == ("2018-01-02", 40)
    assert "position.hours_per_week" not in values(document, 1)


def test_a_project_is_no_second_position() -> None:
    """« The project was "…", delivered on … » is a thing and a day."""
    document = read(ENGLISH.format(said=(
        "Mr. Luc Roy worked with us as a Site Engineer from January 16, 2017 to March 29, 2024. The most relevant project was\n"
        '"Lakeside Towers", delivered on November 30, 2021.')))

    assert values(document)["position.title"] == "Site Engineer"
    assert {field.group for field in document.fields} == {0}


def test_an_award_of_a_month_is_no_title() -> None:
    """Someone is named employee of the quarter beside the job."""
    document = read(ENGLISH.format(said=(
        "Ms. Ada Cole has been on our payroll since April 12, 2021. Her job title is Customer Service Team Leader.\n"
        "Ms. Cole was named Employee of the Quarter in March 2024.")))

    assert values(document)["position.title"] == "Customer Service Team Leader"
    assert values(document)["position.start_date"] == "2021-04-12"


def test_terms_of_a_letter_with_two_titles_are_doubted() -> None:
    """Where the second position was not understood, nobody knows whose pay it is."""
    document = read(FRENCH.format(said=(
        "Mme Awa Sy est entrée chez nous le 17 juin 2019 à titre d'aide de service et l'est demeurée jusqu'au 4 octobre 2020. Dès le\n"
        "lendemain elle a été titularisée comme préposée aux bénéficiaires, à temps complet. Son taux horaire est de 27,14 $.")))

    assert all(field.confidence < 0.95 for field in document.fields if field.name in ("position.salary", "position.full_time"))


def test_terms_that_hold_for_all_positions_are_told_of_each() -> None:
    """« pour chacun des deux postes » speaks of both; numbered entries need no word that announces them."""
    document = read(FRENCH.format(said=(
        "Nous certifions que Mme Hasina Rakoto a travaillé dans notre centre d'appels.\n"
        "1. De mai 2018 à août 2021 : Téléconseillère sur les réceptions d'appels d'un fournisseur.\n"
        "2. De septembre 2021 à juin 2025 : Superviseure de plateau, équipe de 18 personnes.\n"
        "Durée de travail, pour chacun des deux postes : 40 h par semaine.")))

    found = [values(document, group) for group in (0, 1)]
    assert [one["position.title"] for one in found] == ["Superviseure de plateau", "Téléconseillère"]
    assert [one["position.start_date"] for one in found] == ["2021-09", "2018-05"]
    assert [one["position.hours_per_week"] for one in found] == [40, 40]
