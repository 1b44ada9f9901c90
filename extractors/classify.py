"""What kind of paper a page is: words that stand on that kind and hardly on another, each with its weight.

The heaviest kind wins if it is heavy enough and clearly ahead; else the page is of no known kind, which is told rather than guessed.
Look-alikes (an enrolment certificate, a recommendation, a bank letter, another language's test) have words of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractors.evidence import Kind

_CUES: dict[Kind, tuple[tuple[float, str], ...]] = {
    "french_test": (
        (6, r"\b(?:tcf|tef|tefaq)\b(?: (?:tout public|canada|quebec|irn|pour le))?[^\n]{0,12}$|\btcf ?(?:canada|quebec|tout public|irn)\b|\btef ?(?:canada|quebec|aq|irn)\b"),
        (5, r"test de re?connaissance du francais|test d'evaluation de francais"), (7, r"diplome (?:d'etudes en|approfondi de) langue francaise\s"), (6, r"\b(?:delf|dalf) ?(?:prim |junior |pro |tout public )?[abc][12]\b"),
        (2, r"comprehension (?:orale|de l'oral)[\s:]"), (2, r"(?:expression|production) (?:orale|ecrite)[\s:]"), (2, r"niveau (?:du )?cecrl?"), (2, r"france education international|etudes pedagogiques|francais des affaires|cci paris"), (1, r"\bnclc\b")),
    "diploma": (
        (4, r"(?:le|the) (?:grade|degree) (?:de|of)\b|degree of"), (3, r"(?:decerne|confere|conferred|confers|awarded|decernons|conferons)"), (4, r"diplome (?:de|du|d'etudes|universitaire|national|d'ingenieur|d'etat)|^diplome$|\ndiplome\n|\bdiploma\b"),
        (3, r"attestation d'etudes collegiales|attestation de specialisation professionnelle|certificat d'aptitude professionnelle|brevet de technicien|titre professionnel|bachelier|baccalaureat|licence|bachelor of|master of"),
        (5, r"attestation de reussite(?: au diplome)?"), (3, r"(?:recteur|rectrice|rector|vice-chancellor|chancellor|registrar|doyen|dean|registraire)"), (2, r"given under the seal|in witness whereof|en foi de quoi.{0,40}diplome|rights.{0,4}hono?u?rs?.{0,4}and privileges"),
        (2, r"a satisfait aux (?:exigences|conditions)|a reussi le programme|a subi avec succes|proces-verbal"), (4, r"confiere el titulo|titulo de|conferir o titulo|acta de grado|ad gradum"), (2, r"code permanent"), (2, r"universit(?:e|y|as|dad|dade)\b")),
    "transcript": (
        (7, r"releve (?:de notes|des apprentissages|des notes|d'etudes)|transcript of (?:records|academic)|academic (?:transcript|record)|official transcript|marksheet|statement of marks|bulletin (?:d'etudes|de notes)|historico escolar|expediente academico|certificacion de notas"),
        (3, r"(?:code|sigle)\s(?:\S+\s){0,2}(?:cours|course|matiere|epreuves?|titre)|course (?:code|title)"), (2, r"\b(?:unites|credits?|units|cr\.)\b[\s\S]{0,30}\b(?:note|resultat|grade|marks?|cote)s?\b"), (2, r"(?:automne|hiver|ete|fall|winter|semester|semestre|trimestre) (?:20|[ivx1-8])"), (2, r"\b(?:gpa|cgpa|moyenne (?:cumulative|generale))\b")),
    "education_evaluation": (
        (8, r"evaluation comparative des etudes|educational credential (?:assessment|evaluation)|credential (?:evaluation|assessment) report|comparative evaluation for studies"), (4, r"canadian equivalency|equivalence canadienne|repere scolaire"), (2, r"se comparent? a|comparable (?:to|a)"), (2, r"credential analysis|documents scolaires presentes")),
    "employment_letter": (
        (6, r"(?:attestation|certificat|confirmation|constancia|certificado|certificacion) (?:d'|de |du )?(?:emploi|travail|employeur|trabajo|laboral|service)"), (6, r"(?:lettre|letter) (?:de (?:confirmation d'|l'employeur|reference d')|of )?(?:emploi|employ|l'employeur)|lettre de l'employeur"),
        (6, r"employment (?:verification|confirmation|reference|certificate)|confirmation of employment|letter of (?:employment|service)|(?:experience|service|relieving|work|labor|labour|employment) (?:certificate|letter|certification)|certificate of (?:employment|service)|releve (?:des postes|de carriere|des emplois)|etats? de services"),
        (6, r"attestation de (?:stage|salaire)|internship (?:certificate|letter)|certificat de stage"), (3, r"\b(?:a travaille|a ete (?:employee?|a notre emploi)|est (?:employee?|a (?:notre|l') ?emploi|salariee?)|a occupe le poste|occupe (?:actuellement )?le poste|travaille (?:chez|pour|au sein))"),
        (3, r"\b(?:was|is|has been)(?: currently| presently)? (?:employed|working)\b|\bworked (?:with|for|at|in|as)\b|\bjoined (?:us|the company|our)|\bin our employ"), (2, r"(?:renseignements|details) (?:sur l'emploi|d'emploi|of employment|suivants)"), (2, r"a qui de droit|to whom ?(?:so ?ever)? it may concern"),
        (2, r"(?:date d'(?:entree|embauche)|date of (?:joining|hire)|hire date|titre (?:du poste|d'emploi)|job title|poste occupe)"), (2, r"(?:taches|duties|responsabilites|responsibilities|fonctions exercees)"), (2, r"pour servir et valoir|valoir ce que de droit|for whatever (?:legal )?purpose"), (5, r"\blaboro en\b|\blabora en\b|ha trabajado|desempena(?:ndo)? el cargo|quien (?:pueda )?interes[ae]"), (2, r"certif|attest|confirm")),
    "job_offer": (
        (8, r"promesse d'embauche|offre d'emploi|offer of employment|employment offer|job offer|offer letter|letter of offer|lettre d'offre|contrat de travail|employment (?:contract|agreement)"), (5, r"(?:plaisir|heureux|pleased|delighted|happy) (?:de|to) (?:vous )?(?:offrir|confirmer|offer|extend)"), (3, r"(?:j'accepte|i accept|i have read and accept)"),
        (2, r"(?:votre|your) (?:entree en fonctions?|salaire|poste|start(?:ing)? date|salary|position|employment)"), (4, r"\bthis offer\b|cette offre"), (2, r"contingent (?:up)?on|conditionnelle|sign below|veuillez signer"), (2, r"will (?:be|report|work)|start date will be|sera de\b|vos taches")),
    "pay_slip": (
        (9, r"bulletin de (?:paie|paye|salaire)|pay ?slip|pay ?stub|talon de paie|statement of earnings|releve de paie|earnings statement|fiche de paie"), (3, r"net (?:a payer|pay)|salaire (?:net|brut)|gross (?:pay|earnings)"), (2, r"\b(?:rrq|rqap|qpp|qpip|cpp|ei premium|provident fund|csg|cnss|tds|professional tax)\b"), (2, r"earnings[\s\S]{0,40}deductions|gains[\s\S]{0,40}retenues"), (1, r"periode (?:de paie|du|:)|pay period")),
    "record_of_employment": ((10, r"record of employment|releve d'emploi"), (3, r"insurable (?:hours|earnings)|heures assurables|remuneration assurable"), (3, r"cra payroll account|numero de compte (?:de paie|de retenues)|last day for which paid|dernier jour paye")),
    "work_permit": ((10, r"work permit|permis de travail(?! (?:ouvert|ferme)? ?(?:valide|jusqu|est|de|du|qui))\b"), (4, r"immigration, refugees and citizenship|immigration, refugies et citoyennete"), (4, r"\bimm ?1442|client id|\buci\b|\biuc\b"), (2, r"case type|genre de cas"), (2, r"not authorized to work|must leave canada")),
    "other": (
        (11, r"fiche de resultats provisoires|resultats provisoires|provisional (?:results?|score)"), (9, r"certificat de scolarite|attestation (?:d'inscription|de frequentation|de scolarite)|enrol?l?ment (?:certificate|verification|letter)|certificate of (?:enrol?l?ment|attendance|participation)|confirmation of enrol|est (?:inscrite?|regulierement inscrite?) en"),
        (9, r"\bielts\b|test report form|international english|\btoefl\b|\bcelpip\b|english language test|\bpte academic\b"), (8, r"pleasure to recommend|lettre de recommandation|letter of recommendation|recommend (?:him|her|them|mr|ms)|j'ai le plaisir de recommander|recommande vivement|selection committee"),
        (8, r"curriculum vitae|\bresume\b|experiences? professionnelles?\n|\nexperience\n[\s\S]{0,600}\n(?:formation|education|langues|languages|skills)\n"), (9, r"balance certificate|releve bancaire|bank statement|savings account|compte (?:d'epargne|bancaire)|attestation bancaire|closing balance"),
        (9, r"acte de naissance|birth certificate|extrait d'acte|acte de mariage|marriage certificate|casier judiciaire|police (?:clearance|certificate)|passeport\n|certificat medical|medical certificate|bail de logement|facture n|invoice n"),
        (9, r"(?:augmentation|revision) (?:de (?:votre )?salaire|salariale)|(?:salary|pay) (?:increase|increment|revision)|increment letter|acceptance of (?:your )?resignation|acceptation de (?:votre )?demission|accept your resignation"), (5, r"attestation de participation|certificate of (?:attendance|training)")),
}
_COMPILED = {kind: tuple((weight, re.compile(pattern, re.ASCII | re.MULTILINE)) for weight, pattern in cues) for kind, cues in _CUES.items()}
ENOUGH = 5.0
"""Weight under which a page is of no known kind."""
_HEAD_LETTERS = 420
"""So many letters at the top count as the head, where a title stands: its words weigh half as much again."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A page's kind with the probability of it; `weights` are kept for splitting. `known` is False where no kind is heavy enough."""

    kind: Kind
    confidence: float
    known: bool
    weights: Mapping[Kind, float]


