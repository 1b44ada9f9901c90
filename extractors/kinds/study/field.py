"""The field of study: beside its label, in a programme's name, behind « en » in the title, on the line below it."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding, Pattern, Span
from extractors.fields.labels import labelled
from extractors.fields.levels import find_credentials
from extractors.kinds.study.running import running
from extractors.paper import Paper

_GRADES = re.compile(
    r"^(?:tres bien|assez bien|bien|passable|excellent|honorable|distinction|grade|first|second|with|sans"
    r"|session|moyenne|mention)\b",
    re.ASCII,
)


def find_study_field(paper: Paper, title: Span | None) -> Finding | None:
    """The field beside its label, in the programme's name, behind the title, or below it; a wide domain only for want of one."""
    return (
        _labelled_field(paper, "field")
        or _field_named(paper)
        or _field_of_programme(paper)
        or _labelled_field(paper, "wide_field")
        or _field_beside(paper, title)
        or _field_said_again(paper)
        or _field_of_course(paper)
        or _field_of_degree(paper, title)
    )


def _field_said_again(paper: Paper) -> Finding | None:
    """The field in a sentence that names the credential again: « le diplôme de mastère en Finance »."""
    text = running(paper)
    for credential in find_credentials(text, None):
        match = _AFTER_TITLE.search(text[slice(*credential.span)])
        if match is not None and not _GENERAL.match(match["field"]):
            end = re.split(r"\s(?:avec|lui|est|a|le|on|et devient|au titre)\s", match["field"])[0]
            span = (credential.span[0] + match.start("field"), credential.span[0] + match.start("field") + len(end))
            return _found(paper, span, "phrase", 1)
    return None


_CODE = re.compile(r"[0-9]{3}\.[a-z0-9]{2}|[0-9]{4}", re.ASCII)
"""A programme's number in Québec, which is no name."""
_ANOTHER_THING = re.compile(
    r"\s-\s|\bmention\b|\bsession\b|\bspecialite\b|\s\(|,\s?(?:avec|with|option|orientation|speciali[sz]ation|parcours"
    r"|a ete|est|lui|le|et lui|promotion|annee|niveau)\b"
)
"""Where the value of a field's label ends: commas part things of which one field is made."""


def _labelled_field(paper: Paper, label: str) -> Finding | None:
    """The first value beside such a label; in doubt where another such label has another value."""
    found: list[Span] = []
    for value in labelled(paper, label):
        start = value.span[0]
        cut = _ANOTHER_THING.search(paper.folded(value.span))
        span = (start, start + cut.start()) if cut and cut.start() > 2 else value.span
        words = paper.folded(span).strip()
        if value.sure and len(words) > 1 and not _GRADES.match(words) and not _CODE.fullmatch(words):
            found.append(span)
    several = len({paper.folded(span).strip() for span in found}) > 1
    return _found(paper, found[0], "label", int(several)) if found else None


_NAMED = re.compile(
    r"(?P<mark>[,(\n-]\s?)?(?<![a-z])(?:specialite|option|filiere|branche|discipline|mention|parcours|speciality|speciali[sz]ation|major(?:ing)?"
    r"|majeure|concentration|section)\s(?:en\s|in\s)?(?P<colon>:\s?)?(?P<quote>[«\"]\s?)?(?P<field>[a-z](?:[^\n\t,;:.()«»\"]|(?<=[a-z]{4}\s):\s(?=[a-z])){3,70})",
    re.ASCII,
)
_BELOW_EN = re.compile(
    r"(?:etudes[ \n]collegiales|baccalaureat|licence|maitrise|master|bachelor|diplome|certificat|diploma|certificate"
    r"|grade)[ \n](?:en|in)\s?\n"
    r"(?P<field>[a-z][^\n\t,;:.()0-9]{3,70})"
    r"|\n(?:in|en) (?!the name of|consideration|accordance|witness|testimony|testimonio|fe de|constancia|recognition|partial|foi "
    r"|vertu|atencion|virtud|cumplimiento"
    r"|ejercicio|uso de|nombre d)"
    r"(?P<line>[a-z][^\n\t,;:.()0-9]{3,60}(?:, [a-z][a-z -]{2,30}){0,2}(?: (?:and|et) [a-z][a-z -]{2,30})?)(?=\n)"
    r"|\n(?:in|en)\s?\n(?P<alone>[a-z][^\n\t,;:.()0-9]{3,60})(?=\n)",
    re.ASCII,
)
_BEHIND_COLON = re.compile(
    r"(?:licence|bachelor|master|maitrise|doctorat|doctorate|degree|diplome|diploma|grade|titre)[^\n:.]{0,40}?\s(?:en|in|de|of)\s?"
    r"(?:/[^\n:]{3,40}\s(?:en|in|de|of)\s?)?:\s?(?P<field>[a-z][^\n\t,;:.()0-9]{3,70})(?=[\n\t,(]|$)",
    re.ASCII,
)
"""« le grade de Licence en / the Bachelor's degree in : Droit privé »."""
_COURSE = re.compile(
    r"(?:completion of|completed|termine|acheve|suivi|conclu[a-z]*)\s(?:the\s|le\s|o\s|el\s)?(?:course|curso|cours"
    r"|programme?)\s(?:of|de|em|en|in)\s"
    r"(?:study\s(?:in|of)\s)?(?P<field>[a-z][^\n\t,;:.()0-9]{3,60})",
    re.ASCII,
)
"""« the completion of the Course of Architecture »: weak, since courses are also parts of studies."""


