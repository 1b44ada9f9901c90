"""`attesta account`: how the first people come in. A client gets a case with their consultant; the password is made up and shown once."""

from __future__ import annotations

import argparse
import secrets

from attesta.cli import DONE, WrongCall
from casefile import people
from casefile.settings import Settings
from casefile.store.database import Database


def run(options: argparse.Namespace) -> int:
    database = Database(Settings().database)
    database.migrate()
    password = secrets.token_urlsafe(12)
    with database.write() as session:
        if people.account_by_email(session, options.email) is not None:
            raise WrongCall(f"{options.email}: has an account already; choose another address")
        consultant = people.account_by_email(session, options.consultant) if options.consultant else None
        if options.role == "client" and (consultant is None or consultant.role != "consultant"):
            raise WrongCall(f"{options.email}: a client needs a consultant; name one that has an account with --consultant EMAIL")
        account = people.create_account(session, email=options.email, name=options.name, role=options.role, password=password,
                                        language=options.language)
        if consultant is not None and options.role == "client":
            people.create_case(session, client=account, consultant=consultant)
    print(f"{options.email}  {password}")
    return DONE
