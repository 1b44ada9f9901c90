"""The kind of a paper: cues, and the likeness of its words as a second opinion."""

from __future__ import annotations

from extractors.sorting.cues import by_cues
from extractors.sorting.kind import DOUBTED, judge
from extractors.sorting.words import likeness, told_words

LIST_OF_POSTS = (
    "gervais laroche, cpa\n330, rue heriot, drummondville qc j2c 1b1\ndrummondville, ce 26 mai 2025\nmadame, monsieur,\n"
    "a la demande de notre employe, mehdi benslimane, nous dressons ci-apres la liste des fonctions remplies a notre cabinet :\n"
    "1) commis comptable, du 3 septembre 2019 au 31 decembre 2021, 35 heures/semaine ;\n"
    "2) technicien comptable, depuis le 1er janvier 2022, au traitement annuel de 58 760 $.\n"
    "nous demeurons a votre disposition pour tout renseignement.\netienne laroche\nassocie\n")
BULLETIN = (
    "cegep du lac\tbulletin cumulatif\nservice de l'organisation scolaire\timprime le 2022-08-24\npage 1 de 1\n"
    "nom : roy, luc\tcode permanent : royl18040107\ndate de naissance : 2001-04-18\n"
    "programme : 420.b0 techniques de l'informatique\tcote r moyenne : 28,417\ncours\ttitre\tnote\tmoy.\tunites\n"
    "session : automne 2019\n420-1p3-ou\tintroduction a la programmation\t84\t71\t2,66\n201-ma1-ou\tmathematiques\t72\t66\t2,00\n"
    "601-101-mq\tecriture et litterature\t75\t70\t2,33\nsession : hiver 2020\n340-101-mq\tphilosophie et rationalite\t70\t69\t2,00\n"
    "epreuve uniforme de francais : reussie\nsanction : diplome d'etudes collegiales\nle registraire\n")


def test_words_stand_in_where_cues_say_little() -> None:
    """A letter that calls itself nothing is told by what it speaks of."""
    assert not by_cues(LIST_OF_POSTS).known
    assert judge(LIST_OF_POSTS).kind == "employment_letter"
    assert judge(LIST_OF_POSTS).known


def test_words_never_overrule_a_look_alike() -> None:
    """A sheet of provisional results has all the words of an attestation."""
    sheet = ("fiche de resultats provisoires\ntcf canada\ntest de connaissance du francais\ncandidat : awa sy\n"
             "comprehension orale 455 b2\ncomprehension ecrite 470 b2\nexpression orale 12 b2\nexpression ecrite 11 b1\n")

    assert judge(sheet).kind == "other"


def test_plain_cues_that_words_contradict_are_doubted() -> None:
    """A college's bulletin names the diploma that it leads to: the words know better, and nothing of the document is given surely."""
    assert by_cues(BULLETIN).kind == "diploma"
    assert (judge(BULLETIN).kind, judge(BULLETIN).confidence) == ("transcript", DOUBTED)


def test_a_text_without_known_words_is_of_no_kind() -> None:
    """Nothing is concluded from nothing."""
    assert max(likeness("qqq zzz").values()) < 0.5
    assert not judge("qqq zzz").known


def test_pairs_of_words_count_too() -> None:
    """« la demande » and « demande de » say more than their words."""
    assert told_words("à la demande de la banque") >= {"demande", "banque"}
    assert "above named" in told_words("the above named person")
