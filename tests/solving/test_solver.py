"""A question to the solver names what is wanted as often as it likes; the solver hears it once.

Glucose writes beside its memory when one literal is assumed more often than there are variables,
and the process ends in the middle of something else. So the question is put in a process apart.
"""

import random
import subprocess
import sys
from itertools import product

import pytest

from integraal.solving.solver import OutOfBoundError, Solver

MANY_TIMES = """
import random
from integraal.solving.solver import Solver

chance = random.Random(1)
for _ in range(400):
    with Solver() as solver:
        variables = [solver.circuit.variable() for _ in range(chance.randint(5, 40))]
        literal = lambda: chance.choice([-1, 1]) * chance.choice(variables)
        for _ in range(4 * len(variables)):
            solver.add([literal(), literal(), literal()])
        for _ in range(5):
            solver.find([literal(), literal(), literal()] * 40)
print("whole")
"""


def test_what_is_wanted_may_be_named_many_times() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_TIMES], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("whole\n", 0), done.stderr


@pytest.mark.parametrize("seed", range(20))
def test_a_model_is_found_exactly_where_trying_every_way_finds_one(seed: int) -> None:
    chance = random.Random(seed)
    with Solver() as solver:
        variables = [solver.circuit.variable() for _ in range(6)]
        clauses = [
            [chance.choice([-1, 1]) * variable for variable in chance.sample(variables, 3)]
            for _ in range(24)
        ]
        for clause in clauses:
            solver.add(clause)
        for wanted in product(*((-variable, variable) for variable in variables[:2])):
            ways = [
                way
                for way in product(*((-variable, variable) for variable in variables))
                if set(wanted) <= set(way) and all(set(clause) & set(way) for clause in clauses)
            ]
            model = solver.find(wanted * 3)
            assert (model is not None) is bool(ways)
            if model is not None:
                assert tuple(v if model.holds(v) else -v for v in variables) in ways


def test_a_question_that_passes_its_bound_is_said_not_to_be_answered() -> None:
    pigeons, holes = range(9), range(8)
    with Solver(bound=10) as solver:
        sits = {place: solver.circuit.variable() for place in product(pigeons, holes)}
        for pigeon in pigeons:
            solver.add([sits[pigeon, hole] for hole in holes])
        for hole in holes:
            for one in pigeons:
                for other in pigeons[one + 1 :]:
                    solver.add([-sits[one, hole], -sits[other, hole]])
        with pytest.raises(OutOfBoundError):
            solver.find([])
