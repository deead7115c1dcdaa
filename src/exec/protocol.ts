import * as z from "zod";
import { parseBoundedJson } from "../core/index.ts";
import type { Chance } from "../core/index.ts";
import type { Answer, Interpretation, ProblemForm } from "../contract/index.ts";

/** The version of the protocol that is spoken here. */
export const PROTOCOL = 1;

const problem = z
  .string()
  .min(1)
  .max(200)
  .describe(
    "The problem's name as `problem` gave it; it means nothing outside of this conversation",
  );

const regionSchema = z.strictObject({
  from: z.number().nullable().describe("null means unbounded"),
  to: z.number().nullable().describe("null means unbounded"),
});

const helloSchema = z.strictObject({
  type: z.literal("hello"),
  protocol: z.literal(PROTOCOL).describe("Version of this protocol"),
  problems: z
    .int()
    .min(1)
    .max(10_000)
    .default(1)
    .describe("How many problems one process takes at once"),
  fresh: z
    .boolean()
    .default(false)
    .describe("Whether each problem wants a process that has served none before"),
});

const askSchema = z.strictObject({
  type: z.literal("ask"),
  problem,
  inputs: z
    .array(z.json())
    .min(1)
    .max(1_000_000)
    .describe("One batch, which is one round; each as the problem's `inputSchema` says"),
});

const noteSchema = z.strictObject({
  type: z.literal("note"),
  problem,
  topic: z.string().min(1).max(200).describe("Kind of remark, such as `hypothesis`"),
  text: z.string(),
  data: z.json().exactOptional().describe("Figures behind the remark"),
});

const answerSchema = z.strictObject({
  type: z.literal("answer"),
  problem,
  description: z.string().default("").describe("What the function does, in words"),
  code: z
    .strictObject({
      language: z.enum(["javascript", "python"]),
      source: z.string(),
      entry: z.string().min(1).describe("Name of the function to call"),
    })
    .nullable()
    .default(null),
  regions: z.array(regionSchema).default([]).describe("Intervals where the rule does not hold"),
  noise: z
    .strictObject({
      distribution: z.enum(["none", "normal", "uniform", "poisson", "other"]),
      scale: z
        .number()
        .nullable()
        .describe("Standard deviation, half-width or mean, as the distribution has it"),
    })
    .nullable()
    .default(null),
  exceptions: z.array(z.string()).default([]).describe("Local exceptions, in words"),
  concepts: z.array(z.string()).default([]).describe("Concepts that a neuron responds to"),
  join: z
    .enum(["or", "and", "and-not"])
    .optional()
    .describe("How two concepts are joined: either, both, the first without the second"),
  relation: z
    .strictObject({ input: z.string(), output: z.string() })
    .optional()
    .describe("What a relation takes and gives, a phrase each"),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .default(null)
    .describe("Stated probability that the answer is right"),
  abstained: z.boolean().default(false).describe("True where no answer is preferred to a guess"),
});

const failedSchema = z.strictObject({
  type: z.literal("failed"),
  problem,
  message: z.string().describe("Why the method gives up on this problem"),
});

/** A line that a method writes on its stdout. */
export const fromMethodSchema = z
  .discriminatedUnion("type", [helloSchema, askSchema, noteSchema, answerSchema, failedSchema])
  .meta({
    title: "findbench exec: from the method",
    description:
      "One line that a method writes on its stdout, version 1. The first is `hello`; see docs/exec.md.",
  });

/** What a method says. */
export type FromMethod = z.output<typeof fromMethodSchema>;

const limit = z.int().min(0).nullable();

const answerOfBoxSchema: z.ZodType<Answer> = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("value"),
    value: z.union([z.number(), z.string(), z.object({ re: z.number(), im: z.number() })]),
  }),
  z.object({
    kind: z.literal("undefined").describe("The function has no value here; the query counts"),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal("refused").describe("Not a legal input; the query does not count"),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal("budget-exhausted").describe("Nothing was asked: no query or round is left"),
  }),
]);

/** Codes of the errors that a method is told. */
const errorCodes = [
  "bad-json",
  "bad-message",
  "no-hello",
  "unknown-problem",
  "bad-answer",
] as const;

