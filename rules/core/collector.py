"""Rest for Python's collector of cycles: judging makes none (tests/rules/test_rules_collector.py), so that it would look through all that
was made for nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting_collector() -> Iterator[None]:
    """The collector does not run meanwhile; afterwards it does again, if it did before."""
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            gc.enable()
