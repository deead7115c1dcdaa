import type { Input, Output } from "../contract/index.ts";
import type { Chance } from "../core/index.ts";

/** Inputs of each sealed kind, and others, that are also asked alone. */
const ALONE_OF_KIND = 16;
const ALONE_OF_REST = 8;

/**
 * The inputs of a test as code is asked them: in an order that the problem's seed decides, which tells
 * nothing of what an input is for, and some also alone, so that code whose output depends on what it
 * was asked before is found out.
 */
export interface TestBatch {
  readonly inputs: readonly Input[];
  /** `order[i]` is the place in the test of the i-th input. */
  readonly order: readonly number[];
  /** Which of `inputs`, by their index, are asked alone as well; ascending. */
  readonly alone: readonly number[];
}

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

/** An input that gave one output in the batch and another alone. */
export interface Disagreement {
  /** Its place in the test. */
  readonly place: number;
  readonly input: Input;
  readonly inBatch: Output;
  readonly alone: Output;
}

/**
 * The first input whose output alone is not the one in the batch, by a rule of the test's own; `null`
 * where all agree.
 */
export function disagreementIn(
  { inputs, order, alone }: TestBatch,
  outputs: readonly Output[],
  outputsAlone: readonly Output[],
  isSame: (inBatch: Output, alone: Output, place: number) => boolean,
): Disagreement | null {
  for (const [nth, index] of alone.entries()) {
    const inBatch = outputs[index];
    const lone = outputsAlone[nth];
    const place = order[index];
    const input = inputs[index];
    if (inBatch === undefined || lone === undefined || place === undefined || input === undefined)
      continue;
    if (!isSame(inBatch, lone, place)) return { place, input, inBatch, alone: lone };
  }
  return null;
}
