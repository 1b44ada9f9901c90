"""What was awarded, by whom, in what: alike on diplomas, transcripts and evaluations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.fields.finding import Finding, Span
from extractors.fields.labels import labelled
from extractors.fields.levels import CredentialFound, find_credentials
from extractors.fields.text.plain import key
from extractors.fields.where.gazetteer import COUNTRIES
from extractors.fields.where.places import country_of
from extractors.kinds.sheet.parts import is_tall
from extractors.kinds.study.field import find_study_field
from extractors.kinds.study.running import running
from extractors.paper import Cell, Paper

_INTRODUCED = re.compile(
    r"(?:grade (?:academique )?de|degree of|titre de|titulo (?:academico )?de|grado de|diplome suivant"
    r"|examen(?:s|ination)? (?:du|de|of)|ad gradum|title of|diplome de|programme?(?: (?:de|d'|of|en))? ?:?|course ?:|qualification ?:"
    r"|credential ?:?)\s*(?:/[^\n:]{3,40})?[:\s]*$",
    re.ASCII,
)
_WITH_IT = re.compile(
    r"(?:conferant|valant|emportant|confere (?:a son titulaire|a l'interessee?|de plein droit|egalement|en outre)|donne droit au"
    r"|ouvre droit au"
    r"|lui confere|vaut|qui confere|confere)(?: de plein droit)?\s(?:le |du )?grade (?:universitaire )?de\s?$"
    r"|(?:equivalent|comparable|equivaut|access?|admission|holder of|titulaire)[a-z ']{0,16}\s(?:a|au|to|to a|du|de la|d'une?"
    r"|of an?)\s(?:la |le |l'|the )?$"
    r"|office (?:national )?du\s$",
    re.ASCII,
)
"""A degree that goes with the one awarded (« confère le grade de master »), that was needed to get there, or that an office has in its
name."""
_SCHOOL = re.compile(
    r"universi(?:te|ty|dad|dade|tatea|tas)\b|(?:corporation|institut|centre|fondation) universitaire|(?:corporacion"
    r"|fundacion) universitaria|centro universitario|\bfaculdades?\b|\bcolleges?\b|\bcegep\b|institut(?:e|o)?\b|\becole\b"
    r"|\bschool\b|academie (?:regionale )?d|haute ecole|polytechni|\bescuela\b|\bboard of\b|\blycee\b"
    r"|centre de formation|\bfaculte\b|\bacademy\b|office du baccalaureat|\bconservatoire\b"
    r"|\bfachhochschule\b|hochschule|\b[a-z]*vidyalaya\b|\bvidyapee?th?[a-z]*\b",
    re.ASCII,
)
_MINISTRY = re.compile(r"minist(?:ere|ry) (?:de|of|du)\b", re.ASCII)
_NO_SCHOOL = re.compile(
    r"^(?:l[ea] |les |l'|given|the (?!(?:[a-z]+ ){0,3}(?:universit|college|institute|school))|nous|sur |under|au |du |de |a |vu |il |has "
    r"|having|by |for |este"
    r"|el |bureau|service|serial|office of|vice|president|director|directeur|doyen|recteur|rector|dean"
    r"|secretaire|registra|montant|enseignement|academic|annee|ce |cette|this|loi |reglement |decret )|\b(?:atteste|certif|conf[eè]r"
    r"|confer|chancellor"
    r"|registrar|signature)",
    re.ASCII,
)
_ONLY_QUEBEC = re.compile(
    r"gouvernement du quebec|attestation d'etudes collegiales|diplome d'etudes collegiales"
    r"|attestation de specialisation professionnelle|\bcode permanent\b",
    re.ASCII,
)
_BIRTH_ROWS = re.compile(r"\bnee?\b|\bborn\b|naissance|birth|nationalit|nacid", re.ASCII)


def find_country(paper: Paper) -> Finding | None:
    """The country of the school: told by a label, or by all the paper's words but those about a birth."""
    for value in labelled(paper, "country"):
        told = country_of(paper.folded(value.span))
        if told is not None:
            return Finding("institution.country", told[0], (value.span,), "label")
    only = _ONLY_QUEBEC.search(paper.plain)
    if only is not None:
        return Finding("institution.country", "CA-QC", (), "inferred", agreed=True)
    told = country_of("\n".join(_rows_without_birth(paper)))
    if told is None:
        likely = next((country for country, pattern in _SCHOOL_WORDS if pattern.search(paper.flat)), None)
        return None if likely is None or not _silent(paper) else Finding("institution.country", likely, (), "inferred", 2)
    return Finding("institution.country", told[0], (), "inferred", 2 * (told[1] == 0), agreed=told[1] > 1)


