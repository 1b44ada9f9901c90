"""What the tagger's opinion does to values: it adds some, takes doubts away, gives doubts, and leaves out what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.evidence import Kind
from extractors.fields.finding import Finding
from extractors.paper import Paper, read_paper
from extractors.tagging.adding import added, rival
from extractors.tagging.comparing import compared
from extractors.tagging.opinion import opinion
from tests.extractors.paper import pages
from tests.extractors.tagging.said import paper, tagged

LETTER = paper(
    "Scierie Dunord inc.\n12, rue Dufour, Roberval (Québec) G8H 2M3\nLe 4 mai 2021\n"
    "Madame Awa Sarr, affûteuse, a commencé le 3 juin 2019 au salaire de 22,50 $ de l'heure.\n"
    "Projet du 1er mars 2020\nLouis Roy\nDirecteur\n")


def found(name: str, words: str, doubts: int = 0, group: int = 0, of: Paper = LETTER) -> Finding:
    start = of.text.index(words)
    return Finding(name, words, ((start, start + len(words)),), "phrase", doubts, group=group)


@pytest.mark.parametrize(("likely", "said"), [(0.99, "agreed"), (0.85, "agreed"), (0.7, "doubted"), (0.4, "doubted"), (0.1, "differed")])
def test_an_opinion_goes_by_probability(likely: float, said: str) -> None:
    """The likelier the tagger finds a value's words to be its field's, the better it speaks of it."""
    assert opinion(LETTER, tagged(LETTER, likely, person__name="Awa Sarr"), found("person.name", "Awa Sarr")) == said


def test_less_than_even_odds_are_a_doubt_of_names_that_run_over() -> None:
    """Of a title, which is seldom wrong where the tagger only hesitates, they are none."""
    assert opinion(LETTER, tagged(LETTER, 0.4, signatory__title="Directeur"), found("signatory.title", "Directeur")) == "unsure"


def test_hesitation_takes_nothing_from_a_place_or_a_signatory() -> None:
    """Where it is the likelier reading of a place; of a signature block also where it is not. What it hardly would have, it differs on."""
    for likely, of_place, of_name in ((0.6, "none", "none"), (0.3, "unsure", "none"), (0.1, "differed", "differed")):
        said = tagged(LETTER, likely, employer__place="Roberval (Québec) G8H 2M3", signatory__name="Louis Roy")
        assert opinion(LETTER, said, found("employer.place", "Roberval (Québec) G8H 2M3")) == of_place
        assert opinion(LETTER, said, found("signatory.name", "Louis Roy")) == of_name


def test_a_value_that_is_cut_short_is_not_agreed_to() -> None:
    """The tagger sees the value go on behind the words that were taken."""
    whole = tagged(LETTER, employer__name="Scierie Dunord inc.")
    assert opinion(LETTER, whole, found("employer.name", "Scierie Dunord inc.")) == "agreed"
    assert opinion(LETTER, whole, found("employer.name", "Scierie")) == "differed"
    assert opinion(LETTER, whole, found("employer.name", "Dunord inc.")) == "differed"


def test_the_same_value_elsewhere_is_agreed_to() -> None:
    """A name that the paper says twice, in another order of its words."""
    twice = paper("Monsieur Jean Kouassi travaille chez nous.\nEmployé : KOUASSI Jean\n")
    said = tagged(twice, person__name="Jean Kouassi")
    assert opinion(twice, said, found("person.name", "KOUASSI Jean", of=twice)) == "agreed"


def test_what_the_tagger_does_not_know_it_has_no_opinion_of() -> None:
    """Pay, and values that were concluded from no words."""
    said = tagged(LETTER)
    assert opinion(LETTER, said, found("position.salary", "affûteuse")) == "none"
    assert opinion(LETTER, said, Finding("signatory.name", "Louis Roy", (), "inferred")) == "none"


def values(kind: Kind, *known: Finding, **said: str) -> dict[str, object]:
    return {one.name: one.value for one in added(LETTER, kind, tagged(LETTER, **said), known)}


def test_what_patterns_missed_is_added() -> None:
    """Read by the same grammars as everywhere: a day, a pay with its currency, a name without its title."""
    assert values("employment_letter", position__start_date="le 3 juin 2019", position__salary="22,50 $ de l'heure",
                  person__name="Madame Awa Sarr,", position__title="affûteuse,") == {
        "position.start_date": "2019-06-03", "position.salary": {"amount": 22.5, "currency": "CAD", "period": "hour"},
        "person.name": "Awa Sarr", "position.title": "affûteuse"}


@pytest.mark.parametrize(("field", "words", "likely", "doubts"), [
    ("position__start_date", "3 juin 2019", 0.999, 1),
    ("signatory__name", "Louis Roy", 0.999, 0), ("signatory__name", "Louis Roy", 0.9, 1)])
def test_what_is_added_is_doubted(field: str, words: str, likely: float, doubts: int) -> None:
    """However sure the tagger is; but for fields of which all that it was sure of were right."""
    (one,) = added(LETTER, "employment_letter", tagged(LETTER, likely, **{field: words}), ())
    assert (one.pattern, one.doubts) == ("learned", doubts)


@pytest.mark.parametrize(("likely", "others", "doubts"), [(0.999, (), 0), (0.99, (), 1), (0.999, ("Directeur",), 1)])
def test_a_title_is_added_without_a_doubt_where_it_is_certain_and_alone(likely: float, others: tuple[str, ...], doubts: int) -> None:
    """A second one that the tagger sees may be the one that counts; and a date of a job stays in doubt in any case."""
    said = tagged(LETTER, likely, position__title="affûteuse")
    for other in others:
        seen = tagged(LETTER, 0.7, position__title=other)
        said = replace(said, begins={**said.begins, "position.title": [max(both) for both in zip(
            said.begins["position.title"], seen.begins["position.title"], strict=True)]},
            best=tuple(one if one != "-" else more for one, more in zip(said.best, seen.best, strict=True)))
    (title,) = added(LETTER, "employment_letter", said, ())
    assert (title.value, title.doubts) == ("affûteuse", doubts)


def test_a_number_is_added_without_a_doubt_where_it_is_certain() -> None:
    """Of a paper that was read optically it stays in doubt, as does a second one."""
    of = paper("Attestation délivrée sous 2019-G-0417\n")
    for source, doubts in ((of, 0), (read_paper(pages("Attestation délivrée sous 2019-G-0417\n", source="ocr")), 1)):
        (number,) = added(source, "diploma", tagged(source, 0.999, reference="2019-G-0417"), ())
        assert (number.value, number.doubts) == ("2019-G-0417", doubts)


@pytest.mark.parametrize(("kind", "known", "said"), [
    ("employment_letter", found("position.start_date", "1er mars 2020"), {"position__start_date": "3 juin 2019"}),
    ("employment_letter", found("issued_on", "3 juin 2019"), {"position__start_date": "3 juin 2019"}),
    ("diploma", found("issued_on", "4 mai 2021"), {"position__start_date": "3 juin 2019"}),
    ("employment_letter", found("issued_on", "4 mai 2021"), {"position__title": "de"}),
])
def test_what_is_not_added(kind: Kind, known: Finding, said: dict[str, str]) -> None:
    """A field that has a value, words that bear another, a field that papers of the kind do not have, words that are no value."""
    assert values(kind, known, **said) == {}


def test_nothing_is_added_to_one_of_several_positions() -> None:
    """Whose it would be cannot be told; the letter's own fields may still be added."""
    jobs = (found("position.title", "affûteuse"), found("position.title", "Directeur", group=1))
    assert values("employment_letter", *jobs, position__start_date="3 juin 2019", signatory__name="Louis Roy") == {
        "signatory.name": "Louis Roy"}


