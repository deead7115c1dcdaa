import { KEY_BYTES } from "./chance-source.ts";

/**
 * Python for the trusted process, the zygote: it forks one process for each program, and never runs,
 * reads or keeps anything of a program's itself. Where inputs are asked alone it forks a reader, which
 * reads and compiles the program, runs nothing of it and sees no input, and forks one process for
 * each of them in the zygote's place. What comes on descriptor 3 is a header, the names of modules to import, and the rest,
 * which the forked process reads by itself; what goes out on descriptor 4 are frames of a letter
 * and a length: `R` ready, with what stands open that should not; `D` bytes from the program; and
 * at the end `E` it ended by itself, `K` it had closed its channel and was killed, `T` it was
 * killed because it waited or had no time left, `F` it was killed for writing too much, `W` the
 * machine had no time for it, each with the status of wait(2) and the seconds of the processor's
 * time that it took.
 */
export const ZYGOTE_SOURCE = String.raw`
import ctypes, gc, math, os, resource, select, signal, struct, sys, time

REQUESTS, RESPONSES = 3, 4
# Bytes of names; how many requests of this program for inputs apart there are from here on, 0 for
# all inputs together; bytes that may be written; seconds of the processor's time; seconds lived until the machine is given up on; seconds of waiting.
HEADER = struct.Struct("<IIQddd")
# Bytes of source, entry, keys and inputs; inputs; bytes of memory; seconds and calls that the
# clock of the calls goes by.
PROGRAM = struct.Struct("<5IQdI")
# What a process that stands by is sent when it is its turn: the seconds it has, and the sizes.
TURN = struct.Struct("<d5IQdI")
# Processes that stand by at a time. After a fork its parent copies each page it writes to, so one
# that forks several in a row does that once for all of them.
STANDING_BY = 8
# Seconds from one look at a program to the next, and the share of them below which it waits.
TICK, WAITING = 1, 0.001
# How often also a program waits that does nothing but work: for files, for its channel.
SOME_WAITS = 50
# Runs after which the interpreter has specialized what they do.
WARM = 20
# Address space for one input with its output, beside the program's own.
BYTES_PER_INPUT = 512
monotonic, sleep, clock_gettime = time.monotonic, time.sleep, time.clock_gettime
buffer = bytearray(65536)


def read_exactly(descriptor, size):
    parts = []
    while size > 0:
        part = os.read(descriptor, min(size, 1 << 20))
        if not part:
            leave(0)
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def write_all(descriptor, parts):
    views = [memoryview(part) for part in parts if len(part)]
    while views:
        done = os.writev(descriptor, views)
        while views and done >= len(views[0]):
            done -= len(views.pop(0))
        if done:
            views[0] = views[0][done:]


def frame(letter, data):
    write_all(RESPONSES, [struct.pack("<cI", letter, len(data)), data])


def read_program():
    """Sizes, source and entry: what comes before the keys and the inputs."""
    sizes = PROGRAM.unpack(read_exactly(REQUESTS, PROGRAM.size))
    return sizes, read_exactly(REQUESTS, sizes[0]), read_exactly(REQUESTS, sizes[1])


def become_program(descriptor, held_bytes, seconds, program=None):
    sizes, source, entry = program or read_program()
    source_size, entry_size, keys_size, body_size, count, memory, clock_seconds, calls = sizes
    keys = read_exactly(REQUESTS, keys_size)
    body = read_exactly(REQUESTS, body_size)
    keep_only(descriptor)
    if seconds <= 0:
        leave(0)
    begin_chance(keys)
    bound(held_bytes + memory + 2 * (source_size + body_size) + BYTES_PER_INPUT * count, seconds)
    call_clock.start(clock_seconds, calls)
    close_doors()
    perform(compiling(text_of(source)), text_of(entry), body, count, lambda parts: write_all(RESULTS, parts))


def in_child(work):
    """Forks; the child writes to a pipe and never comes back. Gives its id and the pipe's end."""
    ours, theirs = os.pipe()
    child = fork()
    if child == 0:
        try:
            work(theirs)
        finally:
            leave(0)
    os.close(theirs)
    return child, ours


def relay(child, pipe, room, wall, patience):
    """Hands on what the program writes; the letter tells how that ended. Keeps no byte of it."""
    poller = select.poll()
    poller.register(pipe, select.POLLIN)
    view, used, most, letter = memoryview(buffer), 0, 0, None
    watch = Watch(child, wall, patience)
    while letter is None:
        if poller.poll(watch.left()):
            count = os.readv(pipe, [view[used:]])
            used += count
            most = max(most, used)
            room -= count
            letter = b"E" if count == 0 else b"F" if room < 0 else None
        letter = letter or watch.look()
        # Full frames only, however small the pieces in which a program writes.
        if used == len(buffer) or letter == b"E" and used:
            frame(b"D", view[:used])
            used = 0
    view[:most] = bytes(most)
    return letter, watch


class Watch:
    """
    Counts the ticks that this process lives through, so that a machine that stands still ends
    nobody, and those in which the program took next to no time of the processor: it waits for what
    nobody will do.
    """

    def __init__(self, child, wall, patience):
        self.tick = min(TICK, wall, patience)
        self.child, self.wall, self.patience = child, wall, patience
        self.lived = self.waited = self.spent = 0
        self.end = monotonic() + self.tick

    def left(self):
        return max(0, math.ceil(1000 * (self.end - monotonic())))

    def look(self):
        if monotonic() < self.end:
            return None
        before, self.spent = self.spent, time_of(self.child)
        waits = self.spent - before < WAITING * self.tick
        self.waited = self.waited + self.tick if waits else 0
        self.lived += self.tick
        self.end = monotonic() + self.tick
        return b"T" if self.waited >= self.patience else b"W" if self.lived >= self.wall else None

    def judge(self, usage):
        """One that gave the processor away in every other tick had it; else the machine is slow."""
        waits = usage.ru_nvcsw - usage.ru_majflt
        return b"T" if waits > SOME_WAITS + self.lived / self.tick / 2 else b"W"


def time_of(child):
    """Seconds of the processor's time; the number of such a clock is made as clock_getcpuclockid(3) does."""
    try:
        return clock_gettime(~child << 3 | 2)
    except OSError:
        return math.inf


def bury(child, letter):
    """Ends the child and everything in it; one that has closed its channel gets a moment to go."""
    if letter == b"E":
        for pause in [0.0001] * 20 + [0.002] * 50 + [0.02] * 45:
            found, status, usage = os.wait4(child, os.WNOHANG)
            if found:
                return letter, status, usage
            sleep(pause)
        letter = b"K"
    os.kill(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    return letter, status, usage


def serve():
    imported, held_bytes = set(), settle()
    while True:
        header, names = read_header()
        if names - imported:
            for name in sorted(names - imported):
                try:
                    __import__(name)
                except ImportError:
                    pass
            imported |= names
            held_bytes = settle()
        if header[1] < 2:
            run(header, held_bytes, header[3])
        else:
            await_reader(header, held_bytes)


def read_header():
    header = HEADER.unpack(read_exactly(REQUESTS, HEADER.size))
    return header, set(read_exactly(REQUESTS, header[0]).decode().split())


def run(header, held_bytes, seconds):
    """Has a process of its own answer a request."""
    finish(header, seconds, *in_child(lambda end: become_program(end, held_bytes, seconds)))


def finish(header, seconds, child, pipe):
    """Hands on what a process answers, and how it ended; gives the seconds that it took."""
    _, _, room, _, wall, patience = header
    letter, watch = relay(child, pipe, room, wall, patience)
    os.close(pipe)
    letter, status, usage = bury(child, letter)
    letter = watch.judge(usage) if letter == b"W" else b"T" if seconds <= 0 else letter
    spent = usage.ru_utime + usage.ru_stime
    frame(letter, struct.pack("<Id", status, spent))
    return spent


def await_reader(header, held_bytes):
    reader = fork()
    if reader == 0:
        try:
            read_apart(header, held_bytes)
            leave(0)
        finally:
            leave(1)
    if os.waitpid(reader, 0)[1]:
        leave(1)  # Nobody knows how far it has read.


def read_apart(header, held_bytes):
    """
    Answers the requests for inputs apart. The program's text is read once and not looked into,
    behind a filter that allows little beyond what a program may and forking; keys and inputs are
    left to those who answer them.
    """
    close_doors(reader_filter)
    _, apart, _, seconds, _, _ = header
    sizes, source, entry = read_program()
    gc.freeze()
    standing = []
    for left in range(apart, 0, -1):
        if not standing:
            for _ in range(min(left, STANDING_BY)):
                standing.append(stand_by(standing, held_bytes, source, entry))
        go, child, pipe = standing.pop()
        write_all(go, [TURN.pack(seconds, *sizes)])
        os.close(go)
        # The inputs that are asked alone have together as much time as all of them in one.
        seconds -= finish(header, seconds, child, pipe)
        if left > 1:
            header, _ = read_header()
            sizes, again, _ = read_program()
            if again != source:
                leave(1)


def stand_by(standing, held_bytes, source, entry):
    """Forks a process that waits for its turn; gives where to tell it, its id and its pipe's end."""

    def wait(end):
        os.close(go)
        standing.clear()  # Whoever looks into frames learns nothing of its turn.
        seconds, *sizes = TURN.unpack(read_exactly(turn, TURN.size))
        become_program(end, held_bytes, seconds, (sizes, source, entry))

    turn, go = os.pipe()
    child, pipe = in_child(wait)
    os.close(turn)
    return go, child, pipe


def plain_fork():
    """
    The C library's fork without what libraries hang on to it: they restart threads and generators,
    of which there are none here or which chance starts anew, and touch hundreds of pages for it.
    """
    try:
        bare = ctypes.PyDLL(None, use_errno=True)._Fork
    except AttributeError:
        return os.fork  # Another C library, or an older one.

    def forked():
        child = bare()
        if child < 0:
            raise OSError(ctypes.get_errno(), "fork")
        return child

    return forked


fork = plain_fork()


def warm_up():
    """
    Does with a program of our own what every process will do: what is found, bound, imported and
    specialized here is not once more in each of them, on pages that it would have to copy.
    """
    source, body = text_of(units_of("def f(x):\n    return x / 2")), b"\0\1\0\0\0" + bytes(8)
    for _ in range(WARM):
        begin_chance(bytes(${2 * KEY_BYTES}))
        perform(compiling(source), "f", body, 1, lambda parts: b"".join(parts))
        del sys.modules["program"]
    moment.call, moment.keys = 0, Moment.keys
    call_clock.__init__()


def settle():
    gc.collect()
    gc.freeze()
    return held()


def main():
    sys.path[:] = [entry for entry in sys.path if entry]
    for name in ("PWD", "LD_BIND_NOW"):
        os.environ.pop(name, None)
    for kind, value in (("CORE", 0), ("FSIZE", 0), ("MEMLOCK", 0), ("NOFILE", 64)):
        lower(getattr(resource, "RLIMIT_" + kind), value)
    libc.prctl(4, 0, None, 0, 0)  # Not dumpable: no core for a crash, no tracer.
    freeze_time()
    tame_chance()
    signal.signal(signal.SIGVTALRM, call_clock.tick)
    warm_up()
    child, pipe = in_child(inspect_walls)
    verdict = os.read(pipe, 4096)
    os.close(pipe)
    bury(child, b"E")
    frame(b"R", verdict)
    serve()


main()
`;
