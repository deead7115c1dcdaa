import * as z from "zod";
import type {
  AnswerForm,
  InterpreterBriefing,
  Interpretation,
  JsonObject,
} from "../../contract/index.ts";
import type { PythonSyntax } from "../../syntax/index.ts";
import { readProgram } from "../answers/read-program.ts";
import { LONGEST_ANSWER, LONGEST_TEXT } from "./limits.ts";
import type { Move } from "./move.ts";

const MOST_ITEMS = 100;
const DISTRIBUTIONS = ["none", "normal", "uniform", "poisson", "other"] as const;

const JOINS = ["or", "and", "and-not"] as const;

const nullable = (type: string): JsonObject => ({ type: [type, "null"] });

/** The JSON Schema of what `answer` takes. */
export function answerParameters(form: AnswerForm): JsonObject {
  const { languages, regions, codeOptional, concepts, relation } = form;
  const wantsCode = languages.length > 0 && codeOptional !== true;
  return {
    type: "object",
    properties: {
      description: { type: "string", description: "What the function does, in words" },
      ...(languages.length > 0 && {
        code: { type: "string", description: "A program with a function f that does the same" },
        language: { type: "string", enum: languages },
      }),
      ...(regions && {
        regions: {
          type: "array",
          description: "Stretches of inputs with another rule; null where there is no end",
          items: {
            type: "object",
            properties: { from: nullable("number"), to: nullable("number") },
            required: ["from", "to"],
          },
        },
        noise: {
          type: "object",
          properties: {
            distribution: { type: "string", enum: DISTRIBUTIONS },
            scale: nullable("number"),
          },
          required: ["distribution", "scale"],
        },
      }),
      ...(concepts === true && {
        concepts: {
          type: "array",
          items: { type: "string" },
          description: "Names of the concepts that it responds to, one or two",
        },
        join: {
          type: "string",
          enum: JOINS,
          description: "Of two concepts: either, only both at once, the first without the second",
        },
      }),
      ...(relation === true && {
        relation: {
          type: "object",
          description: "What goes in, such as «a country», and what comes out of it",
          properties: { input: { type: "string" }, output: { type: "string" } },
          required: ["input", "output"],
        },
      }),
      exceptions: { type: "array", items: { type: "string" } },
      confidence: {
        type: "number",
        description: "Probability from 0 to 1 that all of it is right",
      },
    },
    required: [
      "description",
      ...(wantsCode ? ["code", "language"] : []),
      ...(concepts === true ? ["concepts"] : []),
      ...(relation === true ? ["relation"] : []),
    ],
  };
}

const region = z
  .object({ from: z.number().nullable(), to: z.number().nullable() })
  .refine(({ from, to }) => (from ?? -Infinity) <= (to ?? Infinity), "expected from at most to");

const given = z.object({
  description: z.string(),
  code: z.string().nullish(),
  language: z.enum(["javascript", "python"]).nullish(),
  regions: z.array(region).max(MOST_ITEMS).nullish(),
  noise: z.object({ distribution: z.enum(DISTRIBUTIONS), scale: z.number().nullish() }).nullish(),
  exceptions: z.array(z.string()).max(MOST_ITEMS).nullish(),
  concepts: z.array(z.string()).max(MOST_ITEMS).nullish(),
  join: z.enum(JOINS).nullish(),
  relation: z.object({ input: z.string(), output: z.string() }).nullish(),
  confidence: z.number().min(0).max(1).nullish(),
});

/** What can be taken of an answer whose other fields are not as they should be. */
const lenient = given.partial().extend({
  description: z.string().catch(""),
  code: z.string().nullish().catch(null),
  language: given.shape.language.catch(null),
  regions: given.shape.regions.catch(null),
  noise: given.shape.noise.catch(null),
  exceptions: given.shape.exceptions.catch(null),
  concepts: given.shape.concepts.catch(null),
  join: given.shape.join.catch(null),
  relation: given.shape.relation.catch(null),
  confidence: given.shape.confidence.catch(null),
});

type Given = z.infer<typeof given>;

/** Reads what a model gave for `answer`; of one that is not whole, what can be read. */
export async function readAnswer(
  json: unknown,
  briefing: InterpreterBriefing,
  python: PythonSyntax,
): Promise<Move> {
  const whole = given.safeParse(json);
  const reading = { json, briefing, python };
  if (whole.success) return answerMove(whole.data, reading, null);
  const rest = lenient.safeParse(json);
  const complaint = `Expected an answer as its schema has it; got ${issueOf(whole.error)}`;
  return rest.success
    ? answerMove(rest.data, reading, complaint)
    : { kind: "malformed", expected: `${complaint}. Answer again` };
}

function issueOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return `«${issue?.message ?? "something else"}» at \`${issue?.path.map(String).join(".") ?? ""}\``;
}

/** What an answer is read with. */
interface AnswerReading {
  readonly json: unknown;
  readonly briefing: InterpreterBriefing;
  readonly python: PythonSyntax;
}

async function answerMove(
  answer: Given,
  { json, briefing, python }: AnswerReading,
  complaint: string | null,
): Promise<Move> {
  const description = answer.description.trim().slice(0, LONGEST_TEXT);
  const code = await codeOf(answer, briefing, python);
  const { answer: form } = briefing;
  const wantsCode = form.languages.length > 0 && form.codeOptional !== true;
  const cut = (text: string): string => text.slice(0, LONGEST_TEXT);
  const { join, relation } = answer;
  const concepts = form.concepts === true ? (answer.concepts ?? []).map(cut) : [];
  const lack =
    description === ""
      ? "Expected a description; got none"
      : form.concepts === true && concepts.length === 0
        ? "Expected the names of the concepts that it responds to; got none"
        : form.relation === true && !relation
          ? "Expected what goes in and what comes out as `relation`; got none"
          : wantsCode && code === null
            ? `Expected code in ${briefing.answer.languages.join(" or ")} that defines a function f of ${briefing.form.arguments.length}; got none that can be called`
            : null;
  const interpretation: Interpretation = {
    description,
    code,
    regions: answer.regions ?? [],
    noise: answer.noise ? { ...answer.noise, scale: answer.noise.scale ?? null } : null,
    exceptions: (answer.exceptions ?? []).map(cut),
    concepts,
    ...(form.concepts === true && join ? { join } : {}),
    ...(form.relation === true && relation
      ? { relation: { input: cut(relation.input), output: cut(relation.output) } }
      : {}),
    confidence: answer.confidence ?? null,
    abstained: description === "" && code === null,
    raw: JSON.stringify(json).slice(0, LONGEST_ANSWER),
  };
  return { kind: "answer", interpretation, complaint: complaint ?? lack };
}

async function codeOf(
  { code, language }: Given,
  briefing: InterpreterBriefing,
  python: PythonSyntax,
): Promise<Interpretation["code"]> {
  const { languages } = briefing.answer;
  if (typeof code !== "string" || code.trim() === "") return null;
  const tried = languages.filter((one) => (language ?? one) === one);
  const arity = briefing.form.arguments.length;
  return readProgram(code.slice(0, LONGEST_ANSWER), tried, arity, python);
}