_SCHOOL_WORDS = (
    ("FR", re.compile(r"credits? europeens|(?<![a-z])(?:iut|ufr)(?![a-z]).*(?<![a-z])ects(?![a-z])|bachelor universitaire de technologie")),
    ("CA-QC", re.compile(r"bacheliere?s? .*programme de baccalaureat"
                         r"|(?:universite|college|cegep|institut) (?:de l'|de la |des |du |d')(?:[a-z]+-)?"
                         r"(?:abitibi|outaouais|mauricie|estrie|monteregie|lanaudiere|gaspesie|richelieu|saint-laurent|bois-francs)\b")),
    ("US", re.compile(r"community college.*associate (?:in|of)|board of regents")),
)
"""Words that schools of hardly more than one country use: weak, and only where nothing names a country."""


_COUNTRY = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, COUNTRIES))})(?![a-z])", re.ASCII)


def _silent(paper: Paper) -> bool:
    """Whether no country is named at all, rather than several."""
    return country_of(paper.flat) is None and _COUNTRY.search(paper.flat) is None


def _rows_without_birth(paper: Paper) -> Iterator[str]:
    """The rows that do not speak of a birth; of one that goes on from such a row, what stands behind the place in brackets."""
    after_birth = False
    for number in range(len(paper.rows)):
        row = paper.folded(paper.row_span(number))
        if not _BIRTH_ROWS.search(row):
            yield row.partition(")")[2] if after_birth and row.startswith("(") else row
        after_birth = _BIRTH_ROWS.search(row) is not None


def find_credential(paper: Paper, country: str | None) -> Iterator[Finding]:
    """Title, level and field of the main credential of the paper."""
    best = _main(paper, country)
    if best is None:
        field = find_study_field(paper, None)
        if field is not None:
            yield field
        return
    credential, introduced = best
    title = _with_its_sort(paper, _trimmed(paper, credential.span))
    is_cut = paper.folded(title).split()[-1:] in (["de"], ["of"], ["en"], ["in"])
    rest = _below_in_its_column(paper, title) if is_cut else None
    if rest is not None or not is_cut:  # else it is cut where its name began
        spans = (title,) if rest is None else (title, rest)
        yield Finding("credential.title", " ".join(map(paper.words, spans)), spans, "phrase" if introduced else "layout")
    field = find_study_field(paper, title)
    if credential.level is not None:
        yield Finding("credential.level", credential.level, (), "inferred", agreed=not credential.weak)
    if field is not None:
        yield field


def find_institution(paper: Paper) -> Finding | None:
    """The school: on a recommendation line, beside a label, at the head of the paper; a ministry where there is none."""
    heads = [
        _head(paper, cell, number) for number, row in enumerate(paper.rows) for cell in row if _is_school(paper, cell, _SCHOOL)
    ]
    university = next((one for one in heads if one.doubts < 2 and _UNIVERSITY.search(key(str(one.value)))), None)
    recommended = re.search(r"recommandation (?:du |de la |de l')(?P<school>[^,\n\t]{4,70})", paper.plain)
    if (
        recommended
        and university is None
        and _SCHOOL.search(recommended["school"])
        and not re.match(r"(?:faculte|l'universite|conseil)", recommended["school"])
    ):
        return Finding("institution.name", paper.words(recommended.span("school")), (recommended.span("school"),), "phrase")
    for sure in (0, 1, 2):
        found = next((head for head in heads if head.doubts == sure), None)
        if found is not None:
            if university is not None and not _UNIVERSITY.search(key(str(found.value))):
                return found.doubted()  # a school of a university, or one beside it
            again = sum(str(found.value).lower() == str(other.value).lower() for other in heads) > 1
            return replace(found, agreed=again)
    ministry = next((cell for cell in paper.cells if _is_school(paper, cell, _MINISTRY)), None)
    return None if ministry is None else replace(_head(paper, ministry, ministry.row), doubts=2)


