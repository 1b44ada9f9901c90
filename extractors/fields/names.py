"""Names of people: runs of capitalised words with their particles, after a title, beside a label, or alone on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.finding import Span
from extractors.fields.text.plain import plain

_TITLES = (
    r"M\.|Mr\.?|MR\.?|Mme\.?|MME\.?|M[lI1]{2}e\.?|MLLE|[Mm]onsieur|MONSIEUR|[Mm]adame|MADAME|[Mm]ademoiselle|MADEMOISELLE|Ms\.?|MS\.?|Mrs\.?"
    r"|MRS\.?|Miss|MISS|Mx\.?|Dr\.?|[Ll]e sieur|[Ll]a dame|[Ll]a (?:sus)?nommée|[Ll]e (?:sus)?nommé|[Ll]e dénommé|[Ll]a dénommée"
    r"|doña|don(?=\s[A-ZÀ-Ý])|Bà|Ông|(?:la\s+)?[Ss]eñora|(?:el\s+)?[Ss]eñor|Sra\.?|Sr\.?|Shri|Sri|Smt\.?|Kum\.?|Me|Engr\.?|ENGR\.?|Eng\.|Ing\.|Alhaji|Hajia"
)
HONORIFIC = rf"(?<![A-Za-z])(?:{_TITLES})(?:\s?/\s?(?:{_TITLES}))*(?=[\s\t(]+[^\W\d_])(?:\s*\((?:e|s)\))?"
_SMALL = (
    "de da do dos das del della di du la le les el al ben bin bint binti mint van von der den ter ould abou mc y e d' o' wa ya"
)
_PARTICLES = frozenset(_SMALL.split())
_OF_MARRIAGE = frozenset(("ep", "epouse", "nee", "veuve", "vve"))
"""What stands before the other name of a married woman, and only inside of a name."""
_COMMON = (
    "monsieur madame mademoiselle mr mrs ms mme mlle date nom prenom name né née born the this that who whom titulaire employe employee"
    " prenoms noms forename forenames surnames sexe sex nationalite nationality birth naissance born holder et and from since depuis"
    " has is was a est en objet subject ref re attestation certificat certificate certification"
    " confirmation diplome university universite received copie conforme original true copy seal sceau office city direction"
    " gouvernement government quebec republique republic ministere ministry for pour services inc ltd ltee sarl sas llc surname first last"
    " given full recu paid matricule code permanent quien interese interesar qui droit concern sincerely cordialement regards yours"
    " respectfully directeur directrice director manager president janvier fevrier mars avril mai juin juillet aout septembre octobre"
    " novembre decembre january february march april may june july august september october november december employment emploi lettre"
    " letter travail work experience verification reference service salary madam sir resultats resultat results tcf tef delf dalf"
    " test tests reussite stage"
    " stagiaire internship salaire fin etudes notes licence master bachelor degree diploma scolarite inscription provisoire training"
    " completion achievement document translation traduction spanish french english arabic portuguese espagnol anglais arabe portugais"
    " language langue origine original hours rate position status effective unit wage duration department designation heures taux poste"
    " statut titre ngay sinh dear chere bonjour when while after before upon during lorsque quand apres avant comme we nous il elle je "
    "he she they whereas attendu considering considerant province provincia provincial"
)
_NO_NAMES = frozenset(_COMMON.split()) - _PARTICLES - _OF_MARRIAGE
_TOKEN = re.compile(r"[^\s,;:()\[\]|/\"]+")


def name_at(text: str, span: Span, most: int = 7) -> Span | None:
    """The name that begins a stretch of text: at least two words, or one where it fills the stretch."""
    start, end, count = None, span[0], 0
    for token in _TOKEN.finditer(text, *span):
        between = text[end : token.start()]
        if (
            (start is not None and ((between.strip() and not _is_joined(text, end, token)) or _breaks(text, end, between)))
            or not (_belongs(token[0], count) or _is_monthly_name(text, token, count))
            or count == most
        ):
            break
        if len(token[0]) == 1 and text.startswith("/", token.end()):
            break  # « S/o », « D/o »: another person follows
        if count > 1 and text.startswith(":", token.end()):
            break  # « LÊ THỊ HUYỀN Gender: female »: the next label
        start = token.start() if start is None else start
        end, count = token.end(), count + 1
        if token[0].endswith(".") and len(token[0]) > 3:
            end -= 1
            break
    if start is None or count == 0 or _is_spaced(text[start:end]):
        return None
    end = _without_particles(text, start, end)
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    alone = not text[end : span[1]].strip(" .,;:—–-")
    return (start, end) if len(text[start:end].split()) > 1 or alone else None


def _is_joined(text: str, end: int, token: re.Match[str]) -> bool:
    """« ZONGO/ILBOUDO »: two surnames in capitals, the second by marriage."""
    return text[end : token.start()] == "/" and token[0].isupper() and len(token[0]) > 2 and text[max(0, end - 3) : end].isupper()


def name_before(text: str, end: int, most: int = 70) -> Span | None:
    """The name that ends right before a position: the longest run of its words, at least two."""
    for token in _TOKEN.finditer(text, max(0, end - most), end):
        found = name_at(text, (token.start(), end)) if token.start() == 0 or not text[token.start() - 1].isalnum() else None
        if found is not None and not text[found[1] : end].strip() and len(text[slice(*found)].split()) > 1:
            return found
    return None


_JUNIOR = re.compile(r",\s(?:Jr|Sr|JR|SR)\.?$")


def is_name(text: str) -> bool:
    """Whether a text is one name of two to six words and nothing else."""
    text = _JUNIOR.sub("", text)
    found = name_at(text, (0, len(text)))
    return found is not None and not text[found[1] :].strip(" .,") and 2 <= len(text.split()) <= 7


def names_after_titles(text: str) -> Iterator[Span]:
    """Names after Monsieur, Mme, Mr., in reading order."""
    for title in re.finditer(HONORIFIC, text):
        start = title.end()
        while start < len(text) and text[start] in " \n\t":
            start += 1
        found = name_at(text, (start, min(len(text), start + 90)))
        if found is not None and len(text[slice(*found)].split()) > 1:
            yield found


def _is_spaced(words: str) -> bool:
    """Whether these are the letters of a spaced heading (« C E R T I F I C A T »), not initials of a name."""
    letters = [len(word) == 1 for word in words.split()]
    return sum(letters) > 3 or (sum(letters) > 1 and not any(len(word) > 4 for word in words.split()))


def looks_damaged(name: str) -> bool:
    """Whether a reader seems to have run other marks into a name: digits, small letters then capitals, stray signs."""
    runs = any(
        one.islower() and two.isupper() and three.isupper() for one, two, three in zip(name, name[1:], name[2:], strict=False)
    )
    return runs or re.search(r"[0-9|_<>*=~]", name) is not None or any(len(word) == 1 for word in name.split())


def _breaks(text: str, end: int, between: str) -> bool:
    """Whether a name ends with its row: only in long rows of running text does a name go on below."""
    if "\t" in between or "\f" in between:
        return True
    return "\n" in between and end - max(text.rfind("\n", 0, end), text.rfind("\f", 0, end)) < 45


def _belongs(token: str, count: int) -> bool:
    bare = token.strip(".'’-")
    folded = plain(bare)
    if len(bare) == 1 and bare.isupper() and (token.endswith(".") or count):
        return True  # an initial, be it an A
    if not bare or any(letter.isdigit() for letter in bare) or folded in _NO_NAMES or folded.endswith("original"):
        return False
    if folded in _PARTICLES | _OF_MARRIAGE:
        return count > 0 if folded in _OF_MARRIAGE else bare[0].isupper() or count > 0
    return bare[0].isupper() and all(
        letter.isalpha() or letter in "-'’." or ord(letter) in range(0x300, 0x370) for letter in bare
    )


_MONTHLY = frozenset(["mai", "may", "april", "june", "avril", "august", "mars"])


def _is_monthly_name(text: str, token: re.Match[str], count: int) -> bool:
    """« Nguyen Thi Mai Anh »: a month inside a name, which no number stands beside."""
    return count > 0 and token[0][0].isupper() and plain(token[0]) in _MONTHLY and re.match(r"\s*[0-9]", text[token.end() :]) is None


def _without_particles(text: str, start: int, end: int) -> int:
    """The end without small words that trail a name (`Ana Lima de`)."""
    while True:
        last = text.rfind(" ", start, end)
        if last < 0 or plain(text[last + 1 : end]) not in _PARTICLES | _OF_MARRIAGE or text[last + 1].isupper():
            return end
        end = len(text[:last].rstrip()) if text[:last].rstrip() else end