def test_no_job_ends_on_the_day_it_began() -> None:
    """A day that is told twice is no end."""
    twice = paper("En poste depuis le 2 août 2022.\nIn our employ since August 2, 2022.\n")
    start = Finding("position.start_date", "2022-08-02", ((16, 27),), "phrase")
    more = added(twice, "employment_letter", tagged(twice, position__end_date="August 2, 2022"), [start])
    assert [one.value for one in more] == ["present"]


def test_no_value_runs_from_one_column_into_the_next() -> None:
    """What stands side by side is not one value."""
    columns = paper("Nom                Fonction\nAwa Sarr           affûteuse\n")
    said = tagged(columns, position__title="Sarr\taffûteuse")
    assert list(added(columns, "employment_letter", said, ())) == []


@pytest.mark.parametrize(("row", "titles"), [
    ("depuis 2022 comme mécanicienne           since 2022 as a fish plant", []),
    ("Fonction                mécanicienne", ["mécanicienne"]),
    ("Fonction : mécanicienne           Statut : permanente", ["mécanicienne"]),
    ("depuis 2022 comme mécanicienne", ["mécanicienne"]),
])
def test_a_value_that_a_columns_edge_may_cut_is_not_added(row: str, titles: list[str]) -> None:
    """The sentence may go on in the next row of its column; a cell of its own, and what stands behind a colon, is whole."""
    of = paper(f"Attestation\n{row}\n")
    found = added(of, "employment_letter", tagged(of, position__title="mécanicienne"), ())
    assert [one.value for one in found if one.name == "position.title"] == titles


