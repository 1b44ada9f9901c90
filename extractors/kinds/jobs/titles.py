"""What someone is or was, as sentences say it: « en qualité de … », "has worked as a …", « est comptable depuis … »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.finding import Finding, Span
from extractors.fields.text.plain import key
from extractors.paper import Paper

_CUES = (
    r"(?:en|a|au|sous le) (?:sa |leur )?(?:qualite|titre) (?:de |d')",
    (r"(?:le|un|ce|du|son|au|dernier|actuel) (?:poste|titre|grade|metier|rang) (?:(?:regulier|permanent|temporaire|et|a temps (?:plein"
     r"|complet|partiel)),? ){0,3}(?:de |d')"),
    r"(?:poste|emploi|fonction)s? (?:(?:actuel|occupe|exerce)(?:le)?e? )?(?:est|etait|a ete|fut) (?:celui |celle )?(?:de |d')",
    r"en tant qu(?:e |')",
    r"(?:les|la|des|ses|sa|aux) (?:fonctions?|charge) (?:de |d')",
    r"comme ",
    r"(?:l'|un |son |cet )emploi (?:de |d')",
    r"celui (?:de |d')|celle (?:de |d')",
    r"promue? (?:au (?:poste|rang|grade) (?:de |d')|a la fonction (?:de |d')|comme |a titre (?:de |d')|en qualite (?:de |d'))?",
    r"(?:ete|est|etait|fut) nommee? (?:au poste (?:de |d')|comme |a titre (?:de |d')|en qualite (?:de |d'))?",
    r"as (?:an? |the |our |its )?",
    r"in the (?:position|capacity|role|post|rank) of (?:an? |the )?",
    r"(?:position|post|role|capacity|title|rank|job|office|designation|function) of (?:an? |the )?",
    r"designated (?:as )?(?:an? |the )?",
    r"(?:designation|title|position|titre|poste|fonction|emploi)\s?:\s?",
    (r"(?:(?:last|current|latest|final|present|job|most recent|his|her|their|your|whose) )+(?:position|title|job(?: title)?|designation"
     r"|role|post)"
     r"(?: held)?(?: with us| in (?:our|the) company)?(?: (?:at|on) the time of [a-z ]{4,30}?| at present|,? then (?:as|and) now,?)? "
     r"(?:is|was"
     r"|has been)(?: that of)?"
     r" (?:an? |the )?"),
    r"(?:was|been|is) (?:appointed|promoted|named) (?:as |to )?(?:the (?:position|post|role|rank) of )?(?:an? |the )?",
    r"promoted to (?:the (?:position|post|role|rank) of )?(?:an? |the )?",
    r"hired as (?:an? )?",
    r"(?:is|est) (?:currently|presently|now|at present|actuellement|presentement) (?:the |an? |our |l[ea] |notre )",
    r"el cargo de |como ",
)
_CUE = re.compile(r"\b(?:" + "|".join(_CUES) + ")", re.ASCII)
_NO_CUE = re.compile(
    r"(?:agissant|acting|\bma|certified|known|such|same|well|soon|far|long|much|requested|follows|confirmation|salary|regarded|\bact"
    r"|hours?|wages?"
    r"|serve[sd]? as proof|considered|described|seen|rated|recognized|tout|ainsi|bien|parce|encadrant|supervisant|assist[a-z]{0,3} "
    r"(?:the |our |le |la |les )?[a-z]{3,15}s?) ?(?:en|in|as|au|a|the"
    r"|comme)?\s?$",
    re.ASCII,
)
_REGIME = re.compile(
    r"(?:(?:full[- ]{0,2}time|part[- ]{0,2}time|permanent|temporary|regular|casual|seasonal|probationary|contractual)(?:,| and"
    r"|/)?\s)+", re.ASCII
)
"""How someone is employed is no part of what as: "as a full-time, permanent baker"."""
_MONTH_OR_DAY = (
    r"[0-9]|le |the |janv|fev|mars |avr|mai |juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug|period|la periode"
    r"|premier|[a-z]{3,9} [0-9]{4}"
)
_ENDS = (
    rf"\s(?:du|de|d'|depuis|from|since|between|entre|until|till|for the|effective|w\.?e\.?f)\s(?={_MONTH_OR_DAY})",
    r"[,;:(\f|\"”»]",
    r"(?<!\bsr)(?<!\bjr)(?<!\basst)(?<!\bdr)(?<!\bst)(?<!\bmgr)\.(?=\s|$)",
    r"\s(?:le|on|in|en)\s(?=[0-9]|(?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec|jan|feb|mar|apr|may|jun|jul|aug)[a-z]* [0-9])",
    (r"\s(?:a une?|er|depuis|a partir|a compter|since|until|till|during|durant|pendant|jusqu|dans (?:le|la|les|l'|notre|nos|un|une"
        r"|son)|au sein"
     r"|chez|aupres|sous|selon"
     r"|moyennant|a raison|a temps|a [0-9]+|a plein|au taux|au salaire|avec|en (?:contrat|cdi|cdd)|un contrat|et ce|qui|que|dont|puis"
     r"|ou (?:il|elle)"
     r"|au (?:departement|service|bureau|siege|cours|profit|plus)|a (?:notre|nos|votre|ce|cette)|de (?:notre|nos)|du meme"
     r"|pour (?:la (?:saison|periode|duree)|une? |notre|nos|le compte|cette))\b"),
    r"\saffectee?s? (?:a|au|aux|dans|sur)\b",
    r"\sdu projet\b|\sde (?:l'|notre )equipe\b|\ssur (?:le|notre|nos|un) (?:quart|projet|chantier|site)\b",
    r"\s(?:aux?|a la|a l'|du|de la|de l'|sur l[ea]|sur l')\s?(?:[a-z'-]+ ){1,2}«|\sof the [^,.;]{2,30}? (?:branch|outlet|store|plant)\b",
    r"\s(?:assigned|posted|deployed|attached) (?:at|to|in|with)\b",
    r"\sa la (?:rentree|suite)\b",
    r"\s(?:categorie|echelon|coefficient|indice)\s(?=[0-9]|[ivx]+\b)",
    (r"\sa (?:l'(?:usine|agence|hopital|ecole|hotel|atelier|universite)|la (?:succursale|clinique|ferme"
     r"|direction generale|date|demande))\b"),
    (r"\s(?:et|and) (?:a |l'est |est|etait|son\b|sa\b|ses\b|il\b|elle\b|percoi|percev|recoi|recev|touch|gagn|beneficie|exerc|travaill"
    r"|assur|stayed|kept|went|y est|y a"
     r"|effectu|nous\b|s'est|s'acquitt|n'est|was|is\b|has|had|were|are\b|have|he\b"
     r"|she\b|they\b|his\b|her\b|your\b|you\b|whose\b|at\b|continues|earn|receiv|work|draw|drew|left|perform|report|resign|remain|held"
     r"|holds|later|then"
     r"|subsequently|currently|still|rose|became|moved|advanced|progressed|promue?|nommee?|devenue?)"),
    (r"\s(?:with|within|where|working|holding|earning|drawing|reporting|based|including|at|on a|in (?:our|this|the|its|an?|my|various)"
     r"|of (?:our|this)|under|con"
     r"|from|following|upon|after|w\.?e\.?f\.?|which|who|whose|that|then|to date|till date|on|up to|upto|for|ever|before|after|by"
     r"|per|mr|mrs|ms|mme|monsieur"
     r"|madame|he|she|il|elle|ce|has|was|is|were|are)\b"),
    r"\n\n",
)
_END = re.compile("|".join(_ENDS), re.ASCII)
_NO_TITLE = re.compile(
    r"(?:(?:fonctions?|postes?|titre|emploi|position|title|designation|employment|cd[id]|agency temp)$|cd[id] |ete |been |(?:under"
    r"|above|below)$|a |the |le |la |les |l'|un "
    r"|une |is |est |etait|was "
    r"|part "
    r"|appears?\b|(?:soutenu|signe|rembourse|depose|presente|redige"
    r"|demande|mentionne|indique)e?s?$|(?:best|meilleure?) |promis(?:ed)?$|convenue?$|prevue?$|agreed$|requested$"
    r"|confirmation|duty$|encore |once$|twice$|contractor|preuve "
    r"|libre |conges?\b|vacances|absence|(?:first |initially "
    r"|d'abord "
    r")?(?:engaged|hired"
    r"|recruited|employed|taken)(?: on)?$"
    r"|proof|verification|evidence|reference |notre |our "
    r"|this |his |her "
    r"|their |employment |work |follows|well|soon|date|to |permanent$|(?:first|second|third|premier|premiere|deuxieme"
    r"|troisieme)\W*$|mentionn|indiqu|noted|above|stated|requis|such|he |she |it |that"
    r"|per |of "
    r"|in |at |on |result|whole|long as|team$|token|matter|gesture|rule|employee? (?:of|du)\b|employee? de\b(?! (?:rayon|banque|commerce"
    r"|bureau|restaura|cuisine"
    r"|menage|maison|magasin|libre|ferme|production|caisse|reception|nettoyage|abattoir|jeu|assurance|pharmacie|boulangerie))"
    r"|employee?s?$|actuellement|toujours|pour "
    r"|salariee?s?$|staff$|membre|member|valued|suit"
    r"|si |il |elle "
    r"|vous |you "
    r"|travail$|service$|au |aux |chez |dans |full|temporaire$|(?:a )?duree (?:in)?determinee|liee? |nommee?\b|promue?\b|appointed"
    r"|promoted|named |required|needed"
    r"|possible|agreed|(?:dr|mr|mrs|ms|mme|mlle|m\.|me|pr|prof|ing|engr)\.? [a-z]|convenue?|prevue?|entendu|demande|discute"
    r"|[a-z]{3,14}ed(?:$|\s(?:following|by|to|in|from|for|on|as|at|with|after|because)\b)|an? |been|we |i |if |they |ci-|susdit)",
    re.ASCII,
)
_OF_PAPERS = re.compile(r"\b(?:pay ?slip|document|letter|certificate|lettre|attestation|signature|signed|generated|requires?|copy|copie)\b",
                        re.ASCII)
"""Words that tell of the paper itself: « This is a computer generated payslip »."""
_TRIAL = re.compile(r"[^.]{0,30}?\b(?:trial|essai|probation day)", re.ASCII)
_SIGNERS = re.compile(
    r"\bsoussignee?s?\b[^;:]{0,220}?\b(?:certifi|attest|declar|confirm|reconnai)"
    r"|\bmy name is [^.;]{0,120}"
    r"|(?:^|[.\n\f:]\s?|\s\s)(?:i|we),? [^.;]{0,160}?\b(?:certify|confirm|attest|declare|state)\b",
    re.ASCII,
)
"""Where those who sign say who they are: their titles are not the employee's."""


