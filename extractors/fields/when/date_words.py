"""Months of four languages, and days and years written in words: « le vingt-neuf juillet deux mille vingt-quatre »."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

_MONTHS = (
    ("janvier", "janv", "jan", "january", "enero", "ene", "janeiro"),
    ("fevrier", "fevr", "fev", "february", "feb", "febrero", "fevereiro"),
    ("mars", "mar", "march", "marzo", "marco"),
    ("avril", "avr", "april", "apr", "abril", "abr"),
    ("mai", "may", "mayo", "maio"),
    ("juin", "june", "jun", "junio", "junho"),
    ("juillet", "juil", "jul", "july", "julio", "julho"),
    ("aout", "aou", "august", "aug", "agosto", "ago"),
    ("septembre", "sept", "sep", "september", "septiembre", "setiembre", "setembro", "set"),
    ("octobre", "oct", "october", "octubre", "outubro", "out"),
    ("novembre", "nov", "november", "noviembre", "novembro"),
    ("decembre", "dec", "december", "diciembre", "dic", "dezembro", "dez"),
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names}
MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])"

_FR_UNITS = (
    "",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix sept",
    "dix huit",
    "dix neuf",
)
_EN_UNITS = (
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_FR_TENS = {
    2: "vingt",
    3: "trente",
    4: "quarante",
    5: "cinquante",
    6: "soixante",
    7: "soixante",
    8: "quatre vingt",
    9: "quatre vingt",
}
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
    "twenty": "twentieth",
    "thirty": "thirtieth",
}
_ES_UNITS = (
    "",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciseis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidos",
    "veintitres",
    "veinticuatro",
    "veinticinco",
    "veintiseis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
    "treinta",
    "treinta y uno",
)


def _french(number: int) -> str:
    if number < 20:
        return _FR_UNITS[number]
    tens, unit = divmod(number, 10)
    if tens in (7, 9):
        unit += 10
    link = " et " if unit in (1, 11) and tens < 8 else " "
    return (_FR_TENS[tens] + link + _FR_UNITS[unit]).strip() if unit else _FR_TENS[tens]


_BELGIAN_TENS = {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90}
"""As Belgium and Switzerland count."""


def _belgian() -> dict[str, int]:
    return {f"{tens} {link}{_FR_UNITS[unit]}".strip(): number + unit for tens, number in _BELGIAN_TENS.items()
            for unit in range(10) for link in (("", "et ") if unit == 1 else ("",))}


def _english(number: int) -> str:
    tens, unit = divmod(number, 10)
    return _EN_UNITS[number] if number < 20 else f"{_EN_TENS[tens]} {_EN_UNITS[unit]}".strip()


def _english_ordinal(number: int) -> str:
    before, _, last = _english(number).rpartition(" ")
    return f"{before} {_EN_ORDINALS.get(last, last + 'th')}".strip()


def _french_ordinal(number: int) -> str:
    words = _french(number)
    stem = {"q": words + "u", "f": words[:-1] + "v"}.get(words[-1], words.rstrip("e"))
    return stem + "ieme"


def _days() -> dict[str, int]:
    days = {"premier": 1, "primero": 1}
    for number in range(1, 32):
        for words in (_french(number), _french_ordinal(number), _english(number), _english_ordinal(number), _ES_UNITS[number]):
            days[words] = number
    return days


def _years() -> dict[str, int]:
    years: dict[str, int] = {}
    for number in range(100):
        french, english, spanish = _french(number), _english(number), _ES_UNITS[number] if number < 32 else None
        for start in ("deux mille", "deux mil"):
            years[f"{start} {french}".strip()] = 2000 + number
        for start in ("mil neuf cent", "mille neuf cent", "dix neuf cent"):
            years[f"{start} {french}".strip()] = 1900 + number
        for start in ("two thousand", "two thousand and"):
            years[f"{start} {english}".strip()] = 2000 + number
        if number:
            years[f"nineteen {'' if number > 9 else 'oh '}{english}"] = 1900 + number
            years[f"nineteen hundred and {english}"] = 1900 + number
        if number > 9:
            years[f"twenty {english}"] = 2000 + number
        if spanish is not None:
            years[f"dos mil {spanish}".strip()] = 2000 + number
    years.pop("two thousand and", None)
    for start in ("mil neuf cent", "mille neuf cent", "dix neuf cent"):
        years |= {f"{start} {words}": 1900 + number for words, number in _belgian().items()}
    return years


DAYS, YEARS = _days(), _years()
_WORD = re.compile(r"[a-z]+|[0-9]+", re.ASCII)
_SHORTEST = 3
"""Letters: words no longer than that are words of numbers by themselves too seldom, and with one more are like too many others."""


_NUMBERS = frozenset(word for words in (*DAYS, *YEARS) for word in words.split() if len(word) > _SHORTEST)
_ALIKE = 75
"""Of a hundred: a word so like one of a number may be that, misread or misspelt."""


def _is_of_a_number(word: str) -> bool:
    return word in _NUMBERS or (
        len(word) > _SHORTEST + 1 and process.extractOne(word, _NUMBERS, scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None)


def day_before(text: str, end: int) -> tuple[int, int] | None:
    """The day in words that ends at `end`: its start and its number. The longest that fits is taken; none where a word before it seems
    to belong to it and was not understood."""
    words = list(_WORD.finditer(text, max(0, end - 40), end))
    for count in (4, 3, 2, 1):
        if len(words) >= count and (number := DAYS.get(" ".join(word[0] for word in words[-count:]))):
            first, before = words[-count].start(), words[-count - 1] if len(words) > count else None
            mark = text[before.end() : first] if before else ""
            return None if before and (mark == "-" or (mark == " " and _is_of_a_number(before[0]))) else (first, number)
    return None


def year_after(text: str, start: int) -> tuple[int, int] | None:
    """The year in words that begins at `start`: its end and its number. The longest that fits is taken; none where the word behind it
    seems to belong to it and was not understood."""
    words = list(_WORD.finditer(text, start, start + 60))
    if not words or text[start : words[0].start()].strip():
        return None
    for count in range(min(8, len(words)), 1, -1):
        if number := YEARS.get(" ".join(word[0] for word in words[:count])):
            last, behind = words[count - 1].end(), words[count] if len(words) > count else None
            mark = text[last : behind.start()] if behind else ""
            goes_on = behind is not None and (mark == "-" or (mark == " " and _is_of_a_number(behind[0])))
            return None if goes_on or _has_rest_below(text, last) else (last, number)
    return None


_FAR = 110
"""Letters of the row that may stand between the two rows of a year."""
_ALONE = re.compile(r"[\n\t]\s?(?:(?:et|and|y)\s)?(?P<words>[a-z]+(?:[ -][a-z]+){0,3})\s?[.,;]?\s?(?=[\n\t]|$)", re.ASCII)
_BELOW_A_HUNDRED = frozenset((*(words for number in range(1, 100) for words in (_french(number), _english(number))), *_ES_UNITS[1:]))


def _has_rest_below(text: str, end: int) -> bool:
    """Whether a year ends its row, and words of a number alone on a row or in a cell below may be the rest of it: « … de dos mil » over
    « dieciocho. », with another column's row between."""
    if not re.match(r"\s?[\n\t]", text[end : end + 2]):
        return False
    return any(match["words"].replace("-", " ") in _BELOW_A_HUNDRED for match in _ALONE.finditer(text, end, end + _FAR))
