"""Papers of every day: references of small houses, printed e-mails, generated letters, forms of one column."""

from __future__ import annotations

import pytest

from extractors.fields.finding import Finding
from extractors.kinds.plausible import weigh_words
from extractors.paper import read_paper
from tests.extractors.letters.reading import letter, positions
from tests.extractors.paper import pages, read, values

HEAD = "Bistro Margaux\n118, rue Saint-Jean, Québec (QC) G1R 1N8\nQuébec, 21 mai 2024\nLETTRE DE RÉFÉRENCE\n"
END = "Margaux Lachance\nchef-propriétaire\n"
REFERENCE = ("J'écris ces quelques lignes pour Thiago Alves Moreira, qui a fait partie de mon équipe en salle de septembre 2022 à avril "
             "2024.\nThiago était serveur chez nous, 18 heures par semaine. Concrètement, il s'occupait de l'accueil des clients, de la "
             "prise des commandes, du service aux tables et de la fermeture de caisse.\n"
             "Il est parti à la fin de sa session pour un stage dans son domaine.\n")


def test_a_reference_that_tells_a_story() -> None:
    """Who « a fait partie de mon équipe », and was « serveur »; the internship that came after is another's."""
    told = values(letter(HEAD + REFERENCE + END))
    assert told["person.name"] == "Thiago Alves Moreira"
    assert (told["position.start_date"], told["position.end_date"]) == ("2022-09", "2024-04")
    assert told["position.title"] == "serveur"
    assert told["position.duties"] == ["l'accueil des clients", "la prise des commandes", "du service aux tables", "la fermeture de caisse"]
    assert "position.internship" not in told


def test_the_last_task_behind_a_comma() -> None:
    """« charting, assisting physicians, and health teaching »: what stands behind the last comma is a task of its own."""
    told = values(letter("SAN LORENZO HOSPITAL, INC.\nIloilo City 5000 Philippines\nCERTIFICATE OF EMPLOYMENT\n"
                         "This is to certify that MA. CRISTINA D. PALOMARES was employed as Staff Nurse from June 3, 2019 up to May 15, "
                         "2023.\nHer duties included administering medications, monitoring of vital signs, charting, assisting "
                         "physicians, and health teaching to patients.\nGiven this 2nd day of June 2023 at Iloilo City.\n"
                         "ARNEL SUMAGAYSAY\nHead, Human Resource Office\n"))
    assert told["position.duties"] == ["administering medications", "monitoring of vital signs", "charting", "assisting physicians",
                                       "health teaching to patients"]


def test_a_generated_letter() -> None:
    """« Legal name » is the person's; the firm stands in the sentence; the tasks behind « Job summary: »."""
    told = values(letter("Northlatch\nEmployment Verification Letter\nThis letter verifies the employment of the individual named below "
                         "with Northlatch Software Inc. The information is accurate as of the date shown above.\n"
                         "Legal name          Farzad Mohammadi\nJob title           Senior Backend Developer\n"
                         "Hire date           Jan 10, 2022\nEmployment status   Active\n"
                         "Job summary: designs and maintains billing services, reviews code, mentors two junior developers, and takes "
                         "part in the on-call rotation.\nPriscilla Onyango\nPeople Operations Partner\n"))
    assert (told["employer.name"], told["person.name"]) == ("Northlatch Software Inc.", "Farzad Mohammadi")
    assert told["position.duties"] == ["designs and maintains billing services", "reviews code", "mentors two junior developers",
                                       "takes part in the on-call rotation"]


def test_the_house_below_an_e_mail() -> None:
    """Without a legal form, but said above: « … éducatrice au CPE La Coccinelle »."""
    told = values(read("De : Geneviève Archambault <direction@cpe.example>\nEnvoyé : 11 mars 2026 15:42\nÀ : Yna Keita\n"
                       "Objet : Confirmation d'emploi\nBonjour,\n"
                       "Je confirme que Yna Keita est éducatrice au CPE La Coccinelle depuis le 23 août 2021.\n"
                       "Bonne fin de journée,\nGeneviève Archambault\nDirectrice générale\nCPE La Coccinelle\n"
                       "6120, 24e Avenue, Montréal (Québec) H1T 3M1\n"))
    assert told["employer.name"] == "CPE La Coccinelle"


def test_tasks_of_a_form_go_on_at_its_margin() -> None:
    """A list parted by semicolons behind its label, over two rows."""
    (job,) = positions(letter("HYDRO-SOUMMAM SPA\nBéjaïa, le 25 février 2024\nATTESTATION DE TRAVAIL\n"
                              "Mr : Lounis Aït Ouazzou\nEst employé en qualité de : Technicien en topographie\nDepuis le : 04/11/2012\n"
                              "Tâches principales : levés topographiques ; implantation d'ouvrages ; tenue des\ncarnets de chantier\n"
                              "Cette attestation est délivrée à l'intéressé pour servir et valoir ce que de droit.\nN. HADDAD\n"))
    assert job["duties"] == ["levés topographiques", "implantation d'ouvrages", "tenue des carnets de chantier"]


