"""The country or Canadian province that the words, codes, telephones and legal numbers of a paper tell together."""

from __future__ import annotations

import re

from extractors.fields.where.gazetteer import AREAS, COUNTRIES, DIALLING, POSTAL_PROVINCES, PROVINCES
from extractors.fields.where.towns import beside_provinces, beside_regions, one_of, towns

_COUNTRY = re.compile(rf"(?<![a-z])(?<!saint[- ])(?<!st[- ])(?<!air[- ])(?:{one_of(COUNTRIES)})(?![a-z])", re.ASCII)
_PROVINCE_LONG = re.compile(rf"(?<![a-z-])(?:{one_of(PROVINCES, 2)})(?![a-z-])", re.ASCII)
_POSTAL = re.compile(r"(?<![a-z0-9])([abceghj-nprstvxy])[0-9][a-z]\s?[0-9][a-z][0-9](?![a-z0-9])", re.ASCII)
_ZIP = re.compile(
    r",\s(?:a[lkzr]|c[aot]|d[ec]|fl|ga|hi|i[dlna]|k[sy]|la|m[edainsot]|n[evhjmycd]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[ta]"
    r"|w[aviy])\.?\s[0-9]{5}(?:-[0-9]{4})?(?![0-9])",
    re.ASCII,
)
"""A state's letters and a ZIP code, as only addresses in the United States have them."""
_DIALLED = re.compile(r"(?:\+\s?\(?0{0,2}|(?<![0-9/])(?<![0-9][ .-])00\s?)([1-9][0-9]{1,2})[\s()/.-]{1,2}(?=[(0-9])", re.ASCII)
_IN_BRACKETS = re.compile(r"(?<![0-9])\(([2-9][0-9]{2})\)\s?(?![0-9]{3}[\s.-][0-9]{4}(?![0-9]))(?=[0-9])", re.ASCII)
"""« (225) 27 20 55 01 88 »: a country's code, where the number behind it is not grouped as in North America."""
_NORTH_AMERICAN = re.compile(r"(?<![0-9+])(?:\+?1[\s.-]{1,2})?\(?([2-9][0-9]{2})\)?[\s./-]{1,2}[0-9]{3}[\s.-][0-9]{4}(?![0-9])", re.ASCII)
_EIRCODE = re.compile(r"(?<![a-z0-9])[ac-fhknprtv-y][0-9]{2} (?=[0-9]{0,3}[a-z])(?=[a-z]{0,3}[0-9])[ac-fhknprtv-y0-9]{4}(?![a-z0-9])",
                      re.ASCII)
