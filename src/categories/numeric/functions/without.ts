import type { Approximated, Corrupted, Law, NumericSpec } from "./spec.ts";

/** The function without its noise. */
export function withoutNoise(spec: NumericSpec): Law | Approximated | Corrupted {
  return spec.kind === "noised" ? spec.inner : spec;
}

/** The function without its exceptions: its rule holds everywhere. */
export function withoutRegions(spec: NumericSpec): NumericSpec {
  if (spec.kind === "corrupted") return spec.inner;
  if (spec.kind !== "noised" || spec.inner.kind !== "corrupted") return spec;
  return { ...spec, inner: spec.inner.inner };
}

/** The function with the law that its network was trained on in place of the network. */
export function withoutNetwork(spec: NumericSpec): NumericSpec {
  if (spec.kind === "corrupted") return { ...spec, inner: lawIn(spec.inner) };
  if (spec.kind !== "noised") return lawIn(spec);
  const { inner } = spec;
  if (inner.kind !== "corrupted") return { ...spec, inner: lawIn(inner) };
  return { ...spec, inner: { ...inner, inner: lawIn(inner.inner) } };
}

function lawIn(rule: Law | Approximated): Law {
  return rule.kind === "approximated" ? rule.law : rule;
}
