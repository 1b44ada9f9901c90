"""What firms put behind their names: inc., S.A.R.L., Ltd., GmbH."""

from __future__ import annotations

import re

LEGAL_FORM = re.compile(
    r"(?:\bco\.?,? ?ltd\b\.?|\binc\b\.?|\bltee\b\.?|\bitee\b\.?|\bltd\b\.?|\bl\.?l\.?c\b|\bllp\b|\bcorp\b\.?"
    r"|\bs\.?a\.?r\.?l\b\.?(?:\s?a\.?u\b\.?)?|\bsas\b"
    r"|\bs\.a\b\.?s?\.?(?!\.?\s?[a-z]\.)|\bs\.?e\.?c\b\.?|\bs\.?e\.?n\.?c\b|\bpvt\b|\bw\.?l\.?l\b\.?|\blimited\b|\bgmbh\b|\bplc\b|\bsuarl\b"
    r"|\bs\.?p\.?a\b\.?|\bsprl\b|\bsrl\b"
    r"|\beurl\b|\bcorporation\b|\bincorporated\b|\blimitee\b|\bcompany\b|\bco\.|\bs\.? de r\.?l|\bs\.?a\.? de c\.?v\b|\blda\b|\bltda\b)",
    re.ASCII,
)
"""A legal form, on plain text."""