def test_agreement_takes_a_doubt_away() -> None:
    """A name that patterns doubted to be whose it is; not a date, which may be doubted for its reading, nor one of several positions."""
    said = tagged(LETTER, signatory__name="Louis Roy", issued_on="4 mai 2021", position__title="affûteuse")
    doubted = [found("signatory.name", "Louis Roy", 1), found("issued_on", "4 mai 2021", 1)]
    assert [one.doubts for one in compared(LETTER, said, doubted)] == [0, 1]


def test_another_value_takes_the_place_of_a_doubted_one() -> None:
    """Both are told, the tagger's first; a value that nothing else speaks against stays, with the tagger's beside it."""
    said = tagged(LETTER, 0.9, signatory__name="Louis Roy")
    (instead,) = compared(LETTER, said, [found("signatory.name", "Awa Sarr", 1)])
    assert (instead.value, instead.others, instead.doubts) == ("Louis Roy", ("Awa Sarr",), 1)

    plain = found("signatory.name", "Awa Sarr")
    assert compared(LETTER, said, [plain]) == [plain]
    assert rival(LETTER, said, plain, [plain]) == ("Louis Roy",)
    assert rival(LETTER, said, plain, [plain, found("signatory.name", "Louis Roy", group=1)]) == ()


JOB = paper("Madame Awa Sarr a travaillé du 3 juin 2019 au 5 mai 2021. Visite du 6 avril 2020.\n")


def bounds(start: int, end: int) -> list[Finding]:
    return [Finding("position.start_date", "2019-06-03", ((32, 43),), "phrase", start),
            Finding("position.end_date", "2021-05-05", ((47, 57),), "phrase", end)]


def test_a_job_that_the_tagger_sees_alike_is_relieved() -> None:
    """Doubted for a date that nothing explained, which the tagger says is no bound of a job."""
    assert [JOB.words(one.spans[0]) for one in bounds(2, 2)] == ["3 juin 2019", "5 mai 2021"]
    seen = tagged(JOB, position__start_date="3 juin 2019", position__end_date="5 mai 2021")
    assert [one.doubts for one in compared(JOB, seen, bounds(2, 2))] == [0, 0]
    assert [one.doubts for one in compared(JOB, seen, bounds(2, 4))] == [0, 4], "nothing relieves of many doubts"


def test_another_date_that_looks_like_a_bound_keeps_the_doubts() -> None:
    """There may be a second job."""
    seen = tagged(JOB, 0.4, position__start_date="6 avril 2020", position__end_date="5 mai 2021")
    assert [one.doubts for one in compared(JOB, seen, [bounds(0, 2)[1]])] == [2]


def test_a_much_doubted_start_that_is_none_is_left_out() -> None:
    """The year in which a firm was founded; the end, of which the tagger knows less, stays, and so does a start with few doubts."""
    seen = tagged(JOB)
    assert [one.name for one in compared(JOB, seen, bounds(3, 3))] == ["position.end_date"]
    assert [one.name for one in compared(JOB, seen, bounds(2, 2))] == ["position.start_date", "position.end_date"]


def test_what_the_tagger_is_certain_of_is_settled() -> None:
    """A title, whatever doubts it has; not one with another reading, nor whose of several positions it is."""
    seen = tagged(LETTER, 0.999, position__title="affûteuse", issued_on="4 mai 2021")
    title = found("position.title", "affûteuse", 2)
    assert [one.doubts for one in compared(LETTER, seen, [title, found("issued_on", "4 mai 2021", 1)])] == [0, 1]
    assert [one.doubts for one in compared(LETTER, seen, [replace(title, others=("affineuse",))])] == [2]
    several = [title.perhaps_anothers(), found("position.title", "Directeur", group=1)]
    assert [one.doubts for one in compared(LETTER, seen, several)] == [1, 0]


