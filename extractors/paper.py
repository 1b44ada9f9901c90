"""A document as the kinds look at it: its text, the same text folded for patterns, its cells in rows, its dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce, wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from extractors.evidence import PageBox
from extractors.fields.finding import Span
from extractors.fields.text.language import language
from extractors.fields.text.plain import plain
from extractors.fields.text.slips import mended
from extractors.fields.text.translator import without_translator
from extractors.fields.when.dates import DateFound, Order, find_dates
from extractors.pages.page import Page
from extractors.transcript import Quote, Transcript

P = ParamSpec("P")
Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Cell:
    """A segment of a row: where it stands in the text, and on the page. `row` counts the rows of the document from 0."""

    start: int
    end: int
    row: int
    page: int
    box: PageBox

    @property
    def span(self) -> Span:
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Paper:
    """`plain` is `text` folded, letter for letter, so that a span of one is a span of the other; `flat` is `plain` as one line
    a page, for sentences that run over rows. `known`: what was told of the paper before, see `once`."""

    transcript: Transcript
    text: str
    plain: str
    flat: str
    language: str | None
    rows: tuple[tuple[Cell, ...], ...]
    dates: tuple[DateFound, ...]
    known: dict[object, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from row

    @property
    def scanned(self) -> bool:
        return any(page.source == "ocr" for page in self.transcript.pages)

    def words(self, span: Span) -> str:
        """The words of a span as printed, with single blanks; a word that a row's end parts at its hyphen is one again."""
        return " ".join(_PARTED.sub("-", self.text[slice(*span)]).split())

    def folded(self, span: Span) -> str:
        return self.plain[slice(*span)]

    def row_span(self, number: int) -> Span:
        return self.rows[number][0].start, self.rows[number][-1].end

    def row_at(self, position: int) -> int:
        """The number of the row that holds a position of the text."""
        low, high = 0, len(self.rows)
        while low < high:
            middle = (low + high) // 2
            if self.rows[middle][-1].end < position:
                low = middle + 1
            else:
                high = middle
        return min(low, len(self.rows) - 1)

    def dates_in(self, span: Span) -> tuple[DateFound, ...]:
        return tuple(date for date in self.dates if span[0] <= date.start and date.end <= span[1])

    def quote(self, span: Span) -> Quote:
        return self.transcript.quote(*span)


def once(tell: Callable[Concatenate[Paper, P], Told]) -> Callable[Concatenate[Paper, P], Told]:
    """Keeps with a paper what is told of it, for whoever asks the same again: what is told must be of a sort that nobody changes."""
    @wraps(tell)
    def told(paper: Paper, /, *args: P.args, **kwargs: P.kwargs) -> Told:
        asked = (tell, args, *kwargs.items())
        if asked not in paper.known:
            paper.known[asked] = tell(paper, *args, **kwargs)
        return cast("Told", paper.known[asked])
    return told


def read_paper(pages: Sequence[Page], order: Order | None = None) -> Paper:
    """The paper that some pages are. `order` is how its home orders day and month in numbers, where that is known."""
    transcript = Transcript(pages)
    text = without_translator(transcript.text, plain(transcript.text))
    folded = plain(text)
    if any(page.source == "ocr" for page in pages):
        folded = mended(folded)
    spoken = language(folded)
    flat = folded.replace("\n", " ").replace("\t", " ")
    return Paper(
        transcript, text, folded, flat, spoken, _rows(transcript, text), find_dates(folded, order or _home_order(spoken, folded))
    )


_DAY_FIRST = re.compile(
    r"\b(?:india|inde|kenya|nigeria|ghana|uganda|rwanda|cameroo?n|pakistan|bangladesh|sri lanka"
    r"|united kingdom|ireland|australia"
    r"|gstin|inr|rupees|colombia|mexico|peru|brasil|brazil|espana|argentina|chile)\b|\+(?:91|234|254"
    r"|233|237|92|880|44)\b"
)
_MONTH_FIRST = re.compile(r"\b(?:united states|u\.s\.a\.?|usa)\b")


def _home_order(spoken: str | None, folded: str) -> Order | None:
    """French papers write the day first, as do the countries named; the United States the month; elsewhere it is not known."""
    from extractors.fields.when.dates import order_shown

    if (shown := order_shown(folded)) is not None:
        return shown
    if spoken in ("fr", "other") or _DAY_FIRST.search(folded):
        return "dmy"
    return "mdy" if _MONTH_FIRST.search(folded) else None


_PARTED = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_CELL = re.compile(r"[^\t\n\f]+")


def _rows(transcript: Transcript, text: str) -> tuple[tuple[Cell, ...], ...]:
    rows: list[tuple[Cell, ...]] = []
    for line in re.finditer(r"[^\n\f]+", text):
        cells = tuple(
            _cell(transcript, *cell.span(), len(rows))
            for cell in _CELL.finditer(text, *line.span())
            if cell[0].strip()
        )
        if cells:
            rows.append(cells)
    return tuple(rows)


def _cell(transcript: Transcript, start: int, end: int, row: int) -> Cell:
    quote = transcript.quote(start, end)
    return Cell(start, end, row, quote.page, reduce(PageBox.union, quote.boxes))