_UNIVERSITY = re.compile(r"\buniversi", re.ASCII)


def _main(paper: Paper, country: str | None) -> tuple[CredentialFound, bool] | None:
    """The credential that the paper awards: one introduced by « le grade de », else one that begins a cell, in the largest
    letters."""
    best: tuple[float, CredentialFound, bool] | None = None
    for credential in find_credentials(running(paper), country):
        before = paper.plain[max(0, credential.span[0] - 50) : credential.span[0]]
        introduced = _INTRODUCED.search(before) is not None
        cell = _cell_at(paper, credential.span[0])
        starts = cell is not None and credential.span[0] - cell.start <= 2
        if credential.short and not (introduced or starts):
            continue
        height = paper.quote(credential.span).boxes[0].height
        rank = (
            2.0 * introduced
            + (starts and not credential.short)
            + min(height * 20, 0.9)
            - 2.5 * (_WITH_IT.search(before) is not None or (_of_engineers(paper) and paper.folded(credential.span) == "master"))
            - 0.5 * ("est " in paper.plain[credential.span[1] : credential.span[1] + 6])
        )
        if best is None or rank > best[0]:
            best = (rank, credential, introduced or starts)
    return None if best is None else best[1:]


_SORT = re.compile(
    r"\s*\n(?P<sort>professionnel(?:le)?|national(?:e)?|general|technologique|technique|fondamental(?:e)?|appliquee?|classiques?"
    r"|(?:de )?recherche|superieure?"
    r"|(?:en |in |of |de |d')(?!testimonio|fe de|foi de|atencion|vertu|virtud|presence|witness|testimony|accordance|recognition"
    r"|consideration)"
    r"[a-z][^\n\t,;:.()]{3,60})\s*(?=\n|$)",
    re.ASCII,
)


def _of_engineers(paper: Paper) -> bool:
    """Whether the paper is an engineer's diploma, whose bare « grade de master » is not its title."""
    return re.search(r"(?:diplome|titre) d'ingenieur", paper.flat) is not None


def _with_its_sort(paper: Paper, title: Span) -> Span:
    """A title that goes on below in the same letters: « DIPLÔME NATIONAL DE MASTÈRE » / « PROFESSIONNEL »."""
    below = _SORT.match(paper.plain, title[1])
    if below is None:
        return title
    whole = paper.text[title[0] : below.end("sort")]
    height, more = (paper.quote(span).boxes[0].height for span in (title, below.span("sort")))
    same = whole.isupper() or (paper.text[below.start("sort")].islower() and not paper.words(title).isupper())
    return (title[0], below.end("sort")) if same and abs(height - more) < 0.15 * height else title


def _below_in_its_column(paper: Paper, title: Span) -> Span | None:
    """« THE DEGREE OF BACHELOR OF » over « ENGINEERING » of a diploma in two columns: the cell below, in letters of the same kind."""
    row = paper.rows[paper.row_at(title[0])]
    cell = next((cell for cell in row if cell.start <= title[0] < cell.end), None)
    below = paper.rows[min(row[0].row + 1, len(paper.rows) - 1)]
    under = next((other for other in below if cell and other.row > cell.row and abs(_centre(other) - _centre(cell)) < _ONE_COLUMN), None)
    alike = under is not None and paper.words(under.span).isupper() == paper.words(title).isupper()
    return under.span if under is not None and alike and len(row) > 1 and title[1] >= row[0].end else None


