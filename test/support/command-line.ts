import { runCommandLine } from "../../src/cli/run-command-line.ts";

/** What one command printed and how it ended. */
export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, on a terminal that keeps what is printed. */
export async function findbench(...args: readonly string[]): Promise<Printed> {
  return findbenchIn({}, ...args);
}

/** The same with variables of the environment that name language models. */
export async function findbenchIn(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Printed> {
  let stdout = "";
  let stderr = "";
  let wanted = 0;
  const code = await runCommandLine(args, {
    terminal: (quiet) => ({
      out: (text) => (stdout += text.endsWith("\n") ? text : `${text}\n`),
      note: (text) => {
        if (!quiet) stderr += `${text}\n`;
      },
      progress: () => undefined,
      width: 100,
      colour: false,
    }),
    fault: (line) => (stderr += `${line}\n`),
    clock: { now: () => 0 },
    environment,
    signal: new AbortController().signal,
    live: false,
    debug: false,
    exitWith: (exit) => (wanted = exit),
    exitCode: () => wanted,
  });
  return { code, stdout, stderr };
}
