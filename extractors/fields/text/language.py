"""Which language a text is in, by the small words that every sentence of it needs."""

from __future__ import annotations

import re
from collections import Counter

_SMALL_WORDS = {
    "fr": "le la les du des de et est un une dans pour par sur avec que qui nous son sa ses ce cette au aux en a ete date "
    "nom prenom "
    "heures depuis emploi poste salaire attestation certificat diplome universite releve fait delivre niveau",
    "en": "the of and to is was in for with this that has have his her our by on at from as we be name date hours since "
    "employment "
    "position salary certificate degree university certify years",
    "other": "el los las del de la en nuestra empresa laboro senora cargo horas mes y que con para por su en una como "
    "desde hasta fecha nombre ha sido se al o da do das dos em "
    "und der die das ist mit von zum universidad titulo confiere",
}
_VOTES: dict[str, list[str]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _VOTES.setdefault(_word, []).append(_language)
_FOREIGN = re.compile(r"[\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


def language(text: str) -> str | None:
    """`fr`, `en` or `other` for plain text; None where there are too few words to tell."""
    words = re.findall(r"[a-z]{1,12}", text, re.ASCII)
    votes: Counter[str] = Counter()
    for word in words:
        voters = _VOTES.get(word, ())
        for voter in voters:
            votes[voter] += 6 // len(voters)
    foreign = len(_FOREIGN.findall(text))
    if foreign > sum(len(word) for word in words):
        return "other"
    if not votes or sum(votes.values()) < 12:
        return None
    return votes.most_common(1)[0][0]
