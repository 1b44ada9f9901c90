"""Names of persons as papers of many countries print them: in forms, in sentences, in subject lines, beside other labels."""

from __future__ import annotations

import pytest

from extractors.kinds.people.birth import find_birth_date
from extractors.kinds.people.person import find_person
from extractors.paper import Paper, read_paper
from tests.extractors.paper import pages

FRENCH = "Nordik Textiles inc.\n12, rue des Pins, Granby (Québec) J2G 1A1\nGranby, le 9 octobre 2024\n"
ENGLISH = "Meridian Foods Ltd.\n14 Harbour Road, Halifax, NS B3J 1A1\nMay 4, 2024\n"
PERSONS = (
    (FRENCH + "ATTESTATION DE TRAVAIL\nNous attestons que la nommée Rose-Line Dorcéus travaille chez nous.", "Rose-Line Dorcéus"),
    (FRENCH + "ATTESTATION\nJe soussigné, Paul Roy, directeur, atteste que le sieur KOUAME Yao Bertin a travaillé"
     " ici.\n\nPaul Roy\nDirecteur", "KOUAME Yao Bertin"),
    (ENGLISH + "EXPERIENCE CERTIFICATE\nThis is to certify that Mr./Ms. Anjali Ravi Menon has worked with us as"
     " Analyst.", "Anjali Ravi Menon"),
    (ENGLISH + "EXPERIENCE CERTIFICATE\nThis is to certify that Eng. Karim Nassif Haddad worked with our"
     " company.", "Karim Nassif Haddad"),
    (ENGLISH + "C E R T I F I C A T I O N\nThis is to certify that LORNA P. VILLAMOR was employed by us.", "LORNA P. VILLAMOR"),
    (FRENCH + "Objet : Attestation d’emploi de Mme Oumou Traoré-Lévesque\nÀ qui de droit,\nMme Traoré-Lévesque travaille"
     " chez nous depuis 2019.", "Oumou Traoré-Lévesque"),
    (ENGLISH + "Re: Jonathan Mbeki - Employment Verification\nTo whom it may concern,\nJonathan has been with us since May"
     " 2020.", "Jonathan Mbeki"),
    (ENGLISH + "RE: EMPLOYMENT LETTER FOR AMARA OKONKWO-BELL\nMs. Okonkwo-Bell has been with us since May 2020.", "AMARA OKONKWO-BELL"),
    (ENGLISH + "Re: Employment Confirmation – Software Engineer\nThis letter confirms that Pavel Novak is employed as a"
     " Software Engineer.", "Pavel Novak"),
    (ENGLISH + "Re: Employment verification — Venkat Pillai (Employee no. HM-30617)\nMr. Pillai was employed with our firm as an"
     " Analyst.\nReporting to Ms. Dorota Wilk, his tasks were many.", "Venkat Pillai"),
    (FRENCH + "CERTIFICAT DE TRAVAIL\nConformément à l'article 84 de la Loi sur les normes du travail, nous certifions que Ángel Darío\n"
     "Quiroga Peña a été à l'emploi de notre centre.", "Ángel Darío Quiroga Peña"),
    (FRENCH + "Attestation d'emploi de Milagros Quispe Huaranga\nJe confirme que Mme Quispe Huaranga travaille chez nous.",
     "Milagros Quispe Huaranga"),
    (FRENCH + "ATTESTATION D'EMPLOI\nNom de la personne salariée : TOUSSAINT, Roselène\nNuméro : 118204", "TOUSSAINT, Roselène"),
    ("ATTESTATION\nNom : KOUASSI\nPrénom(s) : Akissi Marie-Laure\nDate de naissance : 12/03/1990", "Akissi Marie-Laure KOUASSI"),
    ("ATTESTATION\nNom   Prénom(s)   Date de naissance\nKOUASSI   Akissi Laure   12/03/1990", "Akissi Laure KOUASSI"),
    ("TRANSCRIPT\nSurname: OKAFOR   First names: Ngozi Ada\nMatric No: 1234", "Ngozi Ada OKAFOR"),
    ("RELEVÉ DE NOTES\nNom et prénoms : MBARGA Joseph Désiré Matricule : 12A345\nFilière : Droit", "MBARGA Joseph Désiré"),
    ("STATEMENT OF MARKS\nName of the Student : ANJALI R. MENON Register No. : KU1234\n", "ANJALI R. MENON"),
    ("STATEMENT OF MARKS\nName ANJALI R MENON Roll No 12345\n", "ANJALI R MENON"),
    (("Université X\nLe Président certifie que le grade de licence a été conféré à\nMonsieur DIALLO Ibrahima"
     " Sory\nné le 3 mars 1990 à Kindia"), "DIALLO Ibrahima Sory"),
    ("University of X\nhereby confers upon\nANTHONY KWABENA MENSAH\nthe degree of Bachelor of Arts", "ANTHONY KWABENA MENSAH"),
    ("Harbor College\nhas conferred on\nMaria-Elena Ortiz\nthe degree of Associate in Arts", "Maria-Elena Ortiz"),
    (("Be it known that\nJohn Robert Smith III\nhaving completed the studies is admitted to the degree of Master of"
     " Science"), "John Robert Smith III"),
    (("Université Y\nDIPLÔME\nVu les pièces ; Vu le procès-verbal du jury attestant que l’intéressée BEN SALAH"
     " Amel, née le 4 mai 1991 à Sfax, a satisfait"), "BEN SALAH Amel"),
    (("REPUBLIQUE DU X\nOffice du Baccalauréat\nATTESTATION DE RÉUSSITE\nLe candidat NDONGO EYENGA Paul\nNé(e) le 5"
     " mai 1999 à Ebolowa"), "NDONGO EYENGA Paul"),
    ("France Éducation international\nATTESTATION DE RÉSULTATS TCF\nM./Mme TRAORE Fatoumata\nné(e) le 3/04/1990", "TRAORE Fatoumata"),
    ("Attestation TEF CANADA\nCandidat\nTRAORE Fatoumata\nNé(e) le 03/04/1990", "TRAORE Fatoumata"),
    ("Attestation\nNom de naissance : TRAORE\nPrénom : Fatoumata\nNom d'usage : DIOP", "Fatoumata TRAORE"),
    (("CERTIFICAT DE TRAVAIL\nNous certifions que Madame Awa DIOP née KONE a travaillé chez nous du 1er mars 2019"
     " au 3 mai 2020."), "Awa DIOP née KONE"),
    ("CERTIFICATE\nThe bearer, Mr. Samuel Kwame Boateng, holder of passport G123, worked here.", "Samuel Kwame Boateng"),
    ("EXPERIENCE LETTER\nThis is to certify that Priya Nair (Employee ID: 2345) was working with us.", "Priya Nair"),
    ("SERVICE CERTIFICATE\nCertified that Smt. Lakshmi Devi Pillai, W/o Sri Mohan Pillai, was working as nurse", "Lakshmi Devi Pillai"),
    (("TO WHOM IT MAY CONCERN\nIt is my pleasure to confirm the employment of Mrs. Grace Wanjiku Kamau with our"
     " school."), "Grace Wanjiku Kamau"),
    ("CERTIFICADO\nPor medio de la presente se hace constar que la señora Marta Elena Ríos Vega laboró", "Marta Elena Ríos Vega"),
    (("ATTESTATION\nNous soussignés certifions avoir employé Monsieur Jean-Claude BIYA ESSOMBA en qualité de"
     " maçon"), "Jean-Claude BIYA ESSOMBA"),
    (("Lettre d'emploi\nPar la présente, nous confirmons l’emploi de Sofia Lindqvist-Marchand à titre de"
     " pâtissière."), "Sofia Lindqvist-Marchand"),
    (("Employment letter\nI am writing to verify that Mei-Ling Zhao-Whitfield is currently employed at Meridian as"
     " a baker."), "Mei-Ling Zhao-Whitfield"),
    ("Certificat\nJe soussignée Mme Hélène Caron certifie que M. El Hadj Omar SY est employé.", "El Hadj Omar SY"),
    (("Letter of employment\nThis letter serves to confirm that our employee, Ms. Beatriz Souza Lima, has been"
     " working"), "Beatriz Souza Lima"),
    ("Employee name : BOUCHARD-KONATÉ, Mireille\nPosition : cook", "BOUCHARD-KONATÉ, Mireille"),
    (("Lebanese University\nThe Dean certifies that the student Rami Georges KHOURY, of Lebanese nationality, born"
     " in Zahle in 1995, obtained"), "Rami Georges KHOURY"),
    (("DIPLOMA\nThe Board, on the recommendation of the Faculty, has conferred on Nathan O'Connor-Reilly the degree"
     " of Bachelor of Science"), "Nathan O'Connor-Reilly"),
    ("Diplôme\nest conféré à Mme Thị Hồng Nhung Nguyễn\nle grade de maître", "Thị Hồng Nhung Nguyễn"),
    (("Attestation d’emploi\nNous, soussignés, Société GAMMA, certifions par la présente que Mlle N'GUESSAN Aya"
     " Prisca est employée"), "N'GUESSAN Aya Prisca"),
    (("École Centrale de X\nDIPLÔME\nVu le décret\nle titre d’ingénieur diplômé est conféré à\nMonsieur Yassine EL"
     " MANSOURI\nné le 3 mars 1990"), "Yassine EL MANSOURI"),
    ("Université Z\nLe Recteur confère le grade de Master à Fatou NDIAYE, née le 4 mai 1992 à Thiès", "Fatou NDIAYE"),
    (("This is to certify that Sandeep Kumar Verma son of Shri Ram Verma has been duly admitted to the Degree of"
     " Bachelor of Commerce"), "Sandeep Kumar Verma"),
    ("TRANSCRIPT\nNom de l’étudiant(e) : Gagné-Ouellet, Maude\nCode permanent : GAGM12345678", "Gagné-Ouellet, Maude"),
    ("TRANSCRIPT OF RECORDS\nName of Student: DELA CRUZ, Maria Clara R.   Student No.: 2010-1234", "DELA CRUZ, Maria Clara R."),
    ("Candidat(e) : SOW Aminata\nDate de naissance : 1/02/1990", "SOW Aminata"),
    ("Test\nLast name   NGUYEN\nFirst name   Van Anh\nDate of birth   1990-01-02", "Van Anh NGUYEN"),
    ("RELEVÉ DE NOTES\nÉtudiante : Chloé Bernier-Lavoie   Matricule : 1234567", "Chloé Bernier-Lavoie"),
    (("State University\nto all to whom these presents shall come greeting\nBe it known that\nCarlos Eduardo"
     " Pinto\nhaving fulfilled the requirements"), "Carlos Eduardo Pinto"),
    ("ATTESTATION DE STAGE\nLe soussigné certifie que M. Amine BELHADJ, étudiant à l'INSA, a effectué un stage", "Amine BELHADJ"),
    ("CERTIFICAT DE SCOLARITÉ\nLe directeur certifie que l’élève MUKENDI KABONGO Trésor a suivi", "MUKENDI KABONGO Trésor"),
    ("Employee   Dieynaba Cissé\nJob title   cook", "Dieynaba Cissé"),
    ("EMPLOYEE NAME: JOHN O. ADEBISI STAFF NO: 1234", "JOHN O. ADEBISI"),
    ("Nom : Bélanger   Prénom : Guy\nEmploi : soudeur", "Guy Bélanger"),
    ("NOM : KAMDEM\nPRENOM : Serge\nPOSTE : comptable", "Serge KAMDEM"),
    ("Je certifie que Bintou Coulibaly (matricule 123) est employée", "Bintou Coulibaly"),
    ("À QUI DE DROIT\nLa présente est pour confirmer que Nadia Haddad-Roy occupe un poste de commis", "Nadia Haddad-Roy"),
    ("Subject: Service certificate in respect of Mr. Tendai Moyo\nThe above named served us from 2010", "Tendai Moyo"),
    ("Attestation de travail\nNous soussignés attestons que : \nM. BENALI Karim\na travaillé", "BENALI Karim"),
    ("Certificate\nPresented to\nLena Hofmann-Diaz\nfor completing", "Lena Hofmann-Diaz"),
    ("Diplôme\nLe Conseil a décerné à\nAlexandre Thibodeau Mercier\nle grade", "Alexandre Thibodeau Mercier"),
    ("We hereby certify that MS. CARMELITA B. SANTOS-REYES was employed", "CARMELITA B. SANTOS-REYES"),
    (("LETTRE DE CONFIRMATION\nMadame,\nNous vous confirmons que Mathis Leclerc Saint-Onge est à notre emploi"
     " depuis"), "Mathis Leclerc Saint-Onge"),
)


