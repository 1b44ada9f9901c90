"""Paragraphs into lines: words at their places, broken at blanks, with wide gaps for tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.pages.office.content import Paragraph, Run
from extractors.pages.office.typeset.letters import Fonts, as_drawn, of_one_direction, runs_left, true_text, width

_LEADING = 1.25
_TAB = 36.0
_TAB_GAP = 2.4
"""Least gap of a tab, in letter sizes: enough to part two segments (`extractors.pages.rows`)."""
_SMALLEST = 5.0
_MOST_LETTERS = 120
_LEVEL = 18.0
_SIZES = (7.0, 20.0)
_NO_BREAK = set("\u00a0\u202f\u2007")
_ATOMS = re.compile(r"\n|\t|[^\S\n\t]+|\S+")


@dataclass(frozen=True, slots=True)
class Word:
    x: float
    text: str
    font: str
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    height: float
    words: tuple[Word, ...]


@dataclass(slots=True)
class _Atom:
    """A word, a blank, a tab or a line break, in the look of its first letter."""

    text: str
    run: Run

    @property
    def is_word(self) -> bool:
        return not self.text.isspace()


def set_lines(paragraph: Paragraph, room: float, fonts: Fonts, scale: float = 1.0) -> list[Line]:
    """The lines of a paragraph in so much room. One without words is an empty line."""
    indent = paragraph.indent * _LEVEL
    return _Setting(paragraph, indent, room - indent, fonts, scale).lines()


def widest_word(paragraph: Paragraph, fonts: Fonts) -> float:
    """The room that a paragraph needs so that no word is broken."""
    words = [atom for atom in _atoms(paragraph) if atom.is_word]
    widths = [width(atom.text, fonts.name(atom.text, atom.run.bold), shown_size(atom.run)) for atom in words]
    return max(widths, default=0.0) + paragraph.indent * _LEVEL


def shown_size(run: Run) -> float:
    return min(max(run.size, _SIZES[0]), _SIZES[1])


def _atoms(paragraph: Paragraph) -> Iterator[_Atom]:
    """A word may begin in one run and end in another. Words that run to the left stand on lines of their own: PDFium turns whole
    lines, and could not tell what belongs to which."""
    last: _Atom | None = None
    for atom in _whole(paragraph):
        parts = of_one_direction(atom.text) if atom.is_word else [atom.text]
        for text in parts:
            for start in range(0, len(text), _MOST_LETTERS):
                part = _Atom(text[start:start + _MOST_LETTERS], atom.run)
                if last is not None and part.is_word and runs_left(part.text) != runs_left(last.text):
                    yield _Atom("\n", atom.run)
                elif start:
                    yield _Atom(" ", atom.run)
                yield part
                last = part if part.is_word else last


def _whole(paragraph: Paragraph) -> list[_Atom]:
    atoms: list[_Atom] = []
    for run in paragraph.runs:
        for text in _ATOMS.findall(true_text(run.text)):
            if atoms and atoms[-1].is_word and not text.isspace():
                atoms[-1].text += text
            else:
                atoms.append(_Atom(text, run))
    return atoms


@dataclass(slots=True)
class _Setting:
    paragraph: Paragraph
    indent: float
    room: float
    fonts: Fonts
    scale: float
    done: list[Line] = field(default_factory=list)
    line: list[Word] = field(default_factory=list)
    x: float = 0.0
    gap: float = 0.0
    tabbed: bool = False

    def lines(self) -> list[Line]:
        atoms = list(_atoms(self.paragraph))
        wide = [self._width(atom) for atom in atoms]
        for atom, own, together in zip(atoms, wide, self._together(atoms, wide), strict=True):
            if atom.text == "\n":
                self._end_line(atom)
            elif atom.text == "\t":
                self._tab(atom)
            elif atom.is_word:
                self._word(atom, together)
            else:
                self.gap += own
        if self.line or not self.done:
            self._end_line(atoms[-1] if atoms else _Atom("", next(iter(self.paragraph.runs), Run(""))))
        return self.done

    def _width(self, atom: _Atom) -> float:
        shown = atom.text if atom.is_word else " " * len(atom.text)
        return width(shown, self._font(atom, shown), self._points(atom))

    def _points(self, atom: _Atom) -> float:
        return shown_size(atom.run) * self.scale

    def _font(self, atom: _Atom, text: str) -> str:
        return self.fonts.name(text, atom.run.bold)

    def _together(self, atoms: list[_Atom], wide: list[float]) -> list[float]:
        """The room that each word takes with those that no-break blanks tie to it: « 24,50 $ »; nothing where there is no such room."""
        rooms, tied = [], 0.0
        for atom, own in zip(reversed(atoms), reversed(wide), strict=True):
            tied = tied + own if atom.is_word or set(atom.text) <= _NO_BREAK else 0.0
            rooms.append(tied if tied <= self.room else 0.0)
        return rooms[::-1]

    def _word(self, atom: _Atom, together: float) -> None:
        text = as_drawn(atom.text) if runs_left(atom.text) else atom.text
        font, size = self._font(atom, text), self._points(atom)
        wide = width(text, font, size)
        if self.line and self.x + self.gap + max(wide, together) > self.room + 0.01:
            self._end_line(atom)
        if wide > self.room:
            size = max(size * self.room / wide, min(size, _SMALLEST))
            wide = width(text, font, size)
        if wide > self.room + 0.01:
            self._broken(text, font, size, atom)
            return
        self.x += self.gap
        self.line.append(Word(self.x, text, font, size))
        self.x, self.gap = self.x + wide, 0.0

    def _broken(self, text: str, font: str, size: float, atom: _Atom) -> None:
        """A word longer than a line, even in the smallest letters: as much of it on each line as there is room for."""
        while text:
            fits = max(1, next((count - 1 for count in range(2, len(text) + 1) if width(text[:count], font, size) > self.room), len(text)))
            self.line.append(Word(0.0, text[:fits], font, size))
            self.x, self.gap, text = self.room, 0.0, text[fits:]
            if text:
                self._end_line(atom)

    def _tab(self, atom: _Atom) -> None:
        least = self.x + self.gap + (_TAB_GAP * self._points(atom) if self.line else 1.0)
        self.x, self.gap, self.tabbed = -(-least // _TAB) * _TAB, 0.0, True
        if self.x >= self.room:
            self._end_line(atom)

    def _end_line(self, atom: _Atom) -> None:
        over = max(0.0, self.room - max((word.x + width(word.text, word.font, word.size) for word in self.line), default=0.0))
        shift = self.indent
        if not self.tabbed:
            shift += {"left": 0.0, "center": over / 2, "right": over}[self.paragraph.align]
        tallest = max((word.size for word in self.line), default=self._points(atom))
        self.done.append(Line(_LEADING * tallest, tuple(Word(word.x + shift, word.text, word.font, word.size) for word in self.line)))
        self.line, self.x, self.gap, self.tabbed = [], 0.0, 0.0, False
