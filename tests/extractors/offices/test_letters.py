"""Letters as offices write them: events beside the job, e-mails, forms whose lines are told twice, pay in parts, lists of every shape."""

from __future__ import annotations

import pytest

from extractors.fields.hours import find_hours, hours_beside_label
from extractors.fields.money import find_pay
from extractors.fields.text.plain import plain
from tests.extractors.letters.reading import letter, positions
from tests.extractors.paper import read, values

HEAD = "Scierie Dunord inc.\n12, rue Dufour, Roberval (Québec) G8H 2M3\nLe 4 mai 2025\nAttestation d'emploi\n"
JOB = "Nous attestons que Mme Awa Sarr travaille chez nous comme affûteuse depuis le 3 juin 2019.\n"
END = "Louis Roy\nDirecteur\n"


def said(text: str) -> dict[str, object]:
    return values(read(HEAD + text + END))


STEPS = (
    "Parcours de M. Ali Sow, qui a gravi les échelons ci-dessous :\n"
    "Technicien de conditionnement — de juin 2009 à avril 2013, catégorie 7\n• Réglage des soutireuses\n• Relevé des paramètres par quart\n"
    "Assistant de suivi-évaluation — de mai 2013 à fin septembre 2018\n• Tenue des fiches d'enquête\n• Encadrement de onze opérateurs\n"
    "Responsable de la maintenance, atelier nord — depuis octobre 2018 et jusqu'à ce jour\n• Élaboration du plan d'entretien\n"
    "• Gestion du budget des pièces\n")


def test_entries_of_a_title_a_dash_and_a_time() -> None:
    """Each begins its own row, whatever the row above ends in, and has the list below it."""
    told = positions(letter(HEAD + STEPS + END))
    assert [(job["title"], job["start_date"], job["end_date"], len(job["duties"])) for job in told] == [
        ("Responsable de la maintenance", "2018-10", "present", 2), ("Assistant de suivi-évaluation", "2013-05", "2018-09", 2),
        ("Technicien de conditionnement", "2009-06", "2013-04", 2)]


def test_a_contract_is_no_position() -> None:
    """« CDD puis CDI à plein temps » is no promotion."""
    (job,) = positions(letter(HEAD + JOB + "Contrat : CDD puis CDI à plein temps en juin 2020.\n" + END))
    assert job["title"] == "affûteuse"


def test_remarks_below_a_table_are_no_positions() -> None:
    """A full stop and another sentence end it: a leave has dates too."""
    told = positions(letter(HEAD + "Mme Awa Sarr a occupé les emplois suivants.\nCorps d'emploi                 Du            Au        "
                                   "    Heures / sem.\n"
                            "Éducatrice                     2021-08-30    2022-06-23    17 h 30\n"
                            "Agente de bureau               2022-08-29    À ce jour     35 h 00\n"
                            "Congé sans traitement du 2023-01-09 au 2023-01-20. Ancienneté reconnue au 30 juin 2024.\n" + END))
    assert [(job["title"], job["hours_per_week"]) for job in told] == [("Agente de bureau", 35), ("Éducatrice", 17.5)]


HOURS = (
    ("7.5 hours a day, Monday to Friday", 37.5),
    ("8 hours/day, 6 days/week", 48),
    ("eight (8) hours of work a day, six (6) days a week", 48),
    ("7,5 heures par jour, du lundi au vendredi", 37.5),
    ("4 jours x 10 h, donc 40 h/semaine", 40),
    ("7.5 hours a day", None),
    ("8 h par jour", None),
    ("10 hours each day", None),
)


@pytest.mark.parametrize(("value", "hours"), HOURS)
def test_hours_a_day_are_no_hours_a_week(value: str, hours: float | None) -> None:
    """Beside a label they count only with the number of days."""
    text = plain(value)
    found = hours_beside_label(text, 0, len(text))
    assert (found and found.value) == hours


@pytest.mark.parametrize("text", ["CDI à plein temps (40 h)", "La semaine normale de travail compte 40 h 00"])
def test_other_words_for_hours_a_week(text: str) -> None:
    """« plein temps (40 h) », « compte 40 h »."""
    assert [hours.value for hours in find_hours(plain(text))] == [40]


