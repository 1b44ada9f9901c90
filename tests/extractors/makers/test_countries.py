"""Letters of some twenty countries: what papers of five more makers taught."""

from __future__ import annotations

import pytest

from tests.extractors.paper import read, values

LETTER = ("{head}\n\nLe 3 mars 2025\nObjet : Attestation d'emploi\nÀ qui de droit,\n{text}\nMarie Roy\n"
          "Directrice des ressources humaines\n")
LETTER_EN = ("Northgate Foods Ltd.\n12 Harbour Road, Halifax, NS B3H 1A1\n\nMarch 3, 2025\nTo whom it may concern,\n{text}\n"
             "Mary Ross\nHuman Resources Manager\n")


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
    (name,) = (field for field in document.fields if field.name == "person.name")
    assert name.confidence < 0.95


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


def test_a_town_is_no_position() -> None:
    """« … until May 30, 2025, when she moved to Montreal »."""
    document = read(LETTER_EN.format(text=(
        "María Fernanda Quiroga Salazar worked with us as a daycare assistant from Oct. 3, 2022 until May 30, 2025,\n"
        "when she moved to Montreal for her studies. It was a part-time job, 24 hours a week.")))
    assert [field.value for field in document.fields if field.name == "position.title"] == ["daycare assistant"]
    assert [field.value for field in document.fields if field.name == "position.start_date"] == ["2022-10-03"]


def test_a_contract_for_good_is_no_position() -> None:
    """« Son contrat est devenu à durée indéterminée le … »."""
    document = read(LETTER.format(head="Hôtel du Vieux Lavoir SARL\n22100 Dinan", text=(
        "Je certifie avoir employé monsieur Idriss Benhaddou dans mon établissement du 1er avril 2018 au 30 septembre 2023\n"
        "comme réceptionniste de nuit. Son contrat, d'abord saisonnier, est devenu à durée indéterminée le 5 novembre 2018.")))
    assert [field.value for field in document.fields if field.name == "position.title"] == ["réceptionniste de nuit"]


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


def test_a_list_with_job_groups_before_its_times() -> None:
    """« 1. Clerical Officer II, Job Group F: March 2012 to June 2015 »; the embassy's town is not the employer's."""
    document = read("REPUBLIC OF KENYA\nCOUNTY GOVERNMENT OF MBARAKI\nP.O. Box 555-40118, MBARAKI\nDate: 5th March, 2025\n"
                    "The Visa Officer\nHigh Commission of Canada\nP.O. Box 1013-00621, NAIROBI\n"
                    "RE: CONFIRMATION OF SERVICE – MRS. BEATRICE AKINYI ODHIAMBO\n"
                    "The above named officer is in the permanent establishment of the County. Our records show these appointments:\n"
                    "1. Clerical Officer II, Job Group F: March 2012 to June 2015, Land Registry.\n"
                    "2. Office Administrator, Job Group K: July 2015 to date, Office of the County Secretary.\n"
                    "J. K. MUTISYA\nCHIEF OFFICER\n")
    told = {field.value: field.group for field in document.fields if field.name == "position.title"}
    starts = {field.group: field.value for field in document.fields if field.name == "position.start_date"}
    assert {title: starts[group] for title, group in told.items()} == {"Clerical Officer II": "2012-03", "Office Administrator": "2015-07"}
    assert "NAIROBI" not in [field.value for field in document.fields if field.name == "employer.place"]


def test_the_house_below_a_title_in_its_cell_is_none_of_it() -> None:
    """« Aide de service / CHSLD du Ruisseau » in a cell of two lines."""
    document = read(LETTER.format(head="Centre intégré de santé des Hautes-Rivières\nLac-Vert (Québec) J8T 0A4", text=(
        "Nous certifions l'emploi de Mme Fatoumata Sow :\n"
        "Titre d'emploi                                     Début         Fin           Heures / sem.\n"
        "Préposée aux bénéficiaires CHSLD du Ruisseau       2021-09-13    2023-11-04    36,25\n"
        "Aide de service CHSLD du Ruisseau                  2020-05-04    2021-09-11    21,75")))
    titles = {field.value for field in document.fields if field.name == "position.title"}
    assert titles == {"Préposée aux bénéficiaires", "Aide de service"}


