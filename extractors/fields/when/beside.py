"""Dates beside those of a job: what happened during it, and the papers that tell of it."""

from __future__ import annotations

import re

from extractors.fields.finding import Span
from extractors.fields.when.periods import about_else

_OF_A_PAPER = re.compile(
    r"\b(?:delivree?s?|emise?s?|etablie?s?|signee?s?|datee?s?|demarree?s?|editee?s?|renouvelee?s?|expire|expirant|issued|signed"
    r"|dated|expires"
    r"|expiring|valid(?:e|ity)?|launched|begun|regulari[sz]ed|made permanent|(?:par|by) (?:lettre|letter)|lettre) (?:(?:a|at|in) "
    r"[a-z' -]{2,20} )?(?:(?:le|on|until|jusqu'au|the|du|of) )?$", re.ASCII)
"""What cards, contracts and projects are: their dates leave nothing unexplained."""


_OF_AN_EVENT = re.compile(
    r"\b(?:(?:fin|completion|end|completee?|completed|terminee?) (?:de |of |la |the |his |her |sa )*(?:periode (?:d'essai|de probation)"
    r"|probation[a-z ]*)|essai (?:complete|termine)e?|revision|(?:echelon|echelle|progression)(?: [a-z0-9]+){0,5}|renewed|renouvele[a-z]*"
    r"|gratuity|settled|avenant|accord|clause|(?:employment|service|post|position) (?:was |has been |is )?confirmed|confirmed in (?:his "
    r"|her |the )?"
    r"(?:service|post|position|appointment)|demission,? (?:presentee|remise|recue)|(?:certificate|certificat|soutenance|fusion|merger"
    r"|deputed|deputation)\b|labour card|(?:agrement|authori[sz]ation|licen[cs]e)s? (?:n°|no)|(?:projet|project) [^.;]{3,40}"
    r"|au titre du mois d[e']|permanent contract|contrat permanent|(?:date of )?confirmation(?: date)?|confirmed (?:w\.?\s?e\.?\s?f|on|as"
    r"|with effect)|affiliated|afiliad[oa]|affiliee?|interview(?:s|ed)?|entretiens?|entrevues?"
    r"|c\.?d\.?i\.?,? (?:depuis|signe|a compter))\b[^.;]{0,32}$", re.ASCII)
"""What happened beside the beginning and the end of a job: its dates leave nothing unexplained either."""


def is_accounted_for(text: str, span: Span) -> bool:
    """Whether the words before a date of plain text say that it is of something else than a job's beginning or end."""
    start, _ = span
    return (about_else(text, span) or _OF_AN_EVENT.search(text, max(0, start - 75), start) is not None
            or _OF_A_PAPER.search(text, max(0, start - 30), start) is not None)
