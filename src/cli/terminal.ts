import { isatty } from "node:tty";

/** Where text goes, and what the reader's terminal can show. */
export interface Terminal {
  /** Results: the only thing that a program reads. */
  out(text: string): void;
  /** Remarks, warnings and progress for a person. */
  note(text: string): void;
  /** Replaces the progress line; the empty text takes it away. */
  progress(text: string): void;
  readonly width: number;
  readonly colour: boolean;
}

interface Streams {
  readonly stdout: NodeJS.WriteStream & { readonly fd: number };
  readonly stderr: NodeJS.WriteStream & { readonly fd: number };
  readonly env: NodeJS.ProcessEnv;
}

const DEFAULT_WIDTH = 100;
const CLEAR_LINE = "\r\u001b[2K";

/** Errors' streams on which a progress line stands at the moment. */
const showing = new WeakSet<object>();

/** Takes a progress line away, whoever put it there: what is written next begins on a line of its own. */
export function clearProgress(stderr: Pick<NodeJS.WriteStream, "write">): void {
  if (showing.delete(stderr)) stderr.write(CLEAR_LINE);
}

/** The terminal of this process; respects NO_COLOR and outputs that are no terminal. */
export function terminal({ stdout, stderr, env }: Streams, quiet: boolean): Terminal {
  const clear = (): void => clearProgress(stderr);
  const live = isatty(stderr.fd) && !quiet;
  return {
    width: stdout.columns ?? DEFAULT_WIDTH,
    colour: isatty(stdout.fd) && (env["NO_COLOR"] ?? "") === "",
    out: (text) => {
      clear();
      stdout.write(text.endsWith("\n") ? text : `${text}\n`);
    },
    note: (text) => {
      clear();
      if (!quiet) stderr.write(`${text}\n`);
    },
    progress: (text) => {
      clear();
      if (!live || text === "") return;
      // What is wider than the terminal could not be taken away again.
      stderr.write(text.slice(0, Math.max(0, (stderr.columns ?? DEFAULT_WIDTH) - 1)));
      showing.add(stderr);
    },
  };
}
