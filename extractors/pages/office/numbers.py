"""Numbers of list items and notes as letters show them."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
          (5, "v"), (4, "iv"), (1, "i"))
_MOST = 4000
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def raised(text: str) -> str:
    """Raised digits as signs of their own, so that a mark of a note never runs into the number before it."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    return text.translate(_LOWERED)


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < _MOST else ""


def _roman(number: int) -> str:
    written = ""
    if 0 < number < _MOST:
        for value, letters in _ROMAN:
            written += letters * (number // value)
            number %= value
    return written


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


def numeral(number: int, form: str) -> str:
    """A number in a format by Word's name for it; nothing where the format is not known, rather than a number that is not displayed."""
    return _FORMS[form](number) if form in _FORMS else ""
