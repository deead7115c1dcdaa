import { BenchError } from "../../../core/index.ts";
import { parameterError, refuse, shown } from "../../common/index.ts";
import { atomKinds } from "./families.ts";
import { numericSpecSchema } from "./schema.ts";
import type { NumericSpec } from "./spec.ts";

/** How deep laws may stand within laws; far more than a person can read. */
const DEEPEST = 64;
/** Laws that one function may be made of. */
const MOST_LAWS = 1000;

const compositionKinds: readonly string[] = ["argument", "sum", "product", "compose", "piecewise"];
const lawKinds: readonly string[] = [...atomKinds, ...compositionKinds];
/** Wrappers from the outermost in: each may stand only within those before it. */
const wrapperKinds: readonly string[] = ["noised", "corrupted", "approximated"];

/** Reads a numeric function. Throws `unknown-family`, `bad-wrapper-order` or `bad-parameter`. */
export function parseNumericSpec(value: unknown): NumericSpec {
  checkShape(value);
  const result = numericSpecSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw issue === undefined ? result.error : parameterError(issue, value);
}

interface Visit {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
  /** How many of the wrapper kinds may no longer stand here. */
  readonly spent: number;
}

/** Walks the laws without recursion, so that hostile nesting cannot exhaust the stack. */
function checkShape(root: unknown): void {
  const open: Visit[] = [{ value: root, path: "spec", depth: 1, spent: 0 }];
  for (let seen = 1; ; seen += 1) {
    const visit = open.pop();
    if (visit === undefined) return;
    if (seen > MOST_LAWS) refuse(visit.path, `at most ${MOST_LAWS} laws`, "more");
    if (visit.depth > DEEPEST) refuse(visit.path, `at most ${DEEPEST} levels`, "more");
    open.push(...children(visit));
  }
}

function children({ value, path, depth, spent }: Visit): readonly Visit[] {
  if (!isRecord(value)) return refuse(path, "an object with a `kind`", shown(value));
  const kind = value["kind"];
  if (typeof kind !== "string") return refuse(`${path}.kind`, "the name of a kind", shown(kind));
  const wrapper = wrapperKinds.indexOf(kind);
  if (wrapper === -1 && !lawKinds.includes(kind)) throw unknownFamily(kind, path);
  if (wrapper !== -1 && wrapper < spent) throw wrongOrder(kind, path);
  const next = { depth: depth + 1, spent: wrapper === -1 ? wrapperKinds.length : wrapper + 1 };
  const within = (key: string): Visit => ({ ...next, value: value[key], path: `${path}.${key}` });
  if (wrapper !== -1) return [within(kind === "approximated" ? "law" : "inner")];
  if (kind === "compose") return [within("outer"), within("inner")];
  const listKey = { sum: "terms", product: "factors", piecewise: "pieces" }[kind];
  if (listKey === undefined) return [];
  const [at, list] = [`${path}.${listKey}`, value[listKey]];
  if (!Array.isArray(list)) return refuse(at, "a list of laws", shown(list));
  if (list.length > MOST_LAWS) return refuse(at, `at most ${MOST_LAWS} laws`, shown(list));
  return list.map((part: unknown, i): Visit => {
    const place = `${at}[${i}]`;
    if (kind !== "piecewise") return { ...next, value: part, path: place };
    if (!isRecord(part)) return refuse(place, "a piece with a `law`", shown(part));
    return { ...next, value: part["law"], path: `${place}.law` };
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function unknownFamily(kind: string, path: string): BenchError {
  const names = [...lawKinds, ...wrapperKinds].join(", ");
  return new BenchError(
    "unknown-family",
    `Expected one of ${names} as the kind of \`${path}\`; got ${shown(kind)}; correct the name`,
    { data: { kind, path } },
  );
}

function wrongOrder(kind: string, path: string): BenchError {
  return new BenchError(
    "bad-wrapper-order",
    `Expected wrappers in the order law, approximated, corrupted, noised, each at most once; got \`${kind}\` ` +
      `at \`${path}\`; nest it the other way round`,
    { data: { kind, path } },
  );
}
