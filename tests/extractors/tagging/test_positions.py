"""Several positions that the tagger sees where patterns found one: each start with the title nearest to it, in doubt."""

from __future__ import annotations

from dataclasses import replace

from extractors.fields.finding import Finding
from extractors.paper import Paper
from extractors.tagging.positions import bounds_settled, several_seen, titles_mended, without_phantoms
from extractors.tagging.tagger import FIELDS, OUTSIDE, Tagged
from tests.extractors.tagging.said import paper, tagged

LETTER = paper(
    "Brasserie du Quai SAS\nMonsieur Ali Sow a été présent dans notre maison du 2 mai 2013 au 28 février 2023, à savoir\n"
    "commis de cuisine dès le 2 mai 2013 et ce jusqu'au 31 décembre 2016\nchef de partie dès le 1er janvier 2017 et jusqu'au départ\n"
    "Salaire 2 100 € par mois\n")


def marked(of: Paper, **said: list[str]) -> Tagged:
    """Each field at the first place of each of its words; places of one word stand apart."""
    every = [tagged(of, **{name: value}) for name, values in said.items() for value in values]
    best = [next((one.best[at] for one in every if one.best[at] != OUTSIDE), OUTSIDE) for at in range(len(every[0].tokens))]
    begins, goes_on = ({field: [max(shares) for shares in zip(*(getattr(one, part)[field] for one in every), strict=True)]
                        for field in FIELDS} for part in ("begins", "goes_on"))
    return Tagged(every[0].tokens, begins, goes_on, tuple(best))


SEEN = {"position__title": ["commis de cuisine", "chef de partie"], "position__start_date": ["2 mai 2013", "1er janvier 2017"],
        "position__end_date": ["31 décembre 2016"]}


def found(name: str, value: object, words: str) -> Finding:
    start = LETTER.text.index(words)
    return Finding(name, value, ((start, start + len(words)),), "phrase")  # type: ignore[arg-type]


def test_each_start_has_the_title_nearest_to_it() -> None:
    """The latest position first; what was found of the one stays, in doubt of whose it is."""
    one = [found("position.start_date", "2013-05-02", "2 mai 2013"), found("position.salary", {"amount": 2100}, "2 100 €")]
    told = several_seen(LETTER, marked(LETTER, **SEEN), one)
    jobs = {(finding.group, finding.name.removeprefix("position.")): finding for finding in told if "noc_" not in finding.name}
    assert {place: finding.value for place, finding in jobs.items()} == {
        (0, "salary"): {"amount": 2100}, (0, "title"): "chef de partie", (0, "start_date"): "2017-01-01",
        (1, "title"): "commis de cuisine", (1, "start_date"): "2013-05-02", (1, "end_date"): "2016-12-31"}
    assert all(finding.doubts for finding in told)


def test_what_patterns_found_stands_where_the_tagger_sees_other_starts() -> None:
    """Nothing is replaced that the tagger does not see as well, nor where patterns found several positions."""
    other = [found("position.start_date", "2023-02-28", "28 février 2023")]
    assert several_seen(LETTER, marked(LETTER, **SEEN), other) == other
    several = [found("position.title", "commis de cuisine", "commis de cuisine").in_group(1)]
    assert several_seen(LETTER, marked(LETTER, **SEEN), several) == several


def test_times_that_overlap_are_no_positions_in_a_row() -> None:
    """The first one ends after the next begins."""
    overlap = SEEN | {"position__end_date": ["28 février 2023"]}
    assert several_seen(LETTER, marked(LETTER, **overlap), []) == []


def test_positions_that_are_none_are_dropped() -> None:
    """Of two that sentences tell, the one whose doubted title the tagger would not have; what is left is the only one."""
    told = [found("position.title", "savoir", "savoir"), found("position.title", "chef de partie", "chef de partie").in_group(1),
            found("position.start_date", "2017-01-01", "1er janvier 2017").in_group(1)]
    doubted = [one.doubted() if one.value == "savoir" else one for one in told]
    seen = marked(LETTER, **SEEN)
    assert [(one.group, one.value) for one in without_phantoms(LETTER, seen, doubted)] == [(0, "chef de partie"), (0, "2017-01-01")]
    assert without_phantoms(LETTER, seen, told) == told, "a title without a doubt stays"


