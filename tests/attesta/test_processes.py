"""What the processes say on their start."""

from __future__ import annotations

import pytest

from attesta import processes


@pytest.mark.parametrize(("missing", "told"), [
    ((), ""), (("network",), "reach the network"), (("files",), "see every file"), (("network", "files"), "see every file")])
def test_a_worker_says_what_its_readers_keep(missing: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch,
                                            capfd: pytest.CaptureFixture[str]) -> None:
    """On a kernel that cannot confine readers wholly there is one line that says so, and on any other there is none."""
    monkeypatch.setattr(processes, "confine", lambda limits, folder: missing)

    processes._tell_of_gaps()

    said = capfd.readouterr().err
    assert said.count("\n") == bool(missing)
    assert told in said