PAY = (
    (("son dernier salaire de base était fixé à trois cent mille (385 000) francs CFA par mois, hors sursalaire de 60 000 "
     "F"), (385000, "month")),
    ("un sursalaire de 60 000 F CFA par mois", None),
    ("salário-base de R$ 3.950,00 / mês", (3950, "month")),
)


@pytest.mark.parametrize(("text", "value"), PAY)
def test_pay_in_brackets_and_beside_it(text: str, value: tuple[int, str] | None) -> None:
    """The figures behind the words, and never what is paid on top."""
    found = next(find_pay(plain(text)), None)
    assert (found and (found.amount, found.period)) == value


def test_the_base_of_a_breakdown() -> None:
    """Of pay told in parts the base counts, for the time that the lead says."""
    parts = ("Sa rémunération mensuelle se décompose ainsi :\nSalaire de base                8 200,00 DH\nPrime d'ancienneté            "
             " 820,00 DH\n"
             "Salaire brut mensuel           9 610,00 DH\n")
    assert said(JOB + parts)["position.salary"] == {"amount": 8200, "currency": "MAD", "period": "month"}


def test_parts_of_pay_are_no_tasks() -> None:
    """Rows of amounts below a colon."""
    parts = "Sa rémunération est la suivante :\n• Salaire de base : 3 100 $\n• Prime de nuit 120 $ CAD\n• Indemnité de repas 80 $\n"
    assert "position.duties" not in said(JOB + parts)


EVENTS = (
    "Sa période de probation a pris fin le 2 septembre 2019.",
    "Son emploi a été confirmé le 4 décembre 2019; his employment was confirmed on 4 December 2019.",
    "Elle a été employée à l'essai, puis regularized on December 4, 2019.",
    "La dernière révision de son échelon 7 date du 1er avril 2023.",
    "Sa démission, présentée le 29 octobre 2021, a été refusée.",
)


@pytest.mark.parametrize("event", EVENTS)
def test_what_happens_beside_a_job_leaves_its_dates_alone(event: str) -> None:
    """Probation, confirmation, a step of the scale: none of it begins or ends the job."""
    assert said(JOB + event + "\n")["position.start_date"] == "2019-06-03"


def test_a_decision_is_no_start() -> None:
    """« recruited under Decision No. 7 of …, took up service on … »."""
    (job,) = positions(letter(
        "Fako Polyclinic\nP.O. Box 455, Buea, Cameroon\nBuea, 22 July 2021\nCERTIFICATE OF EMPLOYMENT\n"
        "We certify that Madam ENOW Brenda, recruited under Decision No. 007 of 19 December 2016, took up service in this institution on "
        "the 2nd of January, 2017 as Laboratory Technician and has been in effective service ever since.\nNgwa Tabe\nMedical Director\n"))
    assert (job["start_date"], job["end_date"]) == ("2017-01-02", "present")


def test_he_remains_in_service() -> None:
    """« was employed in …, and he remains in our service »: what lasts outweighs how it began."""
    (job,) = positions(letter(
        "Gracefield College\nOld Ife Road, Ibadan, Nigeria\n20th May, 2024\nLETTER OF EMPLOYMENT\n"
        "I affirm that Mr. Adegoke Babatunde was employed in September, 2018 and he remains in our service as Mathematics Teacher.\n"
        "Ezekiel Fatunla\nPrincipal\n"))
    assert (job["start_date"], job["end_date"]) == ("2018-09", "present")


ENDS = (
    ("Entrée le 10 mars 2014, elle a cessé ses fonctions le 31 décembre 2021.", "2021-12-31"),
    ("Mme Sarr a travaillé du lundi 4 mars au vendredi 31 mai 2019.", "2019-05-31"),
    ("Mme Sarr a travaillé du premier (1 ) février 2015 au quinze (15) octobre 2019.", "2019-10-15"),
    ("Mme Sarr a été engagée le 3 mai 2012, jusqu'à la fermeture de notre dépôt de San-Pédro le 31 mars 2021.", "2021-03-31"),
)


