"""The straight line of least squares, through evenly spaced answers: a method of one's own in Python."""

from findbench_method import Answer, Problem, serve


def method(problem: Problem) -> Answer:
    xs = problem.grid(problem.budget or 256)
    pairs = [(x, y) for x, y in zip(xs, problem.ask(xs)) if isinstance(y, float) or isinstance(y, int)]
    if len(pairs) < 2 or len(problem.arguments) != 1:
        return Answer(description="This method is for functions of one number.", abstained=True)
    n = len(pairs)
    centre, mean = sum(x for x, _ in pairs) / n, sum(y for _, y in pairs) / n
    spread = sum((x - centre) ** 2 for x, _ in pairs)
    slope = sum((x - centre) * (y - mean) for x, y in pairs) / spread
    problem.note("fit", f"slope {slope:.6g}", {"slope": slope, "points": n})
    return Answer(
        description=f"A straight line of slope {slope:.6g} through ({centre:.6g}, {mean:.6g}).",
        code=f"def f(x):\n    return {slope!r} * (x - {centre!r}) + {mean!r}\n",
        confidence=0.1,
    )


serve(method)
