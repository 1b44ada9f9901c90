"""Words of titles: one stem for both genders and numbers, whatever way they are written together."""

from __future__ import annotations

import pytest

from extractors.occupations.matching.asked import asked
from extractors.occupations.matching.words import fold, stems

ALIKE = [
    ("préposé(e) aux bénéficiaires", "Préposées aux bénéficiaires"),
    ("ingénieur·e logiciel", "INGÉNIEURE LOGICIEL"),
    ("Conseiller/ère en emploi", "conseillère en emploi"),
    ("technicien.ne.s", "technicienne"),
    ("éducateur(trice)", "éducatrice"),
    ("directeur/directrice", "directrices"),
    ("vendeur·euse", "vendeuses"),
    ("infirmier-ière", "infirmières"),
    ("commis H/F", "commis"),
    ("Analyste (f/h)", "analystes"),
    ("secretaries", "secretary"),
    ("sœur", "soeurs"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_one_stem_for_all_forms(one, other):
    """Gender, number, case and accents leave nothing that tells two forms apart."""
    assert stems(fold(one)) == stems(fold(other))


def test_different_words_stay_different():
    """What means something else keeps a stem of its own."""
    pairs = [("cook", "cooker"), ("boucher", "boulanger"), ("maître", "mètre"), ("C++", "C#")]
    assert all(stems(fold(one)) != stems(fold(other)) for one, other in pairs)


def test_shift_status_and_rank_say_nothing():
    """Noise is left out, and stays where there is nothing else."""
    assert asked("Soudeur – quart de nuit (temps plein)", "fr").all == asked("soudeur", "fr").all
    assert asked("Sr. developer", "en").all == asked("developer", "en").all
    assert asked("Permanent", "en").all == ("permanent",)


def test_compound_titles_have_parts():
    """A slash between two titles makes parts, one between genders or letters does not."""
    assert len(asked("cook / kitchen helper", "en").parts) == 2
    assert len(asked("Shipper/Receiver", "en").parts) == 2
    assert asked("directeur/directrice", "fr").parts == ()
    assert asked("HVAC/R mechanic", "en").parts == ()
    assert asked("cuisinier/ère", "fr").parts == ()


def test_nothing_is_nothing():
    """Signs without a letter ask nothing."""
    assert asked("– / ()", "fr").all == ()
    assert asked("", "en").all == ()
