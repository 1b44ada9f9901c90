"""Dates: every spelling that papers have been seen to use, and those that must give nothing."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.fields.text.plain import plain
from extractors.fields.text.slips import mended
from extractors.fields.when.dates import find_dates, order_shown
from extractors.fields.when.periods import find_periods


def values(text: str) -> list[str]:
    return [date.value for date in find_dates(plain(text))]


SURE = [
    ("20/09/2022", "2022-09-20"),
    ("15.03.2024", "2024-03-15"),
    ("2023-07-01", "2023-07-01"),
    ("2025/06/21", "2025-06-21"),
    ("03/ 22/ 2025", "2025-03-22"),
    ("17 / 01 / 2025", "2025-01-17"),
    ("2023 - 07 - 01", "2023-07-01"),
    ("20 juillet 2020", "2020-07-20"),
    ("1er avril 2026", "2026-04-01"),
    ("le 1ᵉʳ avril 2026", "2026-04-01"),
    ("24 AOÛT 2020", "2020-08-24"),
    ("5 févr. 2021", "2021-02-05"),
    ("le 5 sept 2020", "2020-09-05"),
    ("12 déc. 2019", "2019-12-12"),
    ("3 Février 2018", "2018-02-03"),
    ("29th-Jul-2022", "2022-07-29"),
    ("9th-Aug-2021", "2021-08-09"),
    ("18th March 2025", "2025-03-18"),
    ("March 18, 2025", "2025-03-18"),
    ("Mar. 5th, 2025", "2025-03-05"),
    ("25th Day of October, 2024", "2024-10-25"),
    ("this 21st day of November 2025 at", "2025-11-21"),
    ("30-Dec-2016", "2016-12-30"),
    ("13 JUL 2022", "2022-07-13"),
    ("2 January, 2019", "2019-01-02"),
    ("Délivrée le23 juin 2017", "2017-06-23"),
    ("First Day of November in the Year Two Thousand and Nineteen", "2019-11-01"),
    ("Thirteenth day of November 2009", "2009-11-13"),
    ("le vingt-neuf juillet deux mille vingt-quatre", "2024-07-29"),
    ("premier janvier mil neuf cent quatre-vingt-dix-huit", "1998-01-01"),
    ("Twenty-first day of June, Two Thousand Twenty-One", "2021-06-21"),
    ("soixante", None),
    ("le trente et un mai deux mille", "2000-05-31"),
    ("veintitrés (23) días del mes de febrero de 2024", "2024-02-23"),
    ("a los 15 días del mes de marzo de 2019", "2019-03-15"),
    ("5 de mayo de 2019", "2019-05-05"),
    ("15 de março de 2018", "2018-03-15"),
    ("mars 2018", "2018-03"),
    ("April-2022", "2022-04"),
    ("sept. 2020", "2020-09"),
    ("septiembre de 2022", "2022-09"),
    ("août 2021", "2021-08"),
    ("au mois d’octobre 2020", "2020-10"),
    ("session : 2022-06-J", "2022-06"),
    ("05/2021", "2021-05"),
    ("2021-05", "2021-05"),
]


@pytest.mark.parametrize(("text", "value"), SURE)
def test_spellings(text, value):
    """Each spelling gives the one date it says, at the precision it has."""
    assert values(text) == ([value] if value else [])


NOTHING = [
    "31/02/2020",
    "31 février 2020",
    "45/13/2020",
    "2020-13-01",

    "۱۳۹۸/۰۶/۱۲",
    "١٢/٠٣/٢٠٢٠",
    "1445 رمضان",
    "2564",
    "2019/2020",
    "2024-2025",
    "tel 02.55.01.77.70",
    "+225 27 55 71 83 01",
    "N° 0094/2023/DRH",
    "Ref 193/RH/2023",
    "514 555-0118",
    "8 h 30 à 16 h 30",
    "JUIN-JUILLET 2021",
    "Délivré le 1s juillet 2016",
    "le juillet 2016",
    "l juillet 2016",
    "le l? juillet 2016",
    "|| juillet 2016",
    "ICE 002036817220977",
    "12 mars quatre-vingt",
    "marsouin 2020",
    "mayor 2019",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_date(text):
    """What is no date of our calendar, or has a day that was not read, gives nothing rather than half a date."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("03/04/2021", "2021-04-03", "2021-03-04"),
        ("07-09-2021", "2021-09-07", "2021-07-09"),
        ("7.9.2021", "2021-09-07", "2021-07-09"),
    ],
)
def test_two_readings(text, first, other):
    """A date that can be read two ways keeps both readings, and doubts."""
    (date,) = find_dates(text)

    assert (date.value, date.others) == (first, (other,))
    assert date.doubts >= 2