@pytest.mark.parametrize(("text", "end"), ENDS)
def test_how_a_job_ends(text: str, end: str) -> None:
    """« a cessé ses fonctions », weekdays between, figures behind words, what a job lasted until."""
    assert said(f"Nous certifions avoir employé Mme Awa Sarr comme affûteuse.\n{text}\n")["position.end_date"] == end


MAIL = ("{first}From:    Lorne Whitcombe <l.whitcombe@bromeridge.example>\nSent:    Tuesday, February 13, 2024 4:47 PM\n"
        "To:    Jaspreet Sandhu <jass@mail.example>\nSubject: RE: proof of work\nTo the immigration officer,\n"
        "Jaspreet Kaur Sandhu has worked for us as a polisher since March 4, 2021 and is still with us today.\nRegards,\nLorne Whitcombe\n"
        "Plant manager\nBrome Ridge Stoneworks Inc.\n870 Robinson St. S., Granby, Quebec J2G 7N3\n")


@pytest.mark.parametrize("first", ["Jaspreet Sandhu\n", "Lorne Whitcombe - Stoneworks\n", ""])
def test_a_printed_mail(first: str) -> None:
    """Who writes is not the person, whom it is for is not the firm; the firm signs below, and the header has the day."""
    told = values(read(MAIL.format(first=first)))
    assert (told["person.name"], told["signatory.name"], told["issued_on"], told["employer.name"]) == (
        "Jaspreet Kaur Sandhu", "Lorne Whitcombe", "2024-02-13", "Brome Ridge Stoneworks Inc.")


FORM = ("Estructuras Andimetal S.A.S.\nCalle 80 Sur No. 47-21, Sabaneta, Antioquia, Colombia\nCERTIFICACIÓN LABORAL\nCertificate of "
        "Employment\n"
        "Trabajador                     Wilmar Andrés Ocampo Giraldo\nEmployee\nCargo desempeñado              Soldador de "
        "estructuras\nPosition held\n"
        "Tipo de contrato               Término indefinido\nType of contract\nFecha de ingreso               01/SEP/2015\nStart date\n"
        "Fecha de retiro                30/ABR/2022\nEnd date\nActividades                    • Soldar vigas\nActivities                "
        "     • Leer planos\n"
        "                               • Pulir cordones\nSe expide en Sabaneta a los 12 días del mes de mayo de 2022.\nLUZ DARY "
        "ZULUAGA\nJefe de Talento Humano\n")


def test_labels_told_again_below_in_another_language() -> None:
    """A label alone on its row says that of the row above again: its value stands there, and never in the next label."""
    told = values(read(FORM))
    assert (told["person.name"], told["position.title"], told["position.start_date"], told["position.end_date"], told["issued_on"]) == (
        "Wilmar Andrés Ocampo Giraldo", "Soldador de estructuras", "2015-09-01", "2022-04-30", "2022-05-12")


def test_the_day_of_a_form_is_beside_its_own_label() -> None:
    """Not the last date that stands alone in a cell."""
    told = said("Nom, prénom                       Diallo, Awa\nAppellation d'emploi              Éducatrice qualifiée\n"
                "Date d'entrée en fonction         2020-08-24\nFin de la période de probation    2021-02-26\n"
                "Fin d'emploi                      Sans objet – toujours à l'emploi\n"
                "Signature\nDate (aaaa-mm-jj)                 2025-05-04\n".replace("Le 4 mai 2025\n", ""))
    assert (told["position.title"], told["position.end_date"], told["issued_on"]) == ("Éducatrice qualifiée", "present", "2025-05-04")


TASKS = (
    ("On a typical day she loads the slabs, runs the saw, and cleans up.", ["loads the slabs", "runs the saw", "cleans up"]),
    ("As such, she assists the surgeon; performs the counts; and checks consents.", ["assists the surgeon", ("performs the "
        "counts"), "checks consents"]),
    ("Ses attributions comprenaient l'accueil des clients, la tenue des fiches et la rédaction des notes.",
     ["l'accueil des clients", "la tenue des fiches", "la rédaction des notes"]),
    ("Son travail consistait à saisir les factures, l'inventaire, à classer les dossiers et à répondre au téléphone.",
     ["saisir les factures, l'inventaire", "classer les dossiers", "répondre au téléphone"]),
)


