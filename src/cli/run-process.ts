import { isatty } from "node:tty";
import { BenchError } from "../core/index.ts";
import { faultLines } from "./faults.ts";
import { guardProcess } from "./guard-process.ts";
import { runCommandLine } from "./run-command-line.ts";
import { INTERRUPTED } from "./stop-requests.ts";
import type { StopRequest, StopRequests } from "./stop-requests.ts";
import { clearProgress, terminal } from "./terminal.ts";

/** How often a timer goes off that only keeps the process alive. */
const AWAKE_MILLISECONDS = 60_000;

/** How long a command may take to stop before it is left behind; its record is whole at any moment. */
const GRACE_MILLISECONDS = 30_000;

/**
 * Runs the command that a process was started for, and sets its exit code. Whatever the command waits
 * for, the process lives until it has settled. A request to stop ends it with 130 and one line: when
 * the command has let go of all it held, or at once at a second request, or when that takes too long.
 */
export async function runProcess(own: NodeJS.Process, requests: StopRequests): Promise<void> {
  const debug = (own.env["FINDBENCH_DEBUG"] ?? "") !== "";
  const interruption = new AbortController();
  const { signal } = interruption;
  guardProcess(own, debug, signal);
  let told = false;
  const fault = (line: string): void => {
    told = true;
    clearProgress(own.stderr);
    own.stderr.write(`${line}\n`);
  };
  const endNow = (): void => {
    if (!told) fault(faultLines(signal.reason, debug));
    own.exit(INTERRUPTED);
  };
  requests.listen((request) => {
    if (signal.aborted) return endNow();
    interruption.abort(interrupted(request));
    setTimeout(endNow, GRACE_MILLISECONDS).unref();
  });
  // What is waited for may keep no process alive: a thread that is ending, a promise of nobody's.
  const awake = setInterval(() => undefined, AWAKE_MILLISECONDS);
  let code = 0;
  const ended = await runCommandLine(own.argv.slice(2), {
    terminal: (quiet) => terminal(own, quiet),
    fault,
    clock: { now: () => Date.now() },
    environment: own.env,
    signal,
    live: isatty(own.stderr.fd),
    debug,
    exitWith: (wanted) => {
      code = wanted;
    },
    exitCode: () => code,
  });
  clearInterval(awake);
  own.exitCode = ended;
  // Work that was left behind when the user interrupted is not waited for.
  if (signal.aborted) own.stderr.write("", () => own.exit(ended));
}

function interrupted(request: StopRequest): BenchError {
  return new BenchError(
    "interrupted",
    `Expected to be let work to the end; got ${request}; go on with a run by \`findbench resume\`, and start anything else again`,
    { data: { request } },
  );
}
