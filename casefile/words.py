"""The names of fields and the words of issues, in both languages, for whoever shows evidence to people."""

from __future__ import annotations

from typing import Literal

from extractors.messages import FIELD_NAMES, message

Language = Literal["fr", "en"]

KIND_NAMES: dict[str, tuple[str, str]] = {
    "diploma": ("Diplôme", "Diploma"),
    "transcript": ("Relevé de notes", "Transcript"),
    "education_evaluation": ("Évaluation d’études", "Education evaluation"),
    "employment_letter": ("Lettre d’emploi", "Employment letter"),
    "job_offer": ("Offre d’emploi", "Job offer"),
    "pay_slip": ("Bulletin de paie", "Pay slip"),
    "record_of_employment": ("Relevé d’emploi", "Record of employment"),
    "french_test": ("Résultat de test de français", "French test result"),
    "work_permit": ("Permis de travail", "Work permit"),
    "other": ("Autre document", "Other document"),
}


def field_name(name: str, language: Language) -> str:
    """What a field is called by people; the contract's name for one that has no other."""
    return FIELD_NAMES.get(name, (name, name))[language == "en"]


def kind_name(kind: str, language: Language) -> str:
    return KIND_NAMES[kind][language == "en"]


def issue_words(code: str, language: Language, field: str | None = None) -> str:
    return message(code, field)[language]
