"""How answers are scored in `make bench-extraction`."""

from __future__ import annotations

from typing import Any

import pytest

from bench.extraction.score import Figures, Outcome, figures, judge
from bench.extraction.values import likeness, same, typed

Told = dict[str, Any]

BOX = [0.2, 0.1, 0.4, 0.12]


def field(name: str, value: Any, **more: Any) -> Told:
    return {"name": name, "value": value, **more}


def given(name: str, value: Any, confidence: float = 0.99, **more: Any) -> Told:
    return {"name": name, "value": value, "confidence": confidence, "page": 1, "boxes": [BOX], **more}


def paper(*fields: Told, kind: str = "employment_letter", pages: tuple[int, ...] = (1,), **more: Any) -> Told:
    return {"kind": kind, "pages": list(pages), "fields": list(fields), **more}


def outcomes(truth: list[Told], told: list[Told], **how: bool) -> list[Outcome]:
    return judge("text", "paper", truth, told, **how)[0]


def scored(truth: list[Told], told: list[Told], **how: bool) -> Figures:
    return figures(*judge("text", "paper", truth, told, **how))


def verdicts(truth: list[Told], told: list[Told], **how: bool) -> list[tuple[str, int, str]]:
    return sorted((one.name, one.group, one.verdict) for one in outcomes(truth, told, **how))


@pytest.mark.parametrize(("name", "truth", "answer", "agree"), [
    ("person.name", "Nguyễn Thị Hoa", "NGUYEN Thi Hoa", True),
    ("person.name", "HOUNSOU Sènami Prisca", "Prisca Sènami Hounsou", True),
    ("person.name", "HOUNSOU Sènami Prisca", "HOUNSOU Sènami", False),
    ("position.title", "préposée à l'entretien", "préposée à l’entretien", True),
    ("position.title", "chef d'équipe", "chef", False),
    ("reference", "234055-021870", "234055 021870", True),
    ("reference", "234055-021870", "234055-021871", False),
    ("issued_on", "2024-03-05", "2024-03-05", True),
    ("issued_on", "2024-03", "2024-03-05", False),
    ("listening.score", 12.5, 12.50, True),
    ("listening.score", 12, "12", False),
    ("position.full_time", True, 1, False),
    ("position.end_date", "present", "present", True),
])
def test_values_are_the_same_when_they_say_the_same(name: str, truth: Any, answer: Any, agree: bool) -> None:
    """Words may differ in case, accents and order; numbers, dates, levels and yes-or-no may not differ at all."""
    assert same(name, truth, answer) is agree


def test_a_salary_is_amount_currency_and_period() -> None:
    """All three must be right: an hourly wage given as a yearly one is wrong."""
    wage = typed("position.salary", "24.5 CAD hour")
    assert same("position.salary", wage, {"amount": 24.50, "currency": "CAD", "period": "hour"})
    assert not same("position.salary", wage, {"amount": 24.5, "currency": "CAD", "period": "year"})
    assert not same("position.salary", wage, {"amount": 24.5, "currency": None, "period": "hour"})
    assert not same("position.salary", wage, None)


def test_most_duties_are_enough() -> None:
    """Four of five duties told nearly word for word count as all; three do not."""
    duties = typed("position.duties", "wash dishes|peel potatoes|clean the grill|take out bins|set tables")
    assert same("position.duties", duties, [*duties[:4], "something else"])
    assert not same("position.duties", duties, duties[:3])


@pytest.mark.parametrize(("name", "text", "value"), [
    ("position.hours_per_week", "37.5", 37.5), ("listening.nclc", "8", 8), ("listening.nclc", "<4", "<4"),
    ("position.full_time", "false", False),
    ("position.start_date", "2021-03", "2021-03"), ("person.name", "Affoué N’Guessan", "Affoué N'Guessan"),
])
def test_marks_become_values_of_the_contract(name: str, text: str, value: Any) -> None:
    """Numbers are numbers, yes is true, and apostrophes are those of a typewriter."""
    assert typed(name, text) == value
    assert type(typed(name, text)) is type(value)


def test_likeness_is_the_share_of_words_in_common() -> None:
    """Each word counts as often as it stands there, in any order."""
    assert likeness("chef de chef", "chef") == pytest.approx(0.5)
    assert likeness("a b", "b a") == 1.0
    assert likeness("", "") == 0.0


def test_a_perfect_answer_has_full_marks() -> None:
    """All found, nothing wrong, every value sure and on its words."""
    truth = [paper(field("person.name", "Awa Ndiaye", page=1, box=BOX), whole=True)]
    assert scored(truth, [paper(given("person.name", "Awa Ndiaye"))]) == Figures(1, 1.0, 1.0, 1.0, 0.0, 0, 1.0, 1.0, 1.0)


def test_a_wrong_value_counts_twice() -> None:
    """The truth is missed and the answer is wrong."""
    assert verdicts([paper(field("issued_on", "2024-01-02"))], [paper(given("issued_on", "2024-02-01"))]) == [
        ("issued_on", 0, "missed"), ("issued_on", 0, "wrong")]


def test_what_is_accepted_is_right() -> None:
    """Any of the accepted values does."""
    truth = [paper(field("employer.name", "Atlas", accept=["Atlas Textile SARL"]))]
    assert verdicts(truth, [paper(given("employer.name", "ATLAS TEXTILE S.A.R.L."))]) == [("employer.name", 0, "right")]
    assert verdicts(truth, [paper(given("employer.name", "Atlas Textile"))]) == [
        ("employer.name", 0, "missed"), ("employer.name", 0, "wrong")]