_LATEST = re.compile(
    r"\b(?:is|est) (?:currently|presently|now|actuellement|presentement)\b|\b(?:last|latest|final|current|present|most recent"
    r"|dernier|derniere|actuel)(?:le)? (?:position|designation|title|post|role|poste"
    r"|fonction|emploi)\b"
    r"|at the time of (?:his |her |their |your )?(?:leaving|relieving|separation|departure|exit|resignation)|au moment de son depart",
    re.ASCII,
)


def latest_first(paper: Paper, titles: list[Finding]) -> list[Finding]:
    """Titles in their order, but first the one that is said to be the last or present one."""
    def is_latest(title: Finding) -> bool:
        return _LATEST.search(paper.flat, max(0, title.spans[0][0] - 70), title.spans[0][0]) is not None
    return sorted(titles, key=lambda title: not is_latest(title))


_MORE_OF_IT = re.compile(r",\s(?!(?:I|Mr|Mrs|Ms|Mme|M|Dr|Monsieur|Madame|Inc|Ltd)\b)[A-ZÀ-Ý][a-zà-ÿ-]{2,}")


def _may_go_on(paper: Paper, title: Span) -> bool:
    """« Senior Analyst, Anti-Money Laundering »: behind a title in capitals, a comma and a capital may be more of it, or a place."""
    words = paper.text[slice(*title)].split()
    return words[-1][0].isupper() and not words[-1].isupper() and _MORE_OF_IT.match(paper.text, title[1]) is not None


