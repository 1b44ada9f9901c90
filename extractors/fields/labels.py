"""Labels and what stands beside or below them: `Nom : Koné`, a label in one cell and its value in the next, forms with the
value under its label. A label is a pattern on plain text; the words of all labels are known here, so that a label is never
taken for a value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractors.fields.finding import Span
from extractors.paper import Cell, Paper

LABELS: dict[str, str] = {
    "name": r"(?:nom de famille(?: et|,) prenoms?|nom (?:et|&) prenoms?|prenoms? (?:et|&) noms?|noms? et prenoms?(?: de l'(?:employee?"
        r"|interesse|etudiant"
    r"|eleve|candidat)e?)?"
    r"|nom complet|nom(?: de l'employee?| du salarie| du candidat| de l'etudiante?| de l'eleve| de la candidate"
    r"| du titulaire)"
    r"|nom, prenom|employee?(?:\(e\))?(?: name)?|employe\(e\)|salarie(?:e|\(e\))?|name(?: of (?:employee|candidate"
    r"|student|applicant))?|full name|candidat(?:e|\(e\))?(?: name)?"
    r"|student(?: name)?|employee'?s? (?:full )?name|nom de la personne(?: employee)?|nombre(?: completo)?"
    r"|full name of (?:officer|employee|staff)|(?:nom et prenom|nom, prenom)s? a la naissance|agent(?=\s?:|\s*$)"
    r"|titulaire|beneficiaire|prepared for(?=\s?:))",
    "surname": r"(?:nom(?: de famille)?|family name|surname|last name|noms|apellidos?)",
    "given": r"(?:prenom(?:s|\(s\))?|given name(?:s|\(s\))?|first name(?:s|\(s\))?|forenames?|nombres)",
    "birth": r"(?:(?:date (?:et lieu )?de naissance|date (?:and place )?of birth|birth ?date|d\.?o\.?b\.?|ne\(?e?\)? le"
    r"|born(?: on)?|fecha de nacimiento)(?: \(.{4,10}\))?)",
    "test_date": r"(?:date (?:de la session|du test|de passation(?: (?:du test|des epreuves|de l'examen))?|de l'epreuve"
    r"|d'examen|de l'examen|des epreuves"
    r"|of (?:the )?test|de session)"
    r"|session(?: date| du| of| de)?|test date|session d'examen|(?:test |examen |epreuves? )?passee?s? le|exam date|test taken(?: on)?)",
    "issued": r"(?:attestation (?:editee|delivree|etablie) le|date (?:d'edition|d'emission|de delivrance|d'etablissement"
    r"|du document|of issue|issued|d'impression)"
    r"|editee? le|edition|emis(?:e)? le"
    r"|delivree? le|imprimee? le|payee? le|date de paie|printed on|date of printing"
    r"|issue date|issued(?: on)?|date issued|paiement le|date (?:de paiement|du depot)|deposit date|pay(?:ment)? date"
    r"|date issued / delivre le|date printed|envoyee? le|envoye|sent(?: on)?)",
    "candidate_number": r"(?:code (?:du )?candidate?|(?:n°|no\.?|numero) (?:de |du )?candidate?|candidate (?:code|number"
    r"|no\.?|n°)|identifiant(?: (?:du )?candidate?)?|candidate id|test taker (?:id|number))",
    "paper_number": r"(?:(?:n°|no\.?|numero) (?:de l'|d'|du |de )(?:attestation|certificat|diplome)|(?:certificate"
    r"|attestation|diploma) (?:number|no\.?|n°)|diplome (?:n°|no\.?))",
    "any_number": r"(?:reference|ref\.?|(?:n°|no\.?|numero) (?:d'|de )?(?:inscription|dossier|session)|reference (?:number|no\.?|n°))",
    "title": r"(?:(?:titre|appellation) (?:de (?:la )?fonction|du poste|de l'emploi|d'emploi|de poste)|trade in which employed"
             r"|(?:dernier )?(?:poste|emploi)(?: (?:actuel|occupe en dernier"
        r"|occupe|exerce|tenu))?"
             r"|(?:derniere )?fonctions?(?: (?:(?:occupee|exercee|actuelle)s?|(?:pendant|durant) le stage))?|titre et fonctions?"
             r"|metier|intitule(?: (?:du (?:poste|stage)"
             r"|de l'emploi))?|(?:last|current|latest) position(?: held)?|position title|job position|post(?: held)?"
             r"|rank(?: on (?:termination|discharge|leaving))?|son poste|corps d'emploi"
             r"|nature (?:du travail|de l'emploi|of (?:employment|work))"
             r"|(?:en )?(?:sa )?qualite(?: de)?(?=\s?:|\s*$)|intitule du stage|qualification|position(?: held| title)?|job title"
             r"|capacity|designation(?: at (?:the )?time of (?:leaving"
             r"|exit|separation|relieving))?|occupation|current (?:position|title"
             r"|job title)|occupation held|role|title|last designation|cargo(?: desempenado)?|puesto(?: desempenado)?|profession)",
    "start": r"(?:fecha de (?:ingreso|inicio|alta|vinculacion)|depuis(?: le)?(?=\s?:|\s*$)|date (?:(?:prevue )?d'entree(?: en(?: "
             r"(?:service|fonctions?))?)?|d'embauche"
        r"|de debut(?: d'emploi)?|d'engagement|d'installation|d'arrivee"
             r"|of (?:hire|joining|employment|appointment|commencement))"
             r"|debut(?: d'emploi| de l'exercice(?: des fonctions)?| de l'emploi| du contrat)?"
             r"|entree(?: en (?:fonctions?|service)| au service|(?=\s?:))|embauche(?:e? le|(?=\s?:|\s*$))|hire date"
             r"|date (?:de (?:recrutement|prise (?:de service|de fonctions?|d'effet)|commencement)|d'affectation|of (?:hiring|engagement"
             r"|recruitment|entry)|joined|started|employed|engaged)|en (?:poste|service|fonctions?) depuis(?: le)?|recrutee? le"
             r"|engagee? le|arrivee? (?:au champ|en poste|a la ferme|au travail) le|commencement(?= ?\(|\s?:|\s*$)|premier(?:e)? (?:jour"
             r"|journee)(?: (?:souhaitee?|prevue?))?(?=\s?:|\s*$)"
             r"|(?:recrute|engage|embauche)e? par [a-z' ]{2,24}(?=\s?:|\s*$)|mois et annee d'entree|employed (?:since|from)|from(?=\s?:)"
             r"|date (?:when |on which )?(?:the )?(?:employment|service) (?:commenced|began|started)|(?:anticipated|expected"
             r"|planned|proposed) start(?: date)?|start(?:ing)? date|(?:joining|hiring) date"
             r"|employment start(?: date)?|date hired|first day (?:worked|of work)"
             r"|premier jour de travail|anciennete(?: depuis)?(?! cumulee)|commencement date)(?: \(.{4,10}\))?",
    "end": r"(?:dismissed|situation actuelle|jusqu'a(?=\s?:|\s*$)|dernier jour(?=\s?:|\s*$)|cessation(?= ?\(|\s?:|\s*$)"
        r"|mois et annee de (?:depart"
        r"|sortie)|"
           r"date of withdrawal"
           r"|fecha de (?:retiro|baja|salida|terminacion)|jusqu'au(?=\s?:|\s*$)|sortie(?=\s?:|\s*$)|date (?:de (?:fin(?: (?:d'emploi|de "
           r"contrat|de fonctions?|de service))?|depart|sortie"
        r"|cessation(?: (?:d'emploi"
           r"|de fonctions?|de service))?|rupture|radiation)|of (?:leaving|separation|termination|relieving|resignation|exit|release"
           r"|cessation)|left|ended"
           r"|de la fin d'emploi)|(?:relieving|separation|release|exit|resignation) date|to(?=\s?:)|employed (?:to|until)"
           r"|date (?:when |on which )?(?:the )?(?:employment|service) (?:ceased|ended|terminated)|fin(?: d'emploi| prevue"
           r"| de l'exercice(?: des fonctions)?| de l'emploi"
           r"| du contrat)?|depart|end(?:ing)? date"
           r"|last (?:working day|day worked|day for which paid|day of work)|employment end(?: date)?|termination date"
           r"|dernier jour (?:de travail|paye|travaille))(?: \(.{4,10}\))?",
    "hours": r"(?:temps de presence|heures (?:normales |regulieres |travaillees )?par periode de paie(?: \((?:2|deux) sem[a-z]*\.?\))?"
        r"|heures? \(semaine (?:ordinaire|normale|type)\)|(?:average |normal |usual |scheduled "
        r"|regular )?(?:weekly hours|hours (?:of work )?per week|hours a week)"
             r"|(?:nombre d')?heures?(?: de travail| moyennes?| normales?| regulieres?| travaillees)?(?:\s?/\s?| par | a la )(?:semaine"
             r"|sem\.?)"
             r"|(?:nombre d')?heures?(?: de travail)? hebdomadaires?"
             r"|(?:horaire|regime)(?: de travail)?(?: hebdomadaire)?|duree hebdomadaire(?: (?:de|du) travail)?"
             r"|duree (?:de|du) travail(?: hebdomadaire)?"
             r"|temps de travail(?: hebdomadaire)?|hours(?: of work)?(?: ?/ ?| per | a )week|weekly hours|hours of work"
             r"|working (?:hours|time|week)|(?:standard |normal )?work ?week|work schedule|schedule|semaine (?:normale |type "
             r"|reguliere )?de travail|hours worked(?: per week)?"
             r"|heures|hours|nombre d'heures|charge horaire|weekly work ?load|charge hebdomadaire(?: de travail)?"
             r"|volume horaire(?: hebdomadaire)?"
             r"|horas (?:semanales|por semana)|jornada(?: laboral)?)",
    "status": r"(?:statut(?: d'emploi)?|regime(?: d'emploi)?|type (?:d'emploi|de contrat|de poste)"
    r"|employment (?:type|status)|status|job status|categorie)",
    "salary": r"(?:paie(?=\s?:|\s*$)|solde mensuelle|salaire (?:brut |de base )?par periode de paie(?: \((?:2|deux) sem[a-z]*\.?\))?"
        r"|gages|(?:consolidated )?basic pay(?: at exit)?|traitement (?:brut|de base)(?: mensuel| annuel)?"
        r"|(?:categor(?:y|ie),? (?:(?:and|et) )?)?(?:basic |base )(?:salary|wage|pay)|taux(?=\s?:)"
        r"|(?:consolidated |total )?(?:remuneration|emoluments|pay|salary) last drawn|(?:gross )?(?:monthly )?(?:pay"
        r"|salary) at (?:cessation|exit|termination)|(?:taux de "
        r"|dernier )?salaire(?: (?:annuel|mensuel|horaire|brut|de base|net|actuel|hebdomadaire)){0,3}"
              r"|remuneration(?: (?:annuelle|mensuelle|horaire|brute|nette|de base|actuelle)){0,3}|(?:annual |monthly )?(?:emoluments?"
              r"|ctc|stipend)|taux (?:horaire|de salaire)"
              r"|(?:annual |annuali[sz]ed |monthly |weekly |yearly |gross |net |current |last |final |base |hourly |basic ){0,3}(?:salary"
              r"|wages?|pay"
              r"|compensation)|(?:hourly"
              r"|pay|wage) rate|rate of pay|rate|remuneration|salario|traitement(?: annuel)?)",
    "period": r"(?:from ?(?:/|-|to) ?to(?=\s?:|\s*$)|du ?(?:/|-) ?au(?=\s?:|\s*$)"
              r"|(?:inclusive )?periodes?(?: d'(?:emploi|activite|occupation|exercice)| de (?:travail|service|prestation))?"
              r"|(?:inclusive )?dates(?: d'(?:emploi|occupation)| of (?:employment|service))?"
              r"|(?:employment|service) (?:dates|period)|period(?: of (?:employment|service))?|duration(?: of (?:employment|service))?"
              r"|duree(?: (?:d'emploi|de service|des services))?|tenure)",
    "country": r"(?:pays(?: d'obtention| d(?:'|es )etudes)?"
    r"|systeme (?:scolaire|educatif)(?: d'origine)?(?=\s?:|\s*$)|country(?: of (?:study"
               r"|education))?)",
    "institution": r"(?:etablissement(?: d'enseignement)?(?=\s?:|\s*$)|awarded by|awarding institution|institution(?: name)?(?=\s?:|\s*$)"
    r"|name of institution|issuing institution|(?:universite|school|ecole)(?=\s?:|\s*$))",
    "credential": r"(?:diplome(?: obtenu)?|credential(?: earned)?|titre(?: du (?:diplome|document))?|degree(?: awarded)?"
    r"|grade(?: obtenu)?|program(?:me)?(?: d'etudes)?|qualification|title of credential)",
    "wide_field": r"(?:domaine(?: de formation| d'etudes)?)",
    "field": r"(?:mention|specialite|option|filiere|serie|speciality|specialization|specialisation|major"
    r"|parcours|branch|discipline|field of study|concentration)",
    "other": r"(?:nationalite|pays de naissance|langue maternelle|piece d'identite|n° de piece d'identite"
    r"|(?:centre (?:de (?:passation|test)|agree|d'examen))|adresse|address|matricule|code permanent"
    r"|n° d'employe|employee (?:id|no\.?|number|code)|service|departement|department|echelon|telephone|tel\.?"
    r"|objet|objet|re|ref\.?|reference|purpose|year awarded|annee|resultat|moyenne"
    r"|sex|sexe|citizenship|citoyennete|travel doc.{0,30}|expiry date.{0,30}|case type.{0,30}|pan|uan"
    r"|days (?:payable|paid)|student no\.?|enrolment no\.?|roll no\.?|sl\. no\.?|langue|employer"
    r"|employeur|employer name|noc|naics|(?:superviseure?|superieure?)(?: immediate?| hierarchique)?"
    r"|(?:immediate |direct )?supervisor|lieu de travail|work location|code|units|credits|grade|note|niveau)",
}
"""What labels say, on plain text. A key names a sort of value, not a field: kinds decide what it means on their paper."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """What a label speaks of. `sure`: parted from its label by a colon, or in a cell of its own; else only by a blank."""

    span: Span
    label: Span
    sure: bool
    below: bool = False


@cache
def _pattern(label: str) -> re.Pattern[str]:
    return re.compile(r"(?:[*•\-]\s?|[0-9]{1,2}[a-d]?[.)]?\s(?!heures?\s|hours?\s))?" + _label_words(label), re.ASCII)


@cache
def _inner_pattern(label: str) -> re.Pattern[str]:
    """The same for a label that does not begin its cell."""
    return re.compile(r"(?<=[\s(,;|-])" + _label_words(label), re.ASCII)


def _label_words(label: str) -> str:
    """A label, perhaps again in another language behind a slash, and the mark that parts it from its value."""
    words = LABELS.get(label, label)
    return (
        rf"(?:{words})(?:\s?\((?=[a-z])[^():]{{3,40}}\))?(?:\s?/\s?(?:{words})|(?:\s?/\s?"
        rf"|\si\s)[a-z][a-z ,.'()°/]{{1,38}}?(?=\s*[:=]|\s*$))?"
        r"(?P<mark>\s*[:=]\s*|\s*$|\s+(?=\S))"
    )


@cache
def _any_label() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[0-9]{{1,2}}[a-d]?[.)]?\s(?!(?:heures?|hours?)\b))?(?:{'|'.join(LABELS.values())})(?:(?:\s?/\s?"
        rf"|\si\s)[a-z][a-z ,.'()°]{{1,38}})?\s*(?::\s*|$|(?P<more>\s))",
        re.ASCII,
    )


_NEXT_LABEL = re.compile(
    r"\s(?:matricule|mention\b|moyenne|code permanent|client id|date de naissance|date of birth"
    r"|n° d'employe|employee id|[a-z' ]{3,24}\s?:\s|[a-z][a-z']{0,12}\(e?s?\)(?:\s[a-z']{1,12}){0,3}\s?:\s)",
    re.ASCII,
)


_DASH = re.compile(r"\s[—–|•·-]\s", re.ASCII)
"""What may part a value from the next label of its row: « Nom : Koné — Née le … »."""


def is_label(paper: Paper, cell: Cell) -> bool:
    """Whether a cell is a label and nothing else."""
    return _any_label().fullmatch(paper.folded(cell.span).strip()) is not None


def begins_with_label(paper: Paper, cell: Cell) -> bool:
    """Whether a cell is a label, or a label and its value."""
    return _any_label().match(paper.folded(cell.span).strip()) is not None


def labelled(paper: Paper, label: str, within: Span | None = None) -> Iterator[Labelled]:
    """What stands beside or below a label (a key of LABELS, or a pattern of its own), in reading order; `within` a stretch only."""
    start, end = within or (0, len(paper.text))
    for row in paper.rows:
        for number, cell in enumerate(row):
            if cell.end <= start or cell.start >= end:
                continue
            for match in _labels_in(paper, cell, label, row[number - 1] if number else None, row[number + 1 : number + 2]):
                found = _beside(paper, row, number, match) if match.end() < cell.end else _apart(paper, row, number, match.span())
                if found is not None:
                    yield found


_AFTER_ANOTHER = re.compile(
    r"(?:[:=]\s?\S[^:=]{0,60}|^[^:=]{0,40})(?<!\set\s)(?<!\sand\s)(?<!\sde\s)(?<!\sdu\s)(?<!\sof\s)(?<!\sla\s)(?<!&\s)(?<!/\s)(?<!,\s)$",
    re.ASCII,
)
"""What stands before a label that is not the first of its cell: another label's value, or a few words."""


