"""What is still needed of a client: the asks of all programs, each once, gathered under the document that answers them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from casefile import words
from web.language import Language

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document to send (or, without one, what only the person can say) and the questions that it answers."""

    document: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Needs:
    documents: tuple[Wanted, ...]
    questions: tuple[str, ...]


def needed(verdicts: Json, language: Language) -> Needs:
    """The asks, the most often decisive first. A program that takes no applications asks nothing of a client."""
    asks = list(_open_asks(verdicts)) or list(_all_asks(verdicts))
    weight = Counter(need["ask"]["fr"] for need in asks)
    unique = {need["ask"]["fr"]: need for need in reversed(asks)}
    ordered = sorted(reversed(unique.values()), key=lambda need: -weight[need["ask"]["fr"]])
    gathered: dict[tuple[str, ...], list[str]] = {}
    for need in ordered:
        gathered.setdefault(tuple(need.get("documents", ())), []).append(need["ask"][language])
    questions = tuple(gathered.pop((), ()))
    return Needs(tuple(Wanted(_either(kinds, language), tuple(asked)) for kinds, asked in gathered.items()), questions)


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
    return _(" ou ").join([first, *(name[:1].lower() + name[1:] for name in others)])