_QUOTE = re.compile(r"[\"“«]\s?")


def titles_said(paper: Paper, within: Span | None = None) -> Iterator[Finding]:
    """Titles after « en qualité de », "as a", left to right."""
    signers = [match.span() for match in _SIGNERS.finditer(paper.plain)]
    for cue in _CUE.finditer(paper.flat, *(within or (0, len(paper.flat)))):
        before = paper.flat[max(0, cue.start() - 22) : cue.start()]
        if _NO_CUE.search(before) or "agissant" in before or any(start < cue.start() < end for start, end in signers):
            continue
        quoted = _QUOTE.match(paper.flat, cue.end())
        span = title_at(paper, quoted.end() if quoted else cue.end())
        if span is not None:
            doubts = int(len(paper.words(span).split()) > 6) + 2 * (" au niveau " in paper.folded(span)) + _may_go_on(paper, span)
            yield Finding("position.title", paper.words(span), (span,), "phrase", doubts)


_GRADES = frozenset((
    "senior", "junior", "chef", "cheffe", "lead", "principal", "principale", "adjoint", "adjointe", "assistant", "assistante", "deputy",
    "vice", "stagiaire", "intern", "trainee", "apprenti", "apprentie", "i", "ii", "iii", "iv", "1", "2", "3",
))
"""Words that make of a title another one."""


