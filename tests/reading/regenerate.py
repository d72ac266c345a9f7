"""Write anew what must be said of each file in `bad/`: only on purpose, and read every line.

Run: python -m tests.reading.regenerate [PART OF A NAME]
"""

import sys

from tests.reading.bad_files import bad_files


def main(part: str = "") -> None:
    for bad in bad_files():
        if part in bad.name:
            bad.expected.write_text(bad.text(), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
