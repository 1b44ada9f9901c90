"""What follows from values that were added is told too, once, and as doubtful as they are."""

from __future__ import annotations

from extractors.fields.finding import Finding
from extractors.kinds.conclusions import concluded

HOURS = Finding("position.hours_per_week", 37.5, ((0, 4),), "learned", 1)
TITLE = Finding("position.title", "soudeuse", ((5, 13),), "learned", 1)
CREDENTIAL = Finding("credential.title", "Licence en droit", ((14, 30),), "learned", 1)


def names(*added: Finding, known: tuple[Finding, ...] = ()) -> dict[str, tuple[object, bool]]:
    return {one.name: (one.value, one.doubts > 0) for one in concluded(added, known)}


def test_hours_tell_full_time() -> None:
    """From thirty on; not where the paper says it itself."""
    assert names(HOURS) == {"position.full_time": (True, True)}
    assert names(HOURS, known=(Finding("position.full_time", False, (), "phrase"),)) == {}


def test_a_title_tells_its_codes() -> None:
    """In both editions of the classification."""
    assert names(TITLE) == {"position.noc_2021": ("72106", True), "position.noc_2016": ("7237", True)}


def test_a_credential_tells_its_level() -> None:
    """As far as its country tells what the name means there."""
    morocco = Finding("institution.country", "MA", (), "inferred")
    assert names(CREDENTIAL, known=(morocco,)) == {"credential.level": ("bachelor", True)}
    assert names(CREDENTIAL, known=(morocco, Finding("credential.level", "bachelor", (), "inferred"))) == {}
