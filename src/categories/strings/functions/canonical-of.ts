import type { Excepted, Joined, StringAtom, StringLaw, StringSpec } from "./spec.ts";

const readOneWay: readonly StringAtom["kind"][] = [
  "count-letter",
  "count-vowels",
  "count-uppercase",
  "count-lowercase",
  "find-letter",
];

/**
 * The same function written in the one way that stands for all names that it goes by: two functions
 * whose canonical forms are equal do the same. It is for comparison, and may have parameters that
 * are never drawn.
 */
export function canonicalOf(spec: StringSpec): StringSpec {
  return spec.kind === "excepted" ? canonicalExcepted(spec) : canonicalLaw(spec);
}

function canonicalExcepted({ kind, inner, when, then }: Excepted): Excepted {
  const replacement = then.kind === "constant-text" ? then : canonicalAtom(then);
  return { kind, inner: canonicalLaw(inner), when, then: replacement };
}

function canonicalLaw(law: StringLaw): StringLaw {
  if (law.kind === "joined") return canonicalJoined(law);
  if (law.kind !== "chain") return canonicalAtom(law);
  const steps = law.steps.map((step) =>
    step.kind === "joined" ? canonicalJoined(step) : canonicalAtom(step),
  );
  return { kind: "chain", steps };
}

function canonicalJoined({ kind, how, left, right }: Joined): Joined {
  return {
    kind,
    how,
    left: left === null ? null : canonicalAtom(left),
    right: right === null ? null : canonicalAtom(right),
  };
}

function canonicalAtom(atom: StringAtom): StringAtom {
  if (atom.kind === "swap-positions") {
    const { kind, first, second } = atom;
    return { kind, first: Math.min(first, second), second: Math.max(first, second) };
  }
  if (atom.kind === "count-substring") return { ...atom, kind: "count-letter", reading: "sound" };
  if ("reading" in atom && readOneWay.includes(atom.kind)) return { ...atom, reading: "sound" };
  if (atom.kind === "shift-position-down" && atom.reading === "released") {
    return { ...atom, kind: "shift-position-up" };
  }
  if (atom.kind === "shift-last-down" && atom.reading === "sound") {
    return { ...atom, kind: "shift-last-up", by: (26 - atom.by) % 26 };
  }
  if (atom.kind === "shift-first-down" && atom.reading === "sound") {
    return { ...atom, kind: "shift-first-up", by: (26 - atom.by) % 26 };
  }
  return atom;
}
