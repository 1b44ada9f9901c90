"""What plain regular expressions make of the same files: the text layer where there is one, Tesseract's text elsewhere.

Written as one would for a week-end: key words, the value after them, the first that fits. What they give, they give outright.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from bench.extraction.answers import Answer
from bench.reading.rivals import LANGUAGES, TESSDATA

Json = Any

_SCAN_DPI = 300
_MONTHS = {name: month for month, names in enumerate((
    "janvier january jan", "fevrier february feb fev", "mars march mar", "avril april apr avr", "mai may", "juin june jun",
    "juillet july jul", "aout august aug", "septembre september sep sept", "octobre october oct", "novembre november nov",
    "decembre december dec"), 1) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DATE = "(?:" + "|".join((
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}", r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}", rf"\d{{1,2}}(?:er|st|nd|rd|th)?[ -]{_MONTH}[ ,-]+\d{{4}}",
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}", rf"{_MONTH} \d{{4}}")) + ")"
_KINDS = (
    ("french_test", r"\btcf\b|\btef\b|tefaq|\bdelf\b|\bdalf\b|test de connaissance du francais|test d.evaluation de francais"),
    ("work_permit", r"work permit"),
    ("record_of_employment", r"releve d.emploi|record of employment"),
    ("pay_slip", r"bulletin de paie|payslip"),
    ("education_evaluation", r"evaluation comparative|credential assessment"),
    ("transcript", r"releve de notes|transcript|statement of marks|bulletin|certificat de notes"),
    ("job_offer", r"offre d.emploi|job offer"),
    ("employment_letter", r"(?:attestation|certificat|confirmation|lettre) (?:d.emploi|de travail|de stage)|employment|experience"),
    ("diploma", r"diplome|degree of|certificat de fin d.etudes|licence|baccalaureat"),
    ("employment_letter", r"travail|employe|works?\b"),
)
_LEVELS = (
    ("doctorate", r"doctorat|ph\.?d"), ("master", r"\bmaster|maitrise|ingenieur|m\.?sc\b"), ("graduate_diploma", r"d\.?e\.?s\.?s"),
    ("college_attestation", r"attestation d.etudes collegiales"), ("vocational_specialised", r"attestation de specialisation"),
    ("vocational", r"etudes professionnelles"),
    ("college_technical", r"etudes collegiales|technicien superieur|universitaire de technologie"),
    ("secondary", r"etudes secondaires|enseignement secondaire"), ("bachelor", r"bachelor|licence|baccalaureat|bachelier"),
)
_TESTS = (("TCF_CANADA", r"tcf.{0,3}canada"), ("TCF_QUEBEC", r"tcf (?:pour le )?-?quebec"), ("TEF_CANADA", r"tef canada"),
          ("TEFAQ", r"tefaq|tef quebec"), ("DELF", r"\bdelf\b"), ("DALF", r"\bdalf\b"), ("TCF", r"\btcf\b"), ("TEF", r"\btef\b"))
_SKILLS = {"listening": r"comprehension (?:de l.)?oral\w*|listening", "reading": r"comprehension (?:de l.|des )?ecrite?s?|reading",
           "speaking": r"(?:expression|production) orale|speaking", "writing": r"(?:expression|production) ecrite|writing"}
_CURRENCIES = (("CAD", r"\$|cad"), ("EUR", "€|eur"), ("MAD", "dh|mad"), ("XOF", "f ?cfa"), ("INR", r"rs\.?|inr"), ("PHP", "php"),
               ("USD", "usd"))
_PERIODS = (("hour", r"heure|hour|/hr|/h\b|horaire"), ("week", "semaine|week"), ("month", "mois|mensuel|month"),
            ("year", r"an\b|annuel|year|annum"))
_NAME = re.compile(r"(?:\bNom[^:\n]{0,20}:|\bName[^:\n]{0,20}:|Mme|M\.|Monsieur|Madame|Mr\.|Ms\.|Mrs\.)"
                   r" *((?:[A-ZÀ-Þ][\w’'-]+ ?){2,4})")
_TITLE = re.compile(r"(?:en qualite d[e'’] ?|a titre d[e'’] ?|poste d[e'’] ?|en tant que |comme |position ?:? |as an? |fonction ?: ?)"
                    "([a-z -]{4,40})")
_CURRENT = re.compile(r"a ce jour|jusqu.a present|to date|present\b|currently|actuellement|depuis|since")
_PAY = re.compile(r"(?P<before>\$|rs\.?|php|usd|inr)? ?(?P<amount>\d[\d ,.]*\d)"
                  r" ?(?P<after>\$|€|eur|dh|mad|f ?cfa|usd)?(?P<rest>.{0,30})")
_NUMBERS = (
    ("position.hours_per_week", r"(\d{2}(?:[.,]\d+)?) ?(?:h|heures|hours|hrs)\b.{0,25}(?:semaine|week|hebdo)"),
    ("study.credits", r"(\d{2,3}) credits|credits? (?:\w+ ){0,2}: ?(\d{2,3})"),
    ("test.total", r"(?:total|note finale|score global)\D{0,5}(\d+(?:[.,]\d+)?)"),
)


class Plain:
    """The same face as the product's."""

    name = "regular expressions"

    @cached_property
    def _tesseract(self) -> Any:
        import tesserocr
        return tesserocr.PyTessBaseAPI(path=str(TESSDATA), lang=LANGUAGES)

    def read(self, file: Path) -> Answer:
        texts = list(self._texts(file))
        return Answer({"file": file.name, "documents": [_document("\n".join(texts), len(texts))]}, len(texts))

    def _texts(self, file: Path) -> Iterator[str]:
        if file.suffix != ".pdf":
            yield self._seen(Image.open(io.BytesIO(file.read_bytes())))
            return
        with pdfium.PdfDocument(file) as document:
            for page in document:
                text = page.get_textpage().get_text_bounded()
                yield text if text.strip() else self._seen(page.render(scale=_SCAN_DPI / 72).to_pil())

    def _seen(self, picture: Image.Image) -> str:
        self._tesseract.SetImage(picture.convert("RGB"))
        self._tesseract.SetSourceResolution(_SCAN_DPI)
        return str(self._tesseract.GetUTF8Text())