@pytest.mark.parametrize(("sentence", "tasks"), TASKS)
def test_tasks_told_in_a_sentence(sentence: str, tasks: list[str]) -> None:
    """They begin alike: what does not belongs to the one before, and the last is parted at its « et »."""
    assert said(f"{JOB}{sentence}\n")["position.duties"] == tasks


@pytest.mark.parametrize("marks", [("(a)", "(b)", "(c)"), ("1.", "2.", "3."), ("•", "•", "•")])
def test_lists_below_other_headings(marks: tuple[str, ...]) -> None:
    """« Scope of work », "What you will do"."""
    rows = "\n".join(f"{mark} {task}" for mark, task in zip(marks, ("Leak testing of units", "Fault finding on panels", ("Filling job "
        "cards")),
                                                            strict=True))
    for heading in ("Scope of work:", "What he does for us:"):
        assert said(f"{JOB}{heading}\n{rows}\n")["position.duties"] == ["Leak testing of units", ("Fault finding on "
            "panels"), "Filling job cards"]


def test_a_whole_list_in_one_cell() -> None:
    """« • … • … » beside its label."""
    assert said(f"{JOB}Tâches     • Désosser les épaules • Affiler ses couteaux • Trier les pièces\n")["position.duties"] == [
        "Désosser les épaules", "Affiler ses couteaux", "Trier les pièces"]


def test_a_quarter_named_after_a_country() -> None:
    """« quartier Maroc » is in Abidjan."""
    told = values(read("Polyclinique Sainte-Odile\nAbidjan, le 5 juillet 2021\nCertificat de travail\n"
                       "Nous certifions avoir employé Mme Adjoua Assamoi comme infirmière du 9 février 2015 au 30 juin 2021.\n"
                       "Dr Yao Firmin\nMédecin-Directeur\nYopougon, quartier Maroc, lot 1142 – 23 BP 3307 Abidjan 23, Côte d'Ivoire\n"))
    assert told["employer.country"] == "CI"


def test_a_city_before_its_province() -> None:
    """« Lapu-Lapu City, Cebu 6015, Philippines »."""
    told = values(read("BAYBAY AZUL RESORT & SPA\nPunta Engaño Road, Lapu-Lapu City, Cebu 6015, Philippines\nCERTIFICATE OF EMPLOYMENT\n"
                       "This is to certify that Ms. Jhoanna Catubig is a regular employee since February 26, 2018 up to the present as "
                       "Housekeeper.\nRogelio Ybañez\nHuman Resources Manager\n"))
    assert told["employer.place"] == "Lapu-Lapu City, Cebu"


SIGNED = (
    ("EFREN S. VILLAFUERTE, JR., MAN, RN\nHead, Human Resource Management\n", "EFREN S. VILLAFUERTE, JR."),
    ("Nom et fonction Marie-Ève Gagnon, copropriétaire et gérante\n", "Marie-Ève Gagnon"),
    ("Le Directeur du Capital Humain\nYoussef BENKIRANE\nVOX Direction RH\n", "Youssef BENKIRANE"),
)


@pytest.mark.parametrize(("block", "name"), SIGNED)
def test_who_signs(block: str, name: str) -> None:
    """Behind « Jr. » and letters, behind a label, and not a stamp's words."""
    assert values(read(HEAD + JOB + block))["signatory.name"] == name


PARAGRAPHS = ("Oleksandr joined our studio as a contractor-turned-employee and has since been promoted once. His file shows these "
              "positions:\n"
              "Quality Assurance Analyst\nFrom June 11, 2018 until March 31, 2021, with a base salary of $52,000 a year.\n"
              "• Executed test plans on consoles\n• Logged defects daily\n"
              "Gameplay Programmer\nSince April 1, 2021; permanent, 37.5 hours weekly.\n• Implements combat systems\n• Reviews the code "
              "of juniors\n")