def paper(text: str) -> Paper:
    return read_paper(pages(text))


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_whose_paper(text: str, name: str) -> None:
    """The holder's name is found whole, without its title and without the label that follows it."""
    found = find_person(paper(text))
    assert found is not None and found.value == name


NOBODY = (
    ENGLISH + "C E R T I F I C A T I O N\nThis document is issued upon request.",
    ENGLISH + "RE: EMPLOYMENT CONFIRMATION – SENIOR WELDER\nTo whom it may concern,\nThe position is open.",
    "TRANSCRIPT\nCourse name    Computer Science\nYear    2020",
    "RELEVÉ\nNom de l'établissement : École Jean-Raymond\nAnnée : 2020",
    "BULLETIN\nSupervisor name: Paul Ricard\nTotal: 12",
    "Father's name    Ram Prasad Verma\nYear    2020",
)


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    """A spaced heading, a function, a course, a school, a supervisor or a father is not the holder."""
    assert find_person(paper(text)) is None


@pytest.mark.parametrize(("text", "value"), [
    ("Nous certifions que M. KOFFI Yves, né en 1991 à Daloa, est présent.", "1991"),
    ("Le sieur Diallo Alpha, né vers 1974 à Labé, est employé.", "1974"),
    ("Mme Awa Sy, née le 3 mai 1990 à Dakar, est employée.", "1990-05-03"),
])
def test_birth(text: str, value: str) -> None:
    """Where a register knows but the year, the year is the date of birth."""
    found = find_birth_date(paper(text))
    assert found is not None and found.value == value


def test_two_holders_are_doubted() -> None:
    """A form that names one person and a sentence that certifies another leave the name in doubt."""
    found = find_person(paper("Nom et prénom : SARR Moussa\nNous certifions que Madame Binta Kane travaille ici depuis 2015.\n"
                              "Salaire : 20 $\nPoste : cuisinière\nHoraire : 40 h\nVille : Laval"))
    assert found is not None and found.doubts > 0


@pytest.mark.parametrize(("sentence", "born"), [
    ("M. Koffi Amouzou, né à Kinshasa (République démocratique du Congo) le 8 août 1996, travaille ici.", "1996-08-08"),
    ("Le contrôle des connaissances et des aptitudes, établi le 28 juin 2019, concerne M. Koffi Amouzou.", None),
])
def test_what_stands_before_a_day_of_birth(sentence: str, born: str | None) -> None:
    """A country in brackets may; « connaissances » are no « naissance »."""
    found = find_birth_date(read_paper(pages(FRENCH + sentence)))
    assert (found.value if found else None) == born
