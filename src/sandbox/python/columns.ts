import type { Input, Output } from "../../contract/index.ts";
import { MOST_BATCH_TEXT, MOST_MESSAGE, MOST_TEXT } from "../limits.ts";

// Inputs and outputs cross the wall as columns of fixed widths, little-endian: exact to the last
// bit, quick, and never larger once read than their count says, whatever a program wrote.

/** How an input is written: a number, a text, several numbers, or several texts as one of JSON. */
export const InputKind = { number: 0, text: 1, list: 2, texts: 3 } as const;

/** How an output is written; `late` is a call that was ended because it took too long. */
export const OutputKind = {
  undefined: 0,
  number: 1,
  complex: 2,
  text: 3,
  invalid: 4,
  threw: 5,
  late: 6,
} as const;

/** Bytes of one output beside its text: kind, real part, imaginary part, size of the text. */
export const OUTPUT_BYTES = 21;

/** Inputs as bytes: a kind each, a size each (numbers or UTF-16 units), all numbers, all texts. */
export function encodeInputs(inputs: readonly Input[]): Buffer {
  const kinds = Buffer.from(inputs.map(kindOf));
  const written = inputs.map(writtenForm);
  const sizes = Uint32Array.from(written, (input) =>
    typeof input === "number" ? 1 : input.length,
  );
  const numbers = written.flatMap((input) => (typeof input === "string" ? [] : input));
  const texts = written.filter((input) => typeof input === "string").join("");
  return Buffer.concat([
    kinds,
    Buffer.from(sizes.buffer),
    Buffer.from(Float64Array.from(numbers).buffer),
    Buffer.from(texts, "utf16le"),
  ]);
}

function kindOf(input: Input): number {
  if (typeof input === "number") return InputKind.number;
  if (typeof input === "string") return InputKind.text;
  return areTexts(input) ? InputKind.texts : InputKind.list;
}

function writtenForm(input: Input): number | string | readonly number[] {
  if (typeof input === "number" || typeof input === "string") return input;
  return areTexts(input) ? JSON.stringify(input) : input;
}

function areTexts(input: readonly number[] | readonly string[]): input is readonly string[] {
  return typeof input[0] === "string";
}

/** An output, or a call that was ended because it took too long. */
export type Result = Output | { readonly kind: "late" };

/** So many results from a program's columns; `undefined` where the bytes are no such columns. */
export function decodeOutputs(bytes: Buffer, count: number): readonly Result[] | undefined {
  const texts = OUTPUT_BYTES * count;
  if (bytes.length < texts) return undefined;
  let at = texts;
  let room = MOST_BATCH_TEXT;
  const results: Result[] = [];
  for (let index = 0; index < count; index += 1) {
    const size = bytes.readUInt32LE(17 * count + 4 * index);
    room -= size;
    if (size > MOST_TEXT || room < 0 || at + 2 * size > bytes.length) return undefined;
    const result = resultOf(bytes, count, index, bytes.toString("utf16le", at, at + 2 * size));
    if (result === undefined) return undefined;
    results.push(result);
    at += 2 * size;
  }
  return at === bytes.length ? results : undefined;
}

function resultOf(bytes: Buffer, count: number, index: number, text: string): Result | undefined {
  const re = bytes.readDoubleLE(count + 8 * index);
  switch (bytes.readUInt8(index)) {
    case OutputKind.undefined:
      return { kind: "undefined" };
    case OutputKind.number:
      return numberOutput(re);
    case OutputKind.complex:
      return complexOutput(re, bytes.readDoubleLE(9 * count + 8 * index));
    case OutputKind.text:
      return { kind: "value", value: text };
    case OutputKind.invalid:
      return { kind: "invalid", got: oneLine(text) };
    case OutputKind.threw:
      return { kind: "threw", message: oneLine(text) };
    case OutputKind.late:
      return { kind: "late" };
  }
  return undefined;
}

function numberOutput(value: number): Output {
  return Number.isFinite(value) ? { kind: "value", value } : { kind: "undefined" };
}

function complexOutput(re: number, im: number): Output {
  if (im === 0) return numberOutput(re);
  return Number.isFinite(re) && Number.isFinite(im)
    ? { kind: "value", value: { re, im } }
    : { kind: "undefined" };
}

const LINE_BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/** A message cut to its length, without breaks and control characters. */
export function oneLine(text: string): string {
  if (text === "") return "a message beyond the bounds of a batch";
  return text.slice(0, MOST_MESSAGE).replace(LINE_BREAKS, " ");
}
