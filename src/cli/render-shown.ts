import type { Shown, ShownItem } from "../app/index.ts";
import type { Interpretation, QueryBatch, Score, Value } from "../contract/index.ts";

/** Rows of a table of answers before its middle is left out. */
const SHOWN_ANSWERS = 12;
/** Lines of code before the rest is left out. */
const SHOWN_LINES = 24;
const INDENT = "  ";

/** A problem and what each interpreter did with it, as a text to read from top to bottom. */
export function renderShown(shown: Shown, width: number): string {
  const { problem, formula, quirks, items } = shown;
  const { truth } = problem;
  const origin =
    truth.provenance.source === "find"
      ? `released as ${truth.provenance.officialId} (${truth.provenance.servedBy})`
      : `recipe ${truth.provenance.recipe}`;
  return [
    `Problem ${problem.id}, ${problem.category}, ${origin}`,
    `Tags    ${truth.tags.join(", ")}`,
    "",
    "Truth",
    ...paragraph(truth.description, width),
    ...formula.split("\n").map((line) => INDENT + line),
    ...quirks.flatMap((quirk) => paragraph(`Quirk: ${quirk}`, width)),
    ...items.flatMap((item) => ["", ...renderItem(item, width)]),
  ].join("\n");
}

function renderItem(item: ShownItem, width: number): string[] {
  const { interpreter, epoch, outcome, events } = item;
  const head = `${interpreter}${epoch === 1 ? "" : `, epoch ${epoch}`}`;
  const lines = [`── ${head} ${"─".repeat(Math.max(0, Math.min(width, 100) - head.length - 4))}`];
  for (const event of events) {
    switch (event.kind) {
      case "queries-answered":
        lines.push(...renderBatch(event.round, event.batch));
        break;
      case "note-taken":
        lines.push(...paragraph(`${event.note.topic}: ${event.note.text}`, width));
        break;
      case "interpretation-given":
        lines.push(...renderInterpretation(event.interpretation, width));
        break;
      case "problem-failed":
        lines.push(...paragraph(`Failed: ${event.failure.code}: ${event.failure.message}`, width));
        break;
      case "code-ran": {
        const { kind, message, ...counts } = event.outcome;
        const odd = Object.entries(counts).filter(([name, n]) => name !== "values" && n > 0);
        const told = odd.map(([name, n]) => `${n} ${name}`).join(", ");
        if (kind !== "ran" || told !== "") {
          lines.push(
            ...paragraph(`Code: ${kind}${told === "" ? "" : `, ${told}`} ${message ?? ""}`, width),
          );
        }
        break;
      }
      case "problem-started":
      case "scored":
        break;
    }
  }
  const scores = Object.entries(outcome?.scores ?? {});
  lines.push(
    outcome === null
      ? `${INDENT}Not finished yet`
      : `${INDENT}Scores: ${scores.map(([name, score]) => `${name} ${scoreText(score)}`).join(", ") || "none"}`,
  );
  return lines;
}

function renderBatch(round: number, { inputs, outputs, missing }: QueryBatch): string[] {
  const reasons = new Map(
    missing.flatMap(({ kind, indices }) => indices.map((index) => [index, kind] as const)),
  );
  const rows = inputs.map((input, i) => {
    const value = outputs[i] ?? null;
    const answer = value === null ? (reasons.get(i) ?? "no value") : valueText(value);
    return `${INDENT}${INDENT}${String(input).padStart(22)}  ${answer}`;
  });
  const half = SHOWN_ANSWERS / 2;
  const shown =
    rows.length <= SHOWN_ANSWERS
      ? rows
      : [
          ...rows.slice(0, half),
          `${INDENT}${INDENT}${"…".padStart(22)}  ${rows.length - SHOWN_ANSWERS} more`,
          ...rows.slice(-half),
        ];
  return [`${INDENT}Round ${round}: ${inputs.length} queries`, ...shown];
}

function renderInterpretation(interpretation: Interpretation, width: number): string[] {
  const { description, code, regions, confidence, abstained } = interpretation;
  const source = (code?.source ?? "").trimEnd().split("\n");
  const shown = source.slice(0, SHOWN_LINES).map((line) => clipped(line, width - 4));
  return [
    ...paragraph(`Says: ${description}`, width),
    ...(abstained ? [`${INDENT}Abstained`] : []),
    ...regions.map(({ from, to }) => `${INDENT}Does not hold from ${from ?? "−∞"} to ${to ?? "∞"}`),
    ...(confidence === null ? [] : [`${INDENT}Confidence: ${confidence}`]),
    ...(code === null
      ? [`${INDENT}No code`]
      : [
          `${INDENT}Code (${code.language}):`,
          ...shown.map((line) => `${INDENT}${INDENT}${line}`),
          ...(source.length > SHOWN_LINES
            ? [`${INDENT}${INDENT}… ${source.length - SHOWN_LINES} more lines`]
            : []),
        ]),
  ];
}

function scoreText(score: Score): string {
  switch (score.kind) {
    case "scored":
      return String(Number(score.value.toPrecision(4)));
    case "unscored":
      return `unscored (${score.reason})`;
  }
}

function valueText(value: Value): string {
  return typeof value === "object" ? `${value.re} + ${value.im}i` : String(value);
}

function clipped(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, Math.max(1, width - 1))}…`;
}

/** Text broken at spaces into indented lines. */
function paragraph(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.replaceAll(/\s+/gu, " ").trim().split(" ")) {
    if (line !== "" && INDENT.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => INDENT + each);
}
