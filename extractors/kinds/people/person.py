"""Whose paper it is: alike on every kind of paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Span, first
from extractors.fields.labels import LABELS, begins_with_label, labelled
from extractors.fields.names import HONORIFIC, is_name, looks_damaged, name_at, name_before, names_after_titles
from extractors.fields.text.plain import key
from extractors.paper import Paper

_CERTIFIED = re.compile(
    r"(?:(?:atteste|certifie|confirme|declare)(?:nt|r|s|z)?(?:,? [a-z' ]{0,40},?)? que|(?:attestons|certifions|confirmons|declarons)"
    r"(?:,? [a-z' ]{0,40},?)? que|atteste(?:nt)?(?: par la presente)?|certif(?:ie|ient|ions|y|ies|ied)(?: par la presente)?(?: that"
    r"| que)?|attest(?:s|ed)?(?: that)?"
    r"|confirm(?:s|ed)?(?: that)?|recommend(?:er)?|that|to|delivre le present [a-z]{4,12} a"
    r"|(?:confirm|attest|certif)[a-z]{0,5} (?:l'emploi|the employment|l'embauche|avoir employe|having employed)(?: de| of)?"
    r"|decernee?s? (?:le present diplome )?a|confere(?: a)?|conferee? a|a conferee? a|delivree? a|accordee? a|remise? a"
    r"|(?:proof|confirmation|verification|evidence) of (?:the )?employment (?:for|of)|awarded to|confer(?:s|red)?(?: up)?\s?on|upon"
    r"|admitted|presented to|que|otorga(?:do)? a|confiere a|a)"
    r"(?:\s?/\s?[a-z ]{4,40})?\s{0,2}[:,]?\s{1,2}",
    re.ASCII,
)
_TITLE = re.compile(rf"(?:la personne de )?(?:{HONORIFIC})\s+|(?:le citoyen|la citoyenne|the citizen),?\s+"
    r"|(?:Engineer|Doctor|Professor|Architect)\s+|(?:l['’](?:[ée]l[èe]ve|[ée]tudiante?)|the student|our employee"
    r"|notre employée?),?\s+")
_SHORT = frozenset(("a", "que", "that", "to", "admitted"))
"""Words that introduce much else: what follows them is a name only behind a title, or alone on its row."""


def find_person(paper: Paper) -> Finding | None:
    """The person's name, from the surest place that gives one; surer where a second place gives it again."""
    found = [_with_first_names(paper, one) for one in _candidates(paper) if one is not None and not _FIRM.search(key(str(one.value)))]
    if not found:
        return None
    signed = _signed_names(paper)
    best = next((one for one in found if one.pattern == "label" or key(str(one.value)) not in signed), found[0].doubted(2))
    agreeing = [other for other in found[1:] if _same_person(str(best.value), str(other.value))]
    rivals = [other for other in found if other.doubts == 0 and key(str(other.value)) not in signed
              and not _same_person(str(best.value), str(other.value))]
    longer = any(len(key(str(other.value)).split()) > len(key(str(best.value)).split()) for other in agreeing)
    doubts = best.doubts + 2 * looks_damaged(str(best.value)) + (longer or bool(rivals and not agreeing))
    return Finding(best.name, best.value, best.spans, best.pattern, doubts, agreed=bool(agreeing))


def _with_first_names(paper: Paper, finding: Finding) -> Finding:
    """« Dear Ms. Vera Luz » of a letter to « Ana Maria Vera Luz »: the name as it stands whole, alone in a cell or in a sentence."""
    said, name = str(finding.value), finding.spans[0]
    for match in re.finditer(rf"(?<=[^\W\d_][ ,]|, ){re.escape(said)}(?!\w)", paper.text) if len(finding.spans) == 1 else ():
        whole = next((cell.span for cell in paper.rows[paper.row_at(match.start())] if cell.start <= match.start() < cell.end), name)
        words = paper.words(whole)
        if words.endswith(said) and (is_name(words) or is_name(words.replace(",", "", 1))) and not _BEHIND_TITLE.match(words):
            return replace(finding, value=words, spans=(whole,))
    return finding


