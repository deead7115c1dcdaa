import * as z from "zod";

/** A function that a Python program defines at its top level. */
export interface PythonFunction {
  readonly name: string;
  /** The fewest arguments by position; ∞ where it cannot be called by position alone. */
  readonly fewest: number;
  /** The most arguments by position. */
  readonly most: number;
  /** The program's other functions, and itself, that its text mentions. */
  readonly mentions: ReadonlySet<string>;
}

/** What Python itself says of a source. */
export type PythonFacts =
  | {
      readonly kind: "valid";
      /** As `codeLength` counts. */
      readonly length: number;
      readonly functions: readonly PythonFunction[];
    }
  | {
      readonly kind: "invalid";
      readonly message: string;
      /** The offset beyond which nothing that begins like this source parses, in UTF-16 units. */
      readonly stuckAt: number;
    };

/** Facts as they come out of the sandbox, with the version of Python that stated them. */
export interface StatedFacts {
  readonly version: string;
  readonly facts: PythonFacts;
}

const count = z.number().int().min(0);
const atMost = count.nullable().transform((bound) => bound ?? Infinity);

const schema = z.discriminatedUnion("kind", [
  z.strictObject({
    version: z.string().max(20),
    kind: z.literal("valid"),
    length: count,
    functions: z.array(
      z.strictObject({
        name: z.string(),
        fewest: atMost,
        most: atMost,
        mentions: z.array(z.string()).transform((names): ReadonlySet<string> => new Set(names)),
      }),
    ),
  }),
  z.strictObject({
    version: z.string().max(20),
    kind: z.literal("invalid"),
    message: z.string(),
    stuckAt: count,
  }),
]);

/** Reads what the analyser wrote; `null` where it is something else. */
export function readFacts(json: string): StatedFacts | null {
  try {
    const { version, ...facts } = schema.parse(JSON.parse(json));
    return { version, facts };
  } catch {
    return null;
  }
}
