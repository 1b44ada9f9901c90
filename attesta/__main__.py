"""`python -m attesta`: the same as the command `attesta`."""

from __future__ import annotations

import sys

from attesta.cli import main

sys.exit(main())
