"""`make bench`: what the house costs, on its own fixtures. Figures, no verdicts: machines are noisy, compare within one run.

    python bench/run.py [NAME ...]      reading, judging, queue
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # nothing leaves the machine
sys.path.insert(0, str(ROOT))  # before the imports of the project

from extractors.intake.limits import LIMITS
from extractors.intake.media import admit
from extractors.pages import read_pages
from extractors.sandbox import Sandbox

FIXTURES = ROOT / "tests" / "fixtures"
TODAY = dt.date(2026, 11, 22)


def _cpu() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _times(deed: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median milliseconds of wall time and mean of CPU time."""
    deed()
    walls, cpu = [], _cpu()
    for _ in range(runs):
        began = time.perf_counter()
        deed()
        walls.append(time.perf_counter() - began)
    return 1000 * statistics.median(walls), 1000 * (_cpu() - cpu) / runs


def reading() -> None:
    """A page from bytes to words, by kind of file, in this process."""
    print(f"{'reading':<34}{'ms/page':>10}{'CPU ms':>10}")
    for name in ("letter.pdf", "test.pdf", "test-scan.pdf", "diploma-photo.jpg", "bundle-scan.pdf"):
        content = (FIXTURES / name).read_bytes()
        media = admit(content, LIMITS)
        pages = len(list(read_pages(content, media)))
        wall, cpu = _times(lambda content=content, media=media: list(read_pages(content, media)), 5)
        print(f"{name:<34}{wall / pages:>10.1f}{cpu / pages:>10.1f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def confinement() -> None:
    """What the confined process costs beside reading in this one."""
    from extractors.reading import read_file
    content = (FIXTURES / "letter.pdf").read_bytes()
    with Sandbox() as sandbox:
        confined, _ = _times(lambda: sandbox.read(content, "x.pdf", TODAY), 15)
    free, _ = _times(lambda: read_file(content, "x.pdf", TODAY), 15)
    print(f"{'confinement of a file':<34}{confined - free:>10.1f} ms (confined {confined:.1f}, free {free:.1f})")


def judging() -> None:
    """All programs, all streams, with explanation."""
    import rules
    facts = rules.load_facts((FIXTURES / "facts-full.yaml").read_text("utf-8"))
    wall, _ = _times(lambda: rules.evaluate(facts).as_json(), 30)
    print(f"{'judging a case':<34}{wall:>10.1f} ms")


def receiving() -> None:
    """From bytes to receipt: stored, encrypted, synced, committed."""
    from casefile import people, receiving
    from casefile.settings import Settings
    from casefile.store.database import Database
    from casefile.store.files import FolderStore
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        database, store = Database(settings.database), FolderStore(Path(folder) / "files", settings.storage_key)
        database.migrate()
        with database.write() as session:
            client = people.create_account(session, email="a@b.test", name="A", role="client", password="x")
            case = people.create_case(session, client=client, consultant=client)
        content, counter = (FIXTURES / "letter.pdf").read_bytes(), iter(range(1000))
        wall, _ = _times(lambda: receiving.receive(database, store, case.id, client.id, "x.pdf", content + str(next(counter)).encode()), 30)
    print(f"{'receiving a file':<34}{wall:>10.1f} ms")


BENCHES = {"reading": reading, "confinement": confinement, "judging": judging, "receiving": receiving}

if __name__ == "__main__":
    for wanted in sys.argv[1:] or BENCHES:
        BENCHES[wanted]()
