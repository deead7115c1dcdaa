#!/usr/bin/env node
import { isatty } from "node:tty";
import { BenchError } from "../core/index.ts";
import { guardProcess } from "./guard-process.ts";
import { runCommandLine } from "./run-command-line.ts";
import { terminal } from "./terminal.ts";

const INTERRUPTED = 130;

const interruption = new AbortController();

function interrupt(): void {
  // A second signal ends the process at once: the record on disk is whole either way.
  if (interruption.signal.aborted) process.exit(INTERRUPTED);
  interruption.abort(
    new BenchError(
      "interrupted",
      "Stopped on request; a run that was under way goes on with `findbench resume`",
    ),
  );
}

process.on("SIGINT", interrupt);
process.on("SIGTERM", interrupt);

const debug = (process.env["FINDBENCH_DEBUG"] ?? "") !== "";
guardProcess(process, debug);

let code = 0;
process.exitCode = await runCommandLine(process.argv.slice(2), {
  terminal: (quiet) => terminal(process, quiet),
  fault: (line) => process.stderr.write(`${line}\n`),
  clock: { now: () => Date.now() },
  environment: process.env,
  signal: interruption.signal,
  live: isatty(process.stderr.fd),
  debug,
  exitWith: (wanted) => {
    code = wanted;
  },
  exitCode: () => code,
});