"""« F94 X555 »: behind the district letters and figures."""
_LEGAL = (
    (re.compile(r"\bsiret\b|\bape [0-9]{4}|\brcs [a-z]|\bcode naf\b|\burssaf\b"), "FR"),
    (re.compile(r"\bgstin\b|\bcin\s?:? ?[ul][0-9]{5}[a-z]{2}"), "IN"),
    (re.compile(r"\bneq\b\s?:?\s?[0-9]{4}|\btvq\b|\bcnesst\b|\bc(?:iu)?sss\b|\bchsld\b|\bcegep\b"), "CA-QC"),
    (re.compile(r"\bice\b\s?:?\s?[0-9]{13}"), "MA"),
    (re.compile(r"\bche-[0-9]{3}\.[0-9]{3}|\bavs\b|\bch-[1-9][0-9]{3} [a-z]"), "CH"),
    (re.compile(r"\bonss\b|\bbce\b\s?:?\s?0[0-9]{3}"), "BE"),
    (re.compile(r"\bminesup\b|\bminefop\b"), "CM"),
    (re.compile(r"\bmf\s?:\s?[0-9]{6,7}/"), "TN"),
    (re.compile(r"\bsec reg|\bpag-?ibig\b|\bphilhealth\b"), "PH"),
    (re.compile(r"\bcnpj\b"), "BR"),
    (re.compile(r"\bnit\b:? ?[0-9]{3}"), "CO"),
    (re.compile(r"\bmenfp\b"), "HT"),
    (_EIRCODE, "IE"),
)
_CURRENCIES = (
    ("MA", r"[0-9]\s?(?:dhs?|mad)\b|dirhams?"),
    ("DZ", r"[0-9]\s?(?:dzd|da)\b|dinars? algeriens?"),
    ("TN", r"[0-9]\s?(?:tnd|dt)\b|dinars? tunisiens?"),
    ("IN", r"₹|\binr\b"),
    ("PH", r"₱|\bphp\b"),
    ("NG", r"₦|\bngn\b|\bnaira\b|\bn[0-9]{1,3},[0-9]{3}\b"),
    ("KE", r"\bkes\b|\bkshs?\b"),
    ("GH", r"\bghs\b|\bgh¢|\bcedis\b"),
    ("HT", r"\bhtg\b|\bgourdes\b"),
    ("CH", r"\bchf\b"),
    ("GB", r"£|\bgbp\b"),
    ("CO", r"\bcop\b|pesos colombi"),
    ("MX", r"\bmxn\b|pesos mexi[ck]"),
    ("BR", r"\bbrl\b|\breais\b"),
    ("CD", r"\bcdf\b|francs? congolais"),
    ("GN", r"\bgnf\b|francs? guineens?"),
    ("MG", r"\bmga\b|\bariary\b"),
    ("RW", r"\brwf\b"),
    ("LB", r"\blbp\b|livres? libanaises?"),
    ("PK", r"\bpkr\b"),
    ("BD", r"\bbdt\b|\btaka\b"),
    ("AE", r"\baed\b"),
    ("ZA", r"\bzar\b"),
)
_CURRENCY = tuple((country, re.compile(pattern)) for country, pattern in _CURRENCIES)
_SHARED = (
    (re.compile(r"\bf\.? ?cfa\b|francs? cfa|\bxof\b|\bxaf\b", re.ASCII),
     frozenset(("CM", "GA", "CG", "TD", "CF", "GQ", "SN", "CI", "BJ", "TG", "BF", "ML", "NE", "GW"))),
    (re.compile(r"€|\beuros?\b|\beur\b", re.ASCII), frozenset(("FR", "BE", "LU", "DE", "ES", "IT", "PT", "IE", "NL", "GR"))),
)
"""Money that several countries count in: it bears out one of them that something else tells."""
_FIVE_DIGITS = re.compile(r"(?<![0-9+-])(?<![0-9] )(?:0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}\s[a-z]{3}", re.ASCII)
_PAIRS = re.compile(r"(?<![0-9])0[1-9](?:[ .][0-9]{2}){4}(?![0-9])", re.ASCII)


def country_of(text: str, besides: str = "") -> tuple[str, int] | None:
    """The country or Canadian province that a plain text tells, and how many sorts of signs tell it, 0 where that is but the name
    of a town, which others may bear too, or the money; None where signs disagree. `besides` is where else the money may be named."""
    town, money = _towns(text), besides or text
    firm = [sign for sign in (_said(text), _posted(text), _dialled(text), _called(text), _legal(text), _french(text, money)) if sign]
    weak = [sign for sign in (_paid(money, firm[0] if firm else town), town) if sign]
    if firm == ["CA"] and weak and not any(_agree(sign, "CA") for sign in weak):
        firm = []  # Canada as a word only is where the person goes, where money or a town tell another country
    told = _one(firm or weak) or _one(_most(firm))
    if told is None:
        return None
    bearing, against = (sum(_agree(sign, told) is agree for sign in weak) for agree in (True, False))
    if firm:
        against += sum(not _agree(sign, told) for sign in firm)
        return told, max(0, len(firm) + bearing - 2 * against)
    return told, int(len(weak) > 1)


def _one(signs: list[str]) -> str | None:
    """What all signs tell, the province where some tell only the country; None where they disagree."""
    whole = {sign for sign in signs if sign.startswith("CA-")} or set(signs)
    return whole.pop() if len({sign[:2] for sign in signs}) == 1 and len(whole) == 1 else None


def _most(signs: list[str]) -> list[str]:
    """Those that agree where one sign alone speaks against two: an office of a country may bear another's mark."""
    sides = [[sign for sign in signs if sign[:2] == country] for country in {sign[:2] for sign in signs}]
    most = max(sides, key=len, default=[])
    return most if len(most) > 1 and len(signs) - len(most) == 1 else []


