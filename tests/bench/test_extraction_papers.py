"""The truth of the invented papers in `bench/extraction/papers` and of their printed sample in `tests/fixtures/papers`."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pypdfium2 as pdfium
import pytest

from bench.extraction.values import typed, words
from extractors.evidence import Kind

ROOT = Path(__file__).resolve().parents[2]
PAPERS = sorted((ROOT / "bench/extraction/papers").glob("*.html"))
PRINTED = ROOT / "tests/fixtures/papers"
TRUTH = [json.loads(line) for line in (PRINTED / "truth.jsonl").read_text("utf-8").splitlines()]

SKILLS = ("listening", "reading", "writing", "speaking")
NAMES = {
    "person.name", "person.birth_date", "issued_on", "reference", "conferred_on", "test.name", "test.date", "test.cefr", "test.total",
    *(f"{skill}.{what}" for skill in SKILLS for what in ("score", "cefr", "nclc", "quebec_level")),
    *(f"credential.{what}" for what in ("title", "level", "field")), "institution.name", "institution.country",
    *(f"study.{what}" for what in ("start_date", "end_date", "hours", "credits", "months")),
    "employer.name", "employer.place", "employer.country", "signatory.name", "signatory.title",
    *(f"position.{what}" for what in ("title", "start_date", "end_date", "hours_per_week", "full_time", "salary", "internship", "duties",
                                      "noc_2021", "noc_2016")),
}
LEVELS = {"primary", "secondary", "vocational", "vocational_specialised", "college_attestation", "college_preuniversity",
          "college_technical", "university_certificate", "bachelor", "graduate_diploma", "master", "doctorate"}
SHAPES = {
    r"\w+\.cefr": r"<?[ABC][12]", r"(person|position|study|test)\.\w*date|issued_on|conferred_on": r"\d{4}(-\d\d){0,2}|present",
    r"\w+\.country": r"[A-Z]{2}(-[A-Z]{2})?", r"credential\.level": "|".join(LEVELS), r"position\.noc_2021": r"\d{5}",
    r"test\.name": "TCF|TCF_CANADA|TCF_QUEBEC|TEF|TEF_CANADA|TEFAQ|DELF|DALF",
}


class Marks(HTMLParser):
    """What a paper's markup says of its values, as far as it says so without being printed."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.kind = ""
        self.told: list[tuple[str, list[str]]] = []
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = {name: value or "" for name, value in attrs}
        self.kind = of.get("data-kind", self.kind)
        if "data-field" in of:
            texts = [of["data-value"]] if "data-value" in of else []
            self.told.append((of["data-field"], texts + [text for text in of.get("data-accept", "").split("|") if text]))
        for one in filter(None, (part.strip() for part in of.get("data-also", "").split(";"))):
            name, told = one.split("=", 1)
            self.told.append((re.sub(r"@\d|\?", "", name), told.split("|")))


@pytest.mark.parametrize("file", PAPERS, ids=lambda file: file.stem)
def test_papers_are_marked_in_the_words_of_the_contract(file: Path) -> None:
    """Kinds and names are the contract's, and values have the shape that it asks for."""
    marks = Marks(file)
    assert marks.kind in get_args(Kind)
    for name, texts in marks.told:
        assert name in NAMES
        shape = next((shape for names, shape in SHAPES.items() if re.fullmatch(names, name)), ".*")
        assert all(re.fullmatch(shape, str(typed(name, text))) for text in texts), (name, texts)


def test_the_bundles_are_of_papers_that_there_are() -> None:
    """Every paper of a bundle is there, and no bundle holds one twice."""
    bundles = json.loads((ROOT / "bench/extraction/papers/bundles.json").read_text("utf-8"))
    assert all(set(stems) <= {file.stem for file in PAPERS} and len(set(stems)) == len(stems) > 1 for stems in bundles.values())


def test_the_sample_has_every_kind() -> None:
    """One paper or more of each kind of the contract, and a bundle."""
    assert {document["kind"] for told in TRUTH for document in told["documents"]} == set(get_args(Kind))
    assert max(len(told["documents"]) for told in TRUTH) > 1


@pytest.mark.parametrize("told", TRUTH, ids=lambda told: told["file"])
def test_the_words_of_the_sample_stand_in_their_boxes(told: dict[str, Any]) -> None:
    """What the truth places is in the PDF's text there, and the file is small."""
    file = PRINTED / told["file"]
    assert file.stat().st_size < 60_000
    with pdfium.PdfDocument(file) as pdf:
        assert [page for document in told["documents"] for page in document["pages"]] == list(range(1, len(pdf) + 1))
        for field in (field for document in told["documents"] for field in document["fields"] if "box" in field):
            x0, y0, x1, y1 = field["box"]
            page = pdf[field["page"] - 1]
            width, height = page.get_size()
            text = page.get_textpage().get_text_bounded(x0 * width - 1, (1 - y1) * height - 1, x1 * width + 1, (1 - y0) * height + 1)
            assert words(field["text"])[0] in "".join(words(text)), field