_ONE_COLUMN = 0.03
"""Of the page's width: how far the middles of the two lines of a centred title lie apart."""


def _centre(cell: Cell) -> float:
    return (cell.box.x0 + cell.box.x1) / 2


def _trimmed(paper: Paper, span: Span) -> Span:
    """The title without what runs on behind it: a code, a mention, a sentence."""
    stop = re.search(
        r"\s(?:avec|with|a ete|est |lui |le [0-9a-z]|on [0-9a-z]|et (?:lui|devient|jouit)|sous|mention|specialite|speciality"
        r"|au titre|pour|diplomee? de l'|de l'(?:ecole|institut|universite|academie)|having|from|up ?on |unto |cum iur"
        r"|cum omn|which|and has|a $|to $|,|\((?!ph|bac|mas|lic|hon))",
        paper.folded(span) + " ",
    )
    end = span[0] + stop.start() if stop and stop.start() > 3 else span[1]
    tab = paper.text.find("\t", span[0], end)
    end = tab if tab > 0 else end
    sort = _SMALL_SORT.match(paper.text, *span)
    span = (sort.end(), span[1]) if sort else span
    end = _same_letters(paper, (span[0], end))
    return span[0], span[0] + len(paper.plain[span[0] : end].rstrip(" -"))


_SMALL_SORT = re.compile(r"(?:dipl[oô]me|titre|grade)\s(?:de\s|d['’])\s?(?=[A-ZÀ-Ý]{4})")
"""« le diplôme de LICENCE EN DROIT »: what is in capitals is the title."""


def _same_letters(paper: Paper, span: Span) -> int:
    """Where a span ends, or its first row where what is below is in other letters."""
    first = paper.text.find("\n", *span)
    above, below = (span[0], first), (first + 1, span[1])
    if first < 0 or not all(paper.text[slice(*part)].strip() for part in (above, below)):
        return span[1]
    heights = [paper.quote(part).boxes[0].height for part in (above, below)]
    alike = abs(heights[0] - heights[1]) < 0.15 * heights[0] and paper.words(above).isupper() == paper.words(below).isupper()
    return span[1] if alike else first


def _is_school(paper: Paper, cell: Cell, pattern: re.Pattern[str]) -> bool:
    text = _ARTICLE.sub("", paper.folded(cell.span).strip())
    return bool(pattern.search(text)) and len(text) < 90 and not _NO_SCHOOL.search(text) and paper.text[cell.start].isupper()


_ARTICLE = re.compile(
    r"(?:la|el) (?=universidad|corporacion|fundacion|instituto|escuela)"
    r"|etablissement(?: frequente| d'enseignement)?(?: / institution)? : "
    r"|(?:formation|etudes|programme|cours|scolarite) (?:suivie?s?|recues?|effectuee?s?|offerte?s?|dispensee?s?) (?:au |a la |a l'|par le "
    r"|par la |par l')",
    re.ASCII,
)
"""What may stand before a school's name in its cell."""


