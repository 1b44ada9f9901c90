"""The words of every issue code of the contract, in French and English: what is the matter and what the person can do."""

from __future__ import annotations

_MESSAGES: dict[str, tuple[str, str]] = {
    # about the file
    "unreadable": (
        "Ce fichier ne s’ouvre pas : il est vide, incomplet ou endommagé. Envoyez-le de nouveau, ou envoyez une photo nette du document.",
        "This file does not open: it is empty, incomplete or damaged. Send it again, or send a sharp photo of the document."),
    "encrypted": (
        "Ce fichier est protégé par un mot de passe. Envoyez une copie sans mot de passe.",
        "This file is protected by a password. Send a copy without a password."),
    "too_large": (
        "Ce fichier est trop gros. Envoyez-le en plusieurs parties, ou numérisez-le à 300 points par pouce.",
        "This file is too large. Send it in several parts, or scan it at 300 dots per inch."),
    "too_many_pages": (
        "Ce fichier a trop de pages. Envoyez seulement les pages du document demandé, 100 au plus.",
        "This file has too many pages. Send only the pages of the document asked for, 100 at most."),
    "unsupported_type": (
        ("Ce type de fichier n’est pas lu. Envoyez un PDF, une photo (JPEG, PNG, HEIC, WebP ou TIFF) ou une lettre Word (.docx) ou "
         "OpenDocument (.odt). Enregistrez un ancien fichier .doc en PDF ou en .docx."),
        ("This type of file is not read. Send a PDF, a photo (JPEG, PNG, HEIC, WebP or TIFF), or a Word (.docx) or OpenDocument (.odt) "
         "letter. Save an old .doc file as PDF or .docx.")),
    "type_mismatch": (
        "Le nom du fichier annonce un autre type que son contenu. Le contenu a été lu; vérifiez que c’est le bon fichier.",
        "The file's name announces another type than its content. The content was read; check that it is the right file."),
    "malware_suspected": (
        "Ce fichier n’a pas été ouvert, car il contient des éléments dangereux. Envoyez une copie imprimée puis numérisée.",
        "This file was not opened, since it contains dangerous parts. Send a copy that was printed and scanned."),
    # about a page
    "blurry": (
        "La page est floue. Reprenez la photo à plat, à la lumière, sans bouger.",
        "The page is blurry. Take the photo again, flat, in good light, holding still."),
    "low_resolution": (
        "L’image est trop petite pour être bien lue. Reprenez-la de plus près ou numérisez à 300 points par pouce.",
        "The picture is too small to be read well. Take it from closer, or scan at 300 dots per inch."),
    "dark": (
        "La page est trop sombre. Reprenez la photo à la lumière du jour.",
        "The page is too dark. Take the photo again in daylight."),
    "cut_off": (
        "Le bord de la page est coupé. Reprenez la photo avec toute la feuille.",
        "The edge of the page is cut off. Take the photo again with the whole sheet."),
    "text_differs": (
        "Le texte caché dans ce PDF n’est pas celui que l’on voit. La page a été lue telle qu’on la voit; une personne doit la regarder.",
        "The text hidden in this PDF is not the one that is seen. The page was read as it is seen; a person needs to look at it."),
    "several_sheets": (
        "Cette image montre plusieurs feuilles. Envoyez une image par feuille.",
        "This picture shows several sheets. Send one picture a sheet."),
    "blank_page": ("Cette page est vide.", "This page is blank."),
    "handwritten": (
        "Des mots écrits à la main n’ont pas été lus. Une personne doit les regarder.",
        "Words written by hand were not read. A person needs to look at them."),
    # about a document
    "unknown_kind": (
        "Le genre de ce document n’a pas été reconnu. Une personne doit le regarder.",
        "The kind of this document was not recognised. A person needs to look at it."),
    "unsupported_language": (
        "Ce document n’est ni en français ni en anglais. Il faut aussi une traduction par un traducteur agréé.",
        "This document is in neither French nor English. A certified translation is needed too."),
    "expired_result": (
        "Ce résultat de test a plus de deux ans. Un résultat plus récent sera demandé.",
        "This test result is over two years old. A more recent one will be asked for."),
    "unsigned": (
        "Aucune signature n’a été repérée. Si la lettre n’est pas signée, demandez une copie signée.",
        "No signature was found. If the letter bears none, ask for a signed copy."),
    "no_letterhead": (
        "L’en-tête de l’employeur n’a pas été repéré. S’il n’y en a pas, demandez une lettre sur papier à en-tête.",
        "The employer's letterhead was not found. If there is none, ask for a letter on letterhead."),
    "missing_field": (
        "Un renseignement attendu n’a pas été trouvé dans ce document. S’il n’y est pas, demandez un document qui le donne.",
        "A detail that is expected was not found in this document. If it is not there, ask for a document that gives it."),
    "date_conflict": (
        "Deux dates de ce document ne vont pas ensemble. Une personne doit les regarder.",
        "Two dates in this document do not agree. A person needs to look at them."),
    "edited_after_signing": (
        "Ce PDF a changé après sa signature électronique. Demandez l’original.",
        "This PDF changed after it was signed electronically. Ask for the original."),
    "invalid_signature": (
        "La signature électronique de ce PDF ne peut pas être vérifiée. Une personne doit la regarder.",
        "The electronic signature of this PDF cannot be checked. A person needs to look at it."),
    "duplicate_of": (
        "Ce fichier a déjà été reçu. Il ne sera lu qu’une fois.",
        "This file was received before. It is read once only."),
}

