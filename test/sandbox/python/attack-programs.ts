import type { RunOutcome } from "../../../src/contract/index.ts";

/** A program that means harm, and what it is to come to, as `summary` puts it. */
type Attack = readonly [source: string, summary: string | RegExp];

/** The outcome of a program with one input, on one line. */
export function summary(outcome: RunOutcome): string {
  if (outcome.kind !== "ran") return outcome.kind;
  return outcome.outputs
    .map((output) => {
      switch (output.kind) {
        case "value":
          return typeof output.value === "object" ? "value, complex" : `value ${output.value}`;
        case "threw":
          return `threw ${output.message}`;
        case "invalid":
          return `invalid ${output.got}`;
        case "undefined":
          return "undefined";
      }
    })
    .join();
}

/** A program whose function of `x` has these lines. */
export function body(...lines: readonly string[]): string {
  return ["import ctypes, os, sys", "def f(x):", ...lines.map((line) => `    ${line}`)].join("\n");
}

const timedOut = "timed-out";
const outOfMemory = "out-of-memory";
const outOfMemoryOrNoNumpy = /^(?:out-of-memory|threw NameError: name 'np' is not defined)$/;
const noSuchCall = /^threw OSError: \[Errno 38\] Function not implemented/;
const notThere = /^threw FileNotFoundError/;
const readOnly = /^threw OSError: \[Errno 30\] Read-only file system/;
const nothing = "value ";
const withoutResult = "threw the program's process ended without a result";
/** For programs that harm nobody but themselves, each version of Python in its own way. */
const anything = /^(?:value|threw|undefined|out-of-memory|timed-out)/;

const files: readonly Attack[] = [
  [body("return open('/etc/passwd').read()"), notThere],
  [body("return open('/etc/shadow').read()"), notThere],
  [body("return ' '.join(os.listdir('/root'))"), notThere],
  [body("return ' '.join(os.listdir('/home'))"), notThere],
  [body("return ' '.join(os.listdir('/proc'))"), notThere],
  [body("return open('/proc/self/environ').read()"), notThere],
  [body("return open('/proc/self/mem', 'r+b').read(1)"), notThere],
  [body("return open('/proc/1/cmdline').read()"), notThere],
  [body("return ' '.join(os.listdir('/sys'))"), notThere],
  [body("return ' '.join(os.listdir('/dev'))"), notThere],
  [body("return ' '.join(os.listdir('/usr/bin'))"), anything],
  [
    body(
      "return ' '.join(sorted(n for n in os.listdir('/') if n not in ('lib', 'lib64', 'lib32')))",
    ),
    "value etc tmp usr",
  ],
  [body("return ' '.join(os.listdir('/tmp'))"), nothing],
  [body("return open('/tmp/file', 'w').write('x')"), readOnly],
  [body("return open('/file', 'w').write('x')"), readOnly],
  [body("return open('/etc/ld.so.preload', 'w').write('x')"), readOnly],
  [body("return open(os.__file__, 'a').write('x')"), /^threw .*Permission denied/],
  [body("import tempfile", "return tempfile.mkdtemp()"), /^threw .*No usable temporary directory/],
  [body("return os.mkdir('/tmp/folder')"), noSuchCall],
  [body("return os.symlink('/', '/tmp/link')"), noSuchCall],
  [body("return os.remove(os.__file__)"), noSuchCall],
  [body("return os.chmod('/tmp', 0o777)"), noSuchCall],
  [body("return os.mkfifo('/tmp/fifo')"), noSuchCall],
  [body("return os.chroot('/tmp')"), noSuchCall],
];

const surroundings: readonly Attack[] = [
  [
    body("return ' '.join(sorted(os.environ))"),
    "value LC_ALL OMP_NUM_THREADS OPENBLAS_NUM_THREADS PYTHONHASHSEED",
  ],
  [body("return os.getenv('FINDBENCH_PLANTED_KEY')"), "undefined"],
  [
    body(
      "libc = ctypes.CDLL(None)",
      "libc.getenv.restype = ctypes.c_char_p",
      "return libc.getenv(b'FINDBENCH_PLANTED_KEY') is None and libc.getenv(b'LC_ALL') == b'C.UTF-8'",
    ),
    "value 1",
  ],
  [body("return os.uname().nodename"), "value sandbox"],
  [body("return os.getuid() == 0 or os.geteuid() == 0"), "value 0"],
  [body("return os.getcwd()"), "value /tmp"],
  [body("return os.getlogin()"), /^threw .*OSError/],
];

const network: readonly Attack[] = [
  [body("import socket", "return socket.create_connection(('127.0.0.1', 22), 1)"), noSuchCall],
  [body("import socket", "return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"), noSuchCall],
  [body("import socket", "return socket.socket(socket.AF_INET6)"), noSuchCall],
  [
    body("import socket", "return socket.socket(socket.AF_UNIX).connect('\\0abstract')"),
    noSuchCall,
  ],
  [body("import socket", "return socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)"), noSuchCall],
  [body("import socket", "return socket.socketpair()"), noSuchCall],
  [body("import socket", "return socket.getaddrinfo('example.org', 80)"), /^threw .*gaierror/],
  [
    body("import urllib.request", "return urllib.request.urlopen('http://127.0.0.1/')"),
    /^threw .*URLError/,
  ],
  [body("import asyncio", "return asyncio.run(asyncio.sleep(0))"), noSuchCall],
];

