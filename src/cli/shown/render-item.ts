import type { ShownItem } from "../../app/index.ts";
import type { RunSummary, Score } from "../../contract/index.ts";
import { entry, listed, roomBesideLabels, wrapped } from "./entry.ts";
import { renderBatch } from "./render-batch.ts";
import { renderInterpretation } from "./render-interpretation.ts";
import { withRounds } from "./rounds.ts";
import type { Rounds } from "./rounds.ts";
import { renderTranscript } from "./render-transcript.ts";
import { withShortNumbers } from "./short-number.ts";

/**
 * What one interpreter did with a problem, from its first question to its scores: its notes stand
 * between the rounds of questions, in the order in which they were written. In full, nothing is left out.
 */
export function renderItem(
  { interpreter, epoch, outcome, events, calls = [] }: ShownItem,
  width: number,
  full = false,
): string[] {
  const room = roomBesideLabels(width);
  const name = `${interpreter}${epoch === 1 ? "" : `, epoch ${epoch}`}`;
  const lines = [`── ${name} `.padEnd(Math.min(width, 100), "─")];
  for (const event of withRounds(events)) {
    switch (event.kind) {
      case "rounds":
        lines.push(...renderRounds(event, room, full));
        break;
      case "note-taken": {
        const { topic, text } = event.note;
        const opensChapter = topic === "experiment" && lines.length > 1;
        lines.push(...(opensChapter ? [""] : []));
        lines.push(...entry(titled(topic), wrapped(withShortNumbers(text), room)));
        break;
      }
      case "interpretation-given":
        lines.push(...(lines.length > 1 ? [""] : []));
        lines.push(...renderInterpretation(event.interpretation, room, full));
        break;
      case "problem-failed":
        lines.push(
          ...entry("Failed", wrapped(`${event.failure.code}: ${event.failure.message}`, room)),
        );
        break;
      case "code-ran":
        lines.push(...renderRun(event.outcome, room));
        break;
      case "model-called":
      case "problem-started":
      case "scored":
        break;
    }
  }
  return [...lines, ...renderTranscript(calls), ...renderScores(outcome, room)];
}

/** Queries of a round that are shown, and of several short ones, where each is a step. */
const OF_ONE = 12;
const OF_SEVERAL = 36;

function renderRounds({ first, last, batch }: Rounds, room: number, full: boolean): string[] {
  const isOne = first === last;
  const label = `Round ${isOne ? first : `${first}–${last}`}`;
  return entry(label, renderBatch(batch, room, full ? Infinity : isOne ? OF_ONE : OF_SEVERAL));
}

/** What went wrong when the code was run; nothing where all was well. */
function renderRun({ kind, message, nearLimit, ...counts }: RunSummary, room: number): string[] {
  const odd = Object.entries(counts).filter(([name, n]) => name !== "values" && n > 0);
  const near = nearLimit === undefined ? [] : ["more than half of its limit spent"];
  if (kind === "ran" && odd.length === 0 && near.length === 0) return [];
  const told = [kind, ...odd.map(([name, n]) => `${n} ${name}`), ...near].join(", ");
  return entry("Code run", wrapped(`${told} ${message ?? ""}`, room));
}

function renderScores(outcome: ShownItem["outcome"], room: number): string[] {
  if (outcome === null) return entry("Scores", ["not finished yet"]);
  const scores = Object.entries(outcome.scores);
  if (scores.length === 0) return entry("Scores", ["none"]);
  const told = scores.map(([name, score]) => `${name} ${scoreText(score)}`);
  return entry("Scores", listed(told, room));
}

function scoreText(score: Score): string {
  switch (score.kind) {
    case "scored":
      return String(Number(score.value.toPrecision(4)));
    case "unscored":
      return `unscored (${score.reason})`;
  }
}

function titled(topic: string): string {
  return topic.slice(0, 1).toUpperCase() + topic.slice(1);
}
