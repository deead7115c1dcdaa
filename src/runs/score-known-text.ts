import { drawsFrom, streamKey } from "../core/index.ts";
import type { Output } from "../contract/index.ts";
import {
  arityOfText,
  describeText,
  exceptionOf,
  isStringSpec,
  renderText,
  serveText,
} from "../functions/index.ts";
import type { Spec, StringSpec } from "../functions/index.ts";
import { scoreOutputs } from "./score-item.ts";
import type { Bench, Scored } from "./score-item.ts";
import { SILENT } from "./silent.ts";
import type { StringExam } from "./string-exam.ts";

/** What a perfect answer scores, which says what `known` is; a function of anything else says nothing. */
export function scoreKnownText(
  exam: StringExam,
  known: Spec,
  queries: number,
  bench: Bench,
): Promise<Scored> {
  if (!isStringSpec(known)) {
    const answered = { interpretation: SILENT, queries, rounds: null };
    return scoreOutputs(exam, answered, { kind: "no-code" }, bench);
  }
  const interpretation = {
    ...SILENT,
    code: { language: "javascript", source: renderText(known, "javascript"), entry: "f" } as const,
    exceptions: exceptionOf(known) === null ? [] : [describeText(known)],
  };
  const outputs = exam.inputs.map((input, i) => outputOf(known, exam, input, i));
  const answered = { interpretation, queries, rounds: null };
  return scoreOutputs(exam, answered, { kind: "ran", outputs }, bench);
}

function outputOf(
  known: StringSpec,
  exam: StringExam,
  input: StringExam["inputs"][number],
  index: number,
): Output {
  const asked = typeof input === "object" ? input.map(String) : [String(input)];
  // Another problem's function may take more texts, or fewer: the first stands in.
  const texts = Array.from({ length: arityOfText(known) }, (_, i) => asked[i] ?? asked[0] ?? "");
  const key = streamKey(`known/${exam.problem.truth.seed}/${exam.epoch}/${index}`);
  const result = serveText(
    known,
    texts,
    drawsFrom(() => key),
  );
  return typeof result === "string" ? { kind: "value", value: result } : { kind: "undefined" };
}
