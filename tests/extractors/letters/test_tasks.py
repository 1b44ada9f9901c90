"""Lists of tasks: where they begin and end, what is none, and whose they are."""

from __future__ import annotations

import pytest

from tests.extractors.paper import read, values

HEAD = "Scierie Dunord inc.\n12, rue Dufour, Roberval (Québec) G8H 2M3\nLe 4 mai 2025\nAttestation d'emploi\n"
JOB = "Nous attestons que Mme Awa Sarr travaille chez nous comme affûteuse depuis le 3 juin 2019.\n"
LIST = "• affûter les lames\n• entretenir les scies\n• former les aides\n"
TASKS = ["affûter les lames", "entretenir les scies", "former les aides"]


def tasks(text: str, group: int = 0) -> object:
    return values(read(text), group).get("position.duties")


@pytest.mark.parametrize("lead", [
    "Ses principales tâches :", "Elle est chargée notamment de ce qui suit :", "Le poste actuel comporte les activités ci-dessous :",
    "Elle a participé aux travaux suivants :", "Dans ses fonctions actuelles, Mme Sarr, depuis son arrivée :",
])
def test_what_leads_to_a_list_of_tasks(lead: str) -> None:
    """Words of tasks before the colon, or any sentence that goes on in bullets."""
    assert tasks(f"{HEAD}{JOB}{lead}\n{LIST}Louis Roy\nDirecteur\n") == TASKS


def test_a_list_ends_where_its_bullets_end() -> None:
    """A row with a capital that begins at the bullets, not where their texts do, is the letter's next sentence."""
    assert tasks(f"{HEAD}{JOB}Ses tâches :\n{LIST}Merci de votre attention à ce dossier.\nLouis Roy\nDirecteur\n") == TASKS


def test_labels_with_values_are_no_tasks() -> None:
    """« Weekly hours: 37.5 » under a heading."""
    rows = "• Heures : 37,5 par semaine\n• Salaire : 24,50 $ de l'heure\n• Statut : permanent\n"
    assert tasks(f"{HEAD}{JOB}Description du poste :\n{rows}Louis Roy\nDirecteur\n") is None


def test_a_list_beside_its_label() -> None:
    """Its first bullet stands in the label's row."""
    rows = "Fonction      Affûteuse\nTâches        • affûter les lames\n              • entretenir les scies\n"
    rows += "              • former les aides\n"
    assert tasks(f"{HEAD}{JOB}{rows}Louis Roy\nDirecteur\n") == TASKS


def test_tasks_in_a_sentence_lose_what_joins_them() -> None:
    """« consistait à lire, à écrire et à compter »."""
    said = "Son travail consistait à affûter les lames, à entretenir les scies et à former les aides.\n"
    assert tasks(f"{HEAD}{JOB}{said}Louis Roy\nDirecteur\n") == TASKS


MOVED = ("Madame Awa Sarr est entrée à notre service le 5 août 2013 en tant que commis de bureau.\n"
         "Dans ce premier poste, elle avait les attributions suivantes :\n• classer le courrier\n• répondre au téléphone\n"
         "Elle a été promue comptable le 1er avril 2018, fonction qui comporte :\n• tenir les livres\n• préparer les paies\n"
         "Elle est toujours en poste.\nLouis Roy\nDirecteur\n")


def test_each_position_has_the_list_below_its_title() -> None:
    """Two lists, two titles; what is told by turns is in doubt of whose it is."""
    assert tasks(HEAD + MOVED, 0) == ["tenir les livres", "préparer les paies"]
    assert tasks(HEAD + MOVED, 1) == ["classer le courrier", "répondre au téléphone"]


def test_the_tasks_of_an_entry_end_with_it() -> None:
    """Its dates and hours are no tasks, nor is the next entry."""
    entries = ("Mme Sarr a occupé les postes suivants :\n1. Affûteuse\n• Dates : juillet 2020 – mars 2023\n• Heures : 37,5 par semaine\n"
               "• affûter les lames\n• entretenir les scies\n2. Contremaîtresse\n• Dates : avril 2023 – présent\n"
               "• Heures : 37,5 par semaine\n• diriger huit personnes\n• planifier la coupe\nLouis Roy\nDirecteur\n")
    assert tasks(HEAD + entries, 1) == ["affûter les lames", "entretenir les scies"]
    assert tasks(HEAD + entries, 0) == ["diriger huit personnes", "planifier la coupe"]


