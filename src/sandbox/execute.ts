import type { QuickJSHandle } from "quickjs-emscripten-core";
import type { Input, Output, RunOutcome } from "../contract/index.ts";
import { freshContext, OutOfWork } from "./engine.ts";
import type { Guest } from "./guest.ts";
import { guestIn } from "./guest.ts";
import type { Job } from "./job.ts";
import { MOST_BATCH_TEXT, MOST_TEXT } from "./limits.ts";

/** Runs a job in an engine of its own; the same job always has the same outcome. */
export async function execute(job: Job): Promise<RunOutcome> {
  const context = await freshContext(job.memory, job.work);
  try {
    return runProgram(guestIn(context, job.key), job);
  } catch (error) {
    // All that is left is the engine's memory or stack at its end, whatever it broke on.
    return { kind: error instanceof OutOfWork ? "timed-out" : "out-of-memory" };
  }
}

function runProgram(guest: Guest, job: Job): RunOutcome {
  const loaded = guest.evaluate(job.source);
  if (loaded.kind === "threw") return notLoaded(withAdvice(loaded.message, job.source));
  loaded.value.dispose();
  // As an expression the name reaches `const` and `let` too, which are no properties of anything.
  const entry = guest.evaluate(job.entry);
  if (entry.kind === "threw") return notLoaded(missing(job.entry, entry.message));
  const type = guest.context.typeof(entry.value);
  if (type !== "function") return notLoaded(missing(job.entry, type));
  let room = MOST_BATCH_TEXT;
  const outputs = job.inputs.map((input): Output => {
    const output = outputFor(guest, entry.value, input);
    if (output.kind !== "value" || typeof output.value !== "string") return output;
    room -= output.value.length;
    return room < 0 ? { kind: "invalid", got: "long text" } : output;
  });
  return { kind: "ran", outputs };
}

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

function outputFor(guest: Guest, entry: QuickJSHandle, input: Input): Output {
  if (typeof input === "string" && input.length > MOST_TEXT)
    return { kind: "threw", message: `RangeError: an input of over ${MOST_TEXT} characters` };
  const parameters = parametersFor(guest, input);
  const called = guest.call(entry, parameters);
  for (const parameter of parameters) parameter.dispose();
  if (called.kind === "threw") return called;
  const output = outputOf(guest, called.value);
  called.value.dispose();
  return output;
}

/** One parameter, or one per entry of a list. */
function parametersFor({ context, evaluate }: Guest, input: Input): QuickJSHandle[] {
  const parts = typeof input === "object" ? input : [input];
  return parts.flatMap((part): QuickJSHandle[] => {
    if (typeof part === "number") return [context.newNumber(part)];
    // Texts cross over as zero-terminated UTF-8, which holds neither zeros nor lone surrogates.
    if (!/\0|\p{Surrogate}/u.test(part)) return [context.newString(part)];
    const literal = evaluate(JSON.stringify(part));
    return literal.kind === "done" ? [literal.value] : [];
  });
}

function outputOf(guest: Guest, result: QuickJSHandle): Output {
  if (guest.context.typeof(result) === "number")
    return numberOutput(guest.context.getNumber(result));
  const explained = guest.explain(result);
  if (explained.kind === "threw") return explained;
  const colon = explained.value.indexOf(":");
  const rest = explained.value.slice(colon + 1);
  switch (explained.value.slice(0, Math.max(colon, 0))) {
    case "text":
      return { kind: "value", value: String(JSON.parse(rest)) };
    case "complex":
      return complexOutput(rest);
    case "invalid":
      return { kind: "invalid", got: rest };
  }
  return { kind: "undefined" };
}

function numberOutput(value: number): Output {
  return Number.isFinite(value) ? { kind: "value", value } : { kind: "undefined" };
}

function complexOutput(parts: string): Output {
  const [re = NaN, im = NaN] = parts.split(",").map(Number);
  if (im === 0) return numberOutput(re);
  return Number.isFinite(re) && Number.isFinite(im)
    ? { kind: "value", value: { re, im } }
    : { kind: "undefined" };
}
