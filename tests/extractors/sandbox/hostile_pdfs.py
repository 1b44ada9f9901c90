"""PDF files that mean harm, or were made by somebody who did not read the standard. `CASES`: name → bytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from tests.extractors.sandbox.hostile_pictures import zeros

SECRET = "CONFIDENTIEL"
"""Stands on every page: must never be seen where errors are told."""
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_RULES = b"".join(b"50 %d 400 1 re f %d 500 1 200 re f " % (500 + 50 * i, 50 + 100 * i) for i in range(5))
_TEXT = _RULES + f"BT /F1 12 Tf 60 660 Td ({SECRET} lettre attestation emploi) Tj ET".encode()
"""Words in a ruled table, so that all readers of PDF have their turn."""


def pdf(objects: dict[int, bytes], *, xref: bool = True) -> bytes:
    """A file of these objects, the first of them the catalogue."""
    body, places = bytearray(b"%PDF-1.7\n"), {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start, size = len(body), max(objects) + 1
    if xref:
        body += b"xref\n0 %d\n0000000000 65535 f \n" % size
        body += b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, size))
    return bytes(body + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, start))


def stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (head, len(content), content)


def flate(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter [%b]" % (b"/FlateDecode " * times))


def page(content: bytes | None = None, *, entries: bytes = b"", box: bytes = b"[0 0 612 792]", resources: bytes = b"",
         more: dict[int, bytes] | None = None) -> bytes:
    """One page; `content` is object 4, a font 5, and `more` what it needs besides."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox %b %b /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %b >> >>"
           % (box, entries, resources),
        4: stream(_TEXT) if content is None else content, 5: FONT}
    return pdf(objects | (more or {}))


def _tree(kids: bytes, count: int = 1, more: dict[int, bytes] | None = None) -> bytes:
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids %b /Count %d >>" % (kids, count), **(more or {})})


def _with_font(font: bytes, file: bytes = b"", key: bytes = b"FontFile2") -> bytes:
    """A page set in a font whose embedded program is `file`."""
    descriptor = b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 0 1 1] /%b 7 0 R >>" % key
    return page(more={5: font, 6: descriptor, 7: flate(file)})


def _image(filters: bytes, content: bytes, width: int = 600, height: int = 600) -> bytes:
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter [%b]" % (
        width, height, filters)
    return page(stream(b"q 612 0 0 792 0 0 cm /I Do Q"), resources=b"/XObject << /I 6 0 R >>", more={6: stream(content, head)})


def _form(content: bytes, names: bytes) -> bytes:
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << %b >> >>" % names)


def _doubling(depth: int) -> bytes:
    """Forms that each draw the next one twice: 2 to the power of `depth` drawings."""
    forms = {6 + level: _form(b"/X Do /X Do", b"/X %d 0 R" % (7 + level)) for level in range(depth)}
    return page(stream(_TEXT + b" /X Do"), resources=b"/XObject << /X 6 0 R >>", more={**forms, 6 + depth: _form(b"0 0 1 1 re f", b"")})


_TRUE_TYPE = b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 32 /LastChar 33 /Widths [500 500] /FontDescriptor 6 0 R >>"
_TYPE_1 = _TRUE_TYPE.replace(b"TrueType", b"Type1")
_TYPE_3 = (b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /a 6 0 R >> "
           b"/Encoding << /Differences [67 /a /a /a /a /a /a /a /a /a /a /a /a /a] >> /FirstChar 67 /LastChar 79 "
           b"/Widths [1 1 1 1 1 1 1 1 1 1 1 1 1] /Resources << /Font << /F1 5 0 R >> >> >>")
_BROKEN_TABLES = (b"\x00\x01\x00\x00\x00\x04\x00\x40\x00\x02\x00\x00"
                  + b"".join(name + b"\xff" * 4 + b"\x00\x00\x00\x10\x7f\xff\xff\xff" for name in (b"glyf", b"loca", b"head", b"maxp")))
_BROKEN_CFF = b"\x01\x00\x04\x04\x00\x01\x01\x01" + b"\xff" * 400
_BROKEN_TYPE_1 = b"%!PS-AdobeFont-1.0\n/FontMatrix [0 0 0 0 0 0] def\n/Subrs 2147483647 array\ncurrentfile eexec\n" + bytes(range(256))
_LINES = b"".join(b"%d %d m %d %d l S\n" % (x % 600, x % 700, x % 599, x % 701) for x in range(10_000))

DEADLY = _doubling(25)
"""PDFium takes all the memory that it may have: the reader dies of it, as documented."""

