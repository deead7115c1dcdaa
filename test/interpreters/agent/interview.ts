import { formed } from "../../support/formed.ts";
import { categories } from "../../../src/categories/index.ts";
import { chanceFrom } from "../../../src/core/index.ts";
import type { Interpretation, ModelRequest, Note } from "../../../src/contract/index.ts";
import type { NumericSpec } from "../../../src/categories/numeric/index.ts";
import type { StringSpec } from "../../../src/categories/strings/index.ts";
import { openProbe } from "../../../src/harness/index.ts";
import { agent } from "../../../src/interpreters/index.ts";
import type { AgentOptions } from "../../../src/interpreters/index.ts";
import { scripted } from "../../../src/models/index.ts";
import { problemOf } from "../../support/problem-of.ts";
import { textProblem } from "../../support/text-problem.ts";

/** What a black box is about. */
export type Asked = { readonly numeric: NumericSpec } | { readonly text: StringSpec };

type Script = Parameters<typeof scripted>[0];

/** What came of a conversation with a scripted model. */
export interface Interview {
  readonly interpretation: Interpretation;
  readonly requests: readonly ModelRequest[];
  readonly notes: readonly Note[];
  readonly queries: number;
  /** The text of the message that came last in the n-th request, from 1. */
  heard(request: number): string;
}

/** Options that a test changes one of. */
export const usual: AgentOptions = {
  variant: "agent",
  model: "scripted/replies",
  dialect: "tools",
  protocol: "own",
  turns: 6,
  maxTokens: 1000,
  temperature: null,
  template: null,
  categories,
};

/** An answer to it. */
export const answer = {
  description: "The line 2x + 1.",
  code: "def f(x):\n    return 2 * x + 1",
  language: "python",
};

/** The same in words under headings. */
export const headed = `[DESCRIPTION] ${answer.description}\n[CODE]\n\`\`\`python\n${answer.code}\n\`\`\``;

/** Texts in upper case. */
export const uppercase: Asked = { text: { kind: "uppercase" } };

/** The line 2x + 1. */
const line: Asked = { numeric: { kind: "linear", slope: 2, intercept: 1 } };

/** Lets a scripted model interpret a function. */
export async function interview(
  script: Script,
  options: Partial<AgentOptions> = {},
  { spec = line, budget = 10 }: { readonly spec?: Asked; readonly budget?: number | null } = {},
): Promise<Interview> {
  const problem = "text" in spec ? textProblem(spec.text) : problemOf(spec.numeric);
  const requests: ModelRequest[] = [];
  const notes: Note[] = [];
  const model = scripted(script);
  const probe = openProbe({ problem, epoch: 1, budget, rounds: null });
  const interpretation = await agent({ ...usual, ...options }).interpret(
    {
      probe,
      briefing: formed({ ...problem.briefing, budget }),
      chance: chanceFrom("interview"),
      clock: { now: () => 0 },
      log: (note) => notes.push(note),
      model: {
        id: model.id,
        complete: (request, signal) => {
          requests.push(request);
          return model.complete(request, signal);
        },
      },
    },
    new AbortController().signal,
  );
  const heard = (request: number): string => requests[request - 1]?.messages.at(-1)?.text ?? "";
  return { interpretation, requests, notes, queries: probe.usage().queries, heard };
}
