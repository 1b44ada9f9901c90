"""What a file says: the types that leave this package. Their JSON form is the evidence contract.

Everything is frozen: a reading is a statement about bytes, and a second reading is another statement.
Boxes are fractions of the *upright* page's width and height, origin top left (`PageBox`); pixel boxes never leave `pages/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal[
    "diploma", "transcript", "education_evaluation", "employment_letter", "job_offer",
    "pay_slip", "record_of_employment", "french_test", "work_permit", "other",
]
Source = Literal["text", "ocr", "none"]
Json = Any  # a value of JSON: the contract's field table says which for each field

SURE = 0.95
"""From this confidence on, a value is shown to reviewers as read surely."""


@dataclass(frozen=True, slots=True, order=True)
class PageBox:
    """A rectangle as fractions of the upright page, origin top left, `0 <= x0 <= x1 <= 1` and `0 <= y0 <= y1 <= 1`."""

    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if not (0.0 <= self.x0 <= self.x1 <= 1.0 and 0.0 <= self.y0 <= self.y1 <= 1.0):
            raise ValueError(f"no box on a page: {self.x0}, {self.y0}, {self.x1}, {self.y1}")

    @classmethod
    def clipped(cls, x0: float, y0: float, x1: float, y1: float) -> PageBox:
        """The part of a rectangle that lies on the page."""
        def clip(value: float) -> float:
            return min(1.0, max(0.0, value))
        left, right = sorted((clip(x0), clip(x1)))
        top, bottom = sorted((clip(y0), clip(y1)))
        return cls(left, top, right, bottom)

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        """The height of the centre line."""
        return (self.y0 + self.y1) / 2

    def union(self, other: PageBox) -> PageBox:
        return PageBox(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def as_json(self) -> list[float]:
        return [round(edge, 4) for edge in (self.x0, self.y0, self.x1, self.y1)]


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a person should know of. `code` is one of the contract's; the words stand in `messages.py`."""

    code: str
    page: int | None = None
    field: str | None = None
    file: str | None = None

    def as_json(self) -> dict[str, Json]:
        from extractors.messages import message

        place = {"page": self.page, "field": self.field, "file": self.file}
        return {"code": self.code, **{key: value for key, value in place.items() if value is not None},
                "message": message(self.code, self.field)}


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading of the same words, with the probability that it is the right one."""

    value: Json
    confidence: float

    def as_json(self) -> dict[str, Json]:
        return {"value": self.value, "confidence": round(self.confidence, 3)}


@dataclass(frozen=True, slots=True)
class Field:
    """One value that a document states: what, in which words, where, and how surely.

    `confidence` is the probability that `value` is right. `boxes` has one box a line of text; it is empty, and `page` is
    None, only where the value is inferred and no words bear it.
    """

    name: str
    value: Json
    text: str
    page: int | None
    boxes: tuple[PageBox, ...]
    confidence: float
    group: int = 0
    alternatives: tuple[Alternative, ...] = ()

    def as_json(self) -> dict[str, Json]:
        place: dict[str, Json] = {} if self.page is None else {"page": self.page}
        return {"name": self.name, "group": self.group, "value": self.value, "text": self.text, **place,
                "boxes": [box.as_json() for box in self.boxes], "confidence": round(self.confidence, 3),
                "alternatives": [other.as_json() for other in self.alternatives]}


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """One document found in a file: its kind, its pages (numbers from 1, in order), its fields."""

    kind: Kind
    kind_confidence: float
    pages: tuple[int, ...]
    language: str | None
    fields: tuple[Field, ...] = ()
    issues: tuple[Issue, ...] = ()

    def as_json(self) -> dict[str, Json]:
        language: dict[str, Json] = {} if self.language is None else {"language": self.language}
        return {"kind": self.kind, "kind_confidence": round(self.kind_confidence, 3), "pages": list(self.pages), **language,
                "fields": [one.as_json() for one in self.fields], "issues": [one.as_json() for one in self.issues]}


@dataclass(frozen=True, slots=True)
class PageSummary:
    """What a reader of evidence needs to know of a page. `width` and `height` are points (PDF) or pixels (pictures)."""

    number: int
    width: float
    height: float
    rotation: int
    source: Source

    def as_json(self) -> dict[str, Json]:
        return {"number": self.number, "width": round(self.width, 1), "height": round(self.height, 1),
                "rotation": self.rotation, "source": self.source}


@dataclass(frozen=True, slots=True)
class FileReading:
    """All that one file says. A file that could not be read has no documents and says why in `issues`."""

    file: str
    sha256: str
    media_type: str
    pages: tuple[PageSummary, ...] = ()
    documents: tuple[DocumentReading, ...] = ()
    issues: tuple[Issue, ...] = field(default=())

    @property
    def failed(self) -> bool:
        """Whether the file as a whole could not be processed."""
        return not self.pages

    def as_json(self) -> Mapping[str, Json]:
        return {"file": self.file, "sha256": self.sha256, "media_type": self.media_type,
                "pages": [page.as_json() for page in self.pages],
                "documents": [document.as_json() for document in self.documents],
                "issues": [issue.as_json() for issue in self.issues]}