const processes: readonly Attack[] = [
  [body("return os.fork()"), noSuchCall],
  [
    body("while True:", "    try: os.fork()", "    except OSError: return 'no fork'"),
    "value no fork",
  ],
  [body("import subprocess", "return subprocess.run(['true'])"), noSuchCall],
  [body("return os.system('touch /tmp/x') != 0"), "value 1"],
  [body("return os.popen('id').read()"), noSuchCall],
  [body("return os.execv(sys.executable, ['python3'])"), noSuchCall],
  [body("return os.posix_spawn('/bin/sh', ['sh'], {})"), noSuchCall],
  [body("import multiprocessing as m", "p = m.Process(target=print)", "p.start()"), noSuchCall],
  [body("import pty", "return pty.fork()"), /^threw .*OSError/],
  [
    body("import threading", "threading.Thread(target=print).start()"),
    "threw RuntimeError: can't start new thread",
  ],
  [
    body(
      "import _thread",
      "while True:",
      "    try: _thread.start_new_thread(print, ())",
      "    except RuntimeError: return 'no thread'",
    ),
    "value no thread",
  ],
];

const memory: readonly Attack[] = [
  [body("return [0] * 10**10"), outOfMemory],
  [body("a = []", "while True: a.append([a])"), outOfMemory],
  [body("a = []", "while True: a.append(bytes(10**6))"), outOfMemory],
  [body("a = 'x'", "while True: a += a"), outOfMemory],
  [
    body(
      "a = []",
      "while True:",
      "    try:",
      "        while True: a.append(bytes(1000))",
      "    except MemoryError: pass",
    ),
    timedOut,
  ],
  [
    body("import mmap", "return len([mmap.mmap(-1, 2**30) for _ in range(9)])"),
    "threw OSError: [Errno 12] Cannot allocate memory",
  ],
  [body("return os.pipe() and [os.pipe() for _ in range(10**6)]"), /^threw .*Too many open files/],
  [body("def g(n): return g(n + 1)", "sys.setrecursionlimit(10**9)", "return g(0)"), anything],
  ["a = []\nwhile True: a.append(bytes(10**6))", outOfMemory],
  [body("return np.ones(10**9).sum()"), outOfMemoryOrNoNumpy],
  [body("return np.zeros((10**5, 10**5))[0]"), outOfMemoryOrNoNumpy],
];

const endless: readonly Attack[] = [
  ["while True: pass", timedOut],
  [body("while True: pass"), timedOut],
  [body("import itertools", "return sum(itertools.repeat(1))"), timedOut],
  [body("return 10**10**8"), timedOut],
  [body("return pow(3, 10**8) % 7"), timedOut],
  [body("import re", "return re.match('(a+)+$', 'a' * 40 + 'b')"), timedOut],
  [
    body("while True:", "    try:", "        while True: pass", "    except BaseException: pass"),
    timedOut,
  ],
  [body("try: raise ValueError", "finally:", "    while True: continue"), timedOut],
  [
    body(
      "import signal",
      "for s in range(1, 65):",
      "    try: signal.signal(s, signal.SIG_IGN)",
      "    except (OSError, ValueError): pass",
      "while True: pass",
    ),
    timedOut,
  ],
  [
    body(
      "import signal",
      "try: signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))",
      "except OSError: pass",
      "while True: pass",
    ),
    timedOut,
  ],
  [
    body(
      "import signal",
      "try: signal.setitimer(signal.ITIMER_PROF, 0)",
      "except OSError: pass",
      "while True: pass",
    ),
    timedOut,
  ],
  [body("raise type('E', (Exception,), {'__str__': lambda s: sum(iter(int, 1))})"), timedOut],
  [
    body(
      "class T(type):",
      "    def __getattribute__(c, n):",
      "        while True: pass",
      "return T('X', (), {})()",
    ),
    "invalid X",
  ],
  ["def __getattr__(n):\n    while True: pass\ndef f(x): return 1", "value 1"],
  [
    "class D:\n    def __del__(s):\n        while True: pass\ndef f(x):\n    D()\n    return 1",
    timedOut,
  ],
];

const deep: readonly Attack[] = [
  [body("return f(x)"), /^threw .*RecursionError: maximum recursion depth exceeded/],
  [body("return eval('(' * 100000)"), /^threw .*too many nested parentheses/],
  [body("return eval('-' * 100000 + '1')"), anything],
  [body("a = []", "for _ in range(100000): a = [a]", "return repr(a)"), /^threw .*RecursionError/],
  [body("a = []", "for _ in range(10**6): a = [a]", "del a", "return 1"), "value 1"],
  [
    body(
      "sys.setrecursionlimit(10**6)",
      "class A:",
      "    def __getattr__(s, n): return getattr(s, n + 'x')",
      "return A().x",
    ),
    anything,
  ],
];