def _labels_in(paper: Paper, cell: Cell, label: str, before_it: Cell | None, following: Sequence[Cell]) -> Iterator[re.Match[str]]:
    """The label that begins a cell, and those further on in it: before a colon of their own where the cell is a chain of labels and
    values (`Nom : Koné Prénom : Awa`) or goes on with one (`Nom`, `Koné Prénom : Awa`), or at its end where the value is the next cell."""
    first = _pattern(label).match(paper.plain, cell.start, cell.end)
    if first is not None:
        yield first
    if cell.end - cell.start > 160:
        return
    for match in _inner_pattern(label).finditer(paper.plain, cell.start + 1, cell.end):
        before = paper.plain[cell.start : match.start()]
        is_chain = ":" in before or before.endswith(" - ") or (before_it is not None and is_label(paper, before_it))
        chained = ":" in match["mark"] and is_chain
        last = match.end() == cell.end and bool(following) and not begins_with_label(paper, following[0])
        if (chained or last) and _AFTER_ANOTHER.search(before):
            yield match


def _beside(paper: Paper, row: tuple[Cell, ...], number: int, match: re.Match[str]) -> Labelled | None:
    """The rest of the label's own cell, up to another label in it."""
    end = row[number].end
    following = _NEXT_LABEL.search(paper.plain, match.end(), end)
    if following is not None and following.start() > match.end():
        end = _label_within(paper, following)
    dashes = (dash for dash in _DASH.finditer(paper.plain, match.end(), end) if _any_label().match(paper.plain, dash.end(), end))
    end = next((dash.start() for dash in dashes), end)
    return Labelled((match.end(), end), match.span(), sure=":" in match["mark"] or "=" in match["mark"])


