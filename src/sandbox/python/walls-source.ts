/**
 * Python for the trusted process: the walls that a forked process puts around itself before a
 * program begins, and the trial of them from behind.
 */
export const WALLS_SOURCE = String.raw`
import ctypes, math, mmap, os, resource, signal, sys

RESULTS = 3
leave = os._exit
libc = ctypes.CDLL(None, use_errno=True)


class FilterProgram(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def filter_of(code):
    block = ctypes.create_string_buffer(code, len(code))
    program = FilterProgram(len(code) // 8, ctypes.addressof(block))
    kept.extend((block, program))
    return ctypes.addressof(program)


kept = []
program_filter, reader_filter = filter_of(FILTER), filter_of(READER_FILTER)
libc.prctl.argtypes = [ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong]


def lower(kind, value):
    hard = resource.getrlimit(kind)[1]
    bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (bound, bound))


def held():
    """Bytes of address space in use: the least limit under which one page more is given."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    low, high = 0, 1 << 47 if hard == resource.RLIM_INFINITY else hard
    while high - low > 1 << 20:
        try:
            middle = (low + high) // 2
            resource.setrlimit(resource.RLIMIT_AS, (middle, hard))
            mmap.mmap(-1, mmap.PAGESIZE).close()
            high = middle
        except (OSError, MemoryError):
            low = middle
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    return high


def close_doors(filter_address=program_filter):
    """From here on this process may call no more than the filter lists; there is no way back."""
    if libc.prctl(38, 1, None, 0, 0) or libc.prctl(22, 2, filter_address, 0, 0):
        leave(1)


def bound(memory, seconds):
    lower(resource.RLIMIT_NPROC, 0)
    lower(resource.RLIMIT_CPU, math.ceil(seconds) + 1)
    lower(resource.RLIMIT_AS, memory)
    signal.setitimer(signal.ITIMER_PROF, max(seconds, 0.001))


def keep_only(descriptor):
    os.dup2(descriptor, RESULTS)
    os.dup2(1, 2)  # Where nothing is kept; the complaints of this process go elsewhere.
    os.closerange(RESULTS + 1, 256)


def inspect_walls(descriptor):
    """Tries, as a program, what none may do, and writes what went through."""
    mother = os.getppid()
    keep_only(descriptor)
    bound(1 << 40, 5)
    close_doors()
    tries = {
        "a new process": lambda: os.fork() or leave(0),
        "a signal": lambda: os.kill(mother, 0),
        "another program": lambda: os.execv(sys.executable, ["python3", "-c", ""]),
        "a socket": lambda: refused(libc.socket(1, 1, 0)),
        "a namespace": lambda: refused(libc.unshare(0x10000000)),
        "a tracer": lambda: refused(libc.ptrace(0, 0, 0, 0)),
        "the list of users": lambda: os.stat("/etc/passwd"),
        "the list of processes": lambda: os.stat("/proc"),
        "a new file": lambda: open("/tmp/file", "w"),
        "the rights of root": lambda: os.getuid() and refused(-1),
    }
    opened = []
    for name, attempt in tries.items():
        try:
            attempt()
            opened.append(name)
        except OSError:
            pass
    write_all(RESULTS, [("ok:" + ", ".join(opened)).encode()])


def refused(result):
    if result < 0:
        raise OSError
`;
