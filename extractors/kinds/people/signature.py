"""Who signs a letter: a name with a function under it, near the end."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.fields.finding import Finding, Span
from extractors.fields.names import is_name, looks_damaged
from extractors.fields.text.legal import LEGAL_FORM
from extractors.fields.text.plain import key
from extractors.kinds.people.stamps import is_firm
from extractors.kinds.sheet.parts import is_prose
from extractors.paper import Cell, Paper

_FUNCTION = re.compile(
    r"\b(?:direct(?:eur|rice|or|ora)|gerante?|gerente|president?e?|vice[- ]president?e?|[sae]?vp|manager|officer|chef(?:fe)?|chief|head"
    r"|responsable|conseill(?:er|ere)|technicienn?e? en administration|administrat(?:or|eur|rice|ive)|coordonnat(?:eur"
    r"|rice)|coordinator"
    r"|superviseure?|supervisor|(?:co-?)?proprietaire|owner|founder|fondat(?:eur|rice)|secretaire|secretary|partner|generaliste?"
    r"|generalist|specialiste?|agente?|adjointe?|assistante?|registra(?:r|ire)|comptable|accountant|controleure?|controller|advis[eo]r"
    r"|contremaitre|foreman"
    r"|associee?|executive|lead|book-?keeper|tenue de livres|attachee?|superintend[ae]nte?|intendante?|ressources humaines"
    r"|human resources?|\bhr\b|\bdrh\b|\brh\b"
    r"|\bceo\b|\bcfo\b|\bcoo\b|\bdg\b|jefe|jefa|coordinador[a]?|talento humano|principal|dean|doyen|head ?(?:master|mistress)|superior"
    r"|recteur|rector|bursar|econome|notaire|notary|avocate?|lawyer|veterinaire|veterinarian|pharmacienn?e?|pharmacist)",
    re.ASCII,
)
_SENTENCE = re.compile(
    r"(?<!\bsr)(?<!\bjr)(?<!asst)(?<!\bdy)(?<!\bdr)(?<!\bdir)(?<!admin)(?<!\bmgr)(?<!\bgen)(?<!\bdept)[.;:]\s"
    r"|(?<!admin)(?<!dept)(?<!mgt)[a-z]{3}\.$|\b(?:est|sont|nous|vous|is|are|was|were|please|veuillez"
    r"|this|cette|la presente|for|pour|upon|request)\b|[0-9]{3}|@",
    re.ASCII,
)
_TITLE_OF_NAME = re.compile(r"(?:signed\s?:\s|signature\s?:\s)"
    r"|(?:(?:\(?sgd\.?\)?|\(?signe\)?|s/|/s/|p/o|p\.o\.|p\.p\.)\s?:?\s?)?(?:(?:certified|signed|signe) (?:by"
    r"|par)\s?:\s?)?(?:m\.|mr\.?|mme|m[li1]{2}e|monsieur|madame|mademoiselle|docteur|dr\.?|me|ms\.?|mrs\.?|prof\.?"
    r"|engr\.?|eng\.|pr\.?|ir\.?|ing\.|lic\.|capt\.|atty\."
    r"|chief(?: \((?:mrs|mr|dr|ms)\.?\))?|(?:rev|hon)\.)\s|(?:\(?sgd\.?\)?|\(?signe\)|s/|/s/|p/o|p\.o\.|p\.p\.)\s?:?\s?", re.ASCII)
"""What stands before a name and is none of it."""
_UNDERSIGNED = re.compile(
    r"(?:(?:je|l[ea]),? soussignee?,?|\bje,(?= [a-z' -]{5,60}, [^,]{4,90}?(?: et [^,]{4,60})?,? (?:atteste|certifie))"
    r"|nous,? soussignee?s?,? (?=mme |m\. |mlle |monsieur "
    r"|madame )) (?P<name>[^,\n]{4,60}(?:\n[^,\n]{1,30})?), (?:agissant en (?:ma )?qualite (?:de |d')"
    r"|en (?:ma )?qualite (?:de |d')|agissant a titre de )?(?P<title>[^,]{4,90}?)(?= de notre| dudit | de ladite | pour |,| certifi"
    r"| attest)",
    re.ASCII,
)
_UNDERSIGNED_EN = re.compile(
    r"\b(?:i,? (?:the undersigned,? )?|my name is )(?P<name>[^,\n]{4,60}?)(?:, (?:the )?| and i am (?:the |an? ))(?P<title>[^,]{4,90}?)"
    r"(?= of (?:the|our|this)| for |,| do | hereby| certif| attest)", re.ASCII)
_TRANSLATOR = re.compile(r"\b(?:translator|traduct(?:eur|rice)|interpreter)\b", re.ASCII)
"""Who swears to a copy in another language speaks of the copy."""
_REPRESENTED = re.compile(
    r"\b(?:represente?e?s? par|represented by) (?:son |sa |le |la |its |the |our )?(?P<title>[a-z][^,\t]{4,60}?),?\s"
    r"(?P<name>(?:monsieur|madame|mme|mr\.?|mrs\.?|ms\.?|m\.)\s[^,\t]{4,50}?),", re.ASCII)
_REPRESENTED_BY = re.compile(
    r"\b(?:represente?e?s? par|represented by) (?P<name>(?:monsieur|madame|mme|mr\.?|mrs\.?|ms\.?|m\.)\s[^,\t]{4,50}?),\s"
    r"(?:agissant en qualite de |son |sa |its )?(?P<title>[a-z][^,\t]{4,70}?),", re.ASCII)
"""« la société X, représentée par son directeur, Monsieur Y, »: who acts for a firm that speaks."""
_DELEGATED = re.compile(r"\bpar delegation\b|\bby delegation\b", re.ASCII)
"""Someone else signs than who speaks."""
_IN_FORM = re.compile(
    r"\bnom (?:en (?:lettres|caracteres) (?:moulees|majuscules|d'imprimerie)"
    r"|(?:et prenom )?du signataire)\s?:?\s(?P<name>[^\n\t:]{4,50}?)\s"
    r"(?:fonction|titre|poste)\s?:?\s(?P<title>[^\n\t:]{4,70}?)(?=\s?[\n\t]|\s(?:signature|date)\b)"
    r"|\b(?:print(?:ed)? name|name \(?(?:please )?print(?:ed)?\)?|name in (?:block letters|capitals|print)"
    r"|name of signatory)\s?:?\s(?P<name_en>[^\n\t:]{4,50}?)\s"
    r"(?:title|position|function)\s?:?\s(?P<title_en>[^\n\t:]{4,70}?)(?=\s?[\n\t]|\s(?:signature|date)\b)", re.ASCII)
"""« Nom en lettres moulées MARIE ROY Fonction Agente de bureau »: the foot of a form, on one row."""
_BY = re.compile(r"(?:authori[sz]ing officer\s?:\s?)|(?:completed|signed|prepared|issued|certified|verified|signee?|delivree?|etablie?"
                 r"|prepare|complete)e? (?:by"
    r"|par)\s?:\s?|nom et (?:fonction|titre)(?: du signataire)?\s?:?\s(?=[a-z])", re.ASCII)
_OF_FIRM = re.compile(
    r"\s(?:de\sla|de\sl['’]|du|de|des|d['’])\s?(?!(?:D[ée]partement|Service|P[ôo]le|Bureau|Ressources|Op[ée]rations|Finances|Services"
    r"|Affaires|Personnel|Ventes|[ÉE]tudes|Achats|Travaux|Projets|Programmes"
    r"|Syst[èe]mes|Relations|Administration|Production|Qualit[ée]|Capital)\b)(?=[A-ZÀ-Ý]|(?:agence|soci[ée]t[ée]|association|organisme"
    r"|clinique"
    r"|[ée]cole|coll[èe]ge|entreprise|compagnie|[ée]tablissement|groupe|cabinet)s?\b)"
)
"""Where a function goes on to the firm: « directrice de la société X »."""
_OF_HOUSE = re.compile(r"\s(?:de\sla|de\sl['’]|du|de)\s?(?=(?:Banque|Soci[ée]t[ée]|Clinique|Compagnie|Ville|Groupe|Cabinet"
    r"|H[ôo]pital|Caisse)\s)")
_POSTNOMINAL = re.compile(r"(?:(?<=[a-zà-ÿ])\s(?=(?:R\.?P?N\.?|RGN|MBA|CRHA|CPA|CHRP|CHRL|CRIA|B\.?Ed\.?|M\.?D\.?|Ph\.?D\.?|PMP)\s?$)|,\s)"
                         r"(?!(?:JR|SR|Jr|Sr)\b)(?:(?:[A-Z][A-Za-z]{0,3}\.\s?){1,3}[a-z]{2,6}\.?|(?:[A-Za-z]{1,3}\.){2,4}"
    r"|[A-Z][A-Za-z.]{0,4}\.?[A-Z][A-Za-z.]{0,6}|[A-Z]{2,8})(?:,\s[A-Z][A-Za-z.]{1,7}){0,3}\s?$")
"""Letters behind a name: « CRHA », "CPA", "Ph.D."."""


def find_signatory(paper: Paper) -> list[Finding]:
    """Name and function of the person who signs. The function stands alone under the name, or above it, or on its row behind a
    comma; the name is whole and alone on its row."""
    if filled := _filled_in(paper):
        return filled
    speakers = (*_UNDERSIGNED.finditer(paper.plain), *_UNDERSIGNED_EN.finditer(paper.plain))
    undersigned = next((one for one in speakers if not _TRANSLATOR.search(one["title"])), None)
    acts = _REPRESENTED.search(paper.plain) or _REPRESENTED_BY.search(paper.plain)
    undersigned = None if _DELEGATED.search(paper.plain) else undersigned or acts
    said = _undersigned(paper, undersigned)
    if len(said) > 1 and not _is_stamped(paper, said[0]):
        return said
    functions = [cell for cell in paper.cells if _is_function(paper, cell)]
    spelt = [cell for cell in functions if not _ABBREVIATED.fullmatch(paper.folded(cell.span).strip(" .,"))]
    for cell in (_first_of_two(paper, one) for one in reversed(spelt or functions)):
        together = _name_and_function(paper, cell)
        if together is not None:
            return together
        name = _name_above(paper, cell) or _name_among(paper, cell, [paper.rows[cell.row][1:]]) or _name_below(paper, cell)
        if name is not None or _is_low(paper, cell):
            return _signed(paper, name, _first_below(paper, name, cell), undersigned)
    return said or _of_office(paper, _under_greeting(paper) or _alone_at_the_end(paper))


def _first_of_two(paper: Paper, cell: Cell) -> Cell:
    """Of two who sign in rows of their own, « Director   S. P. Kovalchuk » over « Chief accountant   O. V. Melnyk », the first."""
    row, above = paper.rows[cell.row], paper.rows[cell.row - 1]
    pairs = all(len(one) == 2 and one[0].page == cell.page and _FUNCTION.search(paper.folded(one[0].span)) and _signs(paper, one[1])
                for one in (row, above))
    return above[0] if pairs and cell == row[0] else cell


def _filled_in(paper: Paper) -> list[Finding]:
    """Name and function of the last form's foot, beside its labels."""
    for match in reversed(list(_IN_FORM.finditer(paper.plain))):
        end = "" if match["name"] else "_en"
        name, title = _bare(paper, match.span(f"name{end}")), _function(paper, match.span(f"title{end}"))
        if is_name(paper.words(name)):
            found = (("signatory.name", name), ("signatory.title", title))
            return [Finding(field, paper.words(span), (span,), "label") for field, span in found]
    return []


