"""What papers of three more makers taught, from some twenty countries."""

from __future__ import annotations

import pytest

from extractors.fields.hours import find_hours
from extractors.fields.names import name_at
from extractors.fields.text.plain import plain
from extractors.fields.when.dates import find_dates
from extractors.fields.where.towns import find_place
from tests.extractors.paper import read, values

LETTER = ("{head}\n\nLe 3 mars 2025\nObjet : Attestation d'emploi\nÀ qui de droit,\n{text}\nMarie Roy\n"
          "Directrice des ressources humaines\n")
LETTER_EN = ("Northgate Foods Ltd.\n12 Harbour Road, Halifax, NS B3H 1A1\n\nMarch 3, 2025\nTo whom it may concern,\n{text}\n"
             "Mary Ross\nHuman Resources Manager\n")
TCF = ("France Éducation international\nAttestation TCF Québec\nTest de connaissance du français pour le Québec\n"
       "Nom et prénoms    SINGH Harpreet Kaur\nDate de naissance    28 février 1993\nSession du    5 mars 2024\n{}\n"
       "Établie à Sèvres, le 26 mars 2024.\n")


def test_skills_not_sat_are_not_given_the_figures_of_dates_below() -> None:
    """« Compréhension écrite : non présentée. Expression écrite : non présentée. » above « valable jusqu'au 4 mars 2026 »."""
    said = values(read(TCF.format(
        "Compréhension orale              Expression orale\nScore : 357 points sur 699       Note : 8 sur 20\n"
        "Niveau : B1                      Niveau : B1\n"
        "Compréhension écrite : non présentée. Expression écrite : non présentée.\n"
        "Attestation n° QC24-03-118552, valable jusqu'au 4 mars 2026.")))
    assert {name: value for name, value in said.items() if name.endswith(".score")} == {"listening.score": 357, "speaking.score": 8}


def test_figures_of_a_date_are_no_score() -> None:
    """A row of values that holds a date only."""
    said = values(read(TCF.format("Compréhension orale              Expression orale\n"
                                  "valable jusqu'au 4 mars 2026     valable jusqu'au 4 mars 2026")))
    assert not [name for name in said if name.endswith(".score")]


def test_a_block_a_skill_with_its_quebec_level() -> None:
    """The skill above its score, its level and its place on Québec's scale, a row each."""
    said = values(read(TCF.format(
        "Compréhension orale\nScore                                    357 / 699\nNiveau du Cadre européen (CECR)          B1\n"
        "Échelle québécoise                       Niveau 6")))
    assert (said["listening.score"], said["listening.cefr"], said["listening.quebec_level"]) == (357, "B1", 6)


@pytest.mark.parametrize(("text", "hours"), [
    ("a normal pay period is 75 hours over two weeks", 37.5),
    ("70 heures sur deux semaines", 35),
    ("six days a week, eight hours a day", 48),
])
def test_hours_of_two_weeks_and_of_days_in_words(text: str, hours: float) -> None:
    """Half of two weeks; days times hours, in words too."""
    assert next(find_hours(plain(text))).value == hours


def test_the_label_behind_a_name_is_none_of_it() -> None:
    """« … NGỌC HUYỀN Gender: female »."""
    text = "LÊ THỊ NGỌC HUYỀN Gender: female Date of birth: 25/10/1992"
    found = name_at(text, (0, len(text)))
    assert found is not None and text[slice(*found)] == "LÊ THỊ NGỌC HUYỀN"


def test_the_middle_of_a_month_is_that_month() -> None:
    """« à la mi-août 2020 »."""
    assert [date.value for date in find_dates(plain("il est entré à la mi-août 2020"))] == ["2020-08"]


def test_the_town_before_the_letters_of_its_state() -> None:
    """Mexico prints town, state and country."""
    text = plain("Av. 5 de Febrero 1555, 76130 Querétaro, Qro., México")
    found = find_place(text, (0, len(text)))
    assert found is not None and (text[slice(*found.span)], found.country) == ("queretaro, qro., mexico", "MX")


