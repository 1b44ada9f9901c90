"""`make bench-extraction`: kinds, fields, places and confidences on papers that the product has not seen. Figures, no verdicts.

    python -m bench.extraction.run [--renders text,scan,photo] [--kinds a,b] [--papers a,b] [--part known|held-back]
                                   [--readers product,plain] [--corpus DIR] [--lenient] [--errors N] [--json FILE]
                                   [--answers DIR] [--kept DIR]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # nothing leaves the machine
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # before the imports of the project

from bench.extraction import corpus, diagram, renders, tables
from bench.extraction.answers import Answer, House
from bench.extraction.baseline import Plain
from bench.extraction.corpus import TrueFile
from bench.extraction.score import APART, KindOutcome, Outcome, judge
from bench.reading.rivals import missing

READERS: dict[str, type[House | Plain]] = {"product": House, "plain": Plain}


def main() -> None:
    wish = _wish()
    files = corpus.of_folder(wish.corpus) if wish.corpus else corpus.own(wish.renders or renders.RENDERS)
    files = [file for file in corpus.chosen(files, wish.papers, wish.kinds) if not wish.renders or file.render in wish.renders]
    if wish.part:
        files = [file for file in files if corpus.is_held_back(file.paper) == (wish.part == "held-back")]
    documents = sum(len(file.documents) for file in files)
    print(f"{len(files)} files, {documents} documents")
    results = {}
    for name in wish.readers:
        lack = missing("libtesseract") if name == "plain" else None
        if lack:
            print(f"left out: {name}, for want of {lack}", file=sys.stderr)
            continue
        results[name] = _measure(name, files, wish)
    if wish.json:
        wish.json.write_text(json.dumps(results, ensure_ascii=False, indent=1), "utf-8")


def _measure(name: str, files: Sequence[TrueFile], wish: argparse.Namespace) -> list[dict[str, object]]:
    answers = _kept(wish.kept / f"{name}.jsonl", files) if wish.kept else _read(name, files, wish.shelf)
    if wish.answers:
        _keep(wish.answers / f"{name}.jsonl", files, answers)
    outcomes: list[Outcome] = []
    kinds: list[KindOutcome] = []
    for file, answer in zip(files, answers, strict=True):
        judged = judge(file.render, file.paper, file.documents, answer.told.get("documents", []), lenient=wish.lenient)
        outcomes += judged[0]
        kinds += judged[1]
    counted = [one for one in outcomes if one.name not in APART]
    _print(READERS[name].name, counted, kinds)
    if name == "product":
        _print_details(counted, outcomes, kinds, wish)
        _print_times(files, answers)
    return [asdict(one) for one in outcomes]


def _read(name: str, files: Sequence[TrueFile], shelf: Path | None) -> list[Answer]:
    reader = House(shelf) if name == "product" else READERS[name]()
    answers = []
    for number, file in enumerate(files):
        if number % 20 == 0:
            print(f"{name}: {number} of {len(files)} ...", file=sys.stderr, flush=True)
        answers.append(reader.read(file.path))
    return answers


def _print(name: str, counted: Sequence[Outcome], kinds: Sequence[KindOutcome]) -> None:
    tables.summary(name, counted, kinds)
    tables.by("by render", counted, kinds, lambda one: one.render, lambda one: one.render)
    tables.by("by kind", counted, kinds, lambda one: one.kind, lambda one: one.want or "")


def _print_details(counted: Sequence[Outcome], outcomes: Sequence[Outcome], kinds: Sequence[KindOutcome], wish: argparse.Namespace) -> None:
    tables.codes(outcomes)
    tables.by("by field", counted, [], lambda one: one.name, worst_first=True)
    tables.by("by paper", counted, kinds, lambda one: one.paper, lambda one: one.paper, worst_first=True)
    rows = tables.reliability(counted)
    tables.print_reliability(rows)
    file = corpus.CACHE / "extraction-reliability.svg"
    diagram.draw(rows, file)
    print(f"the diagram: {file.relative_to(corpus.HERE.parents[1])}")
    if wish.errors:
        print()
        tables.kind_errors(kinds)
        tables.errors(counted, wish.errors)


def _print_times(files: Sequence[TrueFile], answers: Sequence[Answer]) -> None:
    print()
    for render in dict.fromkeys(file.render for file in files):
        here = [answer for file, answer in zip(files, answers, strict=True) if file.render == render and answer.pages]
        if not here:
            continue
        pages = sum(answer.pages for answer in here)
        slowest = max(answer.extraction_s / answer.pages for answer in here)
        print(f"{render}: reading {1000 * sum(answer.reading_s for answer in here) / pages:.0f} ms/page, classification and extraction "
              f"{1000 * sum(answer.extraction_s for answer in here) / pages:.1f} ms/page (median file "
              f"{1000 * statistics.median(answer.extraction_s / answer.pages for answer in here):.1f}, slowest {1000 * slowest:.1f})")


def _keep(file: Path, files: Sequence[TrueFile], answers: Sequence[Answer]) -> None:
    """The answers as `attesta extract --json` prints them, with the files' names in the corpus."""
    file.parent.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps({**answer.told, "file": of.name}, ensure_ascii=False) for of, answer in zip(files, answers, strict=True)]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _kept(file: Path, files: Sequence[TrueFile]) -> list[Answer]:
    told = {answer["file"]: answer for answer in map(json.loads, file.read_text("utf-8").splitlines())}
    return [Answer(told.get(of.name, {})) for of in files]


def _wish() -> argparse.Namespace:
    def names(text: str) -> list[str]:
        return text.split(",")
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--renders", type=names, default=[], help=f"of {', '.join(renders.RENDERS)} (default: all, an hour)")
    parser.add_argument("--kinds", type=names, default=[], help="files that hold these only")
    parser.add_argument("--papers", type=names, default=[], help="these only")
    parser.add_argument("--part", choices=("known", "held-back"),
                        help="those whose misses one learns from; those that tell whether it helped")
    parser.add_argument("--readers", type=names, default=list(READERS), help=f"of {', '.join(READERS)}")
    parser.add_argument("--corpus", type=Path, help="another folder with truth.jsonl")
    parser.add_argument("--lenient", action="store_true", help="values that a paper does not bear cost nothing")
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong and missed values")
    parser.add_argument("--json", type=Path, help="every single outcome")
    parser.add_argument("--answers", type=Path, help="a folder for what the readers answered")
    parser.add_argument("--shelf", type=Path, help="a folder for read pages, which are not read again; empty it when reading changes")
    parser.add_argument("--kept", type=Path, help="score the answers that --answers kept, without reading anew")
    return parser.parse_args()


if __name__ == "__main__":
    main()
