"""What is still needed of a client: the asks of all programs, each once, gathered under the document that answers them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from casefile import words
from web.language import Language
from web.language import gettext as _

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document to send (or, without one, what only the person can say) and the questions that it answers."""

    document: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Needs:
    """`checking`: how many things on file wait for the adviser's look; nothing for the client to do."""

    documents: tuple[Wanted, ...]
    questions: tuple[str, ...]
    checking: int


_ON_FILE = re.compile(r"\w+\[\d+\]")
"""The path of a whole fact, as the rules ask for its review: not a gap, but something that a person has to confirm."""


def needed(verdicts: Json, language: Language) -> Needs:
    """The asks, the most often decisive first. A program that takes no applications asks nothing of a client."""
    asks = list(_open_asks(verdicts)) or list(_all_asks(verdicts))
    checking = {need["fact"] for need in asks if _ON_FILE.fullmatch(need["fact"])}
    asks = [need for need in asks if need["fact"] not in checking]
    weight = Counter(need["ask"]["fr"] for need in asks)
    unique = {need["ask"]["fr"]: need for need in reversed(asks)}
    ordered = sorted(reversed(unique.values()), key=lambda need: -weight[need["ask"]["fr"]])
    gathered: dict[tuple[str, ...], list[str]] = {}
    for need in ordered:
        gathered.setdefault(tuple(need.get("documents", ())), []).append(need["ask"][language])
    questions = tuple(gathered.pop((), ()))
    return Needs(tuple(Wanted(_either(kinds, language), tuple(asked)) for kinds, asked in gathered.items()), questions, len(checking))


def _open_asks(verdicts: Json) -> Iterator[Json]:
    for program in verdicts["programs"]:
        for stream in program["streams"]:
            if (stream.get("intake") or program["intake"])["status"] == "open":
                yield from stream.get("needs", ())


def _all_asks(verdicts: Json) -> Iterator[Json]:
    for program in verdicts["programs"]:
        for stream in program["streams"]:
            yield from stream.get("needs", ())


def _either(kinds: tuple[str, ...], language: Language) -> str:
    first, *others = [words.kind_name(kind, language) for kind in kinds]
    names = [first, *(name if name.startswith("French") else name[:1].lower() + name[1:] for name in others)]
    return ", ".join(names[:-1]) + _(" ou ") + names[-1] if others else first
