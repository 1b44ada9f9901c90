"""Small office files, written part by part, so that a test shows the very XML that it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pypdfium2 as pdfium

from extractors.intake.limits import LIMITS, Limits
from extractors.intake.media import ODT, admit
from extractors.pages import Page, Wish, read_pages

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
      'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
      'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"')
_O = " ".join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
    ("svg", "svg-compatible"))) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Kinds = Mapping[str, str | bytes]
"""Parts by name; the name without number and ending is the kind of relation: `header1.xml`, `styles.xml`, `image1.png`."""


def word(body: str, parts: Kinds | None = None, *, main: str = "word/document.xml", links: str = "", prolog: str = "") -> bytes:
    """A Word file with this inside of `w:body`. Other parts get the relation ids rId1, rId2 …; `links` are further relations."""
    others = dict(parts or {})
    relations = "".join(f'<Relationship Id="rId{number}" Type="{_RELATION}/{_kind(name)}" Target="{name}"/>'
                        for number, name in enumerate(others, start=1))
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations(f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="{main}"/>'),
        main: f"{prolog}<w:document {_W}><w:body>{body}</w:body></w:document>",
        f"word/_rels/{main.rpartition('/')[2]}.rels": _relations(relations + links),
    }
    files |= {f"word/{name}": content if isinstance(content, bytes) else content.replace(">", f" {_W}>", 1)
              for name, content in others.items()}
    return zipped(files)


def _kind(name: str) -> str:
    return name.rpartition(".")[0].rstrip("0123456789")


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def odt(text: str, *, styles: str = "", masters: str = "", automatic: str = "", files: Kinds | None = None, prolog: str = "") -> bytes:
    """An OpenDocument text with this inside of `office:text`."""
    return zipped({
        "mimetype": ODT,
        "content.xml": f"{prolog}<office:document-content {_O}><office:automatic-styles>{automatic}</office:automatic-styles>"
                       f"<office:body><office:text>{text}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_O}><office:styles>{styles}</office:styles>"
                      f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
        "META-INF/manifest.xml": '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        **(files or {})})


def zipped(files: Kinds) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def p(*runs: str) -> str:
    """A paragraph of runs; text that is no XML yet becomes a run."""
    return "<w:p>" + "".join(run if run.startswith("<") else r(run) for run in runs) + "</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(content: bytes, limits: Limits = LIMITS) -> list[Page]:
    return list(read_pages(content, admit(content, limits), Wish(limits)))


def lines(content: bytes) -> list[str]:
    """Every row of every page; segments parted by ` | `."""
    return [" | ".join(segment.text for segment in row.segments) for page in read(content) for row in page.rows]


def scan(name: str, form: str = "PNG") -> bytes:
    """The first page of a fixture as a picture file."""
    file = io.BytesIO()
    pdfium.PdfDocument(_FIXTURES / name)[0].render(scale=150 / 72).to_pil().convert("RGB").save(file, form, quality=90)
    return file.getvalue()


def drawn(identity: str, centimetres: float = 16.0, how: str = "embed") -> str:
    """A run with a picture."""
    side = int(centimetres * 360_000)
    return (f'<w:r><w:drawing><wp:inline><wp:extent cx="{side}" cy="{side}"/><a:graphic><a:blip r:{how}="{identity}"/></a:graphic>'
            "</wp:inline></w:drawing></w:r>")
