"""Some of the papers as small PDFs with their truth, for the tests: `python -m bench.extraction.fixtures`."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # before the imports of the project

from bench.extraction import corpus, printing, renders

FOLDER = corpus.HERE.parents[1] / "tests" / "fixtures" / "papers"
ALONE = (
    "diploma-fr-licence", "diploma-in-degree", "evaluation-mifi", "letter-in-pune", "letter-ma-banque", "letter-qc-chsld",
    "other-job-offer", "other-payslip-qc", "other-permit", "other-roe", "other-tcf-provisoire", "test-delf-b2", "test-tcf-canada-verso",
    "test-tef-canada-ancien", "transcript-qc-cegep",
)
BUNDLES = {"bundle": ("letter-qc-chsld", "diploma-qc-aec")}


def main() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        printed = Path(scratch)
        papers = {paper.stem: paper for paper in printing.print_all(corpus.PAPERS, printed)}
        lines = [corpus.true_line("text", printed, printed / f"{stem}.pdf", [papers[stem]]) for stem in ALONE]
        for name, stems in BUNDLES.items():
            pdf = renders.join((printed / f"{stem}.pdf" for stem in stems), printed / f"{name}.pdf")
            lines.append(corpus.true_line("text", printed, pdf, [papers[stem] for stem in stems]))
        FOLDER.mkdir(parents=True, exist_ok=True)
        for told in lines:
            shutil.copy(printed / told["file"], FOLDER)
    (FOLDER / "truth.jsonl").write_text("".join(json.dumps(told, ensure_ascii=False) + "\n" for told in lines), "utf-8")


if __name__ == "__main__":
    main()
