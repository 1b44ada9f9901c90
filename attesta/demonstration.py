"""A case to try the product with: one consultant, one client, passwords made up on the spot and shown once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sqlalchemy import func, select

from casefile import people
from casefile.store.database import Database
from casefile.store.tables import Account


@dataclass(frozen=True, slots=True)
class Credentials:
    who: str
    email: str
    password: str


def prepare(database: Database) -> list[Credentials]:
    """Make the demonstration case in an empty database; nothing, and no credentials, where there are accounts already."""
    with database.write() as session:
        if session.scalar(select(func.count()).select_from(Account)):
            return []
        shown = [Credentials("consultante", "consultante@demo.example", secrets.token_urlsafe(9)),
                 Credentials("cliente", "cliente@demo.example", secrets.token_urlsafe(9))]
        consultant = people.create_account(session, email=shown[0].email, name="Claire Fontaine (démonstration)", role="consultant",
                                           password=shown[0].password)
        client = people.create_account(session, email=shown[1].email, name="Amina Exemple (démonstration)", role="client",
                                       password=shown[1].password)
        people.create_case(session, client=client, consultant=consultant)
        return shown
