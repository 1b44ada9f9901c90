"""Bring the catalogue up to date with the sentences in code and templates: `python -m web.translations.update`.

New sentences come in untranslated, old ones go; a test fails until every sentence is translated.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOM = Path(__file__).resolve().parents[1]
CATALOGUE = Path(__file__).parent / "en" / "LC_MESSAGES" / "messages.po"
_METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2.ext:babel_extract")]


def extracted() -> Catalog:
    """Every sentence that pages may show."""
    found = Catalog(locale="fr", charset="utf-8")
    for path, _line, message, comments, context in extract_from_dir(ROOM, _METHODS):
        found.add(message, locations=[(path, 0)], auto_comments=comments, context=context)
    return found


def translated() -> Catalog:
    """The English catalogue."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def main() -> None:
    catalogue = translated()
    catalogue.update(extracted(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, width=130, omit_header=False, sort_output=True, include_lineno=False)


if __name__ == "__main__":
    main()
