import type { Input, Output, RunOutcome } from "../contract/index.ts";
import { streamKey } from "../core/index.ts";
import type { StreamKey } from "../core/index.ts";
import { callKeys } from "./call-keys.ts";
import { OutOfWork } from "./engine.ts";
import { Guest } from "./guest.ts";
import type { Job } from "./job.ts";
import { MOST_BATCH_TEXT } from "./limits.ts";

/** The engine of this thread, while no program has broken it. */
let ready: Guest | undefined;

/**
 * Runs a job as in an engine of its own; the same job always has the same outcome. `advance` is
 * called before each part that the limits hold for anew.
 */
export async function execute(job: Job, advance: () => void): Promise<RunOutcome> {
  const guest = ready?.memory === job.memory ? ready : await Guest.start(job.memory);
  ready = undefined;
  try {
    guest.reset(job.work);
    const outcome = runProgram(guest, job, advance);
    ready = guest;
    return outcome;
  } catch (error) {
    // All that is left is the engine's memory or stack at its end, whatever it broke on.
    return { kind: error instanceof OutOfWork ? "timed-out" : "out-of-memory" };
  }
}

function runProgram(guest: Guest, job: Job, advance: () => void): RunOutcome {
  const { alone, entry, inputs, seed, source } = job;
  const thrown = guest.load(source, streamKey(`sandbox:${seed}`));
  if (thrown !== undefined) return notLoaded(withAdvice(thrown, source));
  const got = guest.bind(entry);
  if (got !== undefined) return notLoaded(missing(entry, got));
  const keys = callKeys(seed, inputs);
  const single = askedAlone(guest, job, keys, advance);
  const outputs = askedInTurn(guest, job, keys, single);
  return {
    kind: "ran",
    outputs,
    ...(alone.length === 0 ? {} : { alone: alone.map((index) => single.get(index) ?? LONG_TEXT) }),
    ...(guest.nearLimit ? { nearLimit: true as const } : {}),
  };
}

/** Asks some inputs each in the state after loading, which it leaves behind as well. */
function askedAlone(
  guest: Guest,
  { alone, inputs }: Job,
  keys: readonly StreamKey[],
  advance: () => void,
): Map<number, Output> {
  const outputs = new Map<number, Output>();
  if (alone.length === 0) return outputs;
  const loaded = guest.keep();
  for (const index of alone) {
    outputs.set(index, askAt(guest, inputs, keys, index));
    guest.rewind(loaded);
    advance();
  }
  return outputs;
}

/**
 * Asks all inputs one after the other. A text for which the batch has no room is left out, and with
 * it the same text in `single`, so that it makes no difference in what company an input was.
 */
function askedInTurn(
  guest: Guest,
  { inputs }: Job,
  keys: readonly StreamKey[],
  single: Map<number, Output>,
): Output[] {
  let room = MOST_BATCH_TEXT;
  return inputs.map((_, index) => {
    const output = askAt(guest, inputs, keys, index);
    if (output.kind !== "value" || typeof output.value !== "string") return output;
    room -= output.value.length;
    if (room >= 0) return output;
    const alone = single.get(index);
    if (alone?.kind === "value" && alone.value === output.value) single.set(index, LONG_TEXT);
    return LONG_TEXT;
  });
}

function askAt(
  guest: Guest,
  inputs: readonly Input[],
  keys: readonly StreamKey[],
  index: number,
): Output {
  const [input, key] = [inputs[index], keys[index]];
  if (input === undefined || key === undefined) throw new RangeError("no such input");
  return guest.ask(input, key);
}

const LONG_TEXT: Output = { kind: "invalid", got: "long text" };

function notLoaded(message: string): RunOutcome {
  return { kind: "not-loaded", message };
}

function missing(entry: string, got: string): string {
  return `Expected a function \`${entry}\` at the top level; got ${got}; define it there`;
}

function withAdvice(message: string, source: string): string {
  const module = message.startsWith("SyntaxError") && /^\s*(?:export|import)\b/m.test(source);
  return module
    ? `Expected a plain script; got module syntax (${message}); leave out export and import`
    : message;
}
