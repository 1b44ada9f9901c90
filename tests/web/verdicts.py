"""Verdicts of our own making in the form of the contract, so that these tests hold whatever the rules come to say."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy.orm import Session

from casefile import facts
from casefile.store.tables import Assessment, Case


def _said(french: str, english: str) -> dict[str, str]:
    return {"fr": french, "en": english}


def verdicts(as_of: dt.date, *, experience: dict[str, Any]) -> dict[str, Any]:
    """An assessment in the form of the contract."""
    need = {"fact": "french", "ask": _said("Quels résultats de test de français avez-vous?", "Which French test results do you have?"),
            "documents": ["french_test"]}
    question = {"fact": "spouse.accompanying", "ask": _said("Une autre personne vient-elle avec vous?", "Does anybody come with you?"),
                "documents": []}
    conditions = [
        {"id": "work_experience", **experience, "title": _said("Expérience de travail", "Work experience"),
         "reason": _said("Expérience comptée d’après les lettres.", "Experience counted from the letters."),
         "required": {"months": 24, "within_months": 36}, "found": {"months": [17.2, 17.9]},
         "citation": {"text": "RLRQ I-0.2.1, r. 7, a. 3", "url": "https://www.legisquebec.gouv.qc.ca/", "sure": True},
         "evidence": [], "needs": []},
        {"id": "french_oral", "verdict": "unknown", "indicated": "unknown", "causes": ["evidence", "law"],
         "title": _said("Français oral", "Spoken French"), "reason": _said("Aucun résultat au dossier.", "No result on file."),
         "required": {"level": 7}, "found": {}, "citation": {"text": "RLRQ I-0.2.1, r. 7, a. 4", "url": "", "sure": False},
         "evidence": [], "needs": [need]},
        {"id": "spouse_french_oral", "verdict": "not_applicable", "title": _said("Français du conjoint", "The spouse’s French"),
         "reason": _said("Sans conjoint.", "No spouse."), "required": {}, "found": {},
         "citation": {"text": "RLRQ", "url": "", "sure": True}, "evidence": [], "needs": []}]
    stream = {"id": "work", "name": _said("Volet travail", "Work stream"), "verdict": "unknown", "indicated": "unknown",
              "conditions": conditions, "needs": [need, question],
              "becomes": [{"on": "2027-01-04", "condition": "work_experience", "verdict": "met"},
                          {"on": "2027-03-01", "condition": "intake", "verdict": "closed"}]}
    return {"as_of": as_of.isoformat(), "rules_version": "test/1", "programs": [
        {"id": "pilot_orderlies", "name": _said("Préposés aux bénéficiaires", "Orderlies"), "verdict": "unknown", "indicated": "unknown",
         "intake": {"status": "open", "from": "2026-01-01", "to": "2027-12-31", "cap": 600}, "streams": [stream]},
        {"id": "peq", "name": _said("Programme de l’expérience québécoise", "Québec experience program"), "verdict": "not_met",
         "intake": {"status": "closed", "from": "2025-11-19", "to": None, "cap": None}, "streams": []}]}


def judge(session: Session, case: Case, today: dt.date, actor_id: str | None = None) -> Assessment:
    """Stands where the rules would: experience follows the date that the job began, as it stands now."""
    day = case.as_of or today
    began = next((one for one in facts.standing_statements(session, case) if one.name == "position.start_date"), None)
    if began is None:
        experience = {"verdict": "unknown", "indicated": "unknown", "causes": ["evidence"]}
    elif began.status == "unreviewed":
        experience = {"verdict": "unknown", "indicated": "met", "causes": ["review"]}
    else:
        experience = {"verdict": "met" if str(began.value) < "2024" else "not_met"}
    found = facts.facts_of(facts.standing_statements(session, case), day)
    return Assessment(id="1" * 32, case_id=case.id, fingerprint="1" * 64, as_of=day, rules_version="test/1", facts=found,
                      verdicts=verdicts(day, experience=experience))
