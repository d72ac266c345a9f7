"""FLOOR 2: from files to values, with every fault found on the way; and case files back again."""
