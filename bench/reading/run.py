"""`make bench-reading`: reading beside the tools people use today. Figures, no verdicts: compare within one run.

    python -m bench.reading.run [--quick] [--conditions a,b] [--engines ours,libtesseract] [--pages a,b] [--corpus DIR]
                                [--parts reading,text,progress,memory,orientation] [--json FILE] [--dump DIR]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # nothing leaves the machine
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # before the imports of the project

from bench.reading import corpus as corpora
from bench.reading import costs, orientation, tables
from bench.reading.compare import compare
from bench.reading.corpus import Corpus, PageTruth
from bench.reading.rivals import missing

ENGINES = ("ours", "libtesseract", "pytesseract", "ocrmypdf")
PARTS = ("reading", "text", "progress", "memory", "orientation")
QUICK = ("clean300", "skew2", "guilloche", "phone_mild", "rot90")
QUICK_PAGES = 3


def main() -> None:
    wish = _wish()
    corpus = corpora.of_folder(wish.corpus) if wish.corpus else corpora.own()
    pages = _pages(corpus, wish)
    if "reading" in wish.parts:
        _reading(corpus, pages, wish)
    if "text" in wish.parts:
        costs.text_pdfs(corpus)
    if "progress" in wish.parts:
        costs.first_progress(corpus)
    if "memory" in wish.parts:
        costs.large_files(corpus)
    if "orientation" in wish.parts:
        orientation.measure(corpus, pages, _there(("ours", "osd")))


def _reading(corpus: Corpus, pages: list[PageTruth], wish: argparse.Namespace) -> None:
    conditions = wish.conditions or [name for name in corpus.conditions if not wish.quick or name in QUICK]
    results = list(compare(corpus, pages, conditions, _there(wish.engines), wish.dump))
    print(f"{len(pages)} pages in {len(conditions)} conditions, {sum(len(page.keys) for page in pages)} key fields")
    for table in (tables.recall, tables.letters, tables.cpu, tables.ratios, tables.worst):
        table(results)
    if wish.json:
        wish.json.write_text(json.dumps([asdict(result) for result in results], indent=1), "utf-8")


def _pages(corpus: Corpus, wish: argparse.Namespace) -> list[PageTruth]:
    if wish.pages:
        return [page for page in corpus.pages if page.name in wish.pages]
    return corpus.pages[::max(1, len(corpus.pages) // QUICK_PAGES)][:QUICK_PAGES] if wish.quick else corpus.pages


def _there(engines: Iterable[str]) -> list[str]:
    """Those that can be run here; of the others a line says what they lack."""
    lacks = {engine: missing(engine) for engine in engines}
    for engine, lack in lacks.items():
        if lack:
            print(f"left out: {engine}, for want of {lack}", file=sys.stderr)
    return [engine for engine, lack in lacks.items() if not lack]


def _wish() -> argparse.Namespace:
    def names(text: str) -> list[str]:
        return text.split(",")
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_PAGES} pages, {len(QUICK)} conditions")
    parser.add_argument("--conditions", type=names, default=[], help="these only")
    parser.add_argument("--engines", type=names, default=ENGINES, help=f"of {', '.join(ENGINES)}")
    parser.add_argument("--pages", type=names, default=[], help="these only")
    parser.add_argument("--parts", type=names, help=f"of {', '.join(PARTS)} (default: all; of another corpus, reading)")
    parser.add_argument("--corpus", type=Path, help="another folder with gt.json and img/<condition>/<page>.png|jpg")
    parser.add_argument("--json", type=Path, help="every single result")
    parser.add_argument("--dump", type=Path, help="a folder for what was read and missed")
    wish = parser.parse_args()
    wish.parts = wish.parts or (("reading",) if wish.corpus else PARTS)
    return wish


if __name__ == "__main__":
    main()
