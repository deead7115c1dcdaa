import type { QuickJSHandle, VmCallResult } from "quickjs-emscripten-core";
import type { Input, Output } from "../contract/index.ts";
import type { StreamKey } from "../core/index.ts";
import type { Engine, RawFunctions } from "./engine.ts";
import { OutOfMemory, startEngine } from "./engine.ts";
import { MOST_TEXT } from "./limits.ts";
import type { MemoryImage } from "./memory-image.ts";
import { restoreImage, takeImage, usedBytes } from "./memory-image.ts";
import { numberOutput, otherOutput } from "./told-output.ts";
import { PRELUDE } from "./prelude.ts";
import { CALL_KINDS, MOST_SLOT_NUMBERS, SLOT_PATTERN, SLOTS } from "./slots.ts";

/** What evaluating gave: a value, or the exception's message on one line. */
type Attempt =
  | { readonly kind: "done"; readonly value: QuickJSHandle }
  | { readonly kind: "threw"; readonly message: string };

/** What a program had brought about when it was kept. */
export interface Kept {
  readonly image: MemoryImage;
  /** The work that it had done by then. */
  readonly mark: number;
}

/** Bytes for the state of a usual program, which are not given back; it is a few hundred thousand. */
const MOST_ROOM = 4 * 1_048_576;

const LINE_BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const decoder = new TextDecoder();
const NO_PARAMETERS = 0 as Parameters<RawFunctions["QTS_Call"]>[4];
const SCRIPT = { type: "global" } as const;

/** What the prelude gives, in its order. */
interface Prelude {
  readonly bind: QuickJSHandle;
  readonly ask: QuickJSHandle;
  readonly askNumbers: QuickJSHandle;
  readonly describe: QuickJSHandle;
  /** Address of the slots. */
  readonly slots: number;
}

/**
 * An engine in which untrusted code runs, one program after the other; what goes beyond the limits
 * is thrown out of it, after which it is of no more use.
 */
export class Guest {
  readonly memory: number;
  readonly #engine: Engine;
  readonly #prelude: Prelude;
  readonly #pristine: MemoryImage;
  /** Where a program's state is kept, from one program to the next. */
  #room: Uint8Array = new Uint8Array();
  /** The slots as 64-bit and as 32-bit numbers. */
  readonly #numbers: Float64Array;
  readonly #words: Int32Array;

  private constructor(memory: number, engine: Engine) {
    this.memory = memory;
    this.#engine = engine;
    this.#prelude = runPrelude(engine);
    const { buffer } = engine.bytes;
    this.#numbers = new Float64Array(buffer, this.#prelude.slots, SLOTS.length);
    this.#words = new Int32Array(buffer, this.#prelude.slots, 2 * SLOTS.length);
    this.#pristine = takeImage(engine.bytes, engine.layout);
  }

  /** Starts an engine for programs with so many bytes of memory. */
  static async start(memory: number): Promise<Guest> {
    return new Guest(memory, await startEngine(memory));
  }

  /** Makes the engine what it was when it was started, for a program with so many million steps. */
  reset(work: number): void {
    const { bytes, layout, meter } = this.#engine;
    restoreImage(bytes, layout, this.#pristine);
    bytes.fill(0, layout.unreached.from, layout.unreached.to);
    meter.start(work);
  }

  /** Keeps the state in which the program is, in place of one that was kept before. */
  keep(): Kept {
    const { bytes, layout, meter } = this.#engine;
    const image = takeImage(bytes, layout, this.#room);
    const { buffer } = image.below;
    if (buffer.byteLength <= MOST_ROOM) this.#room = new Uint8Array(buffer);
    return { image, mark: meter.mark };
  }

  /** Puts the program back into a state, so that nothing tells it of what came since. */
  rewind({ image, mark }: Kept): void {
    const { bytes, layout, meter } = this.#engine;
    restoreImage(bytes, layout, image);
    meter.rewind(mark);
  }

  /** Whether more than half of the work was done, in what was rewound as well. */
  get nearLimit(): boolean {
    return this.#engine.meter.pastHalf;
  }

  /** Runs a script, with the chance that the key decides; why it threw, if it did. */
  load(source: string, key: StreamKey): string | undefined {
    this.#chance(key);
    const loaded = this.#evaluate(source);
    if (loaded.kind === "threw") return loaded.message;
    loaded.value.dispose();
    return undefined;
  }

  /** Finds the function that is asked from now on; what was found instead, if it was not. */
  bind(entry: string): string | undefined {
    const { context } = this.#engine;
    // As an expression the name reaches `const` and `let` too, which are no properties of anything.
    const found = this.#evaluate(entry);
    if (found.kind === "threw") return found.message;
    const type = context.typeof(found.value);
    if (type !== "function") return type;
    const bound = context.callFunction(this.#prelude.bind, context.undefined, found.value);
    context.unwrapResult(bound).dispose();
    found.value.dispose();
    return undefined;
  }

  /** Calls the function on an input, with the chance that the key decides. */
  ask(input: Input, key: StreamKey): Output {
    if (typeof input === "string" && input.length > MOST_TEXT)
      return { kind: "threw", message: `RangeError: an input of over ${MOST_TEXT} characters` };
    this.#chance(key);
    this.#numbers[SLOTS.kind] = CALL_KINDS.none;
    return this.#place(input) ? this.#askNumbers() : this.#askHandles(input);
  }

  #chance(key: StreamKey): void {
    const words = this.#words;
    for (let at = 0; at < key.length; at += 1) words[2 * SLOTS.key + at] = key[at] ?? 0;
    words[2 * SLOTS.fresh] = 1;
  }

  /** Puts an input into the slots, where it fits. */
  #place(input: Input): boolean {
    const numbers = this.#numbers;
    if (typeof input === "number") {
      numbers[SLOTS.numbers] = input;
      numbers[SLOTS.count] = 1;
      return true;
    }
    if (typeof input === "string" || input.length === 0 || input.length > MOST_SLOT_NUMBERS)
      return false;
    for (const [at, part] of input.entries()) {
      if (typeof part !== "number") return false;
      numbers[SLOTS.numbers + at] = part;
    }
    numbers[SLOTS.count] = input.length;
    return true;
  }

  #askNumbers(): Output {
    const { address, context, raw } = this.#engine;
    const { askNumbers } = this.#prelude;
    const told = raw.QTS_Call(address, askNumbers.value, context.undefined.value, 0, NO_PARAMETERS);
    const output = this.#output(() => this.#textAt(raw.QTS_GetString(address, told)));
    raw.QTS_FreeValuePointer(address, told);
    return output;
  }

