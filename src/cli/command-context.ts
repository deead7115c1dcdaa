import type { Clock } from "../contract/index.ts";
import type { Terminal } from "./terminal.ts";

/** What a command is given beside its arguments. */
export interface CommandContext {
  /** The terminal for a command with or without `--quiet`. */
  terminal(quiet: boolean): Terminal;
  readonly clock: Clock;
  /** Variables of the environment, for the keys and addresses of language models. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  /** Whether stderr is a terminal that progress can be redrawn on. */
  readonly live: boolean;
  /** Whether a fault is told with where it happened. */
  readonly debug: boolean;
  /** Tells why the command ended with an error. */
  fault(line: string): void;
  /** Sets the exit code of a command that ended without an error. */
  exitWith(code: number): void;
  /** The exit code of a command that ended without an error; 0 unless one was set. */
  exitCode(): number;
}

/** Options that every command has. */
export interface CommonOptions {
  readonly json?: true;
  readonly quiet?: true;
}

/** Prints a command's result: the data as one JSON document, or the text for a person. */
export function printResult(
  terminal: Terminal,
  { json }: CommonOptions,
  data: unknown,
  text: () => string,
): void {
  terminal.out(json === true ? JSON.stringify(data, null, 2) : text());
}
