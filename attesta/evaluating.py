"""`attesta evaluate`: facts files judged against the programs. A file with a fault is refused whole, every fault on its own line."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import rules
from attesta.cli import WrongCall
from attesta.tables import print_assessment

Answer = dict[str, Any]


def run(options: argparse.Namespace) -> int:
    return answer_each(options, _answer, print_assessment)


def answer_each(options: argparse.Namespace, answered: Callable[[str, argparse.Namespace], Answer], show: Callable[[Answer], None]) -> int:
    """One answer a file: as JSON, or shown to who sits at a terminal."""
    for name in options.files:
        with told_as_a_wrong_call(name):
            answer = answered(name, options)
        if options.json or not sys.stdout.isatty():
            print(json.dumps(answer, ensure_ascii=False), flush=True)
        else:
            show(answer)
    return 0


def _answer(name: str, options: argparse.Namespace) -> Answer:
    """The assessment, and where asked for what was supposed and the changes that would turn a stream."""
    facts = facts_from(name, options.set)
    assessment = rules.evaluate(facts, options.as_of, options.program, text="seed" if options.seed_rules else "law")
    answer: Answer = assessment.as_json()
    if options.set:
        answer["supposed"] = options.set
    if options.changes:
        changes = rules.changes_of(facts, assessment)
        for program in answer["programs"]:
            for stream in program["streams"]:
                stream["changes"] = changes[program["id"], stream["id"]]
    return answer


def facts_from(name: str, settings: list[str]) -> rules.Facts:
    """The facts of a file (-: standard input), with the values of ``--set`` in them."""
    facts = rules.load_facts(sys.stdin.read() if name == "-" else Path(name).read_text("utf-8"))
    return rules.supposing(facts, [rules.read_setting(text) for text in settings]) if settings else facts


@contextmanager
def told_as_a_wrong_call(name: str) -> Iterator[None]:
    """Whatever cannot be judged is told by the file's name, one line a fault."""
    try:
        yield
    except (OSError, UnicodeDecodeError) as error:
        raise WrongCall(f"{name}: cannot be read ({error}); give a facts file in YAML or JSON") from error
    except rules.FactsError as error:
        raise WrongCall("\n".join(f"{name}: {fault}" for fault in error.faults)) from error
    except rules.SettingError as error:
        raise WrongCall("\n".join(f"{name}: --set {line}" for line in str(error).splitlines())) from error
    except rules.RulesError as error:
        raise WrongCall(f"{name}: {error}") from error
