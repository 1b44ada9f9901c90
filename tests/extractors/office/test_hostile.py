"""Hostile and damaged office files: every one ends in a reason, soon, and none in a traceback."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from extractors.errors import Encrypted, ReadingError, TooLarge, TooManyPages, Unreadable, UnsupportedType
from extractors.intake.limits import LIMITS, Limits
from extractors.intake.media import DOCX, ODT, PDF, UNKNOWN, admit, media_type, name_disagrees
from extractors.messages import message
from extractors.pages import count_pages
from tests.extractors.office.letters import drawn, lines, odt, p, read, word, zipped

_OLD = bytes.fromhex("d0cf11e0a1b11ae1")
_LAUGHS = ('<!DOCTYPE x [<!ENTITY a "haha">' + "".join(f'<!ENTITY {two} "{"&" + one + ";"}{("&" + one + ";") * 9}">' for one, two in (
    ("a", "b"), ("b", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("f", "g"), ("g", "h"), ("h", "i"))) + "]>")
_OUTSIDE = f'<!DOCTYPE x [<!ENTITY i SYSTEM "file://{__file__}">]>'


@pytest.mark.parametrize("content", [word(p("&i;"), prolog=_LAUGHS), odt("<text:p>&i;</text:p>", prolog=_LAUGHS),
                                     word(p("&i;"), prolog=_OUTSIDE), odt("<text:p>&i;</text:p>", prolog=_OUTSIDE),
                                     word('<w:p w:x="&i;"/>', prolog=_LAUGHS), word(p("x"), {"styles.xml": _OUTSIDE + "<w:styles/>"})])
def test_no_entity_is_resolved(content: bytes) -> None:
    """Entities that grow without end, or fetch a file, are never followed: such a file is refused."""
    with pytest.raises(Unreadable):
        read(content)


@pytest.mark.parametrize("limits", [
    replace(LIMITS, zip_entries=3), replace(LIMITS, zip_bytes=1_000_000), replace(LIMITS, zip_entry_bytes=1_000_000),
    replace(LIMITS, zip_ratio=50), replace(LIMITS, xml_bytes=1_000_000), replace(LIMITS, office_letters=1000)])
def test_bombs_are_refused_by_their_directory(limits: Limits) -> None:
    """Too many parts, too large ones, too dense ones and too many paragraphs are too large."""
    with pytest.raises(TooLarge):
        read(word(p("travail") * 60_000), limits)


def test_a_part_that_lies_about_its_size() -> None:
    """A part is never unpacked beyond the size that the directory says."""
    content = bytearray(word(p("travail " * 1000)))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = content.rfind(b"word/document.xml") if signature == b"PK\x01\x02" else content.find(b"word/document.xml")
        start = content.rfind(signature, 0, at)
        content[start + offset:start + offset + 4] = (50).to_bytes(4, "little")

    with pytest.raises(Unreadable):
        read(bytes(content))


@pytest.mark.parametrize("content", [
    word(p("x"))[:400], odt("<text:p/>")[:600], word("<w:p>").replace(b"PK\x01\x02", b"PK\x01\x03"), word("<w:p>"), odt("<text:p>"),
    zipped({"[Content_Types].xml": "", "word/document.xml": "<x/>"}), word(p("x"), main="word/document.xml").replace(b"rels", b"sler"),
    zipped({"mimetype": ODT, "other.xml": "<x/>"}), word("<w:altChunk/>"), word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "x")),
    word('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr></w:tc></w:tr></w:tbl>'),
])
def test_damaged_files_are_unreadable(content: bytes) -> None:
    """A torn zip, missing parts, wrong XML, a letter inside a letter and a field without an end are unreadable."""
    with pytest.raises(Unreadable):
        read(content)


def test_parts_of_one_name_are_unreadable() -> None:
    """Two parts of one name would show different letters to different readers."""
    packed = io.BytesIO(word(p("un")))
    with zipfile.ZipFile(packed, "a") as package, pytest.warns(UserWarning):
        package.writestr("word/document.xml", "<x/>")

    with pytest.raises(Unreadable):
        read(packed.getvalue())


@pytest.mark.parametrize(("before", "after"), [
    ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")])
def test_deep_nesting(before: str, after: str) -> None:
    """Thousands of tables or controls inside each other are unreadable; a few dozen are read."""
    with pytest.raises(Unreadable):
        read(word(before * 5000 + p("x") + after * 5000))
    assert lines(word(before * 30 + p("au fond") + after * 30)) == ["au fond"]


def test_what_nests_in_runs() -> None:
    """Spans inside of spans without end are unreadable."""
    with pytest.raises(Unreadable):
        read(odt("<text:p>" + "<text:span>" * 5000 + "x" + "</text:span>" * 5000 + "</text:p>"))


def test_tables_of_any_size_are_set() -> None:
    """Very many columns fall back to lines; a cell longer than a page goes on over pages; nothing is lost."""
    def table(*rows: list[str]) -> str:
        return "<w:tbl>" + "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows) + "</w:tbl>"
    numbers = [f"n{number}" for number in range(300)]

    wide = " ".join(lines(word(table([p(number) for number in numbers])))).split()
    tall = read(word(table(["".join(p(number) for number in numbers), p("droite")])))

    assert [text for text in wide if text != "|"] == numbers
    assert len(tall) > 2
    assert [each.text for page in tall for each in page.words if each.text != "droite"] == numbers


def test_no_more_pages_than_the_limit() -> None:
    """A letter of more pages than are read is refused, whatever makes them many."""
    few = replace(LIMITS, pages=3)
    breaks = p("x", '<w:r><w:br w:type="page"/></w:r>') * 5
    pictures = p(drawn("rId1")) * 5
    rows = f"<w:tbl>{f'<w:tr><w:tc>{p(str())}</w:tc></w:tr>' * 400}</w:tbl>"

    for content in (word(breaks), word(p("mot ") * 400), word(rows)):
        with pytest.raises(TooManyPages):
            read(content, few)
    with pytest.raises(TooManyPages):
        count_pages(word(pictures, {"image1.png": _white()}), DOCX, few)
    assert count_pages(word(breaks), DOCX) == 5


def _white() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (400, 500), "white").save(file, "PNG")
    return file.getvalue()


def test_a_picture_that_cannot_be_opened_leaves_a_blank_page() -> None:
    """A large picture of a kind that is not read is a page that says that it is blank, so that a person looks."""
    pages = read(word(p("Voir plus bas") + p(drawn("rId1")), {"image1.emf": b"\x01\x00\x00\x00"}))

    assert [[issue.code for issue in page.issues] for page in pages] == [[], ["blank_page"]]


def test_passwords() -> None:
    """A Word file with a password is an old container with the new one encrypted inside; zip and OpenDocument have their own ways."""
    flagged = bytearray(word(p("x")))
    at = flagged.find(b"PK\x01\x02")
    flagged[at + 8] |= 1
    manifest = '<manifest><file-entry><encryption-data/></file-entry></manifest>'

    for content in (_OLD + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), bytes(flagged),
                    odt("<text:p>x</text:p>", files={"META-INF/manifest.xml": manifest})):
        with pytest.raises(Encrypted):
            read(content)


def test_an_old_word_file_says_what_to_do() -> None:
    """A binary .doc is not read, and the message says to save it anew."""
    with pytest.raises(UnsupportedType) as refused:
        admit(_OLD + b"\0" * 600, LIMITS)

    assert ".doc" in message(refused.value.code)["fr"] and ".docx" in message(refused.value.code)["en"]


def test_the_type_is_told_by_the_content() -> None:
    """A zip is what its parts make it, whatever else lies in it; a PDF stays one with a zip behind it."""
    letter, other = word(p("x")), zipped({"a.txt": "%PDF-1.7"})

    assert media_type(letter) == media_type(letter + b"%PDF-1.7") == DOCX
    assert media_type(odt("")) == ODT
    assert media_type(other) == media_type(zipped({"mimetype": "application/epub+zip"})) == UNKNOWN
    assert media_type(b"%PDF-1.7\n" + letter) == PDF
    assert name_disagrees("lettre.docx", PDF) and name_disagrees("lettre.pdf", DOCX) and name_disagrees("lettre.docx", ODT)
    assert not name_disagrees("lettre.docm", DOCX) and not name_disagrees("lettre.odt", ODT)


@given(st.data())
def test_any_damage_has_a_reason(data: st.DataObject) -> None:
    """Whatever bytes of a letter are changed, it is read or refused."""
    content = bytearray(data.draw(st.sampled_from([_LETTER, _OPEN_LETTER])))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    media = data.draw(st.sampled_from([DOCX, ODT]))
    try:
        assert count_pages(bytes(content), media) >= 1
    except ReadingError as reason:
        assert reason.code


_LETTER, _OPEN_LETTER = word(p("Nous attestons que")), odt("<text:p>Nous attestons que</text:p>")