def same_title(one: str, other: str) -> bool:
    """Whether one of two titles only repeats words of the other, and no grade parts them."""
    words, others = set(key(one).split()), set(key(other).split())
    return (words <= others or others <= words) and not (words ^ others) & _GRADES


def titles_held(paper: Paper) -> list[str]:
    """The different titles that sentences give."""
    found: list[str] = []
    for title in titles_said(paper):
        if not any(same_title(str(title.value), other) for other in found):
            found.append(str(title.value))
    return found


_APPOSED = re.compile(
    r"\b(?:mme|mlle|m\.|mr\.?|ms\.?|mrs\.?|miss|dr\.?|monsieur|madame|mademoiselle) [a-z' .-]{4,50}, (?:an? |our "
    r"|notre )?(?P<title>[a-z][^,.;:(0-9]{3,60}?),?"
    r" (?:est|a ete|etait|travaille|occupe|exerce|a travaille|a (?:oe|œ)uvre|a preste|a exerce|a servi|is|was|has been|has worked|worked"
    r"|works)\b",
    re.ASCII,
)
_PERSONAL = re.compile(
    r"(?:nee?|ne\(e\)|born|titulaire|detent|porteu|domicili|demeurant|residant?|resident|de nationalite|citizen|citoyen|holder|bearer"
    r"|holding|bearing|passport|matricule"
    r"|immatricul|ci-|susn|of legal age|majeure?|epou|wife|son of|daughter|fils|fille|[ds]/o|who|qui|dont|the|l'|la|le|identifi|aged?"
    r"|agee?|with)\b",
    re.ASCII,
)


def titles_apposed(paper: Paper) -> Iterator[Finding]:
    """What stands between commas behind the name: « Mme Petit, aide-soignante, est employée … »."""
    for match in _APPOSED.finditer(paper.flat):
        if is_title(match["title"]) and not _PERSONAL.match(match["title"]) and "\t" not in paper.plain[slice(*match.span("title"))]:
            span = match.span("title")
            yield Finding("position.title", paper.words(span), (span,), "phrase", 1)


_IS_A = re.compile(
    r"(?:^|\s)(?:a (?:d'abord |ensuite )?ete|est(?: devenue?)?|etait|is|was|became|devient)\s(?:donc\s|ainsi\s|alors\s|egalement\s"
    r"|aussi\s|also\s)?(?:an?\s"
    r"|un\s|une\s|notre\s|our\s)?"
    r"(?![a-z]{3,14}ed\s|nee?\s|situee?|inscrit|domicilie|titulaire|absent|satisfait|autorise|disponible|laid|employ|travaill|engag"
    r"|embauch|recrut|promu"
    r"|nomm|appoint|affect|liee?\s|hired|working|paid|paye|remuner|toujours|actuel|present|current|now|en\s|au\s|a\s|dans\s|sous\s|in\s"
    r"|on\s|at\s|with"
    r"\s|egalement\s|aussi\s|also\s|the\s|le\s|la\s|de\s|responsab|charge|bien\s|not\s|pas\s|still|part\s|membre|member)",
    re.ASCII,
)


