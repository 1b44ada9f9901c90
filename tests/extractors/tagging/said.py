"""What a tagger would say of a paper, made up: whose words are whose, and how likely."""

from __future__ import annotations

from extractors.paper import Paper, read_paper
from extractors.tagging.tagger import FIELDS, OUTSIDE, Tagged
from extractors.tagging.tokens import tokens
from tests.extractors.paper import pages


def paper(text: str) -> Paper:
    return read_paper(pages(text))


def tagged(of: Paper, likely: float = 0.99, **said: str) -> Tagged:
    """Each field (`position__title`) at the first place of its words, with one probability for each word."""
    words = tokens(of)
    begins, goes_on = ({field: [0.0] * len(words) for field in FIELDS} for _ in "BI")
    best = [OUTSIDE] * len(words)
    for name, value in said.items():
        field = name.replace("__", ".")
        start = of.text.index(value)
        here = [at for at, word in enumerate(words) if start <= word.span[0] < start + len(value)]
        for at in here:
            first = at == here[0]
            (begins if first else goes_on)[field][at] = likely
            best[at] = f"{'B' if first else 'I'} {field}"
    return Tagged(tuple(words), begins, goes_on, tuple(best))
