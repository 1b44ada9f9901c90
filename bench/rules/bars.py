"""The two bars of the rules that ask for more runs than a test should take: minutes.

    python -m bench.rules.bars [HISTORIES]

Every single fact of every scenario taken away (no verdict of a program or stream may turn round), and random histories of work
counted day by day (10,000 unless told).
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys

from tests.rules import removing
from tests.rules.book import load
from tests.rules.counting import History, agrees


def history(chance: random.Random) -> list[History]:
    """One to four stints between 2019 and 2024, a third of their dates known to the month or the year only."""
    def date() -> dt.date:
        return dt.date(2019, 1, 1) + dt.timedelta(days=chance.randrange(2100))

    def precision() -> int:
        return chance.choices((10, 7, 4), (65, 25, 10))[0]

    return [(date(), chance.randrange(900), precision(), precision()) for _ in range(chance.randint(1, 4))]


def main() -> None:
    """Run both and print one JSON object."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    chance = random.Random(7)
    outside = sum(not agrees(history(chance), chance.randint(1, 36), chance.choice((24, 36, 60))) for _ in range(wanted))
    taken = turned = 0
    for scenario in load():
        known = removing.verdicts(scenario.known, scenario.programs)
        for path in removing.removals(scenario):
            taken += 1
            turned += any(": unknown ->" not in miss for miss in removing.turned(scenario, path, known))
    print(json.dumps({"histories": wanted, "outside_the_bounds": outside, "facts_taken_away": taken, "verdicts_turned_round": turned}))
    sys.exit(bool(outside or turned))


if __name__ == "__main__":
    main()
