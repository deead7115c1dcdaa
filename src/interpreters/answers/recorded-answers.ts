import { canonicalJson, sha256Hex } from "../../core/index.ts";
import type { Interpretation, Interpreter } from "../../contract/index.ts";
import { interpretationOf } from "./interpretation-of.ts";
import { keyOf } from "./parse-recorded-answers.ts";
import type { RecordedAnswer } from "./recorded-answer.ts";

/** What a problem can be found by among recorded answers. */
export interface ProblemName {
  /** Id in the suite. */
  readonly id: string;
  /** Released name, such as `f00042`; `null` where it is none of the released functions. */
  readonly officialId: string | null;
}

/** A method that was run elsewhere: one interpreter per problem, each with its one answer. */
export interface RecordedAnswers extends Pick<Interpreter, "id" | "configuration"> {
  /** An interpreter that asks nothing and hands in what was recorded, or abstains. */
  interpreterFor(problem: ProblemName): Interpreter;
}

/** Turns recorded answers into a row of the leaderboard; `id` is its name there. */
export function recordedAnswers(
  records: readonly RecordedAnswer[],
  { id }: { readonly id: string },
): RecordedAnswers {
  const byKey = new Map(records.map((record) => [keyOf(record.key), record]));
  const configuration = { version: 1, answers: sha256Hex(canonicalJson(records)) };
  const recordFor = ({ id, officialId }: ProblemName): RecordedAnswer | undefined =>
    byKey.get(keyOf({ kind: "problem", id })) ??
    (officialId === null ? undefined : byKey.get(keyOf({ kind: "official", id: officialId })));
  return {
    id,
    configuration,
    interpreterFor: (problem) => {
      const record = recordFor(problem);
      return {
        id,
        configuration,
        interpret: ({ briefing }) =>
          Promise.resolve(record === undefined ? missing : interpretationOf(record, briefing)),
      };
    },
  };
}

const missing: Interpretation = {
  description: "",
  code: null,
  regions: [],
  noise: null,
  exceptions: [],
  concepts: [],
  confidence: null,
  abstained: true,
  raw: null,
};