_FIRM = re.compile(
    r"\b(?:societe|company|groupe?|school|ecole|college|institute?|banque|bank|hospital|hopital|clini(?:que|c)|industries|technologies"
    r"|limited|private|enterprises?|entreprise|agency|agence|centre|center|department|departement|faculty|faculte|board|ministere|ministry"
    r"|computer|science|sciences|engineering|officers?|engineers?|administrators?|coordinators?|developers?|accountants?|accounting|resources"
    r"|ressources|humaines)\b", re.ASCII)
"""Words that names of firms, schools, subjects and functions have, and no person's."""


def _signed_names(paper: Paper) -> set[str]:
    """Names alone in the last rows: of who signs, who may have written their own name at the head as well."""
    low = {key(paper.words(cell.span)) for row in paper.rows[-4:] for cell in row if is_name(paper.words(cell.span))}
    undersigned = (name_at(paper.text, (match.end(), match.end() + 60)) for match in _UNDERSIGNED.finditer(paper.text))
    return low | {key(paper.words(name)) for name in undersigned if name is not None}


_UNDERSIGNED = re.compile(rf"soussignée?s?,?\s(?:{HONORIFIC}\s+)?|\bI,?\sthe undersigned,?\s(?:{HONORIFIC}\s+)?")


_HOLDER = (
    r"(?:etudiant|candidat|employe|salarie|stagiaire|titulaire|eleve|beneficiaire|apprenant|travailleur|agent|interesse)"
    r"(?:e|\(e\)|·e)?"
)
_BEARER = (r"(?:holder|graduate|employee|recipient|bearer|worker|student|candidate|applicant|trainee|learner|test taker|official"
    r"|incumbent|individual"
           r"|person|government servant)")
_NAME = (
    rf"(?:nom(?:\(s\)|s)? (?:et|&|/) (?:post-?noms?,? (?:et )?)?prenom(?:\(s\)|s)?(?: (?:de l'|de la |du ){_HOLDER})?"
    rf"|prenom(?:\(s\)|s)? (?:et|&|/) nom(?:\(s\)|s)?|noms?,? (?:et )?post-?noms?(?:,? et prenoms?)?|nom (?:complet )?(?:de l'|de la "
    rf"|du ){_HOLDER}"
    rf"|{_HOLDER}(?=\s?[:=]|\s*$)|name on (?:the )?(?:documents?|certificate|record)|(?:full )?names? (?:of )?(?:the )?{_BEARER}"
    rf"|{_BEARER}(?:'?s)?(?: full)? names?"
    rf"|names?(?: in full)?|full names?|{LABELS['name']})")
_SURNAME = rf"(?:nom\(s\)|nom (?:de naissance|patronymique|d'usage)|family names?|{LABELS['surname']})"


def _candidates(paper: Paper) -> Iterator[Finding | None]:
    yield first((_surname_and_given(paper), _full_name(paper, _NAME), _full_name(paper, _SURNAME)))
    yield from (_finding(paper, span, "phrase", 0) for span in _certified(paper))
    yield from (_finding(paper, span, "phrase", 0 if again else 2) for span, again in _regarded(paper))
    yield from (_finding(paper, span, "phrase", 0) for span in (*_subjects(paper), *_described(paper), *_born(paper)))
    yield from (_finding(paper, span, "phrase", 0 if number == 0 else 1) for number, span in enumerate(_titled(paper)))
    yield from (_finding(paper, span, "phrase", 1) for span in _addressed(paper))


_FOLLOWING = re.compile(
    r"\s[-(]?\s?(?:code permanent|matricule|date de naissance|date of birth|nee? le|nee? a|ne\(e\)|born|prenom|sexe?|nationalite"
    r"|nationality"
    r"|(?:hall ticket|roll|seat|register|reg|registration|enrol?l?ment|admission|student|index|matric|matriculation|exam|candidate"
    r"|employee|emp|staff|payroll|passport|prn|permanent|id|identification|serial|sl|certificate)\.? ?(?:no|n°|number|id|code|#)\b"
    r"|n°|no\.|cin\b|cni\b|c\.c\.|emploi\b|poste\b|fonction\b|position\b|designation\b|code\b|client id)", re.ASCII)
