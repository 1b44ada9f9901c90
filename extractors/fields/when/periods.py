"""Periods in running text: from one date to another, since a date, until a date, to this day.

« du 01 au 31 mars 2023 » gives month and year once, at the end: the start shares them. What is only said to be « to date » ends
`present`. Leaves, trainings and projects have periods too, which are nobody's employment: their sentences are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.fields.finding import Span
from extractors.fields.when.date_words import MONTH, MONTHS
from extractors.fields.when.dates import DateFound, is_day

PRESENT = "present"
_NOW = (
    r"(?:the |le |au |a )?(?:present(?:e)?(?: (?:date|day|time))?|date\b|till date|now|today|this day|current(?:ly)?"
    r"|(?:ce|aujourd'hui|maintenant)(?: jour)?|aujourd'hui|ce jour|la date (?:de la presente|d'aujourd'hui)"
    r"|actuellement|jour d'aujourd'hui"
    r"|en cours|en poste|en emploi|ongoing|la fecha|la actualidad|actualidad)"
)
_TO = (
    r"(?:\s?/\s|\s?,?\s?(?:\([fa]\.?n\.?\)\s)?(?:inclusive(?:ly|ment)?,?\s)?(?:et (?:ce,? )?)?(?:jusqu'(?:au|a|en)|au|a|to|till|until|upto"
    r"|up to(?: the)?|through|and|et|-|hasta(?: el| la)?|al?|ate)\s?(?:le |the |el |en )?(?:(?:la )?fin(?: de| du mois de)? |(?:the "
    r")?end of )?)"
)
_BETWEEN = re.compile(rf"{_TO}$", re.ASCII)
_TO_NOW = re.compile(
    r"(?![\s,]{0,3}(?:date\b|(?:present|current)\s[a-z]))"  # « Date of joining : 17-Dec-2018 », and below « Date of confirmation »
    rf"[\s,]{{0,3}}(?:et (?:ce,? )?)?(?:(?:jusqu'(?:a|au)?|a|au|to|till|until|upto|up to|through|and|-"
    rf"|hasta)\s?)?{_NOW}(?![a-z])",
    re.ASCII,
)
_LINKED = re.compile(r"\s?(?:-|to\b|till\b|until\b|jusqu|a (?:ce jour|aujourd'hui)\b)", re.ASCII)
"""What makes a period of a date and this day by itself: "May 2016 - present", « mai 2016 à ce jour »."""
_FROM = re.compile(
    r"(?:\b(?:du|de|d'|entre(?: le)?|from|between|periode|period|des le|depuis(?: le)?|desde(?: el)?"
    r"|since)(?: the)?(?: period)?(?: of)?(?: le)?\s?|[(:]\s?|-\s)$",
    re.ASCII,
)
_SHARED = re.compile(
    rf"(?:\bdu|\bfrom|\bentre le|\bde|\bbetween)(?: the)?(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes"
    rf"|thurs|fri|satur|sun)day),?)?\s{{1,2}}(?P<day>0?[1-9]|[12][0-9]|3[01])(?:er|st"
    rf"|nd|rd|th)?(?:\s(?:of )?(?P<month>{MONTH}))?(?:\s?,)?\s{{1,2}}(?:au|to|et le|a|-|and"
    rf"|until)\s{{1,2}}(?:the |(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?$",
    re.ASCII,
)
_SHARED_MONTH = re.compile(rf"(?:\bde|\bd'|\bfrom|\bentre|\bbetween)\s?(?P<month>{MONTH})\s{{1,2}}(?:a|to|et|and|-)\s{{1,2}}$", re.ASCII)
_SHARED_EN = re.compile(
    rf"(?<![a-z])(?P<month>{MONTH})\.? (?P<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\s?(?:-|to|through|until)\s?$", re.ASCII)
"""« May 2 - August 26, 2022 »."""
_WEEKDAY = r"(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),?)?"
_PART_OF_A_MONTH = (r"(?:(?:the )?(?:first|second|third|fourth|last) week of|(?:the )?(?:beginning|middle|end) of|early|mid-?|late"
                    r"|(?:la )?(?:mi-?|fin(?: de)?)|(?:le )?debut(?: de)?)")
"""« à la mi-août 2020 », "in the third week of May 2016"."""
_SINCE = re.compile(
    r"(?:\bdepuis(?: le| l'annee| environ le)?|\bsince(?: the)?|\bw\.?\s?e\.?\s?f\.?|\bwith effect from"
    r"|\beffective(?: from)?|\ba (?:compter|partir) du|\ba partir de|\bdes le|\bdesde(?: el)?|(?<!dates )\bfrom|\bfirst (?:shift"
    r"|day)(?: [a-z]+){0,3} was(?: on)?(?: [a-z]{3,6}day,?)?"
    r"|\b(?:ayant|a) pris effet(?: le)?|\bprenant effet (?:au|du|le|des le|a compter du)"
    r"|\bavec effet (?:au|du|le)"
    r"|\bassumed duty(?: [a-z]+){0,5}? on|\btook up (?:service|duty|duties"
    r"|office|(?:his|her|the|this) (?:post|position|appointment|duties))"
    r"(?: [a-z]+){0,5}? on(?: the)?|\bstarting(?: on)?|\breported for (?:(?:his|her|their) first day(?: of work)?|work|duty|duties)(?: "
    r"[a-z]+){0,4}? on"
    r"|\bcommencing(?: on)?|\bas of|\bfirst day (?:of work |at work )?(?:with us |here )?was(?: on)?(?: [a-z]{3,6}day,?)?"
    r"|\b(?:embauche|engage|recrute|nomme"
    r"|titularise)e?s?(?: [a-z'.-]{1,20}){0,12}?(?: par [a-z' ]{3,40})?(?: comme [a-z' -]{3,40})?(?: le| en| depuis le| a compter du)"
    r"|\b(?:hired|appointed|recruited|employed|engaged|started|joined|commenced"
    r"|began)(?: [a-z.,'&-]{1,20}){0,9}? (?:on|in|since|from)"
    r"|\baccepted (?:for|to) (?:work|the (?:post|position)[a-z ]{0,40}) on"
    r"|\bcame to (?:us|our [a-z]{3,15}|work (?:for|with) (?:us|me))(?: [a-z.,'&-]{1,20}){0,6}? (?:on|in)"
    r"|(?:a commence|a debute|commenca|debuta|\bcommencee?|\bdebutee?|travaille|travaillait)(?: [a-z'-]{1,20}){0,9}? (?:le|depuis le"
    r"|des le)"
    r"|\ba pris (?:service|fonctions?|ses fonctions)(?: [a-z'-]{1,20}){0,6}? (?:le|en|depuis le)|\ba rejoint [a-z' -]{3,40} (?:le|en)"
    r"|\ba pris cours(?: le)?|\bmembre de [a-z' -]{3,40} depuis(?: le)?"
    r"|\b(?:began|begun|commenced|started) (?:his|her|their|the) [a-z .,'&-]{3,60} (?:on|in)"
    r"|(?:est|etait) entree? (?:chez nous|a notre emploi|dans notre [a-z]{4,14})(?: le| en)"
    r"|\breturned(?: [a-z.,'&-]{1,20}){0,6}? on|entree? (?:en (?:fonctions?|service|poste)|a notre service|dans [a-z' ]{3,30})(?: le| en)"
    r"|(?:hire|hiring|start|starting|joining|commencement) date(?: (?:is|was|of))?\s?:?|date of (?:joining|hire|appointment|engagement"
    r"|employment)(?: (?:is|was))?\s?:?"
    r"|date (?:d'(?:entree|embauche|engagement)|de (?:recrutement|debut)|de prise de (?:service|fonctions?))(?: (?:en (?:service"
    r"|fonctions?)|d'emploi))?\s?:?|recrutee? le|engagee? le"
    r"|\btransferred [a-z' ]{3,40} on|date d'embauche est(?: le)?|\bpromue? [a-z' -]{3,50} le"
    r"|\bpromoted to [a-z' -]{3,50} (?:on|in)|\bresumed (?:work |duty )?with (?:us|our [a-z]{3,15})(?: [a-z.,'&-]{1,20}){0,9}? on"
    r"|\bentered (?:the|our) [a-z]{4,15}(?: on| in)|\bentree? (?:au|a la|a l'|chez) [a-z' ]{2,30}?(?: le| en| a))"
    rf"(?: {_PART_OF_A_MONTH})?{_WEEKDAY} $",
    re.ASCII,
)
_UNTIL = re.compile(
    r"(?:\bjusqu'a (?:la|sa|son|l'|notre)\s?(?:fermeture|demission|depart|licenciement|retraite|fin)[a-z' -]{0,50}?,? le|\b(?:until|till"
    r"|when) (?:he|she|they) (?:[a-z]{4,12}ly )?(?:disengaged|resigned|left|retired|separated|exited)"
    r"(?: (?:from )?[a-z ]{2,40}?)?(?: on| in)?|\bjusqu'(?:au|a|en)|\buntil|\btill|\bup ?to|\bworked till"
    r"|\b(?:nous )?(?:a )?quitt(?:e|ee|ait"
    r"|er) (?:(?:l'entreprise|la societe|notre entreprise|ses fonctions|son poste|nos services"
    r"|nous)(?: de son plein gre)?(?: le)?|le)|\bderni(?:er|ere) jour(?:nee)?(?: de travail)?(?: (?:avec|chez) nous)?(?:,"
    r"| (?:a ete|etait|fut|est))?(?: le)?"
    r"|\b(?:a )?cess(?:e|ee|ait) (?:ses fonctions|son (?:activite|emploi|service)|toute activite|ses activites|d[e']\s?(?:travailler"
    r"|exercer)"
    r"(?: [a-z' ]{3,30})?)(?: le)?"
    r"|\bnous quitte (?:ce jour|aujourd'hui) \(|\bnous a quittee?s? (?:le|en)|s'est (?:terminee?|achevee?)(?: le)?|\b(?:ended"
    r"|finished)(?: on)?"
    r"|a pris fin(?: a son echeance)?,?(?: le)?|\brelieved (?:from|of)(?:(?!\bdated?\b)[a-z ,&-]){0,110}(?:of|on)"
    r"|\brelieved (?:on|w\.?e\.?f\.?"
    r"|with effect from)"
    r"|close of [a-z ]{3,30} of|last (?:shift|one) was(?: worked)?(?: on)?(?: [a-z]{3,6}day)?"
    r"|last (?:working )?day(?: of (?:work|employment"
    r"|service))?,?(?: (?:was|being|on|is))?|resigned (?:on"
    r"|effective)"
    r"|laid off on|dismissed (?:from (?:work|office|(?:his|her) (?:post|position)) )?on|(?:contract|employment) (?:expired|ended) on"
    r"|left (?:(?:the company|us|our employ) )?on"
    r"|date of (?:leaving|separation|termination)(?: / last working day)?\s?:?|last working day\s?:?"
    rf"|date de (?:sortie|depart|fin)(?: d'emploi)?\s?:?|hasta(?: el)?){_WEEKDAY} $",
    re.ASCII,
)
_ELSEWHERE = re.compile(
    r"\bpreavis|\brenewed up to|\brenouvelee? jusqu'au|\bfinancee?\b|\bfunded\b|\bnotice (?:period )?(?:served|worked)|\bdecision (?:n°|no)"
    r"|\bconges?\b|maternit|parental|\bleave\b|sabbatiq|absen[ct]|evaluat|review|formation en|training"
    r"|secouris|first aid|certifi(?:e|ed) (?:valid|en)|\bvalid|\bchantier\b|(?<!-)\bproje(?:t|ct)s?\b|fondee?|founded"
    r"|established|contrat (?:conclu|signe)|demande (?:recue|du)"
    r"|request(?: received)?|(?:votre|your) (?:lettre|letter)|lettre datee|letter dated|augmentation"
    r"|arret(?: de travail)?|vacances|holiday|suspen|reunion|agrandissement|inspection|\baudit\b|passeport"
    r"|passport|visa|permis|permit|cnss|\bcin\b|carte (?:nationale|d'identite)|prevoyance|mutuelle|complementaire|assurance|insurance"
    r"|service national|service militaire|\bmission\b|formulaire|convention(?! collective)|\bnee?\b|\bborn\b|anniversa|award"
    r"|\bechelon\b|libre de tout engagement|employee? (?:of the (?:month|quarter|year)"
    r"|du (?:mois|trimestre))|prix\b|warning|bonus|\b(?:ran|runs?)(?: (?:from|until|till|through))?\s*$|\bs'est deroulee?\b",
    re.ASCII,
)
_OF_A_TITLE = re.compile(
    r"\b(?:chef|chargee?|gestionnaire|direct(?:eur|rice)|coordonnat(?:eur|rice)|coordinat(?:eur|rice)|responsable|conduct(?:eur|rice)"
    r"|ingenieure?|agente?|conseill(?:er|ere)"
    r"|assistante?|technicien(?:ne)?|surveillante?|analyste"
    r"|specialiste|inspect(?:eur|rice)|superviseure?|control(?:eur|euse))[a-z ]{0,20} (?:de |d'|des |aux |en )(?:la )?[a-z-]+"
    r"|\b(?:service|bloc|unite|salle|departement|pavillon|clinique|ward|unit)s? (?:de (?:la )?)?maternite"
    r"|\b(?:project|training|(?:quality )?assurance|audit|holiday|award|visa|leave|inspection|review|permit|evaluation)s? (?:[a-z]+ "
    r")?(?:manager|engineer"
    r"|officer|coordinator|lead(?:er)?|director"
    r"|supervisor|assistant|analyst|specialist|senior|associate|consultant|administrator|clerk|planner|inspector|agent|trainer|tester|technician|auditor|control(?:ler)?|developer|designer|worker|operator)",
    re.ASCII,
)
"""Titles and wards whose words would speak of something else than the job: « chef de projet », "training officer", « bloc maternité »."""
_EMPLOYED = re.compile(
    r"emplo|travail|\bpostes?\b|\broles?\b|occup|fonction|serv(?:i[cr]|ed)|effectif|personnel|embauch|recrut|engag|worked"
    r"|working|\bworks?\b|held|holds|joined|tenure|position|hired|laboro|trabaj|cargo|salarie|exerc"
    r"|collabor|stage|intern|dispense|enseign|driv(?:en|ing)|teach|taught|en qualite|a titre d|relieved|activite|laid off|resign"
    r"|contrat|contract"
    r"|quitt|payroll|connected with|member of|membre d|tenure|deployed|mis(?:e)? a disposition|valued member|\bhir(?:e|ing)\b"
    r"|start(?:ing)? date|joining date|date d'(?:entree|embauche|engagement)|promot|promue?\b|dismissed|last (?:working )?day|dernier jour"
    r"|\bentered (?:the|our)\b|\bresumed (?:work |duty )?with\b|\bentree? (?:au|chez)\b|\bstarted\b|\bbegan\b|\bcommenced\b|nommee?\b"
    r"|appoint|part of (?:our|my|the) |partie de (?:notre|mon|l'equipe|nos)",
    re.ASCII,
)
_SENTENCE_END = re.compile(
    r"(?<=[a-z0-9)][a-z0-9)])(?<!\bltd)(?<!\brs)(?<!\bhrs)(?<!\bpvt)(?<!\bpte)(?<!\bets)(?<!\bcie)(?<!\bdept)(?<!\bgovt)(?<!\binc)(?<!tee)(?<!\bcorp)(?<!\bco)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!mme)(?<!\bno)(?<!\bst)(?<!\bdr)(?<!\bs\.[a-z])(?<!\.[a-z])[.;!](?=\s)"
    r"|\f|[•▪■●◦‣►✓✔√]",
    re.ASCII,
)


_MONTH_OF = re.compile(r"\b(?:mois (?:de |d')|month of )", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """`start` and `end` as read; `now` is where the text says that the period goes on. `surely`: in a sentence about
    employment."""

    span: Span
    start: DateFound | None
    end: DateFound | None
    now: Span | None = None
    surely: bool = True


def find_periods(text: str, dates: Sequence[DateFound], of_work: bool = True) -> Iterator[Period]:
    """The periods of plain text, left to right; those of leaves, trainings and births are left out where work is asked for."""
    text = _MONTH_OF.sub(lambda match: " " * len(match[0]), text)
    text, dates = _without_repeated(text, dates)
    taken = -1
    dates = sorted([*dates, *_years(text, dates)], key=lambda date: date.start)
    for number, date in enumerate(dates):
        if date.start < taken:
            continue
        following = dates[number + 1] if number + 1 < len(dates) else None
        period = _pair(text, date, following) or _shared(text, date) or _open(text, date)
        if period is not None and not (of_work and about_else(text, period.span)):
            taken = period.span[1]
            yield Period(
                period.span, period.start, period.end, period.now, _EMPLOYED.search(_sentence(text, period.span)) is not None
            )


def _without_repeated(text: str, dates: Sequence[DateFound]) -> tuple[str, list[DateFound]]:
    """The text and its dates without those in brackets that only repeat, in figures, the one in words before them."""
    kept: list[DateFound] = []
    for date in sorted(dates, key=lambda one: one.start):
        between = text[kept[-1].end : date.start].strip() if kept else ""
        if between == "(" and kept[-1].value == date.value and text[date.end : date.end + 1] == ")":
            text = text[: kept[-1].end] + " " * (date.end + 1 - kept[-1].end) + text[date.end + 1 :]
        else:
            kept.append(date)
    return text, kept


def stretch(text: str, span: Span) -> str:
    """A stretch of a text at its place, and blanks before it: what stands there is of other cells and sentences."""
    return " " * span[0] + text[slice(*span)]


_YEARS = re.compile(
    r"(?:\b(?:de|from|entre|between|periode|tenure)\s(?P<first>(?:19|20)[0-9]{2})\s?(?:a|to|et|and|-"
    r"|au)\s?(?P<second>(?:19|20)[0-9]{2})|\b(?:depuis|since)\s(?P<only>(?:19|20)[0-9]{2}))(?![0-9/.-])",
    re.ASCII,
)
_EACH_YEAR = re.compile(r"\b(?:chaque|each|every|saison[a-z]*|season[a-z]*)\b", re.ASCII)


def _years(text: str, dates: Sequence[DateFound]) -> Iterator[DateFound]:
    """Years alone, where two of them bound a time or one follows « depuis »; not those of a season that comes back."""
    for match in _YEARS.finditer(text):
        if _EACH_YEAR.search(text, max(0, match.start() - 60), match.start()) or any(
            date.start < match.end() and match.start() < date.end for date in dates
        ):
            continue
        for group in ("first", "second", "only"):
            if match[group]:
                yield DateFound(*match.span(group), match[group], "year", doubts=1)


def _before(text: str, position: int, length: int = 120) -> str:
    return " ".join(text[max(0, position - length) : position].split()) + " "


def _pair(text: str, date: DateFound, following: DateFound | None) -> Period | None:
    if (
        following is not None
        and following.value != date.value  # « 21 August 2024 / 21 août 2024 » is one day in two languages
        and following.start - date.end < 40
        and _BETWEEN.fullmatch(" ".join(text[date.end : following.start].split()) + " ")
    ):
        between = text[date.end : following.start]
        linked = "et" not in between.split() and "and" not in between.split()
        if linked or re.search(r"(?:entre|between)(?: le)? $", _before(text, date.start)):
            return Period((date.start, following.end), date, following)
    return None


def _shared(text: str, date: DateFound) -> Period | None:
    """« du 3 au 31 mars 2023 », « du 3 mai au 5 juin 2020 »: the start has the end's year, and its month if it has none."""
    if not is_day(date.value):
        return _shared_year(text, date)
    match = _SHARED.search(text, max(0, date.start - 40), date.start) or _SHARED_EN.search(text, max(0, date.start - 24), date.start)
    if match is None:
        return None
    month = MONTHS[match["month"]] if match["month"] else int(date.value[5:7])
    value = f"{date.value[:4]}-{month:02d}-{int(match['day']):02d}"
    if value > date.value:
        return None
    edges = [edge for group in ("day", "month") if match[group] for edge in match.span(group)]
    start = DateFound(min(edges), max(edges), value, "named", doubts=date.doubts)
    return Period((start.start, date.end), start, date)


