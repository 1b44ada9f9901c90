"""Who writes: the name at the head of a letter, said again in its sentences, and the address at its head or foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.fields.finding import Finding, Span
from extractors.fields.labels import begins_with_label, labelled
from extractors.fields.text.legal import LEGAL_FORM
from extractors.fields.text.plain import key
from extractors.fields.where.towns import find_place
from extractors.kinds.parts.employer_address import find_address, find_employer_country
from extractors.kinds.sheet.parts import head, is_tall
from extractors.paper import Cell, Paper

_NO_NAME = re.compile(
    r"@|\bwww\.|https?:|\btel\b|\bphone\b|\btelephone\b|\bfax\b|(?:^|\s)(?:rue|boul|boulevard|avenue|chemin|street|road"
    r"|drive)\b|^[0-9]|[0-9]{4}|\battestation\b|\bcertificat(?:e|ion)?\b|\bletter\b|\blettre\b|\bobjet\b|^re\s?:|\bref\b"
    r"|\bconstancia\b|\bconfirmation\b|whom it may|a qui de droit|\bdate\b|^le [0-9]|\bservice certificate\b|\bemployment\b"
    r"|\bcopie conforme\b|\boriginal\b|\breceived\b|\brecu\b|\bmadame\b|\bmonsieur\b|renseignements sur|\breleve\b"
    r"|\bofficial\b|\bpage [0-9]|\btraduction\b|\btranslation\b|a l'attention|\battention\b"
    r"|^\W*(?:letterhead|en-tete|entete|membrete|logo(?:type)?|cachet|sceau|seal|stamp|sello|signature|illegible|illisible)\b"
    r"|^etat des services|services accomplis|^(?:an?|une?) [a-z]{3,12} (?:company|entreprise|societe)\b|promesse d'embauche"
    r"|offre d'emploi|bulletin de|payslip|pay slip"
    r"|\boffer\b|^dear\b|confidenti",
    re.ASCII,
)
_STATE = re.compile(
    r"^(?:(?:federal |democratic )?republi(?:que|c|ca)\b|royaume\b|kingdom of|(?:paix|peace|unite|union|unity|liberte|honneur|un peuple"
    r"|travail|fraternite)\s?[-,·*]|gouvernement du|government of|ministere|ministry|quebec\W*$|[-\s*]+$)", re.ASCII)
"""What states print over their papers, and over those of others."""
_MOTTO = re.compile(r"\w+(?:\s?[-–—·*]\s?\w+){2}")
_QUOTES = "«\"“"
_DEPARTMENT = re.compile(
    r"^(?:direction|facult[ey]|campus|service|departement|department|division|pole|bureau|office of|human resources"
    r"|ressources humaines|secretariat|scolarite"
    r"|le directeur|la directrice|the director|(?:the )?(?:coordinator|manager|head|chief) of|drh\b|hr )", re.ASCII)
_SORT = re.compile(
    r"\b(?:clini(?:que|c)|hopital|hospital|hospitalier|ecole|school|college|groupe?|societe|ste|cabinet|restaurant|bistro|garage|ferme|farms?|centre"
    r"|center|banque|bank|agence|agency|hotel|pharmac(?:ie|y)|universite|university|institute?|services|solutions|technologies|logiciels"
    r"|industries|industriel|constructions?|transports?|entreprises?|enterprises|cooperative|association|fondation|foundation|residence|cpe"
    r"|garderie|institucion|institution|etablissement|laboratoires?|boulangerie|usinage|atelier|imprimerie|assurances?|consult(?:ing|ants)|systems|logisti(?:que|cs)|foods?)\b",
    re.ASCII)
_SAID = re.compile(
    r"(?:au sein de (?:la |l')?(?:societe |entreprise |compagnie )?|chez |pour (?:la societe |l'entreprise )"
    r"|a travaille pour |de la societe |la societe |societe |l'entreprise |entreprise denommee |employee? (?:par|de) "
    r"|a l'emploi de |(?:employed|working|worked|works|service) (?:with|by|for|at|in) "
    r"|joined |for and on behalf of |^for |\nfor |\nfor: |services? (?:of|at) |employee of |direction des ressources humaines de "
    r"|human resources (?:department )?of |on behalf of |relieved from |la direction d[ue] |directeur d[ue] |directrice d[ue] )",
    re.ASCII,
)
_EMPLOYER = (
    r"(?:employeur|employer(?:'s)?(?: name)?|nom de l'employeur|nom de l'entreprise|company(?: name)?|name of (?:company|employer"
    r"|organi[sz]ation|establishment)|nom legal|legal name|raison sociale|(?:nom ou )?denomination(?: sociale)?|entreprise|societe"
    r"|organisme(?: d'accueil)?"
    r"|organi[sz]ation|nom de l'(?:organisme|etablissement))"
)


def find_employer(paper: Paper) -> Iterator[Finding]:
    """Name, place and country of the employer, as far as the paper tells them."""
    name = _labelled_name(paper) or _name(paper)
    if name is not None and paper.scanned:
        name = replace(name, value=re.sub(r"\bIt(?=ée\b|d\b)", "lt", str(name.value)))
    yield from (finding for finding in (name, find_address(paper), find_employer_country(paper)) if finding is not None)


_LEGAL_NAME = re.compile(r"nom legal|legal name|raison sociale", re.ASCII)
"""Labels that need no colon before the name."""
_FOR_THE = re.compile(r"(?:for the|pour (?:la |l'))\s?$", re.ASCII)
"""« For the company » stands over who signs."""


def _labelled_name(paper: Paper) -> Finding | None:
    for value in labelled(paper, _EMPLOYER):
        words = paper.words(value.span)
        signs = _FOR_THE.search(paper.plain, max(0, value.label[0] - 9), value.label[0])
        sure = value.sure or _LEGAL_NAME.fullmatch(paper.folded(value.label).strip(" :"))
        if sure and 3 <= len(words) <= 80 and ":" not in words and not signs:
            number = _ADDRESS_BEHIND.search(paper.plain, value.span[0] + 1, value.span[1])
            span = (value.span[0], number.start()) if number else value.span
            return Finding("employer.name", paper.words(span), (span,), "label")
    return None


@dataclass(frozen=True, slots=True)
class _Head:
    """What may be a name in the head, of one line or two. `legal`, `said`, `again`, `tall`: what speaks for it."""

    spans: tuple[Span, ...]
    words: str
    row: int
    legal: bool
    said: bool
    again: bool
    tall: bool

    @property
    def rank(self) -> int:
        folded = key(self.words)
        of_state = _STATE.search(folded) or _MOTTO.fullmatch(self.words)
        scrap = not self.words[0].isalnum() and self.words[0] not in _QUOTES
        weak = 4 * bool(of_state) + 3 * bool(_DEPARTMENT.search(folded)) + 3 * scrap
        small = 2 * self.words[0].islower()
        return (3 * self.legal + 3 * self.said + 2 * self.again + 2 * self.tall + bool(_SORT.search(folded))
                + (self.row < 2) - weak - small - self.row // 3)


def _name(paper: Paper) -> Finding | None:
    """The likeliest name in the head; sure where a sentence says it again."""
    heads = list(_heads(paper))
    best = max(heads, key=lambda one: one.rank, default=None)
    whole = _whole(paper, best) if best is not None and not best.legal else None
    if whole is not None:
        return Finding("employer.name", paper.words(whole), (whole,), "phrase", agreed=True)
    if best is not None and best.rank > 0 and (best.legal or best.said or best.again):
        cut = 2 * _is_part_of_longer(paper, best)
        return Finding("employer.name", best.words, best.spans, "layout", int(best.rank < 3) + cut, agreed=best.said or best.again)
    spoken = _spoken(paper)
    if spoken is not None:
        return spoken
    if best is None or best.rank < 0 or _STATE.search(key(best.words)) or _MOTTO.fullmatch(best.words):
        return None
    return Finding("employer.name", best.words, best.spans, "layout", 1 + (best.rank < 2))


def _whole(paper: Paper, head: _Head) -> Span | None:
    """Where the paper says a short name of its head again, with more words and its legal form: « Mésange », « Mésange Logiciels inc. »."""
    core = re.escape(_core(key(head.words)))
    for match in re.finditer(rf"\b{core}\s", paper.flat) if len(core) > 4 else ():
        if any(start <= match.start() < end for start, end in head.spans):
            continue
        name = _SPOKEN.match(paper.text, match.start(), min(len(paper.text), match.start() + 80))
        legal = list(LEGAL_FORM.finditer(paper.folded(name.span("name")))) if name else []
        if legal and name and key(paper.words((name.start(), name.start() + legal[-1].end()))) != key(head.words):
            more = _FIRST_WORD.search(paper.text, max(0, name.start() - 24), name.start())
            longer = more and paper.flat.count(paper.flat[more.start("word") : name.start() + legal[-1].end()]) > 1
            first = more.start("word") if more and longer and _NO_PART.search(more[0]) is None else name.start()
            article = _ARTICLE.search(paper.text, max(0, first - 5), first)
            if article and head.words.startswith(article["article"]):
                first = article.start("article")
            return first, name.start() + legal[-1].end()
    return None


_MORE_OF_A_NAME = re.compile(r"\s(?:&\s)?[A-ZÀ-Ý][\w’'-]+")
_NO_MORE = re.compile(r"\s(?:Inc|Lt[de]e?|Ltée|Corp|Sarl|S\.|We|The|This|To|Re|Ref|Réf|Tel|Tél|Nous|Le|La|Objet|Date|[A-Z]{1,3}\s?[0-9:])")
_BEFORE_A_NAME = re.compile(r"(?:^|[\s(«\"“])[A-ZÀ-Ý][\w’'-]+\s$")
_NO_PART = re.compile(r"(?:M\.|Messrs|Company|Société|Societe|Entreprise|Compagnie|Groupe|At|For|Pour|Chez|The|La|Le|Les|L"
    r"|Employeur|Employer)\s$")


def _is_part_of_longer(paper: Paper, head: _Head) -> bool:
    """Whether the paper says the name nowhere else but inside of a longer one: « Rivière-Sud inc. », « Les Viandes Rivière-Sud inc. »."""
    again = [match for match in re.finditer(rf"(?<!\w){re.escape(head.words)}(?!\w)", paper.text)
             if all(match.end() <= start or match.start() >= end for start, end in head.spans)]
    return bool(again) and all(_goes_beyond(paper.text, match) for match in again)


def _goes_beyond(text: str, match: re.Match[str]) -> bool:
    """Whether other words of a name stand right before or behind on the same row."""
    row = max(text.rfind(mark, 0, match.start()) for mark in "\n\t\f") + 1
    before, behind = text[row : match.start()], match.end()
    return (
        (_BEFORE_A_NAME.search(before) is not None and _NO_PART.search(before) is None)
        or (_MORE_OF_A_NAME.match(text, behind) is not None and _NO_MORE.match(text, behind) is None and text[behind] == " ")
    )


_ARTICLE = re.compile(r"(?P<article>L[ea]s?|The)\s$")
_FIRST_WORD = re.compile(r"(?:[a-zà-ÿ,]\s|^|\n)(?P<word>[A-ZÀ-Ý][\w’'-]+\s)$")
"""A word of a name before the part that the head's logo bears: « Studio » of « Studio Lumignon FX inc. »."""


