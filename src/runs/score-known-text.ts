import { drawsFrom, streamKey } from "../core/index.ts";
import type { StreamKey } from "../core/index.ts";
import type { Input, Output } from "../contract/index.ts";
import {
  arityOfText,
  describeText,
  exceptionOf,
  isStringSpec,
  renderText,
  serveText,
} from "../functions/index.ts";
import type { Spec, StringSpec } from "../functions/index.ts";
import type { Guess } from "../scoring/index.ts";
import { scoreAnswers } from "./score-item.ts";
import type { Bench } from "./bench.ts";
import type { Scored } from "./score-item.ts";
import { SILENT } from "./silent.ts";
import type { StringExam } from "./string-exam.ts";
import { inEveryTest } from "./test-answers.ts";
import { inTestOrder } from "./test-batch.ts";

/** What a perfect answer scores, which says what `known` is; a function of anything else says nothing. */
export function scoreKnownText(
  exam: StringExam,
  known: Spec,
  queries: number,
  bench: Bench,
): Promise<Scored> {
  if (!isStringSpec(known)) {
    const answered = { interpretation: SILENT, queries, rounds: null };
    return scoreAnswers(exam, answered, inEveryTest({ kind: "no-code" }), bench);
  }
  const interpretation = {
    ...SILENT,
    code: { language: "javascript", source: renderText(known, "javascript"), entry: "f" } as const,
    exceptions: exceptionOf(known) === null ? [] : [describeText(known)],
  };
  const given = (test: "published" | "sound"): Guess => {
    const batch = exam[test]?.batch ?? { inputs: [], order: [] };
    const outputs = batch.inputs.map((input, i) =>
      outputOf(known, exam, input, `${test}/${batch.order[i] ?? i}`),
    );
    return { kind: "ran", outputs: inTestOrder(batch, outputs) };
  };
  const answered = { interpretation, queries, rounds: null };
  const answers = { published: given("published"), sound: given("sound") };
  return scoreAnswers(exam, answered, answers, bench);
}

function outputOf(known: StringSpec, exam: StringExam, input: Input, place: string): Output {
  const asked = typeof input === "object" ? input.map(String) : [String(input)];
  // Another problem's function may take more texts, or fewer: the first stands in.
  const texts = Array.from({ length: arityOfText(known) }, (_, i) => asked[i] ?? asked[0] ?? "");
  // Hashed at the first draw: most functions draw nothing.
  const key = (): StreamKey => streamKey(`known/${exam.problem.truth.seed}/${exam.epoch}/${place}`);
  const result = serveText(known, texts, drawsFrom(key));
  return typeof result === "string" ? { kind: "value", value: result } : { kind: "undefined" };
}