"""Labels that may stand behind a name on its row."""


def _full_name(paper: Paper, label: str) -> Finding | None:
    for value in labelled(paper, label):
        if _OF_ANOTHER.search(paper.plain, max(0, value.label[0] - 24), value.label[0]):
            continue
        span = _up_to_label(paper, value.span)
        name = _with_given(paper, _begun(paper, span), span)
        if name is not None and (value.sure or len(paper.words(name).split()) > 1):
            if label == _SURNAME and len(paper.words(name).split()) < 2:
                continue
            rest = paper.text[name[1] : span[1]].strip(" .,—–-")
            return _finding(paper, name, "label", (not value.sure) + bool(rest) + (len(paper.words(name).split()) < 2))
    return None


_OF_ANOTHER = re.compile(
    r"\b(?:father|mother|guardian|spouse|company|firm|school|college|course|program(?:me)?|test|bank|supervisor|manager|cent(?:er|re)"
    r"|institution|employer|pere|mere|parent|conjoint|university|exam(?:ination)?|subject|branch|referee|witness)(?:'s|s)?'?\s?$", re.ASCII)
"""What makes a label « … name » that of someone or something else."""


def _up_to_label(paper: Paper, span: Span) -> Span:
    """A label's value up to the next label of its row; a surname's comma joins it to what follows."""
    start = span[0] + len(paper.text[slice(*span)]) - len(paper.text[slice(*span)].lstrip())
    whole = next((cell.end for cell in paper.rows[paper.row_at(start)] if cell.start <= start < cell.end), span[1])
    following = _FOLLOWING.search(paper.plain, start, whole)
    return start, following.start() if following and following.start() > start else span[1]


def _begun(paper: Paper, span: Span) -> Span | None:
    """The name that begins a label's value; a surname alone before its comma counts."""
    title = _BEHIND_TITLE.match(paper.text, *span)
    span = (title.end(), span[1]) if title else span
    comma = paper.text.find(",", *span)
    return name_at(paper.text, span) or (name_at(paper.text, (span[0], comma)) if comma > 0 else None)


def _with_given(paper: Paper, name: Span | None, within: Span) -> Span | None:
    """« TREMBLAY, Marie-Josée »: the first names behind the surname's comma belong to the name."""
    if name is None or not paper.text.startswith(",", name[1]):
        return name
    given = name_at(paper.text, (name[1] + 1, within[1]))
    return (name[0], given[1]) if given is not None and not paper.text[given[1] : within[1]].strip() else name


def _surname_and_given(paper: Paper) -> Finding | None:
    """Surname and first names under their own labels, put together as a person would say them."""
    surname = next((name for value in labelled(paper, _SURNAME) if (name := name_at(paper.text, value.span))), None)
    given = next((name for value in labelled(paper, "given") if (name := name_at(paper.text, value.span))), None)
    if surname is None or given is None:
        return None
    parts = [given, *_wrapped(paper, given), surname, *_wrapped(paper, surname)]
    return Finding("person.name", " ".join(paper.words(part) for part in parts), tuple(parts), "label", 2 * (len(parts) > 2))


def _wrapped(paper: Paper, name: Span) -> list[Span]:
    """The rest of a name that its narrow column broke: a name alone in the cell right below, which no label begins."""
    number = paper.row_at(name[0])
    cell = next((cell for cell in paper.rows[number] if cell.start <= name[0] < cell.end), None)
    if cell is None or len(paper.rows[number]) < 2 or number + 1 >= len(paper.rows) or paper.text[name[1] : cell.end].strip():
        return []
    for left, below in zip((None, *paper.rows[number + 1]), paper.rows[number + 1], strict=False):
        if left is not None and begins_with_label(paper, left):
            continue
        column = abs(below.box.x0 - cell.box.x0) < 0.02 or abs(below.box.x0 - paper.quote(name).boxes[0].x0) < 0.02
        whole = name_at(paper.text, below.span)
        near = below.box.y0 - cell.box.y1 < cell.box.height
        if column and near and whole is not None and whole[1] >= below.end and not begins_with_label(paper, below):
            return [whole]
    return []


