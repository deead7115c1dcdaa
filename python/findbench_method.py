"""Lets a method in Python contend in findbench: `findbench run … --interpreter "exec:python3 method.py"`.

One file, standard library only, Python 3.8 or newer. Copy it beside your method::

    from findbench_method import serve

    def method(problem):
        xs = problem.grid(16)
        ys = problem.ask(xs)
        return {"description": "…", "code": "def f(x):\\n    return 2 * x"}

    serve(method)

What is printed goes to stderr, so that it never disturbs the protocol. docs/exec.md tells the rest.
"""

import json
import math
import os
import random
import sys
import threading
import traceback
from collections import deque
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Callable, Dict, IO, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Union

__all__ = ["Answer", "Code", "Problem", "Remaining", "Reply", "Stopped", "serve"]

PROTOCOL = 1

Number = Union[int, float]
Input = Union[Number, str, Sequence[Number], Sequence[str]]
Value = Union[float, str, complex]


class Stopped(Exception):
    """The problem is over without an answer: its time was up, or the run is ending."""


class Refused(Exception):
    """findbench did not take what was sent; the message says why."""


class Remaining(NamedTuple):
    """What is left of a budget; None means unlimited."""

    queries: Optional[int]
    rounds: Optional[int]


class Reply(NamedTuple):
    """What the black box says to one input."""

    #: "value", "undefined" (it has none here), "refused" (no legal input) or "budget-exhausted".
    kind: str
    value: Optional[Value] = None
    reason: str = ""


class Code(NamedTuple):
    """A program that is meant to do what the black box does."""

    source: str
    #: Name of the function to call, defined at the top level of the source.
    entry: str = "f"
    #: "python" or "javascript".
    language: str = "python"


@dataclass
class Answer:
    """What a method hands in; only the description is expected of every one."""

    #: What the function does, in words.
    description: str = ""
    #: A program, or its source in Python with a function f.
    code: Union[Code, str, None] = None
    #: Intervals (from, to) where the rule does not hold; None is unbounded on that side.
    regions: Sequence[Tuple[Optional[Number], Optional[Number]]] = ()
    #: (distribution, scale): "none", "normal", "uniform", "poisson" or "other", and its size or None.
    noise: Optional[Tuple[str, Optional[Number]]] = None
    #: Local exceptions, in words.
    exceptions: Sequence[str] = ()
    #: Concepts that a neuron responds to.
    concepts: Sequence[str] = ()
    #: How two concepts are joined: "or", "and", or "and-not" for the first without the second.
    join: Optional[str] = None
    #: What a relation takes and gives, a phrase each, such as ("a country", "its capital").
    relation: Optional[Tuple[str, str]] = None
    #: Probability, 0 to 1, that the answer is right.
    confidence: Optional[float] = None
    #: True where no answer is preferred to a guess.
    abstained: bool = False


@dataclass
class Problem:
    """A black box: what is known of it, and how to question it."""

    name: str
    #: "numeric", "strings", "entities" or "relations".
    category: str
    #: What the category says of its domain.
    domain: Mapping[str, Any]
    #: One per argument: {"kind": "number", "from": …, "to": …}, {"kind": "string"} or {"kind": "word"}.
    arguments: Sequence[Mapping[str, Any]]
    #: The JSON Schema of one input.
    input_schema: Mapping[str, Any]
    #: A few legal inputs.
    examples: Sequence[Any]
    #: What kind of function it is and what to be prepared for, in words.
    task: str
    hints: Sequence[str]
    #: How many inputs may be asked; None means unlimited.
    budget: Optional[int]
    #: How many batches may be asked; None means unlimited.
    rounds: Optional[int]
    #: Decides the method's own chance; the same when the run is repeated.
    seed: int
    #: Languages in which code is accepted.
    languages: Sequence[str]
    #: Whether words are a full answer.
    code_optional: bool
    #: Whether intervals with other behaviour are asked for.
    wants_regions: bool
    #: Whether concepts are asked for, and how two of them are joined.
    wants_concepts: bool
    #: Whether the input and the output of a relation are asked for.
    wants_relation: bool
    #: Whether local exceptions are asked for in words.
    wants_exceptions: bool
    #: What is left of the budget.
    remaining: Remaining
    #: A generator of random numbers made from the seed.
    random: random.Random
    _link: "_Link" = field(repr=False)

    def ask(self, inputs: Sequence[Input]) -> List[Optional[Value]]:
        """Asks a batch, which is one round: a value for each input, None where there is none."""
        return [reply.value for reply in self.replies(inputs)]

    def replies(self, inputs: Sequence[Input]) -> List[Reply]:
        """Asks a batch and tells why an input has no value."""
        plain = [_plain(one) for one in inputs]
        if not plain:
            return []
        self._link.send({"type": "ask", "problem": self.name, "inputs": plain})
        message = self._link.receive("answers")
        left = message["remaining"]
        self.remaining = Remaining(left["queries"], left["rounds"])
        return [_reply(one) for one in message["answers"]]

    def note(self, topic: str, text: str, data: Any = None) -> None:
        """Writes into the run's record: a hypothesis, the reason of an experiment, a doubt."""
        message = {"type": "note", "problem": self.name, "topic": topic, "text": text}
        self._link.send(message if data is None else {**message, "data": _plain(data)})

    def grid(self, most: int) -> List[Any]:
        """Evenly spaced inputs, both ends of each interval included: as many as `most` pays for."""
        axes = [(one["from"], one["to"]) for one in self.arguments if one["kind"] == "number"]
        if not axes or len(axes) < len(self.arguments) or most < 1:
            return []
        lines = int(round(most ** (1 / len(axes))))
        while lines ** len(axes) > most:
            lines -= 1
        points = product(*(_even(low, high, lines) for low, high in axes))
        return [point[0] if len(axes) == 1 else list(point) for point in points]


