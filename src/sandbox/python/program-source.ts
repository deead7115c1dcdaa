import { OutputKind } from "./columns.ts";

/** Ticks of the clock that one call may last for, beside the one in which it began. */
const TICKS_PER_CALL = 4;

/** A call is ended when it takes this share of the time; one of fewer calls, when it takes its own. */
const SHARES = 4;

/**
 * Python for the program's process: loads the source, calls the entry on each input and writes
 * what came of it. The first byte tells what follows: `L` that the program is loaded, `N` a reason
 * why not, `A` the type of what stands in place of the entry, `M` out of memory, `C` columns. An
 * input that is asked alone is a batch of one, of which nothing differs but the company.
 */
export const PROGRAM_SOURCE = String.raw`
import math, os, signal, sys

LENDABLE = {
    "np": "numpy",
    **{name: name for name in ("numpy", "math", "cmath", "re", "random", "string", "typing")},
}
TYPING = set(
    "Any Callable Dict Generator Iterable Iterator List Literal Mapping Optional Sequence Set"
    " Tuple TypeVar Union".split()
)


LENT = LENDABLE.keys() | TYPING


class NotLoaded(BaseException):
    pass


class CallTimeout(BaseException):
    pass


def compiling(source):
    """The program's code and the names to lend it, or what speaks against it."""
    try:
        code = compile(source, "program.py", "exec", dont_inherit=True)
        return code, set(names_in(code)) & LENT
    except BaseException as error:
        return error


def load(program, entry):
    module = type(sys)("program")
    sys.modules["program"] = module
    scope = module.__dict__
    try:
        if isinstance(program, BaseException):
            raise program
        code, names = program
        lend(scope, names)
        exec(code, scope)
    except MemoryError:
        raise
    except BaseException as error:
        # Examples after the definition may fail as they like.
        if not callable(scope.get(entry)):
            raise NotLoaded(b"N", message_of(error))
    found = scope.get(entry)
    if not callable(found):
        raise NotLoaded(b"A", "nothing" if found is None else name_of(type(found)))
    return found


def names_in(code):
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, type(code)):
            yield from names_in(constant)


def lend(scope, names):
    """Binds the modules that such programs use without importing them, where they are there."""
    for name in names:
        try:
            if name in TYPING:
                scope[name] = getattr(__import__("typing"), name)
            else:
                scope[name] = __import__(LENDABLE[name])
        except ImportError:
            pass


class CallClock:
    """Ends a call that lasts for too many ticks of the processor's time."""

    def __init__(self):
        self.seen, self.ticks = 0, 0

    def start(self, seconds, calls):
        if calls > 1:
            step = seconds / ${TICKS_PER_CALL + 1} / min(calls, ${SHARES})
            signal.setitimer(signal.ITIMER_VIRTUAL, max(step, 0.004), max(step, 0.004))

    def tick(self, number, frame):
        if not moment.call or moment.call != self.seen:
            self.seen, self.ticks = moment.call, 0
            return
        self.ticks += 1
        if self.ticks >= ${TICKS_PER_CALL}:
            self.ticks = 0
            raise CallTimeout


call_clock = CallClock()


def answer_all(entry, arguments, outputs, renewals):
    kinds, real, call, now = outputs.kinds, outputs.real, entry, moment
    index, count = 0, len(arguments)
    while index < count:
        try:
            for index in range(index, count):
                now.call = index + 1
                if renewals:
                    words = now.words()
                    for renewal in renewals:
                        renewal(words)
                try:
                    result = call(*arguments[index])
                    # Read before the next input is shown, so that nothing can be put off.
                    if type(result) is float:
                        real[index] = result
                    else:
                        outputs.take(index, result)
                except MemoryError:
                    raise
                except CallTimeout:
                    kinds[index] = ${OutputKind.late}
                except BaseException as error:
                    outputs.say(index, ${OutputKind.threw}, message_of(error))
            now.call = 0
            return
        except CallTimeout:
            # It came while a result was noted down.
            kinds[index] = ${OutputKind.late}
            index += 1


def perform(program, entry, body, count, say):
    try:
        found = load(program, entry)
        say([b"L"])
        renewals = generators_of_numpy()
        outputs = Outputs(count)
        answer_all(found, read_inputs(body, count), outputs, renewals)
        say([b"C", *outputs.columns()])
    except NotLoaded as reason:
        tag, text = reason.args
        say([tag + units_of(text[:400])])
    except MemoryError:
        os.write(RESULTS, b"M")  # As little as can be, for there is no memory left.
`;
