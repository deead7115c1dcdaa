import { sampleTexts } from "../../core/index.ts";
import type { Answer, Interpreter } from "../../contract/index.ts";
import { stringsOf } from "../intervals-of.ts";
import { abstain, answerWithCode } from "./answer.ts";

/** Queries spent where the budget is unlimited. */
const DEFAULT_QUERIES = 256;
/** Queries spent at most, whatever the budget. */
const MOST_QUERIES = 10_000;

/** Spends the budget on everyday texts and returns what it saw; any other text as it is. */
export function memory(): Interpreter {
  return {
    id: "memory",
    configuration: { version: 1 },
    async interpret({ probe, briefing, chance }, signal) {
      const arity = stringsOf(briefing);
      if (arity === 0)
        return abstain("This baseline is for functions of texts; nothing was asked.");
      const queries = Math.min(probe.remaining().queries ?? DEFAULT_QUERIES, MOST_QUERIES);
      const draws = chance.fork("texts");
      const inputs = Array.from({ length: queries }, () => sampleTexts(arity, draws));
      const answers = await probe.ask(
        inputs.map((texts) => (arity === 1 ? (texts[0] ?? "") : texts)),
        signal,
      );
      const seen = inputs.flatMap((texts, i) => rowOf(texts, answers[i]));
      return answerWithCode(
        `No rule was sought: the answers to ${seen.length} texts, given again when they are asked for; any other text as it is.`,
        programFor(seen, arity),
      );
    },
  };
}

type Row = readonly [key: string, value: string];

function rowOf(texts: readonly string[], answer: Answer | undefined): Row[] {
  if (answer?.kind !== "value" || typeof answer.value !== "string") return [];
  return [[JSON.stringify(texts), answer.value]];
}

function programFor(seen: readonly Row[], texts: number): string {
  const names = ["s", "t"].slice(0, texts).join(", ");
  return `const seen = new Map(${JSON.stringify(seen)});
function f(${names}) {
  return seen.get(JSON.stringify([${names}])) ?? s;
}
`;
}