def _shared_year(text: str, date: DateFound) -> Period | None:
    """« de mai à octobre 2021 »: the first month has the second one's year."""
    match = _SHARED_MONTH.search(text, max(0, date.start - 30), date.start) if len(date.value) == len("2021-10") else None
    value = f"{date.value[:4]}-{MONTHS[match['month']]:02d}" if match else ""
    if match is None or value >= date.value:
        return None
    start = DateFound(*match.span("month"), value, "month_year", doubts=date.doubts)
    return Period((start.start, date.end), start, date)


_ON_TRIAL = re.compile(r"\b(?:probation(?:ary period)?|trial(?: period)?|periode d'essai|stage probatoire)\b[^.]{0,30}$", re.ASCII)
"""« her probation ended on … »: what ended is not the job."""


_MADE_REGULAR = re.compile(r"\b(?:(?:passed|completed|cleared|finished) (?:his|her|their|the|a) [a-z -]{0,24}(?:probation|trial)[a-z ]{0,8}"
                           r"|(?:termine|complete|reussi) (?:sa|la|son|le) [a-z -]{0,24}(?:probation|essai)"
                           r"|regulari[sz]ed|made (?:regular|permanent)|granted permanent status)(?: [a-z]+){0,3} (?:on|in"
                           r"|effective|as of) $", re.ASCII)
