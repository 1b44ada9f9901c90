"""A folder of files and what they truly say: `truth.jsonl`, one object a file.

The own papers are printed, scanned and photographed when they are first asked for, and kept under `var/bench/` until one of them or
the code that makes them changes. Another folder with a `truth.jsonl` can be scored as well.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from bench.extraction import printing, renders
from bench.extraction.printing import Box, Mark, Paper

Json = Any

HERE = Path(__file__).resolve().parent
PAPERS = HERE / "papers"
CACHE = HERE.parents[1] / "var" / "bench"


@dataclass(frozen=True, slots=True)
class TrueFile:
    """A file of a corpus and the documents that it truly holds, in the shape of the evidence contract."""

    path: Path
    name: str
    render: str
    paper: str
    documents: list[dict[str, Json]]

    @property
    def kinds(self) -> set[str]:
        return {document["kind"] for document in self.documents}


def own(wanted: Sequence[str]) -> list[TrueFile]:
    """The invented papers in these renders, made where that was not yet done."""
    folder = _folder()
    papers = _printed(folder)
    for render in wanted:
        if not (folder / f"truth-{render}.jsonl").exists():
            lines = [json.dumps(line, ensure_ascii=False) for line in _render(render, folder, papers)]
            (folder / f"truth-{render}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    made = [folder / f"truth-{render}.jsonl" for render in renders.RENDERS]
    (folder / "truth.jsonl").write_text("".join(file.read_text("utf-8") for file in made if file.exists()), "utf-8")
    return [file for file in of_folder(folder) if file.render in wanted]


def of_folder(folder: Path) -> list[TrueFile]:
    lines = (folder / "truth.jsonl").read_text("utf-8").splitlines()
    return [_true_file(folder, json.loads(line)) for line in lines if line.strip()]


def _true_file(folder: Path, line: dict[str, Json]) -> TrueFile:
    tags = line.get("tags", {})
    paper = tags.get("template", Path(line["file"]).stem)
    return TrueFile(folder / line["file"], line["file"], tags.get("render", "all"), paper, line["documents"])


def _folder() -> Path:
    """Where this state of the papers is kept; other states are thrown away."""
    sources = [*sorted(PAPERS.iterdir()), HERE / "measure.js", HERE / "printing.py", HERE / "renders.py", HERE / "values.py",
               *(HERE.parent / "reading" / name for name in ("degradations.py", "phone.py"))]
    folder = CACHE / f"extraction-{hashlib.sha256(b''.join(source.read_bytes() for source in sources)).hexdigest()[:12]}"
    if not folder.exists():
        for old in filter(Path.is_dir, CACHE.glob("extraction-*")):
            shutil.rmtree(old)
        folder.mkdir(parents=True)
    return folder


def _printed(folder: Path) -> list[Paper]:
    kept = folder / "papers.json"
    if not kept.exists():
        papers = printing.print_all(PAPERS, folder / "text")
        kept.write_text(json.dumps([_as_json(paper) for paper in papers], ensure_ascii=False), "utf-8")
    return [_paper(one) for one in json.loads(kept.read_text("utf-8"))]


def _as_json(paper: Paper) -> dict[str, Json]:
    marks = [{name: getattr(mark, name) for name in Mark.__slots__} for mark in paper.marks]
    return {**{name: getattr(paper, name) for name in Paper.__slots__}, "marks": marks}


def _paper(told: dict[str, Json]) -> Paper:
    return Paper(**{**told, "marks": tuple(map(_mark, told["marks"]))})


def _mark(told: dict[str, Json]) -> Mark:
    places = tuple((text, page, tuple(box)) for text, page, box in told["places"])
    return Mark(**{**told, "accept": tuple(told["accept"]), "box": told["box"] and tuple(told["box"]), "places": places})


def _render(render: str, folder: Path, papers: list[Paper]) -> Iterator[dict[str, Json]]:
    by_stem = {paper.stem: paper for paper in papers}
    for paper in papers:
        yield true_line(render, folder, folder / "text" / f"{paper.stem}.pdf", [paper])
    for name, stems in json.loads((PAPERS / "bundles.json").read_text("utf-8")).items():
        bundle = folder / "text" / f"{name}.pdf"
        if not bundle.exists():
            renders.join((folder / "text" / f"{stem}.pdf" for stem in stems), bundle)
        yield true_line(render, folder, bundle, [by_stem[stem] for stem in stems])


def true_line(render: str, folder: Path, pdf: Path, papers: list[Paper]) -> dict[str, Json]:
    file, movers = renders.make(render, pdf, folder / render)
    documents, before = [], 0
    for paper in papers:
        pages = list(range(before + 1, before + paper.pages + 1))
        fields = [_field(mark, before, movers) for mark in paper.marks]
        documents.append({"kind": paper.kind, "pages": pages, "language": paper.language, "whole": paper.whole, "fields": fields})
        before += paper.pages
    tags = {"render": render, "language": papers[0].language, "template": pdf.stem, "format": file.suffix[1:]}
    return {"file": str(file.relative_to(folder)), "tags": tags, "documents": documents}


def _field(mark: Mark, before: int, movers: Sequence[renders.Mover]) -> dict[str, Json]:
    told: dict[str, Json] = {"name": mark.name, "value": mark.value}
    if mark.group:
        told["group"] = mark.group
    if mark.accept:
        told["accept"] = list(mark.accept)
    if mark.optional:
        told["optional"] = True
    if mark.text:
        told["text"] = mark.text
    if mark.box:
        page = before + mark.page
        told |= {"page": page, "box": _rounded(movers[page - 1](mark.box))}
    if mark.places:
        told["marked"] = [{"text": text, "page": before + page, "box": _rounded(movers[before + page - 1](box))}
                          for text, page, box in mark.places]
    return told


def _rounded(box: Box) -> list[float]:
    return [round(min(1.0, max(0.0, edge)), 4) for edge in box]


def chosen(files: Iterable[TrueFile], papers: Sequence[str], kinds: Sequence[str]) -> list[TrueFile]:
    """Those of these papers and kinds; all, where none is named."""
    return [file for file in files if (not papers or file.paper in papers) and (not kinds or file.kinds & set(kinds))]


def is_held_back(paper: str) -> bool:
    """Whether nobody looks at what is missed on a paper, so that the figures on them stay honest: drawn by chance when the papers came."""
    return paper in _named_in("held_back.txt")


def is_left_out(paper: str) -> bool:
    """Whether the tagger does not learn from a paper: what its word is worth is read off these."""
    return paper in _named_in("left_out.txt")


@cache
def _named_in(list_of_papers: str) -> frozenset[str]:
    return frozenset((PAPERS / list_of_papers).read_text("utf-8").split())
