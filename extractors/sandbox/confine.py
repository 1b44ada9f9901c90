"""What a reader process gives up before it looks at a byte: network, files, privileges, memory, time.

Linux only: `prctl`, `unshare`, `setrlimit` and Landlock. The network namespace needs a kernel that lets unprivileged users make one,
the view of the file system one with Landlock; `confine` says which of them is missing (docs/architecture.md, Confinement).
"""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import sys
import sysconfig
from pathlib import Path
from typing import Literal

from landlock import FSAccess, LandlockError, Ruleset  # type: ignore[import-untyped]

from extractors.intake.limits import Limits

Missing = Literal["network", "files"]

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_libc = ctypes.CDLL(None, use_errno=True)

_READ = FSAccess.READ_FILE | FSAccess.READ_DIR
_RUN = FSAccess.READ_FILE | FSAccess.EXECUTE
_OWN = (_READ | FSAccess.WRITE_FILE | FSAccess.TRUNCATE | FSAccess.REFER
        | FSAccess.MAKE_REG | FSAccess.MAKE_DIR | FSAccess.REMOVE_FILE | FSAccess.REMOVE_DIR)


def die_with_parent(how: signal.Signals = signal.SIGKILL) -> None:
    """Be sent a signal when the parent dies, however it dies. Survives `exec`."""
    _libc.prctl(_PR_SET_PDEATHSIG, how, 0, 0, 0)


def confine(limits: Limits, folder: Path) -> tuple[Missing, ...]:
    """Take on the limits for the rest of this process' life; `folder` is the only place where it may still write. Gives back what
    this kernel does not allow to be taken away. CPU time is that of no page yet: see `allow_cpu`."""
    die_with_parent()
    os.setsid()
    _libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    missing: list[Missing] = []
    if _libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        missing.append("network")
    else:  # here only the reader's own processes count, not all of the user's; root is exempt
        resource.setrlimit(resource.RLIMIT_NPROC, (limits.processes, limits.processes))
    if not _see_only(folder):
        missing.append("files")
    for what, bound in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, limits.written_bytes),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds_base, limits.cpu_seconds_most))
    return tuple(missing)


def allow_cpu(limits: Limits, pages: int) -> None:
    """CPU seconds in proportion to the pages to be read, within the bound that was set for good."""
    seconds = min(limits.cpu_seconds_most, limits.cpu_seconds_base + limits.cpu_seconds_a_page * pages)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, limits.cpu_seconds_most))


def _see_only(folder: Path) -> bool:
    """Lose sight of all files but those that reading needs. False, and nothing lost, where the kernel has no Landlock."""
    ctypes.set_errno(0)  # the package takes any errno that it finds for its own
    try:
        rules = Ruleset()
    except LandlockError:
        return False
    for path, access in (*_NEEDED, (folder, _OWN)):
        rules.allow(path, rules=access & (FSAccess.all() if path.is_dir() else FSAccess.all_file()))
    rules.apply()
    return True


def _needed() -> tuple[tuple[Path, FSAccess], ...]:
    """What readers may see: Python and its packages, this package, the system's libraries and what they look up, Tesseract."""
    root = Path("/")
    python = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    read = [*map(Path, python), Path(sys.base_prefix, "lib"), Path(__file__).parents[1],  # not its parent: `var/` may lie there
            *root.glob("lib*"), *root.glob("usr/lib*"), *root.glob("usr/local/lib*"), Path("/usr/share"), Path("/usr/local/share"),
            *(Path("/etc", name) for name in ("ld.so.cache", "fonts", "localtime")),
            Path("/dev/urandom"), Path("/proc/cpuinfo"), Path("/sys/devices/system/cpu"),
            Path("/sys/bus/pci/devices"), *root.glob("sys/devices/pci*")]  # onnxruntime looks for graphics cards
    if tessdata := os.environ.get("TESSDATA_PREFIX"):
        read.append(Path(tessdata))
    run = [*root.glob("lib*/ld-*.so*"), *filter(None, [_program("tesseract")])]
    wanted = [*((path, _READ) for path in read), *((path, _RUN) for path in run), (Path("/dev/null"), _READ | FSAccess.WRITE_FILE)]
    return tuple((path, access) for path, access in wanted if path.exists())


def _program(name: str) -> Path | None:
    found = shutil.which(name)
    return None if found is None else Path(found).resolve()


_NEEDED = _needed()  # once, in the warden