def judge(text: str) -> Judged:
    """The kind of a page or document from its plain text."""
    weights: dict[Kind, float] = {kind: sum(_weigh(text, weight, pattern) for weight, pattern in cues) for kind, cues in _COMPILED.items()}
    _exclude(text, weights)
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    (kind, best), (_, second) = ranked[0], ranked[1]
    if best < ENOUGH:
        return Judged("other", 0.4, False, weights)
    margin = (best - second) / best
    confidence = min(0.99, 0.55 + 0.35 * min(1.0, margin * 1.6) + 0.02 * min(best - ENOUGH, 5))
    if margin < 0.06:
        return Judged("other", 0.4, False, weights)
    return Judged(kind, confidence, True, weights)


def _weigh(text: str, weight: float, pattern: re.Pattern[str]) -> float:
    match = pattern.search(text)
    if match is None:
        return 0.0
    return weight * (1.5 if match.start() < _HEAD_LETTERS and weight >= 3 else 1.0)


def _exclude(text: str, weights: dict[Kind, float]) -> None:
    """What one kind's own words say of another: DELF is a diploma by name only; a transcript names the degree that it is of."""
    if weights["french_test"] >= 8:
        weights["diploma"] = weights["transcript"] = 0.0
    if weights["transcript"] >= 8 and not re.search(r"attestation de reussite|certificate of achievement", text):
        weights["diploma"] *= 0.5
    elif re.search(r"attestation de reussite", text):
        weights["transcript"] *= 0.5
    for strong in ("education_evaluation", "pay_slip", "record_of_employment", "work_permit", "job_offer"):
        if weights[strong] >= 12:
            for weak in ("employment_letter", "diploma", "transcript"):
                weights[weak] *= 0.5
    if weights["other"] >= 9:
        for kind in ("employment_letter", "diploma", "french_test"):
            weights[kind] *= 0.5
