"""Accounts and cases: who there is, and whose case is whose. Access is denied unless one of these functions says otherwise."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from casefile.events import record
from casefile.store.tables import Account, Case

Role = Literal["client", "consultant", "administrator"]

_hasher = PasswordHasher()
_NOBODY = _hasher.hash("nobody's password")
_RECEIPT_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that can be taken for another


def short_code(length: int = 8) -> str:
    """A code that people can read out: no 0/O, 1/I/L, U/V."""
    letters = [secrets.choice(_RECEIPT_LETTERS) for _ in range(length)]
    return "-".join("".join(letters[start:start + 4]) for start in range(0, length, 4))


def create_account(session: Session, *, email: str, name: str, role: Role, password: str, language: str = "fr") -> Account:
    """A new account. Raises `IntegrityError` on flush if the address is taken."""
    account = Account(email=_folded(email), name=name, role=role, password_hash=_hasher.hash(password), language=language)
    session.add(account)
    session.flush()
    record(session, "account.created", subject_id=account.id, role=role)
    return account


def account_by_email(session: Session, email: str) -> Account | None:
    return session.scalar(select(Account).where(Account.email == _folded(email)))


def verify(account: Account | None, password: str) -> bool:
    """Whether the password is the account's. Takes as long for an account that is not there."""
    try:
        _hasher.verify(_NOBODY if account is None else account.password_hash, password)
    except (VerificationError, InvalidHashError):
        return False
    return account is not None and account.active


def create_case(session: Session, *, client: Account, consultant: Account) -> Case:
    case = Case(reference=short_code(8), client_id=client.id, consultant_id=consultant.id, as_of=None)
    session.add(case)
    session.flush()
    record(session, "case.created", case_id=case.id)
    return case


def cases_of(session: Session, account: Account) -> Sequence[Case]:
    """The cases that the person may see: a client's own, a consultant's own, all for an administrator. Oldest first."""
    query = select(Case).options(joinedload(Case.client), joinedload(Case.consultant)).order_by(Case.created_at)
    match account.role:
        case "client":
            query = query.where(Case.client_id == account.id)
        case "consultant":
            query = query.where(Case.consultant_id == account.id)
        case "administrator":
            pass
        case _:
            return ()
    return session.scalars(query).all()


def may_see(account: Account, case: Case) -> bool:
    return account.role == "administrator" or account.id in (case.client_id, case.consultant_id)


def may_review(account: Account, case: Case) -> bool:
    """A consultant's word counts on their own cases; nobody else's does."""
    return account.role == "consultant" and account.id == case.consultant_id


def _folded(email: str) -> str:
    return email.strip().casefold()
