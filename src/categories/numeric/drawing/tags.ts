import { familiesOf, lawOf } from "../functions/inspect.ts";
import type { NumericSpec } from "../functions/spec.ts";
import { trivialKind } from "./trivial-kind.ts";

/** The groups that a function is reported in, sorted. */
export function tagsOf(spec: NumericSpec, structure: string): readonly string[] {
  const families = familiesOf(spec).map((kind) => `family:${kind}`);
  const trivial = trivialKind(lawOf(spec));
  const remarks = trivial === null ? [] : [`trivial:${trivial}`];
  return [...variantsOf(spec), structure, ...learning(spec), ...remarks, ...families].toSorted();
}

/** The wrappers of a function, or that there are none. */
function variantsOf(spec: NumericSpec): readonly string[] {
  if (spec.kind === "approximated") return ["approximated"];
  if (spec.kind !== "noised" && spec.kind !== "corrupted") return ["plain"];
  return [...variantsOf(spec.inner).filter((variant) => variant !== "plain"), spec.kind];
}

function learning(spec: NumericSpec): readonly string[] {
  const inner = spec.kind === "noised" ? spec.inner : spec;
  const network = inner.kind === "corrupted" ? inner.inner : inner;
  if (network.kind !== "approximated") return [];
  return [network.learned ? "law-learned" : "law-not-learned"];
}