def test_full_time_is_as_sure_as_the_hours_it_follows_from() -> None:
    """Where the tagger sees them, and no others."""
    of = paper("Poste occupé à raison de 37,5 heures par semaine.\n")
    place = (of.text.index("37,5"), of.text.index(" par"))
    hours = Finding("position.hours_per_week", 37.5, (place,), "phrase", 1)
    full = Finding("position.full_time", True, (place,), "inferred", 1)
    for likely, doubts in ((0.9, 0), (0.8, 1)):
        told = compared(of, tagged(of, likely, position__hours_per_week="37,5 heures"), [hours, full])
        assert [one.doubts for one in told] == [doubts, doubts]


def test_terms_are_doubted_where_there_may_be_a_second_job() -> None:
    """Whose the pay is, the patterns cannot know who saw one job only."""
    pay = Finding("position.salary", {"amount": 20, "currency": "CAD", "period": "hour"}, ((1, 7),), "phrase")
    for likely, doubts in ((0.9, 1), (0.2, 0)):
        seen = tagged(JOB, likely, position__start_date="6 avril 2020")
        assert [one.doubts for one in compared(JOB, seen, [*bounds(0, 0), pay])] == [0, 0, doubts]
    assert compared(JOB, tagged(JOB, position__start_date="6 avril 2020"), [pay]) == [pay], "no job is known that it could belong to else"


def test_an_end_that_goes_on_is_relieved_with_its_start() -> None:
    """Where both were doubted alike; not where the end has doubts of its own, as one that is guessed has."""
    once = paper("Madame Awa Sarr travaille ici depuis le 3 juin 2019.\n")
    seen = tagged(once, position__start_date="3 juin 2019")
    place = once.text.index("3 juin"), once.text.index("2019") + 4
    for begun, doubts, left in ((2, 2, 0), (2, 3, 3), (1, 1, 1)):
        start = Finding("position.start_date", "2019-06-03", (place,), "phrase", begun)
        end = Finding("position.end_date", "present", ((1, 7),), "phrase", doubts)
        assert [one.doubts for one in compared(once, seen, [start, end])] == [0, left]


def test_a_job_that_is_only_guessed_to_go_on_stays_in_doubt() -> None:
    """However sure its start: a doubt of its own, and an end that is concluded, are none that the start settles."""
    start, end = bounds(0, 0)
    seen = tagged(JOB, position__start_date="3 juin 2019")
    for pattern, doubts, left in (("phrase", 1, 1), ("inferred", 2, 2), ("phrase", 2, 0)):
        goes_on = replace(end, value="present", spans=((1, 7),), pattern=pattern, doubts=doubts)  # type: ignore[arg-type]
        assert [one.doubts for one in compared(JOB, seen, [start, goes_on])] == [0, left]


def term(whose: int) -> Finding:
    found = Finding("position.salary", {"amount": 20, "currency": "CAD", "period": "hour"}, ((1, 7),), "phrase")
    return found.doubted().perhaps_anothers(whose) if whose else found.doubted()


def test_terms_are_settled_where_no_second_job_is_seen() -> None:
    """Of a letter that perhaps tells of two jobs: neither another bound nor another title. Their own doubts stay."""
    alone = tagged(JOB, position__start_date="3 juin 2019", position__end_date="5 mai 2021")
    second = tagged(JOB, position__start_date="3 juin 2019", position__end_date="5 mai 2021", position__title="Visite")
    for seen, doubts in ((alone, 1), (second, 3)):
        assert [one.doubts for one in compared(JOB, seen, [*bounds(0, 0), term(2)])] == [0, 0, doubts]


def test_a_date_that_surely_is_something_else_is_no_bound() -> None:
    """However much it looks like one: the day of a birth is explained."""
    seen = tagged(JOB, position__start_date="6 avril 2020")
    birth = Finding("person.birth_date", "2020-04-06", ((70, 82),), "phrase")
    pay = Finding("position.salary", {"amount": 20, "currency": "CAD", "period": "hour"}, ((1, 7),), "phrase")
    assert compared(JOB, seen, [*bounds(0, 0), pay, birth])[2] == pay
    assert compared(JOB, seen, [*bounds(0, 0), pay, birth.doubted()])[2].doubts == 1