Method = Callable[[Problem], Union[Answer, Mapping[str, Any], None]]


def serve(method: Method, problems: int = 1, fresh: bool = False) -> None:
    """Works on problems until no more come; returns when findbench is done.

    `problems` says how many this process takes at once, each in a thread of its own; `fresh` that each
    problem wants a process which has served none before. A method that raises fails on this problem
    only. It returns an Answer, a mapping with fields of one, or None to abstain.
    """
    channel = _Channel()
    channel.send({"type": "hello", "protocol": PROTOCOL, "problems": problems, "fresh": fresh})
    if problems == 1:
        _serve_one_by_one(method, channel)
    else:
        _serve_together(method, channel)


class _Channel:
    """Lines of JSON on the streams that this process was started with."""

    def __init__(self) -> None:
        # Whatever prints, in Python or below it, prints on stderr from here on.
        self._out: IO[bytes] = os.fdopen(os.dup(1), "wb", buffering=0)
        os.dup2(2, 1)
        self._in: IO[bytes] = sys.stdin.buffer
        self._lock = threading.Lock()

    def send(self, message: Mapping[str, Any]) -> None:
        line = json.dumps(message, allow_nan=False, separators=(",", ":")).encode() + b"\n"
        with self._lock:
            view = memoryview(line)
            while view:
                view = view[self._out.write(view) or 0 :]

    def read(self) -> Optional[Dict[str, Any]]:
        """The next message; None when no more come."""
        line = self._in.readline()
        return json.loads(line) if line else None


class _Link:
    """What is said on one problem."""

    def __init__(self, channel: _Channel, next_message: Callable[[], Optional[Dict[str, Any]]]) -> None:
        self.send = channel.send
        self._next = next_message
        self.stopped = False

    def receive(self, wanted: str) -> Dict[str, Any]:
        while True:
            message = self._next()
            kind = "stop" if message is None else message["type"]
            if kind == wanted and message is not None:
                return message
            if kind == "stop":
                self.stopped = True
                raise Stopped("" if message is None else message["reason"])
            if kind == "error" and message is not None:
                raise Refused(message["message"])


def _serve_one_by_one(method: Method, channel: _Channel) -> None:
    while True:
        message = channel.read()
        if message is None:
            return
        if message["type"] == "problem":
            _solve(method, _problem(message, _Link(channel, channel.read)))


def _serve_together(method: Method, channel: _Channel) -> None:
    inboxes: Dict[str, _Inbox] = {}
    while True:
        message = channel.read()
        if message is None:
            for inbox in inboxes.values():
                inbox.put(None)
            return
        name = message.get("problem")
        if message["type"] == "problem":
            inbox = inboxes[message["problem"]] = _Inbox()
            problem = _problem(message, _Link(channel, inbox.get))
            work = threading.Thread(target=_solve, args=(method, problem), daemon=True)
            work.start()
        elif name in inboxes:
            inboxes[name].put(message)
            if message["type"] in ("accepted", "stop"):
                del inboxes[name]


