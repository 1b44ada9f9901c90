"""Papers as the reader would have found them, and the picture of their page."""

from __future__ import annotations

import io

from PIL import Image

from extractors.evidence import Alternative, DocumentReading, Field, Issue, PageBox


def _blank_page() -> bytes:
    picture = io.BytesIO()
    Image.new("L", (153, 198), 255).save(picture, "WEBP")
    return picture.getvalue()


PAGE_IMAGE = _blank_page()


def letter() -> DocumentReading:
    """A letter of employment: a sure title, a doubtful start with another reading, hours, a level that nothing on the page bears."""
    return DocumentReading("employment_letter", 0.99, (1,), "fr", (
        Field("position.title", "préposée aux bénéficiaires", "préposée aux bénéficiaires", 1, (PageBox(0.2, 0.3, 0.5, 0.32),), 0.98),
        Field("position.start_date", "2022-07-01", "1er juillet 2022", 1, (PageBox(0.2, 0.4, 0.4, 0.42),), 0.7,
              alternatives=(Alternative("2022-01-07", 0.2),)),
        Field("position.hours_per_week", 37.5, "37,5 h", 1, (PageBox(0.2, 0.5, 0.3, 0.52),), 0.97),
        Field("employer.country", "CA-QC", "", None, (), 0.9),
    ), (Issue("unsigned", 1),))


def french_test() -> DocumentReading:
    return DocumentReading("french_test", 0.99, (1,), "fr", (
        Field("test.name", "TCF_QUEBEC", "TCF pour le Québec", 1, (PageBox(0.1, 0.1, 0.5, 0.13),), 0.99),
        Field("listening.cefr", "B2", "B2", 1, (PageBox(0.1, 0.2, 0.2, 0.22),), 0.6)))


def occupation_letter(title: str = "technicienne", employer: str = "Garage Tremblay inc.", code: str = "22310",
                      old: str = "2241") -> DocumentReading:
    """A letter whose title is vague, with doubtful codes."""
    box = (PageBox(0.2, 0.3, 0.5, 0.32),)
    return DocumentReading("employment_letter", 0.99, (1,), "fr", (
        Field("employer.name", employer, employer, 1, box, 0.97),
        Field("position.title", title, title, 1, box, 0.97),
        Field("position.noc_2021", code, title, 1, box, 0.1, alternatives=(Alternative("72410", 0.05),)),
        Field("position.noc_2016", old, title, 1, box, 0.1)))