def _field_named(paper: Paper) -> Finding | None:
    """« …, spécialité : Comptabilité » in a sentence; « le diplôme d'études collégiales en », and the field alone below."""
    text = running(paper)
    fields = (match for match in _NAMED.finditer(text) if not _GRADES.match(match["field"]))
    named = next((match for match in fields if _is_named(paper, match)), None)
    match = named or _BEHIND_COLON.search(text)
    if match is not None:
        return _found(paper, match.span("field"), "phrase", int(named is not None and not _is_marked(match)))
    match = _BELOW_EN.search(paper.plain)
    return None if match is None else _found(paper, match.span(match.lastgroup or 0), "phrase", int(match.lastgroup == "line"))


_OF_DEGREE = re.compile(r"(?:bachelor|master|doctor) of (?!sciences?|arts|philosophy|technology|applied|engineering"
    r"|studies)(?P<field>[a-z].{3,60})$", re.ASCII)


def _field_of_degree(paper: Paper, title: Span | None) -> Finding | None:
    """"Bachelor of Commerce": the field that a degree bears in its name, for want of another."""
    match = None if title is None else _OF_DEGREE.match(" ".join(paper.folded(title).split("\n")))
    if match is None or title is None:
        return None
    return _found(paper, (title[0] + match.start("field"), title[1]), "phrase", 1)


def _is_marked(match: re.Match[str]) -> bool:
    marked = bool(match["colon"] or match["quote"]) or (match["mark"] or "\n") != "\n"
    return marked or " in " in match[0][: match.start("field") - match.start()]


def _is_named(paper: Paper, match: re.Match[str]) -> bool:
    """Whether « spécialité », « option », … names a field: by a mark before or behind it, behind « dans la », or by a capital."""
    placed = re.search(r"(?:dans l[ae] |en |dans l')$", paper.flat[: match.start()]) is not None
    placed = placed or (match[0].lstrip().startswith(("specialite", "filiere", "majeure")) and paper.text[match.start("field")].isupper())
    return _is_marked(match) or (placed and not re.match(r"facultati|obligatoi|renforce", match["field"]))


def _field_of_course(paper: Paper) -> Finding | None:
    match = _COURSE.search(running(paper))
    return None if match is None else _found(paper, match.span("field"), "phrase", 1)


_PROGRAMME = re.compile(
    r"(?<!du )(?<!of )(?:programme(?: d'etudes)?"
    r"|program)(?: suivant)?\s*[:\n\t]\s*(?:(?:[0-9]{4}|[0-9]{3}\.[a-z0-9]{2}) )?"
    r"(?P<field>(?![0-9])[^\n\t(]{4,80}?)\s*(?:\([^)\n]{2,12}\))?(?=[\n\t]|$|\s(?:qualification|degree|grade|level|niveau|mode)\s?:)"
    r"|(?:^|\n)(?P<line>[a-z][^\n\t,(.:0-9]{3,80}?)\s?\((?:[0-9]{3}|[a-z]{3})\.[a-z0-9]{1,2}\)"
    r"|(?:exigences|conditions"
    r"|objectifs) du programme(?: d'etudes(?: techniques| preuniversitaires"
    r"| professionnelles)?)?\s?[:\n]\s*(?P<required>[a-z][^\n\t(]{4,80}?)\s*(?:\([^)\n]{2,12}\))?(?=[\n\t]|$)"
    r"|programme de [a-z]+ (?:en|de) (?P<said>[^\n\t,(.]{4,80})"
    r"|programme (?:d'etudes |de formation )?(?:en |de )?(?P<coded>[a-z][^\n\t,(.:]{3,80}?)\s\((?:[a-z0-9]{3}\.[a-z0-9]{2}|[0-9]{4})\)",
    re.ASCII,
)
_AFTER_TITLE = re.compile(r"\s(?:en|in|em)\s(?P<field>.{3,70})$", re.ASCII)
_NAMED_FIELD = re.compile(
    r"\n(?P<whole>(?:specialite|serie|option|filiere"
    r"|branche?)\s(?P<field>[a-z][^\n\t,:-]{2,60}))(?=[\n\t,-])",
    re.ASCII,
)
_NEXT_LINE = re.compile(r"(?:\t[^\n]{0,40})?\s*\n(?P<link>(?:in|en)\s*\n)?(?P<field>[^\n\t,.:0-9]{4,60})(?=\n)", re.ASCII)


