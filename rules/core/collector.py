"""Rest for Python's collector of cycles: judging makes none (tests/rules/test_rules_collector.py), so that it would look through all that
was made for nothing."""

from __future__ import annotations

import gc


class resting_collector:
    """The collector does not run meanwhile; afterwards it does again, if it did before. No generator: every fault passes as it is."""

    def __enter__(self) -> None:
        self.ran = gc.isenabled()
        gc.disable()

    def __exit__(self, *fault: object) -> None:
        if self.ran:
            gc.enable()