@pytest.mark.parametrize(("head", "name"), [
    (("MINISTÈRE DE L'ÉDUCATION NATIONALE     RÉPUBLIQUE DE CÔTE D'IVOIRE\nET DE L'ALPHABÉTISATION     Union – Discipline – Travail\n"
      "COLLÈGE PRIVÉ LES FLAMBOYANTS"), "COLLÈGE PRIVÉ LES FLAMBOYANTS"),
    ("RÉPUBLIQUE ALGÉRIENNE DÉMOCRATIQUE ET POPULAIRE\nMINISTÈRE DE L'HYDRAULIQUE\nDIRECTION DE L'HYDRAULIQUE DE LA WILAYA DE TIARET",
     "DIRECTION DE L'HYDRAULIQUE DE LA WILAYA DE TIARET"),
    ("HAU RIVER AQUATIC PRODUCTS     SOCIALIST REPUBLIC OF VIETNAM\nJOINT STOCK COMPANY     Independence – Freedom – Happiness",
     "HAU RIVER AQUATIC PRODUCTS JOINT STOCK COMPANY"),
])
def test_whose_paper_it_is_below_what_the_state_prints(head: str, name: str) -> None:
    """Ministries, mottos and names of countries stand over the papers of others."""
    said = values(read(LETTER.format(head=head, text="M. Koffi Serge Aymard travaille chez nous depuis le 16 septembre 2019.")))
    assert said["employer.name"] == name


def test_the_foot_of_a_form_on_one_row() -> None:
    """Name, function and day of who signs, behind labels without colons."""
    said = values(read("ATTESTATION D'EMPLOI\nCentre de services scolaire des Hautes-Collines\nNom et prénom     Benkirane-Tazi, Houda\n"
                       "Nom en lettres moulées MARIE-PIER ROY Fonction Agente de bureau, classe I     Signature et date 2025-05-06\n"))
    assert (said["signatory.name"], said["signatory.title"]) == ("MARIE-PIER ROY", "Agente de bureau, classe I")


def test_a_card_of_identity_is_no_date_of_the_letter() -> None:
    """« N.I.C. No. 100555731, issued 12/08/2019 »."""
    said = values(read("FAKO TRANSIT Ltd\nLimbe, Cameroon\nOur ref: FTH/ADM/0093     21st May 2024\nSTATEMENT OF SERVICE\n"
                       "Worker     Mr ENOW Emmanuel Tabe\nN.I.C. No.     100555731, issued 12/08/2019\nCapacity     Warehouse Supervisor\n"
                       "Date of engagement     3rd October 2016\n"))
    assert said["issued_on"] == "2024-05-21"


def test_terms_behind_each_title_said_again() -> None:
    """A table of positions, and sentences « As Staff Nurse she … » with the hours of each."""
    document = read(LETTER_EN.format(text=(
        "This is to certify that Ms. Maria Theresa Panes has served us as follows:\n"
        "Capacity          Area                 Inclusive dates\n"
        "Staff Nurse       Emergency Room       Aug. 16, 2013 – Jan. 31, 2019\n"
        "Head Nurse        Hemodialysis Unit    Feb. 1, 2019 – Present\n"
        "As Staff Nurse she rendered thirty-two (32) hours of duty a week. As Head Nurse she works forty-eight (48) hours a week.")))
    said = {str(field.value): [one.value for one in document.fields if one.name == "position.hours_per_week" and one.group == field.group]
            for field in document.fields if field.name == "position.title"}
    assert said == {"Staff Nurse": [32], "Head Nurse": [48]}


def test_a_stage_in_english_is_no_internship() -> None:
    """« checked cutting stage » is the flowers'."""
    said = values(read(LETTER_EN.format(text=(
        "Ms Faith Rotich has worked for us as section supervisor since 1 March 2019.\nShe checked the cutting stage of the roses."))))
    assert "position.internship" not in said


def test_the_end_of_a_probation_is_no_end_of_the_job() -> None:
    """« Sa période de probation a pris fin … » of who still works there."""
    said = values(read(LETTER.format(head="Résidence Les Berges inc.\nTrois-Rivières (Québec) G8T 5H2", text=(
        "Mme Fatoumata Diallo fait partie de notre personnel depuis le 6 juin 2022 à titre de préposée aux bénéficiaires.\n"
        "Sa période de probation a pris fin le 2 septembre 2022."))))
    assert (said["position.start_date"], said["position.end_date"]) == ("2022-06-06", "present")