_DONE = re.compile(r"(?!(?:chargé|délégué|employé|préposé|attaché|associé|diplômé|salarié)e?\b)\S+ée?s?\b.*|\S+[ée]{1,2}s?|.*[0-9].*"
                   r"|(?:obten|re[çc]|rend|conn|prév|ten|v|ven|dev|entend|reconn|convain)u(?:es|e|s)?\b.*|(?:remis|mis|pris|admis|acquis"
                   r"|repris|inscrit)e?s?\b.*")
"""What was done (« lui a été versée »), or a number: nothing that someone is."""


def title_in_sentence(paper: Paper, span: Span) -> Finding | None:
    """The title that one sentence gives: after its usual words, or as what someone is: « Mme X est technicienne depuis … »."""
    said = next(titles_said(paper, span), None)
    if said is not None:
        return said
    title = next(titles_being(paper, span), None)
    return None if title is None else Finding("position.title", paper.words(title), (title,), "phrase", 1)


def titles_being(paper: Paper, span: Span) -> Iterator[Span]:
    """What a stretch says that someone is or was: « Mme X est technicienne depuis … »."""
    for match in _IS_A.finditer(paper.flat, *span):
        title = title_at(paper, match.end())
        if title is not None and title[1] <= span[1] and not _DONE.fullmatch(paper.text[slice(*title)]):
            yield title


_HOUSE = re.compile(r"\s(?:au|aux|à la|chez)\s(?=[A-ZÀ-Ý])|\sà l['’](?=[A-ZÀ-Ý])")
"""« commis de cuisine au Bistro du Quai »: behind a title in small letters, where the work is done."""

UNIT = re.compile(r"\s(?:au|aux|à la)\s(?=(?:Centre|Service|Département|Agence|Direction|Siège|Bureau|Pôle|Division|Brigade)\b)"
                   r"|\sà l['’](?=Agence\b)")
"""« Chargée d'affaires au Centre d'affaires X »: the unit in which it is done."""


_LABEL_BELOW = re.compile(r"\n(?=[a-z][a-z' -]{2,40}\s?:\s)", re.ASCII)
"""Where the next row begins with a label of its own."""


_HEADING_BELOW = re.compile(r"\n(?=[A-ZÀ-Ý]{3,}(?:[ '’][A-ZÀ-Ý]{2,}){1,6}\s*(?:\n|$))")
"""Where the next row is a heading in capitals."""


def title_at(paper: Paper, start: int) -> Span | None:
    """The title that begins at a position: up to a date, a comma, or words that start another thought. None where it runs over
    into another column, or where the job was only tried."""
    regime = _REGIME.match(paper.flat, start)
    start = regime.end() if regime else start
    limit = min(len(paper.plain), start + 100)
    below = _LABEL_BELOW.search(paper.plain, start, limit)
    stop = _END.search(paper.flat, start, limit)
    stop = below if below and (stop is None or below.start() < stop.start()) else stop
    heading = _HEADING_BELOW.search(paper.text, start, limit) if not paper.text[start : start + 12].isupper() else None
    stop = heading if heading and (stop is None or heading.start() < stop.start()) else stop
    if stop is None or _TRIAL.match(paper.flat, stop.start()):
        return None
    house = (_HOUSE if paper.text[start].islower() else UNIT).search(paper.text, start, stop.start())
    end = house.start() if house else stop.start()
    text = re.sub(r"\s(?:and|et|or|ou|y|de|du|the|le|la)$", "", paper.flat[start:end].rstrip(" -"))
    if _over_columns(paper, start, end) or not is_title(text):
        return None
    return start, start + len(text)


def _over_columns(paper: Paper, start: int, end: int) -> bool:
    """Whether words run from one column of a page into another, where they belong to two texts."""
    row = paper.row_span(paper.row_at(start))
    words = paper.plain[start:end]
    return "\t" in words or ("\n" in words and "\t" in paper.plain[slice(*row)])


def is_title(text: str) -> bool:
    """Whether folded words may be what someone works as."""
    return (
        0 < len(text.split()) <= 10
        and not text.startswith(("a ce jour", "present"))
        and 3 <= len(text.strip()) <= 80
        and text.strip()[0].isalnum()
        and sum(letter.isdigit() for letter in text) <= 1
        and not _NO_TITLE.match(text)
        and not re.fullmatch(r"(?:[a-z]\.)+[a-z]?\s?", text)
        and not _OF_PAPERS.search(text)
        and "@" not in text
    )
