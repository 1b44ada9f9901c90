"""Numbers as papers print them: decimal comma or point, thousands parted by blanks, commas, points or the Indian way."""

from __future__ import annotations

import re

NUMBER = (
    r"[0-9]{1,3}(?:['’][0-9]{3}){1,3}(?:[.,][0-9]{1,2})?(?![0-9])|[0-9]{1,4}[.,][0-9]{4}(?![0-9])"
    r"|[0-9]{1,3}(?:[ ][0-9]{3}){1,3}(?:[.,][0-9]{1,3})?(?![0-9])|[0-9]{1,9}(?:[.,][0-9]{1,3}){0,4}"
)
"""A number with or without marks between thousands, on plain text."""

_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2}){1,3},[0-9]{3}(?:\.[0-9]{1,2})?", re.ASCII)


def decimal(text: str) -> float | None:
    """A small number such as a mark or hours: comma and point are both the decimal sign."""
    if not re.fullmatch(r"[0-9]{1,4}(?:[.,][0-9]{1,3})?", text.strip(), re.ASCII):
        return None
    return float(text.strip().replace(",", "."))


def amount(text: str) -> tuple[float, bool] | None:
    """A sum of money, and whether its marks could be read in another way (`12.500`)."""
    digits = re.sub(r"[ '’]", "", text.strip())
    if not re.fullmatch(r"[0-9][0-9.,]*", digits, re.ASCII):
        return None
    digits = digits.rstrip(".,")
    if _INDIAN.fullmatch(digits):
        return float(digits.replace(",", "")), False
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        return _both(digits)
    if not commas and not points:
        return float(digits), False
    return _one_mark(digits, "," if commas else ".", " " in text.strip())


def _both(digits: str) -> tuple[float, bool] | None:
    last = max(digits.rfind(","), digits.rfind("."))
    whole, part = re.sub(r"[.,]", "", digits[:last]), digits[last + 1 :]
    if digits.count(digits[last]) > 1:
        return None
    return float(f"{whole}.{part}"), False


def _one_mark(digits: str, mark: str, has_blanks: bool) -> tuple[float, bool] | None:
    pieces = digits.split(mark)
    if len(pieces) > 2:
        return (float("".join(pieces)), False) if all(len(piece) == 3 for piece in pieces[1:]) else None
    if len(pieces[1]) == 3 and not has_blanks:
        return float("".join(pieces)), mark == "." or len(pieces[0]) < 2
    return float(".".join(pieces)), False


def as_json(value: float) -> int | float:
    """A whole number without its decimal point."""
    return int(value) if value == int(value) else value