def test_since_when_a_firm_serves_is_no_start() -> None:
    """A year alone in a row that is no sentence."""
    said = values(read(LETTER_EN.format(text=(
        "RE: LETTER OF CONFIRMATION OF EMPLOYMENT\n"
        "Miss Blessing Adekunle resumed with us as a Pharmacy Technician on 11th January, 2021.")) + "Serving Bodija since 1999\n"))
    assert said["position.start_date"] == "2021-01-11"


def test_half_a_name_is_never_sure() -> None:
    """Two surnames beside « Nom et prénom(s) » and the first names elsewhere."""
    document = read("ÉTAT DES SERVICES\nNom et prénom(s) : OUÉDRAOGO/SAWADOGO\nMatricule : 228 417 K\nWendpouiré Clarisse\n"
                    "Ouagadougou, le 11 juin 2020\nAttaché de santé depuis le 1er octobre 2009\n")
    assert all(field.confidence < 0.95 for field in document.fields if field.name == "person.name")


def test_a_transcript_by_its_labels() -> None:
    """Entered, completed, conferred: each its own day."""
    said = values(read("VOLTA VALLEY UNIVERSITY     OFFICIAL TRANSCRIPT\nAcademic Registry, Ho, Ghana\n"
                       "Student     Ofori-Atta, Ebenezer     Index number     VVU/STA/16\n"
                       "Award       Bachelor of Science (Honours)     Programme     Statistics\n"
                       "Entered     August 2016     Completed     June 2020\n"
                       "Conferred   21 November 2020     Class     Second Class Upper\n"
                       "Course     Credits     Grade\nSTAT 111   3     B+\nSTAT 224   3     A\n"))
    assert (said["study.start_date"], said["study.end_date"], said["conferred_on"]) == ("2016-08", "2020-06", "2020-11-21")


def test_the_day_of_a_law_is_not_a_diplomas() -> None:
    """A Colombian university's legal personality, and the words over the graduate."""
    said = values(read("República de Colombia — Ministerio de Educación Nacional\nCorporación Universitaria del Alto Cauca\n"
                       "Personería jurídica n.º 4555 del 3 de agosto de 1981\nEn atención a que\nNatalia Andrea Balcázar Ortiz\n"
                       "C.C. 1.061.555.843 de Popayán\ncumplió los requisitos, le otorga el título de\nIngeniera Ambiental\n"
                       "y le expide este diploma en Popayán, el 13 de diciembre de 2019\n"))
    assert (said.get("conferred_on"), said.get("issued_on"), said.get("credential.field")) == ("2019-12-13", None, None)


def test_the_day_on_which_a_quebec_diploma_was_printed() -> None:
    """« Sanctionné le … », « Diplôme imprimé à Québec le … »."""
    said = values(read("Gouvernement du Québec\nMinistère de l'Éducation\nDiplôme d'études professionnelles\nLe ministre décerne à\n"
                       "Inoussa Ouédraogo\nce diplôme dans la spécialité\nSoudage-montage\nSanctionné le 17 juin 2022\n"
                       "Diplôme imprimé à Québec le 4 juillet 2022\n"))
    assert (said["conferred_on"], said["issued_on"]) == ("2022-06-17", "2022-07-04")


def test_credits_in_thirds() -> None:
    """« 45 ⅔ unités »."""
    said = values(read("Cégep des Hautes-Collines\nATTESTATION D'ÉTUDES COLLÉGIALES\ndécerne la présente attestation à\nNour Mansouri\n"
                       "qui a réussi l'ensemble des cours du programme\nTechniques d'éducation à l'enfance\n"
                       "JEE.0K – 1 245 heures – 45 ⅔ unités\n"
                       "Donné à Saint-Jérôme, le 18 juin 2021\n"))
    assert said["study.credits"] == 45.67


