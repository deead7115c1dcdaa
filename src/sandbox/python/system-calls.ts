/** Processors for which the numbers of the system calls are known here, as Node names them. */
export type Architecture = "x64" | "arm64";

/** A system call's number on each processor; `null` where the processor has no such call. */
export interface SystemCall {
  readonly name: string;
  readonly x64: number | null;
  readonly arm64: number | null;
  /** Values of the second argument that are allowed; any where none are listed. */
  readonly commands?: readonly number[];
}

function calls(table: string): readonly SystemCall[] {
  return table
    .trim()
    .split(/\s*\n\s*/)
    .map((row) => {
      const [name = "", x64 = "", arm64 = ""] = row.split(/\s+/);
      return { name, x64: numberOf(x64), arm64: numberOf(arm64) };
    });
}

function numberOf(text: string): number | null {
  return text === "-" ? null : Number(text);
}

/**
 * What a program may call: memory of its own, files that are already there, descriptors that it
 * holds, the time. Not among them: starting or signalling a process or thread, running a file,
 * any socket, tracing, mounting, keys, namespaces, io_uring, memory files, message queues, timers,
 * handlers of signals, and limits. Numbers from Linux 6.1, `asm/unistd_64.h` and
 * `asm-generic/unistd.h`.
 */
export const PROGRAM_CALLS: readonly SystemCall[] = [
  ...calls(`
    read              0    63
    write             1    64
    readv             19   65
    writev            20   66
    pread64           17   67
    lseek             8    62
    close             3    57
    open              2    -
    openat            257  56
    stat              4    -
    lstat             6    -
    fstat             5    80
    newfstatat        262  79
    statx             332  291
    access            21   -
    faccessat         269  48
    faccessat2        439  439
    readlink          89   -
    readlinkat        267  78
    getdents64        217  61
    getcwd            79   17
    dup               32   23
    dup2              33   -
    dup3              292  24
    pipe              22   -
    pipe2             293  59
    poll              7    -
    ppoll             271  73
    select            23   -
    pselect6          270  72
    mmap              9    222
    munmap            11   215
    mremap            25   216
    mprotect          10   226
    madvise           28   233
    brk               12   214
    futex             202  98
    clock_gettime     228  113
    clock_getres      229  114
    gettimeofday      96   169
    time              201  -
    nanosleep         35   101
    clock_nanosleep   230  115
    getpid            39   172
    getppid           110  173
    gettid            186  178
    getuid            102  174
    geteuid           107  175
    getgid            104  176
    getegid           108  177
    uname             63   160
    sysinfo           99   179
    sched_yield       24   124
    sched_getaffinity 204  123
    getrusage         98   165
    times             100  153
    getrandom         318  278
    rt_sigreturn      15   139
    restart_syscall   219  128
    exit              60   93
    exit_group        231  94
  `),
  // Only copies and flags of descriptors: F_SETOWN and its kin let the kernel send signals.
  { name: "fcntl", x64: 72, arm64: 25, commands: [0, 1, 2, 3, 1030] },
  // TCGETS, TIOCGWINSZ, FIONREAD, FIONCLEX, FIOCLEX: what opening a file in Python asks.
  { name: "ioctl", x64: 16, arm64: 29, commands: [0x5401, 0x5413, 0x541b, 0x5450, 0x5451] },
];

/** What a reader of programs may call beside that: to fork, bound and end programs. */
export const READER_CALLS: readonly SystemCall[] = calls(`
    clone             56   220
    wait4             61   260
    kill              62   129
    close_range       436  436
    prctl             157  167
    arch_prctl        158  -
    getrlimit         97   163
    setrlimit         160  164
    prlimit64         302  261
    setitimer         38   103
    rt_sigprocmask    14   135
    set_robust_list   273  99
`);

/** What the trusted process may call beside both: to start Python. */
export const ZYGOTE_CALLS: readonly SystemCall[] = calls(`
    execve            59   221
    rt_sigaction      13   134
    sigaltstack       131  132
    set_tid_address   218  96
    rseq              334  293
`);
