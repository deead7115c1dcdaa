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
  const { alone, again, entry, inputs, seed, source } = job;
  const thrown = guest.load(source, streamKey(`sandbox:${seed}`));
  if (thrown !== undefined) return notLoaded(withAdvice(thrown, source));
  const got = guest.bind(entry);
  if (got !== undefined) return notLoaded(missing(entry, got));
  const keys = callKeys(seed, inputs);
  const { single, repeated } = askedApart(guest, job, keys, advance);
  const all = inputs.map((_, index) => index);
  const outputs = askedInTurn(guest, job, keys, all, single);
  return {
    kind: "ran",
    outputs,
    ...(alone.length === 0 ? {} : { alone: alone.map((index) => single.get(index) ?? LONG_TEXT) }),
    ...(again.length === 0 ? {} : { again: repeated }),
    ...(guest.nearLimit ? { nearLimit: true as const } : {}),
  };
}

/** What inputs gave that were asked apart from the batch. */
interface Apart {
  /** Of inputs that were asked alone, by their index. */
  readonly single: Map<number, Output>;
  /** Of inputs that were asked again, in their order. */
  readonly repeated: readonly Output[];
}

/**
 * Asks some inputs alone and some again, each time from the state after loading, which it leaves
 * behind as well.
 */
function askedApart(
  guest: Guest,
  job: Job,
  keys: readonly StreamKey[],
  advance: () => void,
): Apart {
  const { alone, again, inputs } = job;
  const single = new Map<number, Output>();
  if (alone.length === 0 && again.length === 0) return { single, repeated: [] };
  const loaded = guest.keep();
  for (const index of alone) {
    single.set(index, askAt(guest, inputs, keys, index));
    guest.rewind(loaded);
    advance();
  }
  const repeated = askedInTurn(guest, job, keys, again, new Map());
  if (again.length > 0) {
    guest.rewind(loaded);
    advance();
  }
  return { single, repeated };
}

/**
 * Asks inputs one after the other. A text for which the batch has no room is left out, and with
 * it the same text in `single`, so that it makes no difference in what company an input was.
 */
function askedInTurn(
  guest: Guest,
  { inputs }: Job,
  keys: readonly StreamKey[],
  indices: readonly number[],
  single: Map<number, Output>,
): Output[] {
  let room = MOST_BATCH_TEXT;
  return indices.map((index) => {
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