def test_of_two_lists_side_by_side_the_first_is_read() -> None:
    """A bilingual letter tells the tasks in both languages."""
    rows = "• affûter les lames           • sharpen the blades\n• entretenir les scies        • look after the saws\n"
    assert tasks(f"{HEAD}{JOB}Ses tâches :\n{rows}Louis Roy\nDirecteur\n") == ["affûter les lames", "entretenir les scies"]


ROLES = ("Awa Sarr a occupé chez nous les postes suivants :\nPoste            Début           Fin\n"
         "Contremaîtresse  3 juin 2019     à ce jour\nAffûteuse        5 mai 2014      2 juin 2019\n")


@pytest.mark.parametrize(("lead", "owner", "sure"), [
    ("Dans son poste actuel, elle est chargée de :", 0, True), ("Tâches comme affûteuse :", 1, True), ("Tâches :", 0, False),
])
def test_whose_one_list_behind_a_table_is(lead: str, owner: int, sure: bool) -> None:
    """The lead says that it is of the present position, or names one; else it is likely of the latest, and in doubt."""
    document = read(f"{HEAD}{ROLES}{lead}\n{LIST}Louis Roy\nDirecteur\n")
    (found,) = (field for field in document.fields if field.name == "position.duties")
    assert (found.group, found.confidence >= 0.95) == (owner, sure)


def test_marks_of_another_sort_begin_another_list() -> None:
    """« 5. … » is followed by « B. Fonction antérieure »."""
    rows = "1. affûter les lames\n2. entretenir les scies\n3. former les aides\nB. Fonction antérieure\n"
    assert tasks(f"{HEAD}{JOB}Sommaire des attributions\n{rows}Louis Roy\nDirecteur\n") == TASKS


@pytest.mark.parametrize("said", [
    "Elle est chargée notamment d'affûter les lames, d'entretenir les scies et de former les aides.",
    "Ses tâches consistaient à affûter les lames, entretenir les scies et former les aides.",
    "Ses tâches consistaient à affûter les lames, à entretenir les scies ainsi qu'à former les aides.",
])
def test_tasks_that_a_sentence_tells(said: str) -> None:
    """Parted by commas and « et », in doubt."""
    document = read(f"{HEAD}{JOB}{said}\nLouis Roy\nDirecteur\n")
    (found,) = (field for field in document.fields if field.name == "position.duties")
    assert found.value == TASKS
    assert found.confidence < 0.95


def test_names_below_a_heading_of_a_form_are_no_tasks() -> None:
    """« Attestation de fonctions » over labels and their values."""
    rows = "Nom et prénom      Ouedraogo, Salimata\nMatricule          004417\nFonction           Inspectrice\n"
    assert tasks(f"Ville de Merles\nATTESTATION DE FONCTIONS\n{rows}Nous attestons cet emploi.\n") is None


def test_a_list_in_two_columns_with_bullets_in_both() -> None:
    """The left column first, where both are in one language; one that is told again in another language is not mixed with it."""
    rows = ("• affûter les lames de la scie          • former les aides de la scierie\n"
            "• entretenir les scies et les meules    • nettoyer les ateliers de la cour\n")
    assert tasks(f"{HEAD}{JOB}Principales tâches :\n{rows}Louis Roy\nDirecteur\n") == [
        "affûter les lames de la scie", "entretenir les scies et les meules", "former les aides de la scierie",
        "nettoyer les ateliers de la cour"]
    again = ("• affûter les lames de la scie          • sharpening of the blades of the saw\n"
             "• entretenir les scies et les meules    • upkeep of the saws and of the stones\n")
    told = tasks(f"{HEAD}{JOB}Principales tâches :\n{again}Louis Roy\nDirecteur\n")
    assert told is None or not any("sharpening" in task or "upkeep" in task for task in told)
