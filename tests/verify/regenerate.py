"""Write anew what must be said of each file in `controleer/`: only on purpose, and read every line.

Run: python -m tests.verify.regenerate [PART OF A NAME]
"""

import sys

from tests.faulty_files import regenerate
from tests.verify.controlled_files import controlled_files

if __name__ == "__main__":
    regenerate(controlled_files(), *sys.argv[1:])