def _heads(paper: Paper) -> Iterator[_Head]:
    rows = [number for number in head(paper) if number < 8]
    said = [one for one in _said(paper) if len(one) > 4]
    rest = key(" ".join(paper.words(paper.row_span(number)) for number in range(len(paper.rows)) if number not in rows[:6]))
    used: set[Span] = set()
    for number in rows:
        for cell in paper.rows[number]:
            bare = _bare(paper, cell)
            if not _can_be_name(paper, bare) or bare.span in used:
                continue
            spans: tuple[Span, ...] = (bare.span, *_wrapped(paper, bare)) if bare.end == cell.end else (bare.span,)
            used.update(spans)
            words = " ".join(paper.words(span) for span in spans)
            folded, core = key(words), _core(key(words))
            yield _Head(
                spans, words, number, _is_legal(paper.folded(cell.span)),
                any(folded.startswith(other) or other.startswith((folded, core)) for other in said),
                len(core) > 4 and f" {core} " in f" {rest} ", is_tall(paper, cell))


def _is_legal(folded: str) -> bool:
    """Whether words end in a legal form that is part of the name."""
    return LEGAL_FORM.search(folded) is not None and _ITS_FORM.search(folded) is None


_ITS_FORM = re.compile(r"\s-\s(?:sarl|s\.a\.r\.l\.?|sas|s\.a\.?|eurl|srl|inc\.?|ltee|ltd\.?)(?=\s-|\s?$)", re.ASCII)
"""« Atelier de conception – SARL – 8, place du Marché »: what the firm does, below its name."""
_FORMS = re.compile(r"^(?:ste|societe|the|la|le|les|groupe)\s|\s(?:inc|ltee|ltd|llc|llp|corp|sarl|s a r l|sas|sa|s a s?|pvt|limited"
    r"|plc|senc"
                    r"|s e n c|limitee|company|co|private limited|pvt ltd|s p a|corporation)$", re.ASCII)


