"""Titles to unit groups: the pilots' first, in both languages, in both numbers and genders, with slips; nothing is forced."""

from __future__ import annotations

import pytest

from extractors.fields.finding import Finding
from extractors.kinds.parts.occupation import industry_of, occupation_findings, occupations_of
from extractors.occupations.find import find

SAME = [
    ("préposée aux bénéficiaires", "33102", "3413"),
    ("Préposé aux bénéficiaires", "33102", "3413"),
    ("PAB", "33102", "3413"),
    ("Orderly", "33102", "3413"),
    ("nurse aide", "33102", "3413"),
    ("infirmière auxiliaire", "32101", "3233"),
    ("RN", "31301", "3012"),
    ("boucher industriel", "94141", "9462"),
    ("Ramasseuse de poulets", "85100", "8431"),
    ("chicken catcher", "85100", "8431"),
    ("carpet cleaner", "65311", "6732"),
    ("fish plant worker", "94142", "9463"),
    ("Ingénieure électricienne", "21310", "2133"),
    ("ingénieur·e logiciel", "21231", "2173"),
    ("sr. dev. - Java", "21232", "2174"),
    ("graphic designers", "52120", "5241"),
    ("soudeur – quart de nuit", "72106", "7237"),
    ("secondary school teacher", "41220", "4031"),
]

SEEDS = [
    ("9462", "Industrial butcher and meat cutter, poultry preparer and related worker"),
    ("9617", "Labourer in food and beverage processing"),
    ("9618", "Labourer in fish and seafood"),
    ("6732", "Specialized cleaner"),
    ("9461", "Process control and machine operator, food and beverage processing"),
    ("8431", "General farm worker, but only in the position of chicken catcher"),
    ("9463", "Fish and seafood plant worker"),
    ("3413", "Nurse aides, orderlies and patient service associates"),
    ("3011", "Nursing coordinators and supervisors"),
    ("3012", "Registered nurses and registered psychiatric nurses"),
    ("3124", "Allied primary health practitioners"),
    ("3233", "Licensed practical nurses"),
    ("4412", "Home support workers, housekeepers and related occupations"),
    ("0213", "Computer and information systems managers"),
    ("2133", "Electrical and electronics engineers"),
    ("2171", "Information systems analysts and consultants"),
    ("2173", "Software engineers and designers"),
    ("2174", "Computer programmers and interactive media developers"),
    ("2241", "Electrical and electronics engineering technologists and technicians"),
    ("2281", "Computer network technicians"),
    ("5131", "Producers, directors, choreographers and related occupations"),
    ("5225", "Audio and video recording technicians"),
    ("5241", "Graphic designers and illustrators"),
]
"""The pilots' occupations as an adviser's page names them, singular and plural mixed."""

FRENCH = [
    ("9461", "Opérateurs de machines et de procédés industriels dans la transformation des aliments et des boissons"),
    ("9462", "Bouchers industriels, dépeceurs-découpeurs de viande, préparateurs de volaille et personnel assimilé"),
    ("9463", "Ouvriers dans les usines de transformation du poisson et de fruits de mer"),
    ("9617", "Manœuvres dans la transformation des aliments et des boissons"),
    ("9618", "Manœuvres dans la transformation du poisson et des fruits de mer"),
    ("6732", "Nettoyeurs spécialisés"),
    ("3413", "Aides-infirmiers, aides-soignants et préposés aux bénéficiaires"),
    ("3011", "Coordonnateurs et superviseurs des soins infirmiers"),
    ("3012", "Infirmiers autorisés et infirmiers psychiatriques autorisés"),
    ("3124", "Praticiens reliés en soins de santé primaire"),
    ("3233", "Infirmiers auxiliaires"),
    ("4412", "Aides familiaux résidents, aides de maintien à domicile et personnel assimilé"),
    ("0213", "Gestionnaires des systèmes informatiques"),
    ("2133", "Ingénieurs électriciens et électroniciens"),
    ("2171", "Analystes et consultants en informatique"),
    ("2173", "Ingénieurs et concepteurs en logiciel"),
    ("2174", "Programmeurs et développeurs en médias interactifs"),
    ("2241", "Technologues et techniciens en génie électronique et électrique"),
    ("2281", "Techniciens de réseau informatique"),
    ("5131", "Producteurs, réalisateurs, chorégraphes et personnel assimilé"),
    ("5225", "Techniciens en enregistrement audio et vidéo"),
    ("5241", "Designers graphiques et illustrateurs"),
]


@pytest.mark.parametrize(("title", "new", "old"), SAME)
def test_titles(title, new, old):
    """Case, accents, gender, number, abbreviations and shifts do not matter."""
    best = find(title)[0]

    assert (best.noc_2021, best.listed_2016) == (new, old)
    assert best.confidence >= 0.8


@pytest.mark.parametrize(("code", "title"), SEEDS + FRENCH)
def test_the_pilots_codes_are_found_by_their_own_words(code, title):
    """Each code that a pilot names is among the old codes of the best group, and still is with a slip in its longest word."""
    words = title.split(" ")
    longest = max(words, key=len)
    slip = title.replace(longest, f"{longest[:4]}{longest[5]}{longest[4]}{longest[6:]}", 1)

    assert code in find(title)[0].noc_2016
    assert any(code in one.noc_2016 for one in find(slip)[:2]), slip