def _field_of_programme(paper: Paper) -> Finding | None:
    match = _PROGRAMME.search(running(paper))
    if match is None:
        return None
    span = match.span(match.lastgroup or "field")
    if re.match(r"baccalaureat|maitrise|doctorat|certificat|bachelor|master|diplom[ea]|dess|licence|associate", paper.folded(span)) is None:
        return _found(paper, span, "phrase")
    behind = _AFTER_TITLE.search(paper.folded(span))
    return None if behind is None else _found(paper, (span[0] + behind.start("field"), span[0] + behind.end("field")), "phrase")


_IN_BRACKETS = re.compile(r"\s?\((?P<field>[A-ZÀ-Ý](?=[^()]*[a-zà-ÿ]{3})[^().0-9\n]{4,60})\)")
"""« BACHELOR OF ENGINEERING (Civil Engineering) »: words, not the letters of a degree."""


_NO_FIELD = re.compile(
    r"\(|(?:en|in) (?:testimonio|fe de|foi de|vertu|virtud|witness|testimony|recognition)"
    r"|est |a |le |la |the |with |cum |du programme|programme|decerne|confere|delivre|having|avec|given "
    r"|second class|first class|honou?rs|upper|nous|vu |(?:[a-z]+ ){0,3}(?:diploma|degree|diplome|certificate|certificat)$"
    r"|grade |je |il |elle |certif|attest|mention|session|domaine|serie|pour |au titre|sur |(?:premiere|deuxieme|seconde) partie"
    r"|classiques?$|[a-z]{1,3}$"
    r"|(?:awarded|granted|presented|issued|conferred|upon|this|by|for|on|to|et|and|qui|who|has|dans|conformement|annee|code|n°|no "
    r"|name|nom)\b",
    re.ASCII,
)
"""What begins a line below a title that goes on with the sentence, or tells something else than a field."""
_NO_FIELD_IN_BRACKETS = re.compile(
    r"^(?:bachelor|bacharel|licenc|master|maestria|mestrado|tecnolog|technolog|associate|karshenasi|kardani|doct|honou?rs|hons|with "
    r"|first|second"
    r"|pass|two|three|four|deux|trois|quatre|diplom|benke|zhuanke)"
    r"|\b(?:engineer|architect|lawyer|nurse|accountant|technologist|teacher|physician|ingenieure?|infirmi(?:er|ere)|avocate?)$", re.ASCII
)
"""The degree or the title again, in another language."""
_AGAIN = re.compile(r"(?:baccalaureat|maitrise|doctorat|certificat|licence|master|bachelor|diploma|degree)\s(?:en|in)\s", re.ASCII)
"""A line below « Maître ès sciences » that names the program: « Maîtrise en sociologie »."""
_GENERAL = re.compile(r"(?:applied |general |pure )?(?:sciences?|arts|artibus|scienti[a-z]{1,3})$", re.ASCII)
"""What follows « in » in the name of a degree itself: "Associate in Applied Science"."""
_LETTERS = re.compile(r"\s?\([^)\n]{1,12}\)", re.ASCII)