_ABBREVIATED = re.compile(r"(?:l[ea] )?(?:d\.?\s?r\.?\s?h|d\.?\s?g|h\.?r|d\.?a\.?f)\.?", re.ASCII)
"""« DRH »: more often a stamp's than the function told, where another is spelt out."""


def _signs_above(paper: Paper, cell: Cell) -> bool:
    """Whether a name stands right above: then a comma in the function parts no name from it, « Director, People Operations »."""
    return any(_signs(paper, other) and abs(other.box.x0 - cell.box.x0) < 0.02 for other in paper.rows[cell.row - 1])


def _first_below(paper: Paper, name: Cell | None, function: Cell) -> Cell:
    """The function right below the name, where a department stands below that."""
    if name is None or function.row != name.row + 2:
        return function
    between = [cell for cell in paper.rows[name.row + 1] if _is_function(paper, cell) and abs(cell.box.x0 - name.box.x0) < 0.06]
    return between[0] if between else function


_GREETING = re.compile(
    r"(?:cordialement|bien (?:a vous|cordialement)|sinceres salutations|salutations distinguees|mes salutations|merci|au plaisir|yours"
    r" (?:truly|sincerely|faithfully)|(?:best |kind |warm )?regards|sincerely(?: yours)?|respectfully(?: yours)?|thank you"
    r"|thanks)\s?[,.]?$", re.ASCII)


