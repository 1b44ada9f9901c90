"""OpenDocument letters: all that a reader of the letter sees is read, in order, and nothing else."""

from __future__ import annotations

import io

import odfdo
import pytest

from extractors.intake.limits import LIMITS
from extractors.intake.media import ODT, admit
from tests.extractors.office.letters import lines, odt, read, scan


def _p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def test_a_letter_has_pages_like_any_paper() -> None:
    """An OpenDocument letter, as a library writes it, comes as a page of words from a text."""
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Attestation d’emploi"))
    document.body.append(odfdo.Paragraph("Poste :\tpréposée"))
    document.body.append(odfdo.List(["laver", "habiller"]))
    table = odfdo.Table("Postes", width=2, height=1)
    table.set_value((0, 0), "Durée")
    table.set_value((1, 0), "3 ans")
    document.body.append(table)
    file = io.BytesIO()
    document.save(file)

    [page] = read(file.getvalue())

    assert admit(file.getvalue(), LIMITS) == ODT
    assert (page.source, page.width, page.height) == ("text", 612, 792)
    assert lines(file.getvalue())[:2] == ["Attestation d’emploi", "Poste : | préposée"]
    assert page.text.splitlines()[-1] == "Durée 3 ans" and {"laver", "habiller"} <= set(page.text.split())


@pytest.mark.parametrize(("inside", "shown"), [
    ("a<text:s text:c='1'/>b", "a b"),
    (" a \n  b<text:span> c</text:span> ", "a b c"),
    ("Nom<text:tab/>Diallo", "Nom | Diallo"),
    ("le <text:date>3 juin 2025</text:date>", "le 3 juin 2025"),
    ("<text:a xlink:href='http://x.example'>lien</text:a>", "lien"),
    ("<text:title>Attestation</text:title>", "Attestation"),
    ("<text:bookmark-start text:name='x'/>là<text:bookmark-end text:name='x'/>", "là"),
    ("<text:hidden-text text:is-hidden='false'>montré</text:hidden-text>", "montré"),
    ("<text:span text:style-name='Caps'>Éole</text:span>", "ÉOLE"),
    ("37,5<text:span text:style-name='Up'>2</text:span>", "37,5²"),
    ("<text:span text:style-name='Wing'>ü</text:span> oui", "✓ oui"),
])
def test_what_is_displayed_is_read(inside: str, shown: str) -> None:
    """Blanks, tabs, fields, links, capitals and signs come as they are displayed."""
    styles = ('<style:style style:name="Caps" style:family="text"><style:text-properties fo:text-transform="uppercase"/></style:style>'
              '<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
              '<style:style style:name="Wing" style:family="text"><style:text-properties style:font-name="Wingdings"/></style:style>')

    assert lines(odt(_p(inside), styles=styles)) == [shown]


@pytest.mark.parametrize("hidden", [
    "<office:annotation><text:p>remarque</text:p></office:annotation>",
    "<text:span text:style-name='Hidden'>caché</text:span>",
    "<text:hidden-text text:is-hidden='true'>caché</text:hidden-text>",
    "<text:variable-set text:display='none'>3</text:variable-set>",
])
def test_what_is_not_displayed_is_not_read(hidden: str) -> None:
    """Comments and hidden text are not there."""
    style = '<style:style style:name="Hidden" style:family="text"><style:text-properties text:display="none"/></style:style>'

    assert lines(odt(_p(f"avant {hidden}après"), automatic=style)) == ["avant après"]


def test_deletions_and_hidden_sections_are_not_read() -> None:
    """What a tracked change took out is kept in the file and not displayed; nor is a hidden section."""
    removed = f"<text:tracked-changes><text:deletion>{_p('ancien')}</text:deletion></text:tracked-changes>"
    section = f"<text:section text:display='none'>{_p('caché')}</text:section><text:section>{_p('montré')}</text:section>"

    assert lines(odt(removed + section + _p("neuf"))) == ["montré", "neuf"]