def test_what_a_position_that_is_none_told_of_pay_is_kept() -> None:
    """For the one that is left, where nothing is known of its own, in doubt of whose it is."""
    seen = marked(LETTER, position__title=["chef de partie"], position__start_date=["1er janvier 2017"])
    phantom = found("position.title", "maison", "maison").doubted()
    job = found("position.title", "chef de partie", "chef de partie").in_group(1)
    pay, own = (found("position.salary", value, "2 100 € par mois") for value in ("2100", "1900"))
    kept = without_phantoms(LETTER, seen, [phantom, pay, job])
    assert [(one.group, one.value, one.whose) for one in kept] == [(0, "chef de partie", 0), (0, "2100", 1)]
    assert [one.value for one in without_phantoms(LETTER, seen, [phantom, pay, job, own.in_group(1)])] == ["chef de partie", "1900"]


def test_an_end_that_patterns_found_is_not_lost() -> None:
    """It is the latest position's, where the tagger sees none; where it can be nobody's, what patterns found stands."""
    end = found("position.end_date", "2023-02-28", "28 février 2023")
    told = several_seen(LETTER, marked(LETTER, **SEEN), [end])
    assert [(one.group, one.value) for one in told if one.name == "position.end_date"] == [(0, "2023-02-28"), (1, "2016-12-31")]
    early = [found("position.end_date", "2015-02-28", "28 février 2023")]
    assert several_seen(LETTER, marked(LETTER, **SEEN), early) == early


TABLE = paper("Titre                    Du            Au\nCommis de cuisine        2013-05-02    2016-12-31\nChef de partie           "
              "2017-01-01    en cours\nPériode d'essai terminée le 2013-08-02\n")


def test_two_bounds_side_by_side_are_a_start_and_its_end() -> None:
    """Whichever the tagger takes them for; a bound that stands alone is none of a position that has both."""
    seen = marked(TABLE, position__title=["Commis de cuisine", "Chef de partie"],
                  position__end_date=["2013-05-02", "2016-12-31", "2017-01-01", "en cours", "2013-08-02"])
    told = {(one.group, one.name.removeprefix("position.")): one.value for one in several_seen(TABLE, seen, []) if "noc_" not in one.name}
    assert told == {(0, "title"): "Chef de partie", (0, "start_date"): "2017-01-01", (0, "end_date"): "present",
                    (1, "title"): "Commis de cuisine", (1, "start_date"): "2013-05-02", (1, "end_date"): "2016-12-31"}


def test_a_title_that_was_cut_is_told_whole() -> None:
    """And one that is none gives way to the one beside the position's start, in doubt; another position's title is nobody else's."""
    seen = marked(LETTER, **SEEN)
    start = found("position.start_date", "2017-01-01", "1er janvier 2017")
    for said in ("partie", "savoir"):
        told = titles_mended(LETTER, seen, [found("position.title", said, said), start])
        assert [(one.value, bool(one.doubts)) for one in told] == [("chef de partie", True), ("2017-01-01", False)]
    other = found("position.title", "chef de partie", "chef de partie").in_group(1)
    assert titles_mended(LETTER, seen, [found("position.title", "savoir", "savoir"), start, other])[0].value == "savoir"
    assert titles_mended(LETTER, seen, [other]) == [other], "what it agrees to stays as it is"


def test_bounds_that_the_tagger_certainly_sees_are_settled() -> None:
    """Of several positions one doubt goes; two stay, and those of a story, and of one position, which the whole letter judges."""
    story = [replace(found("position.start_date", "2017-01-01", "1er janvier 2017"), doubts=1),
              replace(found("position.start_date", "2013-05-02", "2 mai 2013"), doubts=1, group=1),
              replace(found("position.end_date", "2016-12-31", "31 décembre 2016"), doubts=2, group=1)]
    assert bounds_settled(LETTER, marked(LETTER, **SEEN), story) == story
    bounds = [replace(one, pattern="learned") for one in story]
    assert [one.doubts for one in bounds_settled(LETTER, marked(LETTER, **SEEN), bounds)] == [0, 0, 2]
    assert [one.doubts for one in bounds_settled(LETTER, marked(LETTER, position__title=["commis de cuisine"]), bounds)] == [1, 1, 2]
    assert bounds_settled(LETTER, marked(LETTER, **SEEN), bounds[:1]) == bounds[:1]
