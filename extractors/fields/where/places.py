"""Where an address is: its town as printed, and the country or Canadian province that its words, postal code or telephone
tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.fields.finding import Span
from extractors.fields.where.gazetteer import CITIES, COUNTRIES, DIALLING, POSTAL_PROVINCES, PROVINCES


def _names(table: dict[str, str], least: int = 0) -> str:
    return "|".join(re.escape(name) for name in sorted(table, key=len, reverse=True) if len(name) > least)


_COUNTRY = re.compile(rf"(?<![a-z])(?:{_names(COUNTRIES)})(?![a-z])", re.ASCII)
_PROVINCE_LONG = re.compile(rf"(?<![a-z-])(?:{_names(PROVINCES, 2)})(?![a-z-])", re.ASCII)
_CITY = re.compile(rf"(?<![a-z-])(?:{_names(CITIES)})(?![a-z-])", re.ASCII)
_POSTAL = re.compile(r"(?<![a-z0-9])([abceghj-nprstvxy])[0-9][a-z]\s?[0-9][a-z][0-9](?![a-z0-9])", re.ASCII)
_DIALLED = re.compile(r"\+\s?0{0,2}([1-9][0-9]{1,3})[\s(/.-]")
_LEGAL = (
    (re.compile(r"\bsiret\b|\bape [0-9]{4}"), "FR"),
    (re.compile(r"\bgstin\b|\bcin:? ?[ul][0-9]{5}[a-z]{2}"), "IN"),
    (re.compile(r"\bneq\b\s?:?\s?[0-9]{10}|\btvq\b"), "CA-QC"),
    (re.compile(r"\bice\b\s?:?\s?[0-9]{13}"), "MA"),
    (re.compile(r"\bsec reg"), "PH"),
    (re.compile(r"\bcnpj\b"), "BR"),
    (re.compile(r"\bnit\b [0-9]{3}"), "CO"),
    (re.compile(r"\bminesup\b"), "CM"),
)


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A town with what tells its country, as printed."""

    span: Span
    country: str | None


_STREET = (
    r"(?:rue|boul|boulevard|av|avenue|chemin|ch|route|place|quai|allee|impasse|street|st|road|rd|drive|lane|way|suite"
    r"|bureau|local|bp|b\.p|cedex|tel|telephone|phone|quartier|lot)"
)
_TOWN = rf"(?!{_STREET}\b)(?P<town>[a-z][a-z.' -]{{1,40}}?)"
_PROVINCE_MARK = (
    r"(?:\s{0,2}\(\s?(?P<inside>quebec|qc|ontario|on|nouveau-brunswick|new brunswick|nb|manitoba|mb|alberta|ab"
    r"|[a-z -]{6,30})\s?\)|\s?,\s?(?P<after>qc|quebec|ontario|on|nb|ns|mb|sk|ab|bc|pe|nl|new brunswick"
    r"|nova scotia|manitoba|alberta|british columbia|saskatchewan))"
)
_CANADIAN = re.compile(
    rf"(?:^|[,·|\t\n]\s?|\s-\s"
    rf"|[0-9]\s){_TOWN}{_PROVINCE_MARK}(?![a-z])(?:[\s,-]{{1,3}}{_POSTAL.pattern})?",
    re.ASCII,
)
_ABROAD = re.compile(
    rf"(?:^|[,·|\t\n]\s?|\s-\s|[0-9]\s){_TOWN}(?:\s(?:bp )?[0-9]{{3,6}})?(?:\s?,\s?|\s?-\s?"
    rf"|\s?\()(?P<country>{_names(COUNTRIES)})(?![a-z])",
    re.ASCII,
)
_KNOWN = re.compile(rf"(?<![a-z-])(?P<town>{_names(CITIES)})(?![a-z-])", re.ASCII)
_POSTCODE_TOWN = re.compile(
    r"(?<![0-9+-])(?<![0-9] )[0-9]{5}\s(?P<town>[a-z][a-z.' -]{2,30}?)(?=\s?$|\s?[,·|\t\n]|\s-"
    r"|\scedex)",
    re.ASCII,
)


def find_place(text: str, span: Span) -> PlaceFound | None:
    """The town of an address in a stretch of plain text, with its province or country where it is printed beside it."""
    for pattern in (_CANADIAN, _ABROAD, _POSTCODE_TOWN, _KNOWN):
        for match in pattern.finditer(text, *span):
            if (found := _place(match)) is not None:
                return found
    return None