const signals: readonly Attack[] = [
  [body("return os.kill(-1, 9)"), noSuchCall],
  [body("return os.kill(1, 9)"), noSuchCall],
  [body("return os.kill(os.getppid(), 19)"), noSuchCall],
  [body("return os.killpg(0, 9)"), noSuchCall],
  [body("return os.kill(os.getpid(), 19)"), noSuchCall],
  [body("import signal", "return signal.raise_signal(signal.SIGSTOP)"), noSuchCall],
  [body("import signal", "return signal.alarm(1) or 0"), anything],
  [body("os.abort()"), /^threw .*the program's process ended by SIG/],
  [body("import fcntl", "fcntl.fcntl(3, fcntl.F_SETOWN, 1)"), noSuchCall],
  [body("import fcntl", "fcntl.fcntl(3, fcntl.F_SETFL, 0o20000)"), noSuchCall],
  [body("import fcntl, termios", "fcntl.ioctl(0, termios.TIOCSTI, b'x')"), noSuchCall],
  [body("import resource", "resource.setrlimit(resource.RLIMIT_AS, (-1, -1))"), noSuchCall],
  [body("return os.nice(-5)"), noSuchCall],
];

/** A well-formed document that claims another result than the program's own. */
const forged = "b'C' + b'\\1' + struct.pack('<ddI', 42.0, 0.0, 0)";

const channels: readonly Attack[] = [
  [body("os.closerange(0, 256)", "return 1"), "threw the program's process ended without a result"],
  [body("os.close(3)", "while True: pass"), anything],
  [body("for d in range(60): os.dup2(0, d)", "return 1"), anything],
  [
    body(
      "import struct",
      "for d in range(256):",
      "    try: os.write(d, b'E' + struct.pack('<II', 4, 0))",
      "    except OSError: pass",
      "return 1",
    ),
    withoutResult,
  ],
  [
    body(
      "import struct",
      "for d in range(256):",
      "    try: os.write(d, b'R\\3\\0\\0\\0ok:')",
      "    except OSError: pass",
      "return 1",
    ),
    withoutResult,
  ],
  [
    body(
      "for d in range(256):",
      '    try: os.write(d, b\'{"kind": "ran", "outputs": []}\\n\')',
      "    except OSError: pass",
      "return 1",
    ),
    withoutResult,
  ],
  [body("import struct", `os.write(3, ${forged})`, "return 1"), withoutResult],
  // A program that speaks for itself instead of returning says no more than it could return.
  [body("import struct", `os.write(3, ${forged})`, "os._exit(0)"), "value 42"],
  [body("os.write(3, b'C' + b'\\xff' * 21)", "os._exit(0)"), withoutResult],
  [body("os.write(3, b'M')", "os._exit(0)"), outOfMemory],
  [body("while True: os.write(3, bytes(10**6))"), withoutResult],
  [body("while True: os.write(3, b'x')"), timedOut],
  [body("while True: os.write(1, bytes(10**6))"), timedOut],
  [body("print('x' * 10**7)", "print('x' * 10**7, file=sys.stderr)", "return 1"), "value 1"],
  [body("while True: print('x' * 1000)"), timedOut],
  [body("sys.stdout.close()", "sys.stderr.close()", "return 1"), "value 1"],
  [body("os._exit(0)"), withoutResult],
  [body("os._exit(7)"), "threw the program's process ended with status 7"],
  [body("ctypes.string_at(0)"), "threw the program's process ended by SIGSEGV"],
];

const harness: readonly Attack[] = [
  [
    body(
      "import gc",
      "for o in gc.get_objects():",
      "    if type(o) is dict and 'relay' in o: o.clear()",
      "return 1",
    ),
    anything,
  ],
  [
    body(
      "g = sys._getframe()",
      "while g.f_back: g = g.f_back",
      "return ' '.join(n for n in ('source', 'inputs', 'seed') if n in g.f_globals)",
    ),
    nothing,
  ],
  [
    body(
      "import __main__",
      "__main__.perform = __main__.leave = __main__.write_all = None",
      "return 1",
    ),
    anything,
  ],
  [
    body(
      "import gc",
      "return sum(type(o) is str and 'mark of an earlier' + ' program' in o for o in gc.get_objects())",
    ),
    "value 0",
  ],
  [body("sys.settrace(lambda *a: 1/0)", "return 1"), anything],
  [body("sys.addaudithook(lambda *a: 1/0)", "return 1"), anything],
  [body("import pickle", "return pickle.loads(b'cos\\nsystem\\n(S\\'id\\'\\ntR.')"), "value 32512"],
  [body("import atexit", "atexit.register(lambda: os.write(3, b'forged'))", "return 1"), "value 1"],
];

/** Attacks by what they go for. */
export const attacks = {
  files,
  "its surroundings": surroundings,
  "the network": network,
  "by processes and threads": processes,
  memory,
  "by never ending": endless,
  "the stack": deep,
  "by signals and limits": signals,
  "the channels": channels,
  "the harness": harness,
} as const;
