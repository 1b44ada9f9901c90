"""The town of an address as printed, with the province, state or country beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.fields.finding import Span
from extractors.fields.where.gazetteer import CITIES, COUNTRIES, PROVINCE_MARKS, REGIONS


def one_of(names: dict[str, str], least: int = 0) -> str:
    """A pattern of all names of a table with more than so many letters, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if len(name) > least)


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A town with what tells its country, as printed. `sure`: a postal code, province, state or country stands beside it."""

    span: Span
    country: str | None
    sure: bool = True


_STREET = (
    r"(?:rue|boul|boulevard|av|ave|avenue|chemin|ch|route|rang|place|quai|allee|impasse|street|st|road|rd|drive|lane|way|suite|unit"
    r"|via|km|bureau|local|bp|b\.p|c\.p|cp|cedex|tel|telephone|phone|ph|fax|quartier|lot|villa|box|floor|etage|siege|head office)"
)
_TOWN = rf"(?:(?:code postal|postal code)\s)?(?!{_STREET}\b)(?P<town>[a-z][a-z.' -]{{1,40}}?)"
_EDGE = r"(?:(?<![^\n\t\f])\s?|[,;·|(\[:]\s?|\s-\s|[0-9]\s|\bvia\s)"
_CODE = r"[abceghj-nprstvxy][0-9][a-z]\s?[0-9][a-z][0-9](?![a-z0-9])"
_PROVINCE = (
    rf"(?:\s{{0,2}}\(\s?(?P<inside>{one_of(PROVINCE_MARKS)})\s?\)|\s?,\s?(?P<after>{one_of(PROVINCE_MARKS)})(?![a-z])(?=\s?$"
    rf"|\s?[\n\t\f,.·|()\]-]|\s{{1,2}}(?:{_CODE}|[0-9(+]))"
    rf"|\s(?P<bare>qc|on|nb|ns|mb|sk|ab|bc|pe|nl)(?=[\s,]{{1,2}}{_CODE}))"
)
_CANADIAN = re.compile(rf"{_EDGE}{_TOWN}{_PROVINCE}", re.ASCII)
_ABROAD = re.compile(
    rf"{_EDGE}{_TOWN}(?P<code>\s?-?\s?(?:bp )?[0-9]{{3,6}}(?:\s[0-9]{{3}})?)?(?:\s?[,/]\s?|\s?-\s?|\s?\()"
    rf"(?P<country>{one_of(COUNTRIES | REGIONS)})(?![a-z])", re.ASCII)
_AMERICAN = re.compile(
    rf"{_EDGE}{_TOWN},\s(?:a[lkzr]|c[aot]|d[ec]|fl|ga|hi|i[dlna]|k[sy]|la|m[edainsot]|n[evhjmycd]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[ta]"
    r"|w[aviy])\.?\s[0-9]{5}(?![0-9])", re.ASCII)
_END_OF_TOWN = r"(?=\s?$|\s?[,·|\t\n\])(:]|\s-|\scedex|\.\s|\.?$)"
_POSTCODE_TOWN = re.compile(
    rf"(?<![0-9+-])(?<![0-9] )[0-9]{{5}}\s(?P<town>[a-z][a-z.' -]{{2,30}}?){_END_OF_TOWN}", re.ASCII)
_SHORT_POSTCODE_TOWN = re.compile(
    rf"(?:(?<![^\n\t\f])\s?|[,·|]\s?|\s-\s)(?P<code>(?:(?:ch|b|be|l|lu)-\s?)?[1-9][0-9]{{3}})\s(?P<town>[a-z][a-z.' -]{{2,30}}?)"
    rf"{_END_OF_TOWN}", re.ASCII)
_TOWN_POSTCODE = re.compile(
    rf"{_EDGE}(?P<town>{one_of(CITIES)})(?:,|\s-)?\s?-?\s?(?:[0-9]{{6}}|[0-9]{{3}}\s[0-9]{{3}}|[0-9]{{4,5}})(?![0-9])", re.ASCII)
_BRITISH = re.compile(
    rf"{_EDGE}(?P<town>[a-z][a-z.'-]{{2,25}}(?:\s[a-z]{{3,12}})?)(?P<british>,?\s[a-z]{{1,2}}[0-9][0-9a-z]?\s[0-9](?!st|nd|rd"
    rf"|th)[abd-hjlnp-uw-z]{{2}})(?![a-z0-9])",
    re.ASCII)
_KNOWN = re.compile(rf"(?<![a-z-])(?P<town>{one_of(CITIES)})(?![a-z-])", re.ASCII)
_OF_STREET = re.compile(
    r"(?:rue|avenue|av\.?|boulevard|boul\.?|bd|place|route|chemin|quai|cours|porte|gare|faubourg|universit[ey]|academie|rcs|barreau)"
    r"\s(?:de |d'|du |des |of )?$", re.ASCII)
_CITY_OF = re.compile(r"(?:^|[\n\t,·|]\s?)(?P<city>[a-z][a-z' -]{2,30} city)(?:\s[0-9]{4})?,\s$", re.ASCII)
"""« Lapu-Lapu City, Cebu 6015, Philippines »: before the province stands the town."""
_OF_STATE = re.compile(r"(?:^|[\n\t,·|]\s?)(?:[0-9]{5}\s)?(?P<city>[a-z][a-z' -]{2,30}),\s$", re.ASCII)
"""« 76130 Querétaro, Qro., México »: before the letters of its state."""
_THEN_STREET = re.compile(r"\s(?:street|road|avenue|highway|expressway|boulevard|drive|lane|ave\b|st\b|rd\b)", re.ASCII)
"""« rue de Paris », "Lagos Road": streets that bear the name of another town."""
_LONG_STATE = 6
"""Fewer letters with a full stop behind them stand for a state."""
_SHORT_CODES = ("CH", "BE", "LU")
"""Where postal codes have four digits, as house numbers and years have: without the country's letters only known towns count."""
_NO_TOWN = re.compile(
    r"\b(?:universit[ye]|institute?s?|inc|ltd|ltee|limited|services?|department|direction|faculty|faculte|school|ecole|college|group"
    r"|groupe|societe|company|state|district|province|region|of|and|tax|semester|page|the|in|at|to"
    r"|road|street|avenue|drive|lane|nagar|area|phase|sector|highway|expressway|building|tower|floor)\b", re.ASCII)


