"""How files come in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile import receiving
from casefile.store.tables import Document, Event, Job
from tests.casefile.conftest import LETTER, Memory


def test_a_received_file_is_bytes_a_row_and_a_job(memory: Memory) -> None:
    """After the receipt, the bytes can be had again, and the document waits to be read."""
    receipt = memory.receive()

    with memory.database.read() as session:
        document = session.get_one(Document, receipt.document_id)
        assert memory.store.get(document.sha256) == LETTER.read_bytes()
        assert session.get_one(Job, receipt.job_id).state == "queued"
        assert [event.action for event in session.query(Event).filter_by(subject_id=document.id)] == ["document.received"]


def test_the_same_file_twice_is_one_document(memory: Memory) -> None:
    """A file sent again gets the receipt of the first time, and nothing is read twice."""
    first, second = memory.receive("a.pdf"), memory.receive("b.pdf")

    assert (second.number, second.again) == (first.number, True)
    with memory.database.read() as session:
        assert session.query(Job).count() == 1


@pytest.mark.parametrize(("content", "code"), [
    (b"", "unreadable"), (b"\n  \n", "unreadable"), (b"MZ\x90 a program", "unsupported_type"), (b"<html>", "unsupported_type"),
    (b"%PDF-1.7\n" + b"0" * (26 * 1024 * 1024), "too_large")], ids=["empty", "blank", "program", "page", "large"])
def test_what_is_no_document_is_not_taken_in(memory: Memory, content: bytes, code: str) -> None:
    """A file that cannot be a document is refused with a code, and nothing of it is kept."""
    with pytest.raises(receiving.NotReceived) as refused:
        receiving.receive(memory.database, memory.store, memory.case.id, memory.client.id, "x.pdf", content)

    assert refused.value.code == code
    with memory.database.read() as session:
        assert session.query(Document).count() == 0


@given(st.text(max_size=400))
def test_a_name_becomes_harmless_text(name: str) -> None:
    """A cleaned name is no path, has no control characters, is not empty, and stays as it is when cleaned again."""
    clean = receiving.clean_name(name)

    assert clean and len(clean) <= 120
    assert not set(clean) & set('/\\<>:"|?*\x00\n\r\u202e')
    assert not clean.startswith(".")
    assert receiving.clean_name(clean) == clean


@pytest.mark.parametrize(("name", "clean"), [
    ("../../etc/passwd", "passwd"), ("C:\\Users\\moi\\lettre.pdf", "lettre.pdf"), ("dipl\u202efdp.exe", "diplfdp.exe"), ("", "document"),
    ("é" * 300 + ".pdf", "é" * 116 + ".pdf"), ("attestation d’emploi (2).pdf", "attestation d’emploi (2).pdf")])
def test_names_that_people_and_attackers_send(name: str, clean: str) -> None:
    """Paths, tricks of writing direction and endless names lose what is dangerous and keep what people need."""
    assert receiving.clean_name(name) == clean
