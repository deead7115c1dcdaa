/**
 * Python for the trusted process, the zygote: it forks one process for each program, and one for
 * each input of it that is asked alone, and never runs, reads or keeps anything of a program's
 * itself. What comes on descriptor 3 is a header, the names of modules to import, and the rest,
 * which the forked process reads by itself; what goes out on descriptor 4 are frames of a letter
 * and a length: `R` ready, with what stands open that should not; `D` bytes from the program; and
 * at the end `E` it ended by itself, `K` it had closed its channel and was killed, `T` it was
 * killed because it waited or had no time left, `F` it was killed for writing too much, `W` the
 * machine had no time for it, each with the status of wait(2) and the seconds of the processor's
 * time that it took.
 */
export const ZYGOTE_SOURCE = String.raw`
import gc, math, os, resource, select, signal, struct, sys, time

REQUESTS, RESPONSES = 3, 4
# Bytes of names; whether the input is asked alone; bytes that may be written; seconds of the
# processor's time; seconds lived until the machine is given up on; seconds of waiting.
HEADER = struct.Struct("<IIQddd")
# Bytes of source, entry, keys and inputs; inputs; bytes of memory; seconds and calls that the
# clock of the calls goes by.
PROGRAM = struct.Struct("<5IQdI")
# Seconds from one look at a program to the next, and the share of them below which it waits.
TICK, WAITING = 1, 0.001
# How often also a program waits that does nothing but work: for files, for its channel.
SOME_WAITS = 50
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


def become_program(descriptor, held_bytes, seconds):
    sizes = PROGRAM.unpack(read_exactly(REQUESTS, PROGRAM.size))
    source_size, entry_size, keys_size, body_size, count, memory, clock_seconds, calls = sizes
    source = text_of(read_exactly(REQUESTS, source_size))
    entry = text_of(read_exactly(REQUESTS, entry_size))
    keys = read_exactly(REQUESTS, keys_size)
    body = read_exactly(REQUESTS, body_size)
    keep_only(descriptor)
    if seconds <= 0:
        leave(0)
    begin_chance(keys)
    bound(held_bytes + memory + 2 * (source_size + body_size) + BYTES_PER_INPUT * count, seconds)
    CallClock().start(clock_seconds, calls)
    close_doors()
    perform(source, entry, body, count, lambda parts: write_all(RESULTS, parts))


def in_child(work):
    """Forks; the child writes to a pipe and never comes back. Gives its id and the pipe's end."""
    ours, theirs = os.pipe()
    child = os.fork()
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
    imported, held_bytes, together = set(), settle(), 0
    while True:
        names_size, alone, room, seconds, wall, patience = HEADER.unpack(
            read_exactly(REQUESTS, HEADER.size))
        names = set(read_exactly(REQUESTS, names_size).decode().split())
        if names - imported:
            for name in sorted(names - imported):
                try:
                    __import__(name)
                except ImportError:
                    pass
            imported |= names
            held_bytes = settle()
        # The inputs that are asked alone have together as much time as all of them in one.
        together = together if alone else seconds
        child, pipe = in_child(lambda end: become_program(end, held_bytes, together))
        letter, watch = relay(child, pipe, room, wall, patience)
        os.close(pipe)
        letter, status, usage = bury(child, letter)
        letter = watch.judge(usage) if letter == b"W" else b"T" if together <= 0 else letter
        spent = usage.ru_utime + usage.ru_stime
        together -= spent if alone else 0
        frame(letter, struct.pack("<Id", status, spent))


def settle():
    gc.collect()
    gc.freeze()
    return held()


def main():
    sys.path[:] = [entry for entry in sys.path if entry]
    os.environ.pop("PWD", None)
    for kind, value in (("CORE", 0), ("NOFILE", 64)):
        lower(getattr(resource, "RLIMIT_" + kind), value)
    libc.prctl(4, 0, None, 0, 0)  # Not dumpable: no core for a crash, no tracer.
    freeze_time()
    tame_chance()
    child, pipe = in_child(inspect_walls)
    verdict = os.read(pipe, 4096)
    os.close(pipe)
    bury(child, b"E")
    frame(b"R", verdict)
    serve()


main()
`;
