"""Names in both languages of what evidence holds as codes: levels of study, tests, provinces, periods of pay."""

from __future__ import annotations

LEVELS: dict[str, tuple[str, str]] = {
    "primary": ("Primaire", "Primary"),
    "secondary": ("Secondaire (DES ou équivalent)", "Secondary (DES or equivalent)"),
    "vocational": ("Professionnel (DEP)", "Vocational (DEP)"),
    "vocational_specialised": ("Spécialisation professionnelle (ASP)", "Vocational specialisation (ASP)"),
    "college_attestation": ("Attestation collégiale (AEC)", "College attestation (AEC)"),
    "college_preuniversity": ("Collégial préuniversitaire (DEC)", "Pre-university college (DEC)"),
    "college_technical": ("Collégial technique (DEC, DUT, BTS)", "Technical college (DEC, DUT, BTS)"),
    "university_certificate": ("Certificat universitaire", "University certificate"),
    "bachelor": ("Baccalauréat universitaire", "Bachelor’s degree"),
    "graduate_diploma": ("Diplôme de 2e cycle (DESS)", "Graduate diploma (DESS)"),
    "master": ("Maîtrise", "Master’s degree"),
    "doctorate": ("Doctorat", "Doctorate"),
}

TESTS: dict[str, str] = {
    "TCF": "TCF", "TCF_CANADA": "TCF Canada", "TCF_QUEBEC": "TCF Québec", "TEF": "TEF", "TEF_CANADA": "TEF Canada",
    "TEFAQ": "TEF Québec (TEFAQ)", "DELF": "DELF", "DALF": "DALF",
}

PROVINCES: dict[str, tuple[str, str]] = {
    "CA-QC": ("Québec", "Québec"), "CA-ON": ("Ontario", "Ontario"), "CA-NB": ("Nouveau-Brunswick", "New Brunswick"),
    "CA-NS": ("Nouvelle-Écosse", "Nova Scotia"), "CA-PE": ("Île-du-Prince-Édouard", "Prince Edward Island"),
    "CA-NL": ("Terre-Neuve-et-Labrador", "Newfoundland and Labrador"), "CA-MB": ("Manitoba", "Manitoba"),
    "CA-SK": ("Saskatchewan", "Saskatchewan"), "CA-AB": ("Alberta", "Alberta"), "CA-BC": ("Colombie-Britannique", "British Columbia"),
    "CA-YT": ("Yukon", "Yukon"), "CA-NT": ("Territoires du Nord-Ouest", "Northwest Territories"), "CA-NU": ("Nunavut", "Nunavut"),
}

PERIODS: dict[str, tuple[str, str]] = {
    "hour": ("l’heure", "an hour"), "day": ("par jour", "a day"), "week": ("par semaine", "a week"),
    "two_weeks": ("aux deux semaines", "every two weeks"), "month": ("par mois", "a month"), "year": ("par année", "a year"),
}

STATUSES: dict[str, tuple[str, str]] = {
    "temporary_worker": ("travailleur temporaire", "temporary worker"), "youth_exchange": ("échange jeunesse", "youth exchange"),
    "student": ("étudiant", "student"), "spouse_open_permit": ("permis ouvert de conjoint", "spouse’s open permit"),
    "other": ("autre statut", "other status"), "none": ("aucun statut", "no status"),
}

MEASURES: dict[str, tuple[str, str]] = {
    "months": ("Mois", "Months"), "within_months": ("Dans les derniers mois", "Within the last months"), "years": ("Années", "Years"),
    "level": ("Niveau", "Level"), "levels": ("Niveaux", "Levels"), "job": ("Emploi", "Job"), "diploma": ("Diplôme", "Diploma"),
    "country": ("Pays", "Country"), "field": ("Domaine", "Field"), "conferred_on": ("Obtenu le", "Awarded on"), "date": ("Date", "Date"),
    "proof": ("Preuve", "Proof"), "status": ("Statut", "Status"), "in_quebec": ("Au Québec", "In Québec"), "title": ("Poste", "Position"),
    "noc_2021": ("CNP 2021", "NOC 2021"), "noc_2016": ("CNP 2016", "NOC 2016"), "naics": ("Code SCIAN", "NAICS code"),
    "place": ("Lieu", "Place"), "full_time": ("Temps plein", "Full time"), "obtained": ("Obtenue", "Obtained"),
    "listening": ("Compréhension orale", "Listening"), "reading": ("Compréhension écrite", "Reading"),
    "writing": ("Production écrite", "Writing"), "speaking": ("Production orale", "Speaking"), "hours": ("Heures", "Hours"),
    "credits": ("Crédits", "Credits"), "salary": ("Salaire", "Pay"), "amount": ("Montant", "Amount"), "hours_per_week": (
        "Heures par semaine", "Hours a week"), "legal": ("Emploi autorisé", "Authorised job"), "paid": ("Payé", "Paid"),
    "start_date": ("Début", "Start"), "end_date": ("Fin", "End"), "by": ("Au plus tard", "By"),
}
