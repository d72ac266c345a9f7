"""Say how long the guard on texts takes to load, and for a sentence, beside a bare start.

The time is that of the processor, so that other work on the machine says nothing.
"""

import subprocess
import sys
from pathlib import Path

PROBE = """
from time import process_time
begin = process_time()
{load}
loaded = process_time()
{work}
print(loaded - begin, process_time() - loaded)
"""
LOAD = """
import integraal.privacy.case_check
from datetime import date
from integraal.privacy.guard import blocked, doubtful
from integraal.privacy.lexicon import lexicon
lexicon()
"""
NUMBERS = f"""{LOAD}
for text in ("2 keer", "nr. 111222333, rijksregisternummer 85.07.30-033.28, BE68 5390 0754 7034"):
    blocked(text, date(2026, 11, 30)), doubtful(text, date(2026, 11, 30))
blocked("overleg op 3-4-2026 in 9000 Gent", date(2026, 11, 30))
"""
"""Texts for which all that knows numbers is needed, each by its test."""
WORK = """
for text in {texts!r}:
    blocked(text, date(2026, 11, 30)), doubtful(text, date(2026, 11, 30))
"""
SENTENCES = Path(__file__).parent.parent / "tests" / "privacy" / "sentences"
BARE = "import pathlib, integraal.privacy.case_check"
"""What a command loads at least that reads a case without a text."""
TIMES = 9


def main() -> None:
    """Print how long the guard takes to load, and a sentence, beside a start without a text."""
    texts = [
        line.split("\t")[3]
        for half in sorted(SENTENCES.glob("*.tsv"))
        for line in half.read_text("utf-8").splitlines()[1:]
    ]
    start, load, more_for_numbers, one = [], [], [], []
    for _ in range(TIMES):
        start.append(sum(_timed(BARE, "")))
        loading, working = _timed(LOAD, WORK.format(texts=texts))
        load.append(loading)
        more_for_numbers.append(sum(_timed(NUMBERS, "")))
        one.append(working / len(texts))
    bare, sentence = min(start), min(one)
    print(f"without a text: {bare * 1000:.0f} ms of processor time")
    for what, times in (("a text", load), ("texts with numbers of each kind", more_for_numbers)):
        more = min(times) - bare
        print(f"the guard for {what}: {more * 1000:.0f} ms, {more / bare:.2f} times that")
    print(f"a sentence: {sentence * 1000:.2f} ms, {sentence / bare:.4f} times that")


def _timed(load: str, work: str) -> tuple[float, float]:
    code = PROBE.format(load=load, work=work)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    first, second = done.stdout.split()
    return float(first), float(second)


if __name__ == "__main__":
    main()
