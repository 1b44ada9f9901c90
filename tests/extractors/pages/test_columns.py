"""A side column with the firm's address is read before the letter beside it, and two columns of text one after the other; labels stay
beside their values."""

from __future__ import annotations

from extractors.evidence import PageBox
from extractors.pages.page import Word
from extractors.pages.rows import arrange

HEIGHT = 0.012


def _line(text: str, left: float, top: float, letter: float = 0.009) -> list[Word]:
    words, at = [], left
    for word in text.split():
        width = letter * len(word)
        words.append(Word(word, PageBox.clipped(at, top, at + width, top + HEIGHT)))
        at += width + letter
    return words


def _read(*lines: list[Word]) -> list[str]:
    rows = arrange([word for line in lines for word in line], 0.77)
    return [" | ".join(segment.text for segment in row.segments) for row in rows]


LETTER = [
    "Par la présente, il nous fait plaisir de confirmer le parcours de",
    "cet employé dans notre entreprise, où il a été engagé le trois",
    "mai de cette année comme stagiaire dans le cadre de sa maîtrise, et",
    "puis comme employé permanent à temps plein, ce qu'il est encore au",
    "jour où nous écrivons, avec une semaine de travail de quarante heures",
    "et un salaire de base révisé chaque année au mois de juin par nous",
    "comme le prévoit la politique qui vaut pour tous les employés d'ici",
]
SIDE = ["Mésange inc.", "640, rue Dion", "bureau 3", "Québec", "G1K 3P6", "418 555-0145"]


def test_a_side_column_comes_first() -> None:
    """Its lines lie at heights of their own; the sentences of the letter follow each other."""
    side = [_line(text, 0.03, 0.10 + 0.0173 * number) for number, text in enumerate(SIDE)]
    letter = [_line(text, 0.28, 0.104 + 0.0235 * number) for number, text in enumerate(LETTER)]

    assert _read(*side, *letter) == [*SIDE, *LETTER]


def test_no_word_is_lost_or_doubled() -> None:
    """A bullet that stands a little before the text belongs to it, once."""
    side = [_line(text, 0.03, 0.10 + 0.0173 * number) for number, text in enumerate(SIDE)]
    letter = [_line(text, 0.28, 0.104 + 0.0235 * number) for number, text in enumerate(LETTER)]
    bullets = [_line("•", 0.247, 0.104 + 0.0235 * number) for number in (2, 3)]

    words = sorted(" ".join(_read(*side, *letter, *bullets)).replace(" | ", " ").split())
    assert words == sorted(" ".join([*SIDE, *LETTER, "•", "•"]).split())


def test_labels_stay_beside_their_values() -> None:
    """However long the values, and though a label takes a second line."""
    labels = ["Nom légal", "Adresse", "Tâches", "principales", "Horaire", "Salaire", "exact", "Motif"]
    values = [LETTER[0], LETTER[1], LETTER[2], "", LETTER[4], LETTER[5], "", LETTER[6]]
    lines = [_line(text, left, 0.1 + 0.02 * number) for left, column in ((0.03, labels), (0.28, values))
             for number, text in enumerate(column) if text]

    assert _read(*lines) == [f"{label} | {value}" if value else label for label, value in zip(labels, values, strict=True)]


def test_a_letter_without_a_side_column_is_as_it_was() -> None:
    """A head that is set to the right, and lines from edge to edge."""
    lines = [_line("Nordet inc.", 0.6, 0.05), *(_line(text, 0.08, 0.1 + 0.02 * number) for number, text in enumerate(LETTER))]

    assert _read(*lines) == ["Nordet inc.", *LETTER]


def test_a_side_column_whose_lines_drift_comes_first() -> None:
    """Though hardly one of them stands alone: they are now above and now below the lines of the letter."""
    side = [_line(text, 0.03, 0.0985 + 0.0258 * number) for number, text in enumerate(SIDE)]
    letter = [_line(text, 0.28, 0.104 + 0.0235 * number) for number, text in enumerate(LETTER)]
    alone = _line("W.", 0.03, 0.0985 + 0.0258 * 2.5)
    assert _read(*side, alone, *letter) == [*SIDE[:3], "W.", *SIDE[3:], *LETTER]


SPANISH = [
    "El suscrito jefe de personal hace constar que la",
    "señora Ana Ruiz laboró en esta empresa desde el 3 de",
    "agosto de 2015 hasta el 28 de febrero de 2023.",
]
ENGLISH = [
    "The undersigned states that Ms. Ana Ruiz worked for",
    "this company from 3 August 2015 to the last day of",
    "February 2023 as a supervisor of the cold store.",
]


def test_two_columns_of_text_follow_each_other() -> None:
    """Each goes on below, in its own language; what stands over and under both stays there."""
    columns = [_line(text, left, 0.2 + 0.02 * number, 0.008) for left, texts in ((0.05, SPANISH), (0.53, ENGLISH))
               for number, text in enumerate(texts)]
    head, foot = _line("Flores del Norte S.A.S. de Facatativá en Colombia", 0.3, 0.1), _line("Ana Gil Head of Personnel", 0.05, 0.4)

    assert _read(head, *columns, foot)[1:] == [*SPANISH, *ENGLISH, "Ana Gil Head of Personnel"]


def test_a_list_in_two_columns_is_read_column_by_column() -> None:
    """The second line of an item stands below it, further in."""
    left = [("• Assesses patients before and after their", 0.05), ("long treatment", 0.07), ("• Primes and sets up the dialysis", 0.05)]
    right = [("• Administers the prescribed medications as", 0.53), ("ordered", 0.55), ("• Charts all treatment sheets at once", 0.53)]
    lines = [_line(text, at, 0.2 + 0.02 * number, 0.008) for side in (left, right) for number, (text, at) in enumerate(side)]

    assert _read(*lines) == [text for text, _ in (*left, *right)]


def test_a_form_in_two_languages_is_no_text_in_columns() -> None:
    """Each of its rows begins anew, labels and values alike, however long they are."""
    labels = [
        "Position held in the company",
        "Type of contract in force now",
        "Working week as a general rule",
        "Monthly salary before all taxes",
    ]
    values = [
        "Pattern-making supervisor of denim",
        "Indefinite term since the first day",
        "Forty-seven hours from Monday on",
        "Three million pesos in two parts",
    ]
    lines = [_line(text, left, 0.2 + 0.02 * number, 0.008) for left, texts in ((0.05, labels), (0.53, values))
             for number, text in enumerate(texts)]

    assert _read(*lines) == [f"{label} | {value}" for label, value in zip(labels, values, strict=True)]


def test_dots_that_lead_to_a_value_are_no_part_of_the_label() -> None:
    """Even without a blank between them: « Employé........ Awa Sy »."""
    assert _read([*_line("Nom de l'employé........", 0.05, 0.2), *_line("Awa Sy", 0.5, 0.2)]) == ["Nom de l'employé | Awa Sy"]