CASES: dict[str, Callable[[], bytes]] = {
    "a stream that unpacks to 20 megabytes": lambda: page(stream(zeros(20), b"/Filter /FlateDecode")),
    "streams packed in streams": lambda: page(flate(zeros(20), 3).replace(b"/Filter [", b"/Filter [/FlateDecode ")),
    "a picture that unpacks to a gigabyte": lambda: _image(b"/FlateDecode", zeros(1000), 30_000, 30_000),
    "words, then 10 megabytes": lambda: page(b"[6 0 R 7 0 R]", more={
        6: stream(_TEXT), 7: stream(zeros(10), b"/Filter /FlateDecode")}),
    "a page tree that contains itself": lambda: _tree(b"[2 0 R 2 0 R]", 2),
    "a page tree that is cyclic": lambda: _tree(b"[3 0 R]", 1, {3: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>"}),
    "a page that is its own parent": lambda: _tree(b"[3 0 R]", 1, {3: b"<< /Type /Page /Parent 3 0 R >>"}),
    "a page tree that counts a billion": lambda: _tree(b"[]", 1_000_000_000),
    "a page tree that counts less than none": lambda: _tree(b"[]", -5),
    "a page tree a thousand deep": lambda: _tree(b"[3 0 R]", 1, {
        number: b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (number - 1, number + 1) for number in range(3, 1003)}),
    "forms that draw themselves": lambda: page(stream(_TEXT + b" /X Do"), resources=b"/XObject << /X 6 0 R >>",
                                               more={6: _form(b"/X Do", b"/X 6 0 R")}),
    "forms that double ten times": lambda: _doubling(10),
    "a content stream that is the page": lambda: page(b"3 0 R"),
    "hundreds of thousands of entries in the table": lambda: page(more={300_000: b"null"}),
    "no table at all": lambda: pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>"}, xref=False),
    "a table that points at itself": lambda: page().replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9999999999 /XRefStm 15"),
    "broken TrueType": lambda: _with_font(_TRUE_TYPE, _BROKEN_TABLES),
    "broken CFF": lambda: _with_font(_TYPE_1, _BROKEN_CFF, b"FontFile3"),
    "broken Type 1": lambda: _with_font(_TYPE_1, _BROKEN_TYPE_1, b"FontFile"),
    "Type 3 glyphs that draw themselves": lambda: page(more={5: _TYPE_3, 6: stream(b"BT /F1 1 Tf (CONF) Tj ET")}),
    "a font that is its own descendant": lambda: page(more={
        5: b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [5 0 R] >>"}),
    "millions of operators": lambda: page(flate(_TEXT + b" q Q" * 2_000_000)),
    "ten thousand lines": lambda: page(flate(_TEXT + b"\n" + _LINES)),
    "a stack twenty thousand deep": lambda: page(flate(_TEXT + b" q" * 20_000)),
    "arrays in arrays": lambda: page(flate(_TEXT + b"[" * 200_000)),
    "dictionaries in dictionaries": lambda: page(more={6: b"<</A" * 200_000 + b">>" * 200_000}),
    "a page without area": lambda: page(box=b"[0 0 0 0]"),
    "a page of negative size": lambda: page(box=b"[0 0 -612 -792]"),
    "a page of a billion inches": lambda: page(box=b"[0 0 1e9 1e9]"),
    "a page like a hair": lambda: page(box=b"[0 0 0.001 14000]"),
    "a page that is no number": lambda: page(box=b"[0 0 NaN /x]"),
    "a page turned by an odd angle": lambda: page(entries=b"/Rotate 37"),
    "a page turned a billion times": lambda: page(entries=b"/Rotate 90000000090"),
    "a page in absurd units": lambda: page(entries=b"/UserUnit 1e30"),
    "a crop beside the page": lambda: page(entries=b"/CropBox [5000 5000 6000 6000]"),
    "broken JBIG2": lambda: _image(b"/JBIG2Decode", b"\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13" + b"\xff" * 100),
    "broken JPEG 2000": lambda: _image(b"/JPXDecode", b"\x00\x00\x00\x0cjP  \r\n\x87\n" + b"\xff\x4f\xff\x51\x00\x2f" + b"\xff" * 200),
    "broken JPEG": lambda: _image(b"/DCTDecode", b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03\x01\x22\x00" + bytes(50)),
    "a fax that has no end": lambda: _image(b"/CCITTFaxDecode", bytes(1000), 60_000, 60_000),
    "many more words than a page has": lambda: page(flate(
        b"BT /F1 1 Tf 1 TL 0 700 Td " + b"(mot mot mot mot mot mot mot mot) ' " * 2600 + b"ET")),
    "an action that opens a program": lambda: page(
        entries=b"/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >> "
                b"/Annots [<< /Subtype /Link /A << /S /Launch /F (/bin/sh) >> >>]"),
    "a password nobody knows": lambda: page().replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Standard /V 9 /R 9 >>"),
}
