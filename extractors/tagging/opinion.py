"""What the tagger says of a value that patterns found: how likely its words are the field's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from extractors.fields.finding import Finding
from extractors.fields.text.plain import plain
from extractors.paper import Paper
from extractors.tagging.tagger import FIELDS, Tagged
from extractors.tagging.tasks import FIELD as TASKS
from extractors.tagging.tasks import beside, share, tasks_seen
from extractors.tagging.values import seen

Opinion = Literal["none", "agreed", "unsure", "doubted", "differed"]
"""`none`: a field that the tagger does not weigh, or a value without words of its own."""
_STEPS: tuple[tuple[float, Opinion], ...] = ((0.85, "agreed"), (0.2, "doubted"))
"""From which probability on the tagger is of which opinion; under the last it differs. On 336 papers that neither it nor the patterns had
learned from, of plain values with even odds or more 9 % were wrong, from 0.85 on 4 %, from 0.95 on 0.6 %."""
_CERTAINLY_NOT, _MUCH = 0.05, 3
"""Under this one 7 of 7 starts with so many doubts were wrong, and 10 of 13 names and titles of phrases that had no doubt."""
_SHARES: tuple[tuple[float, Opinion], ...] = ((0.9, "agreed"), (0.4, "unsure"))
"""Which part of a list of tasks the tagger has to see alike to be of which opinion."""
_DOUBTED = ("person.name", "employer.name", "institution.name")
"""The fields of which less than even odds are a doubt: of the values of others, 2 of 74 were wrong, of these 6 of 20."""
_LEAST_OF = {"employer.place": 0.5, "signatory.name": 0.2}
"""From which probability on less than agreement takes nothing from a value: of papers that neither it nor the patterns had learned from
27 of 27 such places were right, and 14 of 14 such names (under it 19 of 26 places)."""
TOLD_ONCE = ("position.hours_per_week", "position.salary")
"""What a paper tells once for a job."""
_WEIGHED = frozenset(FIELDS) - {"position.end_date", *TOLD_ONCE, TASKS}
"""The fields whose wrong values the tagger tells from right ones: an end is often no date, and hours and pay are wrong in themselves or
of another position, not in their place."""
_MOST_WORDS = 30


def opinion(paper: Paper, tagged: Tagged, finding: Finding) -> Opinion:
    """Whether the tagger would give the finding's words to its field, or other words that say the same."""
    if finding.name == TASKS:
        return of_tasks(paper, tagged, finding)
    likely = likeness(paper, tagged, finding)
    if likely is None:
        return "none"
    said: Opinion = next((said for least, said in _STEPS if likely >= least), "differed")
    if said != "doubted" or finding.name in _DOUBTED:
        return said
    return "none" if likely >= _LEAST_OF.get(finding.name, 1.0) else "unsure"


def of_tasks(paper: Paper, tagged: Tagged, finding: Finding) -> Opinion:
    """Of a list of tasks: how much of it is a list that the tagger sees there."""
    alike = share(finding, beside(finding, tasks_seen(paper, tagged)))
    return next((said for least, said in _SHARES if alike >= least), "differed")


def is_no_start(paper: Paper, tagged: Tagged, finding: Finding) -> bool:
    """Whether a much doubted start is none: the year in which a firm was founded."""
    return finding.name == "position.start_date" and finding.doubts >= _MUCH and is_never(paper, tagged, finding)


def is_never(paper: Paper, tagged: Tagged, finding: Finding) -> bool:
    """Whether the tagger certainly would not give the finding's words to its field."""
    likely = likeness(paper, tagged, finding)
    return likely is not None and likely < _CERTAINLY_NOT


def is_plain_date(paper: Paper, finding: Finding) -> bool:
    """Whether the value is a date that reads in one way only."""
    return any(date.span in finding.spans and not date.doubts and not date.others for date in paper.dates)


def likeness(paper: Paper, tagged: Tagged, finding: Finding) -> float | None:
    """How likely the finding's words, or others that say the same, are the field's; None where the tagger cannot tell."""
    words = [at for span in finding.spans for at in tagged.within(span)]
    if finding.name not in _WEIGHED or not words or len(words) > _MOST_WORDS:
        return None
    return words_bear(paper, tagged, finding)


def words_bear(paper: Paper, tagged: Tagged, finding: Finding) -> float:
    """How likely the finding's words, or others that say the same, are the field's, whether or not that tells right values from wrong."""
    words = [at for span in finding.spans for at in tagged.within(span)]
    here = min(sum(tagged.bears(at, finding.name) for at in words) / len(words), 1 - _cut(tagged, finding.name, words)) if words else 0.0
    if words and finding.name == "employer.place":
        here = max(here, _begins(tagged, finding.name, words[0]))
    return max([here, *(likely for likely, found in seen(paper, tagged, finding.name) if says_the_same(found, finding))])


def _begins(tagged: Tagged, field: str, at: int) -> float:
    """The probability that a value begins with a word, or with the number before it: of a place the town, whatever follows it."""
    number = at - 1 if at and tagged.tokens[at - 1].printed.isdigit() else at
    return max(tagged.begins[field][place] for place in (number, at)) if field in tagged.begins else 0.0


def _cut(tagged: Tagged, field: str, words: Sequence[int]) -> float:
    """The probability that the value begins before these words, or goes on behind them."""
    follows = [*words[:1], *([words[-1] + 1] if words[-1] + 1 < len(tagged.tokens) else [])]
    return max(tagged.goes_on[field][at] for at in follows) if field in tagged.goes_on else 0.0


def says_the_same(one: Finding, other: Finding) -> bool:
    """Whether two values are the same, their words in whatever order."""
    if isinstance(one.value, str) and isinstance(other.value, str):
        return sorted(plain(one.value).split()) == sorted(plain(other.value).split())
    return bool(one.value == other.value)
