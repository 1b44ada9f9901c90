"""`make bench-occupations`: titles to unit groups, beside the usual kinds of lexical search, in one run on the same titles.

Two sets: titles as letters write them (`titles.tsv`), and titles of the index held back from tables made without them. Of the first,
`tuning` was tuned on; `held` was written before anything was tuned, no weight is fitted on it, and its misses were read once; `last` was
written when all was fixed, and asked once. Where the official index lists a title its gold is the index'. Titles held back elsewhere
(`UNSEEN`) were first asked when all weights were fixed. Then the portal's finder, from request to answer. Ten minutes.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from flask.testing import FlaskClient

from bench.occupations.baselines import rankers
from bench.occupations.calibrate import letters
from bench.occupations.heldback import Asked, hold_back, official
from casefile import logs, people
from casefile.settings import Settings
from casefile.store.database import Database
from extractors.occupations.find import Candidate, finder
from extractors.occupations.tables.genders import genders
from extractors.occupations.tables.reference import BUILT_IN, load_reference
from extractors.occupations.tables.sources import Sources
from web import create_app

SURE = (0.8, 0.9, 0.95, 0.98)
UNSEEN = 3
"""A turn of holding back that was no part of the fit; of small groups some titles are those of other turns."""
PAGES = 100
"""Titles that the portal is asked: under its limit for a minute."""


def main() -> None:
    """Print all tables."""
    sources = official()
    _cost()
    for part, name in (("held", "letters, held"), ("last", "letters, written last"), ("tuning", "letters, tuned on")):
        _compare(name, letters(part), sources, BUILT_IN)
    with tempfile.TemporaryDirectory() as folder:
        held = [one for one in hold_back(sources, Path(folder)) if one.part == "held"]
        _compare("titles of the index held back", held, sources, Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        held = [one for one in hold_back(sources, Path(folder), UNSEEN) if one.part == "held"]
        _compare("titles of the index held back elsewhere", held, sources, Path(folder), baselines=False)
    _portal()


def _cost() -> None:
    """Loading in a process of its own; milliseconds a title in this one."""
    code = ("import time, numpy, rapidfuzz; m = lambda: int(open('/proc/self/statm').read().split()[1]) / 256; a = m();"
            "from extractors.occupations.find import finder; t, c = time.perf_counter(), time.process_time(); finder();"
            "print(f'loaded in {1000 * (time.perf_counter() - t):.0f} ms ({1000 * (time.process_time() - c):.0f} CPU), {m() - a:.0f} MB')")
    for _ in range(3):
        print(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip())
    titles = letters("held")
    began = time.process_time()
    for one in titles:
        _found(one, BUILT_IN)
    print(f"{1000 * (time.process_time() - began) / len(titles):.1f} CPU ms a title")


def _portal() -> None:
    """Milliseconds from request to answer of the portal's page and of its twin for programs, of letters' titles, signed in as a client."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), log_level="ERROR")
        logs.configure(settings)
        database = Database(settings.database)
        database.migrate()
        with database.write() as session:
            people.create_account(session, email="a@b.test", name="A", role="client", password="un mot de passe")
        browser = create_app(settings).test_client()
        token = re.search(r'name="csrf_token" value="([^"]+)"', browser.get("/connexion").text)
        browser.post("/connexion", data={"csrf_token": token[1] if token else "", "email": "a@b.test", "password": "un mot de passe"})
        for path in ("/professions", "/api/noc"):
            took = [_asked(browser, path, one) for one in letters("held")[:PAGES]]
            print(f"{path}: {statistics.median(took[1:]):.0f} ms, the slowest {max(took[1:]):.0f} ms, the first {took[0]:.0f} ms")


def _asked(browser: FlaskClient, path: str, one: Asked) -> float:
    began = time.perf_counter()
    answer = browser.get(path, query_string={"q": one.title, "taches": one.duties, "secteur": one.industry})
    took = 1000 * (time.perf_counter() - began)
    assert answer.status_code == 200, answer.status_code
    return took


def _compare(name: str, titles: Sequence[Asked], sources: Sources, folder: Path, *, baselines: bool = True) -> None:
    print(f"\n{name}")
    found = [_found(one, folder) for one in titles]
    for lang in ("fr", "en"):
        for about, chosen in (("", lambda one: not one.duties), (" with duties", lambda one: bool(one.duties))):
            own = [place for place, one in enumerate(titles) if one.lang == lang and chosen(one)]
            if own:
                answers = [[one.noc_2021 for one in found[place]] for place in own]
                _line(f"{lang}{about}: attesta", [titles[place] for place in own], answers)
        plain = [place for place, one in enumerate(titles) if one.lang == lang and not one.duties]
        right = [_is_right(titles[place], [one.noc_2021 for one in found[place]]) for place in plain]
        for ranker, rank in _baselines(lang, sources, folder).items() if baselines else ():
            _line(f"{lang}: {ranker}", [titles[place] for place in plain], [rank(titles[place].title) for place in plain], right)
    _sureness(titles, found)


def _baselines(lang: str, sources: Sources, folder: Path) -> dict[str, Callable[[str], list[str]]]:
    table = load_reference(folder).titles
    index = [(code, form) for code, one, title in zip(table.codes, table.langs, table.texts, strict=True) if one == lang
             for form in genders(title, lang)]
    return rankers(index, [(code, text) for code, one, text in sources.duties if one == lang])


def _found(one: Asked, folder: Path) -> tuple[Candidate, ...]:
    return finder(folder).find(one.title, one.lang, [one.duties], one.industry, limit=10)  # type: ignore[arg-type]


def _is_right(one: Asked, answer: Sequence[str]) -> bool:
    return answer[:1] == [one.noc_2021]


def _line(name: str, titles: Sequence[Asked], answers: Sequence[Sequence[str]], ours: Sequence[bool] = ()) -> None:
    """`ours`: what Attesta had right of the same titles; then also how many each alone has right."""
    first = [_is_right(one, answer) for one, answer in zip(titles, answers, strict=True)]
    five = sum(one.noc_2021 in answer[:5] for one, answer in zip(titles, answers, strict=True))
    gained, lost = (sum(here > there for here, there in zip(*pair, strict=False)) for pair in ((ours, first), (first, ours)))
    told = f"  only attesta right {gained:>4}, only this {lost:>4}" if ours else ""
    print(f"  {name:<46}{len(titles):>5}  top-1 {100 * sum(first) / len(titles):5.1f}  top-5 {100 * five / len(titles):5.1f}{told}")


def _sureness(titles: Sequence[Asked], found: Sequence[Sequence[Candidate]]) -> None:
    for least in SURE:
        sure = [(one, answer[0]) for one, answer in zip(titles, found, strict=True) if answer and answer[0].confidence >= least]
        wrong = sum(best.noc_2021 != one.noc_2021 for one, best in sure)
        print(f"  confidence >= {least}: {len(sure)} of {len(titles)}, {wrong} wrong ({100 * wrong / max(1, len(sure)):.1f} %)")


if __name__ == "__main__":
    main()
