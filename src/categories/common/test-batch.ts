import type { Input, Output, RunOutcome, TestBatch } from "../../contract/index.ts";
import type { Chance } from "../../core/index.ts";

/** Inputs of each sealed kind, and others, that are also asked alone. */
const ALONE_OF_KIND = 16;
const ALONE_OF_REST = 8;
/** Inputs that are also asked again in another order. */
const AGAIN = 500;

/** What a test batch is made of, by places in the test. */
export interface TestBatchParts {
  readonly inputs: readonly Input[];
  /**
   * Places whose kind a program must not know, such as those inside of a region; a place may be of
   * several kinds. `ALONE_OF_KIND` of each are asked alone.
   */
  readonly kinds: readonly (readonly number[])[];
  /** The problem's own chance. */
  readonly chance: Chance;
}

/** Puts a test in order; the same parts give the same batch. */
export function testBatch({ inputs, kinds, chance }: TestBatchParts): TestBatch {
  const order = chance.fork("order").shuffled([...inputs.keys()]);
  const sealed = new Set(kinds.flat());
  const rest = [...inputs.keys()].filter((place) => !sealed.has(place));
  const picked = [
    ...kinds.flatMap((kind, i) => some(kind, ALONE_OF_KIND, chance.fork("alone", i))),
    ...some(rest, ALONE_OF_REST, chance.fork("alone", "rest")),
  ];
  const wanted = new Set(picked);
  return {
    inputs: order.map((place) => inputs[place] ?? 0),
    order,
    alone: [...order.keys()].filter((i) => wanted.has(order[i] ?? -1)),
    again: some([...order.keys()], AGAIN, chance.fork("again")),
  };
}

function some(places: readonly number[], count: number, chance: Chance): readonly number[] {
  return chance.shuffled(places).slice(0, count);
}

/** Outputs in the order of the batch, put back in the order of the test. */
export function inTestOrder(
  { order }: Pick<TestBatch, "order">,
  outputs: readonly Output[],
): Output[] {
  const ordered = Array.from(outputs);
  order.forEach((place, i) => {
    const output = outputs[i];
    if (output !== undefined) ordered[place] = output;
  });
  return ordered;
}

/** An input that gave one output in the batch and another apart from it. */
export interface Disagreement {
  /** Its place in the test. */
  readonly place: number;
  readonly input: Input;
  readonly inBatch: Output;
  readonly apart: Output;
  readonly how: "alone" | "in another order";
}

/**
 * The first input whose output apart, alone or in another order, is not the one in the batch, by a
 * rule of the test's own; `null` where all agree. A call that was ended since it took too long says
 * nothing, nor does text of an other order for which a batch has no room.
 */
export function disagreementIn(
  { inputs, order, alone, again }: TestBatch,
  ran: Extract<RunOutcome, { readonly kind: "ran" }>,
  isSame: (inBatch: Output, apart: Output, place: number) => boolean,
): Disagreement | null {
  const pairs = [
    ...alone.map((index, nth) => ({ index, apart: ran.alone?.[nth], how: "alone" as const })),
    ...again.map((index, nth) => ({
      index,
      apart: ran.again?.[nth],
      how: "in another order" as const,
    })),
  ];
  for (const { index, apart, how } of pairs) {
    const inBatch = ran.outputs[index];
    const place = order[index];
    const input = inputs[index];
    if (inBatch === undefined || apart === undefined || place === undefined || input === undefined)
      continue;
    if (isLate(inBatch) || isLate(apart)) continue;
    if (how !== "alone" && (isLongText(inBatch) || isLongText(apart))) continue;
    if (!isSame(inBatch, apart, place)) return { place, input, inBatch, apart, how };
  }
  return null;
}

function isLate(output: Output): boolean {
  return output.kind === "threw" && output.late === true;
}

function isLongText(output: Output): boolean {
  return output.kind === "invalid" && output.got === "long text";
}
