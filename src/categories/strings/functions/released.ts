import { BenchError } from "../../../core/index.ts";
import type { StringKind } from "./atom-of.ts";
import { kindsByShape } from "./kinds.ts";
import { operationOf, stringKinds } from "./operations.ts";
import { parseStringSpec } from "./parse.ts";
import type { Reading, StringLaw } from "./spec.ts";

/** A step as released data have it: the name of an operation and its parameters. */
export type ReleasedStep = readonly [name: string, parameters: readonly unknown[]];

/** How released names are to be read. */
export interface ReleasedReading {
  /**
   * Whether the small a counts as a consonant: so it does in the code that was released, but not in
   * the data that were.
   */
  readonly consonants: Reading;
}

const kinds: ReadonlyMap<string | null, StringKind> = new Map(
  stringKinds.map((kind) => [operationOf(kind).released, kind]),
);

/** The name of an operation in the released catalogue; `null` where it is not of it. */
export function releasedName(kind: StringKind): string | null {
  return operationOf(kind).released;
}

/** A law from released steps, the outermost first. Throws `bad-data` for what it does not know. */
export function fromReleased(
  steps: readonly ReleasedStep[],
  { consonants }: ReleasedReading,
): StringLaw {
  const atoms = steps.toReversed().map(([name, parameters]) => {
    const kind = kinds.get(name);
    if (kind === undefined) throw unknown("the name of a released operation", name);
    const reading = kind === "count-consonants" ? consonants : "released";
    const names = fields.get(kind) ?? [];
    const hasReading = names.includes("reading");
    const values = [...parameters.map(plainParameter), ...(hasReading ? [reading] : [])];
    if (values.length !== names.length) {
      throw unknown(
        `${names.length - Number(hasReading)} parameters of ${name}`,
        parameters.length,
      );
    }
    return Object.fromEntries<unknown>([
      ["kind", kind],
      ...names.map((field, i) => [field, values[i]] as const),
    ]);
  });
  try {
    const spec = parseStringSpec(atoms.length === 1 ? atoms[0] : { kind: "chain", steps: atoms });
    if (spec.kind !== "excepted") return spec;
  } catch (error) {
    if (!(error instanceof BenchError)) throw error;
    throw unknown("released steps with their parameters", JSON.stringify(steps), error);
  }
  throw unknown("a released law", "an exception");
}

const fieldsByShape = {
  plain: [],
  read: ["reading"],
  letter: ["letter"],
  letterWord: ["letter", "reading"],
  shift: ["by", "reading"],
  shiftEnd: ["by", "reading"],
  position: ["position", "reading"],
  positions: ["from", "at", "reading"],
} as const satisfies Readonly<Record<keyof typeof kindsByShape, readonly string[]>>;

const shapes = [
  "plain",
  "read",
  "letter",
  "letterWord",
  "shift",
  "shiftEnd",
  "position",
  "positions",
] as const;

/** The fields of each operation in the order of its released parameters; the reading comes last. */
const fields: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ["insert-number", ["number"]],
  ["append", ["suffix"]],
  ["replace-letter", ["old", "new"]],
  ["swap-positions", ["first", "second"]],
  ["map-letters", ["alphabet"]],
  ...shapes.flatMap((shape) =>
    kindsByShape[shape].map((kind): [string, readonly string[]] => [kind, fieldsByShape[shape]]),
  ),
]);

/** A substitution, released as an object from a to z, as the letters that they become. */
function plainParameter(parameter: unknown): unknown {
  if (typeof parameter !== "object" || parameter === null) return parameter;
  return [..."abcdefghijklmnopqrstuvwxyz"]
    .map((letter) => String(Reflect.get(parameter, letter)))
    .join("");
}

function unknown(expected: string, got: unknown, cause?: unknown): BenchError {
  return new BenchError(
    "bad-data",
    `Expected ${expected}; got ${String(got)}; check the released data`,
    { cause },
  );
}