def test_a_degree_that_its_column_breaks_is_never_sure() -> None:
    """« … confers the degree of Bachelor of Forest / Engineering upon … », beside the words in Portuguese."""
    document = read("Universidade Federal do Alto Jequitinhonha\nDIPLOMA\nThe Rector, in view of the completion of the course and\n"
                    "of the graduation ceremony, confers the degree of Bachelor of Forest\n"
                    "Graduação em Engenharia Florestal, e a colação de grau em 22 de janeiro de 2016,\n"
                    "Engineering upon the above-named student.\nDiamantina, 4 de maio de 2016\n")
    assert all(field.confidence < 0.95 for field in document.fields if field.name == "credential.title")


def test_a_name_that_its_column_breaks_goes_on_below() -> None:
    """A Colombian letter in two languages side by side: whole, and in doubt unless it stands whole elsewhere."""
    document = read("CERTIFICACIÓN LABORAL                                     EMPLOYMENT CERTIFICATE\n"
                    "Que la señora Luz Dary CÁRDENAS                           That Mrs. Luz Dary CÁRDENAS\n"
                    "MOSQUERA, identificada con cédula                         MOSQUERA, holder of the card\n"
                    "laboró en esta empresa desde el                           worked for this company from\n"
                    "3 de agosto de 2015.                                      3 August 2015.\n")
    (name,) = (field for field in document.fields if field.name == "person.name")
    assert name.value == "Luz Dary CÁRDENAS MOSQUERA"
    assert name.confidence < 0.95


def test_who_leaves_on_the_day_of_the_letter() -> None:
    """« Il nous quitte ce jour (31 août 2022) »."""
    said = values(read(LETTER.format(head="Laboratoires Moléson SA\n1630 Bulle", text=(
        "Monsieur Besnik Krasniqi a été engagé le 1er février 2016 comme laborantin.\n"
        "Il nous quitte ce jour (31 août 2022), libre de tout engagement."))))
    assert (said["position.start_date"], said["position.end_date"]) == ("2016-02-01", "2022-08-31")


def test_the_end_of_studies_on_a_brazilian_diploma() -> None:
    """The course was concluded, the degree conferred and the paper made out on three days."""
    said = values(read("República Federativa do Brasil\nUniversidade Federal do Vale do Araripe\nDIPLOMA\n"
                       "O Reitor, tendo em vista a conclusão do curso de graduação em Engenharia Civil, em 15 de dezembro de 2017,\n"
                       "e a colação de grau em 9 de fevereiro de 2018, confere o título de\nBacharela em Engenharia Civil\na\n"
                       "Thaís Moreira Cavalcante\nJuazeiro do Norte, 20 de março de 2018\nRegistro n.º 1842, livro 12, fl. 61\n"))
    assert (said["study.end_date"], said["conferred_on"], said["issued_on"]) == ("2017-12-15", "2018-02-09", "2018-03-20")
    assert said["reference"] == "1842"


@pytest.mark.parametrize("end", ["when she moved to Montreal for her studies", "date à laquelle elle est partie"])
def test_a_town_is_no_position(end: str) -> None:
    """« … until May 30, 2025, when she moved to Montreal »."""
    document = read(LETTER_EN.format(text=(
        "María Fernanda Quiroga Salazar worked with us as a daycare assistant from Oct. 3, 2022 until May 30, 2025,\n"
        f"{end}. It was a part-time job, 24 hours a week.")))
    assert [field.value for field in document.fields if field.name == "position.title"] == ["daycare assistant"]
    assert [field.value for field in document.fields if field.name == "position.start_date"] == ["2022-10-03"]


def test_a_contract_for_good_is_no_position() -> None:
    """« Son contrat est devenu à durée indéterminée le … »."""
    document = read(LETTER.format(head="Hôtel du Vieux Lavoir SARL\n22100 Dinan", text=(
        "Je certifie avoir employé monsieur Idriss Benhaddou dans mon établissement du 1er avril 2018 au 30 septembre 2023\n"
        "comme réceptionniste de nuit. Son contrat, d'abord saisonnier, est devenu à durée indéterminée le 5 novembre 2018.")))
    assert [field.value for field in document.fields if field.name == "position.title"] == ["réceptionniste de nuit"]


