"""Which occupations Québec regulates: who says so, by which law, and no more than is known."""

from __future__ import annotations

import pytest

from extractors.occupations.tables.reference import BUILT_IN, load_reference
from rules.parameters import table
from rules.regulation import is_regulated, regulations

BODIES = table("regulated")["bodies"]
GROUPS = {code for body in BODIES for share in ("whole", "part") for code in body.get(share, ())}


@pytest.mark.parametrize(("code", "body", "law"), [
    ("31301", "Ordre des infirmières et infirmiers du Québec", "C-26"),
    ("41220", "Ministère de l’Éducation\u00a0: autorisation d’enseigner", "I-13.3"),
    ("21202", "Ordre des urbanistes du Québec", "C-26"),
])
def test_a_regulated_group(code: str, body: str, law: str) -> None:
    """Who lets people practise it, and by which law."""
    one, = regulations(code)

    assert (one.share, one.body["fr"]) == ("whole", body)
    assert all(law in one.law[language] for language in ("fr", "en"))
    assert is_regulated(code) is True


def test_a_group_regulated_in_part() -> None:
    """Welders are regulated on building sites and under pressure: of the group nothing is said."""
    bodies = [one.body["fr"] for one in regulations("72106")]

    assert len(bodies) == 2 and "construction" in bodies[0] and "hors de la construction" in bodies[1]
    assert is_regulated("72106") is None


@pytest.mark.parametrize("code", ["63200", "33102", "99999"])
def test_silence_says_nothing(code: str) -> None:
    """Cooks, orderlies, and a code that is none."""
    assert (regulations(code), is_regulated(code)) == ((), None)


def test_every_group_is_one_of_the_classification() -> None:
    """And none is listed twice by the same body."""
    assert set(load_reference(BUILT_IN).titles.codes) >= GROUPS
    assert all(not set(body.get("whole", ())) & set(body.get("part", ())) for body in BODIES)


def test_whole_groups_agree_with_the_classification() -> None:
    """A group regulated as a whole is one whose requirements speak of a licence, an order or a compulsory certificate."""
    whole = {code for body in BODIES for code in body.get("whole", ())}

    assert whole - load_reference(BUILT_IN).regulated == {"21203"}  # land surveyors: "a licence is required", in other words
