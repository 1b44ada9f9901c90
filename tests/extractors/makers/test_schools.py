"""Diplomas and transcripts of some ten countries: what papers of five more makers taught."""

from __future__ import annotations

from tests.extractors.paper import read, values


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


def test_credits_in_thirds_behind_their_label() -> None:
    """« Nombre d'unités   46 1/3 »: never 46."""
    said = values(read("Cégep Rivière-aux-Saumons\nAttestation d'études collégiales\nDécernée à\nLaleh Ghorbani\n"
                       "Programme     LEA.3Q — Administration de réseaux\nNombre d'unités     46 1/3\n"
                       "Délivrée à Chicoutimi, le 6 décembre 2021.\n"))
    assert said["study.credits"] == 46.33


def test_a_bachelor_of_belgium_by_its_colon() -> None:
    """« le grade académique de Bachelier : infirmier responsable … », the surname before the first name."""
    said = values(read("FÉDÉRATION WALLONIE-BRUXELLES\nHaute École libre Sambre-et-Thudinie\nrue du Chapitre 4, 6530 Thuin\n"
                       "Diplôme de bachelier : infirmier responsable de soins généraux\n"
                       "Attendu que Nsimba Mfumu, Gracia, née à Matadi le 14 octobre 1996, a justifié des conditions d'accès ;\n"
                       "Lui avons conféré et conférons, avec distinction, le grade académique susmentionné.\n"
                       "Donné à Thuin, le 3 juillet 2020.\n"))
    assert said["credential.title"] in ("Diplôme de bachelier : infirmier responsable de soins généraux",
                                        "bachelier : infirmier responsable de soins généraux")
    assert (said["credential.level"], said["person.name"]) == ("bachelor", "Nsimba Mfumu, Gracia")


def test_an_english_attestation_of_a_college() -> None:
    """« Attestation of Collegial Studies (AEC) »: a diploma of Québec by its English name."""
    document = read("Lakeshore Heritage College\nCégep – Continuing Education\nPointe-Claire, Québec\n"
                    "By virtue of the College Education Regulations, the Board of Governors grants to\nAna Lucía Restrepo Cárdenas\nthe\n"
                    "Attestation of Collegial Studies (AEC)\nin the program\nEarly Childhood Education JEE.13\n"
                    "Granted at Pointe-Claire on January 27, 2023.\n")
    assert (document.kind, values(document)["credential.level"]) == ("diploma", "college_attestation")
    assert values(document)["conferred_on"] == "2023-01-27"


def test_a_hyphen_between_blanks_cuts_no_towns_name() -> None:
    """« CÉGEP DE LA HAUTE - GASPÉSIE »; a programme or a place behind a dash is no part of a name."""
    for head, name in (("CÉGEP DE LA HAUTE - GASPÉSIE",) * 2, ("Cégep Marie-Roy – Campus de Gaspé", "Cégep Marie-Roy")):
        said = values(read(f"{head}\nAttestation d'études collégiales\ndécernée à\nNathalia Restrepo Gaviria\nGaspé, le 4 mai 2021\n"))
        assert said["institution.name"] == name


def test_years_of_study_in_words() -> None:
    """« au cours des années académiques 2012-2016 », "Studies commenced in September 2007"."""
    french = values(read("Université Toussaint\nDiplôme\nvu les examens subis par Marie SAINT-FLEUR\n"
                         "au cours des années académiques 2012-2016,\n"
                         "lui conférons le grade de\nLicenciée en Sciences Infirmières\nDonné aux Gonaïves, le 17 mars 2017.\n"))
    assert (french["study.start_date"], french["study.end_date"]) == ("2012", "2016")
    english = values(read("Alvand University of Technology\nGRADUATION CERTIFICATE\n"
                          "Ms. Ana Ruiz was awarded on 11 September 2011 the degree of\n"
                          "Bachelor of Science\nStudies commenced in September 2007, in the daytime.\n"))
    assert english["study.start_date"] == "2007-09"


def test_a_diploma_signed_in_spanish() -> None:
    """« San Carlos de Bariloche, a los 9 días del mes de mayo de 2017 »: the day of the award, not of the last exam."""
    said = values(read("REPÚBLICA ARGENTINA\nUniversidad Nacional del Nahuel Huapi\nEl Rector, por cuanto doña Lucía Belén Etchegoyen,\n"
                       "nacida el 19 de enero de 1992, ha cumplido el 14 de diciembre de 2016 con las exigencias del plan de estudios,\n"
                       "le otorgan el título de\nLicenciada en Química\nSan Carlos de Bariloche, a los 9 días del mes de mayo de 2017\n"))
    assert (said["conferred_on"], said["person.name"]) == ("2017-05-09", "Lucía Belén Etchegoyen")