_MARK = re.compile(r"[:=]\s*(?=\S)", re.ASCII)
"""The mark that parts label and value, where it begins the value's cell."""


def _label_within(paper: Paper, following: re.Match[str]) -> int:
    """Where the next label begins in words before a colon: at one that is known, else with the first of them. « Nom : AIT OUARAB Prénom :
    Lyes » has its next label at « Prénom »."""
    starts = [following.start() + word.start() for word in re.finditer(r"(?<=\s)\S", following[0])]
    return next((start for start in starts if _any_label().fullmatch(paper.plain, start, following.end())), following.start())


def _apart(paper: Paper, row: tuple[Cell, ...], number: int, label: Span) -> Labelled | None:
    """The next cell of the row, or the cell below the label."""
    if number + 1 < len(row) and not is_label(paper, row[number + 1]) and not _heads_columns(paper, row):
        value = row[number + 1]
        mark = _MARK.match(paper.plain, value.start, value.end)
        return Labelled((mark.end() if mark else value.start, value.end), label, sure=True)
    cell = row[number]
    if (shared := _of_label_above(paper, row)) is not None:
        return Labelled(shared.span, label, sure=True)
    for below in paper.rows[cell.row + 1 : cell.row + 2]:
        for other in below:
            if other.page == cell.page and _under(cell, other) and not begins_with_label(paper, other):
                return Labelled(other.span, label, sure=True, below=True)
    return None


