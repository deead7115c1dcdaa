import { firstDifference, lastDifference, orderOf } from "./letters.ts";

const NONE: readonly never[] = [];

/** Steps, 1 to 9, by which every letter may have gone on; `null` where no letter tells. */
export function stepsOfAll(from: string, to: string, sign: 1 | -1): readonly number[] | null {
  if (from.length !== to.length) return NONE;
  const step = commonStep(from, to);
  if (step === null || step === undefined) return step === null ? null : NONE;
  const signed = mod26(sign * step);
  return signed >= 1 && signed <= 9 ? [signed] : NONE;
}

/**
 * How far on, 0 to 25, all letters are in the other text, whatever their case; `null` where there are
 * no letters, `undefined` where the letters do not agree.
 */
function commonStep(from: string, to: string): number | null | undefined {
  let common: number | null = null;
  for (let i = 0; i < from.length; i += 1) {
    const code = from.charCodeAt(i);
    // Beyond ASCII the readings do not agree on what is a letter.
    if (code >= 128) continue;
    const order = orderOf(code);
    if (order < 0 && to.charCodeAt(i) !== code) return undefined;
    if (order < 0) continue;
    const step = mod26(orderOf(to.charCodeAt(i)) - order);
    if (common !== null && common !== step) return undefined;
    common = step;
  }
  return common;
}

/** Steps, 1 to 9, by which the letter in the middle may have gone on; `null` where none tells. */
export function stepsOfMiddle(from: string, to: string, sign: 1 | -1): readonly number[] | null {
  if (from === to) return null;
  const at = firstDifference(from, to);
  const isMiddle =
    from.length === to.length && at === (from.length - 1) / 2 && lastDifference(from, to) <= at;
  if (!isMiddle) return NONE;
  const step = mod26(sign * (orderOf(to.charCodeAt(at)) - orderOf(from.charCodeAt(at))));
  return step >= 1 && step <= 9 ? [step] : NONE;
}

/** Steps, 0 to 25, by which the character at one end may have gone on, in either reading. */
export function stepsOfEnd(from: string, to: string, sign: 1 | -1): readonly number[] | null {
  if (from === to) return null;
  if (from.length !== to.length) return NONE;
  const first = firstDifference(from, to);
  if (first !== 0 && first !== from.length - 1) return NONE;
  if (lastDifference(from, to) > first) return NONE;
  const [before, after] = [from.charCodeAt(first), to.charCodeAt(first)];
  const order = orderOf(before);
  if (order < 0) return NONE;
  // The released code turns over to the other end of the alphabet whatever the step.
  if (order === (sign > 0 ? 25 : 0)) return null;
  const plain = sign * (after - before);
  return [...new Set([plain, mod26(plain)])].filter((step) => step >= 0 && step <= 25);
}

/** Positions, 1 to 9, whose letter may have told how far all letters go; `null` where none tells. */
export function shiftingPositions(
  from: string,
  to: string,
  sign: 1 | -1,
): readonly number[] | null {
  if (from.length !== to.length) return NONE;
  const step = commonStep(from, to);
  if (step === undefined) return NONE;
  if (step === null) return from === to ? null : NONE;
  return POSITIONS.slice(1).filter((position) => {
    if (position >= from.length) return from === to;
    const code = from.charCodeAt(position);
    const shift = (code >= 65 && code <= 90 ? code + 32 : code) - 97;
    return mod26(sign * shift) === step || (step === 0 && orderOf(code) < 0);
  });
}

/** Positions of the letter that went on, each with how far. */
export function shiftedPositions(
  from: string,
  to: string,
): readonly { readonly from: number; readonly at: number }[] | null {
  if (from === to) return null;
  const at = firstDifference(from, to);
  if (from.length !== to.length || at > 9 || lastDifference(from, to) > at) return NONE;
  const step = mod26(orderOf(to.charCodeAt(at)) - orderOf(from.charCodeAt(at)));
  return [step, mod26(-step)].filter((each) => each <= 9).map((each) => ({ from: each, at }));
}

/** Two positions whose characters may have been exchanged; `null` where no difference tells. */
export function exchangedPositions(
  from: string,
  to: string,
): readonly { readonly first: number; readonly second: number }[] | null {
  if (from === to) return null;
  const first = firstDifference(from, to);
  if (from.length !== to.length || first > 8) return NONE;
  const seconds = POSITIONS.filter(
    (second) => second > first && from[second] === to[first] && lastDifference(from, to) <= second,
  );
  return seconds.map((second) => ({ first, second }));
}

const POSITIONS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

function mod26(value: number): number {
  return ((value % 26) + 26) % 26;
}