def _agree(one: str, other: str) -> bool:
    return one == other or ("CA" in (one, other) and one[:2] == other[:2])


_NIGER_STATE = re.compile(r"(?<![a-z])niger(?=[ ](?:state|delta))", re.ASCII)
"""A state of Nigeria, and no country."""


_QUARTER = re.compile(r"(?<![a-z])(?:quartier|rue|avenue|av\.|boulevard|bd|place|residence|immeuble|hotel|cite|villa) (?:du |de la |de "
                      r"|d'|air )?[a-z'-]+",
                      re.ASCII)
"""« quartier Maroc », « avenue de France »: named after a country."""


_BOUND_FOR = re.compile(
    r"(?:\b(?:ambassade|embassy|consulat[a-z]*|(?:haut[- ]commissariat|high commission)[a-z ]{0,20}) (?:du|de|of|to) (?:the )?"
    r"|\b(?:letter|lettre|visas?|demandes?|applications?|dossier|(?:im|e)?migra[a-z]+|(?:im|e)migre[a-z]*|settl[a-z]+|s'installer|s'etablir"
    r"|mov(?:e|es|ed|ing)|relocat[a-z]+|etablissement|installation|residen[a-z]+|projet|sejour|etudes?|studies|study)\b[^.\n]{0,30}?"
    r"\b(?:for|to|in|into|au|pour|vers)(?: le)? )(?:canada|quebec)\b", re.ASCII)
"""Where the reader of the paper is, or where the person means to go: « l'ambassade du Canada », "to settle in Canada"."""


_IF = re.compile(r"\b(?:if|should|si|when|once|hopes?|heart set on) (?:in |le |the )?(?:canada|quebec)\b", re.ASCII)
"""« if Canada doesn't work out »."""


def _said(text: str) -> str | None:
    text = _IF.sub(" ", _BOUND_FOR.sub(" ", text))
    provinces = {PROVINCES[match[0]] for match in _PROVINCE_LONG.finditer(text)} | set(beside_provinces(text))
    text = _QUARTER.sub(" ", _NIGER_STATE.sub(" ", text))
    countries = {COUNTRIES[match[0]] for match in _COUNTRY.finditer(text)} | set(beside_regions(text))
    if countries - {"CA"}:
        return countries.pop() if len(countries) == 1 else None
    return provinces.pop() if len(provinces) == 1 else ("CA" if countries and not provinces else None)


def _posted(text: str) -> str | None:
    if _ZIP.search(text):
        return "US"
    codes = {POSTAL_PROVINCES.get(match[1].upper()) for match in _POSTAL.finditer(text)}
    return codes.pop() if len(codes) == 1 else None


def _dialled(text: str) -> str | None:
    dialled = (DIALLING.get(match[1][:length]) for match in _DIALLED.finditer(text) for length in (3, 2))
    bracketed = (DIALLING.get(match[1]) for match in _IN_BRACKETS.finditer(text))
    return next((country for country in (*dialled, *bracketed) if country), None)


def _called(text: str) -> str | None:
    """The province of Canadian area codes."""
    provinces = {AREAS[match[1]] for match in _NORTH_AMERICAN.finditer(text) if match[1] in AREAS}
    return provinces.pop() if len(provinces) == 1 else None


def _legal(text: str) -> str | None:
    return next((country for pattern, country in _LEGAL if pattern.search(text)), None)


def _french(text: str, money: str) -> str | None:
    """France has its postal codes of five digits and its telephones of five pairs in common with others, but not with others that
    pay in euros."""
    euros = _SHARED[1][0].search(money)
    return "FR" if euros and (_FIVE_DIGITS.search(text) and _PAIRS.search(text)) else None


def _paid(text: str, told: str | None) -> str | None:
    """The country whose money the paper counts in; money that several share bears out one of them."""
    countries = {country for country, pattern in _CURRENCY if pattern.search(text)}
    if not countries and told is not None and any(told in of and pattern.search(text) for pattern, of in _SHARED):
        return told
    return countries.pop() if len(countries) == 1 else None


def _towns(text: str) -> str | None:
    countries = set(towns(text))
    return countries.pop() if len(countries) == 1 else None