class _Inbox:
    """Messages that wait for a thread."""

    def __init__(self) -> None:
        self._messages: "deque[Optional[Dict[str, Any]]]" = deque()
        self._count = threading.Semaphore(0)

    def put(self, message: Optional[Dict[str, Any]]) -> None:
        self._messages.append(message)
        self._count.release()

    def get(self) -> Optional[Dict[str, Any]]:
        self._count.acquire()
        return self._messages.popleft()


def _solve(method: Method, problem: Problem) -> None:
    link = problem._link
    try:
        try:
            link.send(_answer(problem.name, method(problem)))
            link.receive("accepted")
        except Stopped:
            return
        except Exception as error:
            traceback.print_exc()
            if link.stopped:
                return
            told = f"{type(error).__name__}: {error}{_place(error)}"
            link.send({"type": "failed", "problem": problem.name, "message": told})
            link.receive("accepted")
    except (Stopped, Refused, OSError):
        return


def _place(error: BaseException) -> str:
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename != __file__]
    return f" ({os.path.basename(frames[-1].filename)}, line {frames[-1].lineno})" if frames else ""


def _problem(message: Mapping[str, Any], link: _Link) -> Problem:
    budget, rounds, seed = message["budget"], message["rounds"], message["seed"]
    return Problem(
        name=message["problem"],
        category=message["category"],
        domain=message["domain"],
        arguments=message["arguments"],
        input_schema=message["inputSchema"],
        examples=message["examples"],
        task=message["task"],
        hints=message["hints"],
        budget=budget,
        rounds=rounds,
        seed=seed,
        languages=message["answer"]["languages"],
        code_optional=message["answer"]["codeOptional"],
        wants_regions=message["answer"]["regions"],
        wants_concepts=message["answer"]["concepts"],
        wants_relation=message["answer"]["relation"],
        wants_exceptions=message["answer"]["exceptions"],
        remaining=Remaining(budget, rounds),
        random=random.Random(seed),
        _link=link,
    )


def _answer(name: str, given: Union[Answer, Mapping[str, Any], None]) -> Dict[str, Any]:
    if given is None:
        answer = Answer(abstained=True)
    elif isinstance(given, Answer):
        answer = given
    else:
        answer = Answer(**given)
    return {
        "type": "answer",
        "problem": name,
        "description": answer.description,
        "code": _code(answer.code),
        "regions": [_region(one) for one in answer.regions],
        "noise": _noise(answer.noise),
        "exceptions": list(answer.exceptions),
        "concepts": list(answer.concepts),
        **({} if answer.join is None else {"join": answer.join}),
        **({} if answer.relation is None else {"relation": _relation(answer.relation)}),
        "confidence": None if answer.confidence is None else float(answer.confidence),
        "abstained": bool(answer.abstained),
    }


def _relation(relation: Any) -> Dict[str, str]:
    if isinstance(relation, Mapping):
        return dict(relation)
    takes, gives = relation
    return {"input": takes, "output": gives}


def _code(code: Any) -> Optional[Dict[str, str]]:
    if code is None:
        return None
    if isinstance(code, str):
        code = Code(code)
    if isinstance(code, Mapping):
        code = Code(**code)
    return {"language": code.language, "source": code.source, "entry": code.entry}


def _region(region: Any) -> Dict[str, Optional[Number]]:
    low, high = (region["from"], region["to"]) if isinstance(region, Mapping) else region
    return {"from": _bound(low), "to": _bound(high)}


def _bound(bound: Optional[Number]) -> Optional[float]:
    return None if bound is None or math.isinf(bound) else float(bound)


def _noise(noise: Any) -> Optional[Dict[str, Any]]:
    if noise is None:
        return None
    if isinstance(noise, Mapping):
        return dict(noise)
    distribution, scale = noise
    return {"distribution": distribution, "scale": None if scale is None else float(scale)}


def _reply(answer: Mapping[str, Any]) -> Reply:
    value = answer.get("value")
    if isinstance(value, Mapping):
        value = complex(value["re"], value["im"])
    return Reply(answer["kind"], value, answer.get("reason", ""))


def _even(low: Number, high: Number, count: int) -> List[float]:
    if count == 1:
        return [(low + high) / 2]
    return [low + ((high - low) * i) / (count - 1) for i in range(count)]


def _plain(value: Any) -> Any:
    """What NumPy and others hold, as JSON knows it."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value]
