"""Nothing a test does touches the house that may be running beside it."""

from __future__ import annotations

import os
import tempfile

for _name in [name for name in os.environ if name.startswith("ATTESTA_") and name != "ATTESTA_CHROMIUM"] + ["DATABASE_URL", "REDIS_URL"]:
    os.environ.pop(_name, None)
os.environ["ATTESTA_DATA_DIR"] = tempfile.mkdtemp(prefix="attesta-tests-")
os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # nothing leaves the machine, not from tests either