def _certified(paper: Paper) -> Iterator[Span]:
    """Names that follow « certifie que » or « décerné à », on the same line or alone on the next."""
    for match in _CERTIFIED.finditer(paper.flat):
        if match.start() and paper.plain[match.start() - 1].isalnum():
            continue
        start = match.end()
        title = _TITLE.match(paper.text, start)
        start = title.end() if title else start
        row_end = paper.row_span(paper.row_at(start))[1]
        name = name_at(paper.text, (start, min(len(paper.text), max(row_end, start + 1) if not title else start + 90)))
        short = match[0].strip(" :,\n") in _SHORT
        if paper.language == "en" and paper.text[match.start()] in "aA" and match[0].split()[0] == "a":
            continue  # the English article, not « à »
        if (
            name is not None
            and len(paper.words(name).split()) > 1
            and (not short or title or is_name(paper.words((start, row_end))) or _stands_out(paper, name) or _is_told_of(paper, name))
        ):
            yield name


def _stands_out(paper: Paper, name: Span) -> bool:
    """Whether a name is in capitals, of a text that is not, and a comma or bracket ends it."""
    before = paper.text[max(0, name[0] - 40) : name[0]]
    return paper.words(name).isupper() and not before.isupper() and paper.text[name[1] : name[1] + 2].strip()[:1] in (",", "(")


_SUBJECT = re.compile(r"(?:objet|sujet|subject|re|ref|concerne|concernant|about|regarding)\s?:\s?", re.ASCII)
_HEADING = re.compile(r"\b(?:attestation|certificat[eo]?|letter|lettre|confirmation|verification|certification|reference)\b", re.ASCII)
_PARTS = re.compile(rf"(?:\s[-–—]\s?|-\s|:\s|,\s|\s/\s?|(?:\s|^)(?:for|of|de|d'|du|pour|concernant|about|regarding|in favou?r of"
    rf"|to)\s|\()(?:{HONORIFIC}\s+)?",
                    re.IGNORECASE)


