"""`attesta noc`: titles to codes of the National Occupational Classification; `attesta noc import`: newer official tables."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attesta.cli import DONE, WrongCall
from casefile.settings import Settings

if TYPE_CHECKING:
    from extractors.occupations.find import Candidate


def run(options: argparse.Namespace) -> int:
    """Answer for each title, or take over the tables where the first word is `import`."""
    if options.titles[:1] == ["import"] and options.file is None:
        return _import([Path(name) for name in options.titles[1:]])
    if bool(options.titles) == (options.file is not None) or options.limit < 1:
        raise WrongCall("give titles, or --titles FILE.jsonl, and a limit of 1 or more\n"
                        "donnez des titres, ou --titles FICHIER.jsonl, et une limite de 1 ou plus")
    from extractors.occupations.find import finder  # numpy: a tenth of a second that other commands need not wait
    from extractors.occupations.tables.imported import in_force

    as_json = options.json or not sys.stdout.isatty()
    finds = finder(in_force(Settings().occupations_dir))
    asked = ({"title": title} for title in options.titles) if options.file is None else _lines(options.file)
    for one in asked:
        lang, duties = one.get("lang") or options.lang or finds.language(one["title"]), one.get("duties") or ()
        found = finds.find(one["title"], lang, [duties] if isinstance(duties, str) else duties, one.get("industry") or "",
                           limit=options.limit)
        if as_json:
            answer = {"title": one["title"], "lang": lang, "candidates": [_as_json(candidate) for candidate in found]}
            print(json.dumps(answer, ensure_ascii=False), flush=True)
        else:
            _print(one["title"], found, lang)
    return DONE


def _lines(name: str) -> Iterator[dict[str, Any]]:
    """The titles of a file, all checked before the first is answered."""
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongCall(f"{name}: cannot be read ({error})\n{name} : ne peut pas être lu") from error
    answers, faults = [], []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            fault = _fault(line)
            if fault:
                faults.append(f"{name}, line {number}: {fault}")
            else:
                answers.append(json.loads(line))
    if faults:
        raise WrongCall("\n".join(faults))
    return iter(answers)


def _fault(line: str) -> str:
    """What is wrong with a line, or nothing."""
    try:
        one = json.loads(line)
    except json.JSONDecodeError as error:
        return f"no JSON ({error.msg}); write {{\"title\": \"…\"}} / pas du JSON ; écrivez {{\"title\": \"…\"}}"
    if not isinstance(one, dict) or not isinstance(one.get("title"), str):
        return "needs a text `title` / il faut un texte `title`"
    if one.get("lang") not in (None, "fr", "en"):
        return "`lang` is fr or en / `lang` est fr ou en"
    duties = one.get("duties") or ""
    if not (isinstance(duties, str) or (isinstance(duties, list) and all(isinstance(duty, str) for duty in duties))):
        return "`duties` is a text or a list of texts / `duties` est un texte ou une liste de textes"
    if not isinstance(one.get("industry") or "", str):
        return "`industry` is a text / `industry` est un texte"
    return ""


def _as_json(candidate: Candidate) -> dict[str, Any]:
    return {
        "noc_2021": candidate.noc_2021,
        "noc_2016": list(candidate.noc_2016),
        "confidence": candidate.confidence,
        "split": candidate.split,
        "title": candidate.title,
        "teer": candidate.teer,
        "matched": list(candidate.matched),
    }


def _print(title: str, found: tuple[Candidate, ...], lang: str) -> None:
    print(f"\n{title}")
    for one in found:
        mark = "  ← several codes of 2021 / plusieurs codes de 2021" if one.split else ""
        print(f"  {one.confidence:5.2f}  {one.noc_2021}  ({', '.join(one.noc_2016)})  {one.title[lang]}{mark}")
        if one.matched:
            print(f"         = {'; '.join(one.matched)}")
        if one.telling:
            print(f"         + {', '.join(one.telling)}")


def _import(files: list[Path]) -> int:
    """Make tables of the files and put them in force, for processes that run already too."""
    from extractors.occupations.tables.build import build
    from extractors.occupations.tables.imported import install
    from extractors.occupations.tables.reference import BUILT_IN
    from extractors.occupations.tables.sources import BadTables, completed, read_sources

    if not files:
        raise WrongCall("attesta noc import: give the official CSV files\nattesta noc import : donnez les fichiers CSV officiels")
    try:
        sources = completed(read_sources(files), BUILT_IN)
        folder = install(Settings().occupations_dir, lambda folder: build(sources, folder))
    except BadTables as bad:
        raise WrongCall(f"{bad.english}\n{bad.french}") from bad
    units = sum(version == "2021" for version, _ in sources.units)
    print(f"{folder}: {units} unit groups, {len(set(sources.titles))} titles / {units} groupes de base, {len(set(sources.titles))} titres")
    return DONE
