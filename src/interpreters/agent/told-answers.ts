import type { Answer, Input, Value } from "../../contract/index.ts";

/** Characters of a batch that are shown. */
const LONGEST_BATCH = 20_000;
/** Characters of one value that are shown. */
const LONGEST_VALUE = 1_000;

/** What a black box answered, a line per input; cut where it would fill the conversation. */
export function toldAnswers(inputs: readonly Input[], answers: readonly Answer[]): string {
  const lines: string[] = [];
  let left = LONGEST_BATCH;
  for (const [index, input] of inputs.entries()) {
    const line = `${shownInput(input)} -> ${shownAnswer(answers[index])}`;
    left -= line.length + 1;
    if (left < 0 && lines.length > 0) {
      lines.push(
        `(${inputs.length - index} more results are not shown: ask fewer or shorter inputs)`,
      );
      break;
    }
    lines.push(line);
  }
  return lines.join("\n");
}

function shownInput(input: Input): string {
  const parts = typeof input === "number" || typeof input === "string" ? [input] : input;
  return `f(${parts.map((part) => shortened(JSON.stringify(part))).join(", ")})`;
}

function shownAnswer(answer: Answer | undefined): string {
  switch (answer?.kind) {
    case "value":
      return shownValue(answer.value);
    case "undefined":
      return `no value (${answer.reason})`;
    case "refused":
      return `not asked (${answer.reason})`;
    case undefined:
    case "budget-exhausted":
      return "not asked: no query or no round is left";
  }
}

function shownValue(value: Value): string {
  if (typeof value === "string") return shortened(JSON.stringify(value));
  if (typeof value === "number") return String(value);
  const sign = value.im < 0 ? "-" : "+";
  return `${value.re} ${sign} ${Math.abs(value.im)}i`;
}

function shortened(text: string): string {
  if (text.length <= LONGEST_VALUE) return text;
  return `${text.slice(0, LONGEST_VALUE)}… (${text.length} characters in all)`;
}
