"""The tasks that the tagger sees: joined and parted as the marks between them tell, and whose they are."""

from __future__ import annotations

import pytest

from extractors.fields.finding import Finding
from extractors.paper import Paper
from extractors.tagging.adding import added
from extractors.tagging.comparing import compared
from extractors.tagging.opinion import opinion
from extractors.tagging.tagger import OUTSIDE, Tagged
from extractors.tagging.tasks import listed, tasks_seen
from extractors.tagging.terms import terms_seen
from tests.extractors.tagging.said import paper, tagged


def seeing(of: Paper, *tasks: str, likely: float = 0.99, **said: str) -> Tagged:
    """A tagger that sees these tasks, each at the first place of its words, and what else is said."""
    every = [tagged(of, likely, **{"position__duties": task}) for task in tasks] + [tagged(of, likely, **{name: value})
                                                                                     for name, value in said.items()]
    best = [next((one.best[at] for one in every if one.best[at] != OUTSIDE), OUTSIDE) for at in range(len(every[0].tokens))]
    begins, goes_on = ({field: [max(shares) for shares in zip(*(getattr(one, part)[field] for one in every), strict=True)]
                        for field in every[0].begins} for part in ("begins", "goes_on"))
    return Tagged(every[0].tokens, begins, goes_on, tuple(best))


@pytest.mark.parametrize(("letter", "seen", "tasks"), [
    ("Elle a secondé les titulaires, désinfecté les jouets et le local et accompagné les groupes.",
     ["secondé", "les titulaires,", "désinfecté les jouets", "le local", "accompagné les groupes."],
     ["secondé les titulaires", "désinfecté les jouets et le local", "accompagné les groupes"]),
    ("Tâches :\n• lire les plans et les devis\n• souder des conduites\n", ["lire les plans", "les devis", "souder des conduites"],
     ["lire les plans et les devis", "souder des conduites"]),
    ("Tâches :\n• lire les plans\n• souder des conduites\n• polir les joints\n• tenir le registre\n",
     ["lire les", "souder des conduites", "tenir le registre"],
     ["lire les plans", "souder des conduites", "polir les joints", "tenir le registre"]),
    ("He was running the first articles on\nmachining centres; and grinding tools.", ["running the first articles on", "machining centres;",
                                                                                      "grinding tools."],
     ["running the first articles on machining centres", "grinding tools"]),
])
def test_marks_part_tasks(letter: str, seen: list[str], tasks: list[str]) -> None:
    """« et » is inside of a task, but before the last one of a sentence that commas part; a row with a bullet is one, and is whole."""
    of = paper(letter)
    assert [task.text for task in tasks_seen(of, seeing(of, *seen))] == tasks


LETTER = paper("Atelier Nord\nFonctions :\n• lire les plans\n• souder des conduites\nCordialement,\n")
TASKS = ["lire les plans", "souder des conduites"]


def known(*tasks: str, doubts: int = 1) -> Finding:
    starts = [LETTER.text.index(task) for task in tasks]
    spans = tuple((start, start + len(task)) for start, task in zip(starts, tasks, strict=True))
    return Finding("position.duties", list(tasks), spans, "layout", doubts)


def test_tasks_that_patterns_missed_are_added_in_doubt() -> None:
    """A list of two at the least, in a letter of one position."""
    (one,) = (each for each in added(LETTER, "employment_letter", seeing(LETTER, *TASKS), ()) if each.name == "position.duties")
    assert (one.value, one.doubts, len(one.spans)) == (TASKS, 1, 2)
    assert list(added(LETTER, "employment_letter", seeing(LETTER, TASKS[0]), ())) == []
    jobs = [Finding("position.title", "a", (), "phrase"), Finding("position.title", "b", (), "phrase", group=1)]
    assert list(added(LETTER, "employment_letter", seeing(LETTER, *TASKS), jobs)) == []


@pytest.mark.parametrize(("likely", "doubts"), [(0.999, 0), (0.99, 1)])
def test_tasks_that_the_tagger_is_certain_of_are_in_no_doubt(likely: float, doubts: int) -> None:
    """Added, or in the place of a list that is none."""
    seen = seeing(LETTER, *TASKS, likely=likely)
    told = [*added(LETTER, "employment_letter", seen, ()), *compared(LETTER, seen, [known("Atelier Nord")])]
    assert [(one.value, one.doubts) for one in told if one.name == "position.duties"] == [(TASKS, doubts)] * 2


def test_tasks_beside_another_column_stay_in_doubt() -> None:
    """The rest of the list may stand there."""
    of = paper("Fonctions :\n• lire les plans     • souder des conduites\n• polir les joints     • tenir le registre\n")
    (one,) = (each for each in added(of, "employment_letter", seeing(of, "lire les plans", "polir les joints", likely=0.999), ())
              if each.name == "position.duties")
    assert one.doubts == 1