def test_a_date_that_the_letter_accounts_for_is_no_second_job() -> None:
    """Of an interview, or the month of a day that is told; but what the tagger surely sees as a bound counts whatever stands before it."""
    of = paper("Mme Roy travaille ici depuis le 3 juin 2019, après un entretien le 7 mai 2019. Desde junio de 2019 sigue.\n")
    start = replace(found("position.start_date", "3 juin 2019", of=of), value="2019-06-03").perhaps_anothers(2)
    for other, likely, doubts in (("7 mai 2019", 0.6, 0), ("7 mai 2019", 0.95, 2), ("junio de 2019", 0.95, 0)):
        seen = tagged(of, 0.97, position__start_date="3 juin 2019")
        at = of.text.index(other)
        for word in seen.within((at, at + len(other))):
            seen.begins["position.start_date"][word] = likely
        assert compared(of, seen, [start])[0].doubts == doubts, (other, likely)


def test_that_a_job_goes_on_is_as_sure_as_its_start() -> None:
    """Where words say it, and the doubt is the start's; not where it was only guessed."""
    of = paper("Mme Roy travaille ici depuis le 3 juin 2019 et à ce jour.\n")
    start = replace(found("position.start_date", "3 juin 2019", of=of), value="2019-06-03").perhaps_anothers(2).doubted()
    end = replace(found("position.end_date", "à ce jour", of=of), value="present", pattern="phrase").perhaps_anothers(2)
    seen = tagged(of, 0.97, position__start_date="3 juin 2019")
    assert [one.doubts for one in compared(of, seen, [start, end])] == [0, 0]
    assert [one.doubts for one in compared(of, seen, [start, replace(end, pattern="inferred")])] == [0, 2]


def test_the_bounds_of_several_jobs_are_settled_one_by_one() -> None:
    """The one that the tagger surely sees; none where another date looks like a bound too."""
    jobs = [one.perhaps_anothers(2) for one in bounds(0, 0)] + [found("position.title", "Awa", group=1, of=JOB)]
    assert [one.doubts for one in compared(JOB, tagged(JOB, 0.95, position__start_date="3 juin 2019"), jobs)] == [0, 2, 0]
    both = tagged(JOB, 0.95, position__start_date="3 juin 2019", position__end_date="6 avril 2020")
    assert [one.doubts for one in compared(JOB, both, jobs)] == [2, 2, 0]


def test_what_is_added_to_a_paper_that_was_read_optically_stays_in_doubt() -> None:
    """Of words that were misread the tagger sees a part."""
    scanned = read_paper(pages("Louis Roy\nDirecteur\nNordet inc.\n", source="ocr"))
    sure, doubted = (list(added(of, "employment_letter", tagged(of, 0.999, signatory__name="Louis Roy"), []))
                     for of in (LETTER, scanned))
    assert ([one.doubts for one in sure], [one.doubts for one in doubted]) == ([0], [1])
    (half,) = added(LETTER, "employment_letter", tagged(LETTER, 0.999, signatory__name="Louis"), [])
    assert half.doubts == 1


def test_a_firm_that_the_tagger_hardly_would_have_gives_way() -> None:
    """To the one that it sees, even without a doubt; the other stays as another reading."""
    seen = tagged(LETTER, 0.8, employer__name="Scierie Dunord inc.")
    other = replace(found("employer.name", "Louis Roy"), pattern="layout")
    (firm,) = compared(LETTER, seen, [other])
    assert (firm.value, firm.others) == ("Scierie Dunord inc.", ("Louis Roy",))
    assert compared(LETTER, tagged(LETTER, 0.5, employer__name="Scierie Dunord inc."), [other]) == [other]
    school = replace(found("institution.name", "Louis Roy"), pattern="layout")
    assert compared(LETTER, tagged(LETTER, 0.999, institution__name="Scierie Dunord inc."), [school]) == [school]


def test_a_job_goes_on_where_only_its_start_was_found() -> None:
    """The words near the start say so: in doubt."""
    of = paper("Mme Roy travaille toujours chez nous. Elle est entrée un lundi, le 8 avril 2019.\n")
    start = replace(found("position.start_date", "8 avril 2019", of=of), value="2019-04-08")
    (end,) = added(of, "employment_letter", tagged(of), [start])
    assert (end.name, end.value, end.doubts > 0) == ("position.end_date", "present", True)