def _head(paper: Paper, cell: Cell, number: int) -> Finding:
    """A school's name in a cell, and in the cell below where it goes on there; one low on the page, or with a sentence's full stop,
    is doubted."""
    end = cell.end
    cut = re.search(r"(?<!\bhaute)(?<!\bbasse)(?<!\bsaint)(?<!\bsainte)(?<!\bnotre)\s-\s|\s?:\s|, ", paper.folded(cell.span))
    if (
        cut
        and cut.start() > 8
        and not _SCHOOL.search(paper.folded(cell.span), cut.end())
        and not _OF_MANY.match(paper.folded(cell.span).strip())
        and "board" not in paper.folded(cell.span)
    ):
        end = cell.start + cut.start()
    rest = _rest_below(paper, cell) if end == cell.end else None
    article = _ARTICLE.match(paper.folded(cell.span))
    first = (cell.start + (article.end() if article else 0), cell.start + len(paper.text[cell.start : end].rstrip(" ,")))
    above = _above(paper, cell)
    spans = (*(() if above is None else (above.span,)), first, *(() if rest is None else (rest.span,)))
    low = number > max(8, len(paper.rows) // 2)
    name = " ".join(paper.words(span) for span in spans)
    return Finding("institution.name", name, spans, "layout", 2 * low + paper.text[:end].endswith("."))


_OF_MANY = re.compile(r"(?:federal|national|state|indian|government) (?:[a-z]+ ){1,2}of (?:technology|science|agriculture|education)"
                      r"|(?:federal|state) (?:university|polytechnic|college),", re.ASCII)
"""« Federal University of Technology, Lokoja »: what only its town tells from others."""
_ENDS_SMALL = re.compile(r"\s(?:de|du|des|d'|et|&|of|and|for|pour|en|in|y|e|the|la|les|aux?|de l'|l')$", re.ASCII)
_BEGINS_SMALL = re.compile(r"(?:(?:de|du|des|del|do|da|dos|das|et|&|of|and|for|y|e|at)\s|d'|de l')[a-z]"
                           r"|(?:a|en|au|aux) (?=[^0-9,.:;]{3,40}$)", re.ASCII)
_ONLY_SORT = re.compile(r"universi(?:te|ty|dad|dade)|college|institute?|cegep", re.ASCII)
"""The first line of « Université / Champlain-Estrie »."""
_SENTENCE = re.compile(
    r"(?:de la part|et (?:lui|de (?!la (?:recherche|formation|technologie)))|la presente"
    r"|of the (?:faculty|board|senate))|atteste|certif|confer|decern|delivr|award|grant"
    r"|conformement|accordance|en (?:atencion|virtud|vertu|nombre)\b|por cuanto|considerando|teniendo"
    r"|hereby|arrete|loi ",
    re.ASCII,
)
"""What a row below a school's name says that is no more of the name."""


def _rest_below(paper: Paper, cell: Cell) -> Cell | None:
    """The cell right below that a school's name goes on in: it begins with a small word, or the one above ends with one."""
    if cell.row + 1 >= len(paper.rows):
        return None
    words = paper.folded(cell.span).strip()
    for below in paper.rows[cell.row + 1]:
        more = paper.folded(below.span).strip()
        aligned = abs(below.box.x0 - cell.box.x0) < 0.02 or abs(below.box.x0 + below.box.x1 - cell.box.x0 - cell.box.x1) < 0.08
        near = below.page == cell.page and below.box.y0 - cell.box.y1 < 1.3 * cell.box.height
        goes_on = _ENDS_SMALL.search(words) or _BEGINS_SMALL.match(more) or (_ONLY_SORT.fullmatch(words) and is_tall(paper, below))
        beside = abs(below.box.y1 - cell.box.y1) < 0.3 * cell.box.height and 0 <= below.box.x0 - cell.box.x1 < cell.box.height
        if ((aligned and near) or beside) and goes_on and len(more) < 70 and not more.endswith((".", ":")) and not _SENTENCE.search(more):
            return below
    return None


def _above(paper: Paper, cell: Cell) -> Cell | None:
    """The first line of a school's name that its second line says to be one: alone on the row above, in the same large letters, as one
    word or two (« Vindhyanchal Prodyogiki » / « Vishwavidyalaya »)."""
    above = paper.rows[cell.row - 1] if cell.row else ()
    if len(above) != 1 or len(paper.words(cell.span).split()) > 1 or above[0].page != cell.page:
        return None
    (line,) = above
    same = abs(line.box.height - cell.box.height) < 0.2 * cell.box.height and is_tall(paper, cell)
    centred = abs(line.box.x0 + line.box.x1 - cell.box.x0 - cell.box.x1) < 0.03 or abs(line.box.x0 - cell.box.x0) < 0.01
    words = paper.words(line.span)
    return line if same and centred and len(words.split()) <= 3 and words[:1].isupper() and not any(map(str.isdigit, words)) else None


def _cell_at(paper: Paper, position: int) -> Cell | None:
    return next((cell for cell in paper.rows[paper.row_at(position)] if cell.start <= position < cell.end), None)
