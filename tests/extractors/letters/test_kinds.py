"""Which papers are letters of work done, however short, and which only speak of work."""

from __future__ import annotations

import pytest

from extractors.fields.text.plain import plain
from extractors.sorting.kind import judge
from tests.extractors.paper import read

LETTERS = (
    "Boulangerie du Vieux-Pont\nNous attestons que Mme Awa Sarr a presté dans notre maison du 3 mai 2019 au 7 juin 2021 comme vendeuse.",
    ("CERTIFICAT DE PRÉSENCE EN POSTE\nLe Directeur certifie que M. Ekra Kouamé, recruté le 4 mai 2016, est présent à son poste de "
     "magasinier."),
    "Garage Lemieux\nPar la présente, je confirme que Paul Roy est à notre service depuis le 6 mars 2018 à titre de mécanicien.",
    ("Institution Sainte-Claire\nAttestation\nLa Direction atteste que le nommé Jean Altidor a œuvré comme professeur de physique de "
     "2014 à 2019."),
    "LETTRE D'EXPÉRIENCE\nM. Diallo a occupé chez nous le poste de soudeur.",
    ("[Traduction]\nCERTIFIE : Mme Rosa Luna a été liée à la société par un contrat de travail du 1er mars 2011 au 16 août 2019 comme "
     "caissière."),
    "ATTESTATION DE CARRIÈRE\nNom : Tazi Karim\nDate de recrutement : 05/03/2012\nFonction : caissier",
    "Je, soussignée, déclare que Binta Ba garde mes enfants et travaille pour nous depuis janvier 2020, 30 heures par semaine.",
    "Commune de Ouidah\nÉTAT DES SERVICES\nM. Houngbo Codjo, agent technique, en service depuis le 2 mai 2011.",
    "L'entreprise Batimur certifie que M. Ali Sow fait toujours partie de notre personnel en qualité de maçon depuis 2017.",
    "Hôtel Les Flots\nAttestation de service\nMme Nadia Cherif exerce les fonctions de gouvernante depuis le 4 juin 2015.",
    "PREUVE D'EMPLOI\nMaria Lopez travaille actuellement à la ferme, 40 heures par semaine.",
    "Déclaration de l'employeur\nM. Traoré est lié à notre maison par un contrat de travail depuis le 3 mai 2016.",
    "RE: Letter of Experience - Joe Cruz\nPosition 1: Welder\nDates: 13 June 2016 - 30 March 2018\nHours: 40/wk",
    "CONFIRMATION OF PAST EMPLOYMENT\nWe write to confirm that the above-named was in the service of our company between 2017 and 2020.",
    "CERTIFICATION\nThis certifies that Ana Cruz is a bona fide employee of Sunrise Mall.\nPosition: Cashier\nDate Hired: June 3, 2019",
    "Please be advised that Tom Lee has worked for our bakery since May 4, 2018 as a baker.",
    "To whom it may concern,\nSunita has been part of our kitchen team since May 2021 and is paid $20 an hour.",
    "SERVICE RECORD\nThis is to certify that Mr. Rao rendered his services in this hospital from 3.4.2012 to 5.6.2018 as staff nurse.",
    ("RELIEVING ORDER\nYou were employed with us as Analyst from 3 May 2016 and are relieved of your duties on 6 June 2019.\nExperience "
     "certificate follows."),
    "Statement of service\nMs Grace Banda holds the position of teller at our Lusaka branch and was appointed on 4 May 2015.",
    "CERTIFICATE OF WORK\nHe left our company on good terms after he held the post of driver for six years.",
    "Employment record\nEmployee: Kofi Mensah\nDate of appointment: 4 May 2015\nDesignation: Storekeeper",
)


def test_what_a_letter_mentions_below_its_head_is_no_other_paper() -> None:
    """« La révision salariale a lieu en avril » at the end of a letter of work."""
    letter = LETTERS[0] + "\nElle servait la clientèle et tenait la caisse." * 12 + "\nLa révision salariale a lieu en avril."
    assert judge(plain(letter)).kind == "employment_letter"


