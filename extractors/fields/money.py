"""Pay: an amount, its currency and the time it is for. A `$` or a franc is a currency only once the country is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.fields.finding import Span
from extractors.fields.numbers import NUMBER, amount, as_json


@dataclass(frozen=True, slots=True)
class PayFound:
    """A pay at `span`. `currency` is None where the sign alone does not tell it."""

    span: Span
    amount: int | float
    currency: str | None
    period: str
    doubts: int = 0


_SIGNS = {
    "$ cad": "CAD",
    "$cad": "CAD",
    "$ ca": "CAD",
    "cad $": "CAD",
    "cad$": "CAD",
    "cad": "CAD",
    "ca$": "CAD",
    "c$": "CAD",
    "$ can": "CAD",
    "dollars canadiens": "CAD",
    "canadian dollars": "CAD",
    "usd": "USD",
    "us$": "USD",
    "$ us": "USD",
    "$us": "USD",
    "$ usd": "USD",
    "dollars us": "USD",
    "euros": "EUR",
    "euro": "EUR",
    "eur": "EUR",
    "€": "EUR",
    "fcfa": "?CFA",
    "f": "?CFA",
    "f cfa": "?CFA",
    "f.cfa": "?CFA",
    "francs cfa": "?CFA",
    "cfa": "?CFA",
    "xof": "XOF",
    "xaf": "XAF",
    "dirhams": "MAD",
    "dhs": "MAD",
    "dh": "MAD",
    "mad": "MAD",
    "dinars algeriens": "DZD",
    "dzd": "DZD",
    "da": "DZD",
    "dinars tunisiens": "TND",
    "tnd": "TND",
    "dt": "TND",
    "rs.": "?RS",
    "rs": "?RS",
    "₹": "INR",
    "inr": "INR",
    "rupees": "?RS",
    "pkr": "PKR",
    "s/": "PEN",
    "s/.": "PEN",
    "php": "PHP",
    "n": "?N",
    "p": "?P",
    "xcd": "XCD",
    "rwf": "RWF",
    "frw": "RWF",
    "ugx": "UGX",
    "tzs": "TZS",
    "zar": "ZAR",
    "gnf": "GNF",
    "bdt": "BDT",
    "lkr": "LKR",
    "npr": "NPR",
    "clp": "CLP",
    "ars": "ARS",
    "pen": "PEN",
    "dop": "DOP",
    "try": "TRY",
    "tl": "TRY",
    "qar": "QAR",
    "kwd": "KWD",
    "omr": "OMR",
    "francs suisses": "CHF",
    "fr.": "?FR",
    "riyals": "SAR",
    "dinars": "?DINAR",
    "roupies": "?RS",
    "dollars americains": "USD",
    "us dollars": "USD",
    "gdes": "HTG",
    "₱": "PHP",
    "pesos": "?PESO",
    "colombian pesos": "COP",
    "pesos colombianos": "COP",
    "cop": "COP",
    "mxn": "MXN",
    "pesos mexicanos": "MXN",
    "m.n.": "MXN",
    "r$": "BRL",
    "brl": "BRL",
    "reais": "BRL",
    "ngn": "NGN",
    "₦": "NGN",
    "naira": "NGN",
    "kes": "KES",
    "ksh": "KES",
    "kshs": "KES",
    "ksh.": "KES",
    "kshs.": "KES",
    "ghs": "GHS",
    "gh¢": "GHS",
    "gbp": "GBP",
    "£": "GBP",
    "chf": "CHF",
    "htg": "HTG",
    "gourdes": "HTG",
    "$": "?DOLLAR",
    "dollars": "?DOLLAR",
    "cny": "CNY",
    "rmb": "CNY",
    "vnd": "VND",
    "uah": "UAH",
    "lbp": "LBP",
    "egp": "EGP",
    "ariary": "MGA",
    "ar": "MGA",
    "mga": "MGA",
    "cdf": "CDF",
    "aed": "AED",
    "sar": "SAR",
}
_BY_COUNTRY = {
    "?DOLLAR": {"CA": "CAD", "US": "USD", "CO": "COP", "MX": "MXN", "AU": "AUD", "CL": "CLP", "AR": "ARS"},
    "?CFA": {
        **dict.fromkeys(("CM", "GA", "CG", "TD", "CF", "GQ"), "XAF"),
        **dict.fromkeys(("SN", "CI", "BJ", "TG", "BF", "ML", "NE", "GW"), "XOF"),
    },
    "?RS": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"},
    "?N": {"NG": "NGN"},
    "?P": {"PH": "PHP"},
    "?FR": {"CH": "CHF"},
    "?DINAR": {"DZ": "DZD", "TN": "TND"},
    "?PESO": {"PH": "PHP", "CO": "COP", "MX": "MXN", "AR": "ARS", "CL": "CLP"},
}
_SIGN = "|".join(sorted((re.escape(sign) for sign in _SIGNS), key=len, reverse=True))
_MONEY = re.compile(
    rf"(?:(?<![a-z])(?P<before>{_SIGN})[ \n]{{0,2}}(?:\$[ ]?)?)?(?<![0-9])(?<![0-9][.,])(?P<amount>{NUMBER})(?P<times>\s?(?:k|lakhs?|lacs?"
    rf"|millions?|crores?"
    rf"|lpa)(?![a-z]))?(?:\s?/[-=]"
    rf"|\.[-–—]{{1,2}}(?=\s))?(?:[ \n]{{1,2}}\([a-z' \n-]{{8,90}}\)(?=\s))?(?:\)?[ \n]{{0,2}}(?P<after>{_SIGN})(?![a-z])(?!\.\s?[am]\b)"
    rf"(?!(?:(?<=rs\.)|(?<=rs)|(?<=₹)|(?<=₱))\.?\s?[0-9]))?",
    re.ASCII,
)

_PERIODS = (
    ("two_weeks", (r"par periode de paie \((?:2|deux) sem[a-z]*\.?\)|(?:aux|par|chaque|toutes les) (?:deux|2) semaines|bi-?weekly"
                   r"|every two weeks|per two weeks|a la quinzaine")),
    ("hour", r"(?:de )?l'heure|(?:/|par|per|an|a|each) ?\s?h(?:eure|our|r)?\b|hourly|horaire|\btaux hor\.|/ ?h\b|por hora"),
    ("day", r"par jour|per day|a day|/ ?jour|/ ?day|journalier|daily|per diem"),
    ("week", r"(?:par|chaque) semaine|(?:per|each|every) week|a week|/ ?semaine|/ ?sem\b|weekly|hebdomadaire"),
    ("month", (r"(?:par|chaque) (?:fin de )?mois|le mois\b|(?:per|each|every) month|a month|/ ?mois|/ ?month|monthly|mensuel(?:le|lement"
    r"|s)?\b|mensual(?:es)?|/ ?mes\b|(?:por"
               r"|al|ao) mes\b|per mensem"
               r"|pm\b|p\.\s?m\b")),
    (
        "year",
        (
            r"(?:par|chaque) an(?:nee)?\b|per (?:annum|year)|a year|an(?:nu(?:ally|el(?:le|lement)?)|num)\b|/ ?an(?:nee)?\b"
            r"|/ ?y(?:ea)?r\b|yearly|annual\b|p\.?a\.?(?![a-z])|anual(?:es)?|l'an\b|ctc"
        ),
    ),
)
_PERIOD = tuple((name, re.compile(pattern, re.ASCII)) for name, pattern in _PERIODS)
_PAYMENT = re.compile(r"(?:verse|paye|paid|payable|remis)e?s?\b.{0,30}", re.ASCII)
_HOURS_OF_WORK = re.compile(
    r"(?:\b(?:pour|for|a raison de|based on|sur la base de|soit)\s(?:an?\s|un\s|une\s)?[^.]{0,30}?|[(,]\s?)"
    r"(?:\b(?:horaire|semaine|week|workweek)\b|[0-9][0-9.,]*\s?(?:h\b|heures|hours|hrs)).*",
    re.ASCII | re.DOTALL,
)
"""How long one works for a pay is not what the pay is for: « 450 000 F pour un horaire de 40 heures par semaine »."""
_CUE = re.compile(
    r"(?<!sur)salaires?|salary|salario|emoluments?|remunerat|remunerac|honoraires|(?<!vacation )(?<!holiday )\bpay\b|\bversions\b"
    r"|\bversait\b|\bpaie\b|\b(?:is|was) paid\b"
    r"|\bwages?\b|earn(?:s|ed|ing)?\b|taux\b|traitement"
    r"|compensation|stipend|\bcost to (?:the )?company|\bctc\b|gratification|gagne|touche|percoit|percevait|appointements|sueldo|rate of",
    re.ASCII,
)
_NOT_PAY = re.compile(
    r"bonus|sursalaire|supplement|prime de|allowance|indemnite|deduct|retenue|net a payer|net pay|balance|solde|loan|pret"
    r"|budget|chiffre d'affaires|revenue|turnover|capital|assur|insur",
    re.ASCII,
)


_BESIDES = re.compile(r"\b(?:hors|sans|excluding|exclusive of|before|not including|sans compter)\s[^.;,0-9]{3,60},", re.ASCII)
"""« rémunération brute, hors primes et indemnités, … »: what the pay is told without, up to the comma; an amount before that is of it."""
_ONCE = re.compile(r"\b(?:first|starting|initial|premiere?|initiale?)\s$", re.ASCII)
_AT_FIRST = re.compile(r"\s(?:initiale?|de depart|d'embauche|d'entree)\b", re.ASCII)
"""« His first wage with us was … »: what someone earned once."""
_FIRST_PAY = re.compile(r"\b(?:first|starting|initial) (?:wage|salary|pay|rate)\b[^.;]*$|\b(?:started|began|commence) (?:at|on"
                        r"|a)\s$", re.ASCII)


def find_pay(text: str) -> Iterator[PayFound]:
    """Amounts of plain running text that are said to be someone's pay for a time; last and in doubt what was earned at first."""
    at_first: list[PayFound] = []
    for cue in _CUE.finditer(text):
        once = _ONCE.search(text, max(0, cue.start() - 16), cue.start()) or _AT_FIRST.match(text, cue.end())
        stop = min(len(text), cue.end() + 110)
        for match in _MONEY.finditer(text, cue.end(), stop):
            if (
                not (match["before"] or match["after"])
                or _NOT_PAY.search(_BESIDES.sub("", text[cue.end() : match.start()]))
                or _ended(text[cue.end() : match.start()])
            ):
                continue
            found = _pay(text, match, max(0, cue.start() - 20))
            if found is not None:
                if once:
                    at_first.append(replace(found, doubts=found.doubts + 2))
                else:
                    yield found
                break
    yield from _rates(text)
    yield from at_first