def test_months_behind_the_years_of_a_course() -> None:
    """« Formation résidentielle : septembre 2012 – juillet 2014 (24 mois) »."""
    said = values(read("Royaume du Maroc\nOffice de la formation professionnelle\nDIPLÔME DE TECHNICIEN SPÉCIALISÉ\nest délivré à\n"
                       "LAKHDAR Hamza\nFilière : Méthodes en fabrication mécanique\n"
                       "Formation résidentielle : septembre 2012 – juillet 2014 (24 mois)\nCasablanca, le 21 octobre 2014\n"))
    assert said["study.months"] == 24


def test_when_a_college_course_began_and_ended() -> None:
    """Beside their labels; its units in thirds with a blank in them, as raised figures are read."""
    said = values(read("Cégep de la Baie-aux-Outardes\nattestation d'études collégiales\nà\nSouad Hammoudi-Lebrun\n"
                       "qui a réussi l'ensemble des cours du programme\nTechniques d'éducation à l'enfance\n"
                       "JEE.0K — 1 245 heures-contact — 48 2 /3 unités\nDébut de la formation     janvier 2021\n"
                       "Fin de la formation     juin 2022\nDécernée le     27 septembre 2022\n"))
    assert (said["study.start_date"], said["study.end_date"], said["study.credits"]) == ("2021-01", "2022-06", 48.67)


def test_a_diploma_of_vietnam_in_two_columns() -> None:
    """The English one tells the degree over two rows, and whose it is; « Bà » is no part of a name."""
    said = values(read("SOCIALIST REPUBLIC OF VIET NAM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                       "THE RECTOR                              HIỆU TRƯỞNG\n"
                       "SONG HAN UNIVERSITY OF POLYTECHNICS     TRƯỜNG ĐẠI HỌC BÁCH NGHỆ SÔNG HÀN\n"
                       "THE DEGREE OF BACHELOR OF               BẰNG KỸ SƯ\n"
                       "       ENGINEERING                      Công nghệ thực phẩm\n"
                       "Upon: Ms. Nguyen Hoang Bao Chau         Cho: Bà Nguyễn Hoàng Bảo Châu\n"
                       "Date of birth: 22 April 1997            Ngày sinh: 22/04/1997\nDa Nang, 10 September 2020\n"))
    assert (said["credential.title"], said["credential.level"]) == ("BACHELOR OF ENGINEERING", "bachelor")
    assert said["person.name"] == "Nguyen Hoang Bao Chau"


def test_the_one_date_of_a_diploma_is_that_of_the_award() -> None:
    """« En foi de quoi … Donné à …, le … » tells no second day: what it does not bear is not given."""
    said = values(read("Université Toussaint de l'Artibonite\nDiplôme\nNous, Recteur et Doyenne, conférons à\nMarie SAINT-FLEUR\n"
                       "née à Gros-Morne le 3 novembre 1993\nle grade de\nLicenciée en Sciences Infirmières\n"
                       "En foi de quoi nous lui délivrons le présent diplôme. Donné aux Gonaïves, le 17 mars 2017.\n"))
    assert (said.get("conferred_on"), said.get("issued_on")) == ("2017-03-17", None)


def test_a_university_on_the_recommendation_of_its_school() -> None:
    """It is the university that confers."""
    said = values(read("Université de l'Estuaire\nSur la recommandation de l'École des hautes études en gestion et\n"
                       "conformément aux règlements de l'Université, décernons à\nAbdoul-Karim Zongo\nle grade de\n"
                       "maître ès arts\nDonné à Rimouski, le 28 octobre 2023.\n"))
    assert said["institution.name"] == "Université de l'Estuaire"


def test_a_degree_ends_before_whom_it_is_conferred_upon() -> None:
    """« Bachelor of Nutrition upon Luciana … »."""
    said = values(read("Federal University of Serra Azul\nDIPLOMA\nThe Rector confers the title of\n"
                       "Bachelor of Nutrition upon Luciana Ferreira Albuquerque, Brazilian.\nSerra Azul, 8 May 2017\n"))
    assert said["credential.title"] == "Bachelor of Nutrition"