"""« was hired on probation and regularized on … », "passed her probation on …": the job began before."""


def _open(text: str, date: DateFound) -> Period | None:
    """A date with « depuis » or « jusqu'au » before it; what goes on to this day says so behind it, or in the same sentence."""
    before = _before(text, date.start)
    now = _TO_NOW.match(text, date.end)
    if now is not None and now[0].strip() and (_LINKED.match(now[0]) or _FROM.search(before) or _SINCE.search(before)):
        return Period((date.start, now.end()), date, None, _tight(text, now.span()))
    if _UNTIL.search(before) and not _ON_TRIAL.search(before):
        return Period(date.span, None, date)
    if _SINCE.search(before) and not _MADE_REGULAR.search(before):
        return Period(date.span, date, None)
    return None


_DATES_LABEL = re.compile(r"\b(?:dates?|periode?s?|duree|duration)(?: (?:d'emploi|of (?:employment|service)))?\s?:\s*"
                          r"(?:de |du |from )?$", re.ASCII)
"""What stands before the time of an entry, whatever the entry above it spoke of."""


_BESIDES = re.compile(r",?\s(?:he|she|they|il|elle|[a-z]{2,4}\.? [a-z' -]{2,30}?) (?:was|were|acted|a|etait|a ete|assurait) (?:also"
                      r"|aussi|egalement)\b",
                      re.ASCII)