def _field_beside(paper: Paper, title: Span | None) -> Finding | None:
    """The field behind the title's « en », or on the line below it."""
    if title is None:
        return None
    named = _NAMED_FIELD.search(paper.plain)
    if named is not None and not _GRADES.match(named["field"]):
        group = "whole" if named["whole"].startswith("serie") else "field"
        return Finding("credential.field", paper.words(named.span(group)), (named.span(group),), "phrase")
    bracket = _IN_BRACKETS.match(paper.text, title[1])
    if bracket is not None and not _NO_FIELD_IN_BRACKETS.search(bracket["field"].lower()):
        return Finding("credential.field", bracket["field"], (bracket.span("field"),), "phrase")
    letters = _LETTERS.match(paper.plain, title[1])
    below = _NEXT_LINE.match(paper.plain, letters.end() if letters else title[1])
    match = _AFTER_TITLE.search(" ".join(paper.folded(title).split("\n")))
    if match is not None and not (below is not None and below["link"]) and not _GENERAL.match(match["field"]):
        span = (title[0] + match.start("field"), title[1])
        return _found(paper, span, "phrase")
    if below is None or _NO_FIELD.match(below["field"]):
        return None
    again = _AGAIN.match(below["field"])
    span = (below.start("field") + again.end(), below.end("field")) if again else below.span("field")
    return _found(paper, span, "layout", 0 if below["link"] else 1)


_WORD = r"[a-z][a-z' -]{2,30}"
_AND_MORE = re.compile(rf"(?:, (?!avec|mention|option|parcours|session|au titre|est |a |le |la |nee?\b|dans|et |and |with){_WORD}){{1,2}}"
                       r" (?:et|and) [a-z][a-z' -]{2,30}(?=[,;.\n])", re.ASCII)
"""« Finance, audit et contrôle de gestion »: a field with commas of its own."""
_GOES_ON = re.compile(r", (?!avec|mention|option|parcours|session|au titre|est |a |le |la |nee?\b|dans|with|and |et )[a-z' -]{3,30},?"
                      r" (?:et|and) ", re.ASCII)
_CODE_BEHIND = re.compile(r"\s\(?(?:[0-9]{4}|[a-z]{3}\.[0-9a-z]{2})\b", re.ASCII)
"""« Mécanique automobile 5298 », « Logistique LCA.5G »: the programme's number is none of its field."""
_OF_STUDY = re.compile(r"the (?:branch|field|discipline|subject) of\s", re.ASCII)


def _found(paper: Paper, span: Span, pattern: Pattern, doubts: int = 0) -> Finding:
    """A field whose words are cut where the sentence goes on to something else."""
    tight = _tight(paper, span)
    more = _AND_MORE.match(paper.plain, tight[1])
    tight = (tight[0], more.end()) if more else tight
    doubts += not more and _GOES_ON.match(paper.plain, tight[1]) is not None
    code = _CODE_BEHIND.search(paper.plain, tight[0] + 3, tight[1])
    tight = (tight[0], code.start()) if code else tight
    sort = _OF_STUDY.match(paper.plain, *tight)
    tight = (sort.end(), tight[1]) if sort else tight
    odd = _NO_STUDY.search(paper.folded(tight)) is not None or len(paper.words(tight).split()) > 9
    return Finding("credential.field", paper.words(tight), (tight,), pattern, doubts + 2 * odd)


_NO_STUDY = re.compile(r"[0-9]|\b(?:his|her|having|that|which|qui|que|dont|est|was|has|heures|hours|mois|months)\b", re.ASCII)
"""What no field of study has in its name: the words are those of a sentence, or of another row."""


_GOES_ON = re.compile(
    r"\s(?:with (?:all|the|a|high|great|honou?rs|distinction|merit)|avec (?:la|le|mention|tous)|et (?:lui|devient|jouit)|lui (?:est"
    r"|a)|a (?:obtenu|suivi|valide|satisfait|subi|reussi|passe)|has (?:obtained|passed|earned|secured|completed)|and (?:placed|was"
    r"|has been)|(?:comportant|totalisant|comprenant)(?= [0-9])|(?:est|a ete|was|has been)"
    r"\s[a-z]+(?:e|ed)|au titre|session|given|dans (?:notre|l'universite)|at (?:our|this)|from (?:our|this|the))(?![a-z])",
    re.ASCII,
)
"""Where the sentence goes on behind a field."""


def _tight(paper: Paper, span: Span) -> Span:
    """A span without blanks at its ends, and without a date that the sentence goes on to."""
    until = min((date.start for date in paper.dates if span[0] < date.start < span[1]), default=span[1])
    goes_on = _GOES_ON.search(paper.plain, span[0] + 3, until)
    until = until if goes_on is None else goes_on.start()
    text = re.sub(r"\s(?:le|on|the|du|ce|de|of|à|a|au|at|in|en|et|and)\s*$", "", paper.text[span[0] : until])
    start = span[0] + len(text) - len(text.lstrip())
    return start, max(start + 1, span[0] + len(text.rstrip(" .,;-–—")))
