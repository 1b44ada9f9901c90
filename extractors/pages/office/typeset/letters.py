"""Which letters a page carries, and in which font: the text layer holds every letter truly, whatever the font can draw.

Vera draws Western European letters. Another letter is drawn as its base letter (ế as e) or as an empty box; its place in the text
layer is its own. What cannot be carried is the replacement character, never another letter and never nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

LOST = "\ufffd"

_A_FONT = 150
"""Letters that one subset of a font takes beside ASCII. A word is never set from two subsets: PDFium would part it there."""
_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_STAND_INS = dict(zip("☒☑✓✔✗✘‐‑→➢●■▪", "×√√√××--››•••", strict=True))
_LEFT = {"R", "AL"}
_WEAK = {"AN", "EN", "NSM", "CS", "ES", "ET", "BN"}
"""Bidirectional classes: letters that run to the left, and those that keep their order among them. As PDFium groups them."""


def true_text(text: str) -> str:
    """Text as it is displayed: composed, without invisible signs, and with `LOST` for what cannot be carried."""
    return _NEWLINES.sub("\n", "".join(_true_letter(letter) for letter in unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=4096)
def _true_letter(letter: str) -> str:
    category = unicodedata.category(letter)
    if letter in "\n\t" or letter.isspace():
        return letter
    if category in ("Cc", "Cf"):
        return letter if unicodedata.bidirectional(letter) == "AN" else ""
    if category in ("Cn", "Co", "Cs") or ord(letter) > 0xFFFF:
        return LOST
    if "\ufb00" <= letter <= "\ufdff" or "\ufe70" <= letter <= "\ufefc":
        return unicodedata.normalize("NFKC", letter)  # ligatures and presentation forms, as PDFium gives them too
    return letter


def runs_left(word: str) -> bool:
    """Whether a word has letters of a script that is written from right to left."""
    return any(unicodedata.bidirectional(letter) in _LEFT for letter in word)


def of_one_direction(word: str) -> list[str]:
    """A word parted where Latin letters meet Arabic or Hebrew ones."""
    parts = [""]
    last = ""
    for letter in word:
        strong = {"L": "L", "R": "R", "AL": "R"}.get(unicodedata.bidirectional(letter), "")
        if strong and last and strong != last:
            parts.append("")
        last = strong or last
        parts[-1] += letter
    return parts


def as_drawn(word: str) -> str:
    """A word that runs to the left, in the order that PDFium turns back into reading order."""
    groups = ["".join(group) for weak, group in groupby(word, _is_weak)]
    return "".join(group if _is_weak(group[0]) else _mirrored(group[::-1]) for group in reversed(groups))


def _is_weak(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in _WEAK


def _mirrored(letters: str) -> str:
    turned = letters.translate(_MIRRORED)
    return "".join(LOST if one == other and unicodedata.mirrored(one) else other for one, other in zip(letters, turned, strict=True))


class Fonts:
    """The fonts of one document, each a subset of Vera with the letters that were asked of it."""

    def __init__(self) -> None:
        self._letters: dict[bool, list[set[str]]] = {False: [set()], True: [set()]}

    def name(self, word: str, bold: bool) -> str:
        """The font that a word is set in."""
        asked = {letter for letter in word if letter > "\x7f"}
        subsets = self._letters[bold]
        number = next((at for at, held in enumerate(subsets) if len(held | asked) <= _A_FONT), len(subsets))
        if number == len(subsets):
            subsets.append(set())
        subsets[number] |= asked
        font = _font(bold, number)
        for letter in asked:
            _carry(font, letter)
        return str(font.fontName)


def width(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


@cache  # as many as there are letters to carry: a font must stay the one that was asked for
def _font(bold: bool, number: int) -> TTFont:
    font = TTFont(f"letter-{'bold' if bold else 'plain'}-{number}", "VeraBd.ttf" if bold else "Vera.ttf")
    font.face.name += b"-%d" % number  # else they would share one table of letters in the PDF
    pdfmetrics.registerFont(font)
    return font


def _carry(font: TTFont, letter: str) -> None:
    """Give a letter that the font lacks a glyph to be drawn with."""
    face, code = font.face, ord(letter)
    if code not in face.charToGlyph:
        base = ord(_STAND_INS.get(letter) or unicodedata.normalize("NFKD", letter)[0])
        face.charToGlyph[code] = face.charToGlyph.get(base, 0)
        face.charWidths[code] = face.charWidths.get(base, face.defaultWidth)