def _rates(text: str) -> Iterator[PayFound]:
    """An amount with its period right behind it, without any word of pay: `$30.00 per hour`."""
    for match in _MONEY.finditer(text):
        before = max(0, match.start() - 40), match.start()
        if (match["before"] or match["after"]) and not _NOT_PAY.search(text, *before) and not _FIRST_PAY.search(text, *before):
            found = _pay(text, match, match.start())
            if found is not None:
                yield PayFound(found.span, found.amount, found.currency, found.period, found.doubts + 1)


def pay_beside_label(text: str, span: Span, label: Span) -> PayFound | None:
    """The pay in the value of a label that asks for it; the label may say for what time."""
    told = (_pay(text[: span[1]], match, label[0]) for match in _MONEY.finditer(text, *span) if match["before"] or match["after"])
    return next((pay for pay in told if pay is not None), None)


def in_country(currency: str | None, country: str | None) -> str | None:
    """The currency that a sign means in a country; None where it is not known."""
    if currency is None or not currency.startswith("?"):
        return currency
    return _BY_COUNTRY[currency].get((country or "")[:2])


_THOUSANDTHS = frozenset(("TND", "KWD", "OMR", "BHD", "JOD", "?DINAR"))
"""Currencies of a thousand parts, whose amounts are printed with three decimals: « 920,500 DT »."""


