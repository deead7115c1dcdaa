import { canonicalJson, parseJson, sha256Hex } from "../core/index.ts";
import type { Approximated, Layer } from "../categories/numeric/index.ts";
import { layoutOf } from "./layout.ts";
import { isLearned } from "./train-network.ts";
import type { TrainingTask } from "./training-task.ts";

/** Its number grows with every change that gives other networks for the same task. */
const FORMAT = "findbench-network/1";

/** Decides a task and the way it is trained: 64 hexadecimal digits. */
export function taskHash({ law, domain: { from, to }, settings, seed }: TrainingTask): string {
  const { width, depth, learningRate, epochs, points } = settings;
  return sha256Hex(
    canonicalJson([FORMAT, law, from, to, width, depth, learningRate, epochs, points, seed]),
  );
}

/** A finished network as a line of JSON, with a hash over what it says. */
export function networkText(task: TrainingTask, { error, layers }: Approximated): string {
  const fields = { format: FORMAT, task: taskHash(task), error, layers };
  return `${JSON.stringify({ ...fields, check: sha256Hex(canonicalJson(fields)) })}\n`;
}

/** The network of a task from its text; `null` where the text is not whole, or of another task. */
export function networkFromText(text: string, task: TrainingTask): Approximated | null {
  const parsed = parseJson(text);
  if (parsed.kind === "broken" || !isRecord(parsed.value)) return null;
  const { check, ...fields } = parsed.value;
  const { format, error, layers } = fields;
  if (format !== FORMAT || fields["task"] !== taskHash(task)) return null;
  if (check !== sha256Hex(canonicalJson(fields))) return null;
  if (!(error === null || isFiniteNumber(error)) || !areLayers(layers, task)) return null;
  const { law, domain } = task;
  return {
    kind: "approximated",
    law,
    layers,
    precision: "float64",
    domain: { from: domain.from, to: domain.to },
    error,
    learned: isLearned(error),
  };
}

function areLayers(value: unknown, { settings }: TrainingTask): value is readonly Layer[] {
  const layout = layoutOf(settings);
  return (
    Array.isArray(value) &&
    value.length === layout.length &&
    layout.every(({ inputs, outputs }, i) => isLayer(value[i], inputs, outputs))
  );
}

function isLayer(value: unknown, inputs: number, outputs: number): value is Layer {
  if (!isRecord(value)) return false;
  const { weights, biases } = value;
  return (
    Array.isArray(weights) &&
    weights.length === outputs &&
    weights.every((row) => areNumbers(row, inputs)) &&
    areNumbers(biases, outputs)
  );
}

function areNumbers(value: unknown, count: number): value is readonly number[] {
  return Array.isArray(value) && value.length === count && value.every(isFiniteNumber);
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