def _document(text: str, pages: int) -> dict[str, Json]:
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    kind = next((kind for kind, words in _KINDS if re.search(words, folded)), "other")
    found = {"french_test": _test, "employment_letter": _letter, "diploma": _school, "transcript": _school}.get(kind, lambda _: iter(()))
    given = dict([*_everywhere(text, folded), *found(folded)])
    fields = [{"name": name, "value": value, "confidence": 1.0, "boxes": []} for name, value in given.items() if value is not None]
    return {"kind": kind, "pages": list(range(1, pages + 1)), "fields": fields}


def _everywhere(text: str, folded: str) -> Iterator[tuple[str, Json]]:
    name = _NAME.search(text)
    yield "person.name", name[1].strip() if name else None
    yield "person.birth_date", _after(folded, r"\bnee?(?:\(e\))?|date de naissance|birth|born")
    issued = re.search(rf"(?:fait|delivree?|issued|date|le|ce)\W+({_DATE})", folded)
    yield "issued_on", _date(issued[1]) if issued else None
    for field, pattern in _NUMBERS:
        number = re.search(pattern, folded)
        if number:
            yield field, float(next(filter(None, number.groups())).replace(",", "."))


def _letter(folded: str) -> Iterator[tuple[str, Json]]:
    yield "position.start_date", _after(folded, r"depuis|\bdu\b|since|from|joined|hired|start date|entree|embauche\w*|recrute\w*", 12)
    end = _after(folded, rf"{_DATE} (?:au|to|until|jusqu.au|through)", 4) or _after(folded, r"date de sortie|last day", 8)
    yield "position.end_date", end or ("present" if _CURRENT.search(folded) else None)
    title = _TITLE.search(folded)
    yield "position.title", title[1].strip() if title else None
    if re.search(r"temps plein|temps complet|plein temps|full[ -]time", folded):
        yield "position.full_time", True
    pay = _PAY.search(_paid(folded))
    if pay and (pay["before"] or pay["after"]):
        yield "position.salary", _salary(pay["before"] or pay["after"], pay["amount"], pay["rest"] + _paid(folded))


def _paid(folded: str) -> str:
    near = re.search(r"(?:salaire|remuneration|taux|salary|paid|pay|wage).{0,80}", folded.replace("\n", " "))
    return near[0] if near else ""


def _salary(sign: str, amount: str, around: str) -> Json:
    currency = next((code for code, words in _CURRENCIES if re.fullmatch(words, sign)), "CAD")
    period = next((one for one, words in _PERIODS if re.search(words, around)), "year")
    plain = re.sub(r"[ ,.](?=\d{3}(?!\d))", "", amount).replace(",", ".")
    return {"amount": float(plain), "currency": currency, "period": period} if plain.count(".") < 2 and " " not in plain else None


def _test(folded: str) -> Iterator[tuple[str, Json]]:
    yield "test.name", next((name for name, words in _TESTS if re.search(words, folded)), None)
    yield "test.date", _after(folded, r"session|date du test|test date|passation", 20)
    for skill, words in _SKILLS.items():
        row = re.search(rf"(?:{words})\D{{0,30}}?(\d{{1,3}}(?:[.,]\d+)?)(?:.{{0,40}}?\b([abc][12])\b)?", folded, re.S)
        if row:
            yield f"{skill}.score", float(row[1].replace(",", "."))
            yield f"{skill}.cefr", row[2].upper() if row[2] else None


def _school(folded: str) -> Iterator[tuple[str, Json]]:
    yield "credential.level", next((level for level, words in _LEVELS if re.search(words, folded)), None)
    dates = [_date(found[0]) for found in re.finditer(_DATE, folded)]
    yield "conferred_on", dates[-1] if dates else None
    institution = re.search(r"^.*(?:universit|college|cegep|institut|ecole|academy).*$", folded, re.M)
    yield "institution.name", institution[0].strip() if institution else None


def _after(folded: str, words: str, within: int = 30) -> str | None:
    found = re.search(rf"(?:{words})[^\d]{{0,{within}}}?({_DATE})", folded)
    return _date(found[1]) if found else None


def _date(text: str) -> str:
    """ISO, days before months where only digits stand."""
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    month = next((_MONTHS[word] for word in re.findall(r"[a-z]+", text) if word in _MONTHS), None)
    if month is None:
        year, middle, day = numbers if numbers[0] > 31 else numbers[::-1]
        return f"{year}-{middle:02}-{day:02}"
    return f"{numbers[-1]}-{month:02}" + (f"-{numbers[0]:02}" if len(numbers) > 1 else "")