/** A line that a method reads from its stdin. */
export const toMethodSchema = z
  .discriminatedUnion("type", [
    z.object({
      type: z.literal("hello"),
      protocol: z.literal(PROTOCOL).describe("Version of this protocol"),
      findbench: z.string().describe("Version of findbench"),
    }),
    z.object({
      type: z.literal("problem").describe("A problem begins"),
      problem,
      category: z.string().describe("Kind of function, such as `numeric`"),
      domain: z.looseObject({ kind: z.string() }).describe("What the category says of its domain"),
      arguments: z
        .array(
          z.discriminatedUnion("kind", [
            z.object({
              kind: z.literal("number"),
              from: z.number().describe("Where it is tested; any finite number may be asked"),
              to: z.number(),
            }),
            z.object({ kind: z.literal("string") }),
            z.object({ kind: z.literal("word").describe("A word, a name or a short phrase") }),
          ]),
        )
        .describe("One per argument of the function"),
      inputSchema: z.looseObject({}).describe("The JSON Schema of one input"),
      examples: z.array(z.json()).describe("A few legal inputs"),
      task: z.string().describe("What kind of function it is and what to be prepared for"),
      without: z.string().describe("What code may leave out, such as noise; empty for nothing"),
      hints: z.array(z.string()),
      budget: limit.describe("Inputs that may be asked; null means unlimited"),
      rounds: limit.describe("Batches that may be asked; null means unlimited"),
      seed: z.int().describe("Decides the method's own chance; the same when the run is repeated"),
      answer: z.object({
        languages: z.array(z.enum(["javascript", "python"])).describe("Accepted for code"),
        codeOptional: z.boolean().describe("Whether words are a full answer"),
        regions: z.boolean().describe("Whether intervals with other behaviour are asked for"),
        concepts: z.boolean().describe("Whether concepts and their join are asked for"),
        relation: z.boolean().describe("Whether the input and output of a relation are asked for"),
        exceptions: z.boolean().describe("Whether local exceptions are asked for in words"),
      }),
    }),
    z.object({
      type: z.literal("answers"),
      problem,
      answers: z.array(answerOfBoxSchema).describe("One per input, in order"),
      remaining: z.object({ queries: limit, rounds: limit }).describe("null means unlimited"),
    }),
    z.object({ type: z.literal("accepted").describe("The answer was taken"), problem }),
    z.object({
      type: z.literal("stop").describe("The problem is over without an answer"),
      problem,
      reason: z.string(),
    }),
    z.object({
      type: z.literal("error").describe("A line was not understood; nothing came of it"),
      problem: z.string().nullable(),
      code: z.enum(errorCodes),
      message: z.string(),
    }),
  ])
  .meta({
    title: "findbench exec: to the method",
    description:
      "One line that a method reads from its stdin, version 1. Methods ignore types and fields that they do not know; see docs/exec.md.",
  });

/** What a method is told. */
export type ToMethod = z.input<typeof toMethodSchema>;

/** What a method can be told to have done wrong. */
export type MethodFault = Pick<Extract<ToMethod, { readonly type: "error" }>, "code" | "message">;

/** A line that is no message. */
interface Misread {
  readonly type: "fault";
  /** The problem that it seems to be about. */
  readonly problem: string | null;
  readonly fault: MethodFault;
}

/** Reads a line that a method wrote; hot, so that an `ask` of numbers is not walked by a schema. */
export function readMessage(line: string): FromMethod | Misread {
  const json = parseBoundedJson(line);
  if (json.kind !== "json")
    return misread(
      null,
      "bad-json",
      `Expected one JSON object on each line of stdout; got ${JSON.stringify(line.slice(0, 80))}; print everything else on stderr`,
    );
  const { value } = json;
  if (isPlainAsk(value)) return value;
  const parsed = fromMethodSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const named = fieldOf(value, "problem");
  const type = fieldOf(value, "type");
  const where =
    issue === undefined || issue.path.length === 0 ? "the message" : `\`${issue.path.join(".")}\``;
  return misread(
    typeof named === "string" ? named : null,
    type === "answer" ? "bad-answer" : "bad-message",
    `Expected a message of protocol ${PROTOCOL}; got a fault in ${where} (${issue?.message ?? "unknown"}); see schemas/exec-from-method.schema.json`,
  );
}

function misread(problem: string | null, code: MethodFault["code"], message: string): Misread {
  return { type: "fault", problem, fault: { code, message } };
}

type Ask = z.output<typeof askSchema>;

function isPlainAsk(value: unknown): value is Ask {
  const inputs = fieldOf(value, "inputs");
  return (
    fieldOf(value, "type") === "ask" &&
    typeof fieldOf(value, "problem") === "string" &&
    Array.isArray(inputs) &&
    inputs.length > 0 &&
    inputs.length <= 1_000_000 &&
    inputs.every((input) => typeof input === "number" || typeof input === "string") &&
    Object.keys(value as object).length === 3
  );
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** What a method is told of a problem's form, out of its category's words. */
export function formOf(
  { words, inputSchema, exampleInputs, ...form }: ProblemForm,
  chance: Chance,
): Pick<
  Extract<ToMethod, { readonly type: "problem" }>,
  "arguments" | "inputSchema" | "examples" | "task" | "without"
> {
  const examples = exampleInputs(EXAMPLES, chance).map((input) =>
    typeof input === "object" ? [...input] : input,
  );
  const { task, without } = words;
  return { arguments: [...form.arguments], inputSchema, examples, task, without };
}

/** Legal inputs that a method is shown. */
const EXAMPLES = 3;

/** An answer as an interpretation. */
export function interpretationOf(
  answer: Extract<FromMethod, { readonly type: "answer" }>,
): Interpretation {
  const { type: _type, problem: _problem, join, relation, ...rest } = answer;
  return {
    ...rest,
    ...(join === undefined ? {} : { join }),
    ...(relation === undefined ? {} : { relation }),
    raw: null,
  };
}