"""« From May to July he was also … »: what someone did beside the job."""


def about_else(text: str, span: Span) -> bool:
    """Whether the words between the last mark of a clause and a date or period speak of something else than the job."""
    if _DATES_LABEL.search(text, max(0, span[0] - 30), span[0]):
        return False
    if _BESIDES.match(text, span[1]):
        return True
    sentence_start = _sentence_start(text, span[0])
    clause = text[max(sentence_start, span[0] - 60) : span[0]]
    bracket = _OPENED.search(clause)
    clause = clause[: bracket.start()] if bracket else re.split(r"[,;(]\s", clause)[-1]
    return _ELSEWHERE.search(_MAIDEN.sub("", _OF_A_TITLE.sub("", clause))) is not None


_MAIDEN = re.compile(r"\bnee (?!(?:le|a|en|au|aux|vers)\b)[a-z'-]+", re.ASCII)
"""« Mme Koné née Touré »."""
_OPENED = re.compile(r"\([^()]{0,24},\s[^(),]{0,12}$")
"""« insurance (class B, since January 2017) »: what a bracket is about stands before it."""


def _sentence_start(text: str, position: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, position - 400), position)]
    return max(ends, default=max(0, position - 400))


def sentences(text: str) -> Iterator[Span]:
    """The sentences of plain running text, left to right."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _sentence(text: str, span: Span) -> str:
    end = _SENTENCE_END.search(text, span[1], min(len(text), span[1] + 200))
    return text[_sentence_start(text, span[0]) : end.start() if end else span[1] + 200]


def _tight(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    return span[0] + len(words) - len(words.lstrip(" ,\n\t")), span[1]
