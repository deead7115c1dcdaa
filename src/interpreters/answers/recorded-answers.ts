import { canonicalJson, sha256Hex } from "../../core/index.ts";
import type { Interpretation, ProblemName, RecordedMethod } from "../../contract/index.ts";
import { pythonSyntax } from "../../syntax/index.ts";
import { interpretationOf } from "./interpretation-of.ts";
import { noteParser } from "./note-parser.ts";
import { keyOf } from "./parse-recorded-answers.ts";
import type { RecordedAnswer } from "./recorded-answer.ts";

/** Turns recorded answers into a row of the leaderboard; `id` is its name there. */
export function recordedAnswers(
  records: readonly RecordedAnswer[],
  { id }: { readonly id: string },
): RecordedMethod {
  const byKey = new Map(records.map((record) => [keyOf(record.key), record]));
  // Keyed, so that the order of the records makes no difference.
  const configuration = {
    version: 1,
    answers: sha256Hex(canonicalJson(Object.fromEntries(byKey))),
  };
  const recordFor = ({ id, officialId }: ProblemName): RecordedAnswer | undefined =>
    byKey.get(keyOf({ kind: "problem", id })) ??
    (officialId === null ? undefined : byKey.get(keyOf({ kind: "official", id: officialId })));
  return {
    id,
    configuration,
    hasAnswer: (problem) => recordFor(problem) !== undefined,
    languageFor: async (problem, briefing) => {
      const record = recordFor(problem);
      if (record === undefined) return null;
      const { code } = await interpretationOf(record, pythonSyntax(undefined), briefing);
      return code?.language ?? null;
    },
    interpreterFor: (problem) => {
      const record = recordFor(problem);
      return {
        id,
        configuration,
        interpret: async ({ briefing, sandbox, log }, signal) => {
          if (record === undefined) return missing;
          const python = pythonSyntax(sandbox, signal);
          const interpretation = await interpretationOf(record, python, briefing);
          noteParser(python, log);
          return interpretation;
        },
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