def _in_thousandths(text: str, currency: str | None) -> tuple[float, bool] | None:
    """An amount of such a currency: three figures behind its one comma are decimals, in doubt; none where that is no amount to live on."""
    whole, comma, part = text.replace(" ", "").partition(",")
    if currency not in _THOUSANDTHS or not comma or len(part) != 3 or not whole.isdigit() or int(whole) < 100:
        return None
    return float(f"{whole}.{part}"), True


def _pay(text: str, match: re.Match[str], cue_start: int) -> PayFound | None:
    parsed = _in_thousandths(match["amount"], _sign(match)) or amount(match["amount"])
    period, end = _period(text, match, cue_start)
    if parsed is None or period is None or parsed[0] <= 0 or match["times"] or _in_range(text, match):
        return None
    currency = _sign(match)
    if re.match(r"\s{0,2}(?:colombian pesos|pesos colombianos)", text[match.end() : match.end() + 22]):
        currency = "COP"
    odd = period == "hour" and currency in ("CAD", "USD", "EUR", "?DOLLAR") and not 5 <= parsed[0] <= 300
    return PayFound((match.start(), end), as_json(parsed[0]), currency, period, bool(parsed[1]) + 2 * odd)


def _sign(match: re.Match[str]) -> str | None:
    """The currency of an amount by the signs before and behind it, the plainer one first."""
    signs = [_SIGNS[sign] for sign in (match["before"], match["after"]) if sign]
    return next((sign for sign in signs if not sign.startswith("?")), signs[0] if signs else None)