def test_order_by_neighbour():
    """Another date of the same paper, written alike, decides the order of day and month."""
    assert values("du 03/04/2021 au 24/05/2021") == ["2021-04-03", "2021-05-24"]
    assert values("from 03/04/2021 to 05/24/2021") == ["2021-03-04", "2021-05-24"]
    assert order_shown("24/05/2021 05/24/2021") is None


def test_order_known():
    """Where the home of the paper orders day and month, one reading is left."""
    (date,) = find_dates("03/04/2021", "mdy")

    assert (date.value, date.others, date.doubts) == ("2021-03-04", (), 0)


def test_two_digit_year_is_doubted():
    """A year of two digits is never sure, and its date keeps its other reading even where the order is known."""
    (date,) = find_dates("07-09-21", "dmy")

    assert date.value == "2021-09-07"
    assert date.others == ("2021-07-09",)
    assert date.doubts >= 2


def test_spaced_stamp_is_doubted():
    """A rubber stamp's spaced day is read and doubted."""
    (date,) = find_dates(plain("0 3 SEP 2021"))

    assert (date.value, date.doubts) == ("2021-09-03", 1)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("1oth-Sep-2024", "10th-sep-2024"),
        ("ist-May-2o17", "1st-may-2017"),
        ("ler novembre 2022", "1er novembre 2022"),
        ("le l5 juillet", "le 15 juillet"),
        ("soleil lilas", "soleil lilas"),
    ],
)
def test_slips(text, after):
    """Letters for digits are mended where nothing else is possible, and the text keeps its length."""
    assert mended(plain(text)) == after


PERIODS = [
    ("a travaillé du 01 au 31 mars 2023", "2023-03-01", "2023-03-31"),
    ("employé du 3 mai au 5 juin 2020", "2020-05-03", "2020-06-05"),
    ("employée du 1er juin 2019 au 4 mai 2021", "2019-06-01", "2021-05-04"),
    ("a travaillé entre le 3 mars 2019 et le 5 juin 2021", "2019-03-03", "2021-06-05"),
    ("worked from 9th-Aug-2021 to 29th-Jul-2022", "2021-08-09", "2022-07-29"),
    ("employed between August 1, 2021 and May 2, 2022", "2021-08-01", "2022-05-02"),
    ("effectifs de mars 2018 à juin 2021", "2018-03", "2021-06"),
    ("Tenure: June 2017 – August 2019", "2017-06", "2019-08"),
    ("a collaboré avec nous, soit de 2017 à 2020, en poste", "2017", "2020"),
    ("est employé depuis le 3 mars 2019", "2019-03-03", None),
    ("worked here until June 5, 2021", None, "2021-06-05"),
    ("employed w.e.f. 3 March 2019 till date", "2019-03-03", "present"),
    ("en poste de mars 2019 à aujourd'hui", "2019-03", "present"),
]


@pytest.mark.parametrize(("text", "start", "end"), PERIODS)
def test_periods(text, start, end):
    """A period has the start and the end that its words give, sharing month and year where they are given once."""
    folded = plain(text)
    (period,) = find_periods(folded, find_dates(folded, "dmy"))

    assert (period.start.value if period.start else None) == start
    assert ("present" if period.now else period.end.value if period.end else None) == end


@pytest.mark.parametrize(
    "text",
    [
        "Elle a été en congé de maternité du 26 août 2023 au 26 avril 2024.",
        "He was on unpaid leave from May 1, 2020 to May 31, 2020.",
        "formation en secourisme valide jusqu'au 24 mars 2026",
        "employé chaque été de 2019 à 2022",
    ],
)
def test_periods_of_other_things(text):
    """Leaves, trainings and seasons are no period of employment."""
    folded = plain(text)

    assert list(find_periods(folded, find_dates(folded))) == []


@given(st.text(alphabet="0123456789/-. abcdejlmnortuvy,", max_size=60))
def test_digits_of_a_date_are_in_the_text(text):
    """A date never has a number that the text has not."""
    for date in find_dates(text):
        shown = {int(number) for number in re.findall(r"[0-9]+", text[date.start : date.end])}
        year, *rest = (int(part) for part in date.value.split("-"))
        day = rest[1:]
        assert year in shown or year % 100 in shown
        assert all(number in shown or "".join(str(number)) in text[date.start : date.end].replace(" ", "") for number in day)


@given(st.text(max_size=200))
def test_any_text(text):
    """Any text at all is read without error, and dates stand where they say, in order, apart."""
    dates = find_dates(plain(text))

    assert all(0 <= date.start < date.end <= len(text) for date in dates)
    assert all(one.end <= other.start for one, other in pairwise(dates))


_PIECES = ["3", "8", "08", "12", "31", "1er", "th", "juillet", "July", "mai", "2020", "1441", "MMXX", "de", "of", "du",
           "\t", "\n", " ", "/", "-", ".", ",", "(", ")", "'"]


