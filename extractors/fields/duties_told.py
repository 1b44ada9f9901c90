"""Tasks told in one sentence: « Son travail consistait à … », "On a normal day he builds the routes, tracks the vans, and … "."""

from __future__ import annotations

import re

from extractors.fields.finding import Finding, Span
from extractors.paper import Paper

_INLINE = re.compile(
    r"(?:(?:taches|responsabilites|fonctions|attributions|functions|duties|travail|work|role"
    r"|responsibilities)(?: principales)? (?:consist(?:ai(?:en)?t|ent|e|ed|s?) (?:a|en|of|in)|(?:cover|involve|comprise)(?:s|d|ed)?"
    r"|comprenaient"
    r"|comprennent|etaient|sont|included?|were|are|include)(?: (?:les suivantes|the following"
    r"|notamment))?\s?:?|missions\s:|(?:taches|responsabilites) suivantes\s?:|following (?:duties|tasks"
    r"|responsibilities)\s?:|(?:job|role|position) (?:summary|description|purpose|profile)\s?:|(?:sommaire|description) (?:de l'emploi"
    r"|du poste|des taches)\s?:|\b(?:a travaille|travaillait|worked) (?:sur|on) [^.:]{3,80}\s?:"
    r"|\b(?:est|etait|a ete|fut) chargee?(?:,? (?:notamment|entre autres"
    r"|principalement),?)?(?=\s(?:du\s|des\s|de\s(?!ce qui)|d'))|what (?:he|she) (?:does"
    r"|did)(?: [a-z]+){0,3}\s?:)\s(?:to\s)?(?!set out|listed|described|attached"
    r"|annexed|on the|in the|as follows|decrites|enumerees|jointes"
    r"|en annexe"
    r"|ci-)(?P<list>[^.]{12,600})\.",
    re.ASCII,
)
_DOES = re.compile(
    r"(?:^|[.\n\f]\s?)(?:as such|in (?:this|that|his|her) (?:role|capacity|position|post|job)"
    r"|on an? (?:typical|normal|usual|regular"
    r"|ordinary) (?:day|shift|week)|in (?:plain|simple|a few|other) words(?:,? (?:that|this) means)?|a ce (?:titre|poste)"
    r"|en cette qualite|en quelques mots"
    r"|throughout(?: this (?:time|period))?|au quotidien|concretement|dans le cadre de (?:ses fonctions|son travail|cet "
    r"emploi)),?\s(?P<who>he|she|they|il|elle|(?:l')?interessee?"
    r"|(?:mr|ms|mrs|miss|mme|m|mlle|monsieur|madame)\.?\s[a-z' -]{2,40}?|[a-z-]{3,14})\s"
    r"(?:would\s|is\s(?=[a-z]+ing\s)|was\s(?=[a-z]+ing\s))?"
    r"(?=[a-z]{3})(?!is\b|was\b|has\b|had\b|est\b|etait\b|a\b)(?P<list>[^.]{30,600})\.",
    re.ASCII,
)
"""What someone does, told in a sentence of its own: « On a normal day he builds the routes, tracks the vans, and … »."""
_COMMAS = re.compile(r",? ainsi qu['’e] ?(?=à |de |d['’]|l['’]|la |le |les |des |du )|, (?:et |and )?")
_AND = re.compile(r" (?:et|and) (?:à |de (?!la |l)|d['’]|to )?")
_FORMS = tuple(re.compile(form) for form in (
    r"(?:l['’]|la |le |les |des |du |de la |de l['’])", r"(?:à |de |d['’])", r"\w+ing\b", r"\w+ed\b", r"(?:to )?\w+(?:er|ir|re)\b",
    r"\w+[^s\W]s\b", r"\w+(?:tion|sion|age|ment|ien|ure|oi|ise)s?\b",
    r"\w{3,}(?:e|it|nd|ient)\s(?:l['’]|(?:la|le|les|des|du|une?|en|à)\s)"))
"""How tasks of one sentence begin, all alike: « la tenue …, la préparation … », "writes …, reviews …", « saisir …, classer … »."""
_LEAST_ALIKE = 0.6
_TO_DO = re.compile(r"^(?:(?:à|to|de|et|and)\s|d['’])")
"""« consistait à lire, à écrire »: what each task of a sentence begins with."""