def _under_greeting(paper: Paper) -> list[Finding]:
    """A name alone below « Cordialement », without a function: in doubt."""
    for number in range(len(paper.rows) // 3, len(paper.rows)):
        if _GREETING.search(paper.folded(paper.row_span(number)).strip()):
            cell = _name_among(paper, paper.rows[number][0], list(paper.rows[number + 1 : number + 4]))
            if cell is not None:
                span = _bare(paper, cell.span)
                return [Finding("signatory.name", paper.words(span), (span,), "layout", 2)]
    return []


_CIVILITY_BEHIND = re.compile(r"\s?\((?:(?:mrs|mr|ms|miss|mme|mlle|m|dr)\.?|elle|il|she|he|they|iel|she/her|he/him|elle/she|il/he)\)"
                              r"(?:,\s[a-z.]{2,8})?\s?$", re.ASCII)
"""« Bolanle Adeyemi (Mrs.), mnim »."""
_OFFICE = re.compile(
    r"(?:^|\n)(?:l[ea] |l'|the )(?P<title>[a-z][^,\n.;:]{4,70}?),? (?:soussignee?|undersigned)\b"
    r"|\bthe undersigned,? (?:the )?(?P<title_en>[a-z][^,\n.;:]{4,70}?) of (?:this|the|our) (?:company|firm|institution|hospital|school)\b",
    re.ASCII)


def _of_office(paper: Paper, name: list[Finding]) -> list[Finding]:
    """« Le chef du personnel soussigné certifie … » and a name at the end: the name is then less in doubt."""
    office = None if _DELEGATED.search(paper.plain) else _OFFICE.search(paper.plain)
    span = office.span(office.lastgroup or 0) if office else None
    if span is None or not _FUNCTION.search(paper.folded(span)):
        return name
    house = _OF_HOUSE.search(paper.text, *span)
    span = (span[0], house.start()) if house else span
    surer = [replace(one, doubts=max(0, one.doubts - 1)) for one in name]
    return [*surer, Finding("signatory.title", paper.words(span), (span,), "phrase")]


def _alone_at_the_end(paper: Paper) -> list[Finding]:
    """A name alone on one of the last rows: in doubt."""
    last = next((row[0] for row in reversed(paper.rows[-4:]) if len(row) < 3 and _signs(paper, row[0])), None)
    if last is None:
        return []
    span = _bare(paper, last.span)
    return [Finding("signatory.name", paper.words(span), (span,), "layout", 2)]


def _is_stamped(paper: Paper, name: Finding) -> bool:
    """Whether another person's name and function stand at the end: then that one signs, who may not be the undersigned."""
    low = (cell for cell in paper.cells if _is_function(paper, cell) and _is_last(paper, cell) and (_name_above(paper, cell) or False))
    named = [above for cell in low if (above := _name_above(paper, cell)) is not None]
    return any(key(paper.words(_bare(paper, one.span))) != key(str(name.value)) for one in named)


_IN_BRACKETS = re.compile(r"(?P<name>[^()\t\n]{4,50}?)\s\((?P<title>[^()\n]{4,60})\)\s*$")


def _name_and_function(paper: Paper, cell: Cell) -> list[Finding] | None:
    """« Gaston Fleury, propriétaire », "LIU Guoqiang (HR Manager)": both on one row."""
    bracket = _IN_BRACKETS.match(paper.text, cell.start, cell.end)
    if bracket is not None and is_name(bracket["name"]) and _FUNCTION.search(paper.folded(bracket.span("title"))):
        return [Finding(field, bracket[part], (bracket.span(part),), "layout", 1)
                for field, part in (("signatory.name", "name"), ("signatory.title", "title"))]
    label = _BY.match(paper.plain, cell.start, cell.end)
    start = label.end() if label else cell.start
    mark = re.compile(r"\s?[,:|]\s").search(paper.text, start, cell.end)
    if mark is None or not (label or cell.row >= len(paper.rows) - 9):
        return None
    halves = (start, mark.start()), (mark.end(), cell.end)
    for named, title in (halves, *([halves[::-1]] if label or not _signs_above(paper, cell) else [])):
        name = _bare(paper, named)
        is_function = _FUNCTION.search(paper.folded(title)) is not None
        if is_function and is_name(paper.words(name)) and not _FUNCTION.search(key(paper.words(name))):
            found = (("signatory.name", name), ("signatory.title", _function(paper, title)))
            return [Finding(field, paper.words(span), (span,), "layout", int(label is None)) for field, span in found]
    return None


def _signed(paper: Paper, named: Cell | None, function: Cell, undersigned: re.Match[str] | None) -> list[Finding]:
    title = _function(paper, function.span)
    spans = (title, *(_wrapped(paper, function, named) or _rest_below(paper, function)))
    found = [Finding("signatory.title", " ".join(map(paper.words, spans)), spans, "layout", int(named is None))]
    if named is None:
        return [*[one for one in _undersigned(paper, undersigned) if one.name == "signatory.name"], *found]
    aside = (
        min(abs(named.box.x0 - function.box.x0), abs(named.box.x0 + named.box.x1 - function.box.x0 - function.box.x1) / 2)
        > 0.06
    )
    span = _bare(paper, named.span)
    name = paper.words(span)
    again = undersigned is not None and key(name) in key(paper.words(undersigned.span("name")))
    doubts = 2 * looks_damaged(name) + aside + (named.row > function.row and not again)
    return [Finding("signatory.name", name, (span,), "layout", doubts, agreed=again), *found]


def _rest_below(paper: Paper, function: Cell) -> tuple[Span, ...]:
    """« Directeur adjoint des ressources » over « humaines »: the end of a function right below it, in small letters."""
    rows = paper.rows[function.row + 1 : function.row + 2]
    below = next((cell for row in rows for cell in row if abs(cell.box.x0 - function.box.x0) < _ONE_LEFT), None)
    if below is None or below.page != function.page or not paper.text[below.start].islower():
        return ()
    near = below.box.y0 - function.box.y1 < 0.7 * function.box.height
    rest = paper.folded(below.span).strip()
    return (below.span,) if near and re.fullmatch(r"[a-z][a-z' &-]{3,40}", rest) and len(rest.split()) <= _FEW_WORDS else ()


_ONE_LEFT, _FEW_WORDS = 0.01, 4
"""Of the page's width: how far the left edges of two lines of one function lie apart; and the words of its second line."""


def _wrapped(paper: Paper, function: Cell, named: Cell | None) -> tuple[Span, ...]:
    """The second line of a function that its column broke: small letters between it and the name below."""
    if named is None or named.row < function.row + 2:
        return ()
    (below, *others) = paper.rows[function.row + 1]
    small = named.row == function.row + 2 and paper.text[below.start].islower()
    open_ended = _ENDS_SMALL.search(paper.folded(function.span)) is not None
    goes_on = small or open_ended or _DEPARTMENT.fullmatch(paper.folded(below.span).strip()) is not None
    return () if others or not goes_on else (below.span,)


_ENDS_SMALL = re.compile(r"\s(?:de|du|des|de la|et|of|and|the|&|aux?)\s?$", re.ASCII)
_DEPARTMENT = re.compile(r"department|division|section|ressources|resources|humaines|ressources humaines|human resources"
    r"|du personnel|services?",
                         re.ASCII)
"""What a function ends with that stands alone on its second line."""


_ALSO = re.compile(r",\s(?P<title>[a-z][^,\t]{4,70}?)(?= de (?:la|l'|notre)|,| certifi| attest| declar)", re.ASCII)


def _undersigned(paper: Paper, match: re.Match[str] | None) -> list[Finding]:
    """« Je soussignée, Mme X, directrice … »; surer where the name stands alone again at the end."""
    if match is None:
        return []
    name = _bare(paper, match.span("name"))
    if not is_name(paper.words(name)):
        return []
    said = key(paper.words(name))
    again = any(key(paper.words(_bare(paper, cell.span))) == said for cell in paper.cells if cell.start > match.end())
    title = _function(paper, match.span("title"))
    following = _ALSO.match(paper.plain, match.end("title"))  # « docteur en médecine, médecin-directeur de la polyclinique »
    if following and not _FUNCTION.search(paper.folded(title)) and _FUNCTION.search(following["title"]):
        title = _function(paper, following.span("title"))
    firm = _OF_FIRM.search(paper.text, *title)
    title = (title[0], firm.start()) if firm else title
    return [
        Finding("signatory.name", paper.words(name), (name,), "phrase", 0, agreed=again),
        Finding("signatory.title", paper.words(title), (title,), "phrase", 1 - again),
    ]


def _bare(paper: Paper, span: Span) -> Span:
    """A name without what stands before it (« Dr ») and behind it (« , CRHA »)."""
    start, end = span
    start += len(paper.text[start:end]) - len(paper.text[start:end].lstrip(" ("))
    civility = _CIVILITY_BEHIND.search(paper.plain, start, end)
    end = civility.start() if civility else start + len(paper.text[start:end].rstrip(" )"))
    title = _TITLE_OF_NAME.match(paper.plain, start, end)
    start = title.end() if title else start
    behind = _POSTNOMINAL.search(paper.text[start:end])
    return start, start + (behind.start() if behind else len(paper.text[start:end].rstrip(" ,")))


_IN_BOTH = re.compile(r"\s/\s(?=[A-ZÀ-Ý][^\s/]*\s[^/]+$)")
"""« Payroll Manager / Gestionnaire de la paie »: the function again in another language, which one of them has small words of."""
_FRENCH = re.compile(r"\b(?:de|des|du|et|la|le|les|aux?|el|y)\b|[àâçèéêëîïôûùáíóúñ]", re.IGNORECASE)


def _function(paper: Paper, span: Span) -> Span:
    """A function without its article and the comma behind it."""
    article = re.compile(r"\s*(?:(?:p\.|p/|pour|for) (?:la |le |the )?[a-z]{4,14}, |(?:p\.o\.|p/o|p/)\s?:?\s?)?(?:(?:fonction|titre"
                         r"|title|le|la|the|son|sa"
        r"|its|our)\s|l'(?=[a-z]))?", re.ASCII).match(paper.plain, *span)
    start = article.end() if article else span[0]
    house = paper.text.find(" | ", start, span[1])
    span = (span[0], house) if house > 0 else span
    again = _IN_BOTH.search(paper.text, start, span[1])
    if again and bool(_FRENCH.search(paper.text, start, again.start())) != bool(_FRENCH.search(paper.text, again.end(), span[1])):
        span = (start, again.start())
    return start, start + len(paper.text[start : span[1]].rstrip(" ,;:"))


def _is_function(paper: Paper, cell: Cell) -> bool:
    text = paper.folded(cell.span).strip()
    text = _BY.sub("", text).replace(" : ", ", ")
    return (
        cell.row >= len(paper.rows) // 3
        and len(text) < 75
        and len(text.split()) <= 10
        and bool(_FUNCTION.search(text))
        and text[0] not in "•▪■●◦‣►✓✔√"  # a task that has such a word
        and not _SENTENCE.search(text)
        and not _ON_A_STAMP.fullmatch(text)
        and not _ends_a_sentence(paper, cell, text)
    )


_ON_A_STAMP = re.compile(r"[a-z]{2,6} ?- ?(?:drh|rh|dg|hr|d\.r\.h\.?)|[a-z]{2,12} direction (?:drh|rh)|rh", re.ASCII)
"""« BLC - DRH »: a firm's letters and a department's."""


def _ends_a_sentence(paper: Paper, cell: Cell, text: str) -> bool:
    """Whether a word alone on its row is what a long row above has left over."""
    return len(text.split()) == 1 and cell.row > 0 and len(paper.words(paper.row_span(cell.row - 1))) > _LONG_ROW


_LONG_ROW = 80


def _is_last(paper: Paper, cell: Cell) -> bool:
    """Whether a cell is among the last rows of the paper."""
    return cell.row >= len(paper.rows) - 5


def _is_low(paper: Paper, cell: Cell) -> bool:
    """Whether a cell stands among the last rows, where a function without a legible name above it still is the signatory's."""
    return _is_last(paper, cell) and paper.text[cell.start].isupper()


def _name_above(paper: Paper, cell: Cell) -> Cell | None:
    """The nearest name above a function: not an initial and a scribble, which is the signature itself."""
    return _name_among(paper, cell, list(reversed(paper.rows[max(0, cell.row - 3) : cell.row])))


def _name_below(paper: Paper, cell: Cell) -> Cell | None:
    """« Le Gérant », and the name below: where the paper ends with them."""
    ends = cell.row >= len(paper.rows) - 7 or not any(is_prose(paper, number) for number in range(cell.row, len(paper.rows)))
    return _name_among(paper, cell, list(paper.rows[cell.row + 1 : cell.row + 6])) if ends else None


def _name_among(paper: Paper, cell: Cell, rows: list[tuple[Cell, ...]]) -> Cell | None:
    """The nearest name; one of an initial and a surname, as a scribble is, only right beside the function and for want of another."""
    for row in rows:
        found = [other for other in row if other.page == cell.page and _signs(paper, other)]
        if found:
            return min(found, key=lambda other: abs(other.box.x0 - cell.box.x0))
    return next((one for row in rows[:1] if len(row) == 1 for one in row if _signs(paper, one, initials=True)), None)


def _signs(paper: Paper, cell: Cell, *, initials: bool = False) -> bool:
    words = paper.words(_bare(paper, cell.span))
    learned = _POSTNOMINAL.search(paper.text[slice(*cell.span)]) is not None
    civil = learned or _TITLE_OF_NAME.match(paper.plain, cell.start) is not None  # « Dr. K. Ramesh », which no scribble is
    initial = len(words.split()[0].rstrip(".")) == 1 and len(words.split()) < 3 and not civil if words else True
    initial = initial and not (initials and len(words.split()) == 2 and len(words.split()[1]) > 5)
    legal = LEGAL_FORM.search(paper.folded(cell.span)) is not None
    return is_name(words) and not _FUNCTION.search(key(words)) and not initial and not legal and not is_firm(paper, words)