def test_a_title_above_its_time() -> None:
    """Words behind the time are no title, « promoted once » is none, and « assurance » in a title speaks of no insurance."""
    told = positions(letter("Halyard Interactive Inc.\nMontréal, Québec H2W 2R2\n20 February 2025\nLetter of employment\n" + PARAGRAPHS
                            + "Priya Deol\nHead of People\n"))
    assert [(job["title"], job["start_date"], job["end_date"]) for job in told] == [
        ("Gameplay Programmer", "2021-04-01", "present"), ("Quality Assurance Analyst", "2018-06-11", "2021-03-31")]


def test_entries_numbered_with_a_stroke() -> None:
    """« 1/ Infirmière soignante »."""
    told = positions(letter(HEAD + "Mme Awa Sarr fait carrière chez nous, aux postes suivants :\n1/ Infirmière soignante\n"
                            "Du 1er octobre 2012 au 31 décembre 2017, service de médecine.\n2/ Infirmière Major\n"
                            "Depuis le 2 janvier 2018 jusqu'à ce jour.\n" + END))
    assert [job["title"] for job in told] == ["Infirmière Major", "Infirmière soignante"]


def test_a_table_with_a_column_of_numbers() -> None:
    """« Sl. Designation » was read as one head."""
    told = positions(letter(
        "Suvarna Lifesciences Private Limited\nHyderabad, Telangana\nSERVICE CERTIFICATE\nThe designations held by Mr. Ramana Kolluri:\n"
        "Sl. Designation         Department         From           To\n"
        "1     Trainee Chemist     Quality Control    09-Jul-2012    30-Jun-2014\n"
        "2     Executive           Quality Control    01-Jul-2014    31-Mar-2019\n"))
    assert [(job["title"], job["start_date"]) for job in told] == [("Executive", "2014-07-01"), ("Trainee Chemist", "2012-07-09")]


def test_a_name_in_capitals_over_two_rows() -> None:
    """« … that THIAGO HENRIQUE » / « VASCONCELOS, Brazilian »."""
    told = values(read("CONSTRUTORA SERRA VERDE LTDA.\nBelo Horizonte - MG, Brazil\nEMPLOYMENT STATEMENT\n"
                       "We state, for whatever purposes may be required, that THIAGO HENRIQUE\nVASCONCELOS, Brazilian, was "
                       "employed by this company between 03 March 2014 and "
                       "14 May 2021 as Planning Engineer.\nEduardo Lacerda Pimentel\nManaging Partner\n"))
    assert told["person.name"] == "THIAGO HENRIQUE VASCONCELOS"


def test_then_and_a_verb_is_no_promotion() -> None:
    """« puis échange avec les parents », beside the date of a step."""
    told = positions(letter(HEAD + "Nous confirmons que Mme Awa Sarr travaille comme éducatrice depuis le 17 août 2020. Reconnue à "
                                   "l'échelon 6 "
                            "depuis le 1er avril 2024, elle touche 26,85 $ l'heure.\nElle accueille les enfants, puis échange avec les "
                            "parents.\n" + END))
    assert [(job["title"], job["start_date"]) for job in told] == [("éducatrice", "2020-08-17")]


@pytest.mark.parametrize("said", ["75 heures par période de deux semaines", "75 heures par 14 jours"])
def test_hours_of_two_weeks(said: str) -> None:
    """Halved."""
    assert [hours.value for hours in find_hours(plain(said))] == [37.5]


COLUMNS = ("Ses tâches :\n• contribue à l'évaluation des résidents;     consigne ses observations;\n"
           "• administre les médicaments;                  collabore au plan de soins.\n• effectue les pansements.\n")


def test_a_list_in_two_columns() -> None:
    """Of which only the left one shows its bullets: it comes first, and no task runs over both."""
    assert said(JOB + COLUMNS)["position.duties"] == [
        "contribue à l'évaluation des résidents", "administre les médicaments", "effectue les pansements", "consigne ses observations",
        "collabore au plan de soins"]


def test_a_form_behind_a_list_is_no_second_column() -> None:
    """What stands in two columns below the last bullet is the form's."""
    form = ("Ses tâches :\n• Parer les coupes de porc\n• Nettoyer le poste\nNom Ghislain Boisvert          Fonction Directeur\n"
            "Signature     Date 2023-06-15\n")
    assert said(JOB + form)["position.duties"] == ["Parer les coupes de porc", "Nettoyer le poste"]


