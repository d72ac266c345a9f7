"""Instruments as clauses and the solver that searches them: for proofs, and for choosing cases."""
