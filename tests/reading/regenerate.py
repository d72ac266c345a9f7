"""Write anew what must be said of each file in `bad/`: only on purpose, and read every line.

Run: python -m tests.reading.regenerate [PART OF A NAME]
"""

import sys

from tests.faulty_files import regenerate
from tests.reading.bad_files import bad_files

if __name__ == "__main__":
    regenerate(bad_files(), *sys.argv[1:])
