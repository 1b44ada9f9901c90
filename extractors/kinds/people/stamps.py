"""What a firm stamps beside the name of who signs for it."""

from __future__ import annotations

import re

from extractors.fields.text.plain import key
from extractors.paper import Paper


def is_firm(paper: Paper, words: str) -> bool:
    """Whether these are words of the paper's head, or of the firm that the sentences name: its stamp, not who signs."""
    name = key(words)
    compact = key(paper.text[: paper.row_span(min(4, len(paper.rows) // 3))[1]]).replace(" ", "")  # « E.T.P.B. » is « ETPB »
    if words.isupper() and all(len(word) > 3 and word in compact for word in name.split()):
        return True
    spans = (paper.row_span(number) for number in range(min(4, len(paper.rows) // 3)))
    heads = (key(paper.words(span)) for span in spans if "@" not in paper.folded(span))
    firm = re.compile(rf"\b(?:societe|ste|entreprise|company|groupe) {re.escape(name)}\b")
    return any(name in one for one in heads) or any(firm.search(key(paper.words(paper.row_span(row)))) for row in range(len(paper.rows)))
