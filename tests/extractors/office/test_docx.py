"""Word letters: all that a reader of the letter sees is read, in order, and nothing else."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from extractors.intake.limits import LIMITS
from extractors.intake.media import DOCX, admit
from tests.extractors.office.letters import drawn, lines, p, r, read, scan, word


def _saved(document: docx.document.Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_letter_has_pages_like_any_paper() -> None:
    """A Word letter comes as upright letter pages of words with boxes, from a text."""
    document = docx.Document()
    document.add_heading("Attestation d’emploi", 1)
    document.add_paragraph("Nous attestons que Madame Exemple travaille ici.")
    right = document.add_paragraph("Le 3 juin 2025")
    right.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    content = _saved(document)

    [page] = read(content)

    assert admit(content, LIMITS) == DOCX
    assert (page.source, page.width, page.height, page.rotation, page.issues) == ("text", 612, 792, 0, ())
    assert page.text.splitlines() == ["Attestation d’emploi", "Nous attestons que Madame Exemple travaille ici.", "Le 3 juin 2025"]
    heading, body, date = page.rows
    assert heading.box.height > body.box.height
    assert date.box.x0 > 0.6


@pytest.mark.parametrize(("inside", "shown"), [
    (p("un", "deux"), "undeux"),
    ("<w:sdt><w:sdtContent>" + p("bloc") + "</w:sdtContent></w:sdt>", "bloc"),
    (p("a ", "<w:sdt><w:sdtContent>" + r("b") + "</w:sdtContent></w:sdt>", " c"), "a b c"),
    (p('<w:hyperlink r:id="rId9">' + r("lien") + "</w:hyperlink>"), "lien"),
    (p("<w:smartTag><w:smartTag>" + r("Laval") + "</w:smartTag></w:smartTag>"), "Laval"),
    (p('<w:fldSimple w:instr="DATE">' + r("3 juin") + "</w:fldSimple>"), "3 juin"),
    (p("<w:ins>" + r("ajout") + "</w:ins>", "<w:moveTo>" + r(" venu") + "</w:moveTo>"), "ajout venu"),
    (p("<w:r><w:t>aide</w:t><w:noBreakHyphen/><w:t>soi</w:t><w:softHyphen/><w:t>gnante</w:t></w:r>"), "aide-soignante"),
    (p("<w:r><w:t>Nom</w:t><w:tab/><w:t>Diallo</w:t></w:r>"), "Nom | Diallo"),
    (p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', " temps plein"), "☑ temps plein"),
    (p('<w:r><w:sym w:font="Webdings" w:char="F0EE"/></w:r>', " signe"), "\ufffd signe"),
    (p(r("ü", '<w:rFonts w:ascii="Wingdings"/>'), " oui"), "✓ oui"),
    (p(r("Société Éole", "<w:caps/>")), "SOCIÉTÉ ÉOLE"),
    (p(r("Société", "<w:smallCaps/>")), "Société"),
    (p("37,5", r("2", '<w:vertAlign w:val="superscript"/>')), "37,5²"),
    (p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "x+1"),
    (p('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar>'
       "<w:instrText>FORMCHECKBOX</w:instrText></w:r>", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', " permanent"), "☒ permanent"),
])
def test_what_is_displayed_is_read(inside: str, shown: str) -> None:
    """Content controls, links, fields, insertions, signs and capitals come as they are displayed."""
    assert lines(word(inside)) == [shown]


@pytest.mark.parametrize("hidden", [
    "<w:del><w:r><w:delText>ancien</w:delText></w:r></w:del>",
    "<w:moveFrom>" + r("parti") + "</w:moveFrom>",
    r("caché", "<w:vanish/>"),
    r("caché", '<w:rStyle w:val="Hidden"/>'),
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>MERGEFIELD</w:instrText></w:r>' + r("instruction")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
])
def test_what_is_not_displayed_is_not_read(hidden: str) -> None:
    """Deletions, hidden text, instructions of fields and comments are not there."""
    styles = ('<w:styles><w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
              '<w:style w:type="character" w:styleId="Hidden"><w:basedOn w:val="Base"/></w:style></w:styles>')
    comments = "<w:comments><w:comment w:id='1'>" + p("remarque") + "</w:comment></w:comments>"

    assert lines(word(p("avant ", hidden, "après"), {"styles.xml": styles, "comments.xml": comments})) == ["avant après"]


def test_a_field_over_several_runs_shows_its_result_only() -> None:
    """Of a complex field, nested or not, the result is there and the instruction is not."""
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    nested = mark("begin") + r("MERGEFIELD") + mark("separate") + r("dedans") + mark("end")

    inside = p("le ", mark("begin"), r(" IF "), nested, mark("separate"), r("3 juin"), mark("end"), " 2025")

    assert lines(word(inside)) == ["le 3 juin 2025"]


def test_paragraphs_whose_mark_is_deleted_run_on() -> None:
    """Two paragraphs that a tracked change has joined are one."""
    assert lines(word("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("37") + "</w:p>" + p(",5 heures"))) == ["37,5 heures"]


def test_a_text_box_is_read_once() -> None:
    """Of the two versions of a text box that Word writes, one is read, after the paragraph that it is anchored to."""
    box = "<w:txbxContent>" + p("Cabinet Lévis") + "</w:txbxContent>"
    both = (f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><a:graphic>{box}</a:graphic></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>")

    assert lines(word(p("Bonjour", both) + p("Adieu"))) == ["Bonjour", "Cabinet Lévis", "Adieu"]


def test_tables_keep_rows_and_cells() -> None:
    """Cells stand beside each other; merged cells are one; a cell may hold several paragraphs or a table."""
    document = docx.Document()
    table = document.add_table(3, 3, style="Table Grid")
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            cell.text = f"case {number}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Poste occupé"
    table.cell(1, 2).text = "aider\nlaver"
    table.cell(2, 2).add_table(1, 2).cell(0, 1).text = "dedans"

    read_lines = lines(_saved(document))

    assert read_lines[0] == "Poste occupé | case 2"
    assert read_lines[1] == "case 0 | case 1 | aider laver"
    assert read_lines[2].startswith("case 0 | case 1 | case 2") and "dedans" in " ".join(read_lines)


def test_a_crowded_table_keeps_its_words_whole() -> None:
    """Many narrow columns are set smaller; no word is broken and no two cells run together."""
    document = docx.Document()
    table = document.add_table(2, 9, style="Table Grid")
    for row in table.rows:
        for cell in row.cells:
            cell.text = "préposée"

    assert lines(_saved(document)) == [" | ".join(["préposée"] * 9)] * 2


def test_deleted_rows_are_gone_and_wrapped_ones_are_there() -> None:
    """A row that a tracked change deletes is not there; rows and cells inside content controls are."""
    def cell(text: str) -> str:
        return f"<w:tc>{p(text)}</w:tc>"
    table = (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell('parti')}</w:tr><w:sdt><w:sdtContent><w:tr>{cell('un')}<w:sdt><w:sdtContent>"
             f"{cell('deux')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>")

    assert lines(word(table)) == ["un | deux"]


def test_headers_stand_above_and_footers_below() -> None:
    """The header of the first page comes first and its footer last; those of other pages only where there are other pages."""
    parts = {f"{kind}{number}.xml": f"<w:{short}>{p(text)}</w:{short}>" for kind, short, number, text in (
        ("header", "hdr", 1, "Première"), ("header", "hdr", 2, "Suite"), ("footer", "ftr", 1, "Bas de page"))}
    section = ('<w:sectPr><w:headerReference w:type="first" r:id="rId1"/><w:headerReference w:type="default" r:id="rId2"/>'
               '<w:footerReference w:type="first" r:id="rId3"/><w:titlePg/></w:sectPr>')

    assert lines(word(p("Texte") + section, parts)) == ["Première", "Texte", "Bas de page"]
    assert lines(word(p("Texte") + p('<w:r><w:br w:type="page"/></w:r>') + p("fin") + section, parts)) == [
        "Première", "Texte", "fin", "Suite", "Bas de page"]
    assert lines(word(p("Texte") + section.replace("<w:titlePg/>", ""), parts)) == ["Suite", "Texte"]


def test_a_page_break_begins_a_page() -> None:
    """Breaks, paragraphs said to begin a page, and sections part the letter into pages."""
    before = "<w:p><w:pPr><w:pageBreakBefore/></w:pPr>" + r("trois") + "</w:p>"
    section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"

    pages = read(word(p("un", '<w:r><w:br w:type="page"/></w:r>', "deux") + before + section + p("quatre")))

    assert [page.text for page in pages] == ["un", "deux", "trois", "quatre"]


def test_notes_stand_at_the_end_with_their_marks() -> None:
    """A mark stays apart from the number before it, and the note follows the text."""
    notes = '<w:footnotes><w:footnote w:id="7">' + p("<w:r><w:footnoteRef/></w:r>", "à confirmer") + "</w:footnote></w:footnotes>"

    assert lines(word(p("37,5", '<w:r><w:footnoteReference w:id="7"/></w:r>', " heures"), {"footnotes.xml": notes})) == [
        "37,5 ¹ heures", "¹ à confirmer"]


def test_list_items_show_their_labels() -> None:
    """Bullets and numbers are there as displayed, and none where none is displayed."""
    document = docx.Document()
    for style, text in (("List Number", "laver"), ("List Number", "habiller"), ("List Bullet", "nourrir"), ("Normal", "2 repas")):
        document.add_paragraph(text, style=style)

    assert lines(_saved(document)) == ["1. laver", "2. habiller", "• nourrir", "2 repas"]


@pytest.mark.parametrize(("level", "label"), [
    ('<w:start w:val="3"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%1)"/>', "(iii) "),
    ('<w:numFmt w:val="none"/><w:lvlText w:val="%1."/>', ""),
    ('<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1."/>', ""),
    ('<w:numFmt w:val="decimal"/><w:lvlText w:val=""/>', ""),
])
def test_a_number_is_never_invented(level: str, label: str) -> None:
    """A format of numbers that shows none, or that is not known, gives no number."""
    numbering = (f'<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
                 '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>')
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr>' + r("article") + "</w:p>"

    assert lines(word(item, {"numbering.xml": numbering})) == [f"{label}article"]


def test_a_pasted_scan_is_read_as_a_picture() -> None:
    """A large picture is a page of its own, read optically; a logo is none, and nothing outside of the file is fetched."""
    link = f'<Relationship Id="rId8" Type="image" Target="file:///{__file__}" TargetMode="External"/>'
    content = word(p("Ci-joint le résultat") + p(drawn("rId1")) + p(drawn("rId1", 3.0), drawn("rId8", how="link"), drawn("rId8")),
                   {"image1.png": scan("test.pdf")}, links=link)

    text, picture = read(content)

    assert (text.source, text.text) == ("text", "Ci-joint le résultat")
    assert picture.source == "ocr" and {"428", "455", "402", "431"} <= {word.text for word in picture.words}


def test_an_empty_letter_is_a_blank_page() -> None:
    """A document without a word has one page, which says that it is blank."""
    [page] = read(_saved(docx.Document()))

    assert [issue.code for issue in page.issues] == ["blank_page"]


def test_macros_and_other_names_of_the_main_part() -> None:
    """A letter with macros is read without them, and the main part is the one that the package names."""
    assert lines(word(p("Bonjour à tous"), {"vbaProject.bin": b"\xd0\xcf\x11\xe0"}, main="word/document2.xml")) == ["Bonjour à tous"]