def _regarded(paper: Paper) -> Iterator[tuple[Span, bool]]:
    """The name that ends a subject line or a heading: « Objet : Attestation d'emploi – Awa Sy », "Re: Employment of Jon Rae"; and
    whether the sentences below speak of that person."""
    for number in range(len(paper.rows) * 2 // 3 + 1):
        start, end = paper.row_span(number)
        about = _SUBJECT.match(paper.plain, start, end)
        if about is None and not (_HEADING.search(paper.plain, start, end) and len(paper.words((start, end)).split()) < 14):
            continue
        for at in (*([about.end()] if about else []), *(part.end() for part in _PARTS.finditer(paper.text, start, end))):
            end = _without_civility(paper, end)
            name = _over_the_end(paper, _with_given(paper, _begun(paper, (at, end)), (at, end)))
            if name is None or len(paper.words(name).split()) < 2 or _goes_on(paper, name):
                continue
            again = _is_told_of(paper, name)
            if again or (about and _ABOVE.search(paper.plain, name[1])):
                yield name, again
                break


_ABOVE = re.compile(r"above.?(?:named|mentioned)|named above|sus ?-?(?:nommee?|mentionnee?)|interessee?|precitee?|ci-dessus"
                    r"|the employee", re.ASCII)
"""How a letter speaks of the person of its subject line without the name."""


def _without_civility(paper: Paper, end: int) -> int:
    """« KONE, Awa (MRS) »: where the name ends."""
    behind = re.search(r"\s\((?:miss|mr|mrs|ms|mme|mlle|m)\.?\)\s*$", paper.plain[:end])
    return behind.start() if behind else end


def _over_the_end(paper: Paper, name: Span | None) -> Span | None:
    """A name in a heading with what of it stands alone on the row below, in the same letters."""
    if name is None:
        return None
    row = paper.row_at(name[1] - 1)
    if paper.text[name[1] : paper.row_span(row)[1]].strip() or row + 1 >= len(paper.rows):
        return name
    below = paper.row_span(row + 1)
    words = paper.words(below)
    more = name_at(paper.text, below)
    alike = (words.isupper() and paper.words(name).isupper()) or paper.words(name).endswith("-")
    return (name[0], more[1]) if more is not None and alike and len(words.split()) < 3 and more[1] >= below[1] else name


def _goes_on(paper: Paper, name: Span) -> bool:
    end = paper.row_span(paper.row_at(max(name[0], name[1] - 1)))[1]
    behind = paper.text[name[1] : end].strip(" .,)]")
    return bool(behind) and not (behind[0] in "-–—/" and len(behind) > 1 and paper.text[name[1]] == " ")


def _is_told_of(paper: Paper, name: Span) -> bool:
    """Whether the text below names the person again: a word of the name behind a title, or before a verb."""
    words = "|".join(re.escape(word) for word in paper.words(name).split() if len(word) > 2)
    again = (rf"{HONORIFIC}\s+(?:[^\W\d_]+\s)?(?i:{words})\b|\b(?:{words})(?:['’]s|\s:|\s(?:is|was|has|had|a|est|travaille|occupe"
             r"|worked|works|joined)\b)")
    return bool(words) and re.search(again, paper.text[name[1] :]) is not None


_DESCRIBED = re.compile(
    r"(?:,|\s[—–-])?\s\(?(?:n° (?:d')?etudiante?\b|ine\b|student (?:no|id|number)\b|titulaire de|holder of|bearing |matricule"
    r"|employee (?:id|no|number|code)|emp\.? (?:id|code|no)|c\.?i\.?n\.?\s|cni\s|nif\s"
    r"|passport|passeport|identifiee?|de nationalite|s/o|d/o|w/o|son of|daughter of|fils de|fille de|demeurant|domicilie|immatricule"
    r"|staff (?:id|no)|code permanent|id no|date (?:de naissance|of birth)|d\.?o\.?b\b)", re.ASCII)


def _described(paper: Paper) -> Iterator[Span]:
    """Names before what papers say of a person only: the number of an identity card, the nationality, whose child."""
    for match in _DESCRIBED.finditer(paper.flat):
        name = name_before(paper.text, match.start())
        if name is not None:
            yield name


_BORN_WORD = re.compile(r"(?<![a-z])(?:nee?|ne\(e\)|born|nacid[oa])(?![a-z])", re.ASCII)


_NATION = re.compile(r",\s[a-zà-ÿ]{5,20}$")
"""« Awa Sy, sénégalaise, née le … »."""


def _born(paper: Paper) -> Iterator[Span]:
    """Names that stand before « né le »: on its row, up to a comma, or at the end of the row above."""
    for match in _BORN_WORD.finditer(paper.plain):
        row = paper.row_at(match.start())
        start = paper.row_span(row)[0]
        if match.start() - start < 3 and row > 0:
            cell = next((one for one in paper.rows[row - 1] if is_name(paper.words(one.span))), paper.rows[row - 1][-1])
            start, end = cell.start, cell.end
        else:
            end = match.start()
        colon = max(paper.text.rfind(mark, start, end) for mark in (":", "\t"))
        start = colon + 1 if colon >= 0 else start
        text = _NATION.sub("", paper.text[start:end].rstrip(" ,(—–-"))
        if is_name(text.strip()):
            start += len(text) - len(text.lstrip())
            yield start, start + len(text.strip())
        elif (name := name_before(paper.text, start + len(text))) is not None:
            yield name


_EMPLOYED = re.compile(
    r"\s(?:is|was|has|had|having|est|a|ayant|travaille|occupe|exerce|holds|works|worked|joined|served|labora"
    r"|laboro)\s(?:(?:been|ete|currently|presently|actuellement|presentement|now|toujours) ){0,2}"
    r"(?:employ|working|work|hired|promoted|promue?|travaill|occup|exerc|held|served|servi|engag|embauch|recrut|chez|pour|with|us|our"
    r"|the|notre|a (?:notre|l') ?emploi|inscri|as\b|au\b|le\b|les\b|en\b|award|satisf|fulfil|complet|pass(?:e|ed)\b|obt(?:ained|enu)"
    r"|successful|duly|admis|admitted"
    r"|subi|suivi|reussi|termine|effectue|accompli|oeuvre|œuvre|titulaire|diplome|collabor|rendered|rejoint|joined|a member|membre"
    r"|part of)",
    re.ASCII,
)


_BEFORE_A_SUBJECT = (". ", ": ", ", ", "\f", " that ", " que ")


_IS_SOMETHING = re.compile(
    r"\s(?:est|is|etait|was|a ete|has been)\s(?:an? |un |une |notre |our )?[a-z][^.,;:]{3,60}?\s"
    r"(?:depuis|since|from|du|a notre|au sein|chez|dans notre|at|with|in our)\s",
    re.ASCII,
)


def _subjects(paper: Paper) -> Iterator[Span]:
    """Names that begin a sentence about work: "Alain Koffi is employed …", « Awa Sy est infirmière chez nous depuis … »."""
    for match in (*_EMPLOYED.finditer(paper.flat), *_IS_SOMETHING.finditer(paper.flat)):
        marks = ((paper.flat.rfind(mark, max(0, match.start() - 60), match.start()), len(mark)) for mark in _BEFORE_A_SUBJECT)
        start = max(at + length if at >= 0 else 0 for at, length in marks)
        row = paper.row_span(paper.row_at(match.start()))[0]
        start = max(start, row) if row < match.start() else start
        while start < match.start() and not paper.text[start].isalpha():
            start += 1
        name = name_at(paper.text, (start, match.start()))
        if name is not None and name[1] == match.start() and len(paper.words(name).split()) > 1:
            yield name


def _titled(paper: Paper) -> Iterator[Span]:
    """Names after Monsieur, Mme; one alone on its row near the end is the signature's."""
    last = paper.rows[-1][-1].end
    for span in names_after_titles(paper.text):
        start, end = paper.row_span(paper.row_at(span[0]))
        alone = span[0] - start < _TITLE_LETTERS and not paper.text[span[1] : end].strip(" .,")
        initial = span[0] > 0.75 * last and paper.text[: span[0]].rstrip().endswith("M.")
        of_firm = _BOARD.search(paper.plain, start, span[0]) is not None
        if not initial and not of_firm and not (alone and span[0] > 0.6 * last):
            yield span


_TITLE_LETTERS = 14
_BOARD = re.compile(r"\b(?:directors?|partners?|associes?|administrateurs?|board|chairman|management)\s?:", re.ASCII)
"""What stands before the names of those who own or lead the firm."""
_DEAR = re.compile(r"(?:^|\n)(?:dear|cher|chere) (?=[^\n,:]{5,50}[,:]\s*\n)", re.ASCII)


def _addressed(paper: Paper) -> Iterator[Span]:
    """« Dear Harish Rao, »: who is written to with the whole name, without a title, is who the letter is about."""
    for match in _DEAR.finditer(paper.plain):
        name = name_at(paper.text, (match.end(), paper.row_span(paper.row_at(match.end()))[1]))
        if name is not None and len(paper.words(name).split()) > 1:
            yield name


_BEHIND_TITLE = re.compile(rf"(?:{HONORIFIC})\s+")


def _finding(paper: Paper, span: Span, pattern: str, doubts: int) -> Finding:
    title = _BEHIND_TITLE.match(paper.text, *span)
    span = (title.end(), span[1]) if title and len(paper.words((title.end(), span[1])).split()) > 1 else span
    words = paper.words(span).rstrip(",")
    name = words if len(words.rpartition(" ")[2]) < 4 else words.rstrip(".")  # « R. », "Jr." keep their full stop
    return Finding("person.name", name, (span,), "label" if pattern == "label" else "phrase", doubts)


def _same_person(one: str, other: str) -> bool:
    words, others = set(key(one).split()), set(key(other).split())
    return words <= others or others <= words