def test_a_subject_over_two_rows_with_a_civility() -> None:
    """« LETTER OF …: OLUWATOYIN ADEBIMPE » / « FASHOLA (MRS.) »: the whole name, without how one addresses her."""
    told = values(letter("GREENFIELD COLLEGE\n7 Ring Road, Ibadan, Oyo State, Nigeria\n15th August, 2022\n"
                         "LETTER OF WORK EXPERIENCE: OLUWATOYIN ADEBIMPE\nFASHOLA (MRS.)\n"
                         "The above-named served this school as a Mathematics Teacher from 8th September, 2014 to July 2018.\n"
                         "Mrs. Fashola is relocating with her family.\nYours faithfully,\nE. O. Adeyinka\nPrincipal\n"))
    assert told["person.name"] == "OLUWATOYIN ADEBIMPE FASHOLA"


def test_credits_in_thirds_and_a_field_of_three_words() -> None:
    """« 45 1/3 unités » of a college, "in Microbiology, Biochemistry and Chemistry" below a degree."""
    told = values(read("Cégep Marie-Rollet\ndécerne à\nOlena Kovalchuk\nl'\nATTESTATION D'ÉTUDES COLLÉGIALES\ndans le programme\n"
                       "Techniques d'éducation à l'enfance (JEE.0K)\n1 290 heures – 45 1/3 unités\n"
                       "Attestation délivrée à Longueuil le 16 juin 2023\n"))
    assert (told["study.hours"], told["study.credits"]) == (1290, 45.33)
    told = values(read("Veda Godavari University\nRajahmundry, Andhra Pradesh, India\nThe Senate of the University hereby makes known "
                       "that\nLakshmi Gudivada\nhas been admitted to the Degree of\nBachelor of Science\n"
                       "in Microbiology, Biochemistry and Chemistry\nat the Convocation held on the 14th of December 2019.\n"))
    assert told["credential.field"] == "Microbiology, Biochemistry and Chemistry"


def test_a_saint_is_no_country() -> None:
    """« Université de Saint-Maurice » is not in Mauritius."""
    told = values(read("UNIVERSITÉ DE SAINT-MAURICE\nNous, recteur, faisons savoir que le grade de\nbachelier en administration\n"
                       "a été conféré à\nWassim Bou Chahine\nLe vingt-neuf mai deux mille vingt, à Trois-Rivières.\n"))
    assert told["institution.country"] == "CA-QC"


def test_what_stands_below_the_last_skill_is_no_result() -> None:
    """« Speaking » below its row of values, and a sentence on thresholds below it."""
    told = read("ATTESTATION DE RÉSULTATS – TEF CANADA\nCandidat : DUMITRESCU Ioana\nDate du test : 08/06/2024\n"
                "Module                    Score      Niveau NCLC / CLB      Niveau CECR\n"
                "Expression écrite\n                          472        9                      C1\nWriting\n"
                "Expression orale\n                          500        9                      C1\nSpeaking\n"
                "Seuils : EE 379-427, EO 422-455. Les résultats sont valables 2 ans à compter de la date du test.\n")
    (score,) = (field for field in told.fields if field.name == "speaking.score")
    assert (score.value, score.alternatives) == (500, ())


def test_positions_below_numbers() -> None:
    """« 1. Analyste en assurance qualité » / « Période : … »: the quality that is assured is no insurance, and a row without its bullet
    begins a task of its own where the row above had room."""
    told = positions(letter(
        "Boréalis Logiciels inc.\n1000, route de l'Église, Québec (Québec) G1V 3V9\nQuébec, le 27 février 2025\n"
        "Lettre d'expérience professionnelle\nThi Hong Dang a occupé les deux fonctions décrites ci-dessous depuis sept ans.\n"
        "1. Analyste en assurance qualité\nPériode : du 4 juin 2018 au 31 janvier 2021\nSalaire de base : 58 000 $ par année\n"
        "2. Cheffe d'équipe, tests automatisés\nPériode : du 1er février 2021 à ce jour\nSalaire de base : 91 500 $ par année\n"
        "• encadrement de testeurs\nconception du cadriciel de tests\n"
        "Je demeure à votre disposition pour tout complément d'information au numéro ci-dessus.\n"
        "Frédéric Asselin\nVice-président\n"))
    assert [(job["title"], job["start_date"], job["end_date"], job["salary"]["amount"]) for job in told] == [
        ("Cheffe d'équipe, tests automatisés", "2021-02-01", "present", 91500),
        ("Analyste en assurance qualité", "2018-06-04", "2021-01-31", 58000)]
    assert told[0]["duties"] == ["encadrement de testeurs", "conception du cadriciel de tests"]