  #askHandles(input: Input): Output {
    const { context } = this.#engine;
    const parameters = this.#parametersFor(input);
    const told = context.callFunction(this.#prelude.ask, context.undefined, parameters);
    for (const parameter of parameters) parameter.dispose();
    if (told.error !== undefined) throw new OutOfMemory();
    const output = this.#output(() => context.getString(told.value));
    told.value.dispose();
    return output;
  }

  /** One parameter, or one per entry of a list. */
  #parametersFor(input: Input): QuickJSHandle[] {
    const { context } = this.#engine;
    const parts = typeof input === "object" ? input : [input];
    return parts.flatMap((part): QuickJSHandle[] => {
      if (typeof part === "number") return [context.newNumber(part)];
      // Texts cross over as zero-terminated UTF-8, which holds neither zeros nor lone surrogates.
      if (!/\0|\p{Surrogate}/u.test(part)) return [context.newString(part)];
      const literal = this.#evaluate(JSON.stringify(part));
      return literal.kind === "done" ? [literal.value] : [];
    });
  }

  /** What the last call came to, by its slots and what it told. */
  #output(told: () => string): Output {
    const kind = this.#numbers[SLOTS.kind];
    if (kind === CALL_KINDS.number) return numberOutput(this.#numbers[SLOTS.numbers] ?? NaN);
    if (kind === CALL_KINDS.other) return otherOutput(told());
    if (kind === CALL_KINDS.threw) return { kind: "threw", message: messageFrom(told()) };
    // What escapes the prelude is an end of memory or stack, whatever it broke on.
    throw new OutOfMemory();
  }

  /** Reads the engine's text at an address, and gives it up. */
  #textAt(address: ReturnType<RawFunctions["QTS_GetString"]>): string {
    const { bytes, raw } = this.#engine;
    const text = decoder.decode(bytes.subarray(address, bytes.indexOf(0, address)));
    raw.QTS_FreeCString(this.#engine.address, address);
    return text;
  }

  #evaluate(source: string): Attempt {
    const { context } = this.#engine;
    const result: VmCallResult<QuickJSHandle> = context.evalCode(source, "program.js", SCRIPT);
    if (result.error === undefined) return { kind: "done", value: result.value };
    const { describe } = this.#prelude;
    const described = context.callFunction(describe, context.undefined, result.error);
    result.error.dispose();
    const text = context.unwrapResult(described);
    const message = messageFrom(context.getString(text));
    text.dispose();
    return { kind: "threw", message };
  }
}

function runPrelude({ bytes, context, layout }: Engine): Prelude {
  const parts = context.unwrapResult(context.evalCode(PRELUDE, "prelude.js", SCRIPT));
  const part = (index: number): QuickJSHandle => context.getProp(parts, index);
  const slots = addressOf(SLOT_PATTERN, usedBytes(bytes, layout));
  return { slots, bind: part(0), ask: part(1), askNumbers: part(2), describe: part(3) };
}

/** Where some numbers stand in a memory, one after the other and nowhere else. */
function addressOf(numbers: readonly number[], bytes: Uint8Array): number {
  const wanted = Buffer.from(Float64Array.from(numbers).buffer);
  const memory = Buffer.from(bytes.buffer, 0, bytes.length);
  const address = memory.indexOf(wanted);
  if (address >= 0 && address % 8 === 0 && memory.indexOf(wanted, address + 1) < 0) return address;
  throw new Error("Expected the shared numbers at one place in the engine's memory");
}

/** The message that the prelude gave as JSON, on one line. */
function messageFrom(told: string): string {
  const message = String(JSON.parse(told)).replace(LINE_BREAKS, " ");
  // One request beyond what the engine can address is refused without asking for memory.
  if (message === "InternalError: out of memory") throw new OutOfMemory();
  return message;
}
