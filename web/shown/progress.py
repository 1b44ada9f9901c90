"""Where a document stands, in words a client can trust: only what has really happened, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casefile import jobs
from casefile.store.tables import Document, Job, PageRead, Reading
from web.language import Language, ngettext
from web.language import gettext as _
from web.shown import values
from web.shown.evidence import PaperRead, papers_read
from web.shown.issues import Noted, noted, sentences

ACTIONABLE = frozenset({
    "unreadable", "encrypted", "too_large", "too_many_pages", "unsupported_type", "malware_suspected", "blurry", "low_resolution", "dark",
    "cut_off", "several_sheets", "unsupported_language", "expired_result", "unsigned", "no_letterhead", "edited_after_signing"})
"""Issues that the person who sent the document can do something about; the others wait for a person on this side."""


@dataclass(frozen=True, slots=True)
class Status:
    """A state in words, with the icon and the tone that say the same."""

    code: str
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """`steps`: what has happened so far, in order; `to_do` and `notes`: sentences."""

    id: str
    name: str
    receipt: str
    received: str
    status: Status
    steps: tuple[str, ...]
    live: bool
    to_do: tuple[str, ...]
    notes: tuple[str, ...]
    papers: tuple[PaperRead, ...]
    pages: int
    reviewed: bool


def shown(document: Document, reading: Reading | None, pages: Sequence[PageRead], language: Language) -> DocumentShown:
    """One document as people see it."""
    said = sentences(_issues(document, reading, pages), language)
    to_do = tuple(text for code, texts in said.items() if code in ACTIONABLE for text in texts)
    notes = tuple(text for code, texts in said.items() if code not in ACTIONABLE for text in texts)
    papers = papers_read(reading, language) if reading is not None else ()
    state = document.job.state
    received = values.moment(document.received_at, language)
    read = sum(page.source is not None for page in pages)
    return DocumentShown(
        id=document.id, name=document.name, receipt=document.receipt, received=received, status=_status(document, read, bool(to_do)),
        steps=_steps(state, received, read), live=state in jobs.LIVE, to_do=to_do, notes=notes, papers=papers, pages=read,
        reviewed=bool(papers) and all(paper.reviewed for paper in papers))


def _status(document: Document, pages: int, to_do: bool) -> Status:
    job = document.job
    if job.state in jobs.LIVE:
        return _under_way(job, pages)
    if job.state == jobs.QUARANTINED and job.reason != "file_lost":
        return Status("aside", _("Mis de côté : une personne va le regarder"), "person")
    if job.state in (jobs.QUARANTINED, jobs.REFUSED):
        return Status("fix", _("À corriger") if job.state == jobs.REFUSED else _("À envoyer de nouveau"), "alert")
    return Status("fix", _("Lu, un point à corriger"), "alert") if to_do else Status("done", _("Lecture terminée"), "check")


def _under_way(job: Job, pages: int) -> Status:
    if job.state == jobs.QUEUED and (job.reason or not pages):
        again, first = _("Reçu, un nouvel essai de lecture va commencer"), _("Reçu, en attente de lecture")
        return Status("waiting", again if job.attempt else first, "clock")
    if pages and job.pages_total:
        read = ngettext("Lecture en cours : %(num)d page lue sur %(total)d", "Lecture en cours : %(num)d pages lues sur %(total)d", pages,
                        total=job.pages_total)
        return Status("running", read, "eye")
    return Status("running", _("Lecture en cours"), "eye")


def _steps(state: str, received: str, pages: int) -> tuple[str, ...]:
    steps = [_("Reçu le %(moment)s", moment=received)]
    if pages:
        steps.append(ngettext("%(num)d page lue", "%(num)d pages lues", pages))
    if state == jobs.DONE:
        steps.append(_("Terminé"))
    return tuple(steps)


def _issues(document: Document, reading: Reading | None, pages: Sequence[PageRead]) -> list[Noted]:
    """The issues of the job, of file and papers, and of pages."""
    job = document.job
    found = [Noted(job.reason or "unreadable")] if job.state == jobs.REFUSED else []
    if job.reason == "file_lost":
        found.append(Noted("unreadable"))
    if reading is not None:
        found += noted([*reading.issues, *(issue for paper in reading.papers for issue in paper.issues)])
    return found + [Noted(str(code), page.number) for page in pages for code in page.issues]


def announcement(documents: Sequence[DocumentShown]) -> str:
    """One short sentence for those who do not see the page change."""
    live = [document for document in documents if document.live]
    if live:
        pages = sum(document.pages for document in live)
        return ngettext("%(num)d document en lecture", "%(num)d documents en lecture", len(live)) + (
            ", " + ngettext("%(num)d page lue", "%(num)d pages lues", pages) if pages else "")
    return _("La lecture est terminée.") if documents else ""
