"""How papers bring in the person that they are about: « certifie que », a subject line, « né le », « Dear … »; where such a name stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.fields.finding import Span
from extractors.fields.names import HONORIFIC, is_name, name_at, name_before, names_after_titles
from extractors.paper import Paper

_CERTIFIED = re.compile(
    r"(?:(?:atteste|certifie|confirme|declare)(?:nt|r|s|z)?(?:,? [a-z' ]{0,40},?)? que|(?:attestons|certifions|confirmons|declarons)"
    r"(?:,? [a-z' ]{0,40},?)? que|atteste(?:nt)?(?: par la presente)?|certif(?:ie|ient|ions|y|ies)(?: par la presente)?(?: that"
    r"| que)?|certified that|attest(?:s|ed)?(?: that)?"
    r"|confirm(?:s|ed)?(?: that)?|recommend(?:er)?|that|to|delivre le present [a-z]{4,12} a"
    r"|(?:confirm|attest|certif|verif)[a-z]{0,5} (?:l'emploi|the employment|l'embauche|avoir employe|having employed)(?: de| of)?"
    r"|decernee?s? (?:le present diplome )?a|confere(?: a)?|conferee? a|a conferee? a|delivree? a|accordee? a|remise? a"
    r"|(?:proof|confirmation|verification|evidence) of (?:the )?employment (?:for|of)|awarded to|confer(?:s|red)?(?: up)?\s?on|upon"
    r"|admitted|presented to|que|otorga(?:do)? a|confiere a|a)"
    r"(?:\s?/\s?[a-z ]{4,40})?\s{0,2}[:,]?\s{1,2}",
    re.ASCII,
)
_TITLE = re.compile(rf"(?:la personne de )?(?:{HONORIFIC})\s+|(?:le citoyen|la citoyenne|the citizen),?\s+"
    r"|(?:Engineer|Doctor|Professor|Architect|[Ee]l ingeniero|[Ll]a ingeniera|[Ee]l señor|[Ll]a señora)\s+|(?:l['’](?:[ée]l[èe]ve"
    r"|[ée]tudiante?)|the student|our employee"
    r"|notre employée?),?\s+(?:(?:désignée?|identifiée?|nommée?|named|identified)\s(?:ci-\s?après|ci-dessous|below)\s?:\s+)?")
_SHORT = frozenset(("a", "que", "that", "to", "admitted"))
"""Words that introduce much else: what follows them is a name only behind a title, or alone on its row."""

BEHIND_TITLE = re.compile(rf"(?:{HONORIFIC})\s+")


def begun(paper: Paper, span: Span) -> Span | None:
    """The name that begins a label's value; a surname alone before its comma counts."""
    title = BEHIND_TITLE.match(paper.text, *span)
    span = (title.end(), span[1]) if title else span
    comma = paper.text.find(",", *span)
    return name_at(paper.text, span) or (name_at(paper.text, (span[0], comma)) if comma > 0 else None)


def with_given(paper: Paper, name: Span | None, within: Span) -> Span | None:
    """« TREMBLAY, Marie-Josée »: the first names behind the surname's comma belong to the name."""
    if name is None or not paper.text.startswith(",", name[1]):
        return name
    given = name_at(paper.text, (name[1] + 1, within[1]))
    return (name[0], given[1]) if given is not None and not paper.text[given[1] : within[1]].strip() else name


def certified(paper: Paper) -> Iterator[Span]:
    """Names that follow « certifie que » or « décerné à », on the same line or alone on the next."""
    for match in _CERTIFIED.finditer(paper.flat):
        if match.start() and paper.plain[match.start() - 1].isalnum():
            continue
        start = match.end()
        title = _TITLE.match(paper.text, start)
        start = title.end() if title else start
        row_end = paper.row_span(paper.row_at(start))[1]
        name = name_at(paper.text, (start, min(len(paper.text), max(row_end, start + 1) if not title else start + 90)))
        full = row_end - paper.row_span(paper.row_at(start))[0] > _FULL_ROW or _in_capitals(paper, row_end)
        if name is not None and name[1] == row_end and full:
            name = name_at(paper.text, (start, min(len(paper.text), start + 90))) or name  # it may go on in the next row
        short = match[0].strip(" :,\n") in _SHORT
        if paper.language == "en" and paper.text[match.start()] in "aA" and match[0].split()[0] == "a":
            continue  # the English article, not « à »
        if (
            name is not None
            and len(paper.words(name).split()) > 1
            and not _leads(paper, name)
            and (not short or title or is_name(paper.words((start, row_end))) or _stands_out(paper, name) or _is_told_of(paper, name))
        ):
            yield name


def _in_capitals(paper: Paper, end: int) -> bool:
    """Whether a name in capitals goes on in the next row: « … that THIAGO HENRIQUE » / « VASCONCELOS, Brazilian »."""
    last, more = paper.text[:end].split()[-1:], re.match(r"\s*([A-ZÀ-Ý'-]{3,}),", paper.text[end : end + 40])
    return bool(last) and last[0].isupper() and len(last[0]) > 2 and more is not None