def test_optional_values_cost_nothing_when_left_out() -> None:
    """They are not asked for; given right they are right, given wrong they are wrong."""
    truth = [paper(field("reference", "A1", optional=True), whole=True)]
    assert scored(truth, [paper()]).asked == 0
    assert verdicts(truth, [paper(given("reference", "A1"))]) == [("reference", 0, "right")]
    assert verdicts(truth, [paper(given("reference", "B2"))]) == [("reference", 0, "wrong")]


def test_a_value_that_the_paper_does_not_bear_is_wrong_where_the_truth_is_whole() -> None:
    """Elsewhere, or when the scorer is told to be lenient, nobody asked and nobody minds."""
    told = [paper(given("position.end_date", "2020-01-01"))]
    for truth, lenient, wrong in (([paper(whole=True)], False, 1), ([paper()], False, 0), ([paper(whole=True)], True, 0)):
        found = outcomes(truth, told, lenient=lenient)
        assert [one.uncalled for one in found] == [True] * wrong


def test_silent_errors_are_counted_among_the_sure() -> None:
    """A wrong value below 0.95 is no silent error; a right one below 0.95 is not read surely."""
    truth = [paper(field("person.name", "Awa Ndiaye"), field("issued_on", "2024-01-02"), field("position.start_date", "2020-01"))]
    told = [paper(given("person.name", "Awa Ndiaye", 0.95), given("issued_on", "2024-02-01", 0.97),
                  given("position.start_date", "2020-01", 0.94))]
    found = scored(truth, told)
    assert (found.sure_wrong, found.sure_wrongs, found.surely) == (0.5, 1, pytest.approx(1 / 3))


@pytest.mark.parametrize(("box", "page", "placed"), [
    (BOX, 1, True), (BOX, 2, False), ([0.2, 0.3, 0.4, 0.32], 1, False), ([0.0, 0.0, 1.0, 1.0], 1, False),
    ([0.25, 0.1, 0.3, 0.12], 1, True), ([0.15, 0.09, 0.45, 0.13], 1, True),
])
def test_a_box_must_be_on_the_words(box: list[float], page: int, placed: bool) -> None:
    """It holds most of the words' first line or lies on it; half the page around them is no place."""
    truth = [paper(field("issued_on", "2024-01-02", page=1, box=BOX))]
    told = [paper({**given("issued_on", "2024-01-02"), "boxes": [box], "page": page})]
    assert [one.placed for one in outcomes(truth, told)] == [placed]


def test_no_place_is_asked_where_no_one_place_is_right() -> None:
    """Neither of words that stand in several places nor of another value that is accepted."""
    truth = [paper(field("issued_on", "2024-01-02"), field("employer.name", "Atlas", accept=["Atlas SARL Casablanca"], page=1, box=BOX))]
    told = [paper(given("issued_on", "2024-01-02"), given("employer.name", "Atlas SARL Casablanca", boxes=[[0, 0.9, 1, 1]]))]
    assert [one.placed for one in outcomes(truth, told)] == [None, None]


def test_positions_may_be_counted_in_another_order() -> None:
    """The groups of an answer are matched with those of the truth so that most values agree."""
    truth = [paper(field("position.title", "cook"), field("position.start_date", "2019"), field("position.title", "chef", group=1))]
    told = [paper(given("position.title", "chef"), given("position.title", "cook", group=1),
                  given("position.start_date", "2019", group=1))]
    assert {verdict for _, _, verdict in verdicts(truth, told)} == {"right"}


def test_a_position_too_many_is_wrong() -> None:
    """Every value of it, where the truth asks for values of that name."""
    truth = [paper(field("position.title", "cook"))]
    told = [paper(given("position.title", "dishwasher", group=0), given("position.title", "cook", group=1))]
    assert sorted(one.verdict for one in outcomes(truth, told)) == ["right", "wrong"]


def test_documents_are_matched_by_their_pages() -> None:
    """A letter and a test in one file are held against what was found on the same pages; one taken for another keeps its fields."""
    truth = [paper(field("person.name", "Awa"), pages=(1, 2)), paper(field("person.name", "Moussa"), kind="french_test", pages=(3,))]
    told = [paper(given("person.name", "Moussa"), kind="diploma", pages=(3,)), paper(given("person.name", "Awa"), pages=(1, 2))]
    found, kinds = judge("scan", "bundle", truth, told)
    assert [one.verdict for one in found] == ["right", "right"]
    assert [(one.want, one.got) for one in kinds] == [("employment_letter", "employment_letter"), ("french_test", "diploma")]


def test_documents_that_are_not_found_and_documents_too_many_are_told() -> None:
    """A lost document misses all its values; one too many is no kind of the truth."""
    truth = [paper(field("person.name", "Awa"), pages=(1,)), paper(field("person.name", "Moussa"), pages=(2,))]
    found, kinds = judge("text", "bundle", truth, [paper(given("person.name", "Awa"), pages=(1,)), paper(pages=(7,))])
    assert [one.verdict for one in found] == ["right", "missed"]
    assert [(one.want, one.got) for one in kinds] == [
        ("employment_letter", "employment_letter"), ("employment_letter", None), (None, "employment_letter")]