_TIGHT = 0.9
"""Of a row's height: no more parts the two lines of one label."""


def _of_label_above(paper: Paper, row: tuple[Cell, ...]) -> Cell | None:
    """The value beside the row above, where a label alone on its row only says that row's label again in another language:
    « Fecha de retiro   30/ABR/2022 » over « End date »."""
    above = paper.rows[row[0].row - 1] if row[0].row else ()
    if len(row) > 1 or len(above) != 2 or above[0].page != row[0].page or is_label(paper, above[0]):
        return None
    tight = row[0].box.y0 - above[0].box.y1 < _TIGHT * row[0].box.height and row[0].box.x1 < above[1].box.x0
    return above[1] if tight and abs(row[0].box.x0 - above[0].box.x0) < 0.005 else None


def _heads_columns(paper: Paper, row: tuple[Cell, ...]) -> bool:
    """Whether a row is the head of a table, or of two fields of a form: of labels, each with a cell of the next row under it."""
    below = paper.rows[row[0].row + 1] if row[0].row + 1 < len(paper.rows) else ()
    aligned = len(row) == len(below) and all(abs(one.box.x0 - other.box.x0) < 0.02 for one, other in zip(row, below, strict=True))
    heads = sum(is_label(paper, cell) for cell in row) > 1 if len(row) > 2 else aligned and _are_captions(paper, row, below)
    dated = any(paper.dates_in(cell.span) for cell in row)
    return aligned and heads and not dated and not any(begins_with_label(paper, cell) for cell in below)