_RANGED = re.compile(rf"\s?(?:-|a|to|et|and|or|ou)\s?(?:{_SIGN})?\s?[0-9][0-9., ]*\s?(?:{_SIGN}|/|per\b|par\b|an\b|a\b|l'heure"
                     rf"|de l')", re.ASCII)
_RANGED_BEFORE = re.compile(rf"[0-9](?:[0-9.,]*[0-9])?\s?(?:{_SIGN})?\s?(?:-|a|to|et|and|or|ou)\s?$", re.ASCII)


def _in_range(text: str, match: re.Match[str]) -> bool:
    """Whether an amount is one end of a range, or what a pay rose to: no value to be sure of."""
    before = _RANGED_BEFORE.search(text, max(0, match.start() - 24), match.start())
    return before is not None or _RANGED.match(text, match.end()) is not None


def _period(text: str, match: re.Match[str], cue_start: int) -> tuple[str | None, int]:
    """What the pay is for: said right behind the amount, else in the words before it. How often it is paid out does not count."""
    behind = _PAYMENT.sub(lambda paid: " " * len(paid[0]), text[match.end() : match.end() + 45])
    behind = _HOURS_OF_WORK.sub("", behind)
    behind = re.split(r"[.;\n](?:\s|$)|, ", behind)[0] if not re.match(r"\s?[.;,]", behind) else ""
    after = [(found.start(), name, found.end()) for name, pattern in _PERIOD if (found := pattern.search(behind))]
    if after:
        _, name, end = min(after)
        return name, match.end() + end
    before = text[cue_start : match.start()]
    said = [(found.start(), name) for name, pattern in _PERIOD for found in pattern.finditer(before)]
    return (max(said)[1], match.end()) if said else (None, match.end())


def _ended(between: str) -> bool:
    """Whether a sentence ends between the word of pay and the amount."""
    return re.search(r"[a-z]{4,}[.;]\s", between) is not None