def _place(match: re.Match[str]) -> PlaceFound | None:
    named = match.groupdict()
    if named.get("country"):
        return PlaceFound((match.start("town"), match.end("country")), COUNTRIES[named["country"]])
    province = (named.get("inside") or named.get("after") or "").strip()
    if province:
        code = PROVINCES.get(province)
        return (
            PlaceFound(
                (match.start("town"), match.end("inside" if named.get("inside") else "after") + bool(named.get("inside"))), code
            )
            if code
            else None
        )
    return PlaceFound(match.span("town"), CITIES.get(match["town"].strip()))


def country_of(text: str, besides: str = "") -> tuple[str, int] | None:
    """The country or Canadian province that a plain text tells, and how many sorts of signs tell it, 0 where that is but the name
    of a town, which others may bear too; None where signs disagree. `besides` is where else the money may be named."""
    town = _towns(text)
    signs = [sign for sign in (_said(text), _posted(text), _dialled(text), _legal(text), _paid(besides or text, town), town) if sign]
    whole = {sign for sign in signs if sign.startswith("CA-")} or set(signs)
    if len({sign[:2] for sign in signs}) != 1 or len(whole) != 1:
        return None
    return whole.pop(), 0 if signs == [town] else len(signs)


def _said(text: str) -> str | None:
    provinces = {PROVINCES[match[0]] for match in _PROVINCE_LONG.finditer(text)} | {
        PROVINCES[match["after"]] for match in _CANADIAN.finditer(text) if match["after"] in PROVINCES
    }
    countries = {COUNTRIES[match[0]] for match in _COUNTRY.finditer(text)}
    if countries - {"CA"}:
        return countries.pop() if len(countries) == 1 else None
    return provinces.pop() if len(provinces) == 1 else ("CA" if countries and not provinces else None)


_ZIP = re.compile(
    r",\s(?:a[lkzr]|c[aot]|d[ec]|fl|ga|hi|i[dlna]|k[sy]|la|m[edainsot]|n[evhjmycd]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[ta]|w[aviy])\.?\s[0-9]{5}(?:-[0-9]{4})?(?![0-9])",
    re.ASCII,
)
"""A state's letters and a ZIP code, as only addresses in the United States have them."""


def _posted(text: str) -> str | None:
    if _ZIP.search(text):
        return "US"
    codes = {POSTAL_PROVINCES.get(match[1].upper()) for match in _POSTAL.finditer(text)}
    return codes.pop() if len(codes) == 1 else None


def _dialled(text: str) -> str | None:
    for match in _DIALLED.finditer(text):
        for length in (3, 2):
            if (code := DIALLING.get(match[1][:length])) is not None:
                return code
    return None


def _legal(text: str) -> str | None:
    return next((country for pattern, country in _LEGAL if pattern.search(text)), None)


_CURRENCIES = (
    ("MA", r"[0-9]\s?(?:dhs?|mad)\b|dirhams?"),
    ("DZ", r"[0-9]\s?(?:dzd|da)\b|dinars? algeriens?"),
    ("TN", r"[0-9]\s?(?:tnd|dt)\b|dinars? tunisiens?"),
    ("IN", r"₹|\binr\b"),
    ("PH", r"₱|\bphp\b"),
    ("NG", r"₦|\bngn\b|\bnaira\b"),
    ("KE", r"\bkes\b|\bkshs?\b"),
    ("HT", r"\bhtg\b|\bgourdes\b"),
)
_CURRENCY = tuple((country, re.compile(pattern)) for country, pattern in _CURRENCIES)
_CFA = re.compile(r"\bf\.? ?cfa\b|francs? cfa|\bxof\b|\bxaf\b", re.ASCII)
_IN_CFA = frozenset(("CM", "GA", "CG", "TD", "CF", "GQ", "SN", "CI", "BJ", "TG", "BF", "ML", "NE", "GW"))


def _paid(text: str, town: str | None) -> str | None:
    """The country whose money the paper counts in; the CFA franc bears out a town of the countries that share it."""
    countries = {country for country, pattern in _CURRENCY if pattern.search(text)}
    if not countries and town in _IN_CFA and _CFA.search(text):
        return town
    return countries.pop() if len(countries) == 1 else None


def _towns(text: str) -> str | None:
    countries = {CITIES[match[0]] for match in _CITY.finditer(text)}
    return countries.pop() if len(countries) == 1 else None