@pytest.mark.parametrize(("text", "dates"), [
    ("chaîne 14\nDe mai 2009 à décembre 2013", ["2009-05", "2013-12"]),
    ("chaînes 9 et 10\nDe septembre 2018 à juillet 2023", ["2018-09", "2023-07"]),
    ("14 de mayo de 2009", ["2009-05-14"]),
    ("le 14e jour du mois de mai 2009", ["2009-05-14"]),
])
def test_a_number_before_de_is_no_day_in_french(text: str, dates: list[str]) -> None:
    """In Spanish it is."""
    assert [date.value for date in find_dates(plain(text))] == dates


def test_a_day_with_de_may_be_one() -> None:
    """On one row, from who writes French as another language: both readings, in doubt."""
    (date,) = find_dates(plain("le 14 de mai 2009"))
    assert (date.value, date.others, date.doubts > 0) == ("2009-05", ("2009-05-14",), True)


def test_what_someone_earned_first_is_not_the_pay() -> None:
    """« His first wage with us was €10.10 an hour », and if Canada doesn't work out."""
    said = values(read("Gallagher Herlihy Seafoods Ltd\nThe Pier, Killybegs, Co. Donegal, F94 X555\n11th April 2024\nDear Sir or Madam,\n"
                       "We confirm the employment of Thiago Amorim Peixoto, who has worked here since 3 February 2020 as a filleter.\n"
                       "He takes home, before tax, €565.50 a week. His first wage with us was €10.10 an hour.\n"
                       "If Canada doesn't work out there's a knife here with his name on it.\nDeclan Herlihy\nProduction Manager\n"))
    assert said["position.salary"] == {"amount": 565.5, "currency": "EUR", "period": "week"}
    assert said["employer.country"] == "IE"


def test_a_table_whose_cells_ran_together() -> None:
    """Number, title and both dates in one cell; the pay by the words of its head."""
    document = read(LETTER_EN.format(text=(
        "This is to certify that Mr. Sajid Mehmood Bhatti was employed by us in the following capacities:\n"
        "Sr.   Capacity         From        To        Basic (AED/month)\n"
        "1     Electrician    20/03/2011  30/06/2015  2,200\n"
        "2 Electrical Foreman 01/07/2015 31/10/2021   5,400")))
    told = {str(field.value): field.group for field in document.fields if field.name == "position.title"}
    assert set(told) == {"Electrician", "Electrical Foreman"}
    pay = {field.group: field.value["amount"] for field in document.fields if field.name == "position.salary"}
    assert pay == {told["Electrician"]: 2200, told["Electrical Foreman"]: 5400}


def test_a_title_over_its_time_and_terms() -> None:
    """« Quality Assurance Tester » above « May 2019 to August 2021 · full time, 40 hours weekly · $21.75 an hour »."""
    document = read("Pixelhearth Interactive Inc.\nMontréal, Québec H2T 1X3\nSeptember 8, 2025\nLetter of employment\n"
                    "Arash Mohammadi-Kia has held two positions with us:\n"
                    "Quality Assurance Tester\nMay 2019 to August 2021 · full time, 40 hours weekly · $21.75 an hour\n"
                    "• Ran regression tests on builds\n• Logged defects in the tracker\n"
                    "Gameplay Programmer\nAugust 30, 2021 to date · permanent, 37.5 hours weekly · $84,500 a year\n"
                    "• Implements player movement\n• Profiles frame time on hardware\nGwen Achterberg\nHead of People Operations\n")
    hours = {field.group: field.value for field in document.fields if field.name == "position.hours_per_week"}
    assert {field.value: hours[field.group] for field in document.fields if field.name == "position.title"} == {
        "Quality Assurance Tester": 40, "Gameplay Programmer": 37.5}


def test_stages_by_their_ordinals() -> None:
    """« 1re étape — Opératrice de machine, chaîne 14 » over « De mai 2009 à … »."""
    document = read("SOATEX SA\nAntsirabe 110 — Madagascar\nCERTIFICAT DE CARRIÈRE\nMme Voahangy RASOLOFO a travaillé chez nous :\n"
                    "1re étape — Opératrice de machine, chaîne 14\nDe mai 2009 à décembre 2013. Elle devait assembler les manches.\n"
                    "2e étape — Contrôleuse qualité, atelier maille\nDe janvier 2014 à août 2018. Elle devait mesurer les pièces.\n"
                    "Antsirabe, ce vendredi 4 août 2023\nHery ANDRIANAIVO\nDirecteur des ressources humaines\n")
    starts = {field.group: field.value for field in document.fields if field.name == "position.start_date"}
    assert sorted(str(value) for value in starts.values()) == ["2009-05", "2014-01"]


