import { afterAll, describe, expect, it } from "vitest";
import { pythonSandbox } from "../../../src/sandbox/index.ts";
import { ran } from "../support.ts";
import { summary } from "./attack-programs.ts";
import { here, outputsOf, runPython, needed } from "./support.ts";

const sandbox = pythonSandbox();
afterAll(() => sandbox.close());

/** System calls that lead out, by their numbers on x64 and on arm64; -1 where there is none. */
const CALLS: readonly (readonly [name: string, x64: number, arm64: number])[] = [
  ["fork", 57, -1],
  ["vfork", 58, -1],
  ["clone", 56, 220],
  ["clone3", 435, 435],
  ["execve", 59, 221],
  ["execveat", 322, 281],
  ["socket", 41, 198],
  ["socketpair", 53, 199],
  ["connect", 42, 203],
  ["bind", 49, 200],
  ["sendmsg", 46, 211],
  ["ptrace", 101, 117],
  ["process_vm_readv", 310, 270],
  ["process_vm_writev", 311, 271],
  ["pidfd_open", 434, 434],
  ["pidfd_getfd", 438, 438],
  ["pidfd_send_signal", 424, 424],
  ["kill", 62, 129],
  ["tkill", 200, 130],
  ["tgkill", 234, 131],
  ["rt_sigqueueinfo", 129, 138],
  ["rt_sigaction", 13, 134],
  ["rt_sigprocmask", 14, 135],
  ["setitimer", 38, 103],
  ["timer_create", 222, 107],
  ["mount", 165, 40],
  ["umount2", 166, 39],
  ["pivot_root", 155, 41],
  ["chroot", 161, 51],
  ["open_tree", 428, 428],
  ["move_mount", 429, 429],
  ["fsopen", 430, 430],
  ["setns", 308, 268],
  ["unshare", 272, 97],
  ["add_key", 248, 217],
  ["request_key", 249, 218],
  ["keyctl", 250, 219],
  ["io_uring_setup", 425, 425],
  ["io_setup", 206, 0],
  ["bpf", 321, 280],
  ["perf_event_open", 298, 241],
  ["userfaultfd", 323, 282],
  ["seccomp", 317, 277],
  ["prctl", 157, 167],
  ["personality", 135, 92],
  ["memfd_create", 319, 279],
  ["memfd_secret", 447, 447],
  ["name_to_handle_at", 303, 264],
  ["open_by_handle_at", 304, 265],
  ["shmget", 29, 194],
  ["msgget", 68, 186],
  ["semget", 64, 190],
  ["mq_open", 240, 180],
  ["inotify_init1", 294, 26],
  ["fanotify_init", 300, 262],
  ["splice", 275, 76],
  ["vmsplice", 278, 75],
  ["kexec_load", 246, 104],
  ["init_module", 175, 105],
  ["finit_module", 313, 273],
  ["reboot", 169, 142],
  ["swapon", 167, 224],
  ["setrlimit", 160, 164],
  ["prlimit64", 302, 261],
  ["setpriority", 141, 140],
  ["sched_setaffinity", 203, 122],
  ["clock_settime", 227, 112],
  ["sethostname", 170, 161],
  ["setuid", 105, 146],
  ["setgroups", 116, 159],
  ["capset", 126, 91],
  ["mknodat", 259, 33],
  ["mkdirat", 258, 34],
  ["unlinkat", 263, 35],
  ["linkat", 265, 37],
  ["fchmodat", 268, 53],
  ["truncate", 76, 45],
  ["fallocate", 285, 47],
  ["setxattr", 188, 5],
  ["quotactl", 179, 60],
  ["acct", 163, 89],
  ["syslog", 103, 116],
];

const numbers = CALLS.map(([, x64, arm64]) => (process.arch === "x64" ? x64 : arm64));
const CALLER = [
  "import ctypes",
  "libc = ctypes.CDLL(None, use_errno=True)",
  "def f(number):",
  "    return ctypes.get_errno() if libc.syscall(int(number), 0, 0, 0, 0, 0, 0) < 0 else 'done'",
].join("\n");

/** x64 machine code for getpid through the door for 32-bit programs: mov eax, 20; int 0x80; ret. */
const FOREIGN_DOOR = [
  "import ctypes, mmap",
  "def f(x):",
  "    page = mmap.mmap(-1, 4096, prot=7)",
  "    page.write(bytes.fromhex('b814000000cd80c3'))",
  "    at = ctypes.addressof(ctypes.c_char.from_buffer(page))",
  "    return ctypes.CFUNCTYPE(ctypes.c_int)(at)()",
].join("\n");

describe.runIf(here.holds)(`native code in the sandbox for Python${needed}`, () => {
  it("is told of each call that leads out that there is no such call", async () => {
    const outputs = await outputsOf(sandbox, CALLER, { inputs: numbers });
    const errors = CALLS.map(([name], index) => [name, outputs[index]]);
    expect(errors).toEqual(CALLS.map(([name]) => [name, { kind: "value", value: 38 }]));
  });

  it.runIf(process.arch === "x64")("has no way in by the numbers of x32", async () => {
    const inputs = numbers.filter((number) => number >= 0).map((number) => number + 0x40000000);
    const outputs = await outputsOf(sandbox, CALLER, { inputs });
    expect(outputs).toEqual(inputs.map(() => ({ kind: "value", value: 38 })));
  });

  it.runIf(process.arch === "x64")("is ended when it calls as a 32-bit program", async () => {
    const got = summary(await runPython(sandbox, FOREIGN_DOOR));
    expect(got).toMatch(/^threw the program's process ended by SIG(?:SYS|SEGV)$/);
    expect(await runPython(sandbox, "def f(x): return x")).toEqual(ran(1));
  });
});