def test_a_degree_that_its_column_breaks_is_never_sure() -> None:
    """« … confers the degree of Bachelor of Forest / Engineering upon … », beside the words in Portuguese."""
    document = read("Universidade Federal do Alto Jequitinhonha\nDIPLOMA\nThe Rector, in view of the completion of the course and\n"
                    "of the graduation ceremony, confers the degree of Bachelor of Forest\n"
                    "Graduação em Engenharia Florestal, e a colação de grau em 22 de janeiro de 2016,\n"
                    "Engineering upon the above-named student.\nDiamantina, 4 de maio de 2016\n")
    (title,) = (field for field in document.fields if field.name == "credential.title")
    assert title.confidence < 0.95


def test_the_end_of_studies_on_a_brazilian_diploma() -> None:
    """The course was concluded, the degree conferred and the paper made out on three days."""
    said = values(read("República Federativa do Brasil\nUniversidade Federal do Vale do Araripe\nDIPLOMA\n"
                       "O Reitor, tendo em vista a conclusão do curso de graduação em Engenharia Civil, em 15 de dezembro de 2017,\n"
                       "e a colação de grau em 9 de fevereiro de 2018, confere o título de\nBacharela em Engenharia Civil\na\n"
                       "Thaís Moreira Cavalcante\nJuazeiro do Norte, 20 de março de 2018\nRegistro n.º 1842, livro 12, fl. 61\n"))
    assert (said["study.end_date"], said["conferred_on"], said["issued_on"]) == ("2017-12-15", "2018-02-09", "2018-03-20")
    assert said["reference"] == "1842"


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


def test_a_national_trade_certificate_is_a_diploma() -> None:
    """India's industrial training institutes."""
    document = read("GOVERNMENT OF INDIA\nNational Council for Vocational Training\nNational Trade Certificate\n"
                    "under the Craftsmen Training Scheme\nCertificate No. R-17-55180-3207\n"
                    "The Council hereby awards this certificate to the trainee named below, who has passed the All India Trade Test.\n"
                    "Name of trainee     GURPREET SINGH DHALIWAL\nTrade     ELECTRICIAN (NSQF Level 5)\n"
                    "Duration of training     Two years, August 2015 to July 2017\nAwarded on 20.11.2017 at New Delhi\n")
    assert document.kind == "diploma"
    assert values(document)["conferred_on"] == "2017-11-20"


def test_a_translators_day_is_not_the_diplomas() -> None:
    """The head's date, not that of the seal on the reverse; an option is no part of the field; units passed."""
    said = values(read("Islamic Republic of Iran\nSahand Azar University of Technology\nDiploma No.: 940/55518     Date: 16 Nov. 2013\n"
                       "Bachelor of Science\nThis is to certify that\nMr. Arash Mousavi-Nia\nBorn on     21 March 1990\n"
                       "Field of study     Computer Engineering, orientation: Software\nNumber of units passed     141\n"
                       "Date of graduation     8 July 2013\nhas completed the prescribed course of study.\n"
                       "True translation certified; the seal of the Ministry appears on the reverse, dated 11 October 2021.\n"))
    assert (said["issued_on"], said["conferred_on"]) == ("2013-11-16", "2013-07-08")
    assert (said["credential.field"], said["study.credits"]) == ("Computer Engineering", 141)


def test_titles_of_professions_in_portuguese_and_spanish() -> None:
    """« o título de Engenheiro Mecânico a » names below whom it is for; « Enfermera » is a first degree in Colombia."""
    brazil = values(read("REPÚBLICA FEDERATIVA DO BRASIL\nUNIVERSIDADE FEDERAL DO VALE DO ITAPETINGA\nDiploma\n"
                         "O Reitor, tendo em vista a colação de grau em 7 de fevereiro de 2014, confere o título de\n"
                         "Engenheiro Mecânico a\n"
                         "Thiago Henrique Sampaio Nogueira\nItapetinga, 23 de maio de 2014\n"))
    colombia = values(read("República de Colombia\nFundación Universitaria del Valle de Aburrá\nEn atención a que\n"
                           "Yuliana Ospina Cárdenas\n"
                           "cursó y aprobó los estudios, le otorga el título de\nEnfermera\n"
                           "En constancia se firma en Medellín, a los catorce (14) días de diciembre de dos mil dieciocho (2018).\n"))
    assert (brazil["credential.title"], brazil["credential.level"]) == ("Engenheiro Mecânico", "bachelor")
    assert (colombia["credential.title"], colombia["credential.level"]) == ("Enfermera", "bachelor")


