import * as z from "zod";
import { kindsByShape as kinds } from "./kinds.ts";
import type { Chain, ConstantText, Excepted, Joined, StringAtom, StringSpec } from "./spec.ts";

/** Steps that a chain may have. */
const MOST_STEPS = 16;
/** Characters that a text which is a parameter may have. */
const LONGEST_TEXT = 1000;
/** Lengths that a condition may speak of. */
const GREATEST_LENGTH = 1e6;

const reading = z.enum(["sound", "released"], { error: '"sound" or "released"' });
const letter = z.string({ error: "a letter" }).regex(/^[A-Za-z]$/, {
  error: "one letter from a to z or A to Z",
});

const atoms = [
  z.strictObject({ kind: z.enum(kinds.plain) }),
  z.strictObject({ kind: z.enum(kinds.read), reading }),
  z.strictObject({ kind: z.enum(kinds.letter), letter }),
  z.strictObject({ kind: z.enum(kinds.letterWord), letter, reading }),
  z.strictObject({ kind: z.enum(kinds.shift), by: whole(1, 9), reading }),
  z.strictObject({ kind: z.enum(kinds.shiftEnd), by: whole(0, 25), reading }),
  z.strictObject({ kind: z.enum(kinds.position), position: whole(1, 9), reading }),
  z
    .strictObject({ kind: z.enum(kinds.positions), from: whole(0, 9), at: whole(0, 9), reading })
    .refine(({ from, at }) => from !== at, { error: "two positions that differ" }),
  z.strictObject({ kind: z.literal("insert-number"), number: whole(1, 9) }),
  z.strictObject({
    kind: z.literal("append"),
    suffix: z.string({ error: "letters" }).regex(/^[A-Za-z]{1,5}$/, {
      error: "one to five letters from a to z or A to Z",
    }),
  }),
  z
    .strictObject({ kind: z.literal("replace-letter"), old: letter, new: letter })
    .refine((atom) => atom.old !== atom.new, { error: "two letters that differ" }),
  z
    .strictObject({ kind: z.literal("swap-positions"), first: whole(0, 9), second: whole(0, 9) })
    .refine(({ first, second }) => first !== second, { error: "two positions that differ" }),
  z.strictObject({
    kind: z.literal("map-letters"),
    alphabet: z
      .string({ error: "an alphabet" })
      .refine((text) => /^[a-z]{26}$/.test(text) && new Set(text).size === 26, {
        error: "the letters a to z in any order",
      }),
  }),
] as const;

const atomSchema: z.ZodType<StringAtom> = z.discriminatedUnion("kind", atoms);

const joinedSchema = z.strictObject({
  kind: z.literal("joined"),
  how: z.enum(["concatenate", "interleave", "longer", "common"], {
    error: '"concatenate", "interleave", "longer" or "common"',
  }),
  left: atomSchema.nullable(),
  right: atomSchema.nullable(),
}) satisfies z.ZodType<Joined>;

const chainSchema = z.strictObject({
  kind: z.literal("chain"),
  steps: z
    .array(z.discriminatedUnion("kind", [...atoms, joinedSchema]), { error: "a list of steps" })
    .min(2, { error: "at least two steps" })
    .max(MOST_STEPS, { error: `at most ${MOST_STEPS} steps` }),
}) satisfies z.ZodType<Chain>;

const characterClass = z.enum(["letter", "vowel", "digit", "uppercase", "lowercase", "space"], {
  error: "a class, one of letter, vowel, digit, uppercase, lowercase, space",
});

const conditionSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.enum(["starts-with", "ends-with", "contains"]),
      class: characterClass,
    }),
    z.strictObject({ kind: z.literal("contains-letter"), letter }),
    z.strictObject({ kind: z.literal("longer-than"), length: whole(0, GREATEST_LENGTH) }),
    z.strictObject({ kind: z.literal("shorter-than"), length: whole(1, GREATEST_LENGTH) }),
  ],
  { error: "a condition" },
);

const constantSchema = z.strictObject({
  kind: z.literal("constant-text"),
  text: z
    .string({ error: "a text" })
    .max(LONGEST_TEXT, { error: `a text of at most ${LONGEST_TEXT} characters` })
    .refine((text) => !/\p{Cs}/u.test(text), { error: "a text without lone surrogates" }),
}) satisfies z.ZodType<ConstantText>;

const exceptedSchema: z.ZodType<Excepted> = z.strictObject({
  kind: z.literal("excepted"),
  inner: z.discriminatedUnion("kind", [...atoms, joinedSchema, chainSchema]),
  when: conditionSchema,
  then: z.discriminatedUnion("kind", [...atoms, constantSchema]),
});

/**
 * The JSON of a string function. For data from outside prefer `parseStringSpec`, which also
 * refuses what stands in the wrong place and says what is wrong.
 */
export const stringSpecSchema: z.ZodType<StringSpec> = z
  .union([z.discriminatedUnion("kind", [...atoms, joinedSchema, chainSchema]), exceptedSchema])
  .meta({ id: "StringSpec", description: "A string function as data." });

function whole(min: number, max: number): z.ZodType<number> {
  const error = `a whole number from ${min} to ${max}`;
  return z.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}
