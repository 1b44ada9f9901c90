"""Where the words of a translator begin, below a translated paper: they are no part of it, nor are the names and dates in them."""

from __future__ import annotations

import re

_STATES = re.compile(
    r"^(?=\W*(?:translator'?s? |note (?:du|de la) traduct|certificat(?:e|ion) (?:of translation|de traduction)|certifi(?:ed|ee) translation"
    r"|je\b|i\b|the undersigned|l[ea] soussigne|nous|soussignee?))"
    r"(?P<who>[^\f]{0,170}?)\b(?:traduct(?:eur|rice|or|ora)s?|translator|perito)\b[^\f]{0,400}?\b(?:traduction|translat(?:ion|ed)|traduit)"
    r"[^\f]{0,120}",
    re.ASCII | re.MULTILINE,
)
_EMPLOYS = re.compile(r"travaill|emplo|embauch|engage|worked|working|hired|poste de|position of|as an? ", re.ASCII)
"""Who employs a translator speaks of translations too."""
_FAITHFUL = re.compile(
    r"fidele|conforme|exacte|complete|integrale|qui precede|ci-dessus|\boriginal|faithful|true|accurate|correct|foregoing|above", re.ASCII)
_BANNER = re.compile(r"\W*(?:(?:sworn|certified|official|free|true) )?(?:translat(?:ion|ed)|traduction)\b[^\n]{0,90}\n", re.ASCII)
"""What a translator writes over the paper."""
_ORIGINAL = re.compile(r"\[[^\]\n]{3,70}\]", re.ASCII)
"""Words of the original, and what a translator says of seals and signatures."""
_SHARE = 0.5
"""Of a page: a translator who speaks before this speaks over the paper, and where that ends is not known."""


def _translates(match: re.Match[str]) -> bool:
    return _FAITHFUL.search(match[0]) is not None and _EMPLOYS.search(match["who"]) is None


def _blank(text: str) -> str:
    return re.sub(r"[^\n\t]", " ", text)


def without_translator(text: str, folded: str) -> str:
    """The text with blanks for what a translator says at each page's beginning and end; `folded` is the text, letter for letter."""
    kept, start = [], 0
    for page in folded.split("\f"):
        states = (match.start() for match in _STATES.finditer(page) if match.start() > _SHARE * len(page) and _translates(match))
        own = next(states, len(page))
        end = start + len(page)
        banner = _BANNER.match(page)
        over = banner.end() if banner else 0
        words = text[start + over:start + own]
        words = _ORIGINAL.sub(lambda match: _blank(match[0]), words) if banner or own < len(page) else words
        kept.append(_blank(text[start:start + over]) + words + _blank(text[start + own:end]))
        start = end + 1
    return "\f".join(kept)