def test_headers_stand_above_and_footers_below() -> None:
    """The letterhead of the first page comes first, its footer last; those of later pages only where there are later pages."""
    masters = (f'<style:master-page style:name="First" style:next-style-name="Standard"><style:header>{_p("Première")}</style:header>'
               f'</style:master-page><style:master-page style:name="Standard"><style:header>{_p("Suite")}</style:header>'
               f'<style:footer>{_p("Bas de page")}</style:footer></style:master-page>')
    automatic = '<style:style style:name="P1" style:family="paragraph" style:master-page-name="First"/>'

    assert lines(odt(_p("Texte"), masters=masters)) == ["Suite", "Texte", "Bas de page"]
    assert lines(odt(_p("Texte", "P1"), masters=masters, automatic=automatic)) == ["Première", "Texte"]
    assert lines(odt(_p("Texte", "P1") + _p("<text:soft-page-break/>fin"), masters=masters, automatic=automatic)) == [
        "Première", "Texte", "fin", "Suite", "Bas de page"]


def test_a_page_break_begins_a_page() -> None:
    """Paragraphs said to begin or to end a page part the letter into pages."""
    automatic = "".join(f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties fo:break-{name}="page"/>'
                        "</style:style>" for name in ("before", "after"))

    pages = read(odt(_p("un") + _p("deux", "before") + _p("trois", "after") + _p("quatre"), automatic=automatic))

    assert [page.text for page in pages] == ["un", "deux\ntrois", "quatre"]


def test_tables_keep_rows_and_cells() -> None:
    """Cells stand beside each other, merged and repeated ones too; a cell may hold several paragraphs."""
    def cell(inside: str, attributes: str = "") -> str:
        return f"<table:table-cell {attributes}>{inside}</table:table-cell>"
    border = ('<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:border="0.05pt solid #000000"/>'
              "</style:style>")
    table = ("<table:table><table:table-column table:number-columns-repeated='3'/><table:table-header-rows><table:table-row>"
             + cell(_p("Poste occupé"), "table:number-columns-spanned='2' table:style-name='Ruled'") + "<table:covered-table-cell/>"
             + cell(_p("Durée")) + "</table:table-row></table:table-header-rows><table:table-row>" + cell(_p("aider") + _p("laver"))
             + cell(_p("oui"), "table:number-columns-repeated='2'") + "</table:table-row></table:table>")

    assert lines(odt(table, automatic=border)) == ["Poste occupé | Durée", "aider laver | oui | oui"]


def test_list_items_show_their_labels() -> None:
    """Bullets and numbers are there as displayed, and none where none is displayed."""
    styles = ('<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")"/>'
              '<text:list-level-style-bullet text:level="2" text:bullet-char="-"/></text:list-style><text:list-style style:name="None">'
              '<text:list-level-style-number text:level="1" style:num-format=""/></text:list-style>')
    items = (f'<text:list text:style-name="N"><text:list-item>{_p("un")}</text:list-item><text:list-item>{_p("deux")}{_p("suite")}'
             f'<text:list><text:list-item>{_p("dedans")}</text:list-item></text:list></text:list-item></text:list>'
             f'<text:list text:style-name="None"><text:list-item>{_p("rien")}</text:list-item></text:list>')

    assert lines(odt(items, styles=styles)) == ["a) un", "b) deux", "suite", "• dedans", "rien"]


def test_notes_and_text_boxes_are_read() -> None:
    """A note stands at the end with its mark; a text box after the paragraph that it is anchored to."""
    note = (f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{_p('à confirmer')}</text:note-body></text:note>")
    box = f"<draw:frame><draw:text-box>{_p('Cabinet Lévis')}</draw:text-box></draw:frame>"

    assert lines(odt(_p(f"37,5{note} heures{box}") + _p("fin"))) == ["37,5 ¹ heures", "Cabinet Lévis", "fin", "¹ à confirmer"]


def test_a_pasted_scan_is_read_as_a_picture() -> None:
    """A large picture is a page of its own, read optically; a logo is none, and nothing outside of the file is fetched."""
    def frame(reference: str, width: str) -> str:
        return f'<draw:frame svg:width="{width}" svg:height="20cm"><draw:image xlink:href="{reference}"/></draw:frame>'
    content = odt(_p("Ci-joint" + frame("Pictures/1.png", "16cm")) + _p(frame("Pictures/1.png", "3cm") + frame("../../etc/passwd", "9cm")),
                  files={"Pictures/1.png": scan("test.pdf")})

    text, picture = read(content)

    assert (text.source, text.text) == ("text", "Ci-joint")
    assert picture.source == "ocr" and "428" in picture.text


def test_an_empty_letter_is_a_blank_page() -> None:
    """A document without a word has one page, which says that it is blank."""
    [page] = read(odt(""))

    assert [issue.code for issue in page.issues] == ["blank_page"]
