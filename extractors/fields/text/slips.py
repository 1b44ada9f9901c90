"""Letters that an optical reader wrote for digits, and pay that it parted at its decimal mark, mended only where the neighbours leave no
choice: `2o17`, `1oth`, `ler mai`, `16, 25 $`."""

from __future__ import annotations

import re

_LETTER_FOR_DIGIT = str.maketrans({"o": "0", "l": "1", "i": "1"})
_AMID_DIGITS = re.compile(
    r"(?<![a-z])(?:[0-9]{1,4}[oli]{1,2}|[oli](?=[0-9/.-]{2}))[0-9oli/.-]{0,8}(?=(?:th|st|nd|rd"
    r"|er)?(?![a-z0-9]))",
    re.ASCII,
)
_DAY_OF_MONTH = re.compile(
    r"(?<![a-z0-9])[lio](?=(?:er|st|[0-9])[\s-]{0,2}(?:jan|fev|feb|mar|avr|apr|mai|may|jui|jun|jul"
    r"|aou|aug|sep|oct|nov|dec))",
    re.ASCII,
)


_PARTED_PAY = re.compile(r"(?<![0-9.,])(?<![0-9] )(?P<whole>[0-9]{1,3}[.,]) (?P<rest>[0-9]{2})(?=\s?[$€])", re.ASCII)


def mended(text: str) -> str:
    """Plain text of optical origin with its sure slips mended, of the same length."""
    text = _DAY_OF_MONTH.sub(lambda match: match[0].translate(_LETTER_FOR_DIGIT), text)
    text = _PARTED_PAY.sub(r"\g<whole>\g<rest> ", text)
    return _AMID_DIGITS.sub(lambda match: match[0].translate(_LETTER_FOR_DIGIT), text)
