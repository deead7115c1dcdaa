import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A process that appends to a run, and what it said so far. */
export interface NumberedChild {
  readonly process: ChildProcess;
  /** Tells it the first number; resolves once it is about to append. */
  begin(first: number): Promise<void>;
  /** Resolves once it has said of so many events that they resolved, or has ended. */
  appended(count: number): Promise<void>;
  /** Resolves with all that it printed when it has ended. */
  readonly ended: Promise<NumberedReport>;
}

/** What such a process printed. */
export interface NumberedReport {
  /** Highest number of an event that resolved. */
  readonly event: number;
  /** Highest number of an outcome that resolved. */
  readonly outcome: number;
  readonly faults: readonly string[];
}

/**
 * Starts `append-numbered.ts` on a run folder, which it opens when it is told to begin; the end of
 * the test is its end as well.
 */
export function startNumbered(folder: string, limit?: number): NumberedChild {
  const script = fileURLToPath(new URL("append-numbered.ts", import.meta.url));
  const rest = limit === undefined ? [] : [String(limit)];
  const child = spawn(process.execPath, ["--import", "tsx", script, folder, ...rest], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout });
  const said = { events: 0 };
  lines.on("line", (line) => (said.events += line.startsWith("event") ? 1 : 0));
  const ended = report(lines);
  return {
    process: child,
    ended,
    appended: async (count) => {
      const over = ended.then(() => (said.events = Infinity));
      while (said.events < count) await Promise.race([once(lines, "line"), over]);
    },
    begin: async (first) => {
      const ready = once(lines, "line");
      child.stdin.end(`${first}\n`);
      await ready;
    },
  };
}

async function report(lines: AsyncIterable<string>): Promise<NumberedReport> {
  const faults: string[] = [];
  let [event, outcome] = [0, 0];
  for await (const line of lines) {
    const [what, value = ""] = line.split(" ");
    if (what === "event") event = Math.max(event, Number(value));
    if (what === "outcome") outcome = Math.max(outcome, Number(value));
    if (what === "fault") faults.push(value);
  }
  return { event, outcome, faults };
}