def test_how_a_post_is_held_is_none_of_its_title() -> None:
    """« Infirmière auxiliaire — poste à temps complet de soir, depuis le … »."""
    document = read(LETTER.format(head="CISSS des Hautes-Rivières\nMont-Laurier (Québec) J9L 1R4", text=(
        "Mme Adjoua Kacou a porté deux titres d'emploi :\n"
        "Infirmière auxiliaire — poste à temps complet de soir, depuis le 14 juin 2021 (toujours en fonction)\n"
        "• administrer les médicaments\n• faire les pansements\n"
        "Préposée aux bénéficiaires — temps partiel régulier, du 19 février 2018 au 13 juin 2021\n"
        "• donner les soins d'hygiène\n• aider aux repas")))
    assert {field.value for field in document.fields if field.name == "position.title"} == {
        "Infirmière auxiliaire", "Préposée aux bénéficiaires"}


def test_a_birth_told_twice_is_no_award() -> None:
    """Beside its label in two languages; the one day left is that of the award."""
    said = values(read("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM     SOCIALIST REPUBLIC OF VIETNAM\n"
                       "TRƯỜNG ĐẠI HỌC BÁCH KHOA SÔNG HẬU      SONG HAU UNIVERSITY OF TECHNOLOGY\ncấp     has conferred\n"
                       "BẰNG KỸ SƯ      THE DEGREE OF ENGINEER\nKỸ THUẬT ĐIỆN      in ELECTRICAL ENGINEERING\n"
                       "Cho: Ông Phạm Đức Minh      Upon: Mr Pham Duc Minh\nNgày sinh: 16/04/1996      Date of birth: 16 April 1996\n"
                       "Can Tho, 28 August 2019\nRECTOR\n"))
    assert (said["conferred_on"], said.get("issued_on")) == ("2019-08-28", None)


def test_the_colacao_is_the_award_and_no_end_of_studies() -> None:
    """« … a conclusão do Curso de Enfermagem e a colação de grau realizada em … »."""
    said = values(read("REPÚBLICA FEDERATIVA DO BRASIL\nCentro Universitário Serra da Mantiqueira\nDiploma\n"
                       "O Reitor, tendo em vista a conclusão do Curso\n"
                       "de Enfermagem e a colação de grau realizada em 15 de dezembro de 2017, confere o título de\n"
                       "Bacharel em Enfermagem\na\n"
                       "Thaís Aparecida Nogueira Prado\nItajubá, 22 de março de 2018.\n"))
    assert (said["conferred_on"], said.get("study.end_date")) == ("2017-12-15", None)


def test_an_identity_card_is_no_number_of_the_diploma() -> None:
    """« titulaire de la C.I.N. n° 05555193 »."""
    said = values(read("République Tunisienne\nUniversité du Sahel\nDiplôme National de Licence\nLe Président délivre à :\n"
                       "M. Aymen BEN SLIMANE, titulaire de la C.I.N. n° 05555193, le diplôme ci-dessus désigné.\n"
                       "N° d'ordre : ISIMA/2019/L/0213\nMahdia, le 15 juillet 2019\n"))
    assert said["reference"] == "ISIMA/2019/L/0213"


def test_credits_that_a_sentence_sums() -> None:
    """« Total ECTS credits earned, including units not listed on this extract: 240 »."""
    said = values(read("Prykarpattia State University of Economics\nAcademic Transcript\nStudent: Dmytro Savchenko\n"
                       "Programme: Finance and Credit Qualification: Bachelor of Finance and Credit\n"
                       "No.     Course unit     ECTS     Grade\n1     History     4     A\n2     Mathematics     8     C\n"
                       "Total ECTS credits earned, including units not listed on this extract: 240\n"))
    assert (said["study.credits"], said["credential.field"]) == (240, "Finance and Credit")