_SMALLER, _NEARER = 0.9, 0.25
"""Of the height of a value's letters: what a form's captions have; how much nearer they stand to their value than fields to each other."""


def _are_captions(paper: Paper, row: tuple[Cell, ...], below: tuple[Cell, ...]) -> bool:
    """Whether two cells in small letters stand right over two in larger ones: « Job title | Supervisor » over « Cook | J. Roy »."""
    number, height, values = row[0].row, sum(cell.box.height for cell in row), sum(cell.box.height for cell in below)
    apart = max(_gap(paper, number - 1), _gap(paper, number + 1))
    return len(row) == 2 and _gap(paper, number) < apart - _NEARER * values / 2 and height < _SMALLER * values


def _gap(paper: Paper, number: int) -> float:
    """Between a row and the one below it on its page, of the page's height; none beyond its first and last rows."""
    if not 0 <= number < len(paper.rows) - 1 or paper.rows[number][0].page != paper.rows[number + 1][0].page:
        return 0.0
    return paper.rows[number + 1][0].box.y0 - paper.rows[number][0].box.y1


def _under(cell: Cell, other: Cell) -> bool:
    shared = min(cell.box.x1, other.box.x1) - max(cell.box.x0, other.box.x0)
    near = other.box.y0 - cell.box.y1 < 3 * max(cell.box.height, 0.004)
    return near and (shared > 0.3 * min(cell.box.width, other.box.width) or abs(cell.box.x0 - other.box.x0) < 0.02)