@pytest.mark.parametrize("text", LETTERS)
def test_a_letter_of_work_done(text: str) -> None:
    """Whoever certifies that someone works or worked writes an employment letter, be it in two lines."""
    assert judge(plain(text)).kind == "employment_letter"


OTHERS = (
    ("Auberge du Cran\nChère Ewa Wójcik,\nJosée et moi avons le goût de vous proposer ce qui suit.\nHoraire  36 h/semaine", "job_offer"),
    ("Universidad Autónoma de Tlacomula\notorga a\nMaría Ríos\nel\nTÍTULO PROFESIONAL\nde\nLicenciada en Turismo", "diploma"),
    ("TEF CANADA\nATTESTATION DE RÉSULTATS\nPièce d'identité  FX0155\n: passeport\nCompréhension écrite  441  B2",
     "french_test"),
    ("OFFRE D'EMPLOI\nNous avons le plaisir de vous offrir le poste de soudeur. Votre salaire sera de 25 $ l'heure.", "job_offer"),
    (("CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE\nEntre la société Batimur et M. Ali Sow, il est convenu ce qui suit : M. Sow "
      "occupe le poste de maçon."), "job_offer"),
    ("EMPLOYMENT AGREEMENT\nThis employment agreement is made between Sunrise Mall and Ana Cruz. The employee will report to the manager.",
     "job_offer"),
    ("We are pleased to offer you the position of teller. Your start date will be May 4, 2026. This offer is conditional.", "job_offer"),
    ("LETTRE DE RECOMMANDATION\nJ'ai le plaisir de recommander Mme Sarr, qui a travaillé avec moi.", "other"),
    ("Letter of recommendation\nIt is my pleasure to recommend Mr. Rao to the selection committee. He worked in my group.", "other"),
    ("CERTIFICAT DE SCOLARITÉ\nLe proviseur certifie que Awa Sarr est inscrite en classe de terminale.", "other"),
    ("Attestation bancaire\nNous certifions que Mme Sarr, employée, est titulaire du compte d'épargne 0042.", "other"),
    ("Objet : augmentation de salaire\nNous avons le plaisir de vous annoncer la révision de votre salaire au 1er mai.", "other"),
    ("CURRICULUM VITAE\nEXPÉRIENCES PROFESSIONNELLES\nde 2015 à 2019 : soudeur chez Batimur", "other"),
    ("BULLETIN DE PAIE\nEmployé : Ali Sow   Emploi : maçon\nSalaire brut 2 000,00   Net à payer 1 600,00\nCNSS 120,00", "pay_slip"),
)


@pytest.mark.parametrize(("text", "kind"), OTHERS)
def test_what_only_speaks_of_work(text: str, kind: str) -> None:
    """An offer, a contract, a recommendation, a bank's letter or a pay slip is no proof of work done."""
    assert judge(plain(text)).kind == kind


def test_nothing_is_no_letter() -> None:
    """A few words without any statement on work are of no known kind."""
    assert not judge(plain("Bonjour,\nvoici la facture et la photo.\nMerci")).known


def test_an_offer_may_tell_when_its_contract_ends() -> None:
    """« Durée : deux ans, jusqu'au 28 février 2029 »."""
    document = read("Fromagerie du Rang inc.\nSaint-Fidèle (Québec) J0B 5E0\nLe 30 septembre 2026\nObjet : Offre d'emploi\n"
                    "Nous avons le plaisir de vous offrir cet emploi :\nPoste                 Opérateur de machines\n"
                    "Entrée en fonction    1er mars 2027\nDurée                 deux ans, jusqu'au 28 février 2029\n")
    said = {field.name: field.value for field in document.fields}
    assert (document.kind, said["position.start_date"], said["position.end_date"]) == ("job_offer", "2027-03-01", "2029-02-28")
