"""Names of people: runs of capitalised words with their particles, after a title, beside a label, or alone on a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.fields.finding import Span
from extractors.fields.text.plain import plain

HONORIFIC = (
    r"(?<![A-Za-z])(?:M\.|Mr\.?|MR\.?|Mme\.?|MME\.?|Mlle|Monsieur|MONSIEUR|Madame|MADAME|Mademoiselle|Ms\.?|MS\.?|Mrs\.?"
    r"|MRS\.?|Miss|Dr\.?|"
    r"(?:la\s+)?señora|(?:el\s+)?señor|Sra\.?|Sr\.?|Shri|Smt\.?|Me|Engr\.?)(?=[\s\t(]+[^\W\d_])(?:\s*\((?:e|s)\))?"
)
_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "les",
        "el",
        "al",
        "ben",
        "bin",
        "bint",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ould",
        "mc",
        "y",
        "e",
        "d'",
        "o'",
    ]
)
_NO_NAMES = (
    frozenset(
        [
            "monsieur",
            "madame",
            "mademoiselle",
            "mr",
            "mrs",
            "ms",
            "mme",
            "mlle",
            "date",
            "nom",
            "prenom",
            "name",
            "né",
            "née",
            "born",
            "the",
            "this",
            "that",
            "who",
            "whom",
            "titulaire",
            "employe",
            "employee",
            "holder",
            "le",
            "la",
            "et",
            "and",
            "from",
            "since",
            "depuis",
            "has",
            "is",
            "was",
            "a",
            "est",
            "en",
            "de",
            "objet",
            "subject",
            "ref",
            "re",
            "attestation",
            "certificat",
            "certificate",
            "diplome",
            "university",
            "universite",
            "received",
            "copie",
            "conforme",
            "original",
            "true",
            "copy",
            "seal",
            "sceau",
            "office",
            "city",
            "direction",
            "gouvernement",
            "government",
            "quebec",
            "republique",
            "republic",
            "ministere",
            "ministry",
            "for",
            "pour",
            "services",
            "inc",
            "ltd",
            "ltee",
            "sarl",
            "sas",
            "llc",
            "surname",
            "first",
            "last",
            "given",
            "full",
            "recu",
            "paid",
            "matricule",
            "code",
            "permanent",
            "quien",
            "interese",
            "interesar",
            "qui",
            "droit",
            "whom",
            "concern",
            "sincerely",
            "cordialement",
            "regards",
            "yours",
            "respectfully",
            "directeur",
            "directrice",
            "director",
            "manager",
            "president",
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ]
    )
    - _PARTICLES
)
_TOKEN = re.compile(r"[^\s,;:()\[\]|/\"]+")


def name_at(text: str, span: Span, most: int = 7) -> Span | None:
    """The name that begins a stretch of text: at least two words, or one where it fills the stretch."""
    start, end, count = None, span[0], 0
    for token in _TOKEN.finditer(text, *span):
        between = text[end : token.start()]
        if (
            (start is not None and (between.strip() or _breaks(text, end, between)))
            or not _belongs(token[0], count)
            or count == most
        ):
            break
        if len(token[0]) == 1 and text.startswith("/", token.end()):
            break  # « S/o », « D/o »: another person follows
        start = token.start() if start is None else start
        end, count = token.end(), count + 1
        if token[0].endswith(".") and len(token[0]) > 3:
            end -= 1
            break
    if start is None or count == 0:
        return None
    end = _without_particles(text, start, end)
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    alone = not text[end : span[1]].strip(" .,;:")
    return (start, end) if len(text[start:end].split()) > 1 or alone else None


def is_name(text: str) -> bool:
    """Whether a text is one name of two to six words and nothing else."""
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
    if not bare or any(letter.isdigit() for letter in bare) or folded in _NO_NAMES or folded.endswith("original"):
        return False
    if folded in _PARTICLES:
        return bare[0].isupper() or count > 0
    return bare[0].isupper() and all(
        letter.isalpha() or letter in "-'’." or ord(letter) in range(0x300, 0x370) for letter in bare
    )


def _without_particles(text: str, start: int, end: int) -> int:
    """The end without small words that trail a name (`Ana Lima de`)."""
    while True:
        last = text.rfind(" ", start, end)
        if last < 0 or plain(text[last + 1 : end]) not in _PARTICLES or text[last + 1].isupper():
            return end
        end = len(text[:last].rstrip()) if text[:last].rstrip() else end
