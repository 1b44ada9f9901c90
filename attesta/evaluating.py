"""`attesta evaluate`: facts files judged against the programs. A file with a fault is refused whole, every fault on its own line."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import rules
from attesta.cli import WrongCall
from attesta.tables import print_assessment


def run(options: argparse.Namespace) -> int:
    for name in options.files:
        assessment = _assess(name, options)
        if options.json or not sys.stdout.isatty():
            print(json.dumps(assessment.as_json(), ensure_ascii=False), flush=True)
        else:
            print_assessment(assessment.as_json())
    return 0


def _assess(name: str, options: argparse.Namespace) -> rules.Assessment:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8")
        return rules.evaluate(rules.load_facts(text), options.as_of, options.program)
    except (OSError, UnicodeDecodeError) as error:
        raise WrongCall(f"{name}: cannot be read ({error}); give a facts file in YAML or JSON") from error
    except rules.FactsError as error:
        raise WrongCall("\n".join(f"{name}: {fault}" for fault in error.faults)) from error
    except rules.RulesError as error:
        raise WrongCall(f"{name}: {error}") from error