def _core(folded: str) -> str:
    """A name without its legal form, which is often left out where it is said again."""
    shorter = _FORMS.sub("", folded).strip()
    return _core(shorter) if shorter != folded and len(shorter) > 4 else folded


_BEFORE_NAME = re.compile(r"\s*(?:\[[^\]\n]{2,40}\]\s?(?=\S)|\[\s?)?(?:(?:en-tete|letterhead|header|logo|membrete"
    r"|papier a en-tete)\s?(?:de l'employeur)?\s?:\s?)?", re.ASCII)
_ADDRESS_BEHIND = re.compile(r"\s[|·•]\s|,\s(?=(?:[0-9]|plot|suite|unit|floor|p\.? ?o\.?|b\.? ?p\.?|zone|rue|av|boul|lot"
    r"|immeuble|cite)\b|[0-9])|\s-\s(?=[0-9]|nit\b|rc\b|tel\b|siret\b|siren\b|neq\b|ice\b|rccm\b|ninea\b|bce\b|tva\b)|\]", re.ASCII)
_APART = re.compile(r"[.,]?\s?(?=[-|·(,]\s?[a-z0-9])", re.ASCII)
"""What parts a name that ends in its legal form from what follows on the same row."""


def _bare(paper: Paper, cell: Cell) -> Cell:
    """A cell of the head without the word that says it is one, and without the address (« Nordet inc. | 310, rue Bank »)."""
    before = _BEFORE_NAME.match(paper.plain, cell.start, cell.end)
    start = before.end() if before else cell.start
    cut = _ADDRESS_BEHIND.search(paper.plain, start, cell.end)
    legal = LEGAL_FORM.search(paper.plain, start, cell.end)
    behind = _APART.match(paper.plain, legal.end(), cell.end) if legal else None
    dash = re.compile(r"\s-\s", re.ASCII).search(paper.plain, start + 4, cell.end)
    town = dash if dash and (place := find_place(paper.plain, (dash.start() + 1, cell.end))) and place.country else None
    ends = [found.start() for found in (cut, behind, town) if found is not None and found.start() > start]
    return replace(cell, start=start, end=min(ends, default=cell.end))