def test_tasks_of_a_cell_over_several_rows() -> None:
    """Each begins with a bullet beside or below its label, and goes on in a row without one."""
    (job,) = positions(letter(
        "FLORES DEL ALTO S.A.S.\nCajicá, Cundinamarca, Colombia\nEMPLOYMENT CERTIFICATION\n"
        "Employee            Jhon Murcia\nJob title           Post-Harvest Supervisor\nStart date          August 11, 2015\n"
        "Duties              • Assign the crews to each line\n                    • Check the stem length against the export\n"
        "                      standard\n                    • Report to the manager\n"
        "Issued in Cajicá on September 4, 2024.\nYuly Rincón\nHead of Human Resources\n"))
    assert job["duties"] == ["Assign the crews to each line", "Check the stem length against the export standard", "Report to the manager"]


def test_a_list_of_positions_with_their_class() -> None:
    """« menuisier poseur, ouvrier niveau II, coefficient 185 de la convention collective … : du … au … ; »."""
    told = positions(letter(
        "MENUISERIES GOURVENNEC\n29190 PLEYBEN\nCERTIFICAT DE TRAVAIL\nJe soussigné certifie avoir employé Monsieur Idriss Doucouré, né le "
        "21/10/1986 à Kayes (Mali), demeurant 4 venelle du Four, Châteaulin, immatriculé à la Sécurité sociale sous le n° 1 86 10 99 335, "
        "dans les emplois suivants :\n"
        "– menuisier poseur, ouvrier niveau II, coefficient 185 de la convention collective du bâtiment : du 02/05/2013 au 31/08/2016 ;\n"
        "– chef d'équipe menuiserie, niveau IV : du 01/09/2016 au 30/06/2023, préavis effectué du 1er mai au 30 juin 2023.\n"
        "Fait à Pleyben, le 30 juin 2023\nErwan Gourvennec\nGérant\n"))
    assert [(job["title"], job["start_date"], job["end_date"]) for job in told] == [
        ("chef d'équipe menuiserie", "2016-09-01", "2023-06-30"), ("menuisier poseur", "2013-05-02", "2016-08-31")]


@pytest.mark.parametrize("rest", ["—    —\nnon présentée    non présentée\n", ""])
def test_a_grid_below_skills_that_were_not_sat(rest: str) -> None:
    """« 100-199 A1   200-299 A2 » explains the levels, and is nobody's result."""
    told = values(read("Attestation\nTest de connaissance du français – TCF Québec\nIl est attesté que M. Mehdi ZEROUALI a passé les "
                       "épreuves ci-dessous le 21 novembre 2023.\nCompréhension orale                Expression orale\n"
                       "468 / 699                          09 / 20\nNiveau B2                          Niveau B1\n"
                       f"Compréhension écrite               Expression écrite\n{rest}"
                       "Compréhensions (points)  100-199 A1  200-299 A2  300-399 B1  400-499 B2\n"
                       "Expressions (/20)        1-3 A1      4-5 A2      6-9 B1      10-13 B2\n"))
    assert (told["listening.cefr"], told["speaking.cefr"]) == ("B2", "B1")
    assert not {name for name in told if name.startswith(("reading.", "writing."))}


@pytest.mark.parametrize(("name", "words", "sure"), [
    ("position.title", "2 Conducteur de travaux", False), ("position.title", "Conducteur de travaux", True),
    ("person.name", "Mehdi ZEROUALl", False), ("person.name", "Mehdi ZEROUALI", True),
    ("employer.name", "alis Logiciels", False), ("credential.title", "Bachelor of Nutrition upon", False),
    ("credential.title", "DIPLÔME", False), ("credential.title", "Diplôme d'études collégiales", True)])
def test_words_that_were_cut_or_misread_are_doubted(name: str, words: str, sure: bool) -> None:
    """A row's number before a title, a small l among capitals, the end of a word, a small word at the end."""
    of = read_paper(pages(words))
    start = of.text.index(words)
    (weighed,) = weigh_words(of, [Finding(name, words, ((start, start + len(words)),), "phrase")])
    assert (weighed.doubts == 0) is sure


def test_a_number_of_several_groups_is_doubted() -> None:
    """« 1555 7230 14 »: what stands right behind the taken figures may be more of it."""
    of = read_paper(pages("N° 1555 7230 14"))
    start = of.text.index("1555")
    (weighed,) = weigh_words(of, [Finding("reference", "1555", ((start, start + 4),), "label")])
    assert weighed.doubts == 1
