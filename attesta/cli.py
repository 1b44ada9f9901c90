"""The command line, `attesta`: a thin door onto the rooms. Its outputs and exit codes are the contract's.

Exit codes: 0 done; 1 some input could not be processed (the others were); 2 the call itself is wrong.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from typing import Any

DONE, SOME_FAILED, WRONG_CALL = 0, 1, 2
_Commands = Any  # what `add_subparsers` gives: argparse names no public type for it


class WrongCall(Exception):
    """The call cannot be carried out as it is; the text says what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except WrongCall as wrong:
        for line in str(wrong).splitlines():
            complain(line)
        return WRONG_CALL
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status


def complain(line: str) -> None:
    """One line on standard error, in the contract's form."""
    sys.stderr.write(f"attesta: {line}\n")  # in one go: several threads complain, and their lines must not mix


def day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: write it as 2026-11-22") from None


def _parser() -> argparse.ArgumentParser:
    from attesta import extracting

    parser = argparse.ArgumentParser(prog="attesta", description="Reads the papers of an immigration file and judges them.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    extract = commands.add_parser("extract", help="what files say: one object a file, in the order given")
    extract.add_argument("files", nargs="+", metavar="FILE")
    extract.add_argument("--json", action="store_true", help="one JSON object a line (as always where the output is no terminal)")
    extract.add_argument("--jobs", type=int, default=0, metavar="N", help="files read at a time (default: the cores there are)")
    extract.set_defaults(run=extracting.run)

    facts = commands.add_parser("facts", help="evidence, or files to be read, as the facts of one applicant")
    facts.add_argument("files", nargs="+", metavar="FILE", help="lines of `attesta extract --json` (.json, .jsonl, or - for "
                       "standard input), or documents to read")
    facts.add_argument("--as-of", type=day, default=None, metavar="DATE", help="the day of lodging (default: today)")
    facts.add_argument("--json", action="store_true", help="JSON instead of YAML")
    facts.set_defaults(run=extracting.run_facts)

    _commands_of_the_rules(commands)
    _command_of_occupations(commands)
    _commands_of_the_house(commands)
    return parser


def _commands_of_the_rules(commands: _Commands) -> None:
    from attesta import evaluating, points

    evaluate = commands.add_parser("evaluate", help="facts judged against the programs, as of a day")
    evaluate.add_argument("--program", action="append", metavar="ID", help="only this program (may be repeated)")
    evaluate.add_argument("--changes", action="store_true", help="beside each stream the smallest single changes that would turn it, "
                          "each of them judged")
    evaluate.add_argument("--seed-rules", action="store_true", help="judge the three pilots by the starting text of 2021 alone, for "
                          "comparison (docs/seed-and-law.md)")
    evaluate.set_defaults(run=evaluating.run)
    ranking = commands.add_parser("points", help="likely ranking points of the PSTQ: information, never a verdict")
    ranking.set_defaults(run=points.run)
    for command in (evaluate, ranking):
        command.add_argument("files", nargs="+", metavar="FACTS.yaml", help="facts files, - for standard input")
        command.add_argument("--as-of", type=day, default=None, metavar="DATE", help="the day of lodging (default: the file's)")
        command.add_argument("--set", action="append", default=[], metavar="PATH=VALUE", help="suppose a value, as in "
                             "work[0].end_date=2026-03-01 (may be repeated; null: unknown); nothing is written anywhere")
        command.add_argument("--json", action="store_true", help="one JSON object a line (as always where the output is no terminal)")


def _command_of_occupations(commands: _Commands) -> None:
    from attesta import occupations

    noc = commands.add_parser("noc", help="titles to codes of the National Occupational Classification, with their likelihood")
    noc.add_argument("titles", nargs="*", metavar="TITLE", help="titles as printed; or `import FILE...`: newer official tables")
    noc.add_argument("--titles", dest="file", metavar="FILE.jsonl", help="lines of {\"title\", \"lang\", \"duties\", \"industry\"}, - for "
                     "standard input")
    noc.add_argument("--lang", choices=["fr", "en"], default=None, help="the titles' language (default: told by their words)")
    noc.add_argument("--limit", type=int, default=10, metavar="N", help="most codes for a title")
    noc.add_argument("--json", action="store_true", help="one JSON object a line (as always where the output is no terminal)")
    noc.set_defaults(run=occupations.run)


def _commands_of_the_house(commands: _Commands) -> None:
    from attesta import accounts, processes, running

    run = commands.add_parser("run", help="start the whole house: queue, worker, scheduler, portal")
    run.set_defaults(run=running.run)

    account = commands.add_parser("account", help="add a person; prints their address and a new password, once")
    account.add_argument("email", metavar="EMAIL")
    account.add_argument("name", metavar="NAME", help="as others see it")
    account.add_argument("role", choices=["client", "consultant", "administrator"])
    account.add_argument("--consultant", metavar="EMAIL", help="for a client: whose case it is")
    account.add_argument("--language", choices=["fr", "en"], default="fr")
    account.set_defaults(run=accounts.run)

    process = commands.add_parser("process", help="become one process of the house (for containers and supervisors)")
    process.add_argument("name", choices=["migrate", "queue", "worker", "keeper", "beat", "web", "healthy"])
    process.set_defaults(run=processes.become)