@settings(max_examples=1500)
@given(st.lists(st.sampled_from(_PIECES), max_size=12))
def test_pieces_of_dates_in_any_order(pieces):
    """Nor is any heap of what dates are made of an error: cells of a table stand side by side, « 3 », « 8 July 2020 »."""
    text = "".join(pieces)
    for date in find_dates(plain(text)):
        assert re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", date.value)


def test_the_number_of_a_row_is_no_part_of_the_day_beside_it():
    """« 3 | 8 July 2020 » in two cells, « 3 8 July 2020 » of a raised figure apart."""
    assert [date.value for date in find_dates("3\t8 july 2020")] == ["2020-07-08"]
    assert [date.value for date in find_dates("1 8 july 2020")] == ["2020-07-18"]


@pytest.mark.parametrize(("text", "value", "others"), [
    ("1. De septembre 2021 à juin 2025 : superviseure", "2021-09", ()),
    ("2) de mai 2018", "2018-05", ()),
    ("(3) of May 2018", "2018-05", ()),
    ("1. mai 2018 – août 2019", "2018-05", ("2018-05-01",)),
    ("Fait le 1. juin 2019", "2019-06-01", ()),
    ("le vingt-cinq (25) mai 2010", "2010-05-25", ()),
    ("2 de septiembre de 2021", "2021-09-02", ()),
])
def test_the_number_of_an_entry_is_no_day(text: str, value: str, others: tuple[str, ...]) -> None:
    """« 2. De septembre 2021 » is the second entry of a list; without « de » it may be either, and both are told."""
    date = find_dates(plain(text), "dmy")[0]

    assert (date.value, date.others) == (value, others)


def test_a_number_that_ends_a_cell_is_no_day_in_the_next() -> None:
    """« lot 3 » in one column of a table, « janvier 2009 » in the next; but « le 3 janvier 2009 » over a gap is a date."""
    assert [date.value for date in find_dates("autoroute sfax-gabes, lot 3\tjanvier 2009\tjuin 2013")] == ["2009-01", "2013-06"]
    assert [date.value for date in find_dates("lot 3 janvier 2009 au nord")] == ["2009-01"]
    assert [date.value for date in find_dates("fait le 3\tjanvier 2009")] == ["2009-01-03"]


@pytest.mark.parametrize("rank", ["medical technologist i", "cook level 2", "enseignant classe 3", "teacher grade b", "agent, echelon 4"])
def test_what_ranks_a_post_is_no_day(rank: str) -> None:
    """Nor one that was not read; but a number after another word may be one."""
    assert [(date.value, date.doubts) for date in find_dates(f"{rank}, march 2016 - may 2018")] == [("2016-03", 0), ("2018-05", 0)]
    assert [date.value for date in find_dates("fait le 2, mars 2016")] == ["2016-03-02"]
    assert find_dates("le l, mars 2016") == ()


@pytest.mark.parametrize(("text", "value"), [
    ("le neuf fevrier mil neuf cent nonante-six, porteur", "1996-02-09"),
    ("le huit mai mil neuf cent septante et un", "1971-05-08"),
    ("ce dix-huit juin deux mille vingt signe", "2020-06-18"),
    ("the first day of may two thousand given at", "2000-05-01"),
    ("le mardi trois mars deux mille dix sept a quebec", "2017-03-03"),
])
def test_numbers_of_belgium_and_what_stands_beside_a_date_in_words(text: str, value: str) -> None:
    """Words that are of no number end the date."""
    assert [date.value for date in find_dates(text)] == [value]


@pytest.mark.parametrize("text", [
    "le vlngt-neuf juillet deux mille vingt-quatre", "le vlngt neuf juillet deux mille vingt",
    "le vingt-neuf juillet deux mille vingt-quatrc",
    "le trois mars deux mille vlngt", "on this twelfth day of may two thousand twenty-flve", "le neuf mai mil neuf cent xonante-six",
])
def test_a_date_in_words_that_was_read_in_part_is_none(text: str) -> None:
    """A word misread beside the day or behind the year would make of the twenty-ninth the ninth, of 2024 the year 2000 or 2020."""
    assert find_dates(text) == ()


@pytest.mark.parametrize(("text", "values"), [
    ("a los veintitres dias del mes de febrero de dos mil\nmatricula 1310557k\ndieciocho.\ncurp", ()),
    ("on the third day of may two thousand\nregistrar\tdean\nand ten.\n", ()),
    ("le trois mars deux mille\ndix-sept a quebec", ("2017-03-03",)),
    ("le trois mars deux mille vingt\nle directeur\net\nla doyenne", ("2020-03-03",)),
])
def test_a_year_in_words_whose_rest_stands_below(text: str, values: tuple[str, ...]) -> None:
    """« … de dos mil » over « dieciocho. » with another column's row between is not the year 2000."""
    assert tuple(date.value for date in find_dates(text)) == values
