"""Fits `extractors/calibration_table.py` on the development corpus: run by hand, with read pages in a folder of pickles.

    python -m tests.extractors.fit_calibration CORPUS PAGES > extractors/calibration_table.py

For each family of fields, pattern and source: how often undoubted values were right, every template of the corpus counting as
at most `PER_TEMPLATE` observations, since papers of one template err alike. That is drawn towards what such a pattern is worth
on papers of unseen layouts (`PRIOR`, `STRENGTH` observations strong): the rules were written with this corpus in view, so that
its own figures flatter.
"""

from __future__ import annotations

import datetime as dt
import json
import pickle
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from extractors import extract as extraction
from extractors.calibration import family
from extractors.fields.finding import Finding

PRIOR = {"label": 0.965, "phrase": 0.955, "layout": 0.90, "inferred": 0.935}
OCR_LOSS, AGREED_GAIN = 0.02, 0.45
STRENGTH, PER_TEMPLATE = 14.0, 3.0
TODAY = dt.date(2026, 11, 22)

Key = tuple[str, str, str]


def main(corpus: Path, folder: Path) -> None:
    """Print the table."""
    sys.path.insert(0, str(corpus.parent / "tools"))
    import score_extraction as scorer

    counts: dict[tuple[Key, bool], dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for line in (corpus / "truth.jsonl").read_text("utf-8").splitlines():
        truth = json.loads(line)
        stored = folder / f"{Path(truth['file']).name}.pkl"
        for key, agreed, right in observed(truth, pickle.loads(stored.read_bytes()), scorer) if stored.exists() else ():
            counts[key, agreed][truth["tags"]["template"]].append(right)
    keys = sorted({key for key, _ in counts})
    print(HEAD)
    for key in keys:
        plain, agreed = (probability(key, counts[key, flag], flag) for flag in (False, True))
        seen = sum(len(rights) for flag in (False, True) for rights in counts[key, flag].values())
        print(f"    {key!r}: ({plain:.3f}, {max(plain, agreed):.3f}),  # {seen} seen".replace("'", '"'))
    print("}")


HEAD = '''"""The figures of calibration: (family, pattern, source) to (probability, the same where another place agrees).
Made by `tests/extractors/fit_calibration.py` on the development corpus; see there for how."""

from __future__ import annotations

TABLE: dict[tuple[str, str, str], tuple[float, float]] = {'''


def probability(key: Key, templates: dict[str, list[bool]], agreed: bool) -> float:
    """The share of right values by templates, drawn towards the prior of the pattern."""
    prior = PRIOR[key[1]] - OCR_LOSS * (key[2] == "ocr")
    prior += (1 - prior) * AGREED_GAIN * agreed
    weight = sum(min(len(rights), PER_TEMPLATE) for rights in templates.values())
    right = sum(min(len(rights), PER_TEMPLATE) * sum(rights) / len(rights) for rights in templates.values())
    return (right + STRENGTH * prior) / (weight + STRENGTH)


def observed(truth: Any, pages: Any, scorer: Any) -> list[tuple[Key, bool, bool]]:
    """Family, pattern, source, agreement and rightness of each undoubted value that the truth can judge."""
    found: dict[int, tuple[Finding, str]] = {}
    made = extraction._field

    def remember(paper: Any, finding: Finding) -> Any:
        one = made(paper, finding)
        found[id(one)] = finding, ("ocr" if paper.scanned else "text")
        kept.append(one)
        return one

    kept: list[Any] = []
    extraction._field = remember
    try:
        documents = extraction.extract(pages, TODAY)
    finally:
        extraction._field = made
    return list(_judged(truth, documents, found, scorer))


def _judged(truth: Any, documents: Any, found: Any, scorer: Any) -> Any:
    shown = [
        {**document.as_json(), "fields": [{**one.as_json(), "id": id(one)} for one in document.fields]} for document in documents
    ]
    for wanted, given in scorer.pair_documents(truth["documents"], shown)[0]:
        if given is None:
            continue
        groups = scorer.pair_groups(wanted["fields"], given["fields"])
        for one in given["fields"]:
            same = [
                field
                for field in wanted["fields"]
                if field["name"] == one["name"]
                and (not one["name"].startswith("position.") or field.get("group", 0) == groups.get(one["group"], one["group"]))
            ]
            finding, source = found[one["id"]]
            if any(field["name"] == one["name"] for field in wanted["fields"]) and finding.doubts == 0:
                yield (
                    (family(one["name"]), finding.pattern, source),
                    finding.agreed,
                    any(scorer.right(field, one) for field in same),
                )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