def tasks_told(paper: Paper) -> Finding | None:
    """Tasks in one sentence, parted by semicolons or, in doubt, by commas; of what someone is told to do at least three."""
    match = _INLINE.search(paper.plain)
    if match is not None:
        return _parted(paper, match.span("list"))
    charged = _CHARGED.search(paper.plain)
    if charged is not None and (found := _parted(paper, charged.span(charged.lastgroup or 0), _FEWEST)) is not None:
        return found
    told = (does for does in _DOES.finditer(paper.plain) if _PRONOUN.match(does["who"]) or paper.text[does.start("who")].isupper())
    return next((found for does in told if (found := _parted(paper, does.span("list"), _FEWEST)) is not None), None)


_CHARGED = re.compile(r"\b(?:(?:il (?:lui )?(?:revenait|revient|incombait|incombe)|it fell to (?:him|her|them))(?: notamment)? "
                      r"(?P<fell>(?=de |d'|to )[^.]{30,600})\.|(?:is|was|are|were) (?:in charge of"
                      r"|responsible for) (?P<list>(?=[a-z]+ing\b)[^.]{30,600})\."
                      r"|(?:besides|in addition to|apart from) (?P<besides>(?=[a-z]+ing\b)[^.]{30,400}?), (?:he|she|they) "
                      r"|(?:il|elle) s'occup(?:e|ait) (?P<of>(?=du |des |de |d')(?:(?!\b(?:il|elle)\b)[^.]){30,600})\.)", re.ASCII)
_PRONOUN = re.compile(r"(?:he|she|they|il|elle|(?:l')?interessee?)$", re.ASCII)
_FEWEST = 3
_LED = re.compile(r",?\s(?:sous (?:l'|la )(?:encadrement|supervision|direction|responsabilite)|under the (?:supervision|guidance|direction)"
                  r"|and report(?:s|ed)? to|et rel(?:eve|evait) d)", re.ASCII)
"""Where a sentence of tasks goes on to who leads."""


def _parted(paper: Paper, span: Span, fewest: int = 1) -> Finding | None:
    led = _LED.search(paper.plain, *span)
    span = (span[0], led.start()) if led else span
    text = re.sub(r"(?<=\w-)\n(?=\w)", "", paper.text[slice(*span)])  # « proof-⏎of-delivery »
    parts = [part.strip(" .;,") for part in re.split(r";|\n\n", " ".join(text.split()))]
    by_commas = len(parts) == 1
    parts = _alike(parts[0]) if by_commas else parts
    kept = [_TO_DO.sub("", part) for part in parts if len(part) > 5]
    return Finding("position.duties", kept, (span,), "layout", 2 * by_commas) if len(kept) >= fewest else None


def _alike(text: str) -> list[str]:
    """Tasks parted by commas. Where most begin alike, what does not belongs to the one before it, but for what stands behind the last
    comma and « et »; and the last is parted at its « et » that another of that form follows."""
    parts = [_TO_DO.sub("", part.strip()) for part in _COMMAS.split(text)]
    last = [comma[0].strip(", ") for comma in _COMMAS.finditer(text)][-1:]
    several = [part for part in parts if len(part.split()) > 1]
    form = next((form for form in _FORMS if len(several) > 1 and sum(form.match(part) is not None for part in several) >= _LEAST_ALIKE
                 * len(several)), None)
    tasks: list[str] = []
    for number, part in enumerate(parts, start=1):
        stands = form.match(part) is not None if form else len(part.split()) > 1
        stands = stands or (number == len(parts) and last in (["et"], ["and"]))
        tasks = [*tasks, part] if stands or not tasks else [*tasks[:-1], f"{tasks[-1]}, {part}"]
    cuts = [cut for cut in _AND.finditer(tasks[-1]) if form is not None and form.match(tasks[-1], cut.end())] if len(tasks) > 1 else []
    return [*tasks[:-1], tasks[-1][: cuts[-1].start()], tasks[-1][cuts[-1].end() :]] if cuts else tasks