@pytest.mark.parametrize("title", [title for _, title in SEEDS if title.split(",")[0].endswith("s")])
def test_the_singular_is_found_too(title):
    """A title in the singular means what it does in the plural."""
    singular = " ".join(word.replace("ies", "y") if word.endswith("ies") else word.removesuffix("s") for word in title.split(" "))

    assert find(singular)[0].noc_2021 == find(title)[0].noc_2021


def test_a_split_is_never_passed_silently():
    """The name of an old code that went to several groups leads to them with a mark, none of them surely; a title that the index
    lists itself is sure all the same."""
    for title in ("Information systems analysts and consultants", "Programmeurs et développeurs en médias interactifs"):
        found = find(title)
        assert found[0].split
        assert found[0].confidence <= 0.6
    listed = find("ramasseur de poulets")[0]
    assert (listed.split, listed.listed_2016, listed.noc_2016[0]) == (True, "8431", "8431")


def test_farm_workers_are_not_chicken_catchers():
    """8431 counts for chicken catchers only; another farm worker is not taken for one."""
    assert not any("poulet" in one or "chicken catch" in one for one in find("ouvrier agricole", "fr")[0].matched)
    assert find("Farm worker", "en", ["Catch chickens and put them in cages"], "poultry")[0].noc_2021 == "85100"


@pytest.mark.parametrize("title", ["agent", "technician", "préposé", "manœuvre", "Responsable", "x", "astronaute en chef de la station",
                                   "agent / représentant", "cocinera", "associate"])
def test_vague_and_unknown_titles_are_never_sure(title):
    """Too little of a title, or one that nobody lists, has candidates at most."""
    assert all(one.confidence < 0.9 for one in find(title))


def test_duties_settle_a_vague_title():
    """Duties and industry tell what a vague title means, are named, and do not make it as sure as a clear one."""
    plain = find("Technicien", "fr")
    duties = ["Répondre aux appels des utilisateurs", "installer les logiciels et configurer les ordinateurs"]
    found = find("Technicien", "fr", duties, "informatique")

    assert found[0].noc_2021 == "22221" != plain[0].noc_2021
    assert found[0].confidence <= 0.9
    assert {"utilisateurs", "logiciels"} & set(found[0].telling)


def test_a_compound_title_is_shared():
    """Of two titles with a slash neither is sure, and both are there; two names of one occupation are sure."""
    found = {one.noc_2021: one.confidence for one in find("cook / bookkeeper", "en")[:2]}

    assert set(found) == {"63200", "12200"}
    assert all(confidence <= 0.6 for confidence in found.values())


def test_candidates_say_why():
    """Each has official titles, TEER and the titles of the index that match."""
    best = find("préposée aux bénéficiaires", "fr")[0]

    assert best.title["en"] == "Nurse aides, orderlies and patient service associates"
    assert best.title["fr"].startswith("Aides-infirmiers")
    assert best.teer == 3
    assert "préposé/préposée aux bénéficiaires" in best.matched[0]


def test_any_text_is_answered():
    """No text breaks the search; the confidences of the groups are probabilities and add up to one at most."""
    for title in ("", " ", "///", "(", "😀", "a" * 5000, "1234", "\x00", "aide de " * 400):
        found = find(title)
        assert all(0 < one.confidence <= 1 for one in found)
        assert sum(one.confidence for one in found) <= 1.01


def _findings(title):
    return {one.name: one for one in occupation_findings(Finding("position.title", title, ((0, len(title)),), "label"))}


def test_trains_are_no_trainees():
    """A word of rank is left out, one that only looks like it is not."""
    assert find("Cook trainee", "en")[0].noc_2021 == find("Cook", "en")[0].noc_2021
    assert "train operator" in find("Train operator", "en")[0].matched


def test_strange_words_make_a_title_less_sure():
    """A title with a word that no title of the group has is less sure than the title without it."""
    for title in ("Cook", "Préposé aux bénéficiaires"):
        assert find(f"{title} zygomatique")[0].confidence < find(title)[0].confidence


def test_a_letters_duties_and_employer_tell_what_a_vague_title_means():
    """Each position has its own duties; of the employer's name only the words of its trade count."""
    title = Finding("position.title", "Technicienne", ((0, 12),), "label")
    helping = ["Répondre aux appels des utilisateurs", "Installer les logiciels", "Configurer les ordinateurs"]
    duties = Finding("position.duties", helping, ((20, 60),), "layout")
    hospital = Finding("employer.name", "Hôpital Boulanger inc.", ((70, 90),), "label")

    def told(*findings):
        return {(one.group, one.value) for one in occupations_of(findings) if one.name == "position.noc_2021"}

    assert (0, "22221") in told(title, duties)
    assert told(title, duties.in_group(1)) == told(title)
    assert told(title, hospital) != told(title)
    assert industry_of("Hôpital Boulanger inc.") == "hopital"
    assert industry_of("Tremblay, Roy et associés") == ""


def test_extraction_gives_codes_that_are_worth_it():
    """A clear title has both codes without doubt; a vague one has one for a person to look at, with others; what nobody knows has none."""
    clear = _findings("préposée aux bénéficiaires")
    vague = _findings("agent")
    between = _findings("Journalier de ferme")

    assert {name: (one.value, one.doubts, one.others) for name, one in clear.items()} == {
        "position.noc_2021": ("33102", 0, ()), "position.noc_2016": ("3413", 0, ())}
    assert vague["position.noc_2021"].doubts == 3 and vague["position.noc_2021"].others
    assert _findings("???") == {}
    assert all(one.doubts for one in between.values())