def test_seasons_of_one_farm_are_positions() -> None:
    """Labels by turns, the second season's below the first's."""
    season = ("SAISON {0} – contrat no {1}\nPoste : {2}     Salaire : {3} $/h\n"
              "Arrivé au champ le : {4} avril {0}     Dernier jour travaillé : {5} octobre {0}\nHeures : 50 h/sem.     Logement : fourni\n")
    document = read("Ferme du Ruisseau-Noir s.e.n.c.\n318, rang Saint-Paul, Saint-Rémi (Québec) J0L 2L0\nATTESTATION D'EMPLOI\n"
                    "Relevé des saisons travaillées par notre employé\n"
                    "Travailleur : Selvin Estuardo Xol Caal     Né le : 7 mars 1994\n"
                    + season.format(2023, 1, "ouvrier agricole", "16,25", 24, 28) + season.format(2024, 2, "chef d'équipe", "18,90", 15, 9)
                    + "Rempli à Saint-Rémi, le 2 décembre 2024\n")
    starts = {field.group: field.value for field in document.fields if field.name == "position.start_date"}
    assert {field.value: starts[field.group] for field in document.fields if field.name == "position.title"} == {
        "ouvrier agricole": "2023-04-24", "chef d'équipe": "2024-04-15"}


def test_a_course_away_from_work_is_no_internship() -> None:
    """« absent … pour un stage de formation »."""
    said = values(read(LETTER.format(head="COLLÈGE LES BÂTISSEURS\nB.P. 5550 Bafoussam, Cameroun", text=(
        "Le soussigné, TCHOUMI WAFO Emmanuel, Principal dudit établissement, atteste que M. NGUEFACK Achille\n"
        "est en service au collège depuis le 4 septembre 2017 comme professeur de mathématiques, à plein temps.\n"
        "Il a été absent du 3 au 21 mars 2022 pour un stage de formation à Yaoundé."))))
    assert "position.internship" not in said


def test_the_only_pay_told_may_be_the_first() -> None:
    """« … at a starting salary of $61,000 a year »: given where no other is, and never surely."""
    document = read(LETTER_EN.format(text="Mr. Seun Ade has worked for us since September 16, 2019 as a QA analyst,\n"
                                          "at a starting salary of $61,000 a year."))
    (pay,) = (field for field in document.fields if field.name == "position.salary")
    assert (pay.value, pay.confidence < 0.95) == ({"amount": 61000, "currency": "CAD", "period": "year"}, True)


@pytest.mark.parametrize(("said", "end"), [
    ("Il nous a quittés en février 2023 pour suivre sa conjointe.", "2023-02"),
    ("Il nous a quittés le 3 février 2023 pour suivre sa conjointe.", "2023-02-03"),
])
def test_who_has_left_us(said: str, end: str) -> None:
    """In the plural of a house, with a day or a month."""
    told = values(read(LETTER.format(head="La Miche à Fernande inc.\nBaie-Saint-Paul (Québec) G3Z 1M1", text=(
        f"Oussama Benkirane a travaillé chez nous comme boulanger à partir du 8 septembre 2020.\n{said}"))))
    assert told["position.end_date"] == end


def test_how_long_a_project_runs_is_no_departure() -> None:
    """« Project “Harfang”, which he leads, is planned to run until March 2026 »."""
    said = values(read(LETTER_EN.format(text=(
        "Mr. Temitope Balogun joined us on January 18, 2021 and remains with us today as a senior backend developer.\n"
        "Project “Harfang”, which he leads technically, is planned to run until March 2026."))))
    assert (said["position.start_date"], said["position.end_date"]) == ("2021-01-18", "present")


def test_dismissed_is_the_end_of_an_eastern_certificate() -> None:
    """« dismissed (Art. 38 of the Labour Code)   25.02.2022 », and a leave between."""
    said = values(read("LIMITED LIABILITY COMPANY «PODILLIA-AGROTRADE»\n21 Kyivska St., Vinnytsia, Ukraine\nCERTIFICATE No. 214/03\n"
                       "Issued to Oksana HAIDUK to the effect that she held the post of accountant and was employed by us:\n"
                       "hired                                     11.05.2012     Order No. 37-K of 10.05.2012\n"
                       "dismissed (Art. 38 of the Labour Code)    25.02.2022     Order No. 9-K of 24.02.2022\n"
                       "Maternity leave: from 02.03.2015 to 30.08.2016.\nDirector     B. P. Zakharchuk\n"))
    assert said["position.end_date"] == "2022-02-25"