def test_pay_that_is_told_once_is_the_jobs() -> None:
    """Hours and pay of which the tagger sees no others lose the doubt of whose they are; with others, or more doubts of their own, not."""
    of = paper("Salaire : 15,50 € de l'heure.\nPrime de soir : 17,10 € de l'heure.\n")
    pay = replace(found("position.salary", "15,50 € de l'heure", 1, of=of), value={"amount": 15.5, "currency": "EUR", "period": "hour"})
    once = tagged(of, 0.9, position__salary="15,50 € de l'heure")
    assert [one.doubts for one in compared(of, once, [pay.perhaps_anothers()])] == [0]
    assert [one.doubts for one in compared(of, once, [pay.doubted()])] == [2]
    assert [one.doubts for one in compared(of, tagged(of, 0.8, position__salary="15,50 € de l'heure"), [pay])] == [1]
    other = tagged(of, 0.9, position__salary="17,10 € de l'heure")
    assert [one.doubts for one in compared(of, other, [pay])] == [1]


def test_the_start_stays_in_doubt_where_another_date_looks_like_one() -> None:
    """However surely the tagger sees it; where none does, it is settled."""
    of = paper("Mme Roy a travaillé du 3 juin 2019 au 5 mai 2021. Depuis le 4 mai 2020, dans un autre atelier.\n")
    seen = tagged(of, 0.97, position__start_date="3 juin 2019", position__end_date="5 mai 2021")
    other = of.text.index("4 mai 2020")
    for at in seen.within((other, other + len("4 mai 2020"))):
        seen.begins["position.start_date"][at] = 0.9
    told = [replace(found(f"position.{name}", words, of=of), value=value).perhaps_anothers(2)
            for name, words, value in (("start_date", "3 juin 2019", "2019-06-03"), ("end_date", "5 mai 2021", "2021-05-05"))]
    assert [one.doubts for one in compared(of, seen, told)] == [2, 2]
    alone = tagged(of, 0.97, position__start_date="3 juin 2019")
    assert compared(of, alone, told)[0].doubts == 0


def test_full_time_that_is_said_is_the_jobs() -> None:
    """Whatever other jobs the letter may tell of, it says nothing of part time; what is doubted otherwise stays so."""
    said, seen = Finding("position.full_time", True, ((1, 7),), "phrase"), tagged(JOB, position__start_date="6 avril 2020")
    for full, doubts in ((said.perhaps_anothers(2), 0), (said.doubted(2), 2)):
        assert [one.doubts for one in compared(JOB, seen, [*bounds(0, 0), full])] == [0, 0, doubts]


def test_full_time_that_is_said_holds_for_several_jobs() -> None:
    """Of whichever of them it was said; what follows from hours is as doubtful as whose they are."""
    jobs = [found("position.title", "Madame", of=JOB), found("position.title", "Visite", group=1, of=JOB)]
    said = Finding("position.full_time", True, ((1, 7),), "phrase", group=1).perhaps_anothers(2)
    for full, doubts in ((said, 0), (replace(said, pattern="inferred"), 2)):
        assert compared(JOB, tagged(JOB), [*jobs, full])[-1].doubts == doubts


def test_full_time_is_doubted_with_its_hours_where_there_may_be_a_second_job() -> None:
    """Another date looks like a bound: hours that the tagger sees once, and nowhere else, are the job's, and so is what follows."""
    of = paper("Mme Roy travaille depuis le 3 juin 2019, 40 heures par semaine.\nProjet du 6 avril 2020\n")
    start = replace(found("position.start_date", "3 juin 2019", of=of), value="2019-06-03")
    hours = replace(found("position.hours_per_week", "40 heures", of=of), value=40)
    full = Finding("position.full_time", True, hours.spans, "inferred")
    for likely, doubts in ((0.9, 0), (0.5, 1)):
        seen = tagged(of, likely, position__hours_per_week="40 heures")
        place = of.text.index("6 avril")
        for at in seen.within((place, place + len("6 avril 2020"))):
            seen.begins["position.start_date"][at] = 0.9
        assert [one.doubts for one in compared(of, seen, [start, hours, full])] == [0, doubts, doubts]
