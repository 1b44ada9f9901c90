"""The command line as other tools use it: shapes, order, exit codes, and nothing on standard output but the answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from casefile import people
from casefile.settings import Settings
from casefile.store.database import Database
from tests.extractors.test_sandbox import BROKEN

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"


def attesta(*arguments: object, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "attesta", *map(str, arguments)], input=given, capture_output=True, text=True,
                          cwd=ROOT, timeout=300)


def lines(done: subprocess.CompletedProcess[str]) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("broken")
    files = {}
    for number, (name, (content, _)) in enumerate(BROKEN.items()):
        files[name] = folder / f"{number}.pdf"
        files[name].write_bytes(content)
    return files


def test_broken_files_leave_the_others_unharmed(broken: dict[str, Path]) -> None:
    """Broken files among good ones: exit 1, a code and words in both languages for each, the others read, all in the order given."""
    files = [FIXTURES / "letter.pdf", *broken.values(), FIXTURES / "test.pdf", "/nowhere/lettre.pdf"]

    done = attesta("extract", "--json", *files)

    assert done.returncode == 1
    answers = lines(done)
    assert [answer["file"] for answer in answers] == [str(file) for file in files]
    assert [bool(answer["documents"]) for answer in answers] == [True, *[False] * len(broken), True, False]
    for answer, (_, code) in zip(answers[1:], BROKEN.values(), strict=False):
        assert [issue["code"] for issue in answer["issues"]] == [code]
        assert all(answer["issues"][0]["message"][language] for language in ("fr", "en"))
    assert "Traceback" not in done.stderr
    assert all(line.startswith("attesta: ") for line in done.stderr.splitlines())


def test_good_files_exit_with_zero_and_say_nothing_else() -> None:
    """All read: exit 0, one object a file, an empty standard error."""
    done = attesta("extract", "--json", FIXTURES / "letter.pdf", FIXTURES / "test-scan.pdf", FIXTURES / "diploma-photo.jpg")

    assert (done.returncode, done.stderr) == (0, "")
    assert [paper["kind"] for answer in lines(done) for paper in answer["documents"]] == ["employment_letter", "french_test", "diploma"]


def test_evidence_has_the_contracts_shape() -> None:
    """Every field has its place on a page, a confidence between nought and one, and boxes on the page."""
    [answer] = lines(attesta("extract", "--json", FIXTURES / "letter.pdf"))

    assert answer.keys() >= {"file", "sha256", "media_type", "pages", "documents", "issues"}
    fields = {field["name"]: field for field in answer["documents"][0]["fields"]}
    assert fields["position.start_date"]["value"] == "2022-04-11"
    assert fields["position.hours_per_week"]["value"] == 37.5
    for field in fields.values():
        assert 0 <= field["confidence"] <= 1
        assert all(0 <= edge <= 1 for box in field["boxes"] for edge in box)


def test_from_papers_to_a_verdict() -> None:
    """What is extracted becomes facts, and the facts can be judged, through pipes as a person would."""
    evidence = attesta("extract", "--json", FIXTURES / "letter.pdf", FIXTURES / "test.pdf").stdout
    facts = attesta("facts", "--as-of", "2025-06-10", "-", given=evidence)
    assessment = attesta("evaluate", "--json", "-", given=facts.stdout)

    assert (facts.returncode, assessment.returncode) == (0, 0)
    [answer] = lines(assessment)
    french = next(condition for program in answer["programs"] if program["id"] == "pilot_orderlies"
                  for condition in program["streams"][0]["conditions"] if condition["id"] == "french_oral")
    assert (french["verdict"], french["indicated"]) == ("unknown", "met")
    assert "review" in french["causes"] and french["evidence"]


@pytest.mark.parametrize(("arguments", "told"), [
    (("evaluate", "/nowhere.yaml"), "cannot be read"), (("evaluate", "--as-of", "demain", "x.yaml"), "no day"),
    (("evaluate", "--program", "pilot_moon", FIXTURES / "facts.yaml"), "pilot_moon"), (("extract",), "FILE"), (("sing",), "sing")])
def test_a_wrong_call_is_told_how_to_be_right(arguments: tuple[object, ...], told: str) -> None:
    """A call that cannot be carried out ends with 2, says on standard error what to do, and prints no answer."""
    done = attesta(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr and "Traceback" not in done.stderr


def test_a_facts_file_with_faults_is_refused_whole() -> None:
    """Every fault has its own line with its path."""
    faulty = "as_of: 2025-06-02\napplicant: {shoe_size: 43}\nwork:\n- {title: x, hours_per_week: 400}\n- {noc_2021: 0213}\n"

    done = attesta("evaluate", "-", given=faulty)

    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 3
    for path in ("applicant.shoe_size", "work[0].hours_per_week", "work[1].noc_2021"):
        assert any(path in line for line in done.stderr.splitlines())


def test_people_are_brought_in(tmp_path: Path) -> None:
    """A consultant, then a client with a case; each password is printed once, and an address is taken once."""
    def account(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, "-m", "attesta", "account", *arguments], capture_output=True, text=True, cwd=ROOT,
                              env={**os.environ, "ATTESTA_DATA_DIR": str(tmp_path)}, timeout=60)

    assert account("c@exemple.test", "Claire", "client").returncode == 2
    consultant = account("claire@exemple.test", "Claire", "consultant")
    client = account("amina@exemple.test", "Amina", "client", "--consultant", "claire@exemple.test")
    again = account("amina@exemple.test", "Amina", "client", "--consultant", "claire@exemple.test")

    assert (consultant.returncode, client.returncode, again.returncode) == (0, 0, 2)
    assert "has an account already" in again.stderr
    database = Database(Settings(data_dir=tmp_path).database)
    with database.read() as session:
        amina = people.account_by_email(session, "Amina@exemple.test")
        assert people.verify(amina, client.stdout.split()[1])
        assert len(people.cases_of(session, amina)) == 1
    database.close()
