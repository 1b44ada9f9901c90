"""What a reader process gives up before it looks at a byte: network, privileges, memory, time, files.

Linux only, through `prctl`, `unshare` and `setrlimit`. The network namespace needs a kernel that lets unprivileged users make one;
where it does not, `confine` says so and the deployment must cut the network from outside (docs/architecture.md, Confinement).
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal

from extractors.intake.limits import Limits

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_libc = ctypes.CDLL(None, use_errno=True)


def die_with_parent(how: signal.Signals = signal.SIGKILL) -> None:
    """Be sent a signal when the parent dies, however it dies. Survives `exec`."""
    _libc.prctl(_PR_SET_PDEATHSIG, how, 0, 0, 0)


def confine(limits: Limits) -> bool:
    """Take on the limits for the rest of this process' life. True if the network is gone too. CPU time is that of no page yet: see
    `allow_cpu`."""
    die_with_parent()
    os.setsid()
    _libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    alone = bool(_libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) == 0)
    for what, bound in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, limits.written_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds_base, limits.cpu_seconds_most))
    return alone


def allow_cpu(limits: Limits, pages: int) -> None:
    """CPU seconds in proportion to the pages to be read, within the bound that was set for good."""
    seconds = min(limits.cpu_seconds_most, limits.cpu_seconds_base + limits.cpu_seconds_a_page * pages)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, limits.cpu_seconds_most))