def find_place(text: str, span: Span) -> PlaceFound | None:
    """The town of an address in a stretch of plain text, with its province or country where it is printed beside it."""
    for pattern in (_CANADIAN, _AMERICAN, _ABROAD, _POSTCODE_TOWN, _SHORT_POSTCODE_TOWN, _TOWN_POSTCODE, _BRITISH, _KNOWN):
        for match in sorted(pattern.finditer(text, *span), key=lambda one: -one.start() if pattern is _KNOWN else one.start()):
            found = _place(match, pattern)
            if found is not None:
                return found
    return None


def _place(match: re.Match[str], pattern: re.Pattern[str]) -> PlaceFound | None:
    named, town = match.groupdict(), match["town"].strip()
    if pattern is _KNOWN and _names_street(match):
        return None
    if pattern not in (_CANADIAN, _KNOWN) and _NO_TOWN.search(town):
        return None
    if named.get("country"):
        end = match.end("town" if named["code"] else "country")
        state = town.endswith(".") and len(town) < _LONG_STATE
        city = (_OF_STATE if state else _CITY_OF).search(match.string, max(0, match.start("town") - 50), match.start("town"))
        start = city.start("city") if city else match.start("town")
        closed = end == match.end("country") and "(" in match.string[start:end] and match.string[end : end + 1] == ")"
        return PlaceFound((start, end + closed), COUNTRIES.get(named["country"]) or REGIONS[named["country"]])
    if pattern is _CANADIAN:
        return _canadian(match)
    if pattern is _SHORT_POSTCODE_TOWN and match["code"].isdigit() and CITIES.get(town) not in _SHORT_CODES:
        return None
    known = CITIES.get(town)
    country = known or ("US" if pattern is _AMERICAN else "GB" if pattern is _BRITISH else None)
    sure = pattern is not _KNOWN and (known is not None or pattern in (_AMERICAN, _BRITISH, _POSTCODE_TOWN, _SHORT_POSTCODE_TOWN))
    return PlaceFound((match.start("town"), match.start("town") + len(town)), country, sure)


def _names_street(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 24) : match.start()]
    return _OF_STREET.search(before) is not None or _THEN_STREET.match(match.string, match.end()) is not None


def _canadian(match: re.Match[str]) -> PlaceFound:
    group = next(group for group in ("inside", "after", "bare") if match[group])
    end = {"inside": match.end(), "after": match.end("after"), "bare": match.end("town")}[group]
    return PlaceFound((match.start("town"), end), PROVINCE_MARKS[match[group]])


def known_towns(text: str) -> Iterator[Span]:
    """Where a plain text names towns that are known."""
    return (match.span("town") for match in _KNOWN.finditer(text))


def towns(text: str) -> Iterator[str]:
    """The countries of the known towns that a plain text names."""
    return (CITIES[match[0]] for match in _KNOWN.finditer(text))


def beside_provinces(text: str) -> Iterator[str]:
    """The provinces that stand beside towns."""
    return (PROVINCE_MARKS[match[group]] for match in _CANADIAN.finditer(text) for group in ("inside", "after", "bare") if match[group])


def beside_regions(text: str) -> Iterator[str]:
    """The countries of the states that stand beside towns."""
    return (REGIONS[match["country"]] for match in _ABROAD.finditer(text)
            if match["country"] not in COUNTRIES and not _NO_TOWN.search(match["town"]))
