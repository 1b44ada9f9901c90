"""Letters of symbol fonts as the signs that they are drawn as."""

from __future__ import annotations

from extractors.pages.office.typeset.letters import LOST

_TABLES: dict[str, dict[int, str]] = {
    "wingdings": {0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒", 0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢",
                  0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x20: " "},
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x20: " "},
    "webdings": {0x61: "✓", 0x63: "☐", 0x72: "✗", 0x20: " "},
    "symbol": {0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xAE: "→", 0xA7: "▪", 0x20: " "},
}


def is_symbolic(font: str) -> bool:
    return font.casefold() in _TABLES or font.casefold() == "wingdings 3"


def displayed(text: str, font: str) -> str:
    """Text typed in some font, as it looks. A sign that is not known is the replacement character, never the letter typed for it."""
    if is_symbolic(font):
        table = _TABLES.get(font.casefold(), {})
        codes = (ord(letter) - (0xF000 if "\uf000" <= letter <= "\uf0ff" else 0) for letter in text)
        return "".join(chr(code) if code in (9, 10) else table.get(code, LOST) for code in codes)
    return text.replace("\uf0b7", "•")  # the bullet that lists leave behind
