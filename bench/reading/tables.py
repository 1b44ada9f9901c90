"""The figures as tables on the screen."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable

from bench.reading.compare import Result

CLEAN = ("clean300",)
_WIDTH = 17


def recall(results: list[Result]) -> None:
    """Word recall, and key-field recall in brackets, in percent."""
    _by_condition("word recall % (key fields %)", results, lambda of: f"{100 * _words(of):.1f} ({100 * _keys(of):.0f})")


def letters(results: list[Result]) -> None:
    _by_condition("letter errors %", results, lambda of: f"{100 * statistics.mean(result.letter_errors for result in of):.1f}")


def cpu(results: list[Result]) -> None:
    _by_condition("CPU s/page", results, lambda of: f"{statistics.mean(result.cpu_s for result in of):.2f}")
    for reader in _readers(results):
        own = [result for result in results if result.reader == reader]
        print(f"{reader:<14} wall {statistics.mean(result.wall_s for result in own):.2f} s/page, "
              f"peak {max(result.peak_mb for result in own):.0f} MB, failed on {sum(bool(result.failed) for result in own)} of {len(own)}")


def ratios(results: list[Result]) -> None:
    """CPU of one reader over that of another on the same pages: of the sums, and the median of the pages' own ratios."""
    print("\nratios of CPU on the same pages: of the sums (median over pages)")
    for text, above, below, chosen in (
        ("ours / libtesseract, clean 300 dpi (goal <= 0.8)", "ours", "libtesseract", _is_clean),
        ("ours / libtesseract, turns and photos (goal <= 1.2)", "ours", "libtesseract", is_turned_or_photo),
        ("ours / libtesseract, everything", "ours", "libtesseract", lambda condition: True),
        ("ocrmypdf / ours, clean 300 dpi (goal >= 4)", "ocrmypdf", "ours", _is_clean),
        ("ocrmypdf / ours, everything (goal >= 4)", "ocrmypdf", "ours", lambda condition: True),
        ("pytesseract / ours, everything", "pytesseract", "ours", lambda condition: True),
    ):
        pairs = _pairs(results, above, below, chosen)
        if pairs:
            print(f"{text:<56}{sum(a for a, _ in pairs) / sum(b for _, b in pairs):.2f} ({statistics.median(a / b for a, b in pairs):.2f})")
    there, clean = _mean_cpu(results, "ours", is_turned_or_photo), _mean_cpu(results, "libtesseract", _is_clean)
    if there and clean:
        print(f"{'ours on turns and photos / libtesseract on clean':<56}{there / clean:.2f}")


def worst(results: list[Result], reader: str = "ours", below: float = 0.97, most: int = 4) -> None:
    """The pages of each condition that were read worst."""
    print(f"\nworst pages of {reader} (word recall %, key fields)")
    for condition in _conditions(results):
        own = sorted((result for result in results if (result.condition, result.reader) == (condition, reader)),
                     key=lambda result: result.word_recall)
        bad = [f"{result.page} {100 * result.word_recall:.0f} ({result.keys_found}/{result.keys})"
               for result in own[:most] if result.word_recall < below]
        if bad:
            print(f"{condition:<14}{', '.join(bad)}")


def is_turned_or_photo(condition: str) -> bool:
    return condition.startswith(("rot", "phone"))


def _is_clean(condition: str) -> bool:
    return condition in CLEAN


def _by_condition(title: str, results: list[Result], cell: Callable[[list[Result]], str]) -> None:
    readers = _readers(results)
    print(f"\n{title:<30}" + "".join(f"{reader:>{_WIDTH}}" for reader in readers))
    for name, of in [*((condition, (condition,)) for condition in _conditions(results)), ("mean", tuple(_conditions(results)))]:
        cells = [cell([result for result in results if result.condition in of and result.reader == reader]) for reader in readers]
        print(f"{name:<30}" + "".join(f"{text:>{_WIDTH}}" for text in cells))


def _pairs(results: list[Result], above: str, below: str, chosen: Callable[[str], bool]) -> list[tuple[float, float]]:
    """CPU seconds of two readers on each page that both have read."""
    cost = {(result.reader, result.condition, result.page): result.cpu_s for result in results if chosen(result.condition)}
    return [(seconds, cost[below, condition, page]) for (reader, condition, page), seconds in cost.items()
            if reader == above and (below, condition, page) in cost]


def _mean_cpu(results: list[Result], reader: str, chosen: Callable[[str], bool]) -> float:
    seconds = [result.cpu_s for result in results if result.reader == reader and chosen(result.condition)]
    return statistics.mean(seconds) if seconds else 0.0


def _words(results: Iterable[Result]) -> float:
    return statistics.mean(result.word_recall for result in results)


def _keys(results: list[Result]) -> float:
    return sum(result.keys_found for result in results) / max(1, sum(result.keys for result in results))


def _readers(results: list[Result]) -> list[str]:
    return list(dict.fromkeys(result.reader for result in results))


def _conditions(results: list[Result]) -> list[str]:
    return list(dict.fromkeys(result.condition for result in results))