def test_a_title_again_in_english_is_no_field() -> None:
    """« INGENIERA AGROINDUSTRIAL (Agroindustrial Engineer) »."""
    said = values(read("República de Colombia\nCorporación Universitaria del Surco Andino\nTeniendo en cuenta que\n"
                       "Yurany Chamorro Pantoja\n"
                       "cursó y aprobó los estudios, le otorga el título de\nINGENIERA AGROINDUSTRIAL\n(Agroindustrial Engineer)\n"
                       "y expide el presente diploma en Pasto, a los quince días del mes de diciembre de dos mil diecisiete.\n"))
    assert said.get("credential.field") != "Agroindustrial Engineer"


def test_the_days_on_which_a_jury_sat_are_no_studies() -> None:
    """« siégeant à Porto-Novo du 9 au 14 septembre 2013 »."""
    said = values(read("RÉPUBLIQUE DU BÉNIN\nMINISTÈRE DE L'ENSEIGNEMENT SUPÉRIEUR ET DE LA RECHERCHE SCIENTIFIQUE\n"
                       "BREVET DE TECHNICIEN SUPÉRIEUR\n"
                       "Vu le procès-verbal du jury national siégeant à Porto-Novo du 9 au 14 septembre 2013 ;\n"
                       "Le Directeur des Examens confère le présent brevet, dans la spécialité « Hydraulique »,\n"
                       "à AGBOSSOU Sèdjro Romaric\n"
                       "né le 30 janvier 1991 à Savalou, pour en jouir avec les droits qui y sont attachés.\n"
                       "Fait à Cotonou, le 18 novembre 2013\n"))
    assert not {"study.start_date", "study.end_date"} & said.keys()


def test_credits_told_in_words() -> None:
    """« (trente crédits) »."""
    said = values(read("Université du Québec à Drummondville\nl'Université confère à\nÉlodie Rakotomalala\nle\n"
                       "Diplôme d'études supérieures spécialisées\nen gestion de projet\n(trente crédits)\n"
                       "Donné à Drummondville, Québec, le 22 octobre 2021.\n"))
    assert said["study.credits"] == 30


def test_a_ministry_over_two_rows() -> None:
    """« MINISTÈRE DE L'ENSEIGNEMENT SUPÉRIEUR » / « ET DE LA RECHERCHE SCIENTIFIQUE », beside the republic."""
    said = values(read("MINISTÈRE DE L'ENSEIGNEMENT SUPÉRIEUR     RÉPUBLIQUE DE CÔTE D'IVOIRE\n"
                       "ET DE LA RECHERCHE SCIENTIFIQUE           Union – Discipline – Travail\n"
                       "BREVET DE TECHNICIEN SUPÉRIEUR\nN° 21-BTS-055517\nDélivre à M. KONAN Kouadio Jean-Luc\n"
                       "né le 19 août 1999 à Daoukro,\n"
                       "le Brevet de technicien supérieur.\nFait à Abidjan, le 24 février 2022\n"))
    assert said["institution.name"] == "MINISTÈRE DE L'ENSEIGNEMENT SUPÉRIEUR ET DE LA RECHERCHE SCIENTIFIQUE"


def test_whom_a_quebec_diploma_names_before_the_birth() -> None:
    """« GAGNÉ, Marc-Olivier » alone above « né le »."""
    said = values(read("Gouvernement du Québec\nMinistère de l'Éducation\nLe ministre de l'Éducation décerne le\n"
                       "Diplôme d'études professionnelles\nà\nGAGNÉ, Marc-Olivier\nné le 14 octobre 1999 – code permanent GAGM14109908\n"
                       "Mécanique automobile (5298)\nSanctionné le 26 juin 2019\n"))
    assert said["person.name"] == "GAGNÉ, Marc-Olivier"


def test_studies_told_in_spanish() -> None:
    """« el plan de estudios de 412 créditos en el periodo de agosto de 2013 a diciembre de 2017 »."""
    said = values(read("Estados Unidos Mexicanos\nUniversidad Autónoma del Bajío\notorga a\nMaría Escobedo Trujillo\nel Título de\n"
                       "Licenciada en Nutrición\nen atención a que demostró haber cursado y aprobado el plan de estudios de\n"
                       "412 créditos en el periodo de agosto de 2013 a diciembre de 2017.\nDado en León, el 14 de septiembre de 2018.\n"))
    assert (said["study.credits"], said["study.start_date"], said["study.end_date"]) == (412, "2013-08", "2017-12")
