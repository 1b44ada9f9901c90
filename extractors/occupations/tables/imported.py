"""Tables that an operator imported into a folder of their own, and which tables are in force."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from extractors.occupations.tables.reference import BUILT_IN

FORCE = "in-force-1"
"""The link to the tables in force. Its number is that of their form: a product that reads another form passes them over."""


def in_force(own: Path | None) -> Path:
    """The folder of the tables to be asked: the imported ones, else the built-in ones. Another import gives another folder."""
    link = None if own is None else own / FORCE
    return BUILT_IN if link is None or not link.is_dir() else link.resolve()


def install(own: Path, build: Callable[[Path], None]) -> Path:
    """Build tables and put them in force at once, whoever reads the present ones; those go with the next import. What cannot be built
    changes nothing."""
    new, before = own / "new", in_force(own)
    shutil.rmtree(new, ignore_errors=True)
    try:
        build(new)
        made = own / _digest(new)
        if not made.exists():
            new.rename(made)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    link = own / f"{FORCE}.new"
    link.unlink(missing_ok=True)
    link.symlink_to(made.name)
    link.replace(own / FORCE)
    for folder in own.iterdir():
        if folder.is_dir() and not folder.is_symlink() and folder not in (made, before):
            shutil.rmtree(folder, ignore_errors=True)
    return made


def _digest(folder: Path) -> str:
    """A name that other tables do not have."""
    told = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        told.update(path.name.encode() + path.read_bytes())
    return told.hexdigest()[:16]
