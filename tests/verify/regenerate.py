"""Write anew what must be said of each file in `controleer/`: on purpose, and read every line.

Run: python -m tests.verify.regenerate [PART OF A NAME]
"""

import sys

from tests.verify.controlled_files import controlled_files


def main(part: str = "") -> None:
    for file in controlled_files():
        if part in file.name:
            file.expected.write_text(file.text(), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