FIELD_NAMES: dict[str, tuple[str, str]] = {
    "person.name": ("nom de la personne", "person's name"),
    "person.birth_date": ("date de naissance", "date of birth"),
    "issued_on": ("date du document", "date of the document"),
    "reference": ("numéro", "reference number"),
    "test.name": ("test", "test"),
    "test.date": ("date du test", "date of the test"),
    "test.cefr": ("niveau de l’attestation", "level of the attestation"),
    "test.total": ("note totale", "total score"),
    "credential.title": ("titre du diplôme", "title of the credential"),
    "credential.level": ("niveau d’études", "level of studies"),
    "credential.field": ("domaine d’études", "field of study"),
    "institution.name": ("établissement", "institution"),
    "institution.country": ("pays de l’établissement", "country of the institution"),
    "study.start_date": ("début des études", "start of studies"),
    "study.end_date": ("fin des études", "end of studies"),
    "conferred_on": ("date d’obtention", "date awarded"),
    "study.hours": ("heures d’études", "hours of study"),
    "study.credits": ("crédits", "credits"),
    "study.months": ("mois d’études", "months of study"),
    "employer.name": ("employeur", "employer"),
    "employer.place": ("lieu de l’employeur", "place of the employer"),
    "employer.country": ("pays de l’employeur", "country of the employer"),
    "signatory.name": ("signataire", "signatory"),
    "signatory.title": ("fonction du signataire", "title of the signatory"),
    "position.title": ("poste", "position"),
    "position.start_date": ("début de l’emploi", "start of the job"),
    "position.end_date": ("fin de l’emploi", "end of the job"),
    "position.hours_per_week": ("heures par semaine", "hours a week"),
    "position.full_time": ("temps plein", "full time"),
    "position.salary": ("salaire", "pay"),
    "position.internship": ("stage", "internship"),
    "position.duties": ("tâches", "duties"),
    "position.noc_2021": ("code CNP 2021", "NOC 2021 code"),
    "position.noc_2016": ("code CNP 2016", "NOC 2016 code"),
}
_SKILLS = {"listening": ("compréhension orale", "listening"), "reading": ("compréhension écrite", "reading"),
           "writing": ("production écrite", "writing"), "speaking": ("production orale", "speaking")}
_SCALES = {"score": ("note", "score"), "cefr": ("niveau CECR", "CEFR level"), "nclc": ("niveau NCLC", "NCLC level"),
           "quebec_level": ("niveau québécois", "Québec level")}
for _skill, (_skill_fr, _skill_en) in _SKILLS.items():
    for _scale, (_scale_fr, _scale_en) in _SCALES.items():
        FIELD_NAMES[f"{_skill}.{_scale}"] = (f"{_skill_fr} : {_scale_fr}", f"{_skill_en}: {_scale_en}")

CODES = frozenset(_MESSAGES)


def message(code: str, field: str | None = None) -> dict[str, str]:
    """The words of an issue in both languages; a field that it speaks of is named at the end."""
    french, english = _MESSAGES[code]
    if field in FIELD_NAMES:
        name_fr, name_en = FIELD_NAMES[field]
        return {"fr": f"{french} (Renseignement : {name_fr}.)", "en": f"{english} (Detail: {name_en}.)"}
    return {"fr": french, "en": english}
