/**
 * Python for the trusted process, the zygote: it forks one process for each program and never
 * runs, reads or keeps anything of a program's itself. What comes on descriptor 3 is a header, the
 * names of modules to import, and a body that the forked process reads alone; what goes out on
 * descriptor 4 are frames of a letter and a length: `R` ready, with what stands open that should
 * not; `D` bytes from the program; and at the end `E` it ended by itself, `K` it had closed its
 * channel and was killed, `T` it was killed at its time, `F` it was killed for writing too much,
 * each with the status of wait(2).
 */
export const ZYGOTE_SOURCE = String.raw`
import gc, math, os, resource, select, signal, struct, sys, time

REQUESTS, RESPONSES = 3, 4
HEADER = struct.Struct("<5IQQdd4I")
monotonic, sleep = time.monotonic, time.sleep
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


def write_all(descriptor, data):
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view):]


def frame(letter, data):
    write_all(RESPONSES, struct.pack("<cI", letter, len(data)))
    write_all(RESPONSES, data)


def become_program(header, descriptor, held_bytes):
    _, source_size, entry_size, body_size, count, memory, _, seconds, _, *words = header
    source = text_of(read_exactly(REQUESTS, source_size))
    entry = text_of(read_exactly(REQUESTS, entry_size))
    arguments = read_inputs(read_exactly(REQUESTS, body_size), count)
    keep_only(descriptor)
    seed_chance(words)
    clock = CallClock()
    bound(held_bytes + memory, seconds)
    clock.start(seconds, count)
    close_doors()
    perform(source, entry, arguments, lambda data: write_all(RESULTS, data), clock)


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


def relay(pipe, room, deadline):
    """Hands on what the program writes; the letter tells how that ended. Keeps no byte of it."""
    poller = select.poll()
    poller.register(pipe, select.POLLIN)
    view, used, letter = memoryview(buffer), 0, None
    while letter is None:
        left = deadline - monotonic()
        if left <= 0:
            letter = b"T"
        elif poller.poll(math.ceil(1000 * left)):
            count = os.readv(pipe, [view[used:]])
            used += count
            room -= count
            letter = b"E" if count == 0 else b"F" if room < 0 else None
        # Full frames only, however small the pieces in which a program writes.
        if used == len(buffer) or letter == b"E":
            frame(b"D", view[:used])
            used = 0
    view[:] = bytes(len(buffer))
    return letter


def bury(child, letter):
    """Ends the child and everything in it; one that has closed its channel gets a moment to go."""
    if letter == b"E":
        for pause in [0.0001] * 20 + [0.002] * 50:
            found, status = os.waitpid(child, os.WNOHANG)
            if found:
                return letter, status
            sleep(pause)
        letter = b"K"
    os.kill(child, signal.SIGKILL)
    return letter, os.waitpid(child, 0)[1]


def serve():
    imported, held_bytes = set(), settle()
    while True:
        header = HEADER.unpack(read_exactly(REQUESTS, HEADER.size))
        names = set(read_exactly(REQUESTS, header[0]).decode().split())
        if names - imported:
            for name in sorted(names - imported):
                try:
                    __import__(name)
                except ImportError:
                    pass
            imported |= names
            held_bytes = settle()
        child, pipe = in_child(lambda end: become_program(header, end, held_bytes))
        letter = relay(pipe, header[6], monotonic() + header[8])
        os.close(pipe)
        letter, status = bury(child, letter)
        frame(letter, struct.pack("<I", status))


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
