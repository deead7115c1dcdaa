import { spawnSync } from "node:child_process";
import { once } from "node:events";
import type { RunStore } from "../../src/contract/index.ts";
import { BenchError } from "../../src/core/index.ts";
import { openRunFolder } from "../../src/store/index.ts";
import { numberedNote, numberedOutcome } from "./samples.ts";

// Waits for the first number on stdin, then appends numbered events and outcomes as fast as it can
// and prints what resolved, until it is killed or meets a fault. Arguments: folder, largest size of
// a file (optional).

const LANES = 6;
const LONG_TEXT = "é".repeat(60_000);

const [folder = "", limit] = process.argv.slice(2);
const [first]: unknown[] = await once(process.stdin, "data");
let next = Number(String(first));

async function appendForever(store: RunStore): Promise<void> {
  for (;;) {
    const number = next;
    next += 1;
    const event = numberedNote(number, number % 5 === 0 ? LONG_TEXT : "short");
    const appended = store.append([event]).then(() => process.stdout.write(`event ${number}\n`));
    const recorded = store.record(numberedOutcome(number));
    await Promise.all([appended, recorded.then(() => process.stdout.write(`outcome ${number}\n`))]);
  }
}

try {
  const { store } = await openRunFolder(folder, { forWriting: true });
  if (limit !== undefined)
    spawnSync("prlimit", ["--pid", String(process.pid), `--fsize=${limit}`], { stdio: "inherit" });
  process.stdout.write("ready\n");
  try {
    await Promise.all(Array.from({ length: LANES }, () => appendForever(store)));
  } finally {
    await store.close();
  }
} catch (error) {
  process.stdout.write(`fault ${error instanceof BenchError ? error.code : String(error)}\n`);
}