def test_the_same_tasks_are_agreed_to() -> None:
    """And are in doubt no more; of a part of them the whole list takes the place, and of a list that is none."""
    seen = seeing(LETTER, *TASKS)
    assert opinion(LETTER, seen, known(*TASKS)) == "agreed"
    assert compared(LETTER, seen, [known(*TASKS)])[0].doubts == 0
    assert compared(LETTER, seen, [known(TASKS[0])])[0].value == TASKS
    assert compared(LETTER, seen, [known("Atelier Nord")])[0].value == TASKS
    assert compared(LETTER, seen, [known("Atelier Nord", doubts=0)])[0].value == ["Atelier Nord"], "what nothing else speaks against stays"


def test_tasks_far_apart_are_no_list() -> None:
    """They may be of two positions."""
    far = paper("• lire les plans\n" + "La présente est remise à sa demande.\n" * 20 + "• souder des conduites\n")
    assert listed(tasks_seen(far, seeing(far, *TASKS))) is None


STORY = paper("Commis du 2 mai 2013 au 31 décembre 2016, 30 heures par semaine, chargé de compter la caisse\n"
              "Gérant du 1er janvier 2017 au 3 mars 2020, 40 heures par semaine, chargé de former les commis\n")


def mark(name: str, value: str, words: str, group: int) -> Finding:
    start = STORY.text.index(words)
    return Finding(f"position.{name}", value, ((start, start + len(words)),), "phrase", group=group)


JOBS = [mark("title", "Gérant", "Gérant", 0), mark("start_date", "2017-01-01", "1er janvier 2017", 0),
        mark("title", "Commis", "Commis", 1), mark("start_date", "2013-05-02", "2 mai 2013", 1)]


def of_each(told: list[Finding], name: str) -> dict[int, object]:
    return {one.group: one.value for one in told if one.name == f"position.{name}"}


@pytest.mark.parametrize(("likely", "doubts"), [(0.99, {1}), (0.999, {0})])
def test_each_position_has_the_terms_of_its_stretch(likely: float, doubts: set[int]) -> None:
    """Hours with what follows from them, and tasks; all in doubt, but hours that the tagger is certain of."""
    hours = [tagged(STORY, likely, position__hours_per_week=words) for words in ("30 heures", "40 heures")]
    seen = seeing(STORY, "compter la caisse", "former les commis")
    for one in hours:
        for at, tag in enumerate(one.best):
            if tag != OUTSIDE:
                seen.begins["position.hours_per_week"][at] = one.begins["position.hours_per_week"][at]  # type: ignore[index]
                seen.goes_on["position.hours_per_week"][at] = one.goes_on["position.hours_per_week"][at]  # type: ignore[index]
    best = tuple(next((one.best[at] for one in (seen, *hours) if one.best[at] != OUTSIDE), OUTSIDE) for at in range(len(seen.best)))
    told = terms_seen(STORY, Tagged(seen.tokens, seen.begins, seen.goes_on, best), JOBS)
    assert of_each(told, "hours_per_week") == {0: 40, 1: 30}
    assert of_each(told, "full_time") == {0: True, 1: True}
    assert of_each(told, "duties") == {0: ["former les commis"], 1: ["compter la caisse"]}
    assert all(one.doubts for one in told if one.name == "position.duties")
    assert {one.doubts for one in told if one.name in ("position.hours_per_week", "position.full_time")} == doubts


def test_a_term_that_stands_with_another_position_changes_hands() -> None:
    """What patterns gave to the latest, but the tagger sees with the one before; and what only one tells says nothing of the other."""
    seen = seeing(STORY, "compter la caisse", "former les commis")
    misplaced = Finding("position.duties", ["compter la caisse"], mark("x", "", "compter la caisse", 0).spans, "layout")
    assert of_each(terms_seen(STORY, seen, [*JOBS, misplaced]), "duties") == {0: ["former les commis"], 1: ["compter la caisse"]}
    alone = seeing(STORY, "compter la caisse")
    assert terms_seen(STORY, alone, JOBS) == JOBS
    assert terms_seen(STORY, seen, JOBS[:2]) == JOBS[:2], "one position has no stretches"


ARTICLES = paper("Article 1. Sur l'emploi d'animatrice, du 1er mai 2015 au 7 juillet 2017, 19 heures par semaine. "
                 "Article 2. En qualité d'agente, du 1er mai 2018 au 31 août 2023. Le traitement était de 2 000 €.\n")


def test_hours_in_doubt_are_of_the_position_in_their_sentence() -> None:
    """« Article 1. … animatrice …, 19 heures par semaine. »: not of the latest one, for which they were taken; sure ones stay."""
    def mark(name: str, words: str, group: int) -> Finding:
        start = ARTICLES.text.index(words)
        return Finding(name, words, ((start, start + len(words)),), "phrase", group=group)

    jobs = [mark("position.title", "agente", 0), mark("position.title", "animatrice", 1)]
    hours = mark("position.hours_per_week", "19 heures", 0)
    seen = tagged(ARTICLES)
    assert [one.group for one in terms_seen(ARTICLES, seen, [*jobs, hours.perhaps_anothers(2)])] == [0, 1, 1]
    assert [one.group for one in terms_seen(ARTICLES, seen, [*jobs, hours])] == [0, 1, 0]