def _can_be_name(paper: Paper, cell: Cell, *, whole: bool = True) -> bool:
    """`whole`: not the second half of one, which may be of small words."""
    text = paper.folded(cell.span).strip()
    letters, words = sum(letter.isalpha() for letter in text), text.split()
    return (
        letters >= 4
        and len(text) <= 70
        and len(words) <= 9
        and not _NO_NAME.search(text)
        and letters > 0.7 * len(text.replace(" ", ""))
        and not text.endswith((",", ":"))
        and not begins_with_label(paper, cell)
        and not _ONLY_FORM.fullmatch(text)
        and sum(len(word) < 3 for word in words) <= max(3 if whole else 5, len(words) // 2)
        and not paper.dates_in(cell.span)
    )


_ONLY_FORM = re.compile(r"societe (?:a responsabilite limitee|anonyme|par actions simplifiee)|limited liability company"
    r"|joint[- ]stock company"
                        r"|open joint[- ]stock company", re.ASCII)
_GOES_ON = re.compile(r"(?:-|\b(?:de|des|du|d'|et|&|of|and|the|la|le|l'|pour|for))\s*$", re.ASCII)


def _wrapped(paper: Paper, cell: Cell) -> tuple[Span, ...]:
    """The second line of a name too wide for its place: right below, in the same large letters, or after a word that ends nothing."""
    if LEGAL_FORM.search(paper.folded(cell.span)):
        return ()
    for below in (one for row in paper.rows[cell.row + 1 : cell.row + 3] for one in row):  # in between may stand a row of another column
        level = abs(below.box.height - cell.box.height) < 0.1 * cell.box.height and below.page == cell.page
        left = abs(below.box.x0 - cell.box.x0) < 0.012
        centred = abs(below.box.x0 + below.box.x1 - cell.box.x0 - cell.box.x1) < 0.024
        near = below.box.y0 - cell.box.y1 < 0.9 * cell.box.height
        open_ended = _GOES_ON.search(paper.folded(cell.span)) is not None or paper.plain.startswith(_JOINING, below.start)
        other = _OF_A_PERSON.match(paper.text, below.start) is not None
        said = f" {key(paper.words(cell.span))} {key(paper.words(below.span))} " in f" {key(paper.flat[below.end :])} "
        follows = level and near and (left or centred) and (open_ended or said or is_tall(paper, cell))
        if follows and not other and _can_be_name(paper, below, whole=False):
            more = _wrapped(paper, below)
            goes_on = more and (_GOES_ON.search(paper.folded(below.span)) or paper.plain.startswith(_JOINING, more[0][0]))
            return (below.span, *(more if goes_on else ()))
    return ()


_OF_A_PERSON = re.compile(r"(?:Dr|Me|M|Mr|Mme|Ms|Mrs|Prof|Pr)\.?\s")
"""« Dr. H. Nakashima Inc. » is who stands behind a clinic, and no more of its name."""
_JOINING = ("et ", "de ", "des ", "du ", "d'", "and ", "of ", "& ", "pour ", "for ")
"""What begins the second half of a name."""


def _said(paper: Paper) -> Iterator[str]:
    """What the sentences name after « au sein de », "joined", "For": up to sixty letters, folded."""
    for match in _SAID.finditer(paper.plain):
        yield key(paper.text[match.end() : match.end() + 60])


_SPOKEN = re.compile(
    r"(?P<name>[A-ZÀ-Ý][^\s,;:]*(?:\s(?:[A-ZÀ-Ý&][^\s,;:]*|de|des|du|la|le|les|et|d['’][^\s,;:]+"
    r"|l['’][^\s,;:]+|of|and|the|en|à|inc\.?|ltée|SARL)){0,7}"
    r"(?:,\s(?:[Ii]nc|[Ll]td|[Cc]orp|LLC|L\.L\.C|S\.\s?A|SA)\b\.?(?:\sde\sC\.V\.)?)?)"
)


def _spoken(paper: Paper) -> Finding | None:
    """A name with a legal form that only a sentence gives."""
    for match in _SAID.finditer(paper.plain):
        name = _SPOKEN.match(paper.text, match.end(), min(len(paper.text), match.end() + 80))
        if name is not None and LEGAL_FORM.search(paper.folded(name.span("name"))):
            end = match.end() + max(found.end() for found in LEGAL_FORM.finditer(paper.folded(name.span("name"))))
            return Finding("employer.name", paper.words((name.start(), end)), ((name.start(), end),), "phrase")
    return None