def test_a_year_before_a_table_is_no_start() -> None:
    """« active dans la province depuis 2003 », above cells that tell periods."""
    told = positions(letter(HEAD + "Notre association, active depuis 2003, confirme que Mme Awa Sarr a servi dans ces fonctions :\n"
                            "Fonction                 Période                        Salaire de base\n"
                            "Agente de saisie         du 01/02/2014 au 31/12/2015    450 USD/mois\n"
                            "Assistante logistique    du 04/01/2016 au 30/06/2018    780 USD/mois\n" + END))
    assert [job["start_date"] for job in told] == ["2016-01-04", "2014-02-01"]


def test_the_end_of_probation_ends_no_job() -> None:
    """« Fin de la période de probation 2021-08-17 »; « ☒ toujours à l'emploi » does not end it either."""
    told = said("Nom, prénom Diallo, Awa\nTitre du poste Conductrice          Date d'embauche 2021-05-17          Dernier jour "
                "travaillé ☒ toujours "
                "à l'emploi\nFin de la période de probation 2021-08-17          Dernière révision salariale 2023-02-05\n")
    assert told.get("position.end_date") in (None, "present")


def test_who_gave_notice_was_relieved_later() -> None:
    """« Date of Resignation: 17-May-2021 … relieved … on 16-Jul-2021 »."""
    told = values(read("Saptarishi Infosystems Pvt. Ltd.\nPune 411057, Maharashtra\nDate: 16-Jul-2021\nRELIEVING LETTER\nDear Mr. Rohit "
                       "Deshpande,\n"
                       "Date of Resignation: 17-May-2021\nYou stand relieved from the services of the Company at the close of business "
                       "hours on "
                       "16-Jul-2021. You joined us on 19-Jun-2017 and were last designated as Test Engineer.\nAnagha Rao\nHR Manager\n"))
    assert (told["position.start_date"], told["position.end_date"]) == ("2017-06-19", "2021-07-16")


def test_a_sentence_behind_a_name() -> None:
    """« Madame Fatoumata Binta Sow » / « Il me fait plaisir … »."""
    told = values(read("La Miche du Fjord inc.\n412, rue Racine Est, Chicoutimi (Québec) G7H 1T3\nLe 14 février 2025\n"
                       "Objet : notre employée Madame Fatoumata Binta Sow\nIl me fait plaisir de confirmer que Mme Sow travaille chez "
                       "nous comme "
                       "boulangère depuis le 6 septembre 2022.\nRosaire Tremblay\nPropriétaire\n"))
    assert told["person.name"] == "Fatoumata Binta Sow"


def test_a_letter_of_a_director_is_no_diploma() -> None:
    """« directeur » holds « recteur »; an internship's certificate tells of the degree that is studied for."""
    document = read("Coopérative d'épargne ALAFIA\nCarré 214, Parakou, Bénin\nATTESTATION DE FIN DE STAGE\nLe Directeur général atteste "
                    "que :\n"
                    "Mademoiselle Mariam TCHABI\nétudiante en troisième année de licence à l'université de Parakou,\n"
                    "a accompli dans nos services un stage de trois mois, du 03 juin au 30 août 2024.\nParakou, le 2 septembre "
                    "2024\nSéverin DOSSOU\n")
    assert document.kind == "employment_letter"


def test_a_column_of_tasks() -> None:
    """Of a table of positions, or beside positions in columns: each has its own, parted by bullets, the first shown or not."""
    told = positions(letter(HEAD + "Mme Awa Sarr a occupé ces fonctions :\n"
                            "Fonction                 Période                        Attributions\n"
                            "Agente de saisie         du 01/02/2014 au 31/12/2015    Saisie des fiches • Archivage des dossiers\n"
                            "Assistante logistique    du 04/01/2016 au 30/06/2018    • Suivi du carburant • Inventaire mensuel • Achats "
                            "de bureau\n"
                            + END))
    assert [job["duties"] for job in told] == [["Suivi du carburant", "Inventaire mensuel", "Achats de bureau"],
                                               ["Saisie des fiches", "Archivage des dossiers"]]
