import { BenchError } from "../../../core/index.ts";
import { parameterError, refuse, shown } from "../../common/index.ts";
import { stringKinds } from "./operations.ts";
import { stringSpecSchema } from "./schema.ts";
import type { StringSpec } from "./spec.ts";

const atomNames: readonly string[] = stringKinds;
const structures: readonly string[] = ["chain", "joined", "excepted", "constant-text"];

/** Which structures may stand where; an operation may stand anywhere. */
const places = {
  whole: ["chain", "joined", "excepted"],
  law: ["chain", "joined"],
  start: ["joined"],
  step: [],
  replacement: ["constant-text"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Place = keyof typeof places;

/** Reads a string function. Throws `unknown-family`, `bad-wrapper-order` or `bad-parameter`. */
export function parseStringSpec(value: unknown): StringSpec {
  checkPlaces(value, "spec", "whole");
  const result = stringSpecSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw issue === undefined ? result.error : parameterError(issue, value);
}

/** Goes as deep as places allow, so that hostile nesting cannot exhaust the stack. */
function checkPlaces(value: unknown, path: string, place: Place): void {
  if (!isRecord(value)) return refuse(path, "an object with a `kind`", shown(value));
  const kind = value["kind"];
  if (typeof kind !== "string") return refuse(`${path}.kind`, "the name of a kind", shown(kind));
  if (atomNames.includes(kind)) return;
  if (!structures.includes(kind)) throw unknownOperation(kind, path);
  if (!allowed(place).includes(kind)) throw wrongPlace(kind, path, place);
  if (kind === "excepted") {
    checkPlaces(value["inner"], `${path}.inner`, "law");
    checkPlaces(value["then"], `${path}.then`, "replacement");
  }
  if (kind === "chain") checkSteps(value["steps"], `${path}.steps`);
  if (kind === "joined") {
    for (const side of ["left", "right"]) {
      if (value[side] !== null) checkPlaces(value[side], `${path}.${side}`, "step");
    }
  }
}

function checkSteps(steps: unknown, path: string): void {
  if (!Array.isArray(steps)) return refuse(path, "a list of steps", shown(steps));
  steps.forEach((step: unknown, i) =>
    checkPlaces(step, `${path}[${i}]`, i === 0 ? "start" : "step"),
  );
}

function allowed(place: Place): readonly string[] {
  return places[place];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function unknownOperation(kind: string, path: string): BenchError {
  return new BenchError(
    "unknown-family",
    `Expected an operation on texts as the kind of \`${path}\`, such as reverse or shift-up, or one of ` +
      `${structures.join(", ")}; got ${shown(kind)}; correct the name`,
    { data: { kind, path } },
  );
}

function wrongPlace(kind: string, path: string, place: Place): BenchError {
  const names = ["an operation on texts", ...allowed(place)].join(" or ");
  return new BenchError(
    "bad-wrapper-order",
    `Expected ${names} at \`${path}\`; got \`${kind}\`; nest it the other way round`,
    { data: { kind, path } },
  );
}