_FULL_ROW = 70
"""Letters of a row that ends with the page and not with its sentence."""


def _stands_out(paper: Paper, name: Span) -> bool:
    """Whether a name is in capitals, of a text that is not, and a comma or bracket ends it."""
    before = paper.text[max(0, name[0] - 40) : name[0]]
    return paper.words(name).isupper() and not before.isupper() and paper.text[name[1] : name[1] + 2].strip()[:1] in (",", "(")


_SUBJECT = re.compile(r"(?:objet|sujet|subject|re|ref|employment of(?: / emploi de)?|emploi de(?: / employment of)?|concerne"
    r"|concernant|about|regarding)\s?:\s?", re.ASCII)
_HEADING = re.compile(r"\b(?:attestation|certificat[eo]?|letter|lettre|confirmation|verification|certification|reference)\b", re.ASCII)
_PARTS = re.compile(rf"(?:\s[-–—]\s?|-\s|:\s|,\s|\s/\s?|(?:\s|^)(?:for|of|de|d'|du|pour|concernant|about|regarding|in favou?r of"
    rf"|to)\s|\()(?:{HONORIFIC}\s+)?",
                    re.IGNORECASE)


def regarded(paper: Paper) -> Iterator[tuple[Span, bool]]:
    """The name that ends a subject line or a heading: « Objet : Attestation d'emploi – Awa Sy », "Re: Employment of Jon Rae"; and
    whether the sentences below speak of that person."""
    for number in range(len(paper.rows) * 2 // 3 + 1):
        start, end = paper.row_span(number)
        about = _SUBJECT.match(paper.plain, start, end)
        if about is None and not (_HEADING.search(paper.plain, start, end) and len(paper.words((start, end)).split()) < 14):
            continue
        for at in (*([about.end()] if about else []), *(part.end() for part in _PARTS.finditer(paper.text, start, end))):
            end = _without_civility(paper, end)
            name = _over_the_end(paper, with_given(paper, begun(paper, (at, end)), (at, end)))
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
    below = paper.row_span(row + 1)[0], _without_civility(paper, paper.row_span(row + 1)[1])
    words = paper.words(below)
    more = name_at(paper.text, below)
    alike = (words.isupper() and paper.words(name).isupper()) or paper.words(name).endswith("-")
    return (name[0], more[1]) if more is not None and alike and len(words.split()) < 3 and more[1] >= below[1] else name


def _goes_on(paper: Paper, name: Span) -> bool:
    end = paper.row_span(paper.row_at(max(name[0], name[1] - 1)))[1]
    behind = paper.text[name[1] : end].strip(" .,)]")
    return bool(behind) and not (behind[0] in "-–—/(" and len(behind) > 1 and paper.text[name[1]] == " ")


def _is_told_of(paper: Paper, name: Span) -> bool:
    """Whether the text below names the person again: a word of the name behind a title, or before a verb."""
    words = "|".join(re.escape(word) for word in paper.words(name).split() if len(word) > 2)
    again = (rf"{HONORIFIC}\s+(?:[^\W\d_]+\s)?(?i:{words})\b|\b(?:{words})(?:['’]s|\s:|\s(?:is|was|has|had|a|est|travaille|occupe"
             r"|worked|works|joined)\b)")
    return bool(words) and re.search(again, paper.text[name[1] :]) is not None


_DESCRIBED = re.compile(
    r"(?:,|\s[—–-])?\s\(?(?:who (?:is|was|has|had|joined|works?|worked)\b"
    r"|qui (?:a (?:fait partie|travaille|occupe|exerce|ete (?:employe|engage|embauche)e?)|travaille|occupe"
    r"|exerce)\b|n° (?:d')?etudiante?\b|ine\b|student (?:no|id|number)\b"
    r"|titulaire de|holder of|bearing |matricule"
    r"|employee (?:id|no|number|code)|emp\.? (?:id|code|no)|c\.?i\.?n\.?\s|cni\s|nif\s"
    r"|passport|passeport|identifiee?|de nationalite|s/o|d/o|w/o|son of|daughter of|fils de|fille de|demeurant|domicilie|immatricule"
    r"|staff (?:id|no)|code permanent|id no|date (?:de naissance|of birth)|d\.?o\.?b\b)", re.ASCII)


def described(paper: Paper) -> Iterator[Span]:
    """Names before what papers say of a person only: the number of an identity card, the nationality, whose child."""
    for match in _DESCRIBED.finditer(paper.flat):
        name = name_before(paper.text, match.start())
        if name is not None:
            yield _with_surname(paper, name)


_SURNAME_BEFORE = re.compile(rf"(?:^|[\n\t:]\s?|\b(?:que|that|{HONORIFIC})\s)(?P<name>[A-ZÀ-Ý'’-]{{2,}}(?:\s[A-ZÀ-Ý'’-]{{2,}}){{0,3}}),\s$")


def _with_surname(paper: Paper, name: Span) -> Span:
    """« M. TCHOUMI FOTSO, Hervé »: the first names with the surname in capitals before them."""
    surname = _SURNAME_BEFORE.search(paper.text, max(0, name[0] - 60), name[0])
    return (surname.start("name") if surname else name[0]), name[1]


_BORN_WORD = re.compile(r"(?<![a-z])(?:nee?|ne\(e\)|born|nacid[oa])(?![a-z])", re.ASCII)


_NATION = re.compile(r",\s[a-zà-ÿ]{5,20}$")
"""« Awa Sy, sénégalaise, née le … »."""


_SURNAME_FIRST = re.compile(r"(?<!\S)(?P<name>(?:[A-ZÀ-Ý][\w'’-]+\s?){1,3},\s[A-ZÀ-Ý][\w'’-]+)$")
"""« Attendu que Nsimba Mfumu, Gracia, née à … »; in English a nationality would have a capital too."""


def born(paper: Paper) -> Iterator[Span]:
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
            yield _with_surname(paper, name)
        elif match[0].startswith("n") and (whole := _SURNAME_FIRST.search(paper.text, start, start + len(text))) is not None:
            yield whole.span("name")


_GRADUATED = re.compile(r"(?:in (?:19|20)[0-9]{2} |has |a |en (?:19|20)[0-9]{2} )?(?:completed|graduated|accompli|reussi|satisfait"
    r"|suivi)\b", re.ASCII)


def graduates(paper: Paper) -> Iterator[Span]:
    """A name alone on its row, above « a satisfait … », "in 2018 completed …"."""
    for above, below in pairwise(paper.rows):
        if len(above) == 1 and is_name(paper.words(above[0].span)) and _GRADUATED.match(paper.plain, below[0].start):
            yield above[0].span


_EMPLOYED = re.compile(
    r"\s(?:is|was|has|had|having|est|a|ayant|travaille|occupe|exerce|holds|works|worked|joined|served|labora"
    r"|laboro)\s(?:(?:been|ete|currently|presently|actuellement|presentement|now|toujours) ){0,2}"
    r"(?:employ|working|work|hired|promoted|promue?|travaill|occup|exerc|held|served|servi|engag|embauch|recrut|chez|pour|with|us|our"
    r"|for (?:us|our|the)|here"
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


def subjects(paper: Paper) -> Iterator[Span]:
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


def titled(paper: Paper) -> Iterator[Span]:
    """Names after Monsieur, Mme; one alone on its row near the end is the signature's."""
    last = paper.rows[-1][-1].end
    for span in names_after_titles(paper.text):
        start, end = paper.row_span(paper.row_at(span[0]))
        alone = span[0] - start < _TITLE_LETTERS and not paper.text[span[1] : end].strip(" .,")
        initial = span[0] > 0.75 * last and paper.text[: span[0]].rstrip().endswith("M.")
        of_firm = _BOARD.search(paper.plain, start, span[0]) is not None
        if not initial and not of_firm and not _leads(paper, span) and not (alone and span[0] > 0.6 * last):
            yield span


_TITLE_LETTERS = 14
_BOARD = re.compile(r"\b(?:directors?|partners?|associes?|administrateurs?|board|chairman|management)\s?:", re.ASCII)
"""What stands before the names of those who own or lead the firm."""
_OVER = re.compile(r"\b(?:report(?:s|ing|ed)? to|supervised by|under (?:the supervision of)?|supervis(?:or|eure?)\s?:?|encadree? par"
                   r"|encadre(?:ur|use)\s?:?"
                   r"|sous (?:la (?:responsabilite|direction|supervision) d[e'])?|releva?(?:nt|it)? d[e']|contact(?:er"
                   r"|ing)?\s?:?)\s*(?:mrs?\.?|ms\.?|mme|m\.|dr\.?)?\s*$",
                   re.ASCII)
"""Before the name of who leads the person, or answers for them."""


def _leads(paper: Paper, name: Span) -> bool:
    return _OVER.search(paper.flat, max(0, name[0] - 50), name[0]) is not None


_DEAR = re.compile(r"(?:^|\n)(?:dear|cher|chere) (?=[^\n,:]{5,50}[,:]\s*\n)", re.ASCII)


def addressed(paper: Paper) -> Iterator[Span]:
    """« Dear Harish Rao, »: who is written to with the whole name, without a title, is who the letter is about."""
    for match in _DEAR.finditer(paper.plain):
        name = name_at(paper.text, (match.end(), paper.row_span(paper.row_at(match.end()))[1]))
        if name is not None and len(paper.words(name).split()) > 1:
            yield name


def above_address(paper: Paper) -> Iterator[Span]:
    """A name alone in a cell of the head, of whom the sentences below speak: who the letter is sent to, and about."""
    for cell in (cell for row in paper.rows[: len(paper.rows) // 2] for cell in row):
        if is_name(paper.words(cell.span)) and _is_told_of(paper, cell.span):
            yield cell.span
